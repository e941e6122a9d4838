"""Finds listed terms in many texts at once: one pass over all of them, the hits handed back text by text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..errors import BadInput
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


def names_of(texts: Sequence[str], target_ids: Sequence[str] | None) -> Sequence[str]:
    """The ids of the texts. Raises BadInput when there are more or fewer ids than texts, or texts is one `str`."""
    if isinstance(texts, str):
        raise BadInput("texts is one str; give a list of texts.")
    if target_ids is None:
        return [str(number) for number in range(len(texts))]
    if len(target_ids) != len(texts):
        raise BadInput(f"{len(texts)} texts and {len(target_ids)} target_ids; give one id for each text.")
    return target_ids
