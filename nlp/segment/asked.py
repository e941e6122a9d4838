"""What a part of a question asks for in its own words: one thing, or several joined by "and"."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages.content_words import words_and_matters
from ..languages.late import late
from ..languages.question_rules import QuestionRules, Want

_MOST = 70  # characters of a question that are quoted
_FIGURE = late(r"(?<![\w.])[0-9][0-9.,]*")
_ENDS = late(r"(?<=[.?!。？！]) *")


def asked_in(words: str, rules: QuestionRules) -> list[str]:
    """The things a part asks for: "how many will you open" and "how many will you close"."""
    cuts = sorted({hit.span("cut") for pattern in rules.conjoins for hit in pattern.finditer(words)})
    ends = [0, *(place for cut in cuts for place in cut), len(words)]
    return [words[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]


def unspoken(words: str, answer: Sequence[str], rules: QuestionRules) -> list[str]:
    """The things a part asks for that its answer leaves out: of several, those none of whose words is said, where
    another is spoken of and the answer has fewer sentences and fewer figures than there are things.
    """
    asked = asked_in(words, rules)
    if len(asked) < 2 or len(answer) >= len(asked):
        return []
    if sum(len(_FIGURE.findall(sentence)) for sentence in answer) >= len(asked):
        return []
    said = frozenset().union(*(words_and_matters(sentence, rules.code) for sentence in answer))
    carrying = [words_and_matters(piece, rules.code) for piece in asked]
    own = [these.difference(*carrying[:i], *carrying[i + 1 :]) for i, these in enumerate(carrying)]
    spoken = [not these.isdisjoint(said) for these in own]
    if not any(spoken):
        return []
    return [piece for piece, told, these in zip(asked, spoken, own, strict=True) if these and not told]


def wording(want: Want, words: str, rules: QuestionRules) -> str:
    """The words in which a part asks for what is wanted: "when will the new plant open"."""
    place = want.asks.search(words)
    pieces = [piece for sentence in _ENDS.split(words) for piece in asked_in(sentence, rules)]
    holding = [piece for piece in pieces if place is not None and want.asks.search(piece)]
    return quoted((holding or pieces[-1:])[0], rules)


def quoted(piece: str, rules: QuestionRules) -> str:
    """A piece of a question as it is told: without "and" before it and the mark behind it, and not too long."""
    bare = rules.before_question.sub("", piece.strip()).strip(" ,，.?？!。;；")
    if len(bare) <= _MOST:
        return bare
    cut = bare[:_MOST]
    return (cut.rsplit(" ", 1)[0] if " " in cut[_MOST // 2 :] else cut) + "…"
