"""What is counted, and whether money is said per share."""

from __future__ import annotations

from ..languages.en.numbers import EN
from ..languages.late import late
from ..languages.zh.numbers import ZH
from .found import Found
from .numerals import alternation

_NEXT = late(
    r"[ \t]{1,3}(?:\n[ \t]{0,40})?([A-Za-z][A-Za-z']{0,24}(?:-[A-Za-z]{1,20}){0,4})"
    r"|\n[ \t]{0,40}([A-Za-z][A-Za-z'-]{0,30})"
)
MEASURE = late(r"([a-z]{1,6}(?:[23]|/[a-z])?)(?![a-z0-9])")
"""A unit of measure close to its number: 450MW, 1.9g/t."""
_COUNTER = late(rf" {{0,2}}({alternation(ZH.counters)})")
_NEXT_PHRASE = late(r"\s+台(?:股|北|中|南|湾|积|指)")  # 248亿 台股
_PER_AFTER = late(
    rf"\s{{0,2}}(?:(?:per|a|an|/)\s{{0,2}}(?:[a-z]{{2,12}}\s{{1,2}}){{0,3}}(?:{alternation(EN.per_share_after)})(?:s)?(?![a-z])|{alternation(ZH.per_share_after)})"
)
_PER_BEFORE = late(
    rf"(?:per\s{{1,2}}(?:[a-z]{{3,12}}\s{{1,2}}(?:and\s{{1,2}})?){{0,4}}(?:shares?|ads|adr|unit)(?![a-z])|(?<![a-z])eps(?![a-z])|{alternation(ZH.per_share_before)})"
)
_SENTENCE_END = late(r"[!?。！？;；\n]|\.\s")
_POINTS = late(
    r"(?:\s{1,3}(?:full\s|whole\s)?|-)(?P<points>points?)(?![a-z])(?!\s{1,3}of\s{1,3}(?:sales?|presence|contact|view|interest|care)(?![a-z]))"
    r"(?P<said_of>\s{1,3}of\s{1,3}(?:[a-z-]{2,16}\s{1,3}){0,3}(?:growth|margin|impact|headwind"
    r"|tailwind|contribution|improvement|expansion|share|leverage|drag|benefit|decline|increase|acceleration|pressure)"
    r"|\s{1,3}of\s{1,3}(?:that|it|this)(?![a-z])|\s{1,3}year[- ]o)?"
)
# "a 2-point drag", never "a 10-point plan".
_HYPHENED = late(
    r"-(?P<points>point)\s{1,2}(?!plan|scale|program|agenda|strategy|checklist|shot|lead|system)(?:(?!for|to|on|in)[a-z-]{2,16}\s{1,2}){0,2}"
    r"(?:impact|headwind|tailwind|contribution|improvement|expansion|drag|benefit|decline|increase|acceleration|drop|fall|rise"
    r"|pressure|gain|hit|deterioration|deceleration|swing|beat|miss|contraction|reduction|decrease|difference|gap)"
)
_POINT_CHANGE = late(
    r"(?<![a-z])(?:up|down|by|grew|grow|growing|growth|improved|increased|decreased|declined|expanded|expanding"
    r"|contributed|narrowed|widened|gained|gain|lost|fell|rose|plus|minus|another|additional|cost|costs|costing"
    r"|subtracted|shaved|knocked|gave|gives|worth|took away|took off)\s{1,3}(?:us\s)?(?:another\s|off\s)?"
    r"(?:(?:about|approximately|around|only|over)\s)?\Z"
)
# Points said where the sentence speaks of rates are points of them.
_OF_RATES = late(r"%|percent|margin|basis point|percentage point|growth|retention|share")
# Points that are no points of a rate: those of an index, a score or a scheme.
_OF_SCORES = late(
    r"(?<![a-z])(?:index|indices|scores?|scored|nps|promoter|ratings?|satisfaction|loyalty|rewards?|dow|nasdaq|s&p)(?![a-z])"
)
_MOST_POINTS = 60
_NO_PLURAL = ("ss", "us", "is", "'s")


def noun_after(low: str, at: int, *, one: bool = False) -> tuple[str | None, int]:
    """The counted noun after a number that ends at `at`, lower-case, and its end; None when there is none.

    English: the first plural among up to five words of a noun phrase (after `one` the first word); Chinese: the measure
    word.
    """
    counter = _COUNTER.match(low, at)
    if counter and not _NEXT_PHRASE.match(low, at):
        return counter.group(1), counter.end()
    close = MEASURE.match(low, at)
    if close and close.group(1) in EN.measures:
        return close.group(1), close.end()
    if low.startswith("-day ", at):
        return "days", at + 4
    return _english_noun(low, at, one)


def _english_noun(low: str, at: int, one: bool) -> tuple[str | None, int]:
    place = at
    for _ in range(5):
        match = _NEXT.match(low, place)
        if match is None:
            break
        word = match.group(match.lastindex or 0)
        if word in EN.stops:
            break
        plural = word.endswith("s") and len(word) > 3 and not word.endswith(_NO_PLURAL)
        if one or plural or word in EN.plurals or word in EN.measures:
            return word, match.end()
        place = match.end()
    return None, at


def points_of_percent(low: str, item: Found) -> int | None:
    """The end of "points" when percentage points are meant: "margin was 62%, up 4 points", "3 points of growth"."""
    hyphened = low.startswith("-", item.span_end)
    match = (_HYPHENED if hyphened else _POINTS).match(low, item.span_end)
    if match is None or item.low is None or abs(item.low) > _MOST_POINTS:
        return None
    if _OF_SCORES.search(low, max(0, item.phrase_start - 60), item.phrase_start):
        return None
    signed = low.startswith(("plus", "minus"), item.span_start)
    if (
        hyphened
        or signed
        or match["said_of"]
        or _POINT_CHANGE.search(low, max(0, item.phrase_start - 24), item.phrase_start)
    ):
        return match.end("points")
    begin = max(
        (m.end() for m in _SENTENCE_END.finditer(low, max(0, item.phrase_start - 160), item.phrase_start)), default=0
    )
    stop = _SENTENCE_END.search(low, match.end(), match.end() + 160)
    around = max(begin, item.phrase_start - 160), stop.start() if stop else match.end() + 160
    if "." in low[item.span_start : item.span_end]:
        return match.end("points")  # "better prices 2.5 points"
    return match.end("points") if _OF_RATES.search(low, *around) else None


def is_per_share(low: str, start: int, end: int) -> bool:
    """ "per share", "per ADS" or 每股 after the money, or before it in the same sentence."""
    if _PER_AFTER.match(low, end):
        return True
    window = max(0, start - 160)
    begin = window
    for match in _SENTENCE_END.finditer(low, window, start):
        begin = match.end()
    return _PER_BEFORE.search(low, begin, start) is not None
