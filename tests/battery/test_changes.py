"""What is done again when something changed between two runs, and what is not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp.batch import run, sources
from nlp.batch.run import run_batch
from nlp.options import Options
from nlp.store.keep import open_store, verify
from tests.batch.calls import calls_in
from tests.battery.driving import TIER
from tests.battery.here import ALONE, batch_here

pytestmark = pytest.mark.skipif(not TIER, reason="run by `make faults` and `make battery`")


def _edit(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


# What changes in the folder, given that of the first call; and which calls are then done (1: it, 4: all, "new": another).
CHANGES: dict[str, tuple[Callable[[Path], object], int | str]] = {
    "source-bytes": (lambda call: _edit(call / "transcript.txt", b"\n", b"\n\n"), 1),
    "same-size": (lambda call: _edit(call / "release.txt", b"1", b"2"), 1),
    "time-alone": (lambda call: os.utime(call / "release.txt", (1, 1)), 0),
    "file-added": (lambda call: (call / "letter.txt").write_text("1. Please explain.\n", encoding="utf-8"), 1),
    "file-removed": (lambda call: (call / "release.txt").unlink(), 1),
    "renamed": (lambda call: (call / "release.txt").rename(call / "release-final.txt"), 0),
    "duplicated": (lambda call: shutil.copytree(call, call.with_name("2099-Q1")), "new"),
    "accepted-file": (lambda call: (call.parent.parent / "accepted.toml").write_text("", encoding="utf-8"), 0),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four calls, done once in the store `s`."""
    batch_here(monkeypatch)
    made = calls_in(tmp_path / "in", 4)
    assert run_batch(made, tmp_path / "s", batch=ALONE).done == 4
    return made


def _redone(folder: Path, options: Options = Options()) -> list[str]:
    """The calls whose line in the ledger is another one after a second run; a third run does nothing."""
    store = folder.parent / "s"
    before = open_store(store).ledger().entries
    done = run_batch(folder, store, options=options, batch=ALONE).done
    after = open_store(store).ledger().entries
    changed = [call for call in after if after[call] != before.get(call)]
    assert len(changed) == done
    assert run_batch(folder, store, options=options, batch=ALONE).done == 0
    assert verify(open_store(store)) == ()
    return sorted(changed)


@pytest.mark.parametrize("name", CHANGES)
def test_f10_a_change_in_the_folder(name: str, folder: Path) -> None:
    change, expected = CHANGES[name]
    call = min(path.parent for path in folder.rglob("transcript.txt"))
    change(call)
    key = call.relative_to(folder).as_posix()
    wanted = [f"{call.parent.name}/2099-Q1"] if expected == "new" else [key] * int(expected)
    assert _redone(folder) == wanted


@pytest.mark.parametrize("name", ["option", "model", "version", "check-added"])
def test_f10_a_change_of_what_works(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "model":
        monkeypatch.setattr(run, "_models", lambda _options: ("another@1",))
    if name == "version":
        monkeypatch.setattr(sources, "__version__", "99.0")
    if name == "check-added":
        monkeypatch.setattr(run, "installed_names", lambda: ("own = own:check (own 1.0)",))
    assert len(_redone(folder, Options(ignore=("T",) if name == "option" else ()))) == 4
