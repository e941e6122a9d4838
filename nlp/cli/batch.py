"""`tieout batch`, `tieout query` and `tieout store`: thousands of calls, and questions to them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import BadInput
from ..messages import translate
from .app import OK, Debug, Lang, Quiet, app, examples, spoken
from .settings import read_options
from .streams import busy, complain, emit, stdin_text, tell_left_out
from .usage import Group

if TYPE_CHECKING:
    from ..batch.run import Summary
    from ..store.keep import Problem

WITH_FAILURES = 3
_Store = Annotated[Path, typer.Argument(metavar="STORE", help="A store made by `tieout batch`.")]

stores = typer.Typer(cls=Group, no_args_is_help=True, help="Look after a store.", rich_markup_mode=None)
app.add_typer(stores, name="store")


@stores.callback()
def _stores(_lang: Lang = None) -> None:
    pass


class Engine(StrEnum):
    """What the workers are."""

    processes = "processes"
    ray = "ray"


class Log(StrEnum):
    """How progress is told on stderr."""

    auto = "auto"
    text = "text"
    json = "json"
    none = "none"


@app.command(
    epilog="""\b
Calls are found in folders COMPANY/PERIOD/transcript.* with translation.*, release*.*, letter*.* beside it, by what
stands in the files of any other folder, or in a manifest (CSV, Parquet, TOML; see the README).

\b
Exit status: 0 all done, 3 finished with failures (`tieout query STORE "select * from unread"`), 2 bad usage,
an unusable store or disk, 130, 143 or 129 interrupted. Run the same command again to go on."""
)
def batch(
    source: Annotated[
        Path, typer.Argument(metavar="FOLDER|MANIFEST", help="Where the calls are; - reads a CSV manifest from stdin.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="STORE", help="The store, made where missing.")],
    workers: Annotated[int | None, typer.Option("--workers", metavar="N", help="Default: one a core.")] = None,
    engine: Annotated[Engine, typer.Option("--engine", help="Processes here, or a Ray cluster.")] = Engine.processes,
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", metavar="HOST:PORT", help="An existing cluster [default: start one]."),
    ] = None,
    gpus: Annotated[float, typer.Option("--gpus", help="Part of a GPU for each Ray worker, such as 0.25.")] = 0.0,
    fresh: Annotated[bool, typer.Option("--fresh/--resume", help="Start over, or do what is missing.")] = False,
    timeout: Annotated[float, typer.Option("--timeout", metavar="S", help="Seconds for one call.")] = 300.0,
    memory: Annotated[int, typer.Option("--memory", metavar="MB", help="Memory one worker may take; 0: any.")] = 2048,
    log: Annotated[Log, typer.Option("--log", help="auto: a bar on a terminal, else lines.")] = Log.auto,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Options file [default: ./tieout.toml if there].")
    ] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", help="Encoding of the text files.")] = None,
    lang: Lang = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Analyze thousands of calls into a store that survives any interruption; run again to do what is missing."""
    options = read_options(config, encoding=encoding)
    from ..batch.run import BatchOptions, Bounds, run_batch
    from ..batch.sources import survey, survey_table

    language = spoken(lang)
    with busy(language, quiet=quiet or log is not Log.auto):
        found = survey_table(stdin_text()) if str(source) == "-" else survey(source, options=options)
    if not quiet:
        tell_left_out([row.told() for row in found.left_out], language)
    chosen = BatchOptions(
        workers=workers, engine=engine.value, fresh=fresh, bounds=Bounds(seconds=timeout, memory_mb=memory),
        log="none" if quiet else log.value, lang=language, ray_address=ray_address, gpus_a_worker=gpus,
    )  # fmt: skip
    summary = run_batch(found.calls, output, options=options, batch=chosen)
    if summary.signal is not None:
        _leave_in_peace()
        said = f"{output}: interrupted after {summary.done:,} calls; run the same command again to go on."
        complain(translate(said, language))
        raise typer.Exit(128 + summary.signal)
    if not quiet:
        _tell(summary, output, language)
    raise typer.Exit(WITH_FAILURES if summary.failed else OK)


def _tell(summary: Summary, output: Path, lang: str) -> None:
    lines = [f"{output}: {summary.calls:,} calls, {summary.done:,} done in {summary.seconds:,.1f} s"]
    lines += [f"{summary.finished_before:,} were finished before"] if summary.finished_before else []
    lines += [f"{summary.kept:,} calls of earlier runs are kept"] if summary.kept else []
    if summary.failed:
        shown = ", ".join(summary.failed[:5]) + (", ..." if len(summary.failed) > 5 else "")
        lines.append(f"{len(summary.failed):,} with failures: {shown}; see the view `unread`")
    emit("".join(f"{translate(line, lang)}\n" for line in lines))


@app.command(
    epilog=examples(
        "tieout query store \"select call_company, call_period, message from findings where verdict = 'contradicted'\""
    )
)
def query(
    store: _Store,
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT, as DuckDB understands it; - reads stdin.")],
    form: Annotated[str, typer.Option("--format", metavar="table|csv|json", help="How rows are printed.")] = "table",
    timeout: Annotated[float, typer.Option("--timeout", metavar="S", help="Seconds for the query.")] = 30.0,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Ask a store: its tables (claims, findings, tags, ...) and views (metric_series, guidance_accuracy, ...)."""
    if form not in ("table", "csv", "json"):
        raise BadInput(f"--format {form}: not one of table, csv, json.")
    from ..store.keep import open_store
    from ..store.printing import to_text
    from ..store.query import QueryLimits, query_store

    asked = stdin_text() if sql == "-" else sql
    emit(to_text(query_store(open_store(store), asked, limits=QueryLimits(seconds=timeout)), form))


@stores.command()
def verify(store: _Store, lang: Lang = None, debug: Debug = False) -> None:
    """Read every byte of a store and name what is not as the ledger says. Exit 1 when something is wrong."""
    from ..store.keep import open_store
    from ..store.keep import verify as verify_store

    opened = open_store(store)
    problems = verify_store(opened)
    _tell_problems(problems, spoken(lang))
    emit(translate(f"{store}: {len(opened.ledger().entries):,} calls, {len(problems):,} problems", spoken(lang)) + "\n")
    raise typer.Exit(1 if problems else OK)


@stores.command()
def repair(store: _Store, lang: Lang = None, debug: Debug = False) -> None:
    """Drop what is damaged, so that the next batch does it again, and remove strays. Sound parts are not touched."""
    from ..store import lock
    from ..store.keep import open_store
    from ..store.keep import repair as repair_store

    opened = open_store(store)
    with lock.hold(opened.path):
        problems = repair_store(opened)
    _tell_problems(problems, spoken(lang))
    calls = len({problem.call for problem in problems if problem.call})
    said = f"{store}: {len(problems):,} problems mended; {calls:,} calls are to be done again by the next batch"
    emit(translate(said, spoken(lang)) + "\n")


def _tell_problems(problems: Iterable[Problem], lang: str) -> None:
    emit("".join(f"{problem.path}: {translate(problem.what, lang)}\n" for problem in problems))


def _leave_in_peace() -> None:
    """A second Ctrl-C while the interpreter closes would end it by signal, and its status would be lost."""
    import signal

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
