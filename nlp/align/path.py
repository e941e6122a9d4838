"""The best path through a band of cells: dynamic programming over beads, row by row.

A cell `(i, j)` means that the first `i` source lines and the first `j` target lines are settled. Work and memory are
proportional to the cells of the band.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1),
)  # fmt: skip
_SKIP_SOURCE = len(SHAPES)
_SKIP_TARGET = len(SHAPES) + 1
_STEPS = (*SHAPES, (1, 0), (0, 1))


@dataclass(frozen=True, slots=True)
class Band:
    """For each of the `n + 1` rows the first and the last column that a path may touch, both inclusive."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]

    @property
    def cells(self) -> int:
        """How many cells the band holds."""
        return int((self.last - self.first + 1).sum())


class Scorer(Protocol):
    """Scores beads: higher is better, 0 is what two unrelated lines left alone would get."""

    def prepare(self, row: int, last_row: int, first: int, last: int) -> None:
        """Announce that beads beginning in rows `row..last_row` and columns `first..last` come next."""

    def score(self, row: int, shape: tuple[int, int], first: int, last: int) -> Floats:
        """Scores of the beads of `shape` that begin in cells `(row, first..last)`."""

    def skip(self, side: int) -> Floats:
        """Score of leaving each line of a side (0 source, 1 target) without a counterpart."""


@dataclass(slots=True)
class Trace:
    """What happened on the way: `cells` counts scored cells, for tests of growth."""

    cells: int = 0


def full_band(rows: int, columns: int) -> Band:
    """Every cell of a small table."""
    return Band(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns, np.int64))


def mend_band(first: NDArray[np.int64], last: NDArray[np.int64], columns: int) -> Band:
    """A band that a path can pass: within the table, never going back, each row overlapping the next."""
    last = np.maximum.accumulate(np.clip(last, 0, columns))
    first = np.minimum.accumulate(np.clip(first, 0, columns)[::-1])[::-1].copy()
    first[0], last[-1] = 0, columns
    first[1:] = np.minimum(first[1:], last[:-1])
    first = np.minimum(np.minimum.accumulate(first[::-1])[::-1], last)
    return Band(first, last)


_BLOCK_ROWS = 32
_BLOCK_CELLS = 60_000


def find_path(rows: int, columns: int, band: Band, scorer: Scorer, trace: Trace | None = None) -> list[tuple[int, int]]:
    """The steps of the best path from `(0, 0)` to `(rows, columns)`, each as `(source lines, target lines)`."""
    table = _Table(band, scorer)
    arrived: list[NDArray[np.int8]] = []
    ready = -1
    for row in range(rows + 1):
        if row > ready:
            ready = _block_end(band, row, rows)
            scorer.prepare(row, ready, int(band.first[row]), int(band.last[ready]))
        arrived.append(table.settle(row))
        table.spread(row, rows, columns)
        if trace is not None:
            trace.cells += int(band.last[row] - band.first[row] + 1)
    return _walk_back(rows, columns, band, arrived)


def _block_end(band: Band, row: int, rows: int) -> int:
    """The last row of a block small enough to be scored at once."""
    end = min(row + _BLOCK_ROWS, rows)
    while end > row and (end - row) * int(band.last[end] - band.first[row]) > _BLOCK_CELLS:
        end -= 1
    return end


class _Table:
    """The few rows that are still open: values and the step by which each cell was reached."""

    def __init__(self, band: Band, scorer: Scorer) -> None:
        self.band, self.scorer = band, scorer
        self.skip_source = scorer.skip(0)
        self.cumulated = np.concatenate(([0.0], np.cumsum(scorer.skip(1))))
        self.values: dict[int, Floats] = {}
        self.steps: dict[int, NDArray[np.int8]] = {}
        self._open(0)
        self.values[0][0] = 0.0

    def _open(self, row: int) -> None:
        width = int(self.band.last[row] - self.band.first[row]) + 1
        self.values[row] = np.full(width, -np.inf)
        self.steps[row] = np.full(width, _SKIP_TARGET, np.int8)

    def settle(self, row: int) -> NDArray[np.int8]:
        """Let target lines be skipped within the row; its values are final then."""
        first, last = int(self.band.first[row]), int(self.band.last[row])
        values, steps = self.values[row], self.steps.pop(row)
        offset = self.cumulated[first : last + 1]
        skipped = np.maximum.accumulate(values - offset) + offset
        steps[skipped > values + 1e-9] = _SKIP_TARGET
        self.values[row] = np.maximum(values, skipped)
        return steps

    def spread(self, row: int, rows: int, columns: int) -> None:
        """Offer every bead that begins in this row to the rows where it ends."""
        first, last = int(self.band.first[row]), int(self.band.last[row])
        values = self.values.pop(row)
        if row < rows:
            self._offer(row + 1, first, values + self.skip_source[row], _SKIP_SOURCE)
        for step, (height, width) in enumerate(SHAPES):
            end = min(last, columns - width)
            if row + height <= rows and end >= first:
                gained = self.scorer.score(row, (height, width), first, end)
                self._offer(row + height, first + width, values[: end - first + 1] + gained, step)

    def _offer(self, row: int, column: int, offered: Floats, step: int) -> None:
        if row not in self.values:
            self._open(row)
        first, last = int(self.band.first[row]), int(self.band.last[row])
        low, high = max(column, first), min(column + len(offered) - 1, last)
        if high < low:
            return
        offered = offered[low - column : high - column + 1]
        held = self.values[row][low - first : high - first + 1]
        better = offered > held
        np.copyto(held, offered, where=better)
        np.copyto(self.steps[row][low - first : high - first + 1], np.int8(step), where=better)


def _walk_back(rows: int, columns: int, band: Band, arrived: Sequence[NDArray[np.int8]]) -> list[tuple[int, int]]:
    path: list[tuple[int, int]] = []
    row, column = rows, columns
    while row or column:
        step = _STEPS[int(arrived[row][column - int(band.first[row])])]
        path.append(step)
        row, column = row - step[0], column - step[1]
    path.reverse()
    return path
