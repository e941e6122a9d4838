"""Amounts restated in another currency, at the rate the document states or, without one, at one common rate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ...amounts.intervals import divide, intersect
from ...records import Claim, Interval
from ..evidence import Evidence
from ..facts import magnitude
from ..relations import Input, Relation, claim_input

Quote = Callable[[Claim], str]


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
                    inputs = (claim_input(first, evidence.said(first)), rate)
                    yield Relation(code="A10", said=said, inputs=inputs, compute=_divide, template="{0} / {1}")


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
    if len(rates) < 3:
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
