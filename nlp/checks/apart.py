"""Whether two names of parts of a business mean two parts: they have different figures of one measure somewhere.

"China revenue was 592.4 million" beside "Vehicle revenue was 711.0 million" tells the two apart for every measure; one
number that is then said of both is hardly both parts' own where a second number goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..amounts.intervals import overlaps
from ..records import Claim
from .evidence import Evidence
from .facts import VALUE_ROLES, magnitude
from .repairs import significant_digits
from .standing import is_one_place
from .translation.segments import are_alike

_LONG = 4  # digits that tell a figure by itself
_TELLING = 2  # digits of one that goes with it


def are_told_apart(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether the parts that two claims of one number name have different figures of one measure elsewhere.

    The number prints four digits, or one more figure of the two parts is one number in the two documents.
    """
    long = min(significant_digits(evidence.quote(row)) for row in (odd, other)) >= _LONG
    if not long and not share_another(odd, other, evidence):
        return False
    here, there = ([row for row in evidence.claims if is_of_part(row, part)] for part in (odd.segment, other.segment))
    return any(_differ(mine, its) for mine in here if not is_one_place(mine, odd) for its in there)


def is_of_part(row: Claim, part: str | None) -> bool:
    """Whether a claim is of a part under this name or one that shares a word: overseas, overseas markets."""
    return row.segment is not None and part is not None and (row.segment == part or are_alike(row.segment, part))


def share_another(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether the two documents have one more figure of the measure, that of another time or its change, of the two."""
    return any(
        (mine.role, mine.period, mine.amount.unit) == (its.role, its.period, its.amount.unit)
        and overlaps(magnitude(mine), magnitude(its))
        for mine in _alike(odd, evidence)
        for its in _alike(other, evidence)
    )


def _alike(claim: Claim, evidence: Evidence) -> Iterator[Claim]:
    """The other figures of a claim's measure and part in its document that print two digits and more."""
    for row in evidence.claims_of[claim.document_id]:
        alike = (row.metric, row.segment, row.restates) == (claim.metric, claim.segment, None)
        apart = alike and (row.role, row.period) != (claim.role, claim.period)
        if apart and significant_digits(evidence.quote(row)) >= _TELLING:
            yield row


def _differ(mine: Claim, its: Claim) -> bool:
    """Whether two levels of one measure and period are two figures."""
    one, two = ((row.metric, row.period, row.basis, row.definition, row.amount.unit) for row in (mine, its))
    if one != two or mine.metric.startswith("other:") or not {mine.role, its.role} <= {*VALUE_ROLES}:
        return False
    return mine.period is not None and not overlaps(magnitude(mine), magnitude(its))
