"""Fiscal periods: their names, arithmetic on them, and their mentions in text.

A period is text: `2021-Q3`, `2021-H1`, `2021-9M`, `FY2021`, `LTM@2021-09-30`, `asof:2021-09-30`, `multi:2020..2025`;
quarters and years are fiscal, as the company names them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from ..languages.late import late

_QUARTER = late(r"^(\d{4})-(Q[1-4]|H[12]|9M)$")
_YEAR = late(r"^FY(\d{4})$")
_DATED = late(r"^(LTM@|asof:)(\d{4})-(\d{2})-(\d{2})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodContext:
    """What relative words refer to: the reported quarter or year, and the month in which the fiscal year ends.

    `behind` is by how many years the name of a fiscal year is behind the calendar year it ends in: 1 where fiscal 2028
    ends in January 2029, as many retailers have it. `closed` is the day the reported period ended on, where the company
    counts weeks and the day is not the last one of a month.
    """

    reported: str | None = None
    year_end: int = 12
    behind: int = 0
    closed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodMention:
    """A period named at `start:end` of the text given. `named_year` is False where the year comes from the context."""

    start: int
    end: int
    period: str
    named_year: bool = True


def shift_years(period: str | None, years: int) -> str | None:
    """The same period some years later; None for spans of several years.

    >>> shift_years("2021-Q3", -1), shift_years("FY2021", 1), shift_years("asof:2021-09-30", -1)
    ('2020-Q3', 'FY2022', 'asof:2020-09-30')
    """
    if period is None:
        return None
    if found := _QUARTER.match(period):
        return f"{int(found[1]) + years}-{found[2]}"
    if found := _YEAR.match(period):
        return f"FY{int(found[1]) + years}"
    if found := _DATED.match(period):
        year, month = int(found[2]) + years, int(found[3])
        return f"{found[1]}{year}-{found[3]}-{min(int(found[4]), monthrange(year, month)[1]):02d}"
    return None


def shift_quarters(period: str | None, quarters: int) -> str | None:
    """The quarter some quarters later; None for anything but a quarter.

    >>> shift_quarters("2021-Q1", -1)
    '2020-Q4'
    """
    found = _QUARTER.match(period or "")
    if found and found[2].startswith("H") and abs(quarters) == 1:
        # A company that reports halves compares a half with the one before it.
        index = int(found[1]) * 2 + int(found[2][1]) - 1 + quarters
        return f"{index // 2}-H{index % 2 + 1}"
    if not found or not found[2].startswith("Q"):
        return None
    index = int(found[1]) * 4 + int(found[2][1]) - 1 + quarters
    return f"{index // 4}-Q{index % 4 + 1}"


def comparator_of(period: str | None, base: str | None) -> str | None:
    """`yoy` or `qoq` when the two periods stand in that relation.

    >>> comparator_of("2021-Q3", "2020-Q3"), comparator_of("2021-Q1", "2020-Q4"), comparator_of("2021-Q3", "2019-Q3")
    ('yoy', 'qoq', None)
    """
    if period is None or base is None:
        return None
    if base == shift_years(period, -1):
        return "yoy"
    if period.startswith("asof:") and base.startswith("asof:"):
        months = [int(day[5:9]) * 12 + int(day[10:12]) for day in (period, base)]
        return "qoq" if months[0] - months[1] == 3 else None
    return "qoq" if base == shift_quarters(period, -1) else None


def fiscal_quarter(year: int, month: int, year_end: int = 12, behind: int = 0) -> str:
    """The fiscal quarter that ends in (or holds) a calendar month; a fiscal year is named after the year it ends in, or
    one `behind` years before that.

    >>> fiscal_quarter(2021, 6), fiscal_quarter(2021, 6, year_end=3)
    ('2021-Q2', '2022-Q1')
    """
    fiscal_year = year + (1 if month > year_end else 0) - behind
    return f"{fiscal_year}-Q{((month - year_end - 1) % 12) // 3 + 1}"


def is_within(period: str | None, whole: str | None) -> bool:
    """Whether a quarter or half is the whole itself or a part of it.

    >>> is_within("2030-Q2", "2030-H1"), is_within("2030-Q1", "FY2030"), is_within("2029-Q2", "2030-H1")
    (True, True, False)
    """
    if period is None or whole is None or period == whole:
        return period is not None and period == whole
    if _YEAR.match(whole):
        return period[:4] == whole[2:] and _QUARTER.match(period) is not None
    parts = {"H1": ("Q1", "Q2"), "H2": ("Q3", "Q4"), "9M": ("Q1", "Q2", "Q3", "H1")}.get(whole[5:], ())
    return period[:4] == whole[:4] and period[5:] in parts


def years_between(period: str | None) -> tuple[int, int] | None:
    """First and last year of a `multi:` period.

    >>> years_between("multi:2020..2025")
    (2020, 2025)
    """
    found = re.match(r"^multi:(\d{4})\.\.(\d{4})$", period or "")
    return (int(found[1]), int(found[2])) if found else None
