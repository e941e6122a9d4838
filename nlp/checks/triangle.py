"""The triangle: English, Chinese and release as one fact, with one verdict that names the odd corner.

Where the translation checks see two numbers that differ, the third corner (a release, or the arithmetic of the English)
often says which of them is the odd one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..amounts.intervals import overlaps
from ..records import Claim, Finding, Repair
from .evidence import Evidence
from .facts import magnitude
from .repairs import reprint

_NUMBER_CODES = ("T02", "T03", "T06", "T07")


def settle_triangles(findings: Sequence[Finding], evidence: Evidence) -> list[Finding]:
    """The findings, with every difference of numbers between the languages laid on the corner that is odd."""
    settled = list(findings)
    for finding in findings:
        if finding.code in _NUMBER_CODES and finding.verdict == "contradicted" and len(finding.claims) == 2:
            english, chinese = (evidence.claim_by_id[key] for key in finding.claims)
            settled = _settle(settled, finding, english, chinese, evidence)
    return [_on_release(row, settled, evidence) for row in settled]


def _on_release(finding: Finding, findings: Sequence[Finding], evidence: Evidence) -> Finding:
    """A call against a release whose own arithmetic fails with its figure: the release is the odd corner."""
    if finding.code not in ("R02", "R03") or finding.verdict != "contradicted":
        return finding
    call, filed = (evidence.claim_by_id[key] for key in finding.claims)
    broken = {key for row in findings if row.verdict == "contradicted" and row.code[0] == "A" for key in row.claims}
    if filed.id not in broken or call.id in broken:
        return finding
    message = (
        f"The call states {evidence.quote(call)} for the same figure, and the release's own arithmetic does not hold "
        "with the release's: the release is the odd one."
    )
    return replace(
        finding, message=message, origin="release", claims=(filed.id, call.id), evidence=(evidence.span(call),),
        repairs=_as_called(filed, call, evidence),
    )  # fmt: skip


def _as_called(filed: Claim, call: Claim, evidence: Evidence) -> tuple[Repair, ...]:
    old, new = filed.amount.value, call.amount.value
    if not old or new is None:
        return ()
    return (Repair(value=new, text=reprint(evidence.quote(filed), abs(old), abs(new)), residual="none"),)


def _settle(
    findings: list[Finding], difference: Finding, english: Claim, chinese: Claim, evidence: Evidence
) -> list[Finding]:
    accusing = next((row for row in findings if _accuses(row, english)), None)
    if accusing is not None and _fits(accusing, chinese, evidence):
        said = f"{accusing.message} The Chinese has {evidence.quote(chinese)}, which fits: the English is the odd one."
        spans = (*accusing.evidence, evidence.span(chinese))
        odd = replace(accusing, message=said, origin="speaker", evidence=spans)
        carried = Finding(
            code="T01", verdict="supported", severity="note", claims=(chinese.id,), formula=accusing.formula,
            message="The number differs from the English, and fits where the English does not.",
        )  # fmt: skip
        kept = [odd if row is accusing else row for row in findings if row is not difference]
        return [*kept, carried]
    tied = next((row for row in findings if row.code == "R01" and english.id in row.claims), None)
    if tied is None or difference.origin != "translation":
        return findings
    said = f"{difference.message}; the release agrees with the English"
    return [replace(row, message=said) if row is difference else row for row in findings]


def _accuses(finding: Finding, english: Claim) -> bool:
    return finding.verdict == "contradicted" and finding.code[0] in "RA" and finding.claims[:1] == (english.id,)


def _fits(accusing: Finding, chinese: Claim, evidence: Evidence) -> bool:
    """Whether the Chinese number is what the third corner asks for: the release's figure, or the best repair."""
    filed = [evidence.claim_by_id[key] for key in accusing.claims[1:]] if accusing.code[0] == "R" else []
    if any(row.amount.unit == chinese.amount.unit and overlaps(magnitude(row), magnitude(chinese)) for row in filed):
        return True
    values = {abs(repair.value) for repair in accusing.repairs}
    return chinese.amount.value is not None and abs(chinese.amount.value) in values
