"""Aligns two lists of lines: read the evidence, find a band, walk it, learn from the walk and walk again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from threadpoolctl import threadpool_limits

from ..encoders.protocol import Encoder
from ..languages.bilingual import align_rules
from ..records import Bead
from ..text import IdMaker
from .anchors import band_around, chain_points, drop_strays, find_band
from .costs import Model, Sides, fit_ratio, make_sides
from .evidence import read_line
from .learn import Step, fit_likeness, fit_model
from .likeness import Likeness
from .path import SHAPES, Band, Floats, Tables, find_path, mend_band
from .tables import Evidence

_SLOPE = 0.4
_CORRIDOR = 8
_CHUNK = 32
_NEAR = 3


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
    encoder: Encoder | None = None,
) -> tuple[Bead, ...]:
    """Group the lines of two texts that say the same.

    Beads come in order, of level `line`, with indexes into `source` and `target`; every index stands in exactly one. A
    line without counterpart is a bead with one side empty. Order is kept: nothing crosses. `score` in 0..1 rises with
    the evidence for what the bead says, that is, of an empty side, that there is no counterpart. Time and memory grow
    linearly with long input. The method: `nlp.align.costs`. With an `encoder` each line is encoded once.

    >>> beads = align(["Revenue rose 12.5%.", "Thank you."], ["营收增长12.5%。", "谢谢。"])
    >>> [(bead.source, bead.target) for bead in beads]
    [((0,), (0,)), ((1,), (1,))]
    """
    sides = read_sides(source, target, source_lang=source_lang, target_lang=target_lang, encoder=encoder)
    make_id = IdMaker("bead")
    beads = []
    for step in align_sides(sides)[0]:
        ours, theirs = tuple(range(*step.source)), tuple(range(*step.target))
        row = make_id("line", ours, theirs)
        beads.append(Bead(id=row, level="line", source=ours, target=theirs, score=to_score(step.score)))
    return tuple(beads)


def to_score(ratio: float) -> float:
    """A log-likelihood ratio as a score in 0..1, 0.5 where nothing speaks for or against."""
    return 1.0 / (1.0 + math.exp(-min(60.0, max(-60.0, _SLOPE * ratio))))


def read_sides(
    source: Sequence[str], target: Sequence[str], *, source_lang: str, target_lang: str, encoder: Encoder | None = None
) -> Sides:
    """The evidence of both sides; each line is read, and encoded, once."""
    here = [read_line(text, source_lang) for text in source]
    there = [read_line(text, target_lang) for text in target]
    likeness = None
    if encoder is not None and here and there:
        sizes = [line.size for line in here], [line.size for line in there]
        likeness = Likeness(encoder.encode(source), encoder.encode(target), sizes)
    usual = math.log(align_rules(target_lang).density / align_rules(source_lang).density)
    return replace(make_sides(here, there, likeness), usual_ratio=usual)


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle that no bead may leave: its first source and target line, and how many of each it has."""

    row: int
    column: int
    rows: int
    columns: int


def align_sides(sides: Sides, windows: Sequence[Window] | None = None) -> tuple[list[Step], Model]:
    """The beads of two documents, in order, and the model that was fitted to them.

    `windows` split both sides from first to last line; without them the whole is one window.
    """
    # Thousands of small matrix products: the threads of a BLAS wait for one another longer than they compute (measured:
    # 4.0 s instead of 0.7 s with the other core busy).
    with threadpool_limits(limits=1, user_api="blas"):
        return _align_sides(sides, windows)


def _align_sides(sides: Sides, windows: Sequence[Window] | None) -> tuple[list[Step], Model]:
    model = replace(Model(), ratio=fit_ratio(sides))
    steps = _walk(sides, model, find_band(sides), windows)
    if sides.likeness is not None:
        model = fit_likeness(sides, steps, model)
        steps = _walk(sides, model, _band_again(sides, steps), windows)
    model = fit_model(sides, steps, model)
    return _walk(sides, model, _band_again(sides, steps), windows), model


def _walk(sides: Sides, model: Model, band: Band, windows: Sequence[Window] | None) -> list[Step]:
    if windows is not None:
        return walk(Evidence(sides, model), windows)
    return walk(Evidence(sides, model), [Window(0, 0, len(sides.source), len(sides.target))], [band])


def _band_again(sides: Sides, steps: Sequence[Step]) -> Band:
    """A corridor around the last path; an encoder's nearest neighbours may draw it elsewhere."""
    rows, columns = len(sides.source), len(sides.target)
    chain = [(step.source[0], step.target[0]) for step in steps if min(step.shape) > 0]
    corridor = band_around(chain, rows, columns, margin=_CORRIDOR)
    if sides.likeness is None:
        return corridor
    points = [(*point, 1.0) for point in sides.likeness.nearest]
    chain = drop_strays(chain_points(points, columns), columns / max(1, rows))
    other = band_around(chain, rows, columns, margin=_CORRIDOR)
    return mend_band(np.minimum(corridor.first, other.first), np.maximum(corridor.last, other.last), columns)


def walk(evidence: Evidence, windows: Sequence[Window], bands: Sequence[Band] | None = None) -> list[Step]:
    """The best path's beads with their scores, window by window; without `bands`, near each window's diagonal."""
    path: list[tuple[int, int]] = []
    for number, window in enumerate(windows):
        band = bands[number] if bands else band_around((), window.rows, window.columns)
        path.extend(find_path(window.rows, window.columns, band, _Inside(evidence, window)))
    return list(_scored(evidence, path))


class _Inside:
    """Evidence seen from a window: cell (0, 0) is its corner."""

    def __init__(self, evidence: Evidence, window: Window) -> None:
        self._evidence, self._window = evidence, window

    def tables(self, row: int, last_row: int, first: int, last: int) -> Tables:
        at = self._window
        return self._evidence.tables(row + at.row, last_row + at.row, first + at.column, last + at.column)

    def skip(self, side: int) -> Floats:
        at = self._window
        start, count = (at.row, at.rows) if side == 0 else (at.column, at.columns)
        return self._evidence.skip(side)[start : start + count]


def _scored(evidence: Evidence, path: Sequence[tuple[int, int]]) -> Iterator[Step]:
    row = column = 0
    for start in range(0, len(path), _CHUNK):
        chunk = path[start : start + _CHUNK]
        tall, wide = sum(height for height, _ in chunk), sum(width for _, width in chunk)
        top, left = max(0, row - _NEAR), max(0, column - _NEAR)
        tables = evidence.tables(top, row + tall + _NEAR, left, column + wide + _NEAR)
        for height, width in chunk:
            if height and width:
                score = float(tables[SHAPES.index((height, width)), row - top, column - left])
            else:
                score = -_best_neighbour(tables[0], row - top, column - left, height)
            yield Step((row, row + height), (column, column + width), score)
            row, column = row + height, column + width


def _best_neighbour(pairs: Tables, row: int, column: int, height: int) -> float:
    """The best that a line left alone could get from the lines of the other side next to its place."""
    if height:
        near = pairs[row : row + 1, max(0, column - _NEAR) : column + _NEAR]
    else:
        near = pairs[max(0, row - _NEAR) : row + _NEAR, column : column + 1]
    return float(near.max()) if near.size else -8.0
