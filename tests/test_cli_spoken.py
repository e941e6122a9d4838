"""The commands in Chinese: help, pages of codes and usage errors; and what a command called wrongly says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any
from unicodedata import east_asian_width

import pytest
import typer
from hypothesis import example, given
from hypothesis import strategies as st

from nlp.cli import run
from nlp.cli.app import app
from nlp.cli.spoken import texts, wrap
from nlp.errors import BadInput
from nlp.report import FORMATS
from nlp.report.explain import error_pages, explain, list_codes, page_file
from nlp.report.explain import finding_codes as codes
from nlp.text import guess_script

CHINESE = ("zh-Hans", "zh-Hant")
_WRONG_SCRIPT = {"zh-Hans": "hant", "zh-Hant": "hans"}


def _commands(command: Any, path: str = "tieout") -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _commands(child, f"{path} {name}")


COMMANDS = [name for name, _ in _commands(typer.main.get_command(app))]


def _told(command: Any) -> Iterator[str]:
    """Every English text of a command's help."""
    yield cleandoc(command.help or "")
    for part in (command.epilog or "").split("\n\n"):
        text = part.removeprefix("\b\n")
        yield text.partition("\n")[0] if text.startswith("Examples:") else cleandoc(text)
    yield from (cleandoc(param.help or "") for param in command.params)


@pytest.mark.parametrize("lang", CHINESE)
def test_all_of_the_help_is_translated_and_nothing_else_is(lang: str) -> None:
    said = {text for _, command in _commands(typer.main.get_command(app)) for text in _told(command) if text}
    assert said - set(texts(lang)) == set()
    frame = {"Usage: ", "Options", "Arguments", "Commands", "required", "default: ", "env var: "}
    assert set(texts(lang)) - said == frame | {"Show this message and exit."}
    assert [row for row in texts(lang).values() if guess_script(row) == _WRONG_SCRIPT[lang]] == []


@pytest.mark.parametrize("lang", CHINESE)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_and_keeps_within_the_page(
    command: str, lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run([*command.split()[1:], "--help", "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"用法：{command} ")
    sentences = re.findall(r"(?m)^ *(?:-\S+.*? {2,})?([A-Z][a-z]+ [a-z]+ [a-z]+.*)$", out)
    assert sentences == [], "English that nobody translated"
    wrapped = (
        out.split("範例：")[0].split("示例：")[0].split("退出")[0].split("业绩会的查找")[0].split("業績會的查詢")[0]
    )
    assert max(_columns(line) for line in wrapped.splitlines()) <= 80


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


@example("111111 。。。", 12)
@example("[1111 ]。。。", 12)
@given(st.text(alphabet="中文，。（）ab 1%[]", max_size=60), st.integers(12, 30))
def test_wrapping_loses_nothing_and_keeps_its_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    whole = re.findall(r"(?:\[[^\[\]]{1,16}\]|\S)+", " ".join(text.split()))  # brackets are kept together
    assert all(_columns(line.rstrip()) <= width for line in lines) or any(_columns(word) > width for word in whole)


@pytest.mark.parametrize("lang", ["en", *CHINESE])
def test_the_help_names_every_format(
    lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run(["check", "--help", "--lang", lang]) == 0
    (line,) = re.findall(r"--format LIST +(.*)", capsys.readouterr().out)
    assert [name for name in FORMATS if not re.search(rf"\b{name}\b", line, re.ASCII)] == []


# -- pages -----------------------------------------------------------------------------------------------------------

_LABELS = {
    "Means": "含义",
    "Example": "示例",
    "Decided": "判定",
    "Does not say": "不说明",
    "Not said": "不报告",
    "Decided and not said": "判定与不报告",
    "Do": "处理",
}


@pytest.mark.parametrize("lang", CHINESE)
def test_every_code_has_its_page(lang: str) -> None:
    assert set(page_file(lang)) == codes() | {code for code, _ in error_pages()}
    assert [code for code in page_file(lang) if guess_script(explain(code, lang)) == _WRONG_SCRIPT[lang]] == []
    assert list_codes(lang).count("\n") + 1 == len(page_file(lang))


@pytest.mark.parametrize("code", sorted(codes() | {code for code, _ in error_pages()}))
def test_a_page_has_the_parts_of_the_english_one(code: str) -> None:
    parts = [
        _LABELS[label]
        for label in re.findall(
            r"(?m)^(Means|Example|Decided(?: and not said)?|Does not say|Not said|Do): ", explain(code)
        )
    ]
    page = explain(code, "zh-Hans")
    assert re.findall(r"(?m)^(含义|示例|判定(?:与不报告)?|不说明|不报告|处理)：", page) == parts
    assert page.startswith(f"{code} ") and explain(code, "zh-Hant").startswith(f"{code} ")


def test_codes_of_errors_are_told_in_three_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for lang, word in (("en", "Do: name it with --encoding"), ("zh", "用 --encoding 指明"), ("zh-TW", "另存為 UTF-8")):
        assert run(["explain", "E104", "--lang", lang]) == 0
        assert word in capsys.readouterr().out


# -- wrong usage -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told", "hans"),
    [
        pytest.param("chek x", "tieout: no command 'chek'. Did you mean 'check'?", "没有命令 'chek'。 是否指 'check'？", id="command"),
        pytest.param("store verfy x", "tieout store: no command 'verfy'. Did you mean 'verify'?", "是否指 'verify'？", id="sub-command"),
        pytest.param("check x --relase y", "tieout check: no option '--relase'. Did you mean '--release'?", "没有选项 '--relase'。", id="option"),
        pytest.param("check -x", "tieout check: no option '-x'. See: tieout check --help", "没有选项 '-x'。请看：", id="letter"),
        pytest.param("check", "tieout check: TRANSCRIPT is missing: The call: English, Chinese or both;", "缺少 TRANSCRIPT：业绩会记录稿", id="argument"),
        pytest.param("batch x", "tieout batch: --output is missing: The store,", "缺少 --output：存储库", id="required-option"),
        pytest.param("check x --fail-on eror", "--fail-on 'eror' is none of error, warning, never. Did you mean 'error'?", "不在 error, warning, never 之中。", id="choice"),
        pytest.param("check x --fail-on", "--fail-on stands without a value.", "--fail-on 后面没有值。", id="no-value"),
        pytest.param("check x y.pdf", "'y.pdf' is too much. Give TRANSCRIPT alone; a name with blanks needs quotes. Other files go behind --translation,", "'y.pdf' 是多余的。", id="too-much"),
        pytest.param("batch x -o y --workers two", "--workers cannot be read. Give a whole number.", "请给出整数。", id="number"),
        pytest.param("batch x -o y --timeout soon", "--timeout cannot be read. Give a number.", "请给出数字。", id="float"),
        pytest.param("schema setings", "OF 'setings' is none of analysis, settings. Did you mean 'settings'?", "是否指 'settings'？", id="argument-choice"),
    ],
)  # fmt: skip
def test_wrong_usage_has_code_object_and_action(
    arguments: str, told: str, hans: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments.split()) == 2
    out, err = capsys.readouterr()
    assert err.startswith("E110 BadUsage: tieout") and told in err and "See: tieout" in err
    assert out == "" and err.count("\n") == 1
    assert run([*arguments.split()[:1], "--lang", "zh-Hans", *arguments.split()[1:]]) == 2
    err = capsys.readouterr().err
    assert err.startswith("E110 BadUsage: tieout") and hans in err and "请看：tieout" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("check c.txt --select A99", "A99: no finding has a code that begins so. Did you mean A"),
        ("check c.txt --ignore t-03", "T-03: no finding has a code that begins so."),
        ("batch c.txt -o s --lang frr", "language 'frr' is not one of en, zh-Hans, zh-Hant."),
        ("store verify s --lang zh-Hanss", "Did you mean 'zh-Hans'?"),
    ],
)
def test_unknown_codes_and_languages(arguments: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments.split()) == 2
    err = capsys.readouterr().err
    assert err.startswith("E100 BadInput: ") and told in err


def test_an_unknown_code_in_the_settings_is_told(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tieout.toml").write_text('[severities]\nT411 = "note"\n')
    assert run(["check", "c.txt"]) == 2
    assert "T411: no finding has a code that begins so. Did you mean T41?" in capsys.readouterr().err


def test_explain_names_the_nearest() -> None:
    with pytest.raises(BadInput, match="A99: no such code. Did you mean A"):
        explain("a99")
