"""Lists that are told apart at their end: "A and B were 5% and 7%, respectively", A和B分别为5%和7%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..records import Claim
from .metrics import Mention
from .periods import PeriodMention
from .scenes import Scene, cue

_BETWEEN_AMOUNTS = r"\s*(?:\([^()]{0,40}\))?\s*(?:,|，|、|;)?\s*(?:and|及|和|以及|与|&)?\s*"
_BETWEEN_NAMES = r"[^.;。；]{0,40}?(?:,|，|、|and|及|和|与|&)[^.;。；]{0,40}?"


def distribute(scene: Scene, rows: Sequence[Claim], indexes: Sequence[int]) -> list[Claim]:
    """Give each amount of a list its own metric, segment or period where a word says they go in order.

    `indexes[i]` is the amount of `rows[i]` in the scene. Lists of unequal length are left as they are.
    """
    word = cue(scene.rules.respectively).search(scene.folded)
    if word is None:
        return list(rows)
    group = _group(scene, word.start())
    if len(group) < 2:
        return list(rows)
    for names in (scene.metrics, scene.segments, scene.periods):
        chosen = _names(scene, names, group)
        if len(chosen) == len(group):
            by_amount = dict(zip(group, chosen, strict=True))
            return [_given(scene, row, by_amount.get(at)) for row, at in zip(rows, indexes, strict=True)]
    return list(rows)


def _group(scene: Scene, word: int) -> list[int]:
    """The amounts of the list: after the word in Chinese, before it in English."""
    own = [at for at in range(len(scene.amounts)) if not scene.restates(at)]
    if scene.rules.code == "zh":
        own = [at for at in own if scene.amounts[at].start >= word]
        group = own[:1]
        for at in own[1:]:
            if not cue(_BETWEEN_AMOUNTS).fullmatch(
                scene.folded[scene.amounts[group[-1]].end : scene.amounts[at].start]
            ):
                break
            group.append(at)
        return group
    own = [at for at in own if scene.amounts[at].end <= word]
    group = own[-1:]
    for at in reversed(own[:-1]):
        gap = scene.folded[scene.gap_after(at)[0] : scene.amounts[group[0]].start]
        if not cue(_BETWEEN_AMOUNTS).fullmatch(gap):
            break
        group.insert(0, at)
    return group


def _names(
    scene: Scene, names: Sequence[Mention] | Sequence[PeriodMention], group: Sequence[int]
) -> list[Mention | PeriodMention]:
    """The run of names before the list, as many as it has amounts, with nothing but commas and conjunctions between."""
    before = [name for name in names if name.end <= scene.amounts[group[0]].start][-len(group) :]
    for left, right in pairwise(before):
        if not cue(_BETWEEN_NAMES).fullmatch(scene.folded[left.end : right.start]):
            return []
    return list(before)


def _given(scene: Scene, row: Claim, name: Mention | PeriodMention | None) -> Claim:
    if name is None:
        return row
    if isinstance(name, PeriodMention):
        return replace(row, period=name.period)
    if name in scene.segments:
        return replace(row, segment=name.name)
    return replace(row, metric=name.name, surface=scene.text[name.start : name.end])
