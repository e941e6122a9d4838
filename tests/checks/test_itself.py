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
    ("text", "found"),
    [
        pytest.param("Revenue for the second quarter of 2024 was $112.0 million, up 12.0% year over year from $100.0 million for the second quarter of 2022.", True, id="en"),
        pytest.param("Revenue for the second quarter of 2024 was $112.0 million, up 12.0% year over year from $100.0 million for the second quarter of 2023.", False, id="en-a-year-apart"),
        pytest.param("Revenue for the second quarter of 2024 was $112.0 million, up 12.0% year over year, from $104.0 million for the second quarter of 2022.", False, id="en-another-growth"),
        pytest.param("Revenue for the second quarter of 2024 was $112.0 million, up 12.0% from $100.0 million for the second quarter of 2022.", False, id="en-no-comparison-named"),
        pytest.param("2024年第二季度营业收入为11.20亿元，较2022年第二季度的10.00亿元同比增长12.0%。", True, id="zh"),
        pytest.param("2024年第二季度营业收入为11.20亿元，较2023年第二季度的10.00亿元同比增长12.0%。", False, id="zh-a-year-apart"),
    ],
)  # fmt: skip
def test_growth_of_dates_otherwise_apart(text: str, found: bool) -> None:
    rows = [row for row in findings_of(text) if row.code == "A19"]
    assert [row.message for row in rows] == [
        "The two figures make the growth said, but their dates are not as far apart as it is told."
    ] * found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Gross profit was $127.3 million, a decrease of 20.0 percentage points from $159.2 million in the first quarter of 2024.", "A13", id="en-points-of-money"),
        pytest.param("Gross profit was $127.3 million, a decrease of 20.0% from $159.2 million in the first quarter of 2024.", None, id="en-per-cent-of-money"),
        pytest.param("Gross profit was $127.3 million, an increase of 11.9% from $113.8 million a year ago and a decrease of 20.0 percentage points from $159.2 million in the first quarter of 2024.", "A13", id="en-beside-another-base"),
        pytest.param("毛利1.273亿元，较上季度的1.592亿元下降20.0个百分点。", "A13", id="zh-points-of-money"),
        pytest.param("Revenue was $128.1 million. For the third quarter of 2024 we expect revenue of $132 million to $138 million, a decline of 3.0% to 7.7% sequentially.", "A01", id="en-a-guided-range-turned"),
        pytest.param("Revenue was $128.1 million. For the third quarter of 2024 we expect revenue of $132 million to $138 million, growth of 3.0% to 7.7% sequentially.", None, id="en-a-guided-range"),
        pytest.param("第二季度营业收入为128.1亿元。我们预期第三季度营业收入为132亿元至138亿元，环比下降3.0%至7.7%。", "A01", id="zh-a-guided-range-turned"),
        pytest.param("第二季度营业收入为128.1亿元。我们预期第三季度营业收入为132亿元至138亿元，环比增长3.0%至7.7%。", None, id="zh-a-guided-range"),
    ],
)  # fmt: skip
def test_words_that_turn_a_growth_that_holds(text: str, code: str | None) -> None:
    assert [row.code for row in findings_of(text) if row.verdict == "contradicted"] == ([code] if code else [])


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
