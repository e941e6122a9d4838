"""The claims of a sentence as the weights read them: each field by its likeliest reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...records import Claim
from ..binding import Binding
from ..definitions import find_definition
from ..when import default_base_period
from .readings import LABELS, Reading, label_readings, metric_readings, period_readings
from .spans import SIDES, Span, best_spans, edge_traits, printed, segment_readings
from .traits import metric_of, traits_of
from .views import View, is_figure
from .weights import FieldWeights, load_weights

FIELDS = (*LABELS, "period", "metric", "segment")
_OF_CHANGES = ("comparator", "direction")
# By how much (log-odds) another reading must beat that of the rules.
_LEAD = {"role": 0.5, "modality": 1.0, "basis": 1.0, "period": 0.5, "metric": 0.5, "segment": 0.5}


def revise(view: View) -> Sequence[Claim]:
    """The rules' claims, each field replaced where another reading is clearly likelier.

    What repeats an amount in another currency says what that amount says.
    """
    weights = load_weights(view.scene.rules.code)
    spans = best_spans(view, edge_scores(view, weights))
    revised: dict[str, Claim] = {}
    for at, row in enumerate(view.rows):
        if row.restates is not None:
            revised[row.id] = _follow(row, revised[row.restates])
            continue
        traits = traits_of(view, at)
        chosen = {}
        for field in FIELDS:
            readings = segment_readings(view, at, spans) if field == "segment" else _readings(view, at, field, weights)
            chosen[field] = _choose(weights[field], traits, readings, field)
        revised[row.id] = _with(view, at, {field: reading for field, reading in chosen.items() if reading}, spans)
    return list(revised.values())


def edge_scores(view: View, weights: Mapping[str, FieldWeights]) -> dict[str, list[float]]:
    """How much each word looks like the first, or the last, of a name of a part of the business."""
    return {
        side: [
            0.0 if is_figure(word.text) else weights[side].sums(["any", *edge_traits(view, at, side)])[0]
            for at, word in enumerate(view.words)
        ]
        for side in SIDES
    }


def _readings(view: View, at: int, field: str, weights: Mapping[str, FieldWeights]) -> list[Reading]:
    if field in LABELS:
        return label_readings(view, at, field)
    if field == "period":
        return period_readings(view, at)
    known = [name for name in weights["metric"].columns if not name.startswith("family ")]
    return metric_readings(view, at, known)


def _choose(weights: FieldWeights, traits: Sequence[str], readings: Sequence[Reading], field: str) -> Reading | None:
    """The likeliest reading; None where it is that of the rules or hardly likelier."""
    scores = weights.scores(traits, readings)
    best = max(range(len(readings)), key=scores.__getitem__)
    mine = next(i for i, reading in enumerate(readings) if any(t.startswith("own") for t in reading.own))
    return readings[best] if best != mine and scores[best] - scores[mine] > _LEAD.get(field, 0.0) else None


def _follow(row: Claim, first: Claim) -> Claim:
    return replace(
        row, metric=first.metric, surface=first.surface, segment=first.segment, role=first.role, period=first.period,
        comparator=first.comparator, compared_period=first.compared_period, direction=first.direction,
        basis=first.basis, modality=first.modality, definition=first.definition,
    )  # fmt: skip


def _with(view: View, at: int, chosen: Mapping[str, Reading], spans: Sequence[Span]) -> Claim:
    row = view.rows[at]
    values = {name: reading.value for name, reading in chosen.items() if name not in ("metric", "segment")}
    new = replace(row, **values)  # type: ignore[arg-type]  # values are those of LABELS and periods
    if "metric" in chosen:
        new = _measuring(view, at, new, chosen["metric"].value or "other")
    if "segment" in chosen:
        new = replace(new, segment=_printed(view, chosen["segment"].value, spans))
    if new.role != "change":
        new = replace(new, comparator=row.comparator, direction=row.direction) if row.role != "change" else (
            replace(new, comparator=None, direction=None, compared_period=None)
        )  # fmt: skip
    elif {"role", "period", "comparator"} & chosen.keys() and new.comparator in ("yoy", "qoq"):
        new = replace(new, compared_period=default_base_period(new.period, new.comparator))
    return replace(new, named=tuple(name for name in _named(view, new, chosen)))


def _measuring(view: View, at: int, row: Claim, metric: str) -> Claim:
    """A claim as one of another metric, with the words that name it and what narrows it."""
    start, end = view.scene.amounts[at].start, view.scene.amounts[at].end
    named = [m for m in view.scene.metrics if metric_of(replace(row, metric=m.name)) == metric]
    nearest = min(named, key=lambda m: min(abs(m.start - end), abs(start - m.end)), default=None)
    surface = view.scene.text[nearest.start : nearest.end] if nearest is not None else ""
    if metric == "other":
        metric = f"other:{surface.lower() or 'amount'}"
    binding = Binding(metric=metric, surface=surface, segment=row.segment, basis=row.basis)
    return replace(row, metric=metric, surface=surface, definition=find_definition(view.scene, at, binding, row.role))


def _printed(view: View, name: str | None, spans: Sequence[Span]) -> str | None:
    """A segment's canonical name; that of one not known before is as printed in Chinese, in lower case in English."""
    if name is None or view.names.is_known(name) or not view.han:
        return name
    return next((printed(view, span) for span in spans if span.name == name), name)


def _named(view: View, row: Claim, chosen: Mapping[str, Reading]) -> Sequence[str]:
    """What the sentence itself names, of what was chosen; the rest as the rules have it."""
    names = [name for name in row.named if name not in chosen]
    if "metric" in chosen and row.surface:
        names.append("metric")
    if "segment" in chosen and any(trait.startswith("sure:") for trait in chosen["segment"].own):
        names.append("segment")
    if "period" in chosen and any(trait.startswith("named:") for trait in chosen["period"].own):
        names.append("period")
    return names
