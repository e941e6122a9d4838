"""`tieout score`: what it prints, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.cli import run


def test_letters_are_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", "letters", "--split", "dev"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("== letters\n") and "\nall " in out and err == ""


def test_numbers_of_a_users_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    gold = [{"start": 8, "end": 20, "value": "31700000", "unit": "USD"}]
    row = {"id": "1", "text": "Revenue $31.7 million.", "lang": "en", "kind": "currency", "gold": gold, "flags": []}
    file = tmp_path / "own.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert run(["score", "numbers", "--data", str(file)]) == 0
    assert "currency" in capsys.readouterr().out


def test_mutations_are_counted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from nlp.scoring.mutants import CLASSES

    monkeypatch.setattr("nlp.scoring.mutate.CLASSES", {"scale": CLASSES["scale"]})
    monkeypatch.setattr("nlp.scoring.mutate.CORNERS", ("english",))
    assert run(["score", "--mutate", "--count", "2", "--split", "dev"]) == 0
    out = capsys.readouterr().out
    assert "false alarms a clean call: 0.00 errors" in out
    assert "scale      english     2/2" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["nonsense"], "no such part", id="unknown"),
        pytest.param(["statements"], "--data", id="data-wanted"),
    ],
)
def test_what_cannot_be_scored(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", *arguments]) == 2
    assert told in capsys.readouterr().err
