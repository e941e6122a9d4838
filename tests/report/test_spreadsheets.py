"""XLSX and CSV: numbers are numbers, formulas recompute what the checks said, text can be read back."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.formula import Tokenizer

from nlp import analyze
from nlp.checks.facts import magnitude
from nlp.records import Analysis
from nlp.report.csv import to_csv
from nlp.report.labels import is_exception
from nlp.report.workings import working_of
from nlp.report.xlsx import to_xlsx
from tests.report.build import an_analysis

_PRECEDENCE = {"<=": 1, ">=": 1, "+": 2, "-": 2, "*": 3, "/": 3, "^": 4}


class _Calculator:
    """Just enough of a spreadsheet to recompute our formulas: a shunting yard over openpyxl's tokens."""

    def __init__(self, book: Any) -> None:
        self.book = book

    def value(self, sheet: str, place: str) -> Any:
        cell = self.book[sheet][place.replace("$", "")]
        return self.formula(cell.value, sheet) if cell.data_type == "f" else cell.value

    def formula(self, text: str, sheet: str) -> Any:
        if text.startswith("=IF(AND("):
            one, other, yes, no = re.fullmatch(r'=IF\(AND\((.+),(.+)\),"(.+)","(.+)"\)', text).groups()  # type: ignore[union-attr]
            return yes if self.formula(f"={one}", sheet) and self.formula(f"={other}", sheet) else no
        output: list[Any] = []
        signs: list[str] = []
        for token in Tokenizer(text).items:
            if token.type == "OPERAND":
                output.append(self.operand(token, sheet))
            elif token.value == "(":
                signs.append("(")
            elif token.value == ")":
                while signs[-1] != "(":
                    self.apply(output, signs.pop())
                signs.pop()
            elif token.type == "OPERATOR-PREFIX":
                output.append(0.0)
                signs.append("-")
            else:
                while signs and signs[-1] != "(" and _PRECEDENCE[signs[-1]] >= _PRECEDENCE[token.value]:
                    self.apply(output, signs.pop())
                signs.append(token.value)
        while signs:
            self.apply(output, signs.pop())
        (result,) = output
        return result

    def operand(self, token: Any, sheet: str) -> Any:
        if token.subtype == "NUMBER":
            return float(token.value)
        other, _, place = token.value.rpartition("!")
        return self.value(other or sheet, place)

    @staticmethod
    def apply(output: list[Any], sign: str) -> None:
        right, left = output.pop(), output.pop()
        results = {
            "+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left / right,
            "^": lambda: left**right, "<=": lambda: left <= right, ">=": lambda: left >= right,
        }  # fmt: skip
        output.append(results[sign]())


@pytest.fixture(scope="module")
def worked() -> Analysis:
    """A release whose arithmetic is all there, with one growth rate that is wrong."""
    text = (
        "Brackenwell Looms Limited Announces Third Quarter 2031 Results\n\n"
        "Revenue was RMB240.0 million in the third quarter of 2031, an increase of 20.0% from RMB200.0 million in the third quarter of 2030.\n\n"
        "Cost of revenue was RMB150.0 million. Gross profit was RMB90.0 million. Gross margin was 37.5%.\n\n"
        "Research and development expenses were RMB30.6 million, an increase of 22.6% from RMB20.6 million in the third quarter of 2030.\n\n"
        "Net loss was RMB9.0 million, a decrease of 10.0% from RMB10.0 million in the third quarter of 2030.\n"
    )
    return analyze(text)


def test_formulas_give_what_the_checks_said(worked: Analysis) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(worked)))
    kept = openpyxl.load_workbook(io.BytesIO(to_xlsx(worked)), data_only=True)["Arithmetic"]
    calculator = _Calculator(book)
    live = 0
    for row in book["Arithmetic"].iter_rows(min_row=2):
        if row[7].data_type != "f":
            continue
        live += 1
        for cell in row[3:7]:
            assert calculator.value("Arithmetic", cell.coordinate) == pytest.approx(kept[cell.coordinate].value)
        agrees = calculator.value("Arithmetic", row[7].coordinate)
        assert agrees == kept[row[7].coordinate].value
        assert (agrees == "agrees") == (row[1].value in ("supported", "rounding")), [cell.value for cell in row]
    assert live >= 5
    assert {row[1].value for row in book["Arithmetic"].iter_rows(min_row=2)} >= {"supported", "contradicted"}


def test_a_corrected_number_moves_what_rests_on_it(worked: Analysis) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(worked)))
    claims = book["Claims"]
    row = next(row for row in claims.iter_rows(min_row=2) if row[4].value == "22.6%")
    row[16].value, row[17].value = 48.5, 48.6  # 30.6 / 20.6 - 1
    judged = next(r for r in book["Arithmetic"].iter_rows(min_row=2) if r[1].value == "contradicted")
    assert _Calculator(book).value("Arithmetic", judged[7].coordinate) == "agrees"


def test_no_formula_where_the_claims_leave_a_doubt(worked: Analysis) -> None:
    claims = {claim.id: claim for claim in worked.claims}
    finding = next(f for f in worked.findings if f.code == "A01")
    assert working_of(finding, claims) is not None
    first = next(iter(claims))
    assert working_of(finding, {first: claims[first]}) is None


def test_numbers_are_numbers_beside_their_exact_digits() -> None:
    analysis = an_analysis()
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(analysis)))["Claims"]
    for claim, row in zip(analysis.claims, sheet.iter_rows(min_row=2), strict=True):
        assert row[14].data_type == "n" and Decimal(str(row[14].value)) == claim.amount.low
        assert row[18].data_type == "s" and row[18].value == format(claim.amount.low or 0, "f")
        assert Decimal(str(row[16].value)) == magnitude(claim).low


def test_the_workbook_is_ready_to_sign_off(sample: Analysis) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(sample)))
    assert book.sheetnames == ["Read me", "Exceptions", "Claims", "Arithmetic", "Coverage"]
    sheet = book["Exceptions"]
    assert [cell.value for cell in sheet[1]][-4:] == ["reviewer", "decision", "reason", "date"]
    assert sheet.max_row - 1 == sum(map(is_exception, sample.findings))
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref is not None
    assert '"accepted,false_positive,wont_fix"' in [rule.formula1 for rule in sheet.data_validations.dataValidation]
    assert book["Claims"].max_row - 1 == len(sample.claims)
    counts = [[cell.value for cell in row][2:] for row in book["Coverage"].iter_rows(min_row=2)]
    assert counts == [
        [row.amounts, row.verified, row.rounding, row.exceptions, row.not_comparable, row.unchecked]
        for row in sample.coverage
    ]


def test_the_same_analysis_gives_the_same_bytes() -> None:
    assert to_xlsx(an_analysis()) == to_xlsx(an_analysis())


def test_headings_speak_the_language_asked_for() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(an_analysis(), "zh-Hant")))["Exceptions"]
    assert [cell.value for cell in sheet[1]][:2] == ["嚴重程度", "判定"]


def test_the_csv_has_every_finding_and_every_claim(sample: Analysis) -> None:
    text = to_csv(sample)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    named = {claim for finding in sample.findings for claim in finding.claims}
    assert len(rows) == len(sample.findings) + sum(claim.id not in named for claim in sample.claims)
    wrong = [row["fingerprint"] for row in rows[: sum(map(is_exception, sample.findings))]]
    assert sorted(wrong) == sorted(f.fingerprint for f in sample.findings if is_exception(f))


def test_csv_numbers_are_exact_and_bare() -> None:
    claims = an_analysis().claims
    row = to_csv(an_analysis()).split("\r\n")[1]
    assert f",{format(claims[3].amount.low or 0, 'f')}," in row
    assert '"19200000"' not in row


def test_the_csv_speaks_and_keeps_its_columns() -> None:
    english, chinese = (
        list(csv.reader(io.StringIO(to_csv(an_analysis(), lang).removeprefix("\ufeff")))) for lang in ("en", "zh-Hans")
    )
    assert chinese[0][:3] == ["严重程度", "判定", "代码"]
    assert [len(row) for row in chinese] == [len(row) for row in english]
    exact = english[0].index("low")
    assert [row[exact] for row in chinese[1:]] == [row[exact] for row in english[1:]]
    assert chinese[1][1] == "不符"
