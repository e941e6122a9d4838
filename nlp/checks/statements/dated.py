"""Whether the times of two figures contradict one another: their own, those of what opens a list, of a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...languages.late import late
from ..times import Now, Time, agree, differ, says
from .around import first_of, is_heading
from .figures import Figure
from .own_times import is_bases, is_day_after, is_told_of_another, own_times
from .revisions import is_superseded
from .words import words_of

_BULLET = late(r"\s*(?:[-*•·–—]|[0-9]{1,2}[.)、]|[(（][0-9]{1,2}[)）])\s")
_THEN = late(r"\b(?:that|the same) (?:time|period)\b|(?<![年季月比较])同期|期间")
DAY_BEFORE = late("昨[日天晚]")
_NEAR = 40  # characters before a time
_BEFORE, _OUTLOOK = 4, 8  # lines before in a paragraph, of what is expected
_GUIDES = late(r"\b(?:guidance|outlook)\b|指引|展望")  # what opens a paragraph on it
_HIGHEST = 40  # lines a heading may stand above
_CAME = late(
    r"\b(?:was|were|had|came|ended|earned|reached|totall?ed|delivered|reported|achieved)\b|派[发息现]|[股分][息红利]|红利"
)
_UNTIL = late(r"\b(?:by|until|through)(?: the)?(?: (?:end|start|summer|spring|autumn|fall|winter)(?: of)?)?(?: the)? $")
_OUTDOES = late("(?<!不)(?:低于|高于|跑赢|跑输|逊于|优于|好于)")
_FORETOLD = late("业绩预")  # 2031年度业绩预告
_COMPARES = late(r"[较比由从自于]|\b(?:from|than|versus|vs|against|to|with|above|below|of|over)\b")
_YEAR_NAMED = late(r"\b(?:fiscal|fy|for(?: the year)?) ?\S*\d{4}|[0-9]{4}\s?(?:年度|财年)")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a figure with the right number is not the statement's: kind (period, direction, sign, base) and words."""

    kind: str
    words: str


def compared_conflicts(said: Figure, other: Figure) -> Iterator[Conflict]:
    """A change from another time than that of the base behind the document's: "from the fourth quarter"."""
    if said.amount.kind not in ("percent", "points") or said.is_base or other.is_base:
        return
    following = [row for row in other.text.by_line[other.line] if row.amount.start >= other.amount.end and not row.ends]
    if following and following[0].is_base and is_of_another_time(said, following[0]):
        yield Conflict("compared", "the document compares with another time")


def is_of_another_time(said: Figure, base: Figure) -> bool:
    """Whether a statement compares with one time, and a base of the document names another behind it."""
    mine = [time for time in said.text.times(said.line) if says(time) and said.text.is_compared(time)]
    near = [time for time in mine if said.amount.end <= time.start <= said.until]
    theirs = [time for time in base.times[0] if time.start >= base.amount.end and says(time)]
    return bool(near and theirs) and all(differ(near[0], time) in ("year", "part") for time in theirs)


def period_conflicts(said: Figure, other: Figure, now: Now) -> Iterator[Conflict]:
    """Times of the statement that the document contradicts; a base that the statement does not tell as one."""
    mine = own_times(said)
    for time in mine:
        if other.row.lang == "zh" and now.part == "FY" and time.relative and _is_year_before(time, now):
            continue  # 去年 of a document on the year that was over when a wire told it
        default = _default(now, other) if time.month is None else ()  # a fiscal year may bear another number
        if other.is_base and (time.ago or (not any(other.times[:2]) and _is_year_before(time, now))):
            continue  # what something is compared with is of a year ago, however it is dated
        line = tuple(t for t in other.times[2] if not is_bases(t, other.line, other.text))
        line_told = other.text.folded[other.row.start : other.row.end]
        ahead = other.is_guided_before and (time.part or "").startswith("Q")  # the quarter reported on is no outlook
        own = _is_own(time, default) and not ahead and not _THEN.search(line_told)
        before = _times_before(other, sentence=own)
        whole = time.part == "FY" and other.is_guided  # a forecast is of the year, whatever is told around it
        zone = tuple(t for t in other.times[1] if other.is_base or not is_bases(t, other.line, other.text))
        near = [other.times[0], zone, line, *([] if whole else [*before, *_times_over(other)])]
        levels = [*near, default] if said.text.is_due(time) else [*map(other.text.without_due, near), default]
        if said.row.lang == "zh" and is_told_of_another(time, said):
            levels = levels[:2]  # 5月CPI涨0.2% 十年期收益率跌7基点: May is told of the first
        if time.closes is not None and time.closes == now.part and (not time.years or now.year in time.years):
            levels = levels[:1]  # the end of the document's own period goes without saying
        what = _first_difference(time, other, levels, default)
        yesterday = DAY_BEFORE.search(other.text.folded, other.clause_start, other.amount.start)
        if what == "day" and yesterday and any(is_day_after(t, time) for level in near for t in level):
            continue  # 昨日 where the passage names the day after
        if what is not None and not _is_named_near(time, other, now):
            quote = said.text.text[time.start : time.end]
            yield Conflict("period", f"the {what} differs from {quote!r}")
            return
    if not said.is_base and not any(time.years for time in mine) and _is_of_year_before(other, now):
        yield Conflict("period", "the document gives it for the year before")
        return
    if mine and _is_of_base(mine, other, now):
        yield Conflict("period", "that is the time of the figure compared with")
        return
    pinned = any(_pinned(time, other) for time in mine) or _is_named_so(said, other)
    measured = _OUTDOES.search(said.text.folded, said.begin, said.amount.start) is not None
    if other.is_base and not (said.is_base or pinned or measured or is_superseded(said)):
        yield Conflict("period", "the document gives it as the figure compared with")


def _is_ahead(time: Time, now: Now) -> bool:
    """Whether a time is of a year to come."""
    return now.year is not None and bool(time.years) and min(time.years or ()) > now.year


def _is_named_near(time: Time, other: Figure, now: Now) -> bool:
    """Whether a month of a year ("due June 2034") is named in the figure's sentence or the next, a year ahead in it."""
    undated = not any(t.years for t in other.times[0])
    behind = (t for t in other.text.times(other.line) if t.start >= other.amount.end and t.years and agree(time, t))
    if (
        undated
        and _is_ahead(time, now)
        and any(_UNTIL.search(other.text.folded, max(0, t.start - _NEAR), t.start) for t in behind)
    ):
        return True
    lines = range(max(0, other.line - 1), min(len(other.text.lines), other.line + 2))
    dates = [t for at in lines for t in other.text.times(at) if t.month is not None and t.years is not None]
    return time.month is not None and time.years is not None and any(agree(time, t) for t in dates)


def _is_named_so(said: Figure, other: Figure) -> bool:
    """Whether a statement calls a base what the document does: "above the issue price of 15.2", 发行价15.2元."""
    pieces = _COMPARES.split(other.text.folded[other.begin : other.amount.start])
    told = next((piece for piece in pieces[:-3:-1] if piece.strip(" $£€")), "")  # "against a budget of 60 million"
    there = words_of(told, other.row.lang, other.text.metrics)
    return bool(there) and there <= said.text.words_in(said.begin, said.amount.start, said.row.lang)


def _is_own(time: Time, default: Sequence[Time]) -> bool:
    """Whether a time is the document's own period or its year, which a sentence without a time may go back to."""
    if time.month is not None:
        return False
    year = time.years is not None and time.part in (None, "FY")
    return any((year or time.part == row.part is not None) and agree(replace(time, part=None), row) for row in default)


def _is_year_before(time: Time, now: Now) -> bool:
    """Whether a time is the document's own a year earlier, or that year as a whole."""
    return now.year is not None and time.years == frozenset({now.year - 1}) and time.part in (None, now.part)


def _is_of_year_before(other: Figure, now: Now) -> bool:
    """Whether the nearest times of a figure are the document's own period a year before, by the year they name."""
    # "or $1.81 per share" is of the time said before in its clause.
    before = other.times[2] if other.opened < other.begin else ()
    levels = (*other.times[:2], tuple(time for time in before if time.start >= other.clause_start))
    near = ([time for time in level if other.is_base or not is_bases(time, other.line, other.text)] for level in levels)
    nearest = next((level for level in near if level), [])
    if now.year is None or not nearest:
        return False
    whole = now.part == "FY"
    return all(
        time.years == frozenset({now.year - 1})
        and (time.part == now.part or (whole and time.part is None and time.month is None))
        and not time.run
        for time in nearest
    )


def _is_of_base(mine: Sequence[Time], other: Figure, now: Now) -> bool:
    """Whether the time said is that of the base behind a figure: "fell to 142 from 158 at March 31"."""
    following = [row for row in other.text.by_line[other.line] if row.amount.start >= other.amount.end]
    base = following[0] if following and following[0].is_base and not other.is_base else None
    if base is None or any(says(time) for time in other.times[0]):
        return False
    theirs = [time for time in base.times[0] if not time.ago and not time.relative and says(time)]
    own = [time for time in mine if now.part is None or now.part not in (time.closes, time.part)]
    own = [time for time in own if not any(time.part == t.part is not None for t in other.times[2])]
    return any(
        _says_more(time) and agree(time, that) and _says_more(that) and (time.years or not that.years)
        for time in own
        for that in theirs
    )


def _says_more(time: Time) -> bool:
    return time.part is not None or time.month is not None


def _pinned(time: Time, other: Figure) -> bool:
    """Whether the statement names the earlier time that the document binds to its base."""
    near = [t for level in other.times[:2] for t in level] + list(other.times[3])
    return any(agree(time, t) and (_have(time.years, t.years) or _have(time.month, t.month)) for t in near)


def _have(one: object, other: object) -> bool:
    return one is not None and other is not None


def _times_before(other: Figure, *, sentence: bool) -> list[tuple[Time, ...]]:
    """Times of the lines before within the paragraph, nearest first: what the figure's own line goes on about.

    Of a `sentence` alone, those of its pieces before a semicolon.
    """
    text, at = other.text, other.line
    found: list[tuple[Time, ...]] = []
    opened = text.lines[first_of(at, text)]
    left = _OUTLOOK if other.is_guided or _GUIDES.search(text.folded, opened.start, opened.end) else _BEFORE
    for line in range(at - 1, -1, -1):
        parted = text.folded[text.lines[line].start : text.lines[line].end].rstrip().endswith(";")
        left -= not parted  # what a semicolon ends is a piece of a sentence
        if left < 0:
            break
        if text.lines[line].paragraph != other.row.paragraph or (sentence and not parted):
            break
        own = (t for t in text.times(line) if not t.ago and not text.is_compared(t))
        found.append(tuple(t for t in own if not is_bases(t, line, text)))
    return found


def is_listed(figure: Figure) -> bool:
    """Whether a figure stands in a line of a list."""
    return _BULLET.match(figure.text.text, figure.row.start) is not None


def _times_over(other: Figure) -> list[tuple[Time, ...]]:
    """The times of what opens a figure's list ("For fiscal 2026 we expect:") and of the heading over it."""
    text, at = other.text, other.line
    found, opened = [], _BULLET.match(text.text, other.row.start) is None
    for line in range(at - 1, max(-1, at - _HIGHEST), -1):
        row = text.lines[line]
        words = text.text[row.start : row.end].strip()
        if _BULLET.match(words):
            continue
        if not opened and words.endswith((":", "：")):
            found.append(text.times(line))
        opened = True
        if is_heading(words):
            found.append(text.times(line))
            break
    return found


def _default(now: Now, other: Figure) -> tuple[Time, ...]:
    """The document's own period, for a figure without a time; once its year is over, guidance is for the next."""
    if now.year is None:
        return ()
    years = {now.year}
    ahead = other.is_guided and not _CAME.search(other.text.folded, other.clause_start, other.amount.start)
    if ahead and now.part in ("Q4", "FY"):
        years = {now.year + 1}
    elif ahead and now.part == "Q3":
        years = {now.year, now.year + 1}
    return (Time(start=0, end=0, years=frozenset(years), part=now.part, relative=True),)


def _first_difference(
    time: Time, other: Figure, levels: Sequence[Sequence[Time]], default: Sequence[Time]
) -> str | None:
    """What the nearest times that speak of it contradict, one thing after the other."""
    for what in ("year", "part", "month", "day"):
        only = _only(time, what)
        if only is None or (what == "part" and time.ago):
            continue  # "a year ago" of six months is six months
        if what == "part" and _is_of_a_year(time, other, levels):
            return what
        for at, level in enumerate(levels):
            # "For the year" names the document's.
            whole = what == "year" and any(t.part == "FY" and t.years is None for t in level)
            whole = whole and not any(t.years and _FORETOLD.match(other.text.folded, t.end) for t in other.times[2])
            speaking = [t for t in (*level, *(default if whole else ())) if _only(t, what) is not None]
            if level is default and time.relative:
                break  # "the prior quarter", of what the document does not date
            if what == "day":
                speaking = [t for t in speaking if t.month == time.month]
            if what == "year" and (at or len(speaking) < sum(map(len, levels[:3]))):
                speaking = [t for t in speaking if not _in_fiscal_year(t, time, default)]
            if _is_otherwise_dated(time, what, level, speaking):
                break
            if speaking:
                if all(differ(only, t) for t in speaking) and not (what == "part" and _weak(time, speaking)):
                    return what
                break
    return None


def _is_otherwise_dated(time: Time, what: str, level: Sequence[Time], speaking: Sequence[Time]) -> bool:
    """Whether the times of a level speak of it in another way, so that those farther off are not asked."""
    dated = any(t.month is not None for t in (level if what == "part" else speaking))
    if what == "year":
        whose = [t for t in level if t.part == time.part is not None and t.years is None]
        # A fiscal year may end in the calendar year before; "the fourth quarter" of a document on a first one is the
        # quarter before.
        return (time.ago and dated) or (time.relative and bool(whose) and not speaking)
    if what == "part":
        # A day of the document's own says more than its quarter; "in December", of a quarter that December ends.
        whole = time.part == "FY" and any(t.years is not None and t.years == time.years for t in level if not t.month)
        return (time.relative and dated and not speaking) or any(t.closes == time.part for t in level) or whole
    return False


def _in_fiscal_year(time: Time, said: Time, default: Sequence[Time]) -> bool:
    """Whether a day of a calendar year beside it may lie in the fiscal year that document and statement are about."""
    own = [year for row in default for year in row.years or ()]
    about = said.month is None and bool(own) and said.years is not None and set(own) & said.years
    return (
        bool(about) and time.month is not None and time.years in (frozenset({min(own) - 1}), frozenset({max(own) + 1}))
    )


def _is_of_a_year(time: Time, other: Figure, levels: Sequence[Sequence[Time]]) -> bool:
    """A quarter against a figure "for fiscal 2031" in whose line nothing names a part of the year."""
    line = [t for level in levels[:3] for t in level]
    nearest = next((level for level in levels[:3] if level), ())
    plain = [t for t in nearest if t.years is not None and not (t.run or t.ago or t.relative)]
    whole = [t for t in plain if _YEAR_NAMED.search(other.text.folded[max(0, t.start - 8) : t.end])]
    quarter = (time.part or "").startswith("Q") and not time.relative
    return quarter and bool(whole) and not any(t.part or t.month for t in line)


def _weak(time: Time, speaking: Sequence[Time]) -> bool:
    """A full year against the document's own quarter, which nobody named: the words that bind it are missing."""
    return time.part == "FY" and all(t.relative for t in speaking)


def _only(time: Time, what: str) -> Time | None:
    """`time` with nothing but its year, part, month or (with its month) day; None when it does not say it."""
    if what == "year":
        return None if time.years is None else Time(start=0, end=0, years=time.years, run=time.run)
    if what == "part":
        return None if time.part is None else Time(start=0, end=0, part=time.part, relative=time.relative)
    if what == "month":
        return None if time.month is None else Time(start=0, end=0, month=time.month)
    return None if time.day is None else Time(start=0, end=0, month=time.month, day=time.day)
