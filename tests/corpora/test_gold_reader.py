"""Reading `call.toml` and gold: what is wrong with a folder is said, with the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import BadInput, NotFound
from nlp.scoring.gold import check_quotes, find_calls, load_call, load_gold, load_planted

TOML = """
id = "acme-2030q1"
company = "Acme"
clean = false
invented = true
licence = "CC0-1.0"
period = "2030-Q1"
split = "dev"
transcript = "transcript.txt"
"""
TEXT = "Operator\nRevenue was USD 31.7 million.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    call = tmp_path / "acme-2030q1"
    (call / "gold").mkdir(parents=True)
    (call / "call.toml").write_text(TOML, encoding="utf-8")
    (call / "transcript.txt").write_text(TEXT, encoding="utf-8")
    return call


def plant(folder: Path, start: int, quote: str, file: str = "transcript.txt", end: int | None = None) -> None:
    last = start + len(quote) if end is None else end
    row = f'"id": "A1", "file": "{file}", "start": {start}, "end": {last}, "quote": "{quote}", "family": "A"'
    rest = '"class": "growth", "severity": "error", "right": "USD 3.17 million"'
    (folder / "planted.jsonl").write_text(f"{{{row}, {rest}}}\n", encoding="utf-8")


def test_load_call_gives_paths(folder: Path) -> None:
    call = load_call(folder)
    assert (call.id, call.clean, call.split, call.period) == ("acme-2030q1", False, "dev", "2030-Q1")
    assert call.documents == (folder / "transcript.txt",)
    assert (call.translation, call.release, call.letter) == (None, None, None)


def test_find_calls_by_split(folder: Path) -> None:
    assert [call.id for call in find_calls(folder.parent)] == ["acme-2030q1"]
    assert find_calls(folder.parent, split="heldout") == ()


@pytest.mark.parametrize(
    ("toml", "error", "says"),
    [
        pytest.param(TOML.replace('split = "dev"', 'split = "train"'), BadInput, "'train'", id="unknown-split"),
        pytest.param(TOML.replace('period = "2030-Q1"', ""), BadInput, "no 'period'", id="missing-key"),
        pytest.param(TOML + 'release = "release.txt"', NotFound, "'release.txt'", id="names-an-absent-file"),
        pytest.param(TOML + 'release = "../acme-2030q1/call.toml"', NotFound, "beside it", id="leaves-the-folder"),
        pytest.param("id = ", BadInput, "not TOML", id="not-toml"),
    ],
)
def test_load_call_says_what_is_wrong(folder: Path, toml: str, error: type[Exception], says: str) -> None:
    (folder / "call.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(error, match=says):
        load_call(folder)


def test_a_folder_without_call_toml_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"call\.toml"):
        load_call(tmp_path)


def test_planted_rows_keep_their_class(folder: Path) -> None:
    plant(folder, 21, "USD 31.7 million")
    (row,) = load_planted(folder)
    assert (row.family, row.error_class, row.right) == ("A", "growth", "USD 3.17 million")
    assert load_gold(folder).planted == (row,)


@pytest.mark.parametrize(
    ("start", "quote", "file", "end", "says"),
    [
        pytest.param(21, "USD 31.7 million", "transcript.txt", None, None, id="in-place"),
        pytest.param(22, "USD 31.7 million", "transcript.txt", None, "not 'USD 31.7", id="shifted"),
        pytest.param(21, "USD 31.7 million", "other.txt", None, "not a document", id="other-file"),
        pytest.param(21, "USD 31.7", "transcript.txt", 37, "longer than", id="quote-too-short"),
        pytest.param(21, "USD 31.7", "transcript.txt", 25, "does not hold", id="end-too-early"),
        pytest.param(0, "", "transcript.txt", 0, "not ''", id="empty-quote"),
    ],
)
def test_check_quotes(folder: Path, start: int, quote: str, file: str, end: int | None, says: str | None) -> None:
    plant(folder, start, quote, file, end)
    problems = check_quotes(folder)
    assert len(problems) == (0 if says is None else 1)
    assert says is None or says in problems[0]


def test_a_row_with_an_unknown_field_names_file_and_line(folder: Path) -> None:
    (folder / "gold" / "turns.jsonl").write_text('{"begin": 3}\n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"turns\.jsonl: line 1"):
        load_gold(folder)
