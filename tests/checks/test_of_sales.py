"""What a margin tells of the profit beside it, and of words that make it points, a change or a loss."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of

REVENUE = "Revenue was $433.0 million. "
SALES = "营业收入为4.330亿元。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(REVENUE + "Operating income was $93.1 million, so our operating margin was 21.5%.", None, id="en"),
        pytest.param(REVENUE + "Operating loss was $93.1 million, so our operating margin was 21.5%.", "A05", id="en-loss"),
        pytest.param(
            REVENUE + "Operating loss was $93.1 million, and the operating margin was negative 21.5%.", None, id="en-true-loss"
        ),
        pytest.param(REVENUE + "Operating loss was $93.1 million, or 21.5% of revenue.", None, id="en-loss-of-sales"),
        pytest.param(REVENUE + "Gross profit was $93.1 million, or 21.5% of revenue.", None, id="en-of-sales"),
        pytest.param(
            REVENUE + "Gross profit was $93.1 million, or 21.5 percentage points of revenue.", "A13", id="en-points"
        ),
        pytest.param(REVENUE + "Gross profit was $93.1 million, up 1.9 percentage points.", None, id="en-other-points"),
        pytest.param(REVENUE + "Gross profit rose by $93.1 million, or 21.5% of revenue.", "A26", id="en-by-for-to"),
        pytest.param(REVENUE + "Gross profit rose by $12.4 million, with a gross margin of 21.5%.", None, id="en-a-change"),
        pytest.param(
            "Revenue grew 7.8% by $433.0 million. Gross profit was $93.1 million, or 21.5% of revenue.", "A26", id="en-revenue-by"
        ),
        pytest.param(SALES + "毛利为9,310万元，毛利率为21.5%。", None, id="zh"),
        pytest.param(SALES + "毛利为9,310万元，毛利率为21.5个百分点。", "A13", id="zh-points"),
        pytest.param(SALES + "经营亏损为9,310万元，经营利润率为21.5%。", "A05", id="zh-loss"),
    ],
)  # fmt: skip
def test_words_that_a_margin_gives_the_lie(text: str, code: str | None) -> None:
    found = {row.code for row in findings_of(text) if row.verdict == "contradicted"}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Adjusted EBITDA of $291 million equals a margin of 46.1%.", False, id="holds"),
        pytest.param("Adjusted EBITDA of $291 million equals a margin of 4.1%.", True, id="dropped"),
        pytest.param("Adjusted EBITDA of $291 million equals a margin of 39.4%.", False, id="no-slip"),
    ],
)
def test_profit_and_margin_of_one_sentence(text: str, found: bool) -> None:
    rows = [row for row in findings_of(f"Revenue was $631 million. {text}") if row.verdict == "contradicted"]
    assert [row.code for row in rows] == ["A05"] * found
    assert not found or rows[0].severity == "error"
