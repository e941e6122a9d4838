"""Encoders by name."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from nlp.encoders import load_encoder
from nlp.encoders.hashing import HashingEncoder
from nlp.errors import BadInput, NotFound
from nlp.options import Options
from nlp.tools import load_tools


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="empty"),
        pytest.param("none", id="none"),
        pytest.param("Shipped", id="case"),
        pytest.param("path:", id="path-of-nothing"),
        pytest.param("hub: ", id="hub-of-nothing"),
        pytest.param("file:/tmp/model", id="another-kind"),
        pytest.param("some-org/some-model", id="bare-hub-name"),
    ],
)
def test_an_unknown_name_is_answered_with_the_choices(name: str) -> None:
    with pytest.raises(BadInput, match="shipped, hashing, path:DIR or hub:NAME@REVISION"):
        load_encoder(name)


def test_hashing_has_no_weights() -> None:
    assert isinstance(load_encoder("hashing"), HashingEncoder)


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"config\.json is missing"):
        load_encoder(f"path:{tmp_path}")


def test_weights_that_can_run_code_are_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "pytorch_model.bin").write_bytes(b"\x80\x04.")
    with pytest.raises(BadInput, match="no safetensors weights"):
        load_encoder(f"path:{tmp_path}")


def test_tools_load_nothing_for_none() -> None:
    tools = load_tools(Options())
    assert tools.encoder is None
    assert tools.models == ()


def test_tools_load_once_and_travel_as_options() -> None:
    tools = load_tools(Options(models="hashing"))
    assert "encoder" not in vars(tools)
    assert tools.encoder is tools.encoder
    assert tools.models == (HashingEncoder().id,)
    sent = pickle.loads(pickle.dumps(tools))
    assert sent.options == tools.options
    assert "encoder" not in vars(sent)


def test_tools_refuse_an_unknown_model() -> None:
    with pytest.raises(BadInput, match="no such encoder"):
        _ = load_tools(Options(models="largest")).encoder
