"""Whatever may be a profit may be a loss: its name then says so, and its value is below zero."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlp import find_claims


@pytest.mark.parametrize(
    ("text", "lang", "metric", "value"),
    [
        ("The loss after tax was $21.2 million.", "en", "net_income", -21_200_000),
        ("The group loss was EUR 3.4 million.", "en", "net_income", -3_400_000),
        ("Trading losses were $3 million.", "en", "operating_income", -3_000_000),
        ("The segment loss narrowed to $3.2 million.", "en", "operating_income", -3_200_000),
        ("稅前淨損為新台幣21.224億元。", "zh", "pretax_income", -2_122_400_000),
        ("归母净亏损为1.28亿元。", "zh", "net_income", -128_000_000),
        ("归属于母公司股东的净损为3.1亿元。", "zh", "net_income", -310_000_000),
        ("營業淨損5,220萬元。", "zh", "operating_income", -52_200_000),
    ],
)
def test_losses_by_name(text: str, lang: str, metric: str, value: int) -> None:
    (claim,) = find_claims(text, lang)
    assert (claim.metric, claim.amount.value) == (metric, Decimal(value))


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        (
            "Our net loss narrowed to $14.6 million, and for the year we earned $163.7 million.",
            "en",
            [-14_600_000, 163_700_000],
        ),
        ("全年归母净亏损1.47亿元，去年同期是盈利2.65亿元。", "zh", [-147_000_000, 265_000_000]),
    ],
)
def test_what_is_earned_is_no_loss(text: str, lang: str, values: list[int]) -> None:
    assert [claim.amount.value for claim in find_claims(text, lang)] == values
