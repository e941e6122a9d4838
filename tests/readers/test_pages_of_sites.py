"""Pages as sites and EDGAR print them: bullets in tables, ends of paper pages, captions, layout; cues and speeches."""

from __future__ import annotations

import json

import pytest

from nlp.pipeline import analyze
from nlp.readers import read

HIDDEN = "<div style='display:none'><ix:header><ix:hidden><ix:nonFraction name='a'>999</ix:nonFraction></ix:hidden></ix:header></div>"
NUMBER = "<p align='center'>3</p><hr style='page-break-after:always'><p><a href='#toc'>Table of Contents</a></p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<table><tr><td>•</td><td>Sales rose.</td></tr><tr><td>(2)</td><td>Costs fell.</td></tr></table>",
            "• Sales rose.\n\n(2) Costs fell.\n",
            id="bullets-in-a-table",
        ),
        pytest.param(f"{HIDDEN}<p>We expect more of it in the</p>{NUMBER}<p>second quarter.</p>", "We expect more of it in the second quarter.\n", id="a-page-ends-in-a-sentence"),
        pytest.param(f"<p>Costs fell.</p>{NUMBER}<p>Sales rose.</p>", "Costs fell.\n\nSales rose.\n", id="a-page-ends"),
        pytest.param("<p>Costs fell.</p><p>- F-12 -</p><div style='break-before: page'></div><p>Sales rose.</p>", "Costs fell.\n\nSales rose.\n", id="a-page-of-statements"),
        pytest.param("<p>Costs fell by</p><p>12</p><p>per cent.</p>", "Costs fell by\n\n12\n\nper cent.\n", id="a-number-alone-stays"),
        pytest.param("<p>Costs fell.<sup>1</sup></p><p><sup>1</sup> Without hedges.</p>", "Costs fell.1\n\n¹ Without hedges.\n", id="a-note"),
        pytest.param("<table><tr><td><table><tr><td>Menu</td></tr></table></td><td><p>Sales rose.</p><p>Costs fell.</p></td></tr></table>", "Menu\n\nSales rose.\n\nCosts fell.\n", id="layout"),
        pytest.param(
            "<table><caption>Key figures (EUR million)</caption><tr><td></td><td>Q1 2031</td><td>Q1 2030</td></tr><tr><td>Revenue<sup>1</sup></td><td>120.4<sup>(a)</sup></td><td>111.4</td></tr><tr><td>EBITDA</td><td>&minus;1.4</td><td>&ndash;</td></tr></table>",
            "Key figures (EUR million)\n\n\tQ1 2031\tQ1 2030\nRevenue1\t120.4⁽a⁾\t111.4\nEBITDA\t−1.4\t–\n",
            id="caption",
        ),
        pytest.param(
            "<table><tr><td>Other loss</td><td>$</td><td>(</td><td>1,200</td><td>)</td><td>$</td><td>(900</td><td>)</td></tr><tr><td>Sales</td><td>$</td><td></td><td>12</td><td></td><td></td><td>11</td><td></td></tr></table>",
            "Other loss\t$(1,200)\t$(900)\nSales\t$12\t11\n",
            id="sign-and-bracket-apart",
        ),
    ],
)  # fmt: skip
def test_pages(body: str, text: str) -> None:
    assert read(f"<html><body>{body}</body></html>".encode(), name="a.html").text == text


def test_a_table_under_a_caption_is_claimed() -> None:
    page = (
        "<html><h1>Orbel Tools First Quarter 2031 Results</h1><table><caption>Key figures (EUR million)</caption>"
        "<tr><th rowspan='2'></th><th colspan='2'>Three Months Ended March 31,</th></tr><tr><th>2031</th><th>2030</th></tr>"
        "<tr><th scope='row'>Revenue<sup>1</sup></th><td>120.4<sup>(a)</sup></td><td>111.4</td></tr>"
        "<tr><th>Net income</th><td>&minus;1.4</td><td>nil</td></tr></table><p><sup>1</sup> Without hedges.</p></html>"
    )
    analysis = analyze("Operator\n\nWelcome.\n\nAda Lind -- CFO\n\nThank you.\n", releases=[read(page.encode())])
    found = [
        (row.metric, row.period, row.amount.unit, row.amount.low and int(row.amount.low)) for row in analysis.claims
    ]
    assert found == [
        ("revenue", "2031-Q1", "EUR", 120400000), ("revenue", "2030-Q1", "EUR", 111400000),
        ("net_income", "2031-Q1", "EUR", -1400000), ("net_income", "2030-Q1", "EUR", 0),
    ]  # fmt: skip


SUBMISSION = """<SEC-DOCUMENT>1.txt
FILED AS OF DATE: 20310503
<DOCUMENT>
<TYPE>6-K
<SEQUENCE>1
<FILENAME>d1.htm
<TEXT>
<HTML><P>FORM 6-K</P><P>Exhibit 99.2: Orbel Tools reports first quarter 2031 results</P></HTML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<FILENAME>ex1.htm
<TEXT>
<HTML><P>Orbel Tools announces its annual general meeting on June 2, 2031</P></HTML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.2
<SEQUENCE>3
<FILENAME>ex2.htm
<TEXT>
<HTML><P>Orbel Tools Reports First Quarter 2031 Financial Results</P><P>Revenue was $120.4 million.</P></HTML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<SEQUENCE>4
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
M_]C_X  02D9)1@ ! 0$ 8 !@  #_VP!#  ,"@ ,"@,#" ,#"
`
end
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_the_results_of_a_submission() -> None:
    found = read(SUBMISSION.encode(), name="0001.txt")
    assert found.text == "Orbel Tools Reports First Quarter 2031 Financial Results\n\nRevenue was $120.4 million.\n"
    assert found.published == "2031-05-03" and "EX-99.2 ex2.htm (3 of 3" in found.because[0]


@pytest.mark.parametrize(
    ("cues", "text"),
    [
        pytest.param("00:01.000 --> 00:04.000 align:start\n- Thank you.\n- <i>Sales rose</i>", "Thank you.\n\nSales rose\n", id="dialogue"),
        pytest.param("00:01.000 --> 00:02.000\nADA LIND: Sales rose\n5%.\n\n00:02.100 --> 00:03.000\n>> BO TRAN: Good.", "ADA LIND: Sales rose 5%.\n\nBO TRAN: Good.\n", id="chevrons"),
        pytest.param("00:01.000 --> 00:02.000\nADA LIND: Sales rose. >> BO\nTRAN: Why? >> ADA LIND:\n\n00:02.100 --> 00:03.000\nWe sold more.", "ADA LIND: Sales rose.\n\nBO TRAN: Why?\n\nADA LIND: We sold more.\n", id="chevrons-within"),
        pytest.param("00:01.000 --> 00:02.000\n>> ADA LIND: You are muted.\n\n00:02.100 --> 00:03.000\n>> ADA LIND: Still muted.", "ADA LIND: You are muted.\n\nADA LIND: Still muted.\n", id="chevrons-again"),
        pytest.param("00:01.000 --> 00:02.000\n[music]\n\n00:02.000 --> 00:03.000\n<v Ada Lind>Sales rose.</v>", "Ada Lind: Sales rose.\n", id="music"),
    ],
)  # fmt: skip
def test_cues(cues: str, text: str) -> None:
    assert read(f"WEBVTT\n\nNOTE made by hand\n\n{cues}\n".encode()).text == text


def test_cues_in_utf_16() -> None:
    assert read("1\n00:00:01,000 --> 00:00:02,000\n主持人：欢迎\n".encode("utf-16")).text == "主持人: 欢迎\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param([{"speaker_id": "S1", "words": [{"text": "Sales"}, {"text": "rose."}]}, {"speaker_id": "S2", "words": [{"word": "Yes."}]}], "S1  [1]\nSales rose.\n\nS2  [2]\nYes.\n", id="words"),
        pytest.param({"speakers": {"0": "Ada Lind"}, "utterances": [{"speaker": 0, "transcript": "Hi."}, {"speaker": 1, "transcript": "Yes."}]}, "Ada Lind  [1]\nHi.\n\nSpeaker 1  [2]\nYes.\n", id="numbers"),
        pytest.param({"symbol": "ORB", "year": 2031, "content": "Operator: Welcome.\nAda Lind: Thank you."}, "Operator: Welcome.\nAda Lind: Thank you.", id="one-text"),
    ],
)  # fmt: skip
def test_speeches(value: object, text: str) -> None:
    assert read(json.dumps(value).encode(), name="a.json").text == text


def test_speeches_a_line_each() -> None:
    rows = [{"speaker": "Ada Lind", "text": "Sales rose."}, {"speaker": "Bo Tran", "text": "Costs fell."}]
    text = "\n".join(json.dumps(row) for row in rows)
    assert read(text.encode(), name="a.jsonl").text == "Ada Lind  [1]\nSales rose.\n\nBo Tran  [2]\nCosts fell.\n"
