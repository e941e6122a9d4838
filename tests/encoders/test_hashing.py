"""The encoder without weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from nlp.encoders.hashing import HashingEncoder
from tests.strategies import texts


def likeness(one: str, other: str, **options: bool) -> float:
    vectors = HashingEncoder(1024, **options).encode([one, other])
    return float(vectors[0] @ vectors[1])


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        pytest.param("Revenue was $612.9 million", "营收为6.129亿美元", id="number-and-term"),
        pytest.param("Harrowgate's B2B business", "Harrowgate 的 B2B 業務", id="latin-words"),
        pytest.param("twenty-five stores", "二十五家门店", id="numerals"),
    ],
)
def test_translations_are_nearer_than_strangers(en: str, zh: str) -> None:
    assert likeness(en, zh) > 0.3 > likeness(en, "董事会宣布派发股息") + 0.1


def test_without_lexicon_only_numbers_and_latin_words_count() -> None:
    assert likeness("gross margin", "毛利率", lexicon=False) == pytest.approx(0.0)
    assert likeness("gross margin", "毛利率") == pytest.approx(1.0, abs=0.5)


def test_a_text_that_says_nothing_is_zero() -> None:
    assert not HashingEncoder().encode(["", "…"]).any()
    assert HashingEncoder().encode([]).shape == (0, 512)


def test_id_names_the_options() -> None:
    assert len({HashingEncoder().id, HashingEncoder(64).id, HashingEncoder(lexicon=False).id}) == 3


@given(texts(), texts())
def test_a_vector_never_depends_on_its_batch(one: str, other: str) -> None:
    encoder = HashingEncoder(64)
    both = encoder.encode([one, other])
    assert np.array_equal(both[:1], encoder.encode([one]))
    assert np.array_equal(both[1:], encoder.encode([other]))
