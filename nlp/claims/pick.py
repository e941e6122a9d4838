"""Which of the metrics that a sentence names is that of an amount."""

from __future__ import annotations

from dataclasses import replace

from ..languages.metric_kinds import GOODS_METRICS, RATIO_METRICS
from .binding import Binding
from .counted import kind_of
from .metrics import Mention, suits
from .phrases import noun_of, unknown_rate
from .scenes import Scene, cue
from .spots import Role

MOVED = ("change", "share", "base", "ratio")


def pick_metric(scene: Scene, at: int, role: Role, earlier: Binding | None) -> Mention | None:
    """The mention that names the metric of amount `at`; `earlier` is what the amount before was found to measure."""
    amount, zone = scene.amounts[at], scene.zone_of(at)
    left_end = _consumed_end(scene, at)
    since = scene.left_out if amount.start >= scene.left_out else 0
    asides = [match.span(1) for match in cue(scene.rules.aside).finditer(scene.folded)]
    named = [m for m in scene.metrics if not any(start <= m.start < end for start, end in asides)]
    # A price in per cent is what it moved by: "on pricing of 6%".
    fits = [
        m for m in named if m.start >= since and (suits(m.name, amount, role.role) or _is_moved_price(scene, at, m))
    ]
    if role.role == "share":
        return _whole(scene, at, fits)
    fits = [
        m for m in fits if not _is_whole(scene, m, amount.start) and not _is_place(scene, m) and not _is_of(scene, m)
    ]
    between = [m for m in fits if max(left_end, zone.start) <= m.start and m.end <= amount.start]
    following = _following(scene, at, fits)
    if (told := _by_verb(scene, at, role, between, named) or _in_days(scene, at, fits)) is not None:
        return told
    if amount.kind == "count" and noun_of(scene, at) and following is None and role.role not in MOVED:
        named = [m for m in between if _adjacent(scene, [m], amount.start)]
        return named[-1] if named else None
    if role.what is not None:
        named = [m for m in between if scene.folded[m.end : amount.start].count(",") == 0]
        return named[-1] if named else None
    gap = scene.folded[amount.end : following.start].strip() if following is not None else ""
    beside = following is not None and gap in ("", amount.noun if scene.rules.code == "zh" else "")
    if following is not None and amount.kind in ("money", "points") and _of(scene, at, following):
        return following
    if following is not None and ((beside and amount.kind == "count") or not _adjacent(scene, between, amount.start)):
        return following
    if scene.rules.code == "zh" and role.role == "change":
        # 会员的客单价比非会员高出38%: what stands behind 比 is compared with, not measured.
        between = [m for m in between if not _COMPARED.search(scene.folded[max(0, m.start - 12) : m.start])] or between
    if between:
        rates = [m for m in between if m.name in RATIO_METRICS] if amount.kind == "points" else []
        return (rates or between)[-1]
    if zone.kind != "main" and not earlier:
        return None
    if earlier is not None and earlier.place is None and not earlier.metric.startswith("other:"):
        return None
    if scene.rules.code == "en" and at and role.role in ("level", "change") and unknown_rate(scene, at):
        return None  # "and leasing spreads were 12%": the clause has a measure of its own
    return _subject(scene, at, fits, zone.kind)


def _by_verb(scene: Scene, at: int, role: Role, between: list[Mention], named: list[Mention]) -> Mention | None:
    """What a verb says that an amount is: `booked 40 million`, `shipped 48,200 units`, `return 9 million through`."""
    amount = scene.amounts[at]
    if amount.kind == "money" and not between and (booked := _BOOKED.search(scene.before(at))):
        return Mention(start=scene.gap_before(at)[0] + booked.start(), end=amount.start, name="orders")
    sold = _sold(scene, at) if amount.kind == "count" and role.role in ("level", "base") else None
    if sold is not None and (not between or between[-1].end <= sold.start or between[-1].name == sold.name):
        return sold
    return _returned(scene, at, named)


_COMPARED = cue(r"(?<![占对同环年])比(?![例重率较])[^，。；,;0-9]{0,6}$")


def _consumed_end(scene: Scene, at: int) -> int:
    """Where what may name amount `at` begins: after the amount before, and after the name that belongs to that one."""
    if not at:
        return 0
    start, limit = scene.gap_after(at - 1)
    for mention in scene.metrics:
        if start <= mention.start < limit and suits(mention.name, scene.amounts[at - 1], "level"):
            taken = _of(scene, at - 1, mention) and scene.amounts[at - 1].kind == "money"
            behind = cue(r"\s*(?:,|;|and|,\s*and|plus|,? with)\s+").fullmatch(
                scene.folded[mention.end : scene.amounts[at].start]
            )
            return mention.end if taken and behind else scene.amounts[at - 1].end
    return scene.amounts[at - 1].end


_OF_ITS = cue(r"\s*(?:of|in|worth of)\s+(?:(?:our|the|its|total|net|additional|cash|new|annual|quarterly)\s+){0,3}")


def _of(scene: Scene, at: int, mention: Mention) -> bool:
    """ "24 million of net debt": the amount is one of the metric right behind it."""
    return _OF_ITS.fullmatch(scene.folded[scene.gap_after(at)[0] : mention.start]) is not None


_PLACES = frozenset("stores facilities vehicles customers users subscribers".split())
_HEADED = cue(
    r"\b(?!growth|increase|decrease|rise|decline|change|drop|number|additions|reduction|total|net|and|we|our"
    r"|are|were|was|is|located|based)"
    r"([a-z]{4,})\s+(?:at|in|across|inside|among|per)\s+(?:(?:our|the|its|these|all|their)\s+)?(?:[a-z\-]+\s+){0,2}$"
)


def _is_place(scene: Scene, mention: Mention) -> bool:
    """ "Footfall at our northern shops was up": what is told of is the footfall, not how many shops there are."""
    if mention.name not in _PLACES or scene.rules.code != "en":
        return False
    return _HEADED.search(scene.folded[max(0, mention.start - 60) : mention.start]) is not None


_BY_PRICE = cue(r"\s*(?:of|was|were|at|added|contributed|came in at|,)?\s*")


def _is_moved_price(scene: Scene, at: int, mention: Mention) -> bool:
    """ "On pricing of 6%": a price in per cent right behind its name is what it moved by."""
    if mention.name != "price" or scene.amounts[at].kind != "percent" or scene.rules.code != "en":
        return False
    return mention.end <= scene.amounts[at].start and (
        _BY_PRICE.fullmatch(scene.folded[mention.end : scene.amounts[at].start]) is not None
    )


_OF_SUCH = cue(r"\s*of\s+(?:(?:our|the|its|all|new|used)\s+)?(?:[a-z\-]+\s+){0,2}")


def _is_of(scene: Scene, mention: Mention) -> bool:
    """ "Shipments of recreational vehicles were 8,120": the shipments are counted, the vehicles are shipped."""
    if mention.name not in _PLACES or scene.rules.code != "en":
        return False
    heads = [m for m in scene.metrics if m.end <= mention.start and m.name in GOODS_METRICS]
    return bool(heads) and _OF_SUCH.fullmatch(scene.folded[heads[-1].end : mention.start]) is not None


_PER_CENT_OF = cue(r"(?:%|per ?cent|half|third|quarter) of (?:(?:our|the|its|total|net|group|consolidated)\s+){0,3}$")


def _is_whole(scene: Scene, mention: Mention, limit: int) -> bool:
    """Whether a metric before an amount is only the whole of a share: "31% of sales, or 24 million"."""
    if mention.end > limit or scene.rules.code == "zh":
        return False
    return _PER_CENT_OF.search(scene.folded[max(0, mention.start - 40) : mention.start]) is not None


_SOLD = {
    "volume": cue(
        r"\b(?:ship(?:ped)?|deliver(?:ed|ies were)?|sold|(?:sales|shipments|deliveries) of"
        r"|cleared)\s+(?:[a-z]+ ){0,3}$"
        r"|(?:出栏|出货|交付|发货|售出|销售"
        r"|卖出)了?[^，。；,]{0,6}$"
    ),
    "production": cue(r"\b(?:produced|manufactured|production of)\b[^,;]{0,30}$|(?:生产|产出)了?[^，。；,]{0,6}$"),
}


_BUILT = cue(r"\b(?:built|assembled|mined|poured|smelted|brewed|extracted)\s+(?:[a-z]+ ){0,3}$")
_MOVED = cue(r"\b(?:placed|handled|carried|hauled|transported|closed|processed)\s+(?:[a-z]+ ){0,3}$")
_ORDERED = cue(r"\b(?:ordered|booked|reserved)\s+(?:[a-z]+ ){0,3}$")
_BOUGHT = cue(r"\b(?:re-?purchased|bought back|buying back|retired|re-?acquired|cancel?led)\s+(?:[a-z]+ ){0,3}$")
_RETURNED = cue(r"\breturn(?:ed|ing|s)?\b[^,;.]{0,40}$")
_THROUGH = cue(
    r"\b(?:through|via|by way of|in the form of|by means of)\s+"
    r"(?:(?:our|its|the|a|an|share|stock|ongoing|current)\s+){0,3}$"
)


def _returned(scene: Scene, at: int, named: list[Mention]) -> Mention | None:
    """ "Will return 1.45 billion in the coming year through its buyback": money by the way it is returned."""
    if scene.rules.code != "en" or scene.amounts[at].kind != "money" or not _RETURNED.search(scene.before(at)):
        return None
    start, limit = scene.gap_after(at)
    ways = [m for m in named if start <= m.start < limit and m.name in ("buyback", "dividend")]
    return ways[0] if len(ways) == 1 and _THROUGH.search(scene.folded[start : ways[0].start]) else None


_BOOKED = cue(r"\b(?:booked|took orders (?:of|for|worth))\s+(?:[a-z]+ ){0,2}$")


def _sold(scene: Scene, at: int) -> Mention | None:
    """`We shipped 48,200 units`: things counted by the verb of selling or making them."""
    noun = scene.amounts[at].noun or ""
    goods = kind_of(noun) in ("bulk", "piece")
    verbs = [*_SOLD.items(), *([("production", _BUILT), ("volume", _MOVED), ("orders", _ORDERED)] if goods else [])]
    for name, verb in [*verbs, *([("buyback", _BOUGHT)] if "share" in noun else [])]:
        if found := verb.search(scene.before(at)):
            start = scene.gap_before(at)[0] + found.start()
            return Mention(start=start, end=scene.amounts[at].start, name=name)
    return None


def _in_days(scene: Scene, at: int, fits: list[Mention]) -> Mention | None:
    """ "collection took 41 days, 3 days less": days of a measure in days that the sentence names before them."""
    if scene.amounts[at].noun not in ("day", "days", "天", "日", "week", "weeks"):
        return None
    named = [m for m in fits if m.name.endswith("_days") and m.end <= scene.amounts[at].start]
    if not named and scene.rules.code == "en" and scene.amounts[at].noun in ("day", "days"):
        stocks = [m for m in scene.metrics if m.name in _TURNED and m.end <= scene.amounts[at].start]
        return replace(stocks[-1], name=_TURNED[stocks[-1].name]) if stocks else None
    return named[-1] if named else None


_TURNED = {"inventory": "inventory_days", "receivables": "receivable_days", "payables": "payable_days"}


def _adjacent(scene: Scene, between: list[Mention], start: int) -> bool:
    """Whether the last metric before the amount is its own subject: nothing but a verb or preposition between."""
    return bool(between) and len(scene.folded[between[-1].end : start].split()) <= 4


def _following(scene: Scene, at: int, fits: list[Mention]) -> Mention | None:
    """`120 million in revenue`, `12% revenue growth`, `5,000 paying customers`, 41座温控仓库."""
    start, limit = scene.gap_after(at)
    noun = scene.amounts[at].noun
    for mention in fits:
        if start <= mention.start < limit and not _of_next(scene, at, mention):
            gap = scene.folded[start : mention.start]
            if cue(scene.rules.fillers).fullmatch(gap) or cue(scene.rules.yoy).fullmatch(gap.strip()):
                return mention
            if cue(scene.rules.moves_of).fullmatch(gap):
                return mention
            if noun and noun.lower() in scene.folded[mention.start : mention.end].lower() and len(gap) < 40:
                return mention
    return None


_NAMES_NEXT = cue(r"\s*(?:of|was|were|at|stood at|came to|totall?ed)\s+(?:about |around |approximately |nearly )?")


def _of_next(scene: Scene, at: int, mention: Mention) -> bool:
    """ "Equity was 71 million on total assets of 118 million": what stands before the next amount is that one's."""
    if at + 1 >= len(scene.amounts) or not any(m.end <= scene.amounts[at].start for m in scene.metrics):
        return False
    named = cue(r"\s*,?\s*(?:on|with|and|against|from)\s+(?:[a-z]+\s+){0,2}").fullmatch(
        scene.folded[scene.gap_after(at)[0] : mention.start]
    )
    behind = scene.folded[mention.end : scene.amounts[at + 1].start]
    return named is not None and _NAMES_NEXT.fullmatch(behind) is not None


def _whole(scene: Scene, at: int, fits: list[Mention]) -> Mention | None:
    """The whole of a share: named after it in English, before it in Chinese."""
    start, limit = scene.gap_after(at)
    if cue(scene.rules.of_change).match(scene.after(at)):
        return None
    after = [m for m in fits if start <= m.start < min(limit, start + 40) and _joined(scene.folded[start : m.start])]
    if after:
        return after[0]
    before = [m for m in fits if m.end <= scene.amounts[at].start]
    plain = cue(scene.rules.plain_whole).search(scene.after(at) if scene.rules.code == "en" else scene.before(at))
    named = (
        plain and scene.rules.code == "zh" and before and before[-1].start >= scene.gap_before(at)[0] + plain.start()
    )
    if plain and not named:
        return None
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
