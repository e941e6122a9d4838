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
        ("Wick plc -- Half-Year Report to 30 June 2031, 7 August 2031. Year ends 31 December.", "2031-H1"),
        ("Wick plc -- Half Year Results Announcement, 21 November 2030. Fiscal year ends 31 March.", "2031-H1"),
        ("Wick SA -- First-Half 2030 Results, July 25, 2030. Fiscal year ends December 31.", "2030-H1"),
        ("Wick Ltd -- Half Year FY31 Results Call, February 18, 2031. Fiscal year ends 30 June.", "2031-H1"),
        ("Wick plc -- Interim 2031 Results Call, August 26, 2031", "2031-H1"),
        ("Wick plc -- 2031 Semi-Annual Results, August 26, 2031", "2031-H1"),
        ("Wick AG -- Half-Year Results 2030/31, April 9, 2031. The fiscal year ends August 31.", "2031-H1"),
        ("Wick AG -- First Quarter Fiscal 2030/31 Call, February 6, 2031", "2031-Q1"),
        ("Wick Oyj -- Interim Report January-March 2032, April 29, 2032", "2032-Q1"),
        ("Wick AB -- Interim Report January-September 2032, 24 October 2032", "2032-9M"),
        ("Wick Ltd -- June Quarter 2031 Call, 28 July 2031. The financial year ends 30 June.", "2031-Q4"),
        ("Wick S.A. -- First Nine Months of 2031 Results, October 29, 2031", "2031-9M"),
        ("Wick Ltd -- Results for 9M FY31, January 28, 2031. The financial year ends March 31.", "2031-9M"),
        ("Wick plc -- Full Year Fiscal 2031 Results, September 9, 2031. The fiscal year ends June 30.", "FY2031"),
        ("Wick plc -- Annual Results Briefing, March 5, 2032. The fiscal year ends December 31.", "FY2031"),
        ("Wick plc -- Year-End 2030 Earnings Conference Call, February 19, 2031", "FY2030"),
        ("Wick Co. -- Results for the First Quarter of the Fiscal Year Ending March 31, 2032 (fiscal 2031)", "2031-Q1"),
        ("威克食品2031年半年报业绩交流会，2031年8月27日。", "2031-H1"),
        ("威克珠寶2031/32財年中期業績簡報會，2031年11月26日。財年截至3月31日", "2032-H1"),
        ("威克國際2031財政年度第三季業務最新情況，2031年1月22日。", "2031-Q3"),
        ("威克航空2031年9月及第三季度主要运营数据公告，2031年10月15日。", "2031-Q3"),
        ("威克醫療2031財政年度全年業績公告，2031年9月24日。", "FY2031"),
        ("Wick plc -- Second Quarter 2031 Results for the six months ended 30 June 2031", "2031-Q2"),
    ],
)
def test_the_span_of_a_title(title: str, period: str) -> None:
    text = f"{title}\n\nRevenue was £40 million, up 3%.\n"
    assert segment(read(text.encode(), name="release.txt")).document.period == period


def test_the_first_line_tells_more_than_what_is_said_under_it() -> None:
    title = "Wick S.A. -- First Half 2031 Earnings Report, August 28, 2031"
    text = f"{title}\n\nRevenue was $40 million, up from $38 million in 1H30.\n"
    assert segment(read(text.encode(), name="release.txt")).document.period == "2031-H1"


@pytest.mark.parametrize("span", ["中期", "半年度", "半年"])
def test_a_title_does_not_date_what_stands_under_it_otherwise_than_the_document(span: str) -> None:
    """The 2031 of "2031年中期业绩" was taken for a year that the heading sets against the half reported on."""
    text = f"威克食品2031年{span}业绩说明会，2031年8月26日。财年截至12月31日\n\n收入为42.6亿元，毛利率为20.8%。\n"
    assert {(row.period, row.modality) for row in analyze(text).claims} == {("2031-H1", "reported")}


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
