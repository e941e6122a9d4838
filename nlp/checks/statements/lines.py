"""The lines of a text: its sentences, and what no sentence holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...languages.late import late
from ...languages.tokenize import split_sentences
from ...records import Document, Sentence

_LINE = late(r"[^\n]*[^\s][^\n]*")
# A note is one sentence: "2Q rev. $4m", "FY adj. EBITDA".
_GOES_ON = late(r"[a-z0-9$€£¥+\-(]|[A-Z]{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence (or line) of a text: offsets, language and the paragraph it stands in."""

    start: int
    end: int
    lang: str
    paragraph: str = ""


def split_lines(text: str, lang: str) -> tuple[Line, ...]:
    """The sentences of a short text, as lines of one paragraph."""
    lines: list[Line] = []
    for start, end in split_sentences(text, lang):
        if lines and lang == "en" and _GOES_ON.match(text, start):
            lines[-1] = Line(lines[-1].start, end, lang)
        else:
            lines.append(Line(start, end, lang))
    return tuple(lines) or (Line(0, len(text), lang),)


def lines_of(document: Document, sentences: Sequence[Sentence]) -> tuple[Line, ...]:
    """The sentences of a document, and what no sentence holds (speaker lines, tables), line by line."""
    lang = "zh" if document.language == "zh" else "en"
    lines: list[Line] = []
    reach = 0
    for row in (*sorted(sentences, key=lambda row: row.start), None):
        gap_end = len(document.text) if row is None else row.start
        gaps = _LINE.finditer(document.text, reach, max(reach, gap_end))
        lines.extend(Line(gap.start(), gap.end(), lang) for gap in gaps)
        if row is not None and row.end > reach:
            spoken = "zh" if row.language == "zh" else "en"
            lines.append(Line(max(row.start, reach), row.end, spoken, row.paragraph_id))
            reach = row.end
    return tuple(lines) or (Line(0, len(document.text), lang),)
