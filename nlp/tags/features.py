"""What a trained head sees of a text: its vector, and what the word lists found in it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..languages.late import late
from ..languages.tag_rules import TOPICS
from .tone import Tone

Matrix = NDArray[np.float64]

_LISTS = (
    "good", "bad", "gain", "trouble", "up", "down", "rise", "fall", "praise", "blame", "negators", "hedges", "fillers",
    "boilerplate", "turns",
)  # fmt: skip
TONE_FEATURES = (
    "score",
    "for",
    "against",
    "both",
    "good_news",
    "bad_news",
    *_LISTS,
    "question",
    "digit",
    "short",
    "share",
)
_NEWS = 0.15  # a smaller score of the word lists is no news
_MOST = 2  # hits of one list that still count
_SHORT = 25  # characters
_SHARE = late(r"%|％|per ?cent|\bpct\b|百分|成")


def tone_features(texts: Sequence[str], tones: Sequence[Tone]) -> Matrix:
    """`[texts, len(TONE_FEATURES)]`, each number in -1..2."""
    rows = [_tone_row(text, tone) for text, tone in zip(texts, tones, strict=True)]
    return np.array(rows, np.float64).reshape(len(rows), len(TONE_FEATURES))


def _tone_row(text: str, tone: Tone) -> list[float]:
    good = sum(weight for weight, _ in tone.judgements if weight > 0)
    bad = -sum(weight for weight, _ in tone.judgements if weight < 0)
    return [
        tone.score,
        math.tanh(good),
        math.tanh(bad),
        float(good > 0 and bad > 0),
        float(tone.score >= _NEWS),
        float(tone.score <= -_NEWS),
        *(float(min(tone.counts[name], _MOST)) for name in _LISTS),
        float("?" in text or "？" in text),
        float(any(mark.isdigit() for mark in text)),
        float(len(text) < _SHORT),
        float(_SHARE.search(text) is not None),
    ]


def term_features(found: Sequence[Mapping[str, Sequence[str]]]) -> Matrix:
    """`[texts, 2 * len(TOPICS)]`: whether a topic's terms stand in the text, then whether more than one does."""
    rows = [[float(len(row.get(name, ())) >= least) for least in (1, 2) for name in TOPICS] for row in found]
    return np.array(rows, np.float64).reshape(len(rows), 2 * len(TOPICS))
