"""Gives every sentence of an answer to a part of the question, or to none: the likeliest way through all of them.

A linear chain (conditional random field, Lafferty 2001): the clues of a sentence speak for a part, those between two
sentences for going on or for turning to another part, and a part that stays without a sentence costs something. The
weights were fitted by `python -m nlp.scoring.fit_links`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from .clues import Clue, Clues

Path = tuple["Path", int] | None  # the part of the last sentence behind the path to it
Way = tuple[float, Path]

NONE = -1
_STATES = (
    24  # ways that are followed at a time: three parts have as many, more parts are followed where they are likely
)


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


Move = tuple[int, State, tuple[Clue, ...], bool]  # a part, the state behind it, the clues, whether it turns
Lead = tuple[int, State, float, bool]  # a part or NONE, the state behind it, what the step is worth, whether it turns


@lru_cache(maxsize=4096)
def _moves(state: State, count: int, backwards: bool) -> tuple[Move, ...]:
    """Where a state leads among `count` parts; `backwards`: the last of them is answered first."""
    return tuple(
        (part, state.after(part), tuple(moving(state, part, count, backwards)), state.last not in (part, NONE))
        for part in range(count)
    )


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


@dataclass(slots=True)
class Chain:
    """The weighted clues of an answer, each summed once; `weights` by the names of clues."""

    clues: Clues
    weights: Mapping[str, float]

    def best(self) -> list[int]:
        """A part, or NONE, for each sentence kept."""
        parts = range(len(self.clues.questions))
        several = len(parts) > 1  # with one part nothing turns to another
        leads: dict[State, list[Lead]] = {}
        ways: dict[State, Way] = {State(): (0.0, None)}
        for index in range(len(self.clues.kept)):
            gains = [self._sum(self.clues.for_part(index, part)) for part in parts]
            turning = self._sum(self.clues.turning(index)) if several and index else 0.0
            begins = [turning + self._sum(self.clues.beginning(index, part)) for part in parts] if several else [0.0]
            aside = self._sum(self.clues.aside(index))
            after: dict[State, Way] = {}
            for state, (value, path) in ways.items():
                if state not in leads:
                    leads[state] = self._leads(state)
                for part, then, worth, turns in leads[state]:
                    if part == NONE:
                        total = value + (aside + worth)
                    else:
                        total = value + gains[part] + (begins[part] if turns else 0.0) + worth
                    known = after.get(then)
                    if known is None or total > known[0]:
                        after[then] = total, (path, part)
            ways = after if len(after) <= _STATES else dict(sorted(after.items(), key=_value)[-_STATES:])
        missing = [self._sum(self.clues.unanswered(part)) for part in parts]
        unseen = {state: sum(missing[p] for p in parts if not state.seen >> p & 1) for state in ways}
        _, path = max(((way[0] + unseen[state], way[1]) for state, way in ways.items()), key=itemgetter(0))
        return _told(path)

    def _leads(self, state: State) -> list[Lead]:
        """Where a state leads; the same at every sentence."""
        found = [
            (part, then, self._sum(clues), turns)
            for part, then, clues, turns in _moves(state, len(self.clues.questions), self.clues.reverse)
        ]
        return [*found, (NONE, state.after(NONE), self.weights["aside again"] if state.idle else 0.0, False)]

    def _sum(self, clues: Iterable[Clue]) -> float:
        total, weight = 0.0, self.weights.get
        for name, value in clues:
            total += weight(name, 0.0) * value
        return total


def _value(way: tuple[State, Way]) -> float:
    return way[1][0]


def _told(path: Path) -> list[int]:
    """The parts along a way, from its beginning."""
    out = []
    while path is not None:
        path, part = path
        out.append(part)
    return out[::-1]
