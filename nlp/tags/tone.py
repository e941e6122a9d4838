"""Tone of a text by word lists in which a direction word takes the polarity of the quantity it moves.

"Net loss narrowed" is good news and "costs increased" is bad, though neither verb says so alone: each direction word
is bound to a quantity of its clause, and two direction words side by side act on each other ("growth slowed").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..errors import BadInput
from ..languages.en.tags import TONE as TONE_EN
from ..languages.late import late
from ..languages.tag_rules import ToneRules
from ..languages.tokenize import TermMatcher
from ..languages.zh.tags import TONE as TONE_ZH
from .match import Hit, find_in_all

_RULES = {"en": TONE_EN, "zh": TONE_ZH}
_QUANTITY = {"good": 1, "gain": 1, "bad": -1, "trouble": -1}
_DIRECTION = {"up": 1, "rise": 1, "down": -1, "fall": -1}
_ALONE = {"praise": 1.0, "blame": -1.0, "gain": 0.6, "trouble": -0.6, "rise": 0.7, "fall": -0.7}
_NEGATED = -0.6  # "not strong" is worse than neutral and better than weak
_HEDGED = 0.6
_WINDOW = 16  # hits either side that a word is read with
_COMMA = late(r"[,，、(（)）:：]")
_STOP = late(r"[;；。!！?？\n]|\. ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """What the word lists say of one text: `score` in -1..1, each judgement as (weight, its words), and how often each
    list was hit."""

    score: float
    judgements: tuple[tuple[float, str], ...]
    counts: Counter[str]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that decided, each once; none where the score is none of theirs."""
        said = () if self.counts["boilerplate"] else self.judgements
        return tuple(dict.fromkeys(words for _, words in said))


@dataclass(frozen=True, slots=True)
class _Word:
    at: int  # its number among the hits of the text
    start: int
    end: int
    label: str


def read_tones(texts: Sequence[str], lang: str) -> list[Tone]:
    """The tone of each text by the word lists. Raises BadInput for a language without one.

    >>> [tone.score > 0 for tone in read_tones(["Our net loss narrowed.", "Costs increased."], "en")]
    [True, False]
    """
    rules = _RULES.get(lang)
    if rules is None:
        raise BadInput(f"no tone words for language {lang!r}; known: {', '.join(_RULES)}.")
    return [_read(text, hits, rules) for text, hits in zip(texts, find_in_all(_matcher(lang), texts), strict=True)]


@cache
def _matcher(lang: str) -> TermMatcher:
    return TermMatcher(_RULES[lang].terms(), lang)


def _read(text: str, hits: Sequence[Hit], rules: ToneRules) -> Tone:
    """The tone of one text: s / (|s| + 1) of the summed weights; 0 for what is read out by duty."""
    found = [_Word(at, *hit) for at, hit in enumerate(hits)]
    counts = Counter(word.label for word in found)
    weights = tuple(_weights(text, found, rules))
    total = sum(weight for weight, _ in weights)
    if counts["hedges"]:
        total *= _HEDGED
    score = 0.0 if counts["boilerplate"] else round(total / (abs(total) + 1), 4)
    return Tone(score=score, judgements=weights, counts=counts)


def _weights(text: str, found: Sequence[_Word], rules: ToneRules) -> Iterator[tuple[float, str]]:
    """Each judgement in the text as (weight, its words)."""
    bound: set[_Word] = set()
    for group in _movements(text, found, rules):
        sign = 1
        for word in group:
            sign *= _DIRECTION[word.label]
        quantity = _moved(text, group, found, rules)
        first = group[0]
        if quantity is not None:
            bound.add(quantity)
            weight = float(sign * _QUANTITY[quantity.label])
        elif len(group) > 1:
            weight = sign * 0.7
        else:
            weight = _ALONE.get(first.label, 0.0)
        if weight:
            words = sorted({quantity or first, *group}, key=lambda word: word.start)
            said = rules.joiner.join(text[word.start : word.end] for word in words)
            yield weight * _negation(text, first, found, rules), said
    for word in found:
        if word.label in ("praise", "blame", "gain", "trouble") and word not in bound:
            yield _ALONE[word.label] * _negation(text, word, found, rules), text[word.start : word.end]


def _movements(text: str, found: Sequence[_Word], rules: ToneRules) -> list[list[_Word]]:
    """Direction words, those side by side joined: "growth slowed" is one movement, down."""
    groups: list[list[_Word]] = []
    for word in found:
        if word.label not in _DIRECTION:
            continue
        between = text[groups[-1][-1].end : word.start] if groups else ""
        joined = groups and len(between) <= rules.near and between.count(" ") <= 2
        if joined and len(groups[-1]) == 1 and not re.search(r"[^\w\s]|\band\b|\bor\b|\bto\b|和|及|或|[0-9]", between):
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _moved(text: str, group: Sequence[_Word], found: Sequence[_Word], rules: ToneRules) -> _Word | None:
    """The quantity a movement moves, or None. In order of trust: "increase in costs"; the nearest before it in its
    clause; the nearest behind it; the nearest before it in its sentence ("costs were 5, up 2%")."""
    first, last = group[0], group[-1]
    around = _around(first, found)
    before = next((word for word in reversed(around) if word.label in _QUANTITY and word.end <= first.start), None)
    after = next((word for word in around if word.label in _QUANTITY and word.start >= last.end), None)
    if after is not None and _linked(text[last.end : after.start], rules):
        return after
    if before is not None and _in_one_clause(text, before, first, around):
        return before
    if after is not None and after.start - last.end <= 12 * rules.near and _in_one_clause(text, last, after, around):
        return after
    if before is not None and not _parted(text, before, first, around):
        return before
    return None


def _around(word: _Word, found: Sequence[_Word]) -> Sequence[_Word]:
    """The hits near a word: few, so that a sentence without end takes no longer than its length."""
    return found[max(0, word.at - _WINDOW) : word.at + _WINDOW]


def _in_one_clause(text: str, left: _Word, right: _Word, around: Sequence[_Word]) -> bool:
    """Whether no comma, sentence end, turn of thought or other movement stands between two words."""
    if _COMMA.search(text, left.end, right.start) or _parted(text, left, right, around):
        return False
    return not any(word.label in _DIRECTION and left.end <= word.start < right.start for word in around)


def _linked(between: str, rules: ToneRules) -> bool:
    """Whether only linking words stand between a direction word and a quantity, the first of them there."""
    if not rules.joiner:
        return between in rules.links
    inner = between.lower().split()
    return bool(inner) and inner[0] in ("in", "of", "our", "the", "its", "their") and set(inner) <= set(rules.links)


def _parted(text: str, left: _Word, right: _Word, found: Sequence[_Word]) -> bool:
    """Whether a sentence end or a turn of thought stands between two words."""
    if _STOP.search(text, left.end, right.start):
        return True
    return any(word.label == "turns" and left.end <= word.start < right.start for word in found)


def _negation(text: str, word: _Word, found: Sequence[_Word], rules: ToneRules) -> float:
    around = _around(word, found)
    for other in around:
        near = other.label == "negators" and 0 <= word.start - other.end <= rules.reach
        if near and not _COMMA.search(text, other.end, word.start) and not _parted(text, other, word, around):
            return _NEGATED
    return 1.0
