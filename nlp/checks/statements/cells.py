"""Statements about figures of a table: a row's measure, a column's period, the scale over both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ...amounts.intervals import contains, meant_interval
from ...languages.late import late
from ...languages.metric_kinds import SIGNED_METRICS
from ...records import Amount, Claim
from ..times import Now, Time, agree, now_of
from .figures import Figure
from .itself import way_told
from .labels import Labels
from .measures import alike, measure_of
from .own_times import own_times
from .sizes import loosened
from .stands import stands_for, went
from .units import is_plain_dollar

_KINDS = ("money", "per_share", "count", "percent")
_DAY = late(r"asof:([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DOLLARS = frozenset(("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"))
_TO_POINTS = {"percentage_point": Decimal(1), "basis_point": Decimal("0.01")}


@dataclass(frozen=True, slots=True)
class Held:
    """A cell that states what a figure of a statement does: its claim, and `supported` or `rounding`."""

    claim: Claim
    verdict: str


class Cells:
    """The cells of a document's tables, ready to be asked about figures of statements."""

    def __init__(self, cells: Sequence[Claim], now: Now, labels: Labels) -> None:
        self._cells, self._now, self._labels = tuple(cells), now, labels

    def find(self, said: Figure, mates: Sequence[Claim] = ()) -> Held | None:
        """The cell with the number said, of the measure said and of a time that fits; None where there is none.

        Without a time in the statement it must be the document's own, or for what something is compared with that of a
        year before. `mates` are cells that other figures of the statement were found in: a base is of the same row and
        length of time.
        """
        if said.is_range or (said.amount.kind not in _KINDS and said.amount.kind != "points"):
            return None
        moved = _is_change(said)
        for cell in self._cells:
            if (cell.role == "change") != moved or cell.role not in ("level", "base", "change"):
                continue
            verdict = _equal(said, cell)
            if verdict is None or not self._is_of(said, cell) or not self._fits(said, cell, mates):
                continue
            if moved and _moves_alike(said, cell):
                return Held(cell, verdict)
            if not moved and not self._goes_otherwise(said, cell):
                return Held(cell, verdict)
        return None

    def at(self, start: int) -> Claim | None:
        """The cell at a place of the document."""
        return next((row for row in self._cells if row.start <= start < row.end), None)

    def is_of_another_time(self, said: Figure, start: int) -> bool:
        """Whether the place of a number is a cell of a time of which the statement does not speak."""
        cell = self.at(start)
        if cell is None or cell.role == "change" or cell.period is None or said.is_base:
            return False
        told = [time for time in own_times(said) if time.years is not None or time.part is not None]
        there = _time_of(cell.period)
        if there is None:
            return False
        own = [time for time in told if time.part is None or there.part is not None]
        dated = any(time.years is not None for time in told)
        return not all(agree(time, there) for time in own) or (cell.role == "base" and not dated)

    def is_of_another_size(self, said: Figure, start: int) -> bool:
        """Whether the place of a number is a cell that means another one by the scale over its table."""
        cell = self.at(start)
        if cell is None or not cell.amount.kind == said.amount.kind == "money":
            return False
        return _equal(said, cell) is None

    def _is_of(self, said: Figure, cell: Claim) -> bool:
        """Whether a cell is of the measure said, and of a part of the business only where the statement names it."""
        if self._labels.are_of(said, cell):
            return _is_signed_alike(said, cell)
        measure = measure_of(said)
        if measure is None or cell.metric.startswith("other:"):
            return False
        strict = measure in self._metrics or "revenue" in (measure, cell.metric)  # many an income is called revenue
        if not (cell.metric == measure if strict else alike(measure, cell.metric)):
            return False
        if cell.segment is not None and cell.segment.lower() not in said.text.folded:
            return False
        return self._labels.is_closest(said, cell) and _is_signed_alike(said, cell)

    @cached_property
    def _metrics(self) -> frozenset[str]:
        return frozenset(cell.metric for cell in self._cells)

    @cached_property
    def _last_day(self) -> str | None:
        return max((row.period for row in self._cells if row.period and _DAY.fullmatch(row.period)), default=None)

    def _goes_otherwise(self, said: Figure, cell: Claim) -> bool:
        """Whether the cell of a year before lies on the other side than the statement says."""
        now, value, way = now_of(cell.period), cell.amount.value, way_told(said)
        if way is None or value is None or now.year is None or said.is_base:
            return False
        before = [
            other.amount.value
            for other in self._cells
            if (other.metric, other.segment, other.amount.unit) == (cell.metric, cell.segment, cell.amount.unit)
            and now_of(other.period) == Now(year=now.year - 1, part=now.part)
        ]
        return any(old is not None and old != value and (value > old) != (way == "up") for old in before)

    def _fits(self, said: Figure, cell: Claim, mates: Sequence[Claim]) -> bool:
        """Whether the time of a cell is that of the statement's figure."""
        there = _time_of(cell.period)
        if there is None or there.years is None:
            return False
        mine = own_times(said)
        if said.is_base and mates:
            level = _time_of(mates[-1].period)
            return level is not None and cell.metric == mates[-1].metric and _is_before(there, level, mine)
        told = [row for row in mine if row.part is not None or row.years is not None or row.month is not None]
        if there.month is not None:
            return self._fits_day(said, cell, there, told)
        if not told:
            return cell.role == "base" if said.is_base else self._is_now(there)
        parted = any(row.part is not None for row in told) or there.part == self._now.part
        dated = said.is_base or any(row.years is not None for row in told) or cell.role != "base"
        return parted and dated and all(agree(row, there) for row in told)

    def _is_now(self, there: Time) -> bool:
        return there.years == frozenset({self._now.year}) and there.part == self._now.part

    def _fits_day(self, said: Figure, cell: Claim, there: Time, told: Sequence[Time]) -> bool:
        """Of the days of a balance the last is meant, or the one named, or that of a year before."""
        dated = [time for time in told if time.month is not None]
        if dated:
            return all(agree(time, there) for time in dated)
        last = _time_of(self._last_day)
        shift = 0
        for time in told:
            if time.years is not None and self._now.year is not None:
                shift = max(shift, self._now.year - max(time.years))
            if time.part not in (None, self._now.part, "FY"):
                return False
        if said.is_base and not told:
            return cell.period != self._last_day
        return last is not None and last.years is not None and there == _shifted(last, -shift)


def _is_change(said: Figure) -> bool:
    """Whether a figure says by how much something moved."""
    if said.amount.kind == "points":
        return True
    rate = said.amount.kind == "percent" and said.direction is not None
    return stands_for(said) == "change" or (rate and stands_for(said) != "level")


def _time_of(period: str | None) -> Time | None:
    """A period as a time; None for what is neither a span of a year nor a day."""
    day = _DAY.fullmatch(period or "")
    if day is not None:
        return Time(start=0, end=0, years=frozenset({int(day[1])}), month=int(day[2]), day=int(day[3]))
    then = now_of(period)
    return None if then.year is None else Time(start=0, end=0, years=frozenset({then.year}), part=then.part)


def _shifted(time: Time, years: int) -> Time:
    moved = None if time.years is None else frozenset(year + years for year in time.years)
    return Time(start=0, end=0, years=moved, part=time.part, month=time.month, day=time.day)


def _is_before(there: Time, level: Time, mine: Sequence[Time]) -> bool:
    """Whether a base's column is the level's a year before, or the one that the statement names."""
    if mine and not any(time.ago for time in mine):
        return all(agree(time, there) for time in mine)
    return there == _shifted(level, -1)


def _moves_alike(said: Figure, cell: Claim) -> bool:
    """Whether a change goes the way said, from the time said."""
    ways = {said.direction, cell.direction} - {None}
    if len(ways) > 1 and went(said) is None:
        return False
    compared = [time for time in said.text.times(said.line) if said.text.is_compared(time)]
    if cell.comparator == "yoy":
        return not any(time.part is not None and not time.ago and time.years is None for time in compared)
    return cell.comparator is not None and not any(time.ago for time in said.text.times(said.line))


def _is_signed_alike(said: Figure, cell: Claim) -> bool:
    """Whether both are a profit, or both a loss, where the statement says which and the measure has two sides."""
    value = cell.amount.value
    if cell.metric not in SIGNED_METRICS or said.sign is None or value is None or cell.role == "change":
        return True
    lost = value < 0 or re.search(r"\bloss\b(?!\))|亏损(?![)）])", (cell.surface or "").lower()) is not None
    return lost == (said.sign == "loss")


def _equal(said: Figure, cell: Claim) -> str | None:
    mine, theirs = loosened(said.amount), cell.amount
    if mine.value is None or theirs.value is None:
        return None
    by = _factor(said, mine, theirs)
    if by is None:
        return None
    value = abs(theirs.value) * by
    if abs(mine.value) == value:
        return "supported"
    coarser = mine.half_step > theirs.half_step * by
    return "rounding" if coarser and contains(meant_interval(mine), value) else None


def _factor(said: Figure, mine: Amount, theirs: Amount) -> Decimal | None:
    """What a cell's number is multiplied with to be in the unit said; None where the units do not meet."""
    if mine.unit in _TO_POINTS and theirs.unit in _TO_POINTS:
        return _TO_POINTS[theirs.unit] / _TO_POINTS[mine.unit]
    if mine.unit == theirs.unit:
        return Decimal(1)
    if mine.unit == "count" and mine.noun is None and theirs.kind in ("money", "per_share"):
        return Decimal(1)
    plain = {mine.unit, theirs.unit} <= _DOLLARS and is_plain_dollar(said)
    return Decimal(1) if plain else None


__all__ = ["Cells", "Held"]
