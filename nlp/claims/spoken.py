"""Roles in the short forms of speech, English: "Luxury did 6%", "traffic was down, let me see, 1.3%", "half of that is
fuel", "it was 41% two years ago".
"""

from __future__ import annotations

from ..languages.en.spoken import (
    ADDS_TO,
    AGAINST,
    AGO_BEFORE,
    AGO_VERB,
    BEAT_AFTER,
    BEAT_BEFORE,
    BRIDGES,
    CONTRIBUTED,
    DID,
    DRAG_OF,
    EXTRA,
    FACTOR,
    LESSER,
    LOST,
    MORE_THAN,
    NET_ADDS,
    NET_NEW,
    NEXT_ITEM,
    OF_MARGIN,
    OF_PART,
    OF_SALES,
    OF_THAT,
    OF_THE,
    OTHER_BASIS,
    OTHER_PART,
    PART_RATE,
    RATES,
    SET_OFF,
    SOFTLY,
    TIME_AGO,
    WAS,
    WHICH_COST,
    WITH_PART,
    WITHOUT,
    WORTH,
)
from .scenes import cue
from .spots import Role, Spot, direction

_AND = cue(r"\s*(?:and|,\s*and|&)\s*")
_MOVED = r"\b(?:increase|decrease|rise|decline|reduction|drop|growth|gain|(?:we|it|they) (?:gained|lost|added|saw))\b"


def spoken(spot: Spot) -> Role | None:
    """The role that a short form of speech gives an amount; None where none does."""
    if spot.scene.rules.code != "en":
        return None
    return next((role for decide in _FORMS if (role := decide(spot)) is not None), None)


def _of_that(spot: Spot) -> Role | None:
    """ "About 1.5 points of that is the strike": a part of the change just told."""
    since = spot.previous.role if spot.previous is not None else spot.scene.earlier_role
    way = spot.previous.direction if spot.previous is not None else spot.scene.earlier_way
    whole = spot.scene.amounts[spot.at - 1].kind if spot.previous is not None else spot.scene.earlier_kind
    like = spot.movable if whole in ("percent", "points") else spot.amount.kind in (whole, "percent")
    if since not in ("change", "driver") or not (like or whole == spot.amount.kind):
        return None
    if OF_THAT.match(spot.after):
        return Role(role="driver", direction=way, why="of that")
    return None


def _driver(spot: Spot) -> Role | None:
    """What a change is made of: "which cost us $20 million", "adds $8 million to EBITDA", "of which price was 5%"."""
    kind, before, after = spot.amount.kind, spot.before, spot.after
    of_money = kind in ("money", "per_share")
    if of_money and (WHICH_COST.search(before) or (ADDS_TO.search(before) and cue(r"\s*to\b").match(after))):
        return Role(role="driver", direction=direction(spot.scene, before), why="spoken")
    if WORTH.search(before) and OF_PART.match(after):
        return Role(role="driver", direction=direction(spot.scene, before), why="spoken")
    if of_money and BRIDGES.search(before):
        return Role(role="driver", direction="down" if LESSER.search(before) else "up", why="bridge")
    if of_money and spot.previous is not None and spot.previous.why == "bridge" and NEXT_ITEM.fullmatch(before):
        return Role(role="driver", direction=spot.previous.direction, why="bridge")
    if kind == "percent" and DRAG_OF.search(before) and _moved_before(spot):
        return Role(role="driver", direction="down" if LESSER.search(before) else "up", why="spoken")
    if kind == "percent" and spot.follows("change") and CONTRIBUTED.search(before):
        return Role(role="driver", direction=spot.previous.direction if spot.previous else None, why="spoken")
    listed = spot.previous is not None and spot.previous.why == "factor"
    if (
        kind == "percent"
        and (found := FACTOR.search(before))
        and (listed or found[0][0] in ":(")
        and _moved_before(spot)
    ):
        fell = spot.scene.folded[spot.amount.start] in "-−" or LESSER.search(before) is not None
        return Role(role="driver", direction="down" if fell else "up", why="factor")
    return _out_of(spot)


def _out_of(spot: Spot) -> Role | None:
    """ "$4 million of the $9 million increase": a part beside the whole of a movement."""
    following = spot.at + 1
    if following >= len(spot.scene.amounts) or not OF_THE.fullmatch(spot.after):
        return None
    moved = cue(_MOVED).search(spot.scene.after(following)[:40])
    if moved is None or spot.amount.kind == "percent":
        return None
    return Role(role="driver", direction=direction(spot.scene, moved[0]), why="out of")


def _moved_before(spot: Spot) -> bool:
    """Whether the sentence told a change before this amount."""
    head = spot.scene.folded[: spot.amount.start]
    return spot.previous is not None and cue(f"{spot.scene.rules.up}|{spot.scene.rules.down}").search(head) is not None


def _earlier_time(spot: Spot) -> Role | None:
    """ "It was 41% two years ago", "a year ago we were at 64"."""
    if spot.movable and spot.amount.kind == "points" and cue(spot.scene.rules.change_before).search(spot.before):
        return None
    if AGO_BEFORE.search(spot.before) or (WAS.search(spot.before) and TIME_AGO.match(spot.after)):
        return Role(role="base", why="ago")
    return Role(role="base", why="ago") if AGO_VERB.match(spot.after) and spot.previous is not None else None


def _contrasted(spot: Spot) -> Role | None:
    """ "3.1% against 0.8% for the others": two parts side by side, no base."""
    start, limit = spot.scene.gap_after(spot.at)
    before = spot.previous
    if before is None or before.role not in ("level", "change") or not AGAINST.search(spot.before):
        return None
    timed = any(start <= p.start < min(limit, start + 40) for p in spot.scene.periods)
    if timed or not _same_kind(spot) or not OTHER_PART.match(spot.after):
        return None
    return Role(role=before.role, direction=before.direction, why="contrasted")


def _moved_alone(spot: Spot) -> Role | None:
    """A movement without a number beside its verb, or without a verb."""
    before, after, kind = spot.before, spot.after, spot.amount.kind
    told_behind = cue(spot.scene.rules.share_after).match(after) or cue(spot.scene.rules.change_after).match(after)
    if spot.previous is not None and spot.follows("change") and _same_kind(spot) and _joins(spot) and not told_behind:
        return Role(role="change", direction=spot.previous.direction, why="listed change")
    if (found := BEAT_BEFORE.search(before)) or (found := BEAT_AFTER.match(after)):
        return Role(role="change", direction="down" if LESSER.search(found[0]) else "up", why="beat")
    if kind in ("money", "per_share") and EXTRA.match(after):
        return Role(role="change", direction="down" if LESSER.search(after[:20]) else "up", why="extra")
    if kind != "ratio" and (than := MORE_THAN.match(after)) and bool(than["noun"]) == (kind == "count"):
        return Role(role="change", direction="down" if LESSER.search(than[0]) else "up", why="than")
    if kind == "count" and (LOST.search(before) or NET_ADDS.search(before)):
        return Role(role="change", direction="down" if LESSER.search(before) else "up", why="net")
    return _rate_alone(spot) if kind == "percent" else None


def _rate_alone(spot: Spot) -> Role | None:
    """ "Traffic was down, let me see, 1.3%", "Luxury did 6%", "it's 8% without them"."""
    before, scene = spot.before, spot.scene
    if RATES.search(before) or cue(scene.rules.share_after).match(spot.after):
        return None
    if spot.follows("change") and WITH_PART.fullmatch(before):
        return Role(role="change", direction=spot.previous.direction if spot.previous else None, why="with a part")
    if spot.at == 0 and scene.earlier_role == "change" and scene.earlier_kind == "percent" and _of_a_part(spot):
        return Role(role="change", direction=scene.earlier_way, why="part of it")
    if DID.search(before):
        return Role(role="change", direction="up", why="did")
    if (tail := SET_OFF.search(before)) is not None and (way := direction(scene, before[: tail.end("moved")][-24:])):
        return Role(role="change", direction=way, why="set off")
    if SOFTLY.search(before) and (way := direction(scene, before[-48:])):
        return Role(role="change", direction=way, why="softly")
    since = spot.previous.role if spot.previous is not None else scene.earlier_role
    way = spot.previous.direction if spot.previous is not None else scene.earlier_way
    again = OTHER_BASIS.search(before) or (WITHOUT.search(before) and WAS.search(before))
    if since == "change" and way and again:
        return Role(role="change", direction=direction(scene, before) or way, why="other basis")
    return None


def _of_a_part(spot: Spot) -> bool:
    """ "Sales grew 5%. Europe was 7%": a part of the business and its rate, after the change of the whole."""
    scene, at = spot.scene, spot.amount.start
    named = [m for m in scene.segments if m.end <= at]
    return (
        bool(named)
        and not scene.names_within(0, at, amounts=False)
        and PART_RATE.fullmatch(scene.folded[named[-1].end : at]) is not None
    )


def _joins(spot: Spot) -> bool:
    """Whether an amount is the next of a list: joined by "and", or, a rate, by a comma."""
    return _AND.fullmatch(spot.before) is not None or (spot.movable and spot.before.strip() == ",")


def _same_kind(spot: Spot) -> bool:
    return spot.amount.unit == spot.scene.amounts[spot.at - 1].unit


def _level(spot: Spot) -> Role | None:
    """Points that are a level ("61 basis points of volume"), and what is new in itself ("of net new ARR")."""
    if NET_NEW.match(spot.after):
        return Role(role="level", why="net new")
    if spot.amount.kind != "points" or cue(spot.scene.rules.change_before).search(spot.before):
        return None
    if OF_MARGIN.match(spot.after) and cue(r"\bor\b|\bcost|\bworth").search(spot.before[-16:]):
        return Role(role="driver", direction=direction(spot.scene, spot.before), why="points")
    arrived = (
        spot.follows("change")
        and _same_kind(spot)
        and cue(r"\bto\s+(?:[a-z]+\s+)?").fullmatch(spot.before.strip() + " ")
    )
    return Role(role="level", why="level") if OF_SALES.match(spot.after) or arrived else None


_FORMS = (_of_that, _driver, _earlier_time, _contrasted, _moved_alone, _level)
