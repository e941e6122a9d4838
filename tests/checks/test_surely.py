"""A contradiction is no surer than the reading of the claims it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp import analyze
from nlp.checks.surely import _is_unsure

CALL = "Zarn Mills, Third Quarter 2031 Results.\n\nRevenue was $90.4 million, up 12.6% from $80.3 million a year ago."
CLAIMS = [claim for claim in analyze(CALL).claims if claim.amount.kind != "count"]


@pytest.mark.parametrize(
    ("code", "weighed", "unsure"),
    [
        ("R02", [(), (), ()], False),
        ("R02", [("period",), (), ()], True),
        ("R02", [("segment",), (), ()], True),
        ("R02", [("segment",), ("segment",), ("segment",)], False),
        ("R02", [("direction",), (), ()], False),
        ("R04", [("metric", "role"), (), ()], False),
        ("A20", [("metric",), (), ()], False),
        ("A20", [("role",), (), ()], True),
        ("A20", [("period",), (), ()], False),
        ("R02", [("year",), (), ()], True),
        ("A13", [("role", "metric"), (), ()], False),
        ("T10", [("period",), (), ()], False),
        ("T10", [("unit",), (), ()], True),
        ("A13", [("unit",), (), ()], True),
    ],
    ids=[
        "agreed", "another-time", "one-of-another-part", "all-of-another-part", "way", "known-by-company",
        "known-by-digits", "told-as-a-change", "level-and-change-of-any-date", "another-year", "unit-of-one-number", "known-by-words", "unit-of-a-twin", "unit-itself",
    ],
)  # fmt: skip
def test_claims_on_which_readers_differ(code: str, weighed: list[tuple[str, ...]], unsure: bool) -> None:
    rows = [replace(row, weighed=names) for row, names in zip(CLAIMS, weighed, strict=True)]
    assert _is_unsure(code, rows) is unsure


@pytest.mark.parametrize(
    ("code", "role", "unsure"),
    [("A20", "base", False), ("R02", "base", False), ("A20", "change", True), ("A01", "base", True)],
)
def test_level_or_base_is_one_to_a_check_of_values(code: str, role: str, unsure: bool) -> None:
    level = replace(CLAIMS[0], role=role, weighed=("role",), by="rule:en.level")  # type: ignore[arg-type]  # a role
    assert _is_unsure(code, [level, CLAIMS[2]]) is unsure


@pytest.mark.parametrize(("code", "frame", "unsure"), [("A01", "f", False), ("A01", "g", True), ("A04", "f", True)])
def test_when_a_change_is_does_not_matter_beside_its_level_and_base(code: str, frame: str, unsure: bool) -> None:
    level, change, base = (replace(row, frame="f") for row in CLAIMS)
    change = replace(change, frame=frame, weighed=("period",))
    assert _is_unsure(code, [change, level, base]) is unsure


@pytest.mark.parametrize(
    ("weighed", "unsure"), [("metric", False), ("period", False), ("role", True), ("direction", True)]
)
def test_the_numbers_tell_what_a_change_that_went_the_other_way_is_of(weighed: str, unsure: bool) -> None:
    rows = [replace(CLAIMS[0], weighed=(weighed,)), *CLAIMS[1:]]
    assert _is_unsure("A01", rows, turned=True) is unsure


@pytest.mark.parametrize(("period", "unsure"), [("2031-Q3", True), ("2030-Q3", True), ("2031-Q4", False)])
def test_which_year_is_meant_does_not_matter_between_two_quarters(period: str, unsure: bool) -> None:
    rows = [replace(CLAIMS[0], weighed=("year",)), replace(CLAIMS[0], period=period)]
    assert _is_unsure("R05", rows) is unsure
