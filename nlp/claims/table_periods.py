"""The period that the heads over a column of a table name, with the help of its caption."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence

from ..languages import tables as words
from ..languages.late import late
from ..text import fold, guess_language, simplify
from .mentions import end_of, find_periods
from .periods import PeriodContext, shift_years

_YEAR = late(r"(?:19|20)[0-9]{2}")
_DAY_FIRST = late(
    r"\b([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b,?",
    re.IGNORECASE,
)
_ZH_ENDED = late(r"截[至止] ?(?=[0-9]{1,2} ?月)")
_ENDED = late(
    r"\b(?:three|six|nine|twelve|3|6|9|12)[ -]months?\b|\b(?:quarter|year|period|half)[ -]?(?:year)?s? end|"
    r"截[至止].{0,14}(?:月|年度|年)止?",
    re.IGNORECASE,
)
_MONTH = late(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_LENGTHS = late(
    r"\b(?:three|six|nine|twelve|3|6|9|12)(?= (?:and|&) |[ -]months?\b)|(?:and|&) years?\b|[三六九] ?[个個]月",
    re.IGNORECASE,
)
_HAN_YEAR = late(r"[零〇○一二三四五六七八九]{4}(?= ?年)")
_HAN_DAY = late(
    r"(?P<month>十[一二]?|[一二三四五六七八九]) ?月 ?"
    r"(?:(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]) ?日)?"
)
_HAN_DIGITS = {char: str(at) for at, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_ROC_YEAR = late(r"(?<![0-9])(?:民国 ?)?(1[0-9]{2})(?= ?年)")  # counted from 1911
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ANY_MONTH = "|".join(_MONTH_NAMES)
_HAN_MONTHS = late(
    r"(?P<year>(?:19|20)[0-9]{2}) ?年 ?(?P<first>[0-9]{1,2}) ?月?(?: ?1 ?日)? ?[-—–~至到] ?(?:(?P=year) ?年 ?)?"
    r"(?P<last>[0-9]{1,2}) ?月(?: ?[0-9]{1,2} ?日)?"
)
_MONTHS = late(
    rf"\b(?P<first>{_ANY_MONTH})[a-z]{{0,6}}\.? ?(?:-|–|—|to) ?(?P<last>{_ANY_MONTH})[a-z]{{0,6}}\.?,? "
    r"(?P<year>(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)
_HAN_LENGTHS = {3: "三个月", 6: "六个月", 9: "九个月", 12: "年度"}
_WORDS = {3: "three months", 6: "six months", 9: "nine months", 12: "year"}
# A year of 52 or 53 weeks: its quarters have 13 weeks, rarely 14.
_WEEKS = (
    (late(r"\b(?:1[34]|thirteen|fourteen)[ -]weeks?\b", re.IGNORECASE), "three months"),
    (late(r"\b(?:2[678]|twenty[ -](?:six|seven|eight))[ -]weeks?\b", re.IGNORECASE), "six months"),
    (late(r"\b(?:39|4[01]|thirty[ -]nine|forty)[ -]weeks?\b", re.IGNORECASE), "nine months"),
    (late(r"\b(?:5[23]|fifty[ -](?:two|three))[ -]weeks?\b", re.IGNORECASE), "year"),
)
_FIRST_WEEK = late(
    rf"\b(?P<month>{_ANY_MONTH})[a-z]{{0,6}}\.? 0?(?P<day>[1-7]),? (?P<year>(?:19|20)[0-9]{{2}})",
    re.IGNORECASE,
)
# Short forms of heads as the words of prose.
_SHORT = (
    (late(r"\b(9|6|3|12)M ?[/' -]? ?(?:20)?([0-9]{2})\b", re.IGNORECASE), r"\1M 20\2"),
    (late(r"\b(20[0-9]{2}) ?[/-]? ?(9|6|3|12)M\b", re.IGNORECASE), r"\2M \1"),
    (late(r"\b9M (?=20)|\bnine months (?=20)", re.IGNORECASE), "first nine months of "),
    (
        late(r"\b6M (?=20)|\bsix months (?=20)|\bHY ?1? ?(?=20)|\bhalf[ -]?year (?=20)", re.IGNORECASE),
        "first half of ",
    ),
    (late(r"\bHY ?1? ?'?([0-9]{2})\b", re.IGNORECASE), r"first half of 20\1"),
    (late(r"\b3M (?=20)|\bthree months (?=20)", re.IGNORECASE), "first quarter of "),
    (late(r"\b12M (?=20)", re.IGNORECASE), "full year "),
    (late(r"\b([QH][1-4]) ?/ ?(?=20[0-9]{2}\b)", re.IGNORECASE), r"\1 "),
    (late(r"(?<![0-9])(20[0-9]{2}) ?[-/.]? ?([QH][1-4])(?![0-9])", re.IGNORECASE), r"\2 \1"),
    (late(r"\b(year|quarter|half)s ended\b", re.IGNORECASE), r"\1 ended"),
    (late(r"\byear to (?=[0-9]{1,2} [a-z]|[a-z]{3,9} [0-9])", re.IGNORECASE), "year ended "),
)
# 2031/6/30, 2031-06-30
_DAY = late(
    r"(?<![0-9])(?P<year>20[0-9]{2})(?P<mark>[/.-])(?P<month>1[0-2]|0?[1-9])(?P=mark)"
    r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
# Heads that name no year; the most special first.
_RELATIVE = (
    (late(r"年初至|1-[0-9]+月|累计"), "to date"),
    (late(r"上年度?末|上年期末|期初|年初"), "year start"),
    (late(r"报告期末|本期末|期末"), "end"),
    (late(r"上年同期|去年同期"), "before"),
    (late(r"本报告期(?!比)|\A本期"), "reported"),
    (
        late(
            r"\A(?:same (?:quarter|period|half) )?(?:year[- ]ago|prior[- ]year|previous year|last year|"
            r"(?:a|one) year (?:ago|earlier))(?:'s)?(?: (?:quarter|period|half))?\Z",
            re.IGNORECASE,
        ),
        "before",
    ),
    (late(r"\A(?:this|current) period\Z", re.IGNORECASE), "reported"),
)
_REMARK = late(r"\([^()0-9]*\)|\bunaudited\b|未经审[计核]", re.IGNORECASE)
_THOUSANDS = late(r"['’‘`]000s?")
_WHOLE = late(r"\b(?:fy|fiscal|years?|annual|full)\b|年度|全年|财年|財年", re.IGNORECASE)
_HAN = late(r"[\u3400-\u9fff]+")
_HAN_WORD = late(r"[0-9]*[\u3400-\u9fff][0-9\u3400-\u9fff]*")
_LATIN = late(r"[A-Za-z]+")


def find_column_period(parts: Sequence[str], caption: str, context: PeriodContext) -> str | None:
    """The period that the heads over a column name together, with the caption's help where they give a year alone."""
    joined = spelt_out(with_digits(" ".join(parts)))
    if not joined:
        return None
    balance = words.BALANCE.search(caption) is not None
    if not _YEAR.search(joined) and context.reported is not None:
        named = next((pattern for pattern in _RELATIVE if pattern[0].search(simplify(joined))), None)
        if named is not None:
            return _relative(named[1], context)
        if not balance and (unsaid := _of_that_year(joined, context)):
            return unsaid
    period = _narrowest(_period(form, context, balance) for form in _forms(joined))
    numbers = {*re.findall(r"[0-9]+", _THOUSANDS.sub("", joined))}
    bare = len(numbers) == 1 and _YEAR.fullmatch(min(numbers)) is not None
    if _YEAR.search(joined) and (period is None or (bare and period.startswith("FY") and not _WHOLE.search(joined))):
        spans = [span for line in caption.split("\n") if (span := _span_of(line))]
        forms = (*_forms(joined), min(numbers)) if bare else _forms(joined)
        period = _narrowest(_period(f"{spans[-1]} {form}", context, balance) for form in forms if spans) or period
    if period is None and bare and not balance:
        return f"FY{min(numbers)}"
    return period


def _relative(meant: str, context: PeriodContext) -> str | None:
    """本报告期, 上年同期: the period reported and those that it is compared with."""
    before = shift_years(context.reported, -1)
    return {
        "reported": context.reported,
        "before": before,
        "end": end_of(context.reported, context),
        "year start": end_of(f"FY{before.removeprefix('FY')[:4]}", context) if before else None,
    }.get(meant)


def _of_that_year(head: str, context: PeriodContext) -> str | None:
    """三季度, "Q2": a quarter or half without its year is of that reported on, if no later than what is reported."""
    lang = guess_language(head)
    named = [mention.period for mention in find_periods(simplify(head), lang, context) if not mention.named_year]
    reported = context.reported or ""
    parts = [period for period in named if period[:4] == reported[:4] and period[5:] <= reported[5:]]
    return parts[0] if len(named) == 1 and parts and reported[4:5] == "-" and parts[0][5] == reported[5] else None


def only_period(caption: str, context: PeriodContext) -> str | None:
    """The period that a caption names in full; None where it names none or several."""
    balance = words.BALANCE.search(caption) is not None
    lines = (spelt_out(with_digits(_REMARK.sub(" ", line))) for line in caption.split("\n"))
    found = {period for line in lines if _YEAR.search(line) and (period := _period(line, context, balance))}
    return min(found) if len(found) == 1 else None


def _forms(joined: str) -> tuple[str, ...]:
    """Heads as they are; in two languages, each language by itself."""
    if not (_HAN.search(joined) and _LATIN.search(joined)):
        return (joined,)
    return (joined, _HAN_WORD.sub(" ", joined), _LATIN.sub(" ", joined))


def _narrowest(periods: Iterable[str | None]) -> str | None:
    """The first period; a year only where none is shorter, since "2031年" is also half of "2031年 Q1"."""
    found = [period for period in periods if period is not None]
    return next((period for period in found if not period.startswith("FY")), found[0] if found else None)


def _span_of(line: str) -> str | None:
    """The span of time that a line of a caption names, without its year: "six months ended june 30"."""
    plain = spelt_out(with_digits(_REMARK.sub(" ", line)))
    if not _ENDED.search(plain) or (len(_LENGTHS.findall(plain)) > 1 and not _HAN.search(plain)):
        return None
    english = _HAN_WORD.sub(" ", plain)
    plain = english if _ENDED.search(english) else plain
    return " ".join(re.sub(r"(?:\band\b|,)? ?(?:19|20)[0-9]{2} ?年?", " ", plain).split()).strip(" ,")


def with_digits(text: str) -> str:
    """Years and days in Chinese numerals with digits: 二零三一年六月三十日 as 2031年6月30日."""
    text = _HAN_YEAR.sub(lambda hit: "".join(_HAN_DIGITS[char] for char in hit[0]), text)
    return _HAN_DAY.sub(_day_digits, text)


def spelt_out(text: str) -> str:
    """Short forms of periods as prose has them; weeks as the months that they stand for.

    >>> spelt_out("9M 2031"), spelt_out("13 weeks ended August 2, 2031"), spelt_out("2031年1-6月")
    ('first nine months of 2031', 'three months ended Jul 28, 2031', '截至2031年6月30日止六个月')
    >>> spelt_out("2031Q2"), spelt_out("2031/6/30")
    ('Q2 2031', 'Jun 30, 2031')
    """
    text = _DAY.sub(_day_named, text)
    text = _ROC_YEAR.sub(lambda hit: str(int(hit[1]) + 1911), text)
    text = _HAN_MONTHS.sub(_han_months, _MONTHS.sub(_months, text))
    for pattern, words_ in _SHORT:
        text = pattern.sub(words_, text)
    weeks = text
    for pattern, words_ in _WEEKS:
        weeks = pattern.sub(words_, weeks)
    return text if weeks == text else _FIRST_WEEK.sub(_last_week, _DAY_FIRST.sub(r"\2 \1,", weeks))


def _day_named(hit: re.Match[str]) -> str:
    return f"{_MONTH_NAMES[int(hit['month']) - 1].title()} {int(hit['day'])}, {hit['year']}"


def _months(hit: re.Match[str]) -> str:
    first, last = (_MONTH_NAMES.index(hit[name].lower()) + 1 for name in ("first", "last"))
    length = _WORDS.get((last - first) % 12 + 1)
    return f"{length} ended {hit['last'].title()} 28, {hit['year']}" if length else hit[0]


def _han_months(hit: re.Match[str]) -> str:
    first, last, year = int(hit["first"]), int(hit["last"]), int(hit["year"])
    length = _HAN_LENGTHS.get(last - first + 1)
    return f"截至{year}年{last}月{monthrange(year, last)[1]}日止{length}" if length and last <= 12 else hit[0]


def _last_week(hit: re.Match[str]) -> str:
    """A day of a month's first week as one of the month before, to which the quarter belongs."""
    month = _MONTH_NAMES.index(hit["month"].lower())
    year = int(hit["year"]) - (month == 0)
    return f"{_MONTH_NAMES[month - 1].title()} 28, {year}"


def as_named(periods: Sequence[str | None], context: PeriodContext) -> tuple[str | None, ...]:
    """The periods by the company's own numbers of its years: the latest that has the part reported is the one reported.

    A year that ends in January 2032 is fiscal 2031 to some and fiscal 2032 to others.
    """
    reported = context.reported or ""
    dated = [row for row in periods if row and (row.startswith("FY") or row[4] == "-")]
    same = [row for row in dated if row[:2] == reported[:2] == "FY" or (row[4:] == reported[4:] and row[:2] != "FY")]
    if context.year_end == 12 or not same:
        return tuple(periods)
    ahead = int(max(same).removeprefix("FY")[:4]) - int(reported.removeprefix("FY")[:4])
    return tuple(shift_years(row, -1) if row in dated else row for row in periods) if ahead == 1 else tuple(periods)


def _day_digits(hit: re.Match[str]) -> str:
    day = f"{_below_hundred(hit['day'])}日" if hit["day"] else ""
    return f"{_below_hundred(hit['month'])}月{day}"


def _below_hundred(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (int(_HAN_DIGITS[tens]) if tens else bool(ten)) * 10 + int(_HAN_DIGITS.get(ones, "0"))


def _period(joined: str, context: PeriodContext, balance: bool) -> str | None:
    plain = simplify(fold(" ".join(joined.split())))
    lang = guess_language(plain)
    years = _YEAR.findall(plain)
    if lang == "zh" and years and _ZH_ENDED.search(plain):
        plain = _ZH_ENDED.sub(lambda m: f"截至{years[-1]}年", re.sub(r"(?:19|20)[0-9]{2} ?年?", "", plain))
    plain = _DAY_FIRST.sub(r"\2 \1,", plain)
    plain = re.sub(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\. ", r"\1 ", plain)
    plain = re.sub(r",(?! )", ", ", re.sub(r",,+", ",", plain))
    tries = [plain, plain.lower()]
    if not _ENDED.search(plain) and _MONTH.search(plain):
        tries += [f"as of {plain}", f"as of {plain.lower()}"] if lang == "en" else []
    for attempt in tries:
        found = [mention.period for mention in find_periods(attempt, lang, context) if mention.named_year]
        if found:
            return found[-1] if not balance else next((row for row in found if row.startswith("asof")), found[-1])
    return None
