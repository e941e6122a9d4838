"""Calls named by hand: a `call.toml` beside the documents, or one manifest for many calls.

[[call]]                       # a call.toml holds one call without this line
transcript = "q3/call.html"    # paths are relative to the manifest
translation = "q3/call-zh.txt"
release = ["q3/release.pdf", "q2/release.pdf"]
letter = "letter.txt"
company = "Orbel"              # optional, as is period
period = "2021-Q3"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BadInput, NotFound

CARD = "call.toml"
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSet:
    """One call with the documents around it, as paths. `key` is unique in a folder; `because` says what decided."""

    key: str
    transcript: Path
    translation: Path | None = None
    releases: tuple[Path, ...] = ()
    letters: tuple[Path, ...] = ()
    company: str | None = None
    period: str | None = None
    because: tuple[str, ...] = ()


def read_manifest(path: Path) -> tuple[CallSet, ...]:
    """The calls that a TOML file names. Raises BadInput for what is no manifest, NotFound for a path without a file."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BadInput(f"{path}: too large for a manifest. Give a TOML file that names documents.")
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(
            f"{path}: not a manifest (TOML: {error}). Give a folder, or a TOML file with [[call]]."
        ) from None
    except OSError as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput(f"{path}: cannot be read ({error.strerror}). Check the path.") from None
    rows = table.get("call", [table])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadInput(f"{path}: `call` is no list of tables. Write [[call]] above each call.")
    return tuple(_call(path, row, f"call {at}") for at, row in enumerate(rows, 1))


def _call(path: Path, row: Mapping[str, Any], where: str) -> CallSet:
    transcripts = _paths(path, row, where, "transcript")
    if len(transcripts) != 1:
        raise BadInput(f'{path}: {where} names {len(transcripts)} transcripts. Name one: transcript = "call.txt".')
    translations = _paths(path, row, where, "translation")
    company, period = row.get("company"), row.get("period")
    key = row.get("id") or row.get("key") or (path.parent.name if path.name == CARD else transcripts[0].stem)
    return CallSet(
        key=re.sub(r"[^\w.-]+", "-", str(key)).strip("-.") or "call",
        transcript=transcripts[0],
        translation=translations[0] if translations else None,
        releases=(*_paths(path, row, where, "release"), *_paths(path, row, where, "releases")),
        letters=(*_paths(path, row, where, "letter"), *_paths(path, row, where, "letters")),
        company=company if isinstance(company, str) else None,
        period=period if isinstance(period, str) else None,
        because=(f"named in {path.name}",),
    )


def _paths(path: Path, row: Mapping[str, Any], where: str, key: str) -> tuple[Path, ...]:
    value = row.get(key, [])
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and name and "\x00" not in name for name in names):
        raise BadInput(f"{path}: {where}: {key} is {str(value)[:40]!r}. Give a path or a list of paths.")
    found = tuple(path.parent / name for name in names)
    for file in found:
        if not file.is_file():
            raise NotFound(f"{path}: {where} names {file}, which is no file. Mend the path.")
    return found
