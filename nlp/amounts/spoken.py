"""Multiples and points that are words of their own: "twice the", "doubled", "half a point", 翻倍, 翻了一番."""

from __future__ import annotations

from decimal import Decimal

from ..languages.late import late
from ..records import AmountKind
from .found import Found
from .numerals import Numeral

_TIMES = {"twice": 2, "doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4}
_OF_WHAT = (
    r"(?=\s{1,2}(?:the|that|what|our|its|their|as\s(?:much|many)|last|of)(?![a-z])"
    # "double 24 million", never the names "Double 11" and "triple 9s"
    r"|\s{1,2}(?:[$€£¥][0-9]|[0-9]{3}|[0-9,.]{1,9}\s?(?:%|per\s?cent|million|billion)))"
)
_MULTIPLE = late(
    rf"twice{_OF_WHAT}|(?:double|triple|treble|quadruple){_OF_WHAT}"
    r"|(?:doubl|tripl|trebl|quadrupl)(?:ed|ing)(?![a-z-])(?!\s{1,2}(?:down|up|as)(?![a-z]))"
)
_POINTS = (
    (late(r"half\s{1,2}an?\s{1,2}(?:percentage[\s-])?point(?![a-z])"), Decimal("0.5")),
    (late(r"an?\s{1,2}(?:percentage\s)?point\s{1,2}and\s{1,2}a\s{1,2}half(?![a-z])"), Decimal("1.5")),
    (late(r"an?\s{1,2}(?:full|whole|percentage)\s{1,2}point(?![a-z])"), Decimal(1)),
)
STARTS = ("twice", "doubl", "tripl", "trebl", "quadrupl")
# 翻一番 is twice, 翻两番 four times; a digit after 翻 is read with 倍.
_FANS = {"倍": 2, "番": 2, "一番": 2, "两番": 4, "三番": 8, "一倍": 2}
_HAN = late(r"翻了?(?P<fan>[一两三]?番|一?倍)")


def read_spoken(low: str, start: int) -> Found | None:
    """The multiple or number of points said in words at `start` of the lower-case, simplified text."""
    if low[start] == "翻":
        fan = _HAN.match(low, start)
        return _found(start, fan.end(), Decimal(_FANS[fan["fan"]]), "multiple") if fan else None
    if multiple := _MULTIPLE.match(low, start):
        value = next(times for word, times in _TIMES.items() if multiple.group().startswith(word))
        return _found(start, multiple.end(), Decimal(value), "multiple")
    for pattern, points in _POINTS:
        if match := pattern.match(low, start):
            return _found(start, match.end(), points, "percentage_point")
    return None


def _found(start: int, end: int, value: Decimal, unit: str) -> Found:
    """Said in words and so rounded to the last digit that the words can tell apart."""
    step = Decimal("0.5") if value % 1 else Decimal(1)
    numeral = Numeral(start, end, value, value, step, value, Decimal(1), "words")
    kind: AmountKind = "ratio" if unit == "multiple" else "points"
    return Found(numeral, start, end, unit=unit, kind=kind, typed=True, phrase_start=start, phrase_end=end)
