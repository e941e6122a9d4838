"""Parts of questions and their answers on the invented calls, held to `floors.json` under `segment.parts`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from nlp.encoders import load_encoder
from nlp.scoring.parts import find_question_calls, score_parts

pytestmark = pytest.mark.quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["segment.parts"]


@pytest.mark.parametrize("split", sorted(FLOORS))
def test_parts_links_and_statuses(split: str) -> None:
    """A floor belongs to its gold: with other calls held out, measure again (`python -m nlp.scoring.parts SPLIT`)."""
    golds = [call.folder / "gold" / "exchanges.jsonl" for call in find_question_calls(split)]
    floor = FLOORS[split]
    assert hashlib.sha256(b"".join(path.read_bytes() for path in golds)).hexdigest()[:12] == floor["gold"]
    scores = score_parts(split)
    found = {"parts_f1": scores.f1, "links": scores.link_accuracy, "statuses": scores.status_accuracy}
    if "links with encoder" in floor:
        found["links with encoder"] = score_parts(split, load_encoder("shipped")).link_accuracy
    assert {name: value for name, value in found.items() if value < floor[name]} == {}
