"""Where a number stands in the documents: in how many other places, and what one slip makes of it.

A figure that two places state alike is hardly the wrong one; of two that differ, the odd one stands alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from statistics import median

from ..records import Claim
from .evidence import Evidence
from .known import is_primary
from .repairs import Slip, count_digits, find_slips, significant_digits

_ENOUGH = 8  # amounts of one currency that tell how large its amounts are here
_FARTHER = 1.5  # powers of ten
_TELLING = 3  # digits that two figures hardly share by chance
_OF_A_CHANGE = 2  # likewise, of rates that are told as one change
# How many digits a figure must print for a slip of each kind to be believed.
_DIGITS = {"exchanged": 3, "dropped": 3, "extra": 3, "digit": 4, "scale": 1, "point": 2}

# The same where the slip tells that two figures are one, whatever they measure: 99 is never. An extra digit is not
# counted, so that the number with it prints four as well.
_TELLING_SLIPS = {"scale": 3, "point": 3, "exchanged": 4, "dropped": 4, "extra": 3, "digit": 99}


class Standings:
    """Look-up of the source side's figures by unit and size."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._claims: dict[str, list[tuple[float, Claim]]] = {}
        for claim in evidence.claims:
            if is_primary(claim) and claim.amount.value:
                self._claims.setdefault(claim.amount.unit, []).append((float(abs(claim.amount.value)), claim))

    def elsewhere(self, claim: Claim, value: Decimal | None = None, *, alike: bool = True) -> tuple[Claim, ...]:
        """The claims of other sentences and cells that state `value` (the claim's own by default) within rounding.

        `alike`: only those of the claim's metric; numbers of three digits meet by chance in a long document.
        """
        wanted = abs(claim.amount.value or Decimal(0)) if value is None else abs(value)
        if not wanted:
            return ()
        step = claim.amount.half_step if value is None else Decimal(0)
        size = float(wanted)
        return tuple(
            row
            for near, row in self._claims.get(claim.amount.unit, ())
            if 0.9 * size <= near <= 1.1 * size
            and (not alike or row.metric == claim.metric)
            and not is_one_place(row, claim)
            and abs(abs(row.amount.value or Decimal(0)) - wanted) <= max(step, row.amount.half_step)
            and self._digits(row) >= (_OF_A_CHANGE if _is_one_change(row, claim) else _TELLING)
        )

    def is_told_of(self, value: Decimal, claim: Claim | None) -> bool:
        """Whether another place tells this change, of the same measure over the same time and the same way, as `value`.

        What it is a change of may go by two names there.
        """
        if claim is None or claim.role != "change":
            return False
        alike = (claim.compared_period, claim.comparator, claim.direction, claim.definition)
        return any(
            row.role == "change" and (row.compared_period, row.comparator, row.direction, row.definition) == alike
            for row in self.elsewhere(claim, value)
        )

    def _digits(self, claim: Claim) -> int:
        return count_digits(self._evidence.quote(claim))


def _is_one_change(row: Claim, claim: Claim) -> bool:
    """Whether two rates are told as the same change, of one measure and business over one time."""
    one, two = (
        (each.metric, each.segment, each.period, each.compared_period, each.direction, each.definition)
        for each in (row, claim)
    )
    return row.role == claim.role == "change" and "metric" in row.named and one == two and row.direction is not None


def is_one_place(left: Claim, right: Claim) -> bool:
    """Whether two claims are one, or stand in one sentence."""
    if left.document_id != right.document_id:
        return False
    return left.start == right.start or (left.sentence_id is not None and left.sentence_id == right.sentence_id)


def named_in_frame(claim: Claim, what: str, evidence: Evidence) -> bool:
    """Whether a claim's own words name its metric, segment or period, or those of the figure it stands beside do.

    "Revenue was 24.9, compared to 27.9": the second figure's metric is named as well as the first one's. A base goes
    with the level right before it in its sentence: "net income: 17.2, more than double the 8.1 of a year ago".
    """
    if what in claim.named:
        return True
    mates = evidence.frames.get(claim.frame, ()) if claim.frame is not None else ()
    if claim.role == "base" and what == "metric":
        mates = (*mates, *_level_before(claim, evidence))
    return any(
        what in mate.named and mate.sentence_id == claim.sentence_id and getattr(mate, what) == getattr(claim, what)
        for mate in mates
    )


def _level_before(claim: Claim, evidence: Evidence) -> list[Claim]:
    """The level right before a base in its sentence, of its unit."""
    own = (row for row in evidence.claims_of.get(claim.document_id, ()) if row.sentence_id == claim.sentence_id)
    before = [row for row in own if row.start < claim.start and row.role == "level"]
    nearest = max(before, key=lambda row: row.start, default=None)
    return [nearest] if nearest is not None and nearest.amount.unit == claim.amount.unit else []


def slip_between(odd: Claim, other: Claim, evidence: Evidence, digits: Mapping[str, int] | None = None) -> Slip | None:
    """The slip that turns the other figure into the odd one, within rounding; None when there is none.

    Its value is the other figure as the odd one's words would print it.

    Signs are left aside. A slip that chance would offer is refused: the coarser print needs three or four digits, or
    as many as `digits` says for a kind of slip.
    """
    value, right = odd.amount.value, other.amount.value
    if not value or not right:
        return None
    surface, size = evidence.quote(odd), abs(right)
    printed = [count_digits(surface), count_digits(evidence.quote(other))]
    telling = max(significant_digits(surface), significant_digits(evidence.quote(other)))
    needed = {**_DIGITS, **(digits or {})}
    for slip in find_slips(abs(value), surface):
        moved = slip.kind in ("scale", "point")
        step = odd.amount.half_step * (slip.value / abs(value) if moved else 1)
        if abs(slip.value - size) > max(step, other.amount.half_step):
            continue
        least = needed.get(slip.kind, 9)
        longest = printed[0] + (slip.kind == "dropped") - (slip.kind == "extra")
        if min(longest, printed[1]) >= least and telling >= min(least, _TELLING):
            return slip
    return None


def is_of_a_gain(change: Claim, evidence: Evidence) -> bool:
    """Whether the level of a change is above zero: then up is up, of a result as of revenue.

    The level beside it tells that; where none stands there, every figure stated of the very fact does.
    """
    frame = evidence.frames.get(change.frame, ()) if change.frame is not None else ()
    levels = [row for row in frame if row.role == "level" and row.metric == change.metric]
    levels = levels or [row for row in evidence.claims if _is_level_of(row, change)]
    return bool(levels) and min(row.amount.low or 0 for row in levels) > 0


def _is_level_of(row: Claim, change: Claim) -> bool:
    if row.role not in ("level", "base") or row.metric != change.metric or row.modality != "reported":
        return False
    times = (change.period, change.compared_period)
    same = (row.segment, row.basis == "non_gaap") == (change.segment, change.basis == "non_gaap")
    return same and row.period in times and row.period is not None


def stand_in_one_company(one: Claim, other: Claim, evidence: Evidence, digits: int = _OF_A_CHANGE) -> bool:
    """Whether the statements of two figures put one more figure beside each, the same to the digit and of one role.

    `digits`: how many it prints.
    """
    here, there = (
        {
            (row.role, row.amount.unit, row.amount.value)
            for row in evidence.frames.get(side.frame or "", ())
            if row.id != side.id and row.amount.value and significant_digits(evidence.quote(row)) >= digits
        }
        for side in (one, other)
    )
    return bool(here & there)


def are_slips_apart(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether two figures of one description differ by a slip of so many digits that they are one figure."""
    return slip_between(odd, other, evidence, _TELLING_SLIPS) is not None


def lonelier(left: Claim, right: Claim, standings: Standings) -> Claim | None:
    """Which of two figures stands nowhere else while the other one does; None when that does not tell."""
    here, there = (_outside(standings.elsewhere(row), (left, right)) for row in (left, right))
    if bool(here) == bool(there):
        return None
    return right if here else left


def _outside(found: Iterable[Claim], pair: tuple[Claim, Claim]) -> list[Claim]:
    return [row for row in found if not any(is_one_place(row, one) for one in pair)]


def likelier_size(left: Claim, right: Claim, evidence: Evidence) -> Claim | None:
    """Of two amounts powers of ten apart, the one of the size of the others in the same currency, if one is."""
    values = [claim.amount.value for claim in (left, right)]
    others = [
        abs(row.amount.value)
        for row in evidence.claims
        if row.amount.unit == left.amount.unit and row.amount.kind == "money" and row.amount.value
        and row.id not in (left.id, right.id) and not row.restates
    ]  # fmt: skip
    if len(others) < _ENOUGH or not values[0] or not values[1] or left.amount.unit != right.amount.unit:
        return None
    middle = math.log10(median(others))
    far = [abs(math.log10(abs(value)) - middle) for value in values if value]
    if abs(far[0] - far[1]) < _FARTHER:
        return None
    return left if far[0] < far[1] else right
