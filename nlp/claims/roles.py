"""The role an amount plays in its sentence: level, base, change, share, driver; and the direction of a change."""

from __future__ import annotations

from dataclasses import dataclass

from ..languages.metric_kinds import RATIO_METRICS
from ..records import Amount
from .scenes import Scene, cue

_SMALL = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """`direction` is that of the words ("increase" is up), before the sign of a loss is considered."""

    role: str
    direction: str | None = None
    what: str | None = None  # what a driver moves, as printed
    why: str = ""  # the name of the cue that decided


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """One amount with the words around it."""

    scene: Scene
    at: int
    previous: Role | None
    before: str
    after: str

    @property
    def amount(self) -> Amount:
        return self.scene.amounts[self.at]

    @property
    def movable(self) -> bool:
        return self.amount.kind in ("percent", "points")

    @property
    def countable(self) -> bool:
        return self.amount.kind in ("money", "count")

    def follows(self, role: str) -> bool:
        """Whether the amount before it in the sentence plays `role`."""
        return self.previous is not None and self.previous.role == role


def find_role(scene: Scene, at: int, previous: Role | None) -> Role:
    """The role of amount `at`, given that of the amount before it in the sentence."""
    spot = _Spot(scene=scene, at=at, previous=previous, before=scene.before(at), after=scene.after(at))
    for decide in _DECISIONS:
        if (role := decide(spot)) is not None:
            return role
    return _otherwise(spot)


def _otherwise(spot: _Spot) -> Role:
    """What an amount is that no word tells of: a multiple is a ratio, points are always a difference."""
    if spot.amount.kind == "points":
        return Role(role="change", direction=_direction(spot.scene, spot.before[-60:]), why="points apart")
    return Role(role="ratio", why="multiple") if spot.amount.kind == "ratio" else Role(role="level", why="level")


def _explained(spot: _Spot) -> Role | None:
    """A driver inside an explanation. The metric explained stands before it and is none."""
    scene, zone = spot.scene, spot.scene.zone_of(spot.at)
    goes_on = spot.follows("change") or (spot.previous is not None and spot.previous.why == "breakdown")
    if zone.kind == "including" and spot.amount.kind == "points" and goes_on and spot.previous is not None:
        return Role(role="driver", direction=spot.previous.direction, why="breakdown")
    if zone.kind == "main" or not spot.countable:
        return None
    listed = zone.kind == "including" and spot.previous is not None and spot.previous.role == "driver"
    driven = cue(scene.rules.driver_before).search(_within(scene, spot.at, zone.start))
    if driven:
        why = "breakdown" if listed else "driver"
        return Role(role="driver", direction=_direction(scene, driven[0]), what=driven["what"], why=why)
    if listed and spot.previous is not None:
        return Role(role="driver", direction=spot.previous.direction, why="breakdown")
    return None


def _bracketed(spot: _Spot) -> Role | None:
    """ "34.6% (2Q25: 29.8%; 3Q24: 27.9%)": what the same was in the periods named in the bracket."""
    start, end = spot.scene.gap_before(spot.at)
    if _is_aside(spot, start, end):
        return Role(role="base", why="bracketed")
    named = [p for p in spot.scene.periods if start <= p.start and p.end <= end]
    if spot.previous is None or len(named) != 1:
        return None
    around = spot.scene.folded[start : named[0].start], spot.scene.folded[named[0].end : end]
    opened = spot.scene.folded.rfind("(", 0, end) > spot.scene.folded.rfind(")", 0, end)
    alone = cue(r"[^()%]{0,60}[(]\s*|\s*[;,，；、]?\s*").fullmatch(around[0]) and cue(r"\s*(?:[:：]|为)?\s*").fullmatch(around[1])
    return Role(role="base", why="bracketed") if opened and alone else None


def _is_aside(spot: _Spot, start: int, end: int) -> bool:
    """ "EUR 98m (EUR 91m)": alone in a bracket behind a level of the same unit stands the figure of the year before."""
    if not spot.at or not spot.follows("level"):
        return False
    like = spot.scene.amounts[spot.at - 1].unit == spot.amount.unit and spot.amount.kind != "count"
    opened = spot.scene.folded[start:end].strip() == "("
    return like and opened and spot.scene.folded[spot.amount.end : spot.amount.end + 2].lstrip().startswith(")")


def _rate_or_share(spot: _Spot) -> Role | None:
    rules, before, after = spot.scene.rules, spot.before, spot.after
    sign = spot.scene.folded[spot.amount.start]
    if spot.movable and (
        sign == "+" or (sign in "-−" and spot.follows("level") and before.strip() in (",", "，", "(", "（"))
    ):
        # "Revenue: 412 million, +9%"
        return Role(role="change", direction="up" if sign == "+" else "down", why="signed")
    if cue(rules.cagr).search(before[-60:]) or (cue(rules.cagr).search(after[:40]) and spot.movable):
        return Role(role="change", direction=_direction(spot.scene, before) or "up", why="cagr")
    shared = spot.amount.kind == "percent" and cue(rules.share_after).match(after)
    if shared and cue(r"\bfrom\s+(?:about |only |just )?$").search(before) and cue(r"[^,;.]{0,40}\bto\s").match(after):
        return Role(role="base", why="base")
    if shared and not cue(rules.change_before).search(before):
        return Role(role="share", why="share")
    if spot.amount.kind == "count" and cue(rules.times).match(after):
        return Role(role="ratio", why="multiple")
    return None


_POINTS_MOVED = {
    "en": cue(
        r"\b(?:added|adds?|contribut(?:ed|es?|ing)|cost(?:s|ing)?(?: us)?|subtract(?:ed|s)|brought|brings?|gave|gives?|provid(?:ed|es?)"
        r"|deduct(?:ed|s)|took (?:away|off|out)|takes? (?:away|off|out)|account(?:ed|s)? for|were worth|was worth|lost us|shaved off"
        r"|(?:headwind|tailwind|benefit|impact|effect|drag|contribution) (?:was|is|were|of|from [^,;.]{2,40}? (?:was|of)))"
        r"\s+(?:(?:about|around|approximately|roughly|nearly|almost|only|another|some|a|an|in|the other|remaining|us)\s+){0,3}$"
    ),
    "zh": cue(r"(?:贡献|拖累|拉低|拉高|拉回|带动|推高|压低|影响|带来|侵蚀|抵消|抵销|拖低|挽回|加回)[了约近超过达为逾大\s]*$"),
}
_LESSENS = cue(r"cost|subtract|deduct|took|takes|lost|shaved|headwind|drag|拖|拉低|压低|侵蚀|抵消|抵销")


def _points_moved(spot: _Spot) -> Role | None:
    """ "Promotions cost us 1.4 points": what moved a rate, in points of that rate."""
    if spot.amount.kind != "points":
        return None
    moved = _POINTS_MOVED[spot.scene.rules.code].search(spot.before)
    if moved is None and spot.previous is not None and spot.previous.why == "points" and _ends_open(spot):
        return Role(role="driver", direction=_turned(spot, spot.previous.direction), why="points")
    if moved is None:
        return None
    return Role(role="driver", direction="down" if _LESSENS.search(moved[0]) else "up", why="points")


def _ends_open(spot: _Spot) -> bool:
    """Whether only names stand between two amounts: "product costs 1.9 points and promotions 1.4"."""
    return cue(r"\s*(?:,|;|and|while|but|，|、)[^,;.，；。]{1,50}").fullmatch(spot.before) is not None


def _turned(spot: _Spot, direction: str | None) -> str | None:
    return _direction(spot.scene, spot.before) or direction


def _part_of_change(spot: _Spot) -> Role | None:
    """`Freight accounted for 9 million of the increase`, 其中运费占增加额的900万元."""
    scene, rules = spot.scene, spot.scene.rules
    if not spot.countable:
        return None
    if said := cue(rules.part_of_change).match(spot.after):
        return _part(scene, said["way"], _doer(spot.before))
    if said := cue(rules.part_before).search(spot.before):
        return _part(scene, said["way"], said["what"])
    opened = cue(rules.opens_drivers).match(scene.folded)
    if opened and spot.amount.start >= opened.end():
        return _part(scene, opened[0], _source(scene, spot.after) or _doer(spot.before))
    return None


def _part(scene: Scene, way: str, what: str | None) -> Role:
    return Role(role="driver", direction=_direction(scene, way), what=what, why="part of change")


def _counted(spot: _Spot) -> Role | None:
    amount = spot.amount
    more = amount.kind == "money" and cue(r"\s*(?:more|less) than (?:a year|last year|in |the year)").match(spot.after)
    counted = amount.kind == "count" or spot.movable or more
    moved = _count_change(spot.scene, spot.before, spot.after) if counted else None
    if moved:
        return moved
    if amount.kind == "money" and cue(spot.scene.rules.programme).match(spot.after):
        return Role(role="whole", why="programme")
    from_to = cue(spot.scene.rules.base_before).search(spot.before) and cue(r"[^.;]{0,50}\bto\s|.{0,16}[至到]").match(spot.after)
    if from_to:
        return Role(role="base", why="base")
    if amount.kind == "count" and (amount.low is None or abs(amount.low) < _SMALL) and amount.modifier is None:
        # "derived from 2 categories", 提升三大能力: a small count is neither a base nor a change.
        return Role(role="level", why="count")
    return None


_NOUN_AFTER = r"\s*(?:year[ -](?:over|on)[ -]year )?(increase|decrease|rise|decline|reduction)\b"


_BY = (
    r"(?:^|[^a-z])by\s+(?:(?:about|around|approximately|roughly|nearly|over|another|a further|just|only|some)\s+){0,2}$"
)
_NEXT_NAME = r"\s*(?:,|and|,\s*and|while|;)\s+(?:(?:in|for|at)\s+)?(?:the\s+)?(?:[a-z][\w&'\-]*\s+){1,4}"  # ", Asia 1%"
_NEXT_METRIC = r"\s*(?:,|and|,\s*and|while)\s+(?:the\s+)?(?:[a-z][\w&'\-]*\s+){1,4}(?:by|approximately|about|nearly|roughly|another)\s+"
_STATES = r"\b(?:was|were|is|are|of|at|to)\b"
_AND_OF = r"(?:\s*\([^()]*\))?\s*,?\s*(?:and|but)\s+(?:one\s+|growth\s+)?of\s+(?:about |nearly |over )?$"


def _ellipsis(spot: _Spot) -> Role | None:
    """ "Gross profit grew by 16.9% and expenses by 4.2%", "growth of 11% on last year and of 5% on last quarter"."""
    if spot.previous is None or not spot.movable or spot.scene.rules.code != "en":
        return None
    words, start = spot.before, spot.scene.gap_before(spot.at)[0]
    told = bool(cue(_BY).search(words) or cue(_AND_OF).search(words))
    if not told and spot.follows("change") and cue(_NEXT_NAME).fullmatch(words):
        told = not spot.scene.names_within(start, spot.amount.start, amounts=False)
    if not told and spot.follows("change") and cue(_NEXT_METRIC).fullmatch(words):
        named = [m for m in spot.scene.metrics if start <= m.start and m.end <= spot.amount.start]
        told = bool(named) and named[-1].name not in RATIO_METRICS and cue(_STATES).search(words) is None
    since = next((r for r in ("change", "base") if spot.follows(r)), None)
    if not told or since is None or cue(f"{spot.scene.rules.up}|{spot.scene.rules.down}").search(words):
        return None
    return Role(role="change", direction=spot.previous.direction, why="ellipsis")


def _changed(spot: _Spot) -> Role | None:
    scene, in_main = spot.scene, spot.scene.zone_of(spot.at).kind == "main"
    if spot.amount.kind == "money" and in_main and (moved := cue(_NOUN_AFTER).match(spot.after)):
        return Role(role="change", direction=_direction(scene, moved[1]), why="change after")
    if spot.previous is not None and spot.movable and spot.follows("change") and _or_else(scene, spot.at):
        # "grew 5%, or 3% in constant currency": the same change told another way.
        return Role(role="change", direction=spot.previous.direction, why="alternative")
    changed = cue(scene.rules.change_before).search(spot.before)
    lower_48 = spot.amount.kind == "count" and changed and cue(r"\W*(?:lower|higher|up|down)\s*").fullmatch(changed[0])
    booked = spot.amount.kind == "money" and changed and cue(r"\bgains?\b").search(changed[0])
    if changed is None or lower_48 or booked:
        return None  # "a one-off gain of 6 million" is income, no growth
    if not in_main and spot.amount.kind == "money":
        # "including an increase of 2 million in legal fees": a part of what is explained, not the change itself.
        return Role(role="driver", direction=_direction(scene, changed[0]), what=_moved(spot.after), why="driver")
    return Role(role="change", direction=_direction(scene, changed[0]), why="change")


_ELLIPSIS = r"\s*(?:(?:of|from) [^,;.]{2,40}?)?\s*(?:,|\band\b)[^,;.]{0,30}"
_AHEAD = (
    r"\s*(?:ahead of|short of|better than"
    r"|(?:above|over|below|under) (?:the |our )?(?:top|bottom|high|low|upper|lower|mid))\b"
)
_BEYOND = cue(
    r"\s*(?:(?:more|less|higher|lower|better|worse|fewer)\s+than|above|below|ahead of|short of|shy of|over|under)"
    r"(?=[^,;.0-9]{0,32}$|[^,;.0-9]{0,32}[,;.]|[^,;.]{0,24}\b(?:last|prior|previous|first|second|third|fourth|year|quarter|end)\b)"
)


def _beyond(spot: _Spot) -> bool:
    """ "80 million above the end of March": an amount measured from what a period named right behind it had."""
    found = _BEYOND.match(spot.after)
    if found is None or spot.scene.rules.code != "en":
        return False
    start = spot.scene.gap_after(spot.at)[0] + found.end() - 1
    return any(start <= p.start <= start + 32 for p in spot.scene.periods)


_ZH_AGO = r"(?:去年|上年|一年前|前年|上季|此前)(?:度)?(?:的)?(?:同[期季])?(?:则|仅|只)?(?:占|为|是)[^，。]{0,4}$"
_AGO = r"同期|去年|上年|一年前|\b(?:ago|earlier|last|prior|previous)\b"


def _shared(spot: _Spot) -> Role | None:
    rules, before = spot.scene.rules, spot.before
    from_to = cue(rules.base_before).search(before) and cue(rules.base_after).match(spot.after)
    if spot.movable and spot.follows("share") and cue(_ZH_AGO).search(before):
        return Role(role="base", why="ago")
    if spot.amount.kind == "percent" and cue(rules.share_before).search(before) and not from_to:
        return Role(role="share", why="share")
    if cue(rules.arrives).search(before):
        return Role(role="level", why="arrives")
    ahead = cue(_AHEAD).match(spot.after)
    if spot.amount.kind in ("money", "per_share") and (ahead or _beyond(spot)):
        down = cue(r"\s*(?:short|shy|below|under|less|lower|fewer|worse)").match(spot.after)
        return Role(role="change", direction="down" if down else "up", why="ahead of" if ahead else "beyond")
    if spot.movable and spot.follows("share") and cue(_ELLIPSIS).fullmatch(before):
        # "China for 61% of revenue, Europe for 24%"
        moved = cue(f"{rules.up}|{rules.down}|{_AGO}|{rules.base_before}").search(before)
        return None if moved or cue(rules.change_after).match(spot.after) else Role(role="share", why="listed share")
    return None


_EARLIER = r"\b(?:earlier|previous|prior|original)\b|原|先前|此前"


def _compared_with(spot: _Spot) -> Role | None:
    scene, rules = spot.scene, spot.scene.rules
    if cue(rules.guidance_after).match(spot.after) and not cue(_EARLIER).search(spot.before):
        # "above the 4 to 5 million we guided": what was guided is a figure of its own.
        return Role(role="level", why="guidance")
    if cue(rules.guidance_before).search(spot.before) and not cue(_EARLIER).search(spot.before):
        return Role(role="level", why="guidance")
    if cue(rules.base_before).search(spot.before):
        return Role(role="base", why="base")
    like = spot.at and spot.scene.amounts[spot.at - 1].unit == spot.amount.unit
    if like and spot.follows("level") and cue(r"\s*after\s+(?:only |just )?").fullmatch(spot.before):
        return Role(role="base", why="after")
    if spot.follows("change") and cue(rules.than).fullmatch(spot.before):
        return Role(role="base", why="than")
    if spot.movable and (moved := cue(rules.change_after).match(spot.after)):
        direction = _compared(scene, moved[0]) or _direction(scene, moved[0]) or _direction(scene, spot.before[-80:])
        return Role(role="change", direction=direction, why="change after")
    return Role(role="base", why="base after") if cue(rules.base_after).match(spot.after) else None


# The first that knows decides.
_DECISIONS = (
    _bracketed,
    _explained,
    _points_moved,
    _rate_or_share,
    _part_of_change,
    _counted,
    _ellipsis,
    _changed,
    _shared,
    _compared_with,
)


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


def _count_change(scene: Scene, before: str, after: str) -> Role | None:
    """`3 more than a year ago`, 比一年前多3座."""
    if told := cue(scene.rules.count_change).search(before):
        return Role(role="change", direction="down" if told["way"][:1] in "少减" else "up", why="count change")
    if scene.rules.code == "en" and (told := cue(r"\s*(more|fewer|less)(?:\s+[a-z\-]+)?\s+than\b").match(after)):
        return Role(role="change", direction="up" if told[1].lower() == "more" else "down", why="count change")
    return None


def _source(scene: Scene, after: str) -> str | None:
    """What a part of a change came from: `96 million from freight`."""
    if scene.rules.code == "zh":
        return None
    found = cue(
        r"\s*(?:(?:came|was|were|resulted|stemmed|arose|is|are)\s+)?(?:due to|from|in|on"
        r"|for)\s+([^,;.]{2,60}?)(?=,|;|\.|\s+and\s*$|$)"
    ).match(after)
    return found[1] if found else None


def _doer(before: str) -> str | None:
    """Who brought a part of a change: `Freight accounted for 96 million of the increase`, 其中运费占增加额的."""
    found = cue(
        r"(?:^|[,;，；]|\b(?:and|while)\b)\s*([^,;，；]{2,60}?)\s+(?:accounted for|contributed|represented|made up"
        r"|explained|drove|added|was|were)\s+(?:[a-z]+\s+){0,2}$"
    ).search(before)
    return found[1] if found else None


def _within(scene: Scene, at: int, start: int) -> str:
    """The words before amount `at` back to the amount before it, but not beyond the start of its zone."""
    return scene.folded[max(start, scene.amounts[at - 1].end if at else 0) : scene.amounts[at].start]


def _direction(scene: Scene, words: str) -> str | None:
    """Up or down by the last direction word."""
    up = [match.end() for match in cue(scene.rules.up).finditer(words)]
    down = [match.end() for match in cue(scene.rules.down).finditer(words)]
    if not up and not down:
        return "up" if words.rstrip().endswith("+") else None
    return "up" if max(up, default=-1) > max(down, default=-1) else "down"


def _compared(scene: Scene, words: str) -> str | None:
    """The direction of a comparison after the amount: "5% more than", "5% below"."""
    if cue(scene.rules.more).search(words):
        return "up"
    return "down" if cue(scene.rules.less).search(words) else None


def _moved(after: str) -> str | None:
    """What an "increase of 2 million in legal fees" moves."""
    found = cue(r"\s*in\s+([^,;.]{2,60})").match(after)
    return found[1] if found else None
