"""Checks: claims and evidence in, findings out. What runs is `DEFAULT_CHECKS`, in this order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..options import Options
from ..records import Finding
from ..text import stable_id
from .again import check_again
from .ahead import check_ahead
from .arithmetic import check_arithmetic
from .coverage import count_coverage, states_of, unchecked_findings
from .days import check_days
from .evidence import Check, Evidence
from .guidance import check_guidance
from .installed import installed_checks, installed_pages
from .letters import check_letters
from .majority import check_majority
from .near import check_near_misses
from .one_level import check_rates_of_one_level
from .points_told import check_points
from .release import check_against_releases
from .repeats import check_repeats
from .sizes import check_sizes
from .surely import as_sure_as_read
from .translation import CHECKS as TRANSLATION_CHECKS
from .triangle import settle_triangles

DEFAULT_CHECKS: tuple[Check, ...] = (
    *TRANSLATION_CHECKS,
    check_against_releases,
    check_arithmetic,
    check_guidance,
    check_repeats,
    check_again,
    check_days,
    check_ahead,
    check_points,
    check_majority,
    check_near_misses,
    check_rates_of_one_level,
    check_sizes,
    check_letters,
)

_RANK = {"error": 0, "warning": 1, "note": 2}


def run_checks(evidence: Evidence, checks: Sequence[Check] = DEFAULT_CHECKS) -> tuple[Finding, ...]:
    """Every check's findings, then a row for each claim that none could judge; worst first, then in text order."""
    options = evidence.options
    found = [finding for check in checks for finding in check(evidence.claims, evidence)]
    found = settle_triangles(_said_once(as_sure_as_read(found, evidence)), evidence)
    found += list(unchecked_findings(evidence, found))
    severities = dict(options.severities)
    kept = [
        replace(
            finding,
            severity=severities.get(finding.code, finding.severity),  # type: ignore[arg-type]  # checked by options
            fingerprint=_fingerprint(finding, evidence),
        )
        for finding in found
        if _selected(finding.code, options.select, options.ignore)
    ]
    places = {claim.id: (claim.document_id, claim.start) for claim in evidence.claims}
    order = {document.id: at for at, document in enumerate(evidence.documents)}

    def key(finding: Finding) -> tuple[object, ...]:
        document, start = places.get(finding.claims[0], ("", 0)) if finding.claims else _place(finding)
        return (_RANK[finding.severity], order.get(document, len(order)), start, finding.code)

    return _told_apart(sorted(kept, key=key))


def _said_once(findings: Sequence[Finding]) -> list[Finding]:
    """Without near misses of figures that another check accuses already: it knows more of them. Once an accusation.

    What is but a note accuses nobody.
    """
    known = {key for row in findings if _accuses(row) and row.code in _KNOWN for key in row.claims[:2]}
    seen: set[tuple[str, str]] = set()
    kept = []
    for row in findings:
        again = row.verdict == "contradicted" and row.code in _ONCE and bool(row.claims)
        if (row.code == "R04" and known & {*row.claims}) or (again and (row.code, row.claims[0]) in seen):
            continue
        seen |= {(row.code, row.claims[0])} if again else set()
        kept.append(row)
    return kept


def _accuses(finding: Finding) -> bool:
    return finding.verdict == "contradicted" and finding.severity != "note"


_ONCE = ("A16", "R02")
_KNOWN = ("R02", "R03", "R06", "A16")


def _place(finding: Finding) -> tuple[str, int]:
    return (finding.evidence[0].document_id, finding.evidence[0].start) if finding.evidence else ("", 0)


def _selected(code: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    chosen = not select or any(code.startswith(prefix) for prefix in select)
    return chosen and not any(code.startswith(prefix) for prefix in ignore)


def _fingerprint(finding: Finding, evidence: Evidence) -> str:
    """From the code and what the claims say, never from offsets: an edit elsewhere leaves it as it is."""
    claims = [evidence.claim_by_id[key] for key in finding.claims[:2] if key in evidence.claim_by_id]
    parts = [f"{evidence.quote(c)}|{c.metric}|{c.segment}|{c.period}|{c.role}|{c.language}" for c in claims]
    quotes = [] if claims else [evidence.quote(span) for span in finding.evidence[:1]]
    return stable_id("t", finding.code, *parts, *quotes)


def _told_apart(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Equal findings get the ordinal of their repetition."""
    seen: dict[str, int] = {}
    rows = []
    for finding in findings:
        at = seen.get(finding.fingerprint, 0)
        seen[finding.fingerprint] = at + 1
        rows.append(finding if not at else replace(finding, fingerprint=f"{finding.fingerprint}.{at + 1}"))
    return tuple(rows)


def checks_of(options: Options) -> tuple[Check, ...]:
    """What runs: the checks given in code, else the default ones and those that installed packages bring."""
    if options.checks is not None:
        return tuple(options.checks)
    return (*DEFAULT_CHECKS, *installed_checks())


__all__ = [
    "DEFAULT_CHECKS",
    "Check",
    "Evidence",
    "checks_of",
    "count_coverage",
    "installed_checks",
    "installed_pages",
    "run_checks",
    "states_of",
]
