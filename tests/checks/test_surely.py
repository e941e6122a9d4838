"""A contradiction is no surer than the reading of the claims it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp import analyze
from nlp.checks.surely import _is_unsure

CALL = "Zarn Mills, Third Quarter 2031 Results.\n\nRevenue was $90.4 million, up 12.6% from $80.3 million a year ago."
CLAIMS = [claim for claim in analyze(CALL).claims if claim.amount.kind != "count"]


@pytest.mark.parametrize(
    ("weighed", "unsure"),
    [
        ([(), (), ()], False),
        ([("period",), (), ()], True),
        ([("segment",), (), ()], True),
        ([("segment",), ("segment",), ("segment",)], False),
        ([("direction",), (), ()], False),
    ],
    ids=["agreed", "another-time", "one-of-another-part", "all-of-another-part", "way"],
)
def test_claims_on_which_readers_differ(weighed: list[tuple[str, ...]], unsure: bool) -> None:
    assert _is_unsure([replace(row, weighed=names) for row, names in zip(CLAIMS, weighed, strict=True)], {}) is unsure
