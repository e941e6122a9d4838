"""What is counted, and whether money is said per share."""

from __future__ import annotations

import re

from ..languages.en.numbers import EN
from ..languages.zh.numbers import ZH
from .numerals import alternation

_NEXT = re.compile(
    r"[ \t]{1,3}(?:\n[ \t]{0,40})?([A-Za-z][A-Za-z']{0,24}(?:-[A-Za-z]{1,20}){0,4})|\n[ \t]{0,40}([A-Za-z][A-Za-z'-]{0,30})"
)
_MEASURE = re.compile(r"([a-z]{1,6}[23]?)(?![a-z0-9])")
_COUNTER = re.compile(rf" {{0,2}}({alternation(ZH.counters)})")
_PER_AFTER = re.compile(
    rf"\s{{0,2}}(?:(?:per|a|an|/)\s{{0,2}}(?:[a-z]{{2,12}}\s{{1,2}}){{0,3}}(?:{alternation(EN.per_share_after)})(?:s)?(?![a-z])|{alternation(ZH.per_share_after)})"
)
_PER_BEFORE = re.compile(
    rf"(?:per\s{{1,2}}(?:[a-z]{{3,12}}\s{{1,2}}(?:and\s{{1,2}})?){{0,4}}(?:shares?|ads|adr|unit)(?![a-z])|(?<![a-z])eps(?![a-z])|{alternation(ZH.per_share_before)})"
)
_SENTENCE_END = re.compile(r"[!?。！？;；\n]|\.\s")
_NO_PLURAL = ("ss", "us", "is", "'s")


def noun_after(low: str, folded: str, at: int) -> tuple[str | None, int]:
    """The counted noun after a number that ends at `at`, lower-case, and its end; None when there is none.

    English: the first plural among up to four words that may stand in a noun phrase; Chinese: the measure word.
    """
    counter = _COUNTER.match(low, at)
    if counter:
        return counter.group(1), counter.end()
    close = _MEASURE.match(low, at)
    if close and close.group(1) in EN.measures:
        return close.group(1), close.end()
    return _english_noun(low, at)


def _english_noun(low: str, at: int) -> tuple[str | None, int]:
    place = at
    for _ in range(5):
        match = _NEXT.match(low, place)
        if match is None:
            break
        word = match.group(match.lastindex or 0)
        if word in EN.stops:
            break
        if (
            word in EN.plurals
            or word in EN.measures
            or (word.endswith("s") and len(word) > 3 and not word.endswith(_NO_PLURAL))
        ):
            return word, match.end()
        place = match.end()
    return None, at


def is_per_share(low: str, start: int, end: int) -> bool:
    """ "per share", "per ADS" or 每股 after the money, or before it in the same sentence."""
    if _PER_AFTER.match(low, end):
        return True
    window = max(0, start - 160)
    begin = window
    for match in _SENTENCE_END.finditer(low, window, start):
        begin = match.end()
    return _PER_BEFORE.search(low, begin, start) is not None
