"""What a heading, or a line that opens a list, says for all that stands under it: its period, and that it looks ahead.

"Fiscal Year 2030 Highlights" over bullets, "For the first quarter of fiscal 2031, the company expects:" over a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..languages.fiscal import find_periods as told_in_title
from ..languages.fiscal import named_by_end, so_far
from ..languages.late import late
from ..records import Paragraph
from ..text import fold, simplify
from .mentions import find_periods
from .modality import is_future
from .periods import PeriodContext

_LONGEST = 200
_LEADS = late(r"[:：]\s*$")
_AHEAD = late(
    r"\b(?:outlook|guidance|expects?|forecasts?|targets?|projections?|looking ahead)\b"
    r"|展望|指引|财测|预测|预期|预计|目标",
    re.IGNORECASE,
)
_BULLET = late(r"^\s*[•●○▪·*\-–—]\s*\S")
_SPAN = late(r"(?:[0-9]{4}-(?:Q[1-4]|H[12]|9M)|FY[0-9]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The period that stands over a paragraph, None for the document's, and whether it is spoken of as to come."""

    period: str | None = None
    ahead: bool = False


_NOTHING = Section()


class Sections:
    """The section of each paragraph of one document, given in the order of the text."""

    def __init__(self, context: PeriodContext, paragraphs: Sequence[Paragraph], text: str) -> None:
        self._document = context
        self._text = text
        self._paragraphs = iter(paragraphs)
        self._heading = self._lead = _NOTHING

    def enter(self, paragraph_id: str) -> None:
        """Go on to a paragraph after the last one entered, past headings and lines that hold no sentence."""
        for paragraph in self._paragraphs:
            self._pass(paragraph, self._text[paragraph.start : paragraph.end])
            if paragraph.id == paragraph_id:
                return

    def _pass(self, paragraph: Paragraph, text: str) -> None:
        if paragraph.kind == "heading" and len(text) <= _LONGEST:
            self._heading, self._lead = self._read(text, paragraph.language), _NOTHING
        elif len(text) <= _LONGEST and _LEADS.search(text):
            self._lead = self._read(text, paragraph.language)
        elif paragraph.kind not in ("list_item", "page") and not _BULLET.match(text):
            self._lead = _NOTHING

    def _read(self, text: str, language: str) -> Section:
        named = {m.period for m in find_periods(text, language, self._document) if _SPAN.fullmatch(m.period)}
        # A heading of two periods is that of the document, as is its title: "2031年中期业绩" names no year of its own.
        titled = any(period == self._document.reported for *_, period in told_in_title(named_by_end(text)))
        period = named.pop() if len(named) == 1 and not titled else None
        period = period or so_far(simplify(fold(text)).lower().strip(" :"), self._document.reported)
        ahead = is_future(period, self._document) or (_AHEAD.search(simplify(fold(text))) is not None)
        return Section(period=period if period != self._document.reported else None, ahead=ahead)

    @property
    def ahead(self) -> bool:
        """Whether what stands here is expected, not reported."""
        return self._lead.ahead or self._heading.ahead

    @property
    def context(self) -> PeriodContext:
        """What relative words refer to here."""
        period = self._lead.period or self._heading.period
        return replace(self._document, reported=period) if period else self._document
