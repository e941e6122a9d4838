"""`segment`: the order of the steps for each kind of document."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from ..encoders import Encoder
from ..records import Comment, Document, Exchange, Paragraph, Segments, Turn
from ..text import IdMaker, fold
from .kinds import describe_lines
from .letters import read_letter
from .lines import Line, read_lines
from .paragraphs import Style, find_style
from .releases import read_written
from .run_on import split_run_on
from .sentences import Sentences, find_sentences
from .tables import find_tables
from .transcripts import Transcript, read_transcript
from .turns import Layout, find_layout


@contextmanager
def without_collecting() -> Iterator[None]:
    """Rows refer to one another by ids and make no cycles: the collector would walk over them in vain, for a tenth of
    the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@without_collecting()
def segment(document: Document, *, encoder: Encoder | None = None, kind: str | None = None) -> Segments:
    """Paragraphs and sentences of any document; turns and exchanges of a transcript; comments of a letter.

    `Segments.document` is the document with kind, company and period filled. A document that is no transcript has no
    turns; callers that need them raise NotATranscript. With an `encoder` answers are linked to questions by what they
    mean, too, and not by words and order alone. `kind` is what the document was given as, where that is known.
    """
    folded = fold(document.text)
    lines = split_run_on(read_lines(folded))
    style = find_style(lines)
    layout = find_layout(document.text, lines, style)
    document = describe_lines(document, lines, layout, kind)
    if document.kind in ("release", "other") and not document.tables:
        document = replace(document, tables=find_tables(document.text))
    cuts = Sentences(document.text, folded)
    found, comments = _rows(document, lines, layout, style, cuts, encoder)
    turn_of = {paragraph: turn.id for turn in found.turns for paragraph in turn.paragraphs}
    return Segments(
        document=document,
        paragraphs=found.paragraphs,
        sentences=tuple(find_sentences(cuts, found.paragraphs, turn_of, IdMaker("s", document.id))),
        turns=found.turns,
        exchanges=found.exchanges,
        comments=comments,
    )


def _rows(
    document: Document, lines: Sequence[Line], layout: Layout, style: Style, cuts: Sentences, encoder: Encoder | None
) -> tuple[Transcript, tuple[Comment, ...]]:
    if document.kind == "transcript" and layout.headers:
        return read_transcript(document, lines, layout, style, cuts, encoder), ()
    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...] = ()
    if document.kind in ("letter", "response"):
        paragraphs, comments = read_letter(document, lines)
    else:
        paragraphs = read_written(document, lines)
    turns: tuple[Turn, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    return Transcript(paragraphs, turns, exchanges), comments
