"""What an encoder is to the rest of the package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors whose cosine tells likeness of meaning, across languages.

    `id` goes into `by` and the run record. A text's vector must not depend on the texts it is encoded with.
    """

    @property
    def id(self) -> str:
        """Name and version, for the run record."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order, each of length 1 (or 0 for a text that says nothing)."""


class Classifier(Protocol):
    """A model that judges the sentiment of sentences by itself. `id` goes into `by` and the run record."""

    @property
    def id(self) -> str:
        """Name and version, for the run record."""

    def classify(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """The chances of negative, neutral and positive for each text, in order."""
