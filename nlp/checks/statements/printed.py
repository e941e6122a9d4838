"""The amounts of a text as statements print them: dashes of ranges, numbered things, and two amounts put together."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ...amounts.read import find_amounts
from ...languages.late import late
from ...records import Amount
from ..times import RULES

_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_BEFORE_DASH = "%元万亿"
_ZERO = Decimal(0)
_FROM_FLAT = late(r"\bflat\s(?:to|and)\s(?:up\s|down\s|about\s|approximately\s)*$")
_TO_FLAT = late(r"\s(?:to|and)\s(?:roughly\s|about\s|approximately\s)?flat\b")
_NEAR_FLAT = 30  # characters


def all_amounts(text: str, folded: str, lang: str) -> list[Amount]:
    """The amounts, a range dash not taken for a minus, and numbered things ("the 5,000th unit") as counts."""
    found = [_multiple(folded, _without_dash(folded, amount)) for amount in find_amounts(text, lang)]
    found = [_with_flat(folded, amount) for amount in found]
    taken = [(amount.start, amount.end) for amount in found]
    for match in re.finditer(RULES[lang].ordinal, folded):
        start, end = match.start("number"), max(match.end("number"), match.end("scale"))
        if not any(start < right and left < end for left, right in taken):
            value = Decimal(match["number"].replace(",", "")) * _SCALES.get(match["scale"] or "", Decimal(1))
            found.append(
                Amount(start=start, end=end, low=value, high=value, unit="count", kind="count", half_step=_ZERO)
            )
    return sorted(found, key=lambda amount: amount.start)


def _multiple(folded: str, amount: Amount) -> Amount:
    """ "4.1 times in May" is no count of times."""
    whole = amount.value is None or amount.value == amount.value.to_integral_value()
    if amount.unit != "count" or whole or not folded.startswith(" times", amount.end):
        return amount
    return replace(amount, end=amount.end + len(" times"), unit="multiple", kind="ratio")


def _with_flat(folded: str, amount: Amount) -> Amount:
    """ "Flat to up 3%" is a range from 0."""
    if amount.kind not in ("percent", "points") or amount.value is None:
        return amount
    before = _FROM_FLAT.search(folded, max(0, amount.start - _NEAR_FLAT), amount.start)
    behind = _TO_FLAT.match(folded, amount.end)
    if before is None and behind is None:
        return amount
    start, end = before.start() if before else amount.start, behind.end() if behind else amount.end
    return replace(amount, start=start, end=end, low=min(amount.value, _ZERO), high=max(amount.value, _ZERO))


def _without_dash(folded: str, amount: Amount) -> Amount:
    """The dash of "1.2亿-1.5亿元" belongs to the range."""
    before = folded[max(0, amount.start - 1) : amount.start]
    ranged = bool(before) and ((before.isascii() and before.isalnum()) or before in _BEFORE_DASH)
    if folded[amount.start] not in "-~" or not ranged:
        return amount
    low = None if amount.high is None else -amount.high
    high = None if amount.low is None else -amount.low
    return replace(amount, start=amount.start + 1, low=low, high=high)


def around(middle: Amount, margin: Amount) -> Amount | None:
    """ "980 million, plus or minus 20 million"; None where the two are not of one unit."""
    value, by = middle.value, margin.value
    if value is None or by is None or middle.unit != margin.unit or not by < value:
        return None
    return replace(margin, start=middle.start, low=value - by, high=value + by, modifier=None)


def between(folded: str, left: Amount, right: Amount) -> str:
    """What stands between two amounts behind the noun that the first one counts where the second does, too."""
    noun = left.noun.lower() if left.noun and left.noun == right.noun else ""
    start = left.end + len(noun) if noun and folded.startswith(noun, left.end) else left.end
    return folded[start : right.start]


def joined(left: Amount, right: Amount) -> Amount:
    """The range that two amounts print, in the unit of the second."""
    ends = sorted(point for point in (point(left), point(right)) if point is not None)
    step = min(left.half_step, right.half_step)
    return replace(right, start=left.start, low=ends[0], high=ends[1], half_step=step, modifier=None)


def point(amount: Amount) -> Decimal | None:
    """The one number an amount prints; None for a range."""
    if amount.low is None or amount.high is None:
        return amount.high if amount.low is None else amount.low
    return amount.value
