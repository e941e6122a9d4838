"""Names of fiscal periods, and what they resolve to in a document about 2024-Q2."""

from __future__ import annotations

import pytest

from nlp import analyze, find_claims
from nlp.claims.mentions import end_of, find_periods
from nlp.claims.periods import PeriodContext, comparator_of, shift_quarters, shift_years

CONTEXT = PeriodContext(reported="2024-Q2")


@pytest.mark.parametrize(
    ("text", "lang", "periods"),
    [
        pytest.param("in the second quarter of 2024", "en", ["2024-Q2"], id="en-full"),
        pytest.param("Q1 2023 versus 3Q '22 and Q4", "en", ["2023-Q1", "2022-Q3", "2023-Q4"], id="en-short"),
        pytest.param("the third quarter", "en", ["2024-Q3"], id="en-the-coming-one"),
        pytest.param("six months ended June 30, 2024", "en", ["2024-H1"], id="en-half"),
        pytest.param("as of June 30, 2024", "en", ["asof:2024-06-30"], id="en-as-of"),
        pytest.param("trailing 12-month period ended June 30, 2024", "en", ["LTM@2024-06-30"], id="en-ltm"),
        pytest.param("on a trailing-twelve-month basis", "en", ["LTM@2024-06-30"], id="en-ltm-hyphens"),
        pytest.param(
            "on a trailing basis; over rolling four-quarter spans", "en", ["LTM@2024-06-30"] * 2, id="en-ltm-basis"
        ),
        pytest.param("third quarter of last year", "en", ["2023-Q3"], id="en-last-year"),
        pytest.param("full year 2024 and fiscal 2025", "en", ["FY2024", "FY2025"], id="en-years"),
        pytest.param("Q3 2023/24 and 9M 2022/23", "en", ["2024-Q3", "2023-9M"], id="en-parts-of-a-year-told-as-two"),
        pytest.param("the third quarter of fiscal 2023/24.", "en", ["2024-Q3"], id="en-a-part-of-such-a-year"),
        pytest.param("from 2022 to 2027", "en", ["FY2022", "FY2027"], id="en-span"),
        pytest.param("up 5% year-over-year and quarter over quarter", "en", [], id="en-comparators-are-none"),
        pytest.param("2024年第二季度", "zh", ["2024-Q2"], id="zh-full"),
        pytest.param("二零二三年第四季", "zh", ["2023-Q4"], id="zh-numerals"),
        pytest.param("民國113年第二季", "zh", ["2024-Q2"], id="zh-roc"),
        pytest.param(
            "去年同期、上季、本季、下一季度", "zh", ["2023-Q2", "2024-Q1", "2024-Q2", "2024-Q3"], id="zh-words"
        ),
        pytest.param("截至2024年6月30日的過去12個月期間", "zh", ["LTM@2024-06-30"], id="zh-ltm"),
        pytest.param("滚动十二个月、过去四个季度、TTM", "zh", ["LTM@2024-06-30"] * 3, id="zh-ltm-words"),
        pytest.param("23年第4季", "zh", ["2023-Q4"], id="zh-two-digits"),
        pytest.param("截至二季末", "zh", ["asof:2024-06-30"], id="zh-quarter-end"),
    ],
)
def test_find_periods(text: str, lang: str, periods: list[str]) -> None:
    assert [mention.period for mention in find_periods(text, lang, CONTEXT)] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("quarter ended June 30, 2023", "2024-Q1", id="first-quarter"),
        pytest.param("three months ended March 31, 2024", "2024-Q4", id="last-quarter"),
    ],
)
def test_a_fiscal_year_that_ends_in_march(text: str, period: str) -> None:
    (mention,) = find_periods(text, "en", PeriodContext(reported="2024-Q1", year_end=3))
    assert mention.period == period


@pytest.mark.parametrize(
    ("period", "year_end", "day"),
    [
        pytest.param("2024-Q2", 12, "asof:2024-06-30", id="calendar"),
        pytest.param("2024-Q4", 3, "asof:2024-03-31", id="march-year"),
        pytest.param("2024-Q1", 6, "asof:2023-09-30", id="june-year"),
        pytest.param("FY2024", 12, "asof:2024-12-31", id="year"),
        pytest.param("asof:2024-05-15", 12, "asof:2024-05-15", id="day"),
        pytest.param("LTM@2024-05-31", 12, "asof:2024-05-31", id="twelve-months"),
        pytest.param("multi:2023..2024", 12, None, id="years"),
    ],
)
def test_end_of(period: str, year_end: int, day: str | None) -> None:
    assert end_of(period, PeriodContext(reported=period, year_end=year_end)) == day


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("asof:2031-03-31", "asof:2031-03-31"),
        ("LTM@2031-03-31", "asof:2031-03-31"),
        ("multi:2030..2035", None),
    ],
)
def test_a_day_is_its_own_end(period: str, day: str | None) -> None:
    assert end_of(period, CONTEXT) == day


@pytest.mark.parametrize(
    ("text", "base"),
    [
        pytest.param(
            "Arden Pumps third quarter 2031 earnings call, November 4, 2031.\n\nFor the fourth quarter we expect revenue of "
            "$1.31 billion to $1.34 billion, growth of 6% to 8% from $1.238 billion last year.",
            "2030-Q4",
            id="en-a-quarter-to-come",
        ),
        pytest.param(
            "Arden Pumps third quarter 2031 earnings call, November 4, 2031.\n\nRevenue grew 8.6% to $1.274 billion from "
            "$1.173 billion last year.",
            "2030-Q3",
            id="en-the-quarter-reported",
        ),
    ],
)
def test_last_year_is_that_of_the_level(text: str, base: str) -> None:
    assert [row.period for row in analyze(text).claims if row.role == "base"] == [base]


def test_shifts_and_comparators() -> None:
    assert shift_quarters("2024-Q4", 1) == "2025-Q1"
    assert shift_years("LTM@2024-02-29", -1) == "LTM@2023-02-28"
    assert comparator_of("2024-Q2", "2022-Q2") is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "Wick Stores, First Quarter Fiscal 2029 Results, June 4, 2029. The fiscal year ends January 31.",
            "2029-04-30",
        ),
        (
            "Wick Stores, First Quarter Fiscal 2030 Results, June 4, 2029. The fiscal year ends January 31.",
            "2029-04-30",
        ),
        (
            "Wick Stores, First Quarter Fiscal 2029 Results, November 4, 2028. The fiscal year ends July 31.",
            "2028-10-31",
        ),
    ],
)
def test_a_fiscal_year_may_bear_the_name_of_its_start(head: str, day: str) -> None:
    """Published most of a year after the quarter would have ended, the report is on a year named after its start."""
    claims = find_claims(f"{head}\n\nAt the end of the quarter we had 418 stores.")
    assert claims[-1].period == f"asof:{day}"


def test_a_quarter_counted_in_weeks_ends_on_its_own_day() -> None:
    """The release says when the quarter ended; the call beside it speaks of the same day."""
    release = (
        "Wick Stores Reports Third Quarter 2031 Results\n\nFor the 13 weeks ended October 3, 2031, sales rose 4%.\n"
    )
    call = "Wick Stores Third Quarter 2031 Earnings Call\n\nAnn Lee: At the end of the quarter we had 418 stores.\n"
    stores = [row for row in analyze(call, releases=[release]).claims if row.metric == "stores"]
    assert [row.period for row in stores] == ["asof:2031-10-03"]
