"""What a store promises: whole parts, one writer, strays swept, damage named and mended."""

from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path

import pytest

from nlp.errors import BadInput, Held, StoreError
from nlp.store import ledger, lock
from nlp.store.keep import CARD, is_whole, make_store, open_store, prepare, repair, stage, verify
from nlp.store.ledger import read_ledger
from tests.store.filling import put, small_analysis, small_store


def test_a_store_opens_again_with_what_was_put_in(tmp_path: Path) -> None:
    small_store(tmp_path / "s")
    store = open_store(tmp_path / "s")
    entries = store.ledger().entries
    assert list(entries) == ["orbel/2031-Q1", "orbel/2031-Q2"]
    assert all(is_whole(store, entry) for entry in entries.values())
    assert verify(store) == ()


def test_doing_a_call_again_leaves_one_part(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    with lock.hold(tmp_path):
        put(store, "orbel/2031-Q1", small_analysis(revenue="71.4"), content="c" * 64)
    assert [entry.content[0] for entry in store.ledger().entries.values()] == ["c", "b"]
    assert len(list(tmp_path.glob("parts/*/*/*"))) == 2
    assert verify(store) == ()


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_ledger_cut_anywhere_loses_at_most_its_last_line(tmp_path: Path, at: int) -> None:
    small_store(tmp_path)
    path = tmp_path / ledger.NAME
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - at])
    found = read_ledger(tmp_path)
    whole = data[: len(data) - at].count(b"\n")
    assert (len(found.entries), found.damaged, found.torn) == (whole, (), bool(at))
    with lock.hold(tmp_path):
        prepare(open_store(tmp_path))
    assert verify(open_store(tmp_path)) == ()


def test_every_flipped_bit_of_the_ledger_is_seen(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    path = tmp_path / ledger.NAME
    data = path.read_bytes()
    for place in range(0, len(data), 11):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << place % 7]) + data[place + 1 :])
        found = read_ledger(tmp_path)
        assert found.damaged or found.torn or place in (data.index(b"\n"), len(data) - 1)
        assert {entry.content for entry in found.entries.values()} <= {"a" * 64, "b" * 64}
        assert verify(store)


def test_repair_drops_the_damaged_call_and_nothing_else(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    entry = store.ledger().entries["orbel/2031-Q1"]
    sound = (store.part(store.ledger().entries["orbel/2031-Q2"]) / "claims.parquet").read_bytes()
    path = store.part(entry) / "claims.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    assert [(problem.call, problem.what.split(" ")[0]) for problem in verify(store)] == [("orbel/2031-Q1", "damaged")]
    with lock.hold(tmp_path):
        assert len(repair(store)) == 1
    assert list(store.ledger().entries) == ["orbel/2031-Q2"]
    assert verify(store) == ()
    assert (store.part(store.ledger().entries["orbel/2031-Q2"]) / "claims.parquet").read_bytes() == sound


def test_strays_are_named_and_swept(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    part = store.part(store.ledger().entries["orbel/2031-Q1"])
    strays = [
        part / "claims.parquet.tmp",
        part.parent / "part=left@1",
        tmp_path / "parts/note",
        tmp_path / "ledger.jsonl.tmp",
    ]
    for stray in strays:
        stray.mkdir() if "left" in stray.name else stray.write_text("x")
    (stage(store, "half") / "claims.parquet").write_text("x")
    assert len(verify(store)) == 5
    with lock.hold(tmp_path):
        prepare(store)
    assert verify(store) == ()
    assert not any(stray.exists() for stray in strays)


def test_a_second_writer_is_told_who_holds_the_store(tmp_path: Path) -> None:
    small_store(tmp_path)
    with (
        lock.hold(tmp_path),
        pytest.raises(Held, match=rf"another run is writing here \(process {os.getpid()} on .+ since 20"),
        lock.hold(tmp_path),
    ):
        pass


def _hold_and_die(path: str) -> None:
    with lock.hold(Path(path)):
        os._exit(9)


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    small_store(tmp_path)
    child = multiprocessing.get_context("spawn").Process(target=_hold_and_die, args=(str(tmp_path),))
    child.start()
    child.join()
    assert child.exitcode == 9
    with lock.hold(tmp_path):
        assert json.loads((tmp_path / "lock").read_text())["process"] == os.getpid()


def test_a_folder_with_other_things_is_never_taken(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    for fresh in (False, True):
        with pytest.raises(BadInput, match="not empty and no store"):
            make_store(tmp_path, fresh=fresh)
    assert (tmp_path / "thesis.txt").exists()


@pytest.mark.parametrize(
    ("card", "message"),
    [
        pytest.param("{", "missing or damaged", id="no-json"),
        pytest.param('{"format": "other"}', "something else", id="other-format"),
        pytest.param('{"format": "tieout store", "schema": 99}', "a store of schema 99", id="later-schema"),
    ],
)
def test_what_is_no_store_of_ours_is_refused(tmp_path: Path, card: str, message: str) -> None:
    small_store(tmp_path)
    (tmp_path / CARD).write_text(card)
    with pytest.raises(BadInput, match=message):
        open_store(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:  # pragma: no cover - not as root
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="failed"):
        make_store(tmp_path / "s")
