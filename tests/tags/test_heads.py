"""The trained heads: what they say of texts in both languages, and what they promise."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from nlp.encoders import load_encoder
from nlp.encoders.onnx import OnnxEncoder
from nlp.errors import BadInput
from nlp.tags import load_taggers, tag_sentiment, tag_topics
from nlp.tags.fit import Recipe, fit
from nlp.tags.heads import PROBES, Head, load_head, save_head, softmax
from nlp.tags.sentiment import sentiment_tags
from nlp.tags.taggers import Taggers, taggers_named


@pytest.mark.parametrize(
    ("lang", "text", "label"),
    [
        pytest.param(
            "en", "Our net loss narrowed to USD 3 million from USD 9 million.", "positive", id="en-loss-narrowed"
        ),
        pytest.param("en", "Operating costs rose faster than sales and margins shrank.", "negative", id="en-costs"),
        pytest.param("en", "Revenue was 41.2 million dollars.", "neutral", id="en-plain-figure"),
        pytest.param("en", "Could you tell us how many people you plan to hire?", "neutral", id="en-question"),
        pytest.param("en", "These statements involve risks and uncertainties.", "neutral", id="en-duty"),
        pytest.param("en", "The ferry operator won a ten-year contract from the city.", "positive", id="en-contract"),
        pytest.param("zh", "净亏损由九百万元收窄至三百万元。", "positive", id="zh-loss-narrowed"),
        pytest.param("zh", "費用增加得比收入快，毛利率下滑。", "negative", id="zh-hant-costs"),
        pytest.param("zh", "本季度收入为4,120万元。", "neutral", id="zh-plain-figure"),
        pytest.param("zh", "請問今年打算招多少人？", "neutral", id="zh-hant-question"),
        pytest.param("zh", "被立案調查 股價跌停", "negative", id="zh-hant-headline"),
        pytest.param("zh", "中标十年期渡轮运营合同", "positive", id="zh-headline"),
    ],
)
def test_tone(lang: str, text: str, label: str) -> None:
    (tag,) = tag_sentiment([text], lang)
    assert (tag.label, tag.by) == (label, f"model:{load_head('sentiment').id}")


@pytest.mark.parametrize(
    ("lang", "text", "topic"),
    [
        pytest.param("en", "The lawsuit in the district court goes on.", "litigation", id="en-litigation"),
        pytest.param("en", "Thank you, operator, and good evening from Bergen.", "housekeeping", id="en-greeting"),
        pytest.param("en", "Gross margin was 41%, half a point better than last year.", "margin", id="en-margin"),
        pytest.param("en", "We repurchased two million shares.", "capital_liquidity", id="en-buyback"),
        pytest.param("zh", "毛利率为41%，比去年高半个点。", "margin", id="zh-margin"),
        pytest.param("zh", "下一個問題來自林歐。", "housekeeping", id="zh-hant-next"),
        pytest.param("zh", "我们回购了两百万股。", "capital_liquidity", id="zh-buyback"),
    ],
)
def test_topics(lang: str, text: str, topic: str) -> None:
    tags = {tag.label: tag for tag in tag_topics([text], lang)}
    assert topic in tags
    assert all(
        load_head("topics").threshold <= tag.score <= 1 and all(word in text for word in tag.words)
        for tag in tags.values()
    )
    assert {tag.by for tag in tags.values()} <= {"lexicon", f"model:{load_head('topics').id}"}


def test_what_the_words_decided_says_so() -> None:
    """A tag is `by` the word lists where the head would not have given it without them, and then it has words."""
    texts = ["A word on tariffs.", "We also have people in Bergen.", "The hearing is in May.", "Our fee went up."]
    tags = tag_topics(texts, "en")
    assert any(tag.by == "lexicon" for tag in tags)
    assert all(tag.words for tag in tags if tag.by == "lexicon")


_TEXTS = ["Costs increased.", "", "收入增长。", "Costs increased.", "?", "Margins, not costs, fell.\nOr did they?"]


@pytest.mark.parametrize("tag", [pytest.param(tag_sentiment, id="sentiment"), pytest.param(tag_topics, id="topics")])
def test_a_text_is_tagged_alike_alone_and_among_others(tag: object) -> None:
    assert callable(tag)
    together = tag(_TEXTS, "en")
    alone = [row for n, text in enumerate(_TEXTS) for row in tag([text], "en", target_ids=[str(n)])]
    assert list(together) == alone
    assert tag([], "en") == ()


def test_scores_and_labels_keep_to_their_range() -> None:
    tags = tag_sentiment(_TEXTS, "en")
    assert len(tags) == len(_TEXTS)
    assert all(-1 <= tag.score <= 1 and tag.label in ("negative", "neutral", "positive") for tag in tags)


class _Other:
    """An encoder whose vectors are none the heads know."""

    id = "other"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.ones((len(texts), 384), np.float32) / np.float32(384**0.5)


def test_heads_stand_on_their_own_encoder_only() -> None:
    shipped = load_encoder("shipped")
    assert isinstance(shipped, OnnxEncoder)
    head = load_head("sentiment")
    assert head.fits(shipped)
    assert not head.fits(_Other())
    taggers = load_taggers(_Other())
    assert taggers.encoder is not None
    assert taggers.encoder.id == shipped.id == head.encoder
    assert taggers.ids == (shipped.id, head.id, load_head("topics").id)


def test_without_models_nothing_is_loaded() -> None:
    assert taggers_named("none") == Taggers()
    assert taggers_named("none").ids == ()


class _Gloomy:
    """A classifier a user named."""

    id = "path:gloomy@1"

    def classify(self, texts: Sequence[str]) -> list[dict[str, float]]:
        return [{"negative": 0.75, "neutral": 0.0, "positive": 0.25} for _ in texts]


def test_a_named_classifier_goes_before_everything_in_its_language() -> None:
    taggers = Taggers(classifiers={"en": _Gloomy()})
    (english,) = sentiment_tags(["a"], ["Revenue increased."], "en", taggers)
    (chinese,) = sentiment_tags(["b"], ["收入增长。"], "zh", taggers)
    assert (english.label, english.score, english.by) == ("negative", -0.5, "model:path:gloomy@1")
    assert (chinese.label, chinese.by) == ("positive", "lexicon")


def test_a_damaged_head_is_told(tmp_path: Path) -> None:
    head = Head(id="x", classes=("a", "b"), encoder="e", threshold=0.5, weights=np.ones((3, 2)), probes=np.ones((3, 1)))
    save_head(head, tmp_path, about={})
    assert load_head("x", tmp_path).weights.tolist() == head.weights.tolist()
    load_head.cache_clear()
    path = tmp_path / "weights.npz"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(BadInput, match="damaged"):
        load_head("x", tmp_path)


def test_a_fit_finds_what_separates() -> None:
    place = np.linspace(-1, 1, 40)[:, None]
    truth = np.hstack([place < 0, place >= 0]).astype(float)
    still = np.zeros((40, 1))
    weights = fit(place, still, truth, Recipe(penalty=0.01, scale=1.0, single=True))
    found = softmax(np.hstack([place, still]) @ weights[:-1] + weights[-1])
    assert (found.argmax(axis=1) == truth.argmax(axis=1)).all()
    assert weights[1].tolist() == [0.0, 0.0]  # what never changes has no weight


def _script(root: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # the folder travels in the wheel as it is
    monkeypatch.syspath_prepend(str(root / "models" / name))
    sys.modules.pop("train", None)
    return importlib.import_module("train")


_TUNED = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="torch tunes the encoder's last layers")


@pytest.mark.parametrize("name", ["sentiment", pytest.param("topics", marks=_TUNED)])
def test_training_again_gives_the_same_bytes(
    name: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = _script(root, name, monkeypatch)
    rows = script.read_text()
    assert len(rows) >= 2_500 - 200
    encoder = load_encoder("shipped")
    written = []
    for place in ("one", "two"):
        folder = tmp_path / place
        folder.mkdir()
        script.train(rows[::40], encoder, folder)
        written.append(b"".join(path.read_bytes() for path in sorted(folder.iterdir())))
    assert written[0] == written[1]


def test_probes_are_what_the_encoder_gives() -> None:
    vectors = load_encoder("shipped").encode(PROBES)
    for name in ("sentiment", "topics"):
        assert (np.asarray(vectors) * load_head(name).probes).sum(axis=1).min() > 0.99
