"""An amount in the making: the numeral, its unit, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..records import AmountKind
from .numerals import Numeral


@dataclass(slots=True)
class Found:
    """One numeral with its unit. `span_*` is the amount's span, `phrase_*` the same with modifier words.

    `hard`: no amount, and no end of a range either; `soft`: no amount unless a range, noun or modifier speaks for it.
    `unit` is "" for money of a currency not yet known and for a bare number.
    """

    numeral: Numeral
    span_start: int
    span_end: int
    unit: str = ""
    kind: AmountKind = "count"
    typed: bool = False
    has_prefix: bool = False
    generic: bool = False  # money by a name that several currencies share
    hard: bool = False
    soft: bool = False
    shared: bool = False
    is_range: bool = False
    phrase_start: int = 0
    phrase_end: int = 0
    modifier: str | None = None
    noun: str | None = None
    duration: bool = False
    predicate: bool = False  # "the answer is four."
    name: str = ""  # the capitalised word before a bare number, by which names are known again elsewhere

    @property
    def low(self) -> Decimal | None:
        """The low end as said."""
        return self.numeral.low

    @property
    def high(self) -> Decimal | None:
        """The high end as said; None when open."""
        return self.numeral.high

    @property
    def name_pair(self) -> tuple[str, Decimal]:
        """The name a bare number belongs to, with the number."""
        return self.name, self.numeral.low

    @property
    def generic_money(self) -> bool:
        """Money said with a bare 元."""
        return self.kind == "money" and self.unit == ""

    def take_unit(self, other: Found) -> None:
        """The unit said once for both."""
        self.unit, self.kind, self.typed, self.generic = other.unit, other.kind, True, other.generic

    def high_end(self, other: Found) -> None:
        """Become the range from this to `other`, or from `other` to this where that lies lower."""
        ends = [end for end in (self.low, self.high, other.low, other.high) if end is not None]
        self.numeral.low, self.numeral.high = min(ends), max(ends)
        self.numeral.step = min(self.numeral.step, other.numeral.step)
        self.span_end = self.phrase_end = other.span_end
        self.noun, self.is_range, self.soft = other.noun, True, False
