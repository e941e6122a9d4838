"""Generated calls in a folder, stores compared, and checks that end their worker in every way there is."""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corpora.generate import write
from nlp.batch.run import BatchOptions
from nlp.batch.tasks import Bounds
from nlp.records import Finding

QUIET = BatchOptions(workers=2, log="none", database=False)


def calls_in(folder: Path, count: int, *, paragraphs: int = 2, seed: int = 11) -> Path:
    """`count` short calls by company and period."""
    write(folder, count, seed=seed, paragraphs=paragraphs)
    return folder


def digests(store: Path) -> dict[str, str]:
    """What the store promises to write alike every time: the bytes of every part."""
    files = sorted((store / "parts").rglob("*.parquet"))
    return {path.relative_to(store).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def spoil(folder: Path, count: int, word: str) -> list[str]:
    """Write `word` into the first `count` transcripts, for the check below; returns the calls' keys."""
    paths = sorted(folder.rglob("transcript.txt"))[:count]
    for path in paths:
        path.write_text(path.read_text(encoding="utf-8") + f"\n\nThe word is [[{word}]].\n", encoding="utf-8")
    return [path.parent.relative_to(folder).as_posix() for path in paths]


_WORD = re.compile(r"\[\[([a-z-]+)\]\]")


class _StubbornError(Exception):
    """An exception that cannot be pickled."""

    def __init__(self) -> None:
        super().__init__("stubborn")
        self.lock = sys._getframe()


def _loop_in_c() -> None:
    ctypes.PyDLL(None).sleep(600)  # holds the interpreter, as a library that loops in C does


def _deep(depth: int = 0) -> int:
    return _deep(depth + 1) + 1


def _fill() -> None:
    held: list[Any] = []
    while True:
        held.append(bytearray(1 << 26))


def _flood() -> None:
    for _ in range(1024):
        os.write(2, b"x" * (1 << 20))


def _stubborn() -> None:
    raise _StubbornError


def _loop() -> None:
    while True:
        pass


HARM: dict[str, Callable[[], object]] = {
    "segfault": lambda: ctypes.string_at(0),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "exit": lambda: os._exit(7),
    "memory": _fill,
    "loop": _loop,
    "loop-in-c": _loop_in_c,
    "recursion": _deep,
    "stubborn": _stubborn,
    "flood": _flood,
}


def _end_once(document: Any) -> None:
    """End the worker when it meets this document first, by the marks in the folder that the document names."""
    place = re.search(r"MARKS=([^;]+);", document.text)
    mark = Path(place[1] if place else "/nonexistent") / document.digest[:16]
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def harmful_check(_claims: Any, evidence: Any) -> Iterator[Finding]:
    """A check that does to its worker what the call's text says."""
    for document in evidence.documents:
        for hit in _WORD.finditer(document.text):
            if hit[1] == "once":
                _end_once(document)
            else:
                HARM[hit[1]]()
    yield from ()


SHORT = Bounds(seconds=5.0, memory_mb=500)
