"""The weights: a table of traits around a figure by classes of readings, and a list of traits of single readings.

`models/claims/<language>.npz`, fitted by the script beside it; its card says on what, and how they do on what was held
out. A reading's score is the sum of the weights of the traits around the figure in the columns of its classes, and of
those of its own traits: a log-linear model over readings (Berger, Della Pietra and Della Pietra, 1996).

The files are not compressed, so that they can be mapped: a wheel is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from ...resources import shipped
from .lookup import Array, Lookup, Value, mapped
from .readings import Reading
from .spans import SIDES, edge_traits, may_be
from .traits import family_of
from .views import View

Sums = npt.NDArray[np.int32]
Odds = npt.NDArray[np.floating]
_LIKELY = 8  # metrics that nobody names nearby and that are still asked about
_REMEMBERED = 8192


@dataclass(frozen=True, kw_only=True, eq=False)
class Weights:
    """`table` has a row for each trait around a figure and a column for each class of a field (`role level`; those of a
    field stand together), in steps of its column; `own` has for each field the weights of traits of single readings."""

    rows: Lookup[int]
    columns: Mapping[str, int]
    table: npt.NDArray[np.int8]
    steps: npt.NDArray[np.float32]
    own: Mapping[str, Lookup[float]]

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

    def likely_metrics(self, odds: Odds) -> list[str]:
        """The metrics that what is around a figure speaks for most; `odds` as for `scores`."""
        names, places = list(self.metrics), self._places
        return [names[i] for i in np.argsort(-odds[places].sum(axis=1), kind="stable")[:_LIKELY]]

    def sums(self, traits: Iterable[str]) -> Sums:
        """For each column the sum over traits around a figure, in steps of the column."""
        places = [place for place in map(self.rows.__getitem__, traits) if place is not None]
        total: Sums = np.add.reduce(self.table.take(np.array(places, np.intp), axis=0), axis=0, dtype=np.int32)
        return total

    def odds(self, sums: Sums) -> Odds:
        """The log-odds that the sums of all that is around a figure give for each column."""
        found: Odds = sums * self.steps
        return found

    def scores(self, field: str, odds: Odds, readings: Sequence[Reading]) -> list[float]:
        """The log-odds of each reading of a field, up to a constant, with the `odds` of what is around the figure."""
        classes = self.classes[field]
        first = next(iter(classes.values()))
        around = dict(zip(classes, odds[first : first + len(classes)].tolist(), strict=True)).get
        alike, own = self.score_alike, self.own[field].__getitem__
        return [
            sum(filter(None, map(around, one.classes)))
            + sum(filter(None, map(own, one.own)), alike(field, one.shared) if one.shared else 0)
            for one in readings
        ]

    @cached_property
    def score_alike(self) -> Callable[[str, tuple[str, ...]], float]:
        """As `score`, remembered: for traits that come together again and again."""
        return lru_cache(maxsize=_REMEMBERED)(self.score)

    def score(self, field: str, traits: Iterable[str]) -> float:
        """The sum of the weights of traits of a single reading."""
        return sum(filter(None, map(self.own[field].__getitem__, traits)))

    def score_edges(self, view: View) -> dict[str, list[float]]:
        """How much each word looks like the first, or the last, of a name of a part of the business."""
        return {
            side: [
                self.score(side, words) + self.score_alike(side, tags)
                for words, tags in edge_traits(view, side, may_be(view, side))
            ]
            for side in SIDES
        }


@cache
def load_weights(language: str) -> Weights:
    """The weights for a language, `en` or `zh`."""
    data = mapped(shipped("models", "claims", f"{language}.npz"))
    columns = data["columns"].tobytes().decode("utf-8").split("\n")
    fields = [name.removeprefix("values ") for name in data if name.startswith("values ")]
    return Weights(
        rows=_lookup(data, "rows", range(len(data["table"]))),
        columns={name: i for i, name in enumerate(columns)},
        table=data["table"],  # type: ignore[arg-type]  # as `pack` made it
        steps=data["steps"].astype(np.float32),
        own={field: _lookup(data, field, data[f"values {field}"].astype(np.float32).data) for field in fields},
    )


def _lookup(data: Mapping[str, Array], name: str, values: Sequence[Value]) -> Lookup[Value]:
    return Lookup(data[f"text {name}"], data[f"ends {name}"], data[f"firsts {name}"], values)
