"""What a bead's score is worth: the share of right beads by score, and the fit of the map that makes the score.

`models/beads/train.py` fits on the dev texts; the tables hold the map against them, text by text with a map that has
not seen the text, and against the texts held out.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..align.beads import Order, align_ordered, read_sides
from ..align.calibration import FEATURES, kind_of, list_features, load_maps, map_name, to_shares
from ..align.path import Floats
from ..encoders import Encoder
from .beads import damaged
from .gold_beads import Aligned, Pairing
from .perturb import DAMAGES, GAPS, shuffle_target, strangers, trailing_off

BINS = (0.0, 0.2, 0.4, 0.6, 0.75, 0.85, 0.95, 0.99, 1.0)
KINDS = ("pair", "group", "alone")
_DECAY = 0.3
_ROUNDS = 60
Maps = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Judged:
    """One bead that was found: where, how the text was damaged, its features, its kind, and whether it is right.

    `said` are its lines, by which one and the same bead is known in several draws of a text.
    """

    text: str
    damage: str
    said: tuple[tuple[str, ...], tuple[str, ...]]
    kind: str
    features: Floats
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Beads of like score: how many, how many of them distinct, their mean score, the share that is right.

    `off` is how far right is from mean, in standard errors. What one bead does in several draws of a text is one
    observation.
    """

    low: float
    high: float
    beads: int
    distinct: int
    mean: float
    right: float
    off: float


def judge(text: Aligned, damage: str, encoder: Encoder | None, order: Order = "kept") -> Iterator[Judged]:
    """Every bead found in a text."""
    gold: set[Pairing] = set(text.gold)
    sides = read_sides(
        text.source, text.target, source_lang=text.source_lang, target_lang=text.target_lang, encoder=encoder
    )
    steps, used = align_ordered(sides, order)
    for step, features in zip(steps, list_features(steps, used), strict=True):
        pairing = tuple(range(*step.source)), tuple(range(*step.target))
        said = tuple(text.source[line] for line in pairing[0]), tuple(text.target[line] for line in pairing[1])
        yield Judged(text.name, damage, said, kind_of(step), features, pairing in gold)


def judge_all(texts: Sequence[Aligned], encoder: Encoder | None, order: Order = "kept") -> list[Judged]:
    """The beads of texts damaged in every way; in free order, of the same with their beads shuffled."""
    found: list[Judged] = []
    for number, (text, damage) in enumerate(every_way(texts)):
        draw = random.Random(number)  # noqa: S311 -- a repeatable draw, no secret
        one = shuffle_target(text, draw) if order == "free" else text
        found.extend(judge(one, damage, encoder, order))
    return found


def every_way(texts: Sequence[Aligned]) -> Iterator[tuple[Aligned, str]]:
    """Texts damaged in every way, texts set beside strangers, and texts whose other half is a stranger's."""
    for number, text in enumerate(texts):
        for damage in DAMAGES:
            yield from ((one, damage) for one in damaged(text, damage, draws=2))
        other = texts[(number + 1) % len(texts)]
        if other is not text:
            yield from ((strangers(text, other, lines), "strangers") for lines in (3, 12, 40))
            yield trailing_off(text, other), "trailing off"


def fit_maps(beads: Sequence[Judged]) -> dict[str, list[float]]:
    """The logistic map for each kind of bead, by Newton's method with a little ridge."""
    return {kind: _fit([bead for bead in beads if bead.kind == kind]) for kind in KINDS}


def _fit(beads: Sequence[Judged]) -> list[float]:
    features = np.array([bead.features for bead in beads]).reshape(-1, len(FEATURES))
    right = np.array([bead.right for bead in beads], np.float64)
    weights = np.zeros(features.shape[1])
    for _ in range(_ROUNDS):
        share = to_shares(features @ weights)
        bend = (features * (share * (1.0 - share))[:, None]).T @ features + _DECAY * np.eye(len(weights))
        weights -= np.linalg.solve(bend, features.T @ (share - right) + _DECAY * weights)
    return [round(float(weight), 2) for weight in weights]


def scores_of(beads: Sequence[Judged], maps: Maps) -> Floats:
    """The scores that maps give to beads."""
    return to_shares(np.array([bead.features @ np.array(maps[bead.kind]) for bead in beads], np.float64))


def scores_by_others(beads: Sequence[Judged]) -> Floats:
    """The score of each bead by maps that were fitted on the other texts."""
    names = np.array([bead.text for bead in beads])
    scores = np.zeros(len(beads))
    for name in sorted(set(names)):
        own = np.flatnonzero(names == name)
        maps = fit_maps([bead for bead in beads if bead.text != name])
        scores[own] = scores_of([beads[number] for number in own.tolist()], maps)
    return scores


def list_bins(beads: Sequence[Judged], scores: Floats, bins: Sequence[float] = BINS) -> Iterator[Bin]:
    """The bins that hold any bead."""
    right = np.array([bead.right for bead in beads], np.float64)
    known: dict[object, int] = {}
    group = np.array([known.setdefault((bead.text, bead.said), len(known)) for bead in beads], np.int64)
    for low, high in pairwise(bins):
        inside = (scores >= low) & ((scores < high) | (high == 1.0))
        if inside.any():
            yield _bin(low, high, scores[inside], right[inside], group[inside])


def _bin(low: float, high: float, scores: Floats, right: Floats, group: NDArray[np.int64]) -> Bin:
    sizes = np.bincount(group)
    mean = np.bincount(group, scores) / np.maximum(sizes, 1)
    expected = float((sizes**2 * mean * (1.0 - mean)).sum())
    seen = float((np.bincount(group, right - scores) ** 2).sum())
    off = float((right - scores).sum()) / max(expected, seen, 1e-9) ** 0.5
    return Bin(low, high, len(scores), int((sizes > 0).sum()), float(scores.mean()), float(right.mean()), off)


def table_rows(dev: Sequence[Aligned], held_out: Sequence[Aligned], encoder: Encoder | None) -> Iterator[str]:
    """Tables of the score: on dev texts, each by maps fitted on the others, on texts held out, and on their gaps."""
    yield "off: right less mean, in standard errors; what one bead does in several draws counts once\n"
    if dev:
        beads = judge_all(dev, encoder)
        yield from _table("dev, each text by a map fitted on the others", beads, scores_by_others(beads))
    beads = judge_all(held_out, encoder)
    scores = scores_of(beads, load_maps()[map_name(encoder=encoder is not None, order="kept")])
    yield from _table("held out", beads, scores)
    gaps = np.flatnonzero([bead.damage in GAPS for bead in beads])
    yield from _table("held out, texts with gaps", [beads[number] for number in gaps.tolist()], scores[gaps])


def _table(title: str, beads: Sequence[Judged], scores: Floats) -> Iterator[str]:
    yield f"\n{title}\n{'score':>12} {'beads':>7} {'distinct':>8} {'mean':>7} {'right':>7} {'off':>6}\n"
    for row in list_bins(beads, scores):
        yield f"{row.low:5.2f}..{row.high:5.2f} {_figures(row)}\n"
    for row in list_bins(beads, scores, (0.0, 1.0)):
        yield f"{'all':>12} {_figures(row)}\n"


def _figures(row: Bin) -> str:
    return f"{row.beads:7} {row.distinct:8} {row.mean:7.3f} {row.right:7.3f} {row.off:+6.1f}"
