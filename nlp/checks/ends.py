"""Ranges of two places: each end must agree, and an end that differs by a slip is told from another range."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ..amounts.intervals import meant_interval, overlaps
from ..records import Claim, Interval
from .evidence import Evidence
from .facts import meant
from .repairs import find_slips
from .translation.compare import is_slip

_ZERO = Decimal(0)
_THOUSAND, _A_LITTLE = Decimal(1000), Decimal("1.1")
_REACH = 12  # characters between the ends of a range


def may_agree(claim: Claim, other: Claim) -> bool:
    """Whether the two may be one number; of two ranges each end must: "17.5 to 18.0" is not "17.9 to 18.4"."""
    if is_range(claim) and is_range(other):
        return all(overlaps(one, two) for one, two in zip(_ends(claim), _ends(other), strict=True))
    if _is_counted(claim) and _is_counted(other):
        return claim.amount.value == other.amount.value
    return overlaps(meant(claim), meant(other))


def _is_counted(claim: Claim) -> bool:
    """Whether a number of things was counted out: 96 shops are not 97."""
    amount = claim.amount
    return amount.unit == "count" and amount.modifier is None and amount.value is not None and amount.half_step * 2 == 1


def is_far_below(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether a bound is the other figure's but for its scale word: "past 3.5 million", and it is 3,512.6 million."""
    low, value = claim.amount.low, other.amount.value
    if claim.amount.high is not None or not low or low <= 0 or value is None:
        return False
    scales = (slip.value for slip in find_slips(low, evidence.quote(claim)) if slip.kind == "scale")
    return value > low * _THOUSAND / 2 and any(right <= value <= right * _A_LITTLE for right in scales)


def is_range(claim: Claim) -> bool:
    """Whether two ends were said."""
    return None not in (claim.amount.low, claim.amount.high) and claim.amount.low != claim.amount.high


def _ends(claim: Claim) -> tuple[Interval, Interval]:
    amount = claim.amount
    return meant_interval(replace(amount, high=amount.low)), meant_interval(replace(amount, low=amount.high))


def slipped_end(claim: Claim, other: Claim, evidence: Evidence) -> tuple[Claim, Claim, Decimal] | None:
    """Of two ranges with one end in common and one that differs by a slip: the odd one, the other, and the right end.

    "0.2 to 0.33" for "0.32 to 0.33". Odd is the range whose ends lie far apart, else the claim's.
    """
    if not is_range(claim) and not is_range(other):
        return None
    said, filed = _said_ends(claim, evidence), _said_ends(other, evidence)
    if said is None or filed is None:
        return None
    wrong = [at for at in (0, 1) if said[at] != filed[at]]
    if len(wrong) != 1 or not _is_slip(said[wrong[0]], filed[wrong[0]]):
        return None
    at = wrong[0]
    if _is_wide(filed) and not _is_wide(said):
        return other, claim, said[at]
    return claim, other, filed[at]


def _is_wide(ends: tuple[Decimal, Decimal]) -> bool:
    """Whether the ends are in the wrong order, or one is more than three times the other."""
    low, high = ends
    return low > high or abs(low) * 3 < abs(high)


def _is_slip(said: Decimal, filed: Decimal) -> bool:
    """As between any two figures; and one digit of two, since the other end vouches for the range."""
    one, two = ("".join(map(str, abs(end).normalize().as_tuple().digits)) for end in (said, filed))
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    lost = len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
    return lost or is_slip(said, filed)


def _said_ends(claim: Claim, evidence: Evidence) -> tuple[Decimal, Decimal] | None:
    """Both ends of a range; a damaged one is read as two figures in a row: "53 billion to 5.4 billion"."""
    amount = claim.amount
    if amount.low is None or amount.high is None:
        return None
    if amount.low != amount.high:
        return amount.low, amount.high
    for row in evidence.claims_of[claim.document_id]:
        if (row.sentence_id, row.amount.unit) != (claim.sentence_id, amount.unit) or row.amount.value is None:
            continue
        if 0 <= row.start - claim.end <= _REACH:
            return amount.low, row.amount.low or _ZERO
        if 0 <= claim.start - row.end <= _REACH:
            return row.amount.low or _ZERO, amount.low
    return None
