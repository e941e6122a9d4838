"""Interval arithmetic: exact examples and the promise that no possible result lies outside."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.amounts import intervals as iv
from nlp.records import Amount, Interval

D = Decimal
_NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=4)

_POSITIVE = st.decimals(min_value=D("0.01"), max_value=10**12, allow_nan=False, allow_infinity=False, places=4)


def interval(low: str | None, high: str | None, ends: str = "[]") -> Interval:
    return Interval(
        low=None if low is None else D(low),
        high=None if high is None else D(high),
        low_open=ends[0] == "(",
        high_open=ends[1] == ")",
    )


@st.composite
def intervals_with_points(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal] = _NUMBERS) -> tuple[Interval, Decimal]:
    """An interval and a point inside it."""
    low, point, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return (
        Interval(
            low=draw(st.sampled_from([low, None])),
            high=draw(st.sampled_from([high, None])),
            low_open=low < point and draw(st.booleans()),
            high_open=point < high and draw(st.booleans()),
        ),
        point,
    )


def holds(outcome: Interval, value: Decimal) -> bool:
    """Inside, up to the 90 digits the point result was computed with."""
    slack = abs(value).scaleb(-80) + D(1).scaleb(-80)
    return (outcome.low is None or outcome.low <= value + slack) and (
        outcome.high is None or value <= outcome.high + slack
    )


@given(intervals_with_points(), intervals_with_points())
def test_operations_contain_point_results(left: tuple[Interval, Decimal], right: tuple[Interval, Decimal]) -> None:
    (a, x), (b, y) = left, right
    with localcontext() as context:
        context.prec = 90
        assert iv.contains(iv.add(a, b), x + y)
        assert iv.contains(iv.subtract(a, b), x - y)
        assert iv.contains(iv.multiply(a, b), x * y)
        assert iv.contains(iv.negate(a), -x)
        assert iv.contains(iv.hull(a, b), x) and iv.contains(iv.hull(a, b), y)
        if y != 0:
            assert holds(iv.divide(a, b), x / y)
            assert holds(iv.margin(a, b), x / y * 100)
        if y > 0:
            assert holds(iv.growth(b, a), (x / y - 1) * 100)
        if 1 + y / 100 != 0:
            assert holds(iv.implied_base(a, b), x / (1 + y / 100))


@given(intervals_with_points(_POSITIVE), intervals_with_points(_POSITIVE), st.integers(min_value=1, max_value=12))
def test_cagr_contains_point_result(
    left: tuple[Interval, Decimal], right: tuple[Interval, Decimal], years: int
) -> None:
    (a, x), (b, y) = left, right
    with localcontext() as context:
        context.prec = 90
        value = ((y / x) ** (D(1) / years) - 1) * 100
        assert holds(iv.cagr(a, b, years), value)


@given(intervals_with_points(), intervals_with_points())
def test_intersection_holds_what_both_hold(left: tuple[Interval, Decimal], right: tuple[Interval, Decimal]) -> None:
    (a, x), (b, _) = left, right
    common = iv.intersect(a, b)
    assert iv.contains(b, x) == (common is not None and iv.contains(common, x))
    assert iv.overlaps(a, b) == iv.overlaps(b, a)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        pytest.param(iv.add(interval("1", "2"), interval("3", "5", "(]")), interval("4", "7", "(]"), id="add"),
        pytest.param(iv.subtract(interval("1", "2"), interval("3", "5")), interval("-4", "-1"), id="subtract"),
        pytest.param(iv.multiply(interval("-2", "3"), interval("-5", "7")), interval("-15", "21"), id="multiply"),
        pytest.param(iv.multiply(interval("0", "2"), interval("1", None)), interval("0", None, "[)"), id="zero-inf"),
        pytest.param(iv.divide(interval("1", "2"), interval("-4", "-2")), interval("-1", "-0.25"), id="divide"),
        pytest.param(iv.divide(interval("1", "2"), interval("0", "4", "(]")), interval("0.25", None, "[)"), id="to-0"),
        pytest.param(iv.divide(interval("1", "2"), interval("-1", "4")), iv.WHOLE_LINE, id="divide-by-zero"),
        pytest.param(iv.growth(interval("50", "50"), interval("60", "65")), interval("20", "30"), id="growth"),
        pytest.param(iv.growth(interval("0", "50"), interval("60", "65")), iv.WHOLE_LINE, id="growth-from-zero"),
        pytest.param(iv.implied_base(interval("60", "66"), interval("10", "20")), interval("50", "60"), id="base"),
        pytest.param(iv.cagr(interval("8", "8"), interval("27", "27"), 3), interval("50", "50"), id="cagr-exact"),
        pytest.param(iv.cagr(interval("8", "8"), interval("27", "27"), 0), iv.WHOLE_LINE, id="cagr-no-years"),
        pytest.param(iv.margin(interval("20", "21"), interval("70", "84")), interval("23.80952", "30"), id="margin"),
        pytest.param(iv.hull(interval("1", "2", "(]"), interval("1", "4")), interval("1", "4"), id="hull"),
        pytest.param(iv.scale_by(interval("1", "2", "[)"), D(-3)), interval("-6", "-3", "(]"), id="scale"),
    ],
)
def test_exact_results(outcome: Interval, expected: Interval) -> None:
    def rounded(end: Decimal | None) -> Decimal | None:
        return None if end is None else round(end, 5)

    assert (rounded(outcome.low), rounded(outcome.high)) == (expected.low, expected.high)
    assert (outcome.low_open or outcome.low is None) == (expected.low_open or expected.low is None)
    assert (outcome.high_open or outcome.high is None) == (expected.high_open or expected.high is None)


@pytest.mark.parametrize(
    ("said", "computed", "point", "expected"),
    [
        pytest.param(interval("24.95", "25.05"), interval("24.8", "25.2"), "25.01", "equal", id="point-inside"),
        pytest.param(interval("24.95", "25.05"), interval("24.8", "25.2"), "25.1", "rounding", id="intervals-meet"),
        pytest.param(interval("24.95", "25.05"), interval("25.1", "25.2"), "25.15", "disjoint", id="disjoint"),
        pytest.param(interval("1", None, "()"), interval("0", "1"), "1", "disjoint", id="open-end-touches"),
    ],
)
def test_agreement(said: Interval, computed: Interval, point: str, expected: str) -> None:
    assert iv.agreement(said, computed, D(point)) == expected


@pytest.mark.parametrize(
    ("given_interval", "expected"),
    [
        pytest.param(interval("61.4512", "61.5171"), "61.45..61.52", id="outward"),
        pytest.param(interval("7", "7"), "7", id="point"),
        pytest.param(interval(None, "7.50"), "..7.5", id="no-low"),
        pytest.param(interval("-0.001", None), "-0.01..", id="no-high"),
        pytest.param(iv.WHOLE_LINE, "any", id="whole"),
        pytest.param(interval("1200", "1300"), "1200..1300", id="zeros-kept"),
    ],
)
def test_text(given_interval: Interval, expected: str) -> None:
    assert iv.text(given_interval) == expected


def an_amount(low: str | None, high: str | None, modifier: str | None, step: str = "0.5") -> Amount:
    return Amount(
        start=0,
        end=1,
        low=None if low is None else D(low),
        high=None if high is None else D(high),
        unit="count",
        kind="count",
        half_step=D(step),
        modifier=modifier,
    )


@pytest.mark.parametrize(
    ("amount", "meant", "near"),
    [
        pytest.param(an_amount("40", "40", None), "39.5..40.5", "39.5..40.5", id="plain"),
        pytest.param(an_amount("40", "40", "about"), "38..42", "38..42", id="about-reaches-5-percent"),
        pytest.param(an_amount("4", "4", "about"), "3.5..4.5", "3.5..4.5", id="about-at-least-half-step"),
        pytest.param(an_amount("40", "40", "nearly"), "38..40", "38..40", id="nearly-is-below"),
        pytest.param(an_amount("40", None, "over"), "40..", "40..44", id="over"),
        pytest.param(an_amount(None, "40", "under"), "..40", "36..40", id="under"),
        pytest.param(an_amount("-40", None, "at_least"), "-40..", "-40..-36", id="negative-bound"),
        pytest.param(an_amount("40", "44", None), "39.5..44.5", "39.5..44.5", id="range"),
    ],
)
def test_meant(amount: Amount, meant: str, near: str) -> None:
    assert iv.text(iv.meant_interval(amount)) == meant
    assert iv.text(iv.near_bound(amount)) == near


def test_bounds_said_with_over_leave_the_bound_out() -> None:
    assert not iv.contains(iv.meant_interval(an_amount("40", None, "over")), D(40))
    assert iv.contains(iv.meant_interval(an_amount("40", None, "at_least")), D(40))
