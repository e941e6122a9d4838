"""Shares of an increase, and of something that is counted beside a price: they are not computed from part and whole."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of

EN = "Total revenue was $58.2 million, and Lamps revenue was $31.4 million, "
ZH = "营业收入为58.2亿元，其中灯具业务收入31.4亿元，"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(EN + "or 31% of total revenue.", {"A09"}, id="en-wrong-share"),
        pytest.param(EN + "or 54% of total revenue.", set(), id="en-right-share"),
        pytest.param(EN + "or 31% of the increase in revenue.", set(), id="en-of-the-increase"),
        pytest.param(
            "The average price was $238 a tonne. Our Tallow price was $148, and Tallow is 31% of tonnes.",
            set(),
            id="en-beside-a-price",
        ),
        pytest.param(
            EN + "and exports were $4.2 million, so 31% of the segment, compared with 28%.", set(), id="en-of-a-part"
        ),
        pytest.param(ZH + "占比31%。", {"A09"}, id="zh-wrong-share"),
        pytest.param(ZH + "出口为4.2亿元，占该分部的31%。", set(), id="zh-of-a-part"),
        pytest.param(ZH + "贡献了增量的31%。", set(), id="zh-of-the-increase"),
        pytest.param("上半年销量612套，去年同期1,040套，掉了四成一。", set(), id="zh-tenths-and-a-hundredth"),
    ],
)
def test_what_a_share_is_of(text: str, codes: set[str]) -> None:
    assert {row.code for row in findings_of(text) if row.verdict == "contradicted"} == codes


@pytest.mark.parametrize(
    ("share", "severity"),
    [
        pytest.param("or 45% of total revenue.", "error", id="two-digits-exchanged-right-behind"),
        pytest.param("or 31% of total revenue.", "note", id="no-slip-explains-it"),
        pytest.param(
            "and after a long year of new shops and other work it came to 45% of total revenue.", "note", id="by-chance"
        ),
    ],
)
def test_a_wrong_share_is_an_error_where_a_slip_explains_it(share: str, severity: str) -> None:
    found = [row for row in findings_of(EN + share) if row.verdict == "contradicted" and row.code == "A09"]
    assert [row.severity for row in found] == [severity]
