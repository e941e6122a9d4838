"""Fiscal periods and dates as documents name them, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..text import fold, simplify
from .late import late

_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1,
}  # fmt: skip
_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_HAN_YEAR = r"(?P<year>20[0-9]{2}|[二〇零○一三四五六七八九]{4})"
_Y = r"(?P<year>(?:19|20)[0-9]{2}|(?:FY|fiscal|')? ?'?[0-9]{2}(?![0-9%.,]))"
_ORD = r"(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)"
_FISCAL = r"(?:,? ?(?:of |for )?(?:the )?(?:and )?(?:(?:full|fiscal|financial|calendar)[ -]?)?(?:years? ?)?(?:end(?:ed|ing) [A-Z][a-z]+ [0-9]{1,2}, (?:20[0-9]{2} \((?:fiscal|FY) ?)?)?)"
# A quarter's results with those of the year so far, told in one: "Q2 and half-year 2029", "Q3 & 9M FY30".
_WITH = (
    r"(?:(?: and | & | ?/ ?|, )(?:the )?(?:first[ -])?(?:(?:full|fiscal|financial|half)[ -](?:fiscal )?years?|full|fiscal|financial|"
    r"years?|half|(?:six|nine|twelve|6|9|12)[ -]months?|(?:6|9|12)M|H[12]|[12]H|FY)(?: period)?)?"
)
_MONTHS = "january february march april may june july august september october november december".split()

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "quarter",
        late(
            rf"\b{_ORD}[ -](?:fiscal )?quarter(?:'s)?{_WITH}{_FISCAL}{_Y}",
            re.IGNORECASE,
        ),
    ),
    ("quarter", late(rf"\b(?P<year>20[0-9]{{2}})(?: fiscal)?(?:'s)? {_ORD}[ -]quarter", re.IGNORECASE)),
    (
        "quarter",
        late(
            rf"\bQ(?P<quarter>[1-4]){_WITH}[ -]?(?:of )?(?:the )?(?:fiscal |FY ?|CY ?)?(?:year )?(?P<year>20[0-9]{{2}}|'?[0-9]{{2}}(?![0-9%.,]))",
            re.IGNORECASE,
        ),
    ),
    (
        "quarter",
        late(
            rf"\b(?P<quarter>[1-4])Q{_WITH} ?(?:FY ?|CY ?)?(?P<year>20[0-9]{{2}}|'?[0-9]{{2}}(?![0-9%.,]))",
            re.IGNORECASE,
        ),
    ),
    ("quarter", late(r"\b(?P<year>20[0-9]{2}) ?Q(?P<quarter>[1-4])\b", re.IGNORECASE)),
    (
        "half",
        late(
            rf"\b(?P<quarter>first|second)[ -]half{_FISCAL}(?:FY ?)?(?P<year>20[0-9]{{2}})|\b(?P<quarter5>first|second)[ -]half (?:FY ?|fiscal )'?(?P<year5>[0-9]{{2}})\b|\b(?:interim|half[ -]year) results[^.\n0-9]{{0,40}}?(?:FY ?)?(?P<year2>20[0-9]{{2}})|\b(?:H(?P<quarter3>[12])|(?P<quarter4>[12])H) ?(?:FY ?)?(?P<year3>20[0-9]{{2}})|\bhalf[ -]year(?:ly)?(?: report| call| results)?,? (?:(?:FY|fiscal) ?)?(?P<year4>20[0-9]{{2}}|(?<=FY)[0-9]{{2}}\b)|\binterim (?P<year6>20[0-9]{{2}}) results",
            re.IGNORECASE,
        ),
    ),
    (
        "year",
        late(
            r"\b(?:full|fiscal|financial)[ -]year (?:fiscal )?(?:ended [A-Z][a-z]+ [0-9]{1,2}, )?(?P<year>20[0-9]{2})|\b(?:FY ?(?P<year2>20[0-9]{2}|[0-9]{2})|fiscal (?P<year4>20[0-9]{2}))\b|\b(?P<year3>20[0-9]{2}) (?:annual|full[ -]year|fiscal year) ",
            re.IGNORECASE,
        ),
    ),
    (
        "quarter",
        late(
            r"(?P<year>20[0-9]{2}) ?年?度?(?:财年|(?:财政|会计|业务|学)年度)?(?:[0-9]{1,2}月[及暨和与])?的?第? ?"
            r"(?P<quarter>[一二三四1-4首]) ?财?季度?"
        ),
    ),
    ("quarter", late(r"(?P<year>[二〇零○一三四五六七八九]{4})年度?第? ?(?P<quarter>[一二三四1-4]) ?季度?")),
    ("quarter", late(r"民国 ?(?P<roc>[0-9]{2,3}) ?年度?第? ?(?P<quarter>[一二三四1-4]) ?季度?")),
    ("quarter", late(r"(?P<year>20[0-9]{2}) ?年?Q(?P<quarter>[1-4])")),
    ("nine", late(rf"{_HAN_YEAR} ?(?:年度?|财年)?的?(?:[前首](?:三|3)个?季度?|1-3季度)")),
    (
        "ended",
        late(
            rf"截[至止] ?{_HAN_YEAR} ?年 ?(?P<month>[0-9]{{1,2}}|十[一二]?|[一二三四五六七八九]) ?月 ?[0-9二三十一]{{1,3}} ?日 ?止?的?(?P<span>六个?月|6个?月|半年|九个?月|9个?月|(?:财政?|会计)?年度|全年|十二个?月|12个?月)"
        ),
    ),
    (
        "half",
        late(
            r"(?P<year>20[0-9]{2}|[二〇零○一三四五六七八九]{4}) ?(?:年度?|财年|(?:财政|会计|业务|学)年度)(?:的)?(?P<quarter>上半年|下半年|半年[度报]?|中期|中报)"
        ),
    ),
    (
        "year",
        late(r"(?P<year>20[0-9]{2}|[二〇零○一三四五六七八九]{4}) ?年?(?:度|全年|年报|财年|(?:财政|会计|业务|学)?年度)"),
    ),
)
_CLOSES = late(
    r"\b(?:ended|ending|ends|until|(?:results|report|statement|update|accounts|months|quarter|half|year|weeks) (?:to|at)|as of|as at)"
    r"(?: on)? ?\Z|截[至止] ?\Z",
    re.IGNORECASE,
)
_DATES: tuple[re.Pattern[str], ...] = (
    late(
        r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|"
        r"Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.? {1,3}(?P<day>[0-9]{1,2}),? {1,3}(?P<year>(?:19|20)[0-9]{2})\b",
        re.IGNORECASE,
    ),
    late(
        r"\b(?P<day>[0-9]{1,2})[ -](?P<month>January|February|March|April|May|June|July|August|September|October|November|"
        r"December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ -](?P<year>(?:19|20)[0-9]{2})\b",
        re.IGNORECASE,
    ),
    late(r"\b(?P<year>(?:19|20)[0-9]{2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})\b"),
    late(r"(?P<year>(?:19|20)[0-9]{2}) ?年 ?(?P<month>[0-9]{1,2}) ?月 ?(?P<day>[0-9]{1,2}) ?日"),
)


_SPLIT = late(r"(?<![0-9])(?P<century>20)(?P<first>[0-9]{2})/(?:20)?(?P<last>[0-9]{2})(?![0-9])")


def named_by_end(text: str) -> str:
    """A text with fiscal years that are told by both of their calendar years told by the last one.

    >>> named_by_end("Half-Year Results 2030/31"), named_by_end("2030/31財年中期業績"), named_by_end("on 2030/12/04")
    ('Half-Year Results 2031', '2031財年中期業績', 'on 2030/12/04')
    """
    return _SPLIT.sub(
        lambda hit: hit["century"] + hit["last"] if (int(hit["first"]) + 1) % 100 == int(hit["last"]) else hit[0], text
    )


def find_periods(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, period) of every fiscal period named in `text`, by place; the most exact wording wins an overlap.

    >>> [period for *_, period in find_periods("Third Quarter 2021; Q3 FY22; 2021 年第三季; 民國110年第三季")]
    ['2021-Q3', '2022-Q3', '2021-Q3', '2021-Q3']
    """
    plain = simplify(fold(text))
    found: list[tuple[int, int, str]] = []
    for kind, pattern in _PATTERNS:
        for hit in pattern.finditer(plain):
            period = _period(kind, {k: v for k, v in hit.groupdict().items() if v})
            if period and not any(hit.start() < end and start < hit.end() for start, end, _ in found):
                found.append((hit.start(), hit.end(), period))
    yield from sorted(found)


def _period(kind: str, groups: dict[str, str]) -> str | None:
    year = next((_year(value) for key, value in groups.items() if key.startswith("year")), None)
    if "roc" in groups:
        year = 1911 + int(groups["roc"])
    if year is None or not 1980 <= year <= 2100:
        return None
    if kind == "ended":
        return _ended(year, groups["month"], groups["span"])
    part = next((value for key, value in groups.items() if key.startswith("quarter")), "").lower()
    if kind == "nine":
        return f"{year}-9M"
    if kind == "year":
        return f"FY{year}"
    if kind == "half":
        return f"{year}-H{2 if part in ('second', '下半年', '2') else 1}"
    return f"{year}-Q{_QUARTERS[part]}"


def _ended(year: int, month: str, span: str) -> str:
    """截至2031年9月30日止六個月: so many months of the fiscal year that goes on after them, named after its end."""
    number = int(month) if month.isdigit() else 10 * (month[0] == "十") + int(_DIGITS.get(month[-1], "0"))
    part, left = ("H1", 6) if span[0] in "六6半" else ("9M", 3) if span[0] in "九9" else ("", 0)
    ends = year + (number + left > 12)
    return f"{ends}-{part}" if part else f"FY{ends}"


def _year(text: str) -> int | None:
    digits = re.sub(r"[^0-9]", "", "".join(_DIGITS.get(char, char) for char in text))
    if len(digits) == 2:
        return 2000 + int(digits)
    return int(digits) if len(digits) == 4 else None


def as_date(text: str | None) -> date | None:
    """The day an ISO date names; None for no date and for a day that does not exist.

    >>> as_date("2031-02-28"), as_date("2031-02-30"), as_date("spring")
    (datetime.date(2031, 2, 28), None, None)
    """
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def find_date(text: str) -> tuple[int, int, str] | None:
    """(start, end, ISO date) of the first date in `text` that is not the end of a period.

    >>> find_date("May 4, 2031")
    (0, 11, '2031-05-04')
    """
    plain = simplify(fold(text))
    best: tuple[int, int, str] | None = None
    for pattern in _DATES:
        for hit in pattern.finditer(plain):
            month = (
                hit["month"]
                if hit["month"].isdigit()
                else str(1 + [m[:3] for m in _MONTHS].index(hit["month"][:3].lower()))
            )
            day = f"{hit['year']}-{int(month):02}-{int(hit['day']):02}"
            if as_date(day) is None or _CLOSES.search(plain, 0, hit.start()):
                continue
            if best is None or hit.start() < best[0]:
                best = (hit.start(), hit.end(), day)
            break
    return best


# Headings without a year over the figures of the year so far: "Nine months", 九个月.
_SO_FAR = {
    "9M": late(r"(?:the )?(?:first )?(?:nine|9)[ -]months?(?: results?| figures| period)?|(?:前|首)?九个月(?:业绩)?"),
    "H1": late(
        r"(?:the )?(?:first )?(?:(?:six|6)[ -]months?|half[ -]year)(?: results?| figures| period)?|(?:前|首)?六个月(?:业绩)?"
    ),
}
_ENDS = {"Q3": "9M", "Q2": "H1"}


def so_far(heading: str, reported: str | None) -> str | None:
    """The part of the year that a heading names and the reported quarter ends.

    >>> so_far("nine months", "2031-Q3"), so_far("nine months", "2031-Q2")
    ('2031-9M', None)
    """
    year, _, quarter = (reported or "").partition("-")
    part = _ENDS.get(quarter)
    if part is None or _SO_FAR[part].fullmatch(heading) is None:
        return None
    return f"{year}-{part}"
