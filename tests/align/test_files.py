"""TSV and TMX, and the command that writes them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.align import align
from nlp.cli import run
from nlp.report.aligned import to_tmx, to_tsv
from tests.align.test_align import EN, ZH
from tests.strategies import texts

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    english, chinese = tmp_path / "en.txt", tmp_path / "zh.txt"
    english.write_text("\n\n".join(EN), encoding="utf-8")
    chinese.write_text("\n".join(ZH[:4] + ZH[5:]), encoding="utf-8")
    return english, chinese


def test_tsv_shows_every_line_and_says_what_has_no_counterpart() -> None:
    beads = align(EN, ZH[:4] + ZH[5:], encoder=None)
    rows = [row.split("\t") for row in to_tsv(beads, EN, ZH[:4] + ZH[5:]).splitlines()]
    assert rows[0] == ["source", "target", "score", "order", "source_text", "target_text"]
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 11)]
    assert rows[5][:2] == ["5", ""]
    assert rows[5][4:] == [EN[4], ""]
    assert all(0 <= float(row[2]) <= 1 and row[3] == "kept" for row in rows[1:])


def test_tmx_is_a_memory_with_scores() -> None:
    beads = align(EN, ZH[:4] + ZH[5:], encoder=None)
    tree = ET.fromstring(to_tmx(beads, EN, ZH[:4] + ZH[5:]))  # noqa: S314 -- our own output
    header = tree.find("header")
    assert header is not None
    needed = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert set(header.attrib) == needed
    assert tree.get("version") == "1.4"
    units = tree.findall("body/tu")
    assert [[tuv.get(LANG) for tuv in unit.findall("tuv")] for unit in units].count(["en", "zh"]) == 9
    assert [unit.findtext("tuv/seg") for unit in units] == list(EN)
    assert [unit.findtext("prop[@type='x-lines']") for unit in units][4] == "5:"


@given(st.lists(texts(40), max_size=5), st.lists(texts(40), max_size=5))
def test_any_text_can_be_written(source: list[str], target: list[str]) -> None:
    beads = align(source, target, encoder=None)
    units = ET.fromstring(to_tmx(beads, source, target).encode()).findall("body/tu")  # noqa: S314 -- our own output
    assert len(units) == len(beads)
    rows = to_tsv(beads, source, target).encode().decode().split("\n")
    assert len(rows) == len(beads) + 2
    assert all(row.count("\t") == 5 for row in rows[:-1])


def test_the_command_writes_to_stdout_or_a_file(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["align", *map(str, files), "--encoder", "none"]) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 11
    assert shown.err == ""
    memory = tmp_path / "memory.tmx"
    assert run(["align", *map(str, files), "--encoder", "none", "--format", "tmx", "-o", str(memory)]) == 0
    assert capsys.readouterr().out == ""
    assert len(ET.parse(memory).findall("body/tu")) == 10  # noqa: S314 -- our own output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["{en}", "missing.txt"], "no such file", id="missing"),
        pytest.param(["{en}", "{zh}", "--encoder", "magic"], "no such encoder", id="encoder"),
        pytest.param(["{en}", "{zh}", "--encoder", "none", "-o", "{en}/x/y.tsv"], "cannot be written", id="output"),
        pytest.param(["{en}", "{zh}", "--format", "xliff"], "xliff", id="format"),
    ],
)
def test_bad_usage_exits_2(
    files: tuple[Path, Path], arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = [argument.format(en=files[0], zh=files[1]) for argument in arguments]
    assert run(["align", *filled]) == 2
    assert said in capsys.readouterr().err


def test_a_shuffled_file_is_said_so(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = root / "corpora" / "align" / "spoken-robotics"
    lines = (folder / "target.txt").read_text(encoding="utf-8").splitlines()
    turned = tmp_path / "turned.txt"
    turned.write_text("\n".join(lines[::-1]), encoding="utf-8")
    assert run(["align", str(folder / "source.txt"), str(turned), "--encoder", "none"]) == 0
    shown = capsys.readouterr()
    assert "free order" in shown.err
    assert {row.split("\t")[3] for row in shown.out.splitlines()[1:]} == {"free"}
