"""Lines over a call that read as speaker lines and are none: a headline that quotes, the name of the event, a firm."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ..languages.documents import EVENT
from ..text import fold
from .headers import Header
from .lines import Line
from .names import name_key
from .stamps import DAY

_TOP = 6  # lines: a headline stands among the first
_BYLINE = re.compile(rf"[^?!。？！]{{0,40}}?{DAY}[^?!。？！]{{0,60}}")
_BELOW = 2  # lines between a headline and its date
_TICKER = re.compile(r"[A-Z][A-Za-z]{1,12}(?: [A-Z]{2,8})?: ?[A-Z0-9][A-Z0-9.-]{0,9}")  # NYSE: ORBL
_STAMPED = 5  # characters: more before the words is a time
_OPEN, _CLOSE = "([【〔", ")]】〕"


def without_headlines(headers: Sequence[Header], lines: Sequence[Line], text: str) -> list[Header]:
    """The headers that are speaker lines: none over the date of an article, none that names the event itself, none of
    a firm that others belong to, none that ends within a bracket.
    """
    firms = {name_key(header.label.firm) for header in headers if header.label.firm}
    begun = {header.first for header in headers}
    return [
        header
        for header in headers
        if not (_is_over_date(header, lines, text, begun) or _names_event(header) or _cut_in_bracket(header))
        and not (header.label.kind == "person" and name_key(header.label.name) in firms)
    ]


def _is_over_date(header: Header, lines: Sequence[Line], text: str, begun: Container[int]) -> bool:
    """ "Orbel's Ada Lind: no new debt", with date and author on the next line."""
    own = lines[header.first]
    if header.first >= _TOP or header.label.kind != "person" or header.speech >= own.end or own.lead > _STAMPED:
        return False
    below = range(header.last + 1, min(header.last + 1 + _BELOW, len(lines)))
    return any(i not in begun and _BYLINE.fullmatch(fold(text[lines[i].start : lines[i].end])) for i in below)


def _names_event(header: Header) -> bool:
    """ "Orbel Marine - 2023 Interim Results Call", "Orbel Marine (NYSE: ORBL)"."""
    label = header.label
    told = " ".join(filter(None, (label.title, label.firm)))
    return label.kind == "person" and bool(told) and (EVENT.search(told) or _TICKER.fullmatch(told)) is not None


def _cut_in_bracket(header: Header) -> bool:
    """ "Orbel (NASDAQ: ORBL) has today": the colon stands in a bracket."""
    return header.format == "colon" and sum(map(header.printed.count, _OPEN)) > sum(map(header.printed.count, _CLOSE))
