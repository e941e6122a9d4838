"""What the invented calls score, held to `floors.json`. A change may raise a floor; lowering one is a commit that says why."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from nlp.records import Analysis, Claim
from nlp.scoring.claims import read_call, score_claims
from nlp.scoring.gold import CallFiles, find_calls, load_gold, load_planted

pytestmark = pytest.mark.quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
CALLS = {files.id: files for files in find_calls()}


@pytest.fixture(scope="module", params=sorted(CALLS))
def call(request: pytest.FixtureRequest) -> tuple[CallFiles, Analysis]:
    files = CALLS[request.param]
    if files.id not in FLOORS["claims"]:
        pytest.skip("no floor yet: measure it (`python -m nlp.scoring.claims`) and pin it with the gold's digest")
    return files, read_call(files)


def digest(files: CallFiles) -> str:
    """A digest of a call's gold: a floor belongs to the gold it was measured on."""
    rows = sorted((files.folder / "gold").glob("*.jsonl"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in rows)).hexdigest()[:12]


def test_the_gold_is_the_one_the_floors_were_measured_on(call: tuple[CallFiles, Analysis]) -> None:
    files, _ = call
    assert FLOORS["claims"][files.id]["gold"] == digest(files)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_claims(call: tuple[CallFiles, Analysis], language: str) -> None:
    files, analysis = call
    if language not in FLOORS["claims"][files.id]:
        pytest.skip(f"the call has no {language} side")
    scores = score_claims(analysis, load_gold(files.folder).claims, language)
    floor = FLOORS["claims"][files.id][language]
    found = {
        "recall": scores.recall,
        "precision": scores.precision,
        "sentences_right": scores.sentences_right / scores.sentences,
        **{name: scores.right.get(name, 0) / scores.gold for name in ("metric", "segment", "period", "role", "value")},
    }
    assert {name: value for name, value in found.items() if value < floor[name]} == {}


def test_findings(call: tuple[CallFiles, Analysis]) -> None:
    """Every planted error is found where it was put, and no more errors than the floor allows stand elsewhere."""
    files, analysis = call
    planted = [row for row in load_planted(files.folder) if row.severity != "note"]
    claims = {claim.id: claim for claim in analysis.claims}
    names = {document.id: document.name for document in analysis.documents}
    errors = [row for row in analysis.findings if row.verdict == "contradicted" and row.severity != "note"]
    places = [(names[c.document_id], c) for row in errors for key in row.claims if (c := claims.get(key)) is not None]
    missed = {row.id for row in planted} - {
        row.id for row in planted for name, claim in places if name == row.file and _near(claim, row.start, row.end)
    }
    assert missed == set()
    assert len(errors) <= len({row.id for row in planted}) + FLOORS["findings"][files.id]["false"]


def _near(claim: Claim, start: int, end: int) -> bool:
    """In the planted words or, for wording, within the sentence's reach."""
    return claim.start < end + 60 and start - 160 < claim.end
