"""Statements without an amount: what they say of a time, a name or a number of months stands in one place, or not."""

from __future__ import annotations

import re
from heapq import nlargest

from ...languages.late import late
from ..times import RULES, agree, says
from .around import lines_around
from .covered import is_all_said, left_uncovered
from .judge import Judge
from .texts import Text
from .words import overlap

_NUMBER = late(r"[0-9]+(?:\.[0-9]+)?\s?[\u3400-\u9fff]?|(?<![\u3400-\u9fff])[一二三四五六七八九十]+[个年月季天日周]")
_LEAST = 0.5  # of what a statement says by weight, in the sentence that says it too
_FEWEST = 2  # known words
_PLACES = 3  # of a document, the likeliest first


def find_wording(said: Text, judge: Judge, begin: int) -> tuple[int, int] | None:
    """Where the document says what a statement without amounts does, all of its words and times; None if nowhere."""
    wanted = {word: judge.weights(word) for word in said.all_words if judge.weights(word)}
    if len(wanted) < _FEWEST:
        return None
    document = judge.document
    scored = [(overlap(wanted, [(document.words(at), 1.0)]), -at) for at in range(len(document.lines))]
    places = (-at for covered, at in nlargest(_PLACES, scored) if covered >= _LEAST)
    return next((found for at in places if (found := _said_at(said, at, judge, begin))), None)


def _said_at(said: Text, at: int, judge: Judge, begin: int) -> tuple[int, int] | None:
    """Where a line is whose surroundings say all that a statement does."""
    document = judge.document
    row = document.lines[at]
    if not (_is_timed_alike(said, document, at) and _goes_alike(said, document, at)):
        return None
    lines = sorted(set(lines_around(row.start, document)))
    near = "|".join(document.folded[document.lines[line].start : document.lines[line].end] for line in lines)
    if not all(re.search(rf"(?<![0-9.]){re.escape(number)}", near) for number in _numbers(said)):
        return None
    if said.lines[0].lang == "zh":
        found = not left_uncovered(said, near, begin)
    else:
        found = is_all_said(said, row.start, judge, begin)
    return (row.start, row.end) if found else None


def _is_timed_alike(said: Text, document: Text, line: int) -> bool:
    """Whether each time that a statement names is one of the sentence's or of the one before."""
    there = [time for time in document.times(line) if says(time)]
    there = there or [time for time in document.times(max(0, line - 1)) if says(time)]
    mine = [time for at in range(len(said.lines)) for time in said.times(at) if says(time)]
    return all(any(agree(time, other) for other in there) for time in mine)


def _goes_alike(said: Text, document: Text, line: int) -> bool:
    """Whether no word says up where the sentence says down alone."""
    row = document.lines[line]
    rules = RULES[said.lines[0].lang]
    ways = [
        {way for way, cue in (("up", rules.up), ("down", rules.down)) if re.search(cue, words, re.IGNORECASE)}
        for words in (said.folded, document.folded[row.start : row.end])
    ]
    return not ways[0] or not ways[1] or bool(ways[0] & ways[1])


def _numbers(said: Text) -> list[str]:
    """The numbers that are no times, with the character behind."""
    times = [time for line in range(len(said.lines)) for time in said.times(line)]
    found = list(_NUMBER.finditer(said.folded))
    return [hit[0] for hit in found if not any(time.start < hit.end() and hit.start() < time.end for time in times)]


__all__ = ["find_wording"]
