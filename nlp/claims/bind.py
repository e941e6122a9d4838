"""What an amount measures: its metric, segment, period and basis, from the mentions around it in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .metrics import Mention, suits
from .roles import Role
from .scenes import Scene, cue
from .whose import find_subject, pick_segment, segment_before


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

    @property
    def own_segment(self) -> bool:
        """Whether the sentence names the segment along with the metric."""
        return self.segment is not None and self.place is not None


def bind(scene: Scene, at: int, role: Role, earlier: Binding | None) -> Binding:
    """Bind amount `at`; `earlier` is the binding of the amount before it (or of the sentence before)."""
    metric = _pick_metric(scene, at, role, earlier)
    if metric is not None:
        segment = pick_segment(scene, at, metric, role)
        surface = scene.text[metric.start : metric.end]
        place = (metric.start, metric.end)
        return Binding(metric=metric.name, surface=surface, segment=segment, basis=_basis(scene, metric), place=place)
    if role.what:
        return Binding(metric=f"other:{_noun_phrase(role.what)}", surface=role.what.strip())
    noun = _noun(scene, at)
    if noun and role.role not in ("change", "share", "base"):
        return Binding(metric=f"other:{noun.lower()}", surface=noun, segment=segment_before(scene, at))
    subject = find_subject(scene, at)
    if subject is not None and earlier is not None and not earlier.metric.startswith("other:"):
        return Binding(metric=earlier.metric, surface=earlier.surface, segment=subject, basis=earlier.basis)
    if earlier is not None:
        return _inherit(scene, at, earlier)
    segment = segment_before(scene, at)
    if segment is not None and scene.amounts[at].kind in ("money", "percent"):
        # "Our X business grew 40%": a business without a metric is spoken of by its revenue.
        return Binding(metric="revenue", segment=segment)
    return Binding(metric="other:" + _noun_phrase(scene.before(at)))


def _noun(scene: Scene, at: int) -> str | None:
    noun = scene.amounts[at].noun
    return None if noun in scene.rules.classifiers else noun


def _inherit(scene: Scene, at: int, earlier: Binding) -> Binding:
    segment = segment_before(scene, at) or earlier.segment
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
