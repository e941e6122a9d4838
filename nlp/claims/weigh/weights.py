"""The weights: a table of traits around a figure by classes of readings, and a list of traits of single readings.

`models/claims/<language>.npz`, fitted by the script beside it; its card says on what, and how they do on what was held
out. A reading's score is the sum of the weights of the traits around the figure in the columns of its classes, and of
those of its own traits: a log-linear model over readings (Berger, Della Pietra and Della Pietra, 1996).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from ...resources import shipped
from .readings import Reading
from .traits import family_of

_LIKELY = 8  # metrics that nobody names nearby and that are still asked about


@dataclass(frozen=True, kw_only=True)
class Weights:
    """`table` has a row for each trait around a figure and a column for each class of a field (`role level`), in steps
    of its column; `own` has for each field the weights of traits of single readings."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    table: npt.NDArray[np.int8]
    steps: npt.NDArray[np.float32]
    own: Mapping[str, Mapping[str, float]]

    @cached_property
    def metrics(self) -> Mapping[str, tuple[int, int]]:
        """The metrics that are classes of their own, with their column and that of their family."""
        names = [name.split(" ")[1] for name in self.columns if name.startswith("metric ") and name.count(" ") == 1]
        return {name: (self.columns[f"metric {name}"], self._family(name)) for name in names}

    def _family(self, name: str) -> int:
        return self.columns.get(f"metric family {family_of(name)}", self.columns[f"metric {name}"])

    def likely_metrics(self, sums: npt.NDArray[np.float32]) -> list[str]:
        """The metrics that what is around a figure speaks for most."""
        names, places = list(self.metrics), np.array(list(self.metrics.values()))
        return [names[i] for i in np.argsort(-sums[places].sum(axis=1), kind="stable")[:_LIKELY]]

    def sums(self, traits: Iterable[str]) -> npt.NDArray[np.float32]:
        """For each column the sum over the traits around a figure."""
        places = [row for trait in traits if (row := self.rows.get(trait)) is not None]
        total: npt.NDArray[np.float32] = self.table[places].sum(axis=0, dtype=np.int32) * self.steps
        return total

    def scores(self, field: str, sums: npt.NDArray[np.float32], readings: Sequence[Reading]) -> list[float]:
        """The log-odds of each reading of a field, up to a constant."""
        columns, own = self.columns, self.own[field]
        return [
            sum(float(sums[place]) for name in one.classes if (place := columns.get(f"{field} {name}")) is not None)
            + sum([own[trait] for trait in one.own if trait in own])
            for one in readings
        ]


@cache
def load_weights(language: str) -> Weights:
    """The weights for a language, `en` or `zh`."""
    with np.load(shipped("models", "claims", f"{language}.npz"), allow_pickle=False) as data:
        rows, columns, traits = (
            data[part].tobytes().decode("utf-8").split("\n") for part in ("rows", "columns", "own")
        )
        own: dict[str, dict[str, float]] = defaultdict(dict)
        for name, value in zip(traits, data["own values"].astype(np.float32).tolist(), strict=True):
            field, trait = name.split(" ", 1)
            own[field][trait] = value
        return Weights(
            rows={name: i for i, name in enumerate(rows)},
            columns={name: i for i, name in enumerate(columns)},
            table=data["table"],
            steps=data["steps"],
            own=own,
        )
