"""What companies of many trades call their measures, as they say it."""

from __future__ import annotations

import pytest

from nlp import find_claims

_HEAD = "Corran Group -- Second Quarter 2031 Earnings Call, July 24, 2031. Fiscal year ends December 31.\n\n"


def measures(text: str) -> list[str]:
    """The metrics of the claims in a text of one company, in order; `other` for one without a canonical name."""
    found = [c for c in find_claims(_HEAD + text) if c.start >= len(_HEAD)]
    return ["other" if c.metric.startswith("other:") else c.metric for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our efficiency ratio improved to 58.2%.", "expense_ratio"),
        ("The cost-income ratio came down to 61%.", "expense_ratio"),
        ("Net interest income was $31 million and the margin was 2.9%.", "net_interest_income net_interest_margin"),
        ("The reserve build was $9 million.", "provision"),
        ("Thirty-day delinquencies were 2.1%.", "overdue_rate"),
        ("Policy lapse rates rose to 7.4%.", "churn"),
        ("Gross written premium rose 9% to $2.1 billion.", "premium premium"),
        ("Our medical loss ratio was 86.4%.", "loss_ratio"),
        ("The portfolio was 96.2% leased at quarter end.", "occupancy"),
        ("We moved 412,000 TEU through the terminal.", "volume"),
        ("Average day rates for our rigs reached $142,000.", "price"),
        ("Revenue per carload was $2,140.", "price"),
        ("Average revenue per household was $91.", "arpu"),
        ("Gross profit per pallet was $3.", "other"),
        ("Operating expenses were $11 per barrel.", "other"),
        ("We produced 212,000 ounces and sold 198,000 ounces.", "production volume"),
        ("Crude steel production was 1.4 million tonnes.", "production"),
        ("We sold 2,120 homes at an average of $412,000.", "volume price"),
        ("We have 840 megawatts contracted.", "capacity"),
        ("Customers ordered 34 trailers.", "orders"),
        ("水泵业务的分部利润为2.35亿元。", "operating_income"),
        ("水泵业务的分部亏损由1.92亿元收窄至0.87亿元。", "operating_income operating_income"),
        ("其他业务收入为5.79亿元。", "revenue"),
        ("其他收入为5.79亿元。", "other_income"),
        ("We built 6,100 trucks.", "production"),
        ("We repurchased 2.4 million shares.", "buyback"),
        ("We will return $300 million through our buyback.", "buyback"),
        ("Gross bookings were $40 billion and trips grew 19%.", "gmv volume"),
        ("We kept 61 basis points of volume.", "take_rate"),
        ("Card spend was $12 billion.", "gmv"),
        ("Phone net adds were 98,000.", "subscribers"),
        ("The average member spends $41 a month.", "arpu"),
        ("Adjusted EBITDAR was $88 million.", "adjusted_ebitda"),
        ("EBITDA before special items was €88 million.", "adjusted_ebitda"),
        ("Profit from recurring operations was €61 million.", "operating_income"),
        ("The core margin was 14%.", "operating_margin"),
        ("Free cash use was $14 million.", "free_cash_flow"),
        ("Inventory at the plants stood at 81 days.", "inventory_days"),
        ("Wages were $3 million and the compensation ratio was 41%.", "other staff_expense_ratio"),
        ("Sales of Lumen rose 8% at constant exchange rates to €12 million.", "revenue revenue"),
        ("Same-store NOI grew 3.1%, and leasing spreads were 12%.", "net_operating_income other"),
        ("Guidance for the year is now a decline of 1% to 2%.", "revenue"),
        ("Cloud was $120 million; on-premise was $80 million.", "revenue revenue"),
        ("We did $212 million in the quarter.", "revenue"),
        ("Rent was $12 million.", "other"),
        ("Our guidance of $2.10 to $2.30 per share stands.", "eps"),
    ],
)  # fmt: skip
def test_a_measure_by_any_name(text: str, expected: str) -> None:
    assert measures(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "Its retail arm grew 5%.",
        "Debt collection costs fell 3%.",
        "The churn gap was 23%.",
        "We carried 3 million passengers.",
    ],
)
def test_words_of_a_measure_that_name_none(text: str) -> None:
    assert not {"arpu", "debt", "churn", "volume"} & set(measures(text))
