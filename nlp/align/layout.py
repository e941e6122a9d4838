"""The order in which one bilingual file shows its paragraphs, as evidence: neighbours belong together.

It is evidence, not a rule: a paragraph that is missing or added must not shift what follows it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .path import Tables

Ints = NDArray[np.int64]
_STRONGEST = 3.0


class Layout:
    """Positions of both sides' lines in one file, where neighbours differ by 1.

    The bonus is as large as the layout is regular: the share of runs that are followed by the other language. Who sets
    each paragraph's translation behind it leaves pairs, so larger groups get less of it.
    """

    def __init__(self, source: Sequence[int], target: Sequence[int]) -> None:
        self._source, self._target = np.array(source, np.int64), np.array(target, np.int64)
        self._source_runs, self._target_runs = _run_lengths(self._source), _run_lengths(self._target)
        source_first = _followed(self._source, self._target)
        target_first = _followed(self._target, self._source)
        self._source_first = source_first >= target_first
        self.bonus = _STRONGEST * max(source_first, target_first)

    def tables(self, rows: slice, columns: slice, shapes: Sequence[tuple[int, int]]) -> Tables:
        """The bonus of the beads that begin in the given rows and columns, or 0, one table a shape."""
        return np.stack([self._table(rows, columns, height, width) for height, width in shapes])

    def _table(self, rows: slice, columns: slice, height: int, width: int) -> Tables:
        near = self._target[columns][None, :] - self._source[rows][:, None] == (
            height if self._source_first else -width
        )
        solid = _solid(self._source, rows, height)[:, None] & _solid(self._target, columns, width)[None, :]
        # Two and two paragraphs in blocks: the second of the one block and the first of the other only touch.
        whole = (self._source_runs[rows] == height)[:, None] | (self._target_runs[columns] == width)[None, :]
        return np.where(near & solid & whole, np.float32(self.bonus / (height * width)), np.float32(0.0))


def _followed(ones: Ints, others: Ints) -> float:
    """The share of the runs of one side that a line of the other follows at once."""
    if not len(ones):
        return 0.0
    ends = ones[np.append(np.diff(ones) != 1, True)]
    behind = set(others.tolist())
    return sum(end + 1 in behind for end in ends.tolist()) / len(ends)


def _run_lengths(places: Ints) -> Ints:
    """For each line how many lines of its side its unbroken run has."""
    if not len(places):
        return places
    run = np.cumsum(np.append(0, np.diff(places) != 1))
    return np.asarray(np.bincount(run)[run], np.int64)


def _solid(places: Ints, lines: slice, count: int) -> NDArray[np.bool_]:
    """Whether `count` lines from each on stand without a break."""
    ends = np.minimum(np.arange(lines.start, lines.stop) + count - 1, len(places) - 1)
    return np.asarray(places[ends] - places[lines] == count - 1, np.bool_)
