"""Patterns compiled when first used answer as compiled ones do."""

from __future__ import annotations

import copy
import gc
import importlib
import pickle
import pkgutil
import re

import pytest

import nlp
from nlp.languages import late as module
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


def test_no_pattern_of_the_package_is_wrong() -> None:
    parts = ("languages", "amounts", "segment", "align", "claims", "checks", "tags", "readers", "report")
    for found in pkgutil.walk_packages(nlp.__path__, "nlp."):
        if found.name.split(".")[1] in parts:
            importlib.import_module(found.name)
    gc.unfreeze()  # a command has frozen what it found, and frozen objects are not listed
    patterns = [row for row in gc.get_objects() if type(row) is module._Late]
    assert len(patterns) > 500
    for row in patterns:
        if row._source != "(":  # a test's own
            re.compile(row._source, row._flags)
