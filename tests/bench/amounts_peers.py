"""Amounts beside two known extractors, in one run: `make bench-amounts`.

quantulum3 reads English, JioNLP's money extractor Chinese. They live in an environment of their own, which the Makefile
makes; this file is run by the project's Python and starts the other one. All times are CPU seconds of one process for the
same text, and what is reported is their ratio. A third column shows that time grows with length and no faster.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from nlp.amounts import find_amounts
from nlp.scoring.gold import find_calls

_PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
lang, lines = sys.argv[1], json.load(sys.stdin)
if lang == "en":
    from quantulum3 import parser
    read = parser.parse
else:
    import contextlib
    with contextlib.redirect_stdout(sys.stderr):
        import jionlp
    read = jionlp.ner.extract_money
read(lines[0])
start, found = time.process_time(), 0
for line in lines:
    try:
        found += len(read(line) or ())
    except Exception:
        pass  # a line the peer fails on costs it nothing here
print(json.dumps([time.process_time() - start, found]))
"""


def lines_of(language: str) -> list[str]:
    """The paragraphs of the invented calls in one language."""
    files = [path for call in find_calls() for path in (call.transcript, call.translation, call.release) if path]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 40]
    han = [sum("\u4e00" <= c <= "\u9fff" for c in line) * 4 > len(line) for line in lines]
    return [line for line, is_han in zip(lines, han, strict=True) if is_han == (language == "zh")]


def own_time(lines: list[str], language: str) -> tuple[float, int]:
    """CPU seconds and amounts found by this project."""
    find_amounts(lines[0], language)
    start = time.process_time()
    found = sum(len(find_amounts(line, language)) for line in lines)
    return time.process_time() - start, found


def main(peer_python: str) -> None:
    """Print a line for each language."""
    for language, peer in (("en", "quantulum3"), ("zh", "JioNLP money")):
        lines = lines_of(language)
        run = subprocess.run(
            [peer_python, "-c", _PEER, language], input=json.dumps(lines), capture_output=True, text=True, check=True
        )
        theirs, their_found = json.loads(run.stdout.splitlines()[-1])
        ours, found = own_time(lines * 5, language)
        size = sum(map(len, lines))
        sys.stdout.write(
            f"{language}: {size:,} characters; {peer} {theirs:.2f} s, {their_found} found; "
            f"tieout {ours / 5:.3f} s, {found // 5} found; {theirs / (ours / 5):.1f} times as fast\n"
        )
    base = "\n".join(lines_of("en"))
    for times in (1, 4, 16, 64):
        start = time.process_time()
        find_amounts(base * times, "en")
        spent = time.process_time() - start
        sys.stdout.write(
            f"one text of {len(base) * times / 1e6:.2f} MB: {spent / len(base) / times * 1e6:.2f} s a MB\n"
        )


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).exists():
        sys.exit("usage: python -m tests.bench.amounts_peers PYTHON_WITH_QUANTULUM3_AND_JIONLP")
    main(sys.argv[1])
