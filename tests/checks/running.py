"""Findings over short documents: a call and the releases beside it, as plain text."""

from __future__ import annotations

from nlp.checks import DEFAULT_CHECKS, Evidence, run_checks
from nlp.claims.find import Source, find_claims
from nlp.claims.periods import PeriodContext
from nlp.claims.segments import learn_segments
from nlp.languages.tokenize import split_sentences
from nlp.records import Claim, Document, Finding, Paragraph, Sentence
from nlp.text import guess_language


def evidence_of(
    call: str, release: str = "", *, call_period: str = "2024-Q2", release_period: str = "2024-Q2"
) -> Evidence:
    """A call and, if given, a release, one paragraph each, with their claims."""
    texts = [("call", "transcript", call, call_period)]
    texts += [("release", "release", release, release_period)] if release else []
    names = learn_segments([(text, guess_language(text)) for _, _, text, _ in texts])
    documents: list[Document] = []
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    claims: list[Claim] = []
    for name, kind, text, period in texts:
        lang = guess_language(text)
        document = Document(id=name, name=name, text=text, kind=kind, period=period)
        paragraph = Paragraph(id=f"{name}-p", document_id=name, start=0, end=len(text), language=lang, kind="speech")
        own = tuple(
            Sentence(id=f"{name}-{a}", document_id=name, paragraph_id=paragraph.id, start=a, end=b, language=lang)
            for a, b in split_sentences(text, lang)
        )
        source = Source(document=document, paragraphs=(paragraph,), sentences=own)
        claims += find_claims(source, names=names, context=PeriodContext(reported=period))
        documents.append(document)
        paragraphs.append(paragraph)
        sentences += own
    return Evidence(
        documents=tuple(documents), paragraphs=tuple(paragraphs), sentences=tuple(sentences), claims=tuple(claims)
    )


def findings_of(call: str, release: str = "", **periods: str) -> tuple[Finding, ...]:
    """All findings, the unchecked ones included."""
    return run_checks(evidence_of(call, release, **periods), DEFAULT_CHECKS)


def verdicts(call: str, release: str = "", **periods: str) -> dict[str, str]:
    """Code to verdict of the findings that judged something."""
    return {row.code: row.verdict for row in findings_of(call, release, **periods) if row.verdict != "unchecked"}
