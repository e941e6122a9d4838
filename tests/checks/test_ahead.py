"""A25: a figure told as reached, of a time behind the one that its document reports on."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Revenue in the fourth quarter was $120.4 million, up 12%.", True, id="en-the-next-quarter-was"),
        pytest.param("Revenue in the third quarter was $120.4 million, up 12%.", False, id="en-the-quarter-itself"),
        pytest.param("Revenue in the second quarter was $120.4 million.", False, id="en-the-quarter-before"),
        pytest.param("Revenue in the fourth quarter should be $120.4 million.", False, id="en-expected"),
        pytest.param("Revenue in the fourth quarter was about $120 million.", False, id="en-roughly"),
        pytest.param("Revenue in the fourth quarter was $120.4 million. Capex in the fourth quarter was $9.3 million.", False, id="en-told-of-again"),
        pytest.param("第四季度营业收入1.204亿元，同比增长12%。", True, id="zh-the-next-quarter-with-growth"),
        pytest.param("第三季度营业收入1.204亿元，同比增长12%。", False, id="zh-the-quarter-itself"),
        pytest.param("预计第四季度营业收入1.204亿元，同比增长12%。", False, id="zh-expected"),
        pytest.param("第四季度营业收入1.204亿元。", False, id="zh-without-growth"),
    ],
)  # fmt: skip
def test_a_quarter_to_come(text: str, found: bool) -> None:
    rows = findings_of(text, "", call_period="2024-Q3")
    assert [row.severity for row in rows if row.code == "A25"] == (["warning"] if found else [])
