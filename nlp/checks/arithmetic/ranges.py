"""Ranges and differences that go over several statements: guided ends with one base, an analyst's subtraction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...amounts.intervals import overlaps, subtract
from ...records import Claim, Finding
from ..evidence import Evidence
from ..facts import meant, short_money
from ..known import Known, is_primary, range_base

_MINUS = re.compile(
    r"\b(?:minus|less|subtract(?:ing|ed)?|deduct(?:ing)?|difference between|incremental)\b|减去|減去|扣掉|相减",
    re.IGNORECASE,
)


def range_findings(evidence: Evidence) -> Iterator[Finding]:
    """Guided "between A and B, up P% to Q%": both ends must imply one base."""
    for rows in evidence.frames.values():
        own = [row for row in rows if is_primary(row) and not row.restates]
        levels = [row for row in own if row.role == "level" and _is_range(row) and row.amount.kind == "money"]
        changes = [row for row in own if row.role == "change" and _is_range(row) and row.amount.kind == "percent"]
        if len(levels) != 1 or len(changes) != 1:
            continue
        level, change = levels[0], changes[0]
        base = range_base(level, change)
        ids = (change.id, level.id)
        said = f"{evidence.said(level)}, {evidence.said(change)}"
        if base is not None:
            yield Finding(
                code="A14", verdict="supported", severity="note", claims=ids, message="Both ends imply one base.",
                formula=f"{said}: base {short_money(base, level.amount.unit)}",
            )  # fmt: skip
        else:
            yield Finding(
                code="A14", verdict="contradicted", severity="error", origin="speaker", claims=ids,
                message="The two ends of the range imply different bases.", formula=said,
            )  # fmt: skip


def _is_range(claim: Claim) -> bool:
    amount = claim.amount
    return amount.low is not None and amount.high is not None and amount.low != amount.high


def premise_findings(evidence: Evidence, known: Known) -> Iterator[Finding]:
    """An analyst's "guidance minus revenue is about X", recomputed from the figures stated."""
    for claim in known.claims:
        if claim.modality != "premise" or claim.amount.kind != "money" or claim.sentence_id is None:
            continue
        sentence = evidence.sentence_by_id.get(claim.sentence_id)
        if sentence is None or not _MINUS.search(evidence.quote(sentence)):
            continue
        guided = [
            c
            for c in known.claims
            if c.modality == "guided"
            and c.metric == claim.metric
            and _is_range(c)
            and c.amount.unit == claim.amount.unit
        ]
        for after in guided[:1]:
            yield from _difference(evidence, known, claim, after)


def _difference(evidence: Evidence, known: Known, claim: Claim, guided: Claim) -> Iterator[Finding]:
    before = [
        c
        for fact, rows in known.stated.items()
        for c in rows
        if fact.metric == claim.metric
        and fact.segment is None
        and c.document_id == guided.document_id
        and c.role == "level"
        and c.period == _reported_before(guided)
    ]
    for current in before[:1]:
        computed = subtract(meant(guided), meant(current))
        holds = overlaps(meant(claim), computed)
        left = f"{evidence.said(guided)} - {evidence.said(current)} = {short_money(computed, claim.amount.unit)}"
        formula = f"{left}; said {evidence.said(claim)}"
        yield Finding(
            code="A15", verdict="rounding" if holds else "contradicted", severity="note" if holds else "warning",
            origin=None if holds else "speaker", formula=formula, claims=(claim.id, guided.id, current.id),
            message=f"The analyst's difference {'holds' if holds else 'does not follow from the figures stated'}.",
        )  # fmt: skip


def _reported_before(guided: Claim) -> str | None:
    """The quarter before a guided quarter."""
    found = re.fullmatch(r"(\d{4})-Q([1-4])", guided.period or "")
    if found is None:
        return None
    index = int(found[1]) * 4 + int(found[2]) - 2
    return f"{index // 4}-Q{index % 4 + 1}"
