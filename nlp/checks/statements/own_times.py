"""The times that a statement binds to a figure, and those that are of what a figure is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...languages.late import late
from ..times import RULES, Time, says
from .figures import Figure
from .texts import Text

_AND = late(r"\band\b|[,;、,，]|和|及")
_COMMA = late(r"[,，](?!\d)|(?<=[\u3400-\u9fff0-9%)])\s(?=[\u3400-\u9fff])")
_TO_DO = late(
    r",\s(?:is\s)?(?:(?:to|due|set|scheduled|expected)\s[a-z]+"
    r"|(?:with\s)?(?:closing|completion|delivery|launch|opening|payment)\s(?:is\s)?(?:seen|due|expected|planned|set|in)\b)"
)
_WHOLE_SPAN = late("一年内|[0-9]年内|累计|合计|总计")
_TOLD_LATER = late("罚|派(?![遣生])|[股分][息红]|股价|早盘|午盘|盘[前中后]")  # whatever the period told before
_EVENT = late(r"\s?(?:正式|起)?(?:挂牌|上市|除[净息权]|派付|生效|实施|执行|上映|登记|交割)")
_BASE_CUE = late(r"\b(?:from|than|versus|vs|against|compared)\b|[较比由]")


def own_times(said: Figure) -> tuple[Time, ...]:
    """The times a statement binds to its amount: those nearest, else those said before it."""
    behind = [tuple(time for time in said.times[3] if time in said.times[0])] if said.is_base else []
    for level in (*behind, *(_without_levels(said, level) for level in said.times[:3])):
        if said.is_base and any(time.relative and not says(time) for time in level):
            return ()  # "the year before", of a document that does not say which that is
        # "71% in 2019 versus 67% in the prior year", 全年预期由4亿下调至3亿
        kept = tuple(t for t in level if not _is_of_base_before(t, said))
        own = tuple(time for time in kept if time.start >= said.clause_start) or kept
        found = _not_of_others(said, tuple(time for time in own if says(time) and not said.text.is_name(time)))
        if found:
            return found
    return ()


def is_told_of_another(time: Time, said: Figure) -> bool:
    """Whether a time stands in an earlier clause with a figure of its own, which tells whether it is right."""
    between = (row for row in said.text.by_line[said.line] if time.end <= row.amount.start and not row.ends)
    parted = time.end <= said.clause_start and not any(t.start >= said.clause_start for t in said.times[2])
    return parted and any(row.amount.end <= said.clause_start for row in between)


def is_day_after(other: Time, time: Time) -> bool:
    """Whether one time is the day right after another, in one month."""
    return None not in (other.day, time.day) and (other.month, other.day) == (time.month, (time.day or 0) + 1)


def _not_of_others(said: Figure, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """Times behind a figure alone, where those before it stand with the figure before: "40% of Q4 fuel and 30% of"."""
    times = _in_its_piece(said, times)
    ahead = [time for time in times if time.end <= said.amount.start]
    comma = said.text.folded.rfind(",", ahead[0].start, ahead[-1].start) if len(ahead) > 1 else -1
    if comma >= 0:  # "put off to 2033, cutting the spending of 2031 by 10 million"
        times = tuple(time for time in times if time.start > comma)
    behind = tuple(time for time in times if time.start >= said.amount.end)
    before = [time for time in times if time.end <= said.amount.start]
    if not behind or not before or said.begin == said.row.start:
        return times
    gap = said.text.folded[max(time.end for time in before) : said.amount.start]
    return behind if _AND.search(gap) else times


def _in_its_piece(said: Figure, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """Times between the commas that the figure stands between, where it has one there; none of what is expected behind.

    "Expects to close in Q3, adding 4 million to revenue of 2031", "for 85 million, sees closing in Q3".
    """
    folded, start, end = said.text.folded, said.amount.start, said.amount.end
    begin = max((hit.end() for hit in _COMMA.finditer(folded, said.row.start, start)), default=said.row.start)
    comma = _COMMA.search(folded, end, said.row.end)
    until = comma.start() if comma else said.row.end
    inside = tuple(time for time in times if begin <= time.start < until)
    if not inside and (_WHOLE_SPAN.search(folded, begin, start) or _TOLD_LATER.search(folded, begin, start)):
        return ()
    times = tuple(time for time in times if not _EVENT.match(folded, time.end))
    inside = tuple(time for time in inside if time in times)
    guided = re.compile(RULES[said.row.lang].guided, re.IGNORECASE)
    due = comma is not None and _TO_DO.match(folded, comma.start()) is not None
    ahead = (t for t in times if t.start < until or not (due or guided.search(folded, until, t.start)))
    return inside or tuple(ahead)


def _without_levels(said: Figure, times: Sequence[Time]) -> tuple[Time, ...]:
    """The times that may be a base's: one said before the level that it is compared with is the level's."""
    before = [row.amount.end for row in said.text.by_line[said.line] if row.amount.end <= said.amount.start]
    if not said.is_base or not before:
        return tuple(times)
    cues = _BASE_CUE.finditer(said.text.folded, max(before), said.amount.start)
    begin = max((cue.end() for cue in cues), default=max(before))
    return tuple(time for time in times if time.start >= begin)


def is_bases(time: Time, line: int, text: Text) -> bool:
    """Whether a time is that of the figure before it, which something is compared with."""
    before = [row for row in text.by_line.get(line, ()) if row.amount.end <= time.start]
    if before and max(before, key=lambda row: row.amount.end).is_base:
        return True
    behind = [row for row in text.by_line.get(line, ()) if row.begin <= time.start and time.end <= row.amount.start]
    return bool(behind) and behind[0].is_month_before  # ",4月为下降0.2%"


def _is_of_base_before(time: Time, said: Figure) -> bool:
    """Whether a time is that of a base before a semicolon: "1.71 from 1.80 at the end of June; leverage 2.1 times"."""
    parted = ";" in said.text.folded[time.end : said.amount.start]
    return parted and not said.is_base and is_bases(time, said.line, said.text)


__all__ = ["is_bases", "is_day_after", "is_told_of_another", "own_times"]
