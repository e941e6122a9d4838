"""A wheel built from the tree and installed where no checkout is works as the checkout does."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ENV = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "COVERAGE_PROCESS_START"}}


def _run(arguments: list[str], folder: Path, **environment: str) -> str:
    """What a Python program printed, its errors included; it must end well."""
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env=ENV | {"PYTHONIOENCODING": "utf-8"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with what is installed: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)], root)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's content and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    _run(["-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)], target)
    return target


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


@pytest.mark.slow
def test_everything_the_package_reads_is_in_the_wheel(wheel: Path, root: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())

    def files(folder: str) -> set[str]:
        found = (path.relative_to(root).as_posix() for path in (root / folder).rglob("*") if path.is_file())
        return {name for name in found if "__pycache__" not in name}

    data, calls = files("nlp"), {f"nlp/_shipped/{name}" for name in files("corpora")}
    assert {"nlp/py.typed", "nlp/data/hant_hans.txt", "nlp/_shipped/models/README.md"} <= inside
    assert data <= inside
    assert calls
    assert calls <= inside


@pytest.mark.slow
def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"nlp", "tieout-0.1.0.dist-info"}


@pytest.mark.slow
def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import nlp; from nlp.resources import shipped; print(nlp.__file__); print(shipped('corpora'))"
    for line in _run(["-c", code], tmp_path, PYTHONPATH=str(installed)).splitlines():
        assert line.startswith(str(installed))
    said = _run(["-m", "nlp.cli", "demo"], tmp_path, PYTHONPATH=str(installed))
    reports = [path for path in tmp_path.rglob("*.html") if path.is_file()]
    assert reports, said
    assert reports[0].name in said.replace("\n", ""), "the demo says where the report is"
    assert "<html" in reports[0].read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_wheel_writes_the_report_that_the_checkout_writes(installed: Path, root: Path, tmp_path: Path) -> None:
    pages = []
    for name, where in (("wheel", installed), ("checkout", root)):
        _run(["-m", "nlp.cli", "demo", "-q", "-o", name], tmp_path, PYTHONPATH=str(where))
        pages.append((tmp_path / name / "report.html").read_bytes())
    assert pages[0] == pages[1]


@pytest.mark.slow
def test_spacy_finds_the_components_by_themselves(installed: Path, tmp_path: Path) -> None:
    code = 'import spacy; nlp = spacy.blank("en"); nlp.add_pipe("tieout_claims"); doc = nlp("Up 5%."); print(doc.spans)'
    assert "5%" in _run(["-c", code], tmp_path, PYTHONPATH=str(installed))


def _requirements(root: Path, project: dict[str, Any]) -> list[str]:
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    pins = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [*project["dependencies"], *extras, *(pin for pin in pins if not pin.startswith("#"))]


def test_no_requirement_names_a_spacy_model(root: Path, project: dict[str, Any]) -> None:
    # `en-core-web-trf` and the like on public indexes are not spaCy's: somebody else holds the names.
    named = [line for line in _requirements(root, project) if re.search(r"(?i)[a-z]{2}[-_.]core[-_.](web|news)", line)]
    assert not named


def test_constraints_pin_every_dependency(root: Path, project: dict[str, Any]) -> None:
    pins = [
        line
        for line in (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][\w.+]*", pin) for pin in pins)
    pinned = {pin.split("==")[0] for pin in pins}
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {_name(line) for line in wanted} <= pinned


_DISTRIBUTED_AS = {"docx": "python-docx"}


def test_every_import_is_a_declared_dependency(root: Path, project: dict[str, Any]) -> None:
    extras = project["optional-dependencies"]
    declared = {_name(line) for line in [*project["dependencies"], *extras["transformers"], *extras["ray"]]}
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (root / "nlp").rglob("*.py")]
    imported = {name.split(".")[0] for tree in trees for node in ast.walk(tree) for name in _imported(node)}
    assert {
        _DISTRIBUTED_AS.get(name, name).replace("_", "-") for name in imported - sys.stdlib_module_names
    } <= declared


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower()


def test_no_requirement_file_names_a_place(root: Path) -> None:
    for name in ("pyproject.toml", "constraints.txt", "Makefile"):
        assert "://" not in (root / name).read_text(encoding="utf-8")
