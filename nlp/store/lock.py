"""One run at a time: an advisory lock that the system drops when its holder ends, however it ends."""

from __future__ import annotations

import datetime
import errno
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import Held, StoreError
from .files import step

NAME = "lock"
_UNSUPPORTED = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)


@contextmanager
def hold(store: Path) -> Iterator[None]:
    """Hold the store for writing. Raises Held naming who has it, StoreError where locking is impossible."""
    path = store / NAME
    with step("opening", path):
        handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o666)
    try:
        _take(handle, path)
        _sign(handle, path)
        yield
    finally:
        os.close(handle)  # and with it goes the lock


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Held(
            f"{path.parent}: another run is writing here ({_holder(handle)}). Wait for it or stop it, then run again."
        ) from None
    except OSError as error:
        if error.errno in _UNSUPPORTED:
            raise StoreError(
                f"{path}: this file system cannot lock files ({error.strerror}). Put the store on a local disk."
            ) from None
        raise StoreError(f"{path}: locking failed ({error.strerror}). Put the store on a local disk.") from None


def _sign(handle: int, path: Path) -> None:
    now = datetime.datetime.now(tz=datetime.UTC).isoformat(timespec="seconds")
    text = json.dumps({"process": os.getpid(), "host": os.uname().nodename, "since": now})
    with step("writing", path):
        os.ftruncate(handle, 0)
        os.pwrite(handle, text.encode("ascii"), 0)


def _holder(handle: int) -> str:
    try:
        card = json.loads(os.pread(handle, 1000, 0))
        return f"process {int(card['process'])} on {str(card['host'])[:60]} since {str(card['since'])[:25]}"
    except (ValueError, KeyError, TypeError, OSError):
        return "it has not said who it is"
