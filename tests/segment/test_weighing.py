"""Sets of clues are weighed as their clues one by one, and the likeliest way is the best of all ways."""

from __future__ import annotations

import doctest
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from nlp.scoring.fit_links import _step_clues
from nlp.segment import weighing
from nlp.segment.assign import NONE, Chain, State, Weighing
from nlp.segment.clues import Clues, Passage
from nlp.segment.link_weights import WEIGHTS
from nlp.segment.questions import SubQuestion
from nlp.segment.weighing import weigh

ASKED = ("How many berths will you open?", "What did the strike cost?", "Why are rents down?")
SAID = (
    "Rents fell because two tenants left.",
    "On the strike, it cost us 4 million.",
    "We will open three berths.",
    "That is in May.",
    "We are proud of the team.",
    "We don't disclose it.",
)


def _clues(said: list[str], parts: int) -> Clues:
    questions = [SubQuestion(at, at + 1, words, 1, ()) for at, words in enumerate(ASKED[:parts])]
    passages = [
        Passage(
            at, at + len(words), words, frozenset(words.lower().strip(".").split()), at % 2, at, False, "don't" in words
        )
        for at, words in enumerate(said)
    ]
    return Clues(questions, passages, ["Ada Lind", "Bo Tran"], "en")


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=4), st.integers(1, 3))
def test_the_way_is_the_best_of_all(said: list[str], parts: int) -> None:
    clues = _clues(said, parts)

    def worth(way: tuple[int, ...]) -> float:
        state, total = State(), 0.0
        for index, part in enumerate(way):
            total += weigh(_step_clues(clues, index, state, part), WEIGHTS)
            state = state.after(part)
        return total + sum(weigh(clues.unanswered(p), WEIGHTS) for p in range(parts) if not state.seen >> p & 1)

    best = max(map(worth, product((NONE, *range(parts)), repeat=len(said))))
    assert abs(worth(tuple(Chain(clues, Weighing(WEIGHTS)).best())) - best) < 1e-9


def test_the_examples() -> None:
    assert doctest.testmod(weighing).failed == 0
