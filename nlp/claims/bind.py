"""What an amount measures: its metric, segment, period and basis, from the mentions around it in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .metrics import Mention, suits
from .periods import shift_quarters, shift_years
from .roles import Role
from .scenes import Scene, cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What was found for one amount. `place` is where the metric is named, None when it was inherited."""

    metric: str
    surface: str = ""
    segment: str | None = None
    basis: str | None = None
    period: str | None = None
    named_period: bool = False
    place: tuple[int, int] | None = None


def bind(scene: Scene, at: int, role: Role, earlier: Binding | None) -> Binding:
    """Bind amount `at`; `earlier` is the binding of the amount before it (or of the sentence before)."""
    metric = _pick_metric(scene, at, role, earlier)
    if metric is not None:
        segment = _pick_segment(scene, at, metric, role)
        surface = scene.text[metric.start : metric.end]
        place = (metric.start, metric.end)
        return Binding(metric=metric.name, surface=surface, segment=segment, basis=_basis(scene, metric), place=place)
    if role.what:
        return Binding(metric=f"other:{_noun_phrase(role.what)}", surface=role.what.strip())
    noun = _noun(scene, at)
    if noun and role.role not in ("change", "share", "base"):
        return Binding(metric=f"other:{noun.lower()}", surface=noun, segment=_segment_before(scene, at))
    if earlier is not None:
        return _inherit(scene, at, earlier)
    segment = _segment_before(scene, at)
    if segment is not None and scene.amounts[at].kind in ("money", "percent"):
        # "Our X business grew 40%": a business without a metric is spoken of by its revenue.
        return Binding(metric="revenue", segment=segment)
    return Binding(metric="other:" + _noun_phrase(scene.before(at)))


def _noun(scene: Scene, at: int) -> str | None:
    noun = scene.amounts[at].noun
    return None if noun in scene.rules.classifiers else noun


def _inherit(scene: Scene, at: int, earlier: Binding) -> Binding:
    segment = _segment_before(scene, at) or earlier.segment
    return Binding(metric=earlier.metric, surface=earlier.surface, segment=segment, basis=earlier.basis)


def _pick_metric(scene: Scene, at: int, role: Role, earlier: Binding | None) -> Mention | None:
    amount, zone = scene.amounts[at], scene.zone_of(at)
    left_end = scene.amounts[at - 1].end if at else 0
    fits = [m for m in scene.metrics if suits(m.name, amount, role.role)]
    if role.role == "share":
        return _whole(scene, at, fits)
    between = [m for m in fits if max(left_end, zone.start) <= m.start and m.end <= amount.start]
    following = _following(scene, at, fits)
    if amount.kind == "count" and _noun(scene, at) and following is None:
        return None
    if role.what is not None:
        named = [m for m in between if scene.folded[m.end : amount.start].count(",") == 0]
        return named[-1] if named else None
    if following is not None and not _adjacent(scene, between, amount.start):
        return following
    if between:
        return between[-1]
    if zone.kind != "main" and not earlier:
        return None
    if earlier is not None and earlier.place is None and not earlier.metric.startswith("other:"):
        return None
    return _subject(scene, at, fits, zone.kind)


def _adjacent(scene: Scene, between: list[Mention], start: int) -> bool:
    """Whether the last metric before the amount is its own subject: nothing but a verb or preposition between."""
    return bool(between) and len(scene.folded[between[-1].end : start].split()) <= 4


def _following(scene: Scene, at: int, fits: list[Mention]) -> Mention | None:
    """`120 million in revenue`, `12% revenue growth`, `5,000 paying customers`."""
    after = scene.gap_after(at)
    start, limit = after
    for mention in fits:
        if start <= mention.start < limit:
            gap = scene.folded[start : mention.start]
            if cue(scene.rules.fillers).fullmatch(gap) or cue(scene.rules.yoy).fullmatch(gap.strip()):
                return mention
    return None


def _whole(scene: Scene, at: int, fits: list[Mention]) -> Mention | None:
    """The whole of a share: named after it in English, before it in Chinese."""
    start, limit = scene.gap_after(at)
    after = [m for m in fits if start <= m.start < limit and m.start - start < 40]
    if after:
        return after[0]
    before = [m for m in fits if m.end <= scene.amounts[at].start]
    return before[-1] if before else None


def _subject(scene: Scene, at: int, fits: list[Mention], zone_kind: str) -> Mention | None:
    """The nearest suitable metric before the amount in its own zone."""
    zone = scene.zone_of(at)
    inner = [z for z in scene.zones if z.kind != "main" and z is not zone]
    before = [
        m
        for m in fits
        if zone.start <= m.start and m.end <= scene.amounts[at].start
        and not (zone_kind == "main" and any(z.start <= m.start < z.end for z in inner))
    ]  # fmt: skip
    return before[-1] if before else None


def _pick_segment(scene: Scene, at: int, metric: Mention, role: Role) -> str | None:
    if role.role == "share":
        return _joined_segments(scene, at)
    if cue(r"\b(?:total|overall|consolidated|group)\b|总|合并|整体").match(scene.folded[metric.start : metric.end]):
        if scene.amounts[at].kind != "percent":
            return None
    amount = scene.amounts[at]
    around = scene.folded[metric.end : metric.end + 40]
    linked = cue(
        r"^\s*(?:generated\s+|growth\s+|increase\s+)?(?:from|for|of|in)\s+(?:(?:our|the|its|entire)\s+)*"
    ).match(around)
    for mention in scene.segments:
        if linked and mention.start == metric.end + linked.end():
            return mention.name
    glued = [m for m in scene.segments if m.end <= metric.start and _is_glue(scene.folded[m.end : metric.start])]
    if glued:
        return glued[-1].name
    if metric.start >= amount.end:
        return _segment_before(scene, at)
    return _segment_before(scene, at, since=_clause_start(scene, metric.start))


def _joined_segments(scene: Scene, at: int) -> str | None:
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


def _segment_before(scene: Scene, at: int, since: int | None = None) -> str | None:
    """The last segment named between `since` (or the zone's start) and the amount."""
    zone = scene.zone_of(at)
    start = max(zone.start, since if since is not None else 0)
    found = [m for m in scene.segments if start <= m.start and m.end <= scene.amounts[at].start]
    return found[-1].name if found else None


def _basis(scene: Scene, metric: Mention) -> str | None:
    if metric.name.startswith("adjusted_") or metric.name == "free_cash_flow":
        return "non_gaap"
    near = scene.folded[max(0, metric.start - 24) : metric.end]
    if cue(scene.rules.non_gaap).search(near):
        return "non_gaap"
    return "gaap" if cue(r"\bgaap\b|公认会计准则").search(near) else None


def _noun_phrase(words: str) -> str:
    """The last words before the amount, as a name for what it measures."""
    tokens = re.findall(r"[A-Za-z&'\-]+|[\u4e00-\u9fff]+", words)
    return " ".join(tokens[-4:]).lower() or "amount"


def pick_period(scene: Scene, at: int, role: Role) -> tuple[str | None, bool]:
    """The period of amount `at` and whether the sentence names it.

    English names it after the amount ("120 in Q2 from 100 in Q1"), Chinese before it; else the sentence's first.
    """
    start, limit = scene.gap_after(at)
    begin = scene.amounts[at - 1].end if at else 0
    # The bracketed restatement is part of the amount: what names the period stands behind it.
    after = [p for p in scene.periods if start <= p.start < limit]
    between = [p for p in scene.periods if begin <= p.start and p.end <= scene.amounts[at].start]
    if scene.rules.code == "zh":
        own = [p for p in between if role.role == "base" or not _is_compared(scene, p.start)]
        return (own[-1].period, True) if own else (None, False)
    linked = [p for p in after if _links(scene.folded[start : p.start])]
    if linked:
        return linked[0].period, True
    own = [p for p in between if not _is_compared(scene, p.start) and not _consumed(scene, p, at)]
    if own and role.role != "base":
        return own[-1].period, True
    return None, False


def _is_compared(scene: Scene, start: int) -> bool:
    """Whether the period at `start` is what something is compared with: 较去年同期, "compared with the same quarter"."""
    return cue(scene.rules.compares).search(scene.folded[max(0, start - 24) : start]) is not None


def compared_period(scene: Scene, at: int) -> str | None:
    """The period a change is measured from, where the sentence names it beside the change."""
    begin = scene.amounts[at - 1].end if at else 0
    start, limit = scene.gap_after(at)
    near = [p for p in scene.periods if begin <= p.start < scene.amounts[at].start or start <= p.start < limit]
    named = [p for p in near if _is_compared(scene, p.start)]
    return named[0].period if named else None


def sentence_period(scene: Scene, taken: set[str | None]) -> str | None:
    """The first period the sentence names that is no base's and nothing is compared with."""
    first = scene.amounts[0].start
    early = [p for p in scene.periods if p.end <= first]
    own = [p.period for p in early if p.period not in taken and not _is_compared(scene, p.start)]
    return own[0] if own else None


def _consumed(scene: Scene, period: object, at: int) -> bool:
    """Whether a period before amount `at` already belongs to the amount before it ("100 in Q1, and 120")."""
    if at == 0:
        return False
    gap_start = scene.amounts[at - 1].end
    start = getattr(period, "start", 0)
    return _links(scene.folded[gap_start:start])


def _links(gap: str) -> bool:
    return cue(r"[)）\s]*(?:(?:[\w&'\-]+\s+){0,6}?(?:in|for|during|of|at|as of|by)\s+)?(?:the\s+)?").fullmatch(
        gap
    ) is not None and not cue(r"\b(?:from|compared|versus|than|vs)\b").search(gap)


def default_base_period(period: str | None, comparator: str | None) -> str | None:
    """The period a change is measured from, when only the comparator is known."""
    if comparator == "yoy":
        return shift_years(period, -1)
    return shift_quarters(period, -1) if comparator == "qoq" else None
