"""Writes the shipped encoder as an ordinary model folder, for transformers and sentence-transformers."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .weights import Config, Weights, open_folder

# How the parts of a layer are called in the shipped file and in a BertModel.
_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_TABLES = {"word": "word_embeddings", "pos": "position_embeddings", "type": "token_type_embeddings"}
_SPECIAL = {"bos": "<s>", "eos": "</s>", "cls": "<s>", "sep": "</s>", "unk": "<unk>", "pad": "<pad>", "mask": "<mask>"}


def export(folder: Path, *, source: Path | None = None) -> None:
    """Write the shipped encoder (or that of `source`) into `folder` as a `BertModel` in float32, about 160 MB.

    Pooling and prefix go into the files that sentence-transformers reads. The 4-bit weights are undone, nothing is
    rounded. Raises FileExistsError when `folder` is not empty, BadInput when the shipped files are damaged.
    """
    source, config = open_folder(source)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder}: not empty. Give a new folder.")
    for name in ("tokenizer.json", "LICENSE.txt"):
        shutil.copyfile(source / name, folder / name)
    for name, table in _tables(config).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    _write_tensors(folder / "model.safetensors", Weights(source / "weights.safetensors"), config)


def _tables(config: Config) -> dict[str, Any]:
    steps = ("Transformer", ""), ("Pooling", "1_Pooling"), ("Normalize", "2_Normalize")
    modules = [
        {"idx": number, "name": str(number), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for number, (kind, path) in enumerate(steps)
    ]
    return {
        "config.json": _bert(config),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": config.positions,
            "clean_up_tokenization_spaces": False,
            **{f"{name}_token": token for name, token in _SPECIAL.items()},
        },
        "modules.json": modules,
        "1_Pooling/config.json": {"word_embedding_dimension": config.hidden, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {
            "prompts": {"query": config.prefix},
            "default_prompt_name": "query",
            "similarity_fn_name": "cosine",
        },
    }


def _bert(config: Config) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "vocab_size": config.pieces,
        "hidden_size": config.hidden,
        "num_hidden_layers": config.layers,
        "num_attention_heads": config.heads,
        "intermediate_size": config.inner,
        "max_position_embeddings": config.positions,
        "type_vocab_size": config.types,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "bos_token_id": 0,
        "pad_token_id": 1,
        "eos_token_id": 2,
        "dtype": "float32",
    }


def _named(config: Config) -> Iterator[tuple[str, str]]:
    """The name of each tensor in a BertModel, with its name in the shipped file."""
    yield from ((f"embeddings.{theirs}.weight", f"emb.{ours}") for ours, theirs in _TABLES.items())
    places = [("embeddings.LayerNorm", "emb.ln")]
    for layer in range(config.layers):
        places += [(f"encoder.layer.{layer}.{theirs}", f"l{layer}.{ours}") for ours, theirs in _PARTS.items()]
    for theirs, ours in places:
        yield from ((f"{theirs}.weight", f"{ours}.w"), (f"{theirs}.bias", f"{ours}.b"))


def _write_tensors(path: Path, weights: Weights, config: Config) -> None:
    """A safetensors file, tensor by tensor, so that the whole is never in memory."""
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    place = 0
    for theirs, ours in _named(config):
        shape = weights.shape(ours)
        size = 4 * math.prod(shape)
        header[theirs] = {"dtype": "F32", "shape": list(shape), "data_offsets": [place, place + size]}
        place += size
    text = json.dumps(header).encode("ascii")
    text += b" " * (-len(text) % 8)
    with path.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for _, ours in _named(config):
            file.write(weights.read(ours).astype("<f4").tobytes())
