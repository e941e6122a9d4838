"""The figures of annotated texts as the weights of `models/claims` see them, each with its gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..claims.scenes import Scene
from ..claims.segments import learn_segments
from ..claims.table_names import names_in_tables
from ..claims.weigh.views import View
from ..claims.weigh.weighing import Weighing
from ..pipeline import claims_of
from ..readers import read
from ..records import Amount, Claim, Document, Segments
from ..segment import segment
from .fit_readings import Case
from .gold import GoldClaim, find_calls, load_gold
from .passages import load_passages


def training_cases(language: str) -> list[Case]:
    """The figures of one language in all that may be learned from: dev passages and readings, and dev calls."""
    return [case for texts in (_passages("passages"), _passages("readings"), _calls()) for case in _of(texts, language)]


Texts = Iterator[tuple[str, list[Document], Sequence[GoldClaim]]]


def _passages(folder: str) -> Texts:
    for passage in load_passages("dev", folder):
        yield passage.id, [read(passage.text.encode("utf-8"), name=passage.id)], passage.claims


def _calls() -> Texts:
    for files in find_calls(split="dev"):
        documents = [read(path.read_bytes(), name=path.name) for path in files.documents]
        yield files.id, documents, load_gold(files.folder).claims


def _of(texts: Texts, language: str) -> Iterator[Case]:
    for company, documents, gold in texts:
        yield from find_cases(company, documents, gold, language)


def find_cases(company: str, documents: Sequence[Document], gold: Sequence[GoldClaim], language: str) -> list[Case]:
    """Every figure that the documents of a company state in a language, with what the rules make of it."""
    parts = [_told(segment(document)) for document in documents]
    views: list[View] = []
    claims_of(parts, weigh=Weighing(units=_as_ruled, claims=lambda view: _noted(view, views)))
    texts = [
        (part.document.text[row.start : row.end], row.language)
        for part in parts
        for row in part.paragraphs
        if row.kind not in ("speaker", "page", "address")
    ]
    names = learn_segments(texts, (name for part in parts for name in names_in_tables(part.document)))
    files = {part.document.id: part.document.name for part in parts}
    marked = {(row.file, row.start, row.end): row for row in gold}
    return [
        Case(
            company=company,
            view=view,
            at=at,
            gold=marked.get((files[row.document_id], row.start, row.end)),
            names=names,
        )
        for view in views
        if view.scene.rules.code == language
        for at, row in enumerate(view.rows)
        if row.restates is None
    ]


def _as_ruled(scene: Scene, ruled: Scene, last: Amount | None) -> Scene:
    return ruled


def _noted(view: View, views: list[View]) -> Sequence[Claim]:
    views.append(view)
    return view.rows


def _told(part: Segments) -> Segments:
    """A part whose claims are read: what is no release counts as a call."""
    known = part.document.kind in ("transcript", "release")
    return part if known else replace(part, document=replace(part.document, kind="transcript"))
