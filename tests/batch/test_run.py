"""A batch from folder to store: resume, failures as rows, any worker's death, equal bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from nlp.batch.run import run_batch
from nlp.errors import BadInput, Held
from nlp.options import Options
from nlp.store import lock
from nlp.store.keep import open_store, verify
from nlp.store.query import query_store
from tests.batch.calls import HARM, QUIET, SHORT, calls_in, digests, harmful_check, spoil

HARMFUL = Options(checks=(harmful_check,))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return calls_in(tmp_path_factory.mktemp("calls"), 6)


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of an uninterrupted run."""
    store = tmp_path_factory.mktemp("whole") / "s"
    summary = run_batch(folder, store, batch=QUIET)
    assert (summary.calls, summary.done, summary.failed) == (6, 6, ())
    return digests(store)


def test_any_number_of_workers_writes_the_same_bytes(folder: Path, whole: dict[str, str], tmp_path: Path) -> None:
    run_batch(folder, tmp_path / "s", batch=replace(QUIET, workers=1))
    assert digests(tmp_path / "s") == whole
    assert verify(open_store(tmp_path / "s")) == ()


def test_a_second_run_does_nothing_and_a_change_does_one_call(folder: Path, tmp_path: Path) -> None:
    copy = calls_in(tmp_path / "in", 6)
    run_batch(copy, tmp_path / "s", batch=QUIET)
    before = digests(tmp_path / "s")
    again = run_batch(copy, tmp_path / "s", batch=QUIET)
    assert (again.done, again.finished_before) == (0, 6)
    assert digests(tmp_path / "s") == before
    release = sorted(copy.rglob("release.txt"))[2]
    release.write_text(release.read_text() + "\n\nRevenue was RMB1.0 million.\n")
    once = run_batch(copy, tmp_path / "s", batch=QUIET)
    assert (once.done, once.finished_before) == (1, 5)
    assert len(set(digests(tmp_path / "s").items()) & set(before.items())) >= len(before) * 5 // 6 - 5
    fresh = run_batch(copy, tmp_path / "s", batch=replace(QUIET, fresh=True))
    assert (fresh.done, fresh.finished_before) == (6, 0)


def test_what_is_damaged_is_done_again_and_only_that(folder: Path, whole: dict[str, str], tmp_path: Path) -> None:
    run_batch(folder, tmp_path / "s", batch=QUIET)
    path = next((tmp_path / "s").rglob("claims.parquet"))
    path.write_bytes(path.read_bytes()[::-1])
    assert run_batch(folder, tmp_path / "s", batch=QUIET).done == 1
    assert digests(tmp_path / "s") == whole


def test_calls_that_are_no_longer_named_are_kept_and_said(folder: Path, tmp_path: Path) -> None:
    run_batch(folder, tmp_path / "s", batch=QUIET)
    one = run_batch(folder / "kakaka-pump-systems-limited", tmp_path / "s", batch=QUIET)
    assert (one.calls, one.kept) == (4, 6)


def test_broken_documents_are_rows_with_code_place_and_advice(tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 8)
    transcripts = sorted(folder.rglob("transcript.txt"))
    transcripts[0].write_bytes(b"\x89PNG\r\n\x1a\n not text")
    transcripts[1].write_bytes(b"")
    release = transcripts[2].with_name("release.txt")
    release.write_bytes(b"%PDF-1.7 nothing")
    summary = run_batch(folder, tmp_path / "s", batch=replace(QUIET, database=True))
    assert (len(summary.failed), summary.done) == (3, 8)
    store = open_store(tmp_path / "s")
    rows = query_store(store, "SELECT call, name, stage, code, why FROM unread").rows
    assert [row[0] for row in rows] == list(summary.failed)
    assert [row[2:4] for row in rows[:2]] == [("read", "E103"), ("read", "E105")]
    assert rows[2][1:3] == ("release.txt", "read")
    assert all(row[4].startswith(("transcript.txt", "release.txt")) and row[4].count(". ") for row in rows)
    assert query_store(store, "SELECT count(DISTINCT call) FROM documents").rows == ((6,),), (
        "the call with a bad release"
    )
    assert {entry.status for entry in store.ledger().entries.values()} == {"done", "partly", "failed"}
    assert run_batch(folder, tmp_path / "s", batch=QUIET).done == 0, "a bad document is not read again until it changes"


KINDS = {
    "segfault": ("E320", "SIGSEGV"), "kill": ("E320", "SIGKILL"), "exit": ("E320", "status 7"),
    "memory": ("E321", "out of memory"), "loop": ("E322", "not done after 5 s"),
    "loop-in-c": ("E322", "not done after 5 s"), "recursion": ("E999", "RecursionError"),
    "stubborn": ("E999", "_StubbornError"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARM)
def test_a_worker_may_end_in_any_way(harm: str, tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 5)
    hit = spoil(folder, 1, harm)
    bounds = SHORT if harm.startswith("loop") else replace(SHORT, seconds=60.0)  # a busy machine is slow to fill
    summary = run_batch(folder, tmp_path / "s", options=HARMFUL, batch=replace(QUIET, bounds=bounds, database=True))
    store = open_store(tmp_path / "s")
    rows = query_store(store, "SELECT call, code, why FROM unread").rows
    if harm == "flood":  # what a library prints is thrown away, and the call is done
        assert rows == ()
    else:
        assert [row[0] for row in rows] == hit == list(summary.failed)
        assert (rows[0][1], KINDS[harm][1] in rows[0][2]) == (KINDS[harm][0], True), rows
    assert len(store.ledger().entries) == 5
    assert verify(store) == ()


def test_a_call_that_was_lost_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 2)
    spoil(folder, 1, "kill")
    batch = replace(QUIET, bounds=SHORT)
    for _ in range(2):
        assert len(run_batch(folder, tmp_path / "s", options=HARMFUL, batch=batch).failed) == 1
    assert run_batch(folder, tmp_path / "s", options=HARMFUL, batch=batch).done == 1
    transcript = min(folder.rglob("transcript.txt"))
    transcript.write_text(transcript.read_text(encoding="utf-8").replace("[[kill]]", "fine"), encoding="utf-8")
    assert run_batch(folder, tmp_path / "s", options=HARMFUL, batch=batch).failed == ()


def test_a_document_that_changes_meanwhile_is_a_failure(folder: Path, tmp_path: Path) -> None:
    from nlp.batch.sources import find_calls, to_task
    from nlp.batch.work import do_task

    calls_in(tmp_path, 1)
    task = to_task(find_calls(tmp_path)[0], options=Options())
    next(tmp_path.rglob("transcript.txt")).write_text("Operator\n\nIt is all new.\n")
    assert [row.code for row in do_task(task, Options()).result.failures] == ["E106"]


def test_two_runs_on_one_store(folder: Path, tmp_path: Path) -> None:
    run_batch(folder, tmp_path / "s", batch=QUIET)
    with lock.hold(tmp_path / "s"), pytest.raises(Held, match="another run is writing here"):
        run_batch(folder, tmp_path / "s", batch=QUIET)


def test_the_record_says_what_was_run_with_what(folder: Path, tmp_path: Path) -> None:
    summary = run_batch(folder, tmp_path / "s", batch=QUIET)
    assert summary.record is not None
    record = json.loads(summary.record.read_text())
    assert (record["calls"], record["engine"], record["options"]) == (6, "processes", Options().digest())
    assert len(record["inputs"]) == 6
    assert all(len(digest) == 64 for call in record["inputs"].values() for digest in call.values())
    assert max(record["peak_mb"].values()) < 1500


@pytest.mark.parametrize(
    ("batch", "message"),
    [
        pytest.param(replace(QUIET, workers=0), "--workers 0", id="no-workers"),
        pytest.param(replace(QUIET, bounds=replace(SHORT, seconds=0)), "--timeout 0", id="no-time"),
    ],
)
def test_options_that_cannot_be(folder: Path, tmp_path: Path, batch: object, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        run_batch(folder, tmp_path / "s", batch=batch)  # type: ignore[arg-type]


def test_documents_that_need_a_process_of_their_own(tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 2)
    for release in sorted(folder.rglob("release.txt")):
        lines = release.read_text(encoding="utf-8").split("\n\n")
        page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
        release.with_suffix(".html").write_text(page, encoding="utf-8")
        release.unlink()
    assert run_batch(folder, tmp_path / "s", batch=QUIET).failed == ()
    assert run_batch(folder, tmp_path / "t", batch=replace(QUIET, workers=1)).failed == ()
    assert digests(tmp_path / "s") == digests(tmp_path / "t")
