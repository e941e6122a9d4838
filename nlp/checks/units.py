"""Whether two figures are of one unit: which currency a cell or a bare number is in, and the same number in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..amounts.intervals import overlaps
from ..records import Claim
from .evidence import Evidence
from .facts import magnitude, why_not_same
from .standing import Standings, named_in_frame
from .translation.compare import Said, units_agree

_TELLING = 3  # digits that two figures hardly share by chance


@dataclass(frozen=True, slots=True)
class Places:
    """What a figure of the call is held against: the releases' figures, and where each number stands."""

    evidence: Evidence
    standings: Standings
    filed: Sequence[Claim]
    currency: str | None


def same_digits(claim: Claim, other: Claim) -> bool:
    """The same number in another unit, both as printed or one of them rounded."""
    value, there = claim.amount.value, other.amount.value
    if claim.amount.unit == other.amount.unit or value is None or there is None:
        return False
    if value == there:
        return True
    money = {claim.amount.kind, other.amount.kind} <= {"money", "per_share"} and claim.metric != "fx_rate"
    telling = min(len(row.normalize().as_tuple().digits) for row in (value, there)) >= _TELLING
    return money and telling and overlaps(magnitude(claim), magnitude(other))


def is_open(claim: Claim, other: Claim, places: Places) -> bool:
    """Whether one of the two leaves its currency to the document: "10.6 cents" may be Hong Kong's.

    A cell has that of its table; where that is the currency the documents count in, it is no open question.
    """
    if claim.amount.kind not in ("money", "per_share") or claim.amount.unit == other.amount.unit:
        return False
    evidence = places.evidence
    if other.by == "rule:table" and (other.amount.unit == places.currency or not _is_used(claim, other, evidence)):
        return False
    return units_agree(Said(claim.amount, evidence.quote(claim)), Said(other.amount, evidence.quote(other)))


def _is_used(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether the other document has any amount in the claim's currency."""
    return any(row.amount.unit == claim.amount.unit for row in evidence.claims_of[other.document_id])


def is_mixed(other: Claim, same: Sequence[Claim]) -> bool:
    """Whether a table gives the fact twice in what seems one currency: a column of another one is not told."""
    alike = [row for row in same if row.amount.unit == other.amount.unit]
    return other.by == "rule:table" and not all(overlaps(magnitude(row), magnitude(other)) for row in alike)


def main_currency(claims: Sequence[Claim]) -> str | None:
    """The currency that most amounts of running text name."""
    units = Counter(row.amount.unit for row in claims if row.amount.kind == "money" and row.by != "rule:table")
    return units.most_common(1)[0][0] if units else None


def is_in_another_currency(claim: Claim, other: Claim, places: Places) -> bool:
    """Whether the release tells the very number of a fact in words in another currency than the call, which has it in
    that of the documents.
    """
    one, two = claim.amount, other.amount
    if one.unit == two.unit or one.value is None or one.value != two.value or one.unit != places.currency:
        return False
    money = {one.kind, two.kind} <= {"money", "per_share"} and claim.metric not in ("fx_rate", "dividend")
    told = other.by != "rule:table" and not other.restates and not claim.restates and claim.period is not None
    if not (money and told) or is_open(claim, other, places) or why_not_same(claim, other) is not None:
        return False
    return all(named_in_frame(row, "metric", places.evidence) for row in (claim, other))
