"""Rates of what is itself no rate: per cent of revenue or staff are a change or a part of it, never its level."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages.en.spoken import COSTS, OF_REVENUE
from ..languages.metric_kinds import FEWER_IS_BETTER, RATIO_METRICS
from ..records import Claim
from .scenes import Scene, cue
from .spots import Role, direction

_JUDGED = cue(r"improv|better|wors|deteriorat|改善|改进|优化|好转|恶化")
_NEAR = 40  # characters before an amount that may tell its way


def is_quantity(metric: str) -> bool:
    """Whether a canonical metric is counted or paid, so that per cent cannot be its level."""
    return (
        metric not in RATIO_METRICS | {"fx_rate", "dividend"}
        and not metric.startswith("other:")
        and not metric.endswith(_RATES)
    )


_LISTED = r"\s*(?:,|，|、|;|；)?\s*(?:and|or|及|和|以及|与|&)?\s*"
_OR = r"\s*[,，、]?\s*(?:or|即)\s*(?:about |some |约)?"  # "of whom 62, or 30%"
_RATES = ("_ratio", "_rate", "_margin")


def of_quantity(scene: Scene, at: int, rates: Sequence[Claim], moved: str | None) -> Role | None:
    """The role of a rate of a quantity; None where nothing tells it.

    `rates` are the claims in per cent before it in the sentence, `moved` the way of the last change of the paragraph.
    """
    told_again = scene.zone_of(at).kind == "including" and cue(_OR).fullmatch(scene.before(at))
    if told_again or cue(scene.rules.parts).search(scene.before(at)):
        return Role(role="share", why="part")
    if cue(_LISTED).fullmatch(scene.before(at)):
        return None  # the next of a list may be of something else
    if (rates and rates[-1].role != "change") or cue(scene.rules.equals).search(scene.before(at)):
        return None
    way = direction(scene, scene.before(at)) or (rates[-1].direction if rates else moved)
    return Role(role="change", direction=way, why="of a quantity") if way else None


def is_rate_of(scene: Scene, at: int, metric: str) -> bool:
    """Whether per cent of sales are a rate, no share: of a margin, or of what is paid ("labor is 4.1% of wages")."""
    if scene.rules.code != "en" or not OF_REVENUE.match(scene.after(at)):
        return metric.endswith(_RATES) and metric in RATIO_METRICS and scene.rules.code == "en"
    return metric.endswith(_RATES) or COSTS.search(scene.folded[: scene.amounts[at].start][-80:]) is not None


def of_same_stores(scene: Scene, at: int) -> str:
    """The direction of growth in the same stores, which is a change wherever it is told."""
    low = scene.amounts[at].low
    fell = low is not None and low < 0
    return "down" if fell else direction(scene, scene.before(at)) or "up"


def is_turned(scene: Scene, at: int, metric: str, loss: bool) -> bool:
    """Whether the way of a quantity is the other one than its words': a loss that grew, a churn rate that improved."""
    fewer = loss or metric in FEWER_IS_BETTER
    before = scene.before(at)[-_NEAR:]
    ways = [hit for rule in (scene.rules.up, scene.rules.down) for hit in cue(rule).finditer(before)]
    told = max(ways, key=lambda hit: hit.end())[0] if ways else scene.after(at)[:_NEAR]
    return loss != (fewer and _JUDGED.search(told) is not None)
