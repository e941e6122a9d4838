"""Patterns compiled when first used answer as compiled ones do."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from nlp.languages.late import late


def test_it_answers_as_the_pattern_does() -> None:
    pattern, plain = late("q([1-4])", re.IGNORECASE), re.compile("q([1-4])", re.IGNORECASE)
    text = "Q1, q2 and Q5"
    assert pattern.findall(text) == plain.findall(text)
    assert [match.span() for match in pattern.finditer(text)] == [match.span() for match in plain.finditer(text)]
    assert pattern.sub("_", text) == plain.sub("_", text)
    assert (pattern.pattern, pattern.flags) == (plain.pattern, plain.flags)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda p: pickle.loads(pickle.dumps(p))])
def test_a_copy_answers_too(again: object) -> None:
    pattern = late("[0-9]+")
    assert pattern.search("in 2031") is not None
    assert again(pattern).fullmatch("2031") is not None  # type: ignore[operator]


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("")
