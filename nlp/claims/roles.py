"""The role an amount plays in its sentence: level, base, change, share, driver; and the direction of a change."""

from __future__ import annotations

from .moves import beyond, changed, ellipsis, points_moved
from .scenes import Scene, cue
from .spoken import spoken
from .spots import Role, Spot, compared, direction, within

_SMALL = 20


def find_role(scene: Scene, at: int, previous: Role | None) -> Role:
    """The role of amount `at`, given that of the amount before it in the sentence."""
    plus = "plus " if scene.folded[scene.amounts[at].start :][:5].lower() == "plus " else ""
    spot = Spot(scene=scene, at=at, previous=previous, before=scene.before(at) + plus, after=scene.after(at))
    for decide in _DECISIONS:
        if (role := decide(spot)) is not None:
            if role.role == "base" and spot.amount.kind == "percent" and _moves_share(spot, spot.amount.start):
                return Role(role="base", why="base of share")
            between = role.role == "base" and role.why != "ago" and spot.amount.kind == "points"
            return _otherwise(spot) if between else role
    return _otherwise(spot)


def _otherwise(spot: Spot) -> Role:
    """What an amount is that no word tells of: a multiple is a ratio, points are a difference or a small rate."""
    if spot.amount.kind == "points":
        moved = direction(spot.scene, spot.before[-60:])
        if moved is None and spot.amount.unit == "basis_point" and _STOOD.search(spot.before):
            return Role(role="level", why="level")  # "Charge-offs were 42 basis points."
        return Role(role="change", direction=moved, why="points apart")
    return Role(role="ratio", why="multiple") if spot.amount.kind == "ratio" else Role(role="level", why="level")


_STOOD = cue(
    r"\b(?:was|were|is|are|at|averaged|totall?ed)\s+(?:(?:about|around|just|only|roughly|approximately|some)\s+)?$"
)


def _explained(spot: Spot) -> Role | None:
    """A driver inside an explanation. The metric explained stands before it and is none."""
    scene, zone = spot.scene, spot.scene.zone_of(spot.at)
    goes_on = spot.follows("change") or (spot.previous is not None and spot.previous.why == "breakdown")
    if zone.kind == "including" and spot.amount.kind == "points" and goes_on and spot.previous is not None:
        return Role(role="driver", direction=spot.previous.direction, why="breakdown")
    if zone.kind == "main" or not spot.countable:
        return None
    listed = zone.kind == "including" and spot.previous is not None and spot.previous.role == "driver"
    driven = cue(scene.rules.driver_before).search(within(scene, spot.at, zone.start))
    if driven:
        why = "breakdown" if listed else "driver"
        return Role(role="driver", direction=direction(scene, driven[0]), what=driven["what"], why=why)
    if listed and spot.previous is not None:
        return Role(role="driver", direction=spot.previous.direction, why="breakdown")
    return None


def _bracketed(spot: Spot) -> Role | None:
    """ "34.6% (2Q25: 29.8%; 3Q24: 27.9%)": what the same was in the periods named in the bracket."""
    start, end = spot.scene.gap_before(spot.at)
    if _is_aside(spot, start, end):
        return Role(role="base", why="bracketed")
    named = [p for p in spot.scene.periods if start <= p.start and p.end <= end]
    if spot.previous is None or len(named) != 1:
        return None
    around = spot.scene.folded[start : named[0].start], spot.scene.folded[named[0].end : end]
    opened = spot.scene.folded.rfind("(", 0, end) > spot.scene.folded.rfind(")", 0, end)
    alone = cue(r"[^()%]{0,60}[(]\s*|\s*[;,，；、]?\s*").fullmatch(around[0]) and cue(r"\s*(?:[:：]|为)?\s*").fullmatch(
        around[1]
    )
    return Role(role="base", why="bracketed") if opened and alone else None


def _is_aside(spot: Spot, start: int, end: int) -> bool:
    """ "EUR 98m (EUR 91m)": alone in a bracket behind a level of the same unit stands the figure of the year before."""
    if not spot.at or not spot.follows("level"):
        return False
    like = spot.scene.amounts[spot.at - 1].unit == spot.amount.unit and spot.amount.kind != "count"
    opened = spot.scene.folded[start:end].strip() == "("
    return like and opened and spot.scene.folded[spot.amount.end : spot.amount.end + 2].lstrip().startswith(")")


def _rate_or_share(spot: Spot) -> Role | None:
    rules, before, after = spot.scene.rules, spot.before, spot.after
    sign = spot.scene.folded[spot.amount.start]
    if spot.movable and (
        sign == "+" or (sign in "-−" and spot.follows("level") and before.strip() in (",", "，", "(", "（"))
    ):
        # "Revenue: 412 million, +9%"
        return Role(role="change", direction="up" if sign == "+" else "down", why="signed")
    if cue(rules.cagr).search(before[-60:]) or (cue(rules.cagr).search(after[:40]) and spot.movable):
        return Role(role="change", direction=direction(spot.scene, before) or "up", why="cagr")
    if spot.amount.kind == "percent" and cue(rules.a_year).match(after) and cue(rules.compounds).search(before[-60:]):
        return Role(role="change", direction=direction(scene=spot.scene, words=before) or "up", why="cagr")
    shared = spot.amount.kind == "percent" and cue(rules.share_after).match(after)
    if shared and cue(r"\bfrom\s+(?:about |only |just )?$").search(before) and cue(r"[^,;.]{0,40}\bto\s").match(after):
        return Role(role="base", why="base")
    if shared and not cue(rules.change_before).search(before):
        return Role(role="share", why="share")
    if spot.amount.kind == "count" and cue(rules.times).match(after):
        return Role(role="ratio", why="multiple")
    return None


def _part_of_change(spot: Spot) -> Role | None:
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
    return Role(role="driver", direction=direction(scene, way), what=what, why="part of change")


def _counted(spot: Spot) -> Role | None:
    amount = spot.amount
    more = amount.kind == "money" and cue(r"\s*(?:more|less) than (?:a year|last year|in |the year)").match(spot.after)
    counted = amount.kind == "count" or spot.movable or more or spot.scene.rules.code == "zh"
    moved = _count_change(spot.scene, spot.before, spot.after) if counted else None
    if moved:
        return moved
    authorised = amount.kind == "money" and cue(spot.scene.rules.authorised).search(spot.before)
    if authorised or (amount.kind == "money" and cue(spot.scene.rules.programme).match(spot.after)):
        return Role(role="whole", why="programme")
    to = cue(r"[^.;]{0,50}\bto\s|.{0,16}[至到]").match(spot.after)
    if to and cue(spot.scene.rules.base_before).search(spot.before):
        return Role(role="base", why="base")
    by = amount.kind == "count" and cue(r"\bby\s+$").search(spot.before)
    if by and cue(spot.scene.rules.change_before).search(spot.before):
        return None
    moves = spot.scene.rules.code == "zh" and cue(spot.scene.rules.change_before).search(spot.before)
    if moves and amount.noun is not None:
        return None
    if amount.kind == "count" and (amount.low is None or abs(amount.low) < _SMALL) and amount.modifier is None:
        # "derived from 2 categories", 提升三大能力: a small count is neither a base nor a change.
        return Role(role="level", why="count")
    return None


_ELLIPSIS = r"\s*(?:(?:of|from) [^,;.]{2,40}?)?\s*(?:,|、|\band\b)[^,;.]{0,30}"
_AHEAD = (
    r"\s*(?:ahead of|short of|better than"
    r"|(?:above|over|below|under) (?:the |our )?(?:top|bottom|high|low|upper|lower|mid)"
    r"|(?:above|below|over|under) (?:the |our |its |their )?(?:[a-z]+ ){0,3}"
    r"(?:guidance|outlook|forecast|plan|budget))\b"
)


_ZH_AGO = r"(?:去年|上年|一年前|前年|上季|此前)(?:度)?(?:的)?(?:同[期季])?(?:则|仅|只)?(?:占|为|是)[^，。,]{0,4}$"
_AGO = r"同期|去年|上年|一年前|\b(?:ago|earlier|last|prior|previous)\b"


def _shared(spot: Spot) -> Role | None:
    rules, before = spot.scene.rules, spot.before
    from_to = cue(rules.base_before).search(before) and cue(rules.base_after).match(spot.after)
    if spot.movable and spot.follows("share") and cue(_ZH_AGO).search(before):
        return Role(role="base", why="ago")
    if spot.amount.kind == "percent" and cue(rules.share_before).search(before) and not from_to:
        return Role(role="share", why="share")
    if cue(rules.arrives).search(before):
        if spot.scene.rules.code == "zh" and spot.movable and spot.follows("share") and not _measures(spot):
            return Role(role="share", why="listed share")
        if (
            spot.amount.kind == "percent"
            and spot.follows("base")
            and _moves_share(spot, spot.scene.amounts[spot.at - 1].start)
        ):
            return Role(role="share", why="share")
        return Role(role="level", why="arrives")
    ahead = cue(_AHEAD).match(spot.after)
    if spot.amount.kind in ("money", "per_share") and (ahead or beyond(spot)):
        down = cue(r"\s*(?:short|shy|below|under|less|lower|fewer|worse)").match(spot.after)
        return Role(role="change", direction="down" if down else "up", why="ahead of" if ahead else "beyond")
    if spot.movable and spot.follows("share") and cue(_ELLIPSIS).fullmatch(before):
        # "China for 61% of revenue, Europe for 24%"
        moved = cue(f"{rules.up}|{rules.down}|{_AGO}|{rules.base_before}").search(before)
        return None if moved or cue(rules.change_after).match(spot.after) else Role(role="share", why="listed share")
    return None


def _measures(spot: Spot) -> bool:
    """Whether a metric is named between the amount before and this one."""
    start, end = spot.scene.gap_before(spot.at)
    return any(start <= m.start and m.end <= end for m in spot.scene.metrics)


_SHARE_FROM = r"(?:占比|比重|占[^，。；,;0-9]{1,20})(?:则|也|亦|已)?(?:由|从|自)[^，。；,;0-9]{0,16}$"


def _moves_share(spot: Spot, start: int) -> bool:
    """内地收入占比由33.5%升至38.0%: both ends are shares; `start` is that of the first."""
    found = cue(_SHARE_FROM).search(spot.scene.folded[:start])
    if found is None:
        return False
    clause = max(spot.scene.folded.rfind(mark, 0, found.start()) for mark in ",;；。") + 1
    named = [m.name for m in spot.scene.metrics if clause <= m.start and m.end <= start]
    # 费用占收入比重 is a rate, no share.
    alone = found[0].startswith("占比") and named
    spent = cue("成本|费用|开支|支出").search(spot.scene.folded[clause if alone else 0 : start])
    return spent is None and all(name in ("revenue", "volume") for name in named)


_JOINED = r"(?:\s+[a-z\-]+){0,4}\s*,?\s*(?:and|,)\s+"
_MORE_OF = r"\s*(?:of|in)\s+(additional|incremental|extra|added|higher|more|new|lower|less|fewer)\s+[a-z]"
_EARLIER = r"\b(?:earlier|previous|prior|original)\b|原|先前|此前"


def _mirrored(spot: Spot) -> Role | None:
    """ "40 million, or 8% of revenue, compared with 30 million, or 7%": told two ways, as the level before it."""
    if spot.amount.kind == "per_share" and spot.follows("base") and cue(r"\s*,?\s*or\s*").fullmatch(spot.before):
        return Role(role="base", why="per share")  # "compared to a loss of $9 million, or $1.20 per share"
    own = [at for at in range(spot.at + 1) if not spot.scene.restates(at)][-4:]
    if len(own) < 4 or not spot.follows("base") or not cue(r"\s*,?\s*(?:or|\(|即|[（])\s*").fullmatch(spot.before):
        return None
    kinds = [a.kind for a in (spot.scene.amounts[at] for at in own)]
    return Role(role="base", why="mirrored") if kinds[:2] == kinds[2:] and kinds[0] != kinds[1] else None


def _compared_with(spot: Spot) -> Role | None:
    scene, rules = spot.scene, spot.scene.rules
    replaced = cue(r"\bfrom\s+(?:the\s+)?$").search(spot.before)  # "to 75% from the 76% we gave you"
    if cue(rules.guidance_after).match(spot.after) and not (replaced or cue(_EARLIER).search(spot.before)):
        # "above the 4 to 5 million we guided": what was guided is a figure of its own.
        return Role(role="level", why="guidance")
    if cue(rules.guidance_before).search(spot.before) and not cue(_EARLIER).search(spot.before):
        return Role(role="level", why="guidance")
    if cue(rules.base_before).search(spot.before) and not cue(rules.comes_from).search(spot.before):
        return Role(role="base", why="base")
    like = spot.at and spot.scene.amounts[spot.at - 1].unit == spot.amount.unit
    if (
        like
        and spot.follows("level")
        and cue(r"\s*after\s+(?:only |just )?").fullmatch(spot.before)
        and not cue(r"\s*of [a-z]").match(spot.after)
    ):
        return Role(role="base", why="after")
    more = cue(_MORE_OF).match(spot.after) if spot.follows("change") and rules.code == "en" else None
    if more:  # "up 4 million on 18 million of additional sales"
        return Role(role="change", direction="down" if more[1][0] in "lf" else "up", why="more of")
    if spot.follows("change") and cue(rules.than).fullmatch(spot.before):
        return Role(role="base", why="than")
    if spot.movable and (moved := cue(rules.change_after).match(spot.after)):
        way = compared(scene, moved[0]) or direction(scene, moved[0]) or direction(scene, spot.before[-80:])
        if way is None and spot.previous is not None and cue(_JOINED).fullmatch(spot.before):
            way = spot.previous.direction  # "down 6% sequentially and 8% on the year"
        return Role(role="change", direction=way, why="change after")
    return Role(role="base", why="base after") if cue(rules.base_after).match(spot.after) else None


# The first that knows decides.
_DECISIONS = (
    _bracketed,
    _mirrored,
    _explained,
    spoken,
    points_moved,
    _rate_or_share,
    _part_of_change,
    _counted,
    ellipsis,
    changed,
    _shared,
    _compared_with,
)


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
