"""Ten broken documents among a thousand calls: ten rows that say what, where and what to do, and the rest is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.store.keep import open_store, verify
from nlp.store.query import query_store
from tests.batch.calls import calls_in
from tests.battery.driving import TIER, count, start

pytestmark = pytest.mark.skipif(not TIER, reason="run by `make faults` and `make battery`")

BROKEN = {
    "empty": (b"", "E105"),
    "blanks": (b" \n\t\n", "E105"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "E103"),
    "database": (b"SQLite format 3\x00" + bytes(200), "E103"),
    "program": (b"\x7fELF" + bytes(200), "E103"),
    "archive": (b"\x1f\x8b\x08" + bytes(200), "E103"),
    "old-office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "E103"),
    "noughts": (b"Revenue\x00was\x00up", "E103"),
    "no-encoding": (bytes(range(129, 255)) * 40, "E104"),
    "one-long-line": (b"revenue " * 300_000, "E102"),
}


def test_ten_broken_documents_among_a_thousand(tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", count(1000, 5000))
    transcripts = sorted(folder.rglob("transcript.txt"))
    expected = {}
    for number, (data, code) in enumerate(BROKEN.values()):
        path = transcripts[number * (len(transcripts) // 10 - 3)]
        path.write_bytes(data)
        expected[path.parent.relative_to(folder).as_posix()] = code
    status, out, error = start(folder, tmp_path / "s", "--log", "text").wait(3000)
    assert status == 3, error
    assert f"{len(transcripts):,} calls, {len(transcripts):,} done" in out
    assert "10 with failures: " in out
    store = open_store(tmp_path / "s")
    rows = query_store(store, "SELECT call, name, stage, code, why FROM unread").rows
    assert {row[0]: row[3] for row in rows} == expected
    assert all(row[2] == "read" and row[4].startswith("transcript.txt: ") and row[4].endswith(".") for row in rows)
    done = query_store(store, "SELECT count(*) FROM run").rows[0][0]
    assert done == len(transcripts) - 10
    assert verify(store) == ()
