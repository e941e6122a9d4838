"""What stands over and around a table: the period, currency and scale of each column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..amounts.cells import CellNumber, read_cell, says_nothing
from ..languages import tables as words
from ..places import Cell, Table
from ..text import fold, guess_language, simplify
from .mentions import find_periods
from .periods import PeriodContext

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY_FIRST = re.compile(
    r"\b([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b,?",
    re.IGNORECASE,
)
_ZH_ENDED = re.compile(r"截[至止] ?(?=[0-9]{1,2} ?月)")
_ENDED = re.compile(
    r"\b(?:three|six|nine|twelve|3|6|9|12)[ -]months?\b|\b(?:quarter|year|period|half)[ -]?(?:year)?s? end|"
    r"截[至止].{0,14}(?:月|年度|年)止?",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_ABOVE = 8  # lines above a table that may say its scale and kind


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its name as printed at `start:end`, and its figures by column."""

    number: int
    start: int
    end: int
    label: str
    cells: Mapping[int, tuple[Cell, CellNumber]]

    @property
    def plain(self) -> str:
        """The name folded and simplified, in lower case."""
        return simplify(fold(self.label)).lower().strip(" :：")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures. `kind` is value, change or share; `unit` and `scale` are None where its heads say none."""

    number: int
    head: str
    period: str | None
    unit: str | None
    scale: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as read: columns of figures, rows, and what its caption says."""

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str
    unit: str | None
    scale: int | None


def read_grid(text: str, table: Table, context: PeriodContext) -> Grid | None:
    """The grid of a table; None where no column has figures."""
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        lines.setdefault(cell.row, []).append(cell)
    first = _first_body(text, lines)
    if first is None:
        return None
    rows = [_row(text, number, cells) for number, cells in sorted(lines.items()) if number >= first]
    numbers = sorted({column for row in rows for column in row.cells})
    heads = [cell for number, cells in lines.items() if number < first for cell in cells]
    caption = _caption(text, table, heads)
    columns = tuple(_column(text, number, heads, caption, context) for number in numbers)
    nearest = caption.split("\n")[::-1]
    unit = next((code for code in map(find_unit, nearest) if code), None)
    scale = next((power for power in map(find_scale, nearest) if power), None)
    return Grid(table, columns, tuple(rows), caption, unit, scale)


def _first_body(text: str, lines: Mapping[int, Sequence[Cell]]) -> int | None:
    """The first row that has a name and a figure; the names of groups right above it are part of the body."""
    with_figures = None
    for number, cells in sorted(lines.items()):
        words_ = [cell for cell in cells if not _figure(text, cell)]
        figures = [cell for cell in cells if _figure(text, cell) and not _YEAR.fullmatch(text[cell.start : cell.end])]
        if words_ and figures and words_[0].column < figures[0].column:
            with_figures = number
            break
    if with_figures is None:
        return None
    while with_figures - 1 in lines and len(lines[with_figures - 1]) == 1 and lines[with_figures - 1][0].column == 0:
        if lines[with_figures - 1][0].span > 1 or find_scale(_plain(text, lines[with_figures - 1][0])):
            break
        with_figures -= 1
    return with_figures


def _figure(text: str, cell: Cell) -> bool:
    words_ = text[cell.start : cell.end]
    return read_cell(words_) is not None or says_nothing(words_)


def _plain(text: str, cell: Cell) -> str:
    return simplify(fold(text[cell.start : cell.end])).lower()


def _row(text: str, number: int, cells: Sequence[Cell]) -> Row:
    figures: dict[int, tuple[Cell, CellNumber]] = {}
    labels: list[Cell] = []
    for cell in cells:
        value = read_cell(text[cell.start : cell.end])
        if value is not None and cell.column > 0 and (labels or figures):
            figures[cell.column] = (cell, value)
        elif not figures and not says_nothing(text[cell.start : cell.end]):
            labels.append(cell)
    start, end = (labels[0].start, labels[-1].end) if labels else (cells[0].start, cells[0].start)
    return Row(number, start, end, " ".join(text[start:end].split()), figures)


def _caption(text: str, table: Table, heads: Sequence[Cell]) -> str:
    """The lines above a table down to its heads, nearest last, with what stands over its labels."""
    above = [line.strip() for line in text[max(0, table.start - 1500) : table.start].split("\n")]
    kept: list[str] = []
    for line in reversed([line for line in above if line]):
        if (
            len(kept) >= _ABOVE
            or len(line) > 160
            or (len(line) > 50 and line[-1] in ".。;；")
            or re.search(r"[^\s].*(?:\s{3,}|\t)\(?[0-9]", line)
        ):
            break
        kept.append(line)
    stub = [text[cell.start : cell.end] for cell in heads if cell.column == 0]
    return simplify(fold(" \n ".join([*reversed(kept), *stub]))).lower()


def _column(text: str, number: int, heads: Sequence[Cell], caption: str, context: PeriodContext) -> Column:
    over = sorted(
        (cell for cell in heads if cell.column <= number < cell.column + cell.span and cell.column > 0),
        key=lambda cell: cell.row,
    )
    parts = [" ".join(text[cell.start : cell.end].split()) for cell in over]
    joined = " ".join(parts)
    plain = simplify(fold(joined)).lower()
    lowest = simplify(fold(parts[-1])).lower() if parts else ""
    kind = "change" if words.CHANGE.search(lowest) else "share" if words.SHARE.search(lowest) else "value"
    period = find_column_period(parts, caption, context)
    return Column(number, joined, period, find_unit(plain), find_scale(plain), kind)


def find_column_period(parts: Sequence[str], caption: str, context: PeriodContext) -> str | None:
    """The period that the heads over a column name together, with the caption's help where they give a year alone."""
    joined = " ".join(parts)
    if not joined:
        return None
    balance = words.BALANCE.search(caption) is not None
    period = _period(joined, context, balance)
    if period is None and _YEAR.search(joined):
        spans = [line.strip(" ,") for line in caption.split("\n") if _ENDED.search(line) and not _YEAR.search(line)]
        period = _period(f"{spans[-1]} {joined}", context, balance) if spans else None
    if period is None and (year := _YEAR.fullmatch(re.sub(r"[^0-9]", "", joined))) and not balance:
        return f"FY{year[0]}"
    return period


def _period(joined: str, context: PeriodContext, balance: bool) -> str | None:
    plain = simplify(fold(" ".join(joined.split())))
    lang = guess_language(plain)
    years = _YEAR.findall(plain)
    if lang == "zh" and years and _ZH_ENDED.search(plain):
        plain = _ZH_ENDED.sub(lambda m: f"截至{years[-1]}年", re.sub(r"(?:19|20)[0-9]{2} ?年?", "", plain))
    plain = _DAY_FIRST.sub(r"\2 \1,", plain)
    plain = re.sub(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\. ", r"\1 ", plain)
    plain = re.sub(r",(?! )", ", ", re.sub(r",,+", ",", plain))
    tries = [plain, plain.lower()]
    if not _ENDED.search(plain) and _MONTH.search(plain):
        tries += [f"as of {plain}", f"as of {plain.lower()}"] if lang == "en" else []
    for attempt in tries:
        found = [mention.period for mention in find_periods(attempt, lang, context) if mention.named_year]
        if found:
            return found[-1] if not balance else next((row for row in found if row.startswith("asof")), found[-1])
    return None


def find_unit(plain: str) -> str | None:
    """The currency named first in folded, simplified text in lower case; `$` and 元 where no country is named."""
    found = [
        (hit.start(), at, code) for at, (pattern, code) in enumerate(words.CURRENCIES) if (hit := pattern.search(plain))
    ]
    named = [row for row in found if row[2] not in ("$", "元")]
    return min(named or found)[2] if found else None


def find_scale(plain: str) -> int | None:
    """The power of ten that text such as "in thousands" or 人民币百万元 gives figures; None where it says nothing."""
    return next((scale for pattern, scale in words.SCALES if pattern.search(plain)), None)


def usual_unit(texts: Iterable[str]) -> str | None:
    """The currency that a document names most."""
    counts = {code: sum(len(pattern.findall(text)) for text in texts) for pattern, code in words.CURRENCIES[:-2]}
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best and counts[best] else None
