"""What the checks find of errors put into clean invented calls, held to `floors.json`; the whole table is `tieout score --mutate`.

One mutant of each class and corner on the calls held out: enough to see a check go blind, and short. Which are drawn
changes with the claims that are read, so the floors leave room.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.scoring.mutants import CLASSES
from nlp.scoring.mutate import CORNERS, read_clean, score_class

pytestmark = pytest.mark.quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["mutations"]


def test_errors_put_in_are_found() -> None:
    """By corner: how many of the provable mutants are found, and how many of the rest."""
    calls = read_clean("heldout")
    assert sum(row.severity == "error" for call in calls for row in call.analysis.findings) == 0
    found = {}
    for corner in CORNERS:
        scores = [score_class(calls, corner, name, 1) for name in CLASSES]
        found[corner] = {name: sum(getattr(row, name) for row in scores) for name in ("provable", "proved")}
    short = {
        corner: found[corner]
        for corner, floor in FLOORS.items()
        if found[corner]["proved"] / max(1, found[corner]["provable"]) < floor
    }
    assert short == {}
