"""Aligns documents: one bilingual file, two files, and the sentences inside each pair of paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..encoders.protocol import Encoder
from ..records import Bead, Document, Paragraph, Sentence
from .beads import Window, align_ordered, align_sides, read_sides, to_beads
from .layout import Layout

NOT_ALIGNED = frozenset({"speaker", "page", "table", "address", "advert"})
"""Paragraph kinds that carry no translated content, or repeat: speaker lines stand twice in a bilingual file."""


def align_interleaved(
    document: Document,
    paragraphs: Sequence[Paragraph],
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
    encoder: Encoder | None = None,
) -> tuple[Bead, ...]:
    """Beads of one file in which each paragraph is followed (or preceded) by its translation.

    That a paragraph stands next to another counts as evidence and no more: one that is missing or added leaves a bead
    with an empty side and shifts nothing. Paragraphs come in file order; those of other languages or of a kind in
    `NOT_ALIGNED` are left out. Beads are of level `paragraph`, with paragraph ids.
    """
    placed = list(_positions(paragraphs))
    source = [(paragraph, place) for paragraph, place in placed if paragraph.language == source_lang]
    target = [(paragraph, place) for paragraph, place in placed if paragraph.language == target_lang]
    texts = [[document.text[p.start : p.end] for p, _ in side] for side in (source, target)]
    sides = read_sides(*texts, source_lang=source_lang, target_lang=target_lang, encoder=encoder)
    sides = replace(sides, layout=Layout([place for _, place in source], [place for _, place in target]))
    steps, _ = align_sides(sides)
    names = [p.id for p, _ in source], [p.id for p, _ in target]
    return to_beads("paragraph", steps, *names, encoded=encoder is not None, order="kept")


def align_two(
    source: tuple[Document, Sequence[Paragraph]],
    target: tuple[Document, Sequence[Paragraph]],
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
    encoder: Encoder | None = None,
) -> tuple[Bead, ...]:
    """Beads of two files, each with its paragraphs in file order; level `paragraph`, with paragraph ids.

    All paragraphs but those of a kind in `NOT_ALIGNED` take part, whatever their language: a passage left untranslated
    still has its place. Files that are plainly in different order are aligned order-free, which `order` of the beads
    says.
    """
    ours, theirs = ([p for p in paragraphs if p.kind not in NOT_ALIGNED] for _, paragraphs in (source, target))
    texts = [source[0].text[p.start : p.end] for p in ours], [target[0].text[p.start : p.end] for p in theirs]
    sides = read_sides(*texts, source_lang=source_lang, target_lang=target_lang, encoder=encoder)
    steps, order = align_ordered(sides, "auto")
    names = [p.id for p in ours], [p.id for p in theirs]
    return to_beads("paragraph", steps, *names, encoded=encoder is not None, order=order)


def align_sentences(
    documents: Iterable[Document],
    beads: Sequence[Bead],
    sentences: Sequence[Sentence],
    *,
    source_lang: str = "en",
    target_lang: str = "zh",
    encoder: Encoder | None = None,
) -> tuple[Bead, ...]:
    """Beads of sentences inside each paragraph bead; level `sentence`, with sentence ids.

    `documents` are those the sentences stand in; `beads` are of level `paragraph`, in order. Rarity of words and the
    price of no counterpart are those of all sentences together; no sentence leaves its paragraph's bead.
    """
    texts = {document.id: document.text for document in documents}
    of_paragraph: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        of_paragraph[sentence.paragraph_id].append(sentence)
    sources: list[Sentence] = []
    targets: list[Sentence] = []
    windows = []
    for bead in beads:
        corner = len(sources), len(targets)
        sources.extend(sentence for paragraph in bead.source for sentence in of_paragraph[paragraph])
        targets.extend(sentence for paragraph in bead.target for sentence in of_paragraph[paragraph])
        windows.append(Window(*corner, len(sources) - corner[0], len(targets) - corner[1]))
    said = [[texts[s.document_id][s.start : s.end] for s in side] for side in (sources, targets)]
    sides = read_sides(*said, source_lang=source_lang, target_lang=target_lang, encoder=encoder)
    steps, _ = align_sides(sides, windows)
    names = [s.id for s in sources], [s.id for s in targets]
    return to_beads("sentence", steps, *names, encoded=encoder is not None, order="kept")


def _positions(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int]]:
    """Paragraphs that are aligned, numbered so that neighbours differ by 1; a speaker line between breaks the run."""
    place = 0
    for paragraph in paragraphs:
        place += 1 if paragraph.kind not in NOT_ALIGNED or paragraph.kind == "speaker" else 0
        if paragraph.kind not in NOT_ALIGNED:
            yield paragraph, place
