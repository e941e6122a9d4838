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
    "text",
    [
        pytest.param("扎恩纺织2031年第二季度业绩，2031年8月18日。财年截至12月31日。\n\n截至2031年6月30日止六个月，总收入为人民币5,184百万元，净亏损为人民币263百万元。", id="zh"),
        pytest.param("Zarn Mills second quarter 2031 results, August 18, 2031.\n\nFor the six months ended June 30, 2031, revenue was $5,184 million and net loss was $263 million.", id="en"),
    ],
)  # fmt: skip
def test_a_half_that_opens_a_sentence_is_that_of_its_figures(text: str) -> None:
    assert [row.period for row in analyze(text).claims if row.role == "level"] == ["2031-H1", "2031-H1"]


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
