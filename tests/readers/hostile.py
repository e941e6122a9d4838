"""Files that want to do harm, made on the spot: damaged, lying, swollen, looping."""

from __future__ import annotations

import gzip
import io
import random
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from nlp.resources import shipped
from tests.rendering import to_docx, to_html, to_pdf

TEXT = (shipped("corpora", "calls", "yuelan-2024q1") / "release.txt").read_text(encoding="utf-8")[:9000]


def to_edgar(text: str) -> bytes:
    """A submission whose second document is the text as a page."""
    page = to_html(text).decode()
    cover = "<DOCUMENT>\n<TYPE>6-K\n<SEQUENCE>1\n<FILENAME>cover.htm\n<TEXT>\n<html><p>Cover</p></html>\n</TEXT>\n</DOCUMENT>\n"
    exhibit = f"<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex.htm\n<TEXT>\n{page}\n</TEXT>\n</DOCUMENT>\n"
    return f"<SEC-DOCUMENT>1.txt\n{cover}{exhibit}</SEC-DOCUMENT>\n".encode()


def good_files() -> dict[str, bytes]:
    """One good file of each format, by its suffix."""
    return {
        "txt": TEXT.encode(),
        "html": to_html(TEXT),
        "pdf": to_pdf(TEXT),
        "docx": to_docx(TEXT),
        "sub": to_edgar(TEXT),
    }


def cut(data: bytes, places: int, rng: random.Random) -> Iterator[bytes]:
    """The file cut at so many places."""
    for _ in range(places):
        yield data[: rng.randrange(1, len(data))]


def changed(data: bytes, times: int, rng: random.Random) -> Iterator[bytes]:
    """The file with one to eight bytes changed, so many times."""
    for _ in range(times):
        copy = bytearray(data)
        for _ in range(rng.randint(1, 8)):
            copy[rng.randrange(len(copy))] = rng.randrange(256)
        yield bytes(copy)


def _database() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        connection = sqlite3.connect(path)
        connection.execute("create table a (b)")
        connection.commit()
        connection.close()
        return path.read_bytes()


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF with a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 700, "Revenue rose because more people came to our shops")
    canvas.save()
    return buffer.getvalue()


def liars() -> dict[str, bytes]:
    """What is no document at all, whatever its name says."""
    return {
        "png": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "zip": zipped({"a.txt": b"Revenue rose"}),
        "exe": b"MZ\x90\x00\x03" + bytes(100),
        "sqlite": _database(),
        "gz": gzip.compress(b"Revenue rose"),
        "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "rtf": b"{\\rtf1 Revenue rose}",
        "encrypted-docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(512),
        "encrypted-pdf": encrypted_pdf(),
        "mp3": b"ID3\x03\x00\x00\x00\x00\x00\x21" + bytes(200),
        "parquet": b"PAR1" + bytes(100) + b"PAR1",
        "pickle": b"\x80\x04\x95\x1c\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x8c\x06system\x93\x94\x8c\x02id\x85R.",
    }


_CONTENT = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
_SPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: bytes, head: bytes = b"", **parts: bytes) -> bytes:
    """A Word file with this XML as its body and more parts beside it."""
    document = (
        b'<?xml version="1.0"?>' + head + b"<w:document " + _SPACE + b"><w:body>" + body + b"</w:body></w:document>"
    )
    named = {name.replace("__", "/"): data for name, data in parts.items()}
    return zipped({"[Content_Types].xml": _CONTENT, "_rels/.rels": _RELS, "word/document.xml": document} | named)


def paragraph(text: bytes) -> bytes:
    """A paragraph of a Word file."""
    return b"<w:p><w:r><w:t>" + text + b"</w:t></w:r></w:p>"


def pdf_objects(objects: dict[int, bytes], root: int = 1, size: int | None = None) -> bytes:
    """A PDF of these objects with a right table of their places."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    count = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size or count, root, start)
    return bytes(out)


def _stream(data: bytes, filters: bytes) -> bytes:
    return b"<< /Length %d /Filter %s >>\nstream\n" % (len(data), filters) + data + b"\nendstream"


def _page(content: bytes, *, box: bytes = b"[0 0 595 842]", more: bytes = b"") -> dict[int, bytes]:
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R " + more + b" >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox "
        + box
        + b" /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        4: content,
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }


def _deep(levels: int, data: bytes) -> bytes:
    for _ in range(levels):
        data = zlib.compress(data, 9)
    return data


def pdf_bombs() -> Iterator[tuple[str, bytes]]:
    """PDFs that swell, loop, or ask for something to be run."""
    big = b"BT /F 9 Tf 10 10 Td (Revenue rose by a lot) Tj ET\n" * 3_000_000
    yield "stream", pdf_objects(_page(_stream(zlib.compress(big, 9), b"/FlateDecode")))
    nested = _deep(3, bytes(200_000_000))
    yield "nested filters", pdf_objects(_page(_stream(nested, b"[/FlateDecode /FlateDecode /FlateDecode]")))
    yield "page-tree loop", pdf_objects(_page(b"<< >>") | {2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"})
    yield "parent loop", pdf_objects(_page(b"<< >>") | {2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>"})
    yield "xref loop", pdf_objects(_page(b"<< >>")).replace(b"trailer\n<<", b"trailer\n<< /Prev 9 ")
    yield (
        "hundred thousand pages",
        pdf_objects(
            {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
            | {2: b"<< /Type /Pages /Count 100000 /Kids [" + b"3 0 R " * 100_000 + b"] >>"}
            | {3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}
        ),
    )
    yield "a huge page", pdf_objects(_page(b"<< >>", box=b"[0 0 1036800 1036800]"))
    yield (
        "javascript",
        pdf_objects(
            _page(b"<< >>", more=b"/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:9')) >>")
        ),
    )
    yield "encrypted", encrypted_pdf()
    yield "object loop", pdf_objects(_page(b"4 0 R"))
    yield "negative length", pdf_objects(_page(b"<< /Length -5 >>\nstream\nx\nendstream"))
    yield "huge count", pdf_objects(_page(b"<< >>") | {2: b"<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>"})


def zip_bombs() -> Iterator[tuple[str, bytes]]:
    """Word files that unpack to far more than they are, or to what they should not hold."""
    for ratio in (300, 1_000, 10_000):
        size = min(ratio * 20_000, 100_000_000)
        yield f"ratio {ratio}", word(paragraph(b"a" * size))
    yield "many parts", zipped({f"word/{at}": b"" for at in range(100_000)}, zipfile.ZIP_STORED)
    yield "nested", word(paragraph(b"a"), word__a=zipped({"b": b"c" * 100}))
    yield "sum of parts", word(paragraph(b"a"), **{f"word__{at}.bin": bytes(40_000_000) for at in range(8)})
    overlap = bytearray(word(paragraph(b"Revenue rose")))
    at = overlap.rindex(b"PK\x01\x02")
    overlap[at + 42 : at + 46] = struct.pack("<I", 0)
    yield "overlap", bytes(overlap)
    lies = bytearray(word(paragraph(b"Revenue rose " * 200_000)))
    at = lies.rindex(b"PK\x01\x02")
    lies[at + 24 : at + 28] = struct.pack("<I", 10)
    yield "size that lies", bytes(lies)
    laughs = (
        b"<!DOCTYPE a [" + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)) + b"]>"
    )
    yield "billion laughs", word(paragraph(b"&a9;"), laughs)
    yield "quadratic entity", word(paragraph(b"&a;" * 20_000), b'<!DOCTYPE a [<!ENTITY a "' + b"a" * 20_000 + b'">]>')
    yield "entity of a file", word(paragraph(b"&a;"), b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
    yield "entity of the net", word(paragraph(b"&a;"), b'<!DOCTYPE a [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>')
    yield "parameter entity", word(paragraph(b"a"), b'<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd">%b;]>')
    yield "deep xml", word(b"<w:p>" * 100_000 + b"</w:p>" * 100_000)
    yield "gzip of gzip", gzip.compress(gzip.compress(bytes(10_000_000)))


def page_bombs() -> Iterator[tuple[str, bytes]]:
    """Pages that are too deep, too many, too wide."""
    start, end = b"<html><body>", b"</body></html>"
    text = b"Revenue rose because of pumps. "
    yield "nesting", start + b"<div>" * 200_000 + text * 50 + b"</div>" * 200_000 + end
    yield "nested tables", start + b"<table><tr><td>" * 20_000 + text * 50 + end
    yield "a million tags", start + b"<b>a</b>" * 1_100_000 + end
    yield "long line", start + b"<p>" + text * 1_600_000 + b"</p>" + end
    yield (
        "colspan",
        start + b"<table>" + b"<tr><td colspan=999999999>1</td><td>2</td><td>3</td></tr>" * 500 + b"</table>" + end,
    )
    yield (
        "rowspan",
        start + b"<table>" + b"<tr><td rowspan=99999999 colspan=9999>1</td><td>2</td></tr>" * 500 + b"</table>",
    )
    yield "notes", start + b"<p>" + b"a<sup>1</sup>" * 200_000 + b"</p>" + end
    yield "pages of one sentence", start + b"<p>a b</p><hr>" * 60_000 + end
    yield "entities", b'<!DOCTYPE html [<!ENTITY a "aaaaaaaa">]>' + start + b"&a;" * 10_000 + end
    yield "attributes", start + b"<p " + b"a=b " * 2_000_000 + b">" + text + end
    yield "comments", start + b"<!--" * 500_000 + text + end
    yield "unclosed", b"<" * 3_000_000
    yield "json depth", b"[" * 3_000_000
    yield "cues", b"WEBVTT\n\n" + b"00:00:01.000 --> 00:00:02.000\n" * 400_000


def bombs() -> list[tuple[str, bytes]]:
    """All of them: (name, bytes)."""
    return [*pdf_bombs(), *zip_bombs(), *page_bombs()]


Outcome = Callable[[bytes, str], str]
