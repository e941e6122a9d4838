"""Which calls a batch finds, and when a call counts as done."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nlp.batch.sources import find_calls, to_task
from nlp.errors import BadInput, NotFound
from nlp.options import Options
from tests.batch.calls import calls_in

TABLE = (
    "company,period,transcript,translation,release,letter\nOrbel,2031-Q1,a.txt,b.txt,r1.txt;r2.txt,\nOrbel,,c.txt,,,\n"
)


def test_a_folder_by_convention(tmp_path: Path) -> None:
    calls_in(tmp_path, 2)
    folder = tmp_path / "kakaka-pump-systems-limited" / "2027-Q1"
    (folder / "release-2026-Q4.html").write_text("x")
    (folder / "letter.txt").write_text("x")
    (folder / "notes.txt").write_text("x")
    calls = find_calls(tmp_path)
    assert [call.key for call in calls] == [f"kakaka-pump-systems-limited/2027-Q{n}" for n in (1, 2)]
    first = calls[0]
    assert (first.company, first.period) == ("kakaka-pump-systems-limited", "2027-Q1")
    assert [path.name for path in (first.transcript, *first.releases, *first.letters)] == [
        "transcript.txt", "release-2026-Q4.html", "release.txt", "letter.txt",
    ]  # fmt: skip
    assert first.translation is not None
    assert calls[1].translation is None


def test_the_shipped_calls_say_by_a_card_what_is_what(root: Path) -> None:
    calls = {call.key: call for call in find_calls(root / "corpora" / "calls")}
    assert calls["weiqu-2025q2"].company == "Weiqu Power Drives Holdings Limited"
    assert calls["weiqu-2025q2"].translation is not None


def test_a_flat_folder_is_sorted_out_by_content(tmp_path: Path) -> None:
    for number, path in enumerate(sorted(calls_in(tmp_path / "in", 1, paragraphs=12).rglob("*.txt"))):
        (tmp_path / f"file{number}.txt").write_bytes(path.read_bytes())
    (tmp_path / "in").rename(tmp_path / ".hidden")
    [call] = find_calls(tmp_path)
    assert call.period == "2027-Q1"
    assert call.translation is not None


@pytest.mark.parametrize("suffix", ["csv", "tsv", "parquet"])
def test_a_manifest(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"calls.{suffix}"
    if suffix == "parquet":
        rows = [
            dict(zip(TABLE.split("\n", maxsplit=1)[0].split(","), line.split(","), strict=True))
            for line in TABLE.split()[1:]
        ]
        pq.write_table(pa.Table.from_pylist(rows), path)
    else:
        path.write_text(TABLE.replace(",", "\t" if suffix == "tsv" else ","), encoding="utf-8")
    one, other = sorted(find_calls(path), key=lambda call: call.transcript.name)
    assert (one.key, one.company, one.period) == ("Orbel/2031-Q1", "Orbel", "2031-Q1")
    assert [row.name for row in one.releases] == ["r1.txt", "r2.txt"]
    assert one.transcript == tmp_path / "a.txt"
    assert (other.key, other.translation, other.period) == ("Orbel", None, None)


def test_a_key_that_comes_twice_gets_its_ordinal(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    path.write_text("transcript,key\na.txt,k\nb.txt,k\n")
    assert [call.key for call in find_calls(path)] == ["k", "k-2"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("calls.csv", "transcript\n", "it names no call", id="no-rows"),
        pytest.param("calls.csv", "transcript,colour\na,b\n", "unknown column 'colour'", id="unknown-column"),
        pytest.param("calls.csv", "transcript,release\n,a\n", "row 1 names 0 files as transcript", id="no-transcript"),
        pytest.param("calls.csv", "transcript\na;b\n", "row 1 names 2 files as transcript", id="two-transcripts"),
        pytest.param("calls.csv", 'transcript\n"a\n', "not a table", id="open-quotation"),
        pytest.param("calls.parquet", "PAR1", "not a Parquet table", id="no-parquet"),
        pytest.param("calls.toml", "= 1", "not a manifest", id="no-toml"),
        pytest.param("absent.csv", None, "no such folder or manifest", id="absent"),
    ],
)
def test_a_manifest_that_cannot_be_used(tmp_path: Path, name: str, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises((BadInput, NotFound), match=message):
        find_calls(tmp_path / name)


def test_what_decides_whether_a_call_is_done_again(tmp_path: Path) -> None:
    def content(options: Options = Options(), **known: tuple[str, ...]) -> str:
        return to_task(find_calls(tmp_path)[0], options=options, **known).content

    calls_in(tmp_path, 1)
    folder = next(tmp_path.rglob("transcript.txt")).parent
    release, before = folder / "release.txt", content()
    os.utime(release, (1, 1))
    assert content() == before, "the time of a file alone"
    release.rename(folder / "release-final.txt")
    assert content() == before, "a new name"
    (folder / "release-final.txt").rename(release)
    text = release.read_bytes()
    release.write_bytes(text.replace(b"1", b"2", 1))
    assert content() != before, "an edit that keeps the size"
    release.write_bytes(text)
    (folder / "letter.txt").write_text("x")
    assert content() != before, "one more document"
    (folder / "letter.txt").unlink()
    assert content(Options(ignore=("T",))) != before, "an option"
    assert content(models=("encoder@1",)) != before, "a model"
    assert content(checks=("own = own:check (own 1.0)",)) != before, "a check of another package"
    assert content() == before


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    calls_in(tmp_path, 1)
    release = next(tmp_path.rglob("release.txt"))
    release.unlink()
    os.mkfifo(release)
    sources = to_task(find_calls(tmp_path)[0], options=Options()).sources
    assert [source.sha256 for source in sources if source.role == "release"] == [None]
