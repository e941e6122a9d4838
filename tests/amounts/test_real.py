"""Counts on the real documents beside the checkout, and the scores on annotated sentences. Labels and counts only."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.amounts import find_amounts
from nlp.records import Amount
from nlp.scoring.numbers import score_numbers
from nlp.text import guess_language

pytestmark = pytest.mark.real


def _by_language(seeds: dict[str, Path]) -> dict[str, list[tuple[str, Amount]]]:
    found: dict[str, list[tuple[str, Amount]]] = {"en": [], "zh": []}
    for kind in ("transcript", "release", "letter"):
        for line in seeds[kind].read_text(encoding="utf-8").splitlines():
            lang = guess_language(line)
            found[lang] += [(line[a.start : a.end], a) for a in find_amounts(line, lang)]
    return found


def _ends(amounts: list[Amount]) -> int:
    return sum(2 if amount.low and amount.high and amount.low != amount.high else 1 for amount in amounts)


def test_counts_on_the_seeds(seeds: dict[str, Path]) -> None:
    """Both ends of a range are counted, as a search for the surfaces counts them."""
    found = _by_language(seeds)
    english = [amount for _, amount in found["en"]]
    chinese = [amount for _, amount in found["zh"]]
    assert _ends([a for a in english if a.unit == "CNY"]) == 73
    assert _ends([a for a in english if a.unit == "USD"]) == 25
    assert _ends([a for a in english if a.unit == "percent"]) == 56
    assert _ends([a for a in chinese if a.unit == "percent"]) == 27
    assert _ends([a for surface, a in found["zh"] if set(surface) & set("億萬")]) == 28  # one names no currency
    assert len([a for a in english if a.kind == "per_share"]) == 3


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_scores_on_annotated_sentences(shared: Path, lang: str) -> None:
    scores = score_numbers(shared / "dev" / f"numbers_{lang}.jsonl")
    for kind, rates in scores.items():
        assert rates["f1_phrase"] >= (0.95 if kind == "range" else 0.97), kind
