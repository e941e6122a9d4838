"""The role an amount plays in its sentence: level, base, change, share, driver; and the direction of a change."""

from __future__ import annotations

from dataclasses import dataclass

from .scenes import Scene, cue

_SMALL = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """`direction` is that of the words ("increase" is up), before the sign of a loss is considered."""

    role: str
    direction: str | None = None
    what: str | None = None  # what a driver moves, as printed
    why: str = ""  # the name of the cue that decided


def find_role(scene: Scene, at: int, previous: Role | None) -> Role:
    """The role of amount `at`, given that of the amount before it in the sentence."""
    rules, before, after = scene.rules, scene.before(at), scene.after(at)
    amount, zone = scene.amounts[at], scene.zone_of(at)
    movable = amount.kind in ("percent", "points")
    # The metric explained stands before the explanation, so its drivers are looked for only inside one.
    if zone.kind != "main" and amount.kind in ("money", "count"):
        driven = cue(rules.driver_before).search(_within(scene, at, zone.start))
        if driven:
            listed = zone.kind == "including" and previous is not None and previous.role == "driver"
            why = "breakdown" if listed else "driver"
            return Role(role="driver", direction=_direction(scene, driven[0]), what=driven["what"], why=why)
        if zone.kind == "including" and previous is not None and previous.role == "driver":
            return Role(role="driver", direction=previous.direction, why="breakdown")
    if cue(rules.cagr).search(before[-60:]) or (cue(rules.cagr).search(after[:40]) and movable):
        return Role(role="change", direction=_direction(scene, before) or "up", why="cagr")
    if movable and cue(rules.share_after).match(after) and not cue(rules.change_before).search(before):
        return Role(role="share", why="share")
    if amount.kind == "count" and cue(rules.times).match(after):
        return Role(role="ratio", why="multiple")
    if amount.kind in ("money", "count") and (opened := cue(rules.part_of_change).match(after)):
        return Role(role="driver", direction=_direction(scene, opened["way"]), what=_doer(before), why="part of change")
    if amount.kind in ("money", "count") and (opened := cue(rules.part_before).search(before)):
        return Role(
            role="driver", direction=_direction(scene, opened["way"]), what=opened["what"], why="part of change"
        )
    if amount.kind in ("money", "count") and (opened := cue(rules.opens_drivers).match(scene.folded)):
        if amount.start >= opened.end():
            way = _direction(scene, opened[0])
            return Role(role="driver", direction=way, what=_source(scene, after) or _doer(before), why="part of change")
    if amount.kind == "count" and (moved := _count_change(scene, before, after)):
        return moved
    if amount.kind == "money" and cue(rules.programme).match(after):
        return Role(role="whole", why="programme")
    if amount.kind == "count" and (amount.low is None or abs(amount.low) < _SMALL) and amount.modifier is None:
        # "derived from 2 categories", 提升三大能力: a small count is neither a base nor a change.
        return Role(role="level", why="count")
    changed = cue(rules.change_before).search(before)
    if changed and zone.kind != "main" and amount.kind == "money":
        # "including an increase of 2 million in legal fees": a part of what is explained, not the change itself.
        return Role(role="driver", direction=_direction(scene, changed[0]), what=_moved(after), why="driver")
    if changed:
        return Role(role="change", direction=_direction(scene, changed[0]), why="change")
    from_to = cue(rules.base_before).search(before) and cue(rules.base_after).match(after)
    if movable and cue(rules.share_before).search(before) and not from_to:
        return Role(role="share", why="share")
    if cue(rules.arrives).search(before):
        return Role(role="level", why="arrives")
    if amount.kind in ("money", "per_share") and (moved := cue(r"\s*(?:ahead of|short of|better than)\b").match(after)):
        return Role(role="change", direction="down" if "short" in moved[0] else "up", why="ahead of")
    if (
        movable
        and previous is not None
        and previous.role == "share"
        and cue(r"\s*(?:(?:of|from) [^,;.]{2,40}?)?\s*(?:,|\band\b)[^,;.]{0,30}").fullmatch(before)
    ):
        if not cue(rf"{rules.up}|{rules.down}").search(before):
            return Role(role="share", why="listed share")
    if cue(rules.guidance_after).match(after) and not cue(
        r"\b(?:earlier|previous|prior|original)\b|原|先前|此前"
    ).search(before):
        # "above the 4 to 5 million we guided": what was guided is a figure of its own.
        return Role(role="level", why="guidance")
    if cue(rules.base_before).search(before):
        return Role(role="base", why="base")
    if previous is not None and previous.role == "change" and cue(rules.than).fullmatch(before):
        return Role(role="base", why="than")
    if movable and (moved := cue(rules.change_after).match(after)):
        direction = _compared(scene, moved[0]) or _direction(scene, moved[0]) or _direction(scene, before[-80:])
        return Role(role="change", direction=direction, why="change after")
    if cue(rules.base_after).match(after):
        return Role(role="base", why="base after")
    if amount.kind == "ratio":
        return Role(role="ratio", why="multiple")
    return Role(role="level", why="level")


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
        r"\s*(?:(?:came|was|were|resulted|stemmed|arose|is|are)\s+)?(?:due to|from|in|on|for)\s+([^,;.]{2,60}?)(?=,|;|\.|\s+and\s*$|$)"
    ).match(after)
    return found[1] if found else None


def _doer(before: str) -> str | None:
    """Who brought a part of a change: `Freight accounted for 96 million of the increase`, 其中运费占增加额的."""
    found = cue(
        r"(?:^|[,;，；]|\b(?:and|while)\b)\s*([^,;，；]{2,60}?)\s+(?:accounted for|contributed|represented|made up|explained|drove|added|was|were)\s+(?:[a-z]+\s+){0,2}$"
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
