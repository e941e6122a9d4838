"""Changes to the shipped encoder for one task: products of two thin matrices, added to its weights when it is loaded.

Method: Hu et al., LoRA: Low-Rank Adaptation of Large Language Models (2021). A file holds `NAME.up` `[out, rank]` and
`NAME.down` `[rank, in]` for a matrix NAME of the encoder, and NAME itself for what is added to a vector.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..errors import BadInput
from .batches import Cache, Ids, encode_with
from .onnx import WEIGHTS, Layers, OnnxEncoder
from .protocol import Vectors
from .weights import Floats, Weights


class TunedEncoder:
    """The vectors of an encoder, each followed by what its upper layers give with the changes of a file.

    The lower layers run once for both. `encoder` keeps its half, so that it need not encode the text again.
    """

    parts = 2

    def __init__(self, encoder: OnnxEncoder, tuning: Path) -> None:
        """Load. Raises BadInput where the changes do not fit the encoder's upper layers."""
        weights = TunedWeights(encoder.folder / WEIGHTS, tuning, encoder.config.tunable)
        self._encoder, self._cache = encoder, Cache()
        self._tuned = Layers(encoder.folder / "upper.onnx", weights, encoder.config.tunable)
        self.id = f"{encoder.id}+{weights.digest}"
        self.size, self.head = 2 * encoder.size, encoder.head
        self.window, self.batch_tokens = encoder.window, encoder.batch_tokens

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, both halves of length 1, or 0 when it is blank."""
        vectors = encode_with(self, texts, self._cache)
        self._encoder.keep(texts, vectors[:, : self._encoder.size])
        return vectors

    def to_ids(self, text: str) -> list[int]:
        """As the encoder does."""
        return self._encoder.to_ids(text)

    def pool(self, ids: Ids) -> Vectors:
        """Both means of the last layer over the tokens of each row."""
        below = self._encoder.below(ids)
        return np.hstack([self._encoder.upper.pool(below), self._tuned.pool(below)])


class TunedWeights(Weights):
    """The encoder's weights with the changes of a file; `digest` is the first 8 digits of the file's sha256."""

    def __init__(self, path: Path, tuning: Path, layers: range) -> None:
        """Raises BadInput where the changes do not fit the weights, or are not of these layers."""
        super().__init__(path)
        self.digest = hashlib.sha256(tuning.read_bytes()).hexdigest()[:8]
        with np.load(tuning, allow_pickle=False) as stored:
            self._changes = {name: stored[name].astype(np.float32) for name in stored.files}
        for name, change in self._changes.items():
            if name.split(".")[0] not in {f"l{layer}" for layer in layers} or not self._fits(name, change.shape):
                raise BadInput(f"{tuning}: {name} {change.shape} does not fit the encoder. Reinstall tieout.")

    def read(self, name: str) -> Floats:
        """A tensor as float32, changed."""
        whole = super().read(name)
        if name in self._changes:
            return np.asarray(whole + self._changes[name], np.float32)
        if f"{name}.up" in self._changes:
            # One after another: the order of the sums in a product of matrices depends on the machine.
            for up, down in zip(self._changes[f"{name}.up"].T, self._changes[f"{name}.down"], strict=True):
                whole += up[:, None] * down[None, :]
        return whole

    def _fits(self, name: str, shape: tuple[int, ...]) -> bool:
        """Whether a change has the sizes of what it changes, and a thin matrix its other half."""
        matrix, _, side = name.rpartition(".")
        if side not in {"up", "down"}:
            return self.holds(name) and shape == self.shape(name)
        if not self.holds(matrix) or not {f"{matrix}.up", f"{matrix}.down"} <= self._changes.keys():
            return False
        up, down = (self._changes[f"{matrix}.{half}"].shape for half in ("up", "down"))
        return len(up) == len(down) == 2 and up[1] == down[0] and (up[0], down[1]) == self.shape(matrix)
