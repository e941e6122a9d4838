"""Trained heads: a matrix over what `features` gives, read from `models/<name>/` and applied with numpy.

The files are `config.json` and `weights.npz`; how they were made stands beside them (`train.py`, `card.md`).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..encoders import Encoder
from ..errors import BadInput
from ..resources import shipped
from .features import Matrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..encoders.onnx import OnnxEncoder

_LIKE = 0.98  # cosine of an encoder's vectors to those a head was trained on
# What an encoder is tried with: both languages, a figure, a question.
PROBES = ("Orders rose 4% and the new furnace is lit.", "毛利率为什么下降？", "Please hold the line.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One trained head. `weights` is `[vector + features + 1, classes]`, the last row the constants; the last of the
    features are those of `words` where the head knows any.

    `threshold` is the least probability of a class where several may hold at once; `probes` are the vectors of `PROBES`
    by the encoder it was trained on. With `tuning` a vector is followed by that of the shipped encoder with the changes
    of this file (`vectors_of`).
    """

    id: str
    classes: tuple[str, ...]
    encoder: str
    threshold: float
    weights: Matrix = field(repr=False)
    probes: Matrix = field(repr=False)
    words: tuple[str, ...] = field(default=(), repr=False)
    tuning: Path | None = field(default=None, repr=False)

    def logits(self, vectors: Matrix, features: Matrix) -> Matrix:
        """`[texts, classes]`. A text's row does not depend on the others."""
        known = np.hstack([vectors, features]).astype(np.float64)
        # Row by row: a product of matrices may sum in another order for another number of rows.
        rows = [row @ self.weights[:-1] + self.weights[-1] for row in known]
        return np.array(rows, np.float64).reshape(len(rows), len(self.classes))

    def vectors_of(self, encoder: Encoder, texts: Sequence[str]) -> Matrix:
        """What the head calculates with, `[texts, vector]`."""
        return encode(encoder if self.tuning is None else _tuned(encoder, self.tuning), texts)

    def fits(self, encoder: Encoder) -> bool:
        """Whether an encoder gives the vectors this head was trained on, by its name or by trial."""
        if encoder.id == self.encoder:
            return True
        found = encoder.encode(PROBES)
        return found.shape == self.probes.shape and bool(((found * self.probes).sum(axis=1) >= _LIKE).all())


@cache
def load_head(name: str, folder: Path | None = None) -> Head:
    """The head of `models/<name>`, or of a folder that its `train.py` wrote.

    Raises FileNotFoundError for a folder without the files, BadInput for a damaged one.
    """
    folder = shipped("models", name) if folder is None else folder
    table = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    path = folder / "weights.npz"
    digest = _checked(path, table["sha256"])
    tuning = folder / "tuning.npz" if "tuning" in table else None
    if tuning is not None:
        _checked(tuning, table["tuning"])
    with np.load(path, allow_pickle=False) as stored:
        weights, probes = stored["weights"].astype(np.float64), stored["probes"].astype(np.float64)
        listed = stored["words"].tobytes().decode("utf-8") if "words" in stored else ""
    return Head(
        id=f"{name}@{digest[:8]}",
        classes=tuple(table["classes"]),
        encoder=table["encoder"],
        threshold=float(table["threshold"]),
        weights=weights,
        probes=probes,
        words=tuple(listed.splitlines()),
        tuning=tuning,
    )


def _checked(path: Path, wanted: str) -> str:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != wanted:
        raise BadInput(f"{path}: damaged (sha256 {digest[:12]}, not {wanted[:12]}). Reinstall tieout.")
    return digest


def _tuned(encoder: Encoder, tuning: Path) -> Encoder:
    """With the shipped encoder under it where another one gives the same vectors."""
    from ..encoders.onnx import OnnxEncoder

    return _stacked(encoder if isinstance(encoder, OnnxEncoder) else _shipped(), tuning)


@cache
def _shipped() -> OnnxEncoder:
    from ..encoders.onnx import OnnxEncoder

    return OnnxEncoder()


@lru_cache(maxsize=1)
def _stacked(encoder: OnnxEncoder, tuning: Path) -> Encoder:
    from ..encoders.tuning import TunedEncoder

    return TunedEncoder(encoder, tuning)


def save_head(head: Head, folder: Path, *, about: dict[str, object]) -> None:
    """Write a head as `load_head` reads it; `about` joins its table. The same head gives the same bytes."""
    path = folder / "weights.npz"
    weights, probes = head.weights.astype(np.float32), head.probes.astype(np.float32)
    if head.words:
        listed = np.frombuffer("\n".join(head.words).encode("utf-8"), np.uint8)
        np.savez(path, weights=weights, probes=probes, words=listed)
    else:
        np.savez(path, weights=weights, probes=probes)
    tuned = {} if head.tuning is None else {"tuning": hashlib.sha256(head.tuning.read_bytes()).hexdigest()}
    table = {
        "classes": list(head.classes),
        "encoder": head.encoder,
        "threshold": head.threshold,
        **tuned,
        **about,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    (folder / "config.json").write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


def softmax(logits: Matrix) -> Matrix:
    """Rows that sum to 1."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float64)


def sigmoid(logits: Matrix) -> Matrix:
    """Each number by itself to 0..1."""
    return np.asarray(0.5 * (1 + np.tanh(logits / 2)), np.float64)


def encode(encoder: Encoder, texts: Sequence[str]) -> Matrix:
    """Vectors in the precision heads calculate in."""
    return np.asarray(encoder.encode(texts), np.float64)
