"""What a bead's score is worth: the share of right beads by score, and the fit of the map that makes the score.

`python -m nlp.scoring.calibrate` prints the weights for `nlp.align.calibration`, fitted on the dev texts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..align.beads import Order, align_ordered, read_sides
from ..align.calibration import kind_of, list_features, to_scores
from ..align.path import Floats
from ..encoders import Encoder, load_encoder
from ..resources import shipped
from .beads import damaged
from .gold_beads import Aligned, Pairing, read_texts
from .perturb import DAMAGES, strangers, trailing_off

BINS = (0.0, 0.2, 0.4, 0.6, 0.75, 0.85, 0.95, 0.99, 1.0)
_DECAY = 1e-3
_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """One bead that was found: what the map sees of it, its score, and whether it is right."""

    kind: str
    features: Floats
    score: float
    right: bool


def judge(texts: Iterable[Aligned], encoder: Encoder | None, order: Order = "kept") -> Iterator[Judged]:
    """Every bead found in texts."""
    for text in texts:
        gold: set[Pairing] = set(text.gold)
        langs = {"source_lang": text.source_lang, "target_lang": text.target_lang}
        sides = read_sides(text.source, text.target, **langs, encoder=encoder)
        steps, used = align_ordered(sides, order)
        scores = to_scores(steps, encoder=encoder is not None, order=used)
        for step, features, score in zip(steps, list_features(steps, used), scores, strict=True):
            pairing = tuple(range(*step.source)), tuple(range(*step.target))
            yield Judged(kind_of(step), features, score, pairing in gold)


def every_way(texts: Sequence[Aligned]) -> Iterator[Aligned]:
    """Texts damaged in every way, texts set beside strangers, and texts whose other half is a stranger's."""
    for number, text in enumerate(texts):
        for damage in DAMAGES:
            yield from damaged(text, damage)
        other = texts[(number + 1) % len(texts)]
        if other is not text:
            yield from (strangers(text, other, lines) for lines in (3, 12, 40))
            yield trailing_off(text, other)


def table_rows(texts: Sequence[Aligned], encoder: Encoder | None) -> Iterator[str]:
    """For each bin of scores how many beads, their mean score and the share that is right."""
    beads = list(judge(every_way(texts), encoder))
    scores, right = np.array([bead.score for bead in beads]), np.array([bead.right for bead in beads])
    yield f"{'score':>12} {'beads':>7} {'mean':>7} {'right':>7}\n"
    for low, high in pairwise(BINS):
        inside = (scores >= low) & ((scores < high) | (high == 1.0))
        if inside.any():
            means = f"{scores[inside].mean():7.3f} {right[inside].mean():7.3f}"
            yield f"{low:5.2f}..{high:5.2f} {inside.sum():7} {means}\n"
    yield f"{'all':>12} {len(beads):7} {scores.mean():7.3f} {right.mean():7.3f}\n"


def fit_weights(beads: Sequence[Judged]) -> dict[str, tuple[float, ...]]:
    """The logistic map for each kind of bead, by Newton's method with a little ridge."""
    fitted = {}
    for kind in ("pair", "group", "alone"):
        features = np.array([bead.features for bead in beads if bead.kind == kind])
        right = np.array([bead.right for bead in beads if bead.kind == kind], np.float64)
        if kind != "pair":
            features[:, 2] = 0.0  # the neighbours of a group or a lone line tell nothing that lasts on other texts
        weights = np.zeros(features.shape[1])
        for _ in range(_ROUNDS):
            share = 1.0 / (1.0 + np.exp(-features @ weights))
            bend = (features * (share * (1.0 - share))[:, None]).T @ features + _DECAY * np.eye(len(weights))
            weights -= np.linalg.solve(bend, features.T @ (share - right) + _DECAY * weights)
        fitted[kind] = tuple(round(float(weight), 2) for weight in weights)
    return fitted


def main() -> int:
    """Print the weights with and without an encoder."""
    texts = [text for text in read_texts(shipped("corpora", "align")) if text.split == "dev"]
    for name, encoder in (("WITHOUT_ENCODER", None), ("WITH_ENCODER", load_encoder("shipped"))):
        sys.stdout.write(f"{name} = {fit_weights(list(judge(every_way(texts), encoder)))}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
