"""Plain text printed as HTML, Word and PDF, as publishers do it: for tests that all of them read the same.

A blank line ends a paragraph, other line ends stay. Aligned columns become tables, bullets a list (HTML, Word) or a
hanging indent (PDF). The PDF has running heads and page numbers and breaks its lines at its own margin.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from nlp.text import guess_script

_WORDS = re.compile(r"\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},|\S+")  # nobody parts a day from its month
_GAP = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True)
class Block:
    """The lines between two blank lines; `rows` when they are a table: (column, span, text) of each cell."""

    lines: tuple[str, ...]
    rows: tuple[tuple[tuple[int, int, str], ...], ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text; what stands right above a table, as its title, by itself."""
    for piece in re.split(r"\n(?:[ \t\u3000]*\n)+", text.replace("\r\n", "\n")):
        lines = tuple(line for line in piece.split("\n") if line.strip())
        rows = _rows(lines)
        titles = next((at for at, row in enumerate(rows) if len(row) > 1 or row[0][0] > 0), 0)
        if titles and _is_head(rows[titles]):
            yield Block(lines[:titles])
            lines, rows = lines[titles:], rows[titles:]
        if lines:
            yield Block(lines, rows)


def blocks_of(text: str | Sequence[Block]) -> list[Block]:
    """The blocks of a text, or those given."""
    return list(blocks(text)) if isinstance(text, str) else list(text)


def _rows(lines: Sequence[str]) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """The cells of aligned columns: words two blanks apart (a currency sign may be), under one another at their ends."""
    found = [list(re.finditer(r"(?:[A-Z]{0,3}[$€£¥] +)?\S+(?:[ \u3000]\S+)*", _wide(line))) for line in lines]
    figures = [row for row in found if len(row) > 1 and re.search(r"[0-9—]\)?%?\Z", row[-1][0])]
    wide = [row for row in figures if len(row) > 2]
    numbers = [sum(re.search(r"[0-9—]\)?%?\Z", hit[0]) is not None for hit in row[1:]) for row in figures]
    if not wide or (len(figures) < 2 and max(numbers, default=0) < 2):
        return ()
    most = max(len(row) for row in wide)
    ends = [max(row[at].end() for row in wide if len(row) == most) for at in range(1, most)]
    return tuple(_cells(row, ends) for row in found)


def _wide(line: str) -> str:
    """The line as wide as it is shown: a joiner behind every character that takes two columns."""
    return "".join(f"{char}\u2060" if east_asian_width(char) in "WF" else char for char in line)


def _cells(row: Sequence[re.Match[str]], ends: Sequence[int]) -> tuple[tuple[int, int, str], ...]:
    label = [hit for hit in row if hit.start() < 8]
    over = [hit for hit in row if hit.start() >= 8]
    cells = [(0, 1, hit[0].replace("\u2060", "")) for hit in label]
    spans: dict[int, list[int]] = {}
    if not label and len(over) < len(ends):  # heads over several columns, each over those whose middle is nearest
        middles = [(hit.start() + hit.end()) / 2 for hit in over]
        starts = [ends[0] - (ends[1] - ends[0]), *ends]
        own = [
            min(range(len(over)), key=lambda at: abs(middles[at] - (left + right) / 2))
            for left, right in pairwise(starts)
        ]
        spans = {at: [column for column, owner in enumerate(own) if owner == at] for at in range(len(over))}
    for at, hit in enumerate(over):
        near = min(range(len(ends)), key=lambda column: abs(ends[column] - hit.end()))
        mine = spans.get(at)
        first, count = (mine[0], len(mine)) if mine else (near, 1)
        cells.append((1 + first, count, " ".join(hit[0].replace("\u2060", "").split())))
    return tuple(cells)


def to_html(text: str | Sequence[Block], title: str = "A page") -> bytes:
    """A page as a news site makes it: with a script, a menu, and each number's currency sign in a cell of its own."""
    out = [f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>{title}</title><script>var a = 1 < 2;</script>"]
    out.append("<style>p { margin: 1em }</style></head><body><nav><a href='/'>Home</a></nav><div class='article'>")
    out += [_html_table(block) if block.rows else _html_text(block) for block in blocks_of(text)]
    return "\n".join([*out, "</div></body></html>"]).encode()


def _html_text(block: Block) -> str:
    return "<p>" + "<br>\n".join(_set_in(line) for line in block.lines) + "</p>"


def _set_in(line: str) -> str:
    """A line with hard blanks for the blanks that set it in."""
    body = line.strip()
    return "&nbsp;" * line.index(body) + html.escape(body, quote=False)


def _html_table(block: Block) -> str:
    rows = []
    for row in block.rows:
        cells, at = [], 0
        for column, span, text in row:
            cells += ["<td></td>"] * (2 * (column - at))
            bare, closing = (text[:-1], ")") if text.endswith(")") and text[:1] == "(" else (text, "")
            cells.append(f"<td colspan='{2 * span - 1}'>{html.escape(bare, quote=False)}</td><td>{closing}</td>")
            at = column + span
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "\n".join(rows) + "</table>"


def to_docx(text: str) -> bytes:
    """A Word document: a paragraph a block, line breaks in it, tables as tables."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "A running head that is no text of the document"
    for block in blocks(text):
        if block.rows:
            width = max(column + span for row in block.rows for column, span, _ in row)
            table = document.add_table(len(block.rows), width)
            for at, row in enumerate(block.rows):
                for column, span, words in row:
                    cell = table.cell(at, column)
                    if span > 1:
                        cell = cell.merge(table.cell(at, column + span - 1))
                    cell.text = words
            continue
        paragraph = document.add_paragraph()
        for at, line in enumerate(block.lines):
            run = paragraph.add_run(line.rstrip())
            if at + 1 < len(block.lines):
                run.add_break()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def to_pdf(
    text: str | Sequence[Block],
    *,
    columns: int = 1,
    room: int | None = None,
    repeat: bool = False,
    note: str = "",
    narrow: bool = False,
    foot: float = 80.0,
    packed: bool = True,
) -> bytes:
    """A PDF with a running head and page numbers, in a font of the text's script; `columns` of text on a page.

    `room`: a table's page ends behind so many of its lines; `repeat`: its heads stand again on the next page, under
    `note`. Heads are broken over lines where a table does not fit, or always (`narrow`). A table that is too wide even so
    is set smaller, or on pages turned to landscape. `foot`: how high above the edge of the paper a page's text ends.
    `packed`: whether the contents of its pages are.
    """
    found = blocks_of(text)
    printer = _Printer(_font("\n".join(line for block in found for line in block.lines)), columns, foot, packed)
    printer.narrow = narrow
    for block in found:
        if block.rows:
            printer.print_table(block, room=room, repeat=repeat, note=note)
        else:
            for line in block.lines:
                printer.print_line(line.rstrip().expandtabs(8))
        printer.skip(9)
    return printer.done()


class _Printer:
    """Lines from the top of a page to its foot, broken where the next word no longer fits."""

    def __init__(self, font: str, columns: int, foot: float, packed: bool) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(595, 842), invariant=1, pageCompression=int(packed))
        self.font, self.columns, self.foot = font, columns, foot
        self.page = self.column = 0
        self.narrow = False
        self.last: _Columns | None = None
        self.y = 0.0
        self._turn((595, 842))
        self._begin()

    def _turn(self, size: tuple[float, float]) -> None:
        self.size = size
        self.top = size[1] - 72.0
        self.width = (size[0] - 144 - 24 * (self.columns - 1)) / self.columns

    def _begin(self) -> None:
        self.page += 1
        self.canvas.setPageSize(self.size)
        self.canvas.setFont(self.font, 8)
        self.canvas.drawString(72, self.size[1] - 42, f"www.portal.example   Page {self.page}")
        self.canvas.drawCentredString(self.size[0] / 2, 40, str(self.page))
        self.y = self.top
        self.printed = False

    def next_page(self, size: tuple[float, float] | None = None) -> None:
        """End the page here; the next ones have this size."""
        self.column = 0
        self.canvas.showPage()
        self._turn(size or self.size)
        self._begin()

    def _down(self, step: float) -> None:
        self.y -= step
        if self.y < self.foot and self.column + 1 < self.columns:
            self.column += 1
            self.y = self.top
        elif self.y < self.foot:
            self.next_page()
        self.printed = True

    def skip(self, step: float) -> None:
        """Room between two blocks; none at the top of a page."""
        self.y -= step if self.printed else 0

    def print_line(self, line: str) -> None:
        """A line of the text, which may take several on the page."""
        for piece in self._broken(line):
            self._down(12.5)
            self.canvas.setFont(self.font, 10)
            self.canvas.drawString(72 + self.column * (self.width + 24), self.y, piece)

    def _broken(self, line: str) -> Iterator[str]:
        body = line.lstrip(" ")
        said = " " * (len(line) - len(body))
        for word in re.findall(
            r"[^\u2e80-\u9fff\uff00-\uffef\s]+\s*|[\u2e80-\u9fff\uff00-\uffef][」』）】》”’，。、；：？！]*\s*", body
        ):
            if said.strip() and self._wide(said + word.rstrip()) > self.width:
                yield said.rstrip()
                said = ""
            said += word
        yield said.rstrip()

    def _wide(self, text: str, size: float = 10) -> float:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        return float(stringWidth(text, self.font, size))

    def print_table(self, block: Block, *, room: int | None = None, repeat: bool = False, note: str = "") -> None:
        """Columns whose numbers end under one another, heads centred over theirs and broken where they are too wide."""
        upright = self.size
        wide = (upright[1], upright[0])
        sizes = [(9.0, True), (8.0, True), (7.0, True)]
        tries = [_Columns(self, block, *size) for size in ([] if self.narrow else [(9.0, False), (8.0, False)]) + sizes]
        turned = self.columns == 1 and tries[-2].width > self.width
        if turned:
            self.next_page(wide)
        columns = next((row for row in tries if row.width <= self.width), tries[-1])
        if self.last is not None and self.last.count == columns.count and not _is_head(block.rows[0]):
            columns.step, columns.size = self.last.step, self.last.size  # rows that go on behind a blank line
        self.last = columns
        heads = [at for at, row in enumerate(block.rows) if _is_head(row)]
        heads = heads[: next((at for at, number in enumerate(heads) if at != number), len(heads))]
        for at in range(len(block.rows)):
            if room is not None and at == room:
                self.next_page()
                for line in [note] * bool(note):
                    self.print_line(line)
                for head in heads if repeat and at > len(heads) else ():
                    columns.print(head)
            columns.print(at)
        if turned:
            self.next_page(upright)

    def down(self, step: float) -> None:
        """A line further down, or the top of the next page."""
        self._down(step)

    def done(self) -> bytes:
        """The bytes of the file."""
        self.canvas.save()
        return self.buffer.getvalue()


def _font(text: str) -> str:
    """A font that every PDF reader has: the file then needs no font of this machine."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    name = {"hans": "STSong-Light", "both": "STSong-Light", "hant": "MSung-Light"}.get(guess_script(text), "Helvetica")
    if name != "Helvetica":
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name


def _is_head(row: Sequence[tuple[int, int, str]]) -> bool:
    return all(column > 0 for column, _, _ in row)


class _Columns:
    """The columns of a table in one size of type: as wide as their figures and the longest word of their heads."""

    def __init__(self, printer: _Printer, block: Block, size: float, broken: bool) -> None:
        self.printer, self.block, self.size = printer, block, size
        self.count = max(column + span for row in block.rows for column, span, _ in row)
        texts = [
            piece
            for row in block.rows
            for column, span, text in row
            if column and span == 1
            for piece in (_WORDS.findall(text) if broken and _is_head(row) else [text])
        ]
        self.step = max((self._wide(text) for text in texts), default=40.0) + 14
        if not broken:
            over = [(self._wide(text) + 9) / span for row in block.rows for column, span, text in row if span > 1]
            self.step = max([self.step, *over])
        labels = [
            self._wide(text) + self._indent(at)
            for at, row in enumerate(block.rows)
            for column, _, text in row
            if column == 0
        ]
        self.width = max(labels, default=0.0) + 10 + (self.count - 1) * self.step

    def _wide(self, text: str) -> float:
        return self.printer._wide(text, self.size)

    def _indent(self, at: int) -> float:
        line = self.block.lines[at]
        return 2.5 * (len(line) - len(line.lstrip()))

    def print(self, at: int) -> None:
        """A line of the table; a head of several words as several lines, the last on the line itself."""
        row = self.block.rows[at]
        pieces = {cell: self._broken(cell[2], cell[1] * self.step - 8, _is_head(row)) for cell in row}
        height = max(len(lines) for lines in pieces.values())
        for number in range(height):
            self.printer.down(self.size + 4)
            self.printer.canvas.setFont(self.printer.font, self.size)
            for cell, lines in pieces.items():
                skipped = height - len(lines)
                if number >= skipped:
                    self._draw(cell, lines[number - skipped], at)

    def _broken(self, text: str, room: float, head: bool) -> list[str]:
        lines = [""]
        for word in _WORDS.findall(text) if head else [text]:
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._wide(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _draw(self, cell: tuple[int, int, str], text: str, at: int) -> None:
        column, span, _ = cell
        printer = self.printer
        left = 72 + printer.column * (printer.width + 24)
        end = left + printer.width - (self.count - column - span) * self.step
        if column == 0:
            printer.canvas.drawString(left + self._indent(at), printer.y, text)
        elif span > 1:
            printer.canvas.drawCentredString(end - span * self.step / 2, printer.y, text)
        else:
            printer.canvas.drawRightString(end, printer.y, text)
