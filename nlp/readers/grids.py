"""Tables of HTML and Word as they come, to rows in which every number has one cell of its own.

Published statements put the currency sign, the number and the closing bracket into cells of their own and leave empty
columns between; what is left here are the columns in which something is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..amounts.cells import is_note, read_cell, says_nothing
from ..languages.late import late
from ..text import fold, simplify

_OPENS = late(r"(?:us\$|u\.s\.\$|hk\$|nt\$|s\$|a\$|c\$|rmb¥?|[$€£¥￥₩₹])?[ ]?\(?(?:us\$|rmb|[$€£¥￥])?", re.IGNORECASE)
_CLOSES = late(r"\)?[ ]?(?:%|pts?|pp|bps|x)?[ ]?\)?[¹²³⁰-⁹*†]{0,3}", re.IGNORECASE)
_NOTE = late(r"(?:\([1-9a-z]\)|\[[1-9a-z]\]|[*†‡]{1,3}|[¹²³⁰-⁹⁽⁾]+)")
_YEAR = late(r"(?:19|20)[0-9]{2}")
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at `column`, over `span` columns; its text has no line breaks."""

    column: int
    span: int
    text: str


Row = tuple[GridCell, ...]


def tidy(rows: Sequence[Row]) -> list[Row]:
    """The rows with signs and brackets beside their numbers and the columns renumbered; empty rows are left out."""
    values = _value_columns(rows)
    joined = [_joined([cell for cell in row if cell.text], values) for row in rows]
    numbers = {_anchor(cell) for row in joined for cell in row if _is_number(cell.text) and not _is_head(cell, row)}
    notes = {_anchor(cell) for row in joined for cell in row[1:] if not _is_number(cell.text) and is_note(cell.text)}
    anchors = sorted(numbers | notes | _firsts(joined))
    return [_renumbered(row, anchors) for row in joined if row]


def is_data(rows: Sequence[Row]) -> bool:
    """Whether a table holds figures: rows with a label and numbers, and no cell of running prose."""
    values = _value_columns(rows)
    filled = [_joined([cell for cell in row if cell.text], values) for row in rows]
    numbers = [sum(1 for cell in row[1:] if _is_number(cell.text)) for row in filled]
    numbered = sum(1 for count in numbers if count)
    longest = max((len(cell.text) for row in filled for cell in row[1:]), default=0)
    several = numbered >= 2 or max(numbers, default=0) >= 2
    return several and longest <= 160 and numbered * 4 >= len(filled) - 1


def _is_number(text: str) -> bool:
    return read_cell(text) is not None or says_nothing(text)


def _firsts(rows: Sequence[Row]) -> set[int]:
    """The columns in which a row with numbers begins with words: those of the labels, indented ones among them."""
    return {
        row[0].column
        for row in rows
        if row and not _is_number(row[0].text) and any(_is_number(cell.text) for cell in row[1:])
    }


def _is_head(cell: GridCell, row: Row) -> bool:
    """Whether a year stands over a column, not in it: over more than one cell, or in a line without a name."""
    return _YEAR.fullmatch(cell.text.strip()) is not None and (cell.span > 1 or _is_number(row[0].text))


def _value_columns(rows: Sequence[Row]) -> frozenset[int]:
    """The columns with a number that is no note mark: "(3)" among those of "(34)" is a loss, alone it is a note."""
    cells = (cell for row in rows for cell in row if cell.text and not _NOTE.fullmatch(cell.text))
    return frozenset(_anchor(cell) for cell in cells if _is_number(cell.text))


def _joined(cells: Sequence[GridCell], values: frozenset[int]) -> Row:
    out: list[GridCell] = []
    for cell in cells:
        last = out[-1] if out else None
        both = f"{last.text}{cell.text}" if last is not None and _opens(last.text) else ""
        if last is not None and both and ((cell.text == "(" and _opens(both)) or _is_number(_closed(both))):
            out[-1] = GridCell(cell.column, cell.span, both)
        elif last is not None and _closes(cell.text) and _takes(last.text, cell.text):
            out[-1] = replace(last, text=last.text + cell.text)
        elif last is not None and _NOTE.fullmatch(cell.text) and _anchor(cell) not in values:
            out[-1] = replace(last, text=f"{last.text} {cell.text}")
        else:
            out.append(cell)
    return tuple(out)


def _opens(text: str) -> bool:
    return bool(text) and _OPENS.fullmatch(simplify(fold(text))) is not None


def _closed(text: str) -> str:
    """The text with the bracket closed that it leaves open: "$" and "(4,118" stand before a cell with ")"."""
    return f"{text})" if text.count("(") > text.count(")") else text


def _closes(text: str) -> bool:
    return bool(text) and _CLOSES.fullmatch(fold(text)) is not None


def _takes(before: str, text: str) -> bool:
    return read_cell(before + text) is not None or (before.count("(") > before.count(")") and ")" in text)


def _anchor(cell: GridCell) -> int:
    """Numbers stand at the right: with or without a cell for the currency sign, the last column is the same."""
    return cell.column + cell.span - 1


def _renumbered(row: Row, anchors: Sequence[int]) -> Row:
    """The row's cells at the anchors they stand over; a cell over none goes to the nearest free one behind."""
    out: list[GridCell] = []
    taken = -1
    for cell in row:
        first = _anchor(cell) if _is_number(cell.text) and not _is_head(cell, row) else cell.column
        inside = [at for at, column in enumerate(anchors) if first <= column <= _anchor(cell) and at > taken]
        at = inside[0] if inside else max(_nearest(first, anchors), taken + 1)
        span = len(inside) or 1
        out.append(GridCell(at, span, cell.text))
        taken = at + span - 1
    return tuple(out)


def _nearest(column: int, anchors: Sequence[int]) -> int:
    return min(range(len(anchors)), key=lambda at: (abs(anchors[at] - column), at), default=0)
