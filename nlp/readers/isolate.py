"""Reading in a process of its own: a file that crashes, loops or swells takes down a child and nothing else.

One server process for each process that reads; it loads the parsers once and forks a child for every file (see
`worker`). Method: a fork server with a deadline and a memory limit for each child, since Python's own pools lose their
other tasks when one child crashes. Bytes go in, JSON comes out; nothing is unpickled.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import struct
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from .. import errors
from ..errors import BadInput, TieoutError, TooSlow, Unreadable
from ..jsonl import from_plain
from ..options import Options
from ..records import Document

_PACKAGE_ROOT = Path(__file__).resolve().parent.parent.parent
_GRACE = 5.0  # seconds for a server to start and to answer behind the child's own deadline
_LOCK = threading.Lock()


class _Server:
    """A running `python -m nlp.readers.worker`, spoken to over its standard input and output."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        path = [str(_PACKAGE_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "nlp.readers.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
        )

    def is_alive(self) -> bool:
        """Whether this process may still ask it; a forked child must start its own."""
        return self.owner == os.getpid() and self.process.poll() is None

    def ask(self, request: bytes, data: bytes, seconds: float) -> bytes:
        """The answer to one request. Raises OSError when the server dies, TimeoutError when it does not answer."""
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise OSError("no pipes")
        stdin.write(struct.pack("<IQ", len(request), len(data)) + request)
        stdin.write(data)
        stdin.flush()
        until = time.monotonic() + seconds
        (size,) = struct.unpack("<Q", _read_exactly(stdout, 8, until))
        return _read_exactly(stdout, size, until)

    def stop(self) -> None:
        """End the server and what it is reading."""
        if self.owner != os.getpid():
            return  # another process's child, and its pipes
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue


def _read_exactly(stream: IO[bytes], size: int, until: float) -> bytes:
    pieces: list[bytes] = []
    while size:
        left = until - time.monotonic()
        if left <= 0 or not select.select([stream], [], [], left)[0]:
            raise TimeoutError
        piece = os.read(stream.fileno(), min(size, 1 << 20))
        if not piece:
            raise OSError("the reading process ended")
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


_SERVERS: list[_Server] = []


def read_in_child(reader: str, data: bytes, name: str, options: Options) -> Document:
    """What reader `reader` makes of `data`, within `limits.read_seconds` and `limits.read_bytes`.

    Raises what the reader raises; TooSlow, TooLarge or Unreadable when the child had to be ended or died.
    """
    request = {"reader": reader, "name": name, "encoding": options.encoding, "limits": asdict(options.limits)}
    header = json.dumps(request).encode()
    with _LOCK:
        try:
            answer = _running().ask(header, data, options.limits.read_seconds + 2 * _GRACE)
        except TimeoutError:
            _stop()
            raise TooSlow(_too_slow(name, options)) from None
        except OSError:
            _stop()
            raise Unreadable(f"{name}: the reading process ended. Run again, or set isolate = false.") from None
    return _unpacked(json.loads(answer), name)


def _running() -> _Server:
    if not (_SERVERS and _SERVERS[-1].is_alive()):
        _stop()
        _SERVERS.append(_Server())
    return _SERVERS[-1]


def _stop() -> None:
    while _SERVERS:
        _SERVERS.pop().stop()


atexit.register(_stop)


def _unpacked(answer: dict[str, Any], name: str) -> Document:
    if "document" in answer:
        return from_plain(Document, answer["document"])
    kind = getattr(errors, str(answer.get("error")), BadInput)
    if not (isinstance(kind, type) and issubclass(kind, TieoutError)):
        kind = BadInput
    raise kind(str(answer.get("message", f"{name}: could not be read.")))


def _too_slow(name: str, options: Options) -> str:
    seconds = options.limits.read_seconds
    return f"{name}: not read within {seconds} s. Give a smaller file, or raise limits.read_seconds."
