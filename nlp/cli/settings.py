"""The options of a file, overruled by what the command line gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import BadInput

if TYPE_CHECKING:
    from ..options import Options


def read_options(config: Path | None, **given: Any) -> Options:
    """Options of the file, overruled by what the command line gives."""
    from dataclasses import replace

    from ..options import Options, load_options

    path = config or settings_file()
    options = load_options(path) if path else Options()
    codes = {name: _codes(given[name]) for name in ("select", "ignore") if given.get(name)}
    codes |= {name: given[name] for name in ("encoding", "models") if given.get(name)}
    options = replace(options, **codes)
    _refuse_unknown_codes(options)
    return options


def _refuse_unknown_codes(options: Options) -> None:
    """A code that no finding has would be looked for in vain. Raises BadInput naming the nearest."""
    asked = {*options.select, *options.ignore, *(code for code, _ in options.severities)}
    if not asked:
        return
    from ..report.explain import finding_codes, nearest_code

    known = finding_codes()
    for code in sorted(asked):
        if known and not any(name.startswith(code) for name in known):
            hint = nearest_code(code)
            raise BadInput(f"{code[:40]}: no finding has a code that begins so.{hint} `tieout explain` lists them all.")


def settings_file() -> Path | None:
    """`tieout.toml` here, else a `pyproject.toml` here that has a table `[tool.tieout]`."""
    own, project = Path("tieout.toml"), Path("pyproject.toml")
    if own.is_file():
        return own
    if project.is_file() and "[tool.tieout" in project.read_text(encoding="utf-8", errors="replace"):
        return project
    return None


def _codes(texts: Sequence[str]) -> Any:
    return tuple(code.strip().upper() for text in texts for code in text.split(",") if code.strip())
