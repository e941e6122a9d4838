"""An analysis as DataFrames: one a table, fixed columns and types, also when a table is empty.

Text is `string`, whole numbers `Int64`, scores `Float64`, yes/no `boolean`; values are exact decimals as text, because
a float would round them. Lists of ids are joined by one blank. Rows keep the analysis' order. Join on `*_id` columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..records import Analysis, Claim, Document, Exchange, Finding, Part

if TYPE_CHECKING:
    import pandas as pd

TEXT, WHOLE, SCORE, YES = "string", "Int64", "Float64", "boolean"
_PLACE = {"document_id": TEXT, "start": WHOLE, "end": WHOLE}

COLUMNS: dict[str, dict[str, str]] = {
    "run": {"version": TEXT, "options": TEXT, "models": TEXT, "could_not_tie": TEXT},
    "documents": {
        "document_id": TEXT, "name": TEXT, "kind": TEXT, "language": TEXT, "script": TEXT, "company": TEXT,
        "period": TEXT, "published": TEXT, "encoding": TEXT, "encoding_confidence": SCORE, "digest": TEXT,
        "characters": WHOLE,
    },
    "paragraphs": {
        "paragraph_id": TEXT, **_PLACE, "language": TEXT, "kind": TEXT, "on_behalf_of": TEXT, "page": WHOLE,
        "text": TEXT,
    },
    "turns": {
        "turn_id": TEXT, **_PLACE, "speaker": TEXT, "label": TEXT, "role": TEXT, "title": TEXT, "firm": TEXT,
        "section": TEXT, "foreign_only": YES, "paragraph_ids": TEXT, "text": TEXT,
    },
    "exchanges": {"exchange_id": TEXT, "document_id": TEXT, "analyst": TEXT, "firm": TEXT, "turn_ids": TEXT},
    "parts": {
        "exchange_id": TEXT, "pair": WHOLE, "part": WHOLE, **_PLACE, "status": TEXT, "missing": TEXT, "answers": WHOLE,
        "question_turn_ids": TEXT, "answer_turn_ids": TEXT, "text": TEXT,
    },
    "comments": {
        "comment_id": TEXT, **_PLACE, "number": WHOLE, "heading": TEXT, "page": WHOLE, "refers_to_page": TEXT,
        "requests": WHOLE,
    },
    "sentences": {
        "sentence_id": TEXT, **_PLACE, "paragraph_id": TEXT, "turn_id": TEXT, "language": TEXT, "text": TEXT,
    },
    "beads": {"bead_id": TEXT, "level": TEXT, "source_ids": TEXT, "target_ids": TEXT, "score": SCORE},
    "claims": {
        "claim_id": TEXT, **_PLACE, "text": TEXT, "language": TEXT, "metric": TEXT, "surface": TEXT, "definition": TEXT,
        "segment": TEXT, "period": TEXT, "compared_period": TEXT, "comparator": TEXT, "role": TEXT, "direction": TEXT,
        "basis": TEXT, "modality": TEXT, "attribution": TEXT, "speaker": TEXT, "on_behalf_of": TEXT,
        "low": TEXT, "high": TEXT, "unit": TEXT, "kind": TEXT, "half_step": TEXT, "modifier": TEXT, "noun": TEXT,
        "turn_id": TEXT, "paragraph_id": TEXT, "sentence_id": TEXT, "frame": TEXT, "restates": TEXT, "part_of": TEXT,
        "twin_ids": TEXT, "named": TEXT, "filled": TEXT, "weighed": TEXT, "by": TEXT,
    },
    "findings": {
        "finding": WHOLE, "fingerprint": TEXT, "code": TEXT, "verdict": TEXT, "severity": TEXT, "origin": TEXT,
        "message": TEXT, "formula": TEXT, "claim_ids": TEXT, "evidence": WHOLE, "repairs": WHOLE, "accepted": TEXT,
    },
    "evidence": {"finding": WHOLE, "fingerprint": TEXT, **_PLACE, "text": TEXT},
    "repairs": {"finding": WHOLE, "fingerprint": TEXT, "rank": WHOLE, "value": TEXT, "text": TEXT, "residual": TEXT},
    "tags": {"target_id": TEXT, "kind": TEXT, "label": TEXT, "score": SCORE, "by": TEXT, "words": TEXT},
    "coverage": {
        "document_id": TEXT, "language": TEXT, "amounts": WHOLE, "verified": WHOLE, "rounding": WHOLE,
        "exceptions": WHOLE, "not_comparable": WHOLE, "unchecked": WHOLE,
    },
    "failures": {"name": TEXT, "stage": TEXT, "code": TEXT, "why": TEXT},
}  # fmt: skip
_Row = dict[str, Any]


def to_frames(analysis: Analysis) -> dict[str, pd.DataFrame]:
    """One DataFrame a table of `COLUMNS`, by name."""
    import pandas as pd

    frames = {}
    for table, rows in to_rows(analysis).items():
        columns = COLUMNS[table]
        frames[table] = pd.DataFrame(
            {name: pd.Series([_whole(row[name]) for row in rows], dtype=kind) for name, kind in columns.items()}
        )
    return frames


def to_rows(analysis: Analysis) -> dict[str, list[_Row]]:
    """The rows of each table of `COLUMNS` as plain values by column; what every tabular form is made of."""
    texts = {document.id: document.text for document in analysis.documents}
    return {table: list(_rows(table, analysis, texts)) for table in COLUMNS}


def _whole(value: Any) -> Any:
    """Text without lone surrogates, which no UTF-8 table can hold."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode()
    return value


def _rows(table: str, analysis: Analysis, texts: dict[str, str]) -> Iterator[_Row]:
    special = _SPECIAL.get(table)
    if special is not None:
        yield from special(analysis, texts)
        return
    records: Iterable[Any] = getattr(analysis, table)
    id_column = f"{table.removesuffix('s')}_id"
    for record in records:
        yield {name: _cell(record, name, id_column, texts) for name in COLUMNS[table]}


def _cell(record: Any, name: str, id_column: str, texts: dict[str, str]) -> Any:
    if name == id_column and hasattr(record, "id"):
        return record.id
    if name == "text" and hasattr(record, "start"):
        return texts.get(record.document_id, "")[record.start : record.end]
    if name.endswith("_ids"):
        return _joined(getattr(record, _PLURALS[name]))
    value = getattr(record, name)
    if isinstance(value, tuple):
        return len(value) if name == "requests" else _joined(value)
    return value


_PLURALS = {"paragraph_ids": "paragraphs", "turn_ids": "turns", "source_ids": "source", "target_ids": "target"}


def _joined(values: Iterable[Any]) -> str:
    return " ".join(str(value) for value in values)


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _run_rows(analysis: Analysis, _texts: dict[str, str]) -> Iterator[_Row]:
    run = analysis.run
    yield {
        "version": run.version,
        "options": run.options,
        "models": _joined(run.models),
        "could_not_tie": run.could_not_tie,
    }


def _document_rows(analysis: Analysis, _texts: dict[str, str]) -> Iterator[_Row]:
    own = [name for name in COLUMNS["documents"] if name not in ("document_id", "characters")]
    document: Document
    for document in analysis.documents:
        yield {
            "document_id": document.id,
            "characters": len(document.text),
            **{name: getattr(document, name) for name in own},
        }


def _claim_rows(analysis: Analysis, texts: dict[str, str]) -> Iterator[_Row]:
    exact = ("low", "high", "half_step")
    plain = ("unit", "kind", "modifier", "noun")
    special = {"claim_id", "text", "twin_ids", "named", "filled", "weighed", "on_behalf_of", *exact, *plain}
    behalf = {row.id: row.on_behalf_of for row in analysis.paragraphs}
    own = [name for name in COLUMNS["claims"] if name not in special]
    claim: Claim
    for claim in analysis.claims:
        yield {
            "claim_id": claim.id,
            "text": texts.get(claim.document_id, "")[claim.start : claim.end],
            "twin_ids": _joined(claim.twins),
            "named": _joined(claim.named),
            "filled": _joined(claim.filled),
            "weighed": _joined(claim.weighed),
            "on_behalf_of": behalf.get(claim.paragraph_id or ""),
            **{name: _decimal(getattr(claim.amount, name)) for name in exact},
            **{name: getattr(claim.amount, name) for name in plain},
            **{name: getattr(claim, name) for name in own},
        }


def _part_rows(analysis: Analysis, texts: dict[str, str]) -> Iterator[_Row]:
    exchange: Exchange
    for exchange in analysis.exchanges:
        for pair_number, pair in enumerate(exchange.pairs, 1):
            turns = {
                "question_turn_ids": _joined(pair.question_turns),
                "answer_turn_ids": _joined(pair.answer_turns),
            }
            part: Part
            for number, part in enumerate(pair.parts, 1):
                yield {
                    "exchange_id": exchange.id,
                    "pair": pair_number,
                    "part": number,
                    "document_id": part.document_id,
                    "start": part.start,
                    "end": part.end,
                    "status": part.status,
                    "missing": "; ".join(part.missing),
                    "answers": len(part.answers),
                    "text": texts.get(part.document_id, "")[part.start : part.end],
                    **turns,
                }


def _finding_rows(analysis: Analysis, _texts: dict[str, str]) -> Iterator[_Row]:
    own = ("fingerprint", "code", "verdict", "severity", "origin", "message", "formula", "accepted")
    finding: Finding
    for number, finding in enumerate(analysis.findings):
        yield {
            "finding": number,
            "claim_ids": _joined(finding.claims),
            "evidence": len(finding.evidence),
            "repairs": len(finding.repairs),
            **{name: getattr(finding, name) for name in own},
        }


def _evidence_rows(analysis: Analysis, texts: dict[str, str]) -> Iterator[_Row]:
    for number, finding in enumerate(analysis.findings):
        for span in finding.evidence:
            yield {
                "finding": number,
                "fingerprint": finding.fingerprint,
                "document_id": span.document_id,
                "start": span.start,
                "end": span.end,
                "text": texts.get(span.document_id, "")[span.start : span.end],
            }


def _repair_rows(analysis: Analysis, _texts: dict[str, str]) -> Iterator[_Row]:
    for number, finding in enumerate(analysis.findings):
        for rank, repair in enumerate(finding.repairs, 1):
            yield {
                "finding": number,
                "fingerprint": finding.fingerprint,
                "rank": rank,
                "value": _decimal(repair.value),
                "text": repair.text,
                "residual": repair.residual,
            }


_SPECIAL: dict[str, Callable[[Analysis, dict[str, str]], Iterator[_Row]]] = {
    "run": _run_rows,
    "documents": _document_rows,
    "claims": _claim_rows,
    "parts": _part_rows,
    "findings": _finding_rows,
    "evidence": _evidence_rows,
    "repairs": _repair_rows,
}
