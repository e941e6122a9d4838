"""The public face: sorted, complete, documented, and the same whatever was imported before."""

from __future__ import annotations

import dataclasses
import inspect
import subprocess
import sys
from importlib.metadata import version

import pytest

import nlp
from nlp import errors, records


def test_names_are_sorted_and_unique() -> None:
    assert list(nlp.__all__) == sorted(set(nlp.__all__))


@pytest.mark.parametrize("name", nlp.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    value = getattr(nlp, name)
    assert callable(value)
    assert inspect.getdoc(value)


def test_every_record_and_every_error_is_public() -> None:
    rows = {name for name, value in vars(records).items() if dataclasses.is_dataclass(value)}
    raised = {name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, Exception)}
    assert rows | raised <= set(nlp.__all__)


def test_dir_lists_them() -> None:
    assert set(nlp.__all__) <= set(dir(nlp))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'nlp' has no attribute 'alignn'"):
        _ = nlp.alignn  # type: ignore[attr-defined] # that is the point


@pytest.mark.parametrize("before", ["", "import nlp.align, nlp.segment; ", "from nlp.align import align; "])
def test_align_and_segment_are_functions_whatever_ran_before(before: str) -> None:
    code = f"{before}from nlp import align, segment; assert callable(align) and callable(segment)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_version_is_the_distributions() -> None:
    assert nlp.__version__ == version("tieout")
