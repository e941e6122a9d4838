"""All a check may look at: the tables of one analysis with their look-ups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..followups import Followup
from ..options import Options
from ..records import Bead, Claim, Comment, Document, Exchange, Finding, Paragraph, Sentence, Span, Tag, Turn


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The tables before findings, joined by id. What a document is here says its `kind`."""

    documents: tuple[Document, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    turns: tuple[Turn, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    beads: tuple[Bead, ...] = ()
    claims: tuple[Claim, ...] = ()
    tags: tuple[Tag, ...] = ()
    comments: tuple[Comment, ...] = ()
    followups: tuple[Followup, ...] = ()
    options: Options = Options()
    document_by_id: dict[str, Document] = field(init=False)
    paragraph_by_id: dict[str, Paragraph] = field(init=False)
    sentence_by_id: dict[str, Sentence] = field(init=False)
    claim_by_id: dict[str, Claim] = field(init=False)
    claims_of: dict[str, tuple[Claim, ...]] = field(init=False)  # by document
    frames: dict[str, tuple[Claim, ...]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "document_by_id", {row.id: row for row in self.documents})
        object.__setattr__(self, "paragraph_by_id", {row.id: row for row in self.paragraphs})
        object.__setattr__(self, "sentence_by_id", {row.id: row for row in self.sentences})
        object.__setattr__(self, "claim_by_id", {row.id: row for row in self.claims})
        by_document: dict[str, list[Claim]] = {}
        frames: dict[str, tuple[Claim, ...]] = {}
        for claim in self.claims:
            by_document.setdefault(claim.document_id, []).append(claim)
            if claim.frame is not None:
                frames[claim.frame] = (*frames.get(claim.frame, ()), claim)
        object.__setattr__(self, "claims_of", {key: tuple(rows) for key, rows in by_document.items()})
        object.__setattr__(self, "frames", frames)

    def quote(self, row: Claim | Sentence | Paragraph | Span) -> str:
        """The words of a row as printed."""
        return self.document_by_id[row.document_id].text[row.start : row.end]

    def said(self, claim: Claim) -> str:
        """The number as said, with the word that widens it: "about 5,000"."""
        modifier = (claim.amount.modifier or "").replace("_", " ")
        return f"{modifier} {self.quote(claim)}".strip()

    def span(self, row: Claim | Sentence | Paragraph) -> Span:
        """The place of a row."""
        return Span(document_id=row.document_id, start=row.start, end=row.end)


Check = Callable[[Sequence[Claim], Evidence], Iterator[Finding]]
