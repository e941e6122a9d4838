"""Amounts that tell how much something moved: changes, what a change left unsaid, and points of a rate."""

from __future__ import annotations

from ..languages.metric_kinds import RATIO_METRICS
from .scenes import Scene, cue
from .spots import Role, Spot, compared, direction

_POINTS_MOVED = {
    "en": cue(
        r"\b(?:added|adds?|contribut(?:ed|es?|ing)|cost(?:s|ing)?(?: us)?|subtract(?:ed|s)|brought|brings?|gave"
        r"|gives?|provid(?:ed|es?)"
        r"|deduct(?:ed|s)|took (?:away|off|out)|takes? (?:away|off|out)|account(?:ed|s)? for|were worth"
        r"|was worth|lost us|shaved off"
        r"|(?:headwind|tailwind|benefit|impact|effect|drag|contribution) (?:was|is|were|of"
        r"|from [^,;.]{2,40}? (?:was|of)))"
        r"\s+(?:(?:about|around|approximately|roughly|nearly|almost|only|another|some|a|an|in|the other"
        r"|remaining|us)\s+){0,3}$"
    ),
    "zh": cue(
        r"(?:贡献|拖累|拉低|拉高|拉回|带动|推高|压低|影响|带来|侵蚀|抵消|抵销|拖低|挽回|加回)[了约近超过达为逾大\s]*$"
    ),
}


_ADDS = cue(r"benefit|tailwind|leverage|saving|uplift|contribution|受益|贡献")
_LESSENS = cue(
    r"dilution|pressure|inflation|cost|subtract|deduct|took|takes|lost|shaved|headwind|drag|拖|拉低|压低|侵蚀|抵消|抵销"
)


def points_moved(spot: Spot) -> Role | None:
    """ "Promotions cost us 1.4 points": what moved a rate, in points of that rate."""
    if spot.amount.kind != "points":
        return None
    moved = _POINTS_MOVED[spot.scene.rules.code].search(spot.before)
    if moved is None and (source := cue(spot.scene.rules.points_from).match(spot.after)) is not None:
        return Role(role="driver", direction=_way_of_source(spot, source[0]), why="points")
    if moved is None and spot.previous is not None and spot.previous.why == "points" and _ends_open(spot):
        return Role(role="driver", direction=_turned(spot, spot.previous.direction), why="points")
    if moved is None:
        return None
    return Role(role="driver", direction="down" if _LESSENS.search(moved[0]) else "up", why="points")


def _way_of_source(spot: Spot, words: str) -> str | None:
    """Up or down by what the points are of ("60 points of dilution"), else by what was said before."""
    told = direction(spot.scene, spot.before[-60:]) or (spot.previous.direction if spot.previous is not None else None)
    return "down" if _LESSENS.search(words) else "up" if _ADDS.search(words) else told


def _ends_open(spot: Spot) -> bool:
    """Whether only names stand between two amounts: "product costs 1.9 points and promotions 1.4"."""
    return cue(r"\s*(?:,|;|and|while|but|，|、)[^,;.，；。]{1,50}").fullmatch(spot.before) is not None


def _turned(spot: Spot, before: str | None) -> str | None:
    return direction(spot.scene, spot.before) or before


_BY_MONEY = r"\bby\s+(?:(?:about|around|approximately|roughly|nearly|over|another|some|only|just|almost)\s+){0,2}$"
_TO_SO_MANY = r"\s*(?:[a-z]+\s+)?to\s+(?:about |around |nearly |over )?$"
_NOUN_AFTER = (
    r"\s*(?:year[ -](?:over|on)[ -]year )?(?:sales |revenue |cost |price |expense |volume )?"
    r"(increase|decrease|rise|decline|reduction)\b"
)


_BY = (
    r"(?:^|[^a-z])by\s+(?:(?:about|around|approximately|roughly|nearly|over|another|a further|just|only"
    r"|some|less than|more than|at least|up to|no more than)\s+){0,2}$"
)


_NEXT_NAME = (
    r"\s*(?:,|and|,\s*and|while|;)\s+(?:(?:in|for"
    r"|at)\s+)?(?:the\s+)?(?:[a-z][\w&'\-]*\s+){1,4}"  # ", Asia 1%"
)


_NEXT_METRIC = (
    r"\s*(?:,|and|,\s*and|while)\s+(?:the\s+)?(?:[a-z][\w&'\-]*\s+){1,4}(?:by|approximately|about"
    r"|nearly|roughly|another)\s+"
)


_STATES = r"\b(?:was|were|is|are|of|at|to)\b"


_AND_OF = r"(?:\s*\([^()]*\))?\s*,?\s*(?:and|but)\s+(?:one\s+|growth\s+)?of\s+(?:about |nearly |over )?$"


def ellipsis(spot: Spot) -> Role | None:
    """ "Gross profit grew by 16.9% and expenses by 4.2%", "growth of 11% on last year and of 5% on last quarter"."""
    if spot.previous is None or not spot.movable or spot.scene.rules.code != "en":
        return None
    words, start = spot.before, spot.scene.gap_before(spot.at)[0]
    told = bool(cue(_BY).search(words) or cue(_AND_OF).search(words))
    if not told and spot.follows("change") and cue(_NEXT_NAME).fullmatch(words):
        told = not spot.scene.names_within(start, spot.amount.start, amounts=False)
    moved_too = spot.previous.why == "moved" and cue(_NEXT_NAME).fullmatch(words) is not None
    if not told and spot.follows("change") and (moved_too or cue(_NEXT_METRIC).fullmatch(words)):
        named = [m for m in spot.scene.metrics if start <= m.start and m.end <= spot.amount.start]
        told = bool(named) and named[-1].name not in RATIO_METRICS and cue(_STATES).search(words) is None
    since = next((r for r in ("change", "base") if spot.follows(r)), None)
    if not told or since is None or cue(f"{spot.scene.rules.up}|{spot.scene.rules.down}").search(words):
        return None
    told_of = (
        compared(spot.scene, spot.after.lstrip(" ,"))
        or spot.previous.direction
        or direction(spot.scene, spot.scene.folded[:start])
    )
    return Role(role="change", direction=told_of, why="ellipsis")


# "we lifted sales 3%", "cut our costs by about 4%": the metric stands between the verb and the rate.
_MOVES_IT = cue(
    r"\b(?:(?P<up>gr[eo]w(?:n|ing|s)?|increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|expand(?:ed|s|ing)?"
    r"|improv(?:e[sd]?|ing)|lift(?:ed|ing)?|boost(?:ed|ing)?)"
    r"|(?:cut(?:ting)?|reduc(?:e[sd]?|ing)|lower(?:ed|s|ing)?|decreas(?:e[sd]?|ing)|trim(?:med|ming)?))\s+"
    r"(?:(?:our|the|its|their)\s+)?(?:(?!(?:to|from|of|at|was|were|by|with|in|for|on|and|a"
    r"|an)\b)[a-z][\w\-]*\s+){1,4}"
    r"(?:by\s+)?(?:(?:about|nearly|approximately|over|roughly|another|almost|some|around)\s+)?$"
)


def _moved_it(spot: Spot) -> Role | None:
    if spot.amount.kind != "percent" or spot.scene.rules.code != "en":
        return None
    moved = _MOVES_IT.search(spot.before)
    named = moved is not None and any(
        spot.scene.gap_before(spot.at)[0] + moved.start() <= m.start and m.name not in RATIO_METRICS
        for m in spot.scene.metrics
        if m.end <= spot.amount.start
    )
    return Role(role="change", direction="up" if moved["up"] else "down", why="moved") if moved and named else None


# 同店销售增幅预计介乎2%至3%, 增速放缓到12%
_RATE_OF_GROWTH = cue(r"(?:[增升涨]幅|增速|(?:增长|成长)(?:率|速度)|(?P<down>[降跌减]幅))[^，。；、,;0-9%]{0,8}$")


_STATES_48 = r"\W*(?:lower|higher|up|down)\s*"  # "in the lower 48 states"


def _told_twice(spot: Spot) -> str | None:
    """The way of a sum that is told as a rate behind it: "$12 million or 11% higher"."""
    scene, at = spot.scene, spot.at
    rate = at + 1 < len(scene.amounts) and scene.amounts[at + 1].kind == "percent"
    if not rate or spot.amount.kind not in ("money", "per_share") or not cue(r"\s*,?\s+or\s+").fullmatch(spot.after):
        return None
    moved = cue(scene.rules.change_after).match(scene.after(at + 1))
    return (compared(scene, moved[0]) or direction(scene, moved[0])) if moved else None


def changed(spot: Spot) -> Role | None:
    """A change told by a word before the amount, or by one right behind it."""
    if (moved_it := _moved_it(spot)) is not None:
        return moved_it
    scene, in_main = spot.scene, spot.scene.zone_of(spot.at).kind == "main"
    if spot.amount.kind == "money" and in_main and cue(_BY_MONEY).search(spot.before):
        # "the loss narrowed by 36% by 148 million": so much money by which something moves is no level.
        return Role(role="change", direction=direction(scene, spot.before) or "up", why="by")
    if spot.amount.kind == "count" and cue(_BY_MONEY).search(spot.before) and cue(_TO_SO_MANY).match(spot.after):
        return Role(role="change", direction=direction(scene, spot.before), why="by")
    if spot.amount.kind == "money" and in_main and (moved := cue(_NOUN_AFTER).match(spot.after)):
        return Role(role="change", direction=direction(scene, moved[1]), why="change after")
    if in_main and (way := _told_twice(spot)) is not None:
        return Role(role="change", direction=way, why="told twice")
    if (rate := _RATE_OF_GROWTH.search(spot.before)) is not None and spot.amount.kind == "percent":
        return Role(role="change", direction="down" if rate["down"] else "up", why="rate of growth")
    if spot.previous is not None and spot.amount.kind == "money" and spot.follows("change") and _in_money(spot):
        return Role(role="change", direction=spot.previous.direction, why="alternative")
    if spot.previous is not None and spot.movable and spot.follows("change") and _or_else(scene, spot.at):
        # "grew 5%, or 3% in constant currency": the same change told another way.
        return Role(role="change", direction=spot.previous.direction, why="alternative")
    changed = cue(scene.rules.change_before).search(spot.before)
    lower_48 = spot.amount.kind == "count" and changed and cue(_STATES_48).fullmatch(changed[0])
    booked = spot.amount.kind == "money" and changed and cue(r"\bgains?\b").search(changed[0])
    added = spot.amount.kind == "money" and changed and cue(r"\W*(?:plus|minus)\b").match(changed[0])
    if changed is None or lower_48 or booked or added:
        return None  # "a one-off gain of 6 million" is income, no growth
    if not in_main and spot.amount.kind == "money":
        # "including an increase of 2 million in legal fees": a part of what is explained, not the change itself.
        return Role(role="driver", direction=direction(scene, changed[0]), what=_moved(spot.after), why="driver")
    sign = {"plus": "up", "minus": "down"}.get(changed[0].split()[0].lower()) if changed[0].split() else None
    return Role(role="change", direction=sign or direction(scene, changed[0]), why="change")


_IN_MONEY = cue(r"\s*,?\s*or\s+(?:by\s+)?(?:(?:about|approximately|over|nearly|roughly|some|just)\s+)?")


def _in_money(spot: Spot) -> bool:
    """ "rose 9% or $57 million": the same movement in money."""
    return _IN_MONEY.fullmatch(spot.before) is not None and spot.scene.amounts[spot.at - 1].kind == "percent"


_BEYOND = cue(
    r"\s*(?:(?:more|less|higher|lower|better|worse|fewer)\s+than|above|below|ahead of|short of|shy of|over|under)"
    r"(?=[^,;.0-9]{0,32}$|[^,;.0-9]{0,32}[,;.]|[^,;.]{0,24}\b(?:last|prior|previous|first|second|third|fourth"
    r"|year|quarter|end)\b)"
)


def beyond(spot: Spot) -> bool:
    """ "80 million above the end of March": an amount measured from what a period named right behind it had."""
    found = _BEYOND.match(spot.after)
    if found is None or spot.scene.rules.code != "en":
        return False
    start = spot.scene.gap_after(spot.at)[0] + found.end() - 1
    return any(start <= p.start <= start + 32 for p in spot.scene.periods)


def _or_else(scene: Scene, at: int) -> bool:
    """Whether nothing but "or" (or "and", before another currency basis) stands between two rates of change."""
    if scene.amounts[at].kind != scene.amounts[at - 1].kind:
        # "was up 2 million in the quarter, or 12%"
        return (
            cue(r"[^;.%]{0,40},?\s+or\s+(?:about\s+|approximately\s+|over\s+|nearly\s+)?").fullmatch(scene.before(at))
            is not None
        )
    gap = cue(r"(?:\s+(?!was|were|is|are|to|from|of)[a-z\-]+){0,3}\s*,?\s+(or|and)\s+(?:[a-z]+\s+)?").fullmatch(
        scene.before(at)
    ) or cue(r"[^;.%]{0,90}[,(]\s*(or|and|up|down)?\s*(?:an?\s+)?(?:(?:increase|growth)\s+of\s+)?").fullmatch(
        scene.before(at)
    )
    basis = cue(
        r"\s*(?:growth\s+)?(?:in|on|at|when)\b[^,;.]{0,24}(?:currenc|organic|comparable|like|adjusted)|\s*organically"
    ).match(scene.after(at))
    return bool(gap and ((gap[1] or "").lower() == "or" or basis))


def _moved(after: str) -> str | None:
    """What an "increase of 2 million in legal fees" moves."""
    found = cue(r"\s*in\s+([^,;.]{2,60})").match(after)
    return found[1] if found else None
