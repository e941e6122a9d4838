"""What an amount measures: its metric, segment, period and basis, from the mentions around it in the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from ..languages.metric_kinds import MARGIN_OF, RATIO_METRICS
from ..languages.regions import is_region
from .binding import Binding
from .metrics import Mention, suits
from .phrases import bare_change, name_what, noun_of, unknown_rate
from .pick import MOVED, pick_metric
from .scenes import Scene, cue
from .spent import of_kind, spent_on
from .spots import Role
from .subjects import find_subject, is_of_other, moves_itself
from .whose import beside, listed_segment, pick_segment, segment_before, share_subject


def bind(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None = None) -> Binding:
    """Bind amount `at`; `earlier` is the binding it may inherit, `recent` the paragraph's last one."""
    found = _bind(scene, at, role, earlier, recent)
    if scene.amounts[at].kind == "money" and (profit := _PROFIT_OF.get(found.metric)) is not None:
        # "was 31% of sales, or 24 million": the money is the profit that the margin is made of.
        return replace(found, metric=profit)
    return found


_PROFIT_OF = {margin: profit for profit, margin in MARGIN_OF.items()}


def _bind(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding:
    if _is_rate_of_exchange(scene, at):
        return Binding(metric="fx_rate", place=(scene.amounts[at].start, scene.amounts[at].start))
    if role.why == "part of change":
        return _part(scene, at, role)
    if role.why == "points" and (rate := _rate_moved(scene, at, earlier or recent)) is not None:
        return rate
    if scene.amounts[at].kind == "ratio" and cue(r"\s*(?:(?:adjusted|net|of|our|its|annual)\s+)*ebitda\b").match(
        scene.after(at)
    ):
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
    if earlier is not None and _moves_share(scene, at, role):
        return replace(earlier, place=None)
    if at and earlier is not None and role.role in ("base", "ratio") and not _names_metric(scene, at):
        return (
            replace(earlier, place=None)
            if role.role == "ratio" or _like(scene, at)
            else _named(scene, at, role, earlier, recent)
        )
    return _named(scene, at, role, earlier, recent)


def _rate_moved(scene: Scene, at: int, source: Binding | None) -> Binding | None:
    """The rate that points are points of: named behind them, else the one spoken of."""
    named = [m for m in scene.metrics if m.name in RATIO_METRICS and m.start >= scene.amounts[at].end][:1]
    if named and cue(r"\s*(?:of|to|in|from)\s+(?:[a-z]+\s+){0,3}").fullmatch(
        scene.folded[scene.amounts[at].end : named[0].start]
    ):
        return Binding(
            metric=named[0].name,
            surface=scene.text[named[0].start : named[0].end],
            place=(named[0].start, named[0].end),
        )
    if source is not None and source.metric in RATIO_METRICS:
        return replace(source, place=None)
    told = [m for m in scene.metrics if m.name in RATIO_METRICS and m.end <= scene.amounts[at].start]
    earlier = [m for m in scene.earlier_metrics if m.name in RATIO_METRICS]
    found = told[:1] or earlier[-1:]
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
    metric = pick_metric(scene, at, role, earlier) or _per_share(scene, at)
    metric = metric or _as_margin(scene, at, role)
    if metric is not None and metric.name == "margin":
        profits = [m.name for m in scene.metrics if m.end <= metric.start and m.name in MARGIN_OF]
        source = profits[-1] if profits else earlier.metric if earlier else recent.metric if recent else ""
        metric = replace(metric, name=MARGIN_OF.get(source, source if source.endswith("margin") else "other:margin"))
    if (
        metric is not None
        and role.role == "level"
        and noun_of(scene, at)
        and cue(scene.rules.another).search(scene.before(at))
    ):
        # "opened another 12 stores" is not how many there are.
        return Binding(metric=f"other:new {noun_of(scene, at)}".lower(), surface=scene.text[metric.start : metric.end])
    if (kind := of_kind(scene, at)) is not None:
        return kind
    if metric is not None:
        return _bound(scene, at, role, metric, earlier)
    if role.what:
        return Binding(metric=f"other:{name_what(role.what)}", surface=role.what.strip())
    noun = noun_of(scene, at)
    if noun and role.role not in MOVED:
        return Binding(metric=f"other:{noun.lower()}", surface=noun, segment=segment_before(scene, at))
    return _unnamed(scene, at, role, earlier, recent)


def _as_margin(scene: Scene, at: int, role: Role) -> Mention | None:
    """ "Gross profit was 42.7%": a profit in per cent is a margin."""
    if scene.amounts[at].kind != "percent" or role.role not in ("level", "base"):
        return None
    start = scene.gap_before(at)[0]
    named = [m for m in scene.metrics if start <= m.start and m.end <= scene.amounts[at].start]
    if not named or named[-1].name not in MARGIN_OF:
        return None
    is_said = cue(
        r"\s*(?:was|is|were|of|at|reached|stood at|came in at|为|是|达到?|约)\s*(?:about |around )?"
    ).fullmatch(scene.folded[named[-1].end : scene.amounts[at].start])
    return replace(named[-1], name=MARGIN_OF[named[-1].name]) if is_said else None


def _unnamed(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding:
    """An amount whose metric the sentence does not name: that of the amount or the sentence before."""
    source = earlier or recent
    if (spent := spent_on(scene, at)) is not None:
        return spent
    totalled = cue(_TOTALLED[scene.rules.code]).search(scene.before(at)) is not None
    if totalled and earlier is None and recent is not None and not recent.metric.startswith("other:"):
        return replace(recent, segment=None, place=None)
    if cue(scene.rules.rest).search(scene.before(at)) and source is not None and not source.metric.startswith("other:"):
        other = "other" if scene.rules.code == "en" else "其他"
        return Binding(metric=source.metric, surface=source.surface, segment=other, basis=source.basis)
    if role.role in ("change", "level") and earlier is not None and (rate := unknown_rate(scene, at)):
        return Binding(metric=f"other:{rate}", surface=rate)
    broken_down = scene.zone_of(at).kind == "including"  # "96 stores, of which 58 in A and 38 in B"
    goes_on = at and earlier is not None and (earlier.segment or broken_down) and role.role in ("level", "share")
    if goes_on and earlier is not None and (listed := listed_segment(scene, at)) is not None:
        return replace(earlier, segment=listed, place=None)
    subject = _doer(scene, at, role, earlier, recent)
    if subject is not None and source is None and role.role == "change" and scene.amounts[at].kind == "percent":
        return Binding(metric="revenue", segment=subject)  # a part of the business that grows, grows in revenue
    if subject is not None and source is not None and not source.metric.startswith("other:"):
        brought = scene.amounts[at].kind == "money" and cue(_BROUGHT).search(scene.before(at))
        if brought and source.metric not in MARGIN_OF:
            return Binding(metric="revenue", segment=subject)  # what a part of the business contributes is revenue
        return Binding(metric=source.metric, surface=source.surface, segment=subject, basis=source.basis)
    if role.role == "share" and (shared := share_subject(scene, at)):
        metric = earlier.metric if earlier else f"other:{name_what(scene.after(at)[3:])}"
        return Binding(metric=metric, segment=shared)
    told = beside(scene, at) if role.role in ("level", "share") else None
    if told is not None and source is not None and not source.metric.startswith("other:"):
        return Binding(metric=source.metric, surface=source.surface, segment=told, basis=source.basis)
    if earlier is not None:
        segment = segment_before(scene, at) or earlier.segment
        return Binding(metric=earlier.metric, surface=earlier.surface, segment=segment, basis=earlier.basis)
    return (
        _of_business(scene, at, role, subject, recent) or _spoken_of(scene, at, role) or _by_default(scene, at, role)
    )


def _spoken_of(scene: Scene, at: int, role: Role) -> Binding | None:
    """ "It was 4,782 million": the metric that the sentence before, without a figure, was about."""
    if role.role not in ("level", "base", "change") or not cue(scene.rules.continues).match(scene.folded):
        return None
    named = [m for m in scene.earlier_metrics if suits(m.name, scene.amounts[at], role.role)]
    return Binding(metric=named[0].name) if named else None


_BROUGHT = r"\b(?:contributed|brought in|generated)\s+(?:(?:about|over|nearly|some|around)\s+)?$"


def _doer(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> str | None:
    """The named subject of an amount without a metric, where it can be a part of the business."""
    subject = find_subject(scene, at)
    if subject is None:
        return None
    known = earlier is not None or moves_itself(scene, at) or scene.names.is_known(subject) or is_region(subject)
    return subject if known or (recent is not None and role.role == "change") else None


def _of_business(scene: Scene, at: int, role: Role, subject: str | None, recent: Binding | None) -> Binding | None:
    """What a part of the business, or what was spoken of before, has where neither is named by a metric."""
    segment = segment_before(scene, at) or subject
    spoken_of = scene.amounts[at].kind in ("money", "percent") and not cue(_PAYS).search(scene.before(at))
    if segment is not None and spoken_of and role.role != "share" and (rate := unknown_rate(scene, at)):
        return Binding(metric=f"other:{rate}", surface=rate, segment=segment)
    if segment is not None and spoken_of and not is_of_other(scene, at, segment):
        # "Our X business grew 40%": a business without a metric is spoken of by its revenue.
        return Binding(metric="revenue", segment=segment)
    moving = role.role in ("change", "base") and recent is not None and not recent.metric.startswith("other:")
    if moving and recent is not None and bare_change(scene, at):
        # "which is growth of 8%", "on the 5 million of 2023": a movement of what was spoken of before.
        if recent.metric in RATIO_METRICS and role.role == "change" and scene.amounts[at].kind == "percent":
            return Binding(metric="revenue")  # growth without a word of what grew is that of the business
        return Binding(metric=recent.metric, surface=recent.surface, segment=recent.segment, basis=recent.basis)
    return None


def _by_default(scene: Scene, at: int, role: Role) -> Binding:
    """What is meant where nothing at all is named; else the words before the amount, as `other:`."""
    rate = role.role == "change" and scene.amounts[at].kind in ("percent", "points")
    if rate and cue(_GREW).search(scene.before(at)):
        return Binding(metric="revenue")  # growth without a word of what grew is that of the business
    near = scene.before(at) + scene.after(at)[:30]
    if scene.amounts[at].kind == "money" and cue(_AIMED[scene.rules.code]).search(near):
        return Binding(metric="revenue")  # a company's guidance without a name is that of its revenue
    return Binding(metric="other:" + name_what(scene.before(at)))


_GREW = (
    r"\bgrowth\b|(?:^|\b(?:we|company|group|business|despite|while|after|of|to|and|from|continue to|will"
    r"|now)\s+|^\W*)"
    r"(?:also |still |again )?(?:grew|grow|growing)\s+(?:by\s+)?(?:[a-z]+\s+){0,2}$"
)
_PAYS = (
    r"\b(?:invest|spen[dt]|paid|pay|return|rais|acquir|repurchas|accru|releas|built|build|donat|commit"
    r"|contribut\w* to|incur|record|book)[a-z]*\b"
)


_TOTALLED = {
    "en": r"\b(?:in total|all told|altogether|together|adds? up to|a total of)\b[^,;]{0,24}$",
    "zh": r"(?:合计|总计|共计|累计|合共)(?:为|达|约|是)*\s*$",
}
_AIMED = {"en": r"\b(?:our|the|its) (?:[a-z\-]+ ){0,2}(?:target|guidance|outlook|goal)\b", "zh": r"目标|指引|财测|展望"}


def _per_share(scene: Scene, at: int) -> Mention | None:
    """`adjusted earnings of $1.50 per share`: earnings or a dividend whose amount says that it is of one share."""
    if scene.amounts[at].kind not in ("money", "per_share"):
        return None
    if scene.amounts[at].kind == "money" and not cue(r"\s*(?:per|a|for each) (?:\w+ ){0,2}(?:share|ads)\b|每股").match(
        scene.after(at)
    ):
        return None
    found = list(cue(r"\b(earnings|income|profit|loss)\b").finditer(scene.before(at)))
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
    segment = pick_segment(scene, at, metric, role)
    if segment is None and role.role == "share" and earlier is not None:
        segment = share_subject(scene, at) or earlier.segment
    surface = scene.text[metric.start : metric.end]
    place = (metric.start, metric.end)
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
_OF_SALES = {
    "en": r"^\s*(?:of|as a (?:percentage|share|proportion) of)\s+(?:(?:our|the|total|net"
    r"|group)\s+){0,3}(?:revenues?|sales)\b",
    "zh": r"占(?:总|净)?(?:营业)?(?:收入|营收|销售额)(?:的)?(?:比重|比例|比率|百分比)?[^，。；,;]{0,12}$",
}
_AS_SHARE = (
    r"\bas a (?:percentage|share|proportion) of (?:(?:our|the|total|net)\s+){0,2}(?:revenues?"
    r"|sales)\b[^;.%]*$"
)


def _rate_of_sales(scene: Scene, at: int, earlier: Binding | None, recent: Binding | None) -> Binding | None:
    """Expenses or profits in per cent of revenue are a rate or a margin: "fell to 14.5% of revenue from 15.6%"."""
    if scene.amounts[at].kind != "percent":
        return None
    near = scene.after(at) if scene.rules.code == "en" else scene.before(at)
    ahead = scene.rules.code == "en" and cue(_AS_SHARE).search(scene.before(at)) is not None
    if not ahead and not cue(_OF_SALES[scene.rules.code]).search(near):
        return None
    named = [m for m in scene.metrics if m.end <= scene.amounts[at].start and m.name != "revenue"]
    source = earlier if earlier and at else recent if ahead else None
    name = named[-1].name if named else source.metric if source else None
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
    return scene.amounts[first].kind == scene.amounts[at].kind


def _names_metric(scene: Scene, at: int) -> bool:
    """Whether a metric is named between the amount before and this one."""
    start, end = scene.gap_before(at)
    return any(start <= m.start and m.end <= end for m in scene.metrics)


def _basis(scene: Scene, metric: Mention) -> str | None:
    if metric.name.startswith("adjusted_") or "ebit" in metric.name:
        return "non_gaap"
    if metric.name in ("depreciation_amortization", "share_based_compensation", "revenue", "free_cash_flow"):
        # What measures are adjusted by is itself as reported: 主要调整项目为折旧及摊销.
        return None
    near = re.split(r"[,，;；。]", scene.folded[max(0, metric.start - 24) : metric.start])[-1]
    if cue(scene.rules.non_gaap).search(near + scene.folded[metric.start : metric.end]):
        return "non_gaap"
    return "gaap" if cue(r"\bgaap\b|公认会计准则").search(near) else None
