"""The company a figure keeps: what stands beside it in its statement, or on its line of a table.

"Selling expenses increased to 53.9 million (41.2 million)" and the line "Selling expenses (43.9) (41.2)" speak of the
same two figures: the second vouches for that, and the first is a slip in one of the two places.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..amounts.intervals import overlaps
from ..languages.late import late
from ..records import Claim
from ..text import fold, simplify
from .evidence import Evidence
from .facts import magnitude
from .repairs import significant_digits
from .standing import is_one_place

_WORD = late(r"[a-z]+|[\u4e00-\u9fff]")
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
    """Whether two figures of one sentence are of one measure, told of other dates or in another currency."""
    same = (row.metric, row.segment, row.basis) == (claim.metric, claim.segment, claim.basis)
    return same and row.role != "change"


def are_lines_of_one_name(one: Claim, other: Claim) -> bool:
    """Whether the lines of two cells have one name, or one's name holds the other's: "Revenue", "Total revenue"."""
    names = [frozenset(_WORD.findall(simplify(fold(row.surface)).lower())) for row in (one, other)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def stand_in_one_table(one: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether two cells are of one table."""
    if one.document_id != other.document_id:
        return False
    tables = evidence.document_by_id[one.document_id].tables
    return any(all(table.start <= row.start < table.end for row in (one, other)) for table in tables)


def are_two_lines(one: Claim, other: Claim, rows: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether two lines of one table have the two figures: a profit, and what of it is attributable to shareholders.

    `rows` are the claims of their fact.
    """
    lines = [row for row in rows if row.by == "rule:table"]
    mine, its = ([row for row in lines if overlaps(magnitude(row), magnitude(side))] for side in (one, other))
    return any(
        left.surface != right.surface and stand_in_one_table(left, right, evidence) for left in mine for right in its
    )


def _is_one_figure(mine: Claim, its: Claim, evidence: Evidence) -> bool:
    if mine.amount.unit != its.amount.unit or mine.period != its.period or is_one_place(mine, its):
        return False
    if min(significant_digits(evidence.quote(row)) for row in (mine, its)) < _TELLING:
        return False
    return overlaps(magnitude(mine), magnitude(its))
