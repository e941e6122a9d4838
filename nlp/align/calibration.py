"""Scores that mean something: of many beads that score 0.9, about 90% are right.

A logistic map from what is known of a bead when the best path is found to the share of right beads. The maps are data,
`models/beads/weights.json`, fitted by the script beside it; its card says on what, and how they do on texts held out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ..resources import shipped
from .learn import Step
from .lengths import median
from .path import Floats

FEATURES = ("one", "own", "margin", "next margin", "near", "document")
_OWN, _MARGIN, _AROUND = (-4.0, 8.0), (0.0, 8.0), (-2.0, 5.0)  # beyond these a figure tells nothing more
_NEAR = 4


def kind_of(step: Step) -> str:
    """Which of the fitted maps speaks for a bead."""
    if 0 in step.shape:
        return "alone"
    return "pair" if step.shape == (1, 1) else "group"


def map_name(*, encoder: bool, order: str) -> str:
    """The name of the maps for beads found with or without an encoder, in order or free of it."""
    return f"{order}, {'encoder' if encoder else 'no encoder'}"


def list_features(steps: Sequence[Step], order: str = "kept") -> Floats:
    """A row of `FEATURES` for each bead, in the order of the steps.

    `own` is the bead's log-likelihood ratio; `margin` by how much it won over other steps to the same place, and
    `next margin` the same of the step behind it, so that either end is spoken for; `near` and `document` are the
    medians of the log-likelihood ratios of the two-sided beads around it, itself left out, and of all: where nothing
    fits, the best of it is wrong too. In free order nothing follows, and nothing is near.
    """
    if not steps:
        return np.zeros((0, len(FEATURES)))
    own = np.array([step.score for step in steps], np.float64)
    margin = np.sqrt(np.clip([step.margin for step in steps], *_MARGIN))
    paired = np.array([0 not in step.shape for step in steps])
    middle = np.full(len(steps), median(own[paired]) if paired.any() else 0.0)
    kept = order == "kept"
    following = np.append(margin[1:], np.sqrt(_MARGIN[1])) if kept else margin
    near = _median_near(np.where(paired, own, np.nan), middle) if kept else middle
    around = [np.clip(values, *_AROUND) for values in (near, middle)]
    return np.stack((np.ones(len(steps)), np.clip(own, *_OWN) / 4, margin, following, *around), axis=1)


def _median_near(values: Floats, otherwise: Floats) -> Floats:
    """For each place the median of the few values on either side that are numbers; where none is, `otherwise`."""
    padded = np.pad(values, _NEAR, constant_values=np.nan)
    others = np.sort(np.delete(sliding_window_view(padded, 2 * _NEAR + 1), _NEAR, axis=1), axis=1)
    count = np.count_nonzero(~np.isnan(others), axis=1)
    rows = np.arange(len(values))
    median = (others[rows, np.maximum(count - 1, 0) // 2] + others[rows, count // 2]) / 2
    return np.where(count > 0, median, otherwise)


def to_scores(steps: Sequence[Step], *, encoder: bool, order: str = "kept") -> list[float]:
    """For each bead the share of such beads that are right, in 0..1."""
    maps = load_maps()[map_name(encoder=encoder, order=order)]
    weights = np.array([maps[kind_of(step)] for step in steps]).reshape(-1, len(FEATURES))
    scores: list[float] = to_shares(np.einsum("ij,ij->i", list_features(steps, order), weights)).tolist()
    return scores


def to_shares(values: Floats) -> Floats:
    """The logistic function, to six digits."""
    return np.round(1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0))), 6)


@cache
def load_maps() -> Mapping[str, Mapping[str, Sequence[float]]]:
    """The weights of `FEATURES` by name of the maps and kind of bead."""
    maps: Mapping[str, Mapping[str, Sequence[float]]] = json.loads(
        shipped("models", "beads", "weights.json").read_text(encoding="utf-8")
    )
    return maps
