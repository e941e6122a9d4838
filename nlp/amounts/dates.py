"""Numbers of the calendar: years, dates, fiscal periods, times, and durations that only say when."""

from __future__ import annotations

from ..languages.en.numbers import EN
from ..languages.late import late
from .context import word_after, word_before
from .numerals import Numeral, alternation

_YEAR_LIKE = range(1900, 2100)
_YEAR_FOLLOWS = late(r"(?:st|nd|rd|th)?,? {0,3}(?:19|20)[0-9]{2}(?![0-9,.]*[0-9])")
_PERIOD_MARK = late(
    r" ?(?:[qh](?:[1-4](?![0-9]))?(?:[ '/-]{0,2}[0-9]{2,4})?|fy|cy"
    r"|m(?=[ '/-]{0,2}(?:fy|cy)?[ '/-]?(?:20)?[0-9]{2}(?![0-9,.])))(?![a-z])"
    r"|[ef](?![a-z])"
)
_TIME_UNITS = "minute minutes hour hours second seconds"
_DURATION = late(rf"[-\s]{{1,3}}(?:{alternation([*EN.periods, *_TIME_UNITS.split()])})(?![a-z])")
_LONG_DURATION = late(
    r"[-\s]{1,3}(?:fiscal|calendar|business|trading|working|full|consecutive|straight|sequential|plus|more|additional|such)"
    rf"\s{{1,3}}(?:{alternation(sorted(EN.periods))})(?![a-z])"
)
# A stretch of days that happened, and no term or average: "a 19-day stoppage", not "a 10-day notice period".
_DAYS_LOST = late(
    r"-day\s{1,2}(?:(?:[a-z-]{3,14}|dry)\s{1,2})?(?:strike|stoppage|outage|shutdown|shut-down|closure|turnaround|lockdown|lockout"
    r"|suspension|interruption|disruption|dry-?dock|cruise|voyage|delay|maintenance|improvement|reduction|decrease|increase"
    r"|cycle|holiday|inventory|supply|backlog)"
)
_TERMS = frozenset(("30", "60", "90", "120", "180", "360", "365"))
# "the last 3, 4, 5 years": what stands before the list counts.
_LISTED = late(r"(?<![0-9.,])(?:[0-9]{1,3}(?:, ?|,? (?:or|to|and) |-)(?:or |and )?){1,4}\Z")
_PERIOD_OF = late(r"(?:period|term|course|horizon|life|maturity|timeframe|tenor)s?\s{1,3}of\s{1,3}\Z")
_OWNERS = frozenset("my our your his her its their the every each a".split())
_ZH_TIME_AFTER = late(
    r" {0,2}(?:年|月|日(?![元圆币])|号|季|q(?![a-z])|时(?!候|间)|点(?!位|[一二两三四五六七八九零〇])"
    r"|世纪|届|代(?!理|表)|周年|旬|财年|线(?!程|路|下|上)|周(?!转)|星期|刻钟|核(?!心)|期(?!权|货)"
    r"|个? {0,2}[多半]? {0,2}(?:月|季度|星期|礼拜|交易日|财季|季(?!节)))"
)
_ZH_POINTS, _ZH_MOVED, _HOURS = late(" {0,2}点(?![0-9一二两三四五六七八九零〇]|钟)"), frozenset("涨跌升降"), 24
_ZH_DAYS = late(r" {0,2}(?:天|日|小时|分钟|秒|周|岁)")
_ZH_WHEN_AFTER = late(r" {0,2}(?:天|小时|分钟|秒)(?:内|后|前|以来|之内|之后|之前|来|期间|制|无理由)")
_ZH_WHEN_BEFORE = late(r"(?:未来|过去|近|最近|前|后|每|接下来的?|此前|之前|随后的?|头) {0,2}\Z")


def is_year(numeral: Numeral) -> bool:
    """Four bare digits that read as a year."""
    return numeral.bare_integer and numeral.end - numeral.start == 4 and int(numeral.low) in _YEAR_LIKE


def is_date(low: str, folded: str, numeral: Numeral) -> bool:
    """A year, a day beside a month, a period or a point in time."""
    after = word_after(low, numeral.end)
    if after in EN.times:
        return True
    if is_year(numeral):
        return not _counts_noun(low, numeral)
    if numeral.bare_integer and 0 < numeral.low <= 31 and _is_day(low, folded, numeral):
        return True
    return numeral.kind == "digits" and _PERIOD_MARK.match(low, numeral.end) is not None


def _counts_noun(low: str, numeral: Numeral) -> bool:
    """ "more than 2000 stores": a bound and a plural say that no year is meant."""
    before, after = word_before(low, numeral.start), word_after(low, numeral.end)
    bound = (
        before in ("than", "over", "least", "approximately", "nearly", "almost", "about", "exceeding", "to")
        or numeral.low == 2000
    )
    plural = (after.endswith("s") and len(after) > 3 and after not in EN.stops) or after in EN.plurals
    return bound and plural and (before != "to" or low.endswith("up to ", 0, numeral.start))


def _is_day(low: str, folded: str, numeral: Numeral) -> bool:
    if _YEAR_FOLLOWS.match(low, numeral.end):
        return True
    before = word_before(folded, numeral.start).rstrip(".")
    if before.lower() in EN.months and (before.lower() != "may" or before.istitle()):
        return True
    after = word_after(folded, numeral.end)
    return after.lower() in EN.months and (after.lower() not in ("may", "march") or after.istitle())


def is_duration(low: str, start: int, end: int) -> bool:
    """A stretch of time at `start:end` that only says when: "in the past 12 months", "three years ago", "a 3-year"."""
    match = _DURATION.match(low, end) or _LONG_DURATION.match(low, end)
    if match is None:
        return False
    if low[end] == "-" and _DAYS_LOST.match(low, end) and low[start:end] not in _TERMS:
        return False
    if low[end] == "-" or low[match.end() : match.end() + 1] in ("-", "'"):
        return True
    listed = _LISTED.search(low, max(0, start - 24), start)
    before = word_before(low, listed.start() if listed else start)
    if before in EN.spans_before or before in _OWNERS or word_after(low, match.end()) in EN.spans_after:
        return True
    return before == "of" and _PERIOD_OF.search(low, max(0, start - 24), start) is not None


def _is_of_an_index(low: str, numeral: Numeral) -> bool:
    """收报3412.5点, 跌20点: more than the clock has, or by so much something moved."""
    if _ZH_POINTS.match(low, numeral.end) is None:
        return False
    moved = low[max(0, numeral.start - 1) : numeral.start] in _ZH_MOVED
    return numeral.decimals > 0 or numeral.low > _HOURS or moved


def is_chinese_date(low: str, numeral: Numeral) -> bool:
    """年, 月, 季 and the like after the number; days and hours that only say when. Points of an index are no hours."""
    if _is_of_an_index(low, numeral):
        return False
    if _ZH_TIME_AFTER.match(low, numeral.end):
        return True
    if low[numeral.start - 1 : numeral.start] in ("时", "点") and low[numeral.end : numeral.end + 1] == "分":
        return True
    if _ZH_DAYS.match(low, numeral.end) is None:
        return False
    when = _ZH_WHEN_BEFORE.search(low, max(0, numeral.start - 6), numeral.start)
    return bool(when or _ZH_WHEN_AFTER.match(low, numeral.end))
