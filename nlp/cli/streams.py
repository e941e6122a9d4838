"""stdout holds results, stderr what went wrong. A closed or narrow stream never breaks a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import BadInput
from ..messages import translate

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from ..options import Options
    from ..records import Document

_MOST_LINES = 12


def complain(message: str) -> None:
    """Write a line to stderr, if there is one."""
    if sys.stderr is not None:
        typer.echo(message, err=True)


def emit(text: str) -> None:
    """Write a result to stdout. A reader that went away, or a closed stdout, ends the writing quietly."""
    if sys.stdout is None:
        return
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()


def flush(status: int) -> int:
    """Flush stdout and give the status back; a reader that went away changes nothing."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        _silence()
    return status


def _silence() -> None:
    # The interpreter flushes stdout once more at exit; without this that would print an error of its own.
    with open(os.devnull, "w") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def colour() -> bool:
    """Whether the summary may be coloured: on a terminal, and not against NO_COLOR."""
    return bool(sys.stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def width() -> int:
    """Columns to write in, at least 60."""
    import shutil

    return max(60, shutil.get_terminal_size((110, 24)).columns)


def from_stdin(paths: Sequence[Path], options: Options) -> dict[Path, Path | Document]:
    """What each path stands for: itself, or for `-` the document on stdin. Raises BadInput when two are `-`."""
    given: dict[Path, Path | Document] = {path: path for path in paths}
    named = [path for path in paths if str(path) == "-"]
    if not named:
        return given
    once(paths)
    from ..readers import read

    return given | {named[0]: read(stdin_bytes(), name="stdin", options=options)}


def stdin_bytes() -> bytes:
    """All of stdin; nothing where it is closed."""
    return sys.stdin.buffer.read() if sys.stdin else b""


def stdin_text() -> str:
    """All of stdin as UTF-8. Raises BadInput for other bytes."""
    try:
        return stdin_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"standard input is not UTF-8 text ({error}). Convert it first.") from None


def once(paths: Sequence[object]) -> None:
    """Refuse a second `-`. Raises BadInput: stdin can be read once."""
    if sum(str(path) == "-" for path in paths) > 1:
        raise BadInput("standard input can be read once. Give - for one input only.")


def tell_left_out(lines: Sequence[str], lang: str) -> None:
    """Say on stderr which files of a folder were not used: silence would pass for having read them."""
    for line in lines[:_MOST_LINES]:
        complain(translate(f"left out: {line}", lang))
    if len(lines) > _MOST_LINES:
        complain(translate(f"left out: {len(lines) - _MOST_LINES} more files", lang))


@contextmanager
def busy(lang: str, stages: Sequence[str] = (), *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal's stderr, from the second second of the work on; nothing in a pipe, and nothing when quiet.

    Yields what is to be called with the name of each stage as it begins. Without stages the bar only says that work
    goes on.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from threading import Timer

    from ..words import say

    bar, task = _bar(say("cli.busy", lang), len(stages) or None)

    def begin(stage: str) -> None:
        bar.update(task, description=say(f"cli.s_{stage}", lang), completed=stages.index(stage))

    timer = Timer(1.0, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield begin
    finally:
        timer.cancel()
        bar.stop()


def _bar(said: str, total: int | None) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    return bar, bar.add_task(said, total=total)
