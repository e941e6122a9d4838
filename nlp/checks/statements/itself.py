"""A statement against itself: "rose to 9.4 from 11.1" is wrong whatever the document says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ...languages.late import late
from ...languages.metric_kinds import FEWER_IS_BETTER
from ..times import RULES
from .figures import Figure
from .revisions import way_of_forecast
from .stands import stands_for, went

_ANOTHER_MEASURE = late(
    r"constant|organic|currenc|like[- ]for[- ]like|excluding|固定汇率|恒定|剔除|可比|"
    r"\bnarrow(?:s|ed|ing)?\b.{0,60}\b(?:views?|guidance|forecast|outlook|range)|收窄.{0,12}(?:区间|预期|指引)"
)
_AIM = late(r"\b(?:targets?|goals?|ambitions?|aims?|budgets?|consensus)\b|目标|预算")
# "versus down 1%": the base went that way itself.
_OWN_WAY = late(r"\b(?:versus|vs\.?|against|compared\s(?:with|to))\s(?:up|down|flat|plus|minus)\s$")
_GOES_ON = late(r"\b(?:while|whereas|even\sas|although|though|as|and|but)\b")  # "from 15%, even as loads rose 14%"
_FROM = late(r"\b(?:up|down) from\b")
_ZERO, _TIMES = Decimal(0), 10
_BEHIND = 8  # characters
_PLACED = late(r"\b(?:to|at|of)\s(?:[a-z]+\s){0,2}$|[至到为]\s?$")


def turned(figures: Sequence[Figure]) -> list[tuple[Figure, Figure, str]]:
    """The levels told to have gone one way from a base that lies the other way: (level, base, "up" or "down").

    Both must be of one unit, stand beside each other (a change may stand between) and be no losses or negative, of
    which it is not plain which is more.
    """
    found = []
    for level, base in _pairs(figures):
        way = _way(level, base)
        moved = _moved(level, base)
        if way is not None and moved is not None and way != moved:
            found.append((level, base, way))
    return found


def _pairs(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Levels with what they are compared with, on either side."""
    rows = sorted(figures, key=lambda row: row.amount.start)
    parted = [
        (one, two) for one, between, two in zip(rows, rows[1:], rows[2:], strict=False) if _are_apart(one, between)
    ]
    near = [*pairwise(rows), *parted]
    return [(one, two) if two.is_base else (two, one) for one, two in near if _are_pair(one, two)]


def _are_apart(level: Figure, between: Figure) -> bool:
    """Whether what stands between a level and a base is a change and no level of its own."""
    return between.is_base or (level.amount.unit, level.amount.kind) != (between.amount.unit, between.amount.kind)


def _are_pair(one: Figure, two: Figure) -> bool:
    alike = one.amount.unit == two.amount.unit and (one.amount.kind == two.amount.kind or _of_a_share(one, two))
    if one.line != two.line or not alike or one.is_base == two.is_base or _are_steps(one, two):
        return False
    folded = one.text.folded[min(one.amount.end, two.amount.end) : one.row.end]  # what stands before both is of both
    if one.row.lang == "zh" and one.amount.kind == "percent" and all(stands_for(row) == "change" for row in (one, two)):
        return False  # 同比增6.3%，前值增8.1%
    if _ANOTHER_MEASURE.search(folded) or any(row.sign == "loss" and row.is_negative for row in (one, two)):
        return False
    between = one.text.folded[one.amount.end : two.amount.start]
    if _AIM.search(between) or _OWN_WAY.search(between) or (one.is_base and _GOES_ON.search(between)):
        return False
    return ";" not in between and (one.sign == two.sign or two.is_base)


def _of_a_share(one: Figure, two: Figure) -> bool:
    """Whether the one is told for a share and the other may be: "$2.11 a share, down from $1.98"."""
    sizes = sorted(abs(row.amount.value or _ZERO) for row in (one, two))
    return {one.amount.kind, two.amount.kind} == {"money", "per_share"} and sizes[1] <= _TIMES * sizes[0]


def _are_steps(one: Figure, two: Figure) -> bool:
    """Whether points are by how much something moved; "19 basis points, down from 14" are a rate's level."""
    between = one.text.folded[one.amount.end : two.amount.start]
    return one.amount.kind == "points" and not (one.amount.unit == "basis_point" and _FROM.search(between))


def _way(level: Figure, base: Figure) -> str | None:
    """Which way a statement says it went: between the two ("up from"), else before the level that it went to."""
    text, rules = level.text.folded, RULES[level.row.lang]
    first, second = sorted((level, base), key=lambda row: row.amount.start)
    cues = [
        re.search(cue, text[first.amount.end : second.amount.start], re.IGNORECASE) for cue in (rules.up, rules.down)
    ]
    if second is base and level.row.lang == "zh" and not any(cues):  # 较一季度的1.32亿欧元增加
        behind = text[base.amount.end : base.amount.end + _BEHIND]
        cues = [re.match(rf"\s?(?:有所|明显|大幅)?{cue}", behind) for cue in (rules.up, rules.down)]
    revised = way_of_forecast(level)
    if revised in ("up", "down"):
        return revised
    if any(cues):
        return None if all(cues) else ("up" if cues[0] else "down")
    if first is base or not _PLACED.search(text[level.row.start : level.amount.start]):
        return None
    return _better(level) if went(level) is not None else way_told(level)


def way_told(level: Figure) -> str | None:
    """The way of the last cue of the level's clause before it; a change may stand between."""
    rules = RULES[level.row.lang]
    before = level.text.folded[level.clause_start : level.amount.start]
    if level.amount.kind == "percent":
        before = re.sub(rules.growth, " ", before)  # a growth of 6% may be down from 7%
    last = [
        max((hit.end() for hit in re.finditer(cue, before, re.IGNORECASE)), default=-1)
        for cue in (rules.up, rules.down)
    ]
    return None if max(last) < 0 else ("up" if last[0] > last[1] else "down")


def _better(level: Figure) -> str | None:
    """Which way is better (or worse, where that is told) of what the line names; None where it is not known."""
    told = went(level)
    named = [
        row.name for row in level.text.metrics(level.text.folded[level.row.start : level.amount.start], level.row.lang)
    ]
    if told is None or not named:
        return None
    return "down" if (named[-1] in FEWER_IS_BETTER or level.sign == "loss") == (told == "better") else "up"


def _moved(level: Figure, base: Figure) -> str | None:
    """Which way the numbers go; None where they are equal as printed, or ranges of which neither lies higher."""
    ends = [_ends(row) for row in (level, base)]
    if None in ends[0] or None in ends[1]:
        return None
    steps = [now - then for now, then in zip(ends[0], ends[1], strict=True) if now is not None and then is not None]
    room = max(level.amount.half_step, base.amount.half_step)
    if not level.is_range and not base.is_range and abs(steps[0]) <= room:
        return None
    if min(steps) >= 0 and max(steps) > 0:
        return "up"
    return "down" if max(steps) <= 0 and min(steps) < 0 else None


def _ends(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    amount = figure.amount
    return (amount.low, amount.high) if amount.low is not None and amount.high is not None else (None, None)


__all__ = ["turned", "way_told"]
