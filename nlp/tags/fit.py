"""Fits a head: logistic regression on vectors and features, by L-BFGS in numpy. Used by `models/*/train.py` only.

Method: penalised maximum likelihood, softmax where one class holds and a sigmoid a class where several may; minimised
as in Nocedal and Wright, Numerical Optimization (2006), algorithm 7.4, with halving steps. Nothing is drawn at random,
so the same rows in the same order give the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import Matrix
from .heads import sigmoid, softmax

_REMEMBERED = 10
_CONSTANT = 1e-3  # penalty of the constants: next to none
_DIGITS = 5  # of the weights kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """`penalty` on squared weights; `scale` of the features beside a vector whose numbers have variance 1;
    `single` whether exactly one class holds; `words` the scale of the features of words, taken as they are: were they
    brought to one variance too, the rarest would count most."""

    penalty: float
    scale: float
    single: bool
    words: float = 1.0


def fit(vectors: Matrix, features: Matrix, truth: Matrix, recipe: Recipe, *, words: Matrix | None = None) -> Matrix:
    """Weights as `Head` holds them, `[vector + features + words + 1, classes]`.

    `truth` is 0 or 1, `[texts, classes]`; a row may stand twice.
    """
    words = np.zeros((len(vectors), 0)) if words is None else words
    raw = np.hstack([vectors, features, words])
    middle = raw.mean(axis=0)
    spread = np.concatenate([
        np.full(vectors.shape[1], vectors.std() or 1.0),
        (features.std(axis=0) + 1e-9) / recipe.scale,
        np.full(words.shape[1], 1 / recipe.words),
    ])  # fmt: skip
    spread[np.flatnonzero(raw.std(axis=0) == 0)] = np.inf  # what never changes tells nothing
    known = np.hstack([(raw - middle) / spread, np.ones((len(raw), 1))])
    found = _minimise(known, truth, recipe)
    inner = found[:-1] / spread[:, None]
    return np.asarray(np.round(np.vstack([inner, found[-1] - middle @ inner]), _DIGITS), np.float64)


def across(groups: Sequence[str]) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Each group with the mask of its rows, to hold out in turn."""
    names = np.array(groups)
    for name in sorted(set(groups)):
        yield name, names == name


def _minimise(known: Matrix, truth: Matrix, recipe: Recipe, *, rounds: int = 300) -> Matrix:
    value = _loss(known, truth, recipe)
    place = np.zeros((known.shape[1], truth.shape[1]))
    loss, slope = value(place)
    steps: list[tuple[Matrix, Matrix]] = []
    for _ in range(rounds):
        way = _direction(slope, steps)
        size, fall = 1.0, float((slope * way).sum())
        while True:
            there = place - size * way
            new_loss, new_slope = value(there)
            if new_loss <= loss - 1e-4 * size * fall or size < 1e-9:
                break
            size /= 2
        done = loss - new_loss <= 1e-9 * max(1.0, abs(loss))
        steps = [*steps[-_REMEMBERED + 1 :], (there - place, new_slope - slope)]
        place, loss, slope = there, new_loss, new_slope
        if done:
            break
    return place


def _direction(slope: Matrix, steps: Sequence[tuple[Matrix, Matrix]]) -> Matrix:
    """The two loops: the slope times an estimate of the inverse curvature."""
    if not steps:
        return np.asarray(slope / np.linalg.norm(slope), np.float64)
    way, shares = slope.copy(), []
    for moved, turned in reversed(steps):
        share = float((moved * way).sum() / (moved * turned).sum())
        shares.append(share)
        way = way - share * turned
    moved, turned = steps[-1]
    way = way * float((moved * turned).sum() / (turned * turned).sum())
    for (moved, turned), share in zip(steps, reversed(shares), strict=True):
        way = way + moved * (share - float((turned * way).sum() / (moved * turned).sum()))
    return way


def _loss(known: Matrix, truth: Matrix, recipe: Recipe) -> Callable[[Matrix], tuple[float, Matrix]]:
    """The penalised negative log likelihood and its slope at given weights."""
    penalty = np.full((known.shape[1], 1), recipe.penalty)
    penalty[-1] = _CONSTANT

    def value(weights: Matrix) -> tuple[float, Matrix]:
        logits = known @ weights
        if recipe.single:
            highest = logits.max(axis=1, keepdims=True)
            sums = np.log(np.exp(logits - highest).sum(axis=1)) + highest[:, 0]
            loss, chances = sums.sum() - (logits * truth).sum(), softmax(logits)
        else:
            loss, chances = (np.logaddexp(0, logits) - logits * truth).sum(), sigmoid(logits)
        loss += 0.5 * (penalty * weights * weights).sum()
        return float(loss), np.asarray(known.T @ (chances - truth) + penalty * weights, np.float64)

    return value
