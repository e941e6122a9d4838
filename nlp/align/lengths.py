"""How well byte lengths agree, against groups of lines met at random (after Gale and Church 1993).

Lengths are UTF-8 bytes: a Chinese character counts three, which makes one ratio fit a whole document.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from .path import Floats, Tables

_OUTLIER = 0.03  # share of true beads whose lengths do not agree at all: a free translation, a summary
_LEAST_RANDOM = 0.25
_WIDEST = 4
_FLOOR = np.float32(-27.0)


class Lengths:
    """Log-likelihood ratios of lengths for one pair of documents.

    `ratio` is the log of target bytes to source bytes, `spread` its standard deviation in long lines, `spread_short`
    the variance that short lines add.
    """

    def __init__(
        self, source: Sequence[int], target: Sequence[int], *, ratio: float, spread: float, spread_short: float
    ) -> None:
        short = spread_short * math.exp(ratio / 2)
        self._ratio, self._variance = np.float32(ratio), np.float32(spread**2)
        self._source, self._target = window_sums(source), window_sums(target)
        variances = [
            float(np.log(side[0]).var()) if side.shape[1] > 1 else 0.0 for side in (self._source, self._target)
        ]
        self._random = max(_LEAST_RANDOM, sum(variances))
        self._logs = [np.log(side).astype(np.float32) for side in (self._source, self._target)]
        self._roots = [(math.sqrt(short) / np.sqrt(side)).astype(np.float32) for side in (self._source, self._target)]

    def tables(self, rows: slice, columns: slice, shapes: Sequence[tuple[int, int]]) -> Tables:
        """Ratios of the beads that begin in the given rows and columns, one table a shape."""
        heights, widths = [height - 1 for height, _ in shapes], [width - 1 for _, width in shapes]
        off = self._logs[1][widths, None, columns] - self._logs[0][heights, rows][:, :, None]
        off -= self._ratio
        variance = self._roots[0][heights, rows][:, :, None] * self._roots[1][widths, None, columns]
        variance += self._variance
        # Three lines met at random with one are three times as long, not as long.
        strange = np.array([[[math.log(width / height)]] for height, width in shapes], np.float32)
        apart = np.square(off - strange)
        apart *= np.float32(-0.5 / self._random)
        apart -= np.float32(0.5 * math.log(self._random))
        together = np.square(off, out=off)
        together /= variance
        together += np.log(variance, out=variance)
        together *= np.float32(-0.5)
        together -= np.maximum(apart, _FLOOR, out=apart)
        better = np.exp(together, out=together)
        better *= np.float32(1.0 - _OUTLIER)
        better += np.float32(_OUTLIER)
        return np.asarray(np.log(better, out=better), np.float32)


def window_sums(values: Sequence[float] | Floats, most: int = _WIDEST) -> Floats:
    """Sums of 1, 2, ... `most` values from each place on, a row for each; where values run out, of those left."""
    ones = np.asarray(values, np.float64)
    sums = np.tile(ones, (most, 1))
    for count in range(1, most):
        sums[count] = sums[count - 1]
        sums[count, : max(0, len(ones) - count)] += ones[count:]
    return sums


def median(values: Floats) -> float:
    """The median; numpy's own imports masked arrays first, which takes longer than a short text."""
    ordered = np.sort(values)
    return float((ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2)
