"""A second look at beads of several lines: does the first or last line of a side add anything?

A stranger that is short hardly changes the length or the meaning of a long line it is set beside, so the evidence of
the whole says little against it. What it changes is weighed by how short it is; only what speaks against it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .lengths import window_sums
from .path import SHAPES, Tables

_NOTICED = 0.4  # a line with this share of its side's bytes is weighed as it is, a shorter one by as much more
_MOST = 3.0
_EXPECTED = 0.2  # a line that belongs adds at least so much
_PLACE = {shape: place for place, shape in enumerate(SHAPES)}


@dataclass(frozen=True, slots=True)
class Ends:
    """One side: how much more the first and the last line count, in runs of 1, 2, ... lines from each line on."""

    first: Tables
    last: Tables


def weigh_ends(sizes: Sequence[int]) -> Ends:
    """The weights of a side whose lines have these sizes."""
    lines = np.array(sizes, np.float64)
    runs = window_sums(lines)
    ends = np.stack([np.append(lines[shift:], np.ones(min(shift, len(lines)))) for shift in range(len(runs))])
    return Ends(_weights(lines / runs), _weights(ends / runs))


def _weights(share: NDArray[np.float64]) -> Tables:
    return np.clip(_NOTICED / share - 1.0, 0.0, _MOST).astype(np.float32)


def look_again(tables: Tables, whole: Tables, source: tuple[Ends, slice], target: tuple[Ends, slice]) -> None:
    """Take from `tables` what their beads lose by lines that add nothing.

    `whole` holds the evidence that is weighed, one table a shape of `SHAPES`, with one row and column more than
    `tables`.
    """
    tall, wide = tables.shape[1:]
    (ours, rows), (theirs, columns) = source, target
    for (height, width), table, bead in zip(SHAPES, tables, whole[:, :tall, :wide], strict=True):
        if width > 1:
            less = whole[_PLACE[height, width - 1]]
            _charge(table, bead - less[:tall, :wide], theirs.last[width - 1, None, columns])
            _charge(table, bead - less[:tall, 1 : wide + 1], theirs.first[width - 1, None, columns])
        if height > 1:
            less = whole[_PLACE[height - 1, width]]
            _charge(table, bead - less[:tall, :wide], ours.last[height - 1, rows, None])
            _charge(table, bead - less[1 : tall + 1, :wide], ours.first[height - 1, rows, None])


def _charge(table: Tables, added: Tables, weights: Tables) -> None:
    np.minimum(added, np.float32(_EXPECTED), out=added)
    added *= weights
    table += added
