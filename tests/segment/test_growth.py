"""Twice the text, twice the time, in every style; sentences apart, which are spaCy's to cut."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from nlp.readers import read
from nlp.segment import segment
from nlp.segment.label import Label
from nlp.segment.lines import read_lines
from nlp.segment.paragraphs import find_style
from nlp.segment.run_on import split_run_on
from nlp.segment.speakers import Speech, resolve
from nlp.segment.turns import find_layout
from nlp.text import fold
from tests.segment.calls import STYLES


def _seconds(work: Callable[[str], object], text: str) -> float:
    """The best of three, in processor time: other work on the machine counts little."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return best


def _layout(text: str) -> object:
    lines = split_run_on(read_lines(fold(text)))
    return find_layout(text, lines, find_style(lines))


@pytest.mark.parametrize("render", STYLES.values(), ids=STYLES.keys())
def test_speakers_are_found_in_time_that_grows_with_length(render: Callable[[], str]) -> None:
    call = render()
    short, long = _seconds(_layout, call * 30), _seconds(_layout, call * 120)
    assert long < 4 * 2.0 * short + 0.05


@pytest.mark.parametrize("style", ["motley", "factset", "colon", "seeking_with_firms"])
def test_the_whole_stage_grows_with_length(style: str) -> None:
    call = STYLES[style]()

    def whole(text: str) -> object:
        return segment(read(text, name="call.txt"))

    short, long = _seconds(whole, call * 20), _seconds(whole, call * 80)
    assert long < 4 * 2.0 * short + 0.05


@pytest.mark.parametrize("kind", ["person", "analyst", "executive"])
def test_speakers_without_names_are_resolved_in_time_that_grows_with_their_number(kind: str) -> None:
    def resolved(text: str) -> object:
        words = text.split(" ")
        labels = (Label(name=f"{word} {i % 7}", kind=kind, title=f"{word} {i % 7}") for i, word in enumerate(words))
        return resolve([Speech(label=label, words="We will see.") for label in labels], [])

    text = " ".join(["Speaker"] * 1500)
    short, long = _seconds(resolved, text), _seconds(resolved, " ".join([text] * 4))
    assert long < 4 * 2.0 * short + 0.05
