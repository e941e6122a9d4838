"""A batch from beginning to end: lock, resume, analyze, commit, report. One process writes to the store: this one."""

from __future__ import annotations

import datetime
import json
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from .. import __version__
from ..checks.installed import installed_names
from ..errors import BadInput, StoreError
from ..jsonl import to_plain
from ..options import Options
from ..readers.manifests import CallSet
from ..store import lock
from ..store.files import replace_whole
from ..store.keep import RUNS, STAGING, Store, commit, commit_tables, is_whole, make_store, prepare
from ..store.ledger import Entry
from ..store.parts import encode_part
from ..store.schema import KEYS, SCHEMA
from ..tags import load_taggers
from ..tools import load_tools
from .ahead import calls_ahead
from .progress import Form, Progress
from .sources import find_calls, known, to_task
from .supervise import DEADLINE, Engine, Outcome, supervise
from .tasks import Bounds, Loss, Result, Task
from .work import Done, lost_rows

EngineName = Literal["processes", "ray"]
_PATIENCE = 3.0  # seconds between a signal and the end, whatever is still waited for


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a batch runs; nothing here changes a table. `workers` None means one a core."""

    workers: int | None = None
    engine: EngineName = "processes"
    fresh: bool = False
    bounds: Bounds = field(default_factory=Bounds)
    log: Form = "auto"
    lang: str = "en"  # of what is told while it runs
    database: bool = True
    ray_address: str | None = None
    gpus_a_worker: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did. `failed` holds the calls with failures in this store, `signal` what interrupted it, or None."""

    calls: int
    finished_before: int
    done: int
    failed: tuple[str, ...]
    kept: int  # calls of earlier runs that this source does not name
    seconds: float
    signal: int | None = None
    record: Path | None = None


@dataclass(slots=True)
class _Run:
    """The state of one run."""

    store: Store
    options: Options
    batch: BatchOptions
    models: tuple[str, ...]
    checks: tuple[str, ...]
    earlier: dict[str, Entry]
    began: datetime.datetime
    entries: dict[str, Entry] = field(default_factory=dict)
    cpu_seconds: float = 0.0
    peak_mb: dict[str, int] = field(default_factory=dict)


def run_batch(
    source: Path | Sequence[CallSet], store: Path, *, options: Options = Options(), batch: BatchOptions = BatchOptions()
) -> Summary:
    """Analyze every call of `source` into `store`, skipping what is finished there.

    A call is finished when its documents, the version, the options, the models and the installed checks are those of
    its ledger line, and its files have the digests of that line. Raises BadInput for a source or store that cannot be
    used, Held when another run writes there, StoreError when the disk fails; whatever was finished by then stays.
    """
    calls = find_calls(source, options=options) if isinstance(source, Path) else tuple(source)
    _check(batch)
    opened = make_store(store, fresh=batch.fresh)
    with _signals() as caught, lock.hold(opened.path):
        prepare(opened, fresh=batch.fresh)
        models = _models(options)
        checks = installed_names() if options.checks is None else ()
        tasks = [to_task(call, options=options, models=models, checks=checks) for call in calls]
        found = opened.ledger().entries
        run = _Run(opened, options, batch, models, checks, found, datetime.datetime.now(tz=datetime.UTC))
        todo = [task for task in tasks if not _is_finished(opened, found.get(task.call), task)]
        with Progress(batch.log, len(tasks), len(tasks) - len(todo), batch.lang) as progress:
            _work(run, todo, progress, caught)
        return _finish(run, tasks, todo, progress, caught)


def _check(batch: BatchOptions) -> None:
    if batch.workers is not None and batch.workers < 1:
        raise BadInput(f"--workers {batch.workers}: give a number above 0.")
    if batch.bounds.seconds <= 0:
        raise BadInput(f"--timeout {batch.bounds.seconds:g}: give seconds above 0.")


def _models(options: Options) -> tuple[str, ...]:
    """Names of all models in use, with their digests: another encoder, head or classifier means another result."""
    from ..pipeline import models_used

    tools = load_tools(options)
    return models_used(tools, load_taggers(tools.encoder, tools.classifiers))


def _is_finished(store: Store, entry: Entry | None, task: Task) -> bool:
    return entry is not None and entry.content == task.content and not entry.again and is_whole(store, entry)


def _work(run: _Run, todo: Sequence[Task], progress: Progress, caught: list[int]) -> None:
    if not todo:
        return
    engine = _engine(run, len(todo))
    try:
        ahead = calls_ahead(run.options)
        for task, outcome in supervise(engine, todo, run.batch.bounds, lambda: bool(caught), ahead=ahead):
            if caught:  # a worker may have been ended by the same signal: that is no fault of its call
                break
            _keep(run, task, outcome, progress)
    finally:
        engine.close()


def _engine(run: _Run, tasks: int) -> Engine:
    workers = min(run.batch.workers or _cores(), tasks)
    if run.batch.engine == "ray":
        from .on_ray import RayEngine

        return RayEngine(
            run.options, run.batch.bounds, workers=run.batch.workers, address=run.batch.ray_address,
            gpus=run.batch.gpus_a_worker,
        )  # fmt: skip
    from .on_processes import ProcessEngine

    return ProcessEngine(run.options, run.store.path / STAGING, workers, run.batch.bounds)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _keep(run: _Run, task: Task, outcome: Outcome, progress: Progress) -> None:
    """Commit what came of a task, and tell it."""
    earlier = run.earlier.get(task.call)
    if isinstance(outcome, Loss):
        entry = _keep_loss(run, task, outcome, earlier)
        progress.advance(task.call, entry.status, code=outcome.code, why=[outcome.why])
        return
    result = outcome if isinstance(outcome, Result) else outcome.result
    if result.trouble:
        raise StoreError(result.trouble)
    entry = _entry(task, result)
    if isinstance(outcome, Done):
        run.entries[task.call] = commit_tables(run.store, outcome.tables, entry, earlier, staged=task.content[:32])
    else:
        run.entries[task.call] = commit(run.store, run.store.path / STAGING / task.content[:32], entry, earlier)
    run.cpu_seconds += result.seconds
    run.peak_mb[result.worker] = max(run.peak_mb.get(result.worker, 0), result.peak_mb)
    progress.advance(
        task.call, result.status, seconds=round(result.seconds, 3), peak_mb=result.peak_mb, worker=result.worker,
        why=[f"{task.call}: {row.code} {row.why}" for row in result.failures],
    )  # fmt: skip


def _keep_loss(run: _Run, task: Task, loss: Loss, earlier: Entry | None) -> Entry:
    result = Result(call=task.call, company=known(task.company), period=known(task.period), status="failed", again=True)
    entry = replace(_entry(task, result), failures=1)
    keys = dict(zip(KEYS, (entry.call_company, entry.call_period, entry.call), strict=True))
    tables = encode_part(lost_rows(loss.code, loss.why, task.call, run.options), keys)
    run.entries[task.call] = commit_tables(run.store, tables, entry, earlier, staged=task.content[:32])
    return entry


def _entry(task: Task, result: Result) -> Entry:
    return Entry(
        call=task.call, call_company=result.company, call_period=result.period, content=task.content,
        status=result.status, part="", tables=result.tables, failures=len(result.failures), again=result.again,
        inputs=tuple((source.name, source.sha256 or "") for source in task.sources),
    )  # fmt: skip


def _finish(run: _Run, tasks: Sequence[Task], todo: Sequence[Task], progress: Progress, caught: list[int]) -> Summary:
    entries = run.earlier | run.entries
    named = {task.call for task in tasks}
    spent = (datetime.datetime.now(tz=datetime.UTC) - run.began).total_seconds()
    summary = Summary(
        calls=len(tasks), finished_before=len(tasks) - len(todo), done=progress.done,
        failed=tuple(sorted(call for call in named & set(entries) if entries[call].failures)),
        kept=len(set(entries) - named), seconds=spent, signal=caught[0] if caught else None,
    )  # fmt: skip
    summary = replace(summary, record=_write_record(run, summary, tasks))
    if run.batch.database and not caught:
        from ..store.database import build_database

        build_database(run.store)
    progress.event("end", **{name: getattr(summary, name) for name in ("calls", "done", "seconds", "signal")})
    return summary


def _write_record(run: _Run, summary: Summary, tasks: Sequence[Task]) -> Path:
    """What was run with what: enough to tell later why a number is what it is."""
    path = run.store.path / RUNS / f"{run.began:%Y%m%dT%H%M%S}-{os.getpid()}.json"
    record: dict[str, Any] = {
        "schema": SCHEMA, "version": __version__, "options": run.options.digest(), "models": run.models,
        "checks": run.checks,
        "engine": run.batch.engine, "workers": run.batch.workers or _cores(), "began": run.began.isoformat(),
        "seconds": round(summary.seconds, 3), "cpu_seconds": round(run.cpu_seconds, 3), "peak_mb": run.peak_mb,
        "calls": summary.calls, "finished_before": summary.finished_before, "done": summary.done,
        "failed": summary.failed, "signal": summary.signal, "bounds": to_plain(run.batch.bounds),
        "inputs": {task.call: {source.name: source.sha256 for source in task.sources} for task in tasks},
    }  # fmt: skip
    replace_whole(path, (json.dumps(record, ensure_ascii=True, indent=1) + "\n").encode("ascii"))
    return path


@contextmanager
def _signals() -> Iterator[list[int]]:
    """The signals that asked to stop, in order: what is being committed is finished first.

    The second signal ends at once, and so does time: a fork server that still loads is not waited for. That is safe
    at any moment, since a kill is.
    """
    caught: list[int] = []
    patience: list[threading.Timer] = []
    if threading.current_thread() is not threading.main_thread():
        yield caught
        return

    def note(number: int, _frame: Any) -> None:
        if caught:
            os._exit(128 + number)
        caught.append(number)
        patience.append(threading.Timer(_PATIENCE, os._exit, (128 + number,)))
        patience[0].daemon = True
        patience[0].start()

    before: dict[int, Callable[..., Any] | int | None] = {
        number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield caught
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for timer in patience:
            timer.cancel()


__all__ = ["DEADLINE", "BatchOptions", "Bounds", "Summary", "run_batch"]
