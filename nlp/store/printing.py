"""Rows of a query as a table of text, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

from .query import Answer

_WIDEST = 60
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def to_text(answer: Answer, form: str) -> str:
    """The answer as `table`, `csv` or `json` (a list of objects; exact decimals as text)."""
    if form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1, default=_plain) + "\n"
    if form == "csv":
        return _csv(answer)
    return _table(answer)


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return "" if value is None else str(value)


def _csv(answer: Answer) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_cell(value) for value in row] for row in answer.rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers."""
    text = _plain(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _table(answer: Answer) -> str:
    """Columns by two blanks, the widest cut; nothing is drawn, because terminals differ on how wide a character is."""
    rows = [answer.columns, *([_shown(value) for value in row] for row in answer.rows)]
    widths = [min(_WIDEST, max(len(row[at]) for row in rows)) for at in range(len(answer.columns))]
    lines = [
        "  ".join(cell[:_WIDEST].ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return "\n".join(lines) + f"\n({len(answer.rows):,} rows)\n"


def _shown(value: Any) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in _plain(value))
