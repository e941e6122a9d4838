"""How sure a contradiction is: no surer than the reading of the claims it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..records import Claim, Finding
from .evidence import Evidence
from .relations import TURNED

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
# Findings on a change and the two figures that its own statement puts beside it.
_OF_FRAMES = ("A01", "A03", "A13")


def as_sure_as_read(findings: Iterable[Finding], evidence: Evidence) -> list[Finding]:
    """The findings; those that accuse a claim on which rules and weights differ are notes to look at.

    Two readers of a sentence that differ on what a figure measures, of what part, or of when are no ground for one.
    What they make of another figure of the sentence is: each figure is read by itself.
    """
    claims = {claim.id: claim for claim in evidence.claims}
    return [
        replace(finding, severity="note")
        if finding.verdict == "contradicted"
        and _is_unsure(
            finding.code, [claims[name] for name in finding.claims if name in claims], turned=TURNED in finding.message
        )
        else finding
        for finding in findings
    ]


def _is_unsure(code: str, claims: Sequence[Claim], *, turned: bool = False) -> bool:
    """Whether the readers differ on a field that the finding rests on.

    Every finding rests on what its figures count in, and what a figure says of itself on no other field. Where all are
    of one sentence and both readers give them one measure and part, it does not matter which.
    """
    if any(_UNIT in claim.weighed for claim in claims):
        return True
    if code.startswith(_BY_WORDS):
        return False
    rests = _ROLE if code == "A20" and _is_level_and_change(claims) else _RESTS.get(code, _ANY)
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
