"""Which documents belong to which call, told by what stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import BadInput, NotFound
from nlp.readers.companies import is_same_company
from nlp.readers.discover import discover, survey_folder
from nlp.resources import shipped

_CALLS = shipped("corpora", "calls")


def as_cards_say() -> list[tuple[str, str | None, list[str], list[str]]]:
    """Every shipped call as its call.toml has it: (transcript, translation, releases, letters)."""

    return [
        (
            true_name(call.transcript),
            true_name(call.translation) if call.translation else None,
            sorted(map(true_name, call.releases)),
            sorted(map(true_name, call.letters)),
        )
        for call in discover(_CALLS)
    ]


def true_name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_names_that_lie_decide_nothing(tmp_path: Path) -> None:
    """All documents of all shipped calls in one folder, named after something else."""
    names = {}
    for at, path in enumerate(sorted(_CALLS.glob("*/*.txt"), key=lambda path: path.stat().st_size)):
        lie = f"{'transcript release letter q1 2019'.split()[at % 5]}-{at}.txt"
        (tmp_path / lie).write_bytes(path.read_bytes())
        names[lie] = true_name(path)
    survey = survey_folder(tmp_path)
    assert not survey.left_out
    assert all(call.because for call in survey.calls)
    assert [call.key for call in survey.calls] == sorted(call.key for call in survey.calls)
    assert sorted(
        (
            names[call.transcript.name],
            names[call.translation.name] if call.translation else None,
            sorted(names[path.name] for path in call.releases),
            sorted(names[path.name] for path in call.letters),
        )
        for call in survey.calls
    ) == sorted(as_cards_say())


def a_call(company: str, quarter: str, year: int, revenue: str) -> str:
    return (
        f"{company} {quarter} Quarter {year} Earnings Conference Call\n\nOperator\n\n"
        f"Welcome to the {company} {quarter.lower()} quarter {year} earnings conference call. Please go ahead, Ada Lind.\n\n"
        f"Ada Lind -- Chief Financial Officer\n\nThank you. Revenue was ${revenue} million in the quarter.\n\n"
        "Operator\n\nThank you. That ends the call.\n"
    )


def a_release(company: str, quarter: str, year: int, revenue: str) -> str:
    return (
        f"{company} Announces {quarter} Quarter {year} Financial Results\n\n"
        f"OSLO, May 3, {year} - {company} today announced its results for the {quarter.lower()} quarter of {year}.\n\n"
        f"Revenue was ${revenue} million.\n"
    )


def test_several_quarters_of_two_companies(tmp_path: Path) -> None:
    for company in ("Orbel Tools Inc.", "Brightmoor plc"):
        for quarter, revenue in (("First", "71.3"), ("Second", "74.9")):
            stem = f"{company[:4]}-{quarter}"
            (tmp_path / f"{stem}-c.txt").write_text(a_call(company, quarter, 2031, revenue), encoding="utf-8")
            (tmp_path / f"{stem}-r.txt").write_text(a_release(company, quarter, 2031, revenue), encoding="utf-8")
    calls = {call.key: [path.name for path in call.releases] for call in discover(tmp_path)}
    assert calls == {
        "brightmoor-2031q1": ["Brig-First-r.txt"],
        "brightmoor-2031q2": ["Brig-First-r.txt", "Brig-Second-r.txt"],
        "orbel-tools-2031q1": ["Orbe-First-r.txt"],
        "orbel-tools-2031q2": ["Orbe-First-r.txt", "Orbe-Second-r.txt"],
    }


def test_what_belongs_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(a_call("Orbel Tools", "First", 2031, "71.3"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(a_call("Orbel Tools", "First", 2031, "71.3"), encoding="utf-8")
    (tmp_path / "c.txt").write_text("Milk, eggs and a loaf of bread.\n", encoding="utf-8")
    (tmp_path / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "e.txt").write_text(a_release("Brightmoor plc", "First", 2031, "9.4"), encoding="utf-8")
    survey = survey_folder(tmp_path)
    assert len(survey.calls) == 1
    assert {row.path.name: row.why.split(" (")[0] for row in survey.left_out} == {
        "b.txt": "the same bytes as a.txt",
        "c.txt": "reads like no transcript, release or letter",
        "d.txt": "d.txt: this is a PNG image, which is not read. Give the text of the document.",
        "e.txt": "a release of Brightmoor plc",
    }


def test_a_card_decides_for_its_folder() -> None:
    calls = {call.key: call for call in discover(_CALLS)}
    assert set(calls) == {path.parent.name for path in _CALLS.glob("*/call.toml")}
    assert calls["weiqu-2025q2"].translation == _CALLS / "weiqu-2025q2" / "translation.txt"


def test_a_manifest_names_calls(tmp_path: Path) -> None:
    (tmp_path / "q1.txt").write_text("Operator\n", encoding="utf-8")
    (tmp_path / "r.txt").write_text("Results\n", encoding="utf-8")
    manifest = tmp_path / "calls.toml"
    manifest.write_text('[[call]]\ntranscript = "q1.txt"\nrelease = ["r.txt"]\nperiod = "2031-Q1"\n', encoding="utf-8")
    (call,) = discover(manifest)
    assert (call.key, call.transcript, call.releases) == ("q1", tmp_path / "q1.txt", (tmp_path / "r.txt",))
    assert call.period == "2031-Q1"


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        pytest.param("[[call]]\n", BadInput, "names 0 transcripts", id="no-transcript"),
        pytest.param("call = 3\n", BadInput, "`call` is no list of tables", id="no-list"),
        pytest.param('transcript = "none.txt"\n', NotFound, "which is no file", id="missing-file"),
        pytest.param("transcript = 4\n", BadInput, "transcript is '4'", id="no-path"),
        pytest.param("transcript = \n", BadInput, "not a manifest", id="no-toml"),
    ],
)
def test_a_bad_manifest_says_what_is_wrong(tmp_path: Path, text: str, error: type[BadInput], message: str) -> None:
    (tmp_path / "calls.toml").write_text(text, encoding="utf-8")
    with pytest.raises(error, match=message):
        discover(tmp_path / "calls.toml")


def test_a_folder_without_a_call_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no call found"):
        discover(tmp_path)
    with pytest.raises(NotFound, match="no such folder"):
        discover(tmp_path / "none")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("orbel", "orbel cold chain", True, id="short-name"),
        pytest.param("orbel", "orbelia", False, id="another-word"),
        pytest.param("", "orbel", False, id="no-name"),
    ],
)
def test_same_company(left: str, right: str, same: bool) -> None:
    assert is_same_company(left, right) is same


def test_a_folder_is_analyzed_as_one_call(tmp_path: Path) -> None:
    from nlp.pipeline import analyze

    (tmp_path / "a.txt").write_text(a_call("Orbel Tools", "First", 2031, "71.3"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(a_release("Orbel Tools", "First", 2031, "71.3"), encoding="utf-8")
    analysis = analyze(tmp_path)
    assert [row.kind for row in analysis.documents] == ["transcript", "release"]
    (tmp_path / "c.txt").write_text(a_call("Orbel Tools", "Second", 2031, "74.9"), encoding="utf-8")
    with pytest.raises(BadInput, match=r"2 calls \(orbel-tools-2031q1, orbel-tools-2031q2\)"):
        analyze(tmp_path)
