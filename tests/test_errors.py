"""Errors are stable to catch, to pickle and to read."""

from __future__ import annotations

import inspect
import pickle

import pytest

from nlp import errors
from nlp.errors import BadInput, NotATranscript, NotFound, TieoutError

ERRORS: list[type[TieoutError]] = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, TieoutError)
]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_survives_a_process_boundary(kind: type[TieoutError]) -> None:
    copy = pickle.loads(pickle.dumps(kind("call.txt: 没有文字. Give another file.")))
    assert (type(copy), str(copy), copy.code, copy.stage) == (kind, copy.message, kind.code, kind.stage)
    assert copy.message == "call.txt: 没有文字. Give another file."


def test_codes_are_unique() -> None:
    assert len({kind.code for kind in ERRORS}) == len(ERRORS)


@pytest.mark.parametrize(
    ("kind", "builtin"), [(BadInput, ValueError), (NotFound, FileNotFoundError), (NotATranscript, ValueError)]
)
def test_an_error_is_also_the_builtin_a_caller_expects(kind: type[TieoutError], builtin: type[Exception]) -> None:
    with pytest.raises(builtin):
        raise kind("call.txt")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in ERRORS)
