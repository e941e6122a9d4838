"""Who does what, how long it may take, and what becomes of a task whose worker is lost: the same for both engines.

A task whose worker ended is tried once more when everything else is done, alone, so that a machine short of memory or a
neighbour's fault is told from a document that ends every worker. A task past its deadline is not tried again, unless
its worker had other tasks in hand too.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from .tasks import Bounds, Loss, Result, Task
from .work import Done

DEADLINE = "E322"
_TICK = 0.25  # seconds between looks at deadlines and at whether to stop

Outcome = Result | Done | Loss


class Engine(Protocol):
    """Workers of any kind, `size` at most.

    A task that was begun comes back once from `wait`, or is taken back by `stop`.
    """

    size: int

    def room(self) -> int:
        """How many tasks may be begun now."""
        ...

    def begin(self, task: Task, ahead: Sequence[Task] = (), behind: Task | None = None) -> None:
        """Hand a task to a free worker: the one that did `behind`, if it can be, which knows what was ahead then."""
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


@dataclass(slots=True)
class _Busy:
    """A task in work, till when, and those that its worker does next."""

    task: Task
    deadline: float
    chain: deque[Task]
    opens: bool  # its worker was told of the chain, and may have been lost to a task of it


def supervise(
    engine: Engine, tasks: Iterable[Task], bounds: Bounds, stopped: Callable[[], bool], *, ahead: int = 0
) -> Iterator[tuple[Task, Outcome]]:
    """Every task with what came of it, in the order in which they finish, until `stopped()`.

    A worker that begins a task is told of up to `ahead` more that it will do next.
    """
    waiting, alone = deque(tasks), deque[Task]()
    busy: dict[str, _Busy] = {}

    def begin(chain: deque[Task], behind: Task | None = None) -> None:
        task = chain.popleft()
        busy[task.call] = _Busy(task, time.monotonic() + bounds.seconds, chain, behind is None and bool(chain))
        engine.begin(task, () if behind else tuple(chain), behind)

    while (waiting or alone or busy) and not stopped():
        while waiting and engine.room():
            # Towards the end chains get short, so that no worker waits for another's.
            length = 1 + min(ahead, len(waiting) // (2 * engine.size))
            begin(deque(waiting.popleft() for _ in range(length)))
        if not busy and not waiting:
            yield from supervise(engine, (alone.popleft(),), replace(bounds, attempts=1), stopped)
            continue
        for outcome in engine.wait(_until_next(busy)):
            done = busy.pop(outcome.call if not isinstance(outcome, Done) else outcome.result.call)
            if isinstance(outcome, Loss) or not engine.room():
                waiting.extendleft(reversed(done.chain))
            elif done.chain:
                begin(done.chain, behind=done.task)
            if isinstance(outcome, Loss) and bounds.attempts > 1:
                alone.append(done.task)
            else:
                yield done.task, outcome
        for late in _overdue(engine, busy):
            waiting.extendleft(reversed(late.chain))
            if late.opens:
                alone.append(late.task)
            else:
                yield late.task, _too_late(late.task, bounds)


def _until_next(busy: Mapping[str, _Busy]) -> float:
    soonest = min((row.deadline for row in busy.values()), default=float("inf")) - time.monotonic()
    return max(0.0, min(_TICK, soonest))


def _overdue(engine: Engine, busy: dict[str, _Busy]) -> Iterator[_Busy]:
    now = time.monotonic()
    for row in [row for row in busy.values() if row.deadline <= now]:
        engine.stop(row.task)
        del busy[row.task.call]
        yield row


def _too_late(task: Task, bounds: Bounds) -> Loss:
    why = f"{task.call}: not done after {bounds.seconds:g} s. Raise --timeout, or split the documents."
    return Loss(call=task.call, code=DEADLINE, why=why)
