"""What stands where on the page: which element holds a place of a document, and how it is quoted."""

from __future__ import annotations

from bisect import bisect_left

from ...languages.late import late
from ...records import Claim, Document, Paragraph
from ...text import guess_script
from ..marks import NO_STATE
from ..view import Place, View
from .shapes import Quote

_SCRIPTS = {"hant": "zh-Hant", "hans": "zh-Hans"}
_CONTEXT = 60  # characters either side of a quotation
_LONGEST = 600
_HALF_WORD_FIRST = late(r"\A[!-~]{1,30}\s+")
_HALF_WORD_LAST = late(r"\s[!-~]{1,30}\Z")


class Places:
    """Fills up while the text is laid out; afterwards it gives the link to any place."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.at = {claim.id: number for number, claim in enumerate(view.analysis.claims)}
        self._claim_at = {(c.document_id, c.start, c.end): c for c in reversed(view.analysis.claims)}
        self._paragraphs: dict[str, list[Paragraph]] = {row.id: [] for row in view.analysis.documents}
        self._anchored: set[str] = set()

    def add(self, paragraph: Paragraph) -> None:
        """Note that a paragraph stands on the page."""
        self._paragraphs[paragraph.document_id].append(paragraph)

    def anchor(self, claims: tuple[Claim, ...]) -> tuple[str, ...]:
        """The ids of elements for claims that begin here; a claim gets one once."""
        fresh = [claim.id for claim in claims if claim.id not in self._anchored]
        self._anchored.update(fresh)
        return tuple(f"m-{claim_id}" for claim_id in fresh)

    def settle(self) -> None:
        """Say that all text is laid out."""
        for rows in self._paragraphs.values():
            rows.sort(key=lambda row: row.start)

    def paragraph_at(self, row: Place) -> Paragraph | None:
        """The paragraph a place begins in."""
        rows = self._paragraphs.get(row.document_id, [])
        at = bisect_left(rows, row.start + 1, key=lambda p: p.start) - 1
        return rows[at] if at >= 0 and rows[at].start <= row.start < max(rows[at].end, rows[at].start + 1) else None

    def href(self, row: Place) -> str:
        """The link to a place: its amount, else its paragraph, else nothing."""
        claim = row if isinstance(row, Claim) else self._claim_at.get((row.document_id, row.start, row.end))
        if claim is not None and claim.id in self._anchored:
            return f"#m-{claim.id}"
        home = self.paragraph_at(row)
        return f"#p-{home.id}" if home else ""

    def lang(self, row: Place) -> str:
        """The language of a place as HTML wants it: en, zh-Hans, zh-Hant."""
        home = None if isinstance(row, Claim) else self.paragraph_at(row)
        document = self.view.document_of(row)
        language = row.language if isinstance(row, Claim) else home.language if home else document.language
        return lang_of(language, document, self.view.quote(row))

    def quote(self, row: Place, *, about: tuple[tuple[str, str], ...] = (), context: int = _CONTEXT) -> Quote:
        """The words of a place with some around them, whole words only."""
        text = self.view.document_of(row).text
        home = self.paragraph_at(row)
        low = max(home.start if home else 0, row.start - context)
        high = min(home.end if home else len(text), row.end + context)
        before, after = text[low : row.start], text[row.end : high]
        return Quote(
            place=self.view.place(row),
            lang=self.lang(row),
            before="…" + _HALF_WORD_FIRST.sub("", before) if home and low > home.start else before,
            text=cut_long(self.view.quote(row)),
            after=_HALF_WORD_LAST.sub("", after) + "…" if home and high < home.end else after,
            href=self.href(row),
            state=self.view.states.get(row.id, NO_STATE).verdict if isinstance(row, Claim) else "",
            about=about,
        )


def cut_long(text: str) -> str:
    """A quotation at full length up to 600 characters; longer evidence is cut, the link leads to all of it."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def lang_of(language: str, document: Document, text: str) -> str:
    """A language with its script, as HTML wants it."""
    if language != "zh":
        return "en"
    script = document.script if document.script in _SCRIPTS else guess_script(text)
    return _SCRIPTS.get(script, "zh")
