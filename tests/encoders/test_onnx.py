"""The shipped encoder: meaning across languages, the same bits in every batch, and files that are what they say."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.encoders import load_encoder
from nlp.encoders.onnx import OnnxEncoder
from nlp.encoders.weights import Weights, expand, open_folder
from nlp.errors import BadInput
from nlp.resources import shipped
from tests.strategies import texts

SAID = [
    ("Revenue rose 14% to $612.9 million.", "营收增长14%，达到6.129亿美元。"),
    ("Gross margin narrowed because freight was dearer.", "由于运费上涨，毛利率有所收窄。"),
    ("The board declared a dividend.", "董事会宣布派发股息。"),
    ("We opened twenty-five stores in the quarter.", "本季度我们新开了二十五家门店。"),
    ("Our next question comes from the line of an analyst.", "下一个问题来自一位分析师。"),
    ("Research and development expenses fell.", "研发费用下降。"),
    ("Customers renewed their contracts.", "客户续签了合同。"),
    ("We expect demand to recover next year.", "我们预计明年需求将会恢复。"),
    ("This call contains forward-looking statements.", "本次电话会议包含前瞻性陈述。"),
    ("Headcount was reduced by a tenth.", "员工人数减少了十分之一。"),
]


def test_a_sentence_is_nearest_to_its_translation(shipped_encoder: OnnxEncoder) -> None:
    here, there = (shipped_encoder.encode(side) for side in zip(*SAID, strict=True))
    cosines = here @ there.T
    assert (cosines.argmax(axis=1) == np.arange(len(SAID))).all()
    assert (cosines.argmax(axis=0) == np.arange(len(SAID))).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("董事會宣布派發股息。", "董事会宣布派发股息。", id="scripts"),
        pytest.param("营收增长１４％", "营收增长14%", id="full-width"),
        pytest.param("We opened  stores.", "We opened stores.", id="two-spaces"),
    ],
)
def test_another_way_to_write_it_is_near(one: str, other: str, shipped_encoder: OnnxEncoder) -> None:
    vectors = shipped_encoder.encode([one, other, "Headcount was reduced."])
    assert vectors[0] @ vectors[1] > max(0.9, vectors[0] @ vectors[2] + 0.05)


def test_vectors_are_float32_of_length_1(shipped_encoder: OnnxEncoder) -> None:
    vectors = shipped_encoder.encode([text for pair in SAID for text in pair])
    assert vectors.dtype == np.float32
    assert vectors.shape == (2 * len(SAID), 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_no_texts_and_blank_texts(shipped_encoder: OnnxEncoder) -> None:
    assert shipped_encoder.encode([]).shape == (0, 384)
    assert not shipped_encoder.encode(["", " "]).any()


def _many() -> list[str]:
    """Texts of all lengths: sentences joined, shortened and mixed, in a fixed disorder."""
    draw = random.Random(7)  # noqa: S311
    words = [word for pair in SAID for text in pair for word in (text.split() if " " in text else list(text))]
    return [" ".join(draw.choices(words, k=draw.randint(1, 60))) for _ in range(60)]


def test_a_vector_is_the_same_bits_in_every_batch() -> None:
    many = _many()
    together, alone, backwards = OnnxEncoder(), OnnxEncoder(), OnnxEncoder()
    backwards.batch_tokens = 100  # other batches, other shapes
    vectors = together.encode(many)
    assert np.array_equal(np.concatenate([alone.encode([text]) for text in many]), vectors)
    assert np.array_equal(backwards.encode(many[::-1])[::-1], vectors)


def test_threads_change_nothing() -> None:
    many = _many()[:20]
    assert np.array_equal(OnnxEncoder(threads=2).encode(many), OnnxEncoder().encode(many))


@settings(max_examples=25)
@given(st.lists(texts(80), min_size=1, max_size=4))
def test_any_text_has_a_vector(shipped_encoder: OnnxEncoder, batch: list[str]) -> None:
    vectors = shipped_encoder.encode(batch)
    assert np.isfinite(vectors).all()
    lengths = np.linalg.norm(vectors, axis=1)
    assert all(abs(n - 1) < 1e-5 if text.strip() else n == 0 for n, text in zip(lengths, batch, strict=True))


def test_the_end_of_a_long_text_counts(shipped_encoder: OnnxEncoder) -> None:
    start = "Revenue rose in all regions. " * 120  # about 720 tokens
    vectors = shipped_encoder.encode([start, start + "The board declared a dividend. " * 60])
    dividend = shipped_encoder.encode(["The board declared a dividend."])[0]
    assert vectors[1] @ dividend > vectors[0] @ dividend + 0.02


def test_id_names_the_weights(shipped_encoder: OnnxEncoder) -> None:
    _, config = open_folder()
    assert shipped_encoder.id == f"e5-small-en-zh@{config.sha256['weights.safetensors'][:8]}"
    assert load_encoder("shipped").id == shipped_encoder.id


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped folder, to be damaged."""
    return Path(shutil.copytree(shipped("models", "encoder"), tmp_path / "encoder"))


@pytest.mark.parametrize("name", ["weights.safetensors", "tokenizer.json", "lower.onnx", "upper.onnx"])
def test_a_damaged_file_is_named(copy: Path, name: str) -> None:
    path = copy / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(BadInput, match=f"{name}: damaged .* Reinstall tieout"):
        OnnxEncoder(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "upper.onnx").unlink()
    with pytest.raises(FileNotFoundError, match=r"upper\.onnx"):
        OnnxEncoder(copy)


def test_a_copied_folder_works_wherever_it_lies(copy: Path, shipped_encoder: OnnxEncoder) -> None:
    assert np.array_equal(OnnxEncoder(copy).encode(SAID[0]), shipped_encoder.encode(SAID[0]))


def test_blocks_are_undone() -> None:
    nibbles = np.array([[[0x80 + j for j in range(16)]]], np.uint8)  # weight j is j, weight j + 16 is 8
    values = expand(np.array([[0.5]], np.float16), nibbles)
    assert values.tolist() == [[*((j - 8) * 0.5 for j in range(16)), *([0.0] * 16)]]


def test_weights_are_stored_in_4_bits() -> None:
    weights = Weights(shipped("models", "encoder", "weights.safetensors"))
    _, config = open_folder()
    assert weights.shape("emb.word") == (config.pieces, config.hidden)
    assert weights.stored("emb.word.nibbles").shape == (config.pieces, config.hidden // 32, 16)
    assert weights.read("l3.fo.w").shape == weights.shape("l3.fo.w") == (config.hidden, config.inner)
    assert np.array_equal(weights.read("emb.ln.w"), weights.stored("emb.ln.w"))


def test_encoding_loads_no_torch(root: Path) -> None:
    code = (
        "import sys; from nlp.encoders import load_encoder; load_encoder('shipped').encode(['a']); "
        "print(*{'torch', 'transformers', 'huggingface_hub', 'onnx', 'pandas', 'spacy', 'jieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=True)
    assert (done.stdout.strip(), done.stderr) == ("", "")
