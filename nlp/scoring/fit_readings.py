"""Fits the weights that choose among the readings of a figure (`nlp/claims/weigh`), on gold of invented companies.

Field after field, as they are chosen in use. What is learned for a field, and from a neighbour, are readings chosen by
weights that have not seen the company (stacking, Wolpert 1992), so that later fields learn how far earlier ones are to
be trusted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from zlib import crc32

import numpy as np
import numpy.typing as npt

from ..claims.segments import SegmentNames
from ..claims.weigh.lookup import packed
from ..claims.weigh.readings import Reading
from ..claims.weigh.revise import FIELDS, put, readings_of
from ..claims.weigh.spans import SIDES, Spans, edge_traits, find_spans, may_be
from ..claims.weigh.traits import proposed, sentence, surroundings
from ..claims.weigh.views import View, is_figure
from ..records import Claim
from ..text import simplify
from .claims import plain_metric, same_segment
from .gold import GoldClaim
from .log_linear import Fitted, Question, Recipe, fit_numbered, number
from .numbered import Numbered, Numbers

_RECIPE = Recipe()
_EDGES = Recipe(epochs=4, rate=0.1, ridge=1e-3)
_FOLDS = 3
_ROUNDS = 2  # in the first the neighbours of a figure are as the rules have them
_KNOWN = 3  # companies that a metric must be gold in to be a reading everywhere
State = dict[tuple[str, str], Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One figure with its gold, None where there is none; `company` is what traits and folds are counted by."""

    company: str
    view: View
    at: int
    gold: GoldClaim | None
    names: SegmentNames

    @property
    def fold(self) -> int:
        """Which part of the cases it is in; those of a company are in one."""
        return crc32(self.company.encode("utf-8")) % _FOLDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The weights of every field and of the edges of names; `left_out` are those learned without each fold."""

    weights: dict[str, Fitted]
    left_out: Sequence[dict[str, Fitted]]


def fit_weights(cases: Sequence[Case], recipe: Recipe = _RECIPE, on_field: Callable[[str], object] = str) -> Fit:
    """The weights of every field and of the edges of names, by what they choose."""
    folds = [{case.company for case in cases if case.fold == fold} for fold in range(_FOLDS)]
    weights, left_out = _fit_edges(cases, folds)
    spans = _spans_by_others(cases, left_out)
    known = known_metrics(cases)
    numbers = Numbers()
    around = [numbers.of([*surroundings(case.view, case.at), *sentence(case.view)]) for case in cases]
    state: State = {}
    for turn in range(_ROUNDS):
        before, state = state, {}
        for field in FIELDS:
            on_field(f"{turn} {field}")
            asked, told = Numbered(numbers), list[list[Reading]]()
            for case, names, words in zip(cases, spans, around, strict=True):
                view = _as_chosen(case, before, state)
                readings = readings_of(view, case.at, field, known=known, likely=known, spans=names)
                told.append([one._replace(classes=(), own=(), shared=()) for one in readings])
                traits = words + numbers.of(proposed(view, case.at))
                asked.add(case.company, traits, readings, right_of(case, field, readings))
            if turn == _ROUNDS - 1:
                weights[field] = fit_numbered(asked, recipe)
            for fold, companies in enumerate(folds):
                left_out[fold][field] = fit_numbered(asked, recipe, without=companies)
                places = [at for at, case in enumerate(cases) if case.fold == fold]
                for at, best in zip(places, left_out[fold][field].choose(asked, np.array(places)), strict=True):
                    _take(cases[at], field, told[at][best], spans[at], before, state)
    return Fit(weights=weights, left_out=left_out)


def _fit_edges(cases: Sequence[Case], folds: Sequence[set[str]]) -> tuple[dict[str, Fitted], list[dict[str, Fitted]]]:
    asked = {side: number(edge_questions(cases, side)) for side in SIDES}
    every = {side: fit_numbered(asked[side], _EDGES) for side in SIDES}
    return every, [{side: fit_numbered(asked[side], _EDGES, without=fold) for side in SIDES} for fold in folds]


def _take(case: Case, field: str, reading: Reading, spans: Spans, before: State, state: State) -> None:
    """Put down the likeliest reading of a case."""
    view = _as_chosen(case, before, state)
    if field in ("comparator", "direction") and view.rows[case.at].role != "change":
        return
    if not reading.proposed:
        state[case.company, view.rows[case.at].id] = put(view, case.at, field, reading, spans).rows[case.at]


def _as_chosen(case: Case, before: State, state: State) -> View:
    """The view of a case with the readings chosen so far; those of neighbours are of the round before."""
    rows = [before.get((case.company, row.id), row) for row in case.view.rows[: case.at]]
    own = case.view.rows[case.at]
    earlier = tuple(before.get((case.company, row.id), row) for row in case.view.earlier)
    return replace(
        case.view,
        rows=(*rows, state.get((case.company, own.id), own), *case.view.rows[case.at + 1 :]),
        earlier=earlier,
    )


def right_of(case: Case, field: str, readings: Sequence[Reading]) -> int:
    """Which reading is that of the gold; -1 where none is, or the field is not asked for."""
    if case.gold is None or (field in ("comparator", "direction") and case.gold.role != "change"):
        return -1
    return next((i for i, reading in enumerate(readings) if agrees(case, field, reading.value)), -1)


def agrees(case: Case, field: str, value: str | None) -> bool:
    """Whether a value of a field is that of the gold."""
    gold = case.gold
    if gold is None:
        return False
    if field == "segment":
        return (value is None) == (gold.segment is None) and same_segment(value, gold.segment, case.names)
    if field == "metric":
        if gold.metric == "margin" and (value or "").endswith("_margin"):
            return True
        return plain_metric(value if value != "other" else "other:thing") == plain_metric(gold.metric)
    wanted = getattr(gold, field)
    return bool(value == (None if wanted == "gaap" else wanted))


def known_metrics(cases: Iterable[Case]) -> list[str]:
    """The metrics that are gold in several companies, and `other`."""
    companies: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        if case.gold is not None and not case.gold.metric.startswith("other:"):
            companies[case.gold.metric].add(case.company)
    return [*sorted(name for name, met in companies.items() if len(met) >= _KNOWN), "other"]


def edge_questions(cases: Sequence[Case], side: str) -> list[Question]:
    """For every word of the sentences whether a gold name starts (ends) with it."""
    views: dict[int, tuple[Case, set[str]]] = {}
    for case in cases:
        if case.gold is not None:
            names = views.setdefault(id(case.view), (case, set()))[1]
            names |= {case.gold.segment} if case.gold.segment else set()
    found = []
    for case, names in views.values():
        view = case.view
        text = view.scene.folded.lower()
        places = {place for name in names for place in _edges_of(text, simplify(name.lower()), side)}
        asked = [not is_figure(word.text) for word in view.words]
        for word, (words, tags) in zip(view.words, edge_traits(view, side, asked), strict=True):
            if words:
                right = int((word.start if side == "start" else word.end) in places)
                readings = [Reading(value=None, classes=()), Reading(value="edge", classes=(), own=(*words, *tags))]
                found.append(Question(company=case.company, traits=(), readings=readings, right=right))
    return found


def _edges_of(text: str, name: str, side: str) -> list[int]:
    found, at = [], text.find(name)
    while at >= 0:
        found.append(at if side == "start" else at + len(name))
        at = text.find(name, at + 1)
    return found


def _spans_by_others(cases: Sequence[Case], left_out: Sequence[Mapping[str, Fitted]]) -> list[Spans]:
    """The likeliest names of each case's sentence, by edges fitted without its company."""
    scorers = [partial(edge_scores, edges=edges) for edges in left_out]
    views: dict[int, Spans] = {}
    for case in cases:
        if id(case.view) not in views:
            views[id(case.view)] = find_spans(case.view, scorers[case.fold])
    return [views[id(case.view)] for case in cases]


def edge_scores(view: View, edges: Mapping[str, Fitted]) -> dict[str, list[float]]:
    """How much each word looks like an edge, by weights just fitted."""
    return {
        side: [
            sum(edges[side].own.get(trait, 0.0) for trait in (*words, *tags))
            for words, tags in edge_traits(view, side, may_be(view, side))
        ]
        for side in SIDES
    }


def pack(fitted: Mapping[str, Fitted]) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of a weights file: each column in steps of a 127th of its largest weight; what is next to nothing is
    left out."""
    columns = [(name, column) for name in fitted for column in fitted[name].columns]
    rows = sorted({row for weights in fitted.values() if weights.columns for row in weights.rows})
    place = {row: i for i, row in enumerate(rows)}
    table = np.zeros((len(rows), len(columns)), np.float32)
    for at, (name, column) in enumerate(columns):
        weights = fitted[name]
        table[[place[row] for row in weights.rows], at] = weights.table[:, weights.columns[column]]
    steps = np.maximum(np.abs(table).max(axis=0, initial=0.0), 1e-6) / 127
    small = np.round(table / steps).astype(np.int8)
    kept = np.flatnonzero((np.abs(small) > 1).any(axis=1))
    own = {
        name: {trait: value for trait, value in weights.own.items() if abs(value) > 0.02}
        for name, weights in fitted.items()
    }
    order, found = packed(rows[i] for i in kept)
    arrays = {f"{part} rows": array for part, array in found.items()}
    for name, single in own.items():
        traits, found = packed(single)
        arrays |= {f"{part} {name}": array for part, array in found.items()}
        arrays[f"values {name}"] = np.array([single[trait] for trait in traits], np.float16)
    columns_told = "\n".join(f"{name} {column}" for name, column in columns).encode("utf-8")
    return {
        **arrays,
        "columns": np.frombuffer(columns_told, np.uint8),
        "table": small[[place[row] for row in order]],
        "steps": steps.astype(np.float32),
    }
