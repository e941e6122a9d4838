"""Every command, walked through in Chinese: no English is left but what stands in the documents."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer

from nlp.cli import run
from nlp.cli.app import app
from nlp.text import guess_script
from tests.batch.calls import calls_in

CALL = """Operator

Welcome to the Brackenwell Looms third quarter 2031 earnings call.

Ada Quist -- CFO

Revenue rose by 22.6% to US$90.4 million from US$80.3 million in the third quarter of 2031. Margin was 31.0%.
"""
RELEASE = "Brackenwell Looms Third Quarter 2031 Results\n\nRevenue was US$94.0 million in the third quarter of 2031.\n"
# Two English words in a row that are nobody's name, code, option or quotation.
_ENGLISH = re.compile(r"(?!tieout )(?<![\w./\"'“-])[a-z]{3,}(?: [a-z]{2,})+(?![\w/\"'”-])")
# `score` prints tables for who works on tieout; `schema` and the columns of TSV and SQL are read by programs.
_FOR_PROGRAMS = {"score", "schema"}
_WALKED = (
    ("check", "call.txt", "--release", "release.txt"),
    ("check", "call.txt", "--release", "release.txt", "--format", "md"),
    ("check", "call.txt", "--release", "release.txt", "--format", "csv"),
    ("check", "call.txt", "--accepted", "stale.toml"),
    ("check", "release.txt"),
    ("check", "."),
    ("config", "--show"),
    ("explain",),
    ("explain", "A03"),
    ("explain", "E104"),
    ("accept", "t-1", "--reason", "不计", "--who", "王"),
    ("accept", "t-1", "--reason", "不计", "--who", "王"),
    ("diff", "a.json", "b.json"),
    ("align", "call.txt", "release.txt", "-o", "pairs.tsv"),
    ("align", "call.txt", "missing.txt"),
    ("batch", "calls", "-o", "store", "--workers", "1", "--log", "text"),
    ("query", "store", "select nothing from unread"),
    ("query", "store", "drop table claims"),
    ("store", "verify", "store"),
    ("store", "repair", "store"),
    ("models", "list"),
    ("models", "export", "call.txt"),
    ("demo", "-o", "call.txt"),
)


def _names(command: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    children = getattr(command, "commands", {})
    return [name for key, child in children.items() for name in _names(child, (*path, key))] or [path]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a call, its release, two analyses, a decision that fits nothing, and two calls, one unreadable."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    (folder / "release.txt").write_text(RELEASE, encoding="utf-8")
    row = 'fingerprint = "t-0"\nstatus = "accepted"\nreason = "旧"\nwho = "王"\nwhen = 2031-01-02\n'
    (folder / "stale.toml").write_text(f"[[decision]]\n{row}", encoding="utf-8")
    (folder / "tieout.toml").write_text('[severities]\nA01 = "warning"\n', encoding="utf-8")
    calls_in(folder / "calls", 2)
    min((folder / "calls").rglob("transcript.txt")).write_bytes(b"")
    return folder


@pytest.fixture
def walk(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(folder)
    for name, other in (("a.json", "call.txt"), ("b.json", "release.txt")):
        run(["check", other, "--format", "json"])
        (folder / name).write_text(capsys.readouterr().out, encoding="utf-8")
    (folder / "accepted.toml").unlink(missing_ok=True)
    return folder


def test_every_command_is_walked() -> None:
    walked = {row[: len(name)] for row in _WALKED for name in (row[:1], row[:2])}
    commands = _names(typer.main.get_command(app))
    assert [name for name in commands if name not in walked and name[0] not in _FOR_PROGRAMS] == []


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant"])
def test_no_english_is_left(walk: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = " ".join(f"{CALL} {RELEASE}".lower().split())
    found = []
    for arguments in _WALKED:
        status = run([*arguments, "--lang", lang])
        out, err = capsys.readouterr()
        assert status in (0, 1, 2, 3) and "Traceback" not in err, (arguments, err)
        assert out + err or "pairs.tsv" in arguments, arguments
        found += [(arguments, hit[0]) for hit in _ENGLISH.finditer(out + err) if hit[0] not in said]
        wrong = {"zh-Hans": "hant", "zh-Hant": "hans"}[lang]
        assert guess_script(re.sub("[不计王旧]", "", err)) != wrong, (arguments, err)
    assert found == []


@pytest.mark.parametrize(
    ("arguments", "text", "told"),
    [
        pytest.param(["check", "-", "-q"], CALL, "", id="check"),
        pytest.param(["check", "call.txt", "--release", "-", "--format", "csv"], RELEASE, "stdin", id="release"),
        pytest.param(["check", "call.txt", "-q", "--accepted", "-"], "", "", id="decisions"),
        pytest.param(["align", "-", "release.txt"], CALL, "source_text", id="align"),
        pytest.param(["align", "call.txt", "-"], RELEASE, "source_text", id="align-b"),
        pytest.param(["diff", "a.json", "-"], None, "0 new, 0 gone", id="diff"),
        pytest.param(["query", "store", "-"], "select 7 * 6 as answer", "42", id="query"),
        pytest.param(["batch", "-", "-o", "other", "--log", "none"], "transcript\ncall.txt\n", "1 calls", id="batch"),
    ],
)
def test_a_dash_is_stdin(
    walk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: list[str], text: str | None, told: str,
) -> None:  # fmt: skip
    if "query" in arguments and not (walk / "store").exists():
        run(["batch", "calls", "-o", "store", "--workers", "1", "--log", "none"])
        capsys.readouterr()
    data = (walk / "a.json").read_text(encoding="utf-8") if text is None else text
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    assert run(arguments) in (0, 1)
    out, err = capsys.readouterr()
    assert told in out and err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "-", "--accepted", "-"],
        ["align", "-", "-"],
        ["diff", "-", "-"],
    ],
)
def test_stdin_is_read_once(walk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err == ("E100 BadInput: standard input can be read once. Give - for one input only.\n")


@pytest.mark.parametrize("arguments", [["diff", "a.json", "-"], ["check", "call.txt", "--accepted", "-"]])
def test_stdin_that_is_no_text_is_told(
    walk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\xff\xfe\x00")))
    assert run(arguments) == 2
    assert "E100 BadInput: standard input is not UTF-8 text" in capsys.readouterr().err


# -- settings --------------------------------------------------------------------------------------------------------


def test_each_setting_is_told_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIEOUT_LANG", raising=False)
    assert run(["config"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("No tieout.toml here, and no [tool.tieout] in a pyproject.toml:")
    assert re.search(r"(?m)^limits\.pdf_pages +default +3000$", out)
    assert run(["config", "--changed"]) == 0
    assert capsys.readouterr().out.count("\n") == 2
    (tmp_path / "words.tsv").write_text("take rate\t货币化率|变现率\nSkylark\t云雀\tname\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.tieout]\ncompany = "Other"\n', encoding="utf-8")
    (tmp_path / "tieout.toml").write_text(
        'company = "A\\u001b[31m"\nglossary_files = ["words.tsv"]\n[limits]\nfile_bytes = 5\n[severities]\nT40 = "note"\n',
        encoding="utf-8",
    )
    assert run(["config", "--changed"]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head.endswith("[tool.tieout] of pyproject.toml is not read.")
    assert [re.split(r"  +", row) for row in rows] == [
        ["company", "tieout.toml", '"A\\u001b[31m"'],
        ["glossary.take rate", "words.tsv", '["货币化率", "变现率"]'],
        ["glossary_files", "tieout.toml", '["words.tsv"]'],
        ["limits.file_bytes", "tieout.toml", "5"],
        ["names.Skylark", "words.tsv", '["云雀"]'],
        ["severities.T40", "tieout.toml", '"note"'],
    ]
    (tmp_path / "tieout.toml").write_text("fiscal_year_end = 13\n", encoding="utf-8")
    assert run(["config"]) == 2
    assert "give a month from 1 to 12" in capsys.readouterr().err


def test_what_config_tells_is_what_check_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text('ignore = ["A"]\n', encoding="utf-8")
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    assert run(["config", "--config", "mine.toml", "--changed", "--lang", "zh-Hant"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("設定取自 mine.toml") and 'mine.toml  ["A"]' in out
    assert run(["check", "call.txt", "--config", "mine.toml", "--format", "json"]) == 0
    assert not [row for row in json.loads(capsys.readouterr().out)["findings"] if row["code"].startswith("A")]
