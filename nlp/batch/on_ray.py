"""Workers as Ray actors, on this machine or on an existing cluster: the same tasks, tables and resume as processes.

Documents travel as bytes and tables come back as bytes, so the machines need tieout and no shared folder. One actor is
one worker: it loads its tools once. Actors rather than the pools of Ray Data, which fail as a whole once a document
has ended its workers often enough, while here the loss names its one call. A task that runs twice gives one part, since
the run commits each call once. Whoever reaches a cluster's ports can run code on it: that is Ray's design, so what is
started here listens on the loopback address alone, without dashboard and usage statistics.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from ..errors import BadInput
from ..jsonl import from_plain, to_plain
from ..options import Options
from .tasks import Bounds, Loss, Result, Source, Task
from .work import Done, do_task, fetch_file

ENDED, MEMORY = "E320", "E321"
_LOOPBACK = "127.0.0.1"
_MISSES = 5  # actors in a row that died before they were ready


@dataclass(slots=True)
class _Slot:
    actor: Any
    done: int = 0
    last: Task | None = None


class RayEngine:
    """One actor a worker; as many as the cluster has cores unless `workers` says how many."""

    def __init__(
        self,
        options: Options,
        bounds: Bounds,
        *,
        workers: int | None = None,
        address: str | None = None,
        gpus: float = 0.0,
    ) -> None:
        self._ray = _connect(address, workers)
        self._options, self._bounds, self._gpus = options, bounds, gpus
        self.size = workers or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        self._starting: dict[Any, _Slot] = {}
        self._idle: list[_Slot] = []
        self._busy: dict[Any, tuple[_Slot, Task]] = {}
        self._misses = 0

    def room(self) -> int:
        """How many actors are ready and idle; those that are missing are started, and begin no task yet."""
        while len(self._starting) + len(self._idle) + len(self._busy) < self.size:
            actor = self._actor()
            self._starting[actor.ready.remote()] = _Slot(actor)
        self._look(0.0)
        return len(self._idle)

    def _look(self, seconds: float) -> None:
        """Take over actors that have become ready; gives up where one after the other dies while it starts."""
        ready, _ = self._ray.wait(list(self._starting), timeout=seconds) if self._starting else ([], [])
        for ref in ready:
            slot = self._starting.pop(ref)
            try:
                self._ray.get(ref)
                self._idle.append(slot)
                self._misses = 0
            except self._ray.exceptions.RayError as error:
                self._misses += 1
                if self._misses >= _MISSES:
                    raise BadInput(f"no Ray worker can start ({str(error)[:200]}). Is tieout on every node?") from None

    def begin(self, task: Task, ahead: Sequence[Task] = (), behind: Task | None = None) -> None:
        """Send a task with the bytes of its documents, and of those ahead, to an idle actor."""
        slot = next((slot for slot in self._idle if behind is not None and slot.last == behind), self._idle[-1])
        self._idle.remove(slot)
        tasks = (task, *ahead)
        documents = [[_bytes(source, self._options) for source in row.sources] for row in tasks]
        ref = slot.actor.do.remote(json.dumps([to_plain(row) for row in tasks]), documents)
        self._busy[ref] = (slot, task)

    def _actor(self) -> Any:
        kind = self._ray.remote(num_cpus=1, num_gpus=self._gpus, max_restarts=0, max_task_retries=0)(_Worker)
        return kind.remote(self._options)

    def wait(self, seconds: float) -> Sequence[Done | Loss]:
        """Results and losses that have come in."""
        if not self._busy:
            self._look(seconds)
            return []
        ready, _ = self._ray.wait(list(self._busy), num_returns=1, timeout=seconds)
        return [self._take(ref) for ref in ready]

    def _take(self, ref: Any) -> Done | Loss:
        slot, task = self._busy.pop(ref)
        try:
            text, tables = self._ray.get(ref)
        except self._ray.exceptions.RayError as error:
            self._kill(slot)
            return _loss(task, error, self._ray.exceptions)
        done = Done(result=from_plain(Result, json.loads(text)), tables=tables)
        slot.done, slot.last = slot.done + 1, task
        if slot.done >= self._bounds.tasks_a_worker or done.result.again:
            self._kill(slot)
        else:
            self._idle.append(slot)
        return done

    def stop(self, task: Task) -> None:
        """End the actor that has the task."""
        for ref, (slot, held) in list(self._busy.items()):
            if held == task:
                del self._busy[ref]
                self._kill(slot)

    def close(self) -> None:
        """End all actors; the cluster stays as it was found."""
        for slot in [*self._starting.values(), *self._idle, *(slot for slot, _ in self._busy.values())]:
            self._kill(slot)
        self._starting, self._idle, self._busy = {}, [], {}

    def _kill(self, slot: _Slot) -> None:
        with suppress(self._ray.exceptions.RayError, ValueError):
            self._ray.kill(slot.actor)


def _loss(task: Task, error: Exception, kinds: Any) -> Loss:
    if isinstance(error, kinds.OutOfMemoryError):
        why = f"{task.call}: its worker was ended for want of memory. Use fewer workers, or split the documents."
        return Loss(call=task.call, code=MEMORY, why=why)
    why = f"{task.call}: its worker ended ({type(error).__name__}). Look at the documents, or report it."
    return Loss(call=task.call, code=ENDED, why=why)


def _connect(address: str | None, workers: int | None) -> Any:
    """Ray, joined to the cluster at `address`, or started on this machine alone."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError:
        raise BadInput("--engine ray needs Ray, which is not installed. Run: pip install 'tieout[ray]'") from None
    if ray.is_initialized():
        return ray
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    try:
        if address is not None:
            ray.init(address=address, **quiet)
        else:
            ray.init(
                address="local", num_cpus=workers, include_dashboard=False, _node_ip_address=_LOOPBACK, **quiet
            )  # fmt: skip
    except (ConnectionError, ValueError, RuntimeError, TimeoutError) as error:
        raise BadInput(f"Ray at {address or 'this machine'}: {str(error)[:200]}. Check --ray-address.") from None
    return ray


def _bytes(source: Source, options: Options) -> bytes | str:
    """A document's bytes; where it cannot be read, the message that the worker then gives as its failure."""
    try:
        return fetch_file(source, options)
    except BadInput as error:
        return json.dumps([type(error).__name__, str(error)])


class _Worker:
    """In an actor: the tools are loaded once, documents come as bytes."""

    def __init__(self, options: Options) -> None:
        from . import preload  # noqa: F401  loads what every call needs

        self._options = options

    def ready(self) -> bool:
        """Answers once the tools are loaded."""
        return True

    def do(self, text: str, documents: Sequence[Sequence[bytes | str]]) -> tuple[str, Mapping[str, bytes]]:
        """The first of some tasks as JSON, each with its documents in the order of its sources."""
        tasks = [from_plain(Task, row) for row in json.loads(text)]
        every = [
            pair for task, own in zip(tasks, documents, strict=True) for pair in zip(task.sources, own, strict=True)
        ]
        held = dict(reversed(every))  # of a document that several calls have, what was read for the first
        done = do_task(tasks[0], self._options, lambda source, _options: _unpack(held[source]), tasks[1:])
        return json.dumps(to_plain(done.result)), done.tables


def _unpack(held: bytes | str) -> bytes:
    if isinstance(held, bytes):
        return held
    from .. import errors

    kind, message = json.loads(held)
    raise getattr(errors, kind, BadInput)(message)
