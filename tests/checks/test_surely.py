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
        ("A13", [("role", "metric"), (), ()], False),
        ("T10", [("period",), (), ()], False),
        ("T10", [("unit",), (), ()], True),
        ("A13", [("unit",), (), ()], True),
    ],
    ids=[
        "agreed", "another-time", "one-of-another-part", "all-of-another-part", "way", "known-by-company",
        "known-by-digits", "told-as-a-change", "unit-of-one-number", "known-by-words", "unit-of-a-twin", "unit-itself",
    ],
)  # fmt: skip
def test_claims_on_which_readers_differ(code: str, weighed: list[tuple[str, ...]], unsure: bool) -> None:
    rows = [replace(row, weighed=names) for row, names in zip(CLAIMS, weighed, strict=True)]
    assert _is_unsure(code, rows) is unsure
