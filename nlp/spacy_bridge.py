"""Claims and findings for spaCy: spans of a Doc, and components for any pipeline.

    import spacy
    nlp = spacy.blank("en")
    nlp.add_pipe("tieout_claims")
    doc = nlp("Revenue rose 12.5% to $3.6 million.")
    doc.spans["claims"][0]._.claim.amount.low      # Decimal("12.5")
    displacy.render(doc, style="span", options={"spans_key": "claims"})

Both components are entry points (`spacy_factories`), so nothing needs importing. spaCy's tokens are wider than some
amounts (`RMB3.5-4.0bn` is one token): a span is widened to whole tokens, and `span._.claim` keeps the exact place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from .jsonl import from_plain, to_plain
from .pipeline import analyze, find_claims
from .records import Analysis, Claim, Finding

T = TypeVar("T")
_KEYS = {"claims": "tieout_claims", "findings": "tieout_findings"}  # under doc.user_data, as plain JSON


def to_doc(analysis: Analysis, number: int = 0, *, vocab: Any = None) -> Doc:
    """A document of an analysis as a spaCy Doc, with `doc.spans["claims"]` and `doc.spans["findings"]`.

    Tokens are those of spaCy's blank pipeline for the document's language; `vocab` shares one between Docs. Raises
    IndexError where the analysis has no such document.
    """
    document = analysis.documents[number]
    blank = spacy.blank("zh" if document.language == "zh" else "en", vocab=vocab or True)
    blank.max_length = max(blank.max_length, len(document.text) + 1)
    doc = blank.make_doc(document.text)
    claims = [row for row in analysis.claims if row.document_id == document.id]
    put_claims(doc, claims)
    put_findings(doc, analysis.findings, claims)
    return doc


def put_claims(doc: Doc, claims: Iterable[Claim]) -> Doc:
    """`doc.spans["claims"]`, one span a claim, labelled with its metric; the offsets are those of `doc.text`."""
    rows = list(claims)
    doc.user_data[_KEYS["claims"]] = [to_plain(row) for row in rows]
    found = [(row.start, row.end, row.metric.removeprefix("other:"), row.id) for row in rows]
    doc.spans["claims"] = _group(doc, "claims", found)
    return doc


def put_findings(doc: Doc, findings: Iterable[Finding], claims: Iterable[Claim]) -> Doc:
    """`doc.spans["findings"]`, a span for each claim a finding names first, labelled `CODE verdict`."""
    by_id = {claim.id: claim for claim in claims}
    rows = [row for row in findings if row.claims and row.claims[0] in by_id]
    doc.user_data[_KEYS["findings"]] = [to_plain(row) for row in rows]
    places = [by_id[row.claims[0]] for row in rows]
    found = [
        (place.start, place.end, f"{row.code} {row.verdict}", row.fingerprint)
        for row, place in zip(rows, places, strict=True)
    ]
    doc.spans["findings"] = _group(doc, "findings", found)
    return doc


def _group(doc: Doc, name: str, found: Sequence[tuple[int, int, str, str]]) -> SpanGroup:
    spans = [
        doc.char_span(start, end, label=label, span_id=span_id, alignment_mode="expand")
        for start, end, label, span_id in found
    ]
    return SpanGroup(doc, name=name, spans=[span for span in spans if span is not None])


@Language.factory("tieout_claims", default_config={"lang": None}, assigns=["doc.spans"])
def make_claims(nlp: Language, name: str, lang: str | None) -> Callable[[Doc], Doc]:
    """The component `tieout_claims`; `lang` (en or zh) is guessed from each text where it is not set."""

    def tieout_claims(doc: Doc) -> Doc:
        return put_claims(doc, find_claims(doc.text, lang) if doc.text.strip() else ())

    return tieout_claims


@Language.factory("tieout_findings", assigns=["doc.spans"])
def make_findings(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component `tieout_findings`: the text checked against itself, claims included."""

    def tieout_findings(doc: Doc) -> Doc:
        if not doc.text.strip():
            return put_findings(put_claims(doc, ()), (), ())
        analysis = analyze(doc.text)
        if analysis.documents[0].text != doc.text:
            raise ValueError("the text was changed by reading it; its offsets would not fit the Doc")
        return put_findings(put_claims(doc, analysis.claims), analysis.findings, analysis.claims)

    return tieout_findings


def _claim(span: Span) -> Claim | None:
    """The claim of a span of `doc.spans["claims"]`."""
    return _look_up(Claim, span, "claims", "id")


def _finding(span: Span) -> Finding | None:
    """The finding of a span of `doc.spans["findings"]`."""
    return _look_up(Finding, span, "findings", "fingerprint")


def _look_up(kind: type[T], span: Span, key: str, name: str) -> T | None:
    rows = span.doc.user_data.get(_KEYS[key], ())
    return next((from_plain(kind, row) for row in rows if row[name] == span.id_), None)


Span.set_extension("claim", getter=_claim, force=True)
Span.set_extension("finding", getter=_finding, force=True)
