"""What a line offers: numbers by digits, Latin words, concepts, marks."""

from __future__ import annotations

import pytest
from hypothesis import given

from nlp.align.evidence import read_line
from nlp.languages.bilingual import align_rules
from nlp.languages.han_words import han_numbers
from nlp.languages.spaced_words import spoken_numbers, stem
from tests.strategies import texts


def of_kind(text: str, lang: str, *kinds: str) -> set[str]:
    return {name for kind, name in read_line(text, lang).keys if kind in kinds}


@pytest.mark.parametrize(
    ("en", "zh", "digits"),
    [
        pytest.param("$612.9 million", "6.129亿美元", {"6129"}, id="scales-differ"),
        pytest.param("12,500 tons", "1.25万吨", {"125"}, id="thousands"),
        pytest.param("twenty-five stores", "二十五家店", {"25"}, id="numerals"),
        pytest.param("in 2019", "２０１９年", {"2019"}, id="full-width-year"),
        pytest.param("the third quarter", "第三季", {"3"}, id="ordinal"),
        pytest.param("three hundred fifty", "三百五十", {"3", "5"} | {"35"}, id="hundreds"),
    ],
)
def test_numbers_meet(en: str, zh: str, digits: set[str]) -> None:
    ours, theirs = of_kind(en, "en", "number", "small"), of_kind(zh, "zh", "number", "small")
    assert ours | theirs == digits
    assert ours & theirs or len(digits) > 2


@pytest.mark.parametrize(
    ("en", "zh", "concept"),
    [
        pytest.param("(foreign language)", "（外語）", "foreign language", id="cue"),
        pytest.param("[Interpreted]", "【解讀】", "interpreted", id="interpreter"),
        pytest.param("gross margins widened", "毛利率擴大", "gross margin", id="longest-form"),
        pytest.param("She went home", "她去了", "go", id="irregular"),
        pytest.param("our clients", "我们的客户", "customer", id="synonym"),
        pytest.param("year-over-year", "同比", "year-over-year", id="hyphens"),
        pytest.param("R&D", "研发", "research and development", id="ampersand"),
    ],
)
def test_concepts_meet(en: str, zh: str, concept: str) -> None:
    assert concept in of_kind(en, "en", "concept") & of_kind(zh, "zh", "concept")


def test_a_long_form_hides_the_short_one_inside() -> None:
    assert "gross profit" not in of_kind("毛利率", "zh", "concept")


def test_latin_words_left_in_chinese_are_kept() -> None:
    assert {"harrowgate", "b2b"} <= of_kind("Harrowgate 的 B2B 业务", "zh", "latin")


def test_quotes_are_not_apostrophes() -> None:
    assert "quote" in of_kind("'Come in,' she said.", "en", "mark") & of_kind("“进来，”她说。", "zh", "mark")
    assert "quote" not in of_kind("We don't know the firm's plan", "en", "mark")


@pytest.mark.parametrize(
    ("forms", "stems"),
    [
        pytest.param(("increase", "increases", "increased", "increasing"), 1, id="verb"),
        pytest.param(("company", "companies", "company's"), 2, id="noun-with-possessive"),
        pytest.param(("plan", "planned", "planning"), 1, id="doubled"),
        pytest.param(("business", "businesses"), 1, id="double-s"),
        pytest.param(("loss", "lose"), 2, id="different-words"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...], stems: int) -> None:
    assert len({stem(form, {}) for form in forms}) == stems


def test_chinese_numerals() -> None:
    numerals = align_rules("zh").numerals
    said = "一亿二千万、两千零七、十、三十一、二〇一八、百万"
    assert list(han_numbers(said, numerals)) == ["120000000", "2007", "10", "31", "2018"]


def test_english_numerals() -> None:
    numerals = align_rules("en").numerals
    assert list(spoken_numbers("sixty four and ninety and seventh".split(), numerals)) == ["64", "90", "7"]


def test_lexicon_has_both_sides_on_every_line() -> None:
    english, chinese = align_rules("en").forms, align_rules("zh").forms
    named = {concept for concepts in english.values() for concept in concepts}
    assert {concept for concepts in chinese.values() for concept in concepts} == named
    assert max(map(len, chinese)) <= 8  # what the longest-form search looks at


@given(texts())
def test_any_text_has_evidence(text: str) -> None:
    assert all(read_line(text, lang).size >= 1 for lang in ("en", "zh", "fr"))


@pytest.mark.parametrize(
    ("line", "ending"),
    [
        pytest.param("Margins held.", "stop", id="sentence"),
        pytest.param("毛利率持平。」", "stop", id="quotation-closed"),
        pytest.param("There were three reasons:", "stop", id="list-announced"),
        pytest.param("If the rain comes,", "open", id="comma"),
        pytest.param("雨若不来，", "open", id="zh-comma"),
        pytest.param("Underwriting results", "bare", id="heading"),
        pytest.param("承保业绩", "bare", id="zh-heading"),
        pytest.param("（掌声）", "aside", id="zh-aside"),
        pytest.param("[Laughter.]", "aside", id="aside"),
        pytest.param("(a) Rents rose (see note 3).", "stop", id="brackets-within"),
        pytest.param("", "bare", id="nothing"),
    ],
)
def test_how_a_line_ends(line: str, ending: str) -> None:
    assert read_line(line, "en").ending == ending
