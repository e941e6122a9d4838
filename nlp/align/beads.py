"""Aligns two lists of lines: read the evidence, find a band, walk it, learn from the walk and walk again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..encoders.protocol import Encoder
from ..records import Bead
from ..text import IdMaker
from .anchors import band_around, find_band
from .costs import Evidence, Model, Sides, fit_ratio, make_sides
from .evidence import read_line
from .learn import Step, fit_model
from .likeness import Likeness
from .path import Band, find_path

_SLOPE = 0.4
_CORRIDOR = 12
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

    >>> [(bead.source, bead.target) for bead in align(["Revenue rose 12.5%.", "Thank you."], ["营收增长12.5%。", "谢谢。"])]
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
    return make_sides(here, there, likeness)


def align_sides(sides: Sides) -> tuple[list[Step], Model]:
    """The beads of two documents, in order, and the model that was fitted to them."""
    model = replace(Model(), ratio=fit_ratio(sides))
    steps = walk(Evidence(sides, model), find_band(sides))
    model = fit_model(sides, steps, model)
    chain = [(step.source[0], step.target[0]) for step in steps if min(step.shape) > 0]
    band = band_around(chain, len(sides.source), len(sides.target), margin=_CORRIDOR)
    return walk(Evidence(sides, model), band), model


def walk(evidence: Evidence, band: Band) -> list[Step]:
    """The best path's beads with their scores."""
    rows, columns = len(evidence.sides.source), len(evidence.sides.target)
    path = find_path(rows, columns, band, evidence)
    return list(_scored(evidence, path))


def _scored(evidence: Evidence, path: Sequence[tuple[int, int]]) -> Iterator[Step]:
    row = column = 0
    for start in range(0, len(path), _CHUNK):
        chunk = path[start : start + _CHUNK]
        tall, wide = sum(height for height, _ in chunk), sum(width for _, width in chunk)
        evidence.prepare(max(0, row - _NEAR), row + tall + _NEAR, max(0, column - _NEAR), column + wide + _NEAR)
        for height, width in chunk:
            if height and width:
                score = float(evidence.score(row, (height, width), column, column)[0])
            else:
                score = -_best_neighbour(evidence, row, column, height)
            yield Step((row, row + height), (column, column + width), score)
            row, column = row + height, column + width


def _best_neighbour(evidence: Evidence, row: int, column: int, height: int) -> float:
    """The best that a line left alone could get from the lines of the other side next to its place."""
    rows, columns = len(evidence.sides.source), len(evidence.sides.target)
    if height:
        first, last = max(0, column - _NEAR), min(columns, column + _NEAR) - 1
        return float(evidence.score(row, (1, 1), first, last).max()) if first <= last else -8.0
    near = range(max(0, row - _NEAR), min(rows, row + _NEAR))
    return max((float(evidence.score(line, (1, 1), column, column)[0]) for line in near), default=-8.0)
