"""Answers that take the parts of a question in the order in which they were asked.

Who answers two questions mostly takes them in turn, though no word is shared: "When do you launch in Brazil?", "We go
live in March." Every part then has a run of sentences, and the runs are divided where the next answer begins likeliest:
where a topic is announced, where "no" or "yes" opens, and not where a sentence leans on the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..languages.question_rules import QuestionRules
from .given import gives
from .questions import SubQuestion

_MOVES, _LEANS, _SAME, _OPENS = 0.25, -0.2, -0.2, 0.35
_UNEVEN = 0.02
_FIGURE = 0.5  # evidence up to this may be a figure alone
# How much may speak for another part: where a run gives what is wanted, where it opens like an answer, and else.
_GIVES, _ANSWERS, _ELSE = 0.75, 0.35, 0.05


class Said(Protocol):
    """What is asked of a sentence here."""

    @property
    def plain(self) -> str:
        """The folded words."""

    @property
    def words(self) -> frozenset[str]:
        """The content words."""

    @property
    def paragraph(self) -> int:
        """The number of its paragraph."""


@dataclass(frozen=True, slots=True)
class Case:
    """The sentences of an answer and the parts of its question: `scores` has a row a sentence and a column a part,
    `path` the part that each sentence was given by evidence.
    """

    path: Sequence[int]
    scores: Sequence[Sequence[float]]
    passages: Sequence[Said]
    questions: Sequence[SubQuestion]
    rules: QuestionRules


def in_order(case: Case) -> list[int] | None:
    """One part a sentence with every part answered in turn that can be; None where nothing is gained, or the evidence
    leaps.
    """
    answered = set(case.path)
    if len(answered) == len(case.questions) or list(case.path) != sorted(case.path):
        return None
    begins = [_begins(i, case) for i in range(len(case.passages))]
    tried = list(range(len(case.questions)))
    while len(answered) < len(tried):
        doubtful = [part for part in tried if part not in answered]
        if len(tried) <= len(case.passages):
            found = _divided(case.scores, begins, tried)
            doubtful = [part for part in doubtful if not _fits(part, found, case)]
            if not doubtful:
                return found
        tried.remove(min(doubtful, key=lambda part: sum(row[part] for row in case.scores)))
    return None


def _fits(part: int, found: Sequence[int], case: Case) -> bool:
    """Whether the run given to a part can answer it: little speaks for another part, and it gives what is wanted."""
    run = [i for i, own in enumerate(found) if own == part]
    lost = sum(_lost(i, part, found, case) for i in run)
    words, wants = case.questions[part].words, case.questions[part].wants
    hard = [any(gives(want, case.passages[i].plain, words) for i in run) for want in wants if not want.soft]
    if hard:
        return lost <= _GIVES and all(hard)
    first = case.passages[run[0]].plain
    opens = case.rules.opens.match(first) is not None
    soft = any(gives(want, first, words) for want in wants)
    answers = opens or soft or case.scores[run[0]][part] > 0 or case.rules.leans.match(first) is None
    return answers and lost <= (_ANSWERS if opens else _ELSE)


def _lost(index: int, part: int, found: Sequence[int], case: Case) -> float:
    """The evidence of a sentence for the part it leaves: none where it only gives what that part is given anyway."""
    left, row = case.path[index], case.scores[index]
    kept = max((case.scores[i][left] for i, other in enumerate(found) if other == left), default=0.0)
    return 0.0 if row[left] <= _FIGURE and kept >= row[left] else row[left] - row[part]


def _divided(scores: Sequence[Sequence[float]], begins: Sequence[float], tried: Sequence[int]) -> list[int]:
    """The runs of the parts `tried`, in order, none empty, with the most evidence and the likeliest beginnings."""
    count, parts, never = len(scores), len(tried), float("-inf")
    total = [scores[0][tried[0]], *[never] * (parts - 1)]
    back: list[list[bool]] = []
    for i in range(1, count):
        moves = [never, *(before + begins[i] for before in total[:-1])]
        moves = [move - _UNEVEN * abs(i - count * part / parts) for part, move in enumerate(moves)]
        begun = [move > stay for move, stay in zip(moves, total, strict=True)]
        total = [max(pair) + scores[i][tried[part]] for part, pair in enumerate(zip(moves, total, strict=True))]
        back.append(begun)
    path = [parts - 1]
    for begun in reversed(back):
        path.append(path[-1] - begun[path[-1]])
    return [tried[part] for part in reversed(path)]


def _begins(index: int, case: Case) -> float:
    """How likely a sentence begins the next answer, beside what it says of its part."""
    if not index:
        return 0.0
    before, here, rules = case.passages[index - 1], case.passages[index], case.rules
    value = _MOVES if before.paragraph != here.paragraph or rules.moves.match(here.plain) else 0.0
    value += _LEANS if rules.leans.match(here.plain) else 0.0
    value += _OPENS if rules.opens.match(here.plain) else 0.0
    return value + _SAME * min(2, len(before.words & here.words))
