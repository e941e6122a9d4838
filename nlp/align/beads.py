"""Aligns two lists of lines: read the evidence, find a band, walk it, learn from the walk and walk again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, cast

import numpy as np
from threadpoolctl import ThreadpoolController

from ..encoders.protocol import Encoder
from ..languages.bilingual import align_rules
from ..records import Bead
from ..text import IdMaker
from .anchors import Point, band_around, chain_points, drop_strays, find_band
from .calibration import to_scores
from .costs import Model, Sides, fit_ratio, make_sides
from .evidence import read_line
from .free import align_free, looks_shuffled, sum_evidence
from .learn import Step, fit_likeness, fit_model, sure_pairs
from .likeness import Likeness
from .path import Band, Floats, Tables, Taken, find_path, mend_band
from .tables import Evidence

Order = Literal["auto", "kept", "free"]

# Texts in order gain 0.8 to 1.25 times as much from free order, chance included; shuffled ones 2.4 times and more.
_FREE_PAYS = 1.8
_CORRIDOR = 8
_LEAST_CHAIN = 10
_SHARE_CHAINED = 0.3
_CHUNK = 32
_NEAR = 3


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
    encoder: Encoder | str | None = "shipped",
    order: Order = "auto",
) -> tuple[Bead, ...]:
    """Group the lines of two texts that say the same.

    Beads are of level `line`, with indexes into `source` and `target`; every index stands in exactly one. A line
    without counterpart is a bead with one side empty. `score` in 0..1 is the share of such beads that are right
    (measured on invented texts: `nlp.align.calibration`), for an empty side, that there is no counterpart.

    Each line is encoded once, by `encoder` (an Encoder, or a name for `nlp.encoders.load_encoder`; None does without
    one: many times faster, and weaker where texts share few words, names and figures). Time and memory grow linearly.
    The method: `nlp.align.costs`.

    With `order` "kept" beads come in order and nothing crosses; with "free" any line may pair with any other (see
    `nlp.align.free`); "auto" takes the order as free only where what the texts share is plainly out of order. Each
    bead's `order` says what was done. Raises BadInput for an encoder that is not known.

    >>> beads = align(["Revenue rose 12.5%.", "Thank you."], ["营收增长12.5%。", "谢谢。"], encoder=None)
    >>> [(bead.source, bead.target) for bead in beads]
    [((0,), (0,)), ((1,), (1,))]
    """
    sides = read_sides(source, target, source_lang=source_lang, target_lang=target_lang, encoder=encoder)
    steps, order = align_ordered(sides, order)
    return to_beads(
        "line", steps, range(len(source)), range(len(target)), encoded=sides.likeness is not None, order=order
    )


def to_beads(
    level: str, steps: Sequence[Step], source: Sequence[Any], target: Sequence[Any], *, encoded: bool, order: Order
) -> tuple[Bead, ...]:
    """The rows of steps: `source` and `target` name the lines."""
    make_id = IdMaker("bead")
    rows = []
    for step, score in zip(steps, to_scores(steps, encoder=encoded, order=order), strict=True):
        ours, theirs = tuple(source[slice(*step.source)]), tuple(target[slice(*step.target)])
        name = make_id(level, ours, theirs)
        rows.append(Bead(id=name, level=level, source=ours, target=theirs, score=score, order=order))
    return tuple(rows)


def align_ordered(sides: Sides, order: Order) -> tuple[list[Step], Order]:
    """The beads, and the order they were found in: `kept` or `free`."""
    if order == "kept" or (order == "auto" and not looks_shuffled(sides)):
        return align_sides(sides)[0], "kept"
    with _one_thread():
        free = align_free(sides, replace(Model(), ratio=fit_ratio(sides)))[0]
    if order == "auto":
        kept = align_sides(sides)[0]
        if sum_evidence(free) < _FREE_PAYS * sum_evidence(kept):
            return kept, "kept"
    return free, "free"


def _one_thread() -> AbstractContextManager[object]:
    """Small products on one thread of the BLAS."""
    return cast(AbstractContextManager[object], _libraries().limit(limits=1, user_api="blas"))


@cache  # looking for them takes longer than a short text
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


@cache
def _load(name: str) -> Encoder:
    from ..encoders import load_encoder

    return load_encoder(name)


def read_sides(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_lang: str,
    target_lang: str,
    encoder: Encoder | str | None = None,
) -> Sides:
    """The evidence of both sides; each line is read, and encoded, once."""
    here = [read_line(text, source_lang) for text in source]
    there = [read_line(text, target_lang) for text in target]
    likeness = None
    if encoder is not None and here and there:
        encoder = _load(encoder) if isinstance(encoder, str) else encoder
        sizes = [line.size for line in here], [line.size for line in there]
        vectors = encoder.encode(source), encoder.encode(target)
        with _one_thread():
            likeness = Likeness(*vectors, sizes)
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
    with _one_thread():
        return _align_sides(sides, windows)


def _align_sides(sides: Sides, windows: Sequence[Window] | None) -> tuple[list[Step], Model]:
    model = replace(Model(), ratio=fit_ratio(sides))
    chain = _chain_nearest(sides)
    if len(chain) >= max(_LEAST_CHAIN, _SHARE_CHAINED * min(len(sides.source), len(sides.target))):
        # Neighbours that chance drew would not rise together: the encoder is sure enough to begin with.
        model = fit_likeness(sides, chain, model)
        steps = _walk(sides, model, _corridor(sides, chain), windows, last=False)
    else:
        steps = _walk(sides, model, find_band(sides), windows, last=False)
        if sides.likeness is not None:
            model = fit_likeness(sides, sure_pairs(steps), model)
            steps = _walk(sides, model, _band_again(sides, steps, chain), windows, last=False)
    model = fit_model(sides, steps, model)
    return _walk(sides, model, _band_again(sides, steps, chain), windows), model


def _walk(sides: Sides, model: Model, band: Band, windows: Sequence[Window] | None, *, last: bool = True) -> list[Step]:
    if windows is not None:
        return walk(Evidence(sides, model), windows, margins=last)
    whole = Window(0, 0, len(sides.source), len(sides.target))
    return walk(Evidence(sides, model), [whole], [band], margins=last)


def _chain_nearest(sides: Sides) -> list[Point]:
    """An encoder's mutual nearest neighbours that rise together; none without one."""
    if sides.likeness is None:
        return []
    points = [(*point, 1.0) for point in sides.likeness.nearest]
    return drop_strays(chain_points(points, len(sides.target)), len(sides.target) / max(1, len(sides.source)))


def _corridor(sides: Sides, chain: Sequence[Point]) -> Band:
    return band_around(chain, len(sides.source), len(sides.target), margin=_CORRIDOR)


def _band_again(sides: Sides, steps: Sequence[Step], nearest: Sequence[Point]) -> Band:
    """A corridor around the last path; an encoder's nearest neighbours may draw it elsewhere."""
    corridor = _corridor(sides, [(step.source[0], step.target[0]) for step in steps if min(step.shape) > 0])
    if not nearest:
        return corridor
    other, columns = _corridor(sides, nearest), len(sides.target)
    return mend_band(np.minimum(corridor.first, other.first), np.maximum(corridor.last, other.last), columns)


def walk(
    evidence: Evidence, windows: Sequence[Window], bands: Sequence[Band] | None = None, *, margins: bool = True
) -> list[Step]:
    """The best path's beads with their scores, window by window; without `bands`, near each window's diagonal."""
    path: list[Taken] = []
    for number, window in enumerate(windows):
        band = bands[number] if bands else band_around((), window.rows, window.columns)
        path.extend(find_path(window.rows, window.columns, band, _Inside(evidence, window), margins=margins))
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


def _scored(evidence: Evidence, path: Sequence[Taken]) -> Iterator[Step]:
    row = column = 0
    for start in range(0, len(path), _CHUNK):
        chunk = path[start : start + _CHUNK]
        tall, wide = sum(taken.height for taken in chunk), sum(taken.width for taken in chunk)
        top, left = max(0, row - _NEAR), max(0, column - _NEAR)
        pairs = np.zeros((0, 0), np.float32)
        if any(not (taken.height and taken.width) for taken in chunk):
            pairs = evidence.tables(top, row + tall + _NEAR, left, column + wide + _NEAR, pairs=True)[0]
        for taken in chunk:
            end = row + taken.height, column + taken.width
            alone = not (taken.height and taken.width)
            score = -_best_neighbour(pairs, row - top, column - left, taken.height) if alone else taken.worth
            yield Step((row, end[0]), (column, end[1]), score, taken.margin)
            row, column = end


def _best_neighbour(pairs: Tables, row: int, column: int, height: int) -> float:
    """The best that a line left alone could get from the lines of the other side next to its place."""
    if height:
        near = pairs[row : row + 1, max(0, column - _NEAR) : column + _NEAR]
    else:
        near = pairs[max(0, row - _NEAR) : row + _NEAR, column : column + 1]
    return float(near.max()) if near.size else -8.0
