"""How much better two groups of lines explain each other than chance would: one log-likelihood ratio a bead.

For every key a line offers we compare how often it returns on the other side of a true bead with how often it would
return by chance. A rare key that returns is strong evidence, a common one little; one that fails to return speaks
against the bead. Lengths add their own ratio, the way lines end another, since a heading seldom belongs to the sentence
below it; an encoder, where there is one, adds likeness of meaning. The sum is 0 for lines that have nothing to do with
each other, which makes "no counterpart" comparable with every bead.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from .evidence import Key, Line
from .layout import Layout
from .likeness import Likeness
from .path import Floats

Ints = NDArray[np.int64]
WIDEST = 4
_ONE_SIDED = ("number", "concept")

RECALL: Mapping[str, float] = {"number": 0.8, "small": 0.4, "latin": 0.6, "concept": 0.45, "mark": 0.5}
# In how many lines of any text a key of a kind stands; counts as much as so many lines of the documents themselves.
USUAL: Mapping[str, float] = {"number": 0.01, "small": 0.1, "latin": 0.02, "concept": 0.03, "mark": 0.15}
# How the lines of any text end that another line of the same bead follows, and how the last lines of beads end.
INSIDE: Mapping[str, float] = {"stop": 0.849, "open": 0.12, "bare": 0.03, "aside": 0.001}
BETWEEN: Mapping[str, float] = {"stop": 0.85, "open": 0.02, "bare": 0.11, "aside": 0.02}
# Keys are not independent of each other: what each tells is damped by so much.
TRUST: Mapping[str, float] = {"number": 0.65, "small": 0.45, "latin": 0.45, "concept": 0.45, "mark": 0.45}
_USUAL_LINES = 10.0
_RATIO_REACH = 0.4
PRIOR: Mapping[tuple[int, int], float] = {
    (1, 1): 0.78, (1, 0): 0.035, (0, 1): 0.035, (1, 2): 0.055, (2, 1): 0.055, (2, 2): 0.01, (1, 3): 0.012,
    (3, 1): 0.012, (2, 3): 0.002, (3, 2): 0.002, (1, 4): 0.003, (4, 1): 0.003,
}  # fmt: skip


GOES_ON: Mapping[str, float] = {ending: math.log(INSIDE[ending] / BETWEEN[ending]) for ending in INSIDE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What is believed of a pair of documents; `nlp.align.learn` fits it to them.

    `recall`: how often a key of a kind returns beyond chance; `prior`: how often a bead has a shape; `ratio`, `spread`,
    `spread_short`: see `Lengths`; `trust` damps the evidence of keys by kind, since they are not independent of each
    other; `slope` and `middle` turn an encoder's likeness into a log-likelihood ratio (see `Likeness.fit`), and are 0
    until fitted; `gaps`: the lines of each side that stand in the midst of a run without counterpart; `goes_on`: for
    each side, the log-likelihood ratio of a line's ending, should its bead go on behind it.
    """

    recall: Mapping[str, float] = field(default_factory=lambda: dict(RECALL))
    prior: Mapping[tuple[int, int], float] = field(default_factory=lambda: dict(PRIOR))
    ratio: float = 0.0
    spread: float = 0.25
    spread_short: float = 4.0
    trust: Mapping[str, float] = field(default_factory=lambda: dict(TRUST))
    slope: float = 0.0
    middle: float = 0.0
    gaps: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    goes_on: tuple[Mapping[str, float], Mapping[str, float]] = (GOES_ON, GOES_ON)


@dataclass(frozen=True, slots=True)
class Said:
    """The keys of one side's lines, one after another: `line` and `key` of each, where each line `starts`.

    `gap` is how many lines back the key stood before; at its first place, more than any bead has.
    """

    line: Ints
    key: Ints
    starts: Ints
    gap: Ints


def list_said(lines: Sequence[frozenset[int]]) -> Said:
    """The keys of lines as flat columns."""
    counts = np.array([len(keys) for keys in lines], np.int64)
    line = np.repeat(np.arange(len(lines)), counts)
    key = np.fromiter((key for keys in lines for key in sorted(keys)), np.int64, int(counts.sum()))
    order = np.lexsort((line, key))
    gap = np.full(len(key), WIDEST, np.int64)
    again = np.flatnonzero(key[order][1:] == key[order][:-1]) + 1
    gap[order[again]] = line[order[again]] - line[order[again - 1]]
    return Said(line, key, np.concatenate(([0], np.cumsum(counts))), gap)


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
    source_said: Said
    target_said: Said
    source_count: Ints
    target_count: Ints
    likeness: Likeness | None = None
    layout: Layout | None = None
    usual_ratio: float = 0.0


def make_sides(source: Sequence[Line], target: Sequence[Line], likeness: Likeness | None = None) -> Sides:
    """Number the keys that can tell something: those of both sides, and of either what the other was able to say."""
    found: dict[Key, int] = {}
    lists = [[[found.setdefault(key, len(found)) for key in line.keys] for line in side] for side in (source, target)]
    counts = [np.bincount(np.fromiter(chain.from_iterable(side), np.int64), minlength=len(found)) for side in lists]
    shared = ((counts[0] > 0) & (counts[1] > 0)).tolist()
    kept = sorted((key, number) for key, number in found.items() if shared[number] or key[0] in _ONE_SIDED)
    index = np.full(len(found), -1, np.int64)
    numbers = np.array([number for _, number in kept], np.int64)
    index[numbers] = np.arange(len(kept))
    place = index.tolist()
    source_keys, target_keys = (
        tuple(frozenset([place[number] for number in line if place[number] >= 0]) for line in side) for side in lists
    )
    return Sides(
        source=tuple(source),
        target=tuple(target),
        keys=tuple(key for key, _ in kept),
        source_keys=source_keys,
        target_keys=target_keys,
        source_said=list_said(source_keys),
        target_said=list_said(target_keys),
        source_count=counts[0][numbers],
        target_count=counts[1][numbers],
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
        for count in range(1, WIDEST + 1):
            by_chance = 1.0 - (1.0 - np.minimum(self.chance, 0.999)) ** count
            self.gain.append(np.log((by_chance + (1.0 - by_chance) * likely) / by_chance) - self.miss)


def directions(sides: Sides, recall: Mapping[str, float]) -> tuple[Direction, Direction]:
    """What source keys say of the target, and target keys of the source."""
    by_key = np.array([recall[kind] for kind, _ in sides.keys], np.float64)
    usual = np.array([USUAL[kind] for kind, _ in sides.keys], np.float64)
    forth = Direction(by_key, usual, sides.source_count, sides.target_count, len(sides.target))
    return forth, Direction(by_key, usual, sides.target_count, sides.source_count, len(sides.source))
