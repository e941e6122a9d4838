"""The part of the business that a figure without a segment belongs to, by the names that stand around it."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages.metric_kinds import MARGIN_OF
from ..records import Claim
from .binding import Binding
from .scenes import Scene, cue
from .topics import OF_PARTS, OF_THE_SAME, opening_segment, opens_with

_OF = {
    "en": cue(
        r"\s*(?:of (?:them|these|those|which) )?(?:(?:are|were|will be|is|was) )?(?:located |based |sold |opened )?"
        r"(?:[a-z][\w\-]* ){0,3}?(?:in|at|from|for|across) (?:our |the |all of )?"
        r"|\s+(?:[a-z][\w\-]* ){0,2}(?=overseas|abroad)"
    ),
    "zh": cue(r"[\u4e00-\u9fff]{0,3}(?:位于|在)"),
}
_KIND = cue(r"\s*(?:[a-z\-]+ )?")


def segment_near(scene: Scene, at: int, metric: str, named: Sequence[str]) -> str | None:
    """The part that amount `at` is of, by what stands around it; `named` are those of the figures before it."""
    found = _as_kind(scene, at) or _after(scene, at)
    own = metric in OF_PARTS or (metric.startswith("other:") and any(m.name == metric for m in scene.metrics))
    if found is None and scene.rules.code == "zh" and own and (topic := _topic_of(scene, at, named)):
        return topic
    if found or metric not in OF_THE_SAME or len(scene.segments) > 1 or not named:
        return found
    whole = cue(scene.rules.of_all).search(scene.before(at)) or cue(scene.rules.of_all).search(scene.after(at))
    return None if whole else named[-1]


def segment_behind(scene: Scene, at: int, segment: str | None) -> str | None:
    """The part named right behind amount `at`, where `segment` was named only for an amount before it."""
    behind = _after(scene, at)
    since = scene.gap_before(at)[0]
    taken = _after(scene, at - 1) if at else None  # "$11 at Alder, and $9 at Birch": Alder is the first one's
    own = segment != taken and any(m.name == segment and since <= m.start for m in scene.segments)
    return None if own or not at else behind


_HEADS = cue(
    r".*(?:[,;.:]|\b(?:while|and|but|whereas|with|as|where|though))\s*(?:(?:and|while|but|with)\s+)?(?:in |at |for )?"
    r"(?:the |our |its )?"
)
_ACTS = cue(
    r",?\s*(?:(?:was|were|is|are|came in|stood|at)\s+)?(?:(?:up|down|plus|minus|grew|rose|fell|declined|dropped"
    r"|increased|decreased|shrank"
    r"|gained|lost|climbed|at|contributed|had|posted|did|earned|generated|delivered|added|made|was|were|to|by|about|around|nearly|over|a"
    r"|an|the remaining|another|provided|slipped|eased|improved|expanded)\s+){0,4}"
)


def acting_here(scene: Scene, at: int) -> str | None:
    """The part that heads the words since the amount before: "and the Northeast dropped 6%", "and Rail 4 million"."""
    start, limit = scene.gap_before(at)
    for mention in reversed(scene.segments):
        if not start <= mention.start < limit or scene.names_within(mention.end, limit):
            continue
        before, after = scene.folded[start : mention.start], scene.folded[mention.end : limit]
        if _HEADS.fullmatch(before) and _ACTS.fullmatch(after):
            return mention.name
    return None


def carried_on(scene: Scene, at: int, binding: Binding, last: Claim) -> str | None:
    """The part of the figure before, of which a figure goes on: "Gaming was $480 million, down 8%"."""
    start, limit = scene.gap_before(at)
    if last.segment is None or any(start <= mention.start < limit for mention in scene.segments):
        return None
    if binding.metric == MARGIN_OF.get(last.metric) and scene.amounts[at].kind == "percent":
        return last.segment if binding.segment is None else None
    named_before = binding.place is not None and binding.place[1] <= scene.amounts[at - 1].start
    since = scene.gap_before(at - 1)[0]
    older = any(mention.name == binding.segment and mention.end <= since for mention in scene.segments)
    goes_on = binding.metric == last.metric and named_before and last.role == "level"
    return last.segment if goes_on and older else None


_WHOLE = cue(r"公司|集团|整体|综合|合计|总|合并|全年")


def _topic_of(scene: Scene, at: int, named: Sequence[str]) -> str | None:
    """处方药营收为12.8亿元，毛利率11.9%: a Chinese sentence that opens with its one part goes on about that part."""
    if len({m.name for m in scene.segments} | set(named)) != 1 or not named or _WHOLE.search(scene.before(at)):
        return None
    opened = opening_segment(scene)
    return named[0] if opened is not None or opens_with(scene, named[0]) else None


def _after(scene: Scene, at: int) -> str | None:
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


def _as_kind(scene: Scene, at: int) -> str | None:
    """The name that tells what is counted: "96 Harbour Lane restaurants"."""
    amount = scene.amounts[at]
    if amount.kind != "count" or scene.rules.code != "en":
        return None
    for mention in scene.segments:
        if mention.start >= amount.end and _KIND.fullmatch(scene.folded[amount.end : mention.start]):
            return mention.name
    return None
