"""Scores the parts of questions and their answers: `python -m nlp.scoring.parts [dev|heldout] [--encoder] [-v]`.

A part is found when it shares at least half of its characters with a part of the gold and the other way round, one to
one. Its link is right when the passages found and those of the gold share at least half of both (or both are none), its
status when the word is the gold's. Link and status are shares of the gold's parts, so a part not found counts as wrong.
With `--encoder` links are found with the shipped encoder, as in `tieout check --models shipped`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..encoders import Encoder, load_encoder
from ..readers import read
from ..records import Part
from ..resources import shipped
from ..segment import segment
from .gold import CallFiles, GoldPart, find_calls, load_gold

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartScores:
    """Counts of one call or of several added up."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    links: int = 0
    states: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of the parts."""
        return 2 * self.matched / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def link_accuracy(self) -> float:
        """Share of the gold's parts that are linked to the right passages."""
        return self.links / self.gold if self.gold else 0.0

    @property
    def status_accuracy(self) -> float:
        """Share of the gold's parts with the right status."""
        return self.states / self.gold if self.gold else 0.0

    def __add__(self, other: PartScores) -> PartScores:
        return PartScores(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            matched=self.matched + other.matched,
            links=self.links + other.links,
            states=self.states + other.states,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A part of the gold with the part found for it, None where there is none."""

    gold: GoldPart
    found: Part | None
    link: bool
    status: bool


def match_parts(found: Sequence[Part], gold: Sequence[GoldPart]) -> list[Matched]:
    """Every part of the gold with the part that shares most of it."""
    used: set[int] = set()
    out = []
    for row in gold:
        near = [(shared([(p.start, p.end)], [(row.start, row.end)]), i) for i, p in enumerate(found) if i not in used]
        share, index = max(near, default=(0.0, -1))
        part = found[index] if share >= 0.5 else None
        if part is None:
            out.append(Matched(gold=row, found=None, link=False, status=False))
            continue
        used.add(index)
        link = shared([(a.start, a.end) for a in part.answers], [(a.start, a.end) for a in row.answers]) >= 0.5
        out.append(Matched(gold=row, found=part, link=link, status=part.status == row.status))
    return out


def shared(one: Iterable[Range], other: Iterable[Range]) -> float:
    """The smaller share that two sets of spans have of one another: 1.0 for equal ones and where both are empty.

    >>> shared([(0, 10)], [(5, 15)]), shared([], []), shared([(0, 4)], [])
    (0.5, 1.0, 0.0)
    """
    a, b = _places(one), _places(other)
    return len(a & b) / max(len(a), len(b)) if a or b else 1.0


def _places(spans: Iterable[Range]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def score_call(call: CallFiles, encoder: Encoder | None = None) -> tuple[PartScores, list[Matched], list[Part]]:
    """The counts of one call, its parts matched, and the parts found that the gold does not have."""
    gold = [part for exchange in load_gold(call.folder).exchanges for part in exchange.parts]
    segments = segment(read(call.transcript), encoder=encoder)
    found = [part for exchange in segments.exchanges for pair in exchange.pairs for part in pair.parts]
    rows = match_parts(found, gold)
    taken = {id(row.found) for row in rows}
    scores = PartScores(
        gold=len(gold),
        found=len(found),
        matched=sum(row.found is not None for row in rows),
        links=sum(row.link for row in rows),
        states=sum(row.status for row in rows),
    )
    return scores, rows, [part for part in found if id(part) not in taken]


def find_question_calls(split: str | None = None) -> tuple[CallFiles, ...]:
    """Every invented call with gold for its questions: `corpora/questions` and `corpora/calls`."""
    calls = (*find_calls(shipped("corpora", "questions"), split=split), *find_calls(split=split))
    return tuple(call for call in calls if (call.folder / "gold" / "exchanges.jsonl").exists())


def score_parts(split: str | None = None, encoder: Encoder | None = None) -> PartScores:
    """The counts of all invented calls of `split` (dev, heldout; both when None) added up."""
    return sum((score_call(call, encoder)[0] for call in find_question_calls(split)), PartScores())


def _line(name: str, scores: PartScores) -> str:
    return f"{name:24} {scores.gold:5} {scores.f1:8.3f} {scores.link_accuracy:7.3f} {scores.status_accuracy:8.3f}\n"


def _details(call: CallFiles, rows: Sequence[Matched], extra: Sequence[Part]) -> list[str]:
    """Places that differ: gold parts not found or linked or judged otherwise, and parts too many."""
    text = call.transcript.read_text(encoding="utf-8")
    out = []
    for row in rows:
        if row.link and row.status:
            continue
        out.append(f"    {row.gold.status}: {row.gold.quote!r}")
        out.extend(f"        gold  {a.quote!r}" for a in row.gold.answers)
        if row.found is not None:
            out.append(f"        found {row.found.status} {row.found.missing}")
            out.extend(f"        found {text[a.start : a.end]!r} {a.score}" for a in row.found.answers)
    return out + [f"    too many: {text[part.start : part.end]!r}" for part in extra]


def main(arguments: Sequence[str]) -> int:
    """Print one line a call and one line for all; with -v what differs."""
    split = next((word for word in arguments if not word.startswith("-")), None)
    sys.stdout.write(f"{'call':24} {'parts':>5} {'parts F1':>8} {'links':>7} {'statuses':>8}\n")
    encoder = load_encoder("shipped") if "--encoder" in arguments else None
    total = PartScores()
    for call in find_question_calls(split):
        scores, rows, extra = score_call(call, encoder)
        total += scores
        sys.stdout.write(_line(call.id, scores))
        if "-v" in arguments:
            sys.stdout.writelines(f"{line}\n" for line in _details(call, rows, extra))
    sys.stdout.write(_line("all", total))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
