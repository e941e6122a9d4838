"""Bare numbers that go on in the unit of the rate before them: "we take 61 basis points, and last year it was 64"."""

from __future__ import annotations

from dataclasses import replace

from ..languages.en.spoken import BARE_AFTER, BARE_BEFORE, OF_SALES
from ..languages.metric_kinds import COUNT_METRICS
from ..records import Amount
from .scenes import Scene

_RATES = ("percent", "points")
_MOST = 1000


def with_units(scene: Scene, last: Amount | None) -> Scene:
    """The scene with its bare numbers in the unit of the rate before them; `last` is the paragraph's last amount."""
    if scene.rules.code != "en" or not scene.amounts:
        return scene
    amounts: list[Amount] = []
    for at, amount in enumerate(scene.amounts):
        goes_on = last is not None and last.kind in _RATES and _goes_on(scene, at, amount)
        amounts.append(replace(amount, unit=last.unit, kind=last.kind) if last is not None and goes_on else amount)
        last = amounts[-1]
    return replace(scene, amounts=tuple(amounts))


def _goes_on(scene: Scene, at: int, amount: Amount) -> bool:
    """Whether a number has neither a noun nor a unit, and stands where a figure is compared or arrived at."""
    value = amount.low if amount.low is not None else amount.high
    if amount.kind != "count" or amount.noun is not None or value is None or not 0 < value < _MOST:
        return False
    if not scene.folded[amount.start].isdigit():
        return False
    start, end = scene.gap_before(at)
    if any(m.name in COUNT_METRICS and m.end <= end for m in scene.metrics) and not OF_SALES.match(scene.folded, start):
        return False  # "stores rose 5% to 38": a number of things; "61 basis points of volume": none
    return BARE_BEFORE.search(scene.folded[start:end]) is not None and BARE_AFTER.match(scene.after(at)) is not None
