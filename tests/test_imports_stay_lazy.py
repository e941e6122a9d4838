"""Start-up is usability: what a user does not need now is not loaded now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("jieba", "jinja2", "numpy", "onnxruntime", "pandas", "spacy", "tokenizers", "torch", "transformers")

# Reported when the process ends, since `main()` does not come back.
_REPORT = f"""
import atexit, sys
@atexit.register
def report():
    print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""


def _loaded_by(code: str, root: Path) -> list[str]:
    """The heavy modules that were loaded when `code` was done."""
    done = subprocess.run(
        [sys.executable, "-c", _REPORT + code], cwd=root, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    return done.stderr.split()


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import nlp", id="package"),
        pytest.param("from nlp import Options, Claim, BadInput", id="records"),
        pytest.param("import nlp.cli", id="cli"),
        pytest.param("import sys; sys.argv = ['tieout', '--help']; from nlp.cli import main; main()", id="help"),
    ],
)
def test_nothing_heavy_is_loaded(code: str, root: Path) -> None:
    assert _loaded_by(code, root) == []


def test_a_heavy_module_would_be_seen(root: Path) -> None:
    assert _loaded_by("import numpy", root) == ["numpy"]


def test_the_module_answers_as_the_command_does(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nlp.cli", "--help"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert "check" in done.stdout
    assert done.stderr == ""
