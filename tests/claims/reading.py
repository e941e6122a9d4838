"""Claims of one paragraph, for tables of sentences."""

from __future__ import annotations

from nlp.claims.find import Source, find_claims
from nlp.claims.periods import PeriodContext
from nlp.claims.segments import learn_segments
from nlp.languages.tokenize import split_sentences
from nlp.records import Claim, Document, Paragraph, Sentence, Turn
from nlp.text import guess_language

REPORTED = "2024-Q2"


def claims_of(text: str, *, role: str = "executive", reported: str = REPORTED) -> tuple[Claim, ...]:
    """The claims of a text that stands alone in a document about the second quarter of 2024."""
    lang = guess_language(text)
    document = Document(id="d", name="d.txt", text=text, period=reported)
    paragraph = Paragraph(id="p", document_id="d", start=0, end=len(text), language=lang, kind="speech")
    sentences = tuple(
        Sentence(id=f"s{start}", document_id="d", paragraph_id="p", start=start, end=end, language=lang, turn_id="t")
        for start, end in split_sentences(text, lang)
    )
    turn = Turn(id="t", document_id="d", start=0, end=len(text), speaker="Ann Lee", label="Ann Lee", role=role)
    source = Source(document=document, paragraphs=(paragraph,), sentences=sentences, turns=(turn,))
    return find_claims(source, names=learn_segments([(text, lang)]), context=PeriodContext(reported=reported))


def told(text: str, *fields: str, role: str = "executive") -> list[tuple[object, ...]]:
    """Each claim as (words, *fields)."""
    return [(text[c.start : c.end], *(getattr(c, name) for name in fields)) for c in claims_of(text, role=role)]
