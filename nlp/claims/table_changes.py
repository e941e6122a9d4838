"""Columns of changes: which two columns they compare, and what each of their figures says.

Heads tell it ("vs. 4Q30", 同比, "YoY", a head over a group of columns). Where they leave a choice, the figures do: of
the pairs left, the one whose changes are those printed in most of the rows. A figure that could be a rate as well as
points or an amount is what the row's own figures make it, or is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..amounts.cells import CellNumber
from ..languages import tables as words
from ..languages.late import late
from ..text import fold, simplify
from .periods import comparator_of
from .table_heads import Column, Grid, Row

_PERIOD = late(r"(?P<kind>FY|asof:|LTM@)?(?P<year>\d{4})(?:-(?P<part>[A-Z0-9]+))?(?:-(?P<day>\d{2}))?")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a column compares: `level` with `base`. `plain`: what a bare number in it is, percent or difference."""

    level: Column
    base: Column
    comparator: str | None
    definition: str | None
    plain: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of such a column: unit (None: that of the row's levels), size, and the direction of the quantity."""

    unit: str | None
    kind: str | None
    value: Decimal
    direction: str | None


def compare_columns(grid: Grid) -> dict[int, Comparison]:
    """The columns of changes of a table, by number, where it is plain what they compare."""
    out = {}
    for column in grid.columns:
        pair = _pair(grid, column) if column.kind == "change" else None
        if pair is not None:
            plain_head = _plain(column.head)
            adjusted = words.ADJUSTED.search(plain_head) is not None
            out[column.number] = Comparison(
                level=pair[0], base=pair[1],
                comparator=comparator_of(pair[0].period, pair[1].period),
                definition="constant currency" if adjusted else None,
                plain=_plain_kind(grid, column, pair),
            )  # fmt: skip
    return out


def _plain(head: str) -> str:
    return simplify(fold(head)).lower()


Pair = tuple[Column, Column]


def _pair(grid: Grid, column: Column) -> Pair | None:
    """The columns compared: of the pairs that the heads allow the one that the figures bear out."""
    left = _allowed(grid, column, list(_pairs(grid)))
    if len(left) <= 1:
        return left[0] if left else None
    scores = {at: _score(grid, column, pair) for at, pair in enumerate(left)}
    best = max(scores, key=lambda at: (scores[at], -_distance(left[at], column)))
    if scores[best] > 0:
        return left[best]
    near = min(left, key=lambda pair: _distance(pair, column))
    beside = sorted((near[0].number, near[1].number))
    others = [row.number for row in grid.columns if row.kind == "value" and beside[1] < row.number < column.number]
    return near if words.ADJUSTED.search(_plain(column.head)) and not others and beside[1] < column.number else None


def _pairs(grid: Grid) -> Iterator[Pair]:
    values = [column for column in grid.columns if column.kind == "value" and column.period]
    for level in values:
        for base in values:
            if level.unit == base.unit and _is_later(level.period or "", base.period or ""):
                yield level, base


def _is_later(period: str, base: str) -> bool:
    """Whether two periods are of one length and the first is the later one."""
    found = [_PERIOD.fullmatch(row) for row in (period, base)]
    if found[0] is None or found[1] is None or found[0]["kind"] != found[1]["kind"]:
        return False
    parts = [(row["part"] or "")[:1] if not row["day"] else "" for row in found if row]
    return period > base and parts[0] == parts[1]


def _allowed(grid: Grid, column: Column, pairs: list[Pair]) -> list[Pair]:
    """The pairs that a column's heads leave: of its group, of the comparison or the period that they name."""
    head = _plain(column.head)
    group = _group(grid, column)
    meant = "yoy" if words.YOY.search(head) else "qoq" if words.QOQ.search(head) else None
    pairs = [pair for pair in pairs if pair[0].number in group and pair[1].number in group] or pairs
    pairs = [pair for pair in pairs if column.period == pair[1].period] or pairs
    pairs = [pair for pair in pairs if column.period == pair[0].period] or pairs
    return [pair for pair in pairs if meant and comparator_of(pair[0].period, pair[1].period) == meant] or pairs


def _group(grid: Grid, column: Column) -> range:
    """The columns under the narrowest head that stands over this one and over two columns of values."""
    values = {row.number for row in grid.columns if row.kind == "value"}
    spans = [range(cell.column, cell.column + cell.span) for cell in grid.heads if cell.span > 1]
    over = [span for span in spans if column.number in span and len(values & {*span}) > 1]
    return min(over, key=len) if over else range(0)


def _distance(pair: Pair, column: Column) -> int:
    """How far a pair stands from its changes; those behind the pair are nearer than those before it."""
    return sum(abs(column.number - row.number) + (8 if row.number > column.number else 0) for row in pair)


def _score(grid: Grid, column: Column, pair: Pair) -> int:
    """Rows whose figure is the change of the pair, less those where it is not."""
    fits = [_fits(*row) for row in _rows(grid, column, pair)]
    return sum(1 if fit else -1 for fit in fits)


def _rows(grid: Grid, column: Column, pair: Pair) -> Iterator[tuple[CellNumber, CellNumber, CellNumber]]:
    numbers = (column.number, pair[0].number, pair[1].number)
    for row in grid.rows:
        if all(number in row.cells for number in numbers):
            change, level, base = (row.cells[number][1] for number in numbers)
            if not base.dash and base.value and not change.dash:
                yield change, level, base


def _fits(change: CellNumber, level: CellNumber, base: CellNumber) -> bool:
    return is_rate(change, level, base) or is_difference(change, level, base, _factor(change))


def _factor(change: CellNumber) -> int:
    return 100 if change.kind == "basis_points" else 1


def is_rate(change: CellNumber, level: CellNumber, base: CellNumber) -> bool:
    """Whether a figure is the growth from base to level in per cent, by size; every print is rounded by itself."""
    if change.kind not in ("percent", "plain") or (level.value < 0) != (base.value < 0):
        return False
    now, then = abs(level.value), abs(base.value)
    if then <= base.half_step:
        return False
    low = 100 * ((now - level.half_step) / (then + base.half_step) - 1) - change.half_step
    high = 100 * ((now + level.half_step) / (then - base.half_step) - 1) + change.half_step
    return low <= change.value <= high or low <= -change.value <= high


def is_difference(change: CellNumber, level: CellNumber, base: CellNumber, factor: int = 1) -> bool:
    """Whether a figure is level less base, by size, in units `factor` times smaller."""
    slack = change.half_step + factor * (level.half_step + base.half_step)
    return abs(abs(change.value) - factor * abs(level.value - base.value)) <= slack


def _plain_kind(grid: Grid, column: Column, pair: Pair) -> str | None:
    """What a number without a mark is: per cent where the head says so, else what it is in most of the rows."""
    if words.PER_CENT.search(column.head):
        return "percent"
    rows = [row for row in _rows(grid, column, pair) if row[0].kind == "plain"]
    rates, differences = sum(is_rate(*row) for row in rows), sum(is_difference(*row) for row in rows)
    if max(rates, differences) * 2 <= len(rows) or rates == differences:
        return None
    return "percent" if rates > differences else "difference"


def read_change(row: Row, column: Column, comparison: Comparison, *, ratio: bool, cost: bool) -> Change | None:
    """What a cell says; None where that is not plain. `ratio`: the row holds per cents; `cost`: it holds a cost."""
    value = row.cells[column.number][1]
    figures = [row.cells[at][1] for at in (comparison.level.number, comparison.base.number) if at in row.cells]
    level, base = (figures[0], figures[1]) if len(figures) == 2 else (None, None)
    ratio = ratio or any(figure.kind == "percent" for figure in figures)
    direction = _direction(value, level, base, cost)
    size = abs(value.value)
    if value.dash:
        return None
    if value.kind in ("points", "basis_points"):
        return Change("percentage_point" if value.kind == "points" else "basis_point", "points", size, direction)
    kind = value.kind if value.kind == "percent" else comparison.plain if value.kind == "plain" else None
    if value.unit is not None:
        kind = "difference"
    if kind is not None and ratio:
        return _of_ratio(value, level, base, size, direction)
    if kind == "percent":
        return Change("percent", "percent", size, direction)
    return Change(None, None, size, direction) if kind == "difference" else None


def _of_ratio(
    value: CellNumber, level: CellNumber | None, base: CellNumber | None, size: Decimal, direction: str | None
) -> Change | None:
    """ "1.1%" beside two margins is points where they differ by so much, and a rate only where it is theirs."""
    if level is None or base is None:
        return None
    if is_difference(value, level, base):
        return Change("percentage_point", "points", size, direction)
    if value.kind == "plain" and is_difference(value, level, base, 100):
        return Change("basis_point", "points", size, direction)
    return Change("percent", "percent", size, direction) if is_rate(value, level, base) else None


def _direction(value: CellNumber, level: CellNumber | None, base: CellNumber | None, cost: bool) -> str | None:
    """Up or down, of the quantity. Beside losses and costs a sign may mean the size or what is good: figures tell."""
    printed = "down" if value.value < 0 else "up" if value.value > 0 else None
    if level is None or base is None or not (cost or level.value < 0 or base.value < 0):
        return printed
    now, then = (abs(level.value), abs(base.value)) if cost else (level.value, base.value)
    return None if now == then else "up" if now > then else "down"
