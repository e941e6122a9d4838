"""Rows for tests: every field has a value that will do, so a test names only what it is about.

`a_turn("Good morning.", speaker="Mara Lindqvist")`. Offsets default to the whole of the text given.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from nlp.records import (
    Amount,
    Analysis,
    Bead,
    Claim,
    Comment,
    Coverage,
    Document,
    Exchange,
    Finding,
    Interval,
    Paragraph,
    Run,
    Sentence,
    Span,
    Tag,
    Turn,
)

DOCUMENT_ID = "d-test"


def a_document(text: str = "Revenue was USD 31.7 million.", **fields: Any) -> Document:
    """A document of this text."""
    return Document(**{"id": DOCUMENT_ID, "name": "test.txt", "text": text, **fields})


def a_span(start: int = 0, end: int = 1, **fields: Any) -> Span:
    """A place in the test document."""
    return Span(**{"document_id": DOCUMENT_ID, "start": start, "end": end, **fields})


def a_paragraph(text: str = "Revenue grew.", **fields: Any) -> Paragraph:
    """A paragraph that begins the test document and is as long as `text`."""
    known = {"id": "p-1", "document_id": DOCUMENT_ID, "start": 0, "language": "en", "kind": "speech"}
    return Paragraph(**_placed(text, known | fields))


def a_sentence(text: str = "Revenue grew.", **fields: Any) -> Sentence:
    """A sentence that begins the test document and is as long as `text`."""
    known = {"id": "s-1", "document_id": DOCUMENT_ID, "paragraph_id": "p-1", "start": 0, "language": "en"}
    return Sentence(**_placed(text, known | fields))


def a_turn(text: str = "Good morning.", **fields: Any) -> Turn:
    """A turn that begins the test document and is as long as `text`."""
    known = {"id": "t-1", "document_id": DOCUMENT_ID, "start": 0, "speaker": "Mara Lindqvist", "role": "executive"}
    known |= {"label": fields.get("speaker", "Mara Lindqvist")}
    return Turn(**_placed(text, known | fields))


def an_exchange(**fields: Any) -> Exchange:
    """One analyst's block."""
    return Exchange(**{"id": "x-1", "document_id": DOCUMENT_ID, "analyst": "Tomas Reyes", **fields})


def a_comment(text: str = "1. Please explain.", **fields: Any) -> Comment:
    """A numbered comment of a letter."""
    known = {"id": "k-1", "document_id": DOCUMENT_ID, "number": 1, "heading": "Overview", "start": 0}
    return Comment(**_placed(text, known | fields))


def a_bead(source: tuple[Any, ...] = ("p-1",), target: tuple[Any, ...] = ("p-2",), **fields: Any) -> Bead:
    """An aligned pair of paragraphs."""
    return Bead(**{"id": "b-1", "level": "paragraph", "source": source, "target": target, "score": 1.0, **fields})


def an_interval(low: str | None = "0", high: str | None = "1", **fields: bool) -> Interval:
    """An interval from decimal texts; None is an open end."""
    return Interval(low=_decimal(low), high=_decimal(high), **fields)


def an_amount(value: str = "31.7", unit: str = "percent", **fields: Any) -> Amount:
    """One value; the half-step follows its last printed digit unless given. `low`/`high` (texts) make a range."""
    low, high = (_decimal(fields.pop(end, value)) for end in ("low", "high"))
    kinds = {"percent": "percent", "percentage_point": "points", "basis_point": "points", "count": "count"}
    kind = kinds.get(unit, "ratio" if unit == "multiple" else "money")
    step = Decimal(1).scaleb(int(Decimal(value).as_tuple().exponent)) / 2
    known = {"start": 0, "end": len(value), "unit": unit, "kind": kind, "half_step": step}
    return Amount(low=low, high=high, **{**known, **fields})


def a_claim(value: str = "31.7", unit: str = "percent", **fields: Any) -> Claim:
    """A claim about revenue of this value, at its amount's place."""
    amount = fields.pop("amount", None) or an_amount(value, unit)
    known = {"id": "c-1", "document_id": DOCUMENT_ID, "start": amount.start, "end": amount.end, "language": "en"}
    return Claim(**{**known, "amount": amount, "metric": "revenue", **fields})


def a_finding(verdict: str = "supported", **fields: Any) -> Finding:
    """A finding of this verdict; a contradiction is an error, all else a note."""
    severity = "error" if verdict == "contradicted" else "note"
    known = {"code": "A000", "verdict": verdict, "severity": severity, "message": "as printed", "fingerprint": "f-1"}
    return Finding(**{**known, **fields})


def a_tag(label: str = "positive", **fields: Any) -> Tag:
    """A sentiment tag of sentence s-1."""
    return Tag(**{"target_id": "s-1", "kind": "sentiment", "label": label, "score": 1.0, "by": "lexicon", **fields})


def a_coverage(**fields: Any) -> Coverage:
    """One amount, verified."""
    known = {"amounts": 1, "verified": 1, "rounding": 0, "exceptions": 0, "not_comparable": 0, "unchecked": 0}
    return Coverage(**{"document_id": DOCUMENT_ID, "language": "en", **known, **fields})


def an_analysis(**tables: Any) -> Analysis:
    """An analysis of the test document with these tables."""
    return Analysis(**{"run": Run(version="0", options="0"), "documents": (a_document(),), **tables})


def _placed(text: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"end": fields["start"] + len(text), **fields}


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
