"""What kind of bytes a file holds: known binary formats, and the encoding of text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ..errors import UnknownEncoding, UnknownFormat
from ..languages.late import late
from ..languages.zh.common import COMMON
from ..text import simplify

# (what it is, how it begins). Formats whose first bytes could also begin a text ask for more in `sniff_binary`.
_MAGIC: tuple[tuple[str, bytes], ...] = (
    ("a PNG image", b"\x89PNG\r\n\x1a\n"),
    ("a JPEG image", b"\xff\xd8\xff"),
    ("a GIF image", b"GIF87a"),
    ("a GIF image", b"GIF89a"),
    ("a TIFF image", b"II*\x00"),
    ("a TIFF image", b"MM\x00*"),
    ("a PDF", b"%PDF-"),
    ("a PostScript file", b"%!PS"),
    ("a gzip archive", b"\x1f\x8b"),
    ("a bzip2 archive", b"BZh"),
    ("an xz archive", b"\xfd7zXZ\x00"),
    ("a zstd archive", b"\x28\xb5\x2f\xfd"),
    ("a 7-Zip archive", b"7z\xbc\xaf\x27\x1c"),
    ("a RAR archive", b"Rar!\x1a\x07"),
    ("an SQLite database", b"SQLite format 3\x00"),
    ("a Parquet file", b"PAR1"),
    ("a Linux program", b"\x7fELF"),
    ("an old Office document (doc, xls, ppt)", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("an RTF document", b"{\\rtf"),
    ("an Ogg recording", b"OggS"),
    ("a FLAC recording", b"fLaC"),
)
_OFFICE = ((b"word/", "a Word document (docx)"), (b"xl/", "an Excel workbook (xlsx)"), (b"ppt/", "PowerPoint slides"))
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("gb18030", "big5hkscs", "cp1252")
_SURE = 0.6
_AHEAD = 0.1
_SHORT = 16  # bytes; fewer say nothing of their encoding
_FEWEST = 5  # Han characters; of fewer, other encodings make everyday ones by chance
_SAMPLE = 200_000

_HAN = late(r"[\u3400-\u9fff\uf900-\ufaff]")
_HAN_OR_MARK = late(r"[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u2010-\u2026\s]")
_ODD = late(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd]")  # controls and private use
_STRANGE = late(r"[^\x00-\u02ff\u2000-\u22ff\u2460-\u27ff\u3000-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HIGH_RUN = late(r"[^\x00-\x7f]{3,}")
_WESTERN = frozenset("‘’“”–—…•€£¥©®™§°±·«»½¼¾¢²³¹µ\u00a0\u00adàáâãäåæçèéêëìíîïñòóôõöøùúûüýßŠšŽžŒœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with the encoding it was read in; `confidence` in 0..1 is 1 where the bytes or the user left no choice."""

    text: str
    encoding: str
    confidence: float


def sniff_binary(data: bytes) -> str | None:
    """What the bytes are when they are no plain text ("a PNG image"), by content and never by name; else None."""
    for what, magic in _MAGIC:
        if data.startswith(magic):
            return what
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((what for part, what in _OFFICE if part in data[:4000] + data[-8000:]), "a zip archive")
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        return "a Windows program"
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image or recording (RIFF)"
    if data[4:8] == b"ftyp":
        return "a video or recording (MP4)"
    if data.startswith(b"ID3") and data[3:4] < b"\x10":
        return "an MP3 recording"
    return None


def decode(data: bytes, *, name: str, encoding: str | None = None) -> Decoded:
    """The text of `data`, the byte order mark left out.

    Order: `encoding` when given; a byte order mark; UTF-8; UTF-32 and UTF-16 by their zero bytes; then gb18030,
    big5hkscs and cp1252 by how plausible the text is that each gives. Raises UnknownEncoding, or UnknownFormat for
    bytes that are no text.
    """
    if encoding is not None:
        return _as_told(data, name, encoding)
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return Decoded(text=_strictly(data[len(bom) :], marked, name), encoding=marked, confidence=1.0)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8", confidence=1.0)
    except UnicodeDecodeError as error:
        where = error.start
    wide = _as_utf32(data) or _as_utf16(data)
    if wide is not None:
        return wide
    if b"\x00" in data:
        raise UnknownFormat(f"{name}: not a text file (byte 0 at offset {data.index(0)}). Give the text itself.")
    _refuse_damaged_utf8(data, where, name)
    return _as_legacy(data, where, name)


def _as_told(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise UnknownEncoding(f"{name}: no encoding is called {encoding!r}. Try utf-8, gb18030, big5hkscs.") from None
    except UnicodeDecodeError as error:
        raise UnknownEncoding(
            f"{name}: byte {error.start} is not {encoding}. Leave --encoding out or name another."
        ) from None
    return Decoded(text=text.removeprefix("\ufeff"), encoding=codecs.lookup(encoding).name, confidence=1.0)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(
            f"{name}: marked as {encoding}, but byte {error.start} is not. Save it again, or give --encoding."
        ) from None


def _as_utf32(data: bytes) -> Decoded | None:
    """UTF-32 without a mark: of every four bytes the highest is zero, and the next nearly always."""
    sample = data[:_SAMPLE]
    for encoding, highest, high in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        quarter = len(sample) // 4
        if len(data) % 4 or sample[highest::4].count(0) < quarter or 10 * sample[high::4].count(0) < 9 * quarter:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and not _ODD.search(text[:_SAMPLE]):
            return Decoded(text=text, encoding=encoding, confidence=0.95)
    return None


def _as_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: even length, and zero bytes on one side only (blanks, digits, Latin letters have one)."""
    if len(data) % 2:
        return None
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 50 < len(sample) // 2 or min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    strange = len(_STRANGE.findall(text[:_SAMPLE]))
    if _ODD.search(text) or strange * 50 > len(text[:_SAMPLE]):
        return None
    return Decoded(text=text, encoding=encoding, confidence=0.95)


def _refuse_damaged_utf8(data: bytes, where: int, name: str) -> None:
    """UTF-8 with a few bad bytes must not be read as something else, which would garble every other character."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    good = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
    if good >= 10 and good > 10 * text.count("\ufffd"):
        raise UnknownEncoding(f"{name}: UTF-8 with a damaged byte at {where}. Save it again, or give --encoding.")


def _as_legacy(data: bytes, where: int, name: str) -> Decoded:
    found = _scores(data) if len(data) >= _SHORT else {}
    scores = sorted(((score, encoding) for encoding, score in found.items()), reverse=True)
    best, second = (*scores, (0.0, ""), (0.0, ""))[:2]
    if best[0] < _SURE or best[0] - second[0] < _AHEAD:
        guess = f"; the nearest is {best[1]} ({best[0]:.2f})" if best[1] else ""
        raise UnknownEncoding(
            f"{name}: not UTF-8 (byte {where}) and no other encoding is sure{guess}. Say which with --encoding."
        )
    text = _strictly(data, best[1], name)
    return Decoded(text=text, encoding=best[1], confidence=round(best[0], 3))


def _scores(data: bytes) -> dict[str, float]:
    """How plausible each encoding is. charset-normalizer proposes; the characters that come out decide.

    Big5 bytes are nearly always valid GB18030, and then give rare characters: so validity alone says nothing.
    """
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE].rpartition(b"\n")[0] if len(data) > _SAMPLE else data
    proposed = {match.encoding for match in from_bytes(sample or data, cp_isolation=list(_LEGACY))}
    scores = {}
    for encoding in _LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        plausible = _plausible_western(text) if encoding == "cp1252" else _plausible_chinese(text)
        scores[encoding] = min(1.0, plausible + (0.05 if encoding in proposed else 0.0))
    return scores | _wide_scores(data)


def _wide_scores(data: bytes) -> dict[str, float]:
    """UTF-16 of Chinese alone, in which no byte is zero: nearly all of it must be Han characters and their marks."""
    scores = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = "" if len(data) % 2 else data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and 10 * len(_HAN_OR_MARK.findall(text[:_SAMPLE])) > 9 * len(text[:_SAMPLE]):
            scores[encoding] = _plausible_chinese(text)
    return scores


def _plausible_chinese(text: str) -> float:
    """Share of everyday characters among the Han; running text has about two thirds of them in the common list."""
    han = _HAN.findall(text[:_SAMPLE])
    if len(han) < _FEWEST or len(_ODD.findall(text[:_SAMPLE])) * 100 > len(han):
        return 0.0
    common = sum(1 for char in simplify("".join(han)) if char in COMMON)
    return min(1.0, 1.4 * common / len(han))


def _plausible_western(text: str) -> float:
    """Share of usual marks and accented letters among the high characters, which stand alone or in twos."""
    sample = text[:_SAMPLE]
    high = [char for char in sample if char > "\x7f"]
    if not high or _ODD.search(sample):
        return 0.0
    usual = sum(1 for char in high if char in _WESTERN) - sum(len(run[0]) for run in _HIGH_RUN.finditer(sample))
    return max(0.0, usual / len(high))
