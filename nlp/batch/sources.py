"""Which calls there are: a folder by convention, a folder of anything, or a manifest.

**By convention** each call has a folder with a file whose stem is `transcript`, and beside it `translation.*`, and any
number of files that begin with `release` or `letter`; the folder is `<company>/<period>`. A `call.toml` in place of
the names says which file is what. **Anything else** is sorted out by what stands in the files (`nlp.readers.discover`),
which reads each of them and is slower. **A manifest** is a CSV or Parquet table with a row a call, or TOML with
`[[call]]`: columns `transcript`, `translation`, `release`, `letter` (several paths by `;`, relative to the manifest),
`company`, `period`, `key`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import BadInput, NotFound
from ..options import Options
from ..readers.discover import LeftOut, Survey, survey_calls
from ..readers.manifests import CARD, CallSet, read_manifest
from ..readers.sources import nearest_name
from ..store.schema import SCHEMA
from .tasks import ROLES, Source, Task

_COLUMNS = {"transcript", "translation", "release", "letter", "company", "period", "key"}
_BLOCK = 1 << 20
_UNKNOWN = "unknown"


def find_calls(source: Path, *, options: Options = Options()) -> tuple[CallSet, ...]:
    """The calls of a folder or manifest in order of their keys. Raises BadInput or NotFound when there are none."""
    return survey(source, options=options).calls


def survey(source: Path, *, options: Options = Options()) -> Survey:
    """`find_calls` with the files of a folder that belong to no call, where they were told by their content."""
    if not source.exists():
        raise NotFound(f"{source}: no such folder or manifest. Check the path.{nearest_name(source)}")
    left_out: tuple[LeftOut, ...] = ()
    if source.is_dir():
        calls = tuple(_by_convention(source))
        if not calls:
            found = survey_calls(source, options=options)
            calls, left_out = found.calls, found.left_out
    elif source.suffix.lower() in (".csv", ".tsv"):
        calls = tuple(_from_rows(source, _csv_rows(source)))
    elif source.suffix.lower() == ".parquet":
        calls = tuple(_from_rows(source, _parquet_rows(source)))
    else:
        calls = read_manifest(source)
    if not calls:
        raise BadInput(f"{source}: it names no call. Give a folder with transcripts, or a manifest with rows.")
    return Survey(calls=_told_apart(calls), left_out=left_out)


def survey_table(text: str) -> Survey:
    """The calls of a CSV manifest given as text; its paths are relative to here. Raises as `survey`."""
    path = Path("stdin")
    calls = tuple(_from_rows(path, _rows_of(path, text, ",")))
    if not calls:
        raise BadInput(f"{path}: it names no call. Give a folder with transcripts, or a manifest with rows.")
    return Survey(calls=_told_apart(calls), left_out=())


def _told_apart(calls: Iterable[CallSet]) -> tuple[CallSet, ...]:
    """Calls in order of their keys; a key that comes again gets its ordinal."""
    seen: dict[str, int] = {}
    out = []
    for call in sorted(calls, key=lambda call: (call.key, str(call.transcript))):
        seen[call.key] = seen.get(call.key, 0) + 1
        out.append(call if seen[call.key] == 1 else replace(call, key=f"{call.key}-{seen[call.key]}"))
    return tuple(out)


# ------------------------------------------------------------------------------------------------- by convention


def _by_convention(root: Path) -> Iterator[CallSet]:
    for folder, below, names in os.walk(root, followlinks=False):
        below[:] = sorted(name for name in below if not name.startswith("."))
        path = Path(folder)
        if CARD in names:
            yield from (replace(call, key=_key(root, path, call.key)) for call in read_manifest(path / CARD))
        elif any(_stem(name) == "transcript" for name in names):
            yield _call_of(root, path, sorted(name for name in names if not name.startswith(".")))


def _call_of(root: Path, folder: Path, names: Sequence[str]) -> CallSet:
    def paths(role: str) -> tuple[Path, ...]:
        return tuple(folder / name for name in names if _stem(name).startswith(role))

    transcripts, translations = paths("transcript"), paths("translation")
    for role, found in (("transcript", transcripts), ("translation", translations)):
        if len(found) > 1:
            raise BadInput(f"{folder}: {len(found)} files are called {role}. Leave one, or say which in a {CARD}.")
    above = folder.relative_to(root).parts
    return CallSet(
        key=_key(root, folder, folder.name),
        company=above[-2] if len(above) > 1 else None,
        period=above[-1] if len(above) > 1 else None,
        transcript=transcripts[0],
        translation=translations[0] if translations else None,
        releases=paths("release"),
        letters=paths("letter"),
    )


def _stem(name: str) -> str:
    return name.partition(".")[0].lower()


def _key(root: Path, folder: Path, name: str) -> str:
    return folder.relative_to(root).as_posix() if folder != root else name


# ----------------------------------------------------------------------------------------------------- manifests


def _csv_rows(path: Path) -> list[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _no_table(path, error) from None
    return _rows_of(path, text, "\t" if path.suffix.lower() == ".tsv" else ",")


def _rows_of(path: Path, text: str, delimiter: str) -> list[dict[str, Any]]:
    try:
        return [dict(row) for row in csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True)]
    except csv.Error as error:
        raise _no_table(path, error) from None


def _no_table(path: Path, error: Exception) -> BadInput:
    return BadInput(f"{path}: not a table ({error}). Save it as CSV in UTF-8, with a line of column names.")


def _parquet_rows(path: Path) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise BadInput(f"{path}: not a Parquet table ({error}). Write it again.") from None
    return rows


def _from_rows(path: Path, rows: Sequence[Mapping[str, Any]]) -> Iterator[CallSet]:
    unknown = {str(name) for row in rows for name in row} - _COLUMNS
    if unknown:
        raise BadInput(f"{path}: unknown column {min(unknown)[:40]!r}; known: {', '.join(sorted(_COLUMNS))}.")
    for number, row in enumerate(rows, 1):
        cells = {name: value for name, value in row.items() if value not in (None, "", [])}
        roles = {role: _paths(path, number, role, cells.get(role, [])) for role in ROLES}
        for role in ("transcript", "translation"):
            if len(roles[role]) > 1 or (role == "transcript" and not roles[role]):
                raise BadInput(f"{path}: row {number} names {len(roles[role])} files as {role}. Name one.")
        company, period = (str(cells[name]) if name in cells else None for name in ("company", "period"))
        named = "/".join(part for part in (company, period) if part) or roles["transcript"][0].stem
        yield CallSet(
            key=str(cells.get("key", named)), company=company, period=period, transcript=roles["transcript"][0],
            translation=roles["translation"][0] if roles["translation"] else None,
            releases=roles["release"], letters=roles["letter"],
        )  # fmt: skip


def _paths(path: Path, number: int, role: str, value: Any) -> tuple[Path, ...]:
    names = value.split(";") if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and "\x00" not in name for name in names):
        raise BadInput(f"{path}: row {number}: {role} is {str(value)[:40]!r}. Give a path, or several by `;`.")
    return tuple(path.parent / name.strip() for name in names if name.strip())


# --------------------------------------------------------------------------------------------------------- tasks


def to_task(call: CallSet, *, options: Options, models: Sequence[str] = (), checks: Sequence[str] = ()) -> Task:
    """The task of a call: its documents with the digests of their bytes.

    These decide, with everything else that can change a result (version, schema, options, models, installed checks),
    whether it has been done. Names and times of files decide nothing.
    """
    named = [("transcript", call.transcript), *([("translation", call.translation)] if call.translation else [])]
    named += [("release", path) for path in call.releases] + [("letter", path) for path in call.letters]
    sources = tuple(
        Source(role=role, path=str(path.absolute()), name=path.name, sha256=_digest(path)) for role, path in named
    )
    parts = [SCHEMA, __version__, options.digest(), list(models), call.key, call.company, call.period]
    parts += [list(checks)] if checks else []
    told = repr([*parts, [(source.role, source.sha256) for source in sources]])
    return Task(
        call=call.key,
        content=hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest(),
        company=call.company,
        period=call.period,
        sources=sources,
    )


def _digest(path: Path) -> str | None:
    """The digest of a regular file; None for what cannot be read, which the worker then says why."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()


def known(text: str | None) -> str:
    """A company or period as a key of the store."""
    return text or _UNKNOWN
