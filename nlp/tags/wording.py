"""The wording of a text as numbers: which of the words and pairs of words that a head knows stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from ..languages.late import late
from ..text import simplify
from .features import Matrix

_LONGEST = 2_000  # characters that are read: a sentence without end says no more by its wording
_NUMBER = late(r"[0-9][0-9.,]*+")
_WORD = late(r"[a-z']++|0|[%?$£€]")
_RUN = late(r"[\u3400-\u9fff]++|[a-z]++|0|[%?？]")
_ENDING = late(r"(?:ing|ed|es|s)\Z")
_SHORT = 4  # letters of a word that keeps its ending


def wording_of(text: str, lang: str) -> set[str]:
    """Words and pairs of words (English), two and three characters in a row (Chinese, simplified); a number is 0.

    Each begins with its language, so that one list of words serves both.

    >>> sorted(wording_of("Costs fell 4%", "en"))
    ['en %', 'en 0', 'en 0 %', 'en cost', 'en cost fell', 'en fell', 'en fell 0']
    """
    plain = _NUMBER.sub("0", simplify(text[:_LONGEST].lower()))
    if lang != "zh":
        words = [_ENDING.sub("", word) if len(word) > _SHORT else word for word in _WORD.findall(plain)]
        pairs = (f"{one} {two}" for one, two in pairwise(words))
        return {f"{lang} {word}" for word in (*words, *pairs)}
    return {f"{lang} {gram}" for run in _RUN.findall(plain) for gram in _grams(run)}


def _grams(run: str) -> Iterator[str]:
    if run.isascii() or len(run) == 1:
        yield run
    for size in (2, 3):
        yield from (run[at : at + size] for at in range(len(run) - size + 1) if not run.isascii())


def choose_words(wordings: Sequence[set[str]], least: int) -> tuple[str, ...]:
    """What stands in at least so many of the texts, sorted."""
    counts = Counter(word for wording in wordings for word in wording)
    return tuple(sorted(word for word, number in counts.items() if number >= least))


def word_features(wordings: Sequence[set[str]], words: Sequence[str]) -> Matrix:
    """`[texts, words]`: which of the words stand in each text, the more the less each one counts."""
    places = {word: place for place, word in enumerate(words)}
    found = np.zeros((len(wordings), len(words)))
    for row, wording in zip(found, wordings, strict=True):
        row[[places[word] for word in wording if word in places]] = 1
    return np.asarray(found / np.sqrt(found.sum(axis=1, keepdims=True) + 1), np.float64)
