"""Fractions in words: "two-thirds of", "half of our", 三分之一, 一半. Their value is rounded to six places."""

from __future__ import annotations

import re
from decimal import Decimal

from ..languages.en.numbers import EN
from ..languages.late import late
from . import chinese
from .numerals import Numeral, alternation

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_ABOVE = {**{word: value for word, value in EN.digits.items() if 0 < value < 10}, "a": 1}
_FRACTION = late(
    rf"(?:{alternation(_ABOVE)})(?:-|\s{{1,2}})(?:{alternation(_PARTS)})(?![a-z-])"
    r"|half(?![a-z-]|\s{1,2}(?:an?|year|time|point|dozen)(?![a-z]))"
)
_HALF_OF = late(r"\s{1,2}(?:of|our|the|its|their)(?![a-z])")
# "grew by more than half", "down by a third": what follows says nothing of a fraction.
_BY = late(
    r"(?<![a-z])by\s{1,2}(?:(?:more|less)\sthan\s|(?:over|about|around|nearly|almost|roughly|some|well over)\s)?\Z"
)
_IN_TIME = late(
    r"(?<![a-z])(?:delay|push|slip|shift|postpon|extend|late|earl|bring|brought|lag|lead|mov|miss|ahead|behind)"
)
# "is less than half.", "it was under half, and"
_BOUND = late(r"(?<![a-z])(?:than|over|under|above|below|nearly|about|around|roughly|almost)\s\Z")
_ENDS = late(r"[,.;?!](?:\s|\Z)|\Z")
_OF_AFTER = late(r"\s{1,3}(?:of|our|the|its|their|to|or)(?![a-z])|[,.;]")
# "the first half of", "the third quarter": a period, no share.
_PERIOD_BEFORE = late(
    r"(?<![a-z])(?:first|second|1st|2nd|third|fourth|last|latter|back|other|front|early|next|previous|this|each|past|every)\s{1,2}"
    r"(?:and\s{1,2}a\s{1,2})?\Z"
)
_OF_TIME = late(r"\s{1,3}(?:of\s{1,3})?(?:the\s{1,3})?(?:(?:19|20)[0-9]{2}|year|fiscal|day|month)")
_HAN_OVER = late(r" ?分 ?之 ?")
_HAN_HALF = late("半(?!年|天|个|月|小时|导体|数|径|场)")
_OF = late(r"\s{1,3}of(?![a-z])")
_OF_WHOLE = late(
    r"\s{1,3}of\s{1,3}(?:the|our|its|their|all|total|these|those|net|revenue|revenues|sales|them|it|that|which|whom|customers"
    r"|users|people|orders)(?![a-z])"
)
_SIX = Decimal("0.000001")


def read_fraction(low: str, start: int) -> tuple[Numeral | None, int]:
    """The fraction said in words at `start`; None, with an end, where the words name a period or an ordinal."""
    match = _FRACTION.match(low, start)
    if match is None:
        return None, start
    end = match.end()
    words = re.split(r"[-\s]+", match.group())
    if _PERIOD_BEFORE.search(low, max(0, start - 16), start) or _OF_TIME.match(low, end):
        return None, end
    above, below = (1, 2) if words == ["half"] else (_ABOVE[words[0]], _PARTS[words[-1]])
    moved = _BY.search(low, max(0, start - 24), start) is not None
    bounded = _BOUND.search(low, max(0, start - 12), start) is not None and _ENDS.match(low, end) is not None
    if words == ["half"] and not (moved or bounded or _HALF_OF.match(low, end)):
        return None, start
    hyphen, plural = "-" in match.group(), words[-1].endswith("s")
    is_time = below == 4 and not hyphen  # "three quarters" are nine months
    moved_by = moved and _IN_TIME.search(low, max(0, start - 60), start) is None
    if is_time and not moved_by and not (_OF if above == 1 else _OF_WHOLE).match(low, end):
        return None, end
    if words != ["half"] and not (hyphen or plural or moved or _OF_AFTER.match(low, end)):
        return None, end
    if above >= below:
        return None, end
    return _fraction(start, end, Decimal(above) / Decimal(below)), end


def read_han_fraction(low: str, numeral: Numeral) -> tuple[Numeral | None, int]:
    """三分之一 and 一半, where `numeral` is what stands before 分之 or 半; else the numeral itself."""
    half = low[numeral.start : numeral.end] == "一" and _HAN_HALF.match(low, numeral.end)
    if half:
        return _fraction(numeral.start, half.end(), Decimal("0.5")), half.end()
    if low[numeral.end : numeral.end + 1] == "又":
        return _mixed(low, numeral)
    over = _HAN_OVER.match(low, numeral.end)
    if over is None or numeral.low < 2 or numeral.low != numeral.low.to_integral_value():
        return numeral, numeral.end
    digits = re.compile("[0-9]{1,6}(?![0-9.,])").match(low, over.end())
    above = Decimal(digits.group()) if digits else None
    end = digits.end() if digits else over.end()
    if above is None and low[end : end + 1] in chinese.DIGITS:
        inner, end = chinese.read_han(low, end)
        above = inner.low if inner else None
    if above is None or above == 0:
        return numeral, numeral.end
    # 第三四分之一 and "third四分之一" are quarters of a year gone wrong in translation.
    before = low[max(0, numeral.start - 2) : numeral.start]
    if numeral.high != numeral.low or before.startswith("第") or (before[-1:].isascii() and before[-1:].isalpha()):
        return None, end
    return _fraction(numeral.start, end, above / numeral.low), end


def _mixed(low: str, whole: Numeral) -> tuple[Numeral | None, int]:
    """三又四分之一."""
    at = whole.end + 1
    if low[at : at + 1] not in chinese.DIGITS:
        return whole, whole.end
    below, _ = chinese.read_han(low, at)
    part = read_han_fraction(low, below)[0] if below else None
    if part is None or not part.fraction:
        return whole, whole.end
    return _fraction(whole.start, part.end, whole.low + part.low), part.end


def _fraction(start: int, end: int, value: Decimal) -> Numeral:
    value = value.quantize(_SIX)
    step = Decimal("0.01")
    one = Decimal(1)
    return Numeral(
        start=start,
        end=end,
        low=value,
        high=value,
        step=step,
        mantissa=value,
        scale=one,
        kind="words",
        decimals=2,
        fraction=True,
    )
