"""Whose: the segment of a metric, by name where the company has named it, else by the words that qualify the metric.

A figure with an unknown qualifier ("membership revenue", 会员服务营收) is nobody's total: its qualifier is its segment.
"""

from __future__ import annotations

import re

from .metrics import Mention
from .qualifiers import find_qualifier
from .roles import Role
from .scenes import Scene, cue


def pick_segment(scene: Scene, at: int, metric: Mention, role: Role) -> str | None:
    """The segment of `metric` as the value of amount `at`; None for the whole company."""
    if role.role == "share":
        return joined_segments(scene, at)
    if cue(r"\b(?:total|overall|consolidated|group)\b|总|合并|整体").match(scene.folded[metric.start : metric.end]):
        if scene.amounts[at].kind != "percent":
            return None
    amount = scene.amounts[at]
    around = scene.folded[metric.end : metric.end + 40]
    linked = cue(
        r"^\s*(?:generated\s+|growth\s+|increase\s+)?(?:from|for|of|in)\s+(?:(?:our|the|its|entire)\s+)*"
    ).match(around)
    if linked:
        start = metric.end + linked.end()
        reach = cue(
            r"[,，.;。；]|\b(?:was|were|is|are|increased|decreased|grew|rose|fell|declined|reached|contributed)\b"
        ).search(scene.folded, start)
        limit = min(reach.start() if reach else len(scene.folded), start + 90)
        named = [m for m in scene.segments if start <= m.start and m.end <= limit]
        if named:
            return named[-1].name
    glued = [m for m in scene.segments if m.end <= metric.start and _is_glue(scene.folded[m.end : metric.start])]
    if glued:
        return glued[-1].name
    beside = _beside(scene, at)
    if beside is not None and metric.end <= amount.start:
        return beside
    qualifier = find_qualifier(scene, metric)
    if qualifier is not None:
        return qualifier
    if metric.start >= amount.end:
        return segment_before(scene, at)
    return segment_before(scene, at, since=_clause_start(scene, metric.start))


def _beside(scene: Scene, at: int) -> str | None:
    """`30% in Cold Drinks, 14% in Snacks`: the segment named right after the amount."""
    start, limit = scene.gap_after(at)
    linked = cue(r"(?:in|for|at)\s+(?:(?:our|the)\s+)?").match(scene.folded, start)
    if linked is None:
        return None
    named = [m for m in scene.segments if m.start == linked.end() and m.end <= limit]
    return named[0].name if named else _unknown_place(scene, linked.end(), limit)


def _unknown_place(scene: Scene, start: int, limit: int) -> str | None:
    """`30% in medium-voltage drives`: words no document defines, but no period and no metric either."""
    found = cue(
        r"((?:[a-z][\w&'\-]*\s+){0,4}?[a-z][\w&'\-]*)(?=\s*(?:[,.;:)]|$)|\s+(?:and|from|compared|versus|against|while|but)\b|\s*$)"
    ).match(scene.folded, start, limit)
    if found is None or any(m.start < found.end() and start < m.end for m in (*scene.periods, *scene.metrics)):
        return None
    words = found[1].lower()
    return (
        None
        if cue(
            r"(?:(?:the )?(?:first|second|third|fourth|same|prior|previous)(?: .*)?|total|cash|all|fact|addition|line|part|general|aggregate|constant currency|local currency|real terms|[a-z]+ terms)"
        ).fullmatch(words)
        else words
    )


# "Southeast Asia brought in 318 million": who does it, where the sentence goes on about the last one's metric.
_SUBJECT = (
    r"(?:^|[,;.]\s*|\b(?:and|while|but|where)\s+)((?:[A-Z0-9][\w&'\-]*\s+)(?:[\w&'\-]+\s+){0,4}?)"
    r"(?:was|were|is|are|brought|contributed|generated|delivered|grew|rose|fell|declined|increased|decreased|reached|posted|made|took|came|accounted|added|had)\b[^,;]{0,40}$"
)
_PRONOUNS = r"(?:we|it|this|that|these|they|i|our|the|which|he|she|there|in|on|at|for|of|by|as|if|so|and|but|to|year|quarter|q[1-4]|revenues?|growth|total)\b"


def find_subject(scene: Scene, at: int) -> str | None:
    """The named subject of the clause that holds amount `at`, lower-cased; None for pronouns and plain words."""
    if scene.rules.code != "en":
        return None
    found = re.search(_SUBJECT, scene.folded[: scene.amounts[at].start])
    if found is None or re.match(_PRONOUNS, found[1], re.IGNORECASE):
        return None
    known = [m for m in scene.segments if m.start < found.end(1) and found.start(1) < m.end]
    if any(p.start < found.end(1) and found.start(1) < p.end for p in (*scene.periods, *scene.metrics)):
        return None
    return known[-1].name if known else found[1].strip().lower()


def topic_segment(scene: Scene) -> str | None:
    """The segment a sentence announces: it is nothing but its name, or says "turning to X"."""
    for mention in scene.segments:
        around = scene.folded[: mention.start], scene.folded[mention.end :]
        if cue(r"\W*").fullmatch(around[0]) and cue(rf"(?:\s*{scene.rules.segment_nouns})?\W*").fullmatch(around[1]):
            return mention.name
        if cue(scene.rules.turning).search(around[0]):
            return mention.name
    return None


def joined_segments(scene: Scene, at: int) -> str | None:
    """The segments whose share is said: "A solutions and B solutions made up 60% of revenue" is A+B."""
    before = [m for m in scene.segments if m.end <= scene.amounts[at].start and m.start >= scene.zone_of(at).start]
    joined = before[-1:]
    for mention in reversed(before[:-1]):
        gap = scene.folded[mention.end : joined[0].start]
        if not cue(r"[^,.;，。；]{0,60}(?:\band\b|,|&|和|及|与|、)[^,.;，。；]{0,60}").fullmatch(gap):
            break
        joined.insert(0, mention)
    return "+".join(dict.fromkeys(m.name for m in joined)) or None


def _is_glue(gap: str) -> bool:
    return cue(
        r"\s*(?:solutions?|business(?:es)?|segments?|products?|services?|platforms?|(?:solutions? )?business)?(?:'s)?(?:\s*,?\s*the)?\s*"
        r"|\s*(?:业务|事业部?|部门|解决方案|产品|服务|板块)?的?\s*"
    ).fullmatch(gap) is not None  # fmt: skip


def _clause_start(scene: Scene, before: int) -> int:
    stops = [m.end() for m in re.finditer(r"[,，；;。]|\bwhile\b", scene.folded[:before])]
    return stops[-1] if stops else 0


def segment_before(scene: Scene, at: int, since: int | None = None) -> str | None:
    """The last segment named between `since` (or the zone's start) and the amount."""
    zone = scene.zone_of(at)
    start = max(zone.start, since if since is not None else 0)
    found = [m for m in scene.segments if start <= m.start and m.end <= scene.amounts[at].start]
    return found[-1].name if found else None
