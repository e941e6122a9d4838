"""Findings as CSV that a spreadsheet can open: no text of a document ever becomes a formula or reaches another cell."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from decimal import Decimal

from ..languages.late import late
from ..records import Analysis
from ..words import say
from .flat import FlatRow, flat_rows
from .labels import visible
from .view import View

# What spreadsheets take for the beginning of a formula (OWASP: CSV injection), full-width forms too. Also behind a
# separator inside the text, because a reader with another separator begins a cell there.
_STARTS = late(r"(^|[;,\t|])([\s\"'“”‘’]*)(?=[=+\-@＝＋－＠﹢﹣﹦﹫−])")


def to_csv(analysis: Analysis, lang: str = "en") -> str:
    """One row a finding and one for each amount no finding names; the columns are those of `FlatRow`, in their order.

    In another language than English the heads and what tieout says are told as the workbook tells them. UTF-8 with a
    byte order mark, as spreadsheets want it; every text in quotes; numbers are exact and bare.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    names = [field.name for field in fields(FlatRow)]
    writer.writerow(names if lang == "en" else [say(f"xlsx.{name}", lang) for name in names])
    for row in flat_rows(View(analysis), lang=lang):
        writer.writerow([_cell(getattr(row, name)) for name in names])
    return "\ufeff" + buffer.getvalue()


class _Exact(float):
    """A number for the writer, which quotes all else, that prints its own digits."""

    text: str

    def __new__(cls, value: Decimal | int) -> _Exact:
        number = super().__new__(cls, value)
        number.text = format(value, "f") if isinstance(value, Decimal) else str(value)
        return number

    def __repr__(self) -> str:
        return self.text

    __str__ = __repr__


def _cell(value: str | int | Decimal | None) -> str | float:
    if value is None:
        return ""
    return _Exact(value) if isinstance(value, (int, Decimal)) else safe_text(value)


def safe_text(text: str) -> str:
    """`text` on one line, controls written out, with an apostrophe before what could begin a formula.

    >>> safe_text("=cmd|' /C calc'!A0"), safe_text("up; ＝1+1"), safe_text("loss of -5")
    ("'=cmd|' /C calc'!A0", "up;' ＝1+1", 'loss of -5')
    """
    return _STARTS.sub(r"\1'\2", visible(" ".join(text.split())))
