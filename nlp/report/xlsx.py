"""A reviewer's workbook: exceptions to sign off, every claim, the arithmetic recomputed live, coverage.

Text goes in as text (never as a formula or a link), numbers as numbers beside their exact digits. The only formulas are
those of `workings`; they read the sheet of claims, so that a corrected number moves everything that rests on it.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..checks.facts import magnitude
from ..messages import translate
from ..records import Analysis, Claim
from ..words import say
from .accepted import STATUSES
from .flat import FlatRow, flat_rows, word
from .labels import visible
from .marks import NO_STATE
from .summary import counts_text
from .view import View
from .workings import Working, fits, working_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST = 32_000  # a cell holds 32,767 characters; what is cut says so
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)  # the same bytes in every run
_WIDE = {"message": 60, "quote": 30, "formula": 45, "repairs": 30, "other_places": 30, "document": 24, "text": 26}
_SIGN_OFF = ("reviewer", "decided", "why", "date")
_CLAIM_COLUMNS = (
    "claim", "document", "line", "column", "text", "verdict", "code", "metric", "segment", "period", "role", "modality",
    "basis", "unit", "low", "high", "from", "upto", "exact", "modifier", "speaker", "language",
)  # fmt: skip
_WORKING_COLUMNS = (
    "code", "verdict", "quote", "said_from", "said_to", "computed_from", "computed_to", "agrees", "formula",
    "fingerprint",
)  # fmt: skip
_COVERAGE_COLUMNS = (
    "document", "language", "amounts", "verified", "rounding", "exceptions", "not_comparable", "unchecked",
)  # fmt: skip
_FROM, _UPTO = _CLAIM_COLUMNS.index("from"), _CLAIM_COLUMNS.index("upto")
_CLAIMS, _ARITHMETIC = "Claims", "Arithmetic"  # the names formulas use stay English in every language


def to_xlsx(analysis: Analysis, lang: str = "en") -> bytes:
    """The workbook as bytes; headings in `lang`. The same analysis gives the same bytes."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    book.set_properties({"title": "tieout", "created": _MADE})
    _Sheets(book, View(analysis), lang).write()
    book.close()
    return buffer.getvalue()


class _Sheets:
    def __init__(self, book: Workbook, view: View, lang: str) -> None:
        self.book, self.view, self.lang = book, view, lang
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.cell: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.number: Format = book.add_format({"num_format": "#,##0.##########", "valign": "top"})
        self.ask: Format = book.add_format(
            {"bg_color": "#FFF8DC", "border": 1, "border_color": "#D5DAE0", "text_wrap": True}
        )
        self.marks = {
            "error": book.add_format({"font_color": "#A3211A", "bold": True}),
            "warning": book.add_format({"font_color": "#7A4200", "bold": True}),
        }
        self.claim_rows = {claim.id: number + 2 for number, claim in enumerate(view.analysis.claims)}

    def say(self, key: str) -> str:
        return say(f"xlsx.{key}", self.lang)

    def write(self) -> None:
        self.read_me()
        self.exceptions()
        self.claims()
        self.arithmetic()
        self.coverage()

    # -- cells ------------------------------------------------------------------------------------------------------
    def put(self, sheet: Worksheet, row: int, column: int, value: Any, shape: Format | None = None) -> None:
        """One cell: numbers as numbers, everything else as text."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, shape or self.cell)
        elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            sheet.write_number(row, column, float(value), shape or self.number)
        else:
            sheet.write_string(row, column, plain(str(value)), shape or self.cell)

    def table(self, name: str, columns: Sequence[str], rows: int) -> Worksheet:
        """A sheet with its headings, frozen and filtered."""
        sheet = self.book.add_worksheet(name)
        for at, column in enumerate(columns):
            sheet.write_string(0, at, self.say(column), self.head)
            sheet.set_column(at, at, _WIDE.get(column, 14))
        sheet.freeze_panes(1, 0)
        if rows:
            sheet.autofilter(0, 0, rows, len(columns) - 1)
        return sheet

    # -- sheets -----------------------------------------------------------------------------------------------------
    def read_me(self) -> None:
        sheet = self.book.add_worksheet("Read me")
        sheet.set_column(0, 0, 110)
        analysis = self.view.analysis
        lines = [
            f"tieout {analysis.run.version}",
            translate(analysis.run.could_not_tie, self.lang),
            counts_text(self.view, self.lang),
            "",
            *(self.say(f"note_{number}") for number in range(1, 6)),
            say("page.coverage_note", self.lang),
            "",
            *(f"{name}  {digest}" for name, digest in analysis.run.inputs),
        ]
        for row, line in enumerate(lines):
            self.put(sheet, row, 0, line, self.head if row == 0 else self.cell)

    def exceptions(self) -> None:
        rows = list(flat_rows(self.view, exceptions_only=True, lang=self.lang))
        names = [field.name for field in fields(FlatRow)]
        sheet = self.table("Exceptions", [*names, *_SIGN_OFF], len(rows))
        for number, row in enumerate(rows, 1):
            for at, name in enumerate(names):
                self.put(sheet, number, at, getattr(row, name))
            for at in range(len(names), len(names) + len(_SIGN_OFF)):
                sheet.write_blank(number, at, None, self.ask)
        if rows:
            decided = len(names) + _SIGN_OFF.index("decided")
            sheet.data_validation(1, decided, len(rows), decided, {"validate": "list", "source": list(STATUSES)})
            for severity, shape in self.marks.items():
                told = word("severity", severity, self.lang)
                same = {"type": "cell", "criteria": "==", "value": f'"{told}"', "format": shape}
                sheet.conditional_format(1, 0, len(rows), 0, same)

    def claims(self) -> None:
        claims = self.view.analysis.claims
        sheet = self.table(_CLAIMS, _CLAIM_COLUMNS, len(claims))
        for number, claim in enumerate(claims, 1):
            for at, value in enumerate(self.claim_cells(claim)):
                self.put(sheet, number, at, value)

    def claim_cells(self, claim: Claim) -> tuple[Any, ...]:
        view, amount, size = self.view, claim.amount, magnitude(claim)
        state = view.states.get(claim.id, NO_STATE)
        line, column = view.line_and_column(claim)
        exact = " .. ".join(format(end, "f") for end in dict.fromkeys((amount.low, amount.high)) if end is not None)
        return (
            claim.id, view.document_of(claim).name, line, column, view.quote(claim),
            word("verdict", state.verdict, self.lang), state.findings[0].code if state.findings else "",
            word("metric", claim.metric, self.lang), claim.segment, claim.period, word("role", claim.role, self.lang),
            claim.modality, claim.basis, amount.unit, amount.low, amount.high, size.low, size.high, exact,
            amount.modifier, view.speaker(claim), claim.language,
        )  # fmt: skip

    def arithmetic(self) -> None:
        found = [(finding, working_of(finding, self.view.claims)) for finding in self.view.analysis.findings]
        # That a translation repeats a number is no arithmetic.
        rows = [(finding, working) for finding, working in found if finding.formula and finding.code[0] != "T"]
        sheet = self.table(_ARITHMETIC, _WORKING_COLUMNS, len(rows))
        for number, (finding, working) in enumerate(rows, 1):
            place = self.view.head(finding)
            said = working.said if working else place
            cells = (finding.code, word("verdict", finding.verdict, self.lang), self.view.quote(said) if said else "")
            for at, value in enumerate(cells):
                self.put(sheet, number, at, value)
            if working is not None:
                self.live(sheet, number, working)
            self.put(sheet, number, 8, translate(finding.formula, self.lang))
            self.put(sheet, number, 9, finding.fingerprint)

    def live(self, sheet: Worksheet, row: int, working: Working) -> None:
        """The cells that recompute: each with the value it has now, for readers that do not calculate."""
        ends = (self.ref(working.said, _FROM), self.ref(working.said, _UPTO))
        said = [f"={end}" for end in ends] if working.sign > 0 else [f"=-{end}" for end in reversed(ends)]
        values = {
            f"{at}{end}": self.ref(claim, column)
            for at, claim in enumerate(working.inputs)
            for end, column in (("l", _FROM), ("h", _UPTO))
        }
        formulas = (*said, "=" + fill(working.low, values), "=" + fill(working.high, values))
        results = (working.stated().low, working.stated().high, working.computed().low, working.computed().high)
        for at, (formula, result) in enumerate(zip(formulas, results, strict=True), 3):
            sheet.write_formula(row, at, formula, self.number, float(result or 0))
        line = row + 1
        yes, no = self.say("yes"), self.say("no")
        judged = f'=IF(AND(F{line}<=E{line},G{line}>=D{line}),"{yes}","{no}")'
        sheet.write_formula(row, 7, judged, self.cell, yes if fits(working) else no)

    def ref(self, claim: Claim, column: int) -> str:
        return f"{_CLAIMS}!${chr(ord('A') + column)}${self.claim_rows[claim.id]}"

    def coverage(self) -> None:
        rows = self.view.analysis.coverage
        sheet = self.table("Coverage", _COVERAGE_COLUMNS, len(rows))
        for number, row in enumerate(rows, 1):
            document = self.view.documents.get(row.document_id)
            cells = (
                document.name if document else row.document_id,
                *(getattr(row, name) for name in _COVERAGE_COLUMNS[1:]),
            )
            for at, value in enumerate(cells):
                self.put(sheet, number, at, value)


def fill(template: str, values: dict[str, str]) -> str:
    """A formula's template with references for its holes."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def plain(text: str) -> str:
    """Text as a cell can hold it: controls written out, no longer than a cell, and a cut that says so.

    >>> plain("a\\x00b"), len(plain("x" * 40_000))
    ('a[U+0000]b', 32019)
    """
    text = visible(text).encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= _LONGEST else text[:_LONGEST] + f" [cut: {len(text)} chars]"
