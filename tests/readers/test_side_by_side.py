"""Two tables side by side in a PDF are two tables; one table with words among its figures stays one."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from nlp.pipeline import analyze
from nlp.readers import read
from nlp.records import Document
from tests.rendering import _font

Rows = Sequence[tuple[str, Sequence[str]]]

INCOME: Rows = (
    ("Income statement", ()), ("(in thousands of US dollars)", ()), ("", ("Q1 2031", "Q1 2030")),
    ("Revenue", ("120,400", "111,352")), ("Cost of revenue", ("(71,200)", "(66,120)")), ("Gross profit", ("49,200", "45,232")),
    ("Operating expenses", ("(30,100)", "(29,000)")), ("Operating income", ("19,100", "16,232")),
)  # fmt: skip
BALANCE: Rows = (
    ("Balance sheet", ()), ("(in millions of US dollars)", ()), ("", ("Mar 31, 2031", "Dec 31, 2030")),
    ("Cash", ("88.0", "80.5")), ("Inventory", ("40.1", "39.0")), ("Other current assets", ("22.0", "21.9")),
    ("Total current assets", ("150.1", "141.4")),
)  # fmt: skip
INCOME_ZH: Rows = (
    ("利润表", ()), ("单位：人民币千元", ()), ("", ("2031年一季度", "2030年一季度")), ("营业收入", ("120,400", "111,352")),
    ("营业成本", ("71,200", "66,120")), ("净利润", ("12,300", "10,050")),
)  # fmt: skip
BALANCE_ZH: Rows = (
    ("资产负债表", ()), ("单位：人民币百万元", ()), ("", ("2031年3月31日", "2030年12月31日")), ("货币资金", ("880", "805")),
    ("存货", ("401", "390")), ("资产总计", ("4,020", "3,960")),
)  # fmt: skip


def page(left: Rows, right: Rows, *, gap: float = 24, shift: float = 0) -> Document:
    """A page with a headline, two tables side by side, and a sentence under them."""
    from reportlab.pdfgen.canvas import Canvas

    font = _font(" ".join(label for label, _ in (*left, *right)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    canvas.setFont(font, 10)
    canvas.drawString(50, 780, "Orbel Tools Reports First Quarter 2031 Results")
    canvas.drawString(
        50, 760, "The Company today announced its results for the quarter, with higher sales in all regions."
    )
    for rows, start, top in ((left, 50.0, 700.0), (right, 50 + 236 + gap, 700 - shift)):
        for at, (label, cells) in enumerate(rows):
            canvas.setFont(font, 9)
            canvas.drawString(start, top - 14 * at, label)
            for number, cell in enumerate(cells):
                canvas.drawRightString(start + 236 - (len(cells) - 1 - number) * 74, top - 14 * at, cell)
    canvas.drawString(50, 500, "Our costs went up by less than our revenue.")
    canvas.save()
    return read(buffer.getvalue(), name="release.pdf")


def claims(document: Document) -> list[tuple[str | None, str, str]]:
    analysis = analyze("Operator\n\nWelcome.\n\nAda Lind -- CFO\n\nThank you.\n", releases=[document])
    rows = [row for row in analysis.claims if row.by == "rule:table"]
    return [(row.period, row.amount.unit, str(int(row.amount.low or 0))) for row in rows]


@pytest.mark.parametrize(
    ("left", "right", "some"),
    [
        pytest.param(INCOME, BALANCE, [("2031-Q1", "USD", "120400000"), ("asof:2030-12-31", "USD", "80500000")], id="en"),
        pytest.param(BALANCE, INCOME, [("2030-Q1", "USD", "45232000"), ("asof:2031-03-31", "USD", "150100000")], id="turned"),
        pytest.param(INCOME_ZH, BALANCE_ZH, [("2031-Q1", "CNY", "12300000"), ("asof:2030-12-31", "CNY", "3960000000")], id="zh"),
    ],
)  # fmt: skip
def test_two_tables(left: Rows, right: Rows, some: list[tuple[str | None, str, str]]) -> None:
    found = claims(page(left, right))
    assert len(found) == sum(len(cells) for label, cells in (*left, *right) if label)
    assert set(some) <= set(found)


def test_words_in_columns_stay_in_their_table() -> None:
    rows: Rows = (
        ("Largest sites", ()), ("", ("Area", "City", "Share")), ("North", ("1,200", "Oslo", "40%")),
        ("South", ("900", "Bergen", "30%")), ("West", ("880", "Tromso", "29%")), ("East", ("40", "Molde", "1%")),
    )  # fmt: skip
    text = page(rows, ()).text
    assert "North" in text and text.index("Oslo") < text.index("40%") < text.index("South")
