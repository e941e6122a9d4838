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

Sums = npt.NDArray[np.int32]
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
    def classes(self) -> Mapping[str, Mapping[str, int]]:
        """The classes of each field, with their columns."""
        found: dict[str, dict[str, int]] = {field: {} for field in self.own}
        for name, place in self.columns.items():
            field, label = name.split(" ", 1)
            found.setdefault(field, {})[label] = place
        return found

    @cached_property
    def metrics(self) -> Mapping[str, tuple[int, int]]:
        """The metrics that are classes of their own, with their column and that of their family."""
        classes = self.classes["metric"]
        return {
            name: (place, classes.get(f"family {family_of(name)}", place))
            for name, place in classes.items()
            if " " not in name
        }

    @cached_property
    def _places(self) -> npt.NDArray[np.intp]:
        return np.array(list(self.metrics.values()))

    def likely_metrics(self, sums: Sums) -> list[str]:
        """The metrics that what is around a figure speaks for most; `sums` as for `scores`."""
        names, places = list(self.metrics), self._places
        return [names[i] for i in np.argsort(-(sums * self.steps)[places].sum(axis=1), kind="stable")[:_LIKELY]]

    def sums(self, traits: Iterable[str]) -> Sums:
        """For each column the sum over traits around a figure, in steps of the column."""
        places = [place for place in map(self.rows.get, traits) if place is not None]
        total: Sums = self.table.take(np.array(places, np.intp), axis=0).sum(axis=0, dtype=np.int32)
        return total

    def scores(self, field: str, sums: Sums, readings: Sequence[Reading]) -> list[float]:
        """The log-odds of each reading of a field, up to a constant; `sums` are of all that is around the figure."""
        classes = self.classes[field]
        places = list(classes.values())
        shared = dict(zip(classes, (sums[places] * self.steps[places]).tolist(), strict=True))
        return [sum(filter(None, map(shared.get, one.classes))) + self.score(field, one.own) for one in readings]

    @cached_property
    def _alike(self) -> dict[tuple[str, tuple[str, ...]], float]:
        return {}

    def score_alike(self, field: str, traits: tuple[str, ...]) -> float:
        """As `score`, remembered: for traits that come together again and again."""
        known = self._alike.get((field, traits))
        if known is None:
            known = self._alike[field, traits] = self.score(field, traits)
        return known

    def score(self, field: str, traits: Iterable[str]) -> float:
        """The sum of the weights of traits of a single reading."""
        return sum(filter(None, map(self.own[field].get, traits)))


@cache
def load_weights(language: str) -> Weights:
    """The weights for a language, `en` or `zh`."""
    with np.load(shipped("models", "claims", f"{language}.npz"), allow_pickle=False) as data:
        rows, columns, traits = (
            data[part].tobytes().decode("utf-8").split("\n") for part in ("rows", "columns", "own")
        )
        own: dict[str, dict[str, float]] = defaultdict(dict)
        # One object for each value, of which there are few: looked up all over the table they stay in the cache.
        kinds, places = np.unique(data["own values"].view(np.uint16), return_inverse=True)
        values = kinds.view(np.float16).astype(np.float32).tolist()
        for name, value in zip(traits, map(values.__getitem__, places.tolist()), strict=True):
            field, trait = name.split(" ", 1)
            own[field][trait] = value
        return Weights(
            rows={name: i for i, name in enumerate(rows)},
            columns={name: i for i, name in enumerate(columns)},
            table=data["table"],
            steps=data["steps"],
            own=own,
        )
