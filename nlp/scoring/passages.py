"""Claims of short passages of many companies: a paragraph each, under a line that says whose and of when it is.

`python -m nlp.scoring.passages [dev|heldout] [passages|readings]` prints the scores of both languages and, for the dev
passages, each difference. The dev passages of `readings` are what the weights of `models/claims` are fitted on.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..pipeline import analyze
from ..readers import read
from ..records import Analysis
from ..resources import shipped
from .claims import ClaimScores, differences, line, match_claims, score_claims, segment_names, shown
from .gold import GoldClaim

LANGUAGES = ("en", "zh")
_APART = "\n\n"  # between the line above and the passage
_UNSAID = {  # what a row leaves out
    **dict.fromkeys(("segment", "period", "compared_period", "comparator", "direction", "basis", "modifier")),
    "modality": "reported",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage and its gold; offsets of the gold are those of `text`, which begins with the line above."""

    id: str
    split: str
    language: str  # en, zh
    text: str
    claims: tuple[GoldClaim, ...]


def load_passages(split: str | None = None, folder: str = "passages") -> Iterator[Passage]:
    """The passages of a folder of `corpora`, of one split or of both. Raises NotFound where there are none."""
    for path in sorted(shipped("corpora", folder).glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if split in (None, row["split"]):
                yield _passage(row)


def _passage(row: dict[str, Any]) -> Passage:
    above, language = row["head"] + _APART, row["language"][:2]
    claims = tuple(_claim(row["id"], language, at, len(above), claim) for at, claim in enumerate(row["claims"]))
    return Passage(id=row["id"], split=row["split"], language=language, text=above + row["text"], claims=claims)


def _claim(name: str, language: str, at: int, shift: int, row: dict[str, Any]) -> GoldClaim:
    low, high = (None if row.get(end) is None else Decimal(row[end]) for end in ("low", "high"))
    place = {"start": row["start"] + shift, "end": row["end"] + shift, "low": low, "high": high}
    return GoldClaim(**{**_UNSAID, **row, **place, "id": f"{name}-{at}", "file": name, "language": language})


def read_passage(passage: Passage) -> Analysis:
    """The analysis of one passage."""
    return analyze(read(passage.text.encode("utf-8"), name=passage.id))


def score_passages(split: str, folder: str = "passages") -> dict[str, ClaimScores]:
    """The scores of each language over all passages of a split."""
    scores: dict[str, list[ClaimScores]] = {language: [] for language in LANGUAGES}
    for passage in load_passages(split, folder):
        scores[passage.language].append(score_claims(read_passage(passage), passage.claims, passage.language))
    return {language: _total(rows) for language, rows in scores.items()}


def _total(rows: Iterable[ClaimScores]) -> ClaimScores:
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        right.update(row.right)
        counts.update({name: getattr(row, name) for name in _COUNTS})
    return ClaimScores(right=dict(right), **{name: counts[name] for name in _COUNTS})


_COUNTS = ("gold", "found", "matched", "sentences", "sentences_right")


def main(arguments: Sequence[str]) -> None:
    """Print the scores of a split and, for dev, each difference."""
    split, folder = [*arguments, *("dev", "passages")[len(arguments) :]][:2]
    for language, scores in score_passages(split, folder).items():
        sys.stdout.write(f"{language}: {line(scores)}\n")
    for passage in load_passages("dev") if (split, folder) == ("dev", "passages") else ():
        analysis = read_passage(passage)
        names = segment_names(analysis)
        for row, claim in match_claims(analysis, passage.claims):
            if claim is None or differences(claim, row, names):
                sys.stdout.write(f"   {passage.id} {row.quote} | {shown(claim, row, names)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
