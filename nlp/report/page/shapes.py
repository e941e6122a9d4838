"""What the HTML page shows, as plain rows: filled in `compose` so that the template holds no logic.

Words of the interface travel as keys of `nlp.words` (`page.findings`), so that the page can change its language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...records import Coverage, Document, Finding, Tag, Turn
from ..view import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A piece of text; `state` is empty for plain text. `anchors` are element ids that begin here.

    `claims` are places in the page's table of claims, the deciding one first.
    """

    text: str
    state: str = ""
    severity: str = ""
    href: str = ""
    claims: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph as marks."""

    id: str
    lang: str
    kind: str
    marks: tuple[Mark, ...]
    on_behalf_of: str | None = None
    flows: bool = False  # its lines were broken to fit a page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One bead: blocks left and right; `lone` says that the other side has nothing."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    lone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGroup:
    """A turn with its rows and tags; `differs` says that the two languages differ in tone."""

    id: str
    turn: Turn | None
    tone: Tag | None
    topics: tuple[Tag, ...]
    rows: tuple[PageRow, ...]
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSheet:
    """One document, or a document beside its translation; `title` is a key of words."""

    id: str
    title: str
    documents: tuple[Document, ...]
    columns: tuple[str, ...]
    groups: tuple[PageGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a document with what stands around them, and a link to them. `about` says what they were read as.

    Each part of it is a key of words, or a text where the words are not ours.
    """

    place: str
    lang: str
    before: str
    text: str
    after: str
    href: str
    state: str = ""
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePart:
    """One part of a question, or a comment of a letter, and what became of it. `status` is a key of words or empty."""

    label: str
    status: str
    asked: tuple[Quote, ...]
    answers: tuple[Quote, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageExchange:
    """An analyst's block with the parts of the questions in it."""

    id: str
    analyst: str
    firm: str | None
    parts: tuple[PagePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """One of the three places of a fact; `key` is a key of words, `text` is empty where it does not stand."""

    key: str
    text: str
    lang: str
    href: str
    odd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact in its three places, beside each other, with the worst verdict between them."""

    about: tuple[tuple[str, str], ...]
    verdict: str
    corners: tuple[Corner, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding with its claims and evidence; `claims_at` are places in the page's table of claims.

    `fact` is set where its first claim stands in places that differ.
    """

    id: str
    finding: Finding
    claims: tuple[Quote, ...]
    evidence: tuple[Quote, ...]
    claims_at: str
    fact: FactRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A line of the coverage table; `bars` are (verdict, start, width) of 100."""

    name: str
    row: Coverage
    bars: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """A line of a table of counts: a name, and `key` of words where the name is one of ours."""

    name: str
    key: str
    note: str
    href: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The tables before the text: exceptions by severity and origin, amounts by speaker and by topic."""

    origins: tuple[CountRow, ...]
    speakers: tuple[CountRow, ...]
    topics: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle of a strip, in thousandths of its width and in units of its height; `to` is an element's id."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    to: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One line of the drawing of the call; `label` is a key of words."""

    label: str
    height: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the page; `data` is what its script works with."""

    title: str
    headline: str
    severities: tuple[tuple[str, int], ...]
    accepted: int
    coverage: tuple[CoverageRow, ...]
    bilingual: bool
    overview: Overview
    strips: tuple[Strip, ...]
    roles: tuple[str, ...]
    exceptions: tuple[Card, ...]
    others: tuple[tuple[str, tuple[Card, ...]], ...]
    reasons: tuple[Reason, ...]
    unnamed: int
    facts: tuple[FactRow, ...]
    facts_left: int
    sheets: tuple[PageSheet, ...]
    exchanges: tuple[PageExchange, ...]
    comments: tuple[PagePart, ...]
    codes: tuple[str, ...]
    large: bool
    version: str
    inputs: tuple[tuple[str, str], ...]
    data: dict[str, Any]
