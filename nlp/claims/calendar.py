"""The company's fiscal calendar, found in its own documents: the month in which its fiscal year ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..languages.fiscal import as_date
from ..languages.hints import Hinted
from ..languages.reported import find_last_days
from ..records import Document
from ..text import fold, simplify
from .mentions import MOST_DAYS_OFF, end_of
from .periods import PeriodContext

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY = r"(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>[0-9]{1,2})|(?P<day2>[0-9]{1,2})\s+(?P<month2>[A-Z][a-z]{2,8})"
# "Our fiscal year ends on June 30", "the fiscal year ended January 31, 2025".
_YEAR_ENDS = Hinted(
    r"\b(?:fiscal|financial)\s+years?(?:\s+[0-9]{4})?,?\s+(?:that |which )?(?:runs? (?:to|until)|ends?|ended|ending)"
    rf"\s+(?:on\s+)?(?:{_DAY})"
    rf"|\byear\s+ended\s+(?:{_DAY.replace('>', 'b>')})",
    re.IGNORECASE,
)
# "second quarter of fiscal 2025, ended December 31, 2024": the quarter's number and its last month give the year's.
_QUARTER_ENDS = Hinted(
    r"\b(?P<q>first|second|third|fourth)[ -](?:fiscal )?quarter[^.;\n]{0,40}?\b(?:ended|ending|ends|which ends)"
    rf"\s+(?:on\s+)?(?:{_DAY})",
    re.IGNORECASE,
)
_HAN_YEAR_ENDS = Hinted(
    r"(?:财政?年度?|会计年度)[^。；\n]{0,8}?(?:截至|截止|结束于|止于|至|于)(?:每年)?\s*(?:[0-9]{4}年)?(?P<month>[0-9]{1,2})月"
    r"(?=[0-9]{1,2}日|底|末|结束|止)"
    r"|截[至止][0-9]{4}年(?P<month2>[0-9]{1,2})月[0-9]{1,2}日止?的?(?:财政?年度|年度|全年)"
)
_HAN_QUARTER_ENDS = Hinted(
    r"第(?P<q>[一二三四])(?:财政?)?季度?[^。；\n]{0,14}?截[至止](?:[0-9]{4}年)?(?P<month>[0-9]{1,2})月"
)
# The three months of the heading of a statement; their number is that of the period the document reports.
_LENGTH = r"\b(?:three months|quarter|1[34] weeks|(?:thir|four)teen weeks)(?: period)? (?:ended|ending)"
_OTHER = r"(?:(?:fiscal )?years?|[0-9]{2} weeks|(?:six|nine|twelve) months) (?:ended|ending)"  # heads of other columns
_THREE_MONTHS = Hinted(rf"{_LENGTH}(?:[\s|*]|{_LENGTH}|{_OTHER})+(?:{_DAY})", re.IGNORECASE)
_HAN_THREE_MONTHS = Hinted(r"截[至止][0-9]{4}年(?P<month>[0-9]{1,2})月[0-9]{1,2}日止?的?(?:三个月|3个月|季度)")
_SIX_MONTHS = Hinted(
    rf"\b(?:six months|2[678] weeks|twenty-(?:six|seven|eight) weeks)(?: period)? (?:ended|ending)[\s|*]+(?:{_DAY})",
    re.IGNORECASE,
)
_HAN_SIX_MONTHS = Hinted(r"截[至止][0-9]{4}年(?P<month>[0-9]{1,2})月[0-9]{1,2}日止?的?(?:六个月|6个月|半年)")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4}


def find_year_end(documents: Iterable[Document]) -> int | None:
    """The month (1-12) in which the fiscal year ends, from all documents of one company; None without evidence.

    What says it outright counts most, then the last month of a numbered quarter, last the day of publication. Documents
    that disagree evenly give None.
    """
    votes: Counter[int] = Counter()
    for document in documents:
        plain = simplify(fold(document.text))
        for match in (*_YEAR_ENDS.finditer(plain), *_HAN_YEAR_ENDS.finditer(plain)):
            _vote(votes, _month(match), 9)
        for match in (*_QUARTER_ENDS.finditer(plain), *_HAN_QUARTER_ENDS.finditer(plain)):
            month = _month(match)
            _vote(votes, month and _year_end(month, _ORDINALS[match["q"].lower()]), 6)
        quarter = re.fullmatch(r"[0-9]{4}-Q([1-4])", document.period or "")
        if quarter:
            for match in (*_THREE_MONTHS.finditer(plain), *_HAN_THREE_MONTHS.finditer(plain)):
                month = _month(match)
                _vote(votes, month and _year_end(month, int(quarter[1])), 3)
            _vote(votes, _published_after(document, int(quarter[1])), 1)
        if re.fullmatch(r"[0-9]{4}-H1", document.period or ""):
            for match in (*_SIX_MONTHS.finditer(plain), *_HAN_SIX_MONTHS.finditer(plain)):
                month = _month(match)
                _vote(votes, month and _year_end(month, 2), 3)
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def context_of(document: Document, year_end: int) -> PeriodContext:
    """What relative words in a document refer to; `year_end` is the month in which the company's fiscal year ends.

    A document published most of a year after its period would have ended reports on a year named after its start.
    """
    plain = PeriodContext(reported=document.period, year_end=year_end)
    ended, published = end_of(document.period, plain), as_date(document.published)
    if ended is not None and published is not None and year_end != 12:
        days = (published - date.fromisoformat(ended.removeprefix("asof:"))).days
        plain = replace(plain, behind=int(_MOST_OF_A_YEAR < days < _MOST_OF_A_YEAR + 366))
    return replace(plain, closed=_closed(document.text, end_of(document.period, plain)))


def contexts_of(documents: Sequence[Document], year_end: int) -> list[PeriodContext]:
    """`context_of` for the documents of one company; the day a period closed is known from any of them."""
    contexts = [context_of(document, year_end) for document in documents]
    closed = {context.reported: context.closed for context in contexts if context.closed}
    return [replace(context, closed=context.closed or closed.get(context.reported)) for context in contexts]


def _closed(text: str, last: str | None) -> str | None:
    """The day on which a period that ends about the `last` day of a month is said to have ended; None for that day."""
    if last is None:
        return None
    month_end = date.fromisoformat(last.removeprefix("asof:"))
    near = (day for day in find_last_days(text[:_OPENING]) if 0 < abs((day - month_end).days) <= MOST_DAYS_OFF)
    return next((day.isoformat() for day in near), None)


_OPENING = 20_000  # characters in which a document says when its period ended
_MOST_OF_A_YEAR = 300  # days


def _published_after(document: Document, quarter: int) -> int | None:
    """Results published before the calendar's quarter is over are of another calendar: the last quarter that was."""
    by_calendar = end_of(document.period, PeriodContext(reported=document.period))
    if document.published is None or by_calendar is None or document.published > by_calendar.removeprefix("asof:"):
        return None
    month = int(document.published[5:7])
    ended = next((m for m in ((month - 2) % 12 + 1, (month - 3) % 12 + 1) if m % 3 == 0), None)
    return ended and _year_end(ended, quarter)


def _vote(votes: Counter[int], month: int | None, weight: int) -> None:
    if month:
        votes[month] += weight


def _year_end(month: int, quarter: int) -> int:
    """The last month of the fiscal year whose `quarter` ends in `month`."""
    return (month + 3 * (4 - quarter) - 1) % 12 + 1


def _month(match: re.Match[str]) -> int | None:
    """The month of a day; a year of 52 or 53 weeks that ends in a month's first week is that of the month before."""
    groups = {key.rstrip("b2"): value for key, value in match.groupdict().items() if value}
    word = groups["month"]
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    if word[:3].lower() not in _MONTHS:
        return None
    month = _MONTHS.index(word[:3].lower()) + 1
    return (month - 2) % 12 + 1 if int(groups.get("day", "28")) <= 7 else month
