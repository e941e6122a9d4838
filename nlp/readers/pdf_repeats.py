"""Heads of a table that stand again on the next page: running heads of the table, left out like those of the pages.

What begins a page, under a table that ran to the end of the page before, and stood over that table already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..amounts.cells import read_cell, says_nothing
from ..languages.late import late
from .pdf_lines import Row

_YEAR = late(r"(?:19|20)[0-9]{2}")
_CONTINUED = late(
    r"[\s,;:–—-]*(?:[(（\[]?\s*\b(?:continued|cont['’.]?d?\.?|carried forward)\s*[)）\]]?|"
    r"[(（\[][续續][)）\]]|[续續]上?表|[接承]上[表頁页])\s*\Z",
    re.IGNORECASE,
)
_MOST = 10  # lines that one table has over its first figures


def without_repeats(pages: Sequence[Sequence[Row]]) -> list[Sequence[Row]]:
    """The rows of each page, from the top, without repeated heads of tables."""
    out: list[Sequence[Row]] = []
    over: set[str] = set()
    last: Sequence[Row] = ()
    for rows in pages:
        count = _repeated(rows, over) if any(len(row.segments) > 1 for row in last[-3:]) else 0
        over = {_key(row) for row in rows if not _has_figures(row)} | (over if count else set())
        out.append(rows[count:])
        last = rows
    return out


def _repeated(rows: Sequence[Row], over: set[str]) -> int:
    """How many lines from the top stood over the table already; none where what follows is no line of a table."""
    count = 0
    heads = False
    for row in rows[:_MOST]:
        marked = _CONTINUED.search(row.text) is not None
        if _has_figures(row) or not (marked or _key(row) in over):
            break
        heads = heads or marked or len(row.segments) > 1 or _YEAR.search(row.text) is not None
        count += 1
    below = rows[count : count + 3]
    return count if heads and any(_has_figures(row) for row in below) else 0


def _key(row: Row) -> str:
    return " ".join(_CONTINUED.sub("", row.text).split()).lower()


def _has_figures(row: Row) -> bool:
    """Whether a line has a figure behind its label; a year is the head of a column."""
    behind = [segment.text for segment in row.segments[1:]]
    return any(
        not _YEAR.fullmatch(text.strip()) and (read_cell(text) is not None or says_nothing(text)) for text in behind
    )
