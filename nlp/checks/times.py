"""Times that a text names, as sets of what they pin down: years, a part of the year, a month, a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..languages.en.statements import STATEMENTS as EN
from ..languages.late import late
from ..languages.statement_rules import StatementRules
from ..languages.zh.statements import STATEMENTS as ZH

RULES: dict[str, StatementRules] = {"en": EN, "zh": ZH}
_PERIOD = late(r"(?:FY)?([0-9]{4})(?:-([QH][1-4]|9M))?")
_EARLIER = late("prior|previous|上")  # than the one reported on, whoever speaks
_EACH = late("分别|respectively")  # each year of a run has a figure of its own
_NEAR, _LONGEST_RUN = 60, 10  # characters, years
_QUARTER = 3  # months
_LAST_DAYS = 28  # a month's last days begin
_MONTHS_OF = {3: "Q1", 6: "H1", 9: "9M", 12: "FY"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What "this quarter" and "last year" refer to: year and part (`Q3`, `H1`, `FY`) a document reports on.

    `year_end` is the month in which its fiscal year ends, which tells the quarter that a month closes; `told` is the
    year in which it was published, where it names no period.
    """

    year: int | None = None
    part: str | None = None
    year_end: int | None = None
    told: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time named at `start:end` of the text given; None is what it does not pin down.

    `part` is `Q1`..`Q4`, `H1`, `H2`, `9M`, `FY` or `M<n>` (first months). `ago` marks the same period a year earlier;
    `relative` one that follows from what the document reports on; a `run` of years is known by its two ends (by all of
    them where each has a figure). `closes` is the fiscal quarter that a month (without a day, or with its last) ends.
    """

    start: int
    end: int
    years: frozenset[int] | None = None
    part: str | None = None
    month: int | None = None
    day: int | None = None
    ago: bool = False
    relative: bool = False
    run: bool = False
    closes: str | None = None


def now_of(period: str | None) -> Now:
    """What a period name (`2031-Q2`, `FY2031`) pins down.

    >>> now_of("2031-Q2")
    Now(year=2031, part='Q2', year_end=None, told=None)
    """
    found = _PERIOD.fullmatch(period or "")
    return Now() if found is None else Now(year=int(found[1]), part=found[2] or "FY")


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, late(pattern, re.IGNORECASE)) for kind, pattern in RULES[lang].times)


def find_times(folded: str, lang: str, now: Now = Now()) -> tuple[Time, ...]:
    """Every time named in a folded (for Chinese: simplified) text, in order, without overlap.

    >>> [(t.years, t.part) for t in find_times("in the third quarter of 2031", "en")]
    [(frozenset({2031}), 'Q3')]
    """
    found: list[Time] = []
    taken = bytearray(len(folded))
    for kind, pattern in _patterns(lang):
        for match in pattern.finditer(folded):
            if match.end() > match.start() and not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(_read(kind, match, RULES[lang], now))
    return tuple(sorted(found, key=lambda time: time.start))


def _read(kind: str, match: re.Match[str], rules: StatementRules, now: Now) -> Time:
    groups = {key.rstrip("0123456789"): value.lower() for key, value in match.groupdict().items() if value}
    start, end = match.span()
    if kind == "years":
        first, last = int(match["y1"]), int(match["y2"])
        each = _EACH.search(match.string, end, end + _NEAR)
        step = 1 if each and first < last <= first + _LONGEST_RUN else max(last - first, 1)
        return Time(start=start, end=end, years=frozenset(range(first, last + 1, step)) | {last}, run=True)
    if kind == "to_date":
        part = {"Q2": "H1", "Q3": "9M", "Q4": "FY"}.get(now.part or "", now.part)
        return Time(start=start, end=end, years=_one(now.year, 0), part=part, relative=True)
    if kind in ("ago", "current", "previous", "next"):
        return _relative(kind, start, end, now)
    month = _month(groups.get("m"), rules) if kind in ("date", "ended") else None
    if kind == "quarter_end":  # 三季末 is the end of September
        month = _QUARTER * _number(groups["q"], rules)
    closes = _closed(month, int(groups.get("d", _LAST_DAYS)), now)
    if kind == "ended" and closes is not None:
        return Time(start=start, end=end, part=closes)
    year, relative = _year(groups.get("y"), rules, now)
    years = None if year is None else frozenset({year})
    if relative and now.part in ("FY", "H2") and rules.years.get(groups["y"]) == 0:
        years = _one(now.year, 0)
    if years and relative and now.part in ("Q4", "FY", "H2") and not _EARLIER.search(groups["y"]):
        # Who speaks of a year that is over may count from the next: "last year" is that year or the one before.
        years |= {max(years) + 1}
    return Time(
        start=start,
        end=end,
        years=years,
        part=_part(kind, groups, rules),
        month=month,
        day=int(groups["d"]) if kind == "date" and "d" in groups else None,
        relative=relative,
        closes=f"Q{month // _QUARTER}" if kind == "quarter_end" and month else closes,
    )


def _closed(month: int | None, day: int, now: Now) -> str | None:
    """The fiscal quarter that the end of a month closes."""
    if month is None or now.year_end is None or day < _LAST_DAYS or (month - now.year_end) % _QUARTER:
        return None
    return f"Q{((month - now.year_end - 1) % 12) // _QUARTER + 1}"


def _relative(kind: str, start: int, end: int, now: Now) -> Time:
    year, part = now.year, now.part
    if kind == "ago":
        return Time(start=start, end=end, years=_one(year, -1), part=part, ago=True, relative=True)
    shift = {"current": 0, "previous": -1, "next": 1}[kind]
    if part is None or not part.startswith("Q"):
        return Time(start=start, end=end, relative=True)
    index = int(part[1]) - 1 + shift
    return Time(start=start, end=end, years=_one(year, index // 4), part=f"Q{index % 4 + 1}", relative=True)


def _one(year: int | None, shift: int) -> frozenset[int] | None:
    return None if year is None else frozenset({year + shift})


def _year(word: str | None, rules: StatementRules, now: Now) -> tuple[int | None, bool]:
    if not word:
        return None, False
    for name, shift in rules.years.items():
        if word == name or word == name.removeprefix("the "):
            # A whole year is too weak a ground: news of a year is written in the next.
            known = now.year is not None and (now.part or "").startswith(("Q", "H1", "9M"))
            told = now.told + shift if now.told is not None and now.year is None else None
            return (now.year + shift if known and now.year is not None else told), True
    digits = "".join(c for c in word if c.isdigit())
    return (int(digits) if len(digits) == 4 else 2000 + int(digits)), False


def _part(kind: str, groups: dict[str, str], rules: StatementRules) -> str | None:
    if kind in ("full", "nine_months"):
        return "FY" if kind == "full" else "9M"
    if kind == "quarter" and "q" in groups:
        return f"Q{_number(groups['q'], rules)}"
    if kind == "half":
        return "H2" if groups.get("h") in ("second", "2nd", "2", "下") else "H1"
    if kind == "months":
        count = _number(groups.get("n", ""), rules)
        if count == _QUARTER and "m" in groups:
            return None  # which quarter ends in that month, a fiscal year decides
        return _MONTHS_OF.get(count, f"M{count}")
    return None


def _number(word: str, rules: StatementRules) -> int:
    return int(word) if word.isascii() and word.isdigit() else rules.numbers.get(word, 0)


def _month(word: str | None, rules: StatementRules) -> int | None:
    if word is None:
        return None
    if word.isascii() and word.isdigit():
        return int(word)
    return rules.months.get(word[:3]) or rules.numbers.get(word)


def agree(said: Time, other: Time) -> bool:
    """Whether nothing that both pin down differs."""
    return not differ(said, other)


def differ(said: Time, other: Time) -> str | None:
    """What two times pin down differently: year, part, month or day; None when nothing."""
    if said.years is not None and other.years is not None and not _share_years(said, other):
        return "year"
    if said.part is not None and other.part is not None and said.part != other.part:
        return "part"
    if said.month is not None and other.month is not None and said.month != other.month:
        return "month"
    if said.day is not None and other.day is not None and said.day != other.day:
        return "day"  # "8日" of whatever month is no 5th
    return None


def _share_years(said: Time, other: Time) -> bool:
    """A single year is in a run at its ends; two runs are the same by their ends, or not."""
    mine, theirs = said.years or frozenset(), other.years or frozenset()
    if said.run and other.run:
        return (min(mine), max(mine)) == (min(theirs), max(theirs))
    return bool(mine & theirs)


def says(time: Time) -> bool:
    """Whether a time pins anything down."""
    return time.years is not None or time.part is not None or time.month is not None or time.day is not None


def years_of(times: Iterable[Time]) -> frozenset[int]:
    """All years that some times name."""
    return frozenset(year for time in times for year in time.years or ())
