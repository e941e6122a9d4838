"""The claims of a sentence as the weights read them: figure by figure, each field by its likeliest reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import exp, log

from ...languages.metric_kinds import SIGNED_METRICS
from ...records import Claim
from ..binding import Binding
from ..definitions import find_definition
from ..frames import join_frames
from ..losses import is_loss, negated
from ..when import default_base_period
from .readings import LABELS, Reading, label_readings, metric_readings, period_readings
from .spans import Spans, find_spans, segment_readings
from .times import is_but_years_apart, is_dated_beside, is_of_opening_span, within_named
from .traits import metric_of, proposed, sentence, surroundings
from .views import View
from .weights import Sums, Weights, load_weights

# In this order: what was chosen for a field tells on those behind it.
FIELDS = ("role", "modality", "metric", "basis", "segment", "period", "comparator", "direction")
# By how much (log-odds) a reading must beat that of the rules.
LEADS = {
    "role": 0.5, "modality": 0.75, "metric": 1.25, "basis": 1.0, "segment": 0.75, "period": 1.0, "comparator": 1.0,
    "direction": 1.0,
}  # fmt: skip
# Log-likelihood: what another measure or part for a level, its base and its change may cost against one for each, and
# what a reading that is none costs.
_APART = 2.0
_NEVER = -8.0


_IDLE = 5
Heard = dict[tuple[int, str], tuple[Sequence[Reading], Sequence[float]]]  # what was asked of a figure, and the scores


def revise(view: View) -> Sequence[Claim]:
    """The rules' claims, each field replaced where another reading is clearly likelier.

    What repeats an amount in another currency says what that amount says.
    """
    before = view.rows
    if not before:
        return before
    weights = load_weights(view.scene.rules.code)
    spans = find_spans(view, weights.score_edges)
    said = weights.sums(sentence(view))
    heard: Heard = {}
    for at, row in enumerate(before):
        if _is_idle(row):
            continue
        if row.restates is not None:
            view = _with_row(view, at, _follow(row, next(first for first in view.rows if first.id == row.restates)))
        else:
            view = _revised(view, at, spans, weights, said, heard)
    if not any(row.weighed for row in view.rows):
        return view.rows
    for members in _frames(before):
        for field in ("metric", "segment"):
            view = _together(view, before, [at for at in members if (at, field) in heard], field, heard, spans)
    return _parted(before, _following(view.rows))


def _following(rows: Sequence[Claim]) -> list[Claim]:
    """The claims; what repeats an amount in another currency says what that amount says in the end."""
    firsts = {row.id: row for row in rows}
    return [row if row.restates is None else _follow(row, firsts[row.restates]) for row in rows]


def _frames(rows: Sequence[Claim]) -> list[list[int]]:
    """The figures that the rules take for a level, its base and its change."""
    frames: dict[str, list[int]] = {}
    for at, row in enumerate(join_frames(rows, "")):
        if row.frame is not None:
            frames.setdefault(row.frame, []).append(at)
    return list(frames.values())


def _together(
    view: View, before: Sequence[Claim], members: Sequence[int], field: str, heard: Heard, spans: Spans
) -> View:
    """The view; figures of one frame get one measure or part: that of the rules where they differ on what is named."""
    chosen = {at: _value_of(view, view.rows[at], field) for at in members}
    if len(set(chosen.values())) < 2:
        return view
    ruled = _value_of(view, before[members[0]], field)
    likely = [_likelihoods(*heard[at, field]) for at in members]
    named = any(field in before[at].named for at in members)
    agreed = ruled if named else _agreed(chosen.values(), ruled, likely, LEADS[field])
    for at in members:
        reading = next((one for one in heard[at, field][0] if one.value == agreed), None)
        if agreed == ruled:
            view = _with_row(view, at, _as_before(view.rows[at], before[at], field))
        elif chosen[at] != agreed and reading is not None:
            view = put(view, at, field, reading, spans)
    return view


Value = str | None


def _agreed(chosen: Iterable[Value], ruled: Value, likely: Sequence[Mapping[Value, float]], lead: float) -> Value:
    """The value that is likeliest of all figures of a frame; that of the rules where it is no likelier by a lead, or
    far less likely than one for each."""
    totals = {value: sum(told.get(value, _NEVER) for told in likely) for value in dict.fromkeys((ruled, *chosen))}
    best = max(totals, key=totals.__getitem__)
    free = sum(max(told.values()) for told in likely)
    return ruled if totals[best] - totals[ruled] <= lead or free - totals[best] > _APART else best


def _value_of(view: View, row: Claim, field: str) -> Value:
    """A metric or segment as readings name it."""
    if field == "metric":
        return metric_of(row.metric)
    return None if row.segment is None else view.names.resolve(row.segment)


def _likelihoods(readings: Sequence[Reading], scores: Sequence[float]) -> dict[Value, float]:
    """The log-likelihood of each value."""
    top = max(scores)
    total = top + log(sum(exp(score - top) for score in scores))
    return {reading.value: score - total for reading, score in zip(readings, scores, strict=True)}


def _as_before(row: Claim, before: Claim, field: str) -> Claim:
    """A claim with one field as the rules have it."""
    if field not in row.weighed:
        return row
    also = {"surface": before.surface, "definition": before.definition} if field == "metric" else {}
    named = [name for name in row.named if name != field] + [field] * (field in before.named)
    weighed = tuple(name for name in row.weighed if name != field)
    return replace(row, **{field: getattr(before, field)}, **also, named=tuple(named), weighed=weighed)  # type: ignore[arg-type]


def _parted(before: Sequence[Claim], after: Sequence[Claim]) -> list[Claim]:
    """The claims; where the rules have two of one measure and part and the weights have not, both are unsure of it."""
    fields: dict[str, set[str]] = {row.id: set() for row in after}
    pairs = list(zip(before, after, strict=True))
    for (one, new), (two, other) in combinations(pairs, 2):
        if (one.metric, one.segment) == (two.metric, two.segment):
            parted = {name for name in ("metric", "segment") if getattr(new, name) != getattr(other, name)}
            fields[new.id] |= parted
            fields[other.id] |= parted
    return [replace(row, weighed=tuple(dict.fromkeys((*row.weighed, *sorted(fields[row.id]))))) for row in after]


def _revised(view: View, at: int, spans: Spans, weights: Weights, said: Sums, heard: Heard) -> View:
    """The view with figure `at` as the weights read it; what was asked of it is put down in `heard`."""
    around = said + weights.sums(surroundings(view, at))
    odds = weights.odds(around + weights.sums(proposed(view, at)))
    for field in FIELDS:
        if _is_settled(view, at, field):
            continue
        likely = weights.likely_metrics(odds) if field == "metric" else ()
        readings = readings_of(view, at, field, known=weights.metrics, likely=likely, spans=spans)
        scores = weights.scores(field, odds, readings)
        heard[at, field] = readings, scores
        reading = _choose(scores, readings, LEADS[field])
        if reading is not None:
            view = put(view, at, field, reading, spans)
            odds = weights.odds(around + weights.sums(proposed(view, at)))
    return view


def _with_row(view: View, at: int, row: Claim) -> View:
    return replace(view, rows=(*view.rows[:at], row, *view.rows[at + 1 :]))


def _is_idle(row: Claim) -> bool:
    """Whether a figure is a small count of nothing that is measured: "two reasons"; what is learned from has none."""
    value = row.amount.value
    idle = row.amount.kind == "count" and row.metric.startswith("other:")
    return idle and value is not None and abs(value) <= _IDLE


def _is_settled(view: View, at: int, field: str) -> bool:
    """Whether a field is not asked for: what only changes have, that an analyst puts it, and a time named beside it."""
    row = view.rows[at]
    if field in ("comparator", "direction"):
        return row.role != "change"
    if field == "period":
        return ("period" in row.named and is_dated_beside(view, at)) or is_of_opening_span(view, at)
    return field == "modality" and row.modality == "premise"


def readings_of(
    view: View, at: int, field: str, *, known: Collection[str], likely: Iterable[str], spans: Spans
) -> Sequence[Reading]:
    """The readings of a field of figure `at`; `known` and `likely` as for `metric_readings`, segments by `spans`."""
    if field in LABELS:
        return label_readings(view, at, field)
    if field == "period":
        return within_named(view, at, period_readings(view, at))
    return metric_readings(view, at, known, likely) if field == "metric" else segment_readings(view, at, spans)


def _choose(scores: Sequence[float], readings: Sequence[Reading], lead: float) -> Reading | None:
    """The likeliest reading; None where it is that of the rules or hardly likelier, or drops what is named."""
    best = max(range(len(readings)), key=scores.__getitem__)
    mine = next(i for i, reading in enumerate(readings) if reading.proposed)
    if readings[mine].is_named and (readings[best].value == "other" or _drops_margin(readings[mine], readings[best])):
        return None
    return readings[best] if best != mine and scores[best] - scores[mine] > lead else None


def _drops_margin(mine: Reading, best: Reading) -> bool:
    """Whether a margin that is named would become what nobody names: "net loss margin" a net loss."""
    return (mine.value or "").endswith("_margin") and not best.is_named


def put(view: View, at: int, field: str, reading: Reading, spans: Spans) -> View:
    """The view with one field of figure `at` as a reading has it, and what follows from it."""
    row = view.rows[at]
    if field == "metric":
        row = _measuring(view, at, reading.value or "other")
    elif field == "segment":
        row = replace(row, segment=_printed(view, reading.value, spans))
    else:
        row = replace(row, **{field: reading.value})  # type: ignore[arg-type]  # values are those of LABELS, and periods
    if row.role != "change" and view.rows[at].role == "change":
        row = replace(row, comparator=None, direction=None, compared_period=None)
    if row.role == "change" and field in ("role", "period", "comparator"):
        row = replace(row, compared_period=default_base_period(row.period, row.comparator) or row.compared_period)
    part = field == "period" and is_but_years_apart(reading.value, view.rows[at].period)
    is_named = reading.is_named or (part and field in row.named)
    named = [name for name in row.named if name != field] + ([field] if is_named else [])
    # A comparator that the rules leave open is filled in, not contradicted.
    differs = field != "comparator" or view.rows[at].comparator is not None
    row = replace(
        row, named=tuple(named), weighed=(*row.weighed, "year" if part else field) if differs else row.weighed
    )
    return _with_row(view, at, row)


def _measuring(view: View, at: int, metric: str) -> Claim:
    """A claim as one of another metric, with the words that name it and what narrows it."""
    row, start, end = view.rows[at], view.scene.amounts[at].start, view.scene.amounts[at].end
    named = [m for m in view.scene.metrics if metric_of(m.name) == metric]
    nearest = min(named, key=lambda m: min(abs(m.start - end), abs(start - m.end)), default=None)
    surface = view.scene.text[nearest.start : nearest.end] if nearest is not None else ""
    if metric == "other":
        metric = f"other:{surface.lower() or 'amount'}"
    binding = Binding(metric=metric, surface=surface, segment=row.segment, basis=row.basis)
    if metric in SIGNED_METRICS and row.role in ("level", "base") and is_loss(view.scene, at, binding):
        row = replace(row, amount=negated(row.amount))
    return replace(row, metric=metric, surface=surface, definition=find_definition(view.scene, at, binding, row.role))


def _printed(view: View, name: str | None, spans: Spans) -> str | None:
    """A segment's canonical name; that of one not known before is as printed in Chinese, in lower case in English."""
    if name is None or view.names.is_known(name) or not view.han:
        return name
    return next((span.printed for span in (*spans.here, *spans.above) if span.name == name), name)


def _follow(row: Claim, first: Claim) -> Claim:
    return replace(
        row, metric=first.metric, surface=first.surface, segment=first.segment, role=first.role, period=first.period,
        comparator=first.comparator, compared_period=first.compared_period, direction=first.direction,
        basis=first.basis, modality=first.modality, definition=first.definition, weighed=first.weighed,
    )  # fmt: skip
