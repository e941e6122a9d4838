"""Tables that tell the same measures of one part of the business after another, each under the part's name.

"Stores" over revenue, cost and margin, "Online" over the same, and "Total" over their sums: the sums prove the parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..languages import tables as words
from .table_heads import Grid, Row


class Block(NamedTuple):
    """A line without figures and the lines under it."""

    head: Row
    rows: Sequence[Row]

    @property
    def is_total(self) -> bool:
        """Whether it is that of all parts."""
        return words.BARE_TOTAL.fullmatch(self.head.plain) is not None


def blocks_of_parts(grid: Grid, metrics: Mapping[int, str]) -> Sequence[Block]:
    """The blocks that are parts of the business: a measure of theirs adds up to that of a block called the total.

    `metrics`: what each line with figures measures, by row number.
    """
    blocks = _blocks(grid)
    total = next((block for block in blocks if block.is_total), None)
    parts = [block for block in blocks if not block.is_total and block.rows]
    if total is None or len(parts) < 2:
        return ()
    for row in total.rows:
        metric = metrics.get(row.number)
        if metric in words.WITH_PARTS:
            same = [(block, line) for block in parts for line in block.rows if metrics.get(line.number) == metric]
            once = len({block.head.number for block, _ in same}) == len(same) > 1
            if once and adds_up([line for _, line in same], row):
                return [block for block, _ in same]
    return ()


def _blocks(grid: Grid) -> list[Block]:
    found: list[tuple[Row, list[Row]]] = []
    for row in grid.rows:
        if not row.cells and not row.label[:1].islower():
            found.append((row, []))
        elif row.cells and found:
            found[-1][1].append(row)
    return [Block(head, rows) for head, rows in found]


def adds_up(parts: Sequence[Row], total: Row) -> bool:
    """Whether the parts make the total in most of the columns."""
    good = bad = 0
    for column, (_, value) in total.cells.items():
        figures = [part.cells[column][1] for part in parts if column in part.cells]
        if len(figures) == len(parts) and value.kind == "plain":
            slack = value.half_step + sum((figure.half_step for figure in figures), Decimal(0))
            near = abs(sum((figure.value for figure in figures), Decimal(0)) - value.value) <= slack
            good, bad = good + near, bad + (not near)
    return good > bad
