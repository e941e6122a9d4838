"""Writes `data/patterns.bin` anew: `python -m nlp.scoring.work_ahead`, after patterns have changed.

The patterns are those that the invented calls ask for; a test says when so many of them are missing that it is time.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

from .. import resources
from ..languages import ahead, english_words, hints
from ..pipeline import analyze
from .gold import find_calls

Asked = tuple[str, str, int]  # (kind, pattern, flags)


def work_out(kind: str, pattern: str, flags: int) -> Any:
    """What a row of this kind holds, but for compiled patterns."""
    if kind == "read":
        return hints.read(pattern, flags)
    if kind == english_words.RULES:
        return english_words.read_rules()
    return hints.begun(pattern, int(kind.split()[1]), flags)


def _coded(pattern: str, flags: int, codes: array[int]) -> list[Any]:
    """The row of a compiled pattern, of which the codes are put behind `codes`: what `re.compile` gives to `_sre`."""
    parsed, start = _parser.parse(pattern, flags), len(codes)
    codes.extend(_compiler._code(parsed, flags))
    state = parsed.state
    return [start, len(codes), int(flags | state.flags), state.groups - 1, dict(state.groupdict)]


def packed(asked: Iterable[Asked]) -> bytes:
    """The file for these patterns; the same ones give the same bytes."""
    codes = array("I")
    rows: dict[str, dict[str, Any]] = {ahead.CODE: {}}
    for kind, pattern, flags in sorted(asked):
        row = _coded(pattern, flags, codes) if kind == ahead.CODE else work_out(kind, pattern, flags)
        rows.setdefault(kind, {})[ahead.key(pattern, flags)] = row
    head = json.dumps({"python": ahead.PYTHON, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(head.encode() + b"\n" + codes.tobytes(), 9)


def ask() -> set[Asked]:
    """The patterns that the invented calls ask for."""
    ahead.forget()
    for call in find_calls():
        releases, letters = _given(call.release), _given(call.letter)
        analyze(call.transcript, translation=call.translation, releases=releases, letters=letters)
    return ahead.asked


def _given(path: Path | None) -> tuple[Path, ...]:
    return (path,) if path else ()


def main() -> int:
    """Write the file and tell its size."""
    data = packed(ask())
    path = resources.data_path(ahead.NAME)
    path.write_bytes(data)
    sys.stdout.write(f"{path}: {len(data)} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
