"""The span a document reports on, where its title tells it by length and last day or leaves out the year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ..text import fold
from .late import late

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DATE = (
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>20[0-9]{{2}})"
    rf"|{_MONTH.replace('<month', '<month2')} (?P<day2>[0-9]{{1,2}}),? (?P<year2>20[0-9]{{2}}))"
)
_LENGTHS = {
    "half": r"(?:six|6)[ -]months?(?: period)?|half[ -]?year(?: results?| report| financial report)?|(?:twenty[ -](?:six|seven)|2[67])[ -]weeks?(?: period)?",
    "nine": r"(?:nine|9)[ -]months?(?: period| results?)?|(?:39|40)[ -]weeks?(?: period)?",
    "quarter": r"quarterly (?:activities )?report(?: for the|,)? period|(?:three|3)[ -]months?(?: period)?|(?:13|14|thirteen|fourteen)[ -]weeks?(?: period)?|(?:(?P<nth>first|second|third|fourth)[ -](?:fiscal )?)?quarter",
    "year": r"(?:full[ -]year|annual|preliminary) results|(?:financial |fiscal )?year|(?:twelve|12)[ -]months?(?: period)?|(?:52|53)[ -]weeks?(?: period)?",
}
_ENDED = tuple(
    (kind, late(rf"\b(?:{length}) (?:ended|ending|to|until)(?: on)? {_DATE}", re.IGNORECASE))
    for kind, length in _LENGTHS.items()
)
_YEAR = r"(?:FY ?|fiscal )?'?(?P<year>20[0-9]{2}|[0-9]{2}(?![0-9.,%]))"
_NAMED = (
    ("half", late(r"\b(?:(?P<which>first|second|1st|2nd|interim)[ -])?half[ -]?year(?: results| report| financial report| trading update)?,? (?P<year>20[0-9]{2})", re.IGNORECASE)),
    ("half", late(r"\b(?P<year>20[0-9]{2}),? (?P<which>first|second|interim)[ -]half", re.IGNORECASE)),
    ("half", late(r"\b(?P<year>20[0-9]{2}) (?:interim|half[ -]year|semi[ -]annual)(?: results| report)", re.IGNORECASE)),
    ("half", late(r"\b(?:(?P<which>first|second)[ -])?half(?:[ -]year)?(?: results| report| call)?,? (?:FY ?|fiscal )(?:year )?(?P<year>20[0-9]{2}|[0-9]{2})\b", re.IGNORECASE)),
    ("half", late(rf"\b(?P<which>[12])H ?{_YEAR}\b|\bHY(?P<which2>[12])? ?'?(?P<year2>20[0-9]{{2}}|[0-9]{{2}})\b")),
    ("half", late(r"\bH(?P<which>[12])[ -]?(?:FY)?'?(?P<year>20[0-9]{2}|[0-9]{2}(?![0-9.,%]))\b")),
    ("nine", late(rf"\b(?:9M|nine[ -]months?(?: results| report)?)(?: of)?(?: the)? ?{_YEAR}\b", re.IGNORECASE)),
    ("nine", late(r"\b9M ?FY ?'?(?P<year>20[0-9]{2}|[0-9]{2})\b|\bnine[ -]months of (?:the )?fiscal year ending [a-z]+ (?P<year2>20[0-9]{2})", re.IGNORECASE)),
    ("year", late(r"\b(?:full[ -]year|annual|final|preliminary)(?: financial)? (?:results|report|earnings)(?: (?:release|call|briefing|presentation|announcement|investor call))?(?: for)?,? (?P<year>20[0-9]{2})\b", re.IGNORECASE)),
    ("year", late(r"\byear[ -]end (?P<year>20[0-9]{2})\b|\b(?P<year2>20[0-9]{2}) results\b|\bresults for (?:the )?year (?P<year3>20[0-9]{2})\b|\b(?:share|stock)holders,? (?P<year4>20[0-9]{2})\b|\b(?P<year22>20[0-9]{2}) (?:annual )?letter to\b", re.IGNORECASE)),
    ("year", late(r"\b(?:full|fiscal|financial)[ -]year fiscal (?:year )?(?P<year>20[0-9]{2})\b", re.IGNORECASE)),
    ("year", late(r"\b(?P<year>20[0-9]{2}) (?:full[ -]year|year[ -]end|annual|final|preliminary)\b", re.IGNORECASE)),
)  # fmt: skip
_HALF = late(
    r"\b(?:half[ -]?year(?:ly)?|semi[ -]annual|interim|first[ -]half)(?: financial)? (?:results|report|update|announcement|(?:conference )?call|letter)\b",
    re.IGNORECASE,
)
_YEAR_TOLD = late(
    r"\b(?:full[ -]year|annual|preliminary|year[ -]end)(?: financial)? (?:results|report|update|announcement)\b",
    re.IGNORECASE,
)
_COUNTED = {3: "quarter", 6: "half", 9: "nine", 12: "year"}
# "Interim Report January-March 2032", "the June quarter of 2031".
_FROM_TO = late(rf"\b(?P<from>{'|'.join(_MONTHS)})(?: ?[-–—] ?| to ){_MONTH} (?P<year>20[0-9]{{2}})", re.IGNORECASE)
_OF_MONTH = late(rf"\b{_MONTH} quarter(?: of)?,? (?P<year>20[0-9]{{2}})", re.IGNORECASE)
_QUARTER = late(
    r"\b(?:(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter|Q(?P<digit>[1-4])\b|(?P<digit2>[1-4])Q\b)",
    re.IGNORECASE,
)
_YEAR_ENDS = late(
    rf"\b(?:fiscal|financial) year[^.;\n]{{0,12}}?(?:ends?|ended|ending|to|runs to)(?: on)?(?: the)?(?: [a-z]+ [a-z]+ (?:of|in|nearest|closest to))?(?: [0-9]{{1,2}}| late| early| end[ -]?)? ?{_MONTH}",
    re.IGNORECASE,
)
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def find_reported(text: str, published: str | None) -> Iterator[tuple[int, int, str]]:
    """(start, end, period) of the spans a title tells, English only; quarters without a year by the day of publication.

    A half without a word is the first; its fiscal year is that which ends six months later, unless the text says when
    the fiscal year ends.

    >>> [period for *_, period in find_reported("Interim results for the six months ended 28 February 2031", None)]
    ['2031-H1']
    """
    plain = fold(text)
    ends = _YEAR_ENDS.search(plain)
    year_end = _month(ends) if ends else None
    sure = [*_spans(plain, year_end)]
    yield from sure
    for match in _QUARTER.finditer(plain) if published else ():
        yield match.start(), match.end(), _undated(match, published or "", year_end or 12)
    for match in _HALF.finditer(plain) if published and not sure else ():
        second = _last_over(2, published or "", year_end or 12)
        yield match.start(), match.end(), f"{second[:4]}-H1"
    for match in _YEAR_TOLD.finditer(plain) if published and not sure else ():
        yield match.start(), match.end(), f"FY{_last_over(4, published or '', year_end or 12)[:4]}"


def _spans(plain: str, year_end: int | None) -> Iterator[tuple[int, int, str]]:
    """The spans that a text tells with their year."""
    for kind, pattern in _ENDED:
        for match in pattern.finditer(plain):
            yield match.start(), match.end(), _ended(kind, match, year_end)
    for kind, pattern in _NAMED:
        for match in pattern.finditer(plain):
            yield match.start(), match.end(), _named(kind, match)
    for match in _FROM_TO.finditer(plain):
        months = (_month(match) - _MONTHS.index(match["from"].lower()) - 1) % 12 + 1
        if months in _COUNTED:
            yield match.start(), match.end(), _ended(_COUNTED[months], match, year_end)
    for match in _OF_MONTH.finditer(plain):
        yield match.start(), match.end(), _ended("quarter", match, year_end)


def find_last_days(text: str) -> Iterator[date]:
    """The days on which spans ended, as a text tells them: "the 13 weeks ended October 3, 2031"."""
    for _, pattern in _ENDED:
        for match in pattern.finditer(fold(text)):
            groups, month = _groups(match), _month(match)
            if 1 <= int(groups["day"]) <= monthrange(int(groups["year"]), month)[1]:
                yield date(int(groups["year"]), month, int(groups["day"]))


def _groups(match: re.Match[str]) -> dict[str, str]:
    return {key.rstrip("234"): value for key, value in match.groupdict().items() if value}


def _month(match: re.Match[str]) -> int:
    return _MONTHS.index(_groups(match)["month"].lower()) + 1


def _ended(kind: str, match: re.Match[str], year_end: int | None) -> str:
    """The span that ends on a day; one that ends in a month's first week is that of the month before."""
    groups = _groups(match)
    year, month = int(groups["year"]), _month(match)
    if int(groups.get("day", "28")) <= 7:  # weeks end where they end
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    if kind == "quarter":
        nth = _WORDS.get(groups.get("nth", "").lower())
        # The second quarter that ends in December is of a year that ends in June.
        last = year_end or (12 if nth is None else (month + 3 * (4 - nth) - 1) % 12 + 1)
        return f"{year + (month > last)}-Q{(month - last - 1) % 12 // 3 + 1}"
    left = {"half": 6, "nine": 3, "year": 0}[kind]
    closes = year_end or (month + left - 1) % 12 + 1
    fiscal = year + (month > closes)
    second = kind == "half" and year_end is not None and month == year_end
    return {"half": f"{fiscal}-H{2 if second else 1}", "nine": f"{fiscal}-9M", "year": f"FY{fiscal}"}[kind]


def _named(kind: str, match: re.Match[str]) -> str:
    groups = _groups(match)
    year = int(groups["year"]) % 100 + 2000
    second = groups.get("which", "").lower() in ("second", "2nd", "2")
    return {"half": f"{year}-H{2 if second else 1}", "nine": f"{year}-9M", "year": f"FY{year}"}[kind]


def _undated(match: re.Match[str], published: str, year_end: int) -> str:
    """The last such quarter that was over on the day of publication."""
    groups = _groups(match)
    digit = groups.get("digit")
    return _last_over(int(digit) if digit else _WORDS[groups["word"].lower()], published, year_end)


def _last_over(quarter: int, published: str, year_end: int) -> str:
    year, month = int(published[:4]), int(published[5:7])
    closes = (year_end + 3 * quarter - 1) % 12 + 1  # the quarter's last month
    ended = year if closes < month else year - 1
    return f"{ended + (closes > year_end)}-Q{quarter}"
