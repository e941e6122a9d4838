"""What an amount measures whose sentence names no metric for it: that of what was spoken of before, or a default."""

from __future__ import annotations

import re
from dataclasses import replace

from ..languages.metric_kinds import MARGIN_OF, PROFITS, RATIO_METRICS, WALKED
from ..languages.regions import is_region
from .binding import Binding
from .metrics import suits
from .phrases import NOTHING, bare_change, name_what, unknown_rate
from .qualifiers import find_qualified
from .scenes import Scene, cue
from .spent import of_what, spent_on
from .spots import Role
from .subjects import find_subject, is_of_other, moves_itself
from .whose import beside, listed_segment, segment_before, share_subject


def bind_unnamed(scene: Scene, at: int, role: Role, earlier: Binding | None, recent: Binding | None) -> Binding:
    """Bind amount `at`, whose metric its sentence does not name; `earlier` and `recent` as in `bind`."""
    source = earlier or recent
    if (spent := spent_on(scene, at)) is not None:
        return spent
    if (lost := _lost(scene, at)) is not None:
        return lost
    totalled = cue(scene.rules.totalled).search(scene.before(at)) is not None
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
        brought = scene.amounts[at].kind == "money" and cue(scene.rules.brought).search(scene.before(at))
        if brought and source.metric not in MARGIN_OF:
            return Binding(metric="revenue", segment=subject)  # what a part of the business contributes is revenue
        return Binding(metric=source.metric, surface=source.surface, segment=subject, basis=source.basis)
    if role.role == "share" and (shared := share_subject(scene, at)):
        metric = earlier.metric if earlier else f"other:{name_what(scene.after(at)[3:])}"
        return Binding(metric=metric, segment=shared)
    told = beside(scene, at) if role.role in ("level", "share") else None
    if told is not None and source is not None and not source.metric.startswith("other:"):
        return Binding(metric=source.metric, surface=source.surface, segment=told, basis=source.basis)
    if earlier is not None and (earlier.metric.startswith("other:") or _fits(earlier.metric, scene, at, role)):
        segment = segment_before(scene, at, since=scene.gap_before(at)[0]) or earlier.segment
        return Binding(metric=earlier.metric, surface=earlier.surface, segment=segment, basis=earlier.basis)
    return (
        _of_business(scene, at, role, subject, recent)
        or _spoken_of(scene, at, role)
        or _goes_on(scene, at, role, recent)
        or _by_default(scene, at, role, recent)
    )


def _goes_on(scene: Scene, at: int, role: Role, recent: Binding | None) -> Binding | None:
    """ "That leaves 2.65 billion for the second half": a figure without a noun is one of what was spoken of before."""
    if recent is None or recent.metric.startswith("other:") or role.role not in ("level", "base", "change"):
        return None
    words = scene.before(at)
    own = cue(scene.rules.own_noun).search(words) is not None or cue(scene.rules.pays).search(words) is not None
    head = scene.folded if scene.rules.code == "en" else re.split("[，,；;。]", words)[-1]
    if own or not suits(recent.metric, scene.amounts[at], role.role):
        return None
    if not cue(scene.rules.bare_subject).match(head):
        return None
    of_them = cue(scene.rules.of_them).match(scene.after(at)) is not None
    goes_on = not scene.segments and (of_them or _continues(scene))
    segment = segment_before(scene, at) or (recent.segment if goes_on else None)
    return Binding(metric=recent.metric, surface=recent.surface, segment=segment, basis=recent.basis)


def _lost(scene: Scene, at: int) -> Binding | None:
    """ "We lost 9 million", "lost 2 million at the operating level": a result without a noun."""
    found = cue(scene.rules.lost).search(scene.before(at)) if scene.amounts[at].kind == "money" else None
    if found is None:
        return None
    operating = cue(scene.rules.operating).search(scene.after(at)) is not None
    adjusted = "non_gaap" if scene.left_out else None
    metric, segment = "operating_income" if operating else "net_income", segment_before(scene, at)
    start = scene.gap_before(at)[0]
    place = start + found.start(), start + found.end()
    return Binding(metric=metric, surface=found[0].strip(), segment=segment, basis=adjusted, place=place)


def own_subject(scene: Scene, at: int, role: Role) -> Binding | None:
    """ "We take the savings to be 9 million": money whose clause has a noun of its own, that is no metric."""
    if role.role != "level" or scene.amounts[at].kind != "money":
        return None
    found = cue(scene.rules.own_subject).search(scene.before(at))
    if found is None or cue(scene.rules.plain_subject).search(found["noun"]):
        return None
    start = scene.gap_before(at)[0]
    place = start + found.start("noun"), start + found.end("noun")
    if scene.names_within(*place) or any(m.start < place[1] and place[0] < m.end for m in scene.segments):
        return None
    return Binding(metric=f"other:{name_what(found['noun'])}", surface=found["noun"], place=place)


def _fits(metric: str, scene: Scene, at: int, role: Role) -> bool:
    return scene.amounts[at].kind != "money" or suits(metric, scene.amounts[at], role.role)


def noun_with_of(scene: Scene, at: int, role: Role) -> Binding | None:
    """ "Aided by a tax benefit of 7 million": money behind a noun for money whose name no metric has."""
    if role.role not in ("level", "base", "driver") or scene.amounts[at].kind != "money":
        return None
    found = cue(scene.rules.noun_of_money).search(scene.before(at))
    if found is None or not found["kind"]:
        return None
    start = scene.gap_before(at)[0]
    place = start + found.start("noun"), start + found.end("noun")
    if scene.names_within(*place) or any(m.start < place[1] and place[0] < m.end for m in scene.segments):
        return None
    return Binding(metric=f"other:{name_what(found['noun'])}", surface=found["noun"], place=place)


def _what_grew(scene: Scene, at: int) -> str | None:
    """The noun right before "growth" where no vocabulary knows it: "provision growth of less than 29%"."""
    told = cue(scene.rules.growth_in).search(scene.before(at))
    if told is not None:
        return name_what(told[1])
    found = cue(scene.rules.grower).search(scene.before(at))
    if found is None or find_qualified(found[1]) is None or cue(scene.rules.plain_growth).fullmatch(found[1]):
        return None
    start = scene.gap_before(at)[0]
    place = start + found.start(1), start + found.end(1)
    known = scene.names_within(*place) or any(m.start < place[1] and place[0] < m.end for m in scene.segments)
    return None if known else found[1]


def moved_behind(scene: Scene, at: int, role: Role) -> Binding | None:
    """ "a 14% decrease in travel costs": what no vocabulary knows, behind its change."""
    found = cue(scene.rules.moved_behind).match(scene.after(at)) if role.role in ("change", "driver") else None
    if found is None:
        return None
    shift = scene.gap_after(at)[0] - 1
    place = shift + found.start(1), shift + found.end(1)
    if scene.names_within(*place) or any(m.start < place[1] and place[0] < m.end for m in scene.segments):
        return None
    what = name_what(found[1])
    return Binding(metric=f"other:{what}", surface=found[1], place=place)


def _continues(scene: Scene) -> bool:
    return cue(scene.rules.continues).match(scene.folded) is not None


def _spoken_of(scene: Scene, at: int, role: Role) -> Binding | None:
    """ "It was 4,782 million": the metric that the sentence before, without a figure, was about."""
    if role.role not in ("level", "base", "change") or not cue(scene.rules.continues).match(scene.folded):
        return None
    named = [m for m in scene.earlier_metrics if suits(m.name, scene.amounts[at], role.role)]
    return Binding(metric=named[0].name) if named else None


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
    spoken_of = scene.amounts[at].kind in ("money", "percent") and not cue(scene.rules.pays).search(scene.before(at))
    if segment is not None and spoken_of and role.role != "share" and (rate := unknown_rate(scene, at)):
        return Binding(metric=f"other:{rate}", surface=rate, segment=segment)
    if segment is not None and recent is not None and (walked := _walked(scene, at, role, recent)):
        return replace(recent, metric=walked, segment=segment, place=None)
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


_EARNED = cue(
    r"\b(?:earned|made|provided|lost)\s+(?:(?:the|a|about|around|nearly|over)\s+)?(?:(?:remaining|other)\s+)?$|\b(?:and|,)\s+[^,;.]{2,40}\s$"
)
_EARNS = cue(r"\b(?:earned|made a profit of|lost)\b")


def _walked(scene: Scene, at: int, role: Role, recent: Binding) -> str | None:
    """The measure that a text goes through part by part: orders of each region, earnings of each segment."""
    amount = scene.amounts[at]
    if recent.metric in WALKED and role.role == "change" and amount.kind == "percent":
        return recent.metric
    earned = amount.kind == "money" and recent.metric in PROFITS and _EARNED.search(scene.before(at))
    return recent.metric if earned and _EARNS.search(scene.folded[: amount.start]) else None


def _by_default(scene: Scene, at: int, role: Role, recent: Binding | None) -> Binding:
    """What is meant where nothing at all is named; else the words before the amount, as `other:`."""
    rate = role.role == "change" and scene.amounts[at].kind in ("percent", "points")
    if rate and (grower := _what_grew(scene, at)) is not None:
        return Binding(metric=f"other:{grower}", surface=grower)
    if rate and (cue(scene.rules.grew).search(scene.before(at)) or cue(r"\s*growth\b").match(scene.after(at))):
        return Binding(metric="revenue")  # growth without a word of what grew is that of the business
    if (
        rate
        and scene.rules.code == "en"
        and cue(r"\b(?:guidance|outlook|forecast)\b").search(scene.folded[: scene.amounts[at].start])
    ):
        of_rate = recent is None or recent.metric in RATIO_METRICS or recent.metric.startswith("other:")
        return Binding(metric="revenue") if of_rate or recent is None else replace(recent, segment=None, place=None)
    near = scene.before(at) + scene.after(at)[:30]
    if scene.amounts[at].kind == "money" and cue(scene.rules.aimed).search(near):
        return Binding(metric="revenue")  # a company's guidance without a name is that of its revenue
    if (found := of_what(scene, at)) is not None:
        return found
    if (part := _part_that_did(scene, at, role, recent)) is not None:
        return part
    what = name_what(scene.before(at))
    return (_last_named(scene, at, role, recent) if what == NOTHING else None) or Binding(metric=f"other:{what}")


# "Cloud was 120 million, up 30%", "trading did 210 million": a noun of no measure is a part, told by its revenue.
_DID = cue(
    r"(?:^|[.;:]\s+|,\s+(?:and\s+|but\s+|while\s+)?|\b(?:and|while|whereas|but)\s+)(?:(?:our|the)\s+)?"
    r"(?P<part>(?!(?:we|it|that|this|they|which|there|these|those|what|i|you|he|she|half|most|all|none|one|both|some)\b)"
    r"[a-z][\w&'\-]+(?:\s+(?:and\s+)?[a-z][\w&'\-]+){0,2}?)"
    r"(?:,?\s+(?:was|were|is|did|does|came in at|reached|contributed|delivered)|,)\s+"
    r"(?:about |around |nearly |over |roughly |just over |just under )?$"
)
_WE_DID = cue(
    r"\b(?:we|company|business|group)\s+(?:did|made sales of|turned over|took in|rang up)\s+"
    r"(?:about |around |nearly |over |roughly )?$"
)
_NO_PART = cue(
    r".*(?:(?:ment|ance|ence|ness|ity|age|ism|ure|sion|gap|cost|costs|loss|losses|gain|gains|charge|charges|impact|effect|benefit"
    r"|headwind|tailwind|total|rest|balance|difference|figure|number|guidance|range|target|budget|plan|midpoint|consensus"
    r"|proceeds|settlement|fine|deal|acquisition|award|price|value|fee|fees|rate|ratio|spend|spending|hit|drag|bill|tax|taxes"
    r"|interest|rent|rents|wages|bonus|salaries|assets|liabilities|equity|reserves?|provisions?|collateral|notional|exposure"
    r"|principal|commitments?|facility|revolver|note|notes|bonds?|patronage|leases?|average|size|quarter|year|month|half|week"
    r"|last|ago|usually|typically|overall|combined|say|call|think|believe|honestly|now|then|here|today))"
)


def _part_that_did(scene: Scene, at: int, role: Role, recent: Binding | None) -> Binding | None:
    amount = scene.amounts[at]
    if scene.rules.code != "en" or amount.kind != "money" or role.role not in ("level", "base") or recent is not None:
        return None
    if amount.low is None or abs(amount.low) < _LEAST:
        return None
    if _WE_DID.search(scene.before(at)):
        return Binding(metric="revenue")
    found = _DID.search(scene.before(at))
    if found is None or _NO_PART.fullmatch(found["part"]):
        return None
    start = scene.gap_before(at)[0]
    if scene.names_within(start + found.start("part"), start + found.end("part")):
        return None
    return Binding(metric="revenue", surface=found["part"], segment=found["part"])


_LEAST = 1_000_000


def _last_named(scene: Scene, at: int, role: Role, recent: Binding | None) -> Binding | None:
    """ "If I take the 5 to 6 million", "you arrive at the 7%": a figure without any noun is of what was spoken of."""
    if recent is not None and not recent.metric.startswith("other:"):
        fits = suits(recent.metric, scene.amounts[at], role.role)
        segment = segment_before(scene, at) or (None if scene.segments else recent.segment)
        return replace(recent, segment=segment, place=None) if fits else None
    named = [m for m in scene.earlier_metrics if suits(m.name, scene.amounts[at], role.role)]
    return Binding(metric=named[-1].name) if named else None
