"""Times and amounts told in one order: "2030至2032年EPS为0.74元、1.12元、1.49元" gives each amount its year."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ...languages.late import late
from ..times import RULES, Time, says

if TYPE_CHECKING:
    from .figures import Figure

_LISTED = late(r"\s?(?:,\s?and\b|[,，、/]|\band\b|以及|[和及与&])\s?")
_LISTED_TIMES = late(r"\s?(?:,\s?and\b|[,，、/]|\band\b|以及|[和及与&])\s?(?:in\s)?")


def time_in_order(figure: Figure) -> Time | None:
    """The time that a list of as many times gives to an amount of a list; None where no two lists are told so.

    The times stand before the amounts, or behind them with "respectively".
    """
    run = _run(figure)
    if len(run) < 2:
        return None
    at = next(n for n, row in enumerate(run) if row is figure)
    times = [time for time in figure.text.times(figure.line) if says(time)]
    before = [time for time in times if time.end <= run[0].amount.start]
    if before and before[-1].run:
        years = before[-1].years or frozenset()
        if max(years) - min(years) + 1 == len(run):
            return replace(before[-1], years=frozenset({min(years) + at}), run=False)
        return None
    folded, row = figure.text.folded, figure.row
    each = re.search(RULES[row.lang].each, folded[row.start : row.end])
    behind = [time for time in times if time.start >= run[-1].amount.end]
    for told in (before[-len(run) :], behind[: len(run)]) if each else ():
        if len(told) == len(run) and _are_listed(told, folded):
            return told[at]
    return None


def _are_listed(times: Sequence[Time], folded: str) -> bool:
    gaps = (folded[one.end : two.start] for one, two in itertools.pairwise(times))
    return all(_LISTED_TIMES.fullmatch(gap) for gap in gaps) and not any(time.run for time in times)


def _run(figure: Figure) -> list[Figure]:
    """The amounts of one unit that stand in a list with a figure."""
    line = [row for row in figure.text.by_line.get(figure.line, ()) if not row.ends]
    if not any(row is figure for row in line):
        return []
    at = next(n for n, row in enumerate(line) if row is figure)
    first = last = at
    while first > 0 and _joined(line[first - 1], line[first]):
        first -= 1
    while last + 1 < len(line) and _joined(line[last], line[last + 1]):
        last += 1
    return line[first : last + 1]


def _joined(one: Figure, two: Figure) -> bool:
    alike = (one.amount.unit, one.amount.kind) == (two.amount.unit, two.amount.kind)
    return alike and _LISTED.fullmatch(one.text.folded, one.amount.end, two.amount.start) is not None


__all__ = ["time_in_order"]
