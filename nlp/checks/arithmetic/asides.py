"""Words beside a change, its level and its base that tell that one of the three is of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...languages.check_cues import OF_A_PART, OF_ANOTHER, OF_ITS_OWN_CLAUSE, OWN_SUBJECT
from ...languages.content_words import content_words
from ...languages.late import late
from ...languages.twin_cues import CUES
from ...records import Claim
from ...text import fold, simplify
from ..evidence import Evidence
from ..times import find_times

_STOP = late(r"[;.。；](?!\d)|[0-9][0-9,.]*")
_DIVIDES = late(r"[;；。]|\.\s")
_BESIDE = 80  # characters
_MANY = 3  # content words before a change, and of a bare sign, that are what it is a change of
_SOME = 2


def words_beside(evidence: Evidence, claim: Claim) -> str:
    """The words between a figure and the numbers, or the ends of the clause, before it and after it: "up | from"."""
    text = evidence.document_by_id[claim.document_id].text
    before = simplify(fold(text[max(0, claim.start - _BESIDE) : claim.start]))
    after = simplify(fold(text[claim.end : claim.end + _BESIDE]))
    return f"{_STOP.split(before)[-1]} | {_STOP.split(after)[0]}"


def count_between(evidence: Evidence, one: Claim, other: Claim) -> int:
    """How many letters and digits stand between two figures of one document, those of times left out."""
    first, last = sorted((one, other), key=lambda row: row.start)
    words = simplify(fold(evidence.document_by_id[one.document_id].text[first.end : last.start]))
    times = find_times(words, "zh" if one.language == "zh" else "en") if len(words) <= _BESIDE else ()
    timed = {place for time in times for place in range(time.start, time.end)}
    return sum(char.isalnum() for place, char in enumerate(words) if place not in timed)


def stand_apart(evidence: Evidence, pair: Sequence[Claim], change: Claim) -> bool:
    """Whether a semicolon divides a change from the two figures."""
    text = evidence.document_by_id[change.document_id].text
    near = [row for row in pair if row.document_id == change.document_id]
    between = [text[min(row.end, change.end) : max(row.start, change.start)] for row in near]
    return len(between) == len(pair) and all(re.search("[;；]", words) for words in between)


def _has_own_clause(evidence: Evidence, level: Claim, base: Claim, change: Claim) -> bool:
    """Whether a figure of the same year is told behind a change in a clause of its own: "up 78%, and for the first half
    it was".
    """
    years = [(row.period or "")[:4] for row in (level, base)]
    said, cues = words_beside(evidence, change), CUES[change.language]
    if years[0] != years[1] or cues.yoy.search(said) or cues.qoq.search(said):
        return False
    text = evidence.document_by_id[change.document_id].text
    between = text[change.end : base.start] if base.document_id == change.document_id else ""
    return OF_ITS_OWN_CLAUSE.search(simplify(fold(between)).lower()) is not None


def are_of_two_things(evidence: Evidence, level: Claim, base: Claim, change: Claim) -> bool:
    """Whether a base beside its level is of a part of it, or of what was there besides, or a change has a subject of
    its own: "13% up on volume, versus 1.4 million of those last year"; "...; the number of receipts rose 1.5%".
    """
    if _has_own_clause(evidence, level, base, change):
        return True
    if change.frame is None or {level.frame, base.frame} != {change.frame}:
        return False
    if OF_ANOTHER.search(words_beside(evidence, base)) is not None:
        return True
    text = evidence.document_by_id[level.document_id].text
    if OF_A_PART.search(text[level.end : base.start]) is not None:
        return True
    if "metric" not in change.named and OWN_SUBJECT.search(words_beside(evidence, change)) is not None:
        return True
    *before, own = _DIVIDES.split(text[max(level.end, base.end) : change.start])
    most = _SOME if change.by.endswith(".signed") else _MANY
    return bool(before) and len(content_words(fold(own), "zh" if change.language == "zh" else "en")) >= most
