"""Checks of a user's own: given in code, or brought by an installed package's entry point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from nlp import Options, analyze
from nlp.checks import DEFAULT_CHECKS, Evidence
from nlp.checks.installed import installed_checks, installed_names
from nlp.errors import BadInput
from nlp.records import Claim, Finding
from nlp.report.explain import explain

CALL = "Revenue was US$90.4 million. Revenue was US$13.0 million in the north."
MODULE = '''
from nlp.records import Finding


def check_unlucky(claims, evidence):
    """Every thirteen is a warning."""
    for claim in claims:
        if "13" in evidence.quote(claim):
            yield Finding(code="X13", verdict="contradicted", severity="warning", message="unlucky", claims=(claim.id,))


check_unlucky.pages = {"X13": "X13 unlucky\\nMeans: the number holds a thirteen."}


def check_that_fails(claims, evidence):
    raise RuntimeError("no luck at all")


def check_of_nothing(claims, evidence):
    return ["not a finding"]


several = [check_unlucky, check_unlucky]
number = 13
'''


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Installs a distribution whose entry point is the object named: its metadata and module in a folder of the path."""

    def put(target: str) -> None:
        folder = tmp_path / "unlucky-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: unlucky\nVersion: 1.0\n", encoding="utf-8")
        (folder / "entry_points.txt").write_text(
            f"[tieout.checks]\nunlucky = unlucky_checks:{target}\n", encoding="utf-8"
        )
        (tmp_path / "unlucky_checks.py").write_text(MODULE, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.delitem(__import__("sys").modules, "unlucky_checks", raising=False)
        installed_checks.cache_clear()

    yield put
    installed_checks.cache_clear()


def codes(options: Options | None = None) -> list[str]:
    return [row.code for row in analyze(CALL, options=options or Options()).findings if row.code.startswith("X")]


def check_marked(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    for claim in claims:
        yield Finding(code="X01", verdict="supported", severity="note", message="seen", claims=(claim.id,))


def test_a_check_given_in_code_runs_alone_or_beside_the_others() -> None:
    alone = analyze(CALL, options=Options(checks=(check_marked,)))
    assert {row.code for row in alone.findings} == {"X01"}
    call = "Revenue rose 12.6% to US$90.4 million from US$80.3 million."
    both = analyze(call, options=Options(checks=(*DEFAULT_CHECKS, check_marked)))
    assert {row.code for row in both.findings} == {"A01", "X01"}


def test_an_installed_check_runs_and_explains_itself(install) -> None:  # type: ignore[no-untyped-def]
    assert codes() == []
    install("check_unlucky")
    assert codes() == ["X13"]
    assert explain("x13").startswith("X13 unlucky")


def test_what_is_installed_is_told_without_loading_it(install) -> None:  # type: ignore[no-untyped-def]
    assert installed_names() == ()
    install("missing")
    assert installed_names() == ("unlucky = unlucky_checks:missing (unlucky 1.0)",)


def test_an_entry_point_may_name_several(install) -> None:  # type: ignore[no-untyped-def]
    install("several")
    assert codes() == ["X13", "X13"]


def test_it_can_be_left_out_and_obeys_the_options(install) -> None:  # type: ignore[no-untyped-def]
    install("check_unlucky")
    assert codes(Options(checks=DEFAULT_CHECKS)) == []
    assert codes(Options(ignore=("X",))) == []
    rows = analyze(CALL, options=Options(severities=(("X13", "error"),))).findings
    assert [row.severity for row in rows if row.code == "X13"] == ["error"]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        pytest.param("check_that_fails", "check unlucky failed: RuntimeError: no luck at all", id="fails"),
        pytest.param("check_of_nothing", "which is no Finding", id="gives-something-else"),
        pytest.param("number", "is no function", id="no-function"),
        pytest.param("missing", "cannot be loaded", id="missing"),
    ],
)
def test_a_broken_check_is_named(install, target: str, told: str) -> None:  # type: ignore[no-untyped-def]
    install(target)
    with pytest.raises(BadInput, match=told):
        codes()
