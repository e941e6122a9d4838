"""What a bare number counts in: "up 140", "it was 24, now 28.5%", "$60 million. Thirty-five of it is the plant."

A number without a unit or a noun is a count, or a figure in the unit of one near it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ...languages.en.units import OF_A_GROUP
from ...languages.late import late
from ...languages.metric_kinds import COUNT_METRICS, MULTIPLE_METRICS
from ...records import Amount, Claim
from ..metrics import is_rate
from ..scenes import Scene
from .readings import Reading
from .weights import load_weights

FIELD = "unit"
LANGUAGES = ("en",)  # in which bare numbers are common
COUNT = "count"
_LEAD = 1.0  # as `revise.LEADS`
_MONEY = ("money", "per_share")
_TYPED = ("percent", "points", "ratio", *_MONEY)
_SCALES = (Decimal(10) ** 9, Decimal(10) ** 6, Decimal(10) ** 3)
_TOO_LARGE = 20  # times the figure whose scale a number takes over
_RATIOS = (0.05, 0.2, 0.5, 0.8, 1.25, 2, 5, 20, 100)
_SIZES = (10, 30, 100, 1000, 10_000, 1_000_000)
_WORD = late(r"[a-z]+(?:['’][a-z]+)?|[0-9][0-9.,]*|[^\sa-z0-9]")
_NEAR = 40  # characters in which the words around a number are looked for
_WORDS = 3


def count_in(scene: Scene, ruled: Scene, last: Amount | None) -> Scene:
    """The scene with its bare numbers in their likeliest units; `ruled` has those that the rules give.

    `last` is the last figure of the paragraph so far.
    """
    if scene.rules.code not in LANGUAGES or not any(map(is_bare, scene.amounts)):
        return ruled
    for at, proposed in enumerate(ruled.amounts):
        asked = is_bare(scene.amounts[at]) and not OF_A_GROUP.match(scene.folded, scene.amounts[at].end)
        asked = asked and proposed.kind != "money"  # "up from 651 million" behind "690 million euros"
        chosen = _chosen(scene, at, proposed, last) if asked else proposed
        scene = with_amount(scene, at, chosen)
    return scene


def _chosen(scene: Scene, at: int, proposed: Amount, last: Amount | None) -> Amount:
    """Number `at` in its likeliest unit, or as the rules have it where that is hardly less likely."""
    weights, found = load_weights(scene.rules.code), unit_readings(scene, at, last)
    scores = [weights.score(FIELD, reading.own) for reading, _ in found]
    best = max(range(len(found)), key=scores.__getitem__)
    mine = next((i for i, (_, amount) in enumerate(found) if amount.unit == proposed.unit), 0)
    return found[best][1] if scores[best] - scores[mine] > _LEAD else proposed


def with_doubt(rows: Sequence[Claim], ruled: Scene, counted: Scene) -> list[Claim]:
    """The claims of a sentence, figure by figure; those whose unit the weights chose say so in `weighed`."""
    pairs = zip(rows, ruled.amounts, counted.amounts, strict=True)
    return [row if one.unit == two.unit else replace(row, weighed=(*row.weighed, FIELD)) for row, one, two in pairs]


def with_amount(scene: Scene, at: int, amount: Amount) -> Scene:
    """The scene with another amount at a place."""
    return replace(scene, amounts=(*scene.amounts[:at], amount, *scene.amounts[at + 1 :]))


def is_bare(amount: Amount) -> bool:
    """Whether a number has neither a unit nor a noun."""
    return amount.kind == COUNT and amount.noun is None and _value(amount) != 0


def unit_readings(scene: Scene, at: int, last: Amount | None) -> list[tuple[Reading, Amount]]:
    """What number `at` may be, each with the amount it then is: a count first, then in the units near it."""
    amount, around = scene.amounts[at], list(_around(scene, at))
    found = [(_reading(COUNT, COUNT, around, ()), amount)]
    is_multiple = _measured(scene, at) in MULTIPLE_METRICS
    for place, near in _near(scene, at, last):
        if all(near.unit != known.unit for _, known in found) and (near.kind == "ratio" or not is_multiple):
            kind = "money" if near.kind in _MONEY else near.unit
            own = (place, f"ratio:{_ratio(amount, near)}", f"exact:{near.half_step == amount.half_step}")
            found.append((_reading(near.unit, kind, around, own), _taken(amount, near)))
    return found


def _near(scene: Scene, at: int, last: Amount | None) -> Iterator[tuple[str, Amount]]:
    """The figures with a unit before a number, the nearest first, then the one behind it."""
    before = [amount for amount in reversed(scene.amounts[:at]) if amount.kind in _TYPED]
    yield from (("last" if amount is scene.amounts[at - 1] else "early", amount) for amount in before)
    if last is not None and last.kind in _TYPED:
        yield "above", last
    yield from (("next", amount) for amount in scene.amounts[at + 1 : at + 2] if amount.kind in _TYPED)


def _taken(amount: Amount, near: Amount) -> Amount:
    """The number in the unit, and as a sum of money at the scale, of another figure."""
    scale = _scale(near)
    while scale > 1 and _value(amount) * scale > _TOO_LARGE * _value(near):
        scale /= 1000
    if _value(amount) >= 1000 * scale:
        scale = Decimal(1)
    low, high = (None if end is None else end * scale for end in (amount.low, amount.high))
    return replace(amount, low=low, high=high, half_step=amount.half_step * scale, unit=near.unit, kind=near.kind)


def _scale(amount: Amount) -> Decimal:
    scales = _SCALES if amount.kind == "money" else ()
    return next((scale for scale in scales if _value(amount) >= scale), Decimal(1))


def _value(amount: Amount) -> Decimal:
    return abs((amount.low if amount.low is not None else amount.high) or Decimal(0))


def _ratio(amount: Amount, near: Amount) -> int | None:
    """In which step the number stands to the digits of the figure whose unit it may take."""
    printed = _value(near) / _scale(near)
    return bisect_right(_RATIOS, float(_value(amount) / printed)) if printed else None


def _around(scene: Scene, at: int) -> Iterator[str]:
    amount, text = scene.amounts[at], scene.folded.lower()
    left = _WORD.findall(text[max(0, amount.start - _NEAR) : amount.start])[-_WORDS:]
    right = _WORD.findall(text[amount.end : amount.end + _NEAR])[:2]
    first, second, third = _plain(["^"] * (_WORDS - len(left)) + left)
    then, farther = _plain([*right, "$", "$"][:2])
    yield from (f"l:{third}", f"l:{second}_{third}", f"l:{first}_{second}_{third}", f"r:{then}", f"r:{then}_{farther}")
    shape = f"{_value(amount) % 1 == 0}{text[amount.start].isdigit()}"
    yield from (f"lr:{third}|{then}", f"shape:{shape}", f"size:{bisect_right(_SIZES, float(_value(amount)))}|{shape}")
    measured, told = _kind(_measured(scene, at)), _kind(_told(scene, at))
    yield from (f"range:{amount.low != amount.high}", f"met:{measured}", f"met:{measured}|{third}", f"told:{told}")


def _measured(scene: Scene, at: int) -> str | None:
    """The metric last named in the gap before a number."""
    start, end = scene.gap_before(at)
    return next((mention.name for mention in reversed(scene.metrics) if start <= mention.start < end), None)


def _told(scene: Scene, at: int) -> str | None:
    """The metric last named before a number."""
    return next((m.name for m in reversed(scene.metrics) if m.end <= scene.amounts[at].start), None)


def _kind(name: str | None) -> str:
    if name is None:
        return "none"
    return "count" if name in COUNT_METRICS else "rate" if is_rate(name) else "other"


def _plain(words: Sequence[str]) -> list[str]:
    return ["#" if word[0].isdigit() else word for word in words]


def _reading(value: str, kind: str, around: Sequence[str], own: Sequence[str]) -> Reading:
    traits = [kind, *(f"{kind}|{trait}" for trait in (*around, *own))]
    if own:
        traits += [f"{kind}|{own[0]}|{around[0]}", f"{kind}|{own[0]}|{around[3]}"]
    return Reading(value=value, classes=(), own=tuple(traits), proposed=value == COUNT)
