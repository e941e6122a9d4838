"""What executives say between the plain statements: money spent, parts that move, points that move a rate, asides."""

from __future__ import annotations

import pytest

from nlp.claims.mentions import find_periods
from nlp.claims.periods import PeriodContext
from tests.claims.reading import claims_of, told


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        pytest.param("We spent $41 million on acquisitions in the quarter.", ["other:acquisitions"], id="spent-on"),
        pytest.param("We recorded $12 million of severance payments.", ["other:severance payments"], id="of-what"),
        pytest.param("We ended with $5.1 billion of cash, $3.8 billion of total debt.", ["cash", "debt"], id="of-each"),
        pytest.param(
            "Free cash flow represented 31% of revenue or $240 million.",
            ["free_cash_flow_margin", "free_cash_flow"],
            id="rate-and-money",
        ),
        pytest.param("Debt underwriting fees were down 11%.", ["other:debt underwriting fees"], id="narrowed-noun"),
        pytest.param("We closed the $1 billion debt offering in May.", ["other:debt offering"], id="kind-of-money"),
        pytest.param("Total loan growth was 12% in the quarter.", ["loans"], id="loan-growth"),
        pytest.param("The dividend payment is valued at $60 million.", ["dividend"], id="dividend-payment"),
        pytest.param("Our gross profit was 53%, compared with 50.2% a year ago.", ["gross_margin"] * 2, id="as-margin"),
        pytest.param(
            "DSO of 71 days increased by 1 day sequentially and has improved from 77 days a year ago.",
            ["receivable_days"] * 3,
            id="days",
        ),
        pytest.param(
            "Total cost of revenues, including freight, which I will come back to, was $17.3 million.",
            ["cost_of_revenue"],
            id="aside-before-the-verb",
        ),
    ],
)
def test_what_money_is_for(text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(text)] == metrics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Loans were up 6%, driven by home lending up 10%, business banking up 5% and cards up 4%.",
            [("6%", None), ("10%", "home lending"), ("5%", "business banking"), ("4%", "cards")],
            id="en-names-that-move",
        ),
        pytest.param(
            "Turning now to Financial Services, which grew 5% year over year.",
            [("5%", "financial services")],
            id="which",
        ),
        pytest.param("Attendance at our domestic parks was up 6%.", [("6%", None)], id="no-part-but-its-attendance"),
        pytest.param("Marketing and engagement costs were up 17%.", [("17%", None)], id="costs-are-no-part"),
    ],
)
def test_parts_that_move(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "segment") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gross margin fell to 31.2%. Product mix cost us 1.9 points and promotions another 1.4 points.",
            [("1.9 points", "driver", "down", "gross_margin"), ("1.4 points", "driver", "down", "gross_margin")],
            id="en-points",
        ),
        pytest.param(
            "毛利率降至31.2%，其中产品结构拖累1.9个百分点，材料降价贡献0.6个百分点。",
            [("1.9个百分点", "driver", "down", "gross_margin"), ("0.6个百分点", "driver", "up", "gross_margin")],
            id="zh-points",
        ),
        pytest.param(
            "For the full year, we grew revenue 3%, and operating income 8%.",
            [("3%", "change", "up", "revenue"), ("8%", "change", "up", "operating_income")],
            id="en-verb-metric-rate",
        ),
        pytest.param(
            "Cash stood at $91 million, which is $8 million more than at the end of March.",
            [("$91 million", "level", None, "cash"), ("$8 million", "change", "up", "cash")],
            id="en-beyond-a-day",
        ),
        pytest.param(
            "Bits grew approximately 14% and blended ASP approximately 6%.",
            [("6%", "change", "up", "price")],
            id="en-ellipsis-with-metric",
        ),
        pytest.param("净利率不低于6.5%。", [("6.5%", "level", None, "net_margin")], id="zh-bound-is-no-base"),
    ],
)
def test_what_moved(text: str, expected: list[tuple[object, ...]]) -> None:
    found = told(text, "role", "direction", "metric")
    assert found[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Operating income was $9.2 billion, excluding the fine in the second quarter of last year, for a margin of 24%.",
            ["2024-Q2", "2024-Q2"],
            id="aside",
        ),
        pytest.param(
            "Gross margin for the full year was 71%, up from 67% a year ago.", ["FY2024", "FY2023"], id="year-ago"
        ),
    ],
)
def test_whose_period(text: str, expected: list[str]) -> None:
    assert [claim.period for claim in claims_of(text)] == expected


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "at 31 December 2023", "asof:2023-12-31"),
        ("en", "at September 30", "asof:2024-09-30"),
        ("en", "at December 31", "asof:2023-12-31"),
        ("en", "by year end", "asof:2024-12-31"),
        ("en", "at year-end 2023", "asof:2023-12-31"),
        ("en", "six months ended 30 June 2024", "2024-H1"),
        ("en", "half-year ended 30 June", "2024-H1"),
        ("en", "nine months ended September 30", "2024-9M"),
        ("en", "in the September quarter", "2024-Q3"),
        ("en", "the March 2024 quarter", "2024-Q1"),
        ("en", "year to date", "2024-9M"),
        ("en", "in Q4 of last year", "2023-Q4"),
        ("en", "3Q last year", "2023-Q3"),
        ("en", "the back half of the year", "2024-H2"),
        ("en", "next financial year", "FY2025"),
        ("zh", "截至9月30日", "asof:2024-09-30"),
        ("zh", "报告期内", "2024-Q3"),
        ("zh", "今年以来", "2024-9M"),
        ("zh", "到年底", "asof:2024-12-31"),
    ],
)
def test_periods_as_they_are_said(lang: str, text: str, period: str) -> None:
    found = find_periods(text, lang, PeriodContext(reported="2024-Q3"))
    assert [mention.period for mention in found] == [period]


def test_a_split_year_is_fiscal_only_where_the_fiscal_year_is() -> None:
    spring = PeriodContext(reported="2024-H1", year_end=3)
    assert find_periods("FY 2023/24", "en", spring)[0].period == "FY2024"
    assert find_periods("FY 2023/24", "en", PeriodContext(reported="2024-H1"))[0].period == "multi:2023..2024"
