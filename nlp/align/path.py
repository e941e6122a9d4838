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

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (4, 1),
)  # fmt: skip
_MOST = 4  # lines of one side of a bead
# The walk numbers its steps: every height with every width, then one line of either side alone.
_STEPS = (*((height, width) for height in range(1, _MOST + 1) for width in range(1, _MOST + 1)), (1, 0), (0, 1))
_SKIP_SOURCE = _MOST * _MOST
_SKIP_TARGET = _SKIP_SOURCE + 1
_NOWHERE = -1e9  # what no path reaches is worth less than any path


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


@dataclass(frozen=True, slots=True)
class Taken:
    """One step of the best path: how many source and target lines, what it is worth, and by how much it won.

    `margin` is what the best path to the same cell would lose with another last step. Which of two lines without
    counterpart comes first means nothing, so against such a line only beads of two sides are held.
    """

    height: int
    width: int
    worth: float
    margin: float


_Settled = tuple[
    NDArray[np.int8], Floats, Tables | None
]  # of the cells of one row: the last step, its path's worth, margin


def find_path(rows: int, columns: int, band: Band, scorer: Scorer, *, margins: bool = True) -> list[Taken]:
    """The steps of the best path from `(0, 0)` to `(rows, columns)`; margins cost time and are 0 if not asked for."""
    walk = _Walk(rows, columns, band, scorer, margins)
    settled = [walk.settle(row) for row in range(rows + 1)]
    return _walk_back(rows, columns, walk.first, settled)


class _Walk:
    """The rows that beads may still begin in: values of their cells, and what each bead that ends in a row is worth.

    Values stand in full width with room before the first column, and each row twice, four rows apart: so the last four
    rows always lie one after another, and all cells a bead may come from are one view.
    """

    def __init__(self, rows: int, columns: int, band: Band, scorer: Scorer, margins: bool) -> None:
        self._rows, self._columns, self._scorer = rows, columns, scorer
        self._with_margins = margins
        self.first, self._last = band.first.tolist(), band.last.tolist()
        self._skip_source = scorer.skip(0).tolist()
        self._skip_target = scorer.skip(1)
        self._cumulated = np.concatenate(([0.0], np.cumsum(self._skip_target)))
        self._values = np.full((2 * _MOST, columns + 1 + _MOST), -np.inf)
        self._origins: list[Floats | None] = [None] * (2 * _MOST)  # views, made when a row first needs one
        widest = max(map(int.__sub__, self._last, self.first)) + 1
        self._room, self._numbers = np.empty((_SKIP_SOURCE + 1) * widest), np.arange(widest)
        self._ends, self._ends_row, self._ends_left = np.empty((0, _MOST, _MOST, 1), np.float32), 1, 0
        self._ready = -1

    def settle(self, row: int) -> _Settled:
        """For each cell of the row the best step that ends there, what the path to it is worth, and its margin."""
        first, last = self.first[row], self._last[row]
        width = last - first + 1
        if row:
            offers = self._offer(row, first, last)
            steps = offers.argmax(axis=0)
            values = offers[steps, self._numbers[:width]]
        else:
            offers = np.full((_SKIP_SOURCE + 1, width), -np.inf)
            steps, values = np.zeros(width, np.int64), np.full(width, -np.inf)
            values[0] = 0.0
        # Target lines may be skipped within the row.
        offset = self._cumulated[first : last + 1]
        skipped = values - offset
        np.maximum.accumulate(skipped, out=skipped)
        skipped += offset
        steps[skipped > values + 1e-9] = _SKIP_TARGET
        best = np.maximum(values, skipped, out=skipped)
        self._hold(row, first, best)
        if self._ready <= row < self._rows:
            self._prepare(row)
        return np.asarray(steps, np.int8), best, self._margins(row, offers, steps, best) if self._with_margins else None

    def _margins(self, row: int, offers: Floats, steps: NDArray[np.int64], best: Floats) -> Tables:
        """By how much the steps won. Overwrites `offers`."""
        paired = steps < _SKIP_SOURCE
        offers[np.minimum(steps, _SKIP_SOURCE - 1), self._numbers[: len(steps)]] -= np.where(paired, np.inf, 0.0)
        others = np.maximum(offers[:_SKIP_SOURCE].max(axis=0), _NOWHERE)
        alone = offers[_SKIP_SOURCE]
        np.maximum(alone[1:], best[:-1] + self._skip_target[self.first[row] : self._last[row]], out=alone[1:])
        return np.asarray(best - np.where(paired, np.maximum(others, alone), others), np.float32)

    def _hold(self, row: int, first: int, values: Floats) -> None:
        for slot in (row % _MOST, row % _MOST + _MOST):
            held = self._values[slot]
            if row >= _MOST:
                held[_MOST + self.first[row - _MOST] : _MOST + self._last[row - _MOST] + 1] = -np.inf
            held[_MOST + first : _MOST + first + len(values)] = values

    def _offer(self, row: int, first: int, last: int) -> Floats:
        """What each step would give the cells of a row, a line for each step."""
        width = last - first + 1
        offers = self._room[: (_SKIP_SOURCE + 1) * width].reshape(-1, width)
        left = first - self._ends_left
        slot = (row - 1) % _MOST + _MOST
        origins = self._origins[slot]
        if origins is None:
            origins = self._origins[slot] = _origins(self._values[: slot + 1], self._columns)
        np.add(
            origins[:, :, first : last + 1],
            self._ends[row - self._ends_row][:, :, left : left + width],
            out=offers[:_SKIP_SOURCE].reshape(_MOST, _MOST, width),
        )
        above = self._values[slot, _MOST + first : _MOST + last + 1]
        np.add(above, self._skip_source[row - 1], out=offers[_SKIP_SOURCE])
        return offers

    def _prepare(self, row: int) -> None:
        """Score the beads that begin in a block of rows from here on, by row and cell of their end."""
        end = self._block_end(row)
        left = self.first[row]
        wide = self._last[min(end + _MOST, self._rows)] - left + 1
        ends = np.full((end - row + _MOST, _MOST, _MOST, wide), -np.inf, np.float32)
        # Beads that began in the block before may end in the first rows of this one.
        before = self._ends[row + 1 - self._ends_row :, :, :, left - self._ends_left :]
        ends[: len(before), :, :, : before.shape[3]] = before
        tables = self._scorer.tables(row, end, left, self._last[end])
        for (height, width), table in zip(SHAPES, tables, strict=True):
            reach = min(table.shape[1], wide - width)
            if reach > 0:
                shaped = ends[height - 1 : height - 1 + len(table), height - 1, width - 1]
                shaped[:, width : width + reach] = table[:, :reach]
        self._ends, self._ends_row, self._ends_left, self._ready = ends, row + 1, left, end + 1

    def _block_end(self, row: int) -> int:
        """The last row of a block small enough to be scored at once."""
        end = min(row + _BLOCK_ROWS, self._rows) - 1
        while end > row and (end - row) * (self._last[end] - self.first[row]) > _BLOCK_CELLS:
            end -= 1
        return end


def _origins(values: Floats, columns: int) -> Floats:
    """A view on the last rows: `[h, w, j]` is the value `h` rows above the last one, `w + 1` columns before `j`."""
    down, step = values.strides
    count = min(_MOST, len(values))
    return as_strided(values[-1, _MOST - 1 :], (count, _MOST, columns + 1), (-down, -step, step), writeable=False)


def _walk_back(rows: int, columns: int, first: Sequence[int], settled: Sequence[_Settled]) -> list[Taken]:
    path: list[Taken] = []
    row, column = rows, columns
    worth = float(settled[row][1][column - first[row]])
    while row or column:
        steps, _, margins = settled[row]
        height, width = _STEPS[int(steps[column - first[row]])]
        margin = 0.0 if margins is None else float(margins[column - first[row]])
        row, column = row - height, column - width
        before = float(settled[row][1][column - first[row]])
        path.append(Taken(height, width, worth - before, margin))
        worth = before
    path.reverse()
    return path
