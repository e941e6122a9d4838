"""Loaded by every Python that the battery starts: makes the n-th file operation on a matching path fail, or kills there.

`TIEOUT_TEST_FAULT` is JSON: `call` (open, write, fsync, rename, mkdir), `match` (a pattern for the path), `when` (before,
half, after), `do` (kill, or the name of an errno), `forever` (from then on). The product has no such hooks.
"""

import errno
import json
import os
import re
import signal
from typing import Any, NoReturn


def _install(fault: dict[str, Any]) -> None:
    pattern, name = re.compile(fault["match"]), fault["call"]
    real, state = getattr(os, name), {"hits": 0}

    def path_of(first: Any) -> str:
        if isinstance(first, int):
            try:
                return os.readlink(f"/proc/self/fd/{first}")
            except OSError:
                return ""
        return os.fsdecode(first)

    def strike() -> NoReturn:
        if fault["do"] == "kill":
            os.killpg(0, signal.SIGKILL)
        number = getattr(errno, fault["do"])
        raise OSError(number, os.strerror(number))

    def faulty(first: Any, *rest: Any, **named: Any) -> Any:
        if not pattern.search(path_of(first)):
            return real(first, *rest, **named)
        state["hits"] += 1
        if state["hits"] > 1 and not fault.get("forever"):
            return real(first, *rest, **named)
        if fault["when"] == "half":
            real(first, bytes(rest[0])[: max(1, len(rest[0]) // 2)])
            strike()
        if fault["when"] == "after":
            real(first, *rest, **named)
        return strike()

    setattr(os, name, faulty)


if os.environ.get("TIEOUT_TEST_FAULT"):
    _install(json.loads(os.environ["TIEOUT_TEST_FAULT"]))
