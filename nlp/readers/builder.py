"""Text made from the pieces of a source, with the place that each piece came from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from ..languages.late import late
from ..options import Options
from ..places import Cell, Place, Table
from ..records import Document
from .grids import Row
from .plain import document_from_text

_INNER_BREAK = late(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = late(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff]")
# Small digits behind a number would be read as its last digits: "42.4" with note 1 is no 42.41.
_SMALL = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_NUMBER_END = late(r"[0-9)%]\Z")


class TextBuilder:
    """Collects lines; a blank line ends a block. Control characters become blanks, so that offsets stay plain."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._places: list[Place] = []
        self._tables: list[Table] = []

    def add_block(self, lines: Sequence[str], *, page: int | None = None, element: str | None = None) -> None:
        """A block of lines, apart from the one before it by a blank line; a block without words is left out."""
        text = "\n".join(clean(line).rstrip() for line in lines).strip("\n")
        if not text.strip():
            return
        if self._pieces:
            self._write("\n\n")
        start = self._length
        self._write(text)
        self._mark(start, page, element)

    def add_line(self, line: str, *, page: int | None = None, element: str | None = None) -> None:
        """A line directly under the one before it."""
        text = clean(line).rstrip()
        if not text.strip():
            return
        if self._pieces:
            self._write("\n")
        start = self._length
        self._write(text)
        self._mark(start, page, element)

    def extend_line(self, text: str, *, page: int | None = None, element: str | None = None) -> None:
        """More of the line just written, as on the next page."""
        start = self._length
        self._write(clean(text))
        self._mark(start, page, element)

    def trim(self, count: int) -> None:
        """Take back the last characters of the last piece, as a hyphen that a line's end put there."""
        self._pieces[-1] = self._pieces[-1][:-count]
        self._length -= count
        self._places[-1] = replace(self._places[-1], end=self._length)

    def add_table(self, rows: Sequence[Row], *, page: int | None = None, element: str | None = None) -> None:
        """A table as a block: a line for each row, a tab between columns."""
        kept = [row for row in rows if any(cell.text.strip() for cell in row)]
        if not kept:
            return
        if self._pieces:
            self._write("\n\n")
        start, cells = self._length, []
        for at, row in enumerate(kept):
            if at:
                self._write("\n")
            cells += self._row(at, row)
        self._mark(start, page, element)
        self._tables.append(Table(start=start, end=self._length, cells=tuple(cells)))

    def _row(self, at: int, row: Row) -> list[Cell]:
        cells, column = [], 0
        for cell in row:
            self._write("\t" * (cell.column - column))
            column, begin = cell.column, self._length
            self._write(" ".join(clean(cell.text).split()))
            cells.append(Cell(start=begin, end=self._length, row=at, column=cell.column, span=cell.span))
        return cells

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _mark(self, start: int, page: int | None, element: str | None) -> None:
        last = self._places[-1] if self._places else None
        if last is not None and (last.page, last.element) == (page, element):
            self._places[-1] = replace(last, end=self._length)
        else:
            self._places.append(Place(start=start, end=self._length, page=page, element=element))

    def document(self, data: bytes, name: str, options: Options, *, kind: str) -> Document:
        """The Document of all that was added; `kind` is its format. Raises Empty or TooLarge."""
        text = "".join(self._pieces)
        digest = hashlib.sha256(data).hexdigest()
        document = document_from_text(f"{text}\n" if text else "", name, options.limits, digest=digest)
        return replace(document, format=kind, places=tuple(self._places), tables=tuple(self._tables))


def clean(line: str) -> str:
    """A line without characters that break or hide it: other line ends, controls, half surrogates, soft hyphens."""
    line = line.replace("\u00ad", "")
    return _CONTROL.sub(" ", _INNER_BREAK.sub(" ", line))


def raise_note(before: str, note: str) -> str:
    """A small raised mark as text: plain behind a word ("loss1"), small digits behind a number ("42.4¹").

    >>> raise_note("net loss", "1"), raise_note("42.4", "1")
    ('1', '¹')
    """
    return note.translate(_SMALL) if not before.strip() or _NUMBER_END.search(before) else note
