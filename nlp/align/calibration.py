"""Scores that mean something: of many beads that score 0.9, about 90% are right.

A logistic map from three log-likelihood ratios to the share of right beads: the bead's own, that of the weaker of its
two neighbours (where one bead is wrong, the next often is), and the median over the document's two-sided beads (where
nothing fits, the best of it is wrong too). Fitted by `python -m nlp.scoring.calibrate` on the invented texts in
`corpora/align` that are not held out, as written and damaged; `python -m nlp.scoring.beads --calibration` holds it
against those that are.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from .learn import Step
from .path import Floats

Weights = tuple[float, float, float, float]
_STRONGEST, _WEAKEST = 8.0, -10.0

# Intercept, own root, neighbour, median root; for one line each side, for more, for a line left alone.
WITHOUT_ENCODER: Mapping[str, Weights] = {
    "pair": (-2.91, 0.75, 0.24, 1.5),
    "group": (-2.21, 0.97, 0.0, 0.75),
    "alone": (8.24, 0.19, 0.0, -1.98),
}
WITH_ENCODER: Mapping[str, Weights] = {
    "pair": (-7.83, 0.77, 0.18, 1.93),
    "group": (-3.63, 0.96, 0.0, 0.47),
    "alone": (8.76, 0.21, 0.0, -1.14),
}


def kind_of(step: Step) -> str:
    """Which of the fitted maps speaks for a bead."""
    if 0 in step.shape:
        return "alone"
    return "pair" if step.shape == (1, 1) else "group"


def list_features(steps: Sequence[Step], order: str = "kept") -> Floats:
    """The features of each bead, a row each. In free order no neighbour speaks, so the bead stands for it."""
    if not steps:
        return np.zeros((0, 4))
    own = np.array([step.score for step in steps], np.float64)
    paired = own[[0 not in step.shape for step in steps]]
    edge = np.full(1, _STRONGEST)
    before, after = np.concatenate((edge, own[:-1])), np.concatenate((own[1:], edge))
    weaker = np.minimum(before, after) if order == "kept" else own
    middle = float(np.median(paired)) if len(paired) else 0.0
    ones = np.ones(len(steps))
    return np.stack((ones, _root(own), np.clip(weaker, _WEAKEST, _STRONGEST), _root(ones * middle)), axis=1)


def to_scores(steps: Sequence[Step], *, encoder: bool, order: str = "kept") -> list[float]:
    """For each bead the share of such beads that are right, in 0..1."""
    weights = WITH_ENCODER if encoder else WITHOUT_ENCODER
    rows = list_features(steps, order)
    return [_logistic(float(row @ np.array(weights[kind_of(step)]))) for step, row in zip(steps, rows, strict=True)]


def _root(values: Floats) -> Floats:
    return np.asarray(np.sign(values) * np.sqrt(np.abs(values)), np.float64)


def _logistic(value: float) -> float:
    return round(1.0 / (1.0 + math.exp(-min(30.0, max(-30.0, value)))), 6)
