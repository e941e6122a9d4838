"""What the HTML page shows, as plain rows: built in `compose` so that the template holds no logic."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Coverage, Document, Finding, Tag, Turn
from .view import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A piece of text; `state` is empty for plain text. `anchors` are element ids that begin here."""

    text: str
    state: str = ""
    severity: str = ""
    href: str = ""
    title: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph as marks."""

    id: str
    lang: str
    kind: str
    marks: tuple[Mark, ...]
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One bead: blocks left and right; `lone` says that the other side has nothing."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    lone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGroup:
    """A turn with its rows and tags."""

    turn: Turn | None
    tone: Tag | None
    topics: tuple[Tag, ...]
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSheet:
    """One document, or a document beside its translation."""

    id: str
    title: str
    documents: tuple[Document, ...]
    columns: tuple[str, ...]
    groups: tuple[PageGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a document with what stands around them, and a link to them."""

    place: str
    lang: str
    before: str
    text: str
    after: str
    href: str
    state: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePart:
    """One part of a question and what became of it."""

    status: str
    word: str
    lang: str
    text: str
    place: str
    href: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageExchange:
    """An analyst's block with the parts of the questions in it."""

    analyst: str
    firm: str | None
    parts: tuple[PagePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding with its claims and evidence."""

    id: str
    finding: Finding
    origin: str
    claims: tuple[Quote, ...]
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A line of the coverage table."""

    name: str
    row: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the page."""

    title: str
    lang: str
    headline: str
    counts: str
    coverage: tuple[CoverageRow, ...]
    exceptions: tuple[Card, ...]
    others: tuple[tuple[str, tuple[Card, ...]], ...]
    reasons: tuple[Reason, ...]
    unnamed: int
    sheets: tuple[PageSheet, ...]
    exchanges: tuple[PageExchange, ...]
    version: str
    inputs: tuple[tuple[str, str], ...]
