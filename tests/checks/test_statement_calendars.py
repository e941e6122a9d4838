"""`verify`: quarters named after their last month, ends of periods, units of one measure. All is invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

DRILLS = """Corvane Drills, Inc.
Fiscal Third Quarter 2031 Earnings Conference Call
April 22, 2031, 5:00 p.m. Eastern Time

Sales of bits were $184.6 million in the March quarter. Quarry customers were 26% of sales in the March quarter, down from
33% in December. We ended March with a backlog of $2.14 billion, up 7% from $2.00 billion on March 31 of last year.

We have $310 million undrawn, which gives us total liquidity of $468.2 million. In February we repriced our $275 million term
loan. We had $88 million left in the $200 million program, which began in January. Net charge-offs in our finance arm were 21
basis points annualized of average loans, up from 17 basis points in the second quarter.

Turning to our outlook for the June quarter. We expect sales of $190 million, plus or minus $5 million. We expect a gross margin
of 44.1%. The mix is a little weaker. We expect an operating margin of 19.3%. And we expect earnings per share of
$1.27, plus or minus $0.08. For the year we now expect organic growth between flat and 4 percent; our previous guidance was 3 to 6 percent.

In April we said we will close three of the fourteen depots. About 260 positions will go. It is going to save $17 million a year.
We bought Rusk Levers in May for $36 million in cash. We see growth in services of 5% to 6%; our prior view was 6% to 8%.
The new line in Ostrava takes 1,650 megawatts, and in its first quarter with us Halden Augers contributed $9.4 million of sales.
"""
INDEX = """砚港市场昨日全日成交2318亿元。砚港指数收报18406.5点，升312点或1.72%；科创龙头指数跌20点。南向资金昨日净买入97.4亿元，当中
澜宇云科获净买入18.6亿元，嵘川银行获净买入7.9亿元。

槐序证券将珞石智控2032年至2034年净利润预测分别上调5%、9%及12%，至6.1亿元、8.7亿元和10.3亿元。永泽黄金信托持仓增加6.2吨至743.5吨。
"""
FUND = (
    "砚湾基金：旗下均衡混合基金单日净申购逾12亿元\n"
    "砚湾基金8月14日公告，砚湾均衡成长混合型基金自8月15日起暂停接受单日单账户50万元以上的申购。截至8月13日，该基金年内净值增长率为41.6%。渠道"
    "预计下半年新增客户2.6万至3.1万户，公司计划新开28家网点，其中在海外开设9家。本次债券发行规模不超过人民币7亿元。"
)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("q3 bit sales $184.6 million.", True, id="quarter-by-its-last-month"),
        pytest.param("q2 bit sales $184.6 million.", False, id="another-quarter"),
        pytest.param("quarry customers 26% of q3 sales, down from 33% in q2.", True, id="month-that-ends-a-quarter"),
        pytest.param("quarry customers 26% of q3 sales, down from 33% in q1.", False, id="month-that-ends-another"),
        pytest.param("backlog at march 31 was $2.14 billion, up 7% from a year ago.", True, id="end-of-the-period"),
        pytest.param("backlog at june 30 was $2.14 billion.", False, id="end-of-another-period"),
        pytest.param("as of march 31, had total liquidity of $468.2 million.", True, id="goes-without-saying"),
        pytest.param("had $88 million left in buyback program.", True, id="size-of-the-program"),
        pytest.param(
            "q3 net charge-offs 0.21 percent of average loans versus 0.17 percent in q2.", True, id="bp-of-loans"
        ),
        pytest.param(
            "q3 net charge-offs 0.17 percent of average loans versus 0.21 percent in q2.", False, id="exchanged"
        ),
        pytest.param("sees q4 sales of $190 million, give or take $5 million.", True, id="guidance-for-the-next"),
        pytest.param("sees q4 eps of $1.27, plus or minus $0.08.", True, id="guidance-some-sentences-on"),
        pytest.param("sees q3 eps of $1.27, plus or minus $0.08.", False, id="guidance-of-another-quarter"),
        pytest.param(
            "sees fy organic growth of zero to 4 percent vs 3 to 6 percent previously.", True, id="flat-is-zero"
        ),
        pytest.param("sees fy organic growth of 1 to 4 percent.", False, id="flat-is-not-one"),
        pytest.param(
            "to shut three depots, cutting about 260 jobs; sees annual savings of $17 million.", True, id="synonyms"
        ),
        pytest.param("acquired rusk levers in may for $36 million in cash.", True, id="paid-in-cash"),
        pytest.param("sees services growth of 5% to 6%, versus prior view of 6% to 8%.", True, id="growth-is-no-way"),
        pytest.param("ostrava line takes 1.65 gigawatts.", True, id="gigawatts"),
        pytest.param("ostrava line takes 16.5 gigawatts.", False, id="other-gigawatts"),
        pytest.param("halden augers added $9.4 million to q3 sales.", True, id="first-quarter-with-us"),
    ],
)
def test_english(statement: str, holds: bool) -> None:
    found = verify(statement, DRILLS)
    assert is_accepted(found) is holds, found


@pytest.mark.parametrize(
    ("document", "statement", "holds"),
    [
        pytest.param(INDEX, "砚港指数升312点，成交2318亿元", True, id="points-of-an-index"),
        pytest.param(INDEX, "砚港指数升321点，成交2318亿元", False, id="other-points"),
        pytest.param(INDEX, "砚港指数跌312点", False, id="the-other-way"),
        pytest.param(INDEX, "科创龙头指数跌20点", True, id="points-that-could-be-an-hour"),
        pytest.param(INDEX, "澜宇云科获南向资金净买入18.6亿元", True, id="name-of-its-own"),
        pytest.param(INDEX, "嵘川银行获南向资金净买入18.6亿元", False, id="name-of-another"),
        pytest.param(INDEX, "槐序证券将珞石智控2033年净利润预测上调9%至8.7亿元", True, id="each-year-of-a-run"),
        pytest.param(INDEX, "永泽黄金信托持仓增6200公斤，至743.5吨", True, id="kilograms"),
        pytest.param(INDEX, "永泽黄金信托持仓增620公斤，至743.5吨", False, id="other-kilograms"),
        pytest.param(FUND, "砚湾均衡成长混合8月15日起暂停50万元以上申购", True, id="day-from-which"),
        pytest.param(FUND, "砚湾均衡成长混合8月16日起暂停50万元以上申购", False, id="another-day"),
        pytest.param(FUND, "砚湾均衡成长年内收益达41.6%", True, id="that-fund"),
        pytest.param(FUND, "渠道料下半年新增客户2.6万户至3.1万户", True, id="noun-within-a-range"),
        pytest.param(FUND, "渠道料下半年新增客户2.6万户至3.2万户", False, id="another-end"),
        pytest.param(FUND, "砚湾基金拟新开28家网点", True, id="whole-and-not-its-part"),
        pytest.param(FUND, "砚湾基金拟新开9家网点", False, id="part-told-as-whole"),
    ],
)
def test_chinese(document: str, statement: str, holds: bool) -> None:
    found = verify(statement, document, lang="zh")
    assert is_accepted(found) is holds, found
