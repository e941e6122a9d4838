"""The scores of all beads that begin in a block of lines, one table a shape, as matrix products."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from .costs import WIDEST, Ints, Model, Said, Sides, directions
from .evidence import Line
from .lengths import Lengths, window_sums
from .path import SHAPES, Floats, Tables
from .second_look import look_again, weigh_ends

_WITHIN_RUN = 0.4  # how often a line is missing whose neighbours are
_PAIRS = ((1, 1),)


class Evidence:
    """Scores beads of one pair of documents under one model (a `path.Scorer`); memory stays that of a block."""

    def __init__(self, sides: Sides, model: Model) -> None:
        self.sides, self.model = sides, model
        self._gains, missed = _weigh(sides, model)
        self._runs = tuple(
            lost + _joined(lines, goes_on)
            for lost, lines, goes_on in zip(missed, (sides.source, sides.target), model.goes_on, strict=True)
        )
        sizes = [line.size for line in sides.source], [line.size for line in sides.target]
        self._lengths = Lengths(*sizes, ratio=model.ratio, spread=model.spread, spread_short=model.spread_short)
        self._likened = sides.likeness is not None and model.slope > 0
        self._ends = weigh_ends(sizes[0]), weigh_ends(sizes[1])

    def skip(self, side: int) -> Floats:
        """The price of no counterpart: the log of how rare it is in these documents; less in the midst of a gap."""
        lines, shape = (self.sides.source, (1, 0)) if side == 0 else (self.sides.target, (0, 1))
        price = np.full(len(lines), math.log(self.model.prior[shape]))
        price[list(self.model.gaps[side])] = math.log(_WITHIN_RUN)
        return price

    def tables(self, row: int, last_row: int, first: int, last: int, *, pairs: bool = False) -> Tables:
        """Log-likelihood ratio plus log prior of the beads that begin in the given rows and columns.

        One table for each of `SHAPES`, or with `pairs` for the first of them alone.
        """
        shapes = _PAIRS if pairs else SHAPES
        rows = slice(row, min(last_row + 1, len(self.sides.source)))
        columns = slice(first, min(last + 1, len(self.sides.target)))
        tall, wide = max(0, rows.stop - rows.start), max(0, columns.stop - columns.start)
        tables = np.zeros((len(shapes), tall, wide), np.float32)
        if not tables.size:
            return tables
        here, there, shared = self._presence(rows, columns)
        for table, (height, width) in zip(tables, shapes, strict=True):
            np.matmul(here[height - 1] * self._gains[height - 1][width - 1][shared], there[width - 1].T, out=table)
        heights, widths = [height - 1 for height, _ in shapes], [width - 1 for _, width in shapes]
        tables += self._runs[0][heights, rows][:, :, None]
        tables += self._runs[1][widths, None, columns]
        tables += np.array([[[math.log(self.model.prior[shape])]] for shape in shapes], np.float32)
        if self.sides.layout is not None:
            tables += self.sides.layout.tables(rows, columns, shapes)
        whole = self._whole(rows, columns, shapes)
        tables += whole[:, :tall, :wide]
        if not pairs and self._likened:  # lengths alone cannot tell a stranger from a free translation
            look_again(tables, whole, (self._ends[0], rows), (self._ends[1], columns))
        return tables

    def _whole(self, rows: slice, columns: slice, shapes: Sequence[tuple[int, int]]) -> Tables:
        """What lengths and meaning say of beads as wholes, with one row and column more than asked for."""
        near = (
            slice(rows.start, min(rows.stop + 1, len(self.sides.source))),
            slice(columns.start, min(columns.stop + 1, len(self.sides.target))),
        )
        whole = self._lengths.tables(*near, shapes)
        if self.sides.likeness is not None and self._likened:
            likeness = self.sides.likeness.tables(*near, shapes)
            likeness -= np.float32(self.model.middle)
            likeness *= np.float32(self.model.slope)
            whole += likeness
        # Past the last line nothing begins; what stands there is never read.
        beyond = rows.stop + 1 - near[0].stop, columns.stop + 1 - near[1].stop
        return np.pad(whole, ((0, 0), (0, beyond[0]), (0, beyond[1]))) if any(beyond) else whole

    def _presence(self, rows: slice, columns: slice) -> tuple[list[Tables], list[Tables], Ints]:
        """For 1, 2, ... lines from each place on: which of the keys of both sides they hold; and those keys."""
        known = len(self.sides.keys)
        marked = np.zeros((2, known), np.bool_)
        runs = [_run(self.sides.source_said, rows), _run(self.sides.target_said, columns)]
        for side, (_, keys) in enumerate(runs):
            marked[side, keys] = True
        both = marked[0] & marked[1]
        shared = np.flatnonzero(both)
        place = np.zeros(known, np.int64)
        place[shared] = np.arange(len(shared))
        unions = []
        for (lines, keys), places in zip(runs, (rows, columns), strict=True):
            count = places.stop - places.start
            told = both[keys]
            alone = np.zeros((count + WIDEST - 1, len(shared)), np.float32)
            alone[lines[told], place[keys[told]]] = 1.0
            unions.append(_unite(alone, count))
        return unions[0], unions[1], shared


def _weigh(sides: Sides, model: Model) -> tuple[list[list[Tables]], tuple[Tables, Tables]]:
    """Gains by height and width of a bead; and what any run of lines loses, should nothing it says return."""
    forth, back = directions(sides, model.recall)
    trust = np.array([model.trust[kind] for kind, _ in sides.keys])
    gains = [
        [cast(Tables, (trust * (forth.gain[width] + back.gain[height])).astype(np.float32)) for width in range(WIDEST)]
        for height in range(WIDEST)
    ]
    here, there = len(sides.source), len(sides.target)
    return gains, (
        _missed(sides.source_said, trust * forth.miss, here),
        _missed(sides.target_said, trust * back.miss, there),
    )


def _missed(said: Said, miss: Floats, lines: int) -> Tables:
    """For runs of 1, 2, ... lines from each on: the sum of `miss` over the keys they hold, each key once."""
    total = np.zeros(lines)
    sums = np.zeros((WIDEST, lines), np.float32)
    for shift in range(WIDEST):
        fresh = said.gap > shift
        by_line = np.bincount(said.line[fresh], miss[said.key[fresh]], minlength=lines)
        total[: max(0, lines - shift)] += by_line[shift:]
        sums[shift] = total
    return sums


def _joined(lines: Sequence[Line], goes_on: Mapping[str, float]) -> Tables:
    """For runs of 1, 2, ... lines from each on: what the endings within say of their standing in one bead.

    An aside is no more joined with the line before it than with the line behind it.
    """
    apart = np.array([goes_on["aside"] * (line.ending == "aside") for line in lines])
    inner = np.array([goes_on[line.ending] for line in lines]) + np.append(apart[1:], 0.0)
    return np.concatenate((np.zeros((1, len(lines))), window_sums(inner, WIDEST - 1))).astype(np.float32)


def _run(said: Said, places: slice) -> tuple[Ints, Ints]:
    """Lines, counted from the first place, and keys of the lines that beads from these places on may hold."""
    end = min(places.stop + WIDEST - 1, len(said.starts) - 1)
    part = slice(int(said.starts[places.start]), int(said.starts[end]))
    return said.line[part] - places.start, said.key[part]


def _unite(alone: Tables, count: int) -> list[NDArray[np.float32]]:
    unions = [alone[:count]]
    for shift in range(1, WIDEST):
        unions.append(np.maximum(unions[-1], alone[shift : count + shift]))
    return unions
