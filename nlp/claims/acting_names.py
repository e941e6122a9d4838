"""Parts of a business that a text names by what they do: "Data center was $624 million", "Fragrance, up 14%".

What stands as the subject of an amount of money or of a rate, or behind "in" after one, is a part of the business unless
it is a measure (a cost, a price, a count), a period or a pronoun.
"""

from __future__ import annotations

import re

from ..languages.en.acting import ACTS, BEHIND, COUNTS, MEASURES, MOVED, NO_WORDS, STANDS, TRADES, TWO, WITHIN
from ..languages.en.segments import NOT_SEGMENTS, TRAILING
from .metrics import find_metrics

_AT_HEAD = (ACTS, COUNTS, MOVED, STANDS, WITHIN)
_SENTENCE = re.compile(r"(?<=[a-z0-9%)])[.?!]\s")
_JOINED = re.compile(r" (?:and|&) ")


def find_acting_names(text: str) -> list[str]:
    """Names of parts in an English paragraph, as printed; one for each place where one acts."""
    names: list[str] = []
    for sentence in _SENTENCE.split(re.sub(r"\s+", " ", text)):
        if not any(c.isdigit() for c in sentence):
            continue
        for pattern in (*_AT_HEAD, BEHIND):
            for match in pattern.finditer(sentence):
                two = _JOINED.search(match[1]) and TWO.match(sentence, match.end())
                names += _JOINED.split(match[1]) if two else [match[1]]
    return [name for name in map(_trim, names) if name]


_ARTICLE = re.compile(r"^(?:the|our|its|an?|in|at|for|on|and|but|with|so|both|by|from|of|as|overall|total|today|well|yes|look|now|then)\s+", re.IGNORECASE)


def _trim(name: str) -> str:
    """The name without the words around it; empty where it is none."""
    trimmed = name.strip(" ,")
    while (shorter := _ARTICLE.sub("", trimmed)) != trimmed:
        trimmed = shorter
    if trimmed.split()[-1:] and trimmed.split()[-1].islower():
        trimmed = TRAILING.sub("", trimmed)
    words = trimmed.lower().replace("’", "'").split()
    ends = {words[0], words[-1]} if words else set()
    if not words or len(words) > 5 or len(trimmed) < 3 or ends & (NOT_SEGMENTS | {"&"}) or NO_WORDS & set(words):
        return ""
    if words[-1] in MEASURES:
        return ""
    if any(word.endswith(("ly", "'s", "n't", "'re", "'ve", "'d", "'ll")) or word.isdigit() for word in words):
        return ""
    if words[0] in MEASURES - TRADES or find_metrics(trimmed, "en"):
        return ""
    return trimmed
