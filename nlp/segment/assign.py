"""Gives every sentence of an answer to a part of the question, or to none: the likeliest way through all of them.

A linear chain (conditional random field, Lafferty 2001): the clues of a sentence speak for a part, those between two
sentences for going on or for turning to another part, and a part that stays without a sentence costs something. The
weights were fitted by `python -m nlp.scoring.fit_links`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import inf
from operator import itemgetter
from typing import NamedTuple

from .clues import ASIDE, BEGINNING, FOR_PART, TURNING, Clues
from .weighing import Clue, Sums, weigh

Path = tuple["Path", int] | None  # the part of the last sentence behind the path to it
Way = tuple[float, Path]
Ways = dict[int, Way]  # by the number of the state that they lead to
Lead = tuple[int, int, float]  # another part, the number of the state behind it, what the step is worth

NONE = -1
_STATES = (
    24  # ways that are followed at a time: three parts have as many, more parts are followed where they are likely
)
_NO_WAY: Way = (-inf, None)


class State(NamedTuple):
    """Where a way stands: the parts with a sentence so far (bits), the last of them, and whether the last sentence had
    none.
    """

    seen: int = 0
    last: int = NONE
    idle: bool = False

    def after(self, part: int) -> State:
        """The state behind one more sentence, given to `part`."""
        return State(self.seen, self.last, True) if part == NONE else State(self.seen | 1 << part, part, False)


def moving(state: State, part: int, count: int, backwards: bool) -> Iterator[Clue]:
    """The clues in going from a state to one of `count` parts, beside what the sentence holds."""
    if state.last == NONE:
        yield ("at the first" if part == (count - 1 if backwards else 0) else "at another first"), 1.0
    elif part == state.last:
        if state.idle:
            yield "returns", 1.0
    elif state.seen >> part & 1:
        yield "goes back", 1.0
    else:
        step = (state.last - part) if backwards else (part - state.last)
        if step == 1:
            yield "next", 1.0
        else:
            yield ("leaps", step - 1.0) if step > 1 else ("earlier", 1.0)


class Steps(dict[int, tuple[int, list[Lead]]]):
    """For each state, by its number, its last part and where it leads among `count` parts, worked out when first asked.

    States that differ only in whether they are idle have one number. `backwards`: the last part is answered first.
    """

    def __init__(self, count: int, backwards: bool, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._count, self._backwards, self._weights = count, backwards, weights

    def __missing__(self, number: int) -> tuple[int, list[Lead]]:
        seen, last = self.parts(number)
        state = State(seen, last)
        leads = [
            (part, self._number(state.after(part)), self._worth(state, part))
            for part in range(self._count)
            if part != last
        ]
        self[number] = last, leads
        return last, leads

    def parts(self, number: int) -> tuple[int, int]:
        """The parts seen (bits) and the last of them."""
        seen, last = divmod(number, self._count + 1)
        return seen, last - 1

    def _number(self, state: State) -> int:
        return state.seen * (self._count + 1) + state.last + 1

    def _worth(self, state: State, part: int) -> float:
        return weigh(moving(state, part, self._count, self._backwards), self._weights)


class Weighing:
    """What clues and steps are worth, by the weights of the clues; what was once worked out is kept."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self.for_part, self.turning = Sums(FOR_PART, weights), Sums(TURNING, weights)
        self.beginning, self.aside = Sums(BEGINNING, weights), Sums(ASIDE, weights)
        self.again, self.returns = weights.get("aside again", 0.0), weights.get("returns", 0.0)
        self._steps: dict[tuple[int, bool], Steps] = {}

    def steps(self, count: int, backwards: bool) -> Steps:
        """Where states lead among `count` parts."""
        known = self._steps.get((count, backwards))
        if known is None:
            known = self._steps[count, backwards] = Steps(count, backwards, self.weights)
        return known


class Chain:
    """The likeliest way through the sentences of an answer."""

    def __init__(self, clues: Clues, weighing: Weighing) -> None:
        self.clues, self.weighing = clues, weighing
        self.count = len(clues.questions)
        self.steps = weighing.steps(self.count, clues.reverse)

    def best(self) -> list[int]:
        """A part, or NONE, for each sentence kept."""
        clues, weighing = self.clues, self.weighing
        spoken: Ways = {0: (0.0, None)}  # whose last sentence has a part
        silent: Ways = {}  # whose last has none
        for index in range(len(clues.kept)):
            gains = [self._gain(index, part) for part in range(self.count)]
            turned = self._turned(index, gains) if self.count > 1 and index else gains
            spoken, silent = self._after(spoken, silent, gains, turned, weighing.aside[clues.aside(index)])
            if len(spoken) + len(silent) > _STATES:
                spoken, silent = _likely(spoken, silent)
        missing = [weigh(clues.unanswered(part), weighing.weights) for part in range(self.count)]
        unseen = {end: self._unseen(end, missing) for end in {**spoken, **silent}}
        ends = [(way[0] + unseen[end], way[1]) for end, way in chain(spoken.items(), silent.items())]
        return _told(max(ends, key=itemgetter(0))[1])

    def _gain(self, index: int, part: int) -> float:
        held, measured = self.clues.for_part(index, part)
        worth = self.weighing.for_part[held]
        return worth + weigh(measured, self.weighing.weights) if measured else worth

    def _turned(self, index: int, gains: Sequence[float]) -> list[float]:
        """What a sentence is worth to each part if the last part before it is another."""
        weighing = self.weighing
        turning = weighing.turning[self.clues.turning(index)]
        out = []
        for part, gain in enumerate(gains):
            held, measured = self.clues.beginning(index, part)
            worth = gain + turning + weighing.beginning[held]
            out.append(worth + weigh(measured, weighing.weights) if measured else worth)
        return out

    def _after(
        self, spoken: Ways, silent: Ways, gains: Sequence[float], turned: Sequence[float], aside: float
    ) -> tuple[Ways, Ways]:
        """The ways with one more sentence."""
        steps, again, returns = self.steps, aside + self.weighing.again, self.weighing.returns
        speaking: Ways = {}
        pausing: Ways = {}
        for number in {**spoken, **silent}:
            value, path = spoken.get(number, _NO_WAY)
            idle, idle_path = silent.get(number, _NO_WAY)
            last, leads = steps[number]
            on, off = value + aside, idle + again
            pausing[number] = (on, (path, NONE)) if on >= off else (off, (idle_path, NONE))
            if last != NONE:
                on, off = value + gains[last], idle + gains[last] + returns
                known = speaking.get(number)
                if known is None or max(on, off) > known[0]:
                    speaking[number] = (on, (path, last)) if on >= off else (off, (idle_path, last))
            if idle > value:
                value, path = idle, idle_path
            worths = gains if last == NONE else turned
            for part, then, worth in leads:
                total = value + worths[part] + worth
                known = speaking.get(then)
                if known is None or total > known[0]:
                    speaking[then] = total, (path, part)
        return speaking, pausing

    def _unseen(self, number: int, missing: Sequence[float]) -> float:
        seen, _ = self.steps.parts(number)
        return sum(worth for part, worth in enumerate(missing) if not seen >> part & 1)


def _likely(spoken: Ways, silent: Ways) -> tuple[Ways, Ways]:
    """The likeliest ways."""
    least = sorted(value for value, _ in chain(spoken.values(), silent.values()))[-_STATES]
    kept = [{end: way for end, way in ways.items() if way[0] >= least} for ways in (spoken, silent)]
    return kept[0], kept[1]


def _told(path: Path) -> list[int]:
    """The parts along a way, from its beginning."""
    out = []
    while path is not None:
        path, part = path
        out.append(part)
    return out[::-1]
