"""Columns that say their figures once more: as parts of revenue in per cent, or as parts of the business across.

Both are told by their heads and believed only where the figures bear them out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from ..amounts.cells import CellNumber
from ..languages import tables as words
from ..languages.late import late
from ..languages.metric_kinds import MARGIN_OF, RATIO_METRICS
from ..text import fold, simplify
from .periods import PeriodContext
from .table_heads import Column, Grid, Row, find_scale, find_unit
from .table_periods import only_period
from .table_rows import Meaning

_TOTAL = late(
    r"(?:group |grand )?total(?: (?:group|company|segments?))?|consolidated(?: total)?|group|合计|总计|合并|集团"
)
_REPORTED = late(r"(?:u\.?s\.? )?gaap|ifrs|(?:as )?reported|statutory|公认会计准则|(?:经)?审计(?:数|金额)?")
_PERIOD = late(
    r"(?:19|20)[0-9]{2}|\b(?:three|six|nine|twelve) months|\b(?:quarter|year|period|half|weeks)s? end|"
    r"\b[1-4]q|\bq[1-4]\b|[0-9]年|季度|audited|未?经审"
)
_WHOLE = 100
Role = Literal["level", "share"]


def with_parts_across(grid: Grid, context: PeriodContext) -> Grid:
    """The grid with its columns as parts of the business, where one is the total of the others in most of the rows.

    Where heads name no period it is the one that the caption names. Columns of one period that are told apart by
    nothing that is understood are left without one: no figure of theirs is anybody's total.
    """
    values = [column for column in grid.columns if column.kind == "value"]
    if not any(column.period for column in values):
        period = only_period(grid.caption, context)
        dated = [replace(column, period=period) for column in values]
        return _replaced(grid, _as_parts(grid, dated)) if period else grid
    alike: dict[tuple[object, ...], list[Column]] = {}
    for column in values:
        alike.setdefault((column.period, column.unit, column.scale), []).append(column)
    several = [columns for columns in alike.values() if len(columns) > 1 and columns[0].period]
    for columns in several:
        found = _as_parts(grid, columns) or _as_bases(columns) or [replace(column, period=None) for column in columns]
        grid = _replaced(grid, found)
    return grid


def _replaced(grid: Grid, columns: Sequence[Column]) -> Grid:
    own = {column.number: column for column in columns}
    return replace(grid, columns=tuple(own.get(column.number, column) for column in grid.columns))


def _as_parts(grid: Grid, columns: Sequence[Column]) -> list[Column]:
    """The columns, all but the total with the part that they are of; none where they are not seen to be parts."""
    names = [_part_name(column) for column in columns]
    totals = [at for at, name in enumerate(names) if _TOTAL.fullmatch(simplify(fold(name)).lower())]
    if len(columns) < 3 or len(totals) != 1 or len({*names}) < len(names) or not all(names):
        return []
    total = columns[totals[0]]
    parts = [column for column in columns if column is not total]
    sums = [_is_sum(row, parts, total) for row in grid.rows if total.number in row.cells]
    if sum(sums) < 2 or 3 * sum(sums) < 2 * len(sums):
        return []
    return [
        replace(column, part=None if column is total else name) for column, name in zip(columns, names, strict=True)
    ]


def _as_bases(columns: Sequence[Column]) -> list[Column]:
    """A column as reported, one as adjusted, and what lies between them, which is nobody's figure."""
    names = [simplify(fold(_part_name(column))).lower() for column in columns]
    reported = [column for column, name in zip(columns, names, strict=True) if _REPORTED.fullmatch(name)]
    adjusted = [column for column, name in zip(columns, names, strict=True) if words.NON_GAAP.search(name)]
    if len(reported) != 1 or len(adjusted) != 1:
        return []
    basis = {reported[0].number: None, adjusted[0].number: "non_gaap"}
    return [
        replace(column, basis=basis[column.number]) if column.number in basis else replace(column, period=None)
        for column in columns
    ]


def _part_name(column: Column) -> str:
    """The head that names the part: the first that names no period, currency or scale."""
    plain = ((head, simplify(fold(head)).lower()) for head in column.parts)
    return next(
        (head for head, low in plain if not (_PERIOD.search(low) or find_unit(low) or find_scale(low))), ""
    ).strip()


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


def as_share(meaning: Meaning) -> tuple[Meaning, Role] | None:
    """What a share of revenue measures and its role, as prose says it; None where that is no claim of its own.

    A profit over revenue is its margin, a cost over revenue its ratio, the revenue of a part that part's share.
    """
    if meaning.metric == "revenue":
        return (meaning, "share") if meaning.segment is not None else None
    name = MARGIN_OF.get(meaning.metric, f"{meaning.metric.removesuffix('s')}_ratio")
    if name in RATIO_METRICS:
        return replace(meaning, metric=name), "level"
    return replace(meaning, metric=f"other:{meaning.metric.removeprefix('other:')}", sure=False), "share"
