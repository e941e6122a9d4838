"""The counts before the text: how much was tied, what is wrong and where it comes from, by speaker and by topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from ...records import Claim, Coverage
from ..labels import ORIGINS, SEVERITIES
from ..marks import NO_STATE
from ..view import View
from .shapes import CountRow, CoverageRow, Overview

COLUMNS = ("amounts", "supported", "rounding", "contradicted", "not_comparable", "unchecked")
_FIELDS = {"supported": "verified", "contradicted": "exceptions"}


def build_overview(view: View, turn_ids: Mapping[str, str]) -> Overview:
    """The tables; `turn_ids` gives the element of a turn."""
    return Overview(origins=_origins(view), speakers=_speakers(view, turn_ids), topics=_topics(view))


def coverage_rows(view: View) -> tuple[CoverageRow, ...]:
    """The coverage of each document and language, with the widths of its bar."""
    rows = []
    for row in view.analysis.coverage:
        document = view.documents.get(row.document_id)
        rows.append(CoverageRow(name=document.name if document else row.document_id, row=row, bars=_bars(row)))
    return tuple(rows)


def _bars(row: Coverage) -> tuple[tuple[str, float, float], ...]:
    bars, start = [], 0.0
    for verdict in COLUMNS[1:]:
        width = 100 * getattr(row, _FIELDS.get(verdict, verdict)) / max(row.amounts, 1)
        if width:
            bars.append((verdict, round(start, 2), round(width, 2)))
        start += width
    return tuple(bars)


def _origins(view: View) -> tuple[CountRow, ...]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in view.exceptions:
        found[finding.origin or "unknown"][finding.severity] += 1
    rows = []
    for origin in sorted(found, key=lambda name: (-sum(found[name].values()), name)):
        counts = tuple(found[origin][severity] for severity in SEVERITIES)
        key = f"page.o_{origin}" if origin in ORIGINS else ""
        rows.append(CountRow(name=origin, key=key, note="", href="", counts=(*counts, sum(counts))))
    return tuple(rows)


def _speakers(view: View, turn_ids: Mapping[str, str]) -> tuple[CountRow, ...]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    first: dict[str, Claim] = {}
    for claim in view.analysis.claims:
        if view.documents[claim.document_id].kind == "transcript":
            name = view.speaker(claim) or ""
            claims[name].append(claim)
            first.setdefault(name, claim)
    rows = []
    for name, said in claims.items():
        note = "page.through" if view.speaker(first[name]) != first[name].speaker and name else ""
        href = turn_ids.get(first[name].turn_id or "", "")
        key = "" if name else "page.none_given"
        rows.append(CountRow(name=name, key=key, note=note, href=href, counts=_counts(view, said)))
    return tuple(rows)


def _topics(view: View) -> tuple[CountRow, ...]:
    of_sentence: dict[str, list[str]] = defaultdict(list)
    for tag in view.analysis.tags:
        if tag.kind == "topic":
            of_sentence[tag.target_id].append(tag.label)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in view.analysis.claims:
        for label in of_sentence.get(claim.sentence_id or "", ()):
            claims[label].append(claim)
    rows = [
        CountRow(name=label, key=f"topic.{label}", note="", href="", counts=_counts(view, said))
        for label, said in claims.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.counts[0], row.name)))


def _counts(view: View, claims: Iterable[Claim]) -> tuple[int, ...]:
    verdicts = Counter(view.states.get(claim.id, NO_STATE).verdict for claim in claims)
    return (sum(verdicts.values()), *(verdicts[verdict] for verdict in COLUMNS[1:]))
