"""Sentences of the paragraphs that have any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..languages.tokenize import split_sentences
from ..records import Paragraph, Sentence
from ..text import IdMaker, simplify

Range = tuple[int, int]

_SPOKEN = ("speech", "text", "list_item", "footnote", "notice")


class Sentences:
    """The sentences of a document's paragraphs, the same words split once; `folded` is the folded copy of `text`."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self._known: dict[tuple[str, str], list[Range]] = {}

    def of(self, paragraph: Paragraph) -> list[Range]:
        """Where the paragraph's sentences stand in the document."""
        start, language = paragraph.start, paragraph.language
        words = (self.text if language == "zh" else self.folded)[start : paragraph.end]
        cuts = self._known.get((words, language))
        if cuts is None:
            cuts = self._known[words, language] = split_sentences(words, language)
        return [(start + left, start + right) for left, right in cuts]

    def plain(self, start: int, end: int, lang: str) -> str:
        """The folded copy of a place, Chinese in simplified characters: what the rules of a language are matched on."""
        words = self.folded[start:end]
        return simplify(words) if lang == "zh" else words


def find_sentences(
    sentences: Sentences, paragraphs: Iterable[Paragraph], turn_of: Mapping[str, str], new_id: IdMaker
) -> list[Sentence]:
    """Sentences in the order of the text; `turn_of` maps a paragraph's id to its turn's, `new_id` gives those of a
    document.
    """
    out: list[Sentence] = []
    text = sentences.text
    for paragraph in paragraphs:
        if paragraph.kind not in _SPOKEN:
            continue
        document_id, name, language = paragraph.document_id, paragraph.id, paragraph.language
        turn_id = turn_of.get(name)
        for start, end in sentences.of(paragraph):
            out.append(
                Sentence(
                    id=new_id(text[start:end]),
                    document_id=document_id,
                    paragraph_id=name,
                    start=start,
                    end=end,
                    language=language,
                    turn_id=turn_id,
                )
            )
    return out
