"""Which mutants can be proved in principle: two independent places must speak of what was changed.

No check can catch a slip in a number that nothing restates. So a mutant counts as provable where one of these holds of
the claim it changes in the clean documents:

- the other language carries it (a twin), or the release and the call state it as one fact (R01);
- a relation of stated figures (A) holds with it, and no longer holds with the changed words: one that still holds, as
  its figures are rounded too coarsely, proves nothing. Guidance is a range to lie in and never proves a figure;
- its number, of three digits and more, stands at another claim of its unit; of a rate, one that is not known to be of
  another measure: of the many rates of a release two are often the same number by chance.

Where words were changed and not the number, a twin or another place of the number counts only if it says the thing that
was changed: a direction, a period, a business by its name.
"""

from __future__ import annotations

from decimal import Decimal

from ..records import Analysis, Claim, Finding
from .mutants import Mutant

_HOLDS = ("supported", "rounding")
_TELLING = 3  # digits that no two figures share by chance


def is_provable(clean: Analysis, mutated: Analysis, mutant: Mutant, near: set[str]) -> bool:
    """Whether a mutant of a clean call can be proved; `near` are the claims of `mutated` at the changed place."""
    claim = mutant.claim
    by_id = {row.id: row for row in clean.claims}
    if any(_says(by_id[key], mutant.error_class) for key in claim.twins if key in by_id):
        return True
    held = [row for row in clean.findings if claim.id in row.claims and row.verdict in _HOLDS and row.code[0] in "RA"]
    if any(row.code[0] == "R" or not _still_holds(row, mutated, near) for row in held):
        return True
    return any(_says(row, mutant.error_class) for row in _elsewhere(clean, claim))


def _still_holds(finding: Finding, mutated: Analysis, near: set[str]) -> bool:
    """Whether the same relation is found to hold with the changed words as well."""
    return any(row.code == finding.code and row.verdict in _HOLDS and near & {*row.claims} for row in mutated.findings)


def _elsewhere(clean: Analysis, claim: Claim) -> list[Claim]:
    value = claim.amount.value
    if value is None or _digits(value) < _TELLING:
        return []
    return [
        row
        for row in clean.claims
        if row.id != claim.id
        and row.amount.unit == claim.amount.unit
        and row.amount.value is not None
        and abs(row.amount.value) == abs(value)
        and not (claim.amount.kind in ("percent", "points") and _are_two_measures(row, claim))
    ]


def _are_two_measures(one: Claim, other: Claim) -> bool:
    return one.metric != other.metric and not any(row.metric.startswith("other:") for row in (one, other))


def _digits(value: Decimal) -> int:
    return len(abs(value).normalize().as_tuple().digits)


def _says(claim: Claim, error_class: str) -> bool:
    """Whether a claim's own words say what a mutant of the class changes."""
    if error_class == "direction":
        return claim.direction is not None
    if error_class in ("period", "segment"):
        return error_class in claim.named
    return True
