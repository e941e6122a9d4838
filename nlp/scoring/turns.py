"""Scores turns, roles and question-answer pairs against calls with gold: `python -m nlp.scoring.turns FOLDER`.

A turn is right when it starts within 60 characters of the gold's start and the first and last name agree. Role accuracy
is over the right turns whose gold role is known; investor relations counts as executive. A pair is right when its
question turns and its answer turns are those of the gold.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..readers import read
from ..records import Segments, Turn
from ..segment import segment
from ..text import fold

_NEAR = 60
_ROLES = {"investor_relations": "executive", "interpreter": "executive"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnScores:
    """The figures of one call; `missed` and `extra` are character offsets of turns only one side has."""

    name: str
    precision: float
    recall: float
    f1: float
    roles: float
    questions_start: bool
    pairs_f1: float
    missed: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()


def score_turns(name: str, found: Segments, gold: dict[str, Any]) -> TurnScores:
    """Compare what `segment` found with the gold of the same text."""
    match = _matched(found.turns, gold["turns"])
    right = len(match)
    precision = right / len(found.turns) if found.turns else 0.0
    recall = right / len(gold["turns"])
    first = next((i for i, turn in enumerate(found.turns) if turn.section == "qa"), None)
    return TurnScores(
        name=name,
        precision=precision,
        recall=recall,
        f1=_f1(precision, recall),
        roles=_role_share(found.turns, gold["turns"], match),
        questions_start=_starts_there(first, match, gold),
        pairs_f1=_pairs(found, gold, match),
        missed=tuple(g["start"] for i, g in enumerate(gold["turns"]) if i not in match.values()),
        extra=tuple(t.start for i, t in enumerate(found.turns) if i not in match),
    )


def _starts_there(first: int | None, match: dict[int, int], gold: dict[str, Any]) -> bool:
    """Whether the questions begin at the gold's turn; both may have none."""
    start = gold["qa_start_turn"]
    return first is start if first is None or start is None else match.get(first) == start


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _matched(turns: Sequence[Turn], gold: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Index of a found turn to the index of the gold turn it is; each is used once."""
    out: dict[int, int] = {}
    used: set[int] = set()
    for index, turn in enumerate(turns):
        for other, row in enumerate(gold):
            near = abs(turn.start - row["start"]) <= _NEAR
            if near and other not in used and _same_name((turn.speaker, turn.label), row["speaker"]):
                out[index] = other
                used.add(other)
                break
    return out


def _same_name(names: Sequence[str], gold: str) -> bool:
    ends = _ends(gold)
    return any(_ends(name) == ends for name in names)


def _ends(name: str) -> tuple[str, str]:
    words = fold(name).lower().replace(".", " ").split() or [""]
    return words[0], words[-1]


def _role_share(turns: Sequence[Turn], gold: Sequence[dict[str, Any]], match: dict[int, int]) -> float:
    known = [(turns[i].role, gold[j]["role"]) for i, j in match.items() if gold[j]["role"] != "unknown"]
    return sum(_ROLES.get(role, role) == other for role, other in known) / len(known) if known else 1.0


def _pairs(found: Segments, gold: dict[str, Any], match: dict[int, int]) -> float:
    place = {turn.id: match.get(index) for index, turn in enumerate(found.turns)}
    ours = [
        (tuple(place[t] for t in pair.question_turns), tuple(place[t] for t in pair.answer_turns))
        for exchange in found.exchanges
        for pair in exchange.pairs
    ]
    theirs = [(tuple(pair["question_turns"]), tuple(pair["answer_turns"])) for pair in gold["qa_pairs"]]
    right = len(set(ours) & set(theirs))
    return _f1(right / len(ours) if ours else 0.0, right / len(theirs) if theirs else 0.0)


def score_folder(folder: Path) -> list[TurnScores]:
    """Scores of every `NAME.txt` with a `NAME.json` that has turns."""
    out = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold.get("turns"):
            out.append(score_turns(path.stem, segment(read(path.with_suffix(".txt"))), gold))
    return out


def main(arguments: Sequence[str]) -> int:
    """Print one line a call; with `-v`, the offsets of turns that were missed or made up."""
    if not arguments:
        sys.stderr.write("usage: python -m nlp.scoring.turns FOLDER [-v]\n")
        return 2
    sys.stdout.write(f"{'call':32} {'turns':>6} {'roles':>6} {'qa':>4} {'pairs':>6}\n")
    for row in score_folder(Path(arguments[0])):
        start = "yes" if row.questions_start else "NO"
        sys.stdout.write(f"{row.name:32} {row.f1:6.3f} {row.roles:6.3f} {start:>4} {row.pairs_f1:6.3f}\n")
        if "-v" in arguments and (row.missed or row.extra):
            sys.stdout.write(f"    missed {row.missed} extra {row.extra}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
