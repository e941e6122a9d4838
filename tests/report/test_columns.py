"""COLUMNS.md says of every column what it holds, and the records agree."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from nlp import records
from nlp.report.columns import meaning_of, to_markdown
from nlp.report.frames import COLUMNS, to_frames
from tests.report.build import an_analysis

_ROWS = {
    "run": records.Run, "documents": records.Document, "paragraphs": records.Paragraph, "turns": records.Turn,
    "exchanges": records.Exchange, "parts": records.Part, "comments": records.Comment, "sentences": records.Sentence,
    "beads": records.Bead, "claims": records.Claim, "findings": records.Finding, "repairs": records.Repair,
    "tags": records.Tag, "coverage": records.Coverage, "failures": records.Failure,
}  # fmt: skip
_RENAMED = {"id": "{one}_id", "paragraphs": "paragraph_ids", "turns": "turn_ids", "source": "source_ids", "target": "target_ids",
            "twins": "twin_ids", "claims": "claim_ids"}  # fmt: skip
# Held elsewhere: in a table of its own, or in a form no cell can hold.
_ELSEWHERE = {
    "run": {"inputs"}, "documents": {"text", "because", "format", "places", "tables"}, "exchanges": {"pairs"}, "comments": {"pieces", "responses"},
    "beads": {"order"}, "claims": {"amount"},
}  # fmt: skip


def test_the_page_is_what_the_tables_give(root: Path) -> None:
    # After a change: python -m nlp.report.columns > nlp/report/COLUMNS.md
    assert (root / "nlp" / "report" / "COLUMNS.md").read_text(encoding="utf-8") == to_markdown()


@pytest.mark.parametrize("table", _ROWS)
def test_every_field_of_a_record_has_its_column(table: str) -> None:
    one = table.removesuffix("s")
    names = {_RENAMED.get(row.name, row.name).format(one=one) for row in fields(_ROWS[table])}
    assert names - set(COLUMNS[table]) == _ELSEWHERE.get(table, set())


@pytest.mark.parametrize("table", COLUMNS)
def test_only_what_may_be_missing_is_missing(table: str) -> None:
    frame = to_frames(an_analysis())[table]
    for column in COLUMNS[table]:
        if not meaning_of(table, column).null:
            assert frame[column].notna().all(), column


def test_values_are_text_and_never_floats() -> None:
    for table, column in (("claims", "low"), ("claims", "high"), ("claims", "half_step"), ("repairs", "value")):
        assert COLUMNS[table][column] == "string"
