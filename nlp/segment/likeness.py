"""How alike in meaning the questions and answers of a call are, by the vectors of an encoder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..encoders import Encoder

Range = tuple[int, int]


class Likeness:
    """Cosines between passages of one text, their vectors taken less the mean of all of them.

    Vectors of one call crowd around their mean, and a question near it would be like every sentence. `passages` are all
    that will be asked for, half-open offsets in `text`.
    """

    def __init__(self, encoder: Encoder, text: str, passages: Iterable[Range]) -> None:
        self._place = {passage: index for index, passage in enumerate(dict.fromkeys(passages))}
        vectors = encoder.encode([text[start:end] for start, end in self._place])
        if self._place:
            vectors = vectors - vectors.mean(axis=0)
            vectors = vectors / ((vectors * vectors).sum(axis=1, keepdims=True) + 1e-12) ** 0.5
        self._vectors = vectors

    def between(self, said: Sequence[Range], asked: Sequence[Range]) -> list[list[float]]:
        """For each passage said its likeness to each one asked, above its mean likeness to them."""
        if not said or not asked:
            return [[] for _ in said]
        rows = self._vectors[[self._place[p] for p in said]] @ self._vectors[[self._place[p] for p in asked]].T
        above: list[list[float]] = (rows - rows.mean(axis=1, keepdims=True)).tolist()
        return above
