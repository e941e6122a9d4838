"""A13: an amount in percentage points where another place has the number in per cent.

Points are what a rate moves by. A margin "of 21.9 points", "91 points of revenue" or revenue "up 8 points" says per
cent. Alone that may be how somebody speaks; where the number itself stands elsewhere in per cent, of the same thing,
one of the two words is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..amounts.intervals import overlaps
from ..languages.metric_kinds import RATIO_METRICS
from ..records import Claim, Finding
from .evidence import Evidence
from .facts import magnitude, why_not_same
from .known import is_primary
from .repairs import significant_digits
from .standing import is_one_place

_TELLING = 2  # digits; measure, business and period agree as well


def check_points(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """One for each amount in points that can be none and stands elsewhere in per cent."""
    own = [row for row in claims if is_primary(row) and not row.restates and not row.metric.startswith("other:")]
    told = [row for row in own if row.amount.unit == "percentage_point" and not _is_contribution(row)]
    rates = [row for row in own if row.amount.unit == "percent" and row.role != "driver"] if told else []
    for claim in told:
        if significant_digits(evidence.quote(claim)) < _TELLING or not _can_be_none(claim):
            continue
        apart = [row for row in rates if not is_one_place(row, claim) and _is_one_number(claim, row)]
        alike = (row for row in apart if _is_the_same(claim, row) or _keep_company(claim, row, evidence))
        other = next(alike, None)
        if other is not None and not any(_confirms(row, claim) for row in told):
            yield _finding(claim, other, evidence)


def _is_contribution(claim: Claim) -> bool:
    """Whether points are surely what a cause adds to a rate."""
    return claim.role == "driver" and "role" not in claim.weighed


def _keep_company(claim: Claim, row: Claim, evidence: Evidence) -> bool:
    """Whether the two statements share another figure of three digits; then the number is one, whatever it measures."""
    if claim.direction is not None and "direction" not in claim.weighed:
        return False
    here, there = (
        [mate for mate in evidence.claims_of[side.document_id] if _goes_with(mate, side, evidence)]
        for side in (claim, row)
    )
    return any(
        (mate.amount.unit, mate.metric) == (that.amount.unit, that.metric) and mate.amount.value == that.amount.value
        for mate in here
        for that in there
    )


def _goes_with(mate: Claim, claim: Claim, evidence: Evidence) -> bool:
    beside = mate.sentence_id == claim.sentence_id is not None and mate.id != claim.id and mate.amount.kind == "money"
    return beside and mate.role != "change" and significant_digits(evidence.quote(mate)) > _TELLING


def _can_be_none(claim: Claim) -> bool:
    """Whether an amount can be no points: it tells no way for sure, or is of what is no rate."""
    told = claim.direction is not None and "direction" not in claim.weighed
    return claim.role != "change" or not told or _is_quantity(claim)


def _is_quantity(claim: Claim) -> bool:
    return claim.metric not in RATIO_METRICS and not claim.metric.endswith("growth")


def _is_the_same(claim: Claim, row: Claim) -> bool:
    """One measure of one business and period, as the number tells; a base is of the time before."""
    if row.metric != claim.metric:
        return False
    if claim.role == "driver" and (row.role == "change" or claim.metric not in RATIO_METRICS):
        return False
    if claim.role == "change" and (claim.direction is not None and "direction" not in claim.weighed):
        return row.role == "change" and row.direction == claim.direction and row.segment == claim.segment
    apart = why_not_same(claim, row)
    return apart is None or (row.role == "base" and apart.startswith("different period"))


def _is_one_number(claim: Claim, row: Claim) -> bool:
    """Within rounding; a range told in points may be read as its two ends."""
    ends = {row.amount.low, row.amount.high}
    return claim.amount.value in ends if len(ends) > 1 else overlaps(magnitude(claim), magnitude(row))


def _confirms(row: Claim, claim: Claim) -> bool:
    """Whether another place has the number in points as well."""
    return not is_one_place(row, claim) and row.metric == claim.metric and overlaps(magnitude(row), magnitude(claim))


def _finding(claim: Claim, other: Claim, evidence: Evidence) -> Finding:
    kind = evidence.document_by_id[claim.document_id].kind
    return Finding(
        code="A13", verdict="contradicted", severity="warning", origin="release" if kind == "release" else "speaker",
        message="The figure is in per cent in one place and in percentage points in another.",
        formula=f"{evidence.quote(claim)}; elsewhere {evidence.quote(other)}", claims=(claim.id, other.id),
        evidence=(evidence.span(other),),
    )  # fmt: skip
