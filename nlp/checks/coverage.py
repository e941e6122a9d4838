"""What became of every amount: its state, the reason when nothing could be checked, and the counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..records import Claim, Coverage, Finding
from .evidence import Evidence

_ORDER = ("contradicted", "supported", "rounding", "not_comparable", "unchecked")
_COLUMN = {
    "contradicted": "exceptions",
    "supported": "verified",
    "rounding": "rounding",
    "not_comparable": "not_comparable",
    "unchecked": "unchecked",
}


def states_of(claims: Sequence[Claim], findings: Sequence[Finding]) -> Mapping[str, str]:
    """The state of each claim: contradicted, else the strongest support, else why not.

    That a translation carries a number says nothing of the number itself: translation findings count for the
    translated side alone.
    """
    states: dict[str, str] = {claim.id: "unchecked" for claim in claims}
    by_id = {claim.id: claim for claim in claims}
    for finding in findings:
        for claim in _concerned(finding, by_id):
            if _ORDER.index(finding.verdict) < _ORDER.index(states[claim.id]):
                states[claim.id] = finding.verdict
    for claim in claims:
        if claim.restates and states[claim.id] == "unchecked" and claim.restates in states:
            states[claim.id] = "unchecked"
    return states


def _concerned(finding: Finding, by_id: Mapping[str, Claim]) -> list[Claim]:
    rows = [by_id[key] for key in finding.claims if key in by_id]
    if finding.code.startswith("T"):
        return [row for row in rows if row.language == "zh"]
    # A contradiction accuses the first claim alone: the others only take part in the proof.
    if finding.verdict == "contradicted":
        return rows[:1]
    return rows[:1] if finding.code.startswith("R10") else rows


def unchecked_findings(evidence: Evidence, findings: Sequence[Finding]) -> Iterator[Finding]:
    """A row with its reason for every claim no check could judge: silence is not approval."""
    states = states_of(evidence.claims, findings)
    taking_part = {key for finding in findings if finding.verdict == "contradicted" for key in finding.claims}
    reasoned = {key for finding in findings if finding.verdict == "unchecked" for key in finding.claims}
    for claim in evidence.claims:
        if states[claim.id] == "unchecked" and claim.id not in reasoned:
            code, reason = _IN_DOUBT if claim.id in taking_part else _reason(claim)
            yield Finding(code=code, verdict="unchecked", severity="note", message=reason, claims=(claim.id,))


_IN_DOUBT = ("U07", "Takes part in a relation that does not hold; another of its numbers is the likelier slip.")


def _reason(claim: Claim) -> tuple[str, str]:
    if claim.language == "zh" and not claim.twins:
        return "U05", "The other language has no such number beside it."
    if claim.modality == "premise":
        return "U04", "A figure an analyst mentions; nothing in the documents restates it."
    if claim.role == "change" and claim.amount.kind in ("percent", "points"):
        return "U01", "A rate without a base: the figure it is measured from is not stated."
    if claim.role == "share":
        return "U02", "A share whose part or whole is not stated."
    if claim.role == "driver":
        return "U03", "A named reason of a change; nothing restates its amount."
    if claim.modality == "guided":
        return "U06", "Guidance for a period not yet reported in the documents given."
    return "U00", "Nothing in the documents given restates this figure."


def count_coverage(evidence: Evidence, findings: Sequence[Finding]) -> tuple[Coverage, ...]:
    """One row for each document and language that has amounts; the five states add up to the amounts."""
    states = states_of(evidence.claims, findings)
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for claim in evidence.claims:
        row = counts.setdefault((claim.document_id, claim.language), dict.fromkeys(_COLUMN.values(), 0))
        row[_COLUMN[states[claim.id]]] += 1
    order = {document.id: at for at, document in enumerate(evidence.documents)}
    return tuple(
        Coverage(document_id=document_id, language=language, amounts=sum(row.values()), **row)
        for (document_id, language), row in sorted(counts.items(), key=lambda item: (order[item[0][0]], item[0][1]))
    )
