"""PDF to text: pypdfium2 gives every character with its place, `pdf_lines` and `pdf_blocks` make lines and paragraphs.

PDFium is not safe to enter twice at once, so this runs in a child process (see `isolate`); every object is closed.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager
from math import isfinite
from typing import TYPE_CHECKING, Any

from ..errors import BadInput, Empty, TooLarge, UnknownFormat
from ..options import Options
from ..records import Document
from .builder import TextBuilder

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from .pdf_lines import Glyph, Page

_HEAD = 1024  # readers look for the header in the first kilobyte
_TAIL = 4096  # the end mark stands here, whatever some servers append
_FEWEST = 10  # characters a page of text has at least; fewer on every page is a scan
_UNNAMED = 0.2  # share of characters without a name in Unicode from which the text is worthless


def accepts(data: bytes, name: str) -> bool:
    """Content with a PDF header."""
    return b"%PDF-" in data[:_HEAD]


def read_pdf(data: bytes, name: str, options: Options) -> Document:
    """The text of every page in reading order; `places` gives the pages.

    Raises Empty for a scan, UnknownFormat for an encrypted file, TooLarge, or BadInput for a damaged one.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise BadInput(f"{name}: a PDF that is cut off (no end mark). Save or download it again.")
    from .pdf_blocks import write_pages
    from .pdf_columns import by_columns
    from .pdf_lines import read_page

    with _opened(data, name) as pdf:
        count = len(pdf)
        if count > options.limits.pdf_pages:
            raise TooLarge(
                f"{name}: {count:,} pages, the limit is {options.limits.pdf_pages:,}. "
                "Split it, or raise limits.pdf_pages."
            )
        if not count:
            raise BadInput(f"{name}: a PDF without pages. Save or download it again.")
        pages = [by_columns(read_page(*_glyphs(pdf, at, name, options))) for at in range(count)]
    _refuse_scan(pages, name)
    builder = TextBuilder()
    write_pages(pages, builder)
    return builder.document(data, name, options, kind="pdf")


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[PdfDocument]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnknownFormat(f"{name}: an encrypted PDF. Save it without a password.") from None
        raise BadInput(f"{name}: a damaged PDF ({str(error)[:80]}). Save or download it again.") from None
    with closing(pdf):
        yield pdf


def _refuse_scan(pages: list[Page], name: str) -> None:
    characters = sum(len(segment.text) for page in pages for line in page.lines for segment in line.segments)
    if characters < _FEWEST * len(pages):
        raise Empty(
            f"{name}: {len(pages)} pages with {characters} characters: no text layer (a scanned image?). "
            "Run text recognition first, or give the text."
        )


def _glyphs(pdf: PdfDocument, at: int, name: str, options: Options) -> tuple[list[Glyph], float, float]:
    """The characters of one page in the order drawn, and the page's width and height as seen."""
    import pypdfium2

    try:
        page = pdf[at]
    except pypdfium2.PdfiumError:
        return [], 0.0, 0.0  # a damaged page among good ones
    with closing(page), closing(page.get_textpage()) as text:
        count = text.count_chars()
        if count > options.limits.page_chars:
            raise TooLarge(
                f"{name}: {count:,} characters on page {at + 1}, the limit is {options.limits.page_chars:,}. "
                "Split it, or raise limits.page_chars."
            )
        return _measure(text.raw, max(count, 0), page, name), *page.get_size()


def _measure(handle: Any, count: int, page: PdfPage, name: str) -> list[Glyph]:
    import pypdfium2.raw as pdfium

    from .pdf_lines import Glyph

    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    px, py, pbox = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    turn, (width, height) = page.get_rotation(), page.get_size()
    glyphs: list[Glyph] = []
    unnamed, space = 0, False
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if pdfium.FPDFText_IsGenerated(handle, index) == 1 or code in (0, 9, 10, 13, 32, 160, 0x3000):
            space = space or code in (32, 160, 0x3000)
            continue
        unnamed += pdfium.FPDFText_HasUnicodeMapError(handle, index) == 1
        pdfium.FPDFText_GetCharOrigin(handle, index, px, py)
        pdfium.FPDFText_GetLooseCharBox(handle, index, pbox)
        if not all(map(isfinite, (x.value, y.value, box.left, box.right, box.bottom, box.top))):
            raise BadInput(f"{name}: a damaged PDF (a character without a place). Save or download it again.")
        place = _turned((x.value, y.value, box.left, box.right, box.bottom, box.top), turn, width, height)
        hyphen = code in (2, 0xFFFE) or pdfium.FPDFText_IsHyphen(handle, index) == 1
        glyphs.append(Glyph("-" if hyphen else _character(code), *place, space))
        space = False
    if unnamed > _UNNAMED * len(glyphs) and len(glyphs) > 50:
        raise BadInput(
            f"{name}: its fonts do not say which characters they draw. Run text recognition, or give the text."
        )
    return glyphs


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _turned(
    place: tuple[float, float, float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """Left, right, baseline (upwards) and size on the page as it is seen; `turn` is its rotation in degrees."""
    x, y, left, right, bottom, top = place
    if turn == 90:
        return bottom, top, height - x, right - left
    if turn == 270:
        return width - top, width - bottom, x, right - left
    if turn == 180:
        return width - right, width - left, height - y, top - bottom
    return left, right, y, top - bottom
