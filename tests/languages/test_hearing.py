"""A sentence hears every pattern that matches in it: what it does not hear need not be looked for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.languages.content_words import english_words
from nlp.languages.en.questions import ENGLISH_QUESTIONS
from nlp.languages.hearing import Hearing
from nlp.languages.hints import Hinted

RULES = ENGLISH_QUESTIONS
PATTERNS = [
    Hinted(wanted._pattern, wanted._flags)  # their own bits are those of the rules
    for wanted in (RULES.declines, RULES.praises, RULES.anaphors, RULES.passes, *(want.gives for want in RULES.wants))
]
PATTERNS += [Hinted("x?"), Hinted("R&D|ab-c", re.IGNORECASE), Hinted(r"[12]h\b", re.IGNORECASE)]
HEARING = Hearing(PATTERNS)
WORDS = (
    "we don't disclose that too early to say proud of the team long-term value others each of them let Ada take it over to "
    "up 12 percent $5 US$5m half 2H R&D ab-c x café because driven by 3Q next year not a position n't ? Thank you, yes. won't"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from(["", " ", "-", ", ", "\n"]))
def test_no_match_goes_unheard(words: list[str], between: str) -> None:
    text = between.join(words)
    heard = HEARING.may(text, english_words(text))
    for pattern in PATTERNS:
        plain = re.search(pattern._pattern, text, pattern._flags) is not None
        assert pattern.is_in(text, heard) == plain
        assert heard & pattern.doubt or not heard & pattern.bit or pattern.may_match(text)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        pytest.param("We had twelve of them.", False, id="a-word-that-is-needed"),
        pytest.param("We were handed it.", True, id="one-of-two-words"),
    ],
)
def test_a_whole_word_leaves_no_doubt(text: str, doubted: bool) -> None:
    amount = Hinted("twelve|a hand(?:ed)?", re.IGNORECASE)
    heard = Hearing([amount]).may(text, english_words(text))
    assert (heard & amount.bit > 0, heard & amount.doubt > 0) == (True, doubted)


def test_most_is_unheard() -> None:
    text = "Rents fell."
    heard = HEARING.may(text, english_words(text))
    assert [pattern._pattern for pattern in PATTERNS if heard & pattern.bit] == ["x?"]
