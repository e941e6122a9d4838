"""Amounts restated in another currency, at the rate the document states or, without one, at one common rate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...amounts.intervals import divide, intersect, overlaps
from ...records import Claim, Finding, Interval
from ..evidence import Evidence
from ..facts import magnitude
from ..relations import Input, Relation, claim_input

Quote = Callable[[Claim], str]
_ENOUGH = 3


def fx_relations(evidence: Evidence) -> Iterator[Relation]:
    """Each restated amount: the first amount over the rate."""
    for document in evidence.documents:
        pairs = [
            (evidence.claim_by_id[claim.restates], claim)
            for claim in evidence.claims
            if claim.document_id == document.id and claim.restates in evidence.claim_by_id
        ]
        for units in sorted({(a.amount.unit, b.amount.unit) for a, b in pairs}):
            own = [(a, b) for a, b in pairs if (a.amount.unit, b.amount.unit) == units]
            rate = stated_rate(evidence.claims, document.id, units, document.text) or _common_rate(own)
            if rate is not None:
                for first, second in own:
                    said = claim_input(second, evidence.said(second))
                    inputs = (_end_of(claim_input(first, evidence.said(first)), said), rate)
                    yield Relation(code="A10", said=said, inputs=inputs, compute=_divide, template="{0} / {1}")


def _end_of(first: Input, said: Input) -> Input:
    """Of a range that one amount restates its low end: in "between A and B (C and D)" C stands behind the range."""
    whole, one = (part.claim.amount if part.claim is not None else None for part in (first, said))
    if whole is None or one is None or whole.low is None or whole.low == whole.high or one.value is None:
        return first
    half = whole.half_step
    return replace(
        first, interval=Interval(low=abs(whole.low) - half, high=abs(whole.low) + half), point=abs(whole.low)
    )


def stated_rate(claims: Sequence[Claim], document_id: str, units: tuple[str, str], text: str) -> Input | None:
    """`RMB7.1200 to US$1.00`: an amount of each currency side by side, one of them exactly 1."""
    own = [claim for claim in claims if claim.document_id == document_id]
    for left, right in pairwise(own):
        gap = text[left.end : right.start]
        if len(gap) > 12 or not re.fullmatch(r"\s*(?:to|=|per|for|equals?|兑|对|:|：)\s*", gap):
            continue
        for many, one in ((left, right), (right, left)):
            if (many.amount.unit, one.amount.unit) == units and one.amount.value == 1 and many.amount.value:
                return claim_input(many, text[many.start : many.end])
    return None


def _common_rate(pairs: Sequence[tuple[Claim, Claim]]) -> Input | None:
    """The rate all pairs share; None for fewer than three pairs or when no one rate fits most of them."""
    rates = [divide(magnitude(first), magnitude(second)) for first, second in pairs]
    if len(rates) < _ENOUGH:
        return None
    best: Interval | None = None
    most = 0
    for start in rates:
        common, count = start, 0
        for rate in rates:
            both = intersect(common, rate)
            if both is not None:
                common, count = both, count + 1
        if count > most:
            best, most = common, count
    if best is None or most * 3 < len(rates) * 2:
        return None
    return Input(interval=best, shown="(the rate the other pairs share)", point=_middle(best))


def _middle(interval: Interval) -> Decimal | None:
    return None if interval.low is None or interval.high is None else (interval.low + interval.high) / 2


def _divide(values: Sequence[Interval]) -> Interval:
    return divide(values[0], values[1])


def currency_findings(evidence: Evidence) -> Iterator[Finding]:
    """A conversion whose digits fit the document's rate and whose currency sign does not."""
    for document in evidence.documents:
        own = sorted((c for c in evidence.claims if c.document_id == document.id), key=lambda claim: claim.start)
        usual = _usual_units(own, evidence)
        rate = stated_rate(own, document.id, usual, document.text) if usual else None
        if usual is None or rate is None:
            continue
        for first, second in pairwise(own):
            bracketed = document.text[first.end : second.start].strip() in ("(", "（")
            units = (first.amount.unit, second.amount.unit)
            one_is_off = units != usual and (units[0] == usual[0] or units[1] == usual[1])
            if bracketed and one_is_off and overlaps(divide(magnitude(first), rate.interval), magnitude(second)):
                yield _wrong_sign(first, second, usual, rate, evidence)


def _usual_units(claims: Sequence[Claim], evidence: Evidence) -> tuple[str, str] | None:
    """The pair of currencies that most of a document's conversions have; None for fewer than three conversions."""
    pairs = [
        (evidence.claim_by_id[claim.restates].amount.unit, claim.amount.unit)
        for claim in claims
        if claim.restates in evidence.claim_by_id
    ]
    units = max(sorted(set(pairs)), key=pairs.count, default=None)
    return units if units is not None and pairs.count(units) >= _ENOUGH else None


def _wrong_sign(first: Claim, second: Claim, usual: tuple[str, str], rate: Input, evidence: Evidence) -> Finding:
    odd, unit = (first, usual[0]) if first.amount.unit != usual[0] else (second, usual[1])
    return Finding(
        code="A10", verdict="contradicted", severity="error", origin=None, claims=(odd.id,),
        message=f"The digits fit the stated rate with {unit}; the currency printed is {odd.amount.unit}.",
        formula=f"{evidence.said(first)} / {rate.shown}; said {evidence.said(second)}",
        evidence=(evidence.span(first), evidence.span(second)),
    )  # fmt: skip
