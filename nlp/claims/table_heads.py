"""What stands over and around a table: the period, currency and scale of each column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..amounts.cells import CellNumber, is_note, read_cell, says_nothing
from ..languages import table_units as units
from ..languages import tables as words
from ..languages.late import late
from ..places import Cell, Table
from ..text import fold, simplify
from .periods import PeriodContext
from .table_periods import as_named, find_column_period, with_digits

_YEAR = late(r"(?:19|20)[0-9]{2}")
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
    """A column of figures. `kind` is value, change or share; `unit` and `scale` are None where its heads say none.

    `parts` are its heads from the top; `part`: the part of the business that all of its figures are of, where parts
    stand side by side; `basis`: non_gaap, where its head says so of all of them.
    """

    number: int
    head: str
    period: str | None
    unit: str | None
    scale: int | None
    kind: str
    parts: tuple[str, ...] = ()
    part: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as read, down to the next heads: columns of figures with their heads, rows, and what its caption says."""

    table: Table
    heads: tuple[Cell, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str
    unit: str | None
    scale: int | None


def read_grids(text: str, table: Table, context: PeriodContext) -> tuple[Grid, ...]:
    """The grids of a table, one below each row of heads; none where no column has figures."""
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        lines.setdefault(cell.row, []).append(cell)
    found = []
    for part in _parts(text, lines):
        grid = _grid(text, table, part, context)
        if grid is not None:
            found.append(grid)
    return tuple(found)


def _parts(text: str, lines: Mapping[int, list[Cell]]) -> Iterator[dict[int, list[Cell]]]:
    """The lines from one row of heads to the next: periods again over columns of figures."""
    part: dict[int, list[Cell]] = {}
    for number, cells in sorted(lines.items()):
        if _heads_again(text, cells) and _first_body(text, part) is not None:
            yield part
            part = {}
        part[number] = cells
    yield part


def _heads_again(text: str, cells: Sequence[Cell]) -> bool:
    """Whether a row names years over two columns and has no figures."""
    over = [text[cell.start : cell.end] for cell in cells if cell.column > 0]
    years = [_YEAR.search(with_digits(head)) is not None for head in over]
    figures = [_YEAR.fullmatch(head) is None and read_cell(head) is not None for head in over]
    return sum(years) > 1 and not any(figures)


def _grid(text: str, table: Table, lines: Mapping[int, list[Cell]], context: PeriodContext) -> Grid | None:
    first = _first_body(text, lines)
    if first is None:
        return None
    rows = [_row(text, number, cells) for number, cells in sorted(lines.items()) if number >= first]
    numbers = sorted({column for row in rows for column in row.cells})
    heads = tuple(cell for number, cells in lines.items() if number < first for cell in cells)
    caption = _caption(text, table, heads)
    read = [_column(text, number, heads, caption, context, len(numbers)) for number in numbers]
    named = as_named([column.period for column in read], context)
    columns = tuple(replace(column, period=period) for column, period in zip(read, named, strict=True))
    nearest = caption.split("\n")[::-1]
    unit = next((code for code in map(find_unit, nearest) if code), None)
    scale = _scale_of(nearest)
    return Grid(table, heads, columns, tuple(rows), caption, unit, scale)


def _scale_of(nearest: Sequence[str]) -> int | None:
    """The scale that the nearest line names; 单位：元 says that there is none."""
    for line in nearest:
        power = find_scale(units.COUNTS_IN.sub(" ", line))
        if power or words.UNIT_LINE.search(line):
            return power or 1
    return None


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
    while len(labels) > 1 and is_note(text[labels[-1].start : labels[-1].end]):
        labels.pop()
    start, end = (labels[0].start, labels[-1].end) if labels else (cells[0].start, cells[0].start)
    return Row(number, start, end, " ".join(text[start:end].split()), figures)


def _caption(text: str, table: Table, heads: Sequence[Cell]) -> str:
    """The lines above a table down to its heads, nearest last, with what stands over its labels."""
    above = [line.strip(" \t*_#") for line in text[max(0, table.start - 1500) : table.start].split("\n")]
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


def _column(text: str, number: int, heads: Sequence[Cell], caption: str, context: PeriodContext, count: int) -> Column:
    over = sorted(
        (cell for cell in heads if cell.column <= number < cell.column + cell.span and cell.column > 0),
        key=lambda cell: cell.row,
    )
    parts = [" ".join(text[cell.start : cell.end].split()) for cell in over]
    joined = " ".join(parts)
    plain = simplify(fold(joined)).lower()
    kind = _kind(text, over, count)
    period = find_column_period(parts, caption, context)
    return Column(number, joined, period, find_unit(plain), find_scale(plain), kind, tuple(parts))


def _kind(text: str, over: Sequence[Cell], count: int) -> str:
    """What a column holds, by its lowest head; a head over all columns says nothing of one."""
    plain = [(cell, simplify(fold(text[cell.start : cell.end])).lower()) for cell in over]
    if not plain:
        return "value"
    if words.CHANGE.search(plain[-1][1]) or any(
        words.CHANGE.search(head) and cell.span < count for cell, head in plain
    ):
        return "change"
    return "share" if words.SHARE.search(plain[-1][1]) else "value"


def find_unit(plain: str) -> str | None:
    """The currency named first in folded, simplified text in lower case; `$` and 元 where no country is named."""
    found = [
        (hit.start(), at, code) for at, (pattern, code) in enumerate(words.CURRENCIES) if (hit := pattern.search(plain))
    ]
    named = [row for row in found if row[2] not in ("$", "元")]
    return min(named or found)[2] if found else None


def find_scale(plain: str) -> int | None:
    """The power of ten that text such as "in thousands" or 人民币百万元 gives figures; None where it says nothing."""
    plain = words.AMOUNT.sub(" ", plain)
    return next((scale for pattern, scale in words.SCALES if pattern.search(plain)), None)


def usual_unit(texts: Iterable[str]) -> str | None:
    """The currency that a document names most; where it names none, `$` or 元 if it prints one of them alone."""
    texts = tuple(texts)
    counts = {code: sum(len(pattern.findall(text)) for text in texts) for pattern, code in words.CURRENCIES}
    named = [code for code in counts if code not in ("$", "元") and counts[code]]
    if named:
        return max(named, key=lambda code: counts[code])
    plain = [code for code in ("$", "元") if counts[code]]
    return plain[0] if len(plain) == 1 else None
