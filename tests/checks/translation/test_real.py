"""The real bilingual documents: what family T says of them, by code and count, never a word of theirs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

pipeline = pytest.importorskip("nlp.pipeline")


@pytest.mark.real
def test_the_seed_call_has_its_defects_of_wording_and_no_wrong_number(seeds: dict[str, Path]) -> None:
    analysis = pipeline.analyze(seeds["transcript"])
    found = [f for f in analysis.findings if f.code.startswith("T")]
    warned = Counter(f.code for f in found if f.severity == "warning")
    assert warned == {"T20": 2, "T30": 1, "T40": 1}
    assert not [f for f in found if f.severity == "error"]
    assert {f.code for f in found if f.severity == "note" and f.verdict == "contradicted"} == {"T41"}
    claims = {c.id: c for c in analysis.claims}
    assert all(claims[twin].language == "zh" for c in claims.values() if c.language == "en" for twin in c.twins)
    assert sum(1 for c in claims.values() if c.language == "en" and c.twins) >= 70
