"""Workers as processes of a fork server. Any of them may die at any moment without harm to another's task.

Python's own pools lose other tasks, or wait for ever, when a worker dies. Here the run holds one pipe to each worker
and sees it end; a worker in turn sees the run end and ends too. Parquet files go to the staging folder, and only
a short line comes back through the pipe.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from ..jsonl import from_plain, to_plain
from ..options import Options
from ..store.files import make_folder, remove_tree
from ..store.parts import write_part
from .tasks import Bounds, Loss, Result, Task
from .work import do_task

ENDED = "E320"
_LAST_WORDS = 0.5  # seconds for a worker whose pipe closed to end and say how
_GRACE = 10  # CPU seconds beyond a task's own before the system ends a worker that nobody watches


@dataclass(slots=True)
class _Worker:
    process: ForkServerProcess
    pipe: Connection
    done: int = 0
    task: Task | None = None
    last: Task | None = None


class ProcessEngine:
    """Up to `workers` processes; each is begun when it is needed and renewed after `bounds.tasks_a_worker` tasks."""

    def __init__(self, options: Options, staging: Path, workers: int, bounds: Bounds) -> None:
        self._options, self._staging, self.size, self._bounds = options, staging, workers, bounds
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["nlp.batch.preload"])
        self._workers: list[_Worker] = []

    def room(self) -> int:
        """How many tasks may be begun now."""
        return self.size - sum(worker.task is not None for worker in self._workers)

    def begin(self, task: Task, ahead: Sequence[Task] = (), behind: Task | None = None) -> None:
        """Hand a task to a free worker, a new one if there is none. A worker that died while idle is replaced."""
        free = [worker for worker in self._workers if worker.task is None]
        for worker in sorted(free, key=lambda worker: behind is None or worker.last != behind):
            if self._hand(worker, task, ahead):
                return
            self._drop(worker)
        worker = self._start()
        if not self._hand(worker, task, ahead):  # it could not even start: the loss comes back from `wait`
            worker.task = task

    def _hand(self, worker: _Worker, task: Task, ahead: Sequence[Task]) -> bool:
        try:
            worker.pipe.send_bytes(json.dumps([to_plain(row) for row in (task, *ahead)]).encode("ascii"))
        except OSError:
            return False
        worker.task = task
        return True

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_serve, args=(theirs, self._options, str(self._staging), self._bounds), name="tieout-worker"
        )
        process.start()
        theirs.close()
        worker = _Worker(process=process, pipe=ours)
        self._workers.append(worker)
        return worker

    def wait(self, seconds: float) -> Sequence[Result | Loss]:
        """Results and losses that have come in."""
        busy = {worker.pipe: worker for worker in self._workers if worker.task is not None}
        return [self._take(busy[pipe]) for pipe in wait(list(busy), seconds) if isinstance(pipe, Connection)]

    def _take(self, worker: _Worker) -> Result | Loss:
        task = worker.task
        assert task is not None  # noqa: S101 - only busy workers are waited for
        try:
            answer: Result | Loss = from_plain(Result, json.loads(worker.pipe.recv_bytes()))
        except (EOFError, OSError, ValueError):
            worker.process.join(_LAST_WORDS)
            self._drop(worker)
            return _loss(task, worker.process.exitcode)
        worker.task, worker.last, worker.done = None, task, worker.done + 1
        if worker.done >= self._bounds.tasks_a_worker or (isinstance(answer, Result) and answer.again):
            self._drop(worker)
        return answer

    def stop(self, task: Task) -> None:
        """End the worker that has the task."""
        for worker in [worker for worker in self._workers if worker.task == task]:
            self._drop(worker)

    def close(self) -> None:
        """End all workers."""
        for worker in list(self._workers):
            self._drop(worker)

    def _drop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        if worker.process.exitcode is None:
            worker.process.kill()
        worker.process.join()


def _loss(task: Task, exitcode: int | None) -> Loss:
    if exitcode is not None and exitcode < 0:
        with suppress(ValueError):
            name = signal.Signals(-exitcode).name
            hint = "out of memory, most often" if name == "SIGKILL" else "a fault of a library, most often"
            why = f"{task.call}: its worker was ended by {name} ({hint}). Look at the documents, or report it."
            return Loss(call=task.call, code=ENDED, why=why)
    why = f"{task.call}: its worker ended with status {exitcode}. Look at the documents, or report it."
    return Loss(call=task.call, code=ENDED, why=why)


# ------------------------------------------------------------------------------------------------ in the worker


def _serve(pipe: Connection, options: Options, staging: str, bounds: Bounds) -> None:
    """Do tasks until the pipe closes."""
    _settle(bounds)
    while True:
        try:
            task, *ahead = [from_plain(Task, row) for row in json.loads(pipe.recv_bytes())]
        except (EOFError, OSError):
            return
        _allow_time(bounds)
        result = _do(task, options, Path(staging), ahead)
        try:
            pipe.send_bytes(json.dumps(to_plain(result)).encode("ascii"))
        except OSError:
            return


def _do(task: Task, options: Options, staging: Path, ahead: Sequence[Task] = ()) -> Result:
    done = do_task(task, options, ahead=ahead)
    folder = staging / stage_name(task)
    try:
        remove_tree(folder)  # a first attempt may have got this far
        make_folder(folder)
        return replace(done.result, tables=write_part(folder, done.tables))
    except OSError as error:  # a full disk is no fault of the call
        return replace(done.result, trouble=str(error))


def stage_name(task: Task) -> str:
    """The staging folder of a task."""
    return task.content[:32]


def _settle(bounds: Bounds) -> None:
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):  # the run decides when a worker ends
        signal.signal(number, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a library prints helps nobody here, and may be a gigabyte
        os.dup2(nowhere, stream)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.Thread(target=_end_with_the_run, daemon=True).start()
    if bounds.memory_mb:
        limit = _address_space() + (bounds.memory_mb << 20)
        with suppress(ValueError, OSError):  # a lower limit may be set already
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _address_space() -> int:
    """Bytes of address space in use: libraries reserve more than a gigabyte before they hold anything."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return 2 << 30


def _end_with_the_run() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _allow_time(bounds: Bounds) -> None:
    """A bound that holds even when the run was killed and a library loops without letting Python run."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + bounds.seconds) + _GRACE
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


if sys.platform == "win32":  # pragma: no cover - told at once, instead of failing somewhere later
    raise ImportError("tieout batch needs a POSIX system: Linux, macOS or WSL")
