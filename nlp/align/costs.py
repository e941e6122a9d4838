"""How much better two groups of lines explain each other than chance would: one log-likelihood ratio a bead.

For every key a line offers we compare how often it returns on the other side of a true bead with how often it would
return by chance. A rare key that returns is strong evidence, a common one little; one that fails to return speaks
against the bead. Lengths add their own ratio, and an encoder, where there is one, adds likeness of meaning. The sum is
0 for lines that have nothing to do with each other, which makes "no counterpart" comparable with every bead.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .evidence import Key, Line
from .layout import Layout
from .lengths import Lengths
from .likeness import Likeness
from .path import SHAPES, Floats

Ints = NDArray[np.int64]
_WIDEST = 4
_ONE_SIDED = ("number", "concept")

RECALL: Mapping[str, float] = {"number": 0.8, "small": 0.4, "latin": 0.6, "concept": 0.45, "mark": 0.5}
# In how many lines of any text a key of a kind stands; counts as much as so many lines of the documents themselves.
USUAL: Mapping[str, float] = {"number": 0.01, "small": 0.1, "latin": 0.02, "concept": 0.03, "mark": 0.15}
_USUAL_LINES = 10.0
_RATIO_REACH = 0.4
PRIOR: Mapping[tuple[int, int], float] = {
    (1, 1): 0.80, (1, 0): 0.025, (0, 1): 0.025, (1, 2): 0.055, (2, 1): 0.055, (2, 2): 0.01, (1, 3): 0.012,
    (3, 1): 0.012, (2, 3): 0.002, (3, 2): 0.002, (1, 4): 0.003, (4, 1): 0.003,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What is believed of a pair of documents; `nlp.align.learn` fits it to them.

    `recall`: how often a key of a kind returns beyond chance; `prior`: how often a bead has a shape; `ratio`, `spread`,
    `spread_short`: see `Lengths`; `trust` damps the evidence of keys, which are not independent of each other; `slope`
    and `middle` turn an encoder's likeness into a log-likelihood ratio (see `Likeness.fit`), and are 0 until fitted.
    """

    recall: Mapping[str, float] = field(default_factory=lambda: dict(RECALL))
    prior: Mapping[tuple[int, int], float] = field(default_factory=lambda: dict(PRIOR))
    ratio: float = 0.0
    spread: float = 0.25
    spread_short: float = 4.0
    trust: float = 0.45
    slope: float = 0.0
    middle: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides' lines with their shared keys as numbers.

    `*_count` says in how many lines of a side a key stands, `usual_ratio` is that of the languages (see `fit_ratio`).
    """

    source: tuple[Line, ...]
    target: tuple[Line, ...]
    keys: tuple[Key, ...]
    source_keys: tuple[frozenset[int], ...]
    target_keys: tuple[frozenset[int], ...]
    source_count: Ints
    target_count: Ints
    likeness: Likeness | None = None
    layout: Layout | None = None
    usual_ratio: float = 0.0


def make_sides(source: Sequence[Line], target: Sequence[Line], likeness: Likeness | None = None) -> Sides:
    """Number the keys that can tell something: those of both sides, and of either what the other was able to say."""
    in_source = Counter(key for line in source for key in line.keys)
    in_target = Counter(key for line in target for key in line.keys)
    every = in_source.keys() | in_target.keys()
    keys = sorted(key for key in every if key[0] in _ONE_SIDED or (key in in_source and key in in_target))
    index = {key: number for number, key in enumerate(keys)}
    return Sides(
        source=tuple(source),
        target=tuple(target),
        keys=tuple(keys),
        source_keys=tuple(frozenset(index[key] for key in line.keys if key in index) for line in source),
        target_keys=tuple(frozenset(index[key] for key in line.keys if key in index) for line in target),
        source_count=np.array([in_source[key] for key in keys], np.int64),
        target_count=np.array([in_target[key] for key in keys], np.int64),
        likeness=likeness,
    )


def fit_ratio(sides: Sides) -> float:
    """Log of all target bytes to all source bytes: the first guess of the length ratio.

    Kept near what is usual for the languages: where a part of one text is missing, the whole tells nothing of the rest.
    """
    ratio = math.log((1 + sum(line.size for line in sides.target)) / (1 + sum(line.size for line in sides.source)))
    return min(sides.usual_ratio + _RATIO_REACH, max(sides.usual_ratio - _RATIO_REACH, ratio))


class Direction:
    """What a key of one side says of a bead: `gain` when it returns on the other side, over `miss` when it does not.

    `chance` is the key's share of the other side's lines; `share` bounds recall: a word said 60 times here and once
    there cannot be expected to return.
    """

    def __init__(self, recall: Floats, usual: Floats, own: Ints, other: Ints, lines: int) -> None:
        self.chance: Floats = np.asarray((other + _USUAL_LINES * usual) / (lines + _USUAL_LINES), np.float64)
        self.share: Floats = np.asarray(np.minimum(1.0, (other + 0.5) / (own + 0.5)), np.float64)
        likely = recall * self.share
        self.miss: Floats = np.asarray(np.log1p(-likely), np.float64)
        self.gain: list[Floats] = []
        for count in range(1, _WIDEST + 1):
            by_chance = 1.0 - (1.0 - np.minimum(self.chance, 0.999)) ** count
            self.gain.append(np.log((by_chance + (1.0 - by_chance) * likely) / by_chance) - self.miss)


def directions(sides: Sides, recall: Mapping[str, float]) -> tuple[Direction, Direction]:
    """What source keys say of the target, and target keys of the source."""
    by_key = np.array([recall[kind] for kind, _ in sides.keys], np.float64)
    usual = np.array([USUAL[kind] for kind, _ in sides.keys], np.float64)
    forth = Direction(by_key, usual, sides.source_count, sides.target_count, len(sides.target))
    return forth, Direction(by_key, usual, sides.target_count, sides.source_count, len(sides.source))


class Evidence:
    """Scores beads of one pair of documents under one model (a `path.Scorer`).

    Tables are laid out for a block of rows at a time, as matrix products; memory stays that of a block.
    """

    def __init__(self, sides: Sides, model: Model) -> None:
        self.sides, self.model = sides, model
        self._forth, self._back = directions(sides, model.recall)
        sizes = [line.size for line in sides.source], [line.size for line in sides.target]
        lengths = Lengths(*sizes, ratio=model.ratio, spread=model.spread, spread_short=model.spread_short)
        self._parts = [part for part in (lengths, sides.layout) if part is not None]
        self._tables: dict[tuple[int, int], Floats] = {}
        self._corner = (0, 0)

    def skip(self, side: int) -> Floats:
        """The price of no counterpart: the log of how rare it is in this pair of documents."""
        lines, shape = (self.sides.source, (1, 0)) if side == 0 else (self.sides.target, (0, 1))
        return np.full(len(lines), math.log(self.model.prior[shape]))

    def prepare(self, row: int, last_row: int, first: int, last: int) -> None:
        """Score all beads that begin in rows `row..last_row` and columns `first..last`."""
        rows = slice(row, min(last_row + 1, len(self.sides.source)))
        columns = slice(first, min(last + 1, len(self.sides.target)))
        self._corner = (row, first)
        if rows.start >= rows.stop or columns.start >= columns.stop:
            return
        here_keys = self.sides.source_keys[rows.start : rows.stop + _WIDEST - 1]
        there_keys = self.sides.target_keys[columns.start : columns.stop + _WIDEST - 1]
        keys = sorted(frozenset().union(*here_keys, *there_keys))
        numbers = np.array(keys, np.int64)
        index = {key: place for place, key in enumerate(keys)}
        here = _presence(self.sides.source_keys, rows, index)
        there = _presence(self.sides.target_keys, columns, index)
        for height, width in SHAPES:
            self._tables[height, width] = (
                self.model.trust * self._key_table(numbers, here[height - 1], there[width - 1], height, width)
                + sum(part.table(rows, columns, height, width) for part in self._parts)
                + self._likeness_table(rows, columns, height, width)
                + math.log(self.model.prior[height, width])
            )

    def _key_table(self, keys: Ints, here: Floats, there: Floats, height: int, width: int) -> Floats:
        gain = self._forth.gain[width - 1][keys] + self._back.gain[height - 1][keys]
        missed = (here @ self._forth.miss[keys])[:, None] + (there @ self._back.miss[keys])[None, :]
        return np.asarray((here * gain) @ there.T + missed, np.float64)

    def _likeness_table(self, rows: slice, columns: slice, height: int, width: int) -> Floats | float:
        if self.sides.likeness is None or not self.model.slope:
            return 0.0
        return self.model.slope * (self.sides.likeness.table(rows, columns, height, width) - self.model.middle)

    def score(self, row: int, shape: tuple[int, int], first: int, last: int) -> Floats:
        """Log-likelihood ratio plus log prior of the beads of `shape` that begin in `(row, first..last)`."""
        top, left = self._corner
        return self._tables[shape][row - top, first - left : last + 1 - left]


def _presence(lines: Sequence[frozenset[int]], places: slice, index: Mapping[int, int]) -> list[Floats]:
    """For 1, 2, ... neighbouring lines from each place on: which of the keys they hold, as 0 and 1."""
    count = places.stop - places.start
    alone = np.zeros((count + _WIDEST - 1, len(index)))
    for place, keys in enumerate(lines[places.start : places.stop + _WIDEST - 1]):
        alone[place, [index[key] for key in keys]] = 1.0
    unions = [alone[:count]]
    for shift in range(1, _WIDEST):
        unions.append(np.maximum(unions[-1], alone[shift : count + shift]))
    return unions
