"""What became of guidance: raised, lowered or kept; said of the forecast, not of what is forecast."""

from __future__ import annotations

import re
from decimal import Decimal

from ...languages.late import late
from ..times import RULES
from .figures import Figure

_RAISED = late(
    r"\b(?:rais(?:e[ds]?|ing)|lift(?:s|ed|ing)?|increas(?:e[ds]?|ing)|upgrad(?:e[ds]?|ing)|boost(?:s|ed|ing)?|hik(?:e[ds]?|ing)|upped"
    r"|(?:took|taking|moved|moving|nudged) up)\b|上调|调高|上修|提高|升(?=[^,。;]{0,12}目标价)"
)
_LOWERED = late(
    r"\b(?:lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:e[ds]?|ing)|trim(?:s|med|ming)?|downgrad(?:e[ds]?|ing)|slash(?:e[ds])?"
    r"|(?:took|taking|brought|bringing|moved|moving) down)\b|下调|调低|下修|调降|降(?=[^,。;]{0,12}目标价)"
)
_KEPT = late(
    r"\b(?:(?:re)?affirm(?:s|ed|ing)?|reiterat(?:e[ds]?|ing)|maintain(?:s|ed|ing)?|keep(?:s|ing)?|kept|unchanged|confirm(?:s|ed|ing)?"
    r"|still (?:expects?|sees?|targets?|looks?)|same as before)\b|(?:维持|重申)(?![^,。;]{0,12}评级)|不变|持稳|持平"
)
_FORECAST = late(
    r"\b(?:guidance|guid(?:ed|es|ing)|outlook|forecasts?|targets?|range|plan(?:ned|s)?|aim|expect(?:ation|ations|s|ed)?)\b|指引|预期|目标|计划|预测|展望"
)
_BEFORE = late(
    r"\b(?:earlier|previous(?:ly)?|prior|before|had said|said|original(?:ly)?|old|last)\b|原|此前|先前|之前|年初"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_HAD_SAID = late(
    r"\b(?:(?:prior|earlier|previous|former|old|original|last)\s(?:(?:fy|full-year|annual)\s)?(?:view|guidance|forecast|outlook|range|target|estimate|expectation|plan|budget)s?"
    r"|had (?:said|guided|forecast|expected|hoped|planned|targeted|put)|(?:'d|we had|it had) said"
    r"|(?:forecast|outlook|guidance|target|range|plan)(?: (?:in|of) [a-z]+)? (?:was|had been|stood)"
    rf"|previous(?:ly)?|formerly|used to|said in (?:{_MONTHS})|in (?:{_MONTHS}) we said)\b"
    r"|原(?:来|先|为|预计|计划|目标)|此前(?:预计|预期|的?(?:指引|目标))"
)
_ZERO = Decimal(0)
_TIMES = 10
_REACH = 90  # characters between a range and the earlier one


def way_of_forecast(figure: Figure) -> str | None:
    """`up`, `down` or `kept`, by the only such cue of the line; None for what is no forecast or told in two ways."""
    folded, row = figure.text.folded, figure.row
    start = max(folded.rfind(mark, row.start, figure.amount.start) for mark in ";；")
    ends = [at for mark in ";；" if (at := folded.find(mark, figure.amount.end, row.end)) >= 0]
    words = folded[max(start, row.start) : min(ends, default=row.end)]
    if not _FORECAST.search(words) and re.search(RULES[figure.row.lang].guided, words, re.IGNORECASE) is None:
        return None
    told = [way for way, cue in (("up", _RAISED), ("down", _LOWERED), ("kept", _KEPT)) if cue.search(words)]
    return told[0] if len(told) == 1 else None


def is_superseded(figure: Figure) -> bool:
    """Whether a forecast is told as the earlier one: "in June the forecast was 2.25 to 2.40"."""
    return _HAD_SAID.search(figure.text.folded, figure.begin, figure.amount.start) is not None


def revised_otherwise(said: Figure, other: Figure) -> str | None:
    """How the document moved a forecast, where the statement says another way; else None."""
    told = way_of_forecast(said)
    if told is None or not other.is_guided or (said.is_base and is_superseded(other)):
        return None
    there = way_of_forecast(other) or _moved(other)
    return there if there is not None and there != told else None


def _moved(figure: Figure) -> str | None:
    """The way from the earlier range told beside a range to it; None where there is none, or neither lies higher."""
    mates = [row for row in figure.text.by_line[figure.line] if row is not figure and not row.ends]
    mates += [row for row in _beside(figure) if is_superseded(row)]
    for row in mates:
        alike = (row.amount.unit, row.is_range) == (figure.amount.unit, figure.is_range) and _is_of_a_size(row, figure)
        apart = max(row.amount.start - figure.amount.end, figure.amount.start - row.amount.end)
        before = figure.text.folded[row.begin : row.amount.start]
        if not alike or apart > _REACH or not (row.is_base or is_superseded(row) or _BEFORE.search(before)):
            continue
        pairs = ((figure.amount.low, row.amount.low), (figure.amount.high, row.amount.high))
        steps = [now - then for now, then in pairs if now is not None and then is not None]
        if len(steps) == 2 and min(steps) >= 0 < max(steps):
            return "up"
        if len(steps) == 2 and max(steps) <= 0 > min(steps):
            return "down"
    return None


def _is_of_a_size(one: Figure, other: Figure) -> bool:
    """Whether neither of two amounts is many times the other: a sum is no earlier forecast of a figure per share."""
    sizes = sorted(abs(row.amount.high or row.amount.low or _ZERO) for row in (one, other))
    return sizes[1] <= _TIMES * sizes[0]


def _beside(figure: Figure) -> list[Figure]:
    """The figures of the sentences before and behind within the paragraph."""
    lines, by_line = figure.text.lines, figure.text.by_line
    near = [at for at in (figure.line - 1, figure.line + 1) if 0 <= at < len(lines)]
    return [row for at in near if lines[at].paragraph == figure.row.paragraph for row in by_line.get(at, ())]


__all__ = ["is_superseded", "revised_otherwise", "way_of_forecast"]
