"""`verify`: numbers that leave their unit to those beside them, what was forecast before, reasons. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

GLASS = (
    "Orrsund Glas, half-year 2041 results, 14 August 2041.\n\n"
    "EBITDA for the six months was 143 million euros after 158, and the margin came to 12.7 percent; it had been 14.3. "
    "Jars averaged 880 euros a tonne, against 915 a year before. Earnings per share were 41.2 pence, up from 36.7.\n\n"
    "We look for full-year sales of 1.9 to 2.1 billion euros. In February we had said 2.2 to 2.4. "
    "Permits get scarcer, so in 2042 we would estimate 17 million of carbon costs. "
    "Repairs after the flood cost us 26 million, against a budget of 19 million.\n\n"
    "Tableware is in its first full quarter with us and brought 6.3 million. We ended June with 84 million of cash and "
    "230 million of notes due 2046. On sales of 1.13 billion euros, which is 4 percent less than a year ago, we earned "
    "57 million; the prior-year figure contained a 9 million gain from a site. A competitor went bankrupt in Velmar.\n\n"
    "By market, volumes rose by 2.4 percent in short-haul freight and 5.1 percent in long-haul, but fell by 3.8 percent "
    "in warehousing. Scrap improved to 6.2 percent of output from 7.9 percent. Organic growth was 8 percent; take the "
    "plant we sold out and it is 11 percent. Losses were 17 basis points, after 13. Lids: 31 million, minus 4.4 percent, "
    "organically plus 2.9. Caps were 6.6 percent under the prior year.\n\n"
    "We used 12 million of working capital through six months. Overdue merchant advances were 3.3 percent of the book, "
    "compared to 3.9 percent at the end of December. We wrote 1,870 new orders for cellars. Savings run at 21 million a "
    "year, from 16 million in March, and the target remains 35 million. Of the permits we hold 410, on top of the 260 "
    "signed the year before. Net debt was 512 million at the end of June. At the end of March it was 548 million. "
    "Leverage is 1.9 times. We bought back 40 million of the notes due 2046.\n\n"
    "The jar margin fell to 13.1 percent from 15.2 percent, even as pallets rose 14 percent. Offers that closed in June "
    "were up 2 percent, versus down 3 percent in May."
)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("EBITDA was EUR 143 million versus 158 million.", True, id="millions-told-once"),
        pytest.param("EBITDA was EUR 143 million versus 185 million.", False, id="millions-told-once-other-digits"),
        pytest.param("EBITDA was EUR 143 million versus 158 billion.", False, id="millions-told-once-other-scale"),
        pytest.param("EBITDA was EUR 143 million versus GBP 158 million.", False, id="millions-told-once-other-money"),
        pytest.param("The EBITDA margin was 12.7%, down from 14.3%.", True, id="per-cent-told-once"),
        pytest.param("The EBITDA margin was 12.7%, down from 13.4%.", False, id="per-cent-told-once-other-digits"),
        pytest.param("EPS 41.2 pence vs 36.7 pence.", True, id="pence-told-once"),
        pytest.param("EPS 41.2 pence vs 63.7 pence.", False, id="pence-told-once-other-digits"),
        pytest.param("Jars averaged EUR 880 a tonne, from EUR 915.", True, id="euros-told-once"),
        pytest.param("Sees full-year sales EUR 1.9 bn-2.1 bn, previously 2.2 bn-2.4 bn.", True, id="range-told-once"),
        pytest.param("Sees full-year sales EUR 1.9 bn-2.1 bn, previously 2.2 bn-2.6 bn.", False, id="range-other"),
        pytest.param(
            "Sees sales EUR 1.9 bn to 2.1 bn, prior guidance EUR 2.2 bn to 2.4 bn.", True, id="guidance-before"
        ),
        pytest.param("Carbon costs are seen going up to 17 million in 2042.", True, id="what-follows-is-not-down"),
        pytest.param("Repairs cost 26 million where the budget was 19 million.", True, id="base-by-its-name"),
        pytest.param("Tableware brought 6.3 million in the first half.", True, id="first-full-quarter-is-no-q1"),
        pytest.param("Ended June with 84 million of cash and 230 million of notes.", True, id="when-debt-falls-due"),
        pytest.param("The notes of 230 million are due 2046.", True, id="when-debt-falls-due-said"),
        pytest.param("H1 net profit 57 million on sales of EUR 1.13 billion.", True, id="on-sales-is-no-base"),
        pytest.param("H1 adjusted net profit 57 million on sales of EUR 1.31 billion.", False, id="on-sales-other"),
        pytest.param("Last year's half contained a gain of 9 million.", True, id="prior-year-figure"),
        pytest.param("Repairs cost 26 million because of the Velmar flood.", True, id="reason-told-elsewhere"),
        pytest.param("Long-haul volumes were up 5.1%.", True, id="list-with-names-behind"),
        pytest.param("Long-haul volumes were down 5.1%.", False, id="list-goes-one-way"),
        pytest.param("Sees sales of 1.9 to 2.1 million euros.", False, id="range-of-another-scale"),
        pytest.param("Losses were 17 basis points, down from 13 basis points.", False, id="points-as-levels"),
        pytest.param("Scrap improved to 6.2% from 7.9%.", True, id="improved-is-not-up"),
        pytest.param("Scrap rose to 6.2% from 7.9%.", False, id="rose-to-less"),
        pytest.param("Lids rose 2.9% organically.", True, id="plus-is-up"),
        pytest.param("Lids fell 2.9% organically.", False, id="plus-is-not-down"),
        pytest.param("Caps were down 6.6%.", True, id="under-last-year"),
        pytest.param("Caps were up 6.6%.", False, id="under-last-year-turned"),
        pytest.param("EPS was 41.2 pence a share, down from 36.7 pence.", False, id="of-a-share-down-to-more"),
        pytest.param("We used 12 million in the first six months.", True, id="six-months-are-no-end-of-a-range"),
        pytest.param("Overdue merchant advances were 3.3%, down from 3.9%.", True, id="advances-are-no-rise"),
        pytest.param("New orders came to 1,870 cellars.", True, id="counted-as-said-before"),
        pytest.param("Savings run at 21 million, up from 16 million, against a target of 35 million.", True, id="aim"),
        pytest.param("Savings run at 21 million, up from 61 million.", False, id="up-from-more"),
        pytest.param("We're holding 410 permits.", True, id="short-for-two-words"),
        pytest.param(
            "Net debt fell to 512 million from 548 million at end-March; leverage 1.9 times.", True, id="its-own"
        ),
        pytest.param("We bought back 40 million of the 2046 notes.", True, id="called-by-a-year"),
        pytest.param("Excluding closures, scrap was 6.2%, up from 7.9%.", False, id="one-basis-for-both"),
        pytest.param("H1 net profit rmb57 million.", False, id="money-never-printed"),
        pytest.param("Jar margin fell to 13.1% from 15.2%, even as pallets rose 14%.", True, id="what-else-rose"),
        pytest.param(
            "Jar margin rose to 13.1% from 15.2%, even as pallets rose 14%.", False, id="what-else-rose-turned"
        ),
        pytest.param(
            "Offers that closed in June were up 2%, versus down 3% in May.", True, id="a-base-with-its-own-way"
        ),
        pytest.param("Organic growth would have been 11% rather than 8%.", True, id="rather-than-orders-nothing"),
    ],
)
def test_what_stands_beside_a_number(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, GLASS, lang="en")) is holds


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("外匯存底月減15.2億美元 降至6021.4億美元", True, id="a-change-and-where-it-led"),
        pytest.param("外匯存底月減15.2億美元 降至6201.4億美元", False, id="a-change-and-elsewhere"),
    ],
)
def test_a_change_before_its_level(statement: str, holds: bool) -> None:
    text = "中央銀行5日公布，9月底外匯存底為6,021.4億美元，較8月底減少15.2億美元，主因是匯率變動。"
    assert is_accepted(verify(statement, text, lang="zh")) is holds


FLASH = (
    "衡岭指数早盘收盘涨1.4%，报7318点。4月CPI同比上涨1.9%，能源环比下降0.8%。数据公布后，市场料6月降息的概率升至61%。"
    "10年期国债收益率下跌6个基点至2.84%。央行4月9日开展1200亿元逆回购，昨日开展3600亿元MLF操作。"
    "滨城电力前4个月净增用户41.7万户，上年同期净增52.3万户。岳桥餐饮上半年同店销售增长3.6%，第二季加快至4.7%。"
    "隆川国际预期年度亏损1.3亿港元，而上一财政年度则为溢利5180万港元。"
)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("衡岭指数午盘涨1.4%", True, id="midday"),
        pytest.param("衡岭指数夜盘涨1.4%", False, id="no-night"),
        pytest.param("4月CPI同比涨1.9% 10年期国债收益率跌6基点至2.84%", True, id="month-of-the-first"),
        pytest.param("5月CPI同比涨1.9% 10年期国债收益率跌6基点至2.84%", False, id="another-month"),
        pytest.param("央行4月8日开展3600亿元MLF操作", True, id="yesterday"),
        pytest.param("央行4月5日开展3600亿元MLF操作", False, id="not-days-before"),
        pytest.param("滨城电力前4月净增用户41.7万户 少于上年同期的52.3万户", True, id="fewer-than-the-base"),
        pytest.param("岳桥餐饮次季同店销售增4.7%", True, id="pace-is-a-change"),
        pytest.param("岳桥餐饮次季同店销售降4.7%", False, id="pace-turned"),
        pytest.param("隆川国际料亏损1.3亿港元 上年赚5180万港元", True, id="profit-in-hong-kong"),
        pytest.param("隆川国际料亏损1.3亿港元 上年亏5180万港元", False, id="no-loss"),
    ],
)
def test_flashes(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, FLASH, lang="zh")) is holds
