"""DataFrames: the same columns and types whether there are rows or none, exact numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.records import Analysis, Claim, Run
from nlp.report.frames import COLUMNS, to_frames
from tests.report.build import an_analysis

_EMPTY = Analysis(run=Run(version="0", options="0"))


@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.parametrize("analysis", [pytest.param(_EMPTY, id="empty"), pytest.param(an_analysis(), id="full")])
def test_columns_and_types_are_fixed(table: str, analysis: Analysis) -> None:
    frame = to_frames(analysis)[table]
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == COLUMNS[table]


def test_every_table_of_an_analysis_has_a_frame() -> None:
    assert set(Analysis.__dataclass_fields__) <= set(COLUMNS)


def test_every_field_of_a_claim_has_a_column() -> None:
    renamed = {"id": "claim_id", "twins": "twin_ids"}
    fields = {renamed.get(name, name) for name in Claim.__dataclass_fields__} - {"amount"}
    assert fields <= set(COLUMNS["claims"])


def test_claims_are_exact_and_quote_their_words() -> None:
    claims = an_analysis().frames()["claims"]
    row = claims.iloc[3]
    assert (row["text"], row["low"], row["unit"], row["half_step"]) == ("RMB19.2 million", "19200000", "CNY", "0.05")
    assert len(claims) == 8


def test_claims_say_whose_words_an_interpreter_says() -> None:
    analysis = an_analysis()
    claim, place = analysis.claims[0], analysis.paragraphs[4]
    rows = tuple(replace(row, on_behalf_of="Wen Ruo") if row is place else row for row in analysis.paragraphs)
    said = replace(claim, paragraph_id=place.id, speaker="Interpreter")
    frame = replace(analysis, paragraphs=rows, claims=(said, *analysis.claims[1:])).frames()["claims"]
    assert frame[["speaker", "on_behalf_of"]].iloc[0].tolist() == ["Interpreter", "Wen Ruo"]
    assert frame["on_behalf_of"].iloc[1:].isna().all()


def test_what_belongs_to_a_finding_joins_by_its_number() -> None:
    frames = an_analysis().frames()
    repairs = frames["findings"].merge(frames["repairs"], on="finding")
    assert repairs[["code", "value", "residual"]].values.tolist() == [
        ["A311", "19200000000", "20.0-20.1% against 20.4%"]
    ]
    evidence = frames["findings"].merge(frames["evidence"], on="finding")
    assert evidence["code"].tolist() == ["T501"]
    assert evidence["text"].tolist() == ["We expect revenue between RMB90 million and RMB94 million."]


def test_lists_of_ids_and_missing_values() -> None:
    frames = an_analysis().frames()
    assert frames["turns"]["paragraph_ids"].iloc[0] == "call.txt-0 call.txt-1 call.txt-2"
    assert frames["turns"]["firm"].isna().all()
    assert frames["parts"][["status", "missing", "answers"]].values.tolist() == [["partly", "the split", 1]]
    assert frames["run"]["could_not_tie"].tolist() == ["no earlier release given"]
