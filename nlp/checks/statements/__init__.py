"""V: any statement against any document. The evidence must be about the same thing, not merely the same number.

Each amount of the statement is held against the amounts of the document: value by intervals, unit, direction, gain or
loss, period, what is compared with what, and the words around both. What is in doubt stays unchecked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...records import Claim, Document, Finding, Repair, Segments, Severity, Span, Verdict
from ...text import stable_id
from ..times import Now, now_of
from .cells import Cells
from .covered import label_end
from .figures import Figure
from .items import Doubt, find_doubts
from .judge import Judge, Judgement
from .labels import Labels
from .lines import lines_of, split_lines
from .texts import Text
from .together import judge_all
from .wordings import find_wording
from .words import MetricReader

_CODES: dict[str, str] = {
    "supported": "V01",
    "rounding": "V01",
    "contradicted": "V02",
    "not_comparable": "V10",
    "unchecked": "V00",
}
_SEVERITIES: dict[str, Severity] = {"contradicted": "error", "not_comparable": "warning"}


def check_statement(
    statement: str,
    claims: Sequence[Claim],
    filed: Segments,
    *,
    lang: str,
    metrics: MetricReader,
    cells: Sequence[Claim] = (),
    year_end: int | None = None,
) -> tuple[Finding, ...]:
    """A finding for every amount of `statement`, and one for a time or direction that the document contradicts.

    `claims` are the statement's (their ids go into the findings), `filed` is the document; `metrics` reads the metric
    names of a folded text, `cells` are the claims of the document's tables, `year_end` is the month (1-12) in which its
    fiscal year ends. Evidence spans are offsets into the document. A statement without an amount gives one where a
    sentence of the document says all of it, else none.
    """
    document = filed.document
    published = document.published or ""
    told = int(published[:4]) if published[:4].isdigit() else None
    now = replace(_now(document, cells), year_end=year_end, told=told)
    said = Text(statement, split_lines(statement, lang), now, metrics)
    judge = Judge(Text(document.text, lines_of(document, filed.sentences), now, metrics), now)
    if not said.figures:
        return _worded(said, judge, document)
    judgements = judge_all(said, judge, Cells(cells, now, Labels(cells, metrics)))
    found = [_finding(row, claims, document) for row in judgements]
    figures = [row.said for row in judgements]
    found += [_doubted(doubt, figures, claims, document) for doubt in find_doubts(said, figures, judge)]
    return tuple(found)


def _worded(said: Text, judge: Judge, document: Document) -> tuple[Finding, ...]:
    """The finding for a statement without an amount, where the document says the same."""
    begin = label_end(said) if said.lines[0].lang == "zh" else 0
    place = find_wording(said, judge, begin)
    if place is None:
        return ()
    quote = _flat(said.text)
    return (
        Finding(
            code=_CODES["supported"],
            verdict="supported",
            severity="note",
            message=f"{quote}: the document states it of the same thing.",
            evidence=(Span(document_id=document.id, start=place[0], end=place[1]),),
            fingerprint=stable_id("t", _CODES["supported"], quote, document.text[place[0] : place[1]]),
        ),
    )


def _now(document: Document, cells: Sequence[Claim]) -> Now:
    """The period a document is on; its tables know the year better than a sentence that names the year before."""
    now = now_of(document.period)
    levels = [now_of(cell.period) for cell in cells if cell.role == "level"]
    years = Counter(row.year for row in levels if row.part == now.part and row.year is not None)
    return replace(now, year=years.most_common(1)[0][0]) if years and now.year not in years else now


def _finding(row: Judgement, claims: Sequence[Claim], document: Document) -> Finding:
    verdict: Verdict = row.verdict  # type: ignore[assignment]
    code = _CODES[verdict]
    start, end = (row.start, row.end) if row.evidence is None else _place(row.evidence)
    evidence = () if start is None or end is None else (Span(document_id=document.id, start=start, end=end),)
    theirs = document.text[start:end] if evidence else ""
    return Finding(
        code=code,
        verdict=verdict,
        severity=_SEVERITIES.get(verdict, "note"),
        message=_message(row, theirs),
        formula=f"statement {_flat(row.said.quote)}; document {_flat(theirs)}" if evidence else "",
        claims=_claims_at(row.said, claims),
        evidence=evidence,
        repairs=tuple(_repairs(row)),
        fingerprint=stable_id("t", code, row.said.quote, row.said.text.text, theirs),
    )


def _place(figure: Figure) -> tuple[int, int]:
    return figure.amount.start, figure.amount.end


def _flat(quote: str) -> str:
    return re.sub(r"\s+", " ", quote).strip()


def _message(row: Judgement, theirs: str) -> str:
    mine, theirs = _flat(row.said.quote), _flat(theirs)
    if row.conflict is not None:
        stands = f"{mine} stands in the document as {theirs}, but " if theirs else ""
        return f"{stands}{row.conflict.words}."
    return {
        "supported": f"{mine}: the document states it of the same thing.",
        "rounding": f"{mine} is {theirs} of the document, rounded.",
        "contradicted": f"The document states {theirs} of the same thing, not {mine}.",
        "unchecked": f"Nothing in the document is about {mine}.",
    }.get(row.verdict, mine)


def _repairs(row: Judgement) -> Iterator[Repair]:
    """The document's number, where the number itself is contradicted."""
    if row.verdict != "contradicted" or row.evidence is None or (row.conflict and row.conflict.kind != "unit"):
        return
    value = row.evidence.amount.value
    if value is not None:
        yield Repair(value=value, text=_flat(row.evidence.quote), residual="0")


def _claims_at(figure: Figure, claims: Sequence[Claim]) -> tuple[str, ...]:
    start, end = _place(figure)
    return tuple(claim.id for claim in claims if claim.start < end and start < claim.end)


def _doubted(doubt: Doubt, figures: Sequence[Figure], claims: Sequence[Claim], document: Document) -> Finding:
    """The finding goes with the nearest figure of the statement."""
    verdict: Verdict = "not_comparable" if doubt.kind == "period" else "contradicted"
    nearest = min(figures, key=lambda figure: abs(figure.amount.start - doubt.start))
    quote = _flat(nearest.text.text[doubt.start : doubt.end])
    evidence: tuple[Span, ...] = ()
    if doubt.at is not None and doubt.until is not None:
        evidence = (Span(document_id=document.id, start=doubt.at, end=doubt.until),)
    return Finding(
        code=_CODES[verdict],
        verdict=verdict,
        severity=_SEVERITIES[verdict],
        message=f"{quote!r}: {doubt.words}.",
        claims=_claims_at(nearest, claims),
        evidence=evidence,
        fingerprint=stable_id("t", _CODES[verdict], quote, nearest.text.text, doubt.kind),
    )


__all__ = ["check_statement"]
