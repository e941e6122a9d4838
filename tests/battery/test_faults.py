"""What a batch survives: killed anywhere, out of space anywhere, any bit flipped, two at once, every signal.

`make faults` runs the counts of each submission, `make battery` the nightly ones (`TIEOUT_BATTERY` C, N, R). Seeds are fixed
in C; in N and R they are fresh and stand in the test's name.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nlp.batch.run import run_batch
from nlp.errors import Damaged, TieoutError
from nlp.options import Options
from nlp.store.database import build_database
from nlp.store.keep import open_store, verify
from tests.batch.calls import HARM, QUIET, calls_in, digests, harmful_check, spoil
from tests.battery.driving import TIER, Driven, assert_whole, count, finish, start

pytestmark = pytest.mark.skipif(not TIER, reason="run by `make faults` and `make battery`")
SEED = 17 if TIER in ("", "S", "C") else int(time.time())


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], float]:
    """Forty calls, the digests of an uninterrupted run, and the seconds that it took."""
    return _reference(tmp_path_factory.mktemp("forty"), 40)


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], float]:
    """The same of twelve calls."""
    return _reference(tmp_path_factory.mktemp("twelve"), 12)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], float]:
    """The same of three calls."""
    return _reference(tmp_path_factory.mktemp("three"), 3)


def _reference(folder: Path, calls: int) -> tuple[Path, dict[str, str], float]:
    calls_in(folder / "in", calls)
    began = time.monotonic()
    finish(folder / "in", folder / "s")
    return folder / "in", digests(folder / "s"), time.monotonic() - began


def _kill_after(driven: Driven, seconds: float, *, group: bool = False) -> None:
    try:
        driven.process.wait(seconds)
    except subprocess.TimeoutExpired:
        (os.killpg if group else os.kill)(driven.process.pid, signal.SIGKILL)
    driven.process.communicate()


@pytest.mark.parametrize("number", range(count(20, 100, 500)))
def test_f1_killed_at_a_random_moment(number: int, forty: tuple[Path, dict[str, str], float], tmp_path: Path) -> None:
    folder, expected, seconds = forty
    moment = random.Random(f"{SEED}/{number}").uniform(0, seconds)  # noqa: S311
    driven = start(folder, tmp_path / "s")
    _kill_after(driven, moment, group=number % 2 == 1)
    finished = len(open_store(tmp_path / "s").ledger().entries) if (tmp_path / "s/store.json").exists() else 0
    finish(folder, tmp_path / "s")
    assert_whole(tmp_path / "s", expected)
    assert driven.left() == [], f"killed after {moment:.2f} s with {finished} calls finished"


_CLAIMS, _LEDGER, _RECORD = r"staging/.*/claims\.parquet", r"ledger\.jsonl$", r"runs/.*\.json"
POINTS = {
    "after-open": ({"call": "open", "match": _CLAIMS, "when": "after"}, "opening"),
    "half-a-file": ({"call": "write", "match": _CLAIMS, "when": "half"}, "writing"),
    "before-sync": ({"call": "fsync", "match": _CLAIMS, "when": "before"}, "syncing"),
    "before-rename": ({"call": "rename", "match": r"staging/", "when": "before"}, "renaming"),
    "before-ledger": ({"call": "rename", "match": r"staging/", "when": "after"}, "renaming"),
    "half-a-line": ({"call": "write", "match": _LEDGER, "when": "half"}, "writing"),
    "database": ({"call": "rename", "match": r"tieout\.duckdb", "when": "before"}, "renaming"),
    "record": ({"call": "write", "match": _RECORD, "when": "half"}, "writing"),
}


@pytest.mark.parametrize("do", ["kill", "ENOSPC"])
@pytest.mark.parametrize("point", POINTS)
def test_f2_at_every_step(point: str, do: str, three: tuple[Path, dict[str, str], float], tmp_path: Path) -> None:
    folder, expected, _ = three
    where, step = POINTS[point]
    driven = start(folder, tmp_path / "s", "--log", "none", fault={**where, "do": do, "forever": True})
    status, _, error = driven.wait()
    if do == "kill":
        assert status == -signal.SIGKILL, error
    else:
        assert (status, f"{step} failed (No space left on device)" in error) == (2, True), error
        assert "Traceback" not in error
    finish(folder, tmp_path / "s")
    assert_whole(tmp_path / "s", expected)
    assert driven.left() == []


SHARES = (0.01, 0.1, 1.0)


@pytest.mark.parametrize("share", SHARES[: count(1, 3)])
@pytest.mark.parametrize("harm", HARM)
def test_f5_workers_end(harm: str, share: float, tmp_path: Path) -> None:
    folder = calls_in(tmp_path / "in", 200, paragraphs=2)
    hit = spoil(folder, round(200 * share), harm)
    bounds = replace(QUIET.bounds, seconds=6.0, memory_mb=400)
    summary = run_batch(
        folder, tmp_path / "s", options=Options(checks=(harmful_check,)), batch=replace(QUIET, bounds=bounds)
    )
    assert list(summary.failed) == ([] if harm == "flood" else sorted(hit))
    assert len(open_store(tmp_path / "s").ledger().entries) == 200
    assert verify(open_store(tmp_path / "s")) == ()


@pytest.mark.parametrize("times", [2] * count(10, 50, 200) + [3] * count(5, 20, 100))
def test_f6_killed_while_going_on(
    times: int, twelve: tuple[Path, dict[str, str], float], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder, expected, seconds = twelve
    draw = random.Random(f"{SEED}/{request.node.name}")  # noqa: S311
    for _ in range(times):
        driven = start(folder, tmp_path / "s", "--log", "none")
        _kill_after(driven, draw.uniform(seconds * 0.3, seconds * 0.9))
    finish(folder, tmp_path / "s")
    assert_whole(tmp_path / "s", expected)


def test_f7_any_bit_and_any_cut(three: tuple[Path, dict[str, str], float], tmp_path: Path) -> None:
    folder, expected, _ = three
    finish(folder, tmp_path / "s")
    store, draw = open_store(tmp_path / "s"), random.Random(SEED)  # noqa: S311
    files = sorted([*(store.path / "parts").rglob("*.parquet"), store.path / "ledger.jsonl", store.path / "store.json"])
    flips, cuts = count(200, 2000, 10_000), count(50, 500, 2000)
    for number in range(flips + cuts):
        path = draw.choice(files)
        data = path.read_bytes()
        place = draw.randrange(len(data))
        flipped = data[:place] + bytes([data[place] ^ 1 << draw.randrange(8)]) + data[place + 1 :]
        path.write_bytes(flipped if number < flips else data[:place])
        _assert_seen(store.path, path)
        if number % (25 if path.suffix == ".parquet" else 1_000_000) == 0:
            redone = run_batch(folder, store.path, batch=QUIET)
            assert redone.done == 1
        path.write_bytes(data)
    assert_whole(store.path, expected)


def _assert_seen(store: Path, path: Path) -> None:
    try:
        opened = open_store(store)
    except TieoutError:
        assert path.name == "store.json"
        return
    problems = verify(opened)
    if path.name == "store.json":  # a card that still reads as ours says nothing else
        return
    assert any(path.name in problem.path for problem in problems), path
    if path.suffix == ".parquet":
        (store / "tieout.duckdb").unlink(missing_ok=True)
        with pytest.raises(Damaged, match=path.name):
            build_database(opened)


@pytest.mark.parametrize("number", range(count(10, 50, 100)))
def test_f8_two_at_once(number: int, twelve: tuple[Path, dict[str, str], float], tmp_path: Path) -> None:
    folder, expected, seconds = twelve
    first = start(folder, tmp_path / "s", "--log", "none")
    while not (tmp_path / "s/store.json").exists() and first.process.poll() is None:
        time.sleep(0.02)
    time.sleep(seconds * 0.5 * number / count(10, 50, 100))
    status, _, error = start(folder, tmp_path / "s", "--log", "none").wait()
    if first.process.poll() is None:
        assert (status, f"process {first.process.pid} on " in error) == (2, True), error
    if number % 2:  # its lock is taken over
        first.process.kill()
        first.process.communicate()
        finish(folder, tmp_path / "s")
    else:
        assert first.wait()[0] == 0
    assert_whole(tmp_path / "s", expected)


SIGNALS = {"INT": (signal.SIGINT, 130), "TERM": (signal.SIGTERM, 143), "HUP": (signal.SIGHUP, 129)}


def _wait_for_calls(driven: Driven, store: Path, calls: int) -> None:
    """Until so many calls stand in the ledger, or the batch has ended."""
    ledger = store / "ledger.jsonl"
    while driven.process.poll() is None:
        if (store / "store.json").exists() and (
            not calls or (ledger.exists() and ledger.read_bytes().count(b"\n") >= calls)
        ):
            return
        time.sleep(0.02)


def _crowded() -> float:
    """How many times its own time a little work takes now: 1 where a core is free."""
    began, used = time.monotonic(), time.process_time()
    while time.process_time() - used < 0.1:
        pass
    return max(1.0, (time.monotonic() - began) / 0.1)


@pytest.mark.parametrize("number", range(count(5, 20)))
@pytest.mark.parametrize("name", [*SIGNALS, "INT-twice"])
def test_f9_signals(name: str, number: int, twelve: tuple[Path, dict[str, str], float], tmp_path: Path) -> None:
    folder, expected, _ = twelve
    sent, expected_status = SIGNALS[name.partition("-")[0]]
    driven = start(folder, tmp_path / "s", "--log", "none")
    _wait_for_calls(driven, tmp_path / "s", int(12 * 0.6 * number / count(5, 20)))
    crowded, began = _crowded(), time.monotonic()
    driven.process.send_signal(sent)
    if name == "INT-twice":
        time.sleep(0.05)
        driven.process.send_signal(sent)
    status, _, error = driven.wait()
    assert status == expected_status, error
    assert time.monotonic() - began < 5 * max(crowded, _crowded())
    assert "Traceback" not in error
    assert driven.left() == []
    finish(folder, tmp_path / "s")
    assert_whole(tmp_path / "s", expected)


@pytest.mark.parametrize("number", range(count(5, 20)))
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_f9_closed_streams(stream: str, number: int, three: tuple[Path, dict[str, str], float], tmp_path: Path) -> None:
    folder, expected, _ = three
    reader, writer = os.pipe()
    driven = start(folder, tmp_path / "s", "--log", ("text", "json")[number % 2], fault=None, **{stream: writer})
    os.close(writer)
    os.close(reader)
    status, _, error = driven.wait()
    assert status == 0, error
    assert_whole(tmp_path / "s", expected)
    assert driven.left() == []
