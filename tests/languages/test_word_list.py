"""jieba's dictionary looked up in place answers as the table jieba makes of it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.languages.tokenize import _jieba, tokens
from nlp.languages.word_list import WordList

LINES = "ab 3 x\n小b 5 x\n一 9 m\n一个 4 m\n一个人 2 m\n丁 1 n\n丁 6 n\n万元以上 7 n\n".encode()


@pytest.fixture(scope="module")
def as_shipped() -> Any:
    """jieba's tokenizer with the whole table, as jieba makes it."""
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        pytest.param("一个人", {0: [0, 1, 2], 1: [1], 2: [2]}, id="words-in-words"),
        pytest.param("万元以上", {0: [3], 1: [1], 2: [2], 3: [3]}, id="a-beginning-is-no-word"),
        pytest.param("小b", {0: [1], 1: [1]}, id="in-the-unsorted-part"),
        pytest.param("龘\ud800ab", {0: [0], 1: [1], 2: [3], 3: [3]}, id="unknown-and-lone-surrogate"),
    ],
)
def test_words_at(sentence: str, ends: dict[int, list[int]]) -> None:
    assert WordList(LINES, sorted_from=len("ab 3 x\n小b 5 x\n".encode())).words_at(sentence) == ends


def test_a_word_listed_twice_has_its_last_frequency() -> None:
    words = WordList(LINES, sorted_from=0)
    words.words_at("丁")
    assert words.known["丁"] == 6


def test_jieba_is_told_the_same_as_by_its_own_table(as_shipped: Any) -> None:
    ours = _jieba()
    assert ours.total == as_shipped.total
    some = list(as_shipped.FREQ)[::7]
    for word, other in zip(some, reversed(some), strict=True):
        ours.get_DAG(word + other[0])
    assert {piece: count for piece, count in ours.FREQ.items() if count != as_shipped.FREQ.get(piece)} == {}


@given(st.text(alphabet="一二亿万元美中国上市公司的收入增长率江南style吉林工业大学小S大卡拉OK T恤3.5%，。"))
def test_tokens_are_those_of_jieba(as_shipped: Any, text: str) -> None:
    expected = [(s, e) for _, s, e in as_shipped.tokenize(text) if not text[s:e].isspace()]
    assert tokens(text, "zh") == expected


def test_another_dictionary_is_loaded_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    import jieba

    monkeypatch.setattr(jieba.Tokenizer, "get_dict_file", lambda _self: io.BytesIO("收入 9 n\n增长 9 v\n".encode()))
    other = _jieba.__wrapped__()
    assert [word for word, _, _ in other.tokenize("收入增长")] == ["收入", "增长"]
