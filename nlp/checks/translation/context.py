"""The words around a claim, folded for matching, and the two sides of a bead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...languages.twin_cues import CUES, TwinCues
from ...records import Bead, Claim, Finding, Paragraph, Sentence, Span
from ...text import fold, simplify
from ..evidence import Evidence
from .compare import Said

_REACH = 240  # characters: a clause longer than this says nothing of an amount at its far end


@dataclass(frozen=True, slots=True)
class Context:
    """`before` and `after` reach to the clause's ends, `subject` back to the sentence's; all folded and simplified."""

    before: str
    words: str
    after: str
    subject: str = ""

    @property
    def clause(self) -> str:
        """The whole clause."""
        return self.before + self.words + self.after


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one bead, English first; `level` as the bead's."""

    bead: Bead
    english: tuple[Claim, ...]
    chinese: tuple[Claim, ...]


def words_of(claim: Claim, evidence: Evidence) -> str:
    """The claim as printed; empty when its document is not there."""
    document = evidence.document_by_id.get(claim.document_id)
    return document.text[max(0, claim.start) : max(0, claim.end)] if document else ""


def said_of(claim: Claim, evidence: Evidence) -> Said:
    """The claim's amount with its words."""
    return Said(claim.amount, words_of(claim, evidence))


def cues_of(claim: Claim) -> TwinCues:
    """The cues of the claim's language."""
    return CUES["zh" if claim.language == "zh" else "en"]


def folded(text: str) -> str:
    """Equal-length copy for matching both languages."""
    return simplify(fold(text))


def context_of(claim: Claim, evidence: Evidence) -> Context:
    """The clause around a claim."""
    document = evidence.document_by_id.get(claim.document_id)
    if document is None:
        return Context("", "", "")
    return _context(document.text, max(0, claim.start), max(0, claim.end), claim.language)


@lru_cache(maxsize=2048)  # several checks ask for the same claims
def _context(text: str, start: int, end: int, lang: str) -> Context:
    cues = CUES["zh" if lang == "zh" else "en"]
    before = folded(text[max(0, start - _REACH) : start])
    after = folded(text[end : end + _REACH])
    boundary = cues.clause
    ends = [0, *(found.end() for found in boundary.finditer(before))]
    # "grew fastest, by 8%": a clause that has hardly begun says nothing without the one before it.
    last = ends[-2] if len(ends) > 1 and len(before[ends[-1] :].strip()) <= 3 else ends[-1]
    following = boundary.search(after)
    opened = [0, *(found.end() for found in cues.sentence.finditer(before))][-1]
    rest = after[: following.start()] if following else after
    return Context(before[last:], folded(text[start:end]), rest, before[min(opened, last) :])


def span_of(row: Claim | Sentence | Paragraph) -> Span:
    """The place of a row."""
    return Span(document_id=row.document_id, start=row.start, end=row.end)


def twin_pairs(claims: Sequence[Claim], evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Each English claim with each of its Chinese twins, in the order of the English."""
    for claim in claims:
        if claim.language != "en":
            continue
        for twin_id in claim.twins:
            twin = evidence.claim_by_id.get(twin_id)
            if twin is not None and twin.language == "zh":
                yield claim, twin


def claims_by_row(claims: Iterable[Claim], rows: Sequence[Sentence] | Sequence[Paragraph]) -> dict[str, list[Claim]]:
    """Claims by the row (sentence or paragraph) whose span holds their start, in the order of the text."""
    starts: dict[str, tuple[list[int], list[Sentence | Paragraph]]] = {}
    either: list[Sentence | Paragraph] = list(rows)
    for row in sorted(either, key=lambda row: (row.document_id, row.start)):
        places, held = starts.setdefault(row.document_id, ([], []))
        places.append(row.start)
        held.append(row)
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.document_id, claim.start, claim.end)):
        places, held = starts.get(claim.document_id, ([], []))
        index = bisect_right(places, claim.start) - 1
        if index >= 0 and claim.start < held[index].end:
            found.setdefault(held[index].id, []).append(claim)
    return found


def groups_of(claims: Iterable[Claim], evidence: Evidence, level: str) -> tuple[Group, ...]:
    """The claims of every bead of a level that has both sides."""
    rows: Sequence[Sentence] | Sequence[Paragraph] = evidence.sentences if level == "sentence" else evidence.paragraphs
    by_row = claims_by_row(claims, rows)
    found = []
    for bead in evidence.beads:
        if bead.level == level and bead.source and bead.target:
            english = tuple(c for row in bead.source for c in by_row.get(row, ()) if c.language == "en")
            chinese = tuple(c for row in bead.target for c in by_row.get(row, ()) if c.language == "zh")
            found.append(Group(bead, english, chinese))
    return tuple(found)


def side_text(ids: Iterable[object], evidence: Evidence) -> str:
    """The text of one side of a bead, rows joined by newlines."""
    rows = (evidence.paragraph_by_id.get(str(i)) or evidence.sentence_by_id.get(str(i)) for i in ids)
    held = [row for row in rows if row is not None and row.document_id in evidence.document_by_id]
    return "\n".join(evidence.document_by_id[row.document_id].text[row.start : row.end] for row in held)


def finding(code: str, verdict: str, severity: str, message: str, **fields: object) -> Finding:
    """A finding of this family: its origin is the translation, as a likelihood, unless it supports."""
    origin = None if verdict in ("supported", "rounding") else "translation"
    return Finding(code=code, verdict=verdict, severity=severity, message=message, origin=origin, **fields)  # type: ignore[arg-type]


def shorten(text: str, limit: int = 60) -> str:
    """One line of at most `limit` characters."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
