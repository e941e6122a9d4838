"""English words are those of the spaCy that is installed."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nlp.languages import ahead
from nlp.languages.english_words import RULES, count_words, cut, load_tokenizer, words_of


@cache
def _spacy() -> Any:
    return load_tokenizer()


PIECES = [
    *"aBU.S,'’()$%-:;/\"0159—…&@é中*=<>_D \n\t\u3000",
    *_spacy().rules,
    "https://zarn.example/q3",
    "Q3'31",
    "$1.2bn",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=20))
@example("(U.S.$3.5bn,2.1%);don't...we'll")
@example("x:))))")
def test_runs_are_cut_as_spacy_cuts_them(text: str) -> None:
    for run in text.split():
        assert cut(run) == tuple(word.text for word in _spacy()(run))


@pytest.mark.parametrize("text", [" It's\n\n 12. Ok ", "\u3000Revenue,  US$3.5bn (U.S.),\tup 4% ", "", " ", "\n"])
def test_words_of_a_text_stand_where_spacy_has_them(text: str) -> None:
    words = _spacy()(text)
    assert words_of(text) == [(word.idx, word.idx + len(word)) for word in words if not word.text.isspace()]
    assert count_words(text) == len(words)


def test_the_rules_of_the_installed_version_are_shipped() -> None:
    """Where it fails, another spaCy is installed: `python -m nlp.scoring.work_ahead`."""
    assert ahead.key(version("spacy"), 0) in ahead._rows().by_kind[RULES]
