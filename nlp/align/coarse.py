"""A rough course through long documents: blocks of lines compared as wholes, so that finer steps look only nearby.

The number of blocks is bounded, so this costs the same for any length; a block of a long document holds more lines.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .costs import Sides
from .path import Floats

Ints = NDArray[np.int64]
_MOST_BLOCKS = 800
_LEAST_LINES = 8
_MOST_KEYS = 4000
_BLOCKS_AROUND = 2


def find_corridor(sides: Sides) -> tuple[Ints, Ints]:
    """For each source line the first and the last target line that may belong to it, both inclusive."""
    rows, columns = len(sides.source), len(sides.target)
    lines = max(_LEAST_LINES, -(-max(rows, columns) // _MOST_BLOCKS))
    keys = _telling_keys(sides, lines)
    here = _block_vectors(sides.source_keys, lines, keys, len(sides.keys))
    there = _block_vectors(sides.target_keys, lines, keys, len(sides.keys))
    alike = here @ there.T
    first, last = _course(alike - 2.0 * alike.mean())
    block = np.arange(rows) // lines
    low = (first[block] - _BLOCKS_AROUND) * lines
    high = (last[block] + 1 + _BLOCKS_AROUND) * lines
    return np.maximum(low, 0), np.minimum(high, columns) - 1


def _telling_keys(sides: Sides, lines: int) -> Ints:
    """The rarest keys of both sides, those that most blocks hold left out."""
    count = sides.source_count + sides.target_count
    shared = np.flatnonzero((sides.source_count > 0) & (sides.target_count > 0))
    telling = shared[count[shared] * lines <= len(sides.source) + len(sides.target)]
    telling = telling if len(telling) >= _MOST_BLOCKS else shared
    return np.asarray(telling[np.argsort(count[telling], kind="stable")][:_MOST_KEYS], np.int64)


def _block_vectors(lines_keys: Sequence[frozenset[int]], lines: int, keys: Ints, known: int) -> Floats:
    """One vector a block of `lines` lines, of length 1: its keys, weighed by how few blocks have them."""
    place = np.full(known, -1, np.int64)
    place[keys] = np.arange(len(keys))
    vectors = np.zeros((-(-len(lines_keys) // lines), len(keys)))
    for number, line in enumerate(lines_keys):
        places = place[list(line)] if line else place[:0]
        vectors[number // lines, places[places >= 0]] = 1.0
    vectors *= np.log((len(vectors) + 1.0) / (vectors.sum(axis=0) + 0.5))
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms > 0, norms, 1.0), np.float64)


def _course(gain: Floats) -> tuple[Ints, Ints]:
    """For each row of blocks the first and last column that the path of most gain passes; skipping costs nothing."""
    rows, columns = gain.shape
    value = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        taken = np.maximum(value[row, 1:], value[row, :-1] + gain[row])
        value[row + 1, 1:] = np.maximum.accumulate(np.maximum(taken, 0.0))
    first, last = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    row, column = rows, columns
    last[:] = columns - 1
    while row > 0:
        last[row - 1] = min(last[row - 1], max(0, column - 1))
        while column > 0 and value[row, column] == value[row, column - 1]:
            column -= 1
        first[row - 1] = max(0, column - 1)
        if column > 0 and value[row, column] > value[row - 1, column]:
            column -= 1
        row -= 1
    return first, last
