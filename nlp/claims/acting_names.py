"""Parts of a business that a text names by what they do: "Data center was $624 million", "Fragrance, up 14%".

What stands as the subject of an amount of money or a rate, or behind "in" after one, is a part of the business unless
it is a measure (a cost, a price, a count), a period or a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..languages.en.acting import (
    ACTS,
    AT_NAMED,
    BEHIND,
    COUNTS,
    EXPECTED,
    FROM_PART,
    HAVING,
    MEASURES,
    MOVED,
    NAMED_ACTS,
    NO_WORDS,
    OF_NAMED,
    SET_OFF,
    STANDS,
    TOLD_OF,
    TRADES,
    TURNED_TO,
    TWO,
    WITHIN,
    WITHIN_NAMED,
)
from ..languages.en.proper_names import NO_NAMES
from ..languages.en.segments import GENERIC, NOT_A_NAME, NOT_SEGMENTS, PLAIN_HEADS, TRAILING
from ..languages.hints import ManyHinted
from ..languages.late import late
from .metrics import find_metrics

_PATTERNS = (
    ACTS, COUNTS, MOVED, HAVING, STANDS, WITHIN, WITHIN_NAMED, NAMED_ACTS, OF_NAMED, SET_OFF, EXPECTED, AT_NAMED,
    FROM_PART, BEHIND,
)  # fmt: skip
_FIGURE = late(r"\d")
_WITHOUT_FIGURES = (TOLD_OF, TURNED_TO)
_SENTENCE = late(r"(?<=[a-z0-9%)])[.?!]\s")
_JOINED = late(r" (?:and|&) ")


def find_acting_names(text: str) -> list[str]:
    """Names of parts in an English paragraph, as printed; one for each place where one acts."""
    names: list[str] = []
    for sentence in _SENTENCE.split(re.sub(r"\s+", " ", text)):
        for pattern in _WITHOUT_FIGURES:
            names += [_trim(match[1], inside=False) for match in pattern.finditer(sentence)]
        if _FIGURE.search(sentence) is None:
            continue
        for _, match in _patterns().finditer(sentence):
            two = _JOINED.search(match[1]) and TWO.match(sentence, match.end())
            found = _JOINED.split(match[1]) if two else [match[1]]
            names += [_trim(name, inside=match.start(1) > 0) for name in found]
    return [name for name in names if name]


@cache
def _patterns() -> ManyHinted:
    return ManyHinted(_PATTERNS)


_ARTICLE = late(
    r"^(?:the|our|its|an?|in|at|for|on|and|but|with|so|both|by|from|of|as|overall|total|today|well|yes|look|now|then|while"
    r"|whereas|where|though|although|because|if|when|that|only|even|just|also|meanwhile|here|there)\s+",
    re.IGNORECASE,
)


def _trim(name: str, inside: bool) -> str:
    """The name without the words around it; empty where it is none. `inside`: it does not open the sentence."""
    trimmed = name.strip(" ,")
    while (shorter := _ARTICLE.sub("", trimmed)) != trimmed:
        trimmed = shorter
    if trimmed.split()[-1:] and trimmed.split()[-1].islower():
        shorter = TRAILING.sub("", trimmed)
        trimmed = trimmed if shorter in PLAIN_HEADS else shorter  # "public sector" is not "public"
    words = trimmed.lower().replace("’", "'").split()
    if not words or len(words) > 5 or len(trimmed) < 2 or not _may_name(words) or NOT_A_NAME.search(trimmed):
        return ""
    no_names = NO_NAMES - _DIRECTIONS if len(words) > 1 else NO_NAMES
    if words[0] in no_names or any(word.lower() in no_names for word in trimmed.split() if word[0].isupper()):
        return ""
    return "" if _is_measure(trimmed, words, inside) or find_metrics(trimmed, "en") else trimmed


_SOLD = frozenset("service services product products software hardware equipment".split())  # may be parts alone
_DIRECTIONS = frozenset("western eastern northern southern new".split())  # "Western Europe", "New Ventures"
_NO_ENDINGS = ("ization", "isation", "ability", "ly", "'s", "n't", "'re", "'ve", "'d", "'ll")


def _may_name(words: Sequence[str]) -> bool:
    """Whether no word, in small letters, is one that never stands in a name."""
    if {words[0], words[-1]} & (NOT_SEGMENTS | {"&"}) or NO_WORDS & set(words) or (GENERIC - _SOLD).issuperset(words):
        return False
    return not any(word.startswith("ex-") or word.endswith(_NO_ENDINGS) or word.isdigit() for word in words)


def _is_measure(name: str, words: Sequence[str], inside: bool) -> bool:
    """Whether the name is that of a cost, a price, a count: by its last word, in small letters also by its first."""
    own = name.rsplit(maxsplit=1)[-1][0].isupper() and (len(words) > 1 or inside)
    last = words[-1].split("-")[-1] or words[-1]
    if last in (MEASURES - TRADES if own else MEASURES) and not (last == "markets" and len(words) > 1):
        return True
    return len(words) > 1 and not own and words[0] in MEASURES - TRADES
