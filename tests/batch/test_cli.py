"""`tieout batch`, `query` and `store` as people type them: what is printed where, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.cli import run
from tests.batch.calls import calls_in


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Three calls, one of them no text, and their store."""
    folder = calls_in(tmp_path_factory.mktemp("in"), 3)
    min(folder.rglob("transcript.txt")).write_bytes(b"\x89PNG\r\n\x1a\n")
    store = folder.parent / "store"
    assert run(["batch", str(folder), "-o", str(store), "--workers", "2", "--log", "none"]) == 3
    return folder, store


def test_failures_end_with_status_3_and_a_summary(made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    folder, store = made
    assert run(["batch", str(folder), "-o", str(store), "--log", "text"]) == 3
    out, error = capsys.readouterr()
    assert "3 calls, 0 done" in out
    assert "3 were finished before" in out
    assert "1 with failures: kakaka-pump-systems-limited/2027-Q1; see the view `unread`" in out
    assert error == ""


def test_progress_is_json_lines_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = calls_in(tmp_path / "in", 2)
    (next(folder.rglob("release.txt"))).write_bytes(b"%PDF-1.7")
    assert run(["batch", str(folder), "-o", str(tmp_path / "s"), "--log", "json"]) == 3
    events = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [event["event"] for event in events] == ["begin", "call", "call", "end"]
    assert {event["status"] for event in events[1:3]} == {"done", "partly"}
    assert all(event["seconds"] > 0 and event["peak_mb"] > 50 for event in events[1:3])


def test_lines_say_rate_and_failures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = calls_in(tmp_path / "in", 2)
    min(folder.rglob("transcript.txt")).write_bytes(b"")
    assert run(["batch", str(folder), "-o", str(tmp_path / "s"), "--log", "text"]) == 3
    error = capsys.readouterr().err
    assert "kakaka-pump-systems-limited/2027-Q1: E105 transcript.txt: empty" in error
    assert "2 of 2 calls, 1 with failures, " in error
    assert " a minute" in error


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(["query", "STORE", "SELECT call, code FROM unread"], 0, "E103", id="query"),
        pytest.param(["query", "STORE", "SELECT 1 AS n", "--format", "json"], 0, '"n": 1', id="json"),
        pytest.param(["query", "STORE", "SELECT 1 AS n", "--format", "csv"], 0, "n\n1\n", id="csv"),
        pytest.param(["query", "STORE", "SELECT 1", "--format", "xml"], 2, "--format xml", id="unknown-format"),
        pytest.param(["query", "STORE", "DROP TABLE claims"], 2, "E310 Refused: one SELECT is allowed", id="refused"),
        pytest.param(["query", "STORE", "SELECT nothing FROM claims"], 2, "E310", id="unknown-column"),
        pytest.param(["query", "IN", "SELECT 1"], 2, "no store", id="no-store"),
        pytest.param(["store", "verify", "STORE"], 0, "3 calls, 0 problems", id="verify"),
        pytest.param(["store", "repair", "STORE"], 0, "0 problems mended", id="repair"),
        pytest.param(["batch", "IN", "-o", "IN"], 2, "not empty and no store", id="store-in-documents"),
        pytest.param(["batch", "absent", "-o", "STORE"], 2, "E101 NotFound", id="no-folder"),
        pytest.param(["batch", "IN", "-o", "STORE", "--workers", "0"], 2, "--workers 0", id="no-workers"),
    ],
)
def test_commands(
    made: tuple[Path, Path], capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, said: str
) -> None:
    places = {"IN": str(made[0]), "STORE": str(made[1])}
    assert run([places.get(word, word) for word in arguments]) == status
    out, error = capsys.readouterr()
    assert said in out + error
    assert "Traceback" not in error


def test_damage_is_named_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, store = calls_in(tmp_path / "in", 2), tmp_path / "s"
    assert run(["batch", str(folder), "-o", str(store), "--log", "none"]) == 0
    path = next(store.rglob("claims.parquet"))
    path.write_bytes(b"x")
    assert run(["store", "verify", str(store)]) == 1
    assert f"{path.relative_to(store)}: damaged" in capsys.readouterr().out
    assert run(["store", "repair", str(store)]) == 0
    assert "1 calls are to be done again" in capsys.readouterr().out
    assert run(["batch", str(folder), "-o", str(store), "--log", "none"]) == 0
    assert "2 calls, 1 done" in capsys.readouterr().out
    assert run(["store", "verify", str(store)]) == 0


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("select messag from findings", "E310 Refused: no column 'messag'. Nearest: message"),
        ("select 1 from finding", "E310 Refused: no table 'finding'. Nearest: findings."),
    ],
)
def test_an_unknown_column_or_table_is_answered_with_the_nearest(
    made: tuple[Path, Path], capsys: pytest.CaptureFixture[str], sql: str, told: str
) -> None:
    assert run(["query", str(made[1]), sql]) == 2
    assert told in capsys.readouterr().err


def test_quiet_says_nothing(made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(made[0]), "-o", str(made[1]), "--workers", "1", "--quiet"]) in (0, 3)
    assert capsys.readouterr() == ("", "")
