"""Time and memory of the aligner on long invented texts, with the encoder's vectors given."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Iterator, Sequence

import numpy as np

from ..align.beads import align_sides, read_sides
from ..encoders.protocol import Vectors
from ..languages.bilingual import align_rules

SIZES = (1000, 2000, 5000, 10_000, 20_000)
_WIDTH = 384


class Given:
    """Vectors made beforehand: a line's own direction, with noise. Asked in the order source, target."""

    id = "given"

    def __init__(self, sides: Sequence[Vectors]) -> None:
        self._sides = list(sides)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The next side's vectors."""
        return self._sides.pop(0)


def long_text(lines: int) -> tuple[list[str], list[str], list[Vectors]]:
    """Lines of lexicon words, a part of which is not translated; every 40th line is missing on one side."""
    draw = random.Random(lines)  # noqa: S311 -- a repeatable draw, no secret
    forms: dict[str, str] = {}
    for form, said_by in align_rules("zh").forms.items():
        forms.setdefault(said_by[0], form)
    concepts = sorted(forms)
    rows = [draw.sample(concepts, draw.randint(3, 12)) for _ in range(lines)]
    source = [" ".join(said) for said in rows]
    target = ["".join(forms[concept] for concept in said if draw.random() < 0.6) for said in rows]
    noise = np.random.default_rng(lines)
    meaning = noise.standard_normal((lines, _WIDTH), np.float32)
    vectors = [_unit(meaning + noise.standard_normal(meaning.shape, np.float32)) for _ in range(2)]
    kept = [line for line in range(lines) if line % 40]
    return source, [target[line] for line in kept], [vectors[0], vectors[1][kept]]


def _unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def curve_rows(sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """CPU seconds for 1,000 + 1,000 lines and the most memory that the alignment held, with and without vectors.

    `read` is the reading of every line's evidence (and what an encoder's vectors need once), `align` the rest.
    """
    yield f"{'':17} {'s for 1,000 + 1,000':>17} {'in all':>8}\n"
    yield f"{'lines':>8} {'vectors':>8} {'read':>8} {'align':>8} {'s':>8} {'MB':>8}\n"
    _seconds(*long_text(50))  # what is loaded once is no part of it
    for lines in sizes:
        source, target, vectors = long_text(lines)
        for given in (False, True):
            read, walk = _seconds(source, target, vectors if given else None)
            peak = _peak(source, target, vectors if given else None)
            scale = 1000 / lines
            yield (
                f"{lines:8} {'given' if given else 'none':>8} {read * scale:8.3f} {walk * scale:8.3f}"
                f" {read + walk:8.2f} {peak / 1e6:8.0f}\n"
            )


def _seconds(source: Sequence[str], target: Sequence[str], vectors: Sequence[Vectors] | None) -> tuple[float, float]:
    encoder = Given(vectors) if vectors else None
    start = time.process_time()
    sides = read_sides(source, target, source_lang="en", target_lang="zh", encoder=encoder)
    middle = time.process_time()
    align_sides(sides)
    return middle - start, time.process_time() - middle


def _peak(source: Sequence[str], target: Sequence[str], vectors: Sequence[Vectors] | None) -> int:
    tracemalloc.start()
    _seconds(source, target, vectors)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
