"""The lines of a document, folded and trimmed, with their places: what every pattern of this stage looks at."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..languages.late import late
from ..text import guess_language, simplify
from .stamps import DAY

# Marks around a label or before speech that say nothing of who speaks: Markdown, time stamps, bullets of a list.
_DAY = rf"(?:{DAY},?[ T]+)?"
_CLOCK = _DAY + r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?(?: ?[AaPp]\.?[Mm]\b\.?)?"
_LEAD = late(
    r"(?:[*_#>=]++[ \t]*+|[\u2600-\u27a1\u27a5-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]++[ \t]*+|"
    r"</?(?:b|i|u|p|em|strong|span|font|h[1-6])\b[^<>]{0,60}>|[\[(<]?"
    + _CLOCK
    + r"(?: ?--?>? ?"
    + _CLOCK
    + r")?[\])>]?[ \t]*+(?:-[ \t]++)?)*+"
)
_DECORATION = "*_=" + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_WORDY = late(r"\w")
_RULE = late(r"[-=_.*~ |:]{6,}|[-=_*~]{3,}")
_RULING = "-=_.*~ |:"
_CUE = late(
    r"(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{3} *--> *(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{3}\b.*"
)
_PAGE = late(
    r"(?:page )?-? ?[0-9]{1,3} ?-?(?: (?:of|/) ?[0-9]{1,3})?|[0-9]{1,3} ?/ ?[0-9]{1,3}|[0-9]{1,3} ?\| ?p ?a ?g ?e|"
    r"第 ?[0-9]{1,3} ?页",
    re.IGNORECASE,
)


_SPACED = late(r"(?:\w ){3,}\w(?:[ &:-]{2,}(?:\w ){0,40}\w){0,8}")


def closed_up(text: str) -> str:
    """A heading printed with blanks between its letters as words.

    >>> closed_up("P A R T  O N E")
    'PART ONE'
    """
    if len(text) < 7 or text[1] != " " or _SPACED.fullmatch(text) is None:
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))


class Line(NamedTuple):
    """A line that is not blank. `start:end` is the line without blanks at its ends; `lead` counts the decoration before
    the words ("**", a time stamp); `text` is the folded text of `start + lead` to the end, decoration behind left out,
    `plain` the same in simplified characters, for Chinese patterns.
    """

    start: int
    end: int
    lead: int
    text: str
    blank_before: bool
    blank_after: bool
    language: str
    plain: str

    @property
    def is_rule(self) -> bool:
        """A row of hyphens, dots or equal signs."""
        if not self.text:
            return self.end > self.start
        return self.text[0] in _RULING and _RULE.fullmatch(self.text) is not None

    @property
    def is_page_number(self) -> bool:
        """A number on its own, with "Page" or "of 12" at most."""
        return len(self.text) <= 14 and _PAGE.fullmatch(self.text) is not None


def read_lines(folded: str) -> list[Line]:
    """Every line of a folded text with words or marks in it; blank lines only leave a trace in `blank_before` and
    `blank_after`.
    """
    found: list[tuple[int, str, bool]] = []  # where the line's words begin, the words, whether a blank line is before
    blank, start = True, 0
    for raw in folded.splitlines(keepends=True):
        body = raw.strip()
        if body:
            found.append((start + raw.index(body[0]), body, blank))
        blank = not body
        start += len(raw)
    blanks = [before for _, _, before in found[1:]] + [True]
    known: dict[str, Line] = {}  # a call prints its labels again and again
    return [_line(*row, after, known) for row, after in zip(found, blanks, strict=False)]


def _line(start: int, body: str, blank_before: bool, blank_after: bool, known: dict[str, Line]) -> Line:
    like = known.get(body)
    if like is None:
        like = known[body] = _read_line(body)
    _, size, lead, text, _, _, language, plain = like
    return Line(start, start + size, lead, text, blank_before, blank_after, language, plain)


def _read_line(body: str) -> Line:
    """A line as if it were all of the text."""
    body = _inside(body)
    lead = _LEAD.match(body)
    skip = len(body) if "-->" in body and _CUE.fullmatch(body) else lead.end() if lead else 0
    kept = body[skip:] if skip else body
    if len(kept) < 200:  # only a label can be decorated behind
        kept = kept.rstrip(_DECORATION)
    return make_line(0, len(body), skip, kept, True, True)


def make_line(start: int, end: int, lead: int, text: str, blank_before: bool, blank_after: bool) -> Line:
    """A line with its language and its plain copy."""
    if text.isascii():
        return Line(start, end, lead, text, blank_before, blank_after, "en", text)
    return Line(start, end, lead, text, blank_before, blank_after, guess_language(text), simplify(text))


def _inside(body: str) -> str:
    """A line without the mark that ends a caption, or a row of a table."""
    if body.endswith("</v>"):
        return body[:-4].rstrip()
    return body[:-1].rstrip() if body.startswith("|") and body.endswith("|") and _WORDY.search(body) else body
