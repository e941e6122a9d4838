"""Sentences of the paragraphs that have any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..languages.tokenize import split_sentences
from ..records import Paragraph, Sentence
from ..text import IdMaker

_SPOKEN = ("speech", "text", "list_item", "footnote", "notice")


def find_sentences(
    text: str, paragraphs: Iterable[Paragraph], turn_of: Mapping[str, str], new_id: IdMaker
) -> list[Sentence]:
    """Sentences in the order of the text; `turn_of` maps a paragraph's id to its turn's."""
    out: list[Sentence] = []
    for paragraph in paragraphs:
        if paragraph.kind not in _SPOKEN:
            continue
        piece = text[paragraph.start : paragraph.end]
        for start, end in split_sentences(piece, paragraph.language):
            out.append(
                Sentence(
                    id=new_id(paragraph.document_id, piece[start:end]),
                    document_id=paragraph.document_id,
                    paragraph_id=paragraph.id,
                    start=paragraph.start + start,
                    end=paragraph.start + end,
                    language=paragraph.language,
                    turn_id=turn_of.get(paragraph.id),
                )
            )
    return out
