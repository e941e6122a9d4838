"""A document's paragraphs set out as a page: beads side by side, grouped by turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...records import Analysis, Document, Paragraph, Turn

_SHOWN_IN_HEADER = "speaker"  # the speaker line stands in the turn's header


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One paragraph bead: the left and the right column; an omitted side is empty. `score` is None without a bead."""

    left: tuple[Paragraph, ...] = ()
    right: tuple[Paragraph, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The rows of one turn; `turn` is None for what stands outside turns."""

    turn: Turn | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document (or a document and its translation) as groups of rows in one or two columns."""

    documents: tuple[Document, ...]
    groups: tuple[Group, ...]
    columns: tuple[str, ...]  # the languages of the columns


def lay_out(analysis: Analysis) -> tuple[Sheet, ...]:
    """The sheets of an analysis: first the call with its translation, then each other document alone.

    Every paragraph of every document stands on exactly one sheet, once.
    """
    paragraphs = _by_document(analysis)
    joined = _joined_to_first(analysis)
    groups_of = [joined, *([d] for d in analysis.documents if d not in joined)] if joined else []
    return tuple(_sheet(analysis, docs, paragraphs) for docs in groups_of)


def _by_document(analysis: Analysis) -> dict[str, list[Paragraph]]:
    found: dict[str, list[Paragraph]] = {row.id: [] for row in analysis.documents}
    for row in analysis.paragraphs:
        if row.document_id in found:
            found[row.document_id].append(row)
    for document in analysis.documents:
        rows = found[document.id]
        rows.sort(key=lambda row: (row.start, row.end))
        if not rows and document.text:
            rows.append(_whole(document))
    return found


def _whole(document: Document) -> Paragraph:
    language = "zh" if document.language == "zh" else "en"
    end = len(document.text)
    return Paragraph(id=document.id, document_id=document.id, start=0, end=end, language=language, kind="text")


def _joined_to_first(analysis: Analysis) -> list[Document]:
    """The first document and those whose paragraphs stand in a bead with its own: its translation."""
    if not analysis.documents:
        return []
    first = analysis.documents[0]
    home = {row.id: row.document_id for row in analysis.paragraphs}
    partners = {
        home[other]
        for bead in analysis.beads
        if bead.level == "paragraph"
        for other in (*bead.source, *bead.target)
        if other in home and any(home.get(row) == first.id for row in (*bead.source, *bead.target))
    }
    return [first, *(d for d in analysis.documents[1:] if d.id in partners)]


def _sheet(analysis: Analysis, documents: Sequence[Document], paragraphs: dict[str, list[Paragraph]]) -> Sheet:
    mine = {row.id: row for document in documents for row in paragraphs[document.id]}
    beads = _bead_rows(analysis, mine)
    columns = _columns(mine.values(), bool(beads))
    rows = list(_rows(documents, paragraphs, beads, columns))
    return Sheet(documents=tuple(documents), groups=tuple(_groups(analysis, rows)), columns=columns)


def _bead_rows(analysis: Analysis, mine: dict[str, Paragraph]) -> dict[str, Row]:
    """Paragraph id -> the row of its bead."""
    found: dict[str, Row] = {}
    for bead in analysis.beads:
        left = tuple(mine[row] for row in bead.source if row in mine and row not in found)
        right = tuple(mine[row] for row in bead.target if row in mine and row not in found)
        if bead.level == "paragraph" and left and right:
            row = Row(left=left, right=right, score=bead.score)
            found.update({paragraph.id: row for paragraph in (*left, *right)})
    return found


def _columns(paragraphs: Iterable[Paragraph], beaded: bool) -> tuple[str, ...]:
    languages = [row.language for row in paragraphs]
    if beaded:
        return ("en", "zh")
    return (max(sorted(set(languages)), key=languages.count),) if languages else ("en",)


def _rows(
    documents: Sequence[Document],
    paragraphs: dict[str, list[Paragraph]],
    beads: dict[str, Row],
    columns: tuple[str, ...],
) -> Iterator[Row]:
    """Rows in the first document's order; what a translation has between two beads stays between them."""
    queues = {document.id: paragraphs[document.id] for document in documents}
    at = dict.fromkeys(queues, 0)
    shown: set[str] = set()

    def single(row: Paragraph) -> Row:
        right = len(columns) == 2 and row.language == columns[1]
        return Row(right=(row,)) if right else Row(left=(row,))

    def before(target: Paragraph) -> Iterator[Row]:
        queue = queues[target.document_id]
        while at[target.document_id] < len(queue) and queue[at[target.document_id]].start < target.start:
            row = queue[at[target.document_id]]
            at[target.document_id] += 1
            if row.id not in shown and row.id not in beads:
                shown.add(row.id)
                yield single(row)

    for document in documents:
        for paragraph in queues[document.id]:
            if paragraph.id in shown:
                continue
            row = beads.get(paragraph.id)
            for other in row.right if row else ():
                if other.document_id != document.id:
                    yield from before(other)
            shown.update(p.id for p in (*row.left, *row.right)) if row else shown.add(paragraph.id)
            yield row or single(paragraph)


def _groups(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Group]:
    turn_of = {paragraph: turn for turn in analysis.turns for paragraph in turn.paragraphs}
    bag: list[Row] = []
    current: Turn | None = None
    for row in rows:
        if all(p.kind == _SHOWN_IN_HEADER for p in (*row.left, *row.right)):
            continue
        turn = next((turn_of[p.id] for p in (*row.left, *row.right) if p.id in turn_of), None)
        if turn is not current and bag:
            yield Group(turn=current, rows=tuple(bag))
            bag = []
        current = turn
        bag.append(row)
    if bag:
        yield Group(turn=current, rows=tuple(bag))
