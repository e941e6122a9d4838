"""`tieout config`: which settings hold, and where each comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..words import say
from .app import Debug, Lang, app, examples, spoken
from .settings import read_options, settings_file
from .streams import emit

if TYPE_CHECKING:
    from ..options import Options

_Row = tuple[str, str, str]  # setting, where it comes from, value as TOML would have it
_TABLES = ("glossary", "limits", "names", "sentiment", "severities")  # a row for each of their entries


@app.command(epilog=examples("tieout config --show", "tieout config --changed", "tieout config --config other.toml"))
def config(
    show: Annotated[bool, typer.Option("--show/--changed", help="Every setting, or only those a file sets.")] = True,
    file: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="Options file [default: ./tieout.toml or pyproject]."),
    ] = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Say which settings hold, and from which file each comes."""
    language = spoken(lang)
    path = file or settings_file()
    default = say("cli.c_default", language)
    rows = list(_rows(read_options(file), path, default))
    spoken_by = default if lang is None else "TIEOUT_LANG" if os.environ.get("TIEOUT_LANG") == lang else "--lang"
    rows += [("lang", spoken_by, language), *_checks()]
    head = say("cli.c_file", language, file=path) if path else say("cli.c_none", language)
    also = _not_read(path) if file is None else None
    emit(head + (f" {say('cli.c_also', language, file=also)}" if also else "") + "\n\n")
    found = say("cli.c_found", language)
    emit(_table([(*row[:2], row[2] or found) for row in rows if show or row[1] != default]))


def _rows(options: Options, path: Path | None, default: str) -> Iterator[_Row]:
    """A row a setting, tables entry by entry, by name."""
    from ..options import setting_names

    said = _origins(path) if path else {}
    for name in setting_names():
        value: Any = getattr(options, name, None)
        if name == "limits":
            entries: Any = {row: getattr(value, row) for row in value.__slots__}
        elif name in _TABLES:
            entries = dict(value)
        else:
            value = list(said.get(name, ("", ()))[1]) if name == "glossary_files" else value
            yield name, said.get(name, (default,))[0], _toml(value)
            continue
        for key, entry in entries.items():
            yield f"{name}.{key}", said.get(f"{name}.{key}", (default,))[0], _toml(entry)


def _origins(path: Path) -> dict[str, tuple[str, Any]]:
    """Where each setting stands that a file sets, with what stands there: `limits.file_bytes` -> tieout.toml."""
    from ..options import read_glossary, settings_table

    table = settings_table(path)
    found: dict[str, tuple[str, Any]] = {}
    for name in table.get("glossary_files", ()):
        rows = read_glossary(path.parent / name)
        found |= {f"glossary.{word}": (name, None) for word, _ in rows["term"]}
        found |= {f"names.{word}": (name, None) for word, _ in (*rows["name"], *rows["product"])}
        found |= {"keep": (name, None)} if rows["keep"] else {}
    for key, value in table.items():
        inner = value if key in _TABLES else {}
        found |= {f"{key}.{row}": (path.name, None) for row in inner}
        found |= {} if inner else {key: (path.name, value)}
    return found


def _not_read(path: Path | None) -> str | None:
    """A second file with settings that the first one puts aside."""
    project = Path("pyproject.toml")
    if path is None or path.name == project.name or not project.is_file():
        return None
    return project.name if "[tool.tieout" in project.read_text(encoding="utf-8", errors="replace") else None


def _checks() -> Iterator[_Row]:
    from ..checks.installed import installed_names

    for name in installed_names():
        yield "checks", "tieout.checks", name


def _toml(value: Any) -> str:
    """A value as a settings file has it; empty for what is found out in the documents."""
    if value is None:
        return ""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _table(rows: list[_Row]) -> str:
    from ..report.labels import visible

    first, second = (max((len(row[at]) for row in rows), default=0) for at in (0, 1))
    return "".join(visible(f"{a:<{first}}  {b:<{second}}  {c}") + "\n" for a, b, c in rows)
