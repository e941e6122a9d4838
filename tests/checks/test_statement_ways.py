"""`verify`: which way it went, on what basis, in which piece of a sentence. Companies and figures are invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

CALL = """Pellmar Tools N.V. - Q2 and Half Year 2031 Results

Our presses had a strike in May, and we estimate the impact on the operating result at €14 million. For the full year we
now see the operating result between €510 million and €540 million. Before, we said between €470 million and €500 million.
Last year it was €448 million. For the first half, revenue was €1.94 billion, or €1,936.2 million to be exact, an increase
of 7.4% from €1,802.8 million in the first half of 2030. In June we agreed to buy Ossery Gauges for €320 million up front
plus as much as €60 million in milestones. It will be about €0.05 dilutive to adjusted EPS in 2032. Adjusted EPS was €1.31.

We bought back 2.1 million shares in Q2 for €88 million, and 5.7 million shares for €236 million in the full first half.
At the start of the year we had guided for revenue growth of 5% to 6% for 2031. Given where we stand, we are revising that
to 7% to 8%. Depreciation was €41 million. We also recorded an impairment of €9.6 million on the Tarn foundry.
"""

HOTELS = """Marrick Inns plc Half-Year Results for the six months to 30 September 2031

We now expect adjusted profit before tax of between £88 million and £92 million, and in May we'd said £82 million to £88
million. We've signed an agreement with Dunlow Inns, under which they'll convert 14 of their hotels, with about 900 rooms, to
our brand by summer 2033. Forward bookings for the December quarter are 5 percent ahead of last year, and the property
portfolio was valued at 30 September at £1.12 billion, up 2.4 percent from March. We raise the rate card by 4 to 6 percent in May, and the
work at Fab 3 is done, at a cost of £21 million.
"""

FLASH = """据统计，上周股票型基金净流出187.3亿元。芯片基金净流入29.4亿元，居首位，酒类基金净流出8.7亿元。央行当日开展逆回购，实现净投放846亿元。隔夜利率下行2.6个基点至1.42%。
两市成交额1.61万亿元，较上一交易日缩量923亿元。沪指全日下跌41点或1.27%，收报3,188点。二手住宅均价每平方米12,640元，环比下跌0.63%，新建住宅均价每平方米16,310元。
机动车辆险保费1,214.6亿元，同比增3.1%，非车险保费903.2亿元，同比增8.4%。11月结售汇顺差76亿美元，10月为逆差25亿美元。新出口订单指数47.2，下降0.6个点。
公司提示，来自该片的营业收入约为1.8亿元至2.2亿元。公司拟每10股派发现金红利3.60元（含税）。目标价由24.5港元降至21.8港元，维持“买入”评级。"""

MARKET = """制造业采购经理指数（PMI）录得50.4，高于6月的49.6。地块由锦川置地以27.35亿元竞得，溢价率31.4%，为该片区首宗。铁矿砂进口量518.3万吨，增加7.2%，均价每吨688.5元，下跌9.8%。
足金卖出价每两30,480元，较上日加360元。92号汽油每升降0.17元。库容比较上月升至63.5%，环比升1.4个百分点。交易员认为6月降息的概率为58%。纽元兑美元下跌0.54%，报0.5836。
钢筋均价每吨3,208元，周跌24元。股东应占溢利2.86亿元，增加10.4%；经调整纯利3.05亿元，增加7.9%。7月社会消费品零售总额同比增长3.6%。未来三个月拟增加支出的项目中，旅游以33.1%居首。"""

REPORT = """岚舟银行今日披露2031年第三季度报告。前三季度该行实现营业收入512.36亿元，同比下降1.8%；归属于母公司股东的净利润184.27亿元，同比增长2.64%。
其中第三季度单季营业收入168.91亿元，净利润61.35亿元。"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("estimates strike hurt q2 operating result by 14 million euros.", True, id="effect-put-at-a-sum"),
        pytest.param("lifts 2031 operating result view to eur 510 million-540 million.", True, id="hyphen-of-a-range"),
        pytest.param("first-half revenue rose 7.4% to 1.94 billion euros.", True, id="time-of-the-level-and-the-base"),
        pytest.param("to buy ossery gauges for 320 million euros plus up to 60 million euros.", True, id="as-much-as"),
        pytest.param("ossery deal to dilute 2032 adjusted eps by about 0.05 euros.", True, id="basis-behind"),
        pytest.param("raises 2031 revenue growth forecast to 7%-8% from 5%-6%.", True, id="earlier-one-told-first"),
        pytest.param("cuts 2031 revenue growth forecast to 5%-6% from 7%-8%.", False, id="exchanged"),
        pytest.param("took impairment charge of 9.6 million euros on tarn foundry.", True, id="impairment-of-a-sum"),
    ],
)
def test_english_ways(statement: str, holds: bool) -> None:
    found = verify(statement, CALL)
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param(
            "raises pretax profit view to £88 million-£92 million from £82 million-£88 million.", True, id="raised"
        ),
        pytest.param("dunlow inns deal, under which 14 hotels convert by summer 2033.", True, id="until-a-year-ahead"),
        pytest.param(
            "portfolio valued at £1.12 billion at 30 september, up 2.4 percent since march.", True, id="since-a-month"
        ),
        pytest.param("forward bookings for december quarter 5 percent ahead of last year.", True, id="for-a-quarter"),
        pytest.param("ceo says to raise rate card by 4 to 6 percent.", True, id="by-a-range"),
        pytest.param("number of rooms rose to 30.", False, id="number-of-a-date"),
        pytest.param("work at fab 3 cost 21 million pounds.", True, id="number-of-a-name"),
    ],
)
def test_english_pieces(statement: str, holds: bool) -> None:
    found = verify(statement, HOTELS)
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("上周股票型基金净流出约187亿元 芯片类吸金29.4亿", True, id="flows-by-their-pictures"),
        pytest.param("芯片基金上周失血29.4亿元", False, id="flows-the-other-way"),
        pytest.param("酒类基金流出8.7亿元", True, id="outflow"),
        pytest.param("央行当日净投放846亿元", True, id="injection"),
        pytest.param("央行当日净回笼846亿元", False, id="drain"),
        pytest.param("隔夜利率降2.6个基点，报1.42%", True, id="rate-down"),
        pytest.param("隔夜利率上行2.6个基点，报1.42%", False, id="rate-up"),
        pytest.param("两市成交1.61万亿元，较上日减少923亿元", True, id="less-turnover"),
        pytest.param("两市成交1.61万亿元，较上日增加923亿元", False, id="more-turnover"),
        pytest.param("滬指收跌1.27% 報3188點", True, id="points-or-per-cent"),
        pytest.param("滬指收漲1.27% 報3188點", False, id="points-or-per-cent-up"),
        pytest.param("二手房均价12640元/平方米，环比跌0.63%", True, id="second-hand"),
        pytest.param("车险保费约1215亿，同比增3.1%", True, id="not-of-what-is-denied"),
        pytest.param("11月结售汇由逆差转为顺差76亿美元", True, id="from-a-state"),
        pytest.param("新出口订单指数回落0.6个点至47.2", True, id="by-points-to"),
        pytest.param("该片料贡献营收1.8亿至2.2亿元", True, id="coming-from"),
        pytest.param("拟10派3.6元", True, id="for-ten-shares"),
        pytest.param("券商降目标价至21.8港元，维持买入评级", True, id="rating-kept-target-cut"),
    ],
)
def test_chinese_ways(statement: str, holds: bool) -> None:
    found = verify(statement, FLASH, lang="zh")
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("7月制造业PMI升至50.4，前值49.6", True, id="higher-than-a-month-is-a-base"),
        pytest.param("锦川置地27.35亿元竞得地块", True, id="by-whom-is-no-base"),
        pytest.param("铁矿砂进口均价688.5元，同比跌9.8%", True, id="change-of-its-level"),
        pytest.param("铁矿砂进口均价688.5元，同比跌7.2%", False, id="change-of-another-level"),
        pytest.param("足金每两30480元，较上日涨360元", True, id="more-by"),
        pytest.param("92号汽油每升便宜0.17元", True, id="cheaper"),
        pytest.param("92号汽油每升涨0.17元", False, id="dearer"),
        pytest.param("库容比升至63.5%", True, id="ratio-is-no-comparison"),
        pytest.param("交易员押注6月降息概率58%", True, id="odds-of-a-cut"),
        pytest.param("交易员押注6月加息概率58%", False, id="odds-of-a-rise"),
        pytest.param("纽元兑美元跌0.54%至0.5836", True, id="rate-to-a-level-below-it"),
        pytest.param("钢筋均价一周跌24元至3208元/吨", True, id="told-by-weeks"),
        pytest.param("中期纯利2.86亿元，增10.4%", True, id="adjusted-is-no-rival"),
        pytest.param("7月社零同比增长3.6%", True, id="short-form"),
        pytest.param("旅游成最想增加的支出，占33.1%", True, id="share-that-ranks"),
    ],
)
def test_chinese_markets(statement: str, holds: bool) -> None:
    found = verify(statement, MARKET, lang="zh")
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("岚舟银行前三季度净利润184.27亿元", True, id="time-before-a-semicolon"),
        pytest.param("岚舟银行第三季度净利润184.27亿元", False, id="another-time-before-a-semicolon"),
        pytest.param("岚舟银行三季度净赚61.35亿", True, id="quarter"),
        pytest.param("岚舟银行三季度营收61.35亿", False, id="bare-sum-of-another-measure"),
    ],
)
def test_chinese_pieces(statement: str, holds: bool) -> None:
    found = verify(statement, REPORT, lang="zh")
    assert is_accepted(found) is holds, found
