"""The readings that a field of a figure may have: each with the classes it belongs to and the traits of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...records import Claim
from ..metrics import Mention, suits
from ..periods import PeriodMention
from .traits import family_of, metric_of
from .views import View

LABELS: dict[str, tuple[str | None, ...]] = {
    "role": ("level", "base", "change", "share", "whole", "ratio", "driver"),
    "comparator": (None, "yoy", "qoq", "vs_plan"),
    "direction": (None, "up", "down"),
    "basis": (None, "non_gaap"),
    "modality": ("reported", "guided", "third_party", "premise", "hypothetical"),
}
_SHORT_GAP = 6


class Reading(NamedTuple):
    """One value a field may have. The traits around the figure weigh for each of its `classes`, its `traits` for it.

    `shared` are those that come together again and again, at other figures, too; `own` are the rest. `proposed`: it is
    what the rules have; `is_named`: the sentence itself names it.
    """

    value: str | None
    classes: tuple[str, ...]
    own: tuple[str, ...] = ()
    proposed: bool = False
    is_named: bool = False
    shared: tuple[str, ...] = ()

    @property
    def traits(self) -> tuple[str, ...]:
        """All that speaks for the value itself."""
        return self.shared + self.own


def label_readings(view: View, at: int, field: str) -> Sequence[Reading]:
    """The readings of a field that has a few fixed values."""
    return _labelled(field, getattr(view.rows[at], field))


@lru_cache(maxsize=256)
def _labelled(field: str, proposed: str | None) -> Sequence[Reading]:
    labels = LABELS[field] if proposed in LABELS[field] else (*LABELS[field], proposed)
    return [
        Reading(
            value=label,
            classes=(f"{label}",),
            own=(f"own:{label}",) if label == proposed else (),
            proposed=label == proposed,
        )
        for label in labels
    ]


def period_readings(view: View, at: int) -> list[Reading]:
    """Every period that stands in some relation to the one reported on, or is named nearby."""
    row = view.rows[at]
    own: dict[str | None, list[str]] = defaultdict(list)
    for mention in view.scene.periods:
        own[mention.period] += _of_period(view, at, mention)
    for mention in view.above.periods if view.above is not None else ():
        own[mention.period] += ["above", f"above|{row.role}"]
    if view.before is not None:
        own[view.before.period] += ["before", f"before|{row.role}|{view.before.role}"]
    for place, other in _others(view, at):
        same = f"{other.amount.kind == row.amount.kind}|{metric_of(other.metric) == metric_of(row.metric)}"
        own[other.period] += [f"{place}|{other.role}|{row.role}|{same}", f"{place}|{row.role}"]
    proposed = "period" in row.named
    own[row.period] += ["own", f"own|{row.role}", f"own|{row.modality}", f"own|{proposed}|{row.role}"]
    metric, named = metric_of(row.metric), {mention.period for mention in view.scene.periods}
    values = dict.fromkeys([*view.labels, *own])
    plain = [_plain_period(value, view.labels.get(value, ()), metric, row.role, value in named) for value in values]
    return [
        Reading(one.value, one.classes, tuple(own[one.value]), one.value == row.period, one.value in named, one.shared)
        if one.value in own
        else one
        for one in plain
    ]


@lru_cache(maxsize=4096)
def _plain_period(value: str | None, labels: tuple[str, ...], metric: str, role: str, named: bool) -> Reading:
    """A period by what it is, wherever it stands."""
    shape = "none" if value is None else value[5:6] if value[0] == "2" else re.split(r"[0-9:@]", value)[0]
    classes = labels or (f"else {shape}",)
    told = [f"{label}|{metric}" for label in classes] + [f"{shape}|{family_of(metric)}|{role}"]
    return Reading(value=value, classes=classes, shared=(*told, f"{shape}|{named}|{role}"))


def _of_period(view: View, at: int, mention: PeriodMention) -> list[str]:
    row, scene = view.rows[at], view.scene
    place, gap = place_of(view, at, mention.start, mention.end)
    size = min(len(gap) // (5 if view.han else 12), 6)
    text = scene.folded[mention.start : mention.end].lower()
    said = "#" if any(c.isdigit() for c in text) else text
    led = scene.folded[max(0, mention.start - 12) : mention.start].split(" ")[-1] if not view.han else (
        scene.folded[max(0, mention.start - 1) : mention.start]
    )  # fmt: skip
    found = [f"named:{place}", f"named:{place}{size}|{row.role}", f"named:{place}|{row.role}|{row.amount.kind}"]
    found += [f"named:{place}|{said}", f"named:{place}|{row.role}|led:{led}"]
    return found + ([f"named:{place}|{row.role}|gap:{gap}"] if len(gap) < 16 else [])


def metric_readings(view: View, at: int, known: Collection[str], likely: Iterable[str]) -> list[Reading]:
    """The metrics named nearby, those of the claims around, and those `likely` without; the `known` are classes."""
    row = view.rows[at]
    own: dict[str, list[str]] = {name: [] for name in likely}
    for mention in view.scene.metrics:
        own.setdefault(metric_of(mention.name), []).extend(_of_metric(view, at, mention))
    for mention in view.above.metrics if view.above is not None else ():
        own.setdefault(metric_of(mention.name), []).append("above")
    if view.before is not None:
        alike = view.before.amount.kind == row.amount.kind
        traits = ["before", f"before|{row.role}|{view.before.role}|{alike}", f"before|{bool(view.scene.metrics)}"]
        own.setdefault(metric_of(view.before.metric), []).extend(traits)
    for place, other in _others(view, at):
        alike = other.amount.kind == row.amount.kind
        traits = [f"{place}|{other.role}|{row.role}|{alike}|{row.amount.kind}", f"{place}|{row.role}"]
        own.setdefault(metric_of(other.metric), []).extend(traits)
    mine = metric_of(row.metric)
    traits = [
        "own",
        f"own|{mine}",
        f"own|{row.by}",
        f"own|{'metric' in row.named}|{row.role}",
        f"own|{mine}|{row.role}",
    ]
    own.setdefault(mine, []).extend(traits)
    amount, named = view.scene.amounts[at], {metric_of(mention.name) for mention in view.scene.metrics}
    return [
        Reading(
            value=name,
            classes=_classes_of(name, name in known),
            own=tuple(traits),
            proposed=name == mine,
            is_named=name in named,
            shared=_told_of(name, row.amount.kind, row.role) if traits else (),
        )
        for name, traits in own.items()
        if name in (mine, "other") or suits(name, amount, row.role)
    ]


@lru_cache(maxsize=1024)
def _classes_of(metric: str, known: bool) -> tuple[str, ...]:
    family = f"family {family_of(metric)}"
    return (metric, family) if known else (family,)


@lru_cache(maxsize=4096)
def _told_of(metric: str, kind: str, role: str) -> tuple[str, ...]:
    return f"{metric}|{kind}", f"{metric}|{kind}|{role}", f"{family_of(metric)}|{kind}|{role}"


def _of_metric(view: View, at: int, mention: Mention) -> list[str]:
    row, amount = view.rows[at], view.scene.amounts[at]
    place, gap = place_of(view, at, mention.start, mention.end)
    size = min(len(gap) // (4 if view.han else 10), 6)
    words = list(gap) if view.han else gap.lower().split()
    start, limit = view.gaps[at][0]
    rivals = [m for m in view.scene.metrics if start <= m.start < limit] if place == "gap" else []
    found = [f"{place}|{amount.kind}|{row.role}", f"{place}{size}|{amount.kind}", f"{place}{size}"]
    found += [f"{place}|{suits(mention.name, amount, row.role)}"]
    found += [f"{place}|last:{mention is rivals[-1]}|first:{mention is rivals[0]}"] if rivals else []
    if len(words) <= _SHORT_GAP:
        return [*found, f"{place}|gap:{'_'.join(words)}"]
    return [*found, f"{place}|gap:{'_'.join(words[:2])}..{'_'.join(words[-2:])}"]


def place_of(view: View, at: int, start: int, end: int) -> tuple[str, str]:
    """Where a mention stands to figure `at` (in the gap before or behind, earlier, later), and what is between."""
    scene = view.scene
    (first, limit), (behind, last) = view.gaps[at]
    if first <= start < limit:
        return "gap", scene.folded[end : scene.amounts[at].start]
    if behind <= start < last:
        return "behind", scene.folded[behind:start]
    if end <= first:
        return "early", scene.folded[end : scene.amounts[at].start]
    return "late", scene.folded[behind:start]


def _others(view: View, at: int) -> list[tuple[str, Claim]]:
    """The other claims of the sentence, by where they stand."""
    places = {-1: "last", 1: "next"}
    return [(places.get(i - at, "far" if i < at else "later"), row) for i, row in enumerate(view.rows) if i != at]
