"""R04 by a level: two rates of change told of one level, of which a slip makes one the other, or that go two ways.

The level, of three digits and more, tells that the two are of one thing, whatever either side calls it: "we carried
126,300 guests, 13.4% more" and "passengers totalled 126,300, an increase of 31.4%".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..amounts.intervals import overlaps
from ..languages.metric_kinds import SIGNED_METRICS
from ..records import Claim, Finding, Repair
from .evidence import Evidence
from .facts import magnitude
from .known import is_primary
from .repairs import count_digits, find_slips, reprint, significant_digits

_TELLING = 3  # digits of a level that two figures hardly share by chance
_FEWEST = 2  # digits of a rate, of which one may be wrong
_NEAR = 10  # half steps: rates as near as 14.3 and 14.6 may be rounded or reckoned in two ways
_KINDS = ("digit", "exchanged", "dropped", "extra", "point")
_DOUBTS = frozenset(("role", "unit"))


class _Told(NamedTuple):
    """A rate of change with the level that its statement puts beside it."""

    rate: Claim
    level: Claim


def check_rates_of_one_level(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Rates of the call against those that a release tells of the same level; each rate of the call once."""
    kinds = {row.id: row.kind for row in evidence.documents}
    told = [row for claim in claims for row in _told(claim, evidence)]
    mine = [row for row in told if kinds[row.rate.document_id] == "transcript"]
    filed = [row for row in told if kinds[row.rate.document_id] == "release"]
    for one in mine if filed else ():
        theirs = [row for row in filed if _is_one_level(row.level, one.level) and _may_be_one(row.rate, one.rate)]
        alike = [row for row in theirs if overlaps(magnitude(row.rate), magnitude(one.rate))]
        if alike:
            if all(_are_two_ways(one, row) for row in alike):
                yield _finding(one.rate, alike[0].rate, _TURNED, None, evidence)
            continue
        ours = [row for row in mine if row is not one and _is_one_level(row.level, one.level)]
        right = [_meant(one.rate, row.rate, evidence) for row in theirs]
        if right and None not in right and not any(_holds(row, other) for row in ours for other in theirs):
            yield _finding(one.rate, theirs[0].rate, _SLIPPED, right[0], evidence)


def _told(claim: Claim, evidence: Evidence) -> Iterator[_Told]:
    """The rate with its level, where it has one and no two."""
    plain = claim.role == "change" and claim.amount.kind == "percent" and claim.amount.modifier is None
    if not plain or claim.modality != "reported" or not is_primary(claim) or _DOUBTS & {*claim.weighed}:
        return
    if claim.amount.value is None or count_digits(evidence.quote(claim)) < _FEWEST:
        return
    if claim.frame is not None:
        beside: Sequence[Claim] = evidence.frames[claim.frame]
    else:
        beside = [row for row in evidence.claims_of[claim.document_id] if row.sentence_id == claim.sentence_id]
        if sum(row.role == "change" for row in beside) > 1:
            return
    levels = [row for row in beside if row.role == "level" and row.amount.kind in ("money", "count")]
    if len(levels) == 1 and levels[0].amount.value and levels[0].modality == "reported":
        yield _Told(claim, levels[0])


def _is_one_level(one: Claim, other: Claim) -> bool:
    values = [row.amount.value or Decimal(0) for row in (one, other)]
    if one.amount.unit != other.amount.unit or min(map(_digits, values)) < _TELLING:
        return False
    return overlaps(magnitude(one), magnitude(other))


def _digits(value: Decimal) -> int:
    return significant_digits(str(abs(value)))


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether two rates compare alike, and are not known to be of two measures or two times."""
    metrics = {row.metric for row in (one, other)}
    periods = {row.period for row in (one, other) if "period" in row.named}
    if len(periods) > 1 or (len(metrics) > 1 and not any(name.startswith("other:") for name in metrics)):
        return False
    return (one.comparator, one.definition) == (other.comparator, other.definition)


def _are_two_ways(one: _Told, other: _Told) -> bool:
    """Whether one rate went up and the other down; of a result the words tell that only where it is no loss."""
    if {one.rate.direction, other.rate.direction} != {"up", "down"}:
        return False
    if any("direction" in row.rate.weighed for row in (one, other)):
        return False
    gains = all((row.level.amount.low or 0) > 0 for row in (one, other))
    return gains or not any(row.rate.metric in SIGNED_METRICS for row in (one, other))


def _meant(odd: Claim, other: Claim, evidence: Evidence) -> Decimal | None:
    """What the odd rate says once a slip is mended, if that is the other one; two roundings of one are no slip."""
    value, wanted = abs(odd.amount.value or Decimal(0)), abs(other.amount.value or Decimal(0))
    room = max(odd.amount.half_step, other.amount.half_step)
    if abs(value - wanted) <= _NEAR * room:
        return None
    slips = find_slips(value, evidence.quote(odd))
    return next((row.value for row in slips if row.kind in _KINDS and abs(row.value - wanted) <= room), None)


def _holds(own: _Told, other: _Told) -> bool:
    """Whether another rate of the call's is the release's: then this one has none there."""
    return overlaps(magnitude(own.rate), magnitude(other.rate))


_SLIPPED = "The release has {there} of the same level, and one slip makes the one of the other."
_TURNED = "The release has it of the same level, the other way."


def _finding(odd: Claim, other: Claim, message: str, right: Decimal | None, evidence: Evidence) -> Finding:
    surface = evidence.quote(odd)
    value = abs(odd.amount.value or Decimal(0))
    repairs = () if right is None else (Repair(value=right, text=reprint(surface, value, right), residual="none"),)
    return Finding(
        code="R04", verdict="contradicted", severity="warning", origin="speaker", claims=(odd.id, other.id),
        message=message.format(there=evidence.quote(other)),
        formula=f"{surface}, {odd.direction}; the release {evidence.quote(other)}, {other.direction}",
        evidence=(evidence.span(other),), repairs=repairs,
    )  # fmt: skip
