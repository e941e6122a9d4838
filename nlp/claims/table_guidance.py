"""Tables of guidance: a column of low ends beside one of high ends makes ranges, guided and not reported."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..languages import tables as words
from ..records import Amount
from ..text import fold, simplify
from .periods import PeriodContext
from .table_heads import Column, Grid
from .table_periods import only_period


@dataclass(frozen=True, slots=True)
class Ends:
    """Two columns that hold the ends of ranges, and the period they are guided for."""

    low: Column
    high: Column
    period: str


def find_ends(grid: Grid, context: PeriodContext) -> tuple[Ends, ...]:
    """The pairs of columns that hold guidance as it stands; what was guided before is nobody's figure any more."""
    heads = " ".join(_plain(column.head) for column in grid.columns)
    if not words.GUIDANCE.search(f"{grid.caption} {heads}"):
        return ()  # highs and lows of a share price
    named = only_period(grid.caption, context)
    found = []
    for low, high in zip(grid.columns, grid.columns[1:], strict=False):
        period = low.period or high.period or named
        if _is_end(low, high) and not words.FORMER.search(_plain(low.head)) and period is not None:
            found.append(Ends(low, high, period))
    return tuple(found)


def is_of_range(column: Column, grid: Grid) -> bool:
    """Whether a column is an end, or the middle, of a range: no figure that was reached."""
    last = _last(column)
    paired = any(_is_end(one, two) for one, two in zip(grid.columns, grid.columns[1:], strict=False))
    return paired and any(pattern.fullmatch(last) for pattern in (words.LOW_END, words.HIGH_END, words.MIDDLE))


def as_range(low: Amount, high: Amount) -> Amount | None:
    """One amount from the two ends; None where they are not in order, or of two units."""
    if low.low is None or high.high is None or low.low > high.high or low.unit != high.unit:
        return None
    return replace(low, end=high.end, high=high.high, half_step=max(low.half_step, high.half_step))


def _is_end(low: Column, high: Column) -> bool:
    """Whether two columns under one head are headed as the two ends."""
    return (
        words.LOW_END.fullmatch(_last(low)) is not None
        and words.HIGH_END.fullmatch(_last(high)) is not None
        and low.parts[:-1] == high.parts[:-1]
    )


def _last(column: Column) -> str:
    return _plain(column.parts[-1]) if column.parts else ""


def _plain(head: str) -> str:
    return simplify(fold(head)).lower().strip(" :：")
