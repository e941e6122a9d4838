"""How sure a contradiction is: no surer than the reading of the claims it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..records import Claim, Finding
from .evidence import Evidence

# What a translation says of the same words does not hang on what the number measures.
_BY_WORDS = ("T", "L")
_WHEN_AND_HOW = frozenset(("period", "role", "comparator"))
_WHAT = frozenset(("metric", "segment"))


def as_sure_as_read(findings: Iterable[Finding], evidence: Evidence) -> list[Finding]:
    """The findings; those that accuse a claim on which rules and weights differ are notes to look at.

    Two readers of a sentence that differ on what a figure measures, of what part, or of when are no ground for one.
    """
    claims = {claim.id: claim for claim in evidence.claims}
    said: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        said[claim.sentence_id].append(claim)
    return [
        replace(finding, severity="note")
        if finding.verdict == "contradicted"
        and not finding.code.startswith(_BY_WORDS)
        and _is_unsure([claims[name] for name in finding.claims if name in claims], said)
        else finding
        for finding in findings
    ]


def _is_unsure(claims: Sequence[Claim], said: Mapping[str | None, Sequence[Claim]]) -> bool:
    """Whether the readers differ on any of them, or on another figure of the sentence that is accused. Where all are of
    one sentence and both readers give them one measure and part, it does not matter which."""
    beside = said.get(claims[0].sentence_id, ()) if claims and claims[0].sentence_id else ()
    if any(_WHEN_AND_HOW & {*claim.weighed} for claim in (*claims, *beside)):
        return True
    if any(_WHAT & {*claim.weighed} for claim in beside if claim not in claims):
        return True
    read = {(claim.sentence_id, claim.metric, claim.segment, frozenset(_WHAT & {*claim.weighed})) for claim in claims}
    return len(read) > 1 and any(_WHAT & {*claim.weighed} for claim in claims)
