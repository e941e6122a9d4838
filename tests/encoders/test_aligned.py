"""The encoder where it is used: nearest lines, and the scorer's option."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from nlp.align.likeness import center
from nlp.encoders.onnx import OnnxEncoder
from nlp.errors import BadInput
from nlp.scoring.beads import main
from nlp.scoring.gold_beads import read_gold
from tests.encoders.test_onnx import SAID


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one gold file: the sentences said, in order."""
    here, there = (list(side) for side in zip(*SAID, strict=True))
    beads = [[[place], [place]] for place in range(len(SAID))]
    table = {"src": here, "tgt": there, "src_lang": "en", "tgt_lang": "zh", "gold": beads}
    (tmp_path / "said.json").write_text(json.dumps(table), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["shipped", "hashing"])
def test_the_scorer_takes_an_encoder(name: str, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(gold), "--encoder", name]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[1].split()[:4] == ["said", "1.000", "1.000", "1.000"]


def test_the_scorer_names_the_choices(gold: Path) -> None:
    with pytest.raises(BadInput, match="Give shipped, hashing"):
        main([str(gold), "--encoder", "best"])


@pytest.mark.real
@pytest.mark.slow
def test_most_lines_of_a_real_letter_are_nearest_to_their_own(shared: Path, shipped_encoder: OnnxEncoder) -> None:
    path = next((shared / "dev" / "align" / "letters").glob("*.json"))
    source, target, _, _, beads = read_gold(path)
    pairs = [(one[0], other[0]) for one, other in beads if len(one) == len(other) == 1]
    here = center(shipped_encoder.encode([source[place] for place, _ in pairs]))
    there = center(shipped_encoder.encode([target[place] for _, place in pairs]))
    assert ((here @ there.T).argmax(axis=1) == np.arange(len(pairs))).mean() > 0.94
