"""The process that reads files for another: `python -m nlp.readers.worker`, a request in, an answer out.

It loads the parsers once and forks a child for each file. The child has a memory limit, may not write files, start
programs or open connections, and is killed at its deadline.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import struct
import sys
import time
from typing import Any, NoReturn

from ..errors import TieoutError
from ..jsonl import to_plain
from ..options import Limits, Options

_ANSWER_BYTES = 400_000_000  # no answer is longer
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "ctypes.dlopen/",
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Answer requests from standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _load_parsers()
    while head := _read(12):
        size, length = struct.unpack("<IQ", head)
        request = json.loads(_read(size))
        data = _read(length)
        answer = _ask_child(request, data)
        _write(1, struct.pack("<Q", len(answer)) + answer)


def _load_parsers() -> None:
    import docx  # noqa: F401 -- loaded before the fork, so that a child need not
    import lxml.etree
    import lxml.html  # noqa: F401
    import pypdfium2.raw  # noqa: F401

    from ..text import guess_script
    from . import sources  # noqa: F401

    guess_script("营收增長")  # builds its tables once for all children


def _read(size: int) -> bytes:
    pieces: list[bytes] = []
    while size:
        piece = os.read(0, min(size, 1 << 20))
        if not piece:
            return b""
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _write(target: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(target, view[: 1 << 20]) :]


def _ask_child(request: dict[str, Any], data: bytes) -> bytes:
    limits = Limits(**request["limits"])
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _answer_and_exit(into, request, data, limits)
    os.close(into)
    answer, late = _collect(out, time.monotonic() + limits.read_seconds)
    os.close(out)
    if late:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return answer if answer and not late and status == 0 else _why(request["name"], limits, late, status)


def _collect(pipe: int, until: float) -> tuple[bytes, bool]:
    """All that the child writes, and whether it was too late or too long."""
    pieces: list[bytes] = []
    total = 0
    while True:
        left = until - time.monotonic()
        if left <= 0 or total > _ANSWER_BYTES or not select.select([pipe], [], [], left)[0]:
            return b"", True
        piece = os.read(pipe, 1 << 20)
        if not piece:
            return b"".join(pieces), False
        pieces.append(piece)
        total += len(piece)


def _why(name: str, limits: Limits, late: bool, status: int) -> bytes:
    if late:
        seconds = limits.read_seconds
        return _error(
            "TooSlow", f"{name}: not read within {seconds} s. Give a smaller file, or raise limits.read_seconds."
        )
    ended = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"status {os.WEXITSTATUS(status)}"
    return _error("Unreadable", f"{name}: its parser died of it ({ended}). Save the document again, or give its text.")


def _error(kind: str, message: str) -> bytes:
    return json.dumps({"error": kind, "message": message}).encode()


def _answer_and_exit(into: int, request: dict[str, Any], data: bytes, limits: Limits) -> NoReturn:
    """In the child: read, write the answer, and leave without running anybody's clean-up."""
    status = 1
    try:
        _confine(limits)
        _write(into, _answer(request, data, limits))
        status = 0
    finally:
        os._exit(status)


def _confine(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.read_bytes, limits.read_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.read_seconds + 5, limits.read_seconds + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    writes = event == "open" and len(arguments) > 2 and isinstance(arguments[2], int) and arguments[2] & _WRITES
    if writes or event.startswith(_REFUSED):
        raise PermissionError(event)


def _answer(request: dict[str, Any], data: bytes, limits: Limits) -> bytes:
    from .sources import reader_named

    name = request["name"]
    try:
        options = Options(encoding=request["encoding"], limits=limits, isolate=False)
        document = reader_named(request["reader"]).read(data, name, options)
        return json.dumps({"document": to_plain(document)}).encode()
    except TieoutError as error:
        return _error(type(error).__name__, error.message)
    except MemoryError:
        bound = limits.read_bytes
        return _error(
            "TooLarge", f"{name}: needs more than {bound:,} bytes to read. Split it, or raise limits.read_bytes."
        )
    except RecursionError:
        return _error("BadInput", f"{name}: nested too deep to read. Save the document again, or give its text.")
    except Exception as error:  # a parser's own failure on a stranger's file
        what = f"{type(error).__name__}: {error}"[:100]
        return _error("Unreadable", f"{name}: its parser failed ({what}). Save the document again, or give its text.")


if __name__ == "__main__":
    main()
