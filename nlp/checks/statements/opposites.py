"""Words beside two figures of which only one can be true: interim and final, 同比 and 环比, per ounce and per tonne."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...languages.measure_names import scale_between
from ...languages.opposites import (
    EACH,
    FROM,
    MEASURED,
    OPPOSITES,
    OPPOSITES_BESIDE,
    PER_WHAT,
    RECKONED_IN,
    SAME_ONE,
    TERM,
)
from ..times import RULES
from .dated import Conflict
from .figures import Figure
from .lines import Line

_NEAR = 24  # characters in which what a number is for one of stands


def opposed(said: Figure, other: Figure) -> Iterator[Conflict]:
    """The words of the statement's figure that those of the document's exclude."""
    listed = re.search(RULES[said.row.lang].each, said.text.folded[said.row.start : said.row.end])
    for group in () if listed else OPPOSITES + OPPOSITES_BESIDE:
        mine = _members(said, group)
        theirs = _members(other, group) if len(mine) == 1 else frozenset()
        if theirs and not mine & theirs:
            yield Conflict("metric", "the document says the opposite of it")
            return
    for group in () if listed else OPPOSITES:
        mine, theirs = _in_lines(said, other, group)
        if len(mine) == len(theirs) == 1 and mine != theirs:
            yield Conflict("metric", "the document's line says the opposite")
            return
    since, then = compared_with(said), compared_with(other)
    if since is not None and then is not None and since != then:
        yield Conflict("compared", f"the document compares with {then}")
    terms = _term(said), _term(other)
    if None not in terms and terms[0] != terms[1]:
        yield Conflict("period", f"the document says it of {terms[1]}")
    monies = _reckoned_in(said), _reckoned_in(other)
    if None not in monies and monies[0] != monies[1]:
        yield Conflict("unit", f"the document reckons it in {monies[1]}")
    one, another = _for_one(said), _for_one(other)
    scaled = scale_between(one, another) != 1  # kilograms told in tonnes
    if one is not None and another is not None and not (scaled or _same_one(one, another)):
        yield Conflict("unit", f"the document gives it for one {another}")


def _members(figure: Figure, group: tuple[re.Pattern[str], ...]) -> frozenset[int]:
    """Which of a group stand before a figure in its zone, else behind it in its clause."""
    folded, clause = figure.text.folded, figure.clause
    begin = figure.begin
    if figure.row.lang == "zh" and figure.text.words_in(clause[0], figure.amount.start, "zh"):
        begin = clause[0]
    elif not figure.text.words_in(begin, figure.amount.start, figure.row.lang):
        begin = figure.clause_start  # "monthly users grew by 9% to 71 million"
    else:
        begin = figure.joined_at  # "3.1% on short haul and 4.4% on long haul"
    for start, end in ((begin, figure.amount.start), (figure.amount.end, clause[1])):
        found = frozenset(at for at, word in enumerate(group) if word.search(folded, start, max(start, end)))
        if found:
            return found
    return frozenset()


def _in_lines(said: Figure, other: Figure, group: tuple[re.Pattern[str], ...]) -> list[frozenset[int]]:
    """Which of a group stand in the whole line of a Chinese statement, and of the document."""
    if said.row.lang != "zh" or other.row.lang != "zh":
        return [frozenset(), frozenset()]
    return [
        frozenset(at for at, word in enumerate(group) if word.search(row.text.folded, row.row.start, end))
        for row, end in ((said, said.until), (other, other.row.end))
    ]


def compared_with(figure: Figure) -> str | None:
    """What a change is from by the words before it in its zone, or behind it in its clause; None for two or none."""
    if figure.is_base or (figure.amount.kind not in ("percent", "points") and figure.direction is None):
        return None
    folded = figure.text.folded
    zh = figure.row.lang == "zh"
    before = (figure.begin, figure.amount.start)
    behind = (figure.amount.end, figure.until if not zh else figure.amount.end)
    for start, end in (before, behind) if zh else (behind, before):
        told = {name for name, cue in FROM.items() if cue.search(folded, start, max(start, end))}
        if told:
            return told.pop() if len(told) == 1 else None
    return None


def _term(figure: Figure) -> str | None:
    """For how long a bond or a deposit runs whose rate or price a figure is: the last 10年期 before it in its line."""
    folded, row = figure.text.folded, figure.row
    if row.lang != "zh" or re.search(RULES["zh"].each, folded[row.start : row.end]):
        return None
    told = [hit[0] for hit in TERM.finditer(folded, row.start, figure.amount.start)]
    return told[-1] if told else None


def _reckoned_in(figure: Figure) -> str | None:
    """In which money a rate is told to be reckoned, by the last word for it before it in its line."""
    if figure.amount.kind not in ("percent", "points"):
        return None
    told = list(RECKONED_IN.finditer(figure.text.folded, figure.row.start, figure.amount.start))
    return next((word for word in told[-1].groups() if word), None) if told else None


def _for_one(figure: Figure) -> str | None:
    """What an amount is for one of, or what it is measured in."""
    folded, end = figure.text.folded, figure.amount.end
    if figure.row.lang == "zh" and figure.amount.kind == "count":
        counted = MEASURED.match(folded, end)
        return counted["one"] if counted else None
    if figure.amount.kind not in ("money", "per_share"):
        return None
    behind = PER_WHAT.search(folded, end, min(end + _NEAR, figure.until))
    if behind is not None:
        return behind["one"]
    before = [hit["one"] for hit in EACH.finditer(folded, figure.begin, figure.amount.start)]
    return before[-1] if before else _spoken_of(figure.row, figure)


def _spoken_of(row: Line, figure: Figure) -> str | None:
    """The only such thing before it in its line: "revenue per tractor per week climbed to 4,386"."""
    found = {hit["one"] for hit in PER_WHAT.finditer(figure.text.folded, row.start, figure.amount.start)}
    return found.pop() if len(found) == 1 and figure.begin == row.start else None


def _same_one(one: str, other: str) -> bool:
    mine, theirs = (word if not word.isascii() else word.removesuffix("s") for word in (one, other))
    return mine == theirs or any(mine in group and theirs in group for group in SAME_ONE)


__all__ = ["compared_with", "opposed"]
