"""`verify`: what a number is said of, and numbers that follow from others. Companies and figures are invented."""

from __future__ import annotations

import pytest

from nlp.pipeline import verify
from nlp.scoring.statements import is_accepted

TIDEMOOR = (
    "Tidemoor Ferries, first quarter of 2041. Freight revenue was EUR 48.6 million, down 7.1%, while onboard revenue "
    "climbed to EUR 19.4 million from EUR 12.9 million. Day and night sailings rose 2.7% and 5.8%, respectively. "
    "Occupancy slipped to 71.3% from 74.9%. GAAP operating margin was 9.2%; non-GAAP operating margin was 11.6%. "
    "Net income was EUR 8.4 million, or EUR 0.31 per share, in the first quarter of 2041, compared with EUR 6.9 million "
    "and EUR 0.25 in the fourth quarter of 2040. Port fees increased by EUR 3.3 million to EUR 15.8 million. "
    "Net debt stood at EUR 212.0 million (31 December 2040: EUR 236.5 million). The cost ratio improved to 62.4% from "
    "65.0%. For the second quarter, revenue of EUR 90 million, plus or minus EUR 4 million, is expected. "
    "Passenger revenue was EUR 31.0 million of total revenue of EUR 99.0 million. Depots opened 3 kiosks and closed 11."
)
LUMIAN = (
    "鹿棉纺织2041年上半年业绩。纱线收入为7.63亿元，面料收入为5.18亿元，同比分别增长4.2%和下降9.5%。"
    "毛利率由21.4%升至23.7%，存货较年初减少1.26亿元。期末存货为4.87亿元。销售费用6100万元，研发费用2400万元。"
    "净亏损由5,300万元收窄至1,900万元。员工8,420人，去年同期为8,150人。成衣收入1.94亿元，占总收入的13.2%，"
    "去年同期占11.8%。出口毛利率下降0.6个百分点。"
)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("Onboard revenue rose 50% to EUR 19.4 million.", True, id="growth-of-level-and-base"),
        pytest.param("Onboard revenue rose 70% to EUR 19.4 million.", False, id="growth-that-does-not-follow"),
        pytest.param("Onboard revenue increased by EUR 6.5 million.", True, id="difference"),
        pytest.param("Occupancy fell 3.6 percentage points.", True, id="points"),
        pytest.param("Occupancy fell 4.6 percentage points.", False, id="points-that-do-not-follow"),
        pytest.param(
            "Port fees rose to EUR 15.8 million from EUR 12.5 million.", True, id="base-from-level-and-change"
        ),
        pytest.param("Net debt fell by EUR 24.5 million to EUR 212.0 million.", True, id="dated-base-in-brackets"),
        pytest.param("The cost ratio was 2.6 points better.", True, id="better-by-falling"),
        pytest.param("The cost ratio worsened to 62.4%.", False, id="worse-for-better"),
        pytest.param("Second-quarter revenue should be EUR 86 million to EUR 94 million.", True, id="plus-or-minus"),
        pytest.param("Passenger revenue was about 31% of total revenue.", True, id="share"),
        pytest.param("Freight revenue was EUR 19.4 million.", False, id="number-of-another"),
        pytest.param("Night sailings rose 5.8% and day sailings 2.7%.", True, id="respectively-taken-apart"),
        pytest.param("Day and night sailings rose 5.8% and 2.7%, respectively.", False, id="respectively-exchanged"),
        pytest.param("Night sailings rose 2.7%.", False, id="respectively-of-another"),
        pytest.param("GAAP operating margin was 11.6%.", False, id="another-basis"),
        pytest.param("Port fees increased to EUR 3.3 million.", False, id="change-told-as-level"),
        pytest.param("Onboard revenue climbed by EUR 19.4 million.", False, id="level-told-as-change"),
        pytest.param("Net income was EUR 6.9 million in the first quarter of 2041.", False, id="time-of-both-figures"),
        pytest.param("Net income was EUR 6.9 million in the fourth quarter of 2040.", True, id="time-behind-both"),
        pytest.param("Depots closed 3 kiosks and opened 11.", False, id="verbs-exchanged"),
    ],
)
def test_english(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, TIDEMOOR)) is holds, verify(statement, TIDEMOOR)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("毛利率提升2.3个百分点至23.7%。", True, id="points"),
        pytest.param("净亏损由5300万元收窄至1900万元，减少3400万元。", True, id="difference-of-losses"),
        pytest.param("员工同比增加270人至8420人。", True, id="difference-of-counts"),
        pytest.param("成衣收入占比13.2%，提高1.4个百分点。", True, id="points-of-a-share"),
        pytest.param("存货为1.26亿元。", False, id="change-told-as-level"),
        pytest.param("出口毛利率下降0.6%。", False, id="per-cent-for-points"),
        pytest.param("纱线收入为5.18亿元。", False, id="number-of-another"),
        pytest.param("纱线和成衣收入合计9.57亿元。", True, id="sum"),
        pytest.param("纱线和成衣收入合计8.57亿元。", False, id="sum-that-does-not-follow"),
    ],
)
def test_chinese(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, LUMIAN, lang="zh")) is holds, verify(statement, LUMIAN, lang="zh")


def test_a_dollar_of_another_country() -> None:
    text = "Capital expenditures were $21.6 million in the quarter."
    assert not is_accepted(verify("Capital expenditures were C$21.6 million.", text))
    assert is_accepted(verify("Capital expenditures were US$21.6 million.", text))


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("Gross profit rose 32% to $20.3 million.", True, id="bases-in-order"),
        pytest.param(
            "Gross profit was $20.3 million, compared with $15.4 million a year ago.", True, id="undated-base"
        ),
        pytest.param("Revenue rose 32% to $57.9 million.", False, id="base-of-the-other"),
        pytest.param("Net earnings jumped by half to $9.2 million.", True, id="half"),
        pytest.param("Net earnings jumped by a third to $9.2 million.", False, id="no-third"),
    ],
)
def test_bases_that_stand_together(statement: str, holds: bool) -> None:
    text = (
        "Ottermere Tin, first quarter of 2042. Revenue was $57.9 million and gross profit $20.3 million, versus "
        "$50.2 million and $15.4 million respectively. Net earnings were $9.2 million, compared to $6.1 million."
    )
    assert is_accepted(verify(statement, text)) is holds, verify(statement, text)


HALDEN = """Halden Instruments Reports Second Quarter 2041 Results

Second Quarter 2041 Highlights

- Revenue was $84.6 million, an increase of 22.6% from $69.0 million in the second quarter of 2040 and a decrease of 5.9% from $89.9 million in the first quarter of 2041.
- Gross margin was 41.8% (1Q41: 39.5%; 2Q40: 38.2%).
- Customers took 74 days to pay, compared with 68 a year ago. Customers: 2,964 total, compared with 2,811 a year earlier.
- The operating loss was $3.7 million, compared with $9.4 million. Orders were 2.6 times those of a year ago.
- We shipped 128,764 gauges.
- Research and development expenses were $7.2 million.
- General and administrative expenses were $5.3 million, down 11.7%.

Outlook

For the third quarter of 2041, the company expects:

- Revenue of $86 million to $92 million
- Gross margin of 42% to 44%

Full Year 2040 Results

- Net loss was $14.9 million.
"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("Halden guided to third-quarter revenue between $86 million and $92 million.", True, id="time-of-what-opens-the-list"),
        pytest.param("Halden guided to fourth-quarter revenue between $86 million and $92 million.", False, id="another-time-than-that"),
        pytest.param("The net loss of 2040 was $14.9 million.", True, id="time-of-the-heading"),
        pytest.param("Gross margin was 2.3 points higher than in the first quarter.", True, id="earlier-figure-in-brackets"),
        pytest.param("Revenue fell 5.9% from the first quarter.", True, id="compared-with-that-time"),
        pytest.param("Revenue fell 5.9% from the second quarter of 2040.", False, id="compared-with-another-time"),
        pytest.param("Customers took 74 days to pay, six days longer than a year ago.", True, id="longer"),
        pytest.param("Halden added 153 customers over the year.", True, id="added"),
        pytest.param("Halden added 135 customers over the year.", False, id="added-exchanged"),
        pytest.param("The operating loss shrank from $9.4 million to $3.7 million.", True, id="moved-and-no-range"),
        pytest.param("The operating loss shrank from $3.7 million to $9.4 million.", False, id="moved-the-other-way"),
        pytest.param("Orders more than doubled.", True, id="more-than-doubled"),
        pytest.param("Halden delivered 128,764 gauges.", True, id="so-long-a-number-stands-for-itself"),
        pytest.param("G&A expenses fell 11.7% to $7.2 million.", False, id="number-of-another-expense"),
        pytest.param("The midpoint of revenue guidance is $89 million.", True, id="midpoint"),
        pytest.param("The midpoint of revenue guidance is $88 million.", False, id="no-midpoint"),
    ],
)  # fmt: skip
def test_everyday_statements(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, HALDEN)) is holds, verify(statement, HALDEN)


CHANGLAN = """长岚仪器2041年第二季度业绩

2041年第二季度财务摘要

- 营业收入8.46亿元，同比增长22.6%。
- 毛利率41.8%（1Q41：39.5%；2Q40：38.2%）。
- 客户2,964家，去年同期为2,811家。

业绩指引

公司预计2041年第三季度：

- 营业收入为8.6亿元至9.2亿元
- 毛利率为42%至44%
"""


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        pytest.param("公司预计第三季度收入8.6亿元至9.2亿元。", True, id="time-of-what-opens-the-list"),
        pytest.param("公司预计第四季度收入8.6亿元至9.2亿元。", False, id="another-time-than-that"),
        pytest.param("毛利率较第一季度提高2.3个百分点。", True, id="earlier-figure-in-brackets"),
        pytest.param("第三季度收入指引的中值为8.9亿元。", True, id="midpoint"),
        pytest.param("第三季度收入指引的中值为8.8亿元。", False, id="no-midpoint"),
    ],
)
def test_everyday_statements_in_chinese(statement: str, holds: bool) -> None:
    assert is_accepted(verify(statement, CHANGLAN, lang="zh")) is holds, verify(statement, CHANGLAN, lang="zh")
