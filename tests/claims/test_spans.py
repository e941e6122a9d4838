"""Periods that are carried on, counted back or spanned, in a document about 2031-Q3 of a calendar fiscal year."""

from __future__ import annotations

import pytest

from nlp import find_claims

HEAD = "Wick plc, Third Quarter 2031 Results, October 29, 2031. The fiscal year ends December 31.\n\n"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Orders through September reached $7.4 million.", ["2031-9M"]),
        ("Sales for the nine months were $90 million. Orders were $80 million.", ["2031-9M", "2031-9M"]),
        ("Sales were $30 million in the quarter. Orders were $28 million.", ["2031-Q3", "2031-Q3"]),
        ("Occupancy is 68%. It was 51% twelve months back.", ["2031-Q3", "2030-Q3"]),
        ("Rent is 34% of revenue. It was 41% two years ago.", ["2031-Q3", "2029-Q3"]),
        ("Capital expenditure is $21 billion for the five years through 2035.", ["multi:2031..2035"]),
        ("We will return $1.4 billion in the coming year.", ["FY2032"]),
        ("We ended with 418 stores. We opened 12 stores.", ["asof:2031-09-30", "2031-Q3"]),
        ("Deposits were $48 billion. Average deposits were $47 billion.", ["asof:2031-09-30", "2031-Q3"]),
        ("Backlog was $2 billion when the fiscal year began.", ["asof:2030-12-31"]),
    ],
)
def test_when(text: str, periods: list[str]) -> None:
    assert [claim.period for claim in find_claims(HEAD + text)] == periods


def test_the_quarter_of_a_longer_report_is_its_last() -> None:
    text = "Wick plc -- Full Year Results 2031, 4 March 2032\n\nSales fell 9% in the quarter."
    assert find_claims(text)[-1].period == "2031-Q4"
