"""Reports of an analysis: terminal summary, HTML, Markdown, JSON, CSV, XLSX, SARIF, DataFrames."""

from __future__ import annotations

import difflib
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BadInput

if TYPE_CHECKING:  # `tieout explain` comes by here and needs no records
    from ..records import Analysis

__all__ = ["BINARY", "DEFAULT_FORMATS", "FORMATS", "check_formats", "render", "write_reports"]

Writer = Callable[["Analysis", str], str | bytes]


def _html(analysis: Analysis, lang: str) -> str:
    from .page import to_html

    return to_html(analysis, lang)


def _json(analysis: Analysis, lang: str) -> str:
    return analysis.to_json()


def _markdown(analysis: Analysis, lang: str) -> str:
    from .markdown import to_markdown

    return to_markdown(analysis, lang)


def _xlsx(analysis: Analysis, lang: str) -> bytes:
    from .xlsx import to_xlsx

    return to_xlsx(analysis, lang)


def _sarif(analysis: Analysis, lang: str) -> str:
    from .sarif import to_sarif

    return to_sarif(analysis, lang)


def _csv(analysis: Analysis, lang: str) -> str:
    from .csv import to_csv

    return to_csv(analysis, lang)


_WRITERS: dict[str, Writer] = {
    "html": _html, "json": _json, "md": _markdown, "xlsx": _xlsx, "sarif": _sarif, "csv": _csv,
}  # fmt: skip
_ALSO = {"markdown": "md", "excel": "xlsx", "htm": "html"}
FORMATS = tuple(_WRITERS)
DEFAULT_FORMATS = ("html", "json", "md")
BINARY = frozenset({"xlsx"})


def check_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats asked for, each once, in order. Raises BadInput naming the known ones and the nearest."""
    asked = tuple(dict.fromkeys(formats))
    for name in asked:
        if name not in _WRITERS:
            near = difflib.get_close_matches(name.lower(), [*_WRITERS, *_ALSO], n=1, cutoff=0.4)
            hint = f" Did you mean {_ALSO.get(near[0], near[0])!r}?" if near else ""
            raise BadInput(f"unknown report format {name!r}; known: {', '.join(_WRITERS)}.{hint}")
    if not asked:
        raise BadInput(f"no report format given; known: {', '.join(_WRITERS)}.")
    return asked


def render(analysis: Analysis, name: str, lang: str = "en") -> str:
    """One report as text. Raises BadInput for an unknown format, and for one that is not text."""
    report = _WRITERS[check_formats([name])[0]](analysis, lang)
    if isinstance(report, bytes):
        raise BadInput(f"{name} is no text and cannot be printed. Give -o DIR.")
    return report


def write_reports(
    analysis: Analysis, folder: Path, formats: Iterable[str] = DEFAULT_FORMATS, *, lang: str = "en"
) -> list[Path]:
    """Write `report.<format>` for each format into `folder`, made where it is missing; returns the paths.

    `lang` is the language of headings and of the page's interface. A report appears whole or not at all. Raises
    BadInput for an unknown format (before anything is written) or a folder that cannot be written to.
    """
    asked = check_formats(formats)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write(folder / f"report.{name}", _WRITERS[name](analysis, lang)) for name in asked]
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(f"{folder}: reports cannot be written there ({reason}). Give another folder.") from None


def _write(path: Path, report: str | bytes) -> Path:
    # A lone surrogate cannot be UTF-8; documents read from bytes have none, text given as `str` may.
    data = report if isinstance(report, bytes) else report.encode("utf-8", "backslashreplace")
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
