"""What a run says while it works, on stderr: a bar on a terminal, lines elsewhere, or JSON lines for machines."""

from __future__ import annotations

import datetime
import json
import sys
import time
from collections import deque
from contextlib import suppress
from types import TracebackType
from typing import Any, Literal

Form = Literal["auto", "text", "json", "none"]
_EVERY = 10.0  # seconds between lines where there is no terminal
_WINDOW = 60  # calls that the rate is taken over, so that it follows a change


class Progress:
    """Counts calls with rate and remaining time. A stream that closes ends the telling, never the run."""

    def __init__(self, form: Form, total: int, finished: int) -> None:
        self._form: Form = _form(form)
        self.total, self.finished = total, finished
        self.done = self.failed = 0
        self._began = self._told = time.monotonic()
        self._times = deque([self._began], maxlen=_WINDOW)
        self._bar: Any = None

    def __enter__(self) -> Progress:
        self.event("begin", calls=self.total, finished_before=self.finished)
        if self._form == "auto":
            self._bar = _bar(self.total, self.finished)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            with suppress(OSError, ValueError):
                self._bar.stop()

    def advance(self, call: str, status: str, **more: Any) -> None:
        """One more call is in the store. A failure is always told, with its reasons."""
        self.done += 1
        self.failed += status != "done"
        self._times.append(time.monotonic())
        if self._form == "json" or status != "done":
            self.event("call", call=call, status=status, **more)
        if self._bar is not None:
            with suppress(OSError, ValueError):
                self._bar.update(0, advance=1, failed=self.failed)
        elif self._form == "text" and (
            self._times[-1] - self._told >= _EVERY or self.done + self.finished == self.total
        ):
            self._told = self._times[-1]
            self._write(self.line())

    def _is_last(self) -> bool:
        return self.done + self.finished == self.total

    def line(self) -> str:
        """The state in one line: counts, calls a minute, and the time that remains at that rate."""
        rate = self.rate()
        left = self.total - self.finished - self.done
        remaining = f", {datetime.timedelta(seconds=round(left / rate))} left" if rate and left else ""
        failed = f", {self.failed} with failures" if self.failed else ""
        return f"{self.finished + self.done:,} of {self.total:,} calls{failed}, {rate * 60:.1f} a minute{remaining}"

    def rate(self) -> float:
        """Calls a second, over the last of them."""
        spent = self._times[-1] - self._times[0]
        return (len(self._times) - 1) / spent if spent > 0 else 0.0

    def event(self, name: str, **fields: Any) -> None:
        """Something to remember: a JSON line, or a line of text where it matters."""
        if self._form == "json":
            now = datetime.datetime.now(tz=datetime.UTC).isoformat(timespec="milliseconds")
            self._write(json.dumps({"time": now, "event": name, **fields}, ensure_ascii=True, default=str))
        elif self._form != "none" and name != "begin":
            reasons = fields.get("why") or ()
            for reason in reasons if isinstance(reasons, (list, tuple)) else (reasons,):
                self._write(_plain(str(reason)))

    def _write(self, line: str) -> None:
        if self._bar is not None:
            with suppress(OSError, ValueError):
                self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        elif sys.stderr is not None:
            with suppress(OSError, ValueError):
                sys.stderr.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
                sys.stderr.flush()


def _plain(text: str) -> str:
    """Control characters as escapes, so that a name cannot write on the terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _form(form: Form) -> Form:
    if form != "auto":
        return form
    return "auto" if sys.stderr is not None and sys.stderr.isatty() else "text"


def _bar(total: int, finished: int) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        MofNCompleteColumn(), BarColumn(), TextColumn("{task.fields[failed]} with failures"), _RateColumn(),
        TimeRemainingColumn(), console=Console(stderr=True),
    )  # fmt: skip
    bar.add_task("calls", total=total, completed=finished, failed=0)
    return bar


def _RateColumn() -> Any:  # noqa: N802 - a column, made late because rich is imported late
    from rich.progress import ProgressColumn, Task
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{(task.speed or 0.0) * 60:.1f} a minute")

    return Rate()
