"""How long segmenting takes: `python -m nlp.scoring.segment_speed [MEGABYTES] [FILE...]`.

Every text (the invented calls when none is named) is repeated up to the size in UTF-8 and segmented once whole and once
a quarter as long. Printed for each: processor seconds, the seconds that splitting the same text into words takes beside
it, the ratio of the two, and how the time grows when the text grows by four. Seconds depend on the machine and on what
else it does, the ratios hardly.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..readers import read
from ..segment import segment
from .gold import find_calls

_WORD = re.compile(r"\w+")


def _seconds(work: Callable[[], object], times: int = 2) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def measure(text: str, size: int) -> tuple[float, float, float]:
    """(seconds, ratio to cutting words, growth) of `text` repeated up to `size` bytes; linear growth is 4."""
    whole = (text + "\n\n") * (-(-size // (len(text.encode()) + 2)))
    long, short = read(whole, name="call.txt"), read(whole[: len(whole) // 4], name="call.txt")
    segment(read(text, name="call.txt"))  # what is loaded when first used is no part of the time
    spent = _seconds(lambda: segment(long))
    words = _seconds(lambda: _WORD.findall(whole))
    return spent, spent / words, spent / _seconds(lambda: segment(short))


def _texts(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    files = [Path(path) for path in paths] or [call.transcript for call in find_calls(split="dev")]
    for path in files:
        yield (path.stem if paths else path.parent.name), path.read_text(encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Print one line a text."""
    sized = bool(arguments) and arguments[0].replace(".", "", 1).isdigit()
    size = int(float(arguments[0]) * 1e6) if sized else 5_000_000
    sys.stdout.write(f"{'text':28} {'seconds':>8} {'ratio':>7} {'growth':>7}\n")
    for name, text in _texts(arguments[sized:]):
        spent, ratio, growth = measure(text, size)
        sys.stdout.write(f"{name:28} {spent:8.2f} {ratio:7.1f} {growth:7.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
