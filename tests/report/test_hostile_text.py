"""120 hostile payloads in eight outputs: text stays text, the same words can still be read, nothing becomes active."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from nlp.report import BINARY, FORMATS, render
from nlp.report.csv import to_csv
from nlp.report.frames import to_frames
from nlp.report.labels import visible
from nlp.report.sarif import to_sarif, uri
from nlp.report.summary import to_summary
from nlp.report.xlsx import to_xlsx
from nlp.words import LANGS
from tests.report.hostile import PAYLOADS, a_hostile_analysis

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]"
)
ANALYSIS = a_hostile_analysis()


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 120


@pytest.mark.parametrize("name", sorted(set(FORMATS) - BINARY - {"json"}))
def test_no_control_character_is_written(name: str) -> None:
    source = render(ANALYSIS, name).removeprefix("\ufeff")
    assert _CONTROLS.findall(source.replace("\r\n", "\n")) == []
    assert source.encode("utf-8")


def test_the_terminal_is_never_steered() -> None:
    for colour in (False, True):
        told = re.sub(r"\x1b\[[0-9;]*m", "", to_summary(ANALYSIS, colour=colour))  # rich's own colours
        assert _CONTROLS.findall(told) == []
    assert "[bold]rich[/bold]" in to_summary(ANALYSIS)


def test_json_gives_every_payload_back() -> None:
    table = json.loads(render(ANALYSIS, "json"))
    assert [row["message"] for row in table["findings"]] == list(PAYLOADS)


def test_frames_give_every_payload_back() -> None:
    told = to_frames(ANALYSIS)["findings"]["message"].tolist()
    assert told == [bad.encode("utf-8", "replace").decode() for bad in PAYLOADS]


@pytest.mark.parametrize("lang", LANGS)
def test_no_cell_of_the_csv_begins_a_formula(lang: str) -> None:
    for delimiter in (",", ";", "\t"):
        for row in csv.reader(io.StringIO(to_csv(ANALYSIS, lang).removeprefix("\ufeff")), delimiter=delimiter):
            for cell in row:
                for text in (cell, cell.strip().strip('"').strip()):
                    assert not text.startswith(("=", "+", "@", "＝", "＋", "－", "＠", "\t", "\r")), cell
                    assert not re.match(r"-(?![0-9.]+$)", text), cell


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    data = to_xlsx(ANALYSIS)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [
        cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ] == []
    parts = zipfile.ZipFile(io.BytesIO(data))
    assert not [name for name in parts.namelist() if "externalLink" in name or "vba" in name]
    assert not [
        name for name in parts.namelist() if name.endswith(".rels") and b'TargetMode="External"' in parts.read(name)
    ]
    messages = [row[7].value for row in book["Exceptions"].iter_rows(min_row=2)]
    assert sorted(filter(None, messages)) == sorted(filter(None, (_read_back(bad) for bad in PAYLOADS)))


def _read_back(text: str) -> str:
    # A carriage return is a line end in a cell.
    return visible(text).encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")


def test_sarif_messages_hold_no_link_and_no_placeholder() -> None:
    log = json.loads(to_sarif(ANALYSIS))
    assert len(log["runs"][0]["results"]) == len(PAYLOADS)
    for result in log["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", result["message"]["text"])
        assert not re.search(r"(?<!\{)\{[0-9]", result["message"]["text"].replace("{{", ""))
    for artifact in log["runs"][0]["artifacts"]:
        assert re.fullmatch(r"[A-Za-z0-9_.~%-]+", artifact["location"]["uri"])
        assert artifact["location"]["uri"] not in (".", "..")


@pytest.mark.parametrize("bad", ["../../etc/passwd", "javascript:alert(1)", "//evil.example/x", "..", "a b"])
def test_a_name_is_one_step_of_a_path(bad: str) -> None:
    assert not set(uri(bad)) & set("/:\\ ")


def test_the_page_is_inert_in_a_browser(opened: object, tmp_path: Path) -> None:
    from tests.report.conftest import Opened

    open_page: Opened = opened  # type: ignore[assignment]
    page = open_page(ANALYSIS)  # the fixture holds: no dialog, no request, nothing on the console
    assert page.evaluate("document.querySelectorAll('script').length") == 2
    for tag in ("img", "iframe", "object", "embed", "base", "link", "video", "audio", "template", "math", "b", "i"):
        assert page.evaluate("tag => document.querySelectorAll(tag).length", tag) == 0, tag
    on = "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style')).length"
    assert page.evaluate(on) == 0
    assert page.evaluate("document.querySelectorAll('#data').length") == 1
    shown = page.evaluate("[...document.querySelectorAll('.card[data-wrong] p.message')].map(e => e.textContent)")
    assert sorted(" ".join(text.split()) for text in shown) == sorted(" ".join(_told(bad).split()) for bad in PAYLOADS)
    page.keyboard.press("j")
    page.locator("main .m").first.click()
    for bad in ("<script>", "onerror", "__proto__"):
        page.locator("#query").fill(bad)
        page.keyboard.press("Enter")
    page.locator("#display summary").click()
    page.locator("#interface").select_option("zh-Hans")
    assert page.evaluate("document.querySelectorAll('script').length") == 2


def _told(text: str) -> str:
    """A payload as the page shows it: each control as its name."""
    return re.sub(r"\[(U\+[0-9A-F]{4,6})\]", r"\1", visible(text)).encode("utf-8", "replace").decode()
