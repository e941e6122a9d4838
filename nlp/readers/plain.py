"""Plain text: bytes or text to a Document whose offsets are code points of the text after decoding."""

from __future__ import annotations

import hashlib
from typing import NoReturn

from ..errors import BadInput, Empty, TooLarge, UnknownFormat
from ..languages.late import late
from ..options import Limits, Options
from ..records import Document
from ..text import guess_language, guess_script, stable_id
from .detect import decode, sniff_binary

_CONTROL = late(r"[\x01-\x08\x0e-\x19\x1b\x7f]")
_NOTHING = " \t\r\n\f\v\u3000\u00a0\ufeff\u200b\u200e\u200f\x1a"


def accepts(data: bytes, name: str) -> bool:
    """Plain text is the reader of last resort: it takes everything, and says what it is when it is no text."""
    return True


def read_plain(data: bytes, name: str, options: Options) -> Document:
    """Read bytes as text. Raises UnknownFormat for binary content, UnknownEncoding, TooLarge or Empty."""
    what = sniff_binary(data)
    if what is not None:
        raise UnknownFormat(f"{name}: this is {what}, which is not read. Give the text of the document.")
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        _refuse_empty(name)
    found = decode(data, name=name, encoding=options.encoding)
    digest = hashlib.sha256(data).hexdigest()
    return document_from_text(
        found.text, name, options.limits, digest=digest, encoding=found.encoding, confidence=found.confidence
    )


def document_from_text(
    text: str, name: str, limits: Limits, *, digest: str = "", encoding: str = "utf-8", confidence: float = 1.0
) -> Document:
    """A Document of text already decoded. Raises UnknownFormat, TooLarge or Empty as `read_plain` does."""
    _check_text(text, name, limits)
    digest = digest or hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(
        id=stable_id("d", name, digest),
        name=name,
        text=text,
        language=guess_language(text),
        script=guess_script(text),
        encoding=encoding,
        encoding_confidence=confidence,
        digest=digest,
    )


def _refuse_empty(name: str) -> NoReturn:
    raise Empty(f"{name}: empty, no text in it. Give a file that holds the document.")


def _check_text(text: str, name: str, limits: Limits) -> None:
    if not text.strip() or not text.strip(_NOTHING):
        _refuse_empty(name)
    if "\x00" in text:
        raise UnknownFormat(f"{name}: not a text file (NUL at offset {text.index(chr(0))}). Give the text itself.")
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise UnknownFormat(f"{name}: not a text file (too many control characters). Give the text itself.")
    if len(text) > limits.text_chars:
        _refuse_large(name, f"{len(text):,} characters", "text_chars", limits.text_chars)
    longest = max(map(len, text.splitlines()))
    if longest > limits.line_chars:
        _refuse_large(name, f"a line of {longest:,} characters", "line_chars", limits.line_chars)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(f"{name}: half a surrogate pair at offset {error.start}. Decode the text again.") from None


def _refuse_large(name: str, found: str, limit: str, value: int) -> NoReturn:
    raise TooLarge(f"{name}: {found}, the limit is {value:,}. Split the file, or raise limits.{limit}.")
