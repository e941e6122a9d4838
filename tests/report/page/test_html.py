"""The page: complete in itself, escaped, its links whole, its marks telling their verdict without colour."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from nlp.records import Analysis, Run, Span, Turn
from nlp.report.page.html import shown, to_html
from tests.report.build import a_claim, a_document, a_finding, an_analysis, paragraphs_of

HOSTILE = (
    "<script>alert(1)</script> \"><img src=x onerror=alert(2)> ]]> --> {{ 7*7 }} '&quot; \u202e9.1%\u2066 \x00 \ud800"
)
_VOID = {"meta", "input", "br"}


class _Page(HTMLParser):
    """Elements with their attributes, and the text, as a browser would have them; fails on an unclosed element."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = self.data = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "script"):
            self.text += data
        elif data.startswith("{"):
            self.data = data

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]

    def marks(self) -> list[tuple[str, dict[str, str | None]]]:
        return [(tag, attrs) for tag, attrs in self.elements if "m" in (attrs.get("class") or "").split()]


@pytest.fixture(scope="module")
def source() -> str:
    return to_html(an_analysis())


@pytest.fixture(scope="module")
def page(source: str) -> _Page:
    return _Page(source)


def test_the_page_asks_for_nothing_and_its_policy_lets_nothing_in(source: str, page: _Page) -> None:
    policy = next(a["content"] or "" for t, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        body = re.search(rf"<{name}>(.*?)</{name}>", source, re.DOTALL)
        assert body is not None
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "embed", "base"}
    assert not [a for _, a in page.elements if "src" in a or "style" in a or any(k.startswith("on") for k in a)]
    assert "http" not in re.sub(r"http-equiv", "", source)


def test_every_id_is_once_and_every_link_leads_somewhere(page: _Page) -> None:
    ids = page.ids()
    assert len(ids) == len(set(ids))
    links = [a["href"] or "" for tag, a in page.elements if tag == "a" and a.get("id") != "download"]
    assert links and all(link.startswith("#") and link[1:] in ids for link in links)


def test_marks_lead_to_their_finding_and_findings_to_their_claims(page: _Page) -> None:
    wrong = next(a for _, a in page.marks() if a["data-v"] == "contradicted")
    assert wrong["href"] == "#f-aa11"
    places = [a["href"] for tag, a in page.elements if tag == "a" and a.get("class") == "place"]
    assert f"#{wrong['id']}" in places


def test_a_mark_names_its_claims(page: _Page) -> None:
    claims = json.loads(page.data)["claims"]
    assert [claims[int((a["data-k"] or "").split()[0])]["v"] for _, a in page.marks()] == [
        a["data-v"] for _, a in page.marks()
    ]


def test_sides_tell_their_language(page: _Page) -> None:
    languages = [a["lang"] for tag, a in page.elements if tag == "p" and (a.get("id") or "").startswith("p-")]
    assert languages == ["en", "zh-Hans", "en", "zh-Hans", "en", "en", "en", "en"]


def test_the_page_tells_all(page: _Page) -> None:
    told = " ".join(page.text.split())
    for words in (
        "no earlier release given",
        "likely: speaker or speech recognition",
        "19.2m / 7.7bn = 0.0025",
        "would hold as RMB19.2 billion , leaving 20.0-20.1% against 20.4%".replace(" ,", ","),
        "call.txt:5:89",
        "no Chinese counterpart",
        "the split",
        "no base is stated for 12.6%",
        "Mara Ellwood executive, CFO",
        "▲ positive guidance",
    ):
        assert words in told, words


def test_the_same_analysis_gives_the_same_bytes(source: str) -> None:
    assert to_html(an_analysis()) == source


def _hostile() -> Analysis:
    document = a_document(f"{HOSTILE}\n{HOSTILE}", name=HOSTILE, id="d", company=HOSTILE, period=HOSTILE)
    rows = paragraphs_of(document)
    claim = a_claim(document, "9.1%", id='c"><b>', metric=f"other:{HOSTILE}", segment=HOSTILE)
    finding = a_finding(
        claim, code=HOSTILE, message=HOSTILE, formula=HOSTILE, origin=HOSTILE, fingerprint='f"><b>',
        evidence=(Span(document_id="d", start=0, end=len(HOSTILE)),),
    )  # fmt: skip
    turn = Turn(
        id="t", document_id="d", start=0, end=9, speaker=HOSTILE, label=HOSTILE, role="analyst", title=HOSTILE,
        firm=HOSTILE, paragraphs=tuple(p.id for p in rows),
    )  # fmt: skip
    run = Run(version=HOSTILE, options="", inputs=((HOSTILE, HOSTILE),), could_not_tie=HOSTILE)
    rows = tuple(replace(row, on_behalf_of=HOSTILE) for row in rows)
    return Analysis(
        run=run, documents=(document,), paragraphs=rows, turns=(turn,), claims=(claim,), findings=(finding,)
    )


def test_hostile_text_stays_text() -> None:
    source = to_html(_hostile())
    page = _Page(source)
    assert [a.get("type") for tag, a in page.elements if tag == "script"] == ["application/json", None]
    assert "[U+202E]9.1%[U+2066]" in json.loads(page.data)["claims"][0]["metric"]
    assert not {tag for tag, _ in page.elements} & {"img", "b"}
    assert page.text.count("<script>alert(1)</script>") >= 12
    assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|49", page.text)
    assert not re.search("[\x00\u202e\u2066\ud800]", source)
    assert "U+202E" in page.text
    assert source.encode()


def test_controls_are_shown_by_name() -> None:
    assert str(shown("a\u200b<")) == 'a<span class="control" title="U+200B ZERO WIDTH SPACE">U+200B</span>&lt;'


def test_an_empty_analysis_is_a_page() -> None:
    page = _Page(to_html(Analysis(run=Run(version="0", options="0"))))
    assert "Nothing that was checked is wrong." in page.text


def test_findings_of_one_fingerprint_are_told_apart() -> None:
    document = a_document("One 5% two.")
    claim = a_claim(document, "5%")
    findings = (a_finding(claim, fingerprint="x"), a_finding(claim, fingerprint="x", code="A999"))
    ids = _Page(
        to_html(Analysis(run=Run(version="0", options="0"), documents=(document,), claims=(claim,), findings=findings))
    ).ids()
    assert {"f-x", "f-x-2"} <= set(ids)


def test_a_claim_between_two_paragraphs_is_anchored_once() -> None:
    document = a_document("One 5\n% two.")
    claim = a_claim(document, "5\n%", id="c")
    analysis = Analysis(
        run=Run(version="0", options="0"), documents=(document,), paragraphs=paragraphs_of(document), claims=(claim,)
    )
    assert _Page(to_html(analysis)).ids().count("m-c") == 1
