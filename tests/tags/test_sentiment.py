"""What people say of numbers and whether it is good news, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import BadInput
from nlp.records import Tag
from nlp.tags import tag_sentiment


def by_words(texts: list[str], lang: str) -> tuple[Tag, ...]:
    return tag_sentiment(texts, lang, models="none")


@pytest.mark.parametrize(
    ("lang", "text", "label", "words"),
    [
        pytest.param(
            "en", "Our net loss narrowed to USD 3 million.", "positive", ("net loss narrowed",), id="en-loss-narrowed"
        ),
        pytest.param(
            "en", "The gross margin narrowed.", "negative", ("gross margin narrowed",), id="en-margin-narrowed"
        ),
        pytest.param(
            "en", "Net loss widened to USD 3 million.", "negative", ("Net loss widened",), id="en-loss-widened"
        ),
        pytest.param(
            "en", "Operating costs increased by 12%.", "negative", ("costs increased",), id="en-costs-increased"
        ),
        pytest.param("en", "Revenue increased by 12%.", "positive", ("Revenue increased",), id="en-revenue-increased"),
        pytest.param(
            "en", "Ferry sales were 4.1 million, up 2%.", "positive", ("sales up",), id="en-quantity-before-comma"
        ),
        pytest.param("en", "We saw an increase in churn.", "negative", ("increase churn",), id="en-increase-in"),
        pytest.param("en", "The team reduced overheads.", "positive", ("reduced overheads",), id="en-object-behind"),
        pytest.param("en", "Revenue growth slowed.", "negative", ("Revenue growth slowed",), id="en-two-directions"),
        pytest.param("en", "Demand was not strong.", "negative", ("strong",), id="en-negation"),
        pytest.param("en", "We are not only early.", "neutral", (), id="en-not-only"),
        pytest.param("en", "The ferry leaves at noon.", "neutral", (), id="en-neutral"),
        pytest.param("en", "Strong risks and uncertainties apply.", "neutral", (), id="en-duty-phrase"),
        pytest.param("zh", "亏损收窄至3百万元。", "positive", ("亏损收窄",), id="zh-loss-narrowed"),
        pytest.param("zh", "費用增加12%。", "negative", ("費用增加",), id="zh-hant-costs-increased"),
        pytest.param("zh", "營收年增12%。", "positive", ("營收年增",), id="zh-hant-revenue-up"),
        pytest.param("zh", "毛利率下降两个百分点。", "negative", ("毛利率下降",), id="zh-margin-down"),
        pytest.param("zh", "收入为2亿元，同比增长9%。", "positive", ("收入同比增长",), id="zh-quantity-before-comma"),
        pytest.param("zh", "我们减少了费用。", "positive", ("减少费用",), id="zh-object-behind"),
        pytest.param("zh", "净亏损扩大。", "negative", ("净亏损扩大",), id="zh-loss-widened"),
        pytest.param("zh", "增长放缓。", "negative", ("增长放缓",), id="zh-two-directions"),
        pytest.param("zh", "降幅收窄。", "positive", ("降幅收窄",), id="zh-decline-narrowed"),
        pytest.param("zh", "会议在中午。", "neutral", (), id="zh-neutral"),
    ],
)
def test_tone(lang: str, text: str, label: str, words: tuple[str, ...]) -> None:
    (tag,) = by_words([text], lang)
    assert (tag.label, tag.words) == (label, words)
    assert (tag.kind, tag.by) == ("sentiment", "lexicon")


@pytest.mark.parametrize(
    ("sure", "unsure", "lang"),
    [
        pytest.param("Sales will increase.", "Sales may increase.", "en", id="en"),
        pytest.param("收入会增长。", "收入可能增长。", "zh", id="zh"),
    ],
)
def test_a_hedge_weakens(sure: str, unsure: str, lang: str) -> None:
    strong, weak = by_words([sure, unsure], lang)
    assert strong.score > weak.score > 0


def test_each_text_has_one_tag_named_by_its_id_or_its_number() -> None:
    assert [t.target_id for t in tag_sentiment(["a", "", "b"], "en", models="none")] == ["0", "1", "2"]
    assert [t.target_id for t in tag_sentiment(["a", "b"], "zh", target_ids=["x", "y"])] == ["x", "y"]
    assert tag_sentiment([], "en") == ()


@pytest.mark.parametrize(
    ("texts", "lang", "ids", "told"),
    [
        pytest.param(["a"], "fr", None, "known: en, zh", id="unknown-language"),
        pytest.param(["a"], "en", ["x", "y"], "1 texts and 2 target_ids", id="ids-do-not-fit"),
        pytest.param("Costs rose.", "en", None, "a list", id="one-str"),
    ],
)
def test_wrong_arguments_are_told(texts: list[str], lang: str, ids: list[str] | None, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        tag_sentiment(texts, lang, target_ids=ids)


_PIECES = st.lists(
    st.sampled_from(
        [
            "costs",
            "increased",
            "not",
            " ",
            ",",
            ".",
            "\n",
            "亏损",
            "收窄",
            "不",
            "，",
            "。",
            "\u241e",
            "5%",
            "margin",
            "x",
        ]
    ),
    max_size=14,
).map("".join)


@given(st.lists(_PIECES, max_size=5), st.sampled_from(["en", "zh"]))
def test_a_text_is_tagged_alike_alone_and_among_others(texts: list[str], lang: str) -> None:
    together = by_words(texts, lang)
    alone = [tag_sentiment([text], lang, target_ids=[str(n)], models="none")[0] for n, text in enumerate(texts)]
    assert list(together) == alone


@given(st.text(max_size=80), st.sampled_from(["en", "zh"]))
def test_scores_keep_to_their_range_and_labels_to_their_scores(text: str, lang: str) -> None:
    (tag,) = by_words([text], lang)
    assert -1 < tag.score < 1
    assert (tag.label == "positive") == (tag.score >= 0.15) and (tag.label == "negative") == (tag.score <= -0.15)
    assert all(word for word in tag.words)
