"""Where the path must run: rare evidence that two lines share, chained, and the band of cells around the chain.

Work is linear: a key is followed only while few lines have it, and the band's cells are bounded per line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from .coarse import find_corridor
from .costs import Sides
from .path import Band, mend_band

Point = tuple[int, int]
_RARE = 12
_LONG = 1000
_CANDIDATES = 3
_MARGIN = 8
_REACH = 60


def find_points(sides: Sides) -> list[tuple[int, int, float]]:
    """For each source line the target lines that share most rare evidence with it, with the sum of its rarity.

    In long documents only lines near a rough course are looked at, and keys count as rare by what is found there.
    """
    rows, columns = len(sides.source), len(sides.target)
    long = max(rows, columns) > _LONG
    low, high = find_corridor(sides) if long else (np.zeros(rows, np.int64), np.full(rows, columns - 1))
    rare = max(rows, columns) // 50 if long else _RARE
    where = _lines_by_key(sides, rare)
    lines = max(rows, columns) + 1
    rarity = np.log(lines / np.sqrt(np.maximum(1, sides.source_count) * np.maximum(1, sides.target_count)))
    points: list[tuple[int, int, float]] = []
    for row, keys in enumerate(sides.source_keys):
        shared: dict[int, float] = defaultdict(float)
        for key in sorted(key for key in keys if sides.source_count[key] <= rare):
            columns_of = where.get(key, ())
            near = slice(bisect_left(columns_of, low[row]), bisect_right(columns_of, high[row]))
            for column in columns_of[near][:_RARE]:
                shared[column] += float(rarity[key])
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]
        points.extend((row, column, weight) for column, weight in best)
    return points


def _lines_by_key(sides: Sides, rare: int) -> Mapping[int, Sequence[int]]:
    """The target lines, in order, that hold each key which at most `rare` of them hold."""
    where: dict[int, list[int]] = defaultdict(list)
    for number, keys in enumerate(sides.target_keys):
        for key in keys:
            if sides.target_count[key] <= rare:
                where[key].append(number)
    return where


def chain_points(points: Iterable[tuple[int, int, float]], columns: int) -> list[Point]:
    """The heaviest chain of points in which both indexes rise, in O(n log n) (a Fenwick tree of best prefixes)."""
    ordered = sorted(points, key=lambda point: (point[0], -point[1]))
    tree: list[tuple[float, int]] = [(0.0, -1)] * (columns + 1)
    before: list[int] = []
    best_end: tuple[float, int] = (0.0, -1)
    for number, (_, column, weight) in enumerate(ordered):
        value, previous = _best_prefix(tree, column)
        before.append(previous)
        entry = (value + weight, number)
        place = column + 1
        while place <= columns:
            if tree[place][0] < entry[0]:
                tree[place] = entry
            place += place & -place
        best_end = max(best_end, entry, key=lambda item: item[0])
    chain: list[Point] = []
    number = best_end[1]
    while number >= 0:
        chain.append(ordered[number][:2])
        number = before[number]
    return chain[::-1]


def _best_prefix(tree: Sequence[tuple[float, int]], place: int) -> tuple[float, int]:
    best = (0.0, -1)
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best


def drop_strays(chain: Sequence[Point], slope: float) -> list[Point]:
    """The points whose offset agrees with two neighbours before or two behind: one chance hit bends no path."""
    offsets = [column - row * slope for row, column in chain]

    def agrees(one: int, other: int) -> bool:
        if not 0 <= other < len(chain):
            return False
        return abs(offsets[one] - offsets[other]) <= 5 + 0.2 * abs(chain[one][0] - chain[other][0])

    return [
        point
        for number, point in enumerate(chain)
        if (agrees(number, number - 1) and agrees(number, number - 2))
        or (agrees(number, number + 1) and agrees(number, number + 2))
    ]


def band_around(chain: Sequence[Point], rows: int, columns: int, margin: int = _MARGIN, reach: int = _REACH) -> Band:
    """The cells near the chain: whole rectangles between near anchors, a strip of `reach` between far ones."""
    if not chain and rows * columns <= reach * (rows + columns):
        return Band(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns, np.int64))
    corners = np.array([(0, 0), *chain, (rows, columns)], np.int64)
    first = np.full(rows + 1, columns, np.int64)
    last = np.zeros(rows + 1, np.int64)
    tall, wide = np.diff(corners, axis=0).T
    piece = np.repeat(np.arange(len(tall)), tall + 1)  # of each row between two corners, both of theirs included
    down = np.arange(len(piece)) - np.repeat(np.cumsum(tall + 1) - tall - 1, tall + 1)
    row, column = corners[piece].T
    low, high = column, corners[piece + 1, 1]
    half = np.maximum(reach, 2 * wide // np.maximum(1, tall))[piece]
    half[(tall * wide <= reach * (tall + wide))[piece]] = columns
    middle = column + down * wide[piece] // np.maximum(1, tall)[piece]
    np.minimum.at(first, row + down, np.maximum(low, middle - half))
    np.maximum.at(last, row + down, np.minimum(high, middle + half))
    numbers = np.arange(rows + 1)
    first = first[np.maximum(numbers - margin, 0)] - margin
    last = last[np.minimum(numbers + margin, rows)] + margin
    return mend_band(first, last, columns)


def find_band(sides: Sides) -> Band:
    """The band for a first pass over two documents."""
    rows, columns = len(sides.source), len(sides.target)
    if rows * columns <= _REACH * (rows + columns):
        return band_around((), rows, columns)
    chain = drop_strays(chain_points(find_points(sides), columns), columns / max(1, rows))
    return band_around(chain, rows, columns)
