"""A26: an amount told as a change that is the level or the base."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Cost of revenue fell 6.4% by $97.2 million from $103.8 million.", "what came of it", id="en-by-for-to"),
        pytest.param("Cost of revenue fell 6.4% to $97.2 million from $103.8 million.", None, id="en-to"),
        pytest.param("Cost of revenue fell by $6.6 million or 6.4% from $103.8 million.", None, id="en-a-true-change"),
        pytest.param("Revenue was $641 million, down 5.7%, an increase of $680 million.", "what was before", id="en-an-increase-for-from"),
        pytest.param("Revenue was $641 million, down 5.7% from $680 million.", None, id="en-from"),
        pytest.param("Revenue was $641 million, up 5.7%, an increase of $34.6 million.", None, id="en-change-and-rate"),
        pytest.param("Revenue grew 19% by $88.4 million. Cost of revenue was $57.9 million.", "what came of it", id="en-more-than-any"),
        pytest.param("Revenue grew 19% by $8.4 million. Cost of revenue was $57.9 million.", None, id="en-of-a-known-size"),
        pytest.param("Cash was $57.4 million, down to $3.2 million from $60.6 million.", "by how much", id="en-to-for-by"),
        pytest.param("Cash was $57.4 million, down by $3.2 million from $60.6 million.", None, id="en-by"),
        pytest.param("现金为57.4亿元，较上年末的60.6亿元减少至3.2亿元。", "by how much", id="zh-to-for-by"),
        pytest.param("现金为57.4亿元，较上年末的60.6亿元减少3.2亿元。", None, id="zh-by"),
        pytest.param("营业收入为4.125亿元，增加4.638亿元，减少11.1%。", "what was before", id="zh-an-increase-for-from"),
        pytest.param("营业收入为4.125亿元，较去年同期的4.638亿元减少11.1%。", None, id="zh-from"),
    ],
)  # fmt: skip
def test_a_level_told_as_a_change(text: str, found: str | None) -> None:
    rows = [row for row in findings_of(text, "", call_period="2024-Q3") if row.code == "A26"]
    assert len(rows) == (found is not None)
    assert found is None or found in rows[0].message
