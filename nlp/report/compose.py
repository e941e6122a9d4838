"""Builds the rows of the HTML page from an analysis: marks in the text, cards with links both ways."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..records import Analysis, Claim, Document, Exchange, Finding, Paragraph, Part, Span, Tag
from ..text import guess_script
from .labels import ORIGINS, SEVERITY_LABELS, VERDICT_LABELS, is_exception, one_line
from .marks import NO_STATE, ClaimState, cut, rank
from .page import (
    Block,
    Card,
    CoverageRow,
    Mark,
    Page,
    PageExchange,
    PageGroup,
    PagePart,
    PageRow,
    PageSheet,
    Quote,
)
from .rows import Group, Row, Sheet, lay_out
from .summary import headline
from .view import Place, View

_SCRIPTS = {"hant": "zh-Hant", "hans": "zh-Hans"}
_QUOTE_CONTEXT = 60  # characters either side of a claim in a card
_HALF_WORD_FIRST = re.compile(r"\A[!-~]{1,30}\s+")
_HALF_WORD_LAST = re.compile(r"\s[!-~]{1,30}\Z")
_TITLE_FINDINGS = 4  # findings told in the title of a mark; its card list has all


def build_page(analysis: Analysis) -> Page:
    """The page of an analysis."""
    return _Builder(View(analysis)).page()


class _Builder:
    """Joins the tables once: which text stands where, which card tells of which claim."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.analysis = view.analysis
        self.card_ids = _card_ids(self.analysis.findings)
        self.claims_of: dict[str, list[Claim]] = {row.id: [] for row in self.analysis.documents}
        for claim in sorted(self.analysis.claims, key=lambda row: (row.start, -row.end)):
            self.claims_of.setdefault(claim.document_id, []).append(claim)
        self.claim_at = {(c.document_id, c.start, c.end): c for c in reversed(self.analysis.claims)}
        self.reach = {key: max((c.end - c.start for c in rows), default=0) for key, rows in self.claims_of.items()}
        self.paragraphs_of: dict[str, list[Paragraph]] = {row.id: [] for row in self.analysis.documents}
        self.anchored: set[str] = set()
        self.tags_of: dict[str, list[Tag]] = {}
        for tag in self.analysis.tags:
            self.tags_of.setdefault(tag.target_id, []).append(tag)

    def page(self) -> Page:
        view, analysis = self.view, self.analysis
        sheets = tuple(self.sheet(sheet, number) for number, sheet in enumerate(lay_out(analysis), 1))
        for rows in self.paragraphs_of.values():
            rows.sort(key=lambda row: row.start)
        first = analysis.documents[0] if analysis.documents else None
        return Page(
            title=" · ".join(filter(None, [first.company or first.name, first.period])) if first else "no document",
            lang="en",
            headline=headline(view),
            counts=view.counts_text(),
            coverage=tuple(CoverageRow(name=self.name(row.document_id), row=row) for row in analysis.coverage),
            exceptions=tuple(map(self.card, view.exceptions)),
            others=tuple((verdict, tuple(map(self.card, rows))) for verdict, rows in view.others.items() if rows),
            reasons=view.reasons,
            unnamed=view.unnamed,
            sheets=sheets,
            exchanges=tuple(map(self.exchange, analysis.exchanges)),
            version=analysis.run.version,
            inputs=analysis.run.inputs,
        )

    def name(self, document_id: str) -> str:
        document = self.view.documents.get(document_id)
        return document.name if document else document_id

    # -- the text -------------------------------------------------------------------------------------------------
    def sheet(self, sheet: Sheet, number: int) -> PageSheet:
        kinds = {"transcript": "Call", "release": "Release", "letter": "Letter", "response": "Response"}
        return PageSheet(
            id=f"sheet-{number}",
            title=kinds.get(sheet.documents[0].kind, "Document"),
            documents=sheet.documents,
            columns=sheet.columns,
            groups=tuple(self.group(group, len(sheet.columns)) for group in sheet.groups),
        )

    def group(self, group: Group, columns: int) -> PageGroup:
        tags = self.tags_of.get(group.turn.id, []) if group.turn else []
        tone = next((tag for tag in tags if tag.kind == "sentiment"), None)
        topics = sorted((tag for tag in tags if tag.kind == "topic"), key=lambda tag: (-tag.score, tag.label))
        rows = tuple(self.row(row, columns) for row in group.rows)
        return PageGroup(turn=group.turn, tone=tone, topics=tuple(topics[:4]), rows=rows)

    def row(self, row: Row, columns: int) -> PageRow:
        lone = columns == 2 and not (row.left and row.right)
        speech = any(p.kind in ("speech", "text") for p in (*row.left, *row.right))
        left, right = tuple(map(self.block, row.left)), tuple(map(self.block, row.right))
        return PageRow(left=left, right=right, lone=lone and speech)

    def block(self, paragraph: Paragraph) -> Block:
        self.paragraphs_of[paragraph.document_id].append(paragraph)
        document = self.view.documents[paragraph.document_id]
        pieces = cut(paragraph.start, paragraph.end, self.claims_near(paragraph))
        marks = []
        for piece in pieces:
            fresh = [c for c in piece.opens if c.id not in self.anchored]
            self.anchored.update(c.id for c in fresh)
            anchors = tuple(f"m-{c.id}" for c in fresh)
            marks.append(self.mark(document.text[piece.start : piece.end], piece.claims, anchors))
        return Block(
            id=f"p-{paragraph.id}",
            lang=_lang(paragraph.language, document, document.text[paragraph.start : paragraph.end]),
            kind=paragraph.kind,
            marks=tuple(marks),
            on_behalf_of=paragraph.on_behalf_of,
        )

    def claims_near(self, paragraph: Paragraph) -> list[Claim]:
        rows = self.claims_of[paragraph.document_id]
        first = bisect_left(rows, paragraph.start - self.reach[paragraph.document_id], key=lambda c: c.start)
        last = bisect_left(rows, paragraph.end, key=lambda c: c.start)
        return rows[first:last]

    def mark(self, text: str, claims: tuple[Claim, ...], anchors: tuple[str, ...]) -> Mark:
        if not claims:
            return Mark(text=text)
        states = [self.view.states.get(claim.id, NO_STATE) for claim in claims]
        state = min(states, key=rank)
        return Mark(
            text=text,
            state=state.verdict,
            severity=state.severity,
            href=f"#{self.card_ids[id(state.findings[0])]}" if state.findings else "",
            title=_title(states),
            anchors=anchors,
        )

    def exchange(self, exchange: Exchange) -> PageExchange:
        parts = tuple(self.part(part) for pair in exchange.pairs for part in pair.parts)
        return PageExchange(analyst=exchange.analyst, firm=exchange.firm, parts=parts)

    def part(self, part: Part) -> PagePart:
        span = Span(document_id=part.document_id, start=part.start, end=part.end)
        home = self.paragraph_at(span)
        document = self.view.document_of(span)
        text = self.view.quote(span)
        return PagePart(
            status=part.status,
            word=part.status.replace("_", " "),
            lang=_lang(home.language if home else document.language, document, text),
            text=cut_long(text),
            place=self.view.place(span),
            href=self.href(span, home),
            missing="; ".join(part.missing),
        )

    # -- the findings ---------------------------------------------------------------------------------------------
    def card(self, finding: Finding) -> Card:
        claims = [self.view.claims[row] for row in finding.claims if row in self.view.claims]
        seen = {(row.document_id, row.start, row.end) for row in claims}
        spans = [
            span
            for span in finding.evidence
            if span.document_id in self.view.documents and (span.document_id, span.start, span.end) not in seen
        ]
        return Card(
            id=self.card_ids[id(finding)],
            finding=finding,
            origin=ORIGINS.get(finding.origin, finding.origin) if finding.origin else "",
            claims=tuple(self.quote(row, self.about(row)) for row in claims),
            evidence=tuple(self.quote(row, "") for row in spans),
        )

    def about(self, claim: Claim) -> str:
        metric = claim.metric.removeprefix("other:").replace("_", " ")
        parts = [claim.segment, metric, claim.role if claim.role != "level" else None, claim.period]
        return " · ".join(part for part in parts if part)

    def quote(self, row: Place, about: str) -> Quote:
        document = self.view.document_of(row)
        home = self.paragraph_at(row)
        low = max(home.start if home else 0, row.start - _QUOTE_CONTEXT)
        high = min(home.end if home else len(document.text), row.end + _QUOTE_CONTEXT)
        state = self.view.states.get(row.id, NO_STATE).verdict if isinstance(row, Claim) else ""
        language = row.language if isinstance(row, Claim) else home.language if home else document.language
        return Quote(
            place=self.view.place(row),
            lang=_lang(language, document, self.view.quote(row)),
            before=_cut_before(document.text[low : row.start])
            if home and low > home.start
            else document.text[low : row.start],
            text=cut_long(self.view.quote(row)),
            after=_cut_after(document.text[row.end : high])
            if home and high < home.end
            else document.text[row.end : high],
            href=self.href(row, home),
            state=state,
            about=about,
        )

    def href(self, row: Place, home: Paragraph | None) -> str:
        claim = row if isinstance(row, Claim) else self.claim_at.get((row.document_id, row.start, row.end))
        if claim is not None and claim.id in self.anchored:
            return f"#m-{claim.id}"
        return f"#p-{home.id}" if home else ""

    def paragraph_at(self, row: Place) -> Paragraph | None:
        rows = self.paragraphs_of.get(row.document_id, [])
        at = bisect_left(rows, row.start + 1, key=lambda p: p.start) - 1
        return rows[at] if at >= 0 and rows[at].start <= row.start < max(rows[at].end, rows[at].start + 1) else None


def cut_long(text: str) -> str:
    """A quotation at full length up to 600 characters; longer evidence is cut, the link leads to all of it."""
    return text if len(text) <= 600 else text[:600] + "…"


def _cut_before(text: str) -> str:
    """The words before a quotation, from a whole word on: an English word is not cut in two."""
    return "…" + _HALF_WORD_FIRST.sub("", text)


def _cut_after(text: str) -> str:
    return _HALF_WORD_LAST.sub("", text) + "…"


def _card_ids(findings: tuple[Finding, ...]) -> dict[int, str]:
    """An element id for each finding object: its fingerprint, so that a link survives a second run; told apart."""
    ids: dict[int, str] = {}
    used: set[str] = set()
    for number, finding in enumerate(findings, 1):
        name = f"f-{finding.fingerprint}" if finding.fingerprint else f"f-{number}"
        while name in used:
            name = f"{name}-{number}"
        used.add(name)
        ids[id(finding)] = name
    return ids


def _lang(language: str, document: Document, text: str) -> str:
    if language != "zh":
        return "en"
    script = document.script if document.script in _SCRIPTS else guess_script(text)
    return _SCRIPTS.get(script, "zh")


def _title(states: list[ClaimState]) -> str:
    lines = []
    for state in sorted(states, key=rank):
        label = VERDICT_LABELS[state.verdict]
        if not state.findings:
            lines.append(f"{label.icon} {label.word}: no check applies")
        for finding in state.findings[:_TITLE_FINDINGS]:
            label = VERDICT_LABELS[finding.verdict]
            severity = f" {SEVERITY_LABELS[finding.severity].word}" if is_exception(finding) else ""
            lines.append(f"{label.icon} {label.word}{severity} {finding.code}: {one_line(finding.message)}")
    return "\n".join(dict.fromkeys(lines))
