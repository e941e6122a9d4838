"""Fiscal periods and dates as documents name them."""

from __future__ import annotations

import pytest

from nlp.languages.fiscal import find_date, find_periods
from nlp.readers import read
from nlp.segment import describe


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Third Quarter 2031", ["2031-Q3"]),
        ("Q3 FY32", ["2032-Q3"]),
        ("3Q31 results", ["2031-Q3"]),
        ("Q2 2031 Velmora Earnings Call", ["2031-Q2"]),
        ("fourth quarter and full year 2030", ["2030-Q4"]),
        ("Fourth Quarter and Fiscal Year 2030", ["2030-Q4"]),
        ("2031 second quarter", ["2031-Q2"]),
        ("fourth-quarter FY26", ["2026-Q4"]),
        ("third quarter ended September 30, 2031", ["2031-Q3"]),
        ("first half of 2031", ["2031-H1"]),
        ("Q2 and Half Year 2031 Results", ["2031-Q2"]),
        ("Q4 and Full Year 2031 Earnings Call", ["2031-Q4"]),
        ("Q3 & 9M FY31 Earnings Conference Call", ["2031-Q3"]),
        ("third quarter and first nine months of 2031", ["2031-Q3"]),
        ("Q2/H1 2031 results", ["2031-Q2"]),
        ("Half-Year 2031 results; 1H FY2032", ["2031-H1", "2032-H1"]),
        ("Q2 and 12 stores", []),
        ("fiscal year 2030 and FY2031", ["FY2030", "FY2031"]),
        ("2031 年第三季", ["2031-Q3"]),
        ("二零三一年第三季度", ["2031-Q3"]),
        ("民國120年第二季", ["2031-Q2"]),
        ("2031年上半年", ["2031-H1"]),
        ("2031财年第二季度", ["2031-Q2"]),
        ("2031年度业绩", ["FY2031"]),
        ("Q3 40.5% and Q9 31", []),
    ],
)
def test_periods(text: str, periods: list[str]) -> None:
    assert [period for _, _, period in find_periods(text)] == periods


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("HELSINKI, November 4, 2031 -", "2031-11-04"),
        ("28-Jul-2031", "2031-07-28"),
        ("4 November 2031", "2031-11-04"),
        ("2031年11月4日", "2031-11-04"),
        ("on 2031-11-04", "2031-11-04"),
    ],
)
def test_dates(text: str, date: str) -> None:
    found = find_date(text)
    assert found is not None and found[2] == date


def test_no_date() -> None:
    assert find_date("In May we met 45 clients; 2031-45-99.") is None


@pytest.mark.parametrize(
    ("text", "kind", "company", "period"),
    [
        pytest.param(
            "Operator\n\nWelcome to Velmora's Second Quarter 2031 Earnings Call. Sales rose from the first quarter of 2031.\n\n"
            "Ada Lind -- CFO\n\nThanks. Next quarter 2032 will be better than the second quarter of 2030.\n\nOperator\n\nBye.",
            "transcript",
            "Velmora",
            "2031-Q2",
            id="call",
        ),
        pytest.param(
            "Compared with the third quarter of 2029, the fourth quarter 2030 results call shows more.\n",
            "transcript",
            None,
            "2030-Q4",
            id="compared-with-comes-second",
        ),
        pytest.param("Dear friends, the garden is in bloom.", "other", None, None, id="neither"),
    ],
)
def test_describe(text: str, kind: str, company: str | None, period: str | None) -> None:
    document = describe(read(text))
    assert (document.kind, document.company, document.period) == (kind, company, period)
