"""A19: a figure compared with another of the very date or period that it has itself."""

from __future__ import annotations

from collections.abc import Iterator

from ...amounts.intervals import overlaps
from ...languages.check_cues import OTHERWISE
from ...records import Claim, Finding
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import magnitude


def itself_findings(evidence: Evidence) -> Iterator[Finding]:
    """A level and its base that both name one and the same period, and differ."""
    for rows in evidence.frames.values():
        levels, bases = ([row for row in rows if row.role == role and not row.restates] for role in ("level", "base"))
        if len(levels) == len(bases) == 1 and _is_with_itself(levels[0], bases[0], evidence):
            level, base = levels[0], bases[0]
            yield Finding(
                code="A19", verdict="contradicted", severity="warning", claims=(level.id, base.id),
                origin="release" if evidence.document_by_id[level.document_id].kind == "release" else "speaker",
                message="A figure is compared with another of the same date: one of the two is not meant.",
                formula=f"{evidence.said(level)} and {evidence.said(base)}, both {level.period}",
                evidence=(evidence.span(level), evidence.span(base)),
            )  # fmt: skip


def _is_with_itself(level: Claim, base: Claim, evidence: Evidence) -> bool:
    if level.period is None or level.period != base.period or level.document_id != base.document_id:
        return False
    if not all("period" in row.named and row.modality == "reported" for row in (level, base)):
        return False
    sentence = evidence.sentence_by_id.get(level.sentence_id or "")
    if sentence is None or overlaps(magnitude(level), magnitude(base)):
        return False
    return OTHERWISE.search(simplify(fold(evidence.quote(sentence)))) is None
