"""How well byte lengths agree, against groups of lines met at random (after Gale and Church 1993).

Lengths are UTF-8 bytes: a Chinese character counts three, which makes one ratio fit a whole document.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from .path import Floats

_OUTLIER = 0.05  # share of true beads whose lengths do not agree at all: a free translation, a summary
_LEAST_RANDOM = 0.25


class Lengths:
    """Log-likelihood ratios of lengths for one pair of documents.

    `ratio` is the log of target bytes to source bytes, `spread` its standard deviation in long lines, `spread_short`
    the variance that short lines add.
    """

    def __init__(
        self, source: Sequence[int], target: Sequence[int], *, ratio: float, spread: float, spread_short: float
    ) -> None:
        self._ratio, self._spread, self._short = ratio, spread, spread_short * math.exp(ratio / 2)
        self._source, self._target = np.array(source, np.float64), np.array(target, np.float64)
        variances = [float(np.log(side).var()) if len(side) > 1 else 0.0 for side in (self._source, self._target)]
        self._random = max(_LEAST_RANDOM, sum(variances))

    def table(self, rows: slice, columns: slice, height: int, width: int) -> Floats:
        """Ratios of the beads of `height` by `width` lines that begin in the given rows and columns."""
        here = _window_sums(self._source, rows, height)[:, None]
        there = _window_sums(self._target, columns, width)[None, :]
        off = np.log(there) - np.log(here) - self._ratio
        variance = self._spread**2 + self._short / (np.sqrt(here) * np.sqrt(there))
        together = np.exp(-0.5 * off**2 / variance) / np.sqrt(variance)
        # Three lines met at random with one are three times as long, not as long.
        apart = np.exp(-0.5 * (off - math.log(width / height)) ** 2 / self._random) / math.sqrt(self._random) + 1e-12
        return np.asarray(np.log((1.0 - _OUTLIER) * together / apart + _OUTLIER), np.float64)


def _window_sums(values: Floats, places: slice, count: int) -> Floats:
    """Sums of `count` values from each place on; where values run out, of those that are left."""
    total = np.zeros(places.stop - places.start)
    for shift in range(count):
        part = values[places.start + shift : places.stop + shift]
        total[: len(part)] += part
    return total
