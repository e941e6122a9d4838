"""Who does what, how long it may take, and what becomes of a task whose worker is lost: the same for both engines.

A task whose worker ended is tried once more when everything else is done, alone, so that a machine short of memory or a
neighbour's fault is told from a document that ends every worker. A task past its deadline is not tried again.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from .tasks import Bounds, Loss, Result, Task
from .work import Done

DEADLINE = "E322"
_TICK = 0.25  # seconds between looks at deadlines and at whether to stop

Outcome = Result | Done | Loss


class Engine(Protocol):
    """Workers of any kind. A task that was begun comes back once from `wait`, or is taken back by `stop`."""

    def room(self) -> int:
        """How many tasks may be begun now."""
        ...

    def begin(self, task: Task) -> None:
        """Hand a task to a free worker."""
        ...

    def wait(self, seconds: float) -> Sequence[Outcome]:
        """What has come in, after at most `seconds`."""
        ...

    def stop(self, task: Task) -> None:
        """End the worker that has the task, whatever it is doing; nothing comes back of it."""
        ...

    def close(self) -> None:
        """End all workers."""
        ...


def supervise(
    engine: Engine, tasks: Iterable[Task], bounds: Bounds, stopped: Callable[[], bool]
) -> Iterator[tuple[Task, Outcome]]:
    """Every task with what came of it, in the order in which they finish, until `stopped()`."""
    waiting, alone = deque(tasks), deque[Task]()
    busy: dict[str, tuple[Task, float]] = {}
    while (waiting or alone or busy) and not stopped():
        while waiting and engine.room():
            task = waiting.popleft()
            busy[task.call] = (task, time.monotonic() + bounds.seconds)
            engine.begin(task)
        if not busy and not waiting:
            yield from supervise(engine, (alone.popleft(),), replace(bounds, attempts=1), stopped)
            continue
        for outcome in engine.wait(_until_next(busy)):
            task, _ = busy.pop(outcome.call if not isinstance(outcome, Done) else outcome.result.call)
            if isinstance(outcome, Loss) and bounds.attempts > 1:
                alone.append(task)
            else:
                yield task, outcome
        for task, loss in _overdue(engine, busy, bounds):
            yield task, loss


def _until_next(busy: dict[str, tuple[Task, float]]) -> float:
    soonest = min((deadline for _, deadline in busy.values()), default=float("inf")) - time.monotonic()
    return max(0.0, min(_TICK, soonest))


def _overdue(engine: Engine, busy: dict[str, tuple[Task, float]], bounds: Bounds) -> Iterator[tuple[Task, Loss]]:
    now = time.monotonic()
    for task, _ in [pair for pair in busy.values() if pair[1] <= now]:
        engine.stop(task)
        del busy[task.call]
        why = f"{task.call}: not done after {bounds.seconds:g} s. Raise --timeout, or split the documents."
        yield task, Loss(call=task.call, code=DEADLINE, why=why)
