"""Topics of sentences in both languages."""

from __future__ import annotations

import pytest

from nlp.errors import BadInput
from nlp.languages.en.tags import TONE as TONE_EN
from nlp.languages.en.topics import TOPICS_EN
from nlp.languages.tag_rules import GROUPS, TOPICS, ToneRules, TopicRules
from nlp.languages.zh.tags import TONE as TONE_ZH
from nlp.languages.zh.topics import TOPICS_ZH
from nlp.tags import tag_topics
from nlp.text import simplify


@pytest.mark.parametrize(
    ("lang", "text", "labels"),
    [
        pytest.param("en", "Gross margin reached 41%.", ["margin"], id="en-margin"),
        pytest.param(
            "en", "We bought back shares under the share repurchase plan.", ["capital_liquidity"], id="en-buyback"
        ),
        pytest.param(
            "en", "Share-based compensation expenses rose.", ["costs", "share_based_compensation"], id="en-two"
        ),
        pytest.param("en", "The lawsuit in the district court goes on.", ["litigation"], id="en-litigation"),
        pytest.param("en", "Our next question comes from Ove Lind.", ["housekeeping"], id="en-housekeeping"),
        pytest.param("en", "Ferries are blue.", [], id="en-none"),
        pytest.param("zh", "毛利率为41%。", ["margin"], id="zh-margin"),
        pytest.param("zh", "股權激勵費用增加。", ["costs", "share_based_compensation"], id="zh-hant-two"),
        pytest.param("zh", "供應鏈短缺。", ["supply"], id="zh-hant-supply"),
        pytest.param("zh", "大模型已经上线。", ["product_technology", "ai"], id="zh-ai"),
        pytest.param("zh", "下一个问题来自林欧。", ["housekeeping"], id="zh-housekeeping"),
        pytest.param("zh", "渡轮是蓝色的。", [], id="zh-none"),
    ],
)
def test_topics(lang: str, text: str, labels: list[str]) -> None:
    tags = tag_topics([text], lang, models="none")
    assert [tag.label for tag in tags] == labels
    assert all(word in text for tag in tags for word in tag.words)


def test_more_terms_score_higher() -> None:
    one, two = tag_topics(["The lawsuit.", "The lawsuit and the arbitration."], "en", models="none")
    assert (one.score, two.score) == (1 / 2, 2 / 3)
    assert two.words == ("lawsuit", "arbitration")


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(BadInput, match="known: en, zh"):
        tag_topics(["a"], "fr")


@pytest.mark.parametrize("rules", [pytest.param(TOPICS_EN, id="en"), pytest.param(TOPICS_ZH, id="zh")])
def test_every_topic_of_the_taxonomy_has_terms(rules: TopicRules) -> None:
    assert tuple(rules.topics) == TOPICS
    assert all(rules.topics.values())


@pytest.mark.parametrize("rules", [pytest.param(TONE_EN, id="en"), pytest.param(TONE_ZH, id="zh")])
def test_no_word_of_tone_contradicts_itself(rules: ToneRules) -> None:
    lists = rules.terms()
    for one, other in (("good", "bad"), ("praise", "blame"), ("up", "down"), ("rise", "fall"), ("gain", "trouble")):
        assert not set(lists[one]) & set(lists[other]), (one, other)


def test_chinese_words_are_written_in_simplified() -> None:
    listed = [*TONE_ZH.terms().values(), *TOPICS_ZH.topics.values()]
    assert [word for group in listed for word in group if simplify(word) != word] == []


def test_every_topic_is_in_one_group_of_the_first_level() -> None:
    assert sorted(GROUPS) == sorted(TOPICS)
    assert len(set(GROUPS.values())) == 6
