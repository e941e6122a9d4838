"""The weights: for each field a matrix of traits by classes and a list of traits of single readings.

`models/claims/<language>.npz`, fitted by the script beside it; its card says on what, and how they do on what was held out.
A reading's score is the sum of the weights of the traits around the figure in the columns of its classes, and of those
of its own traits: a log-linear model over readings (Berger, Della Pietra and Della Pietra, 1996).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from ...resources import shipped
from .readings import Reading

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWeights:
    """Weights of one field. `table` has a row for each trait around a figure and a column for each class."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    table: Floats
    own: Mapping[str, float]

    def sums(self, traits: Sequence[str]) -> list[float]:
        """For each class the sum over the traits around a figure."""
        places = [row for trait in traits if (row := self.rows.get(trait)) is not None]
        total: list[float] = self.table[places].sum(axis=0).tolist()
        return total

    def scores(self, traits: Sequence[str], readings: Sequence[Reading]) -> list[float]:
        """The log-odds of each reading, up to a constant."""
        sums = self.sums(traits)
        return [
            sum(sums[self.columns[name]] for name in reading.classes if name in self.columns)
            + sum(self.own.get(trait, 0.0) for trait in reading.own)
            for reading in readings
        ]


@cache
def load_weights(language: str) -> Mapping[str, FieldWeights]:
    """The weights of every field for a language, `en` or `zh`."""
    path = shipped("models", "claims", f"{language}.npz")
    with np.load(path, allow_pickle=False) as data:
        return {field: _field(data, field) for field in str(data["fields"]).split(" ")}


def _field(data: Mapping[str, npt.NDArray[np.generic]], field: str) -> FieldWeights:
    rows, columns, own = (str(data[f"{field} {part}"]).splitlines() for part in ("rows", "columns", "own"))
    values = data[f"{field} own values"].astype(np.float32)
    return FieldWeights(
        rows={name: i for i, name in enumerate(rows)},
        columns={name: i for i, name in enumerate(columns)},
        table=data[f"{field} table"].astype(np.float32) * np.float32(data[f"{field} step"]),
        own=dict(zip(own, values.tolist(), strict=True)),
    )
