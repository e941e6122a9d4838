"""The part of the business that a figure without a segment belongs to, by the names that stand around it."""

from __future__ import annotations

from .scenes import Scene, cue

_OF = {
    "en": cue(
        r"\s*(?:of (?:them|these|those|which) )?(?:(?:are|were|will be|is|was) )?(?:located |based |sold |opened )?"
        r"(?:[a-z][\w\-]* ){0,3}?(?:in|at|from|for|across) (?:our |the |all of )?"
    ),
    "zh": cue(r"[\u4e00-\u9fff]{0,3}(?:位于|在)"),
}
_KIND = cue(r"\s*(?:[a-z\-]+ )?")


def segment_after(scene: Scene, at: int) -> str | None:
    """The name behind an amount, with no more than its noun between: "23 leases in Hong Kong", 其中24家位於內地."""
    start, limit = scene.gap_after(at)
    for mention in scene.segments:
        if not start <= mention.start < limit:
            continue
        gap = scene.folded[start : mention.start]
        if scene.names_within(start, mention.start):
            return None
        return mention.name if _OF[scene.rules.code].fullmatch(gap) else None
    return None


def segment_as_kind(scene: Scene, at: int) -> str | None:
    """The name that tells what is counted: "96 Harbour Lane restaurants"."""
    amount = scene.amounts[at]
    if amount.kind != "count" or scene.rules.code != "en":
        return None
    for mention in scene.segments:
        if mention.start >= amount.end and _KIND.fullmatch(scene.folded[amount.end : mention.start]):
            return mention.name
    return None
