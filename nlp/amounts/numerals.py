"""A numeral: digits or number words with their scale, before anything is known of its unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

MAX_DIGITS = 30
MAX_EXPONENT = 18
HAN_UNITS = "十百千万亿兆点拾佰仟"


@dataclass(slots=True)
class Numeral:
    """A number at `start:end` of the folded copy.

    `mantissa` is the number before its last scale word and `scale` that word's value; `step` is the weight of the last
    printed digit. `high` differs from `low` for approximate numerals such as 三十几万. `kind` is digits, words or han.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    step: Decimal
    mantissa: Decimal
    scale: Decimal
    kind: str
    decimals: int = 0
    grouped: bool = False
    modifier: str | None = None
    fraction: bool = False

    def times(self, factor: Decimal) -> None:
        """Multiply by a scale word that follows."""
        self.low *= factor
        self.high = None if self.high is None else self.high * factor
        self.step *= factor
        self.scale *= factor

    @property
    def bare_integer(self) -> bool:
        """Digits alone: no grouping, decimals or scale."""
        return self.kind == "digits" and not self.grouped and not self.decimals and self.scale == 1


def negate(numeral: Numeral) -> None:
    """Change the sign of the value."""
    low, high = numeral.low, numeral.high
    if high is None:
        # "over minus 5" stays open above; a bound on a negative number is rare enough to keep its side.
        numeral.low = -low
        return
    numeral.low, numeral.high = -high, -low


def read_digits(start: int, surface: str) -> Numeral | None:
    """A numeral from digits, grouped by commas or blanks, with decimals; "2 1/4" too; None beyond 30."""
    surface, _, power = surface.partition("e")
    length = len(surface) + (len(power) + 1 if power else 0)
    number, _, fraction = surface.partition(" ") if "/" in surface else (surface, "", "")
    if " " in number:  # "3 058,4": where blanks group, a comma marks decimals
        number = number.replace(",", ".")
    plain = number.replace(",", "").replace(" ", "")
    if len(plain) > MAX_DIGITS or abs(int(power or 0)) > MAX_EXPONENT:
        return None
    value = Decimal(plain if plain[0] != "." else "0" + plain)
    decimals = len(plain) - plain.index(".") - 1 if "." in plain else 0
    step = Decimal(1).scaleb(-decimals)
    if fraction:
        above, below = fraction.split("/")
        part = Decimal(int(above)) / Decimal(int(below))
        value, step, decimals = value + part, Decimal(1) / Decimal(int(below)), 1
    if power:
        value, step = value.scaleb(int(power)), step.scaleb(int(power))
    return Numeral(
        start=start,
        end=start + length,
        low=value,
        high=value,
        step=step,
        mantissa=value,
        scale=Decimal(1),
        kind="digits",
        decimals=decimals,
        grouped="," in number or " " in number,
    )


def alternation(words: Iterable[str]) -> str:
    """A regex for any of `words`, the longest first; a blank stands for any short white space."""
    import re

    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)
