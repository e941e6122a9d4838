"""Fits the weights that choose among the readings of a figure (`nlp/claims/weigh`), on gold of invented companies.

A log-linear model over the readings of each field, fitted by AdaGrad on the log-loss (Duchi, Hazan and Singer, 2011).
What a trait is worth is learned only where it was met in several companies, so that no company's words are learned by heart.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..claims.segments import SegmentNames
from ..claims.weigh.readings import LABELS, Reading, label_readings, metric_readings, period_readings
from ..claims.weigh.revise import edge_scores
from ..claims.weigh.spans import best_spans, edge_traits, segment_readings
from ..claims.weigh.traits import traits_of
from ..claims.weigh.views import View, is_figure
from ..claims.weigh.weights import FieldWeights
from ..text import simplify
from .claims import plain_metric, same_segment
from .gold import GoldClaim

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One figure with its gold; `company` is what a trait is counted by."""

    company: str
    view: View
    at: int
    gold: GoldClaim
    names: SegmentNames


@dataclass(slots=True, kw_only=True)
class Question:
    """One choice: the traits around a figure, the readings, and which of them is right."""

    company: str
    traits: Sequence[str]
    readings: Sequence[Reading]
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a field is fitted."""

    epochs: int = 10
    rate: float = 0.1
    ridge: float = 1e-3
    companies: int = 2  # that a trait must be met in
    companies_of_a_class: int = 3  # in which one of its readings must be right
    batch: int = 32
    seed: int = 7


def right_of(case: Case, field: str, readings: Sequence[Reading]) -> int | None:
    """Which reading is that of the gold; None where none is, or the field is not asked for."""
    gold = case.gold
    if field in ("comparator", "direction") and gold.role != "change":
        return None
    for place, reading in enumerate(readings):
        if _agrees(case, field, reading.value):
            return place
    return None


def _agrees(case: Case, field: str, value: str | None) -> bool:
    gold = case.gold
    if field == "segment":
        return (value is None) == (gold.segment is None) and same_segment(value, gold.segment, case.names)
    if field == "metric":
        if gold.metric == "margin" and (value or "").endswith("_margin"):
            return True
        return plain_metric(value if value != "other" else "other:thing") == plain_metric(gold.metric)
    wanted = getattr(gold, field)
    return value == (None if wanted == "gaap" else wanted)


def questions_of(
    cases: Sequence[Case], field: str, *, known: Iterable[str] = (), edges: Mapping[str, FieldWeights] | None = None
) -> list[Question]:
    """The choices that the cases give for a field: segments need the fitted `edges`, metrics those `known`."""
    known = list(known)
    found = []
    for case in cases:
        readings = readings_of(case, field, known, edges)
        right = right_of(case, field, readings)
        if right is not None:
            traits = traits_of(case.view, case.at)
            found.append(Question(company=case.company, traits=traits, readings=readings, right=right))
    return found


def readings_of(
    case: Case, field: str, known: Sequence[str] = (), edges: Mapping[str, FieldWeights] | None = None
) -> list[Reading]:
    """The readings of one field of a case."""
    if field in LABELS:
        return label_readings(case.view, case.at, field)
    if field == "period":
        return period_readings(case.view, case.at)
    if field == "metric":
        return metric_readings(case.view, case.at, known)
    return segment_readings(case.view, case.at, best_spans(case.view, edge_scores(case.view, edges or {})))


def edge_questions(cases: Sequence[Case], side: str) -> list[Question]:
    """For every word of the sentences whether a gold name starts (ends) with it."""
    views: dict[int, tuple[Case, set[str]]] = {}
    for case in cases:
        views.setdefault(id(case.view), (case, set()))[1].update([case.gold.segment] if case.gold.segment else [])
    found = []
    for case, names in views.values():
        view = case.view
        text = view.scene.folded.lower()
        places = {place for name in names for place in _edges_of(text, simplify(name.lower()), side)}
        for at, word in enumerate(view.words):
            if is_figure(word.text):
                continue
            edge = word.start if side == "start" else word.end
            no, yes = Reading(value=None, classes=()), Reading(value="yes", classes=("yes",))
            right = int(edge in places)
            found.append(
                Question(company=case.company, traits=["any", *edge_traits(view, at, side)], readings=(no, yes), right=right)
            )
    return found


def _edges_of(text: str, name: str, side: str) -> list[int]:
    found, at = [], text.find(name)
    while at >= 0:
        found.append(at if side == "start" else at + len(name))
        at = text.find(name, at + 1)
    return found


def fit(questions: Sequence[Question], recipe: Recipe = Recipe()) -> FieldWeights:
    """The weights under which the right readings are most likely."""
    rows = _common(((q.company, q.traits) for q in questions), recipe.companies)
    own = _common(((q.company, reading.own) for q in questions for reading in q.readings), recipe.companies)
    columns = _common(((q.company, q.readings[q.right].classes) for q in questions), recipe.companies_of_a_class)
    tables = _Tables.of(questions, rows, columns, own)
    table, single = _descend(tables, (len(rows), len(columns), len(own)), recipe) if columns or own else (None, None)
    return FieldWeights(
        rows=rows, columns=columns, table=table, own=dict(zip(own, single.tolist(), strict=True))  # type: ignore
    )


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
            tables.own.append(_pairs((r.own for r in q.readings), own))
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
    rng = random.Random(recipe.seed)
    for epoch in range(recipe.epochs):
        rng.shuffle(order)
        for start in range(0, len(order), recipe.batch):
            _step(tables, order[start : start + recipe.batch], (table, single), (table_seen, single_seen), recipe)
        if epoch >= recipe.epochs // 2:
            mean_table, mean_single, steps = mean_table + table, mean_single + single, steps + 1
    return mean_table / steps, mean_single / steps


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


def pack(fields: Mapping[str, FieldWeights]) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of a weights file: tables in steps of a 127th of their largest value, rows that round to nothing left out."""
    arrays: dict[str, npt.NDArray[np.generic]] = {"fields": np.array(" ".join(fields))}
    for name, weights in fields.items():
        step = float(np.abs(weights.table).max()) / 127 if weights.table.size else 1.0
        table = np.round(weights.table / step).astype(np.int8)
        kept = np.flatnonzero(table.any(axis=1)) if table.shape[1] else np.arange(0)
        rows = sorted(weights.rows, key=weights.rows.__getitem__)
        own = {trait: value for trait, value in weights.own.items() if abs(value) > 0.01}
        arrays[f"{name} rows"] = np.array("\n".join(rows[i] for i in kept))
        arrays[f"{name} columns"] = np.array("\n".join(weights.columns))
        arrays[f"{name} table"] = table[kept]
        arrays[f"{name} step"] = np.array(step, np.float32)
        arrays[f"{name} own"] = np.array("\n".join(own))
        arrays[f"{name} own values"] = np.array(list(own.values()), np.float16)
    return arrays
