"""What a worker does with one task: analysis, rows, Parquet. Nothing that a document holds ends the batch."""

from __future__ import annotations

import hashlib
import os
import resource
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import Changed, TieoutError
from ..options import Options
from ..pipeline import analyze
from ..readers import read
from ..readers.sources import load
from ..records import Analysis, Document, Failure, Run
from ..report.frames import to_rows
from ..store.parts import encode_part
from ..store.schema import KEYS
from .ahead import encode_ahead
from .sources import known
from .tasks import Result, Source, Task

_DEEP = 12  # frames of a traceback are looked at from its end


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The tables of one task as Parquet bytes, with what the ledger and the log keep of it."""

    result: Result
    tables: dict[str, bytes]


Fetch = Callable[[Source, Options], bytes]


def fetch_file(source: Source, options: Options) -> bytes:
    """The bytes of a document on this machine. Raises BadInput for what cannot be read."""
    return load(Path(source.path), options.limits)


def do_task(task: Task, options: Options, fetch: Fetch = fetch_file, ahead: Sequence[Task] = ()) -> Done:
    """Analyze one call. Errors of any kind become failure rows; only what ends the process gets past this.

    What is cheaper done together for the tasks `ahead` too is done for them, and counted here.
    """
    began = time.process_time()
    if ahead:
        _prepare((task, *ahead), options, fetch)
    failures: list[Failure] = []
    analysis: Analysis | None = None
    again = False
    try:
        analysis = _analyze(task, options, fetch, failures)
    except TieoutError as error:
        failures.append(Failure(name=task.call, stage=error.stage, code=error.code, why=str(error)))
    except MemoryError:
        again = True
        why = f"{task.call}: out of memory. Raise --memory, or split the documents."
        failures.append(Failure(name=task.call, stage="analyze", code="E321", why=why))
    except Exception as error:
        failures.append(_bug(task, error))
    company, period = _place(task, analysis)
    analysis = replace(analysis or _nothing(options), failures=tuple(failures))
    keys = dict(zip(KEYS, (company, period, task.call), strict=True))
    rows = to_rows(analysis) if analysis.documents else {"failures": to_rows(analysis)["failures"]}
    result = Result(
        call=task.call, company=company, period=period, failures=tuple(failures), again=again,
        status="failed" if not analysis.documents else "partly" if failures else "done", models=analysis.run.models,
    )  # fmt: skip
    tables = encode_part(rows, keys)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1 << 20)
    return Done(
        result=replace(result, seconds=time.process_time() - began, peak_mb=peak, worker=str(os.getpid())),
        tables=tables,
    )


def _analyze(task: Task, options: Options, fetch: Fetch, failures: list[Failure]) -> Analysis:
    read_ones: dict[str, list[Document]] = {"translation": [], "release": [], "letter": []}
    transcript: Document | None = None
    for source in task.sources:
        if source.role == "transcript":
            transcript = _read(source, options, fetch)  # what cannot be read here ends the call
            continue
        try:
            read_ones[source.role].append(_read(source, options, fetch))
        except TieoutError as error:
            failures.append(Failure(name=source.name, stage=error.stage, code=error.code, why=str(error)))
    assert transcript is not None  # noqa: S101 - every CallSet has one
    return analyze(
        transcript,
        translation=next(iter(read_ones["translation"]), None),
        releases=read_ones["release"],
        letters=read_ones["letter"],
        options=options,
    )


def _prepare(tasks: Sequence[Task], options: Options, fetch: Fetch) -> None:
    """No task depends on this, and none fails by it."""
    with suppress(Exception):  # whatever goes wrong here goes wrong again in the task it belongs to, and is told there
        encode_ahead(tasks, options, lambda source: _read(source, options, fetch))


def _read(source: Source, options: Options, fetch: Fetch) -> Document:
    data = fetch(source, options)
    if source.sha256 is not None and hashlib.sha256(data).hexdigest() != source.sha256:
        raise Changed(f"{source.name}: it changed while the batch was running. Run the batch again.")
    return read(data, name=source.name, options=options)


def _place(task: Task, analysis: Analysis | None) -> tuple[str, str]:
    document = analysis.documents[0] if analysis is not None else None
    company = task.company or (document.company if document else None)
    return known(company), known(task.period or (document.period if document else None))


def _nothing(options: Options) -> Analysis:
    return Analysis(run=Run(version=__version__, options=options.digest()))


def _bug(task: Task, error: Exception) -> Failure:
    """A fault of tieout, with the place in its code; the text of the document is not in it."""
    steps = traceback.extract_tb(error.__traceback__)[-_DEEP:]
    package = str(Path(__file__).resolve().parent.parent)
    own = [step for step in steps if step.filename.startswith(package)] or steps
    place = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "an unknown place"
    why = f"{task.call}: {type(error).__name__} at {place}, a fault of tieout. Report it with the call."
    return Failure(name=task.call, stage="analyze", code="E999", why=why)


def lost_rows(code: str, why: str, call: str, options: Options) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The one failure row of a call whose worker did not answer."""
    row = Failure(name=call, stage="worker", code=code, why=why)
    return {"failures": to_rows(replace(_nothing(options), failures=(row,)))["failures"]}
