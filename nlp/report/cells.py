"""How rows draw themselves in a notebook: small tables, escaped, no script, at most some tens of kilobytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from ..records import Analysis, Bead, Claim, Exchange, Finding
from .labels import SEVERITY_LABELS, VERDICT_LABELS, is_exception, one_line, visible
from .summary import headline
from .view import View

_MOST_FINDINGS = 20
_MOST_TEXT = 300
_CELL = Markup('style="text-align:left;vertical-align:top"')
_COUNTS = ("amounts", "verified", "rounding", "exceptions", "not_comparable", "unchecked")


def to_cell(row: Any) -> str:
    """The HTML a notebook shows for an Analysis, Finding, Claim, Bead or Exchange."""
    if isinstance(row, Analysis):
        return str(_analysis(row))
    if isinstance(row, Finding):
        return str(_finding(row))
    told = _claim(row) if isinstance(row, Claim) else _exchange(row) if isinstance(row, Exchange) else _fields(row)
    return str(_pairs(type(row).__name__, told))


def _analysis(analysis: Analysis) -> Markup:
    view = View(analysis)
    first = next(iter(analysis.documents), None)
    title = " · ".join(filter(None, [first.company or first.name, first.period])) if first else "no document"
    shown = view.exceptions[:_MOST_FINDINGS]
    parts = [
        Markup("<div lang='en'><p><strong>{}</strong><br>{}</p>").format(visible(title), headline(view)),
        _table(("document", "side", *_COUNTS), _coverage(view)),
        Markup("<p>{}</p>").format(view.counts_text()),
    ]
    if shown:
        rows = [
            (
                _mark(f),
                f.code,
                one_line(view.quote(p), 80) if (p := view.head(f)) else "",
                one_line(f.message, _MOST_TEXT),
            )
            for f in shown
        ]
        parts.append(_table(("", "code", "words", "what was found"), rows))
    if len(view.exceptions) > len(shown):
        parts.append(Markup("<p>showing {} of {}</p>").format(len(shown), len(view.exceptions)))
    return Markup("").join([*parts, Markup("</div>")])


def _coverage(view: View) -> Iterable[Sequence[Any]]:
    for row in view.analysis.coverage[:_MOST_FINDINGS]:
        document = view.documents.get(row.document_id)
        name = visible(document.name if document else row.document_id)
        yield (name, row.language, *(getattr(row, count) for count in _COUNTS))


def _mark(finding: Finding) -> str:
    label = SEVERITY_LABELS[finding.severity] if is_exception(finding) else VERDICT_LABELS[finding.verdict]
    return f"{label.icon} {label.word}"


def _finding(finding: Finding) -> Markup:
    rows: list[tuple[str, Any]] = [
        (
            "verdict",
            f"{VERDICT_LABELS[finding.verdict].icon} {VERDICT_LABELS[finding.verdict].word}, {finding.severity}",
        ),
        ("found", finding.message),
        ("arithmetic", finding.formula),
        ("likely origin", finding.origin),
        *(("would hold as", f"{repair.text}; leaving {repair.residual}") for repair in finding.repairs),
        ("claims", len(finding.claims)),
        ("decided", finding.accepted),
        ("fingerprint", finding.fingerprint),
    ]
    return _pairs(f"Finding {finding.code}", rows)


def _claim(claim: Claim) -> list[tuple[str, Any]]:
    amount = claim.amount
    interval = amount.value_interval
    ends = [_number(end) for end in (interval.low, interval.high)]
    value = _number(amount.low) if amount.value is not None else f"{_number(amount.low)} to {_number(amount.high)}"
    return [
        ("value", f"{value} {amount.unit}"),
        ("as printed it may be", f"{ends[0]} … {ends[1]}"),
        ("metric", claim.metric),
        *(
            (name, getattr(claim, name))
            for name in ("definition", "segment", "period", "role", "comparator", "direction")
        ),
        *((name, getattr(claim, name)) for name in ("basis", "modality", "attribution", "speaker")),
        ("place", f"{claim.start}:{claim.end}, {claim.language}"),
        ("id", claim.id),
    ]


def _exchange(exchange: Exchange) -> list[tuple[str, Any]]:
    parts = [part for pair in exchange.pairs for part in pair.parts]
    told = [
        f"{part.status.replace('_', ' ')}" + (f" (missing: {'; '.join(part.missing)})" if part.missing else "")
        for part in parts
    ]
    return [
        ("analyst", exchange.analyst),
        ("firm", exchange.firm),
        *((f"part {n}", text) for n, text in enumerate(told, 1)),
    ]


def _fields(row: Bead) -> list[tuple[str, Any]]:
    values = [(field.name, getattr(row, field.name)) for field in fields(row)]
    return [(name, ", ".join(map(str, value)) if isinstance(value, tuple) else value) for name, value in values]


def _number(value: Decimal | None) -> str:
    return "open" if value is None else f"{value.normalize():,f}"


def _pairs(title: str, rows: Iterable[tuple[str, Any]]) -> Markup:
    told = [row for row in rows if row[1] not in (None, "")]
    return Markup("<div lang='en'><strong>{}</strong>{}</div>").format(title, _table((), told))


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Markup:
    cells = Markup("").join(Markup("<th scope='col' {}>{}</th>").format(_CELL, name) for name in head)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(Markup("<td {}>{}</td>").format(_CELL, _cell(value)) for value in row)
        )
        for row in rows
    )
    return Markup("<table>{}<tbody>{}</tbody></table>").format(
        Markup("<thead><tr>{}</tr></thead>").format(cells) if head else "", body
    )


def _cell(value: Any) -> Markup:
    return escape(one_line(str(value), _MOST_TEXT))
