"""A bare text, such as a statement or a quotation: every line is spoken, whatever it looks like."""

from __future__ import annotations

from ..languages.tokenize import split_sentences
from ..records import Document, Paragraph, Segments, Sentence
from ..text import IdMaker, guess_language, lines_with_offsets
from .kinds import describe


def segment_bare(document: Document) -> Segments:
    """One paragraph of kind `speech` for each line that is not blank, in the language of its script."""
    described = describe(document)
    new_paragraph, new_sentence = IdMaker("p", document.id), IdMaker("s", document.id)
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for start, end, line in lines_with_offsets(document.text):
        if not line.strip():
            continue
        lang, name = guess_language(line), new_paragraph(line)
        paragraphs.append(
            Paragraph(id=name, document_id=document.id, start=start, end=end, language=lang, kind="speech")
        )
        for first, last in split_sentences(line, lang):
            sentences.append(
                Sentence(
                    id=new_sentence(line[first:last]),
                    document_id=document.id,
                    paragraph_id=name,
                    start=start + first,
                    end=start + last,
                    language=lang,
                )
            )
    return Segments(document=described, paragraphs=tuple(paragraphs), sentences=tuple(sentences))
