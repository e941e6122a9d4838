"""What a run says while it works, on stderr: a bar on a terminal, lines elsewhere, or JSON lines for machines.

Bar and lines speak the language asked for; JSON is the same in every language.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
import time
from collections import deque
from contextlib import suppress
from types import TracebackType
from typing import Any, Literal

from ..messages import translate
from ..words import say

Form = Literal["auto", "text", "json", "none"]
_EVERY = 10.0  # seconds between lines where there is no terminal
_WINDOW = 60  # calls that the rate is taken over, so that it follows a change
_CODED = re.compile(r"(.*?: E\d{3} )(.+)", re.DOTALL)  # "CALL: E105 transcript.txt: empty."


class Progress:
    """Counts calls with rate and remaining time. A stream that closes ends the telling, never the run."""

    def __init__(self, form: Form, total: int, finished: int, lang: str = "en") -> None:
        self._form: Form = _form(form)
        self._lang = lang
        self.total, self.finished = total, finished
        self.done = self.failed = 0
        self._began = self._told = time.monotonic()
        self._times = deque([self._began], maxlen=_WINDOW)
        self._bar: Any = None

    def __enter__(self) -> Progress:
        self.event("begin", calls=self.total, finished_before=self.finished)
        if self._form == "auto":
            self._bar = _bar(self.total, self.finished, self._lang)
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

    def line(self) -> str:
        """The state in one line: counts, calls a minute, and the time that remains at that rate."""
        rate = self.rate()
        left = self.total - self.finished - self.done
        told = [say("cli.b_calls", self._lang, n=f"{self.finished + self.done:,}", all=f"{self.total:,}")]
        told += [say("cli.b_failed", self._lang, n=self.failed)] if self.failed else []
        told += [_a_minute(rate, self._lang)]
        remaining = datetime.timedelta(seconds=round(left / rate)) if rate and left else None
        told += [say("cli.b_left", self._lang, time=remaining)] if remaining is not None else []
        return (", " if self._lang == "en" else "，").join(told)

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
                self._write(_plain(_told(str(reason), self._lang)))

    def _write(self, line: str) -> None:
        if self._bar is not None:
            with suppress(OSError, ValueError):
                self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        elif sys.stderr is not None:
            with suppress(OSError, ValueError):
                sys.stderr.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
                sys.stderr.flush()


def _a_minute(rate: float, lang: str) -> str:
    return say("cli.b_rate", lang, n=f"{rate * 60:.1f}")


def _told(reason: str, lang: str) -> str:
    """A reason in `lang`; the call's name and the code before it stay."""
    hit = _CODED.fullmatch(reason)
    return hit[1] + translate(hit[2], lang) if hit else translate(reason, lang)


def _plain(text: str) -> str:
    """Control characters as escapes, so that a name cannot write on the terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _form(form: Form) -> Form:
    if form != "auto":
        return form
    return "auto" if sys.stderr is not None and sys.stderr.isatty() else "text"


def _bar(total: int, finished: int, lang: str) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Told(ProgressColumn):
        """Failures and rate, in words."""

        def render(self, task: Task) -> Text:
            failed = say("cli.b_failed", lang, n=task.fields["failed"])
            return Text(f"{failed}  {_a_minute(task.speed or 0.0, lang)}")

    columns = (MofNCompleteColumn(), BarColumn(), Told(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True))
    bar.add_task("calls", total=total, completed=finished, failed=0)
    return bar
