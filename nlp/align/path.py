"""The best path through a band of cells: dynamic programming over beads, row by row.

A cell `(i, j)` means that the first `i` source lines and the first `j` target lines are settled. Work and memory are
proportional to the cells of the band.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Tables = NDArray[np.float32]

# By height, and within a height by widths from 1 on: the walk relies on it.
SHAPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (4, 1),
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

    def tables(self, row: int, last_row: int, first: int, last: int) -> Tables:
        """Scores of the beads that begin in rows `row..last_row` and columns `first..last`, one table a shape.

        Rows and columns past the last line are left out; what stands for a bead that runs past the end is not read.
        """

    def skip(self, side: int) -> Floats:
        """Score of leaving each line of a side (0 source, 1 target) without a counterpart."""


def mend_band(first: NDArray[np.int64], last: NDArray[np.int64], columns: int) -> Band:
    """A band that a path can pass: within the table, never going back, each row overlapping the next."""
    last = np.maximum.accumulate(np.clip(last, 0, columns))
    first = np.minimum.accumulate(np.clip(first, 0, columns)[::-1])[::-1].copy()
    first[0], last[-1] = 0, columns
    first[1:] = np.minimum(first[1:], last[:-1])
    first = np.minimum(np.minimum.accumulate(first[::-1])[::-1], last)
    return Band(first, last)


_BLOCK_ROWS = 24
_BLOCK_CELLS = 60_000
_TALLEST = max(height for height, _ in SHAPES)
_WIDEST = max(width for _, width in SHAPES)


def find_path(rows: int, columns: int, band: Band, scorer: Scorer) -> list[tuple[int, int]]:
    """The steps of the best path from `(0, 0)` to `(rows, columns)`, each as `(source lines, target lines)`."""
    walk = _Walk(rows, columns, band, scorer)
    arrived = [walk.settle(row) for row in range(rows + 1)]
    return _walk_back(rows, columns, walk.first, arrived)


_BY_HEIGHT = tuple(
    (height, slice(min(places), max(places) + 1))
    for height in range(1, _TALLEST + 1)
    if (places := [place for place, shape in enumerate(SHAPES) if shape[0] == height])
)


def _shifted(values: Floats, columns: int) -> Floats:
    """A view on a row of values: in row `w` of it, cell `j` is the value `w + 1` columns before `j`."""
    step = values.strides[0]
    return as_strided(values[_WIDEST - 1 :], (_WIDEST, columns + 1), (-step, step), writeable=False)


class _Walk:
    """The rows that beads may still begin in: values of their cells, and the tables of beads that begin there.

    Values stand in full width with room before the first column, so that a shift is a slice.
    """

    def __init__(self, rows: int, columns: int, band: Band, scorer: Scorer) -> None:
        self._rows, self._columns, self._scorer = rows, columns, scorer
        self.first, self._last = band.first.tolist(), band.last.tolist()
        self._skip_source = scorer.skip(0).tolist()
        self._cumulated = np.concatenate(([0.0], np.cumsum(scorer.skip(1))))
        self._values = np.full((_TALLEST + 1, columns + 1 + _WIDEST), -np.inf)
        self._before = [_shifted(values, columns) for values in self._values]
        self._offers = np.full((len(_STEPS), max(map(int.__sub__, self._last, self.first)) + 1), -np.inf)
        self._tables: dict[int, tuple[Tables, int]] = {}
        self._ready = -1

    def settle(self, row: int) -> NDArray[np.int8]:
        """Value each cell of the row by the best bead that ends there; tells which that was, cell by cell."""
        first, last = self.first[row], self._last[row]
        width = last - first + 1
        offers = self._offers[:, :width]
        offers.fill(-np.inf)
        if row == 0:
            offers[0, 0] = 0.0
        else:
            self._offer(row, first, last, offers)
        steps = offers.argmax(axis=0)
        values = offers[steps, np.arange(width)]
        # Target lines may be skipped within the row.
        offset = self._cumulated[first : last + 1]
        skipped = np.maximum.accumulate(values - offset) + offset
        steps[skipped > values + 1e-9] = _SKIP_TARGET
        held = self._values[row % len(self._values)]
        held.fill(-np.inf)
        np.maximum(values, skipped, out=held[_WIDEST + first : _WIDEST + last + 1])
        self._prepare(row)
        return np.asarray(steps, np.int8)

    def _offer(self, row: int, first: int, last: int, offers: Floats) -> None:
        """Write what each shape of bead would give the cells of a row."""
        above = self._values[(row - 1) % len(self._values)]
        np.add(above[_WIDEST + first : _WIDEST + last + 1], self._skip_source[row - 1], out=offers[_SKIP_SOURCE])
        for height, steps in _BY_HEIGHT[:row]:
            table, left = self._tables[row - height]
            low, high = max(first, left), min(last + 1, left + table.shape[1])
            if low < high:
                np.add(
                    self._before[(row - height) % len(self._values)][: steps.stop - steps.start, low:high],
                    table[steps, low - left : high - left],
                    out=offers[steps, low - first : high - first],
                )

    def _prepare(self, row: int) -> None:
        """Have the tables of the beads that begin in this row, a block of rows at a time; by the cell of their end."""
        self._tables.pop(row - _TALLEST, None)
        if row <= self._ready or row >= self._rows:
            return
        self._ready = end = self._block_end(row)
        left = self.first[row]
        tables = self._scorer.tables(row, end, left, self._last[end])
        wide = tables.shape[2]
        ends = np.full((len(SHAPES), end - row + 1, wide + _WIDEST), -np.inf, np.float32)
        for step, (_, width) in enumerate(SHAPES):
            ends[step, :, width : width + wide] = tables[step]
        for number in range(row, end + 1):
            self._tables[number] = ends[:, number - row], left

    def _block_end(self, row: int) -> int:
        """The last row of a block small enough to be scored at once."""
        end = min(row + _BLOCK_ROWS, self._rows) - 1
        while end > row and (end - row) * (self._last[end] - self.first[row]) > _BLOCK_CELLS:
            end -= 1
        return end


def _walk_back(
    rows: int, columns: int, first: Sequence[int], arrived: Sequence[NDArray[np.int8]]
) -> list[tuple[int, int]]:
    path: list[tuple[int, int]] = []
    row, column = rows, columns
    while row or column:
        step = _STEPS[int(arrived[row][column - first[row]])]
        path.append(step)
        row, column = row - step[0], column - step[1]
    path.reverse()
    return path
