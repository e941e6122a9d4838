"""The numbers of aligned text tables, row by row, as printed: their scale stands in a head and is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..languages.late import late
from ..records import Document, Paragraph, Span
from ..text import fold, lines_with_offsets, simplify
from .evidence import Evidence

_CELL = late(
    r"(?<![A-Za-z0-9.,])\(?-?(?:US|HK|NT|RMB)?[$¥€£]?\s?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)\)?(?P<rate>\s?%)?(?![A-Za-z0-9])"
)
_YEAR = late(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number of a table row, as printed; `half_step` is half its last digit, `rate` marks a per cent."""

    value: Decimal
    half_step: Decimal
    rate: bool
    surface: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table with words before its numbers."""

    label: str
    cells: tuple[Cell, ...]
    span: Span


def rows_of(document: Document, evidence: Evidence) -> Iterator[Row]:
    """Every row of the document's tables with a label and a number."""
    for paragraph in evidence.paragraphs:
        if paragraph.document_id == document.id and paragraph.kind == "table":
            yield from _rows(document, paragraph)


def _rows(document: Document, paragraph: Paragraph) -> Iterator[Row]:
    for start, _, raw in lines_with_offsets(document.text[paragraph.start : paragraph.end]):
        line = simplify(fold(raw))
        hits = [hit for hit in _CELL.finditer(line) if not _YEAR.fullmatch(hit["number"])]
        label = line[: hits[0].start()].strip(" .:|-$") if hits else ""
        if len(label) < 3 or not re.search(r"[A-Za-z\u3400-\u9fff]", label):
            continue
        place = paragraph.start + start
        span = Span(document_id=document.id, start=place, end=place + len(raw.rstrip()))
        yield Row(label=label, cells=tuple(_cell(document, hit, place) for hit in hits), span=span)


def _cell(document: Document, hit: re.Match[str], place: int) -> Cell:
    number = Decimal(hit["number"].replace(",", ""))
    return Cell(
        value=number,
        half_step=Decimal(5).scaleb(int(number.as_tuple().exponent) - 1),
        rate=hit["rate"] is not None,
        surface=hit["number"],
        span=Span(document_id=document.id, start=place + hit.start(), end=place + hit.end()),
    )
