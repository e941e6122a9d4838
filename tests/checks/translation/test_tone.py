"""T50: tone turned round, by model and word lists alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.checks.translation import check_tone
from nlp.records import Tag
from nlp.tags import load_taggers
from nlp.tags.sentiment import sentiment_tags
from nlp.tags.taggers import taggers_named
from tests.checks.translation.bilingual import a_call

Pair = tuple[float, float]


def _tag(target: str, score: float, *, by: str = "model:m@1", words: tuple[str, ...] = ("w",)) -> Tag:
    label = "positive" if score > 0 else "negative"
    return Tag(target_id=target, kind="sentiment", label=label, score=score, by=by, words=words)


@pytest.mark.parametrize(
    ("scores", "by", "words", "found"),
    [
        pytest.param((0.9, -0.9), "model:m@1", ("w",), 1, id="turned-round"),
        pytest.param((-0.85, 0.85), "model:m@1", ("w",), 1, id="the-other-way"),
        pytest.param((0.9, -0.5), "model:m@1", ("w",), 0, id="not-sure"),
        pytest.param((0.9, 0.9), "model:m@1", ("w",), 0, id="supported"),
        pytest.param((0.9, -0.9), "model:m@1", (), 0, id="no-words-agree"),
        pytest.param((0.9, -0.9), "lexicon", ("w",), 0, id="word-lists-alone"),
    ],
)
def test_only_sure_opposites_are_told(scores: Pair, by: str, words: tuple[str, ...], found: int) -> None:
    evidence = a_call("The harbour had a good half-year.", "港口度过了艰难的半年时光。")
    tags = tuple(_tag(row.id, score, by=by, words=words) for row, score in zip(evidence.sentences, scores, strict=True))
    rows = list(check_tone((), replace(evidence, tags=tags)))
    assert [(row.code, row.verdict, row.severity) for row in rows] == [("T50", "contradicted", "note")] * found
    assert all(len(row.evidence) == 2 for row in rows)


def test_short_and_untagged_sentences_are_left_alone() -> None:
    evidence = a_call("Not bad.", "不好。")
    tags = tuple(_tag(row.id, score) for row, score in zip(evidence.sentences, (0.9, -0.9), strict=True))
    assert list(check_tone((), replace(evidence, tags=tags))) == []
    assert list(check_tone((), evidence)) == []


@pytest.mark.parametrize(
    ("english", "chinese", "codes"),
    [
        pytest.param(
            "Demand remained strong in the second half and margins improved.",
            "下半年需求明顯疲弱，毛利率大幅下滑。", ["T50"], id="turned-round",
        ),
        pytest.param(
            "Demand remained strong in the second half and margins improved.",
            "下半年需求依然强劲，毛利率有所提升。", [], id="kept",
        ),
        pytest.param("The depot stands beside the old canal.", "仓库位于老运河旁边，很容易找到。", [], id="neutral"),
    ],
)  # fmt: skip
def test_what_the_shipped_heads_say(english: str, chinese: str, codes: list[str]) -> None:
    evidence = a_call(english, chinese)
    taggers = taggers_named("shipped")
    tags = [
        tag
        for row in evidence.sentences
        for tag in sentiment_tags([row.id], [evidence.quote(row)], row.language, taggers)
    ]
    assert [row.code for row in check_tone((), replace(evidence, tags=tuple(tags)))] == codes
    assert load_taggers(None).ids == ()
