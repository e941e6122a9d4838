"""Figures that a sentence gives no time: what holds at all times, and what is counted on the day."""

from __future__ import annotations

from ..records import Claim
from .scenes import Scene, cue


def is_timeless(scene: Scene, at: int, row: Claim) -> bool:
    """Whether a figure without a named period is of none: a supposition, a definition, a sum that may be spent."""
    if row.period is not None or scene.periods:
        return False
    if row.modality == "hypothetical" or row.role == "whole":
        return True
    if row.metric == "buyback" and cue(scene.rules.so_far).search(scene.folded):
        return True
    defined = cue(scene.rules.defined).search(scene.before(at)) if row.role in ("level", "base") else None
    return defined is not None or (
        row.amount.kind == "count" and cue(scene.rules.stands_for).search(scene.before(at)) is not None
    )


def is_of_today(scene: Scene, at: int, row: Claim) -> bool:
    """Whether a number of things is told in the present, as of the last day: "We sell in 41 countries"."""
    if row.amount.kind != "count" or row.role not in ("level", "share") or row.modality != "reported" or scene.periods:
        return False
    open_metric = row.metric.startswith("other:") or row.metric in _COUNTED
    return open_metric and cue(scene.rules.today).search(scene.folded[: scene.amounts[at].start][-60:]) is not None


def is_flow(scene: Scene, at: int, row: Claim) -> bool:
    """Whether what is else counted on a day is told of a span: stores that were opened, an average balance."""
    words = scene.before(at)
    if row.amount.kind in ("count", "money") and cue(scene.rules.flows).search(words[-60:]):
        return True
    return row.role in ("level", "change", "base") and cue(scene.rules.averaged).search(words) is not None


_COUNTED = frozenset("users subscribers customers stores facilities vehicles distributors suppliers headcount".split())
