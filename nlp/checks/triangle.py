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
from .standing import likelier_size

_NUMBER_CODES = ("T02", "T03", "T06", "T07")
_WORST_FIRST = ("error", "warning", "note")


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
    accusing = next((row for row in findings if _accuses(row, english) and _fits(row, chinese, evidence)), None)
    accusing = accusing or next((row for row in findings if _mended_by(row, english, chinese)), None)
    if accusing is not None:
        said = f"{accusing.message} The Chinese has {evidence.quote(chinese)}, which fits: the English is the odd one."
        spans = (*accusing.evidence, evidence.span(chinese))
        odd = replace(
            accusing, message=said, origin="speaker", evidence=spans, repairs=_fitting_first(accusing.repairs, chinese),
            severity=min(accusing.severity, difference.severity, key=_WORST_FIRST.index),
        )  # fmt: skip
        carried = Finding(
            code="T01", verdict="supported", severity="note", claims=(chinese.id,), formula=accusing.formula,
            message="The number differs from the English, and fits where the English does not.",
        )  # fmt: skip
        kept = [odd if row is accusing else row for row in findings if row is not difference]
        return [*kept, carried]
    if difference.origin != "translation":
        return findings
    tied = any(row.code == "R01" and english.id in row.claims for row in findings)
    told = _agreed(difference, english, chinese, evidence, tied=tied)
    return [told if row is difference else row for row in findings]


def _agreed(difference: Finding, english: Claim, chinese: Claim, evidence: Evidence, *, tied: bool) -> Finding:
    """The difference with what a third place says of it, and with either side as a way to mend it."""
    other = _as_chinese(english, chinese, evidence)
    here, there = (_stated_elsewhere(row, (english, chinese), evidence) for row in (english, chinese))
    if tied:
        return replace(difference, message=f"{difference.message}; the release agrees with the English")
    if here is not None:
        return difference
    if there is None or not other:
        sized = difference.code == "T03" and other and likelier_size(english, chinese, evidence) is chinese
        if not sized:
            return replace(difference, repairs=(*difference.repairs, *other))
        message = f"{difference.message}; the other amounts are of the size of the Chinese one"
        return replace(difference, message=message, origin="speaker", repairs=(*other, *difference.repairs))
    message = f"{difference.message}; {evidence.quote(there)} stands elsewhere too: the English is the odd one"
    return replace(
        difference, message=message, origin="speaker", evidence=(*difference.evidence, evidence.span(there)),
        repairs=(*other, *difference.repairs),
    )  # fmt: skip


_TELLING = 3  # digits that no two figures share by chance


def _stated_elsewhere(claim: Claim, sides: Sequence[Claim], evidence: Evidence) -> Claim | None:
    """A claim of the same number and unit outside the two that differ and their translations."""
    value = claim.amount.value
    if value is None or len(abs(value).normalize().as_tuple().digits) < _TELLING:
        return None
    known = {row.id for row in sides} | {key for row in sides for key in row.twins}
    places = {(row.document_id, row.sentence_id) for row in sides}
    return next(
        (
            row
            for row in evidence.claims
            if row.id not in known
            and (row.language == "en" or evidence.document_by_id[row.document_id].kind == "release")
            and (row.document_id, row.sentence_id) not in places
            and row.amount.unit == claim.amount.unit
            and row.amount.value is not None
            and (abs(row.amount.value) == abs(value) or _same_fact(row, claim))
        ),
        None,
    )


def _same_fact(row: Claim, claim: Claim) -> bool:
    """Whether another place states the claim's own figure, rounded otherwise."""
    named = not row.metric.startswith("other:") and row.metric == claim.metric and row.role == claim.role
    return named and row.period == claim.period and overlaps(magnitude(row), magnitude(claim))


def _as_chinese(english: Claim, chinese: Claim, evidence: Evidence) -> tuple[Repair, ...]:
    """The English number as the Chinese has it, where only the number differs."""
    old, new = english.amount.value, chinese.amount.value
    if not old or not new or english.amount.unit != chinese.amount.unit:
        return ()
    return (Repair(value=new, text=reprint(evidence.quote(english), abs(old), abs(new)), residual="none"),)


def _mended_by(finding: Finding, english: Claim, chinese: Claim) -> bool:
    """Whether arithmetic that fails with the English number among others holds with the Chinese one."""
    accused = finding.verdict == "contradicted" and finding.code[0] == "A" and english.id in finding.claims
    return accused and _is_offered(finding.repairs, chinese)


def _is_offered(repairs: Sequence[Repair], chinese: Claim) -> bool:
    return chinese.amount.value is not None and abs(chinese.amount.value) in {abs(row.value) for row in repairs}


def _fitting_first(repairs: Sequence[Repair], chinese: Claim) -> tuple[Repair, ...]:
    value = abs(chinese.amount.value or 0)
    return tuple(sorted(repairs, key=lambda row: abs(row.value) != value))


def _accuses(finding: Finding, english: Claim) -> bool:
    return finding.verdict == "contradicted" and finding.code[0] in "RA" and finding.claims[:1] == (english.id,)


def _fits(accusing: Finding, chinese: Claim, evidence: Evidence) -> bool:
    """Whether the Chinese number is what the third corner asks for: the release's figure, or the best repair."""
    filed = [evidence.claim_by_id[key] for key in accusing.claims[1:]] if accusing.code[0] == "R" else []
    if any(row.amount.unit == chinese.amount.unit and overlaps(magnitude(row), magnitude(chinese)) for row in filed):
        return True
    return _is_offered(accusing.repairs, chinese)
