"""The calls of `portal_call.py` are found again in the pages of portals, companies and meeting software."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from .portal_scores import Score, score
from .portals import FIRST
from .portals_fifth import FIFTH
from .portals_fourth import FOURTH
from .portals_fourth_zh import FOURTH_ZH
from .portals_more import SECOND
from .portals_seventh import SEVENTH
from .portals_sixth import SIXTH
from .portals_third import THIRD

EVERY = FIRST | SECOND | THIRD | FOURTH | FOURTH_ZH | FIFTH | SIXTH | SEVENTH
# What a page cannot tell, or is not read yet: the score that it has all the same.
MISSED = {
    "no_operator_lines": Score(1.0, 1.0, True, 0.75),  # nothing parts the last answer from the closing words
    "numbered_lines": Score(1.0, 0.96, True, 1.0),  # the numbers of the lines stand in what is said
    "feet_in_speech": Score(0.92, 1.0, True, 0.83),  # a page's foot between a label and its speech
    "pages_with_heads": Score(0.84, 1.0, False, 0.75),
    "questions_unnamed": Score(1.0, 0.94, True, 0.66),  # nothing parts one analyst from the next
    "surname_first": Score(0.94, 1.0, True, 0.75),  # "AF KLERCKER, Henrik": two words are a name
    "square_slashes": Score(0.92, 1.0, True, 0.66),  # a label of a hundred characters
    "role_line_above": Score(0.95, 1.0, True, 0.8),  # a title above its name, which may end what is said before
    "zh_numbered_questions": Score(0.93, 1.0, True, 0.66),  # a foreign firm and name in one bracket
    "both_titles": Score(0.9, 1.0, True, 0.5),
    "zh_wrapped_thirty": Score(0.96, 1.0, True, 0.8),  # a label that ends where the line does, its colon on the next
}
# Pages with something between a name and its speech: a clock, a title, a firm, a word for the part.
DESCRIBED = (
    "caps_and_title_below",
    "zoom_bracket_clock",
    "refinitiv_pages",
    "zh_asker_lines",
    "names_of_both_brackets",
    "factset_web",
)


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


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_speech_begins_behind_all_that_describes_its_speaker(name: str) -> None:
    assert score(EVERY[name], near=0).perfect
