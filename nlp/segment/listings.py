"""The things a question lists, each of which it asks about: names, or "the north, the centre and the south"."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages.late import late
from ..languages.question_rules import QuestionRules

NAME = late(r"\b(?:[0-9]+[A-Za-z][\w&-]*|[A-Z][a-z]*[A-Z0-9][\w&-]*|[A-Z]{2,}[\w&-]*|(?<=[a-z,] )[A-Z][a-z]{2,})\b")


def things_of(words: str, before: Sequence[str], rules: QuestionRules, *, names: bool = True) -> list[str]:
    """The things a question lists; "these three" are those of the question before. `names`: names count as a list."""
    named = _listed(words, rules, names)
    if len(named) > 1:
        return named
    if before and rules.back_to.is_in(words):
        earlier = _listed(before[-1], rules, names)
        return earlier if len(earlier) > 1 else []
    return []


def _listed(words: str, rules: QuestionRules, with_names: bool) -> list[str]:
    """Names in the question, or the members of a list of three and more: "the north, the centre and the south"."""
    best: list[str] = []
    for hit in rules.listing.finditer(words):
        items = [_bare(item, rules) for item in rules.joint.split(rules.namely.split(hit["items"])[-1])]
        items = [item for item in items if item]
        best = items if len(items) > max(2, len(best)) else best
    if not with_names:
        return best
    names = list(dict.fromkeys(hit[0] for hit in NAME.finditer(words) if hit[0] not in rules.not_names))
    return names if len(names) > 2 or len(names) > len(best) else best


def _bare(item: str, rules: QuestionRules) -> str:
    """A member of a list without the small words at its ends: "the south of" is "south"."""
    words = rules.before_item.split(item)[-1].split()
    while words and words[0].lower() in rules.stop_words:
        words.pop(0)
    while words and words[-1].lower() in rules.stop_words:
        words.pop()
    return " ".join(words)
