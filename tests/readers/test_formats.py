"""What each reader makes of the ways in which its format says things."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from nlp.errors import BadInput, Empty, TooLarge
from nlp.options import Limits, Options
from nlp.places import place_at
from nlp.readers import read
from nlp.readers.builder import raise_note
from nlp.records import Document
from tests.rendering import to_pdf


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def rows(document: Document) -> list[list[tuple[int, int, str]]]:
    """The cells of the first table, by rows: (column, span, text)."""
    table = document.tables[0]
    out: list[list[tuple[int, int, str]]] = [[] for _ in range(max(cell.row for cell in table.cells) + 1)]
    for cell in table.cells:
        out[cell.row].append((cell.column, cell.span, document.text[cell.start : cell.end]))
    return out


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<p>Revenue  rose\n 5%.</p><p>Cost fell.</p>", "Revenue rose 5%.\n\nCost fell.\n", id="paragraphs"
        ),
        pytest.param("<div>Ada Lind<br>CFO<br><br>Thank you.</div>", "Ada Lind\nCFO\n\nThank you.\n", id="breaks"),
        pytest.param("<p>Up <b>5</b>% to <i>$7</i> million</p>", "Up 5% to $7 million\n", id="inline"),
        pytest.param("<ul><li>One</li><li>Two</li></ul>", "• One\n\n• Two\n", id="bullets"),
        pytest.param("<ol><li>One</li><li>Two</li></ol>", "1. One\n\n2. Two\n", id="numbers"),
        pytest.param("<p>Net loss<sup>1</sup> was $42.4<sup>2</sup></p>", "Net loss1 was $42.4²\n", id="raised-notes"),
        pytest.param("<p>a</p><script>b</script><style>c</style><p>d</p>", "a\n\nd\n", id="script-and-style"),
        pytest.param("<p>a<span style='display: none'>b</span>c</p>", "ac\n", id="hidden"),
        pytest.param("<p>a</p><ix:header><div>9,999</div></ix:header>", "a\n", id="hidden-facts"),
        pytest.param(
            "<p>Revenue of $<ix:nonfraction>7</ix:nonfraction> million</p>", "Revenue of $7 million\n", id="ixbrl"
        ),
        pytest.param("<nav><a>Home</a></nav><p>a &amp; b &lt; c</p>", "a & b < c\n", id="menu-and-entities"),
        pytest.param("<pre>a   1\n  b  2</pre>", "a   1\n  b  2\n", id="preformatted"),
        pytest.param("<p>&nbsp;&nbsp;&nbsp;set in</p>", "   set in\n", id="hard-blanks"),
        pytest.param("<p>营收增长５％</p>", "营收增长５％\n", id="chinese"),
        pytest.param("<table><tr><td>•</td><td>Revenue rose</td></tr></table>", "• Revenue rose\n", id="bullet-table"),
        pytest.param("<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext\n", id="unclosed"),
    ],
)
def test_html_text(body: str, text: str) -> None:
    document = read(page(body), name="page.html")
    assert (document.text, document.format) == (text, "html")


def test_html_places_lead_back_to_elements() -> None:
    document = read(page("<p>One</p><div><p>Two</p></div>"), name="page.html")
    place = place_at(document.places, document.text.index("Two"))
    assert place is not None and place.element == "(//p)[2]"
    assert place_at(document.places, len(document.text)) is None


SOUP = """<table><tr><td></td><td></td><td colspan=5>Three months ended March 31,</td></tr>
<tr><td></td><td></td><td colspan=2>2031</td><td></td><td colspan=2>2030</td></tr>
<tr><td>Revenue</td><td></td><td>$</td><td>1,234</td><td></td><td>$</td><td>1,100</td></tr>
<tr><td>Net loss<sup>(1)</sup></td><td></td><td colspan=2>(34</td><td>)</td><td colspan=2>(100</td><td>)</td></tr>
<tr><td>Margin</td><td>(2)</td><td></td><td>41.2</td><td>%</td><td></td><td>—</td></tr></table>"""


def test_html_table_soup_becomes_columns() -> None:
    assert rows(read(page(SOUP), name="page.html")) == [
        [(1, 2, "Three months ended March 31,")],
        [(1, 1, "2031"), (2, 1, "2030")],
        [(0, 1, "Revenue"), (1, 1, "$1,234"), (2, 1, "$1,100")],
        [(0, 1, "Net loss(1)"), (1, 1, "(34)"), (2, 1, "(100)")],
        [(0, 1, "Margin (2)"), (1, 1, "41.2%"), (2, 1, "—")],
    ]


def test_a_figure_in_brackets_is_no_note() -> None:
    body = (
        "<table><tr><td>Cost</td><td>(3)</td><td>(22)</td></tr><tr><td>Tax</td><td>(44)</td><td>(2)</td></tr></table>"
    )
    assert rows(read(page(body)))[0] == [(0, 1, "Cost"), (1, 1, "(3)"), (2, 1, "(22)")]


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk", "big5", "utf-16"])
def test_html_in_the_encoding_it_declares(encoding: str) -> None:
    text = "公司本季收入增加，成本下降。" * 4
    head = f"<meta charset='{encoding}'>"
    assert read(page(f"<p>{text}</p>", head).decode().encode(encoding), name="a.html").text == f"{text}\n"


def test_html_that_lies_about_its_encoding() -> None:
    data = "<html><meta charset='big5'><p>公司本季收入增加，成本下降，谢谢大家的参与和提问。</p></html>".encode()
    assert "收入增加" in read(data, name="a.html").text


# ------------------------------------------------------------------------------------------------------------- word


def word(fill: Any) -> bytes:
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_word_text_lists_breaks_and_tables() -> None:
    def fill(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        document.add_paragraph("Ada Lind").add_run().add_break()
        document.paragraphs[0].add_run("CFO")
        document.add_paragraph("Revenue rose", style="List Bullet")
        note = document.add_paragraph("Cost of 42.4").add_run("3")
        note.font.superscript = True
        table = document.add_table(2, 3)
        for at, words in enumerate(["", "2031", "2030", "Cost", "(3)", "(22)"]):
            table.cell(at // 3, at % 3).text = words

    document = read(word(fill), name="a.docx")
    assert document.text == "Ada Lind\nCFO\n\n• Revenue rose\n\nCost of 42.4³\n\n\t2031\t2030\nCost\t(3)\t(22)\n"
    place = place_at(document.places, document.text.index("Revenue"))
    assert place is not None and place.element == "body/p[2]"


def test_word_keeps_what_was_inserted_and_leaves_out_what_was_deleted() -> None:
    from docx.oxml import parse_xml

    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Revenue rose ")
        for kind, tag, words in (("del", "delText", "4%"), ("ins", "t", "5%")):
            paragraph._p.append(parse_xml(f"<w:{kind} {spaces}><w:r><w:{tag}>{words}</w:{tag}></w:r></w:{kind}>"))

    assert read(word(fill)).text == "Revenue rose 5%\n"


# -------------------------------------------------------------------------------------------------------------- pdf

LONG = "Revenue rose because more hospitals bought our pumps, and because the older pumps were replaced sooner than we had planned. "


def test_pdf_lines_join_pages_join_and_running_heads_go() -> None:
    text = "\n\n".join(f"{at}. {LONG * 12}".strip() for at in range(1, 12))
    document = read(to_pdf(text), name="a.pdf")
    assert document.text == f"{text}\n"
    places = [place_at(document.places, document.text.index(f"{at}. Revenue")) for at in (1, 11)]
    assert [place.page for place in places if place] == [1, 4]


def test_pdf_in_two_columns_is_read_column_by_column() -> None:
    text = "\n\n".join(f"{at}. {LONG * 6}".strip() for at in range(1, 8))
    document = read(to_pdf(text, columns=2), name="a.pdf")
    assert [document.text.index(f"{at}. Revenue") for at in range(1, 8)] == sorted(
        document.text.index(f"{at}. Revenue") for at in range(1, 8)
    )
    assert document.text.count(LONG.strip()) == 42


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(
            "The com-", "pany grew. The company grew. The company did.", "The company grew.", id="broken-word"
        ),
        pytest.param(
            "Our low-", "cost pumps. A low price, a low cost, low and cost", "Our low-cost pumps.", id="compound"
        ),
    ],
)
def test_pdf_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    from nlp.readers.builder import TextBuilder
    from nlp.readers.pdf_blocks import write_pages
    from nlp.readers.pdf_lines import Page, Row, Segment

    def row(base: float, text: str, right: float) -> Row:
        return Row(base, 10, (Segment(50, right, text, 30),))

    page = Page((row(700, first, 500), row(688, second, 400)), 550, 842)
    builder = TextBuilder()
    write_pages([page], builder)
    assert builder.document(b"", "a.pdf", Options(), kind="pdf").text.startswith(joined)


def test_a_scan_says_that_it_has_no_text() -> None:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.save()
    with pytest.raises(Empty, match="no text layer"):
        read(buffer.getvalue(), name="scan.pdf")


def test_pdf_limits() -> None:
    data = to_pdf("\n\n".join([LONG * 30] * 5))
    with pytest.raises(TooLarge, match="limits.pdf_pages"):
        read(data, name="a.pdf", options=Options(limits=Limits(pdf_pages=1)))
    with pytest.raises(TooLarge, match="limits.page_chars"):
        read(data, name="a.pdf", options=Options(limits=Limits(page_chars=100)))


# --------------------------------------------------------------------------------------------------- other formats

SUBMISSION = """<SEC-DOCUMENT>0001.txt : 20310503
<SEC-HEADER>
FILED AS OF DATE:\t\t20310503
</SEC-HEADER>
<DOCUMENT>
<TYPE>6-K
<SEQUENCE>1
<FILENAME>cover.htm
<TEXT>
<html><body><p>Form 6-K, cover</p></body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<FILENAME>notice.htm
<TEXT>
<html><body><p>Notice of a meeting of shareholders</p></body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.2
<SEQUENCE>3
<FILENAME>release.htm
<DESCRIPTION>PRESS RELEASE
<TEXT>
<html><body><p>Orbel Tools Reports First Quarter 2031 Financial Results</p><p>Revenue rose 5%.</p></body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<SEQUENCE>4
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
M_]C_X
end
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_edgar_picks_the_release_out_of_a_submission() -> None:
    document = read(SUBMISSION.encode(), name="0001.txt")
    assert document.text == "Orbel Tools Reports First Quarter 2031 Financial Results\n\nRevenue rose 5%.\n"
    assert document.because == ("read: EX-99.2 release.htm (3 of 3 documents of the submission)",)
    assert document.published == "2031-05-03"


def test_edgar_letter_in_plain_text() -> None:
    letter = "<SEC-DOCUMENT>a\n<DOCUMENT>\n<TYPE>UPLOAD\n<TEXT>\nDear Ms. Lind:\n\n<PAGE> 2\n1.  Please revise.\n</TEXT>\n</DOCUMENT>\n"
    assert read(letter.encode(), name="a.txt").text == "Dear Ms. Lind:\n\n\n1.  Please revise.\n"


CUES = """WEBVTT

intro
00:00:01.000 --> 00:00:03.000 align:start
<v Ada Lind>Good morning, and

00:00:03.100 --> 00:00:05.000
welcome to our call.

00:00:07.500 --> 00:00:09.000
Revenue rose <i>5%</i>.

00:01:02.500 --> 00:01:03.000
<v Bo Tran>Thank you.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_subtitles(newline: str) -> None:
    document = read(CUES.replace("\n", newline).encode(), name="a.vtt")
    assert (
        document.text == "Ada Lind: Good morning, and welcome to our call.\n\nRevenue rose 5%.\n\nBo Tran: Thank you.\n"
    )
    assert [place.element for place in document.places] == ["00:00:01.000", "00:00:07.500", "00:01:02.500"]


def test_subrip_in_chinese_joins_without_blanks() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n李明：各位好，\n\n2\n00:00:02,000 --> 00:00:03,000\n收入增加。\n"
    assert read(text.encode(), name="a.srt").text == "李明: 各位好，收入增加。\n"


def test_subtitles_without_a_cue_are_empty() -> None:
    with pytest.raises(Empty, match="without a cue"):
        read(b"WEBVTT\n\nnothing\n", name="a.vtt")


def test_json_speeches_and_other_json() -> None:
    said = b'[{"speaker": "Ada Lind", "text": "Hello."}, {"speaker": "Bo Tran", "text": "Hi."}]'
    assert (read(said).format, read(said).text) == ("speeches", "Ada Lind  [1]\nHello.\n\nBo Tran  [2]\nHi.\n")
    assert read(b'{"a": [1, 2]}').format == "text"


@pytest.mark.parametrize(
    ("before", "note", "text"),
    [
        pytest.param("net loss", "1", "1", id="behind-a-word"),
        pytest.param("42.4", "12", "¹²", id="behind-a-number"),
        pytest.param("5%", "(1)", "⁽¹⁾", id="behind-a-per-cent"),
    ],
)
def test_raised_notes(before: str, note: str, text: str) -> None:
    assert raise_note(before, note) == text


def test_reading_in_this_process_gives_the_same() -> None:
    data = page(SOUP)
    assert read(data, options=Options(isolate=False)) == read(data)


def test_a_second_read_is_equal() -> None:
    data = to_pdf(LONG * 30)
    assert read(data, name="a.pdf") == read(data, name="a.pdf")


def test_line_ends_inside_a_line_are_blanks() -> None:
    assert read(page("<p>a\u2028b\x0bc</p>")).text == "a b c\n"


def test_errors_name_the_file() -> None:
    with pytest.raises(BadInput, match=r"^deep\.html: "):
        read(page("<div>" * 400 + "words that would be lost " * 20 + "</div>" * 400), name="deep.html")
