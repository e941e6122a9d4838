"""T50: good news in one language, bad news in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import Bead, Claim, Finding, Tag
from ..evidence import Evidence
from .context import finding, shorten

_SURE = 0.8  # of -1..1, on both sides: a translator's softer or stronger word moves a score by less
_MOST = 2  # sentences of one side; over more of them opposite tones lie side by side
_FEWEST = 12  # characters of a side: in "not bad" one word decides


def check_tone(_claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Aligned sentences that are good news in one language and bad news in the other, by model and word lists alike.

    Either alone errs in each language by itself: of 621 faithful pairs a model turned 4 round at a score of 0.6.
    """
    judged = {tag.target_id: tag for tag in evidence.tags if tag.kind == "sentiment" and tag.by.startswith("model:")}
    for bead in evidence.beads:
        if bead.level != "sentence" or not judged:
            continue
        english, chinese = (_tone(side, judged, evidence) for side in (bead.source, bead.target))
        if english is None or chinese is None or english * chinese > 0:
            continue
        if min(abs(english), abs(chinese)) >= _SURE:
            yield _drift(bead, english, evidence)


def _tone(side: Sequence[str], judged: dict[str, Tag], evidence: Evidence) -> float | None:
    """The mean score of one side of a bead; None where it cannot be told."""
    rows = [evidence.sentence_by_id[key] for key in side]
    if not 0 < len(rows) <= _MOST or any(row.id not in judged or row.end - row.start < _FEWEST for row in rows):
        return None
    scores = [judged[row.id].score for row in rows]
    told = any(judged[row.id].words for row in rows)  # words that speak for the label
    return sum(scores) / len(scores) if told and min(scores) * max(scores) > 0 else None


def _drift(bead: Bead, english: float, evidence: Evidence) -> Finding:
    first, second = (evidence.sentence_by_id[side[0]] for side in (bead.source, bead.target))
    words = ("good news", "bad news") if english > 0 else ("bad news", "good news")
    said = f"{shorten(evidence.quote(first))} reads as {words[0]}, its Chinese as {words[1]}"
    return finding(
        "T50", "contradicted", "note", said, claims=(), evidence=(evidence.span(first), evidence.span(second))
    )
