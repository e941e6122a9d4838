"""Sentences, words and terms in both languages."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.languages import tokenize
from nlp.languages.tokenize import TermMatcher, split_sentences, tokens


@pytest.mark.parametrize(
    ("text", "lang", "sentences"),
    [
        pytest.param("Sales rose 3.7%. We hired.", "en", ["Sales rose 3.7%.", "We hired."], id="decimal"),
        pytest.param("We sell in the U.S. We also ship.", "en", ["We sell in the U.S.", "We also ship."], id="us-end"),
        pytest.param("The U.S. Treasury paid.", "en", ["The U.S. Treasury paid."], id="us-inside"),
        pytest.param("Mr. Dorn of Velt Inc. spoke.", "en", ["Mr. Dorn of Velt Inc. spoke."], id="titles-firms"),
        pytest.param("See No. 8 there. See No. Next.", "en", ["See No. 8 there.", "See No.", "Next."], id="number"),
        pytest.param('He said "we won." Then left.', "en", ['He said "we won."', "Then left."], id="quote"),
        pytest.param("Good (it rose.) Next one.", "en", ["Good (it rose.)", "Next one."], id="bracket"),
        pytest.param("Why so? and how much?", "en", ["Why so?", "and how much?"], id="two-questions"),
        pytest.param('"Why?" she asked. Fine.', "en", ['"Why?" she asked.', "Fine."], id="quoted-question"),
        pytest.param("1. Explain it. 2. Revise.", "en", ["1. Explain it.", "2. Revise."], id="list-numbers"),
        pytest.param("J. Dorn came. Plan B. We left.", "en", ["J. Dorn came.", "Plan B.", "We left."], id="initials"),
        pytest.param("up in May.The rest fell.", "en", ["up in May.", "The rest fell."], id="glued"),
        pytest.param("One\nline wraps.\n\nTwo", "en", ["One\nline wraps.", "Two"], id="wrap-and-empty-line"),
        pytest.param("收入为7.5亿元。 2031年更好。", "zh", ["收入为7.5亿元。", "2031年更好。"], id="zh-blank-year"),
        pytest.param("他说：“很好。”然后走了！", "zh", ["他说：“很好。”", "然后走了！"], id="zh-quote"),
        pytest.param("增长3。5%。好？", "zh", ["增长3。5%。", "好？"], id="zh-stop-as-point"),
        pytest.param("甲增；乙减（丙；丁）。", "zh", ["甲增；", "乙减（丙；丁）。"], id="zh-semicolon"),
        pytest.param("占四分之一.目前,银行业好", "zh", ["占四分之一.", "目前,银行业好"], id="zh-ascii-stop"),
        pytest.param("1.目前增长6.5%.其次下降", "zh", ["1.目前增长6.5%.", "其次下降"], id="zh-list-number"),
        pytest.param("營收增加。毛利減少。", "zh", ["營收增加。", "毛利減少。"], id="hant"),
        pytest.param("", "en", [], id="empty"),
        pytest.param(" \n\n ", "zh", [], id="blank"),
    ],
)
def test_split_sentences(text: str, lang: str, sentences: list[str]) -> None:
    assert [text[s:e] for s, e in split_sentences(text, lang)] == sentences


@settings(deadline=None)  # the first text loads the tokenizer
@given(st.text(alphabet='aB 1.。？"”；)U.S\n\t　é中'), st.sampled_from(["en", "zh"]))
def test_sentences_hold_everything_in_order(text: str, lang: str) -> None:
    ranges = split_sentences(text, lang)
    kept = "".join(text[s:e] for s, e in ranges)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a < b for a, b in ranges) and all(x[1] <= y[0] for x, y in pairwise(ranges))
    assert all(text[s:e] == text[s:e].strip() for s, e in ranges)


RUNS = "us id Im Ok GAAP US 2031 12 5% 12.5% 1,200% profit We lind U.S Mr No Co e.g (so) 'we X 3".split()


@settings(deadline=None)  # the first text loads the tokenizer
@given(st.lists(st.tuples(st.sampled_from(RUNS), st.sampled_from([".", "?", "!", "", ","]), st.sampled_from(" \n"))))
def test_a_plain_end_is_where_the_words_of_the_tokenizer_end(pieces: list[tuple[str, str, str]]) -> None:
    text = "".join(map("".join, pieces))
    quick = split_sentences(text, "en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokenize, "_is_plain_end", lambda *_: False)
        assert split_sentences(text, "en") == quick


@settings(deadline=None)  # the first text loads the tokenizer
@given(st.text(), st.sampled_from(["en", "zh"]))
def test_tokens_are_places_in_order(text: str, lang: str) -> None:
    ranges = tokens(text, lang)
    assert all(x[1] <= y[0] for x, y in pairwise(ranges))
    assert all(text[s:e].strip() for s, e in ranges)


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        pytest.param("Net sales rose.", "en", ["Net", "sales", "rose", "."], id="en"),
        pytest.param("毛利率上升", "zh", ["毛利率", "上升"], id="zh"),
        pytest.param("營業收入", "zh", ["營業", "收入"], id="hant-as-simplified"),
    ],
)
def test_tokens(text: str, lang: str, words: list[str]) -> None:
    assert [text[s:e] for s, e in tokens(text, lang)] == words


TERMS_EN = {"gp": ["gross profit"], "gpm": ["gross profit margin", "GPM"], "yoy": ["year-over-year"]}
TERMS_ZH = {"rev": ["营收", "收入"], "gm": ["毛利率"], "cc": ["CC"], "up": ["增长"], "sales": ["收入"]}


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        pytest.param("Gross\n   profit margin", "en", [(0, 22, "gpm")], id="longest-over-line-break"),
        pytest.param("gpm, year‑over‑year", "en", [(0, 3, "gpm"), (5, 19, "yoy")], id="case-and-hyphens"),
        pytest.param("gross profitability", "en", [], id="whole-words-only"),
        pytest.param("營收與毛利率", "zh", [(0, 2, "rev"), (3, 6, "gm")], id="hant"),
        pytest.param("收入高", "zh", [(0, 2, "rev"), (0, 2, "sales")], id="two-labels"),
        pytest.param("CCA、CC业务", "zh", [(4, 6, "cc")], id="latin-term-alone"),
        pytest.param("负增长", "zh", [], id="inside-a-longer-word-means-something-else"),
    ],
)
def test_terms(text: str, lang: str, found: list[tuple[int, int, str]]) -> None:
    assert TermMatcher(TERMS_EN if lang == "en" else TERMS_ZH, lang).find(text) == found


def test_short_chinese_term_needs_word_edges() -> None:
    assert TermMatcher({"x": ["利上"]}, "zh").find("毛利上升") == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_endless_runs_take_linear_time(lang: str) -> None:
    split_sentences("warm. up", lang)
    start = time.process_time()
    split_sentences("(" * 200_000 + ".。" * 20_000, lang)
    assert time.process_time() - start < 5
