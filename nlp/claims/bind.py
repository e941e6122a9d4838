"""What an amount measures: its metric, segment, period and basis, from the mentions around it in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..languages.metric_kinds import MARGIN_OF, RATIO_METRICS
from ..languages.regions import is_region
from .metrics import Mention, suits
from .phrases import bare_change, name_what, noun_of, unknown_rate
from .roles import Role
from .scenes import Scene, cue
from .whose import beside, find_subject, listed_segment, pick_segment, segment_before, share_subject

_MOVED = ("change", "share", "base", "ratio")


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What was found for one amount. `place` is where the metric is named, None when it was inherited.

    `as_level` says that a share of revenue is a rate in its own right: expenses "fell to 14% of revenue".
    """

    metric: str
    surface: str = ""
    segment: str | None = None
    basis: str | None = None
    place: tuple[int, int] | None = None
    as_level: bool = False

    @property
    def own_segment(self) -> bool:
        """Whether the sentence names the segment along with the metric."""
        return self.segment is not None and self.place is not None


def bind(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None = None) -> Binding:
    """Bind amount `at`; `earlier` is the binding it may inherit, `recent` the paragraph's last one."""
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
    if named and cue(r"\s*(?:of|to|in|from)\s+(?:[a-z]+\s+){0,3}").fullmatch(scene.folded[scene.amounts[at].end : named[0].start]):
        return Binding(metric=named[0].name, surface=scene.text[named[0].start : named[0].end], place=(named[0].start, named[0].end))
    before = [m for m in scene.metrics if m.name in RATIO_METRICS and m.end <= scene.amounts[0].start]
    if before and source is None:
        return Binding(metric=before[-1].name, surface=scene.text[before[-1].start : before[-1].end], place=(before[-1].start, before[-1].end))
    return replace(source, place=None) if source is not None and source.metric in RATIO_METRICS else None


def _of_rate(scene: Scene, at: int, role: Role) -> bool:
    """Whether a bracketed figure, or points that a rate of change is made of, follow what stands before them."""
    return role.why == "bracketed" or scene.amounts[at].kind == "points"


def _moves_share(scene: Scene, at: int, role: Role) -> bool:
    """ "31% of deliveries, seven points more than a year ago": the points are those of the rate before them."""
    if not at or role.role != "change" or scene.amounts[at].kind != "points":
        return False
    return scene.amounts[at - 1].kind == "percent" and not _names_metric(scene, at)


def _named(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding:
    metric = _pick_metric(scene, at, role, earlier) or _per_share(scene, at)
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
    if metric is not None:
        return _bound(scene, at, role, metric, earlier)
    if role.what:
        return Binding(metric=f"other:{name_what(role.what)}", surface=role.what.strip())
    noun = noun_of(scene, at)
    if noun and role.role not in _MOVED:
        return Binding(metric=f"other:{noun.lower()}", surface=noun, segment=segment_before(scene, at))
    return _unnamed(scene, at, role, earlier, recent)


def _unnamed(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding:
    """An amount whose metric the sentence does not name: that of the amount or the sentence before."""
    source = earlier or recent
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
    subject = find_subject(scene, at)
    doer = subject is not None and (
        earlier is not None or scene.names.is_known(subject) or is_region(subject)
        or (recent is not None and role.role == "change")
    )  # fmt: skip
    if doer and source is not None and not source.metric.startswith("other:"):
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
    segment = segment_before(scene, at) or (subject if doer else None)
    if segment is not None and scene.amounts[at].kind in ("money", "percent"):
        # "Our X business grew 40%": a business without a metric is spoken of by its revenue.
        return Binding(metric="revenue", segment=segment)
    moving = role.role in ("change", "base") and recent is not None and not recent.metric.startswith("other:")
    if moving and recent is not None and bare_change(scene, at):
        # "which is growth of 8%", "on the 5 million of 2023": a movement of what was spoken of before.
        if recent.metric in RATIO_METRICS and role.role == "change" and scene.amounts[at].kind == "percent":
            return Binding(metric="revenue")  # growth without a word of what grew is that of the business
        return Binding(metric=recent.metric, surface=recent.surface, segment=recent.segment, basis=recent.basis)
    return _by_default(scene, at, role)


def _by_default(scene: Scene, at: int, role: Role) -> Binding:
    """What is meant where nothing at all is named; else the words before the amount, as `other:`."""
    rate = role.role == "change" and scene.amounts[at].kind in ("percent", "points")
    if rate and cue(r"\bgrowth\b").search(scene.before(at)):
        return Binding(metric="revenue")  # growth without a word of what grew is that of the business
    near = scene.before(at) + scene.after(at)[:30]
    if scene.amounts[at].kind == "money" and cue(_AIMED[scene.rules.code]).search(near):
        return Binding(metric="revenue")  # a company's guidance without a name is that of its revenue
    return Binding(metric="other:" + name_what(scene.before(at)))


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
_AS_SHARE = r"\bas a (?:percentage|share|proportion) of (?:(?:our|the|total|net)\s+){0,2}(?:revenues?|sales)\b[^;.%]*$"


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


def _pick_metric(scene: Scene, at: int, role: Role, earlier: Binding | None) -> Mention | None:
    amount, zone = scene.amounts[at], scene.zone_of(at)
    left_end = scene.amounts[at - 1].end if at else 0
    fits = [m for m in scene.metrics if suits(m.name, amount, role.role)]
    if role.role == "share":
        return _whole(scene, at, fits)
    between = [m for m in fits if max(left_end, zone.start) <= m.start and m.end <= amount.start]
    following = _following(scene, at, fits)
    if amount.kind == "money" and not between and (booked := _BOOKED.search(scene.before(at))):
        start = scene.gap_before(at)[0] + booked.start()
        return Mention(start=start, end=amount.start, name="orders")
    if amount.kind == "count" and not between and role.role in ("level", "base") and (sold := _sold(scene, at)):
        return sold
    if amount.kind == "count" and noun_of(scene, at) and following is None and role.role not in _MOVED:
        named = [m for m in between if _adjacent(scene, [m], amount.start)]
        return named[-1] if named else None
    if role.what is not None:
        named = [m for m in between if scene.folded[m.end : amount.start].count(",") == 0]
        return named[-1] if named else None
    beside = following is not None and not scene.folded[amount.end : following.start].strip()
    if following is not None and ((beside and amount.kind == "count") or not _adjacent(scene, between, amount.start)):
        return following
    if between:
        return between[-1]
    if zone.kind != "main" and not earlier:
        return None
    if earlier is not None and earlier.place is None and not earlier.metric.startswith("other:"):
        return None
    return _subject(scene, at, fits, zone.kind)


_SOLD = {
    "volume": cue(
        r"\b(?:ship(?:ped)?|deliver(?:ed|ies were)?|sold|(?:sales|shipments|deliveries) of|cleared)\s+(?:[a-z]+ ){0,3}$"
        r"|(?:出货|交付|发货|售出|销售"
        r"|卖出)了?[^，。；]{0,6}$"
    ),
    "production": cue(r"\b(?:produced|manufactured|production of)\b[^,;]{0,30}$|(?:生产|产出)了?[^，。；]{0,6}$"),
}


_BOOKED = cue(r"\b(?:booked|took orders (?:of|for|worth))\s+(?:[a-z]+ ){0,2}$")


def _sold(scene: Scene, at: int) -> Mention | None:
    """`We shipped 48,200 units`: things counted by the verb of selling or making them."""
    for name, verb in _SOLD.items():
        if found := verb.search(scene.before(at)):
            start = scene.gap_before(at)[0] + found.start()
            return Mention(start=start, end=scene.amounts[at].start, name=name)
    return None


def _adjacent(scene: Scene, between: list[Mention], start: int) -> bool:
    """Whether the last metric before the amount is its own subject: nothing but a verb or preposition between."""
    return bool(between) and len(scene.folded[between[-1].end : start].split()) <= 4


def _following(scene: Scene, at: int, fits: list[Mention]) -> Mention | None:
    """`120 million in revenue`, `12% revenue growth`, `5,000 paying customers`, 41座温控仓库."""
    start, limit = scene.gap_after(at)
    noun = scene.amounts[at].noun
    for mention in fits:
        if start <= mention.start < limit:
            gap = scene.folded[start : mention.start]
            if cue(scene.rules.fillers).fullmatch(gap) or cue(scene.rules.yoy).fullmatch(gap.strip()):
                return mention
            if noun and noun.lower() in scene.folded[mention.start : mention.end].lower() and len(gap) < 40:
                return mention
    return None


def _whole(scene: Scene, at: int, fits: list[Mention]) -> Mention | None:
    """The whole of a share: named after it in English, before it in Chinese."""
    start, limit = scene.gap_after(at)
    after = [m for m in fits if start <= m.start < min(limit, start + 40) and _joined(scene.folded[start : m.start])]
    if after:
        return after[0]
    if cue(scene.rules.plain_whole).search(scene.after(at) if scene.rules.code == "en" else scene.before(at)):
        return None
    before = [m for m in fits if m.end <= scene.amounts[at].start]
    return before[-1] if before else None


def _joined(gap: str) -> bool:
    """Whether a share and its whole stand together: "61% of our total"."""
    return cue(r"\s*(?:of|from|in|的|左右|以上)[^,;.，；。]*|\s*").fullmatch(gap) is not None


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
    if metric.name.startswith("adjusted_") or "ebit" in metric.name:
        return "non_gaap"
    if metric.name in ("depreciation_amortization", "share_based_compensation", "revenue", "free_cash_flow"):
        # What measures are adjusted by is itself as reported: 主要调整项目为折旧及摊销.
        return None
    near = re.split(r"[,，;；。]", scene.folded[max(0, metric.start - 24) : metric.start])[-1]
    if cue(scene.rules.non_gaap).search(near + scene.folded[metric.start : metric.end]):
        return "non_gaap"
    return "gaap" if cue(r"\bgaap\b|公认会计准则").search(near) else None
