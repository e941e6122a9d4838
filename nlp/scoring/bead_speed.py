"""Time of the aligner on text as long as news, beside the same with every overlap encoded.

Overlaps are what published aligners encode: each run of up to four lines, as one text. Here each line is encoded once.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ..align.beads import align_ordered, read_sides
from ..align.costs import Sides
from ..encoders import load_encoder
from ..encoders.protocol import Vectors
from ..resources import shipped
from .bead_curve import Given
from .gold_beads import read_texts

_DIGIT = re.compile(r"\d")
_OVERLAPS = 4
_ENCODED = 60
_ROUNDS = 5


def news_text(lines: int) -> tuple[list[str], list[str]]:
    """Lines of about 140 and 45 characters: two beads of the invented texts each, again with other figures."""
    source: list[str] = []
    target: list[str] = []
    texts = [text for text in read_texts(shipped("corpora", "align")) if text.source_lang == "en"]
    draw = np.random.default_rng(lines)
    while min(len(source), len(target)) < lines:
        for text in texts:
            for first, second in zip(text.gold[::2], text.gold[1::2], strict=False):
                ours, theirs = (*first[0], *second[0]), (*first[1], *second[1])
                if ours and theirs:
                    source.append(_other(" ".join(text.source[line] for line in ours), draw))
                    target.append(_other("".join(text.target[line] for line in theirs), draw))
    return source[:lines], target[:lines]


def _other(line: str, draw: np.random.Generator) -> str:
    return _DIGIT.sub(lambda _: str(draw.integers(1, 10)), line)


def speed_rows(lines: int = 1000) -> Iterator[str]:
    """CPU seconds for `lines` + `lines` lines: encoding, the rest, and encoding every overlap of the first of them."""
    encoder = load_encoder("shipped")
    source, target = news_text(lines)
    encoder.encode(["Warm up."])
    sides = (source, target)
    once = _seconds(lambda: [encoder.encode(side[:_ENCODED]) for side in sides]) / _ENCODED
    runs = [[" ".join(side[at : at + n]) for n in range(1, _OVERLAPS + 1) for at in range(_ENCODED)] for side in sides]
    # Lines by themselves are remembered by now: their time is added.
    overlaps = once + _seconds(lambda: [encoder.encode(run) for run in runs]) / _ENCODED
    vectors = [encoder.encode(side) for side in sides]
    rest = min(_seconds(lambda: align_ordered(_read(source, target, vectors), "auto")) for _ in range(_ROUNDS))
    yield f"{'CPU s for 1,000 + 1,000 lines of':40} {np.mean([len(x) for x in source]):.0f} and "
    yield f"{np.mean([len(x) for x in target]):.0f} characters\n"
    rest *= 1000 / lines
    yield f"{'encoding each line once':40} {once * 1000:8.2f}\n"
    yield f"{'all the rest':40} {rest:8.2f}\n"
    yield f"{'the same with all overlaps encoded':40} {overlaps * 1000 + rest:8.2f}\n"
    yield f"{'times as fast':40} {(overlaps * 1000 + rest) / (once * 1000 + rest):8.1f}\n"


def _read(source: Sequence[str], target: Sequence[str], vectors: Sequence[Vectors]) -> Sides:
    return read_sides(source, target, source_lang="en", target_lang="zh", encoder=Given(vectors))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
