"""The options of a file, overruled by what the command line gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..options import Options


def read_options(config: Path | None, **given: Any) -> Options:
    """Options of the file, overruled by what the command line gives."""
    from dataclasses import replace

    from ..options import Options, load_options

    path = config or _found()
    options = load_options(path) if path else Options()
    codes = {name: _codes(given[name]) for name in ("select", "ignore") if given[name]}
    codes |= {name: given[name] for name in ("encoding", "models") if given.get(name)}
    return replace(options, **codes)


def _found() -> Path | None:
    """`tieout.toml` here, else a `pyproject.toml` here that has a table `[tool.tieout]`."""
    own, project = Path("tieout.toml"), Path("pyproject.toml")
    if own.is_file():
        return own
    if project.is_file() and "[tool.tieout" in project.read_text(encoding="utf-8", errors="replace"):
        return project
    return None


def _codes(texts: Sequence[str]) -> Any:
    return tuple(code.strip().upper() for text in texts for code in text.split(",") if code.strip())
