"""What clues are worth: those that are there or not as bits, each set of them weighed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Clue = tuple[str, float]
Seen = tuple[int, Sequence[Clue]]  # clues as bits, and those that have a strength


def bits(names: Sequence[str]) -> tuple[int, ...]:
    """The bit of each name."""
    return tuple(1 << place for place in range(len(names)))


def named(names: Sequence[str], seen: Seen) -> list[Clue]:
    """Clues by their names, each with its strength.

    >>> named(("brief", "opens", "joins"), (0b101, [("early", 0.5)]))
    [('brief', 1.0), ('joins', 1.0), ('early', 0.5)]
    """
    held, measured = seen
    return [*((name, 1.0) for name, bit in zip(names, bits(names), strict=True) if held & bit), *measured]


def weigh(clues: Iterable[Clue], weights: Mapping[str, float]) -> float:
    """What clues are worth together; one without a weight is worth nothing."""
    total = 0.0
    for name, strength in clues:
        total += weights.get(name, 0.0) * strength
    return total


class Sums(dict[int, float]):
    """What each set of clues is worth, worked out when it is first met."""

    def __init__(self, names: Sequence[str], weights: Mapping[str, float]) -> None:
        super().__init__()
        self._names, self._weights = names, weights

    def __missing__(self, held: int) -> float:
        total = self[held] = weigh(named(self._names, (held, ())), self._weights)
        return total
