"""What makes the command line pleasant: stdin, languages, settings found by themselves, completion, examples, hints."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nlp import errors
from nlp.cli import run
from nlp.cli.app import app
from nlp.cli.streams import busy
from nlp.messages import templates, translate
from nlp.resources import find_sample
from nlp.words import LANGS

CALL = "Revenue rose by 22.6% to US$90.4 million from US$80.3 million in the third quarter of 2031.\n"
RELEASE = "Revenue was US$90.4 million in the third quarter of 2031.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIEOUT_LANG", raising=False)
    return tmp_path


def _feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))


@pytest.mark.parametrize(
    "arguments", [("-", "--release", "release.txt"), ("call.txt", "--release", "-")], ids=["transcript", "release"]
)
def test_a_document_from_stdin(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    _feed(monkeypatch, CALL if arguments[0] == "-" else RELEASE)
    assert run(["check", *arguments, "--format", "json"]) == 1
    table = json.loads(capsys.readouterr().out)
    assert sorted(row["name"] for row in table["documents"]) in (["call.txt", "stdin"], ["release.txt", "stdin"])
    assert "A01" in {row["code"] for row in table["findings"]}


def test_stdin_is_read_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "-", "--release", "-"]) == 2
    assert "E100 BadInput: standard input can be read once." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        pytest.param("en", ["1 error, 0 warnings", "likely: "], id="en"),
        pytest.param("zh-Hans", ["错误 1", "所述增长与所给两个数字不符。"], id="hans"),
        pytest.param("zh-TW", ["錯誤 1", "所述增長與所給兩個數字不符。"], id="hant"),
    ],
)
def test_the_summary_speaks(folder: Path, capsys: pytest.CaptureFixture[str], lang: str, words: list[str]) -> None:
    assert run(["check", "call.txt", "--lang", lang]) == 1
    out = capsys.readouterr().out
    for word in words:
        assert word in out


def test_the_language_comes_from_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIEOUT_LANG", "zh-Hans")
    assert run(["check", "missing.txt"]) == 2
    assert capsys.readouterr().err == "E101 NotFound: missing.txt：没有这个文件。请检查路径。\n"


def test_an_unknown_language_names_the_nearest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "call.txt", "--lang", "zh-Hanst"]) == 2
    assert "Did you mean 'zh-Han" in capsys.readouterr().err


def test_json_is_the_same_in_every_language(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for lang in LANGS:
        run(["check", "call.txt", "--format", "json", "--lang", lang])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] == told[2]


def test_settings_are_found_in_pyproject(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.tieout]\nignore = ["A"]\n', encoding="utf-8")
    assert run(["check", "call.txt", "-q"]) == 0
    (folder / "tieout.toml").write_text('ignore = ["T"]\n', encoding="utf-8")
    assert run(["check", "call.txt", "-q"]) == 1, "tieout.toml goes before"
    (folder / "tieout.toml").unlink()
    (folder / "pyproject.toml").write_text("[tool.tieout]\nignored = []\n", encoding="utf-8")
    assert run(["check", "call.txt"]) == 2
    assert "pyproject.toml: unknown option 'ignored'" in capsys.readouterr().err


def test_another_project_file_is_left_alone(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert run(["check", "call.txt", "-q"]) == 1


def test_several_files_of_decisions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "call.txt", "--format", "json"])
    wrong = next(row for row in json.loads(capsys.readouterr().out)["findings"] if row["severity"] == "error")
    print_ = wrong["fingerprint"]
    assert run(["accept", print_, "--reason", "agreed", "--who", "Ann Lee", "--file", "new.toml"]) == 0
    (folder / "old.toml").write_text("", encoding="utf-8")
    assert run(["check", "call.txt", "-q", "--accepted", "old.toml", "--accepted", "new.toml"]) == 0


def test_a_binary_report_is_not_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "call.txt", "--format", "xlsx"]) == 2
    assert "Give -o DIR" in capsys.readouterr().err
    assert run(["check", "call.txt", "--format", "xlsx,csv,sarif", "-o", "out", "-q"]) == 1
    assert sorted(os.listdir("out")) == ["report.csv", "report.sarif", "report.xlsx"]


def test_a_report_has_the_language_asked_for(folder: Path) -> None:
    run(["check", "call.txt", "-o", "out", "--format", "html", "--lang", "zh-Hant", "-q"])
    assert '<html lang="zh-Hant">' in (folder / "out" / "report.html").read_text(encoding="utf-8")


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"].startswith("tieout analysis")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["chek", "call.txt"], "Did you mean 'check'"),
        (["check", "call.txt", "--relase", "x"], "--release"),
        (["explain", "A99"], "Did you mean"),
        (["check", "call.txt", "--format", "exel"], "Did you mean 'xlsx'?"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], hint: str
) -> None:
    assert run(arguments) == 2
    assert hint in capsys.readouterr().err


def test_every_command_shows_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "demo", "accept", "diff", "explain", "schema"):
        assert run([command, "--help"]) == 0
        assert f"tieout {command}" in capsys.readouterr().out.split("Examples:")[1], command
    assert len(app.registered_commands) >= 8


@pytest.mark.parametrize(("shell", "words"), [("bash", "tieout che"), ("zsh", "tieout che"), ("fish", "tieout che")])
def test_completion(root: Path, shell: str, words: str) -> None:
    environment = os.environ | {
        "_TIEOUT_COMPLETE": f"complete_{shell}", "COMP_WORDS": words, "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", "from nlp.cli import main; main()"],
        cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert "check" in done.stdout


def test_work_is_told_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with busy("en"):
        pass
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with busy("en", quiet=True):
        pass
    assert capsys.readouterr().err == ""


# -- messages --------------------------------------------------------------------------------------------------------


def test_every_template_is_there_in_both_scripts_with_its_holes() -> None:
    import re

    def holes(text: str) -> list[str]:
        return sorted(re.findall(r"\{\d\}", text))

    for row in templates():
        assert holes(row["en"]) == holes(row["hans"]) == holes(row["hant"]), row
    assert len({row["en"] for row in templates()}) == len(templates())


@pytest.mark.parametrize(
    ("text", "hans"),
    [
        ("q3.txt: no such file. Check the path.", "q3.txt：没有这个文件。请检查路径。"),
        ("Holds within rounding: margin.", "在四舍五入范围内成立：利润率。"),
        (
            "The release states 4.2, but of a different segment (cloud / whole company).",
            "新闻稿为 4.2，但属于不同分部（cloud / 全公司）。",
        ),
        ("nobody has said this before", "nobody has said this before"),
        ("", ""),
    ],
)
def test_a_message_is_known_by_its_template(text: str, hans: str) -> None:
    assert translate(text, "zh-Hans") == hans
    assert translate(text, "en") == text


def test_every_error_can_be_told_in_chinese(root: Path) -> None:
    """Of the messages that are raised as they stand in the source."""
    told = [text for path in sorted((root / "nlp").rglob("*.py")) for text in _raised(path)]
    assert len(told) > 150
    assert [text for text in told if translate(text, "zh-Hans") == text] == []
    assert [text for text in told if translate(text, "zh-Hant") == text] == []


def _raised(path: Path) -> list[str]:
    import ast

    calls = [
        node.exc
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and node.exc.args
        and isinstance(node.exc.func, ast.Name)
        and issubclass(getattr(errors, node.exc.func.id, int), errors.TieoutError)
    ]
    return [text for call in calls if (text := _words_of(call.args[0]))]


def _words_of(node: Any) -> str:
    """A message as raised, `Q7` for what is filled in; empty where it is put together elsewhere."""
    import ast

    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "Q7" for part in node.values)
    return ""


# -- the first minutes of a folder ----------------------------------------------------------------------------------


@pytest.fixture
def mixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as people have them: a call, its release, a picture, an empty file, a note and a name with a blank."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIEOUT_LANG", raising=False)
    sample = find_sample()
    (tmp_path / "Q1 stuff").mkdir()
    for role in ("transcript", "release"):
        (tmp_path / "Q1 stuff" / f"{role} one.txt").write_bytes(sample[role][0].read_bytes())
    (tmp_path / "Q1 stuff" / "chart.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "Q1 stuff" / "empty.txt").write_bytes(b"")
    (tmp_path / "Q1 stuff" / "notes.md").write_text("Ask about margins.\n", encoding="utf-8")
    return tmp_path


def test_files_of_a_folder_that_were_not_used_are_named(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "Q1 stuff", "--lang", "zh-Hans"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split("：")[1].split("：")[0] for line in told] == ["chart.png", "empty.txt", "notes.md"]
    assert all(line.startswith("未使用：") for line in told)
    assert run(["check", "Q1 stuff", "-q"]) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "Q1 stuf"], "E101 NotFound: Q1 stuf: no such file. Check the path. Did you mean 'Q1 stuff'?"),
        (["batch", "Q1 stuf", "-o", "s"], "no such folder or manifest. Check the path. Did you mean 'Q1 stuff'?"),
        (["check", "Q1 stuff/transcrpt one.txt"], "Did you mean 'Q1 stuff/transcript one.txt'?"),
        (["check", "Q1", "stuff"], "'stuff' is too much. Give TRANSCRIPT alone; a name with blanks needs quotes."),
        (["check", "Q1 stuff/chart.png"], "E103 UnknownFormat: chart.png: this is a PNG image, which is not read."),
    ],
)
def test_a_wrong_path_is_answered_with_the_nearest(
    mixed: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert run(arguments) == 2
    assert told in capsys.readouterr().err


def test_a_document_in_the_wrong_place_is_told(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "Q1 stuff/release one.txt"])
    told = "release one.txt: given as transcript, but it reads like release. Check which file goes where.\n"
    assert capsys.readouterr().err == told
