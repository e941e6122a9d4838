"""The calls of `portal_call.py` are found again in the pages of portals, companies and meeting software."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from .portal_scores import Score, score
from .portals import FIRST
from .portals_more import SECOND
from .portals_third import THIRD

EVERY = FIRST | SECOND | THIRD
# What a page cannot tell, or is not read yet: the score that it has all the same.
MISSED = {
    "q_dot_brackets": Score(0.0, 0.0, False, 0.0),  # a full stop behind a label
    "no_operator_lines": Score(1.0, 1.0, True, 0.75),  # nothing parts the last answer from the closing words
    "otter_numbers": Score(1.0, 0.95, True, 1.0),  # a number is nobody's title
    "honorifics": Score(1.0, 0.95, True, 1.0),  # "Ms. O'Dwyer-Katz" is introduced by her whole name
    "court_reporter": Score(1.0, 0.95, True, 1.0),
    "long_labels_wrapped": Score(1.0, 0.95, True, 1.0),  # the end of her title is read as speech
    "side_behind_dash": Score(1.0, 0.95, True, 1.0),  # "Executive" is all that the page says of her
}


DAMAGES: dict[str, Callable[[str], str]] = {
    "hard blanks": lambda text: text.replace(" of ", "\xa0of ").replace(" - ", "\xa0- "),
    "empty lines": lambda text: text.replace("\n", "\n\n"),
    "blanks around": lambda text: "\n".join(f"    {line}  " for line in text.split("\n")),
    "form feeds": lambda text: text.replace("\n\n", "\n\f\n"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_blanks_and_line_ends_change_nothing(damage: str) -> None:
    for name in ("seeking_new", "motley_italics", "bloomberg_angles", "last_first", "bullets_q", "wrapped_colon"):
        assert score(replace(EVERY[name], render=partial(_damaged, name, damage))).perfect, name


def _damaged(name: str, damage: str) -> str:
    return DAMAGES[damage](EVERY[name].render())


@pytest.mark.parametrize("name", EVERY)
def test_a_page_never_read_before_gives_the_call(name: str) -> None:
    found, floor = score(EVERY[name]), MISSED.get(name, Score(1.0, 1.0, True, 1.0))
    assert found.turns >= floor.turns
    assert found.roles >= floor.roles
    assert found.start >= floor.start
    assert found.pairs >= floor.pairs
