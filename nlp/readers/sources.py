"""Where a document comes from: a path, bytes, plain text or a Document already read."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NoReturn

from ..errors import BadInput, NotFound, TooLarge
from ..languages.late import late
from ..options import Limits, Options
from ..records import Document
from . import captions, docx, edgar, html, pdf, plain, speeches
from .isolate import read_in_child

Source = Path | str | bytes | Document

# A name with blanks in it counts as a path only with a suffix that documents have; "we use orbel.com" is text.
_SUFFIX = late(r"\.[A-Za-z][A-Za-z0-9]{0,4}\Z")
_NAMES = 2_000  # names of a folder that are looked at for the nearest
_KNOWN = (
    ".txt", ".text", ".md", ".html", ".htm", ".pdf", ".docx", ".doc", ".json", ".csv", ".xml", ".rtf", ".zip", ".srt",
    ".vtt",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format: `accepts(data, name)` looks at the first bytes, `read(data, name, options)` makes the Document.

    What a library or more than decoding takes is read in a process of its own, unless `plain`.
    """

    name: str
    accepts: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, Options], Document]
    plain: bool = False


READERS: tuple[Reader, ...] = (
    Reader(name="pdf", accepts=pdf.accepts, read=pdf.read_pdf),
    Reader(name="docx", accepts=docx.accepts, read=docx.read_docx),
    Reader(name="edgar", accepts=edgar.accepts, read=edgar.read_edgar),
    Reader(name="html", accepts=html.accepts, read=html.read_html),
    Reader(name="captions", accepts=captions.accepts, read=captions.read_captions),
    Reader(name="speeches", accepts=speeches.accepts, read=speeches.read_speeches),
    Reader(name="plain", accepts=plain.accepts, read=plain.read_plain, plain=True),
)
"""Every reader, asked in order; the first that accepts the content reads it. Plain text comes last."""


def read(source: Source, *, name: str | None = None, options: Options = Options()) -> Document:
    """Read a document from a path, bytes or plain text; a Document comes back as it is.

    A `str` is a path when a file of that name exists or when it looks like one (one line with a file suffix), else it
    is the text itself. Offsets of everything later are code points of `Document.text`: byte order mark dropped,
    newlines untouched. Raises NotFound, TooLarge, UnknownFormat, UnknownEncoding, Empty or BadInput.
    """
    if isinstance(source, Document):
        return source if name is None else replace(source, name=name)
    if isinstance(source, str):
        if not names_a_file(source):
            return plain.document_from_text(source, name or "text", options.limits)
        source = Path(source)
    if isinstance(source, Path):
        name, source = name or source.name, load(source, options.limits)
    elif not isinstance(source, bytes):
        raise BadInput(f"a {type(source).__name__} is no document. Give a path, text, bytes or a Document.")
    name = name or "bytes"
    reader = next(reader for reader in READERS if reader.accepts(source, name))
    if options.isolate and not reader.plain:
        return read_in_child(reader.name, source, name, options)
    return reader.read(source, name, options)


def reader_named(name: str) -> Reader:
    """The reader of a format by its name."""
    return next(reader for reader in READERS if reader.name == name)


def names_a_file(text: str) -> bool:
    """Whether a `str` argument means a path rather than text.

    >>> names_a_file("calls/q3.txt"), names_a_file("Sales rose 7% in May."), names_a_file("we sell on orbel.com")
    (True, False, False)
    """
    if not text or len(text) > 4096 or "\n" in text or "\r" in text or "\x00" in text:
        return False
    if text.lower().endswith(_KNOWN) or (_SUFFIX.search(text) and " " not in text):
        return True
    try:
        return Path(text).exists()
    except OSError:  # longer than the file system allows: text
        return False


def load(path: Path, limits: Limits) -> bytes:
    """The bytes of a file, its size looked at first. Raises NotFound, TooLarge or BadInput."""
    try:
        if path.is_dir():
            raise BadInput(f"{path}: a folder, not a document. Give one file.")
        if not path.exists():
            raise NotFound(f"{path}: no such file. Check the path.{nearest_name(path)}")
        if not path.is_file():
            raise BadInput(f"{path}: not a regular file. Give one file.")
        size = path.stat().st_size
        if size > max(limits.file_bytes, limits.pdf_bytes):
            _refuse(path, size, "file_bytes", limits.file_bytes)
        with path.open("rb") as file:
            head = file.read(1024)
            which = "pdf_bytes" if b"%PDF-" in head else "file_bytes"
            most = getattr(limits, which)
            if size > most:
                _refuse(path, size, which, most)
            data = head + file.read(most + 1 - len(head))
    except OSError as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput(f"{path}: cannot be read ({error.strerror}). Check its permissions.") from None
    if len(data) > most:
        _refuse(path, len(data), which, most)
    return data


def nearest_name(path: Path) -> str:
    """A sentence with the name in the same folder that a missing path comes nearest to, or nothing."""
    try:
        with os.scandir(path.parent) as rows:
            names = [row.name for row in islice(rows, _NAMES)]
    except OSError:
        return ""
    near = difflib.get_close_matches(path.name, names, n=1)
    return f" Did you mean {str(path.with_name(near[0]))!r}?" if near else ""


def _refuse(path: Path, size: int, limit: str, most: int) -> NoReturn:
    raise TooLarge(f"{path}: {size:,} bytes, the limit is {most:,}. Split the file, or raise limits.{limit}.")
