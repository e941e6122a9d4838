"""Files that are whole or absent: written, synced, and only then given their name.

A rename within one file system is atomic, and after the folder was synced it lasts. Every OSError of the disk becomes a
StoreError that names the step and the path.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import StoreError

_EXTRA = ".tmp"


@contextmanager
def step(what: str, path: Path) -> Iterator[None]:
    """Turn an OSError of the block into a StoreError naming the step, the path and what to do."""
    try:
        yield
    except StoreError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            f"{path}: {what} failed ({reason}). Free space or mend the permissions, then run the same command again: "
            "what is finished is kept."
        ) from None


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and sync it. The caller gives it its final place by renaming it or its folder."""
    with step("opening", path):
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o666)
    try:
        with step("writing", path):
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
        with step("syncing", path):
            os.fsync(handle)
    finally:
        with suppress(OSError):
            os.close(handle)


def replace_whole(path: Path, data: bytes) -> None:
    """Write `path` so that it holds all the old bytes or all the new ones at any moment."""
    _swap(path, lambda extra: write_synced(extra, data))


def replace_with(path: Path, build: Callable[[Path], None]) -> None:
    """`replace_whole` for a file that a library writes itself: `build` gets the temporary path."""
    _swap(path, build)


def _swap(path: Path, write: Callable[[Path], None]) -> None:
    extra = path.with_name(path.name + _EXTRA)
    with step("removing an old copy of", extra):
        extra.unlink(missing_ok=True)
    try:
        write(extra)
        with step("renaming", extra):
            os.rename(extra, path)
    except BaseException:
        for left in (extra, extra.with_name(extra.name + ".wal")):  # DuckDB keeps a log beside its file
            with suppress(OSError):
                left.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last."""
    with step("syncing the folder", folder):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each synced into its parent."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with step("making the folder", folder), suppress(FileExistsError):
        os.mkdir(folder)
    sync_folder(folder.parent)


def remove_tree(folder: Path) -> None:
    """Remove a folder that the store made, and all in it. A link is removed, never followed."""
    with step("removing", folder):
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
