"""Names that a call says politely."""

from __future__ import annotations

import pytest

from nlp.segment.lines import read_lines
from nlp.segment.mentions import Mentions

SAID = (
    "Thank you, Mr. Orell, and good morning to everybody on the line today.\n\n"
    "I would ask ms Tan and DR. Vale-Lind to take the question on prices.\n\n"
    "Prism. Quill was sold, and Hsu spoke of Mr. Hsueh and of Miss  Brandt in the spring.\n"
)


@pytest.mark.parametrize(
    ("surname", "said"),
    [
        pytest.param("Orell", True, id="mr"),
        pytest.param("TAN", True, id="no-stop-any-case"),
        pytest.param("Vale", True, id="before-a-hyphen"),
        pytest.param("Vale-Lind", True, id="with-a-hyphen"),
        pytest.param("Hsu", False, id="a-longer-name"),
        pytest.param("Quill", False, id="the-end-of-another-word"),
        pytest.param("Brandt", False, id="two-blanks"),
        pytest.param("Lind", False, id="the-end-of-a-name"),
        pytest.param("question", False, id="a-word"),
    ],
)
def test_who_is_called_politely(surname: str, said: bool) -> None:
    assert Mentions(read_lines(SAID)).politely(surname) is said
