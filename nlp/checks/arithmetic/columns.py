"""Columns of changes in tables: whether each change follows from the two figures of its line.

A column that compares what it seems to compare does so in most of its lines; only then a line in which it does not is
wrong. All arithmetic is on the intervals of the prints. What a sign means beside losses and costs ("favourable") is not
the same on every page: there only sizes are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from ...amounts.intervals import growth, negate, scale_by, subtract
from ...languages.tables import UNSIGNED
from ...places import Cell, Table
from ...records import Claim, Document, Finding, Interval, Repair
from ..evidence import Evidence
from ..facts import magnitude, meant
from ..relations import Input, Relation, claim_input

_FACTOR = {"basis_point": 100}
_MARK = {"percent": "%", "percentage_point": " points", "basis_point": " bps"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A change in a column, with what it should follow from."""

    change: Claim
    relation: Relation

    @property
    def holds(self) -> bool:
        """Whether it does, or may by rounding."""
        return self.relation.verdict() != "disjoint"


def column_findings(evidence: Evidence) -> Iterator[Finding]:
    """A01 for a rate and A03 for a difference: one for every change of a table whose two figures are there."""
    for document in evidence.documents:
        claims = {claim.start: claim for claim in evidence.claims_of.get(document.id, ()) if claim.by == "rule:table"}
        for table in document.tables:
            for lines in _columns(evidence, document, table, claims):
                yield from _judge(evidence, lines)


def _columns(
    evidence: Evidence, document: Document, table: Table, claims: Mapping[int, Claim]
) -> Iterator[Sequence[_Line]]:
    """The judged lines of each column of changes, those of another comparison apart."""
    rows: dict[int, list[tuple[Cell, Claim]]] = {}
    for cell in table.cells:
        claim = next((claims[at] for at in range(cell.start, cell.end) if at in claims), None)
        if claim is not None:
            rows.setdefault(cell.row, []).append((cell, claim))
    found: dict[tuple[object, ...], list[_Line]] = {}
    for row in rows.values():
        for cell, claim in row:
            if claim.role == "change" and claim.definition != "constant currency":
                relation = _relation(evidence, claim, [other for _, other in row])
                if relation is not None:
                    key = (cell.column, claim.period, claim.compared_period)
                    found.setdefault(key, []).append(_Line(claim, relation))
    yield from found.values()


def _relation(evidence: Evidence, change: Claim, row: Sequence[Claim]) -> Relation | None:
    """The change as computed; of two currencies the one in which it fits."""
    levels = [claim for claim in row if claim.role != "change" and claim.period == change.period]
    bases = [claim for claim in row if claim.role != "change" and claim.period == change.compared_period]
    found = [
        relation
        for level in levels
        for base in bases
        if level.amount.unit == base.amount.unit and (relation := _between(evidence, change, level, base)) is not None
    ]
    return next((relation for relation in found if relation.verdict() != "disjoint"), found[0] if found else None)


def _between(evidence: Evidence, change: Claim, level: Claim, base: Claim) -> Relation | None:
    now, then = level.amount.low, base.amount.low
    if now is None or then is None or not then or (now < 0) != (then < 0):
        return None
    rate = change.amount.unit == "percent"
    if not rate and change.amount.kind not in ("points", level.amount.kind):
        return None
    bare = now < 0 or change.metric in UNSIGNED or change.metric.startswith("other:")
    inputs = tuple(claim_input(claim, evidence.said(claim), None if rate else meant(claim)) for claim in (level, base))
    factor = Decimal(_FACTOR.get(change.amount.unit, 1))
    said = _said(evidence, change, bare, _went_down(inputs))

    def difference(values: Sequence[Interval]) -> Interval:
        return scale_by(subtract(values[0], values[1]), factor)

    return Relation(
        code="A01" if rate else "A03", said=said, inputs=inputs if rate else _with_points(inputs),
        compute=_growth if rate else difference, template="{0} / {1} - 1" if rate else "{0} - {1}",
        unit=_MARK.get(change.amount.unit, ""),
    )  # fmt: skip


def _went_down(inputs: Sequence[Input]) -> bool:
    """Whether the figures themselves went down."""
    level, base = (part.interval for part in inputs)
    return (level.high or 0) < (base.high or 0)


def _said(evidence: Evidence, change: Claim, bare: bool, down: bool) -> Input:
    """The change as printed; where its sign says little, with the sign that the figures give it."""
    minus = down if bare else change.direction == "down"
    interval = magnitude(change)
    part = claim_input(change, evidence.said(change), negate(interval) if minus else interval)
    return replace(part, point=None)


def _with_points(inputs: Sequence[Input]) -> tuple[Input, ...]:
    """Inputs with their own signs, as a difference needs them."""
    return tuple(replace(part, point=part.claim.amount.low if part.claim is not None else None) for part in inputs)


def _growth(values: Sequence[Interval]) -> Interval:
    return growth(values[1], values[0])


def _judge(evidence: Evidence, lines: Sequence[_Line]) -> Iterator[Finding]:
    wrong = sum(1 for line in lines if not line.holds)
    proven = 2 * wrong < len(lines) - wrong or (wrong == 1 and len(lines) == 3)
    for line in lines:
        relation, ids = line.relation, tuple(claim.id for claim in line.relation.claims())
        if line.holds:
            equal = relation.verdict() == "equal"
            yield Finding(
                code=relation.code, verdict="supported" if equal else "rounding", severity="note", claims=ids,
                message="The change follows from the two figures of its line.", formula=relation.formula(),
            )  # fmt: skip
        elif proven:
            yield _wrong(evidence, line, ids)
        else:
            yield Finding(
                code=relation.code, verdict="not_comparable", severity="note", claims=ids[:1],
                message="The column compares otherwise than its heads say.", formula=relation.formula(),
            )  # fmt: skip


def _wrong(evidence: Evidence, line: _Line, ids: tuple[str, ...]) -> Finding:
    relation = line.relation
    return Finding(
        code=relation.code, verdict="contradicted", severity="error", origin="release", claims=ids,
        message="The change does not follow from the two figures of its line; in the other lines it does.",
        formula=relation.formula(), repairs=_repairs(line),
        evidence=tuple(evidence.span(claim) for claim in relation.claims()),
    )  # fmt: skip


def _repairs(line: _Line) -> tuple[Repair, ...]:
    """The change that the figures make, printed as finely as the one given."""
    computed, change = line.relation.computed(), line.change
    if computed.low is None or computed.high is None:
        return ()
    step = (2 * change.amount.half_step).normalize()
    value = ((computed.low + computed.high) / 2 / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    shown = f"{value:,f}{_MARK.get(change.amount.unit, f' {change.amount.unit}')}"
    return (Repair(value=value, text=shown, residual="none"),)
