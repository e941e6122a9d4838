"""Tables that go on over the end of a page in a PDF: heads repeated, repeated under "(continued)", or not at all.

`make battery` breaks every statement behind every line.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

from nlp.pipeline import analyze
from nlp.readers import read
from nlp.readers.pdf_lines import Row, Segment
from nlp.readers.pdf_repeats import without_repeats
from nlp.records import Analysis
from tests.claims.statements import Statement, as_blocks, load_statements
from tests.rendering import to_pdf

EVERY = os.environ.get("TIEOUT_BATTERY") == "1"
STATEMENTS = [row for split in ("dev", "unseen") for row in load_statements(split)]
SHARE = ("borrin-balance", "yunling-cash", "marlow-bank", "lanshi-annual")


def results(data: bytes) -> tuple[Counter[tuple[object, ...]], Counter[tuple[str, str]]]:
    analysis: Analysis = analyze(
        "Operator\n\nWelcome.\n\nAda Lind -- CFO\n\nThank you.\n", releases=[read(data, name="a.pdf")]
    )
    claims: Counter[tuple[object, ...]] = Counter(
        (row.surface, row.metric, row.segment, row.period, row.role, row.amount.unit, row.amount.low)
        for row in analysis.claims
    )  # fmt: skip
    return claims, Counter((row.code, row.verdict) for row in analysis.findings if row.verdict == "contradicted")


def places(statement: Statement) -> list[int]:
    """Lines of the table behind which its page may end: one with figures stands before, and one behind."""
    heads = len(statement["heads"])
    first = next(at for at, row in enumerate(statement["rows"]) if any(row["cells"]))
    found = list(range(heads + first + 1, heads + len(statement["rows"])))
    return found if EVERY else [found[1], found[len(found) // 2]]


@pytest.mark.parametrize("how", ["bare", "repeated", "continued"])
@pytest.mark.parametrize(
    "statement", [row for row in STATEMENTS if EVERY or row["id"] in SHARE], ids=lambda row: str(row["id"])
)
def test_a_table_over_two_pages_says_the_same(statement: Statement, how: str) -> None:
    blocks = as_blocks(statement)
    mark = " (continued)" if statement["language"] == "en" else "（续）"
    note = statement["caption"][-1] + mark if how == "continued" else ""
    whole = results(to_pdf(blocks))
    for place in places(statement):
        assert results(to_pdf(blocks, room=place, repeat=how != "bare", note=note)) == whole, (how, place)


def page(*lines: tuple[str, ...]) -> list[Row]:
    """Lines from the top of a page, their pieces in columns of their own."""
    return [
        Row(700 - 12 * at, 9, tuple(Segment(100 * to, 100 * to + 60, text, 20) for to, text in enumerate(line, 1)))
        for at, line in enumerate(lines)
    ]


HEADS = ("", "Q1 2031", "Q1 2030")
ROWS = (("Pumps", "120", "110"), ("Valves", "80", "75"))


@pytest.mark.parametrize(
    ("second", "left"),
    [
        pytest.param((HEADS, ("Hoses", "10", "9")), 1, id="heads"),
        pytest.param((("Revenue (continued)",), HEADS, ("Hoses", "10", "9")), 1, id="title-continued"),
        pytest.param((("Revenue (cont’d)",), HEADS, ("Hoses", "10", "9")), 1, id="title-contd"),
        pytest.param((("收入（续）",), HEADS, ("Hoses", "10", "9")), 1, id="title-zh"),
        pytest.param((("Profit",), HEADS, ("Hoses", "10", "9")), 3, id="another-title"),
        pytest.param((("", "Q2 2031", "Q2 2030"), ("Hoses", "10", "9")), 2, id="other-heads"),
        pytest.param((("Hoses", "10", "9"), ("Tubes", "3", "2")), 2, id="no-heads"),
        pytest.param((("Revenue",), ("Our revenue rose because more hospitals bought.",)), 2, id="prose-behind"),
    ],
)
def test_heads_that_stand_again(second: tuple[tuple[str, ...], ...], left: int) -> None:
    kept = without_repeats([page(("Revenue",), HEADS, *ROWS), page(*second)])
    assert [len(rows) for rows in kept] == [4, left]
