"""`verify` on the invented statements of `corpora/statements`, every tenth of them, held to `floors.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.scoring.statements import is_accepted, judge

pytestmark = pytest.mark.quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["statements"]
FOLDER = Path(__file__).parents[2] / "corpora" / "statements"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_true_ones_are_accepted_and_errors_refused(lang: str) -> None:
    lines = (FOLDER / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()[::10]
    rows = [json.loads(line) for line in lines]
    accepted = [is_accepted(judge(row, FOLDER)) for row in rows]
    true = [said for row, said in zip(rows, accepted, strict=True) if row["expected"] == "supported"]
    wrong = [not said for row, said in zip(rows, accepted, strict=True) if row["expected"] != "supported"]
    assert sum(true) / len(true) >= FLOORS[lang]["accepted"]
    assert sum(wrong) / len(wrong) >= FLOORS[lang]["refused"]
