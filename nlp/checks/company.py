"""The company a figure keeps: what stands beside it in its statement, or on its line of a table.

"Selling expenses increased to 72.8 million (60.3 million)" and the line "Selling expenses (62.8) (60.3)" speak of the
same two figures: the second vouches for that, and the first is a slip in one of the two places.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..amounts.intervals import overlaps
from ..records import Claim
from .evidence import Evidence
from .facts import magnitude
from .repairs import significant_digits
from .standing import is_one_place

_TELLING = 2  # digits of a figure that vouches for another one of its measure


def keep_company(one: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether beside both stands one more figure that is the same: of the same measure, unit, role and period."""
    here, there = (_beside(claim, evidence) for claim in (one, other))
    return any(_is_one_figure(mine, its, evidence) for mine in here for its in there)


def _beside(claim: Claim, evidence: Evidence) -> Sequence[Claim]:
    """The other figures of a claim's measure in its sentence, or on its line."""
    if claim.by == "rule:table":
        return [row for row in _line(claim, evidence) if row.role != "change"]
    own = evidence.claims_of.get(claim.document_id, ()) if claim.sentence_id is not None else ()
    return [row for row in own if row.sentence_id == claim.sentence_id and row is not claim and _is_alike(row, claim)]


def _line(claim: Claim, evidence: Evidence) -> Sequence[Claim]:
    text = evidence.document_by_id[claim.document_id].text
    return [
        row
        for row in evidence.claims_of.get(claim.document_id, ())
        if row.by == "rule:table"
        and row.id != claim.id
        and row.surface == claim.surface
        and "\n" not in text[min(row.start, claim.start) : max(row.end, claim.end)]
    ]


def _is_alike(row: Claim, claim: Claim) -> bool:
    """Whether two figures of one sentence are of one measure, told of other dates."""
    one_unit = row.amount.unit == claim.amount.unit or claim.role == "change"
    same = (row.metric, row.segment, row.basis) == (claim.metric, claim.segment, claim.basis)
    return same and one_unit and row.role != "change" and row.restates is None


def _is_one_figure(mine: Claim, its: Claim, evidence: Evidence) -> bool:
    if mine.amount.unit != its.amount.unit or mine.period != its.period or is_one_place(mine, its):
        return False
    if min(significant_digits(evidence.quote(row)) for row in (mine, its)) < _TELLING:
        return False
    return overlaps(magnitude(mine), magnitude(its))
