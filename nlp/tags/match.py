"""Finds listed terms in many texts at once: one pass over all of them, the hits handed back text by text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..languages.tokenize import TermMatcher

Hit = tuple[int, int, str]

# A character no text holds as a word of a term, so that no term reaches from one text into the next.
_BETWEEN = "\n\u241e\n"


def find_in_all(matcher: TermMatcher, texts: Sequence[str]) -> list[list[Hit]]:
    """(start, end, label) of every term, for each text in order; a text's hits do not depend on its neighbours."""
    starts = []
    at = 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(_BETWEEN)
    found: list[list[Hit]] = [[] for _ in texts]
    for start, end, label in matcher.find("".join(text + _BETWEEN for text in texts)):
        number = bisect_right(starts, start) - 1
        found[number].append((start - starts[number], end - starts[number], label))
    return found
