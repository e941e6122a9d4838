"""What a count of goods is, what money for one unit is: told by the noun, the verb beside it and what was spoken of."""

from __future__ import annotations

from ..languages.en.units import (
    A_UNIT,
    BULK,
    GOODS_UNIT,
    MADE,
    ORDERED,
    ORDERED_AFTER,
    PAYERS,
    PIECES,
    POWER,
    READY,
    SHOPS,
    SITES,
    SOLD,
    SOLD_AFTER,
)  # fmt: skip
from ..languages.late import late
from ..languages.metric_kinds import GOODS_METRICS
from .binding import Binding
from .scenes import Scene, cue

_KINDS = {
    name: late("|".join(words.split()))
    for name, words in (("bulk", BULK), ("piece", PIECES), ("power", POWER), ("shop", SHOPS), ("site", SITES))
}
_VERBS = (("production", MADE), ("orders", ORDERED), ("volume", SOLD))


def kind_of(noun: str | None) -> str | None:
    """`bulk`, `piece`, `power`, `shop` or `site` for a counted English noun that is one of these.

    >>> kind_of("tonnes"), kind_of("questions")
    ('bulk', None)
    """
    word = (noun or "").split(" ")[-1].lower()
    return next((name for name, words in _KINDS.items() if words.fullmatch(word)), None)


def count_of_goods(scene: Scene, at: int, spoken_of: Binding | None) -> str | None:
    """The metric that amount `at` is by its counted noun: `volume` of tonnes shipped, `production` of ounces poured.

    None where the noun is nothing that is sold, moved or made, or where a thing counted by the piece has no such verb.
    """
    kind = kind_of(scene.amounts[at].noun) if scene.rules.code == "en" else None
    if kind is None or kind in ("shop", "site"):
        return {"shop": "stores", "site": "facilities"}.get(kind or "")
    told = _told(scene, at)
    if kind == "power":
        return told if told in ("volume", "orders") else "capacity"
    if told is not None:
        return (
            None if kind == "piece" and cue(r"\s*\w+ (?:an?|per) (?:day|week|month)\b").match(scene.after(at)) else told
        )
    if spoken_of is not None and spoken_of.metric in GOODS_METRICS:
        return spoken_of.metric
    if kind == "piece":
        return None
    return "production" if scene.extracts else "volume"


def _told(scene: Scene, at: int) -> str | None:
    """What the nearest verb before amount `at`, or the participle behind its noun, says of it."""
    noun = scene.amounts[at].noun or ""
    after = scene.after(at)
    behind = after[after.lower().find(noun) + len(noun) :] if noun in after.lower() else after
    if cue(ORDERED_AFTER).match(behind):
        return "orders"
    if cue(READY).match(behind):
        return "capacity"
    if cue(SOLD_AFTER).match(behind):
        return "volume"
    found = [(match.start(), name) for name, verb in _VERBS for match in [cue(verb).search(scene.before(at))] if match]
    return max(found)[1] if found else None


def price_of_unit(scene: Scene, at: int) -> Binding | None:
    """ "At 891 a ton": money for a unit of goods, with no measure beside it, is a price."""
    if scene.rules.code != "en" or scene.amounts[at].kind not in ("money", "per_share"):
        return None
    if is_price_of_sold(scene, at):
        return Binding(metric="price", surface="an average of")
    found = cue(A_UNIT).match(scene.after(at))
    if found is None or not cue(GOODS_UNIT).fullmatch(found["unit"]):
        return None
    costs = cue(r"\b(?:costs?|spent|spend|expenses?|paid|pay|margins?|profits?|earn(?:ed|s|ings)|savings?)\b")
    return (
        None
        if costs.search(scene.folded[: scene.amounts[at].start])
        else Binding(metric="price", surface=found[0].strip())
    )


def is_price_of_sold(scene: Scene, at: int) -> bool:
    """ "We sold 2,940 homes at an average of 436,000": money at which goods counted before it were sold."""
    if not at or kind_of(scene.amounts[at - 1].noun) not in ("bulk", "piece"):
        return False
    return cue(r"\b(?:at|for) an average (?:price )?of\s+(?:[a-z]+\s+)?$").search(scene.before(at)) is not None


def paid_by_one(scene: Scene, at: int) -> Binding | None:
    """ "Members spend about 11 a month": what one of those who pay brings; what they pay for a plan is its price."""
    amount = scene.amounts[at]
    if scene.rules.code != "en" or amount.kind != "money" or amount.low is None or abs(amount.low) >= _DEAR:
        return None
    soft = r"\s+(?:us\s+)?(?:(?:about|around|roughly|nearly|an average of|on average|over|only)\s+){0,2}$"
    words = scene.folded[: amount.start]
    if cue(rf"{PAYERS}(?:are |is )?spend(?:s|ing)?{soft}").search(words):
        return Binding(metric="arpu", surface="spend")
    if cue(rf"{PAYERS}(?:are |is )?pay(?:s|ing)?{soft}").search(words):
        return Binding(metric="arpu" if cue(r"\baverage\b").search(words) else "price", surface="pay")
    return None


_DEAR = 10_000
_OF_ONE = frozenset(
    "operating_expenses cost_of_revenue gross_profit net_income operating_income ebitda adjusted_ebitda capex".split()
)


def of_one_unit(scene: Scene, at: int, metric: str, surface: str) -> str | None:
    """ "Operating expenses were 11.85 per barrel": a measure of one unit, as `other:<measure> per <unit>`."""
    amount = scene.amounts[at]
    if scene.rules.code != "en" or metric not in _OF_ONE | {"revenue"} or amount.kind not in ("money", "per_share"):
        return None
    found = cue(A_UNIT).match(scene.after(at))
    if found is None or amount.low is None or abs(amount.low) >= _DEAR:
        return None
    goods = cue(GOODS_UNIT).fullmatch(found["unit"])
    if metric == "revenue":
        return "price" if goods else None
    return f"other:{surface.lower()} per {found['unit']}" if goods else None


_TAKEN_OF = cue(
    r"\s*of\s+(?:(?:our|the|total|net|gross|payments?|processed|processing|transaction|merchandise|platform)\s+){0,3}"
    r"(?:volumes?|gmv|tpv|gtv|bookings|transaction value|merchandise value)\b"
)
_TAKES = cue(
    r"\b(?:revenues?|take|takes|took|commissions?|fees?|monetiz\w+|earn(?:ed|s)?|you're at|we're at|keep)\b[^;.]*$"
)


def taken_of_volume(scene: Scene, at: int) -> bool:
    """ "61 basis points of volume": what is kept of the volume is the take rate, not a share of it."""
    amount = scene.amounts[at]
    if scene.rules.code != "en" or amount.kind not in ("percent", "points") or not _TAKEN_OF.match(scene.after(at)):
        return False
    return amount.unit == "basis_point" or _TAKES.search(scene.before(at)) is not None
