"""Answers that take the parts of a question in the order in which they were asked.

Who answers two questions in a row mostly takes them in turn, though no word is shared: "When do you launch in Brazil?",
"We go live in March." Every part then has a run of sentences, and the runs are divided where the next answer begins most
likely: where a topic is announced, where "no" or "yes" opens, and not where a sentence leans on the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..languages.question_rules import QuestionRules
from .given import gifts
from .questions import SubQuestion

_MOVES, _LEANS, _SAME, _OPENS = 0.25, -0.45, -0.2, 0.35
_UNEVEN = 0.02
_WORTH, _LOST = 0.75, 0.05  # evidence for another part that a run may have: where it gives what is wanted, and else


class Said(Protocol):
    """What is asked of a sentence here."""

    @property
    def plain(self) -> str: ...
    @property
    def words(self) -> frozenset[str]: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def refuses(self) -> bool: ...


def in_order(
    path: Sequence[int],
    scores: Sequence[Sequence[float]],
    passages: Sequence[Said],
    questions: Sequence[SubQuestion],
    rules: QuestionRules,
) -> list[int] | None:
    """One part a sentence with every part answered in turn; None where the evidence in `path` speaks against it.

    `scores` has a row for each sentence and a column for each part.
    """
    answered = set(path)
    if len(answered) == len(questions) or list(path) != sorted(path):
        return None
    begins = [
        [_begins(i, part, passages, questions, rules) for part in range(len(questions))] for i in range(len(passages))
    ]
    tried = list(range(len(questions)))
    while len(answered) < len(tried) and answered <= set(tried):
        if len(tried) <= len(passages):
            found = _divided(scores, begins, tried)
            doubtful = [
                part
                for part in tried
                if part not in answered and not _fits(part, found, path, scores, passages, questions, rules)
            ]
            if not doubtful:
                return found
        else:
            doubtful = [part for part in tried if part not in answered]
        tried.remove(min(doubtful, key=lambda part: sum(row[part] for row in scores)))
    return None


def _fits(
    part: int,
    found: Sequence[int],
    path: Sequence[int],
    scores: Sequence[Sequence[float]],
    passages: Sequence[Said],
    questions: Sequence[SubQuestion],
    rules: QuestionRules,
) -> bool:
    """Whether the run given to a part can answer it: little else speaks for another part, and it gives what is wanted."""
    run = [i for i, own in enumerate(found) if own == part]
    lost = sum(scores[i][path[i]] - scores[i][part] for i in run)
    if lost > _WORTH:
        return False
    wants = [want for want in questions[part].wants if not want.soft]
    words = questions[part].words
    given = [any(True for i in run for _ in gifts(want, passages[i].plain, words)) for want in wants]
    if given:
        return all(given)
    first = passages[run[0]].plain
    soft = any(True for want in questions[part].wants for _ in gifts(want, first, words))
    answers = soft or scores[run[0]][part] > 0 or rules.opens.match(first) is not None
    return lost <= _LOST and (answers or rules.leans.match(first) is None)


def _divided(
    scores: Sequence[Sequence[float]], begins: Sequence[Sequence[float]], tried: Sequence[int]
) -> list[int]:
    """The runs of the parts `tried`, in order, none empty, with the most evidence and the likeliest beginnings."""
    count, parts, never = len(scores), len(tried), float("-inf")
    total = [scores[0][tried[0]], *[never] * (parts - 1)]
    back: list[list[bool]] = []
    for i in range(1, count):
        begun = [False] * parts
        row = [never] * parts
        for part in range(parts):
            uneven = _UNEVEN * abs(i - count * part / parts)
            stay, move = total[part], total[part - 1] + begins[i][tried[part]] - uneven if part else never
            begun[part] = move > stay
            row[part] = max(stay, move) + scores[i][tried[part]]
        total = row
        back.append(begun)
    path = [parts - 1]
    for begun in reversed(back):
        path.append(path[-1] - begun[path[-1]])
    return [tried[part] for part in reversed(path)]


def _begins(
    index: int, part: int, passages: Sequence[Said], questions: Sequence[SubQuestion], rules: QuestionRules
) -> float:
    """How likely a sentence begins the answer to a part, beside what it says of it."""
    if not index:
        return 0.0
    before, here = passages[index - 1], passages[index]
    value = _MOVES if before.paragraph != here.paragraph or rules.moves.match(here.plain) else 0.0
    value += _LEANS if rules.leans.match(here.plain) else 0.0
    value += _SAME * min(2, len(before.words & here.words))
    opens = rules.opens.match(here.plain) is not None
    return value + (_OPENS if opens else 0.0)
