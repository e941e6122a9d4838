"""How sure a contradiction is: no surer than the reading of the claims it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ..amounts.intervals import growth, negate, overlaps
from ..records import Claim, Finding
from .evidence import Evidence
from .facts import magnitude
from .relations import IN_POINTS, OF_A_LOSS, OTHER_YEAR, TURNED
from .repairs import Slip, count_digits, find_slips
from .solve import loses_a_place
from .standing import Standings, are_slips_apart, slip_between, stand_in_one_company

# What a translation says of the same words does not hang on what the number measures.
_BY_WORDS = ("T", "L")
_UNIT = "unit"
_WHEN_AND_HOW = frozenset(("period", "year", "role", "comparator"))
_HOW = _WHEN_AND_HOW | {"direction"}
_WHAT = frozenset(("metric", "segment"))
_ANY = _WHEN_AND_HOW | _WHAT
# Fields that a finding rests on, where it does not rest on all. One number told in two ways, or in two units, is known
# by its digits; two statements by the figures they share; two ends of a range by their words.
_RESTS: dict[str, frozenset[str]] = {
    "A10": frozenset(),
    "A13": frozenset(("period", "year")),
    "A14": frozenset(("period", "year")),
    "A20": frozenset(("period", "year", "role")),
    "A26": frozenset(("role",)),
    "R04": frozenset(),
    "R05": frozenset(("period", "year", "metric")),
    "R06": frozenset(("period", "year")),
}
# One number that is a level in one place and a change in the other: of no date, or of any.
_ROLE = frozenset(("role",))
# A change of one sentence that is, but for its way, that of the two figures beside it: the numbers tell what it is of.
_WAY = frozenset(("role", "direction"))
# Findings that ask of a role only whether it is a value or a change.
_OF_VALUES = ("A16", "A20", "R02", "R03", "R05")
_VALUES = frozenset(("level", "base"))
# Findings on two figures of one description.
_OF_PAIRS = ("R02", "A16")
_OF_LISTS = ("A07", "A08", "A11", "A21")
_OF_SHARES = ("A05", "A09")
_OF_GROWTH = 3  # claims: the change, the level and the base
_FEWEST = 3  # digits in which two are exchanged
_FEW = 2  # digits of a rate that stands beside its level and base
# Fields of a change that its level does not vouch for, and the digits that a slip of it needs.
_OF_A_CHANGE = frozenset(("role", "direction", "comparator", "modality", "definition"))
_SLIPS_OF_A_CHANGE = {"exchanged": 2, "dropped": 2, "extra": 2, "digit": 2}
# Findings on a change and the two figures that its own statement puts beside it.
_OF_FRAMES = ("A01", "A03", "A13")


def as_sure_as_read(findings: Iterable[Finding], evidence: Evidence) -> list[Finding]:
    """The findings; those that accuse a claim on which rules and weights differ are notes to look at.

    Two readers of a sentence that differ on what a figure measures, of what part, or of when are no ground for one.
    What they make of another figure of the sentence is: each figure is read by itself.
    """
    claims, standings = evidence.claim_by_id, Standings(evidence)
    kept = []
    for finding in findings:
        own = [claims[name] for name in finding.claims if name in claims]
        unsure = finding.verdict == "contradicted" and _is_unsure(finding.code, own, turned=TURNED in finding.message)
        doubted = unsure and not _proves_itself(finding, own, evidence, standings)
        kept.append(replace(finding, severity="note") if doubted else finding)
    return kept


def _proves_itself(finding: Finding, claims: Sequence[Claim], evidence: Evidence, standings: Standings) -> bool:
    """Whether the digits tell what the readings leave in doubt: figures misread are not one plain slip from fitting."""
    if not claims or any(_UNIT in claim.weighed for claim in claims):
        return False
    if finding.message in (IN_POINTS, OF_A_LOSS, OTHER_YEAR):
        return True
    told_together = _are_told_together(finding, claims, evidence)
    if finding.code == "A01" and TURNED in finding.message and len(claims) == _OF_GROWTH:
        return told_together or _is_turned_growth(evidence.quote(claims[0]), *claims)
    right = finding.repairs[0].value if finding.repairs and finding.repairs[0].residual == "none" else None
    read = finding.code in _OF_FRAMES and not _OF_A_CHANGE & {*claims[0].weighed}
    if read and right is not None and standings.is_told_of(right, claims[0]):
        return True  # what the figures make stands elsewhere as this very change
    if told_together and finding.repairs and finding.repairs[0].residual == "none":
        kinds = {row.kind for row in _slips_to(finding.repairs[0].value, claims[0], evidence)}
        return bool(kinds & {"digit", "exchanged"})
    if finding.code in (*_OF_PAIRS, "A20") and len(claims) == 2 and _are_one_change(claims[0], claims[1], evidence):
        return True
    if standings.elsewhere(claims[0], alike=False):
        return False
    if finding.code in _OF_PAIRS and len(claims) == 2:
        return are_slips_apart(claims[0], claims[1], evidence)
    return finding.code[0] == "A" and bool(finding.repairs) and _is_mended(finding, claims, evidence)


def _are_one_change(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether two changes are told of one level of three digits and more: then they are of one thing, whatever it is.

    The readers may differ on what that is and on when, not on which way it went or on what it is compared with.
    """
    if odd.role != "change" or other.role != "change" or _OF_A_CHANGE & {*odd.weighed, *other.weighed}:
        return False
    if (odd.comparator, odd.definition) != (other.comparator, other.definition) or odd.amount.modifier is not None:
        return False
    if not stand_in_one_company(odd, other, evidence, digits=_FEWEST):
        return False
    alike = overlaps(magnitude(odd), magnitude(other))
    return alike or slip_between(odd, other, evidence, _SLIPS_OF_A_CHANGE) is not None


def _are_told_together(finding: Finding, claims: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether a change, its level and its base are one statement, of plain figures that leave no room, and the readers
    only differ on what all three measure, on when, or on which of two values is the base: the figures tell that.
    """
    if finding.code != "A01" or len(claims) != _OF_GROWTH or claims[0].role != "change":
        return False
    if len({claim.frame for claim in claims}) != 1 or len({claim.sentence_id for claim in claims}) != 1:
        return False
    if any(claim.amount.modifier is not None or "modality" in claim.weighed for claim in claims):
        return False
    if {"role", "direction"} & {*claims[0].weighed}:
        return False
    change, level, base = claims
    found = growth(magnitude(base), magnitude(level))
    narrow = None not in (found.low, found.high) and (found.high or 0) - (found.low or 0) < 1
    return narrow and claims[0].frame is not None and count_digits(evidence.quote(change)) >= _FEW


def _slips_to(value: Decimal, claim: Claim, evidence: Evidence) -> list[Slip]:
    own = claim.amount.value
    return [slip for slip in find_slips(own, evidence.quote(claim)) if slip.value == value] if own else []


def _is_mended(finding: Finding, claims: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether the first repair leaves nothing unexplained, by a slip that chance hardly offers for such digits."""
    repair = finding.repairs[0]
    if repair.residual != "none":
        return False
    if any(claim.amount.value is None or claim.amount.modifier is not None for claim in claims):
        return False  # what is over 600 million fits with many slips
    digits = [count_digits(evidence.quote(claim)) for claim in claims]
    kinds = {slip.kind for slip in _slips_to(repair.value, claims[0], evidence)}
    if kinds & {"dropped", "extra"}:
        # So many numbers are a digit longer that the figure which a sentence does not put beside another must be sure.
        homes = [claim.sentence_id for claim in claims]
        if "dropped" in kinds and loses_a_place(claims[0], repair.value) and len(set(homes)) == 1:
            return _are_long_but_for_rates(claims, digits)
        if finding.code in _OF_LISTS or any(claim.weighed and homes.count(claim.sentence_id) < 2 for claim in claims):
            return False
        digits[0] += 1 if "dropped" in kinds else -1
        return min(digits) >= _FEWEST
    if "point" in kinds and finding.code in _OF_SHARES and digits[0] >= _FEWEST:
        return True
    return "scale" in kinds or ("exchanged" in kinds and digits[0] >= _FEWEST)


def _are_long_but_for_rates(claims: Sequence[Claim], digits: Sequence[int]) -> bool:
    """Whether figures print three digits, the first one with the digit it lost, and rates two."""
    least = [_FEW if claim.amount.unit == "percent" else _FEWEST for claim in claims]
    return digits[0] + 1 >= least[0] and all(own >= few for own, few in zip(digits[1:], least[1:], strict=True))


def _is_turned_growth(surface: str, change: Claim, level: Claim, base: Claim) -> bool:
    """Whether the growth of two figures is to its digits that of the words turned round, and is not with the two
    exchanged: figures of two things would hardly make it.
    """
    if {"direction", "comparator"} & {*change.weighed} or count_digits(surface) < _FEWEST:
        return False
    said, found = magnitude(change), growth(magnitude(base), magnitude(level))
    if change.amount.modifier is not None or found.low is None or found.high is None:
        return False
    exchanged = growth(magnitude(level), magnitude(base))
    return found.high - found.low < 1 and not any(overlaps(one, exchanged) for one in (said, negate(said)))


def _is_unsure(code: str, claims: Sequence[Claim], *, turned: bool = False) -> bool:
    """Whether the readers differ on a field that the finding rests on.

    Every finding rests on what its figures count in, and what a figure says of itself on no other field. Where all are
    of one sentence and both readers give them one measure and part, it does not matter which.
    """
    if any(_UNIT in claim.weighed for claim in claims):
        return True
    if code.startswith(_BY_WORDS):
        return False
    rests = _ROLE if (code == "A20" and _is_level_and_change(claims)) or _are_shares(claims) else _RESTS.get(code, _ANY)
    if turned and len({claim.sentence_id for claim in claims}) == 1:
        rests = _WAY
    if not _is_of_one_part(claims):
        rests = rests - {"year"}
    framed = len({claim.frame for claim in claims}) == 1 and claims[0].frame is not None
    doubts = [_doubted(code, claim, framed=framed) for claim in claims]
    if len(claims) < 2:
        return code[0] != "A" and any(rests & doubt for doubt in doubts)
    if any(_HOW & rests & doubt for doubt in doubts):
        return True
    read = {(claim.sentence_id, claim.metric, claim.segment, frozenset(_WHAT & {*claim.weighed})) for claim in claims}
    return len(read) > 1 and any(_WHAT & rests & doubt for doubt in doubts)


def _is_of_one_part(claims: Sequence[Claim]) -> bool:
    """Whether it matters which year is meant: not of two quarters, or halves, that no year makes one."""
    return len({(claim.period or "")[4:] for claim in claims}) < 2 or any(claim.period is None for claim in claims)


def _are_shares(claims: Sequence[Claim]) -> bool:
    """Whether all are shares told in one sentence, each of another part: of one whole, whatever that is."""
    return (
        len(claims) > 2
        and len({claim.sentence_id for claim in claims}) == 1
        and {"share"} == {claim.role for claim in claims}
    )


def _is_level_and_change(claims: Sequence[Claim]) -> bool:
    return len({claim.role == "change" for claim in claims}) > 1


def _doubted(code: str, claim: Claim, *, framed: bool) -> frozenset[str]:
    """The fields of a claim on which the readers differ and that may matter.

    Level or base does not where only a value is asked for; nor of when a change is that stands with its level and base.
    """
    rule = claim.by.rpartition(".")[2].split(" ")[0]
    value = code in _OF_VALUES and {claim.role, rule} == _VALUES
    beside = code in _OF_FRAMES and framed and claim.role == "change"
    return frozenset(claim.weighed) - ({"role"} if value else set()) - ({"period", "year"} if beside else set())
