"""Finds shipped data, weights and samples, in a wheel or in a checkout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .errors import NotFound

_PACKAGE = Path(__file__).resolve().parent
# In a wheel `corpora/` and `models/` travel inside the package (pyproject's force-include); an editable install runs
# the code from the checkout and finds them beside it.
_ROOTS = (_PACKAGE / "_shipped", _PACKAGE.parent)


def data_text(name: str) -> str:
    """A UTF-8 text file of `nlp/data`."""
    return (_PACKAGE / "data" / name).read_text(encoding="utf-8")


def data_bytes(name: str) -> bytes:
    """A file of `nlp/data` that is no text."""
    return data_path(name).read_bytes()


def data_path(name: str) -> Path:
    """The path of a file of `nlp/data`."""
    return _PACKAGE / "data" / name


def shipped(*parts: str) -> Path:
    """The path of something under `corpora/` or `models/`. Raises FileNotFoundError naming where it was looked for."""
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    looked = " or ".join(str(root) for root in _ROOTS)
    raise FileNotFoundError(f"{'/'.join(parts)} is not in {looked}; reinstall tieout")


def find_sample() -> dict[str, tuple[Path, ...]]:
    """The files of the first sample call with planted errors, by role, held-out calls last.

    Such a call has `clean = false` in its call.toml. Raises NotFound where no calls are shipped.
    """
    import tomllib

    try:
        cards = sorted(shipped("corpora", "calls").glob("*/call.toml"))
    except FileNotFoundError as error:
        raise NotFound(str(error)) from None
    tables = [(card.parent, tomllib.loads(card.read_text(encoding="utf-8"))) for card in cards]
    tables.sort(key=lambda pair: (pair[1].get("clean", True), pair[1].get("split") == "heldout"))
    if not tables:
        raise NotFound("no sample call is shipped with this copy. Install tieout again.")
    folder, table = tables[0]
    return {key: _paths(folder, table.get(key, ())) for key in ("transcript", "translation", "release", "letter")}


def _paths(folder: Path, names: str | Sequence[str]) -> tuple[Path, ...]:
    return tuple(folder / name for name in ([names] if isinstance(names, str) else names))
