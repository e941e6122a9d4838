"""Lines over a call that read as speaker lines and are none: a headline that quotes, the name of the event, a firm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from ..languages.calls import CALL_RULES
from ..languages.documents import EVENT
from ..languages.late import late
from ..text import fold
from .headers import Header
from .label import Label
from .lines import Line
from .names import name_key
from .stamps import DATE

_TOP = 6  # lines: a headline stands among the first
_BYLINE = late(rf"[^?!。？！]{{0,40}}?{DATE}[^?!。？！]{{0,60}}(?<![.,])")
_LISTED = 60  # lines: a list of participants stands among the first
_FEW = 3  # persons are a list
_BELOW = 2  # lines between a headline and its date
_ADDRESS = late(r"\bwww\.|\bhttps?:|\w\.(?:com|net|org|cn)\b", re.IGNORECASE)
_TICKER = late(r"\A[A-Z][A-Za-z]{1,12}(?: [A-Z]{2,8})?: ?[A-Z0-9][A-Z0-9.-]{0,9}\Z")  # NYSE: ORBL
_DATED = late(rf"\A{DATE}\b")  # By Lakeside Desk -- Aug 9, 2023 at 12:45PM
_PRICED = late(r"\A[A-Z][A-Z0-9.:-]{0,12},? [+-]?[0-9]+(?:\.[0-9]+)?%\Z")  # ORBL -6.3%
_MAIL = late(r"[^\s@|]+@[^\s@|]+\.\w+")
_MENU = late(r"[^|›>]{2,24}(?: ?[|›>] ?[^|›>]{2,24}){3,}")  # Home | Markets | Deals | Sign in
_STOP = late(r"[.?!。？！][\"')\]”]?\Z")
_TITLE = 90  # characters of a line of the title
_FIELD, _FIELDS = late(r"[^:]{1,20}:\s*\S"), 3  # so many lines of them are a block
_STAMPED = 5  # characters: more before the words is a time
_OPEN, _CLOSE = "([【〔", ")]】〕"


def without_headlines(
    headers: Sequence[Header], lines: Sequence[Line], text: str, listed: Collection[int]
) -> list[Header]:
    """The headers that are speaker lines: none over the date of an article, none that names the event itself, none of
    a firm that others belong to, none that ends within a bracket, none in the title or over the list of
    participants (`listed` are the indexes of its lines).
    """
    seen = Counter(header.label.key for header in headers)
    firms = Counter(name_key(header.label.firm) for header in headers if header.label.firm)
    named = {key for key, count in firms.items() if count > seen[key]}
    named |= {header.label.key for header in headers if _names_event(header.label)}
    begun = {header.first for header in headers}
    headers = headers[max(_title_lines(headers, lines), _over_list(headers, listed)) :]
    headers = headers[_listed_above(headers, lines) :]
    headers = headers[_is_field(headers, lines, seen) :]
    kept = [
        header
        for header in headers
        if not (_is_over_date(header, lines, text, begun) or _names_event(header.label) or _is_address(header, lines))
        and not _cut_in_bracket(header)
        and not (header.label.kind == "person" and header.label.key in named and not header.label.title)
    ]
    return kept[_is_over_preface(kept, lines) :]


def _title_lines(headers: Sequence[Header], lines: Sequence[Line]) -> int:
    """How many headers at the top are lines of the title: "Orbel Park" over "Third Quarter 2021 Call" or with no
    sentence below.
    """
    for count, (header, after) in enumerate(pairwise(headers)):
        label = header.label
        bare = header.format == "bare" and label.kind == "person" and not (label.title or label.firm)
        below = lines[header.last + 1 : after.first]
        head = below[0].text if below else ""
        titled = (len(head) <= _TITLE and EVENT.search(head) is not None) or _MENU.fullmatch(head) is not None
        if bare and titled and header.first < _TOP and not _STOP.search(head):
            continue
        if not bare or any(_STOP.search(line.text) or len(line.text) > _TITLE for line in below):
            return count
    return 0


def _over_list(headers: Sequence[Header], listed: Collection[int]) -> int:
    """How many headers stand over a list of participants at the top: "Orbel Park (ORBL)"."""
    first = min(listed, default=0)
    above = [header for header in headers if header.first < first < _LISTED]
    return len(above) if len(above) < _FEW and all(header.label.kind == "person" for header in above) else 0


def _listed_above(headers: Sequence[Header], lines: Sequence[Line]) -> int:
    """How many headers at the top are a list under a heading that we do not know: persons on lines next to one another,
    each with a title.
    """
    run = 0
    for header in headers:
        label, own = header.label, lines[header.first]
        apart = run and (header.first > headers[run - 1].last + 1 or own.blank_before)
        if apart or label.kind != "person" or not label.title or header.speech < lines[header.last].end:
            break
        run += 1
    return run if run >= _FEW and len(headers) > 2 * run else 0


def _is_over_preface(headers: Sequence[Header], lines: Sequence[Line]) -> bool:
    """Whether the first header is a headline: what follows is an article that announces the transcript below it."""
    if len(headers) < 2 or headers[0].first >= _TOP or headers[0].label.kind != "person":
        return False
    below = lines[headers[0].last + 1 : headers[1].first]
    return any(rules.preface.search(line.plain) for line in below for rules in CALL_RULES.values())


def _is_over_date(header: Header, lines: Sequence[Line], text: str, begun: Container[int]) -> bool:
    """ "Orbel's Ada Lind: no new debt", with date and author on the next line."""
    own = lines[header.first]
    if header.first >= _TOP or header.label.kind != "person" or header.speech >= own.end or own.lead > _STAMPED:
        return False
    below = range(header.last + 1, min(header.last + 1 + _BELOW, len(lines)))
    return any(i not in begun and _BYLINE.fullmatch(fold(text[lines[i].start : lines[i].end])) for i in below)


@lru_cache(maxsize=4096)
def _names_event(label: Label) -> bool:
    """ "Orbel Marine - 2023 Interim Results Call", "Orbel Marine (NYSE: ORBL)", "Orbel Press | www.orbel.com", "By
    Orbel Desk -- Aug 9, 2023", "Ada Lind | ir@orbel.example".
    """
    told = " ".join(filter(None, (label.title, label.firm)))
    return label.kind == "person" and any(
        pattern.search(told) is not None for pattern in (EVENT, _TICKER, _ADDRESS, _DATED, _PRICED, _MAIL) if told
    )


def _is_address(header: Header, lines: Sequence[Line]) -> bool:
    """ "Company Secretary: cs@orbel.example", or a department over its address."""
    own, after = lines[header.last], header.last + 1
    if header.speech < own.end:
        return "@" in own.text and _MAIL.fullmatch(own.text[header.speech - own.start - own.lead :].strip()) is not None
    below = lines[after].text if after < len(lines) and not lines[after].blank_before else ""
    return "@" in below and len(below) <= _TITLE and _MAIL.match(below) is not None


def _is_field(headers: Sequence[Header], lines: Sequence[Line], seen: Counter[str]) -> bool:
    """Whether the first header ends a block of such lines: "Date: 4 November", "Time: 8:00", "Notes: Orbel Desk"."""
    first = headers[0] if headers else None
    own = lines[first.first] if first else None
    if first is None or own is None or first.label.kind != "person" or seen[first.label.key] > 1:
        return False
    above = list(takewhile(lambda i: not lines[i + 1].blank_before, range(first.first - 1, -1, -1)))
    fields = len(above) >= _FIELDS - 1 and all(_FIELD.match(lines[i].text) for i in above[: _FIELDS - 1])
    return fields and own.blank_after and len(own.text) <= _TITLE


def _cut_in_bracket(header: Header) -> bool:
    """ "Orbel (NASDAQ: ORBL) has today": the colon stands in a bracket."""
    return header.format == "colon" and sum(map(header.printed.count, _OPEN)) > sum(map(header.printed.count, _CLOSE))
