"""A16, R02: one figure that all other places of a set of documents state alike, with a slip in it.

Two places that differ may measure two things. Where two others and more print the very number of the same fact, and
this one stands nowhere else and is that number with a slip, few digits tell as much as many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..amounts.intervals import overlaps
from ..records import Claim, Finding, Repair, Severity
from .company import are_two_lines
from .ends import is_range
from .evidence import Evidence
from .facts import fact_of, is_complement, magnitude
from .known import is_primary
from .repairs import reprint
from .shares import are_of_other_shares
from .standing import Standings, is_one_place, named_in_frame, slip_between

_MOST = 60  # claims of one description: more are a list of things that go by one name
_VALUES = ("level", "base", "whole")
# Digits that a slip needs. One digit that differs is the commonest way for two figures to be two.
_DIGITS = {"exchanged": 2, "dropped": 2, "extra": 2, "digit": 2, "scale": 1, "point": 2}
_OF_A_PAIR = {"exchanged": 3, "dropped": 3, "extra": 3, "digit": 3, "scale": 1, "point": 3}


def check_majority(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """The odd one of each fact that three places and more state."""
    standings = Standings(evidence)
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _counts(claim, evidence):
            change = (claim.compared_period, claim.amount.kind) if claim.role == "change" else ()
            groups[(fact_of(claim), *change)].append(claim)
    for rows in groups.values():
        if len(rows) <= _MOST:
            yield from _odd_ones(rows, standings, evidence)


def _counts(claim: Claim, evidence: Evidence) -> bool:
    amount = claim.amount
    return (
        is_primary(claim)
        and claim.role in (*_VALUES, "change")
        and claim.modality in ("reported", "premise")
        and claim.restates is None
        and claim.period is not None
        and not claim.metric.startswith("other:")
        and amount.value is not None
        and amount.modifier is None
        and not is_range(claim)
        and (named_in_frame(claim, "metric", evidence) or _is_of_a_share(claim))
        and not is_complement(claim, evidence)
    )


def _is_of_a_share(claim: Claim) -> bool:
    """Whether an amount per share is what a share earned: "net income was 112.7 million, or 1.37 per share"."""
    return claim.metric == "eps" and claim.amount.kind == "per_share"


def _odd_ones(rows: Sequence[Claim], standings: Standings, evidence: Evidence) -> Iterator[Finding]:
    for odd in rows:
        others = [row for row in rows if not is_one_place(row, odd)]
        if any(overlaps(magnitude(row), magnitude(odd)) for row in others):
            continue
        alike = _alike([row for row in others if row.modality == "reported"])
        if len(alike) < 2 or standings.elsewhere(odd, alike=False):
            continue
        if any(are_of_other_shares(row, odd) for row in alike) or _keeps_other_company(odd, alike, evidence):
            continue
        if are_two_lines(odd, alike[0], rows, evidence):
            continue
        # Of three places that differ from it two at least print the very number.
        digits = _DIGITS if len(alike) > 2 else _OF_A_PAIR
        # Who asks may mean another year's figure, which is as near.
        digits = digits if odd.modality == "reported" else {**digits, "digit": 9}
        slip = slip_between(odd, alike[0], evidence, digits)
        if slip is not None:
            yield _finding(
                odd, alike, reprint(evidence.quote(odd), abs(odd.amount.value or slip.value), slip.value), evidence
            )


def _keeps_other_company(odd: Claim, alike: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether what stands beside a figure, its level or base, is none of those that stand beside the others.

    "Revenue was 1,324.7 million, up 5.5%" is of another time than the 680.2 million that are up 5.9%.
    """
    own = _beside(odd, evidence)
    theirs = [row for one in alike for row in _beside(one, evidence)]
    compared = [
        (mine, its) for mine in own for its in theirs if (mine.role, mine.amount.unit) == (its.role, its.amount.unit)
    ]
    return bool(compared) and not any(overlaps(magnitude(mine), magnitude(its)) for mine, its in compared)


def _beside(claim: Claim, evidence: Evidence) -> list[Claim]:
    frame = evidence.frames.get(claim.frame, ()) if claim.frame is not None else ()
    return [row for row in frame if row.id != claim.id and row.role in _VALUES and row.amount.value]


def _alike(rows: Sequence[Claim]) -> list[Claim]:
    """The claims of different places that print one number, those first whose readers agree; none where as many places
    disagree with it.
    """
    counts: dict[object, list[Claim]] = defaultdict(list)
    for row in rows:
        value = abs(row.amount.value or 0)
        if not any(is_one_place(row, other) for other in counts[value]):
            counts[value].append(row)
    most = max(counts.values(), key=len, default=[])
    apart = [row for row in rows if most and not overlaps(magnitude(row), magnitude(most[0]))]
    return sorted(most, key=lambda row: len(row.weighed)) if len(most) > len(apart) else []


def _finding(odd: Claim, alike: Sequence[Claim], shown: str, evidence: Evidence) -> Finding:
    kind = evidence.document_by_id[odd.document_id].kind
    own = next((row for row in alike if row.document_id == odd.document_id), None)
    other = own or alike[0]
    value = other.amount.value
    severity: Severity = "error" if len(alike) > 2 or len({row.document_id for row in alike}) > 1 else "warning"
    return Finding(
        code="A16" if own is not None else "R02", verdict="contradicted", severity=severity,
        origin="release" if kind == "release" else "speaker", claims=(odd.id, other.id),
        message=f"{len(alike)} other places state {evidence.quote(other).strip()}; this one differs by a slip.",
        formula=f"{evidence.quote(odd)}; elsewhere {evidence.quote(other)}",
        evidence=tuple(evidence.span(row) for row in alike[:3]),
        repairs=(Repair(value=value, text=shown, residual="none"),) if value is not None else (),
    )  # fmt: skip
