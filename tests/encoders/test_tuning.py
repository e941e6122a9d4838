"""The shipped encoder with changes of its last layers: what a file of thin matrices adds, and what does not fit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from nlp.encoders.onnx import OnnxEncoder
from nlp.encoders.tuning import TunedEncoder, TunedWeights
from nlp.encoders.weights import Weights, open_folder
from nlp.errors import BadInput
from nlp.resources import shipped

TUNABLE = open_folder()[1].tunable
WEIGHTS = shipped("models", "encoder") / "weights.safetensors"
SAID = ["Flour is cheaper.", "面粉便宜了。", "We hired forty drivers, and the depot in the north runs two shifts.", ""]


def _tuning(folder: Path, **arrays: NDArray[np.float32]) -> Path:
    path = folder / "tuning.npz"
    np.savez(path, **{name.replace("_", "."): array for name, array in arrays.items()})  # type: ignore[arg-type]
    return path


def test_the_product_of_two_thin_matrices_is_added(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    up, down = (chance.normal(size=size).astype(np.float32) for size in ((384, 3), (3, 1536)))
    bias = np.ones(384, np.float32)
    tuned = TunedWeights(WEIGHTS, _tuning(tmp_path, l11_fo_w_up=up, l11_fo_w_down=down, l11_fo_b=bias), TUNABLE)
    plain = Weights(WEIGHTS)
    assert np.allclose(tuned.read("l11.fo.w"), plain.read("l11.fo.w") + up @ down, atol=1e-4)
    assert np.array_equal(tuned.read("l11.fo.b"), plain.read("l11.fo.b") + 1)
    assert np.array_equal(tuned.read("l10.fo.w"), plain.read("l10.fo.w"))


def test_tuned_vectors_keep_the_promises_of_the_others(tmp_path: Path, shipped_encoder: OnnxEncoder) -> None:
    up, down = np.full((384, 1), 0.05, np.float32), np.eye(1, 384, dtype=np.float32)
    path = _tuning(tmp_path, l11_v_w_up=up, l11_v_w_down=down)
    encoder, alone = TunedEncoder(shipped_encoder, path), TunedEncoder(shipped_encoder, path)
    together = encoder.encode(SAID)
    assert all(np.array_equal(together[at], alone.encode([text])[0]) for at, text in enumerate(SAID))
    plain, tuned = together[:, :384], together[:, 384:]
    assert np.allclose(np.linalg.norm(tuned, axis=1), [1, 1, 1, 0], atol=1e-5)
    assert not np.array_equal(tuned, plain)
    assert encoder.id.startswith(f"{shipped_encoder.id}+")


def test_what_is_encoded_for_tags_is_not_encoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _tuning(tmp_path, l11_v_b=np.ones(384, np.float32))
    encoder, apart = OnnxEncoder(), OnnxEncoder()
    together = TunedEncoder(encoder, path).encode(SAID)
    monkeypatch.setattr(encoder, "below", None)
    assert np.array_equal(encoder.encode(SAID), together[:, :384])
    assert np.array_equal(apart.encode(SAID), together[:, :384])


@pytest.mark.parametrize(
    "arrays",
    [
        pytest.param({"l11_v_w_up": np.zeros((380, 2), np.float32)}, id="rows"),
        pytest.param({"l11_v_w_down": np.zeros((2, 380), np.float32)}, id="columns"),
        pytest.param({"l11_v_b": np.zeros(380, np.float32)}, id="vector"),
        pytest.param({"l99_v_b": np.zeros(384, np.float32)}, id="no such layer"),
        pytest.param({"l7_v_b": np.zeros(384, np.float32)}, id="a layer below"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(arrays: dict[str, NDArray[np.float32]], tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Reinstall"):
        TunedWeights(WEIGHTS, _tuning(tmp_path, **arrays), TUNABLE)
