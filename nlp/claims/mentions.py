"""Mentions of fiscal periods in text, resolved against what the document reports on."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from ..languages.en.periods import PERIODS as EN
from ..languages.hints import Hinted, ManyHinted
from ..languages.late import late
from ..languages.period_rules import PeriodRules
from ..languages.zh.periods import PERIODS as ZH
from ..text import fold, simplify, unwrap
from .periods import PeriodContext, PeriodMention, fiscal_quarter, shift_quarters, shift_years

_RULES = {"en": EN, "zh": ZH}
_HAN_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}


_SPLIT = late(r"((?:19|20)[0-9]{2})/(?:20)?([0-9]{2})")
_OF_A_DAY = late(r"asof:|LTM@")
_NOTHING = PeriodContext()


@cache
def _patterns(lang: str) -> ManyHinted:
    return ManyHinted([Hinted(pattern, re.IGNORECASE) for _, pattern in _RULES[lang].patterns])


def find_periods(text: str, lang: str, context: PeriodContext = _NOTHING) -> tuple[PeriodMention, ...]:
    """Every period named in `text`, in order; where patterns overlap the earlier in the language's list wins."""
    folded = unwrap(fold(text) if lang == "en" else simplify(fold(text)))
    found: list[PeriodMention] = []
    taken = bytearray(len(text))
    for number, match in _patterns(lang).finditer(folded):
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if end <= start or any(taken[start:end]):
            continue
        resolved = _resolve(_RULES[lang].patterns[number][0], match, _RULES[lang], context)
        if resolved is not None:
            taken[start:end] = b"\x01" * (end - start)
            found.append(PeriodMention(start=start, end=end, period=resolved[0], named_year=resolved[1]))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _group(match: re.Match[str], name: str) -> str | None:
    for key, value in match.groupdict().items():
        if value is not None and key.rstrip("0123456789") == name:
            return value.lower().strip()
    return None


def _year(word: str | None, rules: PeriodRules, context: PeriodContext) -> tuple[int | None, bool]:
    """The year meant, and whether it was named."""
    reported = int(context.reported.removeprefix("FY")[:4]) if context.reported else None
    if not word:
        return reported, False
    for name, shift in rules.years.items():
        if word == name or word.endswith(name):
            return (None if reported is None else reported + shift), True
    split = _SPLIT.fullmatch(word)
    if split is not None:
        follows = (int(split[1]) + 1) % 100 == int(split[2])
        return int(split[1]) + follows, True
    digits = "".join(_HAN_DIGITS.get(c, c) for c in word if c.isdigit() or c in _HAN_DIGITS)
    if word.startswith("民国") and digits:
        return int(digits) + 1911, True
    if not digits:
        return reported, False
    return (int(digits) if len(digits) == 4 else 2000 + int(digits[-2:])), True


def _number(word: str | None, rules: PeriodRules) -> int | None:
    if word is None:
        return None
    return int(word) if word.isascii() and word.isdigit() else rules.numbers.get(word)


def _last_day(match: re.Match[str], rules: PeriodRules) -> date | None:
    word, day, year = _group(match, "month"), _group(match, "day"), _group(match, "y")
    if word is None or day is None or year is None:
        return None
    month = _month(word, rules)
    if not month or not 1 <= month <= 12 or not 1 <= _day(day) <= 31:
        return None
    number = int("".join(_HAN_DIGITS.get(c, c) for c in year))
    return date(number, month, min(_day(day), monthrange(number, month)[1])) if number else None


def _day(word: str) -> int:
    """A day of the month, in digits or as 三十, 二十一, 五."""
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    return 10 * int(_HAN_DIGITS.get(tens, "1")) * bool(ten) + int(_HAN_DIGITS.get(ones, "0"))


def _resolve(kind: str, match: re.Match[str], rules: PeriodRules, context: PeriodContext) -> tuple[str, bool] | None:
    if kind in ("ltm", "ended", "year_ended", "asof"):
        return _resolve_dated(kind, match, rules, context)
    if kind == "elliptic_quarter":
        # "in 2023 the first quarter supplied 22% and the fourth 27%"
        spoken = re.search(r"\bquarter\b", match.string[: match.start()], re.IGNORECASE)
        return _resolve_named("quarter", match, rules, context) if spoken else None
    if kind in ("asof_day", "ended_bare", "month_quarter"):
        return _resolve_without_year(kind, match, rules, context)
    if kind == "split_year":
        first, last = int(_group(match, "y") or 0), int(_group(match, "q") or 0)
        if (first + 1) % 100 != last:
            return None
        # Where the fiscal year is the calendar's, "2023/24" is two of them.
        return (f"FY{first + 1}" if context.year_end != 12 else f"multi:{first}..{first + 1}"), True
    if kind == "month_span":
        return _resolve_span(match, rules, context)
    if kind in ("years_ago", "years_through", "through_month"):
        return _resolve_counted(kind, match, rules, context)
    if kind in ("asof_month", "asof_year"):
        return _resolve_day(kind, match, rules, context)
    if kind in ("quarter", "asof_quarter", "half", "months", "year", "plain_year", "same_of"):
        return _resolve_named(kind, match, rules, context)
    period = {
        "ago": shift_years(context.reported, -1),
        "next": shift_quarters(context.reported, 1),
        "previous": shift_quarters(context.reported, -1),
        "current": _quarter_of(context.reported) if "quarter" in match[0].lower() else context.reported,
        "ahead_year": shift_years(context.reported, 1),
        "last_year": shift_years(context.reported, -1),
        "asof_now": end_of(context.reported, context),
        "asof_start": _start_of(context),
        "ytd": _to_date(context.reported),
        "current_year": f"FY{context.reported.removeprefix('FY')[:4]}" if context.reported else None,
        "next_year": f"FY{int(context.reported.removeprefix('FY')[:4]) + 1}" if context.reported else None,
    }[kind]
    return None if period is None else (period, False)


def _resolve_span(match: re.Match[str], rules: PeriodRules, context: PeriodContext) -> tuple[str, bool] | None:
    """1至6月, 10月至12月: a quarter, half, nine months or year of the fiscal calendar; None for other months."""
    year, named = _year(_group(match, "y"), rules, context)
    first, last = _month(_group(match, "month"), rules), _month(_group(match, "months"), rules)
    if year is None or not first or not last:
        return None
    closed = fiscal_quarter(year, last, context.year_end, context.behind)
    months, starts = (last - first) % 12 + 1, (first - context.year_end - 1) % 12 == 0
    quarter = int(closed[-1])
    whole = (last - context.year_end) % 3 == 0
    if whole and months == 3:
        return (closed if named else _nearest_year(closed, context)), named
    if whole and months == 6 and quarter in (2, 4):
        return f"{closed[:4]}-H{quarter // 2}", named
    if whole and starts and months in (9, 12):
        return (f"{closed[:4]}-9M" if months == 9 else f"FY{closed[:4]}"), named
    return None


def _quarter_of(reported: str | None) -> str | None:
    """The quarter a report is about: of a half, nine months or a year the last one."""
    if reported is None or "-Q" in reported:
        return reported
    last = {"H1": "Q2", "H2": "Q4", "9M": "Q3"}.get(reported[5:], "Q4")
    return f"{reported.removeprefix('FY')[:4]}-{last}"


def _resolve_counted(
    kind: str, match: re.Match[str], rules: PeriodRules, context: PeriodContext
) -> tuple[str, bool] | None:
    """ "three years ago", "the five years through 2035", "through September": the fiscal year up to that month."""
    if kind == "through_month":
        return _resolve_through(match, rules, context)
    years = _number(_group(match, "n"), rules)
    if years is None:
        return None
    if kind == "years_ago":
        period = shift_years(context.reported, -years)
        return (period, False) if period else None
    last = int(_group(match, "y") or 0)
    return f"multi:{last - years + 1}..{last}", True


def _resolve_through(match: re.Match[str], rules: PeriodRules, context: PeriodContext) -> tuple[str, bool] | None:
    month = _month(_group(match, "month"), rules)
    reported_end = end_of(context.reported, context)
    if not month or reported_end is None or (month - context.year_end) % 3:
        return None
    year, named = _group(match, "y"), _group(match, "y") is not None
    closes = int(year) if year else int(reported_end[5:9]) - (f"{month:02d}" > reported_end[10:12])
    quarter = fiscal_quarter(closes, month, context.year_end, context.behind)
    span = {"1": "Q1", "2": "H1", "3": "9M"}.get(quarter[-1])
    return (f"{quarter[:4]}-{span}" if span else f"FY{quarter[:4]}"), named


def _start_of(context: PeriodContext) -> str | None:
    """The day on which the year before the reported period's closed: 年初."""
    return end_of(f"FY{int(context.reported.removeprefix('FY')[:4]) - 1}", context) if context.reported else None


_TO_DATE = {"Q1": "Q1", "Q2": "H1", "H1": "H1", "Q3": "9M", "9M": "9M"}


def _to_date(reported: str | None) -> str | None:
    """The year up to the end of the reported period."""
    if reported is None:
        return None
    year, part = reported.removeprefix("FY")[:4], reported[5:]
    return f"{year}-{_TO_DATE[part]}" if part in _TO_DATE else f"FY{year}"


def _resolve_without_year(
    kind: str, match: re.Match[str], rules: PeriodRules, context: PeriodContext
) -> tuple[str, bool] | None:
    """ "at September 30", "six months to June", "the March quarter": the last one not after the reported period."""
    reported_end = end_of(context.reported, context)
    month, day = _month(_group(match, "month"), rules), _day(_group(match, "day") or "0")
    if reported_end is None or not month or not 1 <= month <= 12:
        return None
    named, year = _group(match, "y"), int(reported_end[5:9])
    if named:
        year = int(named)
    elif f"{month:02d}" > reported_end[10:12] and kind != "month_quarter":
        year -= 1
    if kind == "asof_day":
        return f"asof:{year}-{month:02d}-{min(day, monthrange(year, month)[1]):02d}", False
    quarter = fiscal_quarter(year, month, context.year_end, context.behind)
    if kind == "month_quarter":
        return (quarter if named else _nearest_year(quarter, context)), bool(named)
    months = _number(_group(match, "months"), rules)
    if months == 6:
        return f"{quarter[:4]}-H{1 if quarter[-1] in '12' else 2}", False
    return (f"{quarter[:4]}-9M" if months == 9 else quarter), False


def _resolve_dated(
    kind: str, match: re.Match[str], rules: PeriodRules, context: PeriodContext
) -> tuple[str, bool] | None:
    day = _last_day(match, rules)
    if day is None:
        end = end_of(context.reported, context)
        return (end.replace("asof:", "LTM@"), False) if kind == "ltm" and end else None
    if kind == "ltm":
        return f"LTM@{day.isoformat()}", True
    if kind == "asof":
        return f"asof:{day.isoformat()}", True
    quarter = fiscal_quarter(day.year, day.month, context.year_end, context.behind)
    if kind == "year_ended":
        return f"FY{quarter[:4]}", True
    months = _number(_group(match, "months"), rules)
    if months == 6:
        return f"{quarter[:4]}-H{1 if quarter[-1] in '12' else 2}", True
    return (f"{quarter[:4]}-9M" if months == 9 else quarter), True


_TO_COME = late(r"前|目标|争取|力争|预计|计划|将|会|能|可|有望|要")


def _resolve_day(
    kind: str, match: re.Match[str], rules: PeriodRules, context: PeriodContext
) -> tuple[str, bool] | None:
    """The end of a month or a year; without a year the last one that is not after the reported period."""
    word = _group(match, "y")
    year, named = _year(word, rules, context)
    if year is None:
        return None
    if kind == "asof_year":
        # "At year-end" without a year is the last one that has passed; 2023年底 is a day of the calendar.
        reported_end = context.reported is not None and (
            context.reported.endswith("Q4") or context.reported.startswith("FY")
        )
        ahead = re.match(r"by|until|到|至", match[0], re.IGNORECASE) is not None or "of th" in match[0].lower()
        ahead = ahead or _TO_COME.match(match.string, match.end()) is not None
        period = f"FY{year if named or reported_end or ahead else year - 1}"
        by_calendar = named and not re.search("fiscal|财", match[0], re.IGNORECASE)
        return (f"asof:{year}-12-31" if by_calendar else end_of(period, context) or period), named
    month = _month(_group(match, "month"), rules)
    if month is None:
        return None
    day = f"asof:{year}-{month:02d}-{monthrange(year, month)[1]:02d}"
    if not named and day > (end_of(context.reported, context) or day):
        day = f"asof:{year - 1}-{month:02d}-{monthrange(year - 1, month)[1]:02d}"
    return day, named


def _month(word: str | None, rules: PeriodRules) -> int | None:
    if word is None:
        return None
    if word.isdigit():
        return int(word)
    if word[0] in "十一二三四五六七八九":
        tens = 10 if word[0] == "十" else 0
        return tens + int(_HAN_DIGITS.get(word[-1], "0"))
    return rules.months.get(word.rstrip("."), rules.months.get(word[:3]))


def _resolve_named(
    kind: str, match: re.Match[str], rules: PeriodRules, context: PeriodContext
) -> tuple[str, bool] | None:
    year, named = _year(_group(match, "y"), rules, context)
    if year is None:
        return None
    if kind in ("year", "plain_year"):
        return f"FY{year}", named
    if kind == "same_of":
        suffix = context.reported[4:] if context.reported and not context.reported.startswith("FY") else None
        return (f"{year}{suffix}" if suffix else f"FY{year}"), True
    if kind == "half":
        return f"{year}-H{_number(_group(match, 'h'), rules)}", named
    if kind == "months":
        word = _group(match, "months") or ""
        if "季" in word:
            return f"{year}-{'9M' if '三' in word or '3' in word else 'H1'}", named
        span = "9M" if re.search("九|nine|9", word) else "H1" if re.search("六|six|6|half", word) else "Q1"
        return f"{year}-{span}", named
    quarter = _number(_group(match, "q"), rules)
    period = f"{year}-Q{quarter}"
    if not named:
        period = _nearest_year(period, context)
    return (period, named) if kind == "quarter" else (end_of(period, context) or period, named)


def _nearest_year(period: str, context: PeriodContext) -> str:
    """A quarter without its year is the reported one, one before it, or the next: never further ahead."""
    reported, after = context.reported, shift_quarters(context.reported, 1)
    if reported is None or "-Q" not in reported:
        return period
    if after is not None and period[4:] == after[4:]:
        return after
    return period if period <= reported else shift_years(period, -1) or period


MOST_DAYS_OFF = 8  # between the end of a period counted in weeks and that of its month


def end_of(period: str | None, context: PeriodContext) -> str | None:
    """`asof:` the last day of a fiscal quarter or year, or of what ends on a day of its own; None of several years."""
    if period is None or period.startswith("multi:"):
        return None
    if (day := _OF_A_DAY.match(period)) is not None:
        return f"asof:{period[day.end() :]}"
    year = int(period.removeprefix("FY")[:4])
    quarter = {"Q1": 1, "Q2": 2, "H1": 2, "Q3": 3, "9M": 3}.get(period[5:], 4)
    month0 = (context.year_end + 3 * quarter - 1) % 12 + 1
    calendar_year = (year if month0 <= context.year_end else year - 1) + context.behind
    last = f"{calendar_year}-{month0:02d}-{monthrange(calendar_year, month0)[1]:02d}"
    near = context.closed and abs((date.fromisoformat(context.closed) - date.fromisoformat(last)).days) <= MOST_DAYS_OFF
    return f"asof:{context.closed if near else last}"
