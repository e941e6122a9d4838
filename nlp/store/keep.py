"""The store as its writer sees it: what is finished, committing a part, sweeping, verifying and repairing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import BadInput, Damaged, StoreError
from . import ledger
from .files import make_folder, remove_tree, replace_whole, step, sync_folder
from .ledger import Entry
from .parts import part_path, read_checked, write_part
from .schema import KEYS, SCHEMA

CARD = "store.json"
PARTS, STAGING, RUNS = "parts", "staging", "runs"
DATABASE = "tieout.duckdb"
_FORMAT = "tieout store"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a store that is not as the ledger says. `call` is None where no call is concerned."""

    path: str
    what: str
    call: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A store's folder. Writing is for the one process that holds its lock (`nlp.store.lock.hold`)."""

    path: Path

    def part(self, entry: Entry) -> Path:
        """The folder of a finished call."""
        return self.path / PARTS / entry.part

    def ledger(self) -> ledger.Ledger:
        """What is finished."""
        return ledger.read_ledger(self.path)


def open_store(path: Path) -> Store:
    """An existing store. Raises BadInput for another folder or a schema that this version does not know."""
    card = path / CARD
    try:
        with step("reading", card):
            table = json.loads(card.read_text(encoding="utf-8"))
    except (StoreError, ValueError):
        raise BadInput(
            f"{path}: no store ({CARD} is missing or damaged). Give the folder that `tieout batch` made."
        ) from None
    if not isinstance(table, dict) or table.get("format") != _FORMAT:
        raise BadInput(f"{path}: no store ({CARD} says something else). Give the folder that `tieout batch` made.")
    if table.get("schema") != SCHEMA:
        raise BadInput(
            f"{path}: a store of schema {str(table.get('schema'))[:20]}; this version writes schema {SCHEMA}. "
            "Read it with the version that wrote it, or run the batch with --fresh."
        )
    return Store(path=path)


def make_store(path: Path, *, fresh: bool = False) -> Store:
    """Open a store, made where there is none. Refuses a folder with other things in it, also with `fresh`.

    Raises BadInput for such a folder, StoreError for one that cannot be looked into.
    """
    with step("looking for a store", path):  # a name too long, a folder that may not be read
        is_store, is_free = (path / CARD).exists(), not path.exists() or (path.is_dir() and _is_ours(path))
    if is_store and not fresh:
        return open_store(path)
    if not is_free:
        raise BadInput(f"{path}: not empty and no store. Give a new folder for the store.")
    make_folder(path.absolute())
    return Store(path=path)


def _is_ours(path: Path) -> bool:
    """Whether the folder is a store, whole or begun, or empty: it holds nothing but what a store holds."""
    known = {CARD, PARTS, STAGING, RUNS, DATABASE, ledger.NAME, "lock"}
    return all(item.name.removesuffix(".tmp").removesuffix(".wal") in known for item in path.iterdir())


def prepare(store: Store, *, fresh: bool = False) -> None:
    """Under the lock, before a run writes: lay the store out, or empty it, and sweep what a killed run left."""
    if fresh:
        for name in (ledger.NAME, DATABASE, PARTS, RUNS, CARD):  # the ledger first: from then on nothing counts
            remove_tree(store.path / name)
    for name in (PARTS, RUNS):
        make_folder(store.path / name)
    if not (store.path / CARD).exists():
        card = {
            "format": _FORMAT,
            "schema": SCHEMA,
            "read": "by `tieout query`, or parts/**/TABLE.parquet",
        }
        replace_whole(store.path / CARD, (json.dumps(card, indent=1) + "\n").encode())
    found = store.ledger()
    if found.torn or found.damaged:
        ledger.rewrite(store.path, found.entries.values())
    sweep(store, found)


def sweep(store: Store, found: ledger.Ledger) -> tuple[str, ...]:
    """Remove what no ledger line stands for: staged parts, parts left between rename and ledger, temporary files."""
    strays = list(_strays(store, found))
    for stray in strays:
        remove_tree(stray)
    make_folder(store.path / STAGING)
    for folder in sorted((store.path / PARTS).glob("*/*"), reverse=True) + sorted((store.path / PARTS).glob("*")):
        if folder.is_dir() and not any(folder.iterdir()):
            with step("removing", folder):
                folder.rmdir()
    return tuple(str(path.relative_to(store.path)) for path in strays)


def _strays(store: Store, found: ledger.Ledger) -> Iterator[Path]:
    staging = store.path / STAGING
    yield from sorted(staging.iterdir()) if staging.is_dir() else ()
    yield from sorted(store.path.glob("*.tmp"))
    yield from sorted(store.path.glob("*.wal"))
    yield from sorted((store.path / RUNS).glob("*.tmp"))
    files = {entry.part: {f"{file.table}.parquet" for file in entry.tables} for entry in found.entries.values()}
    yield from _strays_below(store.path / PARTS, "", files)


def _strays_below(folder: Path, name: str, files: Mapping[str, set[str]]) -> Iterator[Path]:
    """What no part owns below one folder of `parts/`: company, period, part, and the files in it."""
    depth = name.count("/")
    for item in sorted(os.scandir(folder), key=lambda item: item.name) if folder.is_dir() else ():
        below = f"{name}{item.name}"
        if depth == 3:
            owned = item.name in files[name[:-1]] and item.is_file(follow_symlinks=False)
        else:
            owned = item.is_dir(follow_symlinks=False) and (depth < 2 or below in files)
        if not owned:
            yield Path(item.path)
        elif depth < 3:
            yield from _strays_below(Path(item.path), f"{below}/", files)


def is_whole(store: Store, entry: Entry) -> bool:
    """Whether every file of a finished call is there with the digest of the ledger."""
    return not any(_problems(store, entry))


def stage(store: Store, name: str) -> Path:
    """An empty folder in which one part may be written."""
    folder = store.path / STAGING / name
    remove_tree(folder)
    with step("making the folder", folder):
        os.mkdir(folder)
    return folder


def commit(store: Store, staged: Path, entry: Entry, earlier: Entry | None) -> Entry:
    """Give a staged part its place and enter it in the ledger; `earlier` is what the ledger had of this call.

    After a kill at any moment the store holds either the earlier state or the new one, and strays that `sweep` removes.
    """
    keys = {name: getattr(entry, name) for name in KEYS}
    entry = replace(entry, part=part_path(keys, entry.content))
    place = store.part(entry)
    make_folder(place.parent)
    if place.exists():  # a damaged part that is done again, or one left by a kill
        remove_tree(place)
    with step("renaming", staged):
        os.rename(staged, place)
    sync_folder(place.parent)
    ledger.append(store.path, entry)
    if earlier is not None and earlier.part != entry.part:
        remove_tree(store.part(earlier))
    return entry


def commit_tables(
    store: Store, tables: Mapping[str, bytes], entry: Entry, earlier: Entry | None, *, staged: str
) -> Entry:
    """`commit` for tables that arrive as bytes, from a worker on another machine or from the run itself."""
    folder = stage(store, staged)
    return commit(store, folder, replace(entry, tables=write_part(folder, tables)), earlier)


def verify(store: Store) -> tuple[Problem, ...]:
    """Everything in the store that is not as the ledger says; reads every byte of every part."""
    found = store.ledger()
    problems = [Problem(path=ledger.NAME, what=f"line {number} is damaged") for number in found.damaged]
    if found.torn:
        problems.append(Problem(path=ledger.NAME, what="the last line was not written to its end"))
    for entry in found.entries.values():
        problems.extend(_problems(store, entry))
    strays = (path.relative_to(store.path).as_posix() for path in _strays(store, found))
    return (*problems, *(Problem(path=name, what="no ledger line stands for it") for name in strays))


def _problems(store: Store, entry: Entry) -> Iterator[Problem]:
    for file in entry.tables:
        try:
            read_checked(store.part(entry), file)
        except Damaged as error:
            path = store.part(entry) / f"{file.table}.parquet"
            what = str(error).removeprefix(f"{path}: ").partition(". ")[0]
            yield Problem(path=path.relative_to(store.path).as_posix(), what=what, call=entry.call)


def repair(store: Store) -> tuple[Problem, ...]:
    """Under the lock: drop the calls that are damaged, write the ledger anew and sweep; returns what was wrong.

    The next run of the batch does the dropped calls again. Nothing sound is touched.
    """
    problems = verify(store)
    damaged = {problem.call for problem in problems if problem.call is not None}
    found = store.ledger()
    kept = {call: entry for call, entry in found.entries.items() if call not in damaged}
    if problems:
        ledger.rewrite(store.path, kept.values())
        sweep(store, replace(found, entries=kept, damaged=(), torn=False))
    return problems
