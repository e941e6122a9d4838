"""Interval arithmetic on `records.Interval`: what a relation between printed figures may come to.

Every operation contains each result of points inside its operands. Ends are `Decimal` with 50 digits, rounded outward;
`None` is an infinite end. Method: R. E. Moore, Interval Analysis (1966), with open and closed ends.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, Inexact
from functools import lru_cache
from typing import Literal

from ..records import Amount, Interval

Agreement = Literal["equal", "rounding", "disjoint"]
_End = tuple[Decimal, bool]  # value (may be infinite), open
_LIMITS = {"Emin": -999999, "Emax": 999999, "traps": []}
_DOWN = Context(prec=50, rounding=ROUND_FLOOR, **_LIMITS)  # type: ignore[arg-type]
_UP = Context(prec=50, rounding=ROUND_CEILING, **_LIMITS)  # type: ignore[arg-type]
_ZERO, _ONE, _HUNDRED, _INFINITE = Decimal(0), Decimal(1), Decimal(100), Decimal("Infinity")
_FLOATS = Decimal("1e-300"), Decimal("1e300")  # a float may stand for what is between
_MANY_YEARS = 100
_LOOSE = Decimal("0.05")  # "about" and "nearly" reach a twentieth of the value

WHOLE_LINE = Interval(low=None, high=None, low_open=True, high_open=True)


def exactly(value: Decimal) -> Interval:
    """The interval that holds one value."""
    return Interval(low=value, high=value)


def is_empty(interval: Interval) -> bool:
    """No number lies in it."""
    if interval.low is None or interval.high is None:
        return False
    return interval.low > interval.high or (interval.low == interval.high and (interval.low_open or interval.high_open))


def contains(interval: Interval, value: Decimal) -> bool:
    """`value` lies in the interval.

    >>> contains(Interval(low=Decimal(1), high=Decimal(2), high_open=True), Decimal(2))
    False
    """
    low, high = _low(interval), _high(interval)
    above = value > low[0] or (value == low[0] and not low[1])
    return above and (value < high[0] or (value == high[0] and not high[1]))


def negate(interval: Interval) -> Interval:
    """The interval of `-x`."""
    low = None if interval.high is None else -interval.high
    high = None if interval.low is None else -interval.low
    return Interval(low=low, high=high, low_open=interval.high_open, high_open=interval.low_open)


def add(left: Interval, right: Interval) -> Interval:
    """The interval of `x + y`."""
    (a, a_open), (b, b_open) = _low(left), _low(right)
    (c, c_open), (d, d_open) = _high(left), _high(right)
    return _make((_DOWN.add(a, b), a_open or b_open), (_UP.add(c, d), c_open or d_open))


def subtract(left: Interval, right: Interval) -> Interval:
    """The interval of `x - y`."""
    return add(left, negate(right))


def total(intervals: tuple[Interval, ...]) -> Interval:
    """The interval of a sum of any number of terms."""
    low, high, low_open, high_open = _ZERO, _ZERO, False, False
    for term in intervals:
        (a, a_open), (c, c_open) = _low(term), _high(term)
        low, high = _DOWN.add(low, a), _UP.add(high, c)
        low_open, high_open = low_open or a_open, high_open or c_open
    return _make((low, low_open), (high, high_open))


def multiply(left: Interval, right: Interval) -> Interval:
    """The interval of `x * y`."""
    pairs = [(x, y) for x in (_low(left), _high(left)) for y in (_low(right), _high(right))]
    return _make(min(_product(_DOWN, *pair) for pair in pairs), _widest(_product(_UP, *pair) for pair in pairs))


def divide(left: Interval, right: Interval) -> Interval:
    """The interval of `x / y`; the whole line when `right` contains 0."""
    if contains(right, _ZERO) or is_empty(right):
        return WHOLE_LINE
    negative = _high(right)[0] <= 0
    divisor = negate(right) if negative else right
    inverse = _make(_inverse(_DOWN, _high(divisor)), _inverse(_UP, _low(divisor)))
    quotient = _exact_quotient(left, divisor) or multiply(left, inverse)
    return negate(quotient) if negative else quotient


def scale_by(interval: Interval, factor: Decimal) -> Interval:
    """The interval of `factor * x`."""
    if factor <= 0:
        return multiply(interval, exactly(factor))
    end = factor, False
    return _make(_product(_DOWN, _low(interval), end), _product(_UP, _high(interval), end))


def growth(base: Interval, current: Interval) -> Interval:
    """Growth from `base` to `current` in percent points, `(current / base - 1) * 100`; the whole line unless base > 0.

    >>> text(growth(exactly(Decimal(80)), exactly(Decimal(100))))
    '25'
    """
    if not _is_positive(base):
        return WHOLE_LINE
    return scale_by(subtract(divide(current, base), exactly(_ONE)), _HUNDRED)


def implied_base(current: Interval, growth_percent: Interval) -> Interval:
    """The base from which `current` is reached by `growth_percent` (in points)."""
    return divide(current, add(exactly(_ONE), divide(growth_percent, exactly(_HUNDRED))))


def cagr(base: Interval, current: Interval, years: int) -> Interval:
    """Compound annual growth in percent points over `years` years.

    The whole line unless base > 0, current >= 0 and years > 0.

    >>> text(cagr(exactly(Decimal(100)), exactly(Decimal(121)), 2))
    '10'
    """
    ratio = divide(current, base)
    if years <= 0 or not _is_positive(base) or ratio.low is None or ratio.low < 0:
        return WHOLE_LINE
    low = _root(_DOWN, ratio.low, years), ratio.low_open
    high = (_INFINITE, True) if ratio.high is None else (_root(_UP, ratio.high, years), ratio.high_open)
    return scale_by(subtract(_make(low, high), exactly(_ONE)), _HUNDRED)


def margin(part: Interval, whole: Interval) -> Interval:
    """`part` of `whole` in percent points."""
    return scale_by(divide(part, whole), _HUNDRED)


def hull(left: Interval, right: Interval) -> Interval:
    """The smallest interval that holds both."""
    return _make(min(_low(left), _low(right)), _widest((_high(left), _high(right))))


def intersect(left: Interval, right: Interval) -> Interval | None:
    """What both have in common; None when they are disjoint."""
    low = max(_low(left), _low(right))
    high = min((_high(left), _high(right)), key=lambda end: (end[0], not end[1]))
    common = _make(low, high)
    return None if low[0] > high[0] or is_empty(common) else common


def overlaps(left: Interval, right: Interval) -> bool:
    """The two may agree: some number lies in both."""
    (a, a_open), (b, b_open) = _low(left), _low(right)
    (c, c_open), (d, d_open) = _high(left), _high(right)
    low, high = max(a, b), min(c, d)
    if low != high:
        return low < high
    return not ((a_open and a == low) or (b_open and b == low) or (c_open and c == high) or (d_open and d == high))


def agreement(said: Interval, computed: Interval, point: Decimal | None = None) -> Agreement:
    """How a printed figure and one computed from others go together.

    `said` is what the print promises, `computed` the interval of the relation, `point` the relation computed from the
    printed values as if they were exact (default: the middle of `computed`). "equal": `point`, rounded as the figure
    is, gives the figure; "rounding": only the intervals meet; "disjoint": no roundings bring them together.
    """
    if not overlaps(said, computed):
        return "disjoint"
    at = point if point is not None else _middle(computed)
    return "equal" if at is not None and contains(said, at) else "rounding"


def text(interval: Interval, places: int = 2) -> str:
    """A short form for people, rounded outward to `places` decimals: "6.15..6.27", "..5", "6.15..", "any".

    >>> text(Interval(low=Decimal("1.2345"), high=Decimal("1.5")))
    '1.23..1.5'
    """
    if interval.low is None and interval.high is None:
        return "any"
    low, high = _short(interval.low, places, ROUND_FLOOR), _short(interval.high, places, ROUND_CEILING)
    return low if low == high and interval.low == interval.high else f"{low}..{high}"


def meant_interval(amount: Amount) -> Interval:
    """Everything the speaker may have meant by `amount`, its modifier included.

    The printed value is widened by the half-step; "about" reaches 5% either way, "nearly" 5% below; "over" and "under"
    leave the bound itself out.
    """
    low, high = amount.low, amount.high
    below = above = amount.half_step
    if amount.modifier in ("about", "nearly") and low is not None and high is not None:
        below = max(below, _DOWN.multiply(abs(low), _LOOSE))
        above = max(above, _UP.multiply(abs(high), _LOOSE)) if amount.modifier == "about" else _ZERO
    if amount.modifier in ("over", "at_least") and high is None:
        below = _ZERO
    if amount.modifier in ("under", "at_most") and low is None:
        above = _ZERO
    return Interval(
        low=None if low is None else _DOWN.subtract(low, below),
        high=None if high is None else _UP.add(high, above),
        low_open=low is None or (amount.modifier == "over" and high is None),
        high_open=high is None or (amount.modifier == "under" and low is None),
    )


def near_bound(amount: Amount) -> Interval:
    """A sharp reading of a bound: "over 300" as 300 to 330, "under 300" as 270 to 300; otherwise `meant_interval`."""
    meant = meant_interval(amount)
    if meant.high is None and meant.low is not None:
        return Interval(low=meant.low, high=meant.low + abs(meant.low) / 10, low_open=meant.low_open)
    if meant.low is None and meant.high is not None:
        return Interval(low=meant.high - abs(meant.high) / 10, high=meant.high, high_open=meant.high_open)
    return meant


def _low(interval: Interval) -> _End:
    return (-_INFINITE, True) if interval.low is None else (interval.low, interval.low_open)


def _high(interval: Interval) -> _End:
    return (_INFINITE, True) if interval.high is None else (interval.high, interval.high_open)


def _make(low: _End, high: _End) -> Interval:
    return Interval(
        low=low[0] if low[0].is_finite() else None,
        high=high[0] if high[0].is_finite() else None,
        low_open=low[1] or not low[0].is_finite(),
        high_open=high[1] or not high[0].is_finite(),
    )


def _widest(ends: object) -> _End:
    # Of equal upper ends the closed one reaches further; `max` alone would prefer True.
    return max(ends, key=lambda end: (end[0], not end[1]))  # type: ignore[no-any-return, call-overload]


def _product(context: Context, left: _End, right: _End) -> _End:
    for value, is_open in (left, right):
        if value == 0 and not is_open:
            return _ZERO, False
    if left[0] == 0 or right[0] == 0:
        return _ZERO, True
    return context.multiply(left[0], right[0]), left[1] or right[1]


def _inverse(context: Context, end: _End) -> _End:
    if end[0] == 0:
        return _INFINITE, True
    if end[0].is_infinite():
        return _ZERO, True
    return context.divide(_ONE, end[0]), end[1]


def _exact_quotient(left: Interval, divisor: Interval) -> Interval | None:
    """`left / divisor` end by end when all ends are finite and the divisor is positive: no second rounding."""
    if None in (left.low, left.high, divisor.low, divisor.high) or divisor.low == 0:
        return None
    low, high, least, most = _low(left), _high(left), _low(divisor), _high(divisor)
    return _make(
        _quotient(_DOWN, low, most if low[0] >= 0 else least), _quotient(_UP, high, least if high[0] >= 0 else most)
    )


def _quotient(context: Context, left: _End, divisor: _End) -> _End:
    return (_ZERO, left[1]) if left[0] == 0 else (context.divide(left[0], divisor[0]), left[1] or divisor[1])


def _root(context: Context, value: Decimal, years: int) -> Decimal:
    if value == 0:
        return _ZERO
    nearest, is_exact = _nearest_root(value, years)
    if is_exact:
        return nearest
    # `power` may be off in its last digit, and so may 1/years (28 digits).
    step: Callable[[Decimal], Decimal] = lambda x: x.scaleb(-26)  # noqa: E731
    return context.subtract(nearest, step(nearest)) if context is _DOWN else context.add(nearest, step(nearest))


@lru_cache(maxsize=4096)  # the repairs of one figure are tried beside the same others again and again
def _nearest_root(value: Decimal, years: int) -> tuple[Decimal, bool]:
    """The root to about 28 digits, and whether it is exact."""
    nearest = _approximate_root(value, years)
    for rounded in (round(nearest, 20), nearest):
        if _last_place(value) != years * _last_place(rounded):
            continue  # a power has just so many places more than its root
        check = Context(prec=200, traps=[])
        if check.power(rounded, years) == value and not check.flags[Inexact]:
            return rounded, True
    return nearest, False


def _approximate_root(value: Decimal, years: int) -> Decimal:
    """Newton's steps from a float: its 16 digits are 30 after one and 45 after two, in little time."""
    context = Context(prec=45)
    if not _FLOATS[0] < value < _FLOATS[1] or years > _MANY_YEARS:
        return context.power(value, _ONE / years)
    near = Decimal(float(value) ** (1 / years))
    for _ in range(2):
        excess = context.subtract(near, context.divide(value, context.power(near, years - 1)))
        near = context.subtract(near, context.divide(excess, years))
    return near


def _last_place(value: Decimal) -> int:
    """The power of ten of the last digit that is not 0."""
    exponent = value.normalize(Context(prec=200)).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _is_positive(interval: Interval) -> bool:
    low, is_open = _low(interval)
    return low > 0 or (low == 0 and is_open)


def _middle(interval: Interval) -> Decimal | None:
    if interval.low is None or interval.high is None:
        return None
    return (interval.low + interval.high) / 2


def _short(value: Decimal | None, places: int, rounding: str) -> str:
    if value is None:
        return ""
    shown = format(value.quantize(Decimal(1).scaleb(-places), context=Context(prec=80, rounding=rounding)), "f")
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return "0" if shown == "-0" else shown
