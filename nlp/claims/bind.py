"""What an amount measures: its metric, segment, period and basis, from the mentions around it in the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from ..languages.metric_kinds import ADJUSTABLE, MARGIN_OF, NEVER_OF_PARTS, RATIO_METRICS
from .binding import Binding
from .counted import count_of_goods, kind_of, of_one_unit, paid_by_one, price_of_unit, taken_of_volume
from .han_carry import bind_part
from .metrics import Mention, suits
from .phrases import name_what, noun_of
from .pick import MOVED, pick_metric
from .scenes import Scene, cue
from .spent import of_kind
from .spots import Role
from .unnamed import bind_unnamed, moved_behind, noun_with_of, own_subject
from .whose import pick_segment, segment_before, share_subject


def bind(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None = None) -> Binding:
    """Bind amount `at`; `earlier` is the binding it may inherit, `recent` the paragraph's last one."""
    if role.why == "base of share":
        role = Role(role="share", why="share")
    found = _bind(scene, at, role, earlier, recent)
    if scene.amounts[at].kind == "per_share" and found.metric == "net_income":
        return replace(found, metric="eps")
    if scene.amounts[at].kind == "money" and (profit := _PROFIT_OF.get(found.metric)) is not None:
        # "was 31% of sales, or 24 million": the money is the profit that the margin is made of.
        return replace(found, metric=profit)
    return found


_LEVERAGE = r"\s*(?:(?:(?:adjusted|net|of|our|its|annual)\s+)*ebitda|levered|leveraged)\b"
_PROFIT_OF = {margin: profit for profit, margin in MARGIN_OF.items()}


def _bind(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding:
    if _is_rate_of_exchange(scene, at):
        return Binding(metric="fx_rate", place=(scene.amounts[at].start, scene.amounts[at].start))
    if role.why == "part of change":
        return _part(scene, at, role)
    source = earlier or recent
    bare = scene.amounts[at].kind == "points" and not scene.metrics and source is not None
    of_rate = bare and source is not None and source.metric in RATIO_METRICS  # "It went back by 0.8 points."
    moved = role.why == "points" or of_rate or _is_part_of_move(scene, at, role, source)
    if moved and (rate := _rate_moved(scene, at, role, source)) is not None:
        return rate
    if scene.amounts[at].kind == "ratio" and cue(_LEVERAGE).match(scene.after(at)):
        return Binding(metric="leverage", surface="times EBITDA", place=(scene.amounts[at].end, scene.amounts[at].end))
    if (
        role.why in ("bracketed", "breakdown")
        and role.role != "level"
        and earlier is not None
        and _of_rate(scene, at, role)
    ):
        return replace(earlier, place=None)
    if rate := _rate_of_sales(scene, at, earlier, recent):
        return rate
    if taken_of_volume(scene, at):
        return Binding(metric="take_rate", segment=segment_before(scene, at), as_level=True)
    if rated := _bare_rate(scene, at, earlier or recent):
        return rated
    if role.role == "share" and cue(scene.rules.of_market).match(scene.after(at)):
        return Binding(metric="market_share", segment=segment_before(scene, at))
    if earlier is not None and _moves_share(scene, at, role):
        return replace(earlier, place=None)
    if at and earlier is not None and role.role in ("base", "change") and _is_counted(scene, at - 1):
        return replace(earlier, place=None)
    if at and earlier is not None and role.role in ("base", "ratio") and not _names_metric(scene, at):
        return (
            replace(earlier, place=None)
            if role.role == "ratio" or _like(scene, at)
            else _named(scene, at, role, earlier, recent)
        )
    return _named(scene, at, role, earlier, recent)


def _bare_rate(scene: Scene, at: int, source: Binding | None) -> Binding | None:
    """ "You're at 61 basis points, and last year we were at 64": a bare number after a rate is one of it."""
    amount = scene.amounts[at]
    bare = amount.kind == "count" and amount.noun is None and amount.low is not None and abs(amount.low) < _FEW
    if not bare or source is None or source.metric not in RATIO_METRICS or scene.rules.code != "en":
        return None
    since = scene.gap_before(at)[0] if at else 0
    if any(since <= m.start < amount.start for m in scene.metrics) or not cue(
        r"\b(?:at|of|to|from|was|were|talking)\s+(?:[a-z]+\s+){0,3}$"
    ).search(scene.before(at)):
        return None
    return replace(source, segment=segment_before(scene, at) or source.segment, place=None)


def _is_part_of_move(scene: Scene, at: int, role: Role, source: Binding | None) -> bool:
    """ "Pricing was worth two points of that": the points are of the rate that moved."""
    if source is None or role.role != "driver" or scene.amounts[at].kind != "points":
        return False
    if source.metric not in RATIO_METRICS:
        return False
    return cue(r"\s*of (?:that|this|those)\b").match(scene.after(at)) is not None


def _rate_moved(scene: Scene, at: int, role: Role, source: Binding | None) -> Binding | None:
    """The rate that points are points of: named behind them, else the one spoken of."""
    named = [m for m in scene.metrics if m.name in RATIO_METRICS and m.start >= scene.amounts[at].end][:1]
    if named and cue(r"\s*(?:of|to|in|from)\s+(?:[a-z]+\s+){0,3}").fullmatch(
        scene.folded[scene.amounts[at].end : named[0].start]
    ):
        name = named[0].name if named[0].name != "margin" else _which_margin(scene, named[0].start, source)
        return Binding(
            metric=name, surface=scene.text[named[0].start : named[0].end], place=(named[0].start, named[0].end)
        )
    if source is not None and source.metric in RATIO_METRICS:
        named_here = segment_before(scene, at) if role.role == "change" else None  # a driver names what moved it
        return replace(source, segment=named_here or source.segment, place=None)
    told = [m for m in scene.metrics if m.name in RATIO_METRICS and m.end <= scene.amounts[at].start]
    earlier = [m for m in scene.earlier_metrics if m.name in RATIO_METRICS]
    found = told[:1] or earlier[-1:]
    if found and found[0].name == "margin":
        return Binding(metric=_which_margin(scene, 0, None), place=None)
    return Binding(metric=found[0].name, place=None) if found else None


def _of_rate(scene: Scene, at: int, role: Role) -> bool:
    """Whether a bracketed figure, or points that a rate of change is made of, follow what stands before them."""
    return role.why == "bracketed" or scene.amounts[at].kind == "points"


def _moves_share(scene: Scene, at: int, role: Role) -> bool:
    """ "31% of deliveries, seven points more than a year ago": the points are those of the rate before them."""
    if not at or role.role != "change" or scene.amounts[at].kind != "points":
        return False
    return scene.amounts[at - 1].kind == "percent" and not _names_metric(scene, at)


def _named(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding:
    if (part := bind_part(scene, at, role, earlier, recent)) is not None:
        return part
    if (
        told := moved_behind(scene, at, role) or own_subject(scene, at, role) or noun_with_of(scene, at, role)
    ) is not None:
        return told
    metric = pick_metric(scene, at, role, earlier) or _per_share(scene, at)
    metric = metric or _as_margin(scene, at, role)
    if metric is not None and scene.folded[metric.start : metric.end] == "费用率":
        # 销售费用6.9亿元,费用率为19.9%
        spent = [m.name for m in scene.metrics if m.end <= metric.start and m.name in _EXPENSES]
        metric = replace(metric, name=f"{spent[-1].removesuffix('s')}_ratio") if spent else metric
    if metric is not None and metric.name == "margin":
        metric = replace(metric, name=_which_margin(scene, metric.start, earlier or recent))
    if (
        metric is not None
        and role.role == "level"
        and noun_of(scene, at)
        and kind_of(scene.amounts[at].noun) not in ("bulk", "piece")
        and cue(scene.rules.another).search(scene.before(at))
    ):
        # "opened another 12 stores" is not how many there are.
        return Binding(metric=f"other:new {noun_of(scene, at)}".lower(), surface=scene.text[metric.start : metric.end])
    if (kind := of_kind(scene, at)) is not None:
        return kind
    if metric is not None and (net := cue(r"\bnet new $|净新增的?$").search(scene.folded[: metric.start])):
        # "Net new ARR" is what a stock grew by, not the stock.
        surface = scene.text[net.start() : metric.end]
        return Binding(metric=f"other:{surface.lower()}", surface=surface, place=(net.start(), metric.end))
    if metric is not None:
        return _bound(scene, at, role, metric, earlier)
    if role.what:
        return Binding(metric=f"other:{name_what(role.what)}", surface=role.what.strip())
    noun = noun_of(scene, at)
    if (alone := price_of_unit(scene, at) or paid_by_one(scene, at)) is not None:
        return replace(alone, segment=segment_before(scene, at))
    if noun and (goods := count_of_goods(scene, at, earlier or recent)) is not None:
        return _of_goods(scene, at, goods, earlier)
    if noun and role.role not in MOVED:
        return Binding(metric=f"other:{noun.lower()}", surface=noun, segment=segment_before(scene, at))
    return bind_unnamed(scene, at, role, earlier, recent)


def _of_goods(scene: Scene, at: int, metric: str, earlier: Binding | None) -> Binding:
    """ "Tonnage rose by 6.8% to 251,000 tonnes": a count of goods is of the part that its measure was just told of."""
    here = segment_before(scene, at, since=scene.gap_before(at)[0]) if earlier else segment_before(scene, at)
    going_on = earlier.segment if earlier is not None and earlier.metric == metric else None
    return Binding(metric=metric, surface=scene.amounts[at].noun or "", segment=here or going_on)


def _which_margin(scene: Scene, at: int, spoken_of: Binding | None) -> str:
    """The margin that the word alone stands for at a place: of the profit named before it, else the one spoken of."""
    profits = [m.name for m in scene.metrics if m.end <= at and m.name in MARGIN_OF]
    source = profits[-1] if profits else spoken_of.metric if spoken_of else ""
    margin = MARGIN_OF.get(source, source if source.endswith("_margin") else None)
    if margin is None and cue(_OPERATING_MARGIN).search(scene.folded[max(0, at - 24) : at]):
        return "operating_margin"
    return margin or scene.margin or "other:margin"


_OPERATING_MARGIN = r"\b(?:core|headline|trading|underlying|segment|divisional)\s+$"


def _as_margin(scene: Scene, at: int, role: Role) -> Mention | None:
    """ "Gross profit was 42.7%": a profit in per cent is a margin."""
    if scene.amounts[at].kind != "percent" or role.role not in ("level", "base"):
        return None
    start = scene.gap_before(at)[0]
    named = [m for m in scene.metrics if start <= m.start and m.end <= scene.amounts[at].start]
    if not named or named[-1].name not in MARGIN_OF:
        return None
    is_said = cue(
        r"\s*(?:was|is|were|of|at|reached|stood at|came in at|为|是|达到?|约|(?:其实|只|仅|有|大概|已经?|还|也|就)+)"
        r"\s*(?:about |around )?"
    ).fullmatch(scene.folded[named[-1].end : scene.amounts[at].start])
    return replace(named[-1], name=MARGIN_OF[named[-1].name]) if is_said else None


_GUIDED_EPS = cue(r"\b(?:guidance|outlook|forecast|range)\b[^,;.]{0,40}$")
_FEW = 100  # "earnings were $3.06" are those of a share


def _per_share(scene: Scene, at: int) -> Mention | None:
    """`adjusted earnings of $1.50 per share`: earnings or a dividend whose amount says that it is of one share."""
    if scene.amounts[at].kind not in ("money", "per_share"):
        return None
    amount = scene.amounts[at]
    small = amount.low is not None and abs(amount.low) < _FEW and amount.half_step < 1
    if (
        small
        and amount.kind == "money"
        and (said := cue(r"\bearnings\s+(?:were|was|of|came in at)\s+$").search(scene.before(at)))
    ):
        start = scene.gap_before(at)[0]
        return Mention(start=start + said.start(), end=start + said.start() + len("earnings"), name="eps")
    one_share = amount.kind == "per_share" or cue(r"\s*(?:per|a) share\b").match(scene.after(at)) is not None
    if one_share and (told := _GUIDED_EPS.search(scene.before(at))):
        start = scene.gap_before(at)[0]
        return Mention(start=start + told.start(), end=start + told.end(), name="eps")
    if scene.amounts[at].kind == "money" and not cue(r"\s*(?:per|a|for each) (?:\w+ ){0,2}(?:share|ads)\b|每股").match(
        scene.after(at)
    ):
        return None
    found = list(cue(r"\b(earnings?|earned|income|profit|loss)\b").finditer(scene.before(at)))
    start = scene.gap_before(at)[0]
    return Mention(start=start + found[-1].start(), end=start + found[-1].end(), name="eps") if found else None


def _bound(scene: Scene, at: int, role: Role, metric: Mention, earlier: Binding | None) -> Binding:
    if role.role == "share" and metric.name == "capacity":
        return Binding(
            metric="utilization",
            surface=scene.text[metric.start : metric.end],
            as_level=True,
            place=(metric.start, metric.end),
        )
    segment = None if metric.name in NEVER_OF_PARTS else pick_segment(scene, at, metric, role)
    if segment is None and role.role == "share" and earlier is not None:
        segment = share_subject(scene, at) or earlier.segment
    surface = scene.text[metric.start : metric.end]
    place = (metric.start, metric.end)
    if (each := of_one_unit(scene, at, metric.name, surface)) is not None:
        return Binding(metric=each, surface=surface, segment=segment, place=place)
    return Binding(metric=metric.name, surface=surface, segment=segment, basis=_basis(scene, metric), place=place)


def _part(scene: Scene, at: int, role: Role) -> Binding:
    """A part of a change is named by where it came from, never by the metric that changed."""
    what = role.what or scene.before(at)
    found = [
        m for m in scene.metrics if scene.folded[m.start : m.end] in what and suits(m.name, scene.amounts[at], "driver")
    ]
    if found and found[-1].name != "revenue" and len(what) < 40:
        return Binding(metric=found[-1].name, surface=what.strip(), place=(found[-1].start, found[-1].end))
    return Binding(metric=f"other:{name_what(what)}", surface=what.strip())


_EXPENSES = frozenset(
    "operating_expenses rnd_expense sales_marketing_expense ga_expense sga_expense fulfillment_expense capex "
    "warranty_expense staff_expense share_based_compensation cost_of_revenue".split()
)
_HELD = frozenset("working_capital inventory receivables debt provision interest_expense impairment dividend".split())
_WAS = r"\s*(?:was|were|is|are|ran|stood|came in|remained)?\s*(?:at)?\s*(?:about |around |roughly )?"
_OF_SALES = {
    "en": r"^\s*(?:of|as a (?:percentage|share|proportion) of)\s+(?:(?:our|the|total|net"
    r"|group)\s+){0,3}(?:revenues?|sales)\b",
    "zh": r"占(?:总|净)?(?:营业)?(?:收入|营收|收益|销售额)(?:的|之)?(?:比重|比例|比率|百分比)?[^，。；,;]{0,12}$",
}
_AS_SHARE = (
    r"\bas a (?:percentage|share|proportion) of (?:(?:our|the|total|net)\s+){0,2}(?:revenues?"
    r"|sales)\b[^;.%]*$"
)


def _rate_of_sales(scene: Scene, at: int, earlier: Binding | None, recent: Binding | None) -> Binding | None:
    """Expenses or profits in per cent of revenue are a rate or a margin: "fell to 14.5% of revenue from 15.6%"."""
    ahead = scene.rules.code == "en" and cue(_AS_SHARE).search(scene.before(at)) is not None
    if scene.amounts[at].kind != "percent" and not (ahead and scene.amounts[at].kind == "points"):
        return None
    near = scene.after(at) if scene.rules.code == "en" else scene.before(at)
    start = scene.gap_before(at)[0]
    own = [m for m in scene.metrics if start <= m.start and m.end <= scene.amounts[at].start and m.name in _EXPENSES]
    if own and earlier and earlier.metric.endswith("_expense_ratio"):
        # "Marketing fell to 9% of revenue from 10%, R&D to 6% from 8%."
        return Binding(metric=f"{own[-1].name.removesuffix('s')}_ratio", surface=own[-1].name, as_level=True)
    if not ahead and not cue(_OF_SALES[scene.rules.code]).search(near):
        return None
    named = [m for m in scene.metrics if m.end <= scene.amounts[at].start and m.name != "revenue"]
    source = earlier if earlier and at else recent if ahead else None
    name = named[-1].name if named else source.metric if source else None
    if named and name == "margin":
        name = _which_margin(scene, named[-1].start, earlier)
        return Binding(metric=name, surface="margin", basis=_basis(scene, replace(named[-1], name=name)), as_level=True)
    if named and name in _HELD and cue(_WAS).fullmatch(scene.folded[named[-1].end : scene.amounts[at].start]):
        surface = scene.text[named[-1].start : named[-1].end]
        return Binding(metric=f"other:{surface.lower()} ratio", surface=surface, as_level=True)
    if name is None or (name not in _EXPENSES and name not in MARGIN_OF):
        return None
    basis = _basis(scene, named[-1]) if named else source.basis if source else None
    segment = source.segment if source else None
    metric = MARGIN_OF.get(name, f"{name.removesuffix('s')}_ratio")
    return Binding(metric=metric, surface=name, segment=segment, basis=basis, as_level=True)


def _is_rate_of_exchange(scene: Scene, at: int) -> bool:
    """`NT$31.97 to US$1.00`: two currencies, one of them a single unit."""
    amount = scene.amounts[at]
    for other_at in (at - 1, at + 1):
        if 0 <= other_at < len(scene.amounts) and amount.kind == "money":
            other = scene.amounts[other_at]
            first, second = sorted((amount, other), key=lambda a: a.start)
            gap = scene.folded[first.end : second.start]
            is_pair = other.kind == "money" and other.unit != amount.unit and 1 in (other.low, amount.low)
            if is_pair and cue(r"\s*(?:to|per|=|for(?: each)?|兑|对|:|比|等于)\s*").fullmatch(gap):
                return True
    return False


def _like(scene: Scene, at: int) -> bool:
    """Whether amount `at` is of the kind of the one before it, restatements aside."""
    first = at - 1
    while first > 0 and scene.restates(first):
        first -= 1
    kinds = {scene.amounts[first].kind, scene.amounts[at].kind}
    return len(kinds) == 1 or (kinds == {"money", "per_share"} and scene.amounts[first].kind == "per_share")


def _is_counted(scene: Scene, at: int) -> bool:
    """ "We delivered 208 vehicles, 30% more": the noun of a number is no metric for the change behind it."""
    amount = scene.amounts[at]
    if amount.kind != "count" or not amount.noun:
        return False
    start, end = scene.gap_after(at)
    named = [m for m in scene.metrics if start <= m.start and m.end <= end]
    return len(named) == 1 and amount.noun in scene.folded[named[0].start : named[0].end].lower()


def _names_metric(scene: Scene, at: int) -> bool:
    """Whether a metric is named between the amount before and this one."""
    start, end = scene.gap_before(at)
    if scene.amounts[at - 1].kind == "percent" and (whole := cue(scene.rules.share_after).match(scene.folded, start)):
        start = whole.end()  # "38% of X revenue, up from 29%": what the share before is of
        named = [m for m in scene.metrics if m.start <= start <= m.end or 0 <= m.start - start < 24]
        start = max([start, *(m.end for m in named[:1])])
    return any(start <= m.start and m.end <= end for m in scene.metrics)


def _basis(scene: Scene, metric: Mention) -> str | None:
    if metric.name.startswith("adjusted_") or "ebit" in metric.name:
        return "non_gaap"
    if metric.name in ("depreciation_amortization", "share_based_compensation", "revenue", "free_cash_flow"):
        # What measures are adjusted by is itself as reported: 主要调整项目为折旧及摊销.
        return None
    if metric.name in ADJUSTABLE and 0 < scene.left_out <= metric.start:
        return "non_gaap"
    near = re.split(r"[,，;；。]", scene.folded[max(0, metric.start - 24) : metric.start])[-1]
    if cue(scene.rules.non_gaap).search(near + scene.folded[metric.start : metric.end]):
        return "non_gaap"
    return "gaap" if cue(r"\bgaap\b|公认会计准则").search(near) else None
