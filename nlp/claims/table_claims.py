"""Every figure of a release's tables as a claim: metric, segment, period, unit and exact value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..amounts.cells import CellNumber
from ..languages import tables as words
from ..places import Cell, Table
from ..records import Amount, Claim, Document, Paragraph
from ..text import IdMaker, fold, guess_language, simplify
from .periods import PeriodContext, comparator_of
from .segments import SegmentNames
from .table_changes import Change, Comparison, compare_columns, read_change
from .table_guidance import as_range, find_ends, is_of_range
from .table_heads import Column, Grid, Row, find_scale, find_unit, read_grids, usual_unit
from .table_rows import Meaning, is_count, is_counted, is_for_one, is_ratio, read_rows, scale_of_count
from .table_shares import as_share, find_shares, with_parts_across

_CENT = Decimal("0.01")
_HALF = Decimal("0.5")
_DOLLARS = ("HKD", "TWD", "SGD", "AUD", "CAD", "NZD")
_SAME_SIGN = {"元": ("CNY", "TWD", "HKD", "MOP"), "¥": ("CNY", "JPY")}
_LARGE = 10_000_000  # figures as large as this are printed in full


def find_table_claims(
    document: Document,
    paragraphs: Sequence[Paragraph],
    *,
    names: SegmentNames,
    context: PeriodContext,
    make_id: IdMaker,
) -> Iterator[Claim]:
    """The claims of all tables of a document, in the order of its text. A figure whose period or scale is not told is
    left out: it could be tied to nothing.
    """
    if not document.tables:
        return
    unit = usual_unit([simplify(fold(document.text)).lower()])
    last: Grid | None = None
    for table in document.tables:
        for grid in read_grids(document.text, table, context):
            last = with_parts_across(_continued(document.text, grid, last), context)
            claims = _Claims(document, last, unit, make_id, _paragraph_of(table, paragraphs))
            yield from claims.find(names)
            yield from claims.find_guided(names, context)


def _continued(text: str, grid: Grid, last: Grid | None) -> Grid:
    """A table without heads right under one of as many columns goes on with it, as behind a blank line or a page."""
    if last is None or len(last.columns) != len(grid.columns) or any(column.period for column in grid.columns):
        return grid
    if text[last.table.end : grid.table.start].strip():
        return grid
    numbered = zip(grid.columns, last.columns, strict=True)
    columns = tuple(replace(column, number=own.number) for own, column in numbered)
    return replace(grid, columns=columns, caption=last.caption, unit=last.unit, scale=last.scale)


def _paragraph_of(table: Table, paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    return {row.start: row.id for row in paragraphs if row.start < table.end and table.start < row.end}


def _in_part(meaning: Meaning, column: Column, names: SegmentNames) -> Meaning:
    """What a row measures in a column that is a part of the business, or has a basis of its own."""
    if column.basis is not None:
        meaning = replace(meaning, basis=column.basis)
    return meaning if column.part is None else replace(meaning, segment=names.resolve(column.part.lower()))


class _Claims:
    """The claims of one table."""

    def __init__(
        self, document: Document, grid: Grid, usual: str | None, make_id: IdMaker, paragraphs: dict[int, str]
    ) -> None:
        self.document, self.grid, self.usual = document, grid, usual
        self.make_id, self.paragraphs = make_id, paragraphs
        self.sign = next((value.unit for row in grid.rows for _, value in row.cells.values() if value.unit), None)
        self.large = any(abs(value.value) >= _LARGE for row in grid.rows for _, value in row.cells.values())

    def find(self, names: SegmentNames) -> Iterator[Claim]:
        meanings = read_rows(self.grid, names)
        comparisons = compare_columns(self.grid)
        shares = find_shares(self.grid, meanings)
        for row in self.grid.rows:
            for column in self.grid.columns:
                if column.number not in row.cells:
                    continue
                meaning = meanings[row.number]
                if is_of_range(column, self.grid):
                    continue
                if column.kind == "value":
                    claim = self._claim(row, column, _in_part(meaning, column, names))
                elif column.number in shares:
                    claim = self._share(row, column, shares[column.number], meaning)
                elif column.number in comparisons:
                    claim = self._change(row, column, comparisons[column.number], meaning)
                else:
                    continue
                if claim is not None:
                    yield claim

    def find_guided(self, names: SegmentNames, context: PeriodContext) -> Iterator[Claim]:
        """The ranges of a table of guidance."""
        meanings = read_rows(self.grid, names) if (pairs := find_ends(self.grid, context)) else {}
        for row in self.grid.rows:
            for pair in pairs:
                if pair.low.number not in row.cells or pair.high.number not in row.cells:
                    continue
                meaning = meanings[row.number]
                ends = [self._amount(row, end, meaning, *row.cells[end.number]) for end in (pair.low, pair.high)]
                amount = as_range(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None
                if amount is not None:
                    yield replace(self._stated(row, meaning, amount, pair.period), modality="guided")

    def _claim(self, row: Row, column: Column, meaning: Meaning) -> Claim | None:
        cell, value = row.cells[column.number]
        amount = self._amount(row, column, meaning, cell, value)
        if amount is None or column.period is None:
            return None
        claim = self._stated(row, meaning, amount, column.period)
        return replace(claim, role="base") if self._is_earlier(column) else claim

    def _share(self, row: Row, column: Column, of: Column, meaning: Meaning) -> Claim | None:
        """A share of revenue; what is in per cent already, such as a margin, has none."""
        said = as_share(meaning)
        cell, value = row.cells[column.number]
        if said is None or is_ratio(meaning) or value.dash or value.kind not in ("plain", "percent") or not of.period:
            return None
        size = abs(value.value) if meaning.metric in words.UNSIGNED else value.value
        # Whole per cents are rounded either way, so that the column adds up.
        half = 1 if value.half_step == _HALF else value.half_step
        amount = Amount(
            start=cell.start + value.start, end=cell.start + value.end, low=size, high=size,
            unit="percent", kind="percent", half_step=Decimal(half),
        )  # fmt: skip
        return replace(self._stated(row, said[0], amount, of.period), role=said[1])

    def _change(self, row: Row, column: Column, comparison: Comparison, meaning: Meaning) -> Claim | None:
        cost = meaning.metric in words.UNSIGNED
        change = read_change(row, column, comparison, ratio=is_ratio(meaning), cost=cost)
        amount = self._change_amount(row, column, comparison, meaning, change) if change else None
        if change is None or amount is None or comparison.level.period is None:
            return None
        return replace(
            self._stated(row, meaning, amount, comparison.level.period),
            role="change",
            direction=change.direction,
            comparator=comparison.comparator,
            compared_period=comparison.base.period,
            definition=meaning.definition or comparison.definition,
        )

    def _change_amount(
        self, row: Row, column: Column, comparison: Comparison, meaning: Meaning, change: Change
    ) -> Amount | None:
        """The size of a change; an amount is in the unit and scale of the column it is a change of."""
        cell, value = row.cells[column.number]
        if change.unit is not None:
            size, half, unit, kind = change.value, value.half_step, change.unit, change.kind
        elif comparison.level.number in row.cells:
            plain = replace(value, kind="plain")
            like = self._amount(row, comparison.level, meaning, cell, plain)
            if like is None or like.low is None:
                return None
            size, half, unit, kind = abs(like.low), like.half_step, like.unit, like.kind
        else:
            return None
        return Amount(
            start=cell.start + value.start, end=cell.start + value.end, low=size, high=size, unit=unit,
            kind=kind, half_step=half,  # type: ignore[arg-type]  # one of AmountKind by construction
        )  # fmt: skip

    def _stated(self, row: Row, meaning: Meaning, amount: Amount, period: str) -> Claim:
        document = self.document
        return Claim(
            id=self.make_id(document.id, document.text[amount.start : amount.end], meaning.metric, period),
            document_id=document.id,
            start=amount.start,
            end=amount.end,
            language=guess_language(row.label),
            amount=amount,
            metric=meaning.metric,
            surface=row.label,
            definition=meaning.definition,
            segment=meaning.segment,
            period=period,
            basis=meaning.basis,
            paragraph_id=next(
                (key for start, key in sorted(self.paragraphs.items(), reverse=True) if start <= amount.start), None
            ),
            named=("metric", "segment", "period") if meaning.sure else ("period",),
            by="rule:table",
        )

    def _is_earlier(self, column: Column) -> bool:
        """Whether a column is one that another is compared with."""
        return any(comparator_of(other.period, column.period) == "yoy" for other in self.grid.columns)

    def _amount(self, row: Row, column: Column, meaning: Meaning, cell: Cell, value: CellNumber) -> Amount | None:
        unit, kind, scale = self._unit(row, column, meaning, value)
        if unit is None or scale is None:
            return None
        number = value.value * scale
        if meaning.metric in words.UNSIGNED:
            number = abs(number)
        return Amount(
            start=cell.start + value.start, end=cell.start + value.end, low=number, high=number, unit=unit,
            kind=kind, half_step=value.half_step * scale,  # type: ignore[arg-type]  # one of AmountKind by construction
        )  # fmt: skip

    def _unit(
        self, row: Row, column: Column, meaning: Meaning, value: CellNumber
    ) -> tuple[str | None, str, Decimal | None]:
        one = Decimal(1)
        own = find_scale(row.plain)
        if value.kind == "percent" or (is_ratio(meaning) and value.kind == "plain" and value.unit is None):
            return ("percent", "percent", one) if not value.dash else (None, "percent", None)
        if value.kind == "points":
            return "percentage_point", "points", one
        if value.kind in ("basis_points", "multiple"):
            return None, value.kind, None
        counted = is_count(meaning) or is_counted(row.plain, meaning)
        if counted and value.unit is None and not self._is_worth(column, meaning):
            shares = words.SHARES.search(row.plain) and not words.NOT_MONEY.search(self.grid.caption)
            told = own or scale_of_count(row.plain, self.grid.caption)
            return "count", "count", Decimal(told or (self._scale(column, None) or 1 if shares else 1))
        unit = self._currency(row, column, value)
        if words.PER_SHARE.search(row.plain):
            return unit, "per_share", _CENT if words.CENTS.search(row.plain) else one
        one_of = meaning.metric in words.PER_ONE or is_for_one(row.plain, meaning)
        scale = own or 1 if one_of else self._scale(column, own)
        return unit, "money", Decimal(scale) if scale else one if self.large else None

    def _is_worth(self, column: Column, meaning: Meaning) -> bool:
        """Whether orders are given by their value: under a head that names a currency."""
        return meaning.metric == "orders" and (column.unit or self.grid.unit) is not None

    def _scale(self, column: Column, own: int | None) -> int | None:
        return own or column.scale or self.grid.scale

    def _currency(self, row: Row, column: Column, value: CellNumber) -> str | None:
        """The currency of the column, the figure, the row, the caption, or the one the document names most."""
        usual = {"$": "USD", "元": "CNY"}.get(self.usual or "", self.usual)
        for code in (column.unit, value.unit, find_unit(row.plain), self.grid.unit, self.sign, self.usual):
            if code == "$":
                return usual if usual in _DOLLARS and column.unit is None else "USD"
            if code in _SAME_SIGN:
                return next((one for one in (self.grid.unit, usual) if one in _SAME_SIGN[code]), "CNY")
            if code:
                return code
        return None
