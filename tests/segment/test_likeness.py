"""With an encoder answers are linked by what they mean, where no word tells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from nlp.encoders.protocol import Vectors
from nlp.scoring.fit_links import ExchangeText
from nlp.segment import segment
from nlp.segment.likeness import Likeness


class _Topics:
    """An encoder that knows two topics."""

    id = "topics"

    def encode(self, texts: Sequence[str]) -> Vectors:
        about = (("ferry", "boat"), ("roof", "shed"))
        rows = [[1.0, *(5.0 * any(word in text for word in topic) for topic in about)] for text in texts]
        return np.array([[x / sum(v * v for v in row) ** 0.5 for x in row] for row in rows], np.float32)


def test_answers_out_of_turn_are_linked_by_meaning() -> None:
    questions = ("How did the ferry do?", "And how is the roof?")
    answers = ((1, "The shed is dry, and has been for weeks."), (0, "A boat that old needs care, and gets it."))
    document = ExchangeText("en", questions, answers).document
    found = segment(document, encoder=_Topics())
    parts = [part for e in found.exchanges for pair in e.pairs for part in pair.parts]
    said = [[document.text[a.start : a.end] for a in part.answers] for part in parts]
    assert said == [[answers[1][1]], [answers[0][1]]]


def test_likeness_is_told_above_the_mean_of_what_is_asked() -> None:
    text = "ferry roof shed"
    ferry, roof, shed = (0, 5), (6, 10), (11, 15)
    rows = Likeness(_Topics(), text, [ferry, roof, shed, ferry]).between([shed], [ferry, roof])
    assert sum(rows[0]) == pytest.approx(0, abs=1e-6)
    assert rows[0][1] > rows[0][0]
    assert Likeness(_Topics(), text, []).between([], []) == []
