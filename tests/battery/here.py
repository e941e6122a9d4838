"""A batch in this process alone: what its workers would do is done here, so that every file operation can be counted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from nlp.batch import on_processes, run
from nlp.batch.run import BatchOptions
from nlp.batch.supervise import Outcome
from nlp.batch.tasks import Bounds, Task
from nlp.batch.work import Done, do_task
from nlp.options import Options

ALONE = BatchOptions(workers=1, log="none", database=False)


class Here:
    """The one worker. What a task gave before, it gives again at once."""

    size = 1
    known: dict[str, Done]

    def __init__(self, options: Options, staging: Path, _workers: int, _bounds: Bounds) -> None:
        self._options, self._staging, self._task = options, staging, None

    _task: Task | None

    def room(self) -> int:
        """One task at a time."""
        return 0 if self._task else 1

    def begin(self, task: Task, _ahead: Sequence[Task] = (), _behind: Task | None = None) -> None:
        """Keep the task until it is waited for."""
        self._task = task

    def wait(self, _seconds: float) -> Sequence[Outcome]:
        """Do it as a worker does."""
        task, self._task = self._task, None
        return [on_processes._do(task, self._options, self._staging)] if task else []

    def stop(self, _task: Task) -> None:
        """Nothing is ever late here."""

    def close(self) -> None:
        """Nothing to end."""


def batch_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `run_batch` work in this process, and analyze equal calls once."""
    known: dict[str, Done] = {}

    def remember(task: Task, options: Options, **_ahead: object) -> Done:
        if task.content not in known:
            known[task.content] = do_task(task, options)
        return known[task.content]

    monkeypatch.setattr(on_processes, "do_task", remember)
    monkeypatch.setattr(on_processes, "ProcessEngine", Here)
    monkeypatch.setattr(run, "_cores", lambda: 1)
