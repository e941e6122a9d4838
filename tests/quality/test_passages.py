"""What the passages of many companies score, held to `floors.json`: the language and field, not one company's words."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from nlp.resources import shipped
from nlp.scoring.passages import LANGUAGES, load_passages, score_passages

pytestmark = pytest.mark.quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
FOLDERS = ("passages", "readings")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_gold_is_the_one_the_floors_were_measured_on(folder: str) -> None:
    rows = sorted(shipped("corpora", folder).glob("*.jsonl"))
    assert FLOORS[folder]["gold"] == hashlib.sha256(b"".join(path.read_bytes() for path in rows)).hexdigest()[:12]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_gold_quotes_the_text(folder: str) -> None:
    for passage in load_passages(folder=folder):
        for row in passage.claims:
            assert passage.text[row.start : row.end] == row.quote, (passage.id, row.quote)


@pytest.mark.parametrize(("folder", "split"), [("passages", "dev"), ("passages", "heldout"), ("readings", "heldout")])
def test_claims(folder: str, split: str) -> None:
    scores = score_passages(split, folder)
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
        floor = FLOORS[folder][split][language]
        assert {name: value for name, value in found.items() if value < floor[name]} == {}
