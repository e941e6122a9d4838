"""Facts: what a claim is about, and whether two claims are about the same thing. Abstain rather than guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..amounts.intervals import meant_interval, negate, text
from ..languages.check_cues import OF_INCREMENT, OF_IT, OF_THE_PART, TENS_OF_WAN, is_all_but, part_of
from ..records import Claim, Interval
from ..text import fold, simplify
from .evidence import Evidence

VALUE_ROLES = ("level", "base", "whole")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure of one company: the same fact in two places must have the same value."""

    metric: str
    segment: str | None
    period: str | None
    basis: str | None
    definition: str | None
    unit: str


def fact_of(claim: Claim) -> Fact:
    """What a level or base claim is about. GAAP is the plain basis."""
    return Fact(
        metric=claim.metric,
        segment=claim.segment,
        period=claim.period,
        basis="non_gaap" if claim.basis == "non_gaap" else None,
        definition=claim.definition,
        unit=claim.amount.unit,
    )


def is_value(claim: Claim) -> bool:
    """Whether a claim states the value of a fact, as reported: not a change, not a share, not a guess."""
    return (
        claim.role in VALUE_ROLES
        and claim.restates is None
        and claim.period is not None
        and not claim.metric.startswith("other:")
        and claim.modality in ("reported", "third_party")
    )


def index_facts(claims: Iterable[Claim]) -> dict[Fact, tuple[Claim, ...]]:
    """All reported values by fact, in the order of the claims."""
    facts: dict[Fact, tuple[Claim, ...]] = {}
    for claim in claims:
        if is_value(claim):
            facts[fact_of(claim)] = (*facts.get(fact_of(claim), ()), claim)
    return facts


def meant(claim: Claim) -> Interval:
    """Everything the claim's words may mean, sign included."""
    return meant_interval(claim.amount)


def magnitude(claim: Claim) -> Interval:
    """The size of a claim that may be a loss: negative intervals are mirrored."""
    interval = meant(claim)
    return negate(interval) if interval.high is not None and interval.high <= 0 else interval


def as_said(claim: Claim, words: str, interval: Interval) -> Interval:
    """The interval of a claim printed as `words`: the last zero of Chinese ten-thousands promises nothing.

    8,480万 is how 84.8 million is written there.
    """
    if claim.language != "zh" or interval.low is None or interval.high is None or not TENS_OF_WAN.search(fold(words)):
        return interval
    room = 9 * claim.amount.half_step
    return replace(interval, low=interval.low - room, high=interval.high + room)


def why_not_same(left: Claim, right: Claim) -> str | None:
    """Why two claims of one metric are not the same fact, in words; None when they are."""
    if left.segment != right.segment:
        return f"different segment ({left.segment or 'whole company'} / {right.segment or 'whole company'})"
    if left.period != right.period:
        return f"different period ({left.period or 'not said'} / {right.period or 'not said'})"
    if (left.basis == "non_gaap") != (right.basis == "non_gaap"):
        return "different basis (GAAP / non-GAAP)"
    if left.definition != right.definition:
        return f"different definition ({left.definition or 'plain'} / {right.definition or 'plain'})"
    return None


def is_complement(claim: Claim, evidence: Evidence) -> bool:
    """Whether the sentence speaks of all but the claim's segment: "revenue outside China", 中国以外的收入."""
    sentence = evidence.sentence_by_id.get(claim.sentence_id or "")
    if claim.segment is None or sentence is None:
        return False
    return is_all_but(claim.segment, simplify(fold(evidence.quote(sentence))))


def is_share_of_segment(claim: Claim, evidence: Evidence) -> bool:
    """Whether the claim's segment is the whole of a share, and not the part: "38% of hardware revenue"."""
    if claim.segment is None:
        return False
    document = evidence.document_by_id[claim.document_id].text
    before, after = part_of(simplify(fold(claim.segment)))
    words = (
        simplify(fold(document[max(0, claim.start - 30) : claim.start])),
        simplify(fold(document[claim.end : claim.end + 60])),
    )
    return before.search(words[0]) is not None or after.search(words[1]) is not None


def is_share_of_another(claim: Claim, evidence: Evidence) -> bool:
    """Whether a share is told of another part, of "it", or of an increase: 自播占短视频的64%, "64% of Overseas"."""
    document = evidence.document_by_id[claim.document_id].text
    before = simplify(fold(document[max(0, claim.start - 30) : claim.start])).lower()
    after = simplify(fold(document[claim.end : claim.end + 60])).lower()
    told = [(ahead.search(before) or behind.search(after)) for ahead, behind in (OF_INCREMENT, OF_THE_PART)]
    if OF_IT.search(before) or any(told):
        return True
    others = {row.segment for row in evidence.claims_of[claim.document_id]} - {claim.segment, None}
    names = (simplify(fold(name)).lower() for name in others if name is not None)
    return any(ahead.search(before) or behind.search(after) for ahead, behind in map(part_of, names))


def short_money(interval: Interval, unit: str) -> str:
    """An interval of money in millions or billions, for formulas: "191.2..191.4 million CNY"."""
    top = max((abs(end) for end in (interval.low, interval.high) if end is not None), default=0)
    for name, power in (("billion", 9), ("million", 6)):
        if top >= 10**power:
            factor = 10**power
            scaled = Interval(
                low=None if interval.low is None else interval.low / factor,
                high=None if interval.high is None else interval.high / factor,
            )
            return f"{text(scaled)} {name} {unit}"
    return f"{text(interval)} {unit}"
