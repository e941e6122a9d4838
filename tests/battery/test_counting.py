"""Every file operation of a batch made to fail, one after the other, once and from then on: nothing is lost or broken."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from nlp.batch.run import run_batch
from nlp.errors import TieoutError
from nlp.store.keep import open_store, verify
from tests.batch.calls import calls_in, digests
from tests.battery.driving import TIER, assert_whole
from tests.battery.here import ALONE, batch_here

pytestmark = pytest.mark.skipif(TIER not in ("N", "R"), reason="run by `make battery`")
ERRORS = ("ENOSPC", "EIO", "EACCES", "EMFILE")


@dataclass
class Fault:
    """The `number`-th call of `name` on a path within `place` fails, and all later ones where `forever`."""

    name: str
    number: int
    forever: bool
    error: str
    place: Path
    hits: int = 0

    @contextmanager
    def at_work(self) -> Iterator[None]:
        real = getattr(os, self.name)
        setattr(os, self.name, self._around(real))
        try:
            yield
        finally:
            setattr(os, self.name, real)

    def _around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def faulty(first: Any, *rest: Any, **named: Any) -> Any:
            if self._is_here(first):
                self.hits += 1
                if self.hits == self.number or (self.forever and self.hits > self.number):
                    code = getattr(errno, self.error)
                    raise OSError(code, os.strerror(code))
            return real(first, *rest, **named)

        return faulty

    def _is_here(self, first: Any) -> bool:
        path = os.readlink(f"/proc/self/fd/{first}") if isinstance(first, int) else os.fsdecode(first)
        return os.path.abspath(path).startswith(str(self.place))


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("forever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize("name", ["open", "write", "fsync", "rename", "replace", "mkdir"])
def test_f3_each_operation_in_turn(
    name: str, forever: bool, error: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch_here(monkeypatch)
    folder = calls_in(tmp_path / "in", 3)
    run_batch(folder, tmp_path / "whole", batch=ALONE)
    expected = digests(tmp_path / "whole")
    for number in range(1, 1000):
        store = tmp_path / f"s{number}"
        fault = Fault(name, number, forever, error, store)
        with fault.at_work():
            _run_or_refuse(folder, store)
        if (store / "store.json").exists():  # what stands for no finished call may lie there till the next run
            assert [row for row in verify(open_store(store)) if row.call is not None] == [], f"{name} {number}"
        run_batch(folder, store, batch=ALONE)
        assert_whole(store, expected)
        if fault.hits < number:
            break
    assert number > 1 or name == "replace", "the operation is never called: the loop tests nothing"


def _run_or_refuse(folder: Path, store: Path) -> None:
    """An error is one of ours, in a line that says what to do."""
    try:
        run_batch(folder, store, batch=ALONE)
    except TieoutError as refused:
        told = str(refused)
    else:
        told = f"{store} is done"
    assert str(store) in told
