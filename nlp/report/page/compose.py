"""Builds the rows of the HTML page from an analysis: marks in the text, cards with links both ways."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace

from ...records import Analysis, Answer, Claim, Comment, Exchange, Paragraph, Part, Span, Tag, Turn
from ...text import simplify, traditional_pairs
from ..labels import SEVERITIES, visible
from ..marks import NO_STATE, cut, rank
from ..summary import headline
from ..view import View
from .cards import Cards, fact_row
from .facts import USUAL, claim_table
from .layout import Group, Row, Sheet, lay_out
from .overview import build_overview, coverage_rows
from .places import Places, lang_of
from .shapes import Block, Mark, Page, PageExchange, PageGroup, PagePart, PageRow, PageSheet, Quote
from .strips import build_strips
from .triangles import facts_told, triangles_of

_KINDS = ("transcript", "release", "letter", "response")
_TOPICS_SHOWN = 4
_FACTS_SHOWN = 300
_LARGE = 40_000  # sentences; beyond that the browser's own search and print are slow
_TONES_APART = 0.3  # a turn's tone in two languages, on -1..1


def build_page(analysis: Analysis) -> Page:
    """The page of an analysis."""
    return _Builder(View(analysis)).page()


class _Builder:
    """Lays the text out first, so that afterwards every link knows its element."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.analysis = view.analysis
        self.places = Places(view)
        self.triangles = triangles_of(view)
        self.cards = Cards(view, self.places, self.triangles)
        self.turn_ids = {turn.id: f"#t-{turn.id}" for turn in self.analysis.turns}
        self.claims_of: dict[str, list[Claim]] = {row.id: [] for row in self.analysis.documents}
        for claim in sorted(self.analysis.claims, key=lambda row: (row.start, -row.end)):
            self.claims_of.setdefault(claim.document_id, []).append(claim)
        self.reach = {key: max((c.end - c.start for c in rows), default=0) for key, rows in self.claims_of.items()}
        self.tags_of: dict[str, list[Tag]] = defaultdict(list)
        for tag in self.analysis.tags:
            self.tags_of[tag.target_id].append(tag)
        self.tone_gap = _tone_gaps(self.analysis)
        self.used_turns: set[str] = set()

    def page(self) -> Page:
        view, analysis = self.view, self.analysis
        sheets = tuple(self.sheet(sheet, number) for number, sheet in enumerate(lay_out(analysis), 1))
        self.places.settle()
        first = analysis.documents[0] if analysis.documents else None
        facts = list(facts_told(self.triangles))
        return Page(
            title=" · ".join(filter(None, [first.company or first.name, first.period])) if first else "no document",
            headline=headline(view),
            severities=tuple((severity, view.counts[severity]) for severity in SEVERITIES),
            accepted=sum(1 for finding in view.exceptions if finding.accepted),
            coverage=coverage_rows(view),
            bilingual=any(claim.twins for claim in analysis.claims),
            overview=build_overview(view, self.turn_ids),
            strips=build_strips(view, self.places, self.turn_ids),
            roles=tuple(dict.fromkeys(turn.role for turn in analysis.turns)),
            exceptions=self.cards.make(view.exceptions),
            others=tuple((verdict, self.cards.make(rows)) for verdict, rows in view.others.items() if rows),
            reasons=view.reasons,
            unnamed=view.unnamed,
            facts=tuple(fact_row(row, self.places) for row in facts[:_FACTS_SHOWN]),
            facts_left=max(0, len(facts) - _FACTS_SHOWN),
            sheets=sheets,
            exchanges=tuple(map(self.exchange, analysis.exchanges)),
            comments=tuple(map(self.comment, analysis.comments)),
            codes=tuple(sorted({finding.code for finding in analysis.findings})),
            large=len(analysis.sentences) > _LARGE,
            version=analysis.run.version,
            inputs=analysis.run.inputs,
            data=self.data(),
        )

    def data(self) -> dict[str, object]:
        hant, hans = _other_script(self.analysis)
        return {
            "claims": claim_table(self.view, self.places, self.cards, self.triangles),
            "usual": USUAL,
            "documents": [visible(row.name) for row in self.analysis.documents],
            "hant": hant,
            "hans": hans,
            "key": visible("|".join(digest for _, digest in self.analysis.run.inputs)[:200]),
        }

    # -- the text -------------------------------------------------------------------------------------------------
    def sheet(self, sheet: Sheet, number: int) -> PageSheet:
        kind = sheet.documents[0].kind
        return PageSheet(
            id=f"sheet-{number}",
            title=f"page.{'call' if kind == 'transcript' else kind if kind in _KINDS else 'other'}",
            documents=sheet.documents,
            columns=sheet.columns,
            groups=tuple(
                self.group(group, len(sheet.columns), f"g-{number}-{at}") for at, group in enumerate(sheet.groups)
            ),
        )

    def group(self, group: Group, columns: int, spare_id: str) -> PageGroup:
        turn = group.turn
        tags = self.tags_of.get(turn.id, []) if turn else []
        topics = sorted((tag for tag in tags if tag.kind == "topic"), key=lambda tag: (-tag.score, tag.label))
        return PageGroup(
            id=self.element_of(turn, spare_id),
            turn=turn,
            tone=next((tag for tag in tags if tag.kind == "sentiment"), None),
            topics=tuple(topics[:_TOPICS_SHOWN]),
            rows=tuple(self.row(row, columns) for row in group.rows),
            differs=bool(turn and turn.id in self.tone_gap),
        )

    def element_of(self, turn: Turn | None, spare_id: str) -> str:
        """A turn that is interrupted by a row of no turn stands in two groups; the first is pointed at."""
        name = self.turn_ids.get(turn.id, "").removeprefix("#") if turn else ""
        if not name or name in self.used_turns:
            return spare_id
        self.used_turns.add(name)
        return name

    def row(self, row: Row, columns: int) -> PageRow:
        lone = columns == 2 and not (row.left and row.right)
        speech = any(p.kind in ("speech", "text") for p in (*row.left, *row.right))
        left, right = tuple(map(self.block, row.left)), tuple(map(self.block, row.right))
        return PageRow(left=left, right=right, lone=lone and speech)

    def block(self, paragraph: Paragraph) -> Block:
        self.places.add(paragraph)
        document = self.view.documents[paragraph.document_id]
        pieces = cut(paragraph.start, paragraph.end, self.claims_near(paragraph))
        return Block(
            id=f"p-{paragraph.id}",
            lang=lang_of(paragraph.language, document, document.text[paragraph.start : paragraph.end]),
            kind=paragraph.kind,
            marks=tuple(
                self.mark(document.text[piece.start : piece.end], piece.claims, self.places.anchor(piece.opens))
                for piece in pieces
            ),
            on_behalf_of=paragraph.on_behalf_of,
            flows=_flows(paragraph, document.text[paragraph.start : paragraph.end]),
        )

    def claims_near(self, paragraph: Paragraph) -> list[Claim]:
        rows = self.claims_of[paragraph.document_id]
        first = bisect_left(rows, paragraph.start - self.reach[paragraph.document_id], key=lambda c: c.start)
        last = bisect_left(rows, paragraph.end, key=lambda c: c.start)
        return rows[first:last]

    def mark(self, text: str, claims: tuple[Claim, ...], anchors: tuple[str, ...]) -> Mark:
        if not claims:
            return Mark(text=text)
        told = sorted(claims, key=lambda claim: rank(self.view.states.get(claim.id, NO_STATE)))
        state = self.view.states.get(told[0].id, NO_STATE)
        return Mark(
            text=text,
            state=state.verdict,
            severity=state.severity,
            href=f"#{self.cards.id_of(state.findings[0])}" if state.findings else f"#m-{told[0].id}",
            claims=" ".join(str(self.places.at[claim.id]) for claim in told),
            anchors=anchors,
        )

    # -- questions ------------------------------------------------------------------------------------------------
    def exchange(self, exchange: Exchange) -> PageExchange:
        parts = tuple(self.part(part) for pair in exchange.pairs for part in pair.parts)
        return PageExchange(id=f"x-{exchange.id}", analyst=exchange.analyst, firm=exchange.firm, parts=parts)

    def part(self, part: Part) -> PagePart:
        asked = Span(document_id=part.document_id, start=part.start, end=part.end)
        return PagePart(
            label="",
            status=f"page.{part.status}",
            asked=(self.places.quote(asked, context=0),),
            answers=tuple(self.places.quote(_span(answer), context=0) for answer in part.answers),
            missing=part.missing,
        )

    def comment(self, comment: Comment) -> PagePart:
        return PagePart(
            label=f"{comment.number}. {comment.heading}",
            status="",
            asked=tuple(_without(comment.number, self.places.quote(span, context=0)) for span in comment.requests),
            answers=tuple(self.places.quote(span, context=0) for span in comment.responses),
        )


def _flows(paragraph: Paragraph, text: str) -> bool:
    """Whether running English was broken into lines to fit a page; those lines mean nothing and are joined on ours."""
    lines = text.count("\n") + 1
    return lines > 1 and paragraph.kind in ("speech", "text") and paragraph.language == "en" and len(text) / lines > 40


def _without(number: int, asked: Quote) -> Quote:
    """A request without the comment's number, which stands before its heading already."""
    return replace(asked, text=re.sub(rf"\A\s*{number}\s*[.)、．]\s*", "", asked.text))


def _span(answer: Answer) -> Span:
    return Span(document_id=answer.document_id, start=answer.start, end=answer.end)


def _tone_gaps(analysis: Analysis) -> set[str]:
    """The turns whose sentences differ in tone between the languages."""
    tone = {tag.target_id: tag.score for tag in analysis.tags if tag.kind == "sentiment"}
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for sentence in analysis.sentences:
        if sentence.turn_id and sentence.id in tone:
            found[sentence.turn_id][sentence.language].append(tone[sentence.id])
    means = {
        turn: {lang: sum(scores) / len(scores) for lang, scores in languages.items()}
        for turn, languages in found.items()
    }
    return {
        turn
        for turn, mean in means.items()
        if "en" in mean and "zh" in mean and abs(mean["en"] - mean["zh"]) >= _TONES_APART
    }


def _other_script(analysis: Analysis) -> tuple[str, str]:
    """Traditional characters and their Simplified forms, one for one: those a search in these documents can meet."""
    here = {char for document in analysis.documents for char in set(simplify(document.text))}
    pairs = [(one, other) for one, other in traditional_pairs() if other in here]
    return "".join(one for one, _ in pairs), "".join(other for _, other in pairs)
