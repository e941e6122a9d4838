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

from .lengths import median, window_sums
from .path import Floats, Tables

Vectors = NDArray[np.float32]
_NEIGHBOURS = 4
_MOST_COMPARED = 1024
_SAMPLE = 512
WIDEST = 4
_TRUST = 0.9
_LEAST_PAIRS = 10
_DRAWN = 1000
_LEAST_SHARE = 0.1
_UNFITTED = (8.0, 0.2)  # a moderate slope around a likeness that is rare by chance
_STEEPEST = 80.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """One side: centred vectors of length 1, the same times their lines' bytes, mean cosine to the nearest others.

    For runs of 1, 2, ... lines from each on: `scale`, what brings the sum of weighted vectors to length 1 (times the
    square root of 2, since likeness counts the cosine twice), and `crowd`, their crowding.
    """

    vectors: Vectors
    weighted: Vectors
    crowding: Floats
    scale: Tables
    crowd: Tables


class Likeness:
    """Likeness of any group of source lines to any group of target lines.

    `nearest` are the mutual nearest neighbours, as `(source, target)`.
    """

    def __init__(self, source: Vectors, target: Vectors, sizes: tuple[Sequence[int], Sequence[int]]) -> None:
        one, other = center(source), center(target)
        crowds, self.nearest = _compare(one, other)
        self.source = _make_meaning(one, crowds[0], sizes[0])
        self.target = _make_meaning(other, crowds[1], sizes[1])

    def fit(self, pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
        """Slope and middle of the log-likelihood ratio `slope * (likeness - middle)`.

        Likeness of true pairs and of pairs met at random are taken as normal with one spread. `pairs` are those that
        other evidence made sure of: an encoder that cannot tell them from chance gets no say. Where there are too few,
        the mutual nearest neighbours stand for them, less what the nearest of many would reach by chance.
        """
        rows, columns = len(self.source.vectors), len(self.target.vectors)
        drawn = np.arange(_DRAWN)
        chance = self._of(drawn % rows, (drawn * 7 + 1 + drawn // rows) % columns)
        sure = len(pairs) >= max(_LEAST_PAIRS, _LEAST_SHARE * min(rows, columns))
        true = self._of(*np.array(pairs if sure else self.nearest, np.int64).reshape(-1, 2).T)
        if not sure and len(true) < _LEAST_PAIRS:
            return _UNFITTED
        low, high = median(chance), median(true)
        variance = max(1e-4, 0.5 * (_spread(chance) ** 2 + _spread(true) ** 2))
        by_luck = 3.0 / math.sqrt(len(true)) if sure else 0.8 * math.sqrt(2 * math.log(min(rows, columns)))
        trusted = min(1.0, max(0.0, (high - low) / math.sqrt(variance) - by_luck))
        return _TRUST * trusted * min(_STEEPEST, (high - low) / variance), (low + high) / 2

    def _of(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Floats:
        cosine = np.einsum("ij,ij->i", self.source.vectors[rows], self.target.vectors[columns])
        return np.asarray(2 * cosine - self.source.crowding[rows] - self.target.crowding[columns], np.float64)

    def tables(self, rows: slice, columns: slice, shapes: Sequence[tuple[int, int]]) -> Tables:
        """Likeness of the beads that begin in the given rows and columns, one table a shape.

        The cosine of two weighted means is the weighted sum of their lines' cosines, which are computed once.
        """
        tall, wide = rows.stop - rows.start, columns.stop - columns.start
        ours, theirs = slice(rows.start, rows.stop + WIDEST - 1), slice(columns.start, columns.stop + WIDEST - 1)
        here, there = self.source.weighted[ours], self.target.weighted[theirs]
        alone = np.zeros((tall + WIDEST - 1, wide + WIDEST - 1), np.float32)
        alone[: len(here), : len(there)] = here @ there.T
        runs = [[alone[:tall]]]
        for height in range(1, max(height for height, _ in shapes)):
            runs.append([runs[-1][0] + alone[height : tall + height]])
        for run in runs:
            wider = run[0]
            run[0] = wider[:, :wide]
            for width in range(1, max(width for _, width in shapes)):
                run.append(run[-1] + wider[:, width : wide + width])
        tables = np.stack([runs[height - 1][width - 1] for height, width in shapes])
        heights, widths = [height - 1 for height, _ in shapes], [width - 1 for _, width in shapes]
        tables *= self.source.scale[heights, rows][:, :, None]
        tables *= self.target.scale[widths, None, columns]
        tables -= self.source.crowd[heights, rows][:, :, None]
        tables -= self.target.crowd[widths, None, columns]
        return tables


def _spread(values: Floats) -> float:
    return median(np.abs(values - median(values))) * 1.483


def center(vectors: Vectors) -> Vectors:
    """Vectors less their mean, of length 1; lines that say nothing stay 0. One or two vectors are left as they are."""
    moved = vectors - vectors.mean(axis=0, keepdims=True) if len(vectors) > 2 else vectors
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.where(lengths > 1e-9, lengths, 1), np.float32)


def _compare(one: Vectors, other: Vectors) -> tuple[tuple[Floats, Floats], list[tuple[int, int]]]:
    """For each vector of either side its mean cosine to its nearest few; and the mutual nearest neighbours.

    Of very many others only some, evenly spaced, are looked at, so that work stays linear; just these are found then.
    """
    if not len(one) or not len(other):
        return (np.zeros(len(one)), np.zeros(len(other))), []
    if max(len(one), len(other)) <= _MOST_COMPARED:
        cosines = one @ other.T
        across = np.ascontiguousarray(cosines.T)
        best, back = cosines.argmax(axis=1), across.argmax(axis=1)
        return (_crowding(cosines), _crowding(across)), _mutual(best, back)
    crowd_one, nearest = _look_through(one, other)
    return (crowd_one, _look_through(other, one, mutual=False)[0]), nearest


def _crowding(cosines: Vectors) -> Floats:
    """The mean of the largest few of each row; they are taken away, which costs less than a partition."""
    crowding, rows = np.zeros(len(cosines)), np.arange(len(cosines))
    count = min(_NEIGHBOURS, cosines.shape[1])
    for _ in range(count):
        place = cosines.argmax(axis=1)
        crowding += cosines[rows, place] / count
        cosines[rows, place] = -2.0
    return crowding


def _mutual(best: NDArray[np.int64], back: NDArray[np.int64], step: int = 1) -> list[tuple[int, int]]:
    rows = sorted(set(back.tolist()))  # not np.unique, which imports masked arrays first
    return [(row, int(best[row]) * step) for row in rows if back[best[row]] == row]


def _look_through(vectors: Vectors, others: Vectors, *, mutual: bool = True) -> tuple[Floats, list[tuple[int, int]]]:
    step = 1 if len(others) <= _MOST_COMPARED else -(-len(others) // _SAMPLE)
    sample = others[::step]
    crowding, best = np.zeros(len(vectors)), np.zeros(len(vectors), np.int64)
    back, back_cosine = np.zeros(len(sample), np.int64), np.full(len(sample), -np.inf, np.float32)
    for start in range(0, len(vectors), _SAMPLE):
        cosines = vectors[start : start + _SAMPLE] @ sample.T
        if mutual:
            top = cosines.argmax(axis=0)
            better = cosines[top, np.arange(len(sample))] > back_cosine
            back[better] = top[better] + start
            np.maximum(back_cosine, cosines.max(axis=0), out=back_cosine)
            best[start : start + _SAMPLE] = cosines.argmax(axis=1)
        crowding[start : start + _SAMPLE] = _crowding(cosines)
    return crowding, _mutual(best, back, step) if mutual else []


def _make_meaning(vectors: Vectors, crowding: Floats, sizes: Sequence[int]) -> Meaning:
    weights = np.array(sizes, np.float64)
    weighted = np.asarray(vectors * weights[:, None], np.float32)
    total = weighted.copy()
    scale = np.zeros((WIDEST, len(vectors)), np.float32)
    for count in range(WIDEST):
        if count:
            total[: max(0, len(total) - count)] += weighted[count:]
        norms = np.sqrt(np.einsum("ij,ij->i", total, total))
        scale[count] = np.sqrt(2.0) / np.where(norms > 1e-6, norms, np.inf)
    crowd = window_sums(crowding * weights) / np.maximum(window_sums(weights), 1)
    return Meaning(vectors, weighted, crowding, scale, crowd.astype(np.float32))
