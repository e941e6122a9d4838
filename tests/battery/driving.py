"""Batches as processes of their own, to be killed: started, watched, resumed and compared."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.store.keep import open_store, verify
from tests.batch.calls import digests

ROOT = Path(__file__).resolve().parents[2]
TIER = os.environ.get("TIEOUT_BATTERY", "")
_PLACES = {"C": 0, "N": 1, "R": 2}


def count(*counts: int) -> int:
    """How often, by tier: each submission, nightly, before a release; a fifth of the first for a quick look (S)."""
    if TIER == "S":
        return max(1, counts[0] // 5)
    return counts[min(_PLACES.get(TIER, 0), len(counts) - 1)]


@dataclass
class Driven:
    """A started batch; `mark` stands in the environment of all its processes."""

    process: subprocess.Popen[str]
    mark: str

    def wait(self, seconds: float = 300) -> tuple[int, str, str]:
        """Its exit status and what it wrote."""
        out, error = self.process.communicate(timeout=seconds)
        return self.process.returncode, out, error

    def left(self, seconds: float = 10.0) -> list[int]:
        """Its processes that are still there after at most `seconds`."""
        end = time.monotonic() + seconds
        while (found := self._alive()) and time.monotonic() < end:
            time.sleep(0.1)
        return found

    def _alive(self) -> list[int]:
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                state = (path.parent / "stat").read_text().rpartition(")")[2].split()[0]
                if self.mark.encode() in path.read_bytes() and state != "Z":
                    found.append(int(path.parent.name))
            except OSError:
                continue
        return found


def start(folder: Path, store: Path, *more: str, fault: dict[str, Any] | None = None, **streams: Any) -> Driven:
    """`tieout batch FOLDER -o STORE`, in a session of its own."""
    mark = f"TIEOUT_TEST_RUN={uuid.uuid4()}"
    name, _, value = mark.partition("=")
    environment = {**os.environ, name: value, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    if fault is not None:
        environment["TIEOUT_TEST_FAULT"] = json.dumps(fault)
        environment["PYTHONPATH"] = f"{ROOT / 'tests/battery/inject'}{os.pathsep}{ROOT}"
    command = [sys.executable, "-m", "nlp.cli", "batch", str(folder), "-o", str(store), "--workers", "2", *more]
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=True, encoding="utf-8", **given
    )  # fmt: skip
    return Driven(process, mark)


def finish(folder: Path, store: Path) -> None:
    """Run to the end and expect it to be reached."""
    status, _, error = start(folder, store, "--log", "text").wait()
    assert status == 0, error


def assert_whole(store: Path, expected: dict[str, str]) -> None:
    """No part is missing, broken or doubled, nothing strays, and the bytes are those of an uninterrupted run."""
    assert verify(open_store(store)) == ()
    assert digests(store) == expected
    assert not list((store / "staging").iterdir())
