"""What an amount measures by name, and what it counts: two figures of one number that are called otherwise."""

from __future__ import annotations

import re

from ...languages.late import late
from ...languages.measure_names import (
    ANYBODY,
    COUNTED_ALIKE,
    KINDS_OF_COUNT,
    MEASURED_ALIKE,
    MONEY_FOR_COUNTS,
    PERSONS,
    POINTS_OF,
    scale_between,
)
from ...languages.metric_kinds import COUNT_METRICS, MARGIN_OF, MONEY_OR_COUNT, PER_SHARE_METRICS, RATIO_METRICS
from ..times import RULES
from .figures import Figure
from .lines import Line

_BEHIND = late(
    r"\s?(?:of|in|on|through|via|by (?:means|way) of|的)\s?"
    r"(?:(?!the\s(?:first|second|third|fourth|quarter|year|half))[a-z-]+\s){0,2}?"
)
_OF = late(r"\sof\s")
_SET_ASIDE = late(
    r"\b(?:excluding|without|before|after|despite|including|ex|net of|plus|less)\s(?:[a-z-]+\s){0,3}$"
    r"|(?:剔除|扣除|不含|不计|未计|包括)[^,。;0-9]{0,8}$"
)
_SUBJECT = late(  # a verb, or nothing but times, stands between a name and its amount
    r"(?:\s(?:was|were|is|are|came|comes|stood|stands|reached|hit|rose|fell|grew|increased|decreased|declined|climbed|"
    r"dropped|improved|widened|expanded|narrowed|totall?ed|amounted|should|of|at|to|between|around|about|will|be|:)\b|"
    r"\s?[为是达至到约:]|\s(?:for|in|during|at)\s[^,;]{1,30}?\s(?:was|were|is|are|came|stood|reached|rose|fell)\b)"
)
_ARRIVES = late(r"(?:\bto|[至到])\s?$")
_PARTED = late(r"[,;，;、]|\b(?:and|with)\b|[和及]")
_ASIDE = late(r"\([^()]*\)")
_LINES = 2
_SOLD = late("销售(?:金?额|总额)|卖房")  # of homes, whether handed over or not
_PER_SHARE = PER_SHARE_METRICS | {"net_income", "price"}
_SHORT = 3
_OWN = 2  # words
_SUM = 10**8  # nobody's price


def called_otherwise(said: Figure, other: Figure) -> str | None:
    """What the document calls the measure of a figure, where it is another one than the statement's; else None.

    Both must name one, the document's own words for the figure must not name that of the statement, and one may not
    stand for the other ("sales" for "revenue", "margin" for any).
    """
    mine = _measure(said)
    theirs = (_measure(other) or _topic(other)) if mine is not None else None
    if mine is None or theirs is None:
        return None
    if not theirs[1] and len(said.own_words & other.text.words(other.line)) >= _OWN:
        return None  # the line has the statement's words, and the name farther off is of something else
    name = _margin_of_topic(other) if theirs[0] == "margin" else theirs[0]
    lang = other.row.lang
    if name == "contracted_sales" and _SOLD.search(said.text.folded, said.row.start, said.amount.start):
        return None
    if _same(mine[0], name, lang):
        return None
    if theirs[1]:
        parted = _PARTED.search(other.text.folded, other.amount.end, other.until)  # what follows is of the next amount
        near = _names(other, other.begin, parted.start() if parted else other.until)
    else:
        near = set().union(*(_names(other, line.start, line.end) for line in (other.row, *_lines_before(other))))
    return None if any(_same(mine[0], row, lang) for row in near - {"margin"}) else name


def _lines_before(figure: Figure) -> list[Line]:
    """The two lines before a figure's in its paragraph, nearest first."""
    lines, at = figure.text.lines, figure.line
    before = lines[max(0, at - _LINES) : at]
    return [row for row in reversed(before) if row.paragraph and row.paragraph == figure.row.paragraph]


def _topic(figure: Figure) -> tuple[str, bool] | None:
    """The last measure named in the lines before: what "that was 160 basis points more" goes on about."""
    if any(_suits(name, figure) for name in _names(figure, figure.row.start, figure.row.end)):
        return None
    if figure.row.lang == "zh" and figure.text.words_in(figure.begin, figure.amount.start, "zh"):
        return None  # 低温16.3亿元 goes on about nothing
    for line in _lines_before(figure):
        told = _ASIDE.sub(lambda hit: " " * len(hit[0]), figure.text.folded[line.start : line.end])
        suited = [row for row in figure.text.metrics(told, figure.row.lang) if _suits(row.name, figure)]
        if suited:
            return max(suited, key=lambda row: row.end).name, False
    return None


def _margin_of_topic(figure: Figure) -> str:
    """Of which profit a bare "margin" is: the last one named before."""
    for start, end in (
        (figure.row.start, figure.amount.start),
        *((row.start, row.end) for row in _lines_before(figure)),
    ):
        named = figure.text.metrics(figure.text.folded[start:end], figure.row.lang)
        profits = [row for row in named if row.name in MARGIN_OF]
        if profits:
            return MARGIN_OF[max(profits, key=lambda row: row.end).name]
    return "margin"


def measure_of(figure: Figure) -> str | None:
    """The measure that a figure is said of by name."""
    found = _measure(figure)
    return None if found is None else found[0]


def _names(figure: Figure, start: int, end: int) -> set[str]:
    """The measures named in a stretch of a figure's text."""
    return {row.name for row in figure.text.metrics(figure.text.folded[start:end], figure.row.lang)}


def _measure(figure: Figure) -> tuple[str, bool] | None:
    """The measure named nearest before an amount that it may be of, and whether the name and it stand together.

    What is of an amount before ("$30 million, or $0.86 a share", "against 40 million") is of its measure.
    """
    folded, row, start = figure.text.folded, figure.row, figure.amount.start
    if figure.amount.kind in ("money", "count"):
        named = figure.text.metrics(folded[figure.amount.end : figure.until], row.lang)
        paid = folded.startswith(" in ", figure.amount.end)  # "for 38 million in cash" names no measure
        first = min((m for m in named if not (paid and m.name == "cash")), key=lambda m: m.start, default=None)
        before = figure.text.metrics(folded[figure.begin : start], row.lang)
        near = _BEHIND.fullmatch(folded, figure.amount.end, figure.amount.end + first.start) if first else None
        if first is not None and near is not None and (not before or near[0].startswith((" of", "的"))):
            return (first.name, True) if _suits(first.name, figure) else None
        if _OF.match(folded, figure.amount.end):
            return None
    for begin in (figure.begin, row.start):
        named = [
            m
            for m in figure.text.metrics(folded[begin:start], row.lang)
            if _suits(m.name, figure)
            and folded[begin + m.start : begin + m.end] != "收益"
            and not _SET_ASIDE.search(folded[begin : begin + m.start])
        ]
        if named:
            last = max(named, key=lambda m: m.end)
            between = folded[begin + last.end : start]
            together = begin == figure.begin and (not between.strip() or _SUBJECT.match(between) is not None)
            alone = together or all(alike(last.name, m.name) for m in named)
            return (last.name, together) if alone else None
        if begin == figure.begin and not _goes_on(figure):
            return None
    return None


def _goes_on(figure: Figure) -> bool:
    """Whether the words before an amount make it one more of what the last amount is of."""
    rules, before = RULES[figure.row.lang], figure.text.folded[figure.begin : figure.amount.start]
    if figure.begin == figure.row.start:
        return False
    if figure.is_base or _ARRIVES.search(before) is not None:  # "fell by 8 million to 90 million"
        return True
    if figure.amount.kind == "percent" and not figure.text.words_in(figure.begin, figure.amount.start, figure.row.lang):
        return True  # "revenue was 204 million, an increase of 28%"
    return re.search(rf"(?:{rules.restates})\s?$", before, re.IGNORECASE) is not None


def _suits(name: str, figure: Figure) -> bool:
    """Whether a measure of that name may have an amount of this kind."""
    kind = figure.amount.kind
    if name.startswith("other:"):
        return False
    if kind == "per_share":
        return name in _PER_SHARE
    if name == "price" and kind == "money" and (figure.amount.low or 0) >= _SUM:
        return False
    of_money = name not in RATIO_METRICS and (name not in COUNT_METRICS or name in MONEY_OR_COUNT | MONEY_FOR_COUNTS)
    if kind == "money" or (kind == "count" and of_money and _is_bare_sum(figure)):
        return of_money
    if kind == "count":
        return name in COUNT_METRICS and figure.amount.noun is None
    if kind == "points" or (name == "revenue" and kind == "percent" and _came_to(figure)):
        return name in RATIO_METRICS
    return name in RATIO_METRICS if figure.direction is None else name not in COUNT_METRICS - {"volume", "production"}


def _is_bare_sum(figure: Figure) -> bool:
    """Whether a Chinese amount is told without its currency: 营收76.4亿."""
    return figure.amount.noun is None and figure.quote.endswith(("亿", "億"))


def _came_to(figure: Figure) -> bool:
    """Whether a rate is where something came to ("turnover fell to 64%"), and no growth."""
    folded, row = figure.text.folded, figure.row
    arrived = _ARRIVES.search(folded, row.start, figure.amount.start) is not None
    return arrived and re.search(RULES[row.lang].growth, folded[row.start : figure.amount.start]) is None


def alike(one: str, other: str) -> bool:
    """Whether one measure may be called by the name of the other."""
    if one == other or {one, other} & POINTS_OF:
        return True
    return any(one in group and other in group for group in MEASURED_ALIKE)


def _same(one: str, other: str, lang: str) -> bool:
    """As `alike`; 销量 is no 营收, while "sales" are both."""
    return alike(one, other) and not (lang == "zh" and {one, other} == {"volume", "revenue"})


def counts_otherwise(said: Figure, other: Figure) -> str | None:
    """What the document counts with a number, where the statement counts something else that the document counts too.

    "131,000 hotels" where 131,000 are rooms, and 64 are hotels.
    """
    mine, theirs = _noun(said), _noun(other)
    if said.amount.kind != "count" or other.amount.kind != "count" or mine is None or theirs is None:
        return None
    if scale_between(said.amount.noun, other.amount.noun) != 1:
        return None
    if {mine, theirs} & ANYBODY and {mine, theirs} & PERSONS:
        return None
    if mine == theirs or any(mine in group and theirs in group for group in COUNTED_ALIKE):
        return None
    for group in KINDS_OF_COUNT:
        if mine in group and theirs in group:
            return theirs
    near = other.text.folded[max(other.row.start, other.amount.start - 60) : other.amount.end + 60]
    if re.match(rf"\s(?:[a-z]+\s)?{re.escape(theirs)}", said.text.folded[said.amount.end :]):
        return None  # "22 aircraft deliveries"
    if re.search(rf"\b{re.escape(theirs)}", said.text.folded[said.row.start : said.amount.start]):
        return None  # "orders rose to 2,506 homes"
    if mine in near or mine in theirs or theirs in mine:
        return None
    counted = any(_noun(row) == mine for row in other.text.figures if row is not other and not row.ends)
    return theirs if counted else None


def _noun(figure: Figure) -> str | None:
    """The last word of what an amount counts, without its plural."""
    noun = figure.amount.noun
    if noun is None:
        return None
    last = noun.lower().split()[-1] if noun.isascii() else noun
    return last.removesuffix("s") if last.isascii() and len(last) > _SHORT else last


__all__ = ["alike", "called_otherwise", "counts_otherwise", "measure_of"]
