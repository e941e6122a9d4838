"""Models named by the user: what a folder says of itself, the exported folder, and transformers running it."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nlp.encoders import load_encoder
from nlp.encoders.export import export
from nlp.encoders.onnx import OnnxEncoder
from nlp.encoders.transformer import Recipe, TransformerEncoder, read_recipe
from nlp.encoders.weights import Weights, open_folder
from nlp.errors import BadInput
from nlp.tags import load_taggers
from nlp.tags.sentiment import sentiment_tags
from nlp.tags.taggers import taggers_named
from tests.encoders.test_onnx import SAID

_MISSING = [name for name in ("torch", "transformers") if importlib.util.find_spec(name) is None]
needs_torch = pytest.mark.skipif(
    bool(_MISSING), reason=f"{' and '.join(_MISSING)} not installed (extra `transformers`)"
)
TEXTS = [text for pair in SAID for text in pair]
POOLING = "sentence_transformers.models.Pooling"


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The shipped encoder as a BertModel folder; removed at the end, it is 160 MB."""
    folder = tmp_path_factory.mktemp("exported") / "model"
    export(folder)
    yield folder
    shutil.rmtree(folder)


def write(folder: Path, **tables: Any) -> Path:
    """A folder with JSON files; `__` in a name stands for a folder's slash."""
    for name, table in tables.items():
        path = folder / (name.replace("__", "/") + ".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(table), encoding="utf-8")
    return folder


def modules(*kinds: str) -> list[dict[str, str]]:
    return [{"type": f"sentence_transformers.models.{kind}", "path": f"{n}_{kind}"} for n, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("tables", "pooling"),
    [
        pytest.param({}, "mean", id="says-nothing"),
        pytest.param({"1_Pooling__config": {"pooling_mode_cls_token": True}}, "cls", id="cls-without-modules"),
        pytest.param(
            {"modules": modules("Transformer", "Pooling"), "1_Pooling__config": {"pooling_mode_mean_tokens": True}},
            "mean",
            id="mean",
        ),
        pytest.param(
            {
                "modules": modules("Transformer", "Pooling", "Normalize"),
                "1_Pooling__config": {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False},
            },
            "cls",
            id="cls",
        ),
        pytest.param({"1_Pooling__config": {"pooling_mode": "cls"}}, "cls", id="newer-form"),
    ],
)
def test_pooling_is_the_models_own(tables: dict[str, Any], pooling: str, tmp_path: Path) -> None:
    assert read_recipe(write(tmp_path, **tables)).pooling == pooling


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        pytest.param({"1_Pooling__config": {"pooling_mode_max_tokens": True}}, "pooling 'pooling_mode_max", id="max"),
        pytest.param(
            {"1_Pooling__config": {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True}},
            "pooling 'cls.mean'",
            id="two-joined",
        ),
        pytest.param({"modules": modules("Transformer", "Pooling", "Dense")}, "step 'Dense'", id="dense"),
    ],
)
def test_what_would_give_other_vectors_is_refused(tables: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=said):
        read_recipe(write(tmp_path, **tables))


@pytest.mark.parametrize(
    ("table", "card", "prefix"),
    [
        pytest.param(None, None, "", id="says-nothing"),
        pytest.param({"prompts": {"query": "find: "}}, None, "find: ", id="prompt"),
        pytest.param(
            {"prompts": {"query": "find: ", "same": "like: "}, "default_prompt_name": "same"},
            None,
            "like: ",
            id="default",
        ),
        pytest.param({"prompts": {"query": ""}}, 'Begin inputs with "query: " or "passage: ".', "query: ", id="card"),
        pytest.param(None, "A query: the thing asked.", "", id="card-uses-the-word"),
    ],
)
def test_prefix_is_the_models_own(table: Any, card: str | None, prefix: str, tmp_path: Path) -> None:
    if table is not None:
        write(tmp_path, config_sentence_transformers=table)
    if card is not None:
        (tmp_path / "README.md").write_text(card, encoding="utf-8")
    assert read_recipe(tmp_path).prefix == prefix


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[", encoding="utf-8")
    with pytest.raises(BadInput, match=r"modules\.json: not valid JSON"):
        read_recipe(tmp_path)


def test_the_exported_folder_says_what_the_shipped_one_does(exported: Path) -> None:
    assert read_recipe(exported) == Recipe(pooling="mean", prefix="query: ")
    assert "Intfloat" in (exported / "LICENSE.txt").read_text(encoding="utf-8")
    bert = json.loads((exported / "config.json").read_text(encoding="utf-8"))
    assert (bert["model_type"], bert["hidden_size"], bert["num_hidden_layers"]) == ("bert", 384, 12)


def test_nothing_is_rounded_in_the_export(exported: Path) -> None:
    ours, theirs = Weights(open_folder()[0] / "weights.safetensors"), Weights(exported / "model.safetensors")
    assert np.array_equal(theirs.read("encoder.layer.11.intermediate.dense.weight"), ours.read("l11.fi.w"))
    assert np.array_equal(theirs.read("embeddings.word_embeddings.weight"), ours.read("emb.word"))
    assert np.array_equal(theirs.read("encoder.layer.0.output.LayerNorm.bias"), ours.read("l0.oln.b"))


def test_export_writes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="not empty"):
        export(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.skipif("torch" not in _MISSING, reason="torch is installed")
def test_without_torch_the_error_says_how_to_get_it(exported: Path) -> None:
    with pytest.raises(BadInput, match=r"pip install 'tieout\[transformers\]'"):
        load_encoder(f"path:{exported}")


@pytest.fixture(scope="session")
def transformer(exported: Path) -> TransformerEncoder:
    return TransformerEncoder(exported, device="cpu")


@needs_torch
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_both_paths_give_the_same_vectors(transformer: TransformerEncoder, shipped_encoder: OnnxEncoder) -> None:
    long = "Revenue rose in all regions. " * 120
    cosines = (transformer.encode([*TEXTS, long]) * shipped_encoder.encode([*TEXTS, long])).sum(axis=1)
    assert cosines.mean() >= 0.99
    assert cosines.min() >= 0.98


@needs_torch
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_vector_of_transformers_never_depends_on_its_batch(transformer: TransformerEncoder, exported: Path) -> None:
    other = TransformerEncoder(exported, device="cpu")
    alone = np.concatenate([other.encode([text]) for text in TEXTS[::-1]])[::-1]
    assert np.array_equal(transformer.encode(TEXTS), alone)


@needs_torch
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_named_folder_has_an_id_of_its_weights(transformer: TransformerEncoder, exported: Path) -> None:
    assert transformer.id == load_encoder(f"path:{exported}").id
    assert transformer.id.startswith("path:model@")
    assert not transformer.encode([""]).any()


@needs_torch
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_folder_transformers_cannot_read_is_bad_input(exported: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(exported, tmp_path / "broken", ignore=shutil.ignore_patterns("model.safetensors"))
    (folder / "model.safetensors").write_bytes(b"not tensors")
    with pytest.raises(BadInput, match="transformers cannot load it"):
        TransformerEncoder(folder)


@needs_torch
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_models_own_code_is_never_run(exported: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(exported, tmp_path / "own", ignore=shutil.ignore_patterns("model.safetensors"))
    (folder / "model.safetensors").symlink_to(exported / "model.safetensors")
    (folder / "own.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8")
    table = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    table |= {"model_type": "own", "auto_map": {"AutoConfig": "own.Own", "AutoModel": "own.Model"}}
    write(folder, config=table)
    with pytest.raises(BadInput, match="transformers cannot load it"):
        TransformerEncoder(folder)
    assert not (tmp_path / "ran").exists()


@needs_torch
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_hub_that_cannot_be_reached_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(BadInput, match=r"hub:nobody-here/nothing: cannot be fetched .* or give path:DIR"):
        load_encoder("hub:nobody-here/nothing@0123456")


@needs_torch
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_heads_stand_on_the_exported_folder_too(exported: Path) -> None:
    """The same tags on both paths: the folder is told by its vectors, not by its name."""
    encoder = load_encoder(f"path:{exported}")
    ours, theirs = taggers_named("shipped"), load_taggers(encoder)
    assert theirs.encoder is encoder
    one, other = (sentiment_tags([str(n) for n in range(len(TEXTS))], TEXTS, "en", row) for row in (ours, theirs))
    assert sum(a.label == b.label for a, b in zip(one, other, strict=True)) >= len(TEXTS) - 1
    assert max(abs(a.score - b.score) for a, b in zip(one, other, strict=True)) < 0.25
