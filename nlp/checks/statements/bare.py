"""What a bare number counts in: "EBITDA of 194 million euros after 211", "in 2028 we are talking of 8"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...languages.late import late
from .figures import Figure
from .match import how_equal
from .sizes import scaled

_BARE = late(r"[0-9][0-9,]*(?:\.[0-9]+)?(?:\s(?:to|and|or)\s[0-9][0-9,]*(?:\.[0-9]+)?)?")
_NUMBER = late(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_LINES = 3  # before it in its paragraph
_ZERO = Decimal(0)


def in_its_unit(said: Figure, other: Figure) -> Figure:
    """A bare figure of a document in the unit of those beside it, where it is a statement's number in that."""
    if not _is_bare(other) or not _has_digits_of(said, other):
        return other
    read = _read_like(other, said)
    return read if read is not None and how_equal(said, read) else other


def _is_bare(figure: Figure) -> bool:
    """Whether a number is printed without unit, scale and thing counted."""
    amount = figure.amount
    return amount.unit == "count" and amount.noun is None and _BARE.fullmatch(figure.quote) is not None


def _read_like(figure: Figure, said: Figure) -> Figure | None:
    """A bare number in the scale of the nearest figure in a statement's unit that stands with it.

    Those are the figures of its line, then those of the lines before it in its paragraph. One may print its scale
    alone: "sales were 612 million" says millions of any currency.
    """
    for row in _beside(figure):
        by, unit = _scale(row), row.amount.unit
        plain = "count" in (unit, said.amount.unit) and row.amount.noun is None and row.amount.kind != "percent"
        if by and (unit == said.amount.unit or (plain and by > 1)):
            return replace(figure, amount=replace(scaled(figure.amount, by), unit=unit, kind=row.amount.kind))
    return None


def _has_digits_of(said: Figure, other: Figure) -> bool:
    """Whether two numbers print the same digits, whatever their scale."""
    ends = zip((said.amount.low, said.amount.high), (other.amount.low, other.amount.high), strict=True)
    return all(one is not None and two is not None and _digits(one) == _digits(two) for one, two in ends)


def _digits(number: Decimal) -> tuple[int, ...]:
    return number.normalize().as_tuple().digits


def _beside(figure: Figure) -> list[Figure]:
    """The figures that name a unit or a scale around a bare one, the nearest of its own line first."""
    text, at = figure.text, figure.line
    own = [row for row in text.by_line.get(at, ()) if row is not figure and not row.ends]
    own.sort(key=lambda row: max(row.amount.start - figure.amount.end, figure.amount.start - row.amount.end))
    found = list(own)
    for line in range(at - 1, max(-1, at - 1 - _LINES), -1):
        if text.lines[line].paragraph != figure.row.paragraph:
            break
        found += [row for row in reversed(text.by_line.get(line, ())) if not row.ends]
    return [row for row in found if not _is_bare(row)]


def _scale(figure: Figure) -> Decimal:
    """What one of the printed number stands for: 1,000,000 in "$5.4 million"; 0 where it prints no number."""
    printed = _NUMBER.search(figure.quote)
    value = figure.amount.low if figure.amount.low is not None else figure.amount.high
    number = Decimal(printed[0].replace(",", "")) if printed else _ZERO
    if not number or not value:
        return _ZERO
    by = abs(value) / number
    return by if _digits(by) == (1,) else _ZERO


__all__ = ["in_its_unit"]
