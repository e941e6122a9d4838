"""Releases and other written documents: headings, list items, footnotes, tables, page numbers and text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..languages import documents
from ..records import Document, Paragraph
from ..text import IdMaker, guess_language
from .lines import Line
from .paragraphs import Style, find_style


def read_written(document: Document, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of a document that nobody speaks.

    A line wrapped at a width is joined to the next; a page number is a paragraph of its own, and what it interrupts is
    two paragraphs of the same kind.
    """
    inside = _in_tables(document, lines)
    style = find_style([line for line, tabular in zip(lines, inside, strict=True) if not tabular])
    kinds = _kinds(lines, style, inside)
    new_id = IdMaker("p", document.id)
    out: list[Paragraph] = []
    begin, page = 0, 1
    for index in range(len(lines)):
        if index + 1 < len(lines) and not _breaks(lines, index, kinds, style):
            continue
        start, end = lines[begin].start, lines[index].end
        out.append(
            Paragraph(
                id=new_id(kinds[begin], document.text[start:end]),
                document_id=document.id,
                start=start,
                end=end,
                language=guess_language(document.text[start:end]),
                kind=kinds[begin],
                page=page,
            )
        )
        page += kinds[begin] == "page" and lines[begin].is_page_number
        begin = index + 1
    return tuple(out)


def _in_tables(document: Document, lines: Sequence[Line]) -> list[bool]:
    """Whether each line is one of a table."""
    starts = [table.start for table in document.tables]
    out = []
    for line in lines:
        at = bisect_right(starts, line.end) - 1
        out.append(at >= 0 and line.start < document.tables[at].end)
    return out


def _kinds(lines: Sequence[Line], style: Style, inside: Sequence[bool]) -> list[str]:
    kinds: list[str] = []
    for index in range(len(lines)):
        kinds.append("table" if inside[index] else _kind(lines, index, style, kinds))
    return kinds


def _continues(lines: Sequence[Line], index: int, before: Sequence[str]) -> str | None:
    """The kind of the paragraph that a line in lower case goes on with, behind a page break or a block of footnotes.

    Above a page number it is the footnote that stayed open, elsewhere the list item.
    """
    if not lines[index].text[:1].islower() or not lines[index].blank_before:
        return None
    above_number = index + 1 < len(lines) and lines[index + 1].is_page_number
    for kind in ("footnote", "list_item") if above_number else ("list_item",):
        last = next((i for i in range(index - 1, max(-1, index - 60), -1) if before[i] == kind), None)
        if last is not None and not documents.STOP.search(lines[last].text):
            return kind
    return None


def _kind(lines: Sequence[Line], index: int, style: Style, before: Sequence[str]) -> str:
    line = lines[index]
    text = line.text
    if line.is_rule or line.is_page_number or re.sub(r"[0-9]+", "0", text) in style.heads:
        return "page"
    if documents.TABLE_ROW.search(text) and not documents.STOP.search(text):
        return "table"
    if documents.BULLET.match(text):
        return "list_item"
    continues = index > 0 and not line.blank_before
    if documents.NUMBERED.match(text):
        return "footnote" if _is_note(lines, index, before) else "list_item"
    if continues and before[-1] in ("footnote", "list_item") and not _is_heading(lines, index, style):
        return before[-1]
    carried = _continues(lines, index, before)
    if carried is not None:
        return carried
    if documents.PHONE.fullmatch(text):
        return "address"
    if documents.LEGAL.search(text) and len(text) < 600:
        return "notice"
    return "heading" if _is_heading(lines, index, style) else "text"


def _is_note(lines: Sequence[Line], index: int, before: Sequence[str]) -> bool:
    """A numbered line is a footnote when it defines a word, follows one, or stands under bullets without a break."""
    if documents.DEFINES.search(lines[index].text):
        return True
    return (
        bool(before)
        and before[-1] in ("footnote", "list_item")
        and not lines[index].blank_before
        and not documents.NUMBERED.match(lines[index - 1].text)
    )


def _is_heading(lines: Sequence[Line], index: int, style: Style) -> bool:
    """A short line between blank lines that ends no sentence and begins with a capital or a Han character."""
    line = lines[index]
    text = line.text
    if len(text) > 120 or documents.STOP.search(text) or text[:1].islower() or not re.search(r"[^\W\d_]", text):
        return False
    if re.match(r"[0-9()+ -]+\Z", text):
        return False
    alone = line.blank_before and line.blank_after
    return alone or (line.blank_before and len(text) < 80 and not style.wrapped)


def _breaks(lines: Sequence[Line], index: int, kinds: Sequence[str], style: Style) -> bool:
    line, after = lines[index], lines[index + 1]
    if after.blank_before or kinds[index] == "page" or kinds[index + 1] == "page" or kinds[index] != kinds[index + 1]:
        return True
    if kinds[index + 1] in ("heading", "table"):
        return True
    if documents.BULLET.match(after.text) or documents.NUMBERED.match(after.text):
        return True
    if kinds[index] in ("footnote", "list_item"):
        return False
    return not style.wrapped or (bool(documents.STOP.search(line.text)) and line.end - line.start < 0.8 * style.width)
