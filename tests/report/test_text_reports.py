"""The terminal summary, Markdown, and the writing of reports to a folder."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import BadInput
from nlp.messages import translate
from nlp.records import Analysis, Run, Span
from nlp.report import FORMATS, render, write_reports
from nlp.report.labels import is_exception, one_line, visible
from nlp.report.markdown import code, escape, to_markdown
from nlp.report.summary import to_summary
from nlp.report.view import View
from nlp.report.xlsx import to_xlsx
from nlp.words import say
from tests.report.build import RELEASE, a_claim, a_document, a_finding, an_analysis

SUMMARY = """\
no earlier release given

document     side  amounts  verified  equal by rounding  exceptions  not comparable  unchecked
call.txt     en          5         1                  0           3               0          1
release.txt  en          3         1                  0           0               1          1

1 error, 1 warning, 0 notes

error A311  call.txt:5:89  "RMB19.2 million"  aa11
  19.2 million after 7.7 billion cannot be a growth  (likely: speaker or speech recognition)
  19.2m / 7.7bn = 0.0025; repair: RMB19.2 billion, leaving 20.0-20.1% against 20.4%

warning T501  call.txt:7:27  "RMB90 million and RMB94 million"  bb22
  left untranslated  (likely: translation)

Not comparable or not checked (2):
     1  R110 not comparable: the call gives no margin
     1  A100 unchecked: no base is stated for 12.6%
"""


def test_summary() -> None:
    assert to_summary(an_analysis()) == SUMMARY


def test_summary_in_colour_says_the_same() -> None:
    import re

    coloured = to_summary(an_analysis(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == SUMMARY


def test_summary_shows_escapes_of_a_document_and_never_obeys_them() -> None:
    document = a_document("x \x1b[2J[bold]5%\u202e", name="a\x1b]0;b.txt")
    finding = a_finding(a_claim(document, "\x1b[2J[bold]5%\u202e", id="c"), message="[red]\x07")
    claim = a_claim(document, "\x1b[2J[bold]5%\u202e", id="c")
    text = to_summary(
        Analysis(run=Run(version="0", options="0"), documents=(document,), claims=(claim,), findings=(finding,))
    )
    assert '"[U+001B][2J[bold]5%[U+202E]"' in text
    assert "[red][U+0007]" in text
    assert not any(char in text for char in "\x1b\x07\u202e")


def test_many_reasons_are_counted_together() -> None:
    document = a_document("1% 2% 3%")
    claims = [a_claim(document, words) for words in ("1%", "2%", "3%")]
    findings = tuple(
        a_finding(c, code="A100", verdict="unchecked", severity="note", message=f"no base for {n}%")
        for n, c in enumerate(claims[:2], 1)
    )
    analysis = Analysis(
        run=Run(version="0", options="0"), documents=(document,), claims=tuple(claims), findings=findings
    )
    assert [(r.count, r.message) for r in View(analysis).reasons] == [(2, "no base for …")]
    assert to_summary(analysis).endswith("     2  A100 unchecked: no base for …\n     1  no check applies to them\n")


def test_rare_reasons_are_one_line() -> None:
    document = a_document("1%")
    claim = a_claim(document, "1%")
    kinds = [chr(ord("a") + n) for n in range(14)]
    findings = tuple(
        a_finding(claim, code="A100", verdict="unchecked", severity="note", message=kind) for kind in kinds
    )
    text = to_summary(
        Analysis(run=Run(version="0", options="0"), documents=(document,), claims=(claim,), findings=findings)
    )
    assert text.endswith("     1  A100 unchecked: l\n     2  for other reasons: 2\n")


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        pytest.param("ab\ncd", 4, (2, 2), id="lf"),
        pytest.param("ab\r\ncd", 5, (2, 2), id="crlf"),
        pytest.param("ab\rcd", 3, (2, 1), id="cr"),
        pytest.param("营收𠀀5", 3, (1, 4), id="code-points"),
        pytest.param("ab", 0, (1, 1), id="start"),
    ],
)
def test_line_and_column(text: str, offset: int, place: tuple[int, int]) -> None:
    view = View(Analysis(run=Run(version="0", options="0"), documents=(a_document(text),)))
    assert view.line_and_column(Span(document_id="call.txt", start=offset, end=offset + 1)) == place


@pytest.mark.parametrize(
    ("verdict", "severity", "wrong"),
    [
        ("contradicted", "note", True),
        ("unchecked", "warning", True),
        ("not_comparable", "note", False),
        ("unchecked", "note", False),
        ("supported", "error", False),
        ("rounding", "warning", False),
    ],
)
def test_what_is_an_exception(verdict: str, severity: str, wrong: bool) -> None:
    assert is_exception(a_finding(verdict=verdict, severity=severity)) is wrong


def test_markdown() -> None:
    text = to_markdown(an_analysis())
    assert text.startswith("# Tarnbrook Pumps, 2023-Q1\n\n**no earlier release given**\n\n| document |")
    assert "### ✗ error A311 `call.txt:5:89`\n\n> RMB19.2 million\n\n19.2 million after" in text
    assert "`19.2m / 7.7bn = 0.0025`\n\n- would hold as `RMB19.2 billion`, leaving 20.0-20.1% against 20.4%\n" in text
    assert "- `call.txt:6:40` 1,920万元" in text
    assert text.endswith("| 1 | unchecked | A100 no base is stated for 12.6% |\n")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        pytest.param("a|b", r"a\|b", id="table"),
        pytest.param("<img src=x>", r"\<img src=x\>", id="html"),
        pytest.param("[x](http://e)", r"\[x\](http\://e)", id="link"),
        pytest.param("www.e.example @a #1", r"www\.e.example \@a \#1", id="autolinks"),
        pytest.param("- a\n- b", r"\- a - b", id="list"),
        pytest.param("12. a", r"12\. a", id="numbered"),
        pytest.param("=====", r"\=====", id="underline"),
        pytest.param("2021-Q3", "2021-Q3", id="period"),
        pytest.param("3.5% - 4.0%", "3.5% - 4.0%", id="plain"),
    ],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(("text", "span"), [("a`b", "``a`b``"), ("`a", "`` `a ``"), ("", "")])
def test_code_spans_hold_backticks(text: str, span: str) -> None:
    assert code(text) == span


@given(st.text())
def test_what_is_shown_is_one_line_without_controls(text: str) -> None:
    line = one_line(text)
    assert len(line) <= 160 and "\n" not in line and visible(line) == line


def test_write_reports(tmp_path: Path) -> None:
    paths = write_reports(an_analysis(), tmp_path / "new" / "folder", ["json", "html", "json", "md"])
    assert [path.name for path in paths] == ["report.json", "report.html", "report.md"]
    assert sorted(p.name for p in (tmp_path / "new" / "folder").iterdir()) == [
        "report.html",
        "report.json",
        "report.md",
    ]
    again = Analysis.from_json(paths[0].read_text(encoding="utf-8"))
    assert again == an_analysis()
    assert json.loads(paths[0].read_bytes())["schema"] == 1


def test_a_report_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_reports(an_analysis(), tmp_path, ["md"])
    before = (tmp_path / "report.md").read_bytes()
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    changed = replace(an_analysis(), run=Run(version="9", options="0", could_not_tie="other"))
    with pytest.raises(BadInput, match="No space left on device"):
        write_reports(changed, tmp_path, ["md"])
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("report.md", before)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("htm", f"known: {', '.join(FORMATS)}. Did you mean 'html'?"),
        ("markdown", "Did you mean 'md'?"),
        ("JSON", "Did you mean 'json'?"),
        ("qqqq", f"known: {', '.join(FORMATS)}.$"),
    ],
)
def test_an_unknown_format_is_told_before_anything_is_written(name: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=told.replace("?", r"\?")):
        write_reports(an_analysis(), tmp_path / "x", ["html", name])
    assert not (tmp_path / "x").exists()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(RELEASE)
    with pytest.raises(BadInput, match="Give another folder"):
        write_reports(an_analysis(), tmp_path / "file")


def test_render_is_what_is_written(tmp_path: Path) -> None:
    for path in write_reports(an_analysis(), tmp_path):
        assert path.read_text(encoding="utf-8") == render(an_analysis(), path.suffix[1:])


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant"])
def test_markdown_and_workbook_speak(lang: str, sample: Analysis) -> None:
    """What tieout says is Chinese; what stands in the documents, codes and values stay as they are."""
    markdown = to_markdown(sample, lang)
    assert say("page.findings", lang) in markdown and say("page.error", lang) in markdown
    for english in ("Findings", "likely:", "would hold", "; said ", "The growth said", "not comparable", "unchecked"):
        assert english not in markdown, english
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(sample, lang)))
    rows = list(book["Exceptions"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in rows} <= {say(f"page.{severity}", lang) for severity in ("error", "warning", "note")}
    assert {row[1] for row in rows} == {say("page.contradicted", lang)}
    growth = next(row for row in rows if row[2] == "A01")
    assert growth[7] == translate("The growth said does not follow from the two figures stated.", lang) != ""
