"""Findings as flat rows, the form of CSV and spreadsheets: one a finding, then the amounts that none names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ..messages import translate
from ..records import Claim, Finding
from ..words import all_words, say
from .view import Place, View


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRow:
    """One finding with the figure it points at first. Values are exact decimals; None where nothing was said."""

    severity: str
    verdict: str
    code: str
    document: str
    line: int | None
    column: int | None
    quote: str
    message: str
    origin: str
    formula: str
    repairs: str
    metric: str
    segment: str
    period: str
    role: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    language: str
    speaker: str
    other_places: str
    accepted: str
    fingerprint: str


def flat_rows(view: View, *, exceptions_only: bool = False, lang: str = "en") -> Iterator[FlatRow]:
    """What is wrong first, by severity; then the rest by verdict; then claims that no finding names.

    In another language than English what people read is translated, codes and names of documents are not.
    """
    rows = _rows(view, exceptions_only)
    yield from rows if lang == "en" else (_translated(row, lang) for row in rows)


def _translated(row: FlatRow, lang: str) -> FlatRow:
    return replace(
        row,
        severity=word("severity", row.severity, lang),
        verdict=word("verdict", row.verdict, lang),
        origin=word("origin", row.origin, lang),
        metric=word("metric", row.metric, lang),
        role=word("role", row.role, lang),
        message=translate(row.message, lang),
        formula=translate(row.formula, lang),
        repairs="; ".join(translate(piece, lang) for piece in row.repairs.split("; ")),
    )


_TABLES = {"severity": "page.", "verdict": "page.", "origin": "page.o_", "metric": "metric.", "role": "said."}


def word(name: str, value: str, lang: str) -> str:
    """A value of a column as people read it: "contradicted" as 不符; English and what has no word stays as it is."""
    key = f"{_TABLES[name]}{value}"
    return say(key, lang) if lang != "en" and key in all_words()[lang] else value


def _rows(view: View, exceptions_only: bool) -> Iterator[FlatRow]:
    yield from (_of_finding(view, finding) for finding in view.exceptions)
    if exceptions_only:
        return
    for findings in view.others.values():
        yield from (_of_finding(view, finding) for finding in findings)
    for claim in view.analysis.claims:
        if not view.states[claim.id].findings:
            yield _row(view, claim, claim, severity="note", verdict="unchecked", message="no check applies")


def _of_finding(view: View, finding: Finding) -> FlatRow:
    head = view.head(finding)
    claim = next((view.claims[row] for row in finding.claims if row in view.claims), None)
    repairs = [row.text + (f" ({row.residual})" if row.residual not in ("", "none") else "") for row in finding.repairs]
    return _row(
        view, head, claim, severity=finding.severity, verdict=finding.verdict, message=finding.message,
        code=finding.code, origin=finding.origin or "", formula=finding.formula, repairs="; ".join(repairs),
        other_places="; ".join(_others(view, finding)), accepted=finding.accepted or "",
        fingerprint=finding.fingerprint,
    )  # fmt: skip


def _row(view: View, place: Place | None, claim: Claim | None, **told: str) -> FlatRow:
    line, column = view.line_and_column(place) if place else (None, None)
    names = ("code", "origin", "formula", "repairs", "other_places", "accepted", "fingerprint")
    return FlatRow(
        document=view.document_of(place).name if place else "",
        line=line,
        column=column,
        quote=view.quote(place) if place else "",
        metric=claim.metric if claim else "",
        segment=(claim.segment or "") if claim else "",
        period=(claim.period or "") if claim else "",
        role=claim.role if claim else "",
        low=claim.amount.low if claim else None,
        high=claim.amount.high if claim else None,
        unit=claim.amount.unit if claim else "",
        language=claim.language if claim else "",
        speaker=(view.speaker(claim) or "") if claim else "",
        **dict.fromkeys(names, "") | told,
    )


def _others(view: View, finding: Finding) -> Iterator[str]:
    rows: list[Place] = [*(view.claims[row] for row in finding.claims if row in view.claims), *finding.evidence]
    seen = {(rows[0].document_id, rows[0].start)} if rows else set()
    for row in rows[1:]:
        if row.document_id in view.documents and (row.document_id, row.start) not in seen:
            seen.add((row.document_id, row.start))
            yield view.place(row)
