"""The rows that travel between stages: frozen, flat, joined by ids.

Offsets are half-open and count code points of `Document.text`; `text[row.start:row.end]` is the quotation. Numbers are
`Decimal`. Ids come from content (`nlp.text.stable_id`) and survive a second run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from .drawn import Drawn, DrawnWhole
from .places import Place, Table

if TYPE_CHECKING:
    import pandas as pd

Lang = Literal["en", "zh"]
Verdict = Literal["supported", "rounding", "contradicted", "not_comparable", "unchecked"]
Severity = Literal["error", "warning", "note"]
AmountKind = Literal["money", "percent", "points", "count", "ratio", "per_share"]
ClaimRole = Literal["level", "base", "change", "share", "whole", "ratio", "driver"]
Modality = Literal["reported", "guided", "third_party", "premise", "hypothetical"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in one document: `text[start:end]`."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source file as read: its text and what was found out about it.

    `kind` is transcript, release, letter, response or other; `language` en, zh or mixed; `script` hans, hant, both or
    none; `period` the fiscal period it reports on (`2021-Q3`); `because` says which words decided kind and period.
    `format` is what was read (text, html, pdf, docx, edgar, captions, speeches); where the text had to be extracted,
    `places` leads back to the source, in order and without overlap; `tables` are those the source marks as such.
    """

    id: str
    name: str
    text: str = field(repr=False)
    kind: str = "other"
    language: str = "en"
    script: str = "none"
    company: str | None = None
    period: str | None = None
    published: str | None = None  # ISO date
    encoding: str = "utf-8"
    encoding_confidence: float = 1.0
    digest: str = ""  # sha256 of the bytes as read
    because: tuple[str, ...] = ()
    format: str = "text"
    places: tuple[Place, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of one document.

    `kind`: speech, text, speaker, heading, list_item, mark, notice, advert, table, footnote, page (page number or
    running head), address. `on_behalf_of` names the person whose words an interpreter says here.
    """

    id: str
    document_id: str
    start: int
    end: int
    language: str
    kind: str
    on_behalf_of: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    id: str
    document_id: str
    paragraph_id: str
    start: int
    end: int
    language: str
    turn_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says without interruption; `start:end` is the speech, the speaker line excluded.

    `speaker` is the resolved name, `label` the speaker line as printed. `section`: prepared, qa.
    `role`: operator, executive, investor_relations, analyst, interpreter, unknown.
    """

    id: str
    document_id: str
    start: int
    end: int
    speaker: str
    label: str
    role: str
    title: str | None = None
    firm: str | None = None
    section: str = "prepared"
    foreign_only: bool = False
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A passage that speaks to a question part; `score` in 0..1."""

    document_id: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sub-question. `status`: answered, partly, not_answered; `missing` says what was asked and not given."""

    document_id: str
    start: int
    end: int
    answers: tuple[Answer, ...] = ()
    status: str = "not_answered"
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Question turns with the turns that answer them (turn ids)."""

    question_turns: tuple[str, ...]
    answer_turns: tuple[str, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(Drawn):
    """One analyst's block of the Q&A session, follow-ups included."""

    id: str
    document_id: str
    analyst: str
    firm: str | None = None
    turns: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A numbered comment of a regulator's letter. `pieces` are its text without the running heads that interrupt it."""

    id: str
    document_id: str
    number: int
    heading: str
    start: int
    end: int
    page: int | None = None
    refers_to_page: str | None = None  # the page of the filing the heading names: "page 106", "F-45"
    pieces: tuple[Span, ...] = ()
    requests: tuple[Span, ...] = ()
    responses: tuple[Span, ...] = ()  # in an answer to a letter: what the company says to this comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead(Drawn):
    """An aligned group; an omitted side is empty. `score` in 0..1.

    In an Analysis `source` and `target` hold paragraph or sentence ids; from `align` of two lists (level `line`)
    indexes. `order` tells whether both texts were taken to be in the same order: `kept`, or `free`.
    """

    id: str
    level: str  # paragraph, sentence, line
    source: tuple[Any, ...]
    target: tuple[Any, ...]
    score: float
    order: str = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A set of reals between two ends; `None` is an open infinity; `*_open` says the end itself is not in it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with unit and precision, as said at `start:end` of the text it was read from.

    The span covers sign, currency, number, scale and unit words; not the modifier and not the counted noun.
    `low`/`high` are equal unless a range or bound was said; `None` is an open end. `unit` is an ISO 4217 code,
    `percent`, `percentage_point`, `basis_point`, `multiple` or `count`; percent values are in points (12 for 12%).
    `half_step` is half the last printed digit, scaled ("1.2bn" promises 0.05bn either way).
    `modifier`: about, over, under, nearly, at_least, at_most, or None.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: AmountKind
    half_step: Decimal
    modifier: str | None = None
    noun: str | None = None

    @property
    def value(self) -> Decimal | None:
        """The one value said, or None for a range or bound."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def value_interval(self) -> Interval:
        """Everything the speaker may have meant: the printed value(s) widened by the half-step."""
        low = None if self.low is None else self.low - self.half_step
        high = None if self.high is None else self.high + self.half_step
        return Interval(low=low, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Drawn):
    """An amount somebody stated about something. `start`/`end` and the amount's offsets are those of the document.

    `metric` is canonical or `other:<noun phrase>`, `surface` its words; `definition` parts measures of one metric;
    `period` as in `nlp.claims.periods`; `frame` joins claims of a statement; `restates` is the claim told in another
    currency. A sentence names the fields in `named`, its twin those in `filled`; weights overruled rules in `weighed`.
    """

    id: str
    document_id: str
    start: int
    end: int
    language: str
    amount: Amount
    metric: str
    surface: str = ""
    definition: str | None = None
    segment: str | None = None
    period: str | None = None
    compared_period: str | None = None
    comparator: str | None = None  # yoy, qoq, vs_plan
    role: ClaimRole = "level"
    direction: str | None = None  # up, down, of the quantity itself
    basis: str | None = None  # gaap, non_gaap
    modality: Modality = "reported"
    attribution: str | None = None
    speaker: str | None = None
    turn_id: str | None = None
    paragraph_id: str | None = None
    sentence_id: str | None = None
    frame: str | None = None
    part_of: str | None = None
    restates: str | None = None
    twins: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    weighed: tuple[str, ...] = ()  # also `unit` (of a bare number) and `year` (a period of another year alone)
    by: str = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A value that would make the relation hold, as text for the document, and what it leaves unexplained."""

    value: Decimal
    text: str
    residual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Drawn):
    """What a check says of some claims, with its proof.

    `origin`: speaker (or speech recognition), translation, release, extraction, unknown; always a likelihood. `formula`
    is the arithmetic with numbers in, `fingerprint` stable under edits elsewhere, `accepted` what somebody decided.
    """

    code: str
    verdict: Verdict
    severity: Severity
    message: str
    origin: str | None = None
    formula: str = ""
    claims: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    fingerprint: str = ""
    accepted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A topic or sentiment of a sentence, turn or exchange. `score` in -1..1 for sentiment, 0..1 for topics."""

    target_id: str
    kind: str  # topic, sentiment
    label: str
    score: float
    by: str  # "lexicon", "model:<id>"
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many amounts of one document side were tied, and how. The five states add up to `amounts`."""

    document_id: str
    language: str
    amounts: int
    verified: int
    rounding: int
    exceptions: int
    not_comparable: int
    unchecked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that could not be read or analyzed: where and why, as a row."""

    name: str
    stage: str
    code: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made this analysis: version, options digest, models, and the digest of each input by name."""

    version: str
    options: str
    models: tuple[str, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    could_not_tie: str = ""  # the summary's first line


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """Everything `segment` finds in one document."""

    document: Document
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    turns: tuple[Turn, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Analysis(DrawnWhole):
    """The tables of one run; each is written by one stage and read by the later ones."""

    run: Run
    documents: tuple[Document, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    turns: tuple[Turn, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    comments: tuple[Comment, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    beads: tuple[Bead, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    tags: tuple[Tag, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    failures: tuple[Failure, ...] = field(default=())

    def frames(self) -> dict[str, pd.DataFrame]:
        """One DataFrame a table, by table name; columns as documented in `nlp.report.frames`."""
        from .report.frames import to_frames

        return to_frames(self)

    def to_json(self) -> str:
        """The JSON form; `from_json` gives the same Analysis back."""
        from .jsonl import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> Analysis:
        """Read what `to_json` wrote. Raises `BadInput` when it is not that."""
        from .jsonl import analysis_from_json

        return analysis_from_json(text)
