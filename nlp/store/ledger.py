"""The ledger: one line a finished call, appended and synced; the only word on what a store holds.

A line carries its own digest. A torn last line (the machine stopped while it was written) is ignored and overwritten; a
line damaged elsewhere is ignored too and reported, so its call is done again. The last line of a call counts.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BadInput, StoreError
from ..jsonl import from_plain, to_plain
from .files import replace_whole, step, sync_folder
from .parts import TableFile

NAME = "ledger.jsonl"
_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A call that is finished. `call` is its key in the store, `content` the digest of all that decides its tables.

    `status`: done, partly (a document around the call could not be used), failed (the call itself could not).
    `again` says that the failure may not come from the input (killed, out of time or memory): the next run tries again.
    """

    call: str
    call_company: str
    call_period: str
    content: str
    status: str
    part: str
    tables: tuple[TableFile, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()  # sha256 of each document by name
    failures: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What was read: the entries by call in order of their keys, and the numbers of lines that are damaged."""

    entries: dict[str, Entry]
    damaged: tuple[int, ...] = ()
    torn: bool = False

    def digest(self) -> str:
        """One digest of all entries; equal for stores with equal content."""
        return hashlib.sha256(_text(self.entries.values())).hexdigest()


def read_ledger(store: Path) -> Ledger:
    """The ledger of a store; an absent one is empty. Raises StoreError when it cannot be read."""
    path = store / NAME
    with step("reading", path):
        data = path.read_bytes() if path.exists() else b""
    lines = data.split(b"\n")
    torn = bool(lines.pop())  # what stands after the last newline was not written to its end
    entries: dict[str, Entry] = {}
    damaged = []
    for number, line in enumerate(lines, 1):
        entry = _parse(line)
        if entry is None:
            damaged.append(number)
        else:
            entries[entry.call] = entry
    return Ledger(entries=dict(sorted(entries.items())), damaged=tuple(damaged), torn=torn)


def append(store: Path, entry: Entry) -> None:
    """Add one line and sync it. The file is cut back where that fails, so that no later line joins half of this one."""
    path, data = store / NAME, _line(entry)
    with step("opening", path):
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o666)
    try:
        size = os.fstat(handle).st_size
        try:
            with step("writing", path):
                if os.write(handle, data) != len(data):
                    raise StoreError(f"{path}: writing failed (no space for a whole line). Free space, then run again.")
            with step("syncing", path):
                os.fsync(handle)
        except StoreError:
            os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)


def rewrite(store: Path, entries: Iterable[Entry]) -> None:
    """Write the ledger anew, one line a call in order of their keys."""
    replace_whole(store / NAME, _text(sorted(entries, key=lambda entry: entry.call)))
    sync_folder(store)


def _text(entries: Iterable[Entry]) -> bytes:
    return b"".join(_line(entry) for entry in entries)


def _line(entry: Entry) -> bytes:
    body = json.dumps(to_plain(entry), ensure_ascii=True, separators=(",", ":"))
    return f"{_digest(body)} {body}\n".encode("ascii")


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode("ascii")).hexdigest()[:_DIGITS]


def _parse(line: bytes) -> Entry | None:
    try:
        digest, _, body = line.decode("ascii").partition(" ")
        value: Any = json.loads(body) if digest == _digest(body) else None
        return from_plain(Entry, value)
    except (ValueError, RecursionError, BadInput):
        return None
