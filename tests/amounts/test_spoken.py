"""Multiples and points that are words of their own, cents of a country, and two levels that are no range."""

from __future__ import annotations

import pytest

from nlp.amounts import find_amounts


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "nearly twice the $940 million of June", [("twice", "2", "multiple"), ("$940 million", "940000000", "USD")]),
        ("en", "more than double the $81 million", [("double", "2", "multiple"), ("$81 million", "81000000", "USD")]),
        ("en", "ARR has tripled, to $31.2 million", [("tripled", "3", "multiple"), ("$31.2 million", "31200000", "USD")]),
        ("en", "about 2.5 times the RMB37.1 million", [("2.5 times", "2.5", "multiple"), ("RMB37.1 million", "37100000", "CNY")]),
        ("en", "We doubled down and call twice a year on double-digit growth.", []),
        ("en", "half a point more than in May", [("half a point", "0.5", "percentage_point")]),
        ("en", "a margin three full points above last year", [("three full points", "3", "percentage_point")]),
        ("en", "Mix gave 2.1 points of a margin of 31%.", [("2.1 points", "2.1", "percentage_point"), ("31%", "31", "percent")]),
        ("en", "Mix gave us 2.1 points, price 0.4 points.", [("2.1 points", "2.1", "percentage_point"), ("0.4 points", "0.4", "percentage_point")]),
        ("en", "Our promoter score rose 2.5 points.", [("2.5", "2.5", "count")]),
        ("en", "Bookings grew by more than half, orders by a third.", [("half", "0.5", "multiple"), ("a third", "0.333333", "multiple")]),
        ("en", "It slipped by one quarter, to be done by half year end.", []),
        ("en", "We run 40 points of sale.", [("40", "40", "count")]),
        ("zh", "报价已经翻倍了", [("翻倍", "2", "multiple")]),
        ("zh", "营收翻了一番，利润翻两番", [("翻了一番", "2", "multiple"), ("翻两番", "4", "multiple")]),
        ("zh", "零部件及零售收入9,630万元", [("9,630万元", "96300000", "CNY")]),
        ("en", "earnings of HK10.6 cents and US2 cents", [("HK10.6 cents", "0.106", "HKD"), ("US2 cents", "0.02", "USD")]),
        (
            "en",
            "DRAM revenue increased 20.9% QoQ from NT$6,131.2 million to NT$7,412.6 million as prices rose.",
            [("20.9%", "20.9", "percent"), ("NT$6,131.2 million", "6131200000", "TWD"), ("NT$7,412.6 million", "7412600000", "TWD")],
        ),
    ],
)  # fmt: skip
def test_said_in_words(lang: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(text[a.start : a.end], str(a.low), a.unit) for a in find_amounts(text, lang)] == expected


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "We expect revenue of $1.24 billion to $1.30 billion, up 8.0% to 13.2% on the year.", "8", "13.2"),
        ("zh", "我们预计营收为132亿元至138亿元，较第三季成长3.0%至7.7%。", "3", "7.7"),
    ],
)
def test_growth_that_is_expected_is_a_range(lang: str, text: str, low: str, high: str) -> None:
    assert (low, high) in [(str(a.low), str(a.high)) for a in find_amounts(text, lang)]


def test_growth_that_was_reported_ends_at_a_level() -> None:
    text = "Gross margin was up 2.1% to 33.3%."
    assert [str(a.low) for a in find_amounts(text, "en")] == ["2.1", "33.3"]
