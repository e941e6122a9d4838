"""Sentence-classification models of the user's: tiny random ones, saved as transformers saves them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nlp.encoders.classify import TransformerClassifier, load_classifier, read_labels
from nlp.errors import BadInput, NotFound
from nlp.options import Options
from nlp.tags import load_taggers
from nlp.tags.sentiment import sentiment_tags
from nlp.tools import load_tools
from tests.encoders.test_transformer import needs_torch

WORDS = ["[UNK]", "[PAD]", "revenue", "rose", "costs", "fell", "收", "入", "增"]


def a_model(folder: Path, labels: dict[int, str]) -> Path:
    """A random classifier with these labels."""
    import torch
    import transformers
    from tokenizers import Tokenizer, models, pre_tokenizers

    torch.manual_seed(7)
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=64, id2label=labels, label2id={name: n for n, name in labels.items()}, pad_token_id=1,
    )  # fmt: skip
    model = transformers.BertForSequenceClassification(config)
    model.save_pretrained(folder)
    words = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token=WORDS[0]))
    words.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=words, model_max_length=64, unk_token=WORDS[0], pad_token=WORDS[1]
    )
    fast.save_pretrained(folder)
    return folder


@pytest.mark.parametrize(
    ("names", "found"),
    [
        pytest.param(["positive", "negative", "neutral"], ("positive", "negative", "neutral"), id="english"),
        pytest.param(["Bearish", "Neutral", "Bullish"], ("negative", "neutral", "positive"), id="market"),
        pytest.param(["负面", "正面"], ("negative", "positive"), id="chinese-two"),
    ],
)
def test_labels_are_told_by_their_names(names: list[str], found: tuple[str, ...]) -> None:
    assert read_labels(Path("m"), dict(enumerate(names))) == found


@pytest.mark.parametrize("names", [["LABEL_0", "LABEL_1"], ["neutral", "positive"], ["joy", "anger"]])
def test_labels_that_do_not_tell_are_refused(names: list[str]) -> None:
    with pytest.raises(BadInput, match="id2label"):
        read_labels(Path("m"), dict(enumerate(names)))


@pytest.mark.parametrize("name", ["finbert", "path:", "hub:", "ftp:x"])
def test_a_name_of_no_kind_is_told(name: str) -> None:
    with pytest.raises(BadInput, match="path:DIR or hub:NAME@REVISION"):
        load_classifier(name)


def test_a_folder_without_safetensors_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"config\.json is missing"):
        load_classifier(f"path:{tmp_path}")
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "pytorch_model.bin").write_bytes(b"x")
    with pytest.raises(BadInput, match="no safetensors"):
        load_classifier(f"path:{tmp_path}")


@needs_torch
def test_a_named_model_tags_its_language(tmp_path: Path) -> None:
    folder = a_model(tmp_path / "judge", {0: "positive", 1: "negative", 2: "neutral"})
    tools = load_tools(Options(sentiment=(("en", f"path:{folder}"),)))
    taggers = load_taggers(tools.encoder, tools.classifiers)
    texts = ["revenue rose", "", "costs fell " * 100, "revenue rose"]
    tags = sentiment_tags(["a", "b", "c", "d"], texts, "en", taggers)
    assert {tag.by for tag in tags} == {f"model:{tools.classifiers['en'].id}"}
    assert tools.models == (tools.classifiers["en"].id,)
    assert (tags[1].label, tags[1].score) == ("neutral", 0.0)
    assert tags[0].score == tags[3].score
    (chinese,) = sentiment_tags(["z"], ["收入增长。"], "zh", taggers)
    assert chinese.by == "lexicon"


@needs_torch
def test_chances_add_up_and_do_not_depend_on_the_others(tmp_path: Path) -> None:
    judge = TransformerClassifier(a_model(tmp_path / "judge", {0: "负面", 1: "正面"}))
    texts = ["revenue rose", "收 入 增", "costs"]
    together = judge.classify(texts)
    assert together == [judge.classify([text])[0] for text in texts]
    assert all(sum(row.values()) == pytest.approx(1) and row["neutral"] == 0 for row in together)


@needs_torch
def test_a_model_that_asks_to_run_its_own_code_is_refused(tmp_path: Path) -> None:
    folder = a_model(tmp_path / "judge", {0: "positive", 1: "negative"})
    table: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    table |= {"model_type": "own", "auto_map": {"AutoConfig": "own.Config"}}
    (folder / "config.json").write_text(json.dumps(table), encoding="utf-8")
    (folder / "own.py").write_text("raise SystemExit('ran')", encoding="utf-8")
    with pytest.raises(BadInput, match="transformers cannot load it"):
        TransformerClassifier(folder)
