"""Fits log-linear choices: which of several readings is right, from traits that they share and traits of their own.

AdaGrad on the log-loss (Duchi, Hazan and Singer, 2011), weights averaged over the second half of the epochs. A trait
counts only where it was met in several companies, so that no company's words are learned by heart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..claims.weigh.readings import Reading
from .numbered import Choices, Ints, Numbered, Numbers

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One choice: the traits around a figure, the readings, and which of them is right; `company` says whose it is."""

    company: str
    traits: Sequence[str]
    readings: Sequence[Reading]
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How weights are fitted. `ridge` draws the weights met in each batch to nothing."""

    epochs: int = 10
    rate: float = 0.05
    ridge: float = 1e-2
    companies: int = 3  # that a trait must be met in
    companies_of_a_class: int = 3  # in which one of its readings must be right
    batch: int = 32
    seed: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Weights of one kind of choice: a row for each shared trait, a column for each class, and single traits."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    table: Floats
    own: Mapping[str, float]

    def scores(self, question: Question) -> list[float]:
        """The log-odds of each reading, up to a constant."""
        sums = self.table[[self.rows[t] for t in question.traits if t in self.rows]].sum(axis=0)
        return [
            float(sum(sums[self.columns[name]] for name in one.classes if name in self.columns))
            + sum(self.own.get(trait, 0.0) for trait in one.traits)
            for one in question.readings
        ]

    def choose(self, numbered: Numbered, places: Ints) -> list[int]:
        """Which reading is the likeliest, for each of the choices at some places."""
        own = {trait: at for at, trait in enumerate(self.own)}
        known = numbered.told_by(places, traits=self.rows, classes=self.columns, own=own)
        single, found = np.fromiter(self.own.values(), np.float32, len(self.own)), list[int]()
        for start in range(0, len(places), _CHUNK):
            batch = known.at(np.arange(start, min(start + _CHUNK, len(places))))
            scores = _scores(batch, _sums(batch, self.table)[0], single)
            found += [int(one.argmax()) for one in np.split(scores, batch.firsts[1:])]
        return found


_CHUNK = 64


def number(questions: Iterable[Question]) -> Numbered:
    """Questions as numbers."""
    numbered = Numbered(Numbers())
    for one in questions:
        numbered.add(one.company, numbered.names["traits"].of(one.traits), one.readings, one.right)
    return numbered


def fit(questions: Iterable[Question], recipe: Recipe = Recipe()) -> Fitted:
    """The weights under which the right readings are most likely."""
    return fit_numbered(number(questions), recipe)


def fit_numbered(numbered: Numbered, recipe: Recipe, without: Collection[str] = ()) -> Fitted:
    """The weights under which the right readings are most likely, learned `without` some companies."""
    rows = numbered.common("traits", without, recipe.companies)
    columns = numbered.common("classes", without, recipe.companies_of_a_class)
    own = numbered.common("own", without, recipe.companies)
    known = numbered.told_by(numbered.asked(without), traits=rows, classes=columns, own=own)
    table, single = _descend(known, (len(rows), len(columns), len(own)), recipe)
    return Fitted(rows=rows, columns=columns, table=table, own=dict(zip(own, single.tolist(), strict=True)))


class _Weights:
    """Weights on their way: what they are, and what moved them so far."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.now = np.zeros(shape, np.float32)
        self.seen = np.full(shape, 1e-6, np.float32)
        self.mean = np.zeros(shape, np.float32)

    def move(self, places: Ints, slope: Floats, recipe: Recipe) -> None:
        """Take a step at some places."""
        old = self.now[places]
        slope = slope + recipe.ridge * old
        seen = self.seen[places] + slope * slope
        self.seen[places] = seen
        self.now[places] = old - recipe.rate * slope / np.sqrt(seen)


def _descend(known: Choices, shape: tuple[int, int, int], recipe: Recipe) -> tuple[Floats, Floats]:
    table, single = _Weights(shape[:2]), _Weights(shape[2:])
    order, steps = np.arange(len(known.sizes)), 0
    rng = np.random.default_rng(recipe.seed)
    for epoch in range(recipe.epochs):
        rng.shuffle(order)
        for start in range(0, len(order), recipe.batch):
            _step(known.at(order[start : start + recipe.batch]), table, single, recipe)
        if epoch >= recipe.epochs // 2:
            table.mean, single.mean, steps = table.mean + table.now, single.mean + single.now, steps + 1
    return table.mean / np.float32(steps), single.mean / np.float32(steps)


def _met(values: Ints, most: int) -> tuple[Ints, Ints]:
    """The different values, all under `most`, and for each value its place among them."""
    is_met = np.zeros(most, np.bool_)
    is_met[values] = True
    places = np.flatnonzero(is_met)
    at = np.empty(most, np.int64)
    at[places] = np.arange(len(places))
    return places, at[values]


def _sums(batch: Choices, table: Floats) -> tuple[Floats, Ints, Floats]:
    """The sums over the traits of each choice, which traits are met, and how often in each choice."""
    places, at = _met(batch.traits.values, len(table))
    size = len(batch.sizes)
    counts = np.bincount(batch.traits.owners * len(places) + at, minlength=size * len(places))
    times = counts.reshape(size, len(places)).astype(np.float32)
    return times @ table[places], places, times


def _scores(batch: Choices, sums: Floats, single: Floats) -> npt.NDArray[np.float64]:
    """The log-odds of all readings of a batch, one choice after the other."""
    total = int(batch.sizes.sum())
    around = np.bincount(batch.readings_of(batch.classes), sums[batch.classes.owners, batch.classes.values], total)
    alone = np.bincount(batch.readings_of(batch.own), single[batch.own.values], total)
    return np.asarray(around + alone, np.float64)


def _step(batch: Choices, table: _Weights, single: _Weights, recipe: Recipe) -> None:
    sums, places, times = _sums(batch, table.now)
    scores = _scores(batch, sums, single.now)
    likely = np.exp(scores - np.repeat(np.maximum.reduceat(scores, batch.firsts), batch.sizes))
    error = likely / np.repeat(np.add.reduceat(likely, batch.firsts), batch.sizes)
    error[batch.firsts + batch.right] -= 1
    if sums.size:
        cells = batch.classes.owners * sums.shape[1] + batch.classes.values
        slope = np.bincount(cells, error[batch.readings_of(batch.classes)], sums.size)
        slope = slope.reshape(sums.shape).astype(np.float32)
        table.move(places, times.T @ slope, recipe)
    if len(batch.own.values):
        owned, at = _met(batch.own.values, len(single.now))
        slopes = np.bincount(at, error[batch.readings_of(batch.own)]).astype(np.float32)
        single.move(owned, slopes, recipe)
