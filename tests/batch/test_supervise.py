"""Who does what, on workers that only pretend: chains of tasks, losses in them, and deadlines."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from nlp.batch import run
from nlp.batch.run import run_batch
from nlp.batch.supervise import Outcome, supervise
from nlp.batch.tasks import Bounds, Loss, Result, Task
from nlp.options import Options
from tests.batch.calls import QUIET, calls_in, digests

TASKS = [Task(call=f"c{number}", content=f"{number}", company=None, period=None, sources=()) for number in range(9)]


@dataclass
class Pretended:
    """Workers that answer at once, but for calls that end them, and calls that take for ever."""

    size: int = 2
    deadly: frozenset[str] = frozenset()
    endless: frozenset[str] = frozenset()
    begun: list[tuple[str, int, str]] = field(default_factory=list)  # the call, how many it was told of, behind which
    held: dict[str, list[str]] = field(default_factory=dict)

    def room(self) -> int:
        return self.size - len(self.held)

    def begin(self, task: Task, ahead: Sequence[Task] = (), behind: Task | None = None) -> None:
        self.begun.append((task.call, len(ahead), behind.call if behind else ""))
        self.held[task.call] = [task.call, *(row.call for row in ahead)]

    def wait(self, seconds: float) -> Sequence[Outcome]:
        ready = [call for call, told in self.held.items() if not self.endless & {*told}]
        return [self._answer(call) for call in ready]

    def _answer(self, call: str) -> Outcome:
        if self.deadly & {*self.held.pop(call)}:
            return Loss(call=call, code="E320", why="it ended")
        return Result(call=call, company="c", period="p", status="done")

    def stop(self, task: Task) -> None:
        del self.held[task.call]

    def close(self) -> None:
        self.held.clear()


def outcomes(engine: Pretended, *, ahead: int, seconds: float = 300.0) -> dict[str, str]:
    found = supervise(engine, TASKS, Bounds(seconds=seconds), lambda: False, ahead=ahead)
    told = [(task.call, outcome.code if isinstance(outcome, Loss) else "done") for task, outcome in found]
    assert len(told) == len(TASKS)
    return dict(told)


DONE = {task.call: "done" for task in TASKS}


def test_a_worker_goes_on_with_what_it_was_told_of() -> None:
    engine = Pretended()
    assert outcomes(engine, ahead=3) == DONE
    assert engine.begun[:4] == [("c0", 2, ""), ("c3", 1, ""), ("c1", 0, "c0"), ("c4", 0, "c3")]
    assert engine.begun[-1][1] == 0, "the last ones are done one by one"


def test_without_chains_it_is_one_after_the_other() -> None:
    engine = Pretended()
    assert outcomes(engine, ahead=0) == DONE
    assert [row[0] for row in engine.begun] == list(DONE)


@pytest.mark.parametrize("call", ["c0", "c1", "c5"])
def test_a_call_that_ends_its_worker_costs_no_other(call: str) -> None:
    engine = Pretended(deadly=frozenset([call]))
    assert outcomes(engine, ahead=3) == DONE | {call: "E320"}


@pytest.mark.parametrize("call", ["c0", "c2", "c5"])
def test_a_call_that_takes_for_ever_costs_no_other(call: str) -> None:
    engine = Pretended(endless=frozenset([call]))
    assert outcomes(engine, ahead=3, seconds=0.01) == DONE | {call: "E322"}


@pytest.mark.skipif(not os.environ.get("TIEOUT_BATTERY"), reason="run by `make faults` and `make battery`")
def test_texts_of_several_calls_encoded_together_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path_factory.mktemp("ahead")
    folder, one = calls_in(place / "in", 6), QUIET.__class__(workers=1, log="none", database=False)
    (sorted(folder.rglob("transcript.txt"))[1]).write_bytes(b"\x89PNG\r\n\x1a\n")  # what cannot be read holds nobody up
    together = run_batch(folder, place / "together", options=Options(models="shipped"), batch=one)
    monkeypatch.setattr(run, "calls_ahead", lambda _options: 0)
    alone = run_batch(folder, place / "alone", options=Options(models="shipped"), batch=one)
    assert together.failed == alone.failed != ()
    assert digests(place / "together") == digests(place / "alone")
