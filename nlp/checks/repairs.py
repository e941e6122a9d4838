"""Candidate repairs of one printed number, and how each would be printed.

Slips people and recognizers make: a scale word (million for billion, 万 for 亿), a decimal point, two digits exchanged,
a digit doubled or dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from itertools import pairwise
from typing import NamedTuple

from ..languages.late import late
from ..records import Claim
from ..text import fold, simplify

_NUMBER = late(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")
_EN_SCALES = (("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12))
_EN_SHORT = {"k": 3, "m": 6, "mm": 6, "mn": 6, "b": 9, "bn": 9, "t": 12, "tn": 12}
_ZH_SCALES = (("万亿", 12), ("兆", 12), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3))
_SCALE_WORD = late(r"thousand|illion|(?<=[0-9])\s?(?:k|mm?|mn|bn?|tn?)\b|[千万亿兆]", re.IGNORECASE)
_POWERS = (3, -3, 1, -1, 2, -2, 4, -4, 6, -6, 8, -8)


class Slip(NamedTuple):
    """One way to mend a number: the factor or new value, its kind and its price (a likelier slip is cheaper)."""

    value: Decimal
    kind: str  # scale, point, exchanged, dropped, extra, digit
    price: int


def find_slips(value: Decimal, surface: str) -> Iterator[Slip]:
    """Every value that one slip would have turned into `value` (sign kept); the likeliest first.

    Only a number with a scale word can have the wrong one.
    """
    scaled = _SCALE_WORD.search(simplify(fold(surface))) is not None
    for power in _POWERS if scaled else (1, -1):
        kind = "scale" if power % 3 == 0 or abs(power) in (4, 8) else "point"
        yield Slip(value=value.scaleb(power), kind=kind, price=0 if power in (3, -3) else 1 if kind == "scale" else 2)
    printed = _NUMBER.search(fold(surface))
    if printed is None or not value:
        return
    shown = Decimal(printed[0].replace(",", "") or "0")
    unit = value / shown if shown else None
    if unit is not None:
        yield from (Slip(value=digits * unit, kind=kind, price=3) for digits, kind in _digit_slips(printed[0]))


def _digit_slips(number: str) -> Iterator[tuple[Decimal, str]]:
    digits = number.replace(",", "")
    seen = {digits}
    places = [at for at, digit in enumerate(digits) if digit.isdigit()]
    for left, right in pairwise(places):
        swapped = list(digits)
        swapped[left], swapped[right] = digits[right], digits[left]
        exchanged = "".join(swapped)
        if exchanged not in seen:
            seen.add(exchanged)
            yield Decimal(exchanged), "exchanged"
    yield from _shorter_and_longer(digits, places, seen)
    for at, digit in enumerate(digits):
        if digit.isdigit():
            for other in "0123456789":
                changed = digits[:at] + other + digits[at + 1 :]
                if changed not in seen and (mended := Decimal(changed)):
                    seen.add(changed)
                    yield mended, "digit"


def _shorter_and_longer(digits: str, places: list[int], seen: set[str]) -> Iterator[tuple[Decimal, str]]:
    """The number with one digit more (it was dropped) or one less (it was doubled)."""
    value = Decimal(digits)
    for at in range(len(digits) + 1):
        for other in "0123456789":
            longer = digits[:at] + other + digits[at:]
            if longer not in seen and (grown := Decimal(longer)) != value:
                seen.add(longer)
                yield grown, "dropped"
    for at in places:
        shorter = digits[:at] + digits[at + 1 :]
        if shorter.strip(".") and shorter not in seen and (short := Decimal(shorter)):
            seen.add(shorter)
            yield short, "extra"


def count_digits(surface: str) -> int:
    """How many digits the first number of `surface` prints: 3 for "94.0 million"."""
    printed = _NUMBER.search(fold(surface))
    return sum(char.isdigit() for char in printed[0]) if printed else 0


def significant_digits(surface: str) -> int:
    """As `count_digits`, the zeros at the end of a whole number left out: 1 for "8,000", 3 for "94.0"."""
    printed = _NUMBER.search(fold(surface))
    if printed is None:
        return 0
    digits = printed[0].replace(",", "")
    return sum(char.isdigit() for char in (digits if "." in digits else digits.rstrip("0")))


def reprint(surface: str, old: Decimal, new: Decimal) -> str:
    """`surface` with its value changed from `old` to `new`, in the same style.

    >>> reprint("RMB3.5 million", Decimal(3500000), Decimal(3500000000))
    'RMB3.5 billion'
    >>> reprint("3.5億元", Decimal(350000000), Decimal(350000000000))
    '3,500億元'
    """
    folded = simplify(fold(surface))
    found = _NUMBER.search(folded)
    if found is None or not old:
        return f"{new:f}"
    ratio = new / old
    swapped = _swap_scale(surface, folded, found.end(), ratio)
    if swapped is not None:
        return swapped
    shown = Decimal(found[0].replace(",", "") or "0") * ratio
    return surface[: found.start()] + plain_number(shown) + surface[found.end() :]


def _swap_scale(surface: str, folded: str, after: int, ratio: Decimal) -> str | None:
    """`million` to `billion` where the digits can stay."""
    word = re.match(r"\s*([a-z]+)", folded[after:].lower())
    powers = dict(_EN_SCALES) | _EN_SHORT
    if word is None or word[1] not in powers:
        return None
    for name, power in _EN_SCALES:
        if Decimal(10) ** (power - powers[word[1]]) == ratio:
            start = after + word.start(1)
            return surface[:start] + name + surface[start + len(word[1]) :]
    return None


def plain_number(value: Decimal) -> str:
    """Digits with grouping commas and no exponent: 1465 -> '1,465', 0.50 -> '0.5'."""
    normal = Context(prec=15).plus(value).normalize()
    places = max(0, -int(normal.as_tuple().exponent))
    return f"{value:,.{places}f}"


def show(claim: Claim, quote: str) -> str:
    """A claim's number for a formula: the words as printed."""
    return re.sub(r"\s+", " ", quote.strip())
