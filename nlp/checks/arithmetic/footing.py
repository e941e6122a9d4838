"""Footing and cross-footing: whether the totals of a table are the sums of the lines above them, and of the columns.

No rule says which lines a total holds. A run of lines is taken for its parts where it makes the total in most of the
columns; then a column in which it does not is wrong. Each total replaces its parts, so that totals of totals are found.
Only the smallest run that ends right above a total is looked at, on intervals: every print is rounded by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ...amounts.cells import CellNumber, read_cell
from ...languages.late import late
from ...languages.tables import PER_SHARE, TOTAL
from ...places import Cell, Table
from ...records import Claim, Document, Finding, Repair, Span
from ...text import fold, simplify
from ..evidence import Evidence
from ..standing import Standings
from ..translation.compare import is_slip

_YEAR = late(r"(?:19|20)[0-9]{2}")
_OF_WHICH = late(r"\A(?:of which|including|其中)|%|\bper\b|margin|率\Z")
_LONGEST = 24  # lines that one total may sum up
_TELLING = 3  # digits of a figure that a slip is looked for in
_MOST_REPAIRS = 3
_NO_CHANCE = 6  # digits of the totals that hold, together: a run of lines makes them by chance once in a million
_ALL = late(r"\A(?:total|group|consolidated|合计|总计|合併|合并)\Z")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of figures by column; `head` lines have none."""

    label: str
    figures: Mapping[int, tuple[Cell, CellNumber]]
    is_total: bool
    sums: Mapping[int, Decimal] = field(default_factory=dict)


Signs = tuple[int, ...]
Figure = tuple[Cell, CellNumber]


@dataclass(frozen=True, slots=True)
class Page:
    """The document whose tables are judged, its claims by place, and where else figures stand."""

    document: Document
    at: Mapping[int, Claim]
    standings: Standings

    def claim(self, figure: Figure) -> Claim | None:
        """The claim of a figure, if it has one."""
        return self.at.get(figure[0].start + figure[1].start)

    def printed(self, cell: Cell) -> str:
        """A cell's words."""
        return " ".join(self.document.text[cell.start : cell.end].split())

    def factor(self, figure: Figure) -> Decimal:
        """What a printed figure is multiplied by: the scale that stands over its table."""
        claim = self.claim(figure)
        value = claim.amount.value if claim is not None else None
        return abs(value / figure[1].value) if value and figure[1].value else Decimal(1)


def pages(evidence: Evidence) -> Iterator[tuple[Page, Table]]:
    """Every table with what is known around it."""
    standings = Standings(evidence)
    for document in evidence.documents:
        claims = evidence.claims_of.get(document.id, ()) if document.tables else ()
        page = Page(document, {claim.start: claim for claim in claims}, standings)
        yield from ((page, table) for table in document.tables)


def footing_findings(evidence: Evidence) -> Iterator[Finding]:
    """A17: one for each total whose parts are found, and for each column in which they do not make it."""
    for page, table in pages(evidence):
        rows = [row for row in rows_of(page.document.text, table) if row.figures]
        yield from _down(page, rows)
        yield from _across(page, table, rows)


def rows_of(text: str, table: Table) -> Iterator[_Row]:
    """The lines of a table in order, their names folded and in lower case."""
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        lines.setdefault(cell.row, []).append(cell)
    for _, cells in sorted(lines.items()):
        values = {cell.column: (cell, value) for cell in cells if (value := read_cell(text[cell.start : cell.end]))}
        words = [cell for cell in cells if cell.column not in values]
        label = (
            simplify(fold(" ".join(" ".join(text[cell.start : cell.end] for cell in words).split())))
            .lower()
            .strip(" :：")
        )
        figures = {
            column: pair
            for column, pair in values.items()
            if column > 0 and pair[1].kind == "plain" and not _YEAR.fullmatch(text[pair[0].start : pair[0].end])
        }
        plain = (
            bool(words) and len(figures) == len(values) and not PER_SHARE.search(label) and not _OF_WHICH.search(label)
        )
        yield _Row(label, figures if plain else {}, TOTAL.search(label) is not None)


def _down(page: Page, rows: Sequence[_Row]) -> Iterator[Finding]:
    stack: list[_Row] = []
    for number, row in enumerate(rows):
        found = _parts(stack, row)
        if found is None and row.is_total:
            # A line above may have been read as what is left of a total ("other liabilities").
            found = _parts(rows[:number], row)
            stack = list(rows[:number]) if found is not None else stack
        if found is not None:
            parts, signs, bad = found
            yield from _report(page, row, parts, signs, bad)
            del stack[len(stack) - len(parts) :]
            stack.append(_with_sums(row, parts, signs, bad))
        else:
            stack.append(row)


def _with_sums(row: _Row, parts: Sequence[_Row], signs: Signs, bad: Sequence[int]) -> _Row:
    """A total that is wrong, with what its parts make beside it: later totals hold with the one or with the other."""
    return replace(row, sums={column: _sum(parts, signs, column) for column in bad})


def _parts(stack: Sequence[_Row], row: _Row) -> tuple[list[_Row], Signs, list[int]] | None:
    """The lines that make a total, with their signs, and the columns in which they do not."""
    for count in range(2, min(len(stack), _LONGEST) + 1):
        parts = list(stack[-count:])
        # What calls itself a total is a sum: equity is assets less liabilities, and no total of them.
        for signs in [(1,) * count] if row.is_total else _signs(count):
            good, bad = _judge(parts, signs, row)
            enough = len(good) > len(bad) if row.is_total else good and _is_plain(row, good, bad)
            # One column of two is enough for a total: figures of four digits hardly meet by chance.
            halved = row.is_total and len(good) == len(bad) == 1 and _is_long(row, good[0])
            if good and (enough or halved or _is_slipped(parts, signs, row, good, bad)) and _tells(parts, good):
                return parts, signs, bad
    return None


def _is_slipped(parts: Sequence[_Row], signs: Signs, row: _Row, good: Sequence[int], bad: Sequence[int]) -> bool:
    """Whether a slip in one figure explains the one column that does not add up, exactly.

    One that explains it in a single way, of three digits, or any where the other columns have so many digits that their
    sums are no chance.
    """
    if len(bad) != 1:
        return False
    found = _slipped(parts, signs, row, bad[0])
    telling = sum(_digits(row, column) for column in good)
    if not found or telling >= _NO_CHANCE:
        return bool(found)
    figure, right = found[0]
    longest = max(_digits_of(figure), len(right.as_tuple().digits))
    return len(found) == 1 and longest >= _TELLING


def _slipped(parts: Sequence[_Row], signs: Signs, row: _Row, column: int) -> list[tuple[Figure, Decimal]]:
    """The figures of a column that a slip explains, each with its right value."""
    gap = _sum(parts, signs, column) - row.figures[column][1].value
    figures = [
        (row.figures[column], -1),
        *((part.figures[column], sign) for part, sign in zip(parts, signs, strict=True)),
    ]
    found = []
    for figure, sign in figures:
        number = figure[1].value
        right = number - sign * gap
        if right and number and right * number > 0 and is_slip(number, right):
            found.append((figure, right))
    return found


def _is_plain(row: _Row, good: Sequence[int], bad: Sequence[int]) -> bool:
    """Whether lines make a figure that is not called a total: in nearly all columns, three of long figures to one."""
    long = all(_is_long(row, column) for column in good)
    return not bad or len(good) >= 2 * len(bad) + 2 or (long and len(good) >= 3 * len(bad))


def _is_long(row: _Row, column: int) -> bool:
    return _digits(row, column) >= 4


def _digits(row: _Row, column: int) -> int:
    return _digits_of(row.figures[column])


def _digits_of(figure: Figure) -> int:
    return len(figure[1].value.as_tuple().digits)


def _signs(count: int) -> Iterator[Signs]:
    """As printed; then the first line less the others; then less the last, plus those between."""
    yield (1,) * count
    yield (1,) + (-1,) * (count - 1)
    if count > 2:
        yield (1,) * (count - 1) + (-1,)


def _judge(parts: Sequence[_Row], signs: Signs, row: _Row) -> tuple[list[int], list[int]]:
    good: list[int] = []
    bad: list[int] = []
    for column in row.figures:
        if all(column in part.figures for part in parts):
            (good if _holds(parts, signs, row, column) else bad).append(column)
    return good, bad


def _holds(parts: Sequence[_Row], signs: Signs, row: _Row, column: int) -> bool:
    total = row.figures[column][1]
    slack = total.half_step + sum((part.figures[column][1].half_step for part in parts), Decimal(0))
    found = _sum(parts, signs, column)
    mended = found
    for sign, part in zip(signs, parts, strict=True):
        mended += sign * (part.sums.get(column, part.figures[column][1].value) - part.figures[column][1].value)
    return min(abs(found - total.value), abs(mended - total.value)) <= slack


def _sum(parts: Sequence[_Row], signs: Signs, column: int) -> Decimal:
    return sum((sign * part.figures[column][1].value for sign, part in zip(signs, parts, strict=True)), Decimal(0))


def _tells(parts: Sequence[_Row], good: Sequence[int]) -> bool:
    """Whether a sum that holds says something: not one of zeros, nor of a figure and nothing."""
    return any(sum(1 for part in parts if part.figures[column][1].value) > 1 for column in good)


def _report(page: Page, row: _Row, parts: Sequence[_Row], signs: Signs, bad: Sequence[int]) -> Iterator[Finding]:
    for column, (cell, value) in row.figures.items():
        if all(column in part.figures for part in parts):
            figures = [(cell, value), *(part.figures[column] for part in parts)]
            claims = [page.claim(figure) for figure in figures]
            finding = Finding(
                code="A17", verdict="supported", severity="note", formula=_formula(page, figures, signs),
                message="The lines above add up to this total.",
                claims=tuple(claim.id for claim in claims if claim is not None),
            )  # fmt: skip
            sum_ = _sum(parts, signs, column)
            if column not in bad:
                yield finding if sum_ == value.value else replace(finding, verdict="rounding")
                continue
            spans = (Span(document_id=page.document.id, start=place.start, end=place.end) for place, _ in figures)
            yield replace(
                finding, verdict="contradicted", severity="error", origin="release", evidence=tuple(spans),
                message=f"The lines above make {sum_:,}, not {page.printed(cell)}; they do in the other columns.",
                repairs=_repairs(page, parts, signs, row, column),
            )  # fmt: skip


def _repairs(page: Page, parts: Sequence[_Row], signs: Signs, row: _Row, column: int) -> tuple[Repair, ...]:
    """The figures that a slip explains, mended, best first; else the sum the lines make, for the total."""
    slipped = _slipped(parts, signs, row, column) or [(row.figures[column], _sum(parts, signs, column))]
    rows = sorted((_stands(page, figure, right), at, figure, right) for at, (figure, right) in enumerate(slipped))
    return tuple(
        Repair(value=right * page.factor(figure), text=f"{right:,}", residual="none")
        for _, _, figure, right in rows[:_MOST_REPAIRS]
    )


def _stands(page: Page, figure: Figure, right: Decimal) -> int:
    """What other places say of a repair: -1, one states the mended figure; 1, one states the figure as it is."""
    claim = page.claim(figure)
    if claim is None:
        return 0
    if page.standings.elsewhere(claim):
        return 1
    return -1 if page.standings.elsewhere(claim, right * page.factor(figure)) else 0


def _formula(page: Page, figures: Sequence[Figure], signs: Signs) -> str:
    """The sum with the figures as printed, the total last."""
    pairs = list(zip(signs, figures[1:], strict=True))
    shown = [f"{'-' if sign < 0 else '+'} {page.printed(cell)}" for sign, (cell, _) in pairs]
    sum_ = sum((sign * value.value for sign, (_, value) in pairs), Decimal(0))
    return f"{' '.join(shown).removeprefix('+ ')} = {sum_:,}; printed {page.printed(figures[0][0])}"


def _across(page: Page, table: Table, rows: Sequence[_Row]) -> Iterator[Finding]:
    """A18: a column that is headed as the total of the columns before it."""
    last = max((column for row in rows for column in row.figures), default=0)
    heads = [
        simplify(fold(page.printed(cell))).lower()
        for cell in table.cells
        if cell.column == last and read_cell(page.printed(cell)) is None
    ]
    if last < 3 or not any(_ALL.fullmatch(head) for head in heads):
        return
    full = [row for row in rows if len(row.figures) == last]
    wrong = [row for row in full if not _row_holds(row, last)]
    if len(full) < 3 or len(wrong) * 3 > len(full):
        return
    for row in wrong:
        cell, value = row.figures[last]
        sum_ = sum((row.figures[column][1].value for column in range(1, last)), Decimal(0))
        claim = page.claim((cell, value))
        yield Finding(
            code="A18", verdict="contradicted", severity="error", origin="release",
            claims=(claim.id,) if claim else (),
            message=f"The columns make {sum_:,}, not {page.printed(cell)}; they do in the other lines.",
            formula=f"{' + '.join(page.printed(row.figures[column][0]) for column in range(1, last))} = {sum_:,}",
            evidence=(Span(document_id=page.document.id, start=cell.start, end=cell.end),),
            repairs=(Repair(value=sum_ * page.factor((cell, value)), text=f"{sum_:,}", residual="none"),),
        )  # fmt: skip


def _row_holds(row: _Row, last: int) -> bool:
    value = row.figures[last][1]
    others = [row.figures[column][1] for column in range(1, last)]
    slack = value.half_step + sum((other.half_step for other in others), Decimal(0))
    return abs(sum((other.value for other in others), Decimal(0)) - value.value) <= slack
