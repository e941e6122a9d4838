"""Labels of a first or a last name alone, printed in many ways: the call itself says who they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.readers import read
from nlp.segment import segment

from .portal_call import ENGLISH

_PARTICLES = ("van", "der", "de", "la")


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]


def _last(name: str) -> str:
    words = name.removesuffix(" Jr.").split(" ")
    begun = next((i for i, word in enumerate(words) if word in _PARTICLES), len(words) - 1)
    return " ".join(words[begun:])


STYLES: dict[str, tuple[Callable[[str], str], str]] = {
    "last-colon": (_last, "{}: "),
    "last-capitals-colon": (lambda name: _last(name).upper(), "{}: "),
    "first-colon": (_first, "{}: "),
    "last-line": (_last, "{}\n"),
    "last-capitals-line": (lambda name: _last(name).upper(), "{}\n"),
    "first-line": (_first, "{}\n"),
    "last-bracket": (_last, "[{}] "),
    "last-bracket-line": (_last, "[{}]\n"),
    "last-dash": (_last, "{} – "),
    "last-bold": (_last, "**{}:** "),
    "last-tilde": (_last, "{} ~ "),
    "last-arrow": (_last, "▶ {}: "),
}


@pytest.mark.parametrize("name", STYLES)
def test_one_name_alone_is_a_label(name: str) -> None:
    shorten, label = STYLES[name]
    text, starts = "Second quarter call\n\n", []
    for said in ENGLISH:
        text += label.format(said.name if said.role == "operator" else shorten(said.name))
        starts.append(len(text))
        text += "\n\n".join(said.words) + "\n\n"
    turns = segment(read(text.encode(), name="call.txt")).turns
    assert [turn.start for turn in turns] == starts
    assert [turn.role for turn in turns] == [said.role for said in ENGLISH]
    whole = [_last(turn.speaker) == _last(said.name) for turn, said in zip(turns, ENGLISH, strict=True)]
    assert sum(whole) >= 0.9 * len(whole)


RELEASE = """Halvorsen Marine Group reports its second quarter

Outlook: We expect between 2.0 and 2.1 billion.
Europe: Revenue in Northern Europe rose by 9 percent.
Ferries: Two were delivered from our yards.
Outlook: Nothing has changed for Western Europe.
Europe: Orders in Northern Europe fell.
"""
MINUTES = """溪山阀门会议

收入：增长一成。
成本：下降半成。
收入：明年再增长。
成本：持平。
"""


@pytest.mark.parametrize("text", [RELEASE, MINUTES], ids=["en", "zh"])
def test_headings_of_one_word_are_nobody(text: str) -> None:
    assert segment(read(text.encode(), name="release.txt")).turns == ()
