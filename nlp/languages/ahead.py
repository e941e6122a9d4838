"""What was worked out of patterns ahead of time, in `data/patterns.bin`: compiling a thousand takes half a second.

A pattern that is not there costs that time and changes nothing; neither does another Python than the one that wrote the
file, whose compiled patterns are then left aside. `python -m nlp.scoring.work_ahead` writes it anew, and says when to.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # where patterns are made of their codes, which it checks first
import json
import re
import sys
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

from ..resources import data_bytes

NAME = "patterns.bin"
CODE = "code"  # the kind of row that holds a compiled pattern; other kinds hold what any Python works out
asked: set[tuple[str, str, int]] = set()  # (kind, pattern, flags) that were not in the file
PYTHON = [sys.implementation.cache_tag, sys.byteorder, _sre.MAGIC, _sre.CODESIZE]  # one on which codes mean the same


class _Rows:
    """The file: for each kind and pattern what was worked out, and the codes of all patterns one behind the other."""

    def __init__(self, data: bytes) -> None:
        head, _, codes = zlib.decompress(data).partition(b"\n")
        found = json.loads(head)
        self.by_kind: dict[str, dict[str, Any]] = found["rows"]
        if found["python"] != PYTHON:
            self.by_kind[CODE] = {}
        self.codes = memoryview(codes).cast("I") if self.by_kind[CODE] else memoryview(b"")


@cache
def _rows() -> _Rows:
    return _Rows(data_bytes(NAME))


def worked_out(kind: str, pattern: str, flags: int, work: Callable[[], Any]) -> Any:
    """What the file holds of this kind for a pattern (lists, texts, truth values), else what `work` gives."""
    row = _rows().by_kind.get(kind, {}).get(key(pattern, flags))
    if row is None:
        asked.add((kind, pattern, int(flags)))
        return work()
    return row


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, which is asked where the file does not hold the pattern."""
    row = _rows().by_kind[CODE].get(key(pattern, flags))
    if row is None:
        asked.add((CODE, pattern, int(flags)))
        return re.compile(pattern, flags)
    start, end, all_flags, groups, names = row
    indexed: list[str | None] = [None] * (groups + 1)
    for name, group in names.items():
        indexed[group] = name
    found: re.Pattern[str] = _sre.compile(
        pattern, all_flags, _rows().codes[start:end].tolist(), groups, names, tuple(indexed)
    )
    return found


def key(pattern: str, flags: int) -> str:
    """What the file knows a pattern by."""
    return f"{int(flags)} {pattern}"


def forget() -> None:
    """From now on work everything out, and tell in `asked` what was."""
    _rows().by_kind = {CODE: {}}
