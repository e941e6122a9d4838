"""EDGAR full submission text files: many documents in one file, of which the one that is meant is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..errors import BadInput, Empty
from ..languages import documents
from ..languages.late import late
from ..options import Options
from ..records import Document
from ..text import fold
from .builder import TextBuilder
from .detect import decode
from .html import extract_html, is_html_text

_BEGINS = re.compile(rb"\A\s*(?:<SEC-DOCUMENT>|<SUBMISSION>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<IMS-DOCUMENT>)")
_DOCUMENT = late(r"<DOCUMENT>(?P<body>.*?)(?:</DOCUMENT>|(?=<DOCUMENT>)|\Z)", re.DOTALL)
_FIELD = late(r"(?m)^<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\r\n<]{0,200})")
_TEXT = late(r"<TEXT>(?P<text>.*?)(?:</TEXT>|\Z)", re.DOTALL)
_WRAPPER = late(r"\A\s*<(?:XBRL|PAPER)>(?P<inner>.*?)(?:</(?:XBRL|PAPER)>\s*)?\Z", re.DOTALL)
_FILED = late(r"(?m)^\s*FILED AS OF DATE:\s*(\d{4})(\d{2})(\d{2})")
_NO_TEXT = late(r"\A\s*<(?:PDF|XML|ZIP|JSON)>|\A\s*begin [0-7]{3} ", re.IGNORECASE)
_SKIPPED = late(r"GRAPHIC|ZIP|XML|EXCEL|JSON|PDF|COVER|EX-101|EX-104|EX-3[12]", re.IGNORECASE)
_PAGE_MARK = late(r"(?m)^<PAGE>.*$")
_TABLE_MARK = late(r"</?(?:TABLE|CAPTION|S|C|FN)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """One document of the submission."""

    at: int
    kind: str
    name: str
    about: str
    text: str


def accepts(data: bytes, name: str) -> bool:
    """A file that begins as a submission does."""
    return _BEGINS.match(data[:4000]) is not None


def read_edgar(data: bytes, name: str, options: Options) -> Document:
    """The text of the release, call or letter in a submission; `because` says which of how many.

    Raises Empty, or BadInput for a submission that is cut off.
    """
    found = decode(data, name=name, encoding=options.encoding)
    if found.text.count("<DOCUMENT>") > found.text.count("</DOCUMENT>"):
        raise BadInput(f"{name}: a submission that is cut off (a document without its end). Download it again.")
    parts = _parts(found.text)
    if not parts:
        raise Empty(f"{name}: a submission without a readable document. Download it again.")
    chosen = max(parts, key=lambda part: (_rank(part), -part.at))
    builder = TextBuilder()
    if is_html_text(chosen.text):
        extract_html(chosen.text, name, options, builder)
    else:
        builder.add_block(_TABLE_MARK.sub("", _PAGE_MARK.sub("", chosen.text)).replace("\r", "").split("\n"))
    document = builder.document(data, name, options, kind="edgar")
    told = f"read: {chosen.kind} {chosen.name} ({chosen.at} of {len(parts)} documents of the submission)".replace(
        "  ", " "
    )
    filed = _FILED.search(found.text[:20_000])
    return replace(
        document,
        encoding=found.encoding,
        encoding_confidence=found.confidence,
        because=(told,),
        published="-".join(filed.groups()) if filed else None,
    )


def _parts(text: str) -> list[_Part]:
    out: list[_Part] = []
    for at, found in enumerate(_DOCUMENT.finditer(text), 1):
        body = found["body"]
        fields = {key: value.strip() for key, value in _FIELD.findall(body[:3000])}
        inner = _TEXT.search(body)
        content = inner["text"] if inner else ""
        wrapped = _WRAPPER.match(content)
        content = wrapped["inner"] if wrapped else content
        if content.strip() and not _NO_TEXT.match(content) and not _SKIPPED.search(fields.get("TYPE", "")):
            about = fields.get("DESCRIPTION", "")
            out.append(_Part(at, fields.get("TYPE", "?"), fields.get("FILENAME", ""), about, content))
    return out


def _rank(part: _Part) -> tuple[int, int, int]:
    """Exhibits that speak of results come first, then other exhibits 99, then the main document."""
    head = fold(re.sub(r"<[^>]{0,2000}>|&#?\w{1,8};", " ", part.text[:60_000]))[:6000]
    flat = " ".join(head.split())
    results = bool(documents.RESULTS.search(flat[:3000]) or documents.CALL.search(flat[:3000]))
    letter = bool(documents.LETTER.search(flat) or documents.RESPONSE.search(flat))
    exhibit = part.kind.upper().startswith("EX-99")
    main = part.at == 1
    return (int(results and exhibit) * 2 + int(letter), int(exhibit), int(main))
