"""Statements about figures of a table: a row's measure, a column's period, the scale over both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...amounts.intervals import contains, meant_interval
from ...records import Claim
from .dated import own_times
from .figures import Figure
from .itself import way_told
from .match import loosened, stands_for
from .measures import alike, measure_of
from .times import Now, Time, agree, now_of

_KINDS = ("money", "per_share", "count", "percent")


@dataclass(frozen=True, slots=True)
class Held:
    """A cell that states what a figure of a statement does: its claim, and `supported` or `rounding`."""

    claim: Claim
    verdict: str


def find_cell(said: Figure, cells: Sequence[Claim], now: Now, mates: Sequence[Claim] = ()) -> Held | None:
    """The cell with the number said, of the measure said and of a time that fits; None where there is none.

    Without a time in the statement it must be the document's own, for what something is compared with a year before.
    `mates` are cells that other figures of the statement were found in: a base is of the same row and length of time.
    """
    measure = measure_of(said)
    if measure is None or said.is_range or said.amount.kind not in _KINDS or stands_for(said) == "change":
        return None
    for cell in cells:
        verdict = _equal(said, cell)
        if verdict is None or not _is_of(said, measure, cell):
            continue
        if _fits(said, cell, now, mates) and not _goes_otherwise(said, cell, cells):
            return Held(cell, verdict)
    return None


def is_of_year_before(said: Figure, start: int, cells: Sequence[Claim]) -> bool:
    """Whether the place of a number is a cell of the year before, of which the statement does not speak."""
    cell = next((row for row in cells if row.start <= start < row.end), None)
    if cell is None or cell.role != "base" or said.is_base:
        return False
    then = now_of(cell.period)
    time = Time(start=0, end=0, years=None if then.year is None else frozenset({then.year}), part=then.part)
    told = [row for row in own_times(said) if row.years is not None]
    return then.year is not None and not any(agree(row, time) for row in told)


def _is_of(said: Figure, measure: str, cell: Claim) -> bool:
    """Whether a cell is of the measure said, and of a part of the business only where the statement names it."""
    if not alike(measure, cell.metric) or cell.role not in ("level", "base"):
        return False
    return cell.segment is None or cell.segment.lower() in said.text.folded


def _goes_otherwise(said: Figure, cell: Claim, cells: Sequence[Claim]) -> bool:
    """Whether the cell of a year before lies on the other side than the statement says."""
    now, value, way = now_of(cell.period), cell.amount.value, way_told(said)
    if way is None or value is None or now.year is None or said.is_base:
        return False
    before = [
        other.amount.value
        for other in cells
        if (other.metric, other.segment, other.amount.unit) == (cell.metric, cell.segment, cell.amount.unit)
        and now_of(other.period) == Now(year=now.year - 1, part=now.part)
    ]
    return any(old is not None and old != value and (value > old) != (way == "up") for old in before)


def _equal(said: Figure, cell: Claim) -> str | None:
    mine, theirs = loosened(said.amount), cell.amount
    if mine.unit != theirs.unit or theirs.value is None or mine.value is None:
        return None
    if abs(mine.value) == abs(theirs.value):
        return "supported"
    coarser = mine.half_step > theirs.half_step
    return "rounding" if coarser and contains(meant_interval(mine), abs(theirs.value)) else None


def _fits(said: Figure, cell: Claim, now: Now, mates: Sequence[Claim]) -> bool:
    """Whether the time of a cell is that of the statement's figure."""
    there = now_of(cell.period)
    if there.year is None:
        return False
    mine = own_times(said)
    if said.is_base and mates:
        level = now_of(mates[-1].period)
        shift = 0 if level.year is None else level.year - there.year
        return cell.metric == mates[-1].metric and level.part == there.part and shift == 1
    if not mine:
        return (there.year, there.part) == (now.year, now.part)
    time = Time(start=0, end=0, years=frozenset({there.year}), part=there.part)
    told = [row for row in mine if row.part is not None or row.years is not None]
    parted = any(row.part is not None for row in told) or there.part == now.part
    return bool(told) and parted and all(agree(row, time) for row in told)


__all__ = ["Held", "find_cell", "is_of_year_before"]
