"""What the passages of many companies score, held to `floors.json`: the language and field, not one company's words."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from nlp.resources import shipped
from nlp.scoring.passages import LANGUAGES, load_passages, score_passages

pytestmark = pytest.mark.quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["passages"]


def test_the_gold_is_the_one_the_floors_were_measured_on() -> None:
    rows = sorted(shipped("corpora", "passages").glob("*.jsonl"))
    assert FLOORS["gold"] == hashlib.sha256(b"".join(path.read_bytes() for path in rows)).hexdigest()[:12]


def test_the_gold_quotes_the_text() -> None:
    for passage in load_passages():
        for row in passage.claims:
            assert passage.text[row.start : row.end] == row.quote, (passage.id, row.quote)


@pytest.mark.parametrize("split", ["dev", "heldout"])
def test_claims(split: str) -> None:
    scores = score_passages(split)
    for language in LANGUAGES:
        found = {
            "recall": scores[language].recall,
            "precision": scores[language].precision,
            "sentences_right": scores[language].sentences_right / scores[language].sentences,
            **{
                name: scores[language].right.get(name, 0) / scores[language].gold
                for name in ("metric", "segment", "period", "role", "value")
            },
        }
        floor = FLOORS[split][language]
        assert {name: value for name, value in found.items() if value < floor[name]} == {}
