"""What the file of patterns holds is what working it out gives, and doing without it changes nothing."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator

import pytest

from nlp.languages import ahead
from nlp.resources import data_bytes
from nlp.scoring.work_ahead import work_out


def _rows(*, of_code: bool) -> Iterator[tuple[str, str, int, object]]:
    for kind, rows in ahead._Rows(data_bytes(ahead.NAME)).by_kind.items():
        for known, row in rows.items() if of_code == (kind == ahead.CODE) else ():
            flags, pattern = known.split(" ", 1)
            yield kind, pattern, int(flags), row


def _as_lists(found: object) -> object:
    return [_as_lists(one) for one in found] if isinstance(found, (tuple, list)) else found


def test_rows_hold_what_working_them_out_gives() -> None:
    wrong = [
        (kind, pattern)
        for kind, pattern, flags, row in _rows(of_code=False)
        if row != _as_lists(work_out(kind, pattern, flags))
    ]
    assert wrong == []


def test_compiled_patterns_are_those_that_python_compiles() -> None:
    wrong = [
        pattern
        for _, pattern, flags, _ in _rows(of_code=True)
        if ahead.compiled(pattern, flags) != re.compile(pattern, flags)
        or ahead.compiled(pattern, flags).groupindex != re.compile(pattern, flags).groupindex
    ]
    assert wrong == []


def test_a_pattern_that_the_file_does_not_hold_is_compiled_as_ever() -> None:
    assert ahead.compiled("never (?P<said>written)", re.IGNORECASE) == re.compile(
        "never (?P<said>written)", re.IGNORECASE
    )


def test_codes_of_another_python_are_left_aside() -> None:
    head, _, codes = zlib.decompress(data_bytes(ahead.NAME)).partition(b"\n")
    other = head.replace(str(ahead.PYTHON[0]).encode(), b"cpython-399", 1)
    found = ahead._Rows(zlib.compress(other + b"\n" + codes)).by_kind
    assert found[ahead.CODE] == {} and found["read"]


_MISSING = """
from nlp import analyze
from nlp.languages import ahead
from nlp.resources import find_sample
sample = find_sample()
analyze(sample["transcript"][0], releases=sample["release"])
held = sum(map(len, ahead._rows().by_kind.values()))
print(len(ahead.asked) / held)
"""


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the file was written by Python 3.11")
def test_a_call_finds_nearly_all_its_patterns() -> None:
    """Where it fails, many patterns have changed: `python -m nlp.scoring.work_ahead`."""
    share = subprocess.run([sys.executable, "-c", _MISSING], capture_output=True, text=True, check=True).stdout
    assert float(share) < 0.1
