"""A figure compared with its own date, a loss called a profit, and a rate beside its difference."""

from __future__ import annotations

import pytest

from tests.checks.running import findings_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Inventory was $61.2 million as of June 30, 2024, up from $54.8 million as of June 30, 2024.", True, id="en"),
        pytest.param("截至2024年6月30日存货为0.612亿元，较2024年6月30日的0.548亿元增加。", True, id="zh"),
        pytest.param("Inventory was $61.2 million as of June 30, 2024, up from $54.8 million as of June 30, 2023.", False, id="two-dates"),
        pytest.param(
            "Revenue for the second quarter of 2024 was $61.2 million, compared with our guidance for the second quarter of "
            "2024 of $54.8 million.",
            False,
            id="guidance",
        ),
    ],
)  # fmt: skip
def test_compared_with_itself(text: str, found: bool) -> None:
    assert bool([row for row in findings_of(text) if row.code == "A19"]) is found


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        pytest.param(
            "Net loss was RMB64.8 million. As I said, net income was RMB64.8 million.", ["error"], id="turned"
        ),
        pytest.param("Net loss was RMB64.8 million. As I said, net loss was RMB64.8 million.", [], id="said-again"),
    ],
)
def test_a_loss_called_a_profit_in_one_document(text: str, severities: list[str]) -> None:
    assert [row.severity for row in findings_of(text) if row.code == "A16"] == severities


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("Revenue was $61.2 million, up $3.4 million or 5.9% year over year.", "supported", id="en-holds"),
        pytest.param("Revenue was $61.2 million, up $3.4 million or 8.9% year over year.", "contradicted", id="en-fails"),
        pytest.param("营业收入6,120万元，同比增加340万元，增长5.9%。", "supported", id="zh-holds"),
        pytest.param("营业收入6,120万元，同比增加340万元，增长8.9%。", "contradicted", id="zh-fails"),
        pytest.param("Revenue was $61.2 million, 5.9% ahead of last year and $1.9 million above the top of our range.", None, id="plan"),
    ],
)  # fmt: skip
def test_a_rate_beside_its_difference(text: str, verdict: str | None) -> None:
    found = [row.verdict for row in findings_of(text) if row.code == "A01" and " - " in row.formula]
    assert found == ([verdict] if verdict else [])
