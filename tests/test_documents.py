"""What the documents show is run, and what they point at is there."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from tests.quality.readme import NAMES, table, told

DOCUMENTS = ("README.md", "README.zh.md", "PITFALLS.md", "CONTRIBUTING.md", "nlp/README.md", "nlp/report/COLUMNS.md")


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "PITFALLS.md", "CONTRIBUTING.md"])
def test_examples_are_what_they_say(root: Path, name: str) -> None:
    blocks = re.findall(r"```pycon\n(.*?)```", (root / name).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {"__name__": "__main__"}, name, name, 0)
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert told == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(root: Path, name: str) -> None:
    path = root / name
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_quotes_the_floors(name: str) -> None:
    assert told(name) == table(name), "write it again: python -m tests.quality.readme"


def test_paths_that_are_named_exist(root: Path) -> None:
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for path in re.findall(r"`((?:nlp|tests|notebooks|corpora|models)/[a-zA-Z0-9_./]+)`", text):
        assert (root / path).exists(), path
