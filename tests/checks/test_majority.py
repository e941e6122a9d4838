"""One slip among several places, ratios and repeated columns of a table, and shares of a whole. All invented."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.records import Finding

CALL = """Grindle Quarry Q2 2041 Earnings Call

Hanne Moss -- Chief Executive Officer

Good morning. Gross margin was 38.4% in the second quarter of 2041, and headcount was 917 at the end of June 2041.
"""
RELEASE = """Grindle Quarry Second Quarter 2041 Results

Gross margin was {first} in the second quarter of 2041.

Stone, gravel and sand accounted for {share}, 31% and 24% of revenue, respectively.

In the second quarter of 2041, the gross margin of 38.4% was helped by prices.

Key figures (USD million)

| | Q2 2041 | Q2 2040 | H1 2041 | H1 2040 |
|---|---|---|---|---|
| Revenue | 412.6 | 388.1 | 801.3 | 755.0 |
| Order book (30 June) | {book} | 1,204.7 | 1,318.2 | 1,204.7 |
| EBITA | 61.9 | 54.3 | 112.2 | 98.2 |
| EBITA margin | {ratio} | 14.0% | 14.0% | 13.0% |
"""
ZH_CALL = """石陌采石2041年第二季度业绩说明会

莫涵 -- 首席执行官

各位好。2041年第二季度毛利率为38.4%。
"""
ZH_RELEASE = """石陌采石公布2041年第二季度业绩

2041年第二季度毛利率为{first}。

2041年第二季度毛利率为38.4%,符合预期。
"""
RIGHT = {"first": "38.4%", "share": "45%", "book": "1,318.2", "ratio": "15.0%"}


def accusations(**changed: str) -> list[Finding]:
    release = RELEASE.format(**{**RIGHT, **changed})
    found = analyze(CALL, releases=[release]).findings
    return [row for row in found if row.verdict == "contradicted" and row.severity in ("error", "warning")]


def test_a_release_that_fits_is_left_alone() -> None:
    assert accusations() == []


@pytest.mark.usefixtures("as_the_rules_read")
@pytest.mark.parametrize(
    ("changed", "code", "repair"),
    [
        pytest.param({"first": "34.8%"}, "A16", "38.4", id="slip-among-three-places"),
        pytest.param({"share": "54%"}, "A09", "45", id="shares-above-the-whole"),
        pytest.param({"book": "1,381.2"}, "A16", "1318200000.0", id="column-that-repeats"),
        pytest.param({"ratio": "51.0%"}, "A05", "15.0", id="ratio-of-two-lines"),
    ],
)
def test_english(changed: dict[str, str], code: str, repair: str) -> None:
    found = accusations(**changed)
    assert code in {row.code for row in found}, found
    assert repair in {str(each.value) for row in found if row.code == code for each in row.repairs}


@pytest.mark.parametrize(("first", "accused"), [("34.8%", True), ("38.4%", False), ("38%", False)])
def test_chinese(first: str, accused: bool) -> None:
    found = analyze(ZH_CALL, releases=[ZH_RELEASE.format(first=first)]).findings
    assert any(row.verdict == "contradicted" and row.severity != "note" for row in found) is accused, found


def test_shares_below_the_whole_may_leave_a_part_out() -> None:
    assert accusations(share="35%") == []
