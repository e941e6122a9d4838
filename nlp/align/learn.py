"""What a first pass over two documents teaches about them: the model's figures.

The price of "no counterpart", the recall of each kind of evidence and the spread of lengths are the documents' own,
held back by the general figures where a document is short. Word pairs are not learned: on texts of a few hundred lines
that gained nothing and hid omissions.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from .costs import BETWEEN, INSIDE, PRIOR, Ints, Model, Sides, directions
from .evidence import Line
from .lengths import median

_PRIOR_WEIGHT = 30.0
_RECALL_WEIGHT = 40.0
_ENDINGS_WEIGHT = 40.0
_LENGTH_WEIGHT = 20.0
_LEAST_LENGTHS = 8
_LEAST_RUN = 4
_SURE = 3.0
_MEDIAN_OF_SQUARES = 0.455  # of a standard normal variable


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: half-open runs of source and target lines, and its score.

    The score is a log-likelihood ratio with the log prior of the shape; for a line left alone it is that of the best
    bead that the lines next to it could have made with it, negated. `margin` is by how much it
    won: over other steps to its end (`nlp.align.path.Taken`), in free order over what chance gives some pair.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    score: float
    margin: float = math.inf

    @property
    def shape(self) -> tuple[int, int]:
        """How many source and target lines the bead has."""
        return self.source[1] - self.source[0], self.target[1] - self.target[0]


def fit_model(sides: Sides, steps: Sequence[Step], model: Model) -> Model:
    """The model refitted to the beads of a first pass."""
    sure = _sure(steps)
    ratio, spread = _fit_lengths(sides, sure, model)
    gaps = find_gaps(steps)
    prior, recall = _fit_prior(steps, gaps), _fit_recall(sides, sure, model)
    goes_on = _fit_endings(sides.source, steps, 0), _fit_endings(sides.target, steps, 1)
    fitted = replace(model, prior=prior, recall=recall, ratio=ratio, spread=spread, gaps=gaps, goes_on=goes_on)
    return fit_likeness(sides, sure_pairs(steps), fitted)


def fit_likeness(sides: Sides, pairs: Sequence[tuple[int, int]], model: Model) -> Model:
    """The model with an encoder's say fitted to pairs of lines that are held for sure, and nothing else changed."""
    if sides.likeness is None:
        return model
    slope, middle = sides.likeness.fit(pairs)
    return replace(model, slope=slope, middle=middle)


def sure_pairs(steps: Sequence[Step]) -> list[tuple[int, int]]:
    """The lines of one and one that a first pass is sure of."""
    return [(step.source[0], step.target[0]) for step in _sure(steps)]


def _sure(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.shape == (1, 1) and step.score > _SURE]


def _fit_prior(steps: Sequence[Step], gaps: tuple[frozenset[int], frozenset[int]]) -> dict[tuple[int, int], float]:
    """How often a bead has a shape; of a run without counterpart only the first line counts."""
    seen = Counter(step.shape for step in steps)
    for shape, lines in zip(((1, 0), (0, 1)), gaps, strict=True):
        seen[shape] -= len(lines)
    total = _PRIOR_WEIGHT + sum(seen.values())
    return {shape: (_PRIOR_WEIGHT * share + seen[shape]) / total for shape, share in PRIOR.items()}


def _fit_endings(lines: Sequence[Line], steps: Sequence[Step], side: int) -> dict[str, float]:
    """For each way to end, the log of how much more lines inside beads end so than the last lines of beads."""
    inside, between = Counter[str](), Counter[str]()
    for step in steps:
        run = (step.source, step.target)[side]
        inside.update(line.ending for line in lines[run[0] : run[1] - 1])
        if 0 not in step.shape:
            between[lines[run[1] - 1].ending] += 1
    within = {ending: _ENDINGS_WEIGHT * share + inside[ending] for ending, share in INSIDE.items()}
    behind = {ending: _ENDINGS_WEIGHT * share + between[ending] for ending, share in BETWEEN.items()}
    ratio = sum(behind.values()) / sum(within.values())
    return {ending: math.log(ratio * within[ending] / behind[ending]) for ending in within}


def find_gaps(steps: Sequence[Step]) -> tuple[frozenset[int], frozenset[int]]:
    """The lines of each side in runs of at least `_LEAST_RUN` that have no counterpart, the first of each left out."""
    gaps: tuple[set[int], set[int]] = (set(), set())
    for shape, run in groupby(steps, key=lambda step: step.shape):
        side = 0 if shape[0] else 1
        lines = [(step.source, step.target)[side][0] for step in run] if 0 in shape else []
        if len(lines) >= _LEAST_RUN:
            gaps[side].update(lines[1:])
    return frozenset(gaps[0]), frozenset(gaps[1])


def _fit_recall(sides: Sides, sure: Sequence[Step], model: Model) -> dict[str, float]:
    """Hits beyond chance, by kind, among the tries that could hit, both ways together."""
    kinds = sorted(model.recall)
    kind = np.array([kinds.index(name) for name, _ in sides.keys], np.int64)
    hits, tries = np.zeros(len(kinds)), np.zeros(len(kinds))
    here = [sides.source_keys[step.source[0]] for step in sure]
    there = [sides.target_keys[step.target[0]] for step in sure]
    both = _listed(ours & theirs for ours, theirs in zip(here, there, strict=True))
    for own, way in zip((here, there), directions(sides, model.recall), strict=True):
        said = _listed(own)
        hits += np.bincount(kind[both], minlength=len(kinds))
        hits -= np.bincount(kind[said], way.chance[said], minlength=len(kinds))
        tries += np.bincount(kind[said], (1.0 - way.chance[said]) * way.share[said], minlength=len(kinds))
    recall = np.array([model.recall[name] for name in kinds])
    fitted = np.clip((_RECALL_WEIGHT * recall + hits) / (_RECALL_WEIGHT + tries), 0.05, 0.95)
    return dict(zip(kinds, fitted.tolist(), strict=True))


def _listed(lines: Iterable[frozenset[int]]) -> Ints:
    """All keys of the lines, sorted within each so that sums come out the same."""
    return np.fromiter((key for line in lines for key in sorted(line)), np.int64)


def _fit_lengths(sides: Sides, sure: Sequence[Step], model: Model) -> tuple[float, float]:
    if len(sure) < _LEAST_LENGTHS:
        return model.ratio, model.spread
    here = np.array([sides.source[step.source[0]].size for step in sure], np.float64)
    there = np.array([sides.target[step.target[0]].size for step in sure], np.float64)
    logs = np.log(there / here)
    ratio = median(logs)
    squares = (logs - ratio) ** 2 - model.spread_short / np.sqrt(here * there)
    spread = math.sqrt(max(0.01, median(squares) / _MEDIAN_OF_SQUARES))
    share = len(sure) / (len(sure) + _LENGTH_WEIGHT)
    return ratio, share * spread + (1 - share) * model.spread
