"""Folding keeps every offset, lines quote the text, ids are stable."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.resources import data_text, shipped
from nlp.text import IdMaker, count_han, fold, fold_width, guess_language, guess_script, lines_with_offsets, simplify
from nlp.text import stable_id as id_of
from tests.strategies import texts


@given(texts())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_width(text)) == len(fold(text)) == len(simplify(text)) == len(text)


@given(texts())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts())
def test_folding_acts_on_each_character_alone(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
    assert simplify(text) == "".join(map(simplify, text))


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert fold(text) == fold_width(text) == simplify(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("ＲＭＢ１２．５", "RMB12.5", id="full-width"),
        pytest.param("“net loss”", '"net loss"', id="quotes"),
        pytest.param("3–4 and 3—4 and 3−4", "3-4 and 3-4 and 3-4", id="dashes-and-minus"),
        pytest.param("12.5\u00a0million\u3000元", "12.5 million 元", id="blanks"),
        pytest.param("（约１２％）", "(约12%)", id="brackets"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        pytest.param("營業收入為三億元", "营业收入为三亿元", id="traditional"),
        pytest.param("营业收入为三亿元", "营业收入为三亿元", id="simplified-unchanged"),
        pytest.param("毛利率 margin", "毛利率 margin", id="same-in-both"),
    ],
)
def test_simplify(text: str, simplified: str) -> None:
    assert simplify(text) == simplified


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        pytest.param("Revenue grew.", "en", "none", id="english"),
        pytest.param("營收增長", "zh", "hant", id="traditional"),
        pytest.param("营收增长", "zh", "hans", id="simplified"),
        pytest.param("營收營收增长增长", "zh", "both", id="both-scripts"),
        pytest.param("中文", "zh", "none", id="the-same-in-both-scripts"),
        pytest.param("营收 RMB 12 亿元，同比增长", "zh", "hans", id="latin-unit-inside-chinese"),
        pytest.param("The brand 小熊 opened twelve shops", "en", "none", id="chinese-name-inside-english"),
        pytest.param("价格上升，里程增加，后台稳定", "zh", "hans", id="characters-shared-with-traditional"),
        pytest.param("成本上升", "zh", "none", id="only-shared-characters"),
        pytest.param("12.5%", "en", "none", id="no-letters"),
        pytest.param("", "en", "none", id="empty"),
    ],
)
def test_language_and_script(text: str, language: str, script: str) -> None:
    assert (guess_language(text), guess_script(text)) == (language, script)


@pytest.mark.parametrize(("text", "count"), [("营收12亿", 3), ("revenue", 0), ("𠮷野", 2), ("，。", 0)])
def test_count_han(text: str, count: int) -> None:
    assert count_han(text) == count


@given(texts())
def test_lines_quote_the_text(text: str) -> None:
    lines = list(lines_with_offsets(text))
    assert all(text[start:end] == line for start, end, line in lines)
    assert [line for _, _, line in lines] == text.splitlines()
    assert all(left[1] < right[0] for left, right in pairwise(lines))


@given(texts())
def test_between_lines_stand_only_line_ends(text: str) -> None:
    kept, at = "", 0
    for start, end, _ in lines_with_offsets(text):
        kept += text[at:start]
        at = end
    assert not (kept + text[at:]).strip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")


@given(st.lists(texts(40)), st.lists(texts(40)))
def test_equal_parts_and_only_they_give_equal_ids(left: list[str], right: list[str]) -> None:
    assert (id_of("c", *left) == id_of("c", *right)) == (left == right)


def test_an_id_does_not_change_between_releases() -> None:
    # Accepted findings are kept by users under these ids.
    assert id_of("c", "release.txt", 1, "营收") == "c-ff9c4c0b01a5"


def test_parts_that_join_to_the_same_text_differ() -> None:
    assert id_of("c", "a\x1fb") != id_of("c", "a", "b")
    assert id_of("c", "ab", "c") != id_of("c", "a", "bc")


def test_equal_content_is_told_apart_by_its_ordinal() -> None:
    make, again = IdMaker("p"), IdMaker("p")
    first = [make("Thank you."), make("Thank you."), make("Next."), make("1"), make(1)]
    assert len(set(first)) == 5
    assert first == [again("Thank you."), again("Thank you."), again("Next."), again("1"), again(1)]


def test_ids_can_share_their_first_parts() -> None:
    whole, rest = IdMaker("s"), IdMaker("s", "d-1", 2)
    said = ("We grew.", "增长了", "We grew.")
    assert [rest(words) for words in said] == [whole("d-1", 2, words) for words in said]


def test_the_character_table_maps_each_character_once() -> None:
    *_, hant, hans, _ = data_text("hant_hans.txt").split("\n")
    assert len(hant) == len(hans) == len(set(hant))
    assert len(hant) > 2000
    # 薴 is written 苧 in Simplified, and the other 苧, ramie, is written 苎: the one chain, so folding twice is safe.
    assert set(hans) & set(hant) == {"苧"}


def test_what_is_not_shipped_is_named() -> None:
    assert (shipped("models") / "README.md").is_file()
    with pytest.raises(FileNotFoundError, match=r"corpora/calls/no-such-call is not in .*reinstall"):
        shipped("corpora", "calls", "no-such-call")
