"""Likeness of meaning from an encoder: centred cosine with CSLS, as a log-likelihood ratio fitted to the documents.

Each side's vectors are centred on that side's mean: what all lines of one document have in common tells nothing. CSLS
(Conneau et al. 2018) takes from a cosine the mean cosine of each line's nearest neighbours, so that lines that resemble
everything win nothing. Groups of lines take the byte-weighted mean of their lines' vectors: each line is encoded once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .path import Floats

Vectors = NDArray[np.float32]
_NEIGHBOURS = 4
_MOST_COMPARED = 2048
_TRUST = 0.6
_LEAST_PAIRS = 10
_LEAST_SHARE = 0.1
_UNFITTED = (8.0, 0.2)  # a moderate slope around a likeness that is rare by chance
_STEEPEST = 80.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """One side: centred vectors of length 1, their mean cosine to their nearest on the other side, byte lengths."""

    vectors: Vectors
    crowding: Floats
    sizes: Floats


class Likeness:
    """Likeness of any group of source lines to any group of target lines.

    `nearest` are the mutual nearest neighbours, as `(source, target)`.
    """

    def __init__(self, source: Vectors, target: Vectors, sizes: tuple[Sequence[int], Sequence[int]]) -> None:
        one, other = center(source), center(target)
        best, crowd_one = _neighbours(one, other)
        best_back, crowd_other = _neighbours(other, one)
        self.source = Meaning(one, crowd_one, np.array(sizes[0], np.float64))
        self.target = Meaning(other, crowd_other, np.array(sizes[1], np.float64))
        self.nearest = [(row, int(best[row])) for row in range(len(one)) if best_back[best[row]] == row]

    def fit(self, pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
        """Slope and middle of the log-likelihood ratio `slope * (likeness - middle)`.

        Likeness of true pairs and of pairs met at random are taken as normal with one spread. `pairs` are those that
        other evidence made sure of: an encoder that cannot tell them from chance gets no say. Where there are too few,
        the mutual nearest neighbours stand for them, less what the nearest of many would reach by chance.
        """
        rows, columns = len(self.source.vectors), len(self.target.vectors)
        chance = np.array([self._of(n % rows, (n * 7 + 1 + n // rows) % columns) for n in range(1000)])
        sure = len(pairs) >= max(_LEAST_PAIRS, _LEAST_SHARE * min(rows, columns))
        true = np.array([self._of(row, column) for row, column in (pairs if sure else self.nearest)])
        if not sure and len(true) < _LEAST_PAIRS:
            return _UNFITTED
        low, high = float(np.median(chance)), float(np.median(true))
        variance = max(1e-4, 0.5 * (_spread(chance) ** 2 + _spread(true) ** 2))
        by_luck = 3.0 / math.sqrt(len(true)) if sure else 0.8 * math.sqrt(2 * math.log(min(rows, columns)))
        trusted = min(1.0, max(0.0, (high - low) / math.sqrt(variance) - by_luck))
        return _TRUST * trusted * min(_STEEPEST, (high - low) / variance), (low + high) / 2

    def _of(self, row: int, column: int) -> float:
        cosine = float(self.source.vectors[row] @ self.target.vectors[column])
        return 2 * cosine - float(self.source.crowding[row]) - float(self.target.crowding[column])

    def table(self, rows: slice, columns: slice, height: int, width: int) -> Floats:
        """Likeness of the beads of `height` by `width` lines that begin in the given rows and columns."""
        here, crowd_here = _composed(self.source, rows, height)
        there, crowd_there = _composed(self.target, columns, width)
        return np.asarray(2 * (here @ there.T) - crowd_here[:, None] - crowd_there[None, :], np.float64)


def _spread(values: Floats) -> float:
    return float(np.median(np.abs(values - np.median(values)))) * 1.483


def center(vectors: Vectors) -> Vectors:
    """Vectors less their mean, of length 1; lines that say nothing stay 0. One or two vectors are left as they are."""
    moved = vectors - vectors.mean(axis=0, keepdims=True) if len(vectors) > 2 else vectors
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.where(lengths > 1e-9, lengths, 1), np.float32)


def _neighbours(vectors: Vectors, others: Vectors) -> tuple[NDArray[np.int64], Floats]:
    """For each vector its nearest of the other side, and its mean cosine to its nearest few.

    At most 2,048 of the others, evenly spaced, are looked at, so that work stays linear; a nearest neighbour found
    among a part is a candidate only.
    """
    step = max(1, -(-len(others) // _MOST_COMPARED))
    sample = others[::step]
    best = np.zeros(len(vectors), np.int64)
    crowding = np.zeros(len(vectors))
    count = min(_NEIGHBOURS, len(sample))
    for start in range(0, len(vectors) if count else 0, 512):
        cosines = vectors[start : start + 512] @ sample.T
        best[start : start + 512] = cosines.argmax(axis=1) * step
        top = np.partition(cosines, len(sample) - count, axis=1)[:, len(sample) - count :]
        crowding[start : start + 512] = top.mean(axis=1)
    return best, crowding


def _composed(side: Meaning, places: slice, count: int) -> tuple[Vectors, Floats]:
    if count == 1:
        return side.vectors[places], side.crowding[places]
    wide = places.stop - places.start
    vectors = np.zeros((wide, side.vectors.shape[1]), np.float32)
    crowding, weights = np.zeros(wide), np.zeros(wide)
    for shift in range(count):
        part = slice(places.start + shift, places.stop + shift)
        sizes = side.sizes[part]
        vectors[: len(sizes)] += side.vectors[part] * sizes[:, None].astype(np.float32)
        crowding[: len(sizes)] += side.crowding[part] * sizes
        weights[: len(sizes)] += sizes
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 1e-9, lengths, 1), np.float32), crowding / np.maximum(weights, 1)
