"""Vectors of long texts made of those of their parts, so that each part is encoded once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .protocol import Encoder, Vectors


class Composed:
    """An encoder that knows the parts of some texts, such as a paragraph's sentences.

    Such a text's vector is the mean of its parts' vectors, each counted by its UTF-8 bytes; any other text goes to
    `encoder` as it is. `id` is that of `encoder`.
    """

    def __init__(self, encoder: Encoder, parts: Mapping[str, Sequence[str]]) -> None:
        self._encoder, self._parts = encoder, parts

    @property
    def id(self) -> str:
        """The name of the encoder of the parts."""
        return self._encoder.id

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order, of length 1, or 0 where nothing is said."""
        pieces = [self._parts.get(text) or (text,) for text in texts]
        encoded = self._encoder.encode([part for parts in pieces for part in parts])
        rows, place = [], 0
        for parts in pieces:
            sizes = np.array([len(part.encode("utf-8", "surrogatepass")) for part in parts], np.float32)
            rows.append((encoded[place : place + len(parts)] * sizes[:, None]).sum(axis=0))
            place += len(parts)
        vectors = np.array(rows, np.float32).reshape(len(rows), encoded.shape[1])
        lengths = np.sqrt([float(np.dot(row, row)) for row in vectors], dtype=np.float64)[:, None]
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)
