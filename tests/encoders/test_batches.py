"""What all encoders with a model share, with a model that is seen through: a vector counts a window's tokens."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.encoders.batches import MOST_CHARS, Cache, Ids, encode_with
from nlp.encoders.protocol import Vectors
from tests.strategies import texts

SIZE = 8


class Counting:
    """One token a character; start, prefix and end token are 0. `batches` keeps the shapes that were run."""

    size, parts, head, window, batch_tokens = SIZE, 1, 2, 10, 24

    def __init__(self) -> None:
        self.batches: list[tuple[int, int]] = []

    def to_ids(self, text: str) -> list[int]:
        text.encode("utf-8")  # as a tokenizer would, raises for a lone surrogate
        return [0, 0, *(1 + ord(character) % (SIZE - 1) for character in text), 0]

    def pool(self, ids: Ids) -> Vectors:
        self.batches.append((ids.shape[0], ids.shape[1]))
        counts = [np.bincount(row, minlength=SIZE) / len(row) for row in ids]
        return np.array(counts, np.float32)


def encode(*given_texts: str) -> Vectors:
    return encode_with(Counting(), given_texts, Cache())


def test_rows_come_in_the_order_of_the_texts() -> None:
    vectors = encode("营收增长", "b", "毛利率", "b")
    for row, text in zip(vectors, ("营收增长", "b", "毛利率", "b"), strict=True):
        assert np.array_equal(row, encode(text)[0])


def test_a_text_is_run_once_and_then_taken_from_the_cache() -> None:
    model, cache = Counting(), Cache()
    first = encode_with(model, ["same", "same", "same"], cache)
    assert model.batches == [(1, 7)]
    assert np.array_equal(encode_with(model, ["same"], cache)[0], first[2])
    assert model.batches == [(1, 7)]


def test_a_batch_has_one_length_and_a_bound() -> None:
    model = Counting()
    encode_with(model, ["abcd", "x", "efgh", "ijkl", "mnop", "y"], Cache())
    assert model.batches == [(2, 4), (3, 7), (1, 7)]  # 24 tokens hold three texts of 7


def test_a_long_text_is_cut_into_windows_that_all_count() -> None:
    model = Counting()
    vector = encode_with(model, ["ab" * 10], Cache())[0]  # 20 tokens, 7 a window beside head and end
    assert model.batches == [(1, 9), (2, 10)]
    raw = np.bincount([0] * 9 + [1 + ord("a") % 7] * 10 + [1 + ord("b") % 7] * 10, minlength=SIZE)
    assert vector == pytest.approx(raw / np.linalg.norm(raw), abs=1e-6)


def test_work_on_one_text_has_an_end() -> None:
    model = Counting()
    encode_with(model, ["a" * 1_000_000], Cache())
    assert sum(rows for rows, _ in model.batches) == 8
    assert np.array_equal(encode("é" * MOST_CHARS), encode("é" * MOST_CHARS + "tail"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t", id="ascii-blanks"),
        pytest.param("\u3000\u00a0", id="wide-blanks"),
    ],
)
def test_a_blank_text_is_zero(text: str) -> None:
    vectors = encode("words", text)
    assert not vectors[1].any()
    assert vectors[0].any()


def test_a_lone_surrogate_is_no_error() -> None:
    assert np.array_equal(encode("营\ud800收"), encode("营?收"))


def test_no_texts_give_no_rows() -> None:
    assert encode().shape == (0, SIZE)


def test_the_cache_drops_what_was_not_used_for_longest() -> None:
    cache = Cache(2)
    for key in ("a", "b"):
        cache.keep(key, np.zeros(1, np.float32))
    assert cache.take("a") is not None
    cache.keep("c", np.zeros(1, np.float32))
    assert len(cache) == 2
    assert cache.take("b") is None
    assert cache.take("a") is not None


def test_a_cache_smaller_than_a_call_is_no_error() -> None:
    assert np.array_equal(encode_with(Counting(), ["a", "b", "c"], Cache(1)), encode("a", "b", "c"))


@given(st.lists(texts(60), max_size=8))
def test_a_vector_never_depends_on_its_batch(batch: list[str]) -> None:
    together = encode(*batch)
    assert all(np.array_equal(row, encode(text)[0]) for row, text in zip(together, batch, strict=True))
    lengths = np.linalg.norm(together, axis=1)
    assert all(
        abs(length - 1) < 1e-5 if text.strip() else length == 0 for length, text in zip(lengths, batch, strict=True)
    )
