"""`verify`: times of what happens later, the month before, figures of the next in a list. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

CUSTOMS = """海关快讯：按美元计价，2031年5月进出口总值5127.4亿美元，同比增长4.1%。其中，出口3018.2亿美元，增长5.7%，4月为增长7.9%；进口2109.2亿美元，增长2.2%，4月为下降0.3%；贸易顺差909亿美元。
非农数据方面，7月增幅由10.8万人下修至8.3万人，6月由4.9万人上修至5.6万人。北向通道全天净买入36.9亿元，连续第5日净流入。夜盘收盘，沪锡主力合约下跌2.04%，盘中一度跌至259300元/吨。
欧洲航线运价为1964美元/TEU，较上周跌3.8%；美西航线1921美元/FEU，跌7.1%。主力单品批价由6月初的每瓶842元回落至8月中旬的每瓶806元。"""

COMPANY = """砚禾食品2031年第二季度营收11.42亿元，同比下降4.6%，净利润1.06亿元，同比下降31.2%；上半年每股收益0.83元。公司拟每10股派发现金红利2.4元（含税）。每手500股，入场费4873.6港元，预期11月19日挂牌。
快递单票收入2.19元，同比下降0.17元；公司将全年件量指引调整至143亿件至147亿件。6月货币基金规模13.62万亿元，较5月减少1980亿元。2031年1月1日至10月31日期间，保费收入1483.7亿元，增长8.9%。第三季度末综合偿付能力充足率191.6%。"""

DEAL = """Larkmoor Catering Group third quarter 2031 earnings call

We signed an agreement to sell the Penholt business at an enterprise value of 118 million euros. We see the closing in the
first quarter of 2032. Revenue in the third quarter was 402 million euros, up 3.1 percent.
"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("5月出口同比增5.7%，前值增7.9%", True, id="rates-compared-are-no-levels"),
        pytest.param("5月贸易顺差909亿美元", True, id="behind-the-month-before"),
        pytest.param("4月贸易顺差909亿美元", False, id="not-of-the-month-before"),
        pytest.param("7月非农增幅下修至8.3万人，此前报10.8万人", True, id="base-of-the-next"),
        pytest.param("7月非农增幅上修至8.3万人", False, id="revised-the-other-way"),
        pytest.param("北向资金净买入36.9亿元，连续5个交易日净流入", True, id="days-of-trade"),
        pytest.param("夜盘收盘：沪锡主力合约跌2.04%", True, id="close-beside-an-intraday-low"),
        pytest.param("美西航线跌7.1%至1921美元/TEU", False, id="another-container"),
        pytest.param("主力单品批价8月中旬为806元/瓶，6月初为842元", True, id="both-of-their-months"),
    ],
)
def test_months_and_lists(statement: str, holds: bool) -> None:
    found = verify(statement, CUSTOMS, lang="zh")
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("二季度营收降4.6%，净利降31.2%至1.06亿元，拟10派2.4元", True, id="payout-of-no-quarter"),
        pytest.param("料11月19日挂牌 入场费4873.6港元", True, id="day-of-the-listing"),
        pytest.param("单票收入同比少0.17元至2.19元，全年件量指引调至143亿-147亿件", True, id="less-by-and-to"),
        pytest.param("6月货币基金规模缩水1980亿元，降至13.62万亿元", True, id="shrank"),
        pytest.param("前10月保费1483.7亿元，增8.9%", True, id="months-by-their-days"),
        pytest.param("前9月保费1483.7亿元，增8.9%", False, id="other-months"),
    ],
)
def test_events_of_a_company(statement: str, holds: bool) -> None:
    found = verify(statement, COMPANY, lang="zh")
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param(
            "to sell penholt at enterprise value of 118 million euros, closing seen in q1 2032.", True, id="closing"
        ),
        pytest.param("q1 2032 revenue was 402 million euros, up 3.1 percent.", False, id="quarter-of-the-closing"),
    ],
)
def test_closing_of_a_deal(statement: str, holds: bool) -> None:
    found = verify(statement, DEAL)
    assert is_accepted(found) is holds, found
