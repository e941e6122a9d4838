"""Alignment of texts whose order was not kept: any line may pair with any other.

Pairs are taken from the surest down, each line once. What is asked of a pair grows with the number of lines that are
still open: the best of many strangers looks good by chance. A line left over joins a pair beside it where that gains.
Time grows with the product of both sides, memory with their sum.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from .anchors import chain_points
from .costs import Model, Sides
from .learn import Step, fit_likeness, fit_model, sure_pairs
from .path import SHAPES, Tables
from .tables import Evidence

_BLOCK = 256
_KEPT = 12
_RARE = 3
_TELLING = 5.0
_LEAST_POINTS = 8
_IN_ORDER = 0.5
_LEAST = 3.0
_STRANGE = -8.0


def looks_shuffled(sides: Sides) -> bool:
    """Whether lines that share what nothing else has stand in an order of their own on each side.

    Of `n` points in random order only about `2 * sqrt(n)` form a rising chain. A novel whose few rare words return in
    other places can look so too: what either order yields decides then.
    """
    points = list(_mutual(_telling_points(sides)))
    if sides.likeness is not None and len(points) < _LEAST_POINTS:
        points = [(*point, 1.0) for point in sides.likeness.nearest]
    if len(points) < _LEAST_POINTS:
        return False
    chain = chain_points([(row, column, 1.0) for row, column, _ in points], len(sides.target))
    return len(chain) < _IN_ORDER * len(points)


def sum_evidence(steps: Iterable[Step]) -> float:
    """What all two-sided beads have above what chance gives some."""
    return sum(max(0.0, step.score - _LEAST) for step in steps if 0 not in step.shape)


def _telling_points(sides: Sides) -> Iterator[tuple[int, int, float]]:
    """Pairs of lines that share rare keys, with the sum of their rarity; in linear time."""
    rare = np.flatnonzero(
        (sides.source_count > 0)
        & (sides.target_count > 0)
        & (sides.source_count <= _RARE)
        & (sides.target_count <= _RARE)
    )
    weight = dict(zip(rare.tolist(), np.log(len(sides.source) / sides.source_count[rare]).tolist(), strict=True))
    where: dict[int, list[int]] = defaultdict(list)
    for column, keys in enumerate(sides.target_keys):
        for key in keys & weight.keys():
            where[key].append(column)
    for row, keys in enumerate(sides.source_keys):
        shared: dict[int, float] = defaultdict(float)
        for key in sorted(keys & weight.keys()):
            for column in where[key]:
                shared[column] += weight[key]
        yield from ((row, column, value) for column, value in shared.items() if value > _TELLING)


def _mutual(points: Iterable[tuple[int, int, float]]) -> Iterator[tuple[int, int, float]]:
    """The points that are the heaviest of their row and of their column."""
    ordered = sorted(points, key=lambda point: (-point[2], point[0], point[1]))
    best_row: dict[int, int] = {}
    best_column: dict[int, int] = {}
    for row, column, value in ordered:
        first = best_row.setdefault(row, column), best_column.setdefault(column, row)
        if first == (column, row):
            yield row, column, value


def align_free(sides: Sides, model: Model) -> tuple[list[Step], Model]:
    """The beads of two texts in any order: by source, then the target lines left alone; and the model fitted."""
    pairs = _pair(Evidence(sides, model))
    model = fit_likeness(sides, sure_pairs(_to_steps(pairs)), model)
    model = fit_model(sides, _to_steps(_pair(Evidence(sides, model))), model)
    evidence = Evidence(sides, model)
    return list(_steps(evidence, _pair(evidence))), model


def _to_steps(pairs: Iterable[tuple[int, int, float]]) -> list[Step]:
    return [Step((row, row + 1), (column, column + 1), score, _above(score)) for row, column, score in pairs]


def _above(score: float) -> float:
    """The margin of a pair: what it has above what chance gives some, in the scale that margins have in order."""
    return (score - _LEAST) / 2


def _pair(evidence: Evidence) -> list[tuple[int, int, float]]:
    """Pairs of lines with their scores, each line at most once, the surest first."""
    rows, columns = len(evidence.sides.source), len(evidence.sides.target)
    taken: list[tuple[int, int, float]] = []
    open_rows, open_columns = set(range(rows)), set(range(columns))
    for score, row, column in sorted(_candidates(evidence), reverse=True):
        least = _LEAST + math.log(max(1, min(len(open_rows), len(open_columns))))
        if score > least - math.log(min(rows, columns)) and row in open_rows and column in open_columns:
            taken.append((row, column, score))
            open_rows.remove(row)
            open_columns.remove(column)
    return taken


def _candidates(evidence: Evidence) -> Iterator[tuple[float, int, int]]:
    """For each row and each column of a block the few best pairs, a block of rows at a time."""
    rows, columns = len(evidence.sides.source), len(evidence.sides.target)
    for top in range(0, rows, _BLOCK):
        found: dict[tuple[int, int], float] = {}
        for left in range(0, columns, 4 * _BLOCK):
            table = _pairs_table(evidence, top, left)
            for places in (_best(table), _best(table.T)[::-1]):
                for row, column in zip(*places, strict=True):
                    found[top + row, left + column] = float(table[row, column])
        yield from ((score, row, column) for (row, column), score in found.items())


def _pairs_table(evidence: Evidence, top: int, left: int) -> Tables:
    return np.asarray(evidence.tables(top, top + _BLOCK - 1, left, left + 4 * _BLOCK - 1, pairs=True)[0], np.float32)


def _best(table: Tables) -> tuple[list[int], list[int]]:
    """Rows and columns of the best few of each row."""
    count = min(_KEPT, table.shape[1])
    columns = np.argpartition(-table, count - 1, axis=1)[:, :count]
    rows = np.repeat(np.arange(len(table)), count)
    return rows.tolist(), columns.ravel().tolist()


def _steps(evidence: Evidence, pairs: Sequence[tuple[int, int, float]]) -> Iterator[Step]:
    """Beads by source line: pairs, widened where a line left over beside them belongs, and lines left alone."""
    sides = evidence.sides
    loose = [set(range(len(sides.source))), set(range(len(sides.target)))]
    for row, column, _ in pairs:
        loose[0].discard(row)
        loose[1].discard(column)
    steps = [_widen(evidence, row, column, score, loose) for row, column, score in pairs]
    best = _best_loose(evidence, loose)
    alone = [_alone(0, line, best) for line in loose[0]]
    yield from sorted([*steps, *alone], key=lambda step: step.source)
    yield from (_alone(1, line, best) for line in sorted(loose[1]))


def _alone(side: int, line: int, best: Mapping[tuple[int, int], float]) -> Step:
    score, place = -best.get((side, line), _STRANGE), (line, line + 1)
    return Step(place if side == 0 else (0, 0), place if side else (0, 0), score, -_above(-score))


def _best_loose(evidence: Evidence, loose: Sequence[set[int]]) -> dict[tuple[int, int], float]:
    """For lines left over, by side and line, the best score with another that is left over."""
    best: dict[tuple[int, int], float] = {}
    for score, row, column in _candidates(evidence) if loose[0] and loose[1] else ():
        if row in loose[0] and column in loose[1]:
            best[0, row] = max(score, best.get((0, row), score))
            best[1, column] = max(score, best.get((1, column), score))
    return best


def _widen(evidence: Evidence, row: int, column: int, score: float, loose: Sequence[set[int]]) -> Step:
    """The pair, or the pair with the one loose line beside it that gains most."""
    price = float(max(evidence.skip(0)[0], evidence.skip(1)[0]))
    best = Step((row, row + 1), (column, column + 1), score, _above(score))
    for side, place in ((0, row), (1, column)):
        for first in (place - 1, place):
            other = first if first != place else place + 1
            if other not in loose[side]:
                continue
            shape, corner = ((2, 1), (first, column)) if side == 0 else ((1, 2), (row, first))
            gained = float(evidence.tables(corner[0], corner[0], corner[1], corner[1])[SHAPES.index(shape), 0, 0])
            if gained > max(best.score, score + price):
                ends = corner[0] + shape[0], corner[1] + shape[1]
                best = Step((corner[0], ends[0]), (corner[1], ends[1]), gained, _above(gained))
    loose[0].difference_update(range(*best.source))
    loose[1].difference_update(range(*best.target))
    return best
