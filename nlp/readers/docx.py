"""Word documents to text: python-docx opens the package, one walk over the body makes the blocks.

Inserted text counts and deleted text does not; what stands twice for older readers (`mc:Fallback`) is read once. Heads
and feet of pages are left out, footnotes follow at the end.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..errors import BadInput
from ..languages.late import late
from ..options import Options
from ..records import Document
from .builder import TextBuilder, raise_note
from .detect import sniff_binary
from .grids import MOST_COLUMNS, GridCell, Row, is_data, tidy
from .zips import check_zip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BULLETED = late(r"[•●○▪■◦·➢–-]\s|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{2,4})[.)]\s")


def accepts(data: bytes, name: str) -> bool:
    """A zip archive with the parts of a Word document."""
    return sniff_binary(data) == "a Word document (docx)"


def read_docx(data: bytes, name: str, options: Options) -> Document:
    """The body's text with its tables. Raises TooLarge, UnknownFormat or BadInput before it is unpacked, or Empty."""
    import docx
    from docx.opc.exceptions import OpcError

    check_zip(data, name, options.limits)
    try:
        package = docx.Document(io.BytesIO(data))
        body, part = package.element.body, package.part
    except (OpcError, KeyError, ValueError, AttributeError, SyntaxError, TypeError, IndexError) as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput(f"{name}: a damaged Word document ({str(error)[:80]}). Save it again.") from None
    builder = TextBuilder()
    _Walk(builder, _Numbering(part)).run(body)
    for at, note in enumerate(_footnotes(part), 1):
        builder.add_block([note], element=f"footnotes/p[{at}]")
    return builder.document(data, name, options, kind="docx")


class _Numbering:
    """Bullets and numbers that Word shows before paragraphs and keeps apart from their text."""

    def __init__(self, part: Any) -> None:
        self.formats: dict[tuple[str, str], str] = {}
        self.counts: Counter[tuple[str, str]] = Counter()
        try:
            root = part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError, ValueError, TypeError):
            return
        abstract = {
            (node.get(f"{_W}abstractNumId"), level.get(f"{_W}ilvl")): _value(level.find(f"{_W}numFmt"))
            for node in root.findall(f"{_W}abstractNum")
            for level in node.findall(f"{_W}lvl")
        }
        for node in root.findall(f"{_W}num"):
            target = _value(node.find(f"{_W}abstractNumId"))
            for (owner, level), kind in abstract.items():
                if owner == target:
                    self.formats[node.get(f"{_W}numId"), level or "0"] = kind

    def before(self, paragraph: Any) -> str:
        """What Word prints before a paragraph: "• ", "3. " or nothing."""
        found = paragraph.find(f"{_W}pPr/{_W}numPr")
        if found is None:
            style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
            return "• " if style.startswith("ListBullet") else ""
        key = (_value(found.find(f"{_W}numId")), _value(found.find(f"{_W}ilvl")) or "0")
        kind = self.formats.get(key, "")
        if kind in ("", "none"):
            return ""
        if kind == "bullet":
            return "• "
        self.counts[key] += 1
        return f"{self.counts[key]}. "


class _Walk:
    """Blocks of the body in their order; tables of figures stay tables, other tables are read cell by cell."""

    def __init__(self, builder: TextBuilder, numbering: _Numbering) -> None:
        self.builder, self.numbering = builder, numbering
        self.paragraphs = self.tables = 0

    def run(self, body: Any) -> None:
        for node in _blocks(body):
            if node.tag == f"{_W}p":
                self._paragraph(node)
            else:
                self._table(node)

    def _paragraph(self, node: Any) -> None:
        self.paragraphs += 1
        lines = _lines(node)
        mark = self.numbering.before(node)
        if mark and lines and lines[0].strip() and not _BULLETED.match(lines[0]):
            lines[0] = mark + lines[0]
        block: list[str] = []
        for line in [*lines, ""]:
            if line.strip():
                block.append(line)
            elif block:
                self.builder.add_block(block, element=f"body/p[{self.paragraphs}]")
                block = []

    def _table(self, node: Any) -> None:
        self.tables += 1
        rows = [] if next(node.iterdescendants(f"{_W}tbl"), None) is not None else _grid(node)
        if rows and is_data(rows):
            self.builder.add_table(tidy(rows), element=f"body/tbl[{self.tables}]")
            return
        for cell in node.iterdescendants(f"{_W}tc"):
            for block in _blocks(cell):
                if block.tag == f"{_W}p":
                    self._paragraph(block)


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables right under a body or cell, those in content controls and insertions among them."""
    stack = list(reversed(parent))
    while stack:
        node = stack.pop()
        if node.tag in (f"{_W}p", f"{_W}tbl"):
            yield node
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
            stack.extend(reversed(node))


def _lines(paragraph: Any) -> list[str]:
    """The lines of a paragraph as Word shows them."""
    out = [""]
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag in _SKIPPED or node.tag == _FALLBACK or not isinstance(node.tag, str):
            continue
        if node.tag == f"{_W}t":
            text = (node.text or "").replace("\n", " ")
            out[-1] += raise_note(out[-1], text) if _is_raised(node) else text
        elif node.tag == f"{_W}tab":
            out[-1] += "\t"
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            out.append("")
        elif node.tag == f"{_W}noBreakHyphen":
            out[-1] += "-"
        elif node.tag == f"{_W}p":  # a text box stands in its paragraph
            out.append("")
            stack.extend(reversed(node))
        else:
            stack.extend(reversed(node))
    return out


def _is_raised(text: Any) -> bool:
    run = text.getparent()
    mark = None if run is None else run.find(f"{_W}rPr/{_W}vertAlign")
    return _value(mark) == "superscript"


def _grid(table: Any) -> list[Row]:
    rows: list[Row] = []
    for line in table.findall(f"{_W}tr"):
        column, cells = 0, []
        for cell in line.findall(f"{_W}tc"):
            span = _span(cell)
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            text = " ".join(" ".join(_lines(node)) for node in _blocks(cell) if node.tag == f"{_W}p")
            if merged is None or merged.get(f"{_W}val") == "restart":
                cells.append(GridCell(column, span, " ".join(text.split())))
            column += span
            if column > MOST_COLUMNS:
                break
        rows.append(tuple(cells))
    return rows


def _span(cell: Any) -> int:
    value = _value(cell.find(f"{_W}tcPr/{_W}gridSpan"))[:6]
    return max(1, min(int(value), MOST_COLUMNS)) if value.isascii() and value.isdigit() else 1


def _value(node: Any) -> str:
    return "" if node is None else (node.get(f"{_W}val") or "")


def _footnotes(part: Any) -> list[str]:
    """The texts of the footnotes, in their order."""
    for relation in part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            from lxml import etree

            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.fromstring(relation.target_part.blob, parser)
            notes = [" ".join(" ".join(_lines(node)) for node in note.iter(f"{_W}p")) for note in root]
            return [" ".join(note.split()) for note in notes if note.strip()]
    return []
