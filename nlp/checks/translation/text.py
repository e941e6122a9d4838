"""T30 and T31: English left standing in the Chinese, and paragraphs that were not translated at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...languages.late import late
from ...records import Bead, Claim, Finding, Paragraph, Span
from ...text import count_han
from ..evidence import Evidence
from .context import finding, shorten, side_text, span_of
from .residue import Run, runs_of

_FEWEST_WORDS = 8
_REPEATED = 0.6  # of the run's word pairs must stand in the English: a name list or a product description does not
_LOWER = 0.4  # of its words in lower case: names and titles are not
_KINDS = frozenset({"speech", "text", "list_item"})
_WORD = late(r"[A-Za-z][A-Za-z'&-]*")


def check_text(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Untranslated runs of aligned paragraphs, and English paragraphs without Chinese. No claim is looked at."""
    beads = [bead for bead in evidence.beads if bead.level == "paragraph"]
    paired = sum(1 for bead in beads if bead.source and bead.target)
    alone = [bead for bead in beads if bead.source and not bead.target]
    for bead in beads:
        if bead.source and bead.target:
            yield from _of_pair(bead, evidence)
    if paired >= len(alone):  # else most of the document has no translation here: nothing was "left out"
        for bead in alone:
            yield from _left_out(bead, evidence)


def _of_pair(bead: Bead, evidence: Evidence) -> Iterator[Finding]:
    pairs = _word_pairs(side_text(bead.source, evidence))
    kept = {word.lower() for phrase in evidence.options.keep for word in _WORD.findall(phrase)}
    for row_id in bead.target:
        row = evidence.paragraph_by_id.get(str(row_id))
        if row is None or row.document_id not in evidence.document_by_id:
            continue
        text = evidence.document_by_id[row.document_id].text[row.start : row.end]
        runs = [run for run in runs_of(text) if _is_english(run, pairs) and not {*run.words} <= kept]
        if runs and sum(len(_letters(text[r.start : r.end])) for r in runs) >= 4 * count_han(text):
            yield _untranslated(row, text)
        else:
            yield from (_run_finding(row, run, text) for run in runs)


def _is_english(run: Run, pairs: set[tuple[str, str]]) -> bool:
    if len(run.words) < _FEWEST_WORDS or run.lower < _LOWER * len(run.words):
        return False
    mine = list(pairwise(run.words))
    return sum(pair in pairs for pair in mine) >= _REPEATED * len(mine)


def _word_pairs(text: str) -> set[tuple[str, str]]:
    words = [word.lower() for word in _WORD.findall(text)]
    return set(pairwise(words))


def _letters(text: str) -> list[str]:
    return [c for c in text if c.isascii() and c.isalpha()]


def _run_finding(row: Paragraph, run: Run, text: str) -> Finding:
    start, end = row.start + run.start, row.start + run.end
    message = f"{len(run.words)} English words stand untranslated in the Chinese: {shorten(text[run.start : run.end])}"
    spans = (Span(document_id=row.document_id, start=start, end=end),)
    return finding("T30", "contradicted", "warning", message, evidence=spans)


def _untranslated(row: Paragraph, text: str) -> Finding:
    message = f"the paragraph is left in English: {shorten(text)}"
    return finding("T31", "contradicted", "warning", message, evidence=(span_of(row),))


def _left_out(bead: Bead, evidence: Evidence) -> Iterator[Finding]:
    for row_id in bead.source:
        row = evidence.paragraph_by_id.get(str(row_id))
        if row is None or row.kind not in _KINDS or row.document_id not in evidence.document_by_id:
            continue
        text = evidence.document_by_id[row.document_id].text[row.start : row.end]
        run = [word for part in runs_of(text) for word in part.words]
        if row.language == "en" and len(run) >= _FEWEST_WORDS:
            message = f"no Chinese stands for this paragraph: {shorten(text)}"
            yield finding("T31", "contradicted", "warning", message, evidence=(span_of(row),))
