"""What a Chinese clause measures that names a part of the business alone, or a measure that no vocabulary knows.

毛利率水产18%，禽料5%: the part takes the measure spoken of, where the number can be one of it; money is else revenue.
"""

from __future__ import annotations

from ..languages.metric_kinds import COUNT_METRICS, PER_SHARE_METRICS
from .binding import Binding
from .han_heads import read_head
from .metrics import is_rate, suits
from .phrases import noun_of
from .scenes import Scene, cue
from .spots import Role

_SOLD = cue(r"(?:卖|做)[了到出]*[^，。；,]{0,3}$")
_TOLD = ("level", "base", "change", "share")


def bind_part(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding | None:
    """The measure of amount `at`, whose clause names nothing but a part; None for any other clause."""
    if scene.rules.code != "zh" or role.role not in _TOLD:
        return None
    head = read_head(scene, at, role.role)
    if head.unknown is not None and role.role != "share":
        return Binding(metric=f"other:{head.unknown}", surface=head.unknown)
    start, end = scene.gap_before(at)
    named = [m for m in scene.metrics if start <= m.start and m.end <= end]
    if head.name is None or head.metric or any(suits(m.name, scene.amounts[at], role.role) for m in named):
        return None
    if scene.amounts[at].kind == "money" and _SOLD.search(scene.before(at)) and earlier is None:
        return Binding(metric="revenue")
    for source in (earlier, recent):
        if source is not None and _can_be(scene, at, role, source.metric, here=source is earlier):
            return Binding(metric=source.metric, surface=source.surface, basis=source.basis)
    kind = scene.amounts[at].kind
    if kind == "count":
        later = [m.name for m in scene.metrics if m.name in COUNT_METRICS and m.start > scene.amounts[at].start]
        return Binding(metric=later[0]) if later else None
    moves = role.role in ("change", "share") and kind == "percent"
    return Binding(metric="revenue") if kind == "money" or moves else None


def _can_be(scene: Scene, at: int, role: Role, metric: str, *, here: bool) -> bool:
    amount = scene.amounts[at]
    rate = is_rate(metric)
    if metric.startswith("other:"):
        named = metric in scene.rules.metrics or any(m.name == metric for m in scene.metrics)
        return here and (rate or named) and suits(metric, amount, role.role)
    if amount.kind == "count" and (noun := noun_of(scene, at)) is not None:
        return any(a.noun == noun for a in scene.amounts[:at]) and suits(metric, amount, role.role)
    if amount.kind == "money" or role.role == "share":
        return not rate and metric not in PER_SHARE_METRICS and suits(metric, amount, role.role)
    return suits(metric, amount, role.role)
