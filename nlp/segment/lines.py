"""The lines of a document, folded and trimmed, with their places: what every pattern of this stage looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..text import fold, guess_language, lines_with_offsets, simplify

# Marks around a label or before speech that say nothing of who speaks: Markdown, time stamps, bullets of a list.
_LEAD = re.compile(
    r"(?:[*_#>]++[ \t]*+|[\[(<]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,3})?[\])>]?[ \t]*+(?:-[ \t]++)?)*+"
)
_TAIL = re.compile(r"[*_\s]*\Z")
_WORDY = re.compile(r"\w")
_RULE = re.compile(r"[-=_.*~ |:]{6,}|[-=_*~]{3,}")
_CUE = re.compile(
    r"(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{3} *--> *(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{3}\b.*"
)
_PAGE = re.compile(r"(?:page )?-? ?[0-9]{1,3} ?-?(?: (?:of|/) ?[0-9]{1,3})?|[0-9]{1,3} ?/ ?[0-9]{1,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `start:end` is the line without blanks at its ends; `lead` counts the decoration before
    the words ("**", a time stamp); `text` is the folded text of `start + lead` to the end, decoration behind left out.
    """

    start: int
    end: int
    lead: int
    text: str
    blank_before: bool
    blank_after: bool
    language: str

    @property
    def is_rule(self) -> bool:
        """A row of hyphens, dots or equal signs."""
        return _RULE.fullmatch(self.text) is not None or (not self.text and self.end > self.start)

    @property
    def is_page_number(self) -> bool:
        """A number on its own, with "Page" or "of 12" at most."""
        return len(self.text) <= 14 and _PAGE.fullmatch(self.text) is not None

    @property
    def plain(self) -> str:
        """The text in simplified characters, for Chinese patterns."""
        return simplify(self.text)


def read_lines(text: str) -> list[Line]:
    """Every line with words or marks in it; blank lines only leave a trace in `blank_before` and `blank_after`."""
    out: list[Line] = []
    blank = True
    for start, _, raw in lines_with_offsets(text):
        left, right = len(raw) - len(raw.lstrip()), len(raw.rstrip())
        if left >= right:
            blank = True
            if out:
                out[-1] = _with_blank_after(out[-1])
            continue
        body = _inside(fold(raw[left:right]))
        right = left + len(body)
        lead = _LEAD.match(body)
        skip = len(body) if _CUE.fullmatch(body) else lead.end() if lead else 0
        kept = body[skip:]
        if len(kept) < 200:  # only a label can be decorated behind
            kept = _TAIL.sub("", kept)
        out.append(Line(start + left, start + right, skip, kept, blank, False, guess_language(kept)))
        blank = False
    if out:
        out[-1] = _with_blank_after(out[-1])
    return out


def _inside(body: str) -> str:
    """A line without the mark that ends a caption, or a row of a table."""
    if body.endswith("</v>"):
        return body[:-4].rstrip()
    return body[:-1].rstrip() if body.startswith("|") and body.endswith("|") and _WORDY.search(body) else body


def _with_blank_after(line: Line) -> Line:
    return Line(line.start, line.end, line.lead, line.text, line.blank_before, True, line.language)
