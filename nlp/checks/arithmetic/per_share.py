"""A22: earnings per share as net income over the shares it is divided by, basic and diluted ones kept apart.

Some earnings are divided among other holders as well, and diluted ones may add something back. So only what holds is
said, or what one slip explains; how many shares a depositary one stands for is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...amounts.intervals import divide
from ...records import Claim, Interval
from ..evidence import Evidence
from ..facts import VALUE_ROLES, fact_of, is_value
from ..known import Known
from ..relations import Relation, claim_input
from ..shares import are_depositary, dilutions, is_average, words_beside
from ..standing import is_one_place


def per_share_relations(known: Known, evidence: Evidence) -> Iterator[Relation]:
    """Every stated figure per share, beside the net income and the count of shares of its period."""
    counts = [row for row in known.claims if _is_count(row)]
    if not counts:
        return
    told = {row.id: words_beside(row, evidence) for row in counts}
    counts = [row for row in counts if is_average(told[row.id])]
    for claim in known.claims if counts else ():
        if claim.metric != "eps" or not is_value(claim) or _is_open(claim):
            continue
        words = words_beside(claim, evidence)
        incomes = known.stated.get(replace(fact_of(claim), metric="net_income"), ())
        shares = [row for row in counts if _are_its_own(row, told[row.id], claim, words, evidence)]
        if incomes and shares and not _is_open(incomes[0]):
            income = next((row for row in incomes if row.document_id == claim.document_id), incomes[0])
            yield _quotient(claim, income, shares[0], evidence)


def _is_count(claim: Claim) -> bool:
    named = claim.metric == "shares" or (claim.metric.startswith("other:") and claim.amount.kind == "count")
    return named and claim.role in VALUE_ROLES and claim.modality == "reported" and not _is_open(claim)


def _is_open(claim: Claim) -> bool:
    return not claim.amount.value or claim.amount.modifier is not None


def _are_its_own(count: Claim, counted: str, claim: Claim, words: str, evidence: Evidence) -> bool:
    """Whether a figure per share is per these: basic or diluted alike, of its period or told beside it."""
    if not dilutions(counted) & dilutions(words) or are_depositary(counted) != are_depositary(words):
        return False
    if count.document_id != claim.document_id:
        return False
    if count.by == "rule:table":
        return count.by == claim.by and count.period == claim.period
    beside = is_one_place(count, claim) or (count.paragraph_id == claim.paragraph_id and count.paragraph_id is not None)
    return count.period == claim.period or (
        beside and claim.role == "level" and (count.period or "").startswith("asof")
    )


def _quotient(claim: Claim, income: Claim, shares: Claim, evidence: Evidence) -> Relation:
    quote = evidence.said
    inputs: Sequence[Claim] = (income, shares)
    return Relation(
        code="A22", said=claim_input(claim, quote(claim)), compute=_divided, template="{0} / {1}", careful=True,
        inputs=tuple(claim_input(row, quote(row)) for row in inputs),
    )  # fmt: skip


def _divided(values: Sequence[Interval]) -> Interval:
    return divide(values[0], values[1])
