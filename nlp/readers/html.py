"""HTML to text: news pages, filings with inline XBRL, transcript portals. lxml parses; nothing is fetched or run.

A block element is a block of lines, a data table a grid, everything hidden is left out. Method: one walk over the tree.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..errors import BadInput, TooLarge
from ..languages.late import late
from ..options import Options
from ..records import Document
from .builder import TextBuilder, raise_note
from .detect import Decoded, decode, sniff_binary
from .grids import MOST_COLUMNS, GridCell, Row, is_data, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_BEGINS = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|div|p|table|article|section|main|font|center|title|meta|h[1-6]|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = late(r"<!(?:ENTITY|DOCTYPE[^>\[]{0,500}\[)", re.IGNORECASE)
_XML_HEAD = late(r"\A\s*<\?xml[^>]{0,500}\?>")
_CHARSET = re.compile(rb"<meta[^>]{1,300}?charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DROPPED = frozenset(
    "script style template noscript iframe object embed svg math canvas audio video head button select textarea "
    "nav ix:header ix:hidden".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_HIDDEN = late(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PAGE_ENDS = late(r"(?:page-)?break-(?:before|after)\s*:\s*(?:always|page)", re.IGNORECASE)
_PAGE_NUMBER = late(
    r"(?:page )?[-–— ]*(?:[A-Z]{1,2}-)?(?:[0-9]{1,4}|[ivxlc]{1,6})[-–— ]*(?:(?:of|/) ?[0-9]{1,4})?", re.IGNORECASE
)
_BACK_LINK = late(r"(?:back to |return to )?(?:table of contents|contents|index|top)|(?:返回)?目[录錄]", re.IGNORECASE)
_STOP = late(r"[.?!。？！…:：;；][\"')\]”’」』）]{0,3}\Z")
_LONG = 20_000  # characters of a paragraph that goes on over the end of a page
_MARK = late(r"[•●○▪■◦·➢§*†‡–-]|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]|[（(][0-9一二三四五六七八九十]{1,3}[)）]")
_TAG = late(r"</?(?:p|div|table|tr|td|br|font|b|html|span)\b[^>]{0,300}>", re.IGNORECASE)
_BLANKS = late(r"[ \t\r\n\f\u2003\u2002\u2009\u200b]+")
_HARD = late(r"[ \u00a0]+")
_STRIP = late(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^>]*(?:>|\Z)", re.IGNORECASE | re.DOTALL)
_WORDS = late(r"[^\W_]")
_LOST = 0.99  # share of the raw letters and digits that the parsed tree must still hold


def accepts(data: bytes, name: str) -> bool:
    """Content that begins like a page. A name may say so too, when the first kilobytes hold tags."""
    head = data[:4000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    if _BEGINS.match(head):
        return True
    return name.lower().endswith((".htm", ".html", ".xhtml")) and len(re.findall(rb"</?[a-zA-Z][^>]{0,200}>", head)) > 2


def read_html(data: bytes, name: str, options: Options) -> Document:
    """The visible text of a page. Raises TooLarge, BadInput where text would be lost, Empty, UnknownEncoding."""
    found = _decoded(data, name, options)
    builder = TextBuilder()
    extract_html(found.text, name, options, builder)
    document = builder.document(data, name, options, kind="html")
    return replace(document, encoding=found.encoding, encoding_confidence=found.confidence)


def _decoded(data: bytes, name: str, options: Options) -> Decoded:
    """A declared encoding is tried first, strictly; a page that lies about it is read as its bytes tell."""
    declared = _CHARSET.search(data[:4000])
    if options.encoding is None and declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        label = declared[1].decode("ascii").lower()
        known = {
            "gb2312": "gb18030",
            "gbk": "gb18030",
            "big5": "big5hkscs",
            "iso-8859-1": "cp1252",
            "us-ascii": "utf-8",
        }
        try:
            text = data.decode(known.get(label, label))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
        else:
            if sniff_binary(data) is None:
                return Decoded(text=text, encoding=known.get(label, label), confidence=0.95)
    return decode(data, name=name, encoding=options.encoding)


def is_html_text(text: str) -> bool:
    """Whether decoded text is a page: it begins like one, or its beginning is full of tags."""
    head = text[:4000]
    return _BEGINS.match(head.encode("utf-8", "replace")) is not None or len(_TAG.findall(head)) > 10


def extract_html(text: str, name: str, options: Options, builder: TextBuilder) -> None:
    """Add a page's visible blocks to `builder`."""
    if _ENTITY.search(text[:100_000]):
        raise BadInput(f"{name}: declares entities of its own (DOCTYPE). Save the page again as plain HTML.")
    tags = text.count("<")
    if tags > options.limits.html_tags:
        raise TooLarge(
            f"{name}: {tags:,} tags, the limit is {options.limits.html_tags:,}. Split it, or raise limits.html_tags."
        )
    _Walk(_parsed(text, name), builder).run()


def _parsed(text: str, name: str) -> _Element:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    body = _XML_HEAD.sub("", text).replace("\x00", " ")
    try:
        root = html.document_fromstring(body.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return html.document_fromstring("<p></p>")
    except (etree.LxmlError, ValueError) as error:
        raise BadInput(f"{name}: not HTML that can be read ({str(error)[:80]}). Save the page again.") from None
    _refuse_loss(body, root, name)
    return root


def _refuse_loss(raw: str, root: _Element, name: str) -> None:
    """The parser drops what is nested too deep and says so only in its log: compare what went in with what came out."""
    before = len(_WORDS.findall(re.sub(r"&#?\w{1,10};", "", _STRIP.sub(" ", raw))))
    after = 0
    for element in root.iter():
        skipped = element.tag in ("script", "style")
        after += len(_WORDS.findall("" if skipped else element.text or "")) + len(_WORDS.findall(element.tail or ""))
    if after < _LOST * before - 20:
        raise BadInput(
            f"{name}: {before - after:,} of {before:,} characters would be lost (elements nested more than 256 deep). "
            "Save the page as text."
        )


class _Walk:
    """One pass over the tree; `line` is the line being written, `lines` the block's lines so far."""

    def __init__(self, root: _Element, builder: TextBuilder) -> None:
        self.root, self.builder = root, builder
        self.counts: Counter[str] = Counter()
        self.line: list[str] = []
        self.lines: list[str] = []
        self.element = "(//body)[1]"
        self.lists: list[int | None] = []  # numbers of ordered lists, None for bullets
        self.bullet = ""
        self.held: list[tuple[str, str]] = []  # the last block, and a number under it that may be that of its page
        self.page_ends = False

    def run(self) -> None:
        from lxml import etree

        walk = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "end":
                self._leave(tag)
                self._text(element.tail if element is not self.root else None)
                continue
            if not tag or tag in _DROPPED or _is_hidden(element):
                walk.skip_subtree()
                self.counts[tag] += 1
                continue
            self._enter(tag, element)
            if tag == "table" and (rows := _grid(element)) and is_data(rows):
                self._flush()
                self._write()
                for caption in element.iterchildren("caption"):
                    self.builder.add_block([_flat(caption)], element=self.element)
                self.builder.add_table(tidy(rows), element=self.element)
                walk.skip_subtree()
            elif tag == "tr" and (line := _marked(element)):
                self._flush()
                self._block([line])
                walk.skip_subtree()
            elif tag == "sup":
                self.line.append(raise_note("".join(self.line[-3:]), _flat(element)))
                walk.skip_subtree()
            elif tag == "pre":
                self._preformatted(element)
                walk.skip_subtree()
            else:
                self._text(element.text)
        self._flush()
        self._write()

    def _enter(self, tag: str, element: Any) -> None:
        self.counts[tag] += 1
        if tag in _BLOCKS:
            self._flush()
            self.element = f"(//{tag})[{self.counts[tag]}]"
        if tag == "hr" or _PAGE_ENDS.search(element.get("style") or ""):
            self._end_page()
        if tag in ("ul", "ol", "menu"):
            self.lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self.bullet = self._bullet()
        elif tag == "br":
            self._newline()

    def _leave(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag in ("ul", "ol", "menu") and self.lists:
            self.lists.pop()
            self.bullet = ""

    def _bullet(self) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return "• "
        self.lists[-1] = number + 1
        return f"{number}. "

    def _text(self, text: str | None) -> None:
        if text:
            self.line.append(_BLANKS.sub(" ", text))

    def _newline(self) -> None:
        self.lines.append(_shown("".join(self.line)))
        self.line = []

    def _flush(self) -> None:
        self._newline()
        # Two <br> in a row end a paragraph.
        block: list[str] = []
        for line in [*self.lines, ""]:
            if line:
                block.append(f"{self.bullet}{line.lstrip()}" if self.bullet and not _bulleted(line) else line)
                self.bullet = ""
            elif block:
                self._block(block)
                block = []
        self.lines = []

    def _block(self, lines: list[str]) -> None:
        """Hold a block until the next one tells whether it goes on: a page of paper may have ended between them."""
        text = "\n".join(lines)
        number = _PAGE_NUMBER.fullmatch(text) is not None
        if self.page_ends and (number or _BACK_LINK.fullmatch(text)):
            return
        open_ = bool(self.held) and len(self.held[-1][0]) < _LONG and not _STOP.search(self.held[-1][0][-8:])
        if self.page_ends and open_ and text[:1].islower():
            last, element = self.held.pop()
            text, self.element = f"{last} {text}", element
        elif not (number and len(self.held) == 1):
            self._write()
        self.held.append((text, self.element))
        self.page_ends = False

    def _write(self) -> None:
        for text, element in self.held:
            self.builder.add_block(text.split("\n"), element=element)
        self.held = []

    def _end_page(self) -> None:
        """A page of the paper ends here: the number just above is no text."""
        if self.held and _PAGE_NUMBER.fullmatch(self.held[-1][0]):
            self.held.pop()
        self.page_ends = True

    def _preformatted(self, element: Any) -> None:
        self._flush()
        self._write()
        text = "".join(element.itertext()).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        self.builder.add_block(text.split("\n"), element=self.element)


def _shown(line: str) -> str:
    """Runs of blanks as one, but hard blanks at the beginning, which set a line in, as they are."""
    body = line.strip(" \u00a0")
    before = line[: line.index(body)].count("\u00a0") if body else 0
    return " " * before + _HARD.sub(" ", body)


def _bulleted(line: str) -> bool:
    return re.match(r"[•●○▪■◦·➢–-]\s", line) is not None


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return (style is not None and _HIDDEN.search(style) is not None) or element.get("hidden") is not None


def _flat(element: Any) -> str:
    """An element's visible words on one line, raised notes told apart."""
    return _HARD.sub(" ", _BLANKS.sub(" ", "".join(_pieces(element)))).strip()


def _pieces(element: Any) -> list[str]:
    from lxml import etree

    out: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "end":
            if tag in _BLOCKS or tag == "br":
                out.append(" ")
            if node is not element and node.tail:
                out.append(node.tail)
        elif not tag or tag in _DROPPED or _is_hidden(node):
            walk.skip_subtree()
        elif tag == "sup" and node is not element:
            out.append(raise_note("".join(out[-3:]).rstrip(), "".join(node.itertext()).strip()))
            walk.skip_subtree()
        elif node.text:
            out.append(node.text)
    return out


def _marked(row: Any) -> str:
    """A row of a table that only sets a bullet or number before its text, as one line; "" for any other."""
    cells = [cell for cell in row.iterchildren("td", "th") if not _is_hidden(cell)]
    if len(cells) < 2 or any(
        next(cell.iterdescendants("table", "p", "div", "li"), None) is not None for cell in cells[:-1]
    ):
        return ""
    shown = [words for words in map(_flat, cells) if words]
    whole = len(shown) == 2 and _MARK.fullmatch(shown[0]) and len(shown[1]) > 3
    single = sum(1 for _ in cells[-1].iterdescendants("p", "div", "table", "li", "br")) <= 1
    return " ".join(shown) if whole and single else ""


def _grid(table: Any) -> list[Row]:
    """The rows of a table with every cell's place; empty for a table that holds another."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows: list[Row] = []
    below: dict[int, int] = {}  # column -> rows that a cell from above still covers
    for line in table.iterdescendants("tr"):
        column, cells = 0, []
        covered, below = below, {at: left - 1 for at, left in below.items() if left > 1}
        for cell in line.iterchildren("td", "th"):
            while column in covered:
                column += 1
            if column >= MOST_COLUMNS:
                break
            span = _number(cell.get("colspan"), MOST_COLUMNS - column)
            if not _is_hidden(cell):
                cells.append(GridCell(column, span, _flat(cell)))
            down = _number(cell.get("rowspan"), 1000)
            if down > 1:
                below |= dict.fromkeys(range(column, column + span), down - 1)
            column += span
        rows.append(tuple(cells))
    return rows


def _number(value: str | None, most: int) -> int:
    """A span as written; what is no number counts as 1, a very large one as `most`."""
    digits = (value or "").strip()[:12]
    return max(1, min(int(digits), most)) if digits.isascii() and digits.isdigit() else 1
