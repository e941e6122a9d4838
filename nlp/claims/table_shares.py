"""Columns that say their figures once more: as parts of revenue in per cent, or as parts of the business across.

Both are told by their heads and believed only where the figures bear them out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ..amounts.cells import CellNumber
from ..languages.metric_kinds import MARGIN_OF, RATIO_METRICS
from ..text import fold, simplify
from .periods import PeriodContext
from .table_heads import Column, Grid, Row
from .table_periods import only_period
from .table_rows import Meaning

_TOTAL = re.compile(
    r"(?:group |grand )?total(?: (?:group|company|segments?))?|consolidated(?: total)?|group|合计|总计|合并|集团"
)
_WHOLE = 100


def with_parts_across(grid: Grid, context: PeriodContext) -> Grid:
    """The grid with its columns as parts of the business, where one is the total of the others in most of the rows.

    The period is then the one that the caption names.
    """
    values = [column for column in grid.columns if column.kind == "value"]
    totals = [column for column in values if _TOTAL.fullmatch(simplify(fold(column.head)).lower().strip())]
    if len(values) < 3 or len(totals) != 1 or any(column.period or not column.head for column in values):
        return grid
    parts = [column for column in values if column is not totals[0]]
    sums = [_is_sum(row, parts, totals[0]) for row in grid.rows if totals[0].number in row.cells]
    period = only_period(grid.caption, context)
    if period is None or sum(sums) < 2 or 3 * sum(sums) < 2 * len(sums):
        return grid
    columns = (
        replace(column, period=period, part=column.head if column in parts else None) if column in values else column
        for column in grid.columns
    )
    return replace(grid, columns=tuple(columns))


def _is_sum(row: Row, parts: Sequence[Column], total: Column) -> bool:
    figures = [row.cells[column.number][1] for column in parts if column.number in row.cells]
    said = row.cells[total.number][1]
    slack = said.half_step + sum((figure.half_step for figure in figures), Decimal(0))
    return len(figures) > 1 and abs(sum((figure.value for figure in figures), Decimal(0)) - said.value) <= slack


def find_shares(grid: Grid, meanings: Mapping[int, Meaning]) -> dict[int, Column]:
    """The columns of shares of revenue, each with the column of values before it that it is a share of."""
    out: dict[int, Column] = {}
    last: Column | None = None
    for column in grid.columns:
        if column.kind == "value":
            last = column
        elif column.kind == "share" and last is not None and last.period and _holds(grid, column, last, meanings):
            out[column.number] = last
    return out


def _holds(grid: Grid, column: Column, of: Column, meanings: Mapping[int, Meaning]) -> bool:
    """Whether the figures are those of `of` over the revenue of the line that says 100, in most of the lines."""
    rows = [row for row in grid.rows if column.number in row.cells and of.number in row.cells]
    whole = next((row for row in rows if _is_whole(row.cells[column.number][1], meanings.get(row.number))), None)
    if whole is None:
        return False
    base = whole.cells[of.number][1]
    fits = [_fits(row.cells[column.number][1], row.cells[of.number][1], base) for row in rows if row is not whole]
    return len(fits) > 1 and 3 * sum(fits) >= 2 * len(fits)


def _is_whole(value: CellNumber, meaning: Meaning | None) -> bool:
    return value.value == _WHOLE and meaning is not None and meaning.metric == "revenue" and meaning.segment is None


def _fits(share: CellNumber, part: CellNumber, whole: CellNumber) -> bool:
    if share.dash or not whole.value:
        return share.dash
    low = _WHOLE * (abs(part.value) - part.half_step) / (abs(whole.value) + whole.half_step) - share.half_step
    high = _WHOLE * (abs(part.value) + part.half_step) / (abs(whole.value) - whole.half_step) + share.half_step
    return low <= abs(share.value) <= high


def as_share(meaning: Meaning) -> tuple[Meaning, str] | None:
    """What a share of revenue measures and its role, as prose says it; None where that is no claim of its own.

    A profit over revenue is its margin, a cost over revenue its ratio, the revenue of a part that part's share.
    """
    if meaning.metric == "revenue":
        return (meaning, "share") if meaning.segment is not None else None
    name = MARGIN_OF.get(meaning.metric, f"{meaning.metric.removesuffix('s')}_ratio")
    if name in RATIO_METRICS:
        return replace(meaning, metric=name), "level"
    return replace(meaning, metric=f"other:{meaning.metric.removeprefix('other:')}", sure=False), "share"
