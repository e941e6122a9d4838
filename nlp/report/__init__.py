"""Reports of an analysis: terminal summary, HTML, Markdown, JSON, DataFrames."""

from __future__ import annotations

import difflib
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from ..errors import BadInput
from ..records import Analysis

__all__ = ["FORMATS", "check_formats", "render", "write_reports"]


def _html(analysis: Analysis) -> str:
    from .page import to_html

    return to_html(analysis)


def _markdown(analysis: Analysis) -> str:
    from .markdown import to_markdown

    return to_markdown(analysis)


_WRITERS: dict[str, Callable[[Analysis], str]] = {"html": _html, "json": Analysis.to_json, "md": _markdown}
FORMATS = tuple(_WRITERS)


def check_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats asked for, each once, in order. Raises BadInput naming the known ones and the nearest."""
    asked = tuple(dict.fromkeys(formats))
    for name in asked:
        if name not in _WRITERS:
            near = difflib.get_close_matches(name.lower(), [*_WRITERS, "markdown"], n=1, cutoff=0.4)
            hint = f" Did you mean {near[0].replace('markdown', 'md')!r}?" if near else ""
            raise BadInput(f"unknown report format {name!r}; known: {', '.join(_WRITERS)}.{hint}")
    if not asked:
        raise BadInput(f"no report format given; known: {', '.join(_WRITERS)}.")
    return asked


def render(analysis: Analysis, name: str) -> str:
    """One report as text. Raises BadInput for an unknown format."""
    return _WRITERS[check_formats([name])[0]](analysis)


def write_reports(analysis: Analysis, folder: Path, formats: Iterable[str] = FORMATS) -> list[Path]:
    """Write `report.<format>` for each format into `folder`, made where it is missing; returns the paths.

    A report appears whole or not at all. Raises BadInput for an unknown format (before anything is written) or a
    folder that cannot be written to.
    """
    asked = check_formats(formats)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write(folder / f"report.{name}", render(analysis, name)) for name in asked]
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(f"{folder}: reports cannot be written there ({reason}). Give another folder.") from None


def _write(path: Path, text: str) -> Path:
    # A lone surrogate cannot be UTF-8; documents read from bytes have none, text given as `str` may.
    data = text.encode("utf-8", "backslashreplace")
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
