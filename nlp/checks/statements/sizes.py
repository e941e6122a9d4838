"""Whether two amounts are of one size: as printed, rounded, or within what a bound may mean."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...amounts.intervals import contains, meant_interval, near_bound, overlaps
from ...records import Amount, Interval

_TELLING = 3  # digits before the zeros that a number may be rounded to
_LEAST = Decimal("-Infinity")


def loosened(amount: Amount) -> Amount:
    """ "About 370" may be 365 to 375: half of the last digit that is not zero, up to 5%; so may a bare 3,710."""
    value = amount.value
    if not value:
        return amount
    shown = value.normalize().as_tuple()
    last = Decimal(1).scaleb(int(shown.exponent)) / 2
    if amount.modifier is None and len(shown.digits) >= _TELLING and amount.kind in ("money", "count"):
        return replace(amount, half_step=max(amount.half_step, last))  # "$1,140 million" of 1,142.7
    if amount.modifier not in ("about", "nearly"):
        return amount
    return replace(amount, half_step=max(amount.half_step, min(last, abs(value) / 20)), modifier=None)


def equal_bound(mine: Amount, theirs: Amount) -> str | None:
    """A bound meets the same bound or the number it prints, and a number near it on its side."""
    one = mine.low if mine.high is None else mine.high
    two = theirs.low if theirs.high is None else theirs.high
    opposed = (mine.low is None and theirs.high is None) or (mine.high is None and theirs.low is None)
    if one == two and not opposed:
        return "rounding"
    exact = theirs.low is not None and theirs.low == theirs.high
    return "rounding" if exact and overlaps(told_near(mine), _printed(theirs)) else None


def told_near(amount: Amount) -> Interval:
    """What a bound is said of: "over 31%" of 31.4% and not of 33.9%, "over 30%" of both."""
    near, low = _near_bound(amount), amount.low
    if low is None or amount.high is not None:
        return near
    if amount.unit == "percent" and near.high is not None:
        return replace(near, high=max(near.high, low + 2 * amount.half_step))  # 逾两成 is less than 三成
    if amount.unit == "multiple":
        return replace(near, high=low + 1)  # two and a half times is more than twice, and three times is not
    return near


def _near_bound(amount: Amount) -> Interval:
    """`near_bound`, within one of the last digit that is no zero."""
    near, end = near_bound(amount), amount.low if amount.high is None else amount.high
    if not end or (amount.low is None) == (amount.high is None):
        return near
    step = Decimal(1).scaleb(int(end.normalize().as_tuple().exponent))
    if amount.high is None and near.high is not None:
        return replace(near, high=min(near.high, end + step))
    return replace(near, low=max(near.low, end - step)) if near.low is not None else near


def _printed(amount: Amount) -> Interval:
    return amount.value_interval


def fits(mine: Amount, theirs: Amount) -> bool:
    """A number within what the statement's may mean; of ranges both ends within a half-step."""
    if mine.low is None or mine.high is None or theirs.low is None or theirs.high is None:
        return False
    if mine.low == mine.high and theirs.low == theirs.high:
        return contains(meant_interval(mine), theirs.low)
    return abs(mine.low - theirs.low) <= mine.half_step and abs(mine.high - theirs.high) <= mine.half_step


def upright(amount: Amount) -> Amount:
    """By size: a loss said as a positive number and one printed as a negative one meet; direction is judged apart."""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        # The ends of "between -5 and -7" come in the order said.
        ends = sorted((abs(low), abs(high))) if max(low, high) <= 0 else sorted((low, high))
        return replace(amount, low=ends[0], high=ends[1])
    if max(end for end in (low, high, _LEAST) if end is not None) > 0:
        return amount
    return replace(amount, low=None if high is None else -high, high=None if low is None else -low)


def scaled(amount: Amount, by: Decimal) -> Amount:
    """The amount in another unit, of which one is `by` of this."""
    if by == 1:
        return amount
    low = None if amount.low is None else amount.low * by
    high = None if amount.high is None else amount.high * by
    return replace(amount, low=low, high=high, half_step=amount.half_step * by)


__all__ = ["equal_bound", "fits", "loosened", "scaled", "told_near", "upright"]
