"""An encoder without weights: what two languages write alike, hashed into a vector.

Numbers by their significant digits, Latin words and (unless switched off) the concepts of the shipped lexicon. It knows
nothing of meaning; it stands in where no model may be loaded, and in tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from ..languages.bilingual import align_rules
from ..languages.han_words import han_concepts, han_numbers
from ..languages.spaced_words import bare, spaced_concepts, spoken_numbers
from ..text import fold, guess_language, simplify
from .protocol import Vectors

_WORD = re.compile(r"[a-z\u00c0-\u024f0-9]++(?:['&./-][a-z\u00c0-\u024f0-9]++){0,8}+")
_DIGITS = re.compile(r"[0-9]++(?:,[0-9]{3}+)*+(?:\.[0-9]++)?+")


class HashingEncoder:
    """Vectors of `size` numbers; with `lexicon` false only numbers and Latin words are looked at."""

    def __init__(self, size: int = 512, *, lexicon: bool = True) -> None:
        self.size, self.lexicon = size, lexicon

    @property
    def id(self) -> str:
        """The encoder's name in run records."""
        return f"hashing-{self.size}{'' if self.lexicon else '-bare'}@1"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, of length 1, or 0 when nothing in it is known."""
        vectors = np.zeros((len(texts), self.size), np.float32)
        for row, text in enumerate(texts):
            for place, sign in {_place(feature, self.size) for feature in self._features(text)}:
                vectors[row, place] += sign
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)

    def _features(self, text: str) -> Iterator[str]:
        folded = simplify(fold(text)).lower()
        lang = guess_language(folded)
        rules = align_rules(lang)
        words = [bare(word) for word in _WORD.findall(folded)]
        yield from (word for word in words if not word[0].isdigit())
        numbers = spoken_numbers(words, rules.numerals) if rules.spaced else han_numbers(folded, rules.numerals)
        for number in (*_DIGITS.findall(folded), *numbers):
            yield "#" + (number.replace(",", "").replace(".", "").strip("0") or "0")
        if self.lexicon and rules.spaced:
            yield from ("=" + concept for concept in spaced_concepts(words, lang))
        elif self.lexicon:
            yield from ("=" + concept for concept in han_concepts(folded, rules.forms, rules.lengths))


@lru_cache(maxsize=65536)
def _place(feature: str, size: int) -> tuple[int, int]:
    digest = int.from_bytes(blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
    return digest // 2 % size, 1 if digest % 2 else -1
