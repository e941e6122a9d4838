"""Decisions about findings, and what changed between two analyses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nlp.cli import run
from nlp.errors import BadInput
from nlp.pipeline import analyze
from nlp.records import Analysis
from nlp.report.accepted import Decision, add_decision, apply_decisions, read_decisions, stale_decisions
from nlp.report.diff import diff_findings, to_text

CALL = "Revenue rose by 22.6% to US$90.4 million from US$80.3 million.\n"
DECISION = Decision(fingerprint="t-1", status="accepted", reason='Said so: "yes"', who="李 Lee", when="2026-01-31")


def only_error(analysis: Analysis) -> str:
    (finding,) = [row for row in analysis.findings if row.severity == "error"]
    return finding.fingerprint


def test_a_decision_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    add_decision(path, DECISION)
    add_decision(path, replace(DECISION, fingerprint="t-2"))
    assert read_decisions(path) == (DECISION, replace(DECISION, fingerprint="t-2"))


def test_a_finding_is_decided_once(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    add_decision(path, DECISION)
    with pytest.raises(BadInput, match="decided already"):
        add_decision(path, DECISION)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("[[decision]]\nfingerprint = 't-1'\n", "'status' is missing", id="field-missing"),
        pytest.param("decision = 5\n", "not a list", id="no-list"),
        pytest.param("[[decision]\n", "not a readable TOML", id="no-toml"),
        pytest.param(
            "[[decision]]\nfingerprint='a'\nstatus='maybe'\nreason='r'\nwho='w'\nwhen=2026-01-31\n",
            "'maybe'",
            id="status",
        ),
    ],
)
def test_a_wrong_file_says_where(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "accepted.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=says):
        read_decisions(path)


def test_an_edit_elsewhere_leaves_the_fingerprint() -> None:
    edited = "Good day, everyone.\n" + CALL + "Thank you, and we had 400 customers.\n"
    assert only_error(analyze(CALL)) == only_error(analyze(edited))


def test_an_accepted_error_does_not_fail_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = tmp_path / "call.txt"
    call.write_text(CALL, encoding="utf-8")
    decisions = tmp_path / "accepted.toml"
    assert run(["check", str(call)]) == 1
    fingerprint = only_error(analyze(call))
    assert fingerprint in capsys.readouterr().out
    assert run(["accept", fingerprint, "--reason", "agreed", "--who", "Ann Lee", "--file", str(decisions)]) == 0
    assert run(["check", str(call), "--accepted", str(decisions)]) == 0
    assert "accepted: agreed (Ann Lee, " in capsys.readouterr().out


def test_a_decision_without_its_finding_is_told(tmp_path: Path) -> None:
    assert stale_decisions(analyze(CALL), [DECISION]) == (DECISION,)
    assert apply_decisions(analyze(CALL), [DECISION]) == analyze(CALL)


def test_diff_tells_new_from_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    earlier, later = analyze(CALL), analyze(CALL.replace("22.6%", "12.6%"))
    assert [len(rows) for rows in (diff_findings(earlier, later).new, diff_findings(earlier, later).gone)] == [0, 1]
    assert to_text(diff_findings(earlier, earlier)).startswith("0 new, 0 gone, 1 the same")
    paths = [tmp_path / "a.json", tmp_path / "b.json"]
    for path, analysis in zip(paths, (later, earlier), strict=True):
        path.write_text(analysis.to_json(), encoding="utf-8")
    assert run(["diff", *map(str, paths)]) == 1
    assert "1 new" in capsys.readouterr().out
