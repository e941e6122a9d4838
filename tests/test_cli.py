"""The command line: what it prints where, and its exit status."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import nlp
from nlp.cli import run
from nlp.errors import NotFound
from nlp.records import Analysis, Severity
from tests.report.build import an_analysis

Calls = list[tuple[tuple[Any, ...], dict[str, Any]]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Calls:
    """Stands in for the pipeline, which is tested elsewhere: `analyze` answers the small analysis and keeps its arguments."""
    seen: Calls = []

    def analyze(*args: Any, **kwargs: Any) -> Analysis:
        seen.append((args, kwargs))
        return an_analysis()

    _stand_in(monkeypatch, analyze)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return seen


def _stand_in(monkeypatch: pytest.MonkeyPatch, analyze: Callable[..., Analysis]) -> None:
    module = ModuleType("nlp.pipeline")
    module.analyze, module.STAGES = analyze, ("read",)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nlp.pipeline", module)


def test_check_prints_the_summary_and_fails_on_the_error(
    calls: Calls, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")  # a narrow terminal breaks the heads of columns
    assert run(["check", "call.txt"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("no earlier release given\n\ndocument ")
    assert "\x1b" not in out and err == ""


def test_check_hands_on_what_it_was_given(calls: Calls) -> None:
    arguments = "check c.txt --translation t.txt --release a --release b --letter l --encoding gb18030 --select a0,T --ignore a01"
    run([*arguments.split(), "--fail-on", "never"])
    ((args, kwargs),) = calls
    assert args == (Path("c.txt"),)
    options = kwargs.pop("options")
    assert callable(kwargs.pop("on_stage"))
    assert kwargs == {"translation": Path("t.txt"), "releases": (Path("a"), Path("b")), "letters": (Path("l"),)}
    assert (options.encoding, options.select, options.ignore) == ("gb18030", ("A0", "T"), ("A01",))


@pytest.mark.parametrize(
    ("severities", "fail_on", "status"),
    [
        pytest.param(["error"], None, 1, id="error"),
        pytest.param(["warning"], None, 0, id="warning-by-default"),
        pytest.param(["warning"], "warning", 1, id="warning"),
        pytest.param(["note"], "warning", 0, id="note"),
        pytest.param(["error", "warning"], "never", 0, id="never"),
        pytest.param([], "warning", 0, id="nothing"),
    ],
)
def test_status(severities: list[Severity], fail_on: str | None, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    base = an_analysis()
    findings = tuple(replace(base.findings[0], severity=severity) for severity in severities)
    _stand_in(monkeypatch, lambda *_, **__: replace(base, findings=findings))
    assert run(["check", "c.txt", *(["--fail-on", fail_on] if fail_on else [])]) == status


def test_a_supported_finding_of_any_severity_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    base = an_analysis()
    held = replace(base.findings[0], verdict="supported")
    _stand_in(monkeypatch, lambda *_, **__: replace(base, findings=(held,)))
    assert run(["check", "c.txt", "--fail-on", "warning"]) == 0


def test_json_on_stdout_is_the_analysis(calls: Calls, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "c.txt", "--format", "json"])
    assert Analysis.from_json(capsys.readouterr().out) == an_analysis()


def test_reports_are_written_and_named(calls: Calls, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(["check", "c.txt", "-o", "out"])
    out = capsys.readouterr().out
    run(["check", "c.txt"])
    summary = capsys.readouterr().out
    assert out == summary + "out/report.html\nout/report.json\nout/report.md\n"
    assert "no earlier release given\n" in summary
    assert json.loads((tmp_path / "out" / "report.json").read_bytes())["run"]["version"] == "0.1.0"


def test_formats_are_chosen_by_commas_or_repeats(calls: Calls, tmp_path: Path) -> None:
    run(["check", "c.txt", "-o", "out", "--format", "md,json", "--format", "html"])
    assert sorted(os.listdir(tmp_path / "out")) == ["report.html", "report.json", "report.md"]


def test_quiet_prints_nothing_but_what_was_asked_for(calls: Calls, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "c.txt", "--quiet"]) == 1
    assert run(["check", "c.txt", "--quiet", "-o", "out"]) == 1
    assert capsys.readouterr().out == ""
    run(["check", "c.txt", "--quiet", "--format", "md"])
    assert capsys.readouterr().out.startswith("# Tarnbrook")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param("check c.txt --format htm", "E100 BadInput: unknown report format 'htm'; known:", id="format"),
        pytest.param(
            "check c.txt --format html,md", "E100 BadInput: 2 formats cannot share one stdout.", id="one-stdout"
        ),
        pytest.param("check c.txt --config no.toml", "E100 BadInput: no.toml: no such options file.", id="config"),
        pytest.param("check", "E110 BadUsage: tieout check: TRANSCRIPT is missing", id="no-transcript"),
        pytest.param("check c.txt --fail-on sometimes", "sometimes", id="fail-on"),
        pytest.param("check c.txt --relase r.txt", "--release", id="option-nearest"),
        pytest.param("chek c.txt", "Did you mean 'check'", id="command-nearest"),
    ],
)
def test_bad_usage_is_two(arguments: str, told: str, calls: Calls, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments.split()) == 2
    out, err = capsys.readouterr()
    assert told in err and "Traceback" not in err
    assert (out, calls) == ("", [])


def test_the_options_file_here_is_read_and_the_command_line_overrules(calls: Calls, tmp_path: Path) -> None:
    (tmp_path / "tieout.toml").write_text('select = ["A"]\ncompany = "Tarnbrook"\n')
    run(["check", "c.txt", "--select", "T"])
    run(["check", "c.txt"])
    given = [kwargs["options"] for _, kwargs in calls]
    assert [(o.select, o.company) for o in given] == [(("T",), "Tarnbrook"), (("A",), "Tarnbrook")]


@pytest.mark.parametrize("debug", [False, True])
def test_an_unreadable_file_is_one_line_and_two(
    debug: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def analyze(*_: Any, **__: Any) -> Analysis:
        raise NotFound("c.txt: no such file.\nGive a path that exists.")

    _stand_in(monkeypatch, analyze)
    assert run(["check", "c.txt", *(["--debug"] if debug else [])]) == 2
    out, err = capsys.readouterr()
    assert err.endswith("E101 NotFound: c.txt: no such file. Give a path that exists.\n") and out == ""
    assert ("Traceback" in err, err.count("\n") == 1) == (debug, not debug)


def test_a_bug_is_no_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _stand_in(monkeypatch, lambda *_, **__: 1 / 0)  # type: ignore[arg-type]
    assert run(["check", "c.txt"]) == 70
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def analyze(*_: Any, **__: Any) -> Analysis:
        raise KeyboardInterrupt

    _stand_in(monkeypatch, analyze)
    assert run(["check", "c.txt"]) == 130


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "a03"]) == 0
    assert capsys.readouterr().out.startswith("A03 difference\nMeans: ")
    assert run(["explain", "e104"]) == 0
    assert "--encoding" in capsys.readouterr().out
    assert run(["explain"]) == 0
    assert "T01 number carried over" in capsys.readouterr().out
    assert run(["explain", "A99"]) == 2
    assert "E100 BadInput: A99: no such code. Did you mean A" in capsys.readouterr().err


def test_demo_checks_the_faulty_sample_and_says_where_the_page_is(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, clean, split in (("a", "true", "dev"), ("b", "false", "heldout"), ("c-faulty", "false", "dev")):
        folder = tmp_path / "calls" / name
        folder.mkdir(parents=True)
        lines = f'clean = {clean}\nsplit = "{split}"\ntranscript = "call.txt"\nrelease = ["one.txt", "two.txt"]\nletter = "letter.txt"\n'
        (folder / "call.toml").write_text(lines)
    monkeypatch.setattr("nlp.resources.shipped", lambda *_: tmp_path / "calls")
    assert run(["demo", "-o", "here"]) == 0
    ((args, kwargs),) = calls
    faulty = tmp_path / "calls" / "c-faulty"
    assert args == (faulty / "call.txt",)
    assert kwargs["releases"] == (faulty / "one.txt", faulty / "two.txt")
    assert (kwargs["letters"], kwargs["translation"]) == ((faulty / "letter.txt",), None)
    assert capsys.readouterr().out.endswith(f"\nReport: {tmp_path / 'here' / 'report.html'}\n")


def test_demo_without_samples_is_told(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_: str) -> Path:
        raise FileNotFoundError("corpora/calls is not in here; reinstall tieout")

    monkeypatch.setattr("nlp.resources.shipped", missing)
    assert run(["demo"]) == 2
    assert "E101 NotFound: corpora/calls is not in here" in capsys.readouterr().err


def test_the_sample_that_travels_is_found(root: Path) -> None:
    from nlp.resources import find_sample

    files = find_sample()
    assert len(files["transcript"]) == 1 and len(files["release"]) >= 1
    assert all(path.is_file() for paths in files.values() for path in paths)


# -- as a process ---------------------------------------------------------------------------------------------------

_FAKE = """
import sys, types, time
sys.path.insert(0, {root!r})
from tests.report.build import an_analysis
module = types.ModuleType("nlp.pipeline")
def analyze(*_, on_stage=str, **__):
    {body}
    return an_analysis()
module.analyze, module.STAGES = analyze, ("read", "claims")
sys.modules["nlp.pipeline"] = module
from nlp.cli import main
sys.argv = ["tieout", *{arguments!r}]
main()
"""


def _code(root: Path, *arguments: str, body: str = "pass") -> list[str]:
    return [sys.executable, "-c", _FAKE.format(root=str(root), arguments=list(arguments), body=body)]


def test_a_reader_that_goes_away_ends_it_quietly(root: Path) -> None:
    command = _code(root, "check", "c.txt", "--format", "html", body="time.sleep(0.3)")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=30), errors) == (1, b"")


def test_a_closed_stdout_ends_it_quietly(root: Path) -> None:
    done = subprocess.run(
        _code(root, "check", "c.txt"), preexec_fn=lambda: os.close(1), stderr=subprocess.PIPE, check=False, timeout=30
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")


def test_interrupting_the_process_is_130(root: Path) -> None:
    # What runs in the background of a shell inherits that the signal is ignored.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = _code(root, "check", "c.txt", body=f"{heard}; print('ready', flush=True); time.sleep(30)")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, b"")


def test_a_terminal_that_is_not_utf8_gets_escapes(root: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        _code(root, "check", "c.txt", "--format", "md"), env=environment, capture_output=True, check=False, timeout=30
    )
    assert done.returncode == 1
    assert b"1,920\\u4e07\\u5143" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        pytest.param(["--lang", "zh-Hans"], ["正在读取并核对", "识别数字", "写出结果"], id="told"),
        pytest.param(["--quiet"], [], id="quiet"),
    ],
)
def test_long_work_shows_a_bar_on_a_terminal_and_colours_nothing(
    root: Path, arguments: list[str], seen: list[str]
) -> None:
    shown, stderr = pty.openpty()
    body = "time.sleep(1.2); on_stage('claims'); time.sleep(0.3)"
    process = subprocess.Popen(
        _code(root, "check", "c.txt", *arguments, body=body),
        stdout=subprocess.PIPE, stderr=stderr, env={**os.environ, "TERM": "xterm", "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(stderr)
    told = b""
    with suppress(OSError):  # the other end is closed
        while piece := os.read(shown, 65536):
            told += piece
    os.close(shown)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert [word for word in seen if word not in told.decode()] == []
    assert bool(told) == bool(seen)
    assert not re.search(rb"\x1b\[[0-9;]*m", told), "NO_COLOR"
    assert out.decode().startswith("no earlier release given\n") == bool(seen)


def _processor_time(root: Path, code: str, *arguments: str) -> tuple[float, str]:
    """The least processor time of five runs, and what was printed: other work on the machine does not count."""
    best, out = 9.0, ""
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=root, capture_output=True, encoding="utf-8", check=True,
            timeout=60,
        )  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        out = done.stdout
    return best, out


def test_help_is_quick_and_shows_examples(root: Path) -> None:
    bare, _ = _processor_time(root, "pass")
    took, told = _processor_time(root, "from nlp.cli import main; main()", "--help")
    for words in ("tieout check call.txt --release q3.txt -o out/", "Exit status", "demo", "explain"):
        assert words in told
    assert took - bare < 0.2


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"tieout {nlp.__version__}\n"


def test_models_are_listed_with_size_and_digest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("@")[0] for line in lines] == ["encoder", "sentiment", "topics"]
    assert all(re.match(r"[a-z]+@[0-9a-f]{8}  [0-9.]+ [KM]B  [A-Z].*[.]$", line) for line in lines)


def test_an_export_into_a_full_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    assert run(["models", "export", str(tmp_path)]) == 2
    assert "Give a new folder" in capsys.readouterr().err


def test_models_come_from_the_command_line(calls: Calls) -> None:
    run(["check", "call.txt", "--models", "shipped"])
    ((_, kwargs),) = calls
    assert kwargs["options"].models == "shipped"
