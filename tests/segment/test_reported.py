"""What a document reports on, where its title tells a length and a last day or leaves out the year."""

from __future__ import annotations

import pytest

from nlp import analyze
from nlp.readers import read
from nlp.records import Document
from nlp.segment import segment


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Wick plc -- Interim results for the six months ended 28 February 2031", "2031-H1"),
        ("Wick plc -- Half-Year Results to 30 June 2031, published 13 August 2031", "2031-H1"),
        ("Wick plc -- Half Year Results to 30 September 2030. The financial year ends 31 March 2031.", "2031-H1"),
        ("Wick plc -- Interim Results, 26 weeks ended 30 August 2031", "2032-H1"),
        ("Wick SE -- Half-Year 2032 Investor Call, August 19, 2032", "2032-H1"),
        ("Wick S.A. -- 2030 First-Half Results, 24 July 2030", "2030-H1"),
        ("Wick S.A. -- 1H30 Results, August 13, 2030", "2030-H1"),
        ("Wick plc -- Half-year report, 7 August 2031", "2031-H1"),
        ("Wick S.A. -- Nine-Month Results to 30 September 2031", "2031-9M"),
        ("Wick plc -- Full Year Results 2031, 4 March 2032", "FY2031"),
        ("Wick plc -- Preliminary Results for the year ended 30 September 2031, 18 November 2031", "FY2031"),
        ("Wick plc -- Third Quarter Trading Update, 24 October 2030", "2030-Q3"),
        ("Wick plc -- Fourth Quarter Trading Update, 24 January 2030", "2029-Q4"),
        ("Wick plc -- Second Quarter 2031 Results for the six months ended 30 June 2031", "2031-Q2"),
    ],
)
def test_the_span_of_a_title(title: str, period: str) -> None:
    text = f"{title}\n\nRevenue was £40 million, up 3%.\n"
    assert segment(read(text.encode(), name="release.txt")).document.period == period


def test_the_day_of_publication_is_not_the_last_day_of_the_period() -> None:
    text = "Wick plc -- Results for the year ended 30 September 2031, 18 November 2031\n\nRevenue was £40 million.\n"
    assert segment(read(text.encode(), name="release.txt")).document.published == "2031-11-18"


@pytest.mark.parametrize("day", ["February 30, 2031", "99 June 2031"])
def test_a_day_that_does_not_exist_is_no_date(day: str) -> None:
    text = f"Wick plc -- Third Quarter Trading Update, {day}\n\nThe fiscal year ends June 30. Stores were 418.\n"
    assert analyze(text).documents[0].published is None


def test_a_document_may_come_with_no_date_for_a_date() -> None:
    text = "Wick plc -- Third Quarter 2031 Results\n\nThe fiscal year ends June 30. Stores were 418.\n"
    assert analyze(Document(id="d", name="d", text=text, published="in spring")).claims
