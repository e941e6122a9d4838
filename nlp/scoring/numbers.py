"""Scores `find_amounts` on annotated sentences: rows of text, kind and gold amounts, as JSON lines."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..amounts import Phrase, find_phrases
from ..records import Amount

_UNITS = {"£": {"GBP"}, "%": {"percent", "percentage_point"}, "¥": {"JPY", "CNY"}, "€": {"EUR"}}
_DOLLARS = {"USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD"}


def kind_of(amount: Amount) -> str:
    """The row kind an amount falls under: range, currency, percent or number."""
    if amount.low is None or amount.high is None or amount.low != amount.high:
        return "range"
    if amount.kind in ("money", "per_share"):
        return "currency"
    return "percent" if amount.unit in _UNITS["%"] else "number"


def score_numbers(path: Path | str) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 by kind; exact means kind, span, value and unit.

    `f1` compares the amount's own span; `f1_phrase` takes the span with modifier and range words where that fits better
    (annotations of bounds often include them). A row's annotations cover its own kind only.
    """
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    tally: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        found = [phrase for phrase in find_phrases(row["text"], row["lang"]) if kind_of(phrase.amount) == row["kind"]]
        counts = tally[row["kind"]]
        counts["rows"] += 1
        counts["gold"] += len(row["gold"])
        for name, phrases in (("", False), ("_phrase", True)):
            hits = sum(any(_same(gold, item, row["flags"], phrases) for item in found) for gold in row["gold"])
            counts["hits" + name] += hits
            counts["found" + name] += hits if "partial" in row["flags"] else len(found)
    return {kind: _rates(counts) for kind, counts in sorted(tally.items())}


def misses(path: Path | str) -> list[str]:
    """One line a row that is not exactly right, for reading."""
    lines = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = [phrase for phrase in find_phrases(row["text"], row["lang"]) if kind_of(phrase.amount) == row["kind"]]
        right = all(any(_same(gold, item, row["flags"], True) for item in found) for gold in row["gold"])
        if not right or (len(found) != len(row["gold"]) and "partial" not in row["flags"]):
            said = [(row["text"][p.start : p.end], p.amount.low, p.amount.high, p.amount.unit) for p in found]
            gold = [(item["text"], item["value"]) for item in row["gold"]]
            lines.append(f"{row['id']} {row['kind']} {row['text'][:120]!r} gold {gold} found {said}")
    return lines


def _rates(counts: dict[str, int]) -> dict[str, float]:
    rates: dict[str, float] = {"rows": counts["rows"], "gold": counts["gold"]}
    for name in ("", "_phrase"):
        precision = counts["hits" + name] / max(1, counts["found" + name])
        recall = counts["hits" + name] / max(1, counts["gold"])
        rates |= {"precision" + name: precision, "recall" + name: recall}
        rates["f1" + name] = 2 * precision * recall / max(1e-9, precision + recall)
    return {key: round(value, 4) for key, value in rates.items()}


def _same(gold: dict[str, Any], item: Phrase, flags: list[str], phrases: bool) -> bool:
    spans = [(item.amount.start, item.amount.end)] + ([(item.start, item.end)] if phrases else [])
    exact = (gold["start"], gold["end"]) in spans
    if not exact and not ("loose_span" in flags and item.start < gold["end"] and gold["start"] < item.end):
        return False
    return "no_value" in flags or (
        _same_unit(gold["unit"], item.amount.unit) and _same_value(gold["value"], item.amount)
    )


def _same_unit(gold: str | None, unit: str) -> bool:
    if gold is None:
        return True
    return unit in _DOLLARS if gold == "$" else unit in _UNITS.get(gold, {gold})


def _same_value(gold: Any, amount: Amount) -> bool:
    if isinstance(gold, list):
        ends = zip(gold, (amount.low, amount.high), strict=True)
        return all((end is None) == (ours is None) and (end is None or Decimal(str(end)) == ours) for end, ours in ends)
    return amount.value is not None and Decimal(str(gold)) == amount.value


def main(paths: list[str]) -> None:
    """Print the scores of each file."""
    for path in paths:
        sys.stdout.write(f"{path}\n")
        for kind, rates in score_numbers(path).items():
            shown = "  ".join(f"{name} {value:g}" for name, value in rates.items())
            sys.stdout.write(f"  {kind:9} {shown}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
