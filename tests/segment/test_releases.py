"""Written documents: headings, bullets, footnotes, page numbers."""

from __future__ import annotations

from nlp.readers import read
from nlp.segment import segment

RELEASE = """Velmora Robotics Inc. Reports Third Quarter 2031 Results

HELSINKI, November 4, 2031 - Velmora Robotics Inc. (NYSE: VELM) ("Velmora") today announced its results.

Third Quarter 2031 Highlights

  • Revenue was USD 71.5 million, up 13%.
  • Non-GAAP net loss1 was USD 2.2 million, mainly due to the orders
  1. Non-GAAP net loss is a non-GAAP financial measure. It leaves out
    share-based pay, and goes on to the next page because our

page accountant asks for it.

1

of clinics in the north.

  • Active customers2 were 1,204.

Dial-in

1-555-010-0199

Disclaimer

Velmora published this content on 4 November 2031 and answers alone for what it says.
"""


def test_kinds() -> None:
    found = segment(read(RELEASE))
    text = found.document.text
    kinds = [(p.kind, " ".join(text[p.start : p.end].split())[:18]) for p in found.paragraphs]
    assert kinds == [
        ("heading", "Velmora Robotics I"),
        ("text", "HELSINKI, November"),
        ("heading", "Third Quarter 2031"),
        ("list_item", "• Revenue was USD "),
        ("list_item", "• Non-GAAP net los"),
        ("footnote", "1. Non-GAAP net lo"),
        ("footnote", "page accountant as"),
        ("page", "1"),
        ("list_item", "of clinics in the "),
        ("list_item", "• Active customers"),
        ("heading", "Dial-in"),
        ("address", "1-555-010-0199"),
        ("heading", "Disclaimer"),
        ("notice", "Velmora published "),
    ]


def test_what_it_is_and_why() -> None:
    document = segment(read(RELEASE)).document
    assert (document.kind, document.company, document.period, document.published) == (
        "release",
        "Velmora Robotics Inc",
        "2031-Q3",
        "2031-11-04",
    )
    assert [line.split(" ")[0] for line in document.because] == ["kind", "company", "period", "published"]


def test_pages_are_counted() -> None:
    found = segment(read(RELEASE))
    assert {p.page for p in found.paragraphs} == {1, 2}


def test_chinese_release() -> None:
    text = "维摩科技公布2031年第三季度业绩\n\n2031年11月4日，维摩科技今日公布业绩。\n\n一、收入\n\n收入为7.15亿元，同比增长13%。\n"
    found = segment(read(text))
    assert (found.document.kind, found.document.company, found.document.period) == ("release", "维摩科技", "2031-Q3")
    assert found.document.published == "2031-11-04"


def test_a_release_that_quotes_its_officers_is_no_transcript() -> None:
    text = (
        "Orbel Corp Reports Second Quarter 2031 Results\n\nHARBOUR CITY, August 4, 2031 -- Orbel Corp today reported results "
        "for the second quarter of 2031.\n\n- Revenue rose 4.2% to $61.2 million.\n- Gross margin was 31.4%.\n\n"
        'Ms. Ada Lind, Chief Executive Officer of Orbel, commented: "Orders held up well."\n\n'
        'Mr. Bo Tran, Chief Financial Officer, said: "Cash was strong."\n\nNon-GAAP Information\n\nWe leave out one-off costs.\n'
    )
    segments = segment(read(text.encode()))
    assert segments.document.kind == "release"
    assert [row.kind for row in segments.paragraphs].count("list_item") == 2


def test_a_half_to_come_is_not_what_a_year_is_reported_on() -> None:
    text = (
        "岚桥教育集团有限公司\n截至2030年8月31日止年度全年业绩公告\n\n2030年11月12日\n\n收入为人民币36.4亿元，同比增长9%。"
        "毛利为人民币14.2亿元，毛利率38.9%，较上年提高2.3个百分点。经营利润为人民币2.6亿元。\n\n在线课程于2031财年下半年实现盈亏平衡。\n"
    )
    assert segment(read(text.encode(), name="release.txt")).document.period == "FY2030"
