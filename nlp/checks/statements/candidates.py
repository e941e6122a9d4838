"""A figure of a document beside one of a statement: whether they are of one kind, and what is against them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ..times import Now
from .dated import Conflict
from .figures import Figure
from .match import conflicts, how_equal
from .own_times import own_times
from .stands import stands_for
from .units import factor

_FARTHEST = 1000  # times: a price is no other value of a sum


@dataclass(frozen=True)
class Candidate:
    """A figure of the document beside one of the statement; `score` says how much they are about the same thing."""

    said: Figure
    figure: Figure
    score: float
    equal: str | None
    now: Now

    @property
    def shared(self) -> int:
        """How many words of the statement stand in the line of an equal figure."""
        return len(self.said.text.all_words & self.figure.text.words(self.figure.line)) if self.equal else 0

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What both say and say differently; asked of the few figures that could be evidence."""
        return tuple(conflicts(self.said, self.figure, self.now))


def digits(quote: str) -> int:
    """How many digits of a print are not zeros at its ends."""
    return len(re.sub(r"[^0-9]", "", quote).strip("0"))


def same_number(said: Figure, other: Figure) -> bool:
    """A bound prints the number it sets."""
    mine, theirs = said.amount, other.amount
    if None in (mine.low, mine.high, theirs.low, theirs.high):
        return bool({mine.low, mine.high} & {theirs.low, theirs.high} - {None})
    return (mine.low, mine.high) == (theirs.low, theirs.high)


def same_unit(said: Figure, other: Figure) -> bool:
    """Whether two figures play one part in one unit, and neither is a thousand times the other."""
    alike = factor(said, other) is not None and said.amount.kind == other.amount.kind
    if not alike or said.is_range != other.is_range or said.is_base != other.is_base:
        return False
    sizes = [abs(row.amount.value or Decimal(0)) for row in (said, other)]
    return said.is_guided == other.is_guided and max(sizes) <= _FARTHEST * min(sizes)


def is_timed_alike(said: Figure, other: Figure) -> bool:
    """Whether a figure is of the full year where the statement is: the document's own quarter is too weak a ground."""
    mine = own_times(said)
    whole = any(time.part == "FY" for time in mine)
    year = any(time.years and time.part is None and time.month is None for time in mine)
    if year and any((time.part or "").startswith("Q") for time in other.times[0]):
        return False  # "2.4 million in Q4, and 6.9 million in the year"
    return not whole or any(time.part == "FY" for level in other.times[:3] for time in level)


def is_of_mate(said: Figure, other: Figure, mates: Sequence[Figure]) -> bool:
    """Whether a change stands right behind a level in the statement, and behind the same level in the document."""
    before = [mate for mate in mates if mate.line == said.line and mate.amount.end <= said.amount.start]
    there = [row for row in other.text.by_line[other.line] if row.amount.end <= other.amount.start and not row.ends]
    if said.direction is None or not before or not there or how_equal(before[-1], there[-1]) is None:
        return False
    return before[-1].amount.unit != said.amount.unit or stands_for(said) == "change"


def same_kind(said: Figure, other: Figure) -> bool:
    """Whether two figures play one part in one unit, and both or neither moved."""
    return (
        factor(said, other) is not None
        and said.amount.kind == other.amount.kind
        and said.is_range == other.is_range
        and said.is_base == other.is_base
        and (said.direction is None) == (other.direction is None)
    )


__all__ = ["Candidate", "digits", "is_of_mate", "is_timed_alike", "same_kind", "same_number", "same_unit"]
