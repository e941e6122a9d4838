"""Times that a sentence settles: the weights have no say there."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.claims.weigh.times import is_but_years_apart


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("Zarn Mills -- Fourth Quarter 2030 Earnings Call, February 6, 2031.\n\nFor Q2 we expect revenue between $294 million and $296 million.", "Q2", id="en-a-quarter-that-is-not-the-next"),
        pytest.param("Zarn Mills -- Fourth Quarter 2030 Earnings Call, February 6, 2031.\n\nFor Q1 we expect revenue between $294 million and $296 million.", "Q1", id="en-the-next"),
        pytest.param("扎恩纺织2030年第四季度业绩电话会，2031年2月6日。\n\n第二季度我们预计收入2.94亿元至2.96亿元。", "Q2", id="zh-a-quarter-that-is-not-the-next"),
    ],
)  # fmt: skip
def test_the_quarter_that_is_named_stays(text: str, part: str) -> None:
    periods = [row.period for row in analyze(text).claims if row.metric == "revenue"]
    assert periods
    assert all((period or "").endswith(part) for period in periods)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2030-Q2", "2031-Q2", True),
        ("2030-Q2", "2030-Q2", False),
        ("2030-Q2", "2031-Q1", False),
        ("FY2030", "FY2031", False),
        (None, "2031-Q1", False),
    ],
)
def test_one_part_of_two_years(one: str | None, other: str | None, alike: bool) -> None:
    assert is_but_years_apart(one, other) is alike
