"""Scores sentiment on rows others labelled: `python -m nlp.scoring.sentiment FILE.jsonl LANG [MODELS [OTHER...]]`.

A row has `text`, `label` and `text_kind`. Three classes: accuracy and macro-F1 (the mean of the F1 of the classes that
the gold has). Two ways: of the rows labelled negative or positive, those whose score has that sign; a score of 0 is
wrong. Intervals are the 2.5th and 97.5th percentile of 1,000 bootstrap samples of the rows. OTHER are files with
`label` and `score` of the same rows by somebody else (`models/sentiment/dictionaries.py`): each is scored too, with the
interval of the difference on the same samples.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..records import Tag
from ..tags import tag_sentiment
from ..text import guess_language

LABELS = ("negative", "neutral", "positive")
_SAMPLES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One row: what it is labelled, what was said of it and with which score."""

    label: str
    found: str
    score: float
    text_kind: str


def judge(rows: Sequence[Mapping[str, Any]], tags: Sequence[Tag]) -> list[Judged]:
    """Rows and tags side by side."""
    return [
        Judged(label=row["label"], found=tag.label, score=tag.score, text_kind=row.get("text_kind", ""))
        for row, tag in zip(rows, tags, strict=True)
    ]


def macro_f1(rows: Sequence[Judged]) -> float:
    """The mean F1 over the classes in the gold."""
    scores = []
    for label in LABELS:
        gold = sum(row.label == label for row in rows)
        if gold:
            both = sum(row.label == row.found == label for row in rows)
            scores.append(2 * both / (gold + sum(row.found == label for row in rows)))
    return sum(scores) / len(scores) if scores else 0.0


def accuracy(rows: Sequence[Judged]) -> float:
    """The share of rows with the right one of three labels."""
    return sum(row.label == row.found for row in rows) / len(rows) if rows else 0.0


def two_way(rows: Sequence[Judged]) -> float:
    """Of the rows labelled negative or positive, the share whose score has that sign."""
    told = [row for row in rows if row.label != "neutral"]
    right = sum(row.score > 0 if row.label == "positive" else row.score < 0 for row in told)
    return right / len(told) if told else 0.0


def interval(rows: Sequence[Judged], measure: Callable[[Sequence[Judged]], float]) -> tuple[float, float]:
    """The bootstrap 95% interval of a measure; the same rows give the same interval."""
    draw = random.Random(0)  # noqa: S311  samples for an interval, no secret
    found = sorted(measure(draw.choices(rows, k=len(rows))) for _ in range(_SAMPLES))
    return found[_SAMPLES * 25 // 1000], found[_SAMPLES * 975 // 1000 - 1]


def score_sentiment(path: Path, lang: str, models: str = "shipped") -> dict[str, dict[str, float]]:
    """Measure -> `value`, `low`, `high`, `rows`, for all rows and for each `text_kind` with at least 20."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return measure_all(judge(rows, tag_sentiment([row["text"] for row in rows], lang, models=models)))


def measure_all(rows: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """The measures of judged rows, all together and by kind of text."""
    kinds = sorted({row.text_kind for row in rows})
    parts = {"all": list(rows), **{kind: [row for row in rows if row.text_kind == kind] for kind in kinds if kind}}
    out: dict[str, dict[str, float]] = {}
    for name, part in parts.items():
        if name != "all" and len(part) < 20:
            continue
        for said, measure in (("accuracy", accuracy), ("macro_f1", macro_f1), ("two_way", two_way)):
            low, high = interval(part, measure)
            values = {"value": measure(part), "low": low, "high": high}
            out[f"{name}: {said}"] = {key: round(value, 3) for key, value in values.items()} | {"rows": len(part)}
    return out


def differences(ours: Sequence[Judged], theirs: Sequence[Judged]) -> dict[str, tuple[float, float, float]]:
    """Measure -> ours less theirs on all rows, and its paired bootstrap 95% interval."""
    pairs = list(zip(ours, theirs, strict=True))
    draw = random.Random(0)  # noqa: S311  samples for an interval, no secret
    samples = [draw.choices(pairs, k=len(pairs)) for _ in range(_SAMPLES)]
    out = {}
    for name, measure in (("accuracy", accuracy), ("macro_f1", macro_f1), ("two_way", two_way)):
        found = sorted(measure([a for a, _ in rows]) - measure([b for _, b in rows]) for rows in samples)
        low, high = found[_SAMPLES * 25 // 1000], found[_SAMPLES * 975 // 1000 - 1]
        out[name] = (measure(ours) - measure(theirs), low, high)
    return out


def main(arguments: Sequence[str]) -> int:
    """Print one line a measure; for each other file its measures and how far ours are above them."""
    path, lang, models, *others = [*arguments, *("", "", "shipped")[len(arguments) :]]
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    lang = lang or guess_language("\n".join(row["text"] for row in rows[:20]))
    ours = judge(rows, tag_sentiment([row["text"] for row in rows], lang, models=models))
    _tell(ours)
    for other in others:
        given = [json.loads(line) for line in Path(other).read_text(encoding="utf-8").splitlines()]
        theirs = [
            Judged(label=row["label"], found=said["label"], score=said["score"], text_kind=row.get("text_kind", ""))
            for row, said in zip(rows, given, strict=True)
        ]
        sys.stdout.write(f"\n{other}\n")
        _tell(theirs)
        for name, (value, low, high) in differences(ours, theirs).items():
            sys.stdout.write(f"ours above it: {name:13} {value:+.3f}  {low:+.3f} to {high:+.3f}\n")
    return 0


def _tell(rows: Sequence[Judged]) -> None:
    for name, row in measure_all(rows).items():
        sys.stdout.write(f"{name:28} {row['value']:.3f}  {row['low']:.3f} to {row['high']:.3f}  ({row['rows']} rows)\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
