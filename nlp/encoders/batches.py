"""What every encoder with a model shares: each text is encoded once, in batches of one length, and kept in a cache.

All texts of a batch have equally many tokens, so nothing is padded and nothing masked. A text longer than the model can
take is cut into windows; its vector is the mean over all their tokens.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .protocol import Vectors

Ids = NDArray[np.int64]
MOST_CHARS = 16_384  # of one text; no paragraph is longer, and work on strangers' input has an end
_MOST_WINDOWS = 8
_MOST_KEPT = 16_384  # vectors; with 384 numbers each about 25 MB


class Model(Protocol):
    """What a model must do to be an encoder. `head` tokens (start and prefix) and one end token frame every window."""

    size: int
    parts: int  # equal stretches of a vector that get length 1 each
    head: int
    window: int  # the most tokens of one window, `head` and end included
    batch_tokens: int

    def to_ids(self, text: str) -> list[int]:
        """The tokens of prefix and text, framed."""

    def pool(self, ids: Ids) -> Vectors:
        """One vector for each row of `ids`, of any length."""


class Cache:
    """Vectors by their text, of which a digest is kept; the least recently used is dropped first."""

    def __init__(self, most: int = _MOST_KEPT) -> None:
        self._most, self._kept = most, OrderedDict[bytes, Vectors]()

    def __len__(self) -> int:
        return len(self._kept)

    def take(self, text: str) -> Vectors | None:
        """The vector, if it is still kept."""
        key = _digest(text)
        vector = self._kept.get(key)
        if vector is not None:
            self._kept.move_to_end(key)
        return vector

    def keep(self, text: str, vector: Vectors) -> None:
        """Keep a copy of a vector: a view would keep all rows it was calculated with."""
        self._kept[_digest(text)] = vector.copy()
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)


def encode_with(model: Model, texts: Sequence[str], cache: Cache) -> Vectors:
    """One row for each text, in order, of length 1; blank texts are 0."""
    found = {text: vector for text in dict.fromkeys(texts) if (vector := cache.take(text)) is not None}
    missing = [text for text in dict.fromkeys(texts) if text not in found]
    for text, vector in zip(missing, _encode_all(model, missing), strict=True):
        found[text] = vector
        cache.keep(text, vector)
    return np.array([found[text] for text in texts], np.float32).reshape(len(texts), model.size)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _encode_all(model: Model, texts: Sequence[str]) -> Vectors:
    """Vectors of different texts: windows by length, shortest first, then joined text by text."""
    windows = [(number, ids) for number, text in enumerate(texts) for ids in _windows(model, text)]
    windows.sort(key=lambda window: len(window[1]))
    sums = np.zeros((len(texts), model.size), np.float32)
    place = 0
    while place < len(windows):
        length = len(windows[place][1])
        most = place + max(1, model.batch_tokens // length)
        batch = [window for window in windows[place:most] if len(window[1]) == length]
        for (number, _), vector in zip(batch, model.pool(np.array([ids for _, ids in batch])), strict=True):
            sums[number] += vector * np.float32(length)
        place += len(batch)
    return _to_length_one(sums.reshape(-1, model.size // model.parts)).reshape(len(texts), model.size)


def _windows(model: Model, text: str) -> list[list[int]]:
    """The framed tokens of a text, in as many windows as they need; none for a blank text."""
    if not text.strip():
        return []
    # A lone surrogate, from a broken file, cannot be handed to a tokenizer.
    ids = model.to_ids(text[:MOST_CHARS].encode("utf-8", "replace").decode("utf-8"))
    if len(ids) <= model.window:
        return [ids]
    head, body, end = ids[: model.head], ids[model.head : -1], ids[-1:]
    room = model.window - model.head - 1
    starts = range(0, len(body), room)[:_MOST_WINDOWS]
    return [[*head, *body[start : start + room], *end] for start in starts]


def _to_length_one(vectors: Vectors) -> Vectors:
    # Not numpy.linalg.norm, which may sum in another order for another number of rows.
    squares = np.array([float(np.dot(vector, vector)) for vector in vectors])
    lengths = np.sqrt(squares, dtype=np.float64)[:, None]
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)
