"""Bare numbers that go on in the unit before them: "we take 61 basis points, and last year it was 64"; "revenue was 690
million euros, up 6% from 651 million".
"""

from __future__ import annotations

from dataclasses import replace

from ..languages.en.spoken import BARE_AFTER, BARE_BEFORE, MONEY_AFTER, MONEY_BEFORE, OF_SALES, SCALED
from ..languages.metric_kinds import COUNT_METRICS
from ..records import Amount
from .scenes import Scene

_RATES = ("percent", "points")
_MOST = 1000
_OF_A_SIZE = 50  # times that one of two amounts of money may be the other


def with_units(scene: Scene, last: Amount | None) -> Scene:
    """The scene with its bare numbers in the unit of the rate before them, and its bare millions in the currency of the
    sentence's amount of money before them; `last` is the paragraph's last amount.
    """
    if scene.rules.code != "en" or not scene.amounts:
        return scene
    amounts: list[Amount] = []
    money: Amount | None = None
    for at, read in enumerate(scene.amounts):
        amount = _in_money(scene, at, read, money)
        if amount.kind in ("money", "count") and _is_scaled(scene, amount):
            money = amount if amount.kind == "money" else None
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


def _is_scaled(scene: Scene, amount: Amount) -> bool:
    """Whether a number is told in millions or billions."""
    return SCALED.search(scene.folded[amount.start : amount.end]) is not None


def _in_money(scene: Scene, at: int, amount: Amount, money: Amount | None) -> Amount:
    goes_on = money is not None and _goes_on_in_money(scene, at, amount, money)
    return replace(amount, unit=money.unit, kind=money.kind) if money is not None and goes_on else amount


def _goes_on_in_money(scene: Scene, at: int, amount: Amount, money: Amount) -> bool:
    """Whether a number in millions counts nothing, is of the size of the money before it, and is compared with it."""
    value, other = amount.value, money.low if money.low is not None else money.high
    if amount.kind != "count" or amount.noun is not None or not value or not other or not _is_scaled(scene, amount):
        return False
    start, end = scene.gap_before(at)
    if any(start <= m.start and m.name in COUNT_METRICS for m in scene.metrics if m.end <= end):
        return False
    near = abs(other) <= _OF_A_SIZE * abs(value) and abs(value) <= _OF_A_SIZE * abs(other)
    told = MONEY_BEFORE.search(scene.folded[start:end]) and MONEY_AFTER.match(scene.folded, amount.end)
    return near and told is not None
