"""Lists of traits that stay in their file: where one stands is found when it is first asked for.

A call asks for one in ten of the 175,000 traits of a language, and to make a dictionary of them all took a tenth of a
check's processor time and 40 MB. Traits are sorted into buckets by a checksum; those of a bucket lie together.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.generic]
Value = TypeVar("Value")
_TO_A_BUCKET = 3
_HEAD = 1024  # bytes, more than the description of an array has
_REMEMBERED = 1 << 17  # answers, so that a worker's memory stays as it is however many calls it reads


class Lookup(dict[str, Value | None], Generic[Value]):
    """What stands for a trait, None for one that is not in the list; asked by `lookup[trait]`."""

    def __init__(self, text: Array, ends: Array, firsts: Array, values: Sequence[Value]) -> None:
        """As `packed` gives them, with one value for each trait in the order of the list."""
        self._text, self._ends, self._firsts = text.data, ends.copy().data, firsts.copy().data
        self._values, self._buckets, self.size = values, len(firsts), len(values)

    def __missing__(self, trait: str) -> Value | None:
        name = trait.encode("utf-8", "surrogatepass")
        bucket = zlib.crc32(name) % self._buckets
        names = bytes(self._text[self._ends[bucket] : self._ends[bucket + 1]]).split(b"\n")
        found = self._values[self._firsts[bucket] + names.index(name)] if name in names and name else None
        if len(self) >= _REMEMBERED:
            self.clear()
        self[trait] = found
        return found


def packed(traits: Iterable[str]) -> tuple[list[str], dict[str, Array]]:
    """The traits in the order of their buckets, and the arrays `text`, `ends` and `firsts` of a `Lookup`."""
    names = sorted(traits)
    buckets: list[list[str]] = [[] for _ in range(len(names) // _TO_A_BUCKET + 1)]
    for name in names:
        buckets[zlib.crc32(name.encode()) % len(buckets)].append(name)
    texts = ["\n".join(bucket).encode() for bucket in buckets]
    arrays: dict[str, Array] = {
        "text": np.frombuffer(b"".join(texts), np.uint8),
        "ends": np.cumsum([0, *map(len, texts)]).astype(np.uint32),
        "firsts": np.cumsum([0, *map(len, buckets[:-1])]).astype(np.uint32),
    }
    return [name for bucket in buckets for name in bucket], arrays


def mapped(path: Path) -> Mapping[str, Array]:
    """The arrays of an `.npz` file that is not compressed, as views of the file."""
    raw = np.asarray(np.memmap(path, np.uint8, "r"))
    found: dict[str, Array] = {}
    with zipfile.ZipFile(path) as file:
        for entry in file.infolist():
            # Of a local header of 30 bytes the last four tell how long the name and what follows it are.
            start = entry.header_offset + 30 + int(raw[entry.header_offset + 26 :][:4].view(np.uint16).sum())
            head = io.BytesIO(raw[start : start + entry.file_size][:_HEAD].tobytes())
            np.lib.format.read_magic(head)
            shape, _, kind = np.lib.format.read_array_header_1_0(head)
            data = raw[start + head.tell() : start + entry.file_size]
            found[entry.filename.removesuffix(".npy")] = data.view(kind).reshape(shape)
    return found
