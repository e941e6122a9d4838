"""Measures the shipped encoder: speed on one core, cost of a start, retrieval and alignment on gold beads.

    python models/encoder/measure.py --documents ../shared/seeds --beads ../shared/dev/align/letters ... [--write]

`--documents` is a folder of texts; each folder of `--beads` holds gold files as `nlp.scoring.beads` reads them.
Retrieval is the share of lines whose nearest line of the other language, among all with exactly one counterpart, is the
right one: by cosine, and by centred cosine with CSLS as the aligner uses it. `--write` keeps it all in `scores.json`.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nlp import read, segment
from nlp.align.likeness import center
from nlp.encoders import Encoder
from nlp.encoders.onnx import OnnxEncoder
from nlp.encoders.tuning import TunedEncoder
from nlp.scoring.beads import BeadScore, score_folder
from nlp.scoring.gold_beads import read_gold

HERE = Path(__file__).resolve().parent
_NEIGHBOURS = 4
_COLD = """
import resource
from nlp.encoders.onnx import OnnxEncoder
OnnxEncoder().encode(["Revenue rose.", "营收增长。"])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def measure_speed(folder: Path) -> dict[str, Any]:
    """Tokens a CPU second over the different sentences of a folder of texts, one thread, tokenizing included."""
    segments = [segment(read(path)) for path in sorted(folder.glob("*.txt"))]
    texts = {s.document.text[row.start : row.end] for s in segments for row in s.sentences}
    encoder, chosen = OnnxEncoder(), sorted(texts)
    tokens = sum(len(encoder.to_ids(text)) for text in chosen)
    start = time.process_time()
    vectors = encoder.encode(chosen)
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    alone = OnnxEncoder()
    same = all(np.array_equal(alone.encode([text])[0], row) for text, row in zip(chosen, vectors, strict=True))
    figures = {"sentences": len(chosen), "tokens": tokens, "tokens_a_second": round(tokens / spent)}
    figures |= {"same_bits_alone": same, "mb_with_segmenting": round(memory)}
    return figures | {"tokens_a_second_for_tags": round(tokens / _seconds_for_tags(chosen))}


def _seconds_for_tags(texts: Sequence[str]) -> float:
    """CPU seconds of both vectors of a text: the encoder's and those of the layers tuned to topics."""
    both = TunedEncoder(OnnxEncoder(), HERE.parent / "topics" / "tuning.npz")
    start = time.process_time()
    both.encode(texts)
    return time.process_time() - start


def measure_start() -> dict[str, float]:
    """CPU seconds and MB of a new process that imports, loads and encodes two sentences."""
    done = subprocess.run([sys.executable, "-c", _COLD], capture_output=True, check=True, encoding="utf-8")  # noqa: S603
    seconds, memory = map(float, done.stdout.split())
    return {"cpu_seconds": round(seconds, 2), "mb": round(memory)}


def measure_retrieval(folder: Path, encoder: Encoder) -> dict[str, float]:
    """Accuracy@1 in per cent, source to target and back, raw and as the aligner compares."""
    right, lines = np.zeros(4), 0
    for path in sorted(folder.rglob("*.json")):
        source, target, _, _, gold = read_gold(path)
        pairs = [(one[0], other[0]) for one, other in gold if len(one) == len(other) == 1]
        here = encoder.encode([source[place] for place, _ in pairs])
        there = encoder.encode([target[place] for _, place in pairs])
        tables = here @ there.T, _csls(center(here) @ center(there).T)
        lines += len(pairs)
        right += [(table.argmax(axis) == np.arange(len(pairs))).sum() for table in tables for axis in (1, 0)]
    names = ("raw", "raw_back", "csls", "csls_back")
    return {"lines": lines} | {n: round(100 * float(r) / lines, 1) for n, r in zip(names, right, strict=True)}


def _csls(cosines: Any) -> Any:
    count = min(_NEIGHBOURS, len(cosines))
    rows = np.sort(cosines, axis=1)[:, -count:].mean(axis=1)
    columns = np.sort(cosines, axis=0)[-count:].mean(axis=0)
    return 2 * cosines - rows[:, None] - columns[None, :]


def measure_beads(folder: Path, encoder: Encoder | None) -> float:
    """Strict F1 of the aligner's beads."""
    return round(sum((score for _, score in score_folder(folder, encoder)), BeadScore()).f1, 3)


def main(arguments: Sequence[str]) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description="Measure the shipped encoder.")
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--beads", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true", help="keep the figures in scores.json")
    options = parser.parse_args(arguments)
    encoder = OnnxEncoder()
    figures: dict[str, Any] = {"encoder": encoder.id, "start": measure_start()}
    figures["speed"] = measure_speed(options.documents)
    for folder in options.beads:
        beads = {"f1_without": measure_beads(folder, None), "f1_with": measure_beads(folder, encoder)}
        figures[folder.name] = measure_retrieval(folder, encoder) | beads
    text = json.dumps(figures, indent=2) + "\n"
    sys.stdout.write(text)
    if options.write:
        (HERE / "scores.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
