"""The words a head knows: one list for both languages, and a row for each text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tags.wording import choose_words, word_features, wording_of


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        pytest.param("en", "Costs fell", {"en cost", "en fell", "en cost fell"}, id="en-pairs-and-endings"),
        pytest.param("en", "1,204.5%", {"en 0", "en %", "en 0 %"}, id="en-number"),
        pytest.param("zh", "毛利率", {"zh 毛利", "zh 利率", "zh 毛利率"}, id="zh-two-and-three"),
        pytest.param("zh", "營收3億", {"zh 营收", "zh 0", "zh 亿"}, id="zh-hant-number"),
        pytest.param("zh", "AI。", {"zh ai"}, id="zh-latin"),
        pytest.param("en", "", set(), id="empty"),
    ],
)
def test_wording(lang: str, text: str, words: set[str]) -> None:
    assert wording_of(text, lang) == words


def test_only_common_words_are_known_and_counted() -> None:
    wordings = [wording_of(text, "en") for text in ("Costs fell", "Costs rose", "Nothing")]
    words = choose_words(wordings, 2)
    assert words == ("en cost",)
    assert word_features(wordings, words).round(3).tolist() == [[0.707], [0.707], [0.0]]
    assert word_features(wordings, ()).shape == (3, 0)


@given(st.lists(st.text()), st.sampled_from(["en", "zh"]))
def test_a_text_has_its_row_whatever_stands_beside_it(texts: list[str], lang: str) -> None:
    wordings = [wording_of(text, lang) for text in texts]
    words = choose_words(wordings, 1)
    rows = word_features(wordings, words)
    assert rows.shape == (len(texts), len(words))
    assert all(np.array_equal(row, word_features([one], words)[0]) for row, one in zip(rows, wordings, strict=True))
