"""Fits log-linear choices: which of several readings is right, from traits that they share and traits of their own.

AdaGrad on the log-loss (Duchi, Hazan and Singer, 2011), weights averaged over the second half of the epochs. A trait
counts only where it was met in several companies, so that no company's words are learned by heart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..claims.weigh.readings import Reading

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One choice: the traits around a figure, the readings, and which of them is right; `company` says whose it is."""

    company: str
    traits: Sequence[str]
    readings: Sequence[Reading]
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How weights are fitted."""

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


def fit(questions: Sequence[Question], recipe: Recipe = Recipe()) -> Fitted:
    """The weights under which the right readings are most likely."""
    rows = _common(((q.company, q.traits) for q in questions), recipe.companies)
    own = _common(((q.company, reading.traits) for q in questions for reading in q.readings), recipe.companies)
    columns = _common(((q.company, q.readings[q.right].classes) for q in questions), recipe.companies_of_a_class)
    tables = _Tables.of(questions, rows, columns, own)
    table, single = _descend(tables, (max(1, len(rows)), len(columns), len(own)), recipe)
    return Fitted(rows=rows, columns=columns, table=table, own=dict(zip(own, single.tolist(), strict=True)))


def _common(lists: Iterable[tuple[str, Iterable[str]]], least: int) -> dict[str, int]:
    """Traits met in several companies, numbered."""
    companies: dict[str, set[str]] = defaultdict(set)
    for company, traits in lists:
        for trait in traits:
            if len(companies[trait]) < least:
                companies[trait].add(company)
    return {trait: i for i, trait in enumerate(sorted(t for t, seen in companies.items() if len(seen) >= least))}


@dataclass(slots=True)
class _Tables:
    """Questions as numbers."""

    traits: list[Ints] = field(default_factory=list)
    classes: list[tuple[Ints, Ints]] = field(default_factory=list)  # reading, class
    own: list[tuple[Ints, Ints]] = field(default_factory=list)  # reading, trait
    sizes: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    @classmethod
    def of(
        cls, questions: Sequence[Question], rows: Mapping[str, int], columns: Mapping[str, int], own: Mapping[str, int]
    ) -> _Tables:
        tables = cls()
        for q in questions:
            tables.traits.append(np.array([rows[t] for t in q.traits if t in rows] or [0], np.int64))
            tables.classes.append(_pairs((r.classes for r in q.readings), columns))
            tables.own.append(_pairs((r.traits for r in q.readings), own))
            tables.sizes.append(len(q.readings))
            tables.right.append(q.right)
        return tables


def _pairs(lists: Iterable[Sequence[str]], numbers: Mapping[str, int]) -> tuple[Ints, Ints]:
    found = [(i, numbers[name]) for i, names in enumerate(lists) for name in names if name in numbers]
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _descend(tables: _Tables, shape: tuple[int, int, int], recipe: Recipe) -> tuple[Floats, Floats]:
    table, single = np.zeros(shape[:2], np.float32), np.zeros(shape[2], np.float32)
    table_seen, single_seen = np.full_like(table, 1e-6), np.full_like(single, 1e-6)
    mean_table, mean_single, steps = np.zeros_like(table), np.zeros_like(single), 0
    order = list(range(len(tables.sizes)))
    rng = np.random.default_rng(recipe.seed)
    for epoch in range(recipe.epochs):
        rng.shuffle(order)
        for start in range(0, len(order), recipe.batch):
            _step(tables, order[start : start + recipe.batch], (table, single), (table_seen, single_seen), recipe)
        if epoch >= recipe.epochs // 2:
            mean_table, mean_single, steps = mean_table + table, mean_single + single, steps + 1
    return (mean_table / steps).astype(np.float32), (mean_single / steps).astype(np.float32)


def _step(
    tables: _Tables, batch: Sequence[int], weights: tuple[Floats, Floats], seen: tuple[Floats, Floats], recipe: Recipe
) -> None:
    (table, single), (table_seen, single_seen) = weights, seen
    sizes = np.array([tables.sizes[i] for i in batch])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    traits = np.concatenate([tables.traits[i] for i in batch])
    counts = np.array([len(tables.traits[i]) for i in batch])
    sums = np.add.reduceat(table[traits], np.concatenate([[0], np.cumsum(counts)[:-1]]), axis=0)
    readings_c = np.concatenate([tables.classes[i][0] + first[n] for n, i in enumerate(batch)])
    owner_c = np.concatenate([np.full(len(tables.classes[i][0]), n) for n, i in enumerate(batch)])
    classes = np.concatenate([tables.classes[i][1] for i in batch])
    readings_o = np.concatenate([tables.own[i][0] + first[n] for n, i in enumerate(batch)])
    own = np.concatenate([tables.own[i][1] for i in batch])
    total = int(sizes.sum())
    scores = np.bincount(readings_c, sums[owner_c, classes], total) + np.bincount(readings_o, single[own], total)
    top = np.repeat(np.maximum.reduceat(scores, first), sizes)
    likely = np.exp(scores - top)
    error = likely / np.repeat(np.add.reduceat(likely, first), sizes)
    error[first + np.array([tables.right[i] for i in batch])] -= 1
    slope = np.zeros_like(sums)
    np.add.at(slope, (owner_c, classes), error[readings_c].astype(np.float32))
    _move(table, table_seen, traits, np.repeat(slope, counts, axis=0), recipe)
    _move(single, single_seen, own, error[readings_o].astype(np.float32), recipe)


def _move(weights: Floats, seen: Floats, places: Ints, slopes: Floats, recipe: Recipe) -> None:
    if not len(places):
        return
    order = np.argsort(places, kind="stable")
    unique, start = np.unique(places[order], return_index=True)
    slope = np.add.reduceat(slopes[order], start, axis=0) + recipe.ridge * weights[unique]
    seen[unique] += slope * slope
    weights[unique] -= recipe.rate * slope / np.sqrt(seen[unique])
