"""What is left out while a library is imported is there for whoever asks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from nlp.languages.lean_imports import import_without_commands, without


def _says(code: str, root: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_spacy_comes_without_its_commands_and_has_them_on_demand(root: Path) -> None:
    code = (
        "import sys; from nlp.languages.english_words import load_tokenizer; load_tokenizer(); import spacy;"
        "print('spacy.cli' in sys.modules, callable(spacy.info), callable(spacy.cli.download), hasattr(spacy, 'no'))"
    )
    assert _says(code, root) == "False True True False"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that takes what it is not expected to take from its commands."""
    folder = tmp_path / "grown"
    (folder / "cli").mkdir(parents=True)
    (folder / "__init__.py").write_text("from .cli import helper\n", encoding="utf-8")
    (folder / "cli" / "__init__.py").write_text("helper = 7\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def test_a_package_made_otherwise_is_imported_as_it_is(package: Path) -> None:
    assert import_without_commands(package.name).helper == 7


def test_without_hides_a_module_only_meanwhile() -> None:
    sys.modules.pop("this_is_not_loaded", None)
    with without("this_is_not_loaded"), pytest.raises(ImportError):
        __import__("this_is_not_loaded")
    assert "this_is_not_loaded" not in sys.modules
    with without("pytest"):
        assert sys.modules["pytest"] is pytest
