"""Vectors of paragraphs from those of their sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nlp.encoders import Composed
from nlp.encoders.hashing import HashingEncoder
from nlp.encoders.protocol import Vectors

PARTS = {"Sales rose. Costs fell.": ("Sales rose.", "Costs fell."), "Thanks.": ()}


class Counted(HashingEncoder):
    """Remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked.extend(texts)
        return super().encode(texts)


def test_a_text_is_the_mean_of_its_parts_by_bytes() -> None:
    encoder = Counted()
    (whole,) = Composed(encoder, PARTS).encode(["Sales rose. Costs fell."])
    assert encoder.asked == ["Sales rose.", "Costs fell."]
    one, other = HashingEncoder().encode(["Sales rose.", "Costs fell."])
    mean = one * 11 + other * 11
    assert np.allclose(whole, mean / np.linalg.norm(mean), atol=1e-6)


def test_a_text_without_parts_is_encoded_itself() -> None:
    encoder = HashingEncoder()
    assert np.allclose(Composed(encoder, PARTS).encode(["Thanks.", "Hello."]), encoder.encode(["Thanks.", "Hello."]))
    assert Composed(encoder, PARTS).id == encoder.id


def test_nothing_gives_nothing_and_blank_gives_nought() -> None:
    composed = Composed(HashingEncoder(), {" ": (" ",)})
    assert composed.encode([]).shape == (0, HashingEncoder().size)
    assert not composed.encode([" "]).any()


def test_a_vector_does_not_depend_on_its_company() -> None:
    composed = Composed(HashingEncoder(), PARTS)
    alone = composed.encode(["Sales rose. Costs fell."])[0]
    assert (composed.encode(["Hello.", "Thanks.", "Sales rose. Costs fell."])[2] == alone).all()
