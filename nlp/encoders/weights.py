"""Reads the shipped encoder's folder: its table, its digests, its 4-bit weights."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import BadInput
from ..resources import shipped

Floats = NDArray[np.float32]
_KINDS: dict[str, type[np.generic]] = {"F16": np.float16, "F32": np.float32, "U8": np.uint8}
_MIDDLE = 8  # the nibble that stands for 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """`config.json`: sizes of the network, what stands before each text, and the sha256 of each file."""

    name: str
    source: str
    prefix: str
    pooling: str
    pieces: int
    hidden: int
    layers: int
    lower: int  # layers of the lower graph
    heads: int
    inner: int
    positions: int
    types: int
    sha256: dict[str, str]

    @property
    def tunable(self) -> range:
        """The layers of the upper graph, which may be tuned to a task."""
        return range(self.lower, self.layers)


class Weights:
    """The folder's tensors by name, mapped from disk; `read` undoes the 4-bit blocks."""

    def __init__(self, path: Path) -> None:
        raw = np.memmap(path, np.uint8, "r")
        size = int.from_bytes(raw[:8].tobytes(), "little")
        header: dict[str, Any] = json.loads(raw[8 : 8 + size].tobytes())
        header.pop("__metadata__", None)
        self._data, self._header = raw[8 + size :], header

    def stored(self, name: str) -> NDArray[Any]:
        """A tensor as stored; a view of the mapped file."""
        entry = self._header[name]
        start, end = entry["data_offsets"]
        return self._data[start:end].view(_KINDS[entry["dtype"]]).reshape(entry["shape"])

    def read(self, name: str) -> Floats:
        """A tensor as float32, whichever way it is stored."""
        if name in self._header:
            return np.array(self.stored(name), np.float32)
        return expand(self.stored(f"{name}.steps"), self.stored(f"{name}.nibbles"))

    def holds(self, name: str) -> bool:
        """Whether there is such a tensor, in one way or the other."""
        return name in self._header or f"{name}.nibbles" in self._header

    def shape(self, name: str) -> tuple[int, ...]:
        """The shape of what `read` gives."""
        if name in self._header:
            return tuple(self._header[name]["shape"])
        rows, blocks, pairs = self._header[f"{name}.nibbles"]["shape"]
        return rows, blocks * pairs * 2


def expand(steps: NDArray[Any], nibbles: NDArray[Any]) -> Floats:
    """The rows that blocks stand for.

    `steps` is `[rows, blocks]`; `nibbles` is `[rows, blocks, 16]`, whose byte j holds weight j low and j + 16 high.
    """
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32)
    values -= _MIDDLE
    values *= steps.astype(np.float32)[..., None]
    return values.reshape(len(steps), -1)


def open_folder(folder: Path | None = None) -> tuple[Path, Config]:
    """The shipped encoder's folder, or the given one, its files held against their digests.

    Raises FileNotFoundError for a folder without the files, BadInput naming the file that is damaged.
    """
    folder = shipped("models", "encoder") if folder is None else folder
    config = Config(**json.loads((folder / "config.json").read_text(encoding="ascii")))
    for name, wanted in config.sha256.items():
        with (folder / name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != wanted:
            raise BadInput(f"{folder / name}: damaged (sha256 {found[:12]}, not {wanted[:12]}). Reinstall tieout.")
    return folder, config
