"""Choices among readings as numbers: names are numbered as they come, what a choice has lies in flat arrays."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..claims.weigh.readings import Reading

Ints = npt.NDArray[np.int64]


class Numbers(dict[str, int]):
    """Names, each with a number of its own; one not met before gets the next."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number

    def of(self, names: Iterable[str]) -> array[int]:
        """The numbers of names."""
        return array("i", map(self.__getitem__, names))

    def as_in(self, others: Mapping[str, int]) -> Ints:
        """For each number the one that its name has among others; -1 for none."""
        found = np.full(len(self), -1, np.int64)
        for name, other in others.items():
            if name in self:
                found[self[name]] = other
        return found


@dataclass(frozen=True, kw_only=True, eq=False)
class Ragged:
    """Lists of different lengths, one after the other: those of list n end at `ends[n]`.

    `readings` tells which reading of the choice each value belongs to.
    """

    values: Ints
    readings: Ints
    ends: Ints

    @cached_property
    def sizes(self) -> Ints:
        """How long each list is."""
        return np.diff(self.ends, prepend=0)

    @cached_property
    def owners(self) -> Ints:
        """For each value the list it is in."""
        return np.repeat(np.arange(len(self.ends)), self.sizes)

    def at(self, places: Ints) -> Ragged:
        """The lists at some places."""
        sizes = self.sizes[places]
        ends = np.cumsum(sizes)
        index = np.arange(int(sizes.sum())) + np.repeat(self.ends[places] - ends, sizes)
        return Ragged(values=self.values[index], readings=self.readings[index], ends=ends)

    def renumbered(self, numbers: Ints) -> Ragged:
        """The lists with other numbers; what has none (-1) is left out."""
        values = numbers[self.values]
        kept = values >= 0
        sizes = np.bincount(self.owners[kept], minlength=len(self.ends))
        return Ragged(values=values[kept], readings=self.readings[kept], ends=np.cumsum(sizes))


@dataclass(frozen=True, kw_only=True, eq=False)
class Choices:
    """Choices in a row: how many readings each has, which is right (-1 for none that is known), and whose each is.

    `traits` are those around the figure, `classes` and `own` those of its readings.
    """

    companies: Ints
    sizes: Ints
    right: Ints
    traits: Ragged
    classes: Ragged
    own: Ragged

    def at(self, places: Ints) -> Choices:
        """The choices at some places."""
        return Choices(
            companies=self.companies[places],
            sizes=self.sizes[places],
            right=self.right[places],
            traits=self.traits.at(places),
            classes=self.classes.at(places),
            own=self.own.at(places),
        )

    @cached_property
    def firsts(self) -> Ints:
        """The place of the first reading of each choice among all readings."""
        return np.cumsum(self.sizes) - self.sizes

    def readings_of(self, lists: Ragged) -> Ints:
        """For each value the place of its reading among all readings."""
        return lists.readings + self.firsts[lists.owners]


@dataclass(slots=True)
class _Lists:
    """Lists to be filled."""

    values: array[int] = field(default_factory=lambda: array("i"))
    readings: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("q"))

    def add(self, lists: Iterable[array[int]]) -> None:
        for reading, numbers in enumerate(lists):
            self.values.extend(numbers)
            self.readings.extend(array("i", [reading]) * len(numbers))
        self.ends.append(len(self.values))

    def done(self) -> Ragged:
        return Ragged(
            values=np.array(self.values, np.int64),
            readings=np.array(self.readings, np.int64),
            ends=np.array(self.ends, np.int64),
        )


class Numbered:
    """Choices of one kind with the names behind their numbers; `traits` may be numbered together with other kinds'."""

    def __init__(self, traits: Numbers) -> None:
        self.names = {"traits": traits, "classes": Numbers(), "own": Numbers()}
        self._companies = Numbers()
        self._told: tuple[list[int], list[int], list[int]] = ([], [], [])
        self._lists = {name: _Lists() for name in self.names}

    def add(self, company: str, traits: array[int], readings: Sequence[Reading], right: int) -> None:
        """Add a choice."""
        for told, value in zip(self._told, (self._companies[company], len(readings), right), strict=True):
            told.append(value)
        self._lists["traits"].add([traits])
        self._lists["classes"].add([self.names["classes"].of(one.classes) for one in readings])
        self._lists["own"].add([self.names["own"].of(one.traits) for one in readings])

    @cached_property
    def choices(self) -> Choices:
        """All choices; none is added afterwards."""
        companies, sizes, right = (np.array(told, np.int64) for told in self._told)
        lists = {name: told.done() for name, told in self._lists.items()}
        self._lists.clear()
        return Choices(companies=companies, sizes=sizes, right=right, **lists)

    def asked(self, without: Collection[str]) -> Ints:
        """The places of the choices of which the right reading is known, but those of some companies."""
        return np.flatnonzero((self.choices.right >= 0) & ~self._of(without)[self.choices.companies])

    def common(self, kind: str, without: Collection[str], least: int) -> dict[str, int]:
        """The names of a kind met in several companies, without some; numbered anew."""
        numbers, companies = self._met[kind]
        counts = np.bincount(numbers[~self._of(without)[companies]], minlength=len(self.names[kind]))
        names = list(self.names[kind])
        return {names[number]: new for new, number in enumerate(np.flatnonzero(counts >= least).tolist())}

    def told_by(self, places: Ints, **known: Mapping[str, int]) -> Choices:
        """The choices at some places, with the numbers that their names have elsewhere; without those of no number."""
        part = self.choices.at(places)
        lists = {kind: getattr(part, kind).renumbered(self.names[kind].as_in(told)) for kind, told in known.items()}
        return Choices(companies=part.companies, sizes=part.sizes, right=part.right, **lists)

    def _of(self, companies: Collection[str]) -> npt.NDArray[np.bool_]:
        return np.array([name in companies for name in self._companies], np.bool_)

    @cached_property
    def _met(self) -> dict[str, tuple[Ints, Ints]]:
        """Each name once for each company in which it is met, and the company; of classes those that are right."""
        asked = self.choices.at(self.asked(()))
        found = {}
        for kind in self.names:
            lists: Ragged = getattr(asked, kind)
            is_told = lists.readings == asked.right[lists.owners] if kind == "classes" else slice(None)
            whose = asked.companies[lists.owners]
            pairs = np.unique(lists.values[is_told] * len(self._companies) + whose[is_told])
            found[kind] = (pairs // len(self._companies), pairs % len(self._companies))
        return found
