"""A05 and A16 within one table: ratios of two of its lines, and columns that repeat one another.

What a line of per cents is of, no rule says: it is taken for the share of revenue that another line makes in all its
columns but one. A column repeats another where the other lines of one date have the same figures in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...amounts.cells import CellNumber, read_cell
from ...amounts.intervals import margin, overlaps, text
from ...places import Cell, Table
from ...records import Claim, Document, Finding, Interval, Repair, Span
from ..evidence import Evidence
from ..translation.compare import is_slip

_TELLING = 3  # digits that two figures hardly share by chance
_Figure = tuple[Cell, CellNumber]


@dataclass(frozen=True, slots=True)
class _Line:
    """The figures of a line of a table by column."""

    figures: Mapping[int, _Figure]

    def of(self, kind: str) -> dict[int, CellNumber]:
        """Its numbers of one kind."""
        return {column: number for column, (_, number) in self.figures.items() if number.kind == kind}


def line_findings(evidence: Evidence) -> Iterator[Finding]:
    """What the lines of the tables of all documents say of one another."""
    for document in evidence.documents:
        claims = {claim.start: claim for claim in evidence.claims_of.get(document.id, ()) if claim.by == "rule:table"}
        for table in document.tables:
            lines = list(_lines(document, table))
            yield from _ratios(document, lines, claims)
            yield from _repeated(document, lines, claims)


def _lines(document: Document, table: Table) -> Iterator[_Line]:
    rows: dict[int, dict[int, _Figure]] = {}
    for cell in table.cells:
        number = read_cell(document.text[cell.start : cell.end])
        if number is not None and not number.dash and cell.column > 0:
            rows.setdefault(cell.row, {})[cell.column] = (cell, number)
    yield from (_Line(figures) for _, figures in sorted(rows.items()))


def _ratios(document: Document, lines: Sequence[_Line], claims: Mapping[int, Claim]) -> Iterator[Finding]:
    """The rate of a line that does not follow from the two lines its others follow from."""
    wholes = [line for line in lines if _is_revenue(line, claims)]
    for line in lines:
        rates = line.of("percent")
        if len(rates) < 3 or len(rates) != len(line.figures):
            continue
        wrong = _explained(rates, lines, wholes)
        if wrong is not None:
            column, part, whole = wrong
            yield _of_ratio(document, line, column, part, whole, claims)


def _is_revenue(line: _Line, claims: Mapping[int, Claim]) -> bool:
    found = [claims.get(cell.start + number.start) for cell, number in line.figures.values()]
    return any(row is not None and row.metric == "revenue" and row.segment is None for row in found)


def _explained(
    rates: Mapping[int, CellNumber], lines: Sequence[_Line], wholes: Sequence[_Line]
) -> tuple[int, _Line, _Line] | None:
    """The one column in which a rate is not the ratio that it is in the others, by a slip; None where there is none."""
    found = []
    for whole in wholes:
        for part in lines:
            ratios = _quotients(part.of("plain"), whole.of("plain"), rates)
            if part is whole or len(ratios) != len(rates):
                continue
            bad = [column for column, ratio in ratios.items() if not overlaps(ratio, _interval(rates[column]))]
            if not bad:
                return None
            if len(bad) == 1:
                found.append((bad[0], part, whole, ratios[bad[0]]))
    slipped = [row for row in found if _slips_to(rates[row[0]], row[3]) is not None]
    return slipped[0][:3] if len(slipped) == 1 else None


def _quotients(
    part: Mapping[int, CellNumber], whole: Mapping[int, CellNumber], rates: Mapping[int, CellNumber]
) -> dict[int, Interval]:
    return {
        column: margin(_interval(part[column]), _interval(whole[column]))
        for column in rates
        if column in part and column in whole and whole[column].value > 0
    }


def _interval(number: CellNumber) -> Interval:
    return Interval(low=number.value - number.half_step, high=number.value + number.half_step)


def _slips_to(number: CellNumber, ratio: Interval) -> Decimal | None:
    """The rate as it should be printed, where one slip makes it of the printed one."""
    if ratio.low is None or ratio.high is None:
        return None
    middle = (ratio.low + ratio.high) / 2
    for places in (int(number.value.as_tuple().exponent), -1):  # without its point a rate prints no place
        right = middle.quantize(Decimal(1).scaleb(places))
        if right and is_slip(number.value, right):
            return right
    return None


def _of_ratio(
    document: Document, line: _Line, column: int, part: _Line, whole: _Line, claims: Mapping[int, Claim]
) -> Finding:
    rate = line.figures[column]
    inputs = [row.figures[column] for row in (part, whole)]
    ratio = margin(_interval(inputs[0][1]), _interval(inputs[1][1]))
    right = _slips_to(rate[1], ratio) or rate[1].value
    printed = [_printed(document, figure) for figure in (*inputs, rate)]
    message = "The rate does not follow from the two lines it follows from in the other columns."
    formula = f"{printed[0]} / {printed[1]} = {text(ratio)}%; printed {printed[2]}"
    return _finding(document, "A05", [rate, *inputs], claims, right, (message, formula, f"{right}%"))


def _repeated(document: Document, lines: Sequence[_Line], claims: Mapping[int, Claim]) -> Iterator[Finding]:
    """The figure of a line that differs by a slip from the same in another column: the line's other pair is equal."""
    for line in lines:
        columns = sorted(line.figures)
        if len(columns) != 4:
            continue
        numbers = [line.figures[column][1] for column in columns]
        for one, other in (((0, 2), (1, 3)), ((1, 3), (0, 2)), ((0, 1), (2, 3)), ((2, 3), (0, 1))):
            same, left, right = numbers[one[0]], numbers[other[0]], numbers[other[1]]
            equal = same.value == numbers[one[1]].value and _digits(same) >= _TELLING
            if not equal or left.value == right.value or not is_slip(left.value, right.value):
                continue
            if max(_digits(left), _digits(right)) < _TELLING or left.kind != right.kind:
                continue
            yield _of_repeat(document, line, [columns[at] for at in other], claims)


def _digits(number: CellNumber) -> int:
    return len(number.value.as_tuple().digits)


def _of_repeat(document: Document, line: _Line, pair: Sequence[int], claims: Mapping[int, Claim]) -> Finding:
    odd, other = (line.figures[column] for column in pair)
    fellow = claims.get(other[0].start + other[1].start)
    claim = claims.get(odd[0].start + odd[1].start)
    if claim is not None and fellow is not None and len(fellow.twins) < len(claim.twins):
        odd, other = other, odd
    words = _printed(document, other)
    message = "The line has the same figures in two columns but for this one, and the two differ by a slip."
    formula = f"{_printed(document, odd)}; beside it {words}"
    return _finding(document, "A16", [odd, other], claims, other[1].value, (message, formula, words))


def _printed(document: Document, figure: _Figure) -> str:
    return " ".join(document.text[figure[0].start : figure[0].end].split())


def _finding(
    document: Document,
    code: str,
    figures: Sequence[_Figure],
    claims: Mapping[int, Claim],
    right: Decimal,
    told: tuple[str, str, str],
) -> Finding:
    """The finding on the first of `figures`; `told` is its message, formula and the repair as printed."""
    found = [claims.get(cell.start + number.start) for cell, number in figures]
    value, odd = (found[0].amount.value if found[0] is not None else None), figures[0][1].value
    factor = value / odd if value and odd else Decimal(1)
    return Finding(
        code=code, verdict="contradicted", severity="error", origin="release", message=told[0], formula=told[1],
        claims=tuple(row.id for row in found if row is not None),
        evidence=tuple(Span(document_id=document.id, start=cell.start, end=cell.end) for cell, _ in figures),
        repairs=(Repair(value=right * abs(factor), text=told[2], residual="none"),),
    )  # fmt: skip
