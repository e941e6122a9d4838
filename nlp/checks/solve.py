"""All relations together: hidden values get bounds, and a number that breaks its relations is localised.

A relation that does not hold accuses all its numbers. A repair that gives a number another place states goes before all
others, and one of a number that another place confirms behind them. Then the repair that makes most relations of the
repaired number hold ranks first, a likelier slip before a rarer one; each says what it leaves unexplained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..amounts.intervals import overlaps, text
from ..records import Claim, Interval, Repair
from .relations import Relation
from .repairs import Slip, find_slips, reprint
from .standing import Standings

# A scale repair may leave a small residual (another base year, a rounding upstream) and still be the only one near.
_NEAR_POINTS = Decimal(1)
_MOST_REPAIRS = 3
_TIGHT = 150  # times its width a sum is that a lost digit makes, so that chance hardly does
_TENTH = 5  # times, with room for the digits behind the lost one
_RESTATED = Decimal("0.03")  # of a figure: so much a restatement or another count may move it


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim, the slip that would mend it, and how the relations stand after it."""

    claim: Claim
    slip: Slip
    broken: int  # relations of the claim that hold without it and fail with it, less those that it mends
    stands: int  # -1: another place states the repaired number; 1: another place states the number as it is
    same_time: bool = False  # whether one of the places that state the repaired number is of the claim's period
    residual: str
    exact: bool


def rank_repairs(
    relation: Relation,
    relations: Sequence[Relation],
    quote: Callable[[Claim], str],
    *,
    bound: bool = False,
    standings: Standings | None = None,
) -> tuple[Candidate, ...]:
    """The repairs that mend (or, for a scale, nearly mend) a broken relation, best first.

    Between statements only a convincing slip counts: the figures may simply measure different things. `bound`: the
    document itself puts the numbers together, as it does within one sentence.
    """
    together = bound or relation.is_one_statement()
    found: list[Candidate] = []
    for claim in relation.claims():
        value = claim.amount.value
        if value is None or not value:
            continue
        own = [(r, r.verdict() == "disjoint") for r in relations if r is not relation and r.has(claim.id)]
        for slip in find_slips(value, quote(claim)):
            candidate = _try(relation, own, claim, slip)
            if candidate is None:
                continue
            if standings is not None:
                alike = any(row.period == claim.period for row in standings.elsewhere(claim, slip.value))
                candidate = replace(candidate, stands=_stands(claim, slip, standings), same_time=alike)
            if together or _is_convincing(relation, candidate):
                found.append(candidate)
    # A thousandfold error that one scale word mends (or nearly) is no chance; a digit that fits may be.
    found.sort(key=lambda c: (c.stands, c.slip.kind != "scale", c.broken, not c.exact, c.slip.price))
    return tuple(_without_repeats(found)[:_MOST_REPAIRS])


def _stands(claim: Claim, slip: Slip, standings: Standings) -> int:
    """What other places say of a repair."""
    if standings.elsewhere(claim):
        return 1
    return -1 if standings.elsewhere(claim, slip.value) else 0


def _is_convincing(relation: Relation, candidate: Candidate) -> bool:
    """A slip that chance would hardly offer: a scale word, two digits exchanged, or one digit of a tight relation; or
    any that gives the number of another place.
    """
    if not candidate.exact or candidate.broken > 0:
        return False
    if relation.careful and _moves_little(candidate) and (candidate.stands >= 0 or not candidate.same_time):
        return False
    tenth = candidate.slip.kind == "dropped" and loses_a_place(candidate.claim, candidate.slip.value)
    if tenth and relation.code == "A08" and relation.is_tight(_TIGHT):
        return True
    return candidate.stands < 0 or candidate.slip.kind in ("scale", "exchanged") or relation.is_tight()


def loses_a_place(claim: Claim, right: Decimal) -> bool:
    """Whether a number is about a tenth of what it should be, as where a digit before its point is left out."""
    return claim.amount.value is not None and abs(right) >= abs(claim.amount.value) * _TENTH


def _moves_little(candidate: Candidate) -> bool:
    """Whether the slip changes its number by no more than a restatement may."""
    value = abs(candidate.claim.amount.value or Decimal(1))
    return abs(abs(candidate.slip.value) - value) <= value * _RESTATED


def _without_repeats(found: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each claim and kind of slip: the best."""
    kept: dict[tuple[str, str], Candidate] = {}
    for candidate in found:
        kept.setdefault((candidate.claim.id, candidate.slip.kind), candidate)
    return list(kept.values())


def _try(relation: Relation, own: Sequence[tuple[Relation, bool]], claim: Claim, slip: Slip) -> Candidate | None:
    """What one slip mended does to a relation, and to the claim's `own` others, of which some failed before."""
    replaced = {claim.id: _scaled(claim, slip)}
    exact = relation.verdict(replaced) != "disjoint"
    residual = "none"
    if not exact:
        if slip.kind != "scale" or not _is_near(relation, replaced):
            return None
        said = replaced.get(relation.said.claim.id) if relation.said.claim else None
        computed, printed = text(relation.computed(replaced)), text(said or relation.said.interval)
        residual = f"{computed}{relation.unit} computed against {printed}{relation.unit} said"
    # A relation that fails with either number says nothing of the two.
    broken = sum((other.verdict(replaced) == "disjoint") - failed for other, failed in own)
    return Candidate(claim=claim, slip=slip, broken=broken, stands=0, residual=residual, exact=exact)


def _scaled(claim: Claim, slip: Slip) -> Interval:
    """The interval of the mended number: its half-step moves with the scale, or stays for a changed digit."""
    amount = claim.amount
    value = abs(slip.value)
    old = abs(amount.value or Decimal(1))
    half = amount.half_step * (value / old) if slip.kind in ("scale", "point") else amount.half_step
    return Interval(low=value - half, high=value + half)


def _is_near(relation: Relation, replaced: dict[str, Interval]) -> bool:
    computed, said = relation.computed(replaced), relation.said.interval
    if relation.said.claim is not None:
        said = replaced.get(relation.said.claim.id, said)
    if None in (computed.low, computed.high, said.low, said.high) or relation.unit != "%":
        return False
    wide = Interval(low=said.low - _NEAR_POINTS, high=said.high + _NEAR_POINTS)  # type: ignore[operator]  # not None
    return overlaps(wide, computed)


def as_repair(candidate: Candidate, quote: Callable[[Claim], str], twins: Sequence[Claim]) -> Repair:
    """The repair as a user reads it, in both languages where the claim has a twin."""
    claim, value = candidate.claim, candidate.slip.value
    old = claim.amount.value or Decimal(1)
    texts = [reprint(quote(claim), old, value)]
    for twin in twins:
        twin_old = twin.amount.value
        if twin_old is not None and abs(twin_old) == abs(old):
            texts.append(reprint(quote(twin), twin_old, value))
    return Repair(value=value, text=" / ".join(dict.fromkeys(texts)), residual=candidate.residual)
