"""Finds shipped data, weights and samples, in a wheel or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# In a wheel `corpora/` and `models/` travel inside the package (pyproject's force-include); an editable install runs
# the code from the checkout and finds them beside it.
_ROOTS = (_PACKAGE / "_shipped", _PACKAGE.parent)


def data_text(name: str) -> str:
    """A UTF-8 text file of `nlp/data`."""
    return (_PACKAGE / "data" / name).read_text(encoding="utf-8")


def shipped(*parts: str) -> Path:
    """The path of something under `corpora/` or `models/`. Raises FileNotFoundError naming where it was looked for."""
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    looked = " or ".join(str(root) for root in _ROOTS)
    raise FileNotFoundError(f"{'/'.join(parts)} is not in {looked}; reinstall tieout")
