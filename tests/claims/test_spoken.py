"""What executives say between the plain statements: money spent, parts that move, points that move a rate, asides."""

from __future__ import annotations

import pytest

from nlp.claims.mentions import find_periods
from nlp.claims.periods import PeriodContext
from tests.claims.reading import claims_of, told


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        pytest.param("We spent $41 million on new trucks in the quarter.", ["other:new trucks"], id="spent-on"),
        pytest.param("We recorded $12 million of severance payments.", ["other:severance payments"], id="of-what"),
        pytest.param("That leaves $9.1 million of cash, $4.7 million of net debt.", ["cash", "debt"], id="of-each"),
        pytest.param(
            "Free cash flow made up 31% of sales or $24 million.",
            ["free_cash_flow_margin", "free_cash_flow"],
            id="rate-and-money",
        ),
        pytest.param("Debt collection costs were down 12%.", ["other:debt collection costs"], id="narrowed-noun"),
        pytest.param("We placed the $90 million bond offering in May.", ["other:bond offering"], id="kind-of-money"),
        pytest.param(
            "Nothing is drawn on our $1.4 billion U.S. credit facility.", ["other:credit facility"], id="facility"
        ),
        pytest.param("Debt is the $340 million of convertible notes.", ["debt"], id="of-what-debt-is-made"),
        pytest.param(
            "Operating profit was $61 million, with $3 million of currency headwinds.",
            ["operating_income", "other:currency headwinds"],
            id="of-headwinds",
        ),
        pytest.param("We are at 2.7 times levered, net debt to underlying EBITDA.", ["leverage"], id="levered"),
        pytest.param("Net sales revenue fell 6%, and MG&A fell 2%.", ["revenue", "sga_expense"], id="brewers-words"),
        pytest.param("The year started well, earning $0.37 per share.", ["eps"], id="earning-per-share"),
        pytest.param("总发电量18.2亿千瓦时，总装机容量450兆瓦。", ["production", "capacity"], id="zh-units-of-measure"),
        pytest.param("仓储面积达12.4万平方米。", ["other:仓储面积"], id="zh-what-is-measured"),
        pytest.param("R&D expense ratio was 3.7%.", ["rnd_expense_ratio"], id="expense-ratio"),
        pytest.param("Attendance at our northern parks was up 7%.", ["other:attendance"], id="head-of-the-phrase"),
        pytest.param("Room rates are pacing up 12%.", ["other:room rates"], id="being"),
        pytest.param(
            "Loans grew 12% and 60% of that growth came from old customers.", ["loans", "loans"], id="of-growth"
        ),
        pytest.param("Our loan growth came to 12% in spring.", ["loans"], id="loan-growth"),
        pytest.param("The dividend payment comes to $6 million.", ["dividend"], id="dividend-payment"),
        pytest.param("Gross profit was 43.1%, against 41.2% a year ago.", ["gross_margin"] * 2, id="as-margin"),
        pytest.param(
            "Our DSO of 41 days has come down from 52 days a year ago.",
            ["receivable_days"] * 2,
            id="days",
        ),
        pytest.param(
            "Cost of sales, including freight, which I turn to later, was $17.3 million.",
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
            "Orders were up 6%, led by steel pumps up 9%, field service up 7% and valves up 3%.",
            [("6%", None), ("9%", "steel pumps"), ("7%", "field service"), ("3%", "valves")],
            id="en-names-that-move",
        ),
        pytest.param(
            "Then there is Field Service, which grew 7% year over year.",
            [("7%", "field service")],
            id="which",
        ),
        pytest.param("Footfall at our domestic shops was up 4%.", [("4%", None)], id="no-part-but-its-footfall"),
        pytest.param("Freight and packing costs were up 8%.", [("8%", None)], id="costs-are-no-part"),
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
            "Over the year we lifted revenue 3%, and operating income 8%.",
            [("3%", "change", "up", "revenue"), ("8%", "change", "up", "operating_income")],
            id="en-verb-metric-rate",
        ),
        pytest.param(
            "Cash stood at $91 million, which is $8 million more than at the end of March.",
            [("$91 million", "level", None, "cash"), ("$8 million", "change", "up", "cash")],
            id="en-beyond-a-day",
        ),
        pytest.param(
            "Tonnes grew approximately 14% and blended ASP approximately 6%.",
            [("6%", "change", "up", "price")],
            id="en-ellipsis-with-metric",
        ),
        pytest.param(
            "We confirm revenue growth in the 7% to 9% range.",
            [("7% to 9%", "change", "up", "revenue")],
            id="en-growth-in-the",
        ),
        pytest.param(
            "We expect revenue growth to be between 17% and 22%.",
            [("17% and 22%", "change", "up", "revenue")],
            id="en-growth-to-be-between",
        ),
        pytest.param("Licence revenue grew at 11%.", [("11%", "change", "up", "revenue")], id="en-grew-at"),
        pytest.param(
            "Net margin should not fall below 6.1%.", [("6.1%", "level", None, "net_margin")], id="en-not-below"
        ),
        pytest.param(
            "We expected provision growth of less than 29%.",
            [("29%", "change", "up", "other:provision")],
            id="en-growth-of-an-unknown-noun",
        ),
        pytest.param(
            "We saw growth in U.S. travel spend of 6%.",
            [("6%", "change", "up", "other:travel spend")],
            id="en-growth-in-an-unknown-noun",
        ),
        pytest.param(
            "We also proposed a 16% increase in our dividend.",
            [("16%", "change", "up", "dividend")],
            id="en-increase-in",
        ),
        pytest.param(
            "We get 35% of the price as a down payment.", [("35%", "share", None, "price")], id="en-down-payment"
        ),
        pytest.param(
            "Gross margin on the direct sales side improved 14 basis points.",
            [("14 basis points", "change", "up", "gross_margin")],
            id="en-points-are-of-the-rate",
        ),
        pytest.param(
            "EBITDA fell 12%, due to lower prices partially offset by a 14% decrease in travel.",
            [("14%", "change", "down", "other:travel")],
            id="en-decrease-in-an-unknown-noun",
        ),
        pytest.param(
            "Sales increased 9% or $57 million over prior year.",
            [("9%", "change", "up", "revenue"), ("$57 million", "change", "up", "revenue")],
            id="en-rate-or-money",
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
            "Operating income was $9.2 million, excluding the charge in Q2 last year, for a margin of 24%.",
            ["2024-Q2", "2024-Q2"],
            id="aside",
        ),
        pytest.param(
            "Gross margin for the full year was 43%, up from 41% a year ago.", ["FY2024", "FY2023"], id="year-ago"
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


def test_a_name_goes_on_in_the_next_line() -> None:
    (claim,) = claims_of("For\n2023, gross\nmargins came to 43.1%.")
    assert (claim.metric, claim.period) == ("gross_margin", "FY2023")


def test_a_split_year_is_fiscal_only_where_the_fiscal_year_is() -> None:
    spring = PeriodContext(reported="2024-H1", year_end=3)
    assert find_periods("FY 2023/24", "en", spring)[0].period == "FY2024"
    assert find_periods("FY 2023/24", "en", PeriodContext(reported="2024-H1"))[0].period == "multi:2023..2024"
