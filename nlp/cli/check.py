"""`tieout check`: one call against its translation, its releases and itself."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import BadInput
from .app import EPILOG, FOUND, OK, Debug, Folder, app
from .settings import read_options
from .streams import colour, complain, emit, width

if TYPE_CHECKING:
    from ..records import Analysis
    from ..report.accepted import Decision

_DEFAULT_FORMATS = "html,json,md"
_WEIGHT = {"error": 0, "warning": 1, "note": 2}


class FailOn(StrEnum):
    """The least severity that makes `check` exit 1."""

    error = "error"
    warning = "warning"
    never = "never"


@app.command(epilog=EPILOG)
def check(
    transcript: Annotated[Path, typer.Argument(metavar="TRANSCRIPT", help="The call: English, Chinese or both.")],
    translation: Annotated[
        Path | None, typer.Option("--translation", metavar="FILE", help="The call in the other language.")
    ] = None,
    release: Annotated[
        list[Path] | None, typer.Option("--release", metavar="FILE", help="A press release; repeat for more.")
    ] = None,
    letter: Annotated[
        list[Path] | None, typer.Option("--letter", metavar="FILE", help="A regulator's letter; repeat for more.")
    ] = None,
    output: Folder = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="LIST", help="html, json, md (the default with -o), xlsx, sarif, csv."),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit 1 from this severity on.")] = FailOn.error,
    encoding: Annotated[str | None, typer.Option("--encoding", help="Encoding of the text files.")] = None,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Options file [default: ./tieout.toml if there].")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODE", help="Only findings of this code or family.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="No findings of this code or family.")
    ] = None,
    accepted: Annotated[
        Path | None, typer.Option("--accepted", metavar="FILE", help="Decisions about findings, by fingerprint.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what was asked for.")] = False,
    debug: Debug = False,
) -> None:
    """Check the numbers of one call against its translation, its releases and themselves."""
    asked = _asked_formats(formats, output)
    options = read_options(config, encoding=encoding, select=select, ignore=ignore)
    from ..report.accepted import read_decisions

    decisions = read_decisions(accepted) if accepted else ()  # before any work is done
    from ..pipeline import analyze

    analysis = analyze(
        transcript, translation=translation, releases=tuple(release or ()), letters=tuple(letter or ()), options=options
    )
    analysis = _decided(analysis, decisions)
    _deliver(analysis, output, asked, quiet=quiet)
    raise typer.Exit(_status(analysis, fail_on))


def _decided(analysis: Analysis, decisions: Sequence[Decision]) -> Analysis:
    if not decisions:
        return analysis
    from ..report.accepted import apply_decisions, stale_decisions

    for row in stale_decisions(analysis, decisions):
        complain(f"decision about {row.fingerprint} ({row.reason}): no such finding any more")
    return apply_decisions(analysis, decisions)


def _asked_formats(formats: list[str] | None, output: Path | None) -> tuple[str, ...]:
    """The formats asked for; empty means the summary. Raises BadInput before any work is done."""
    if not formats and output is None:
        return ()
    from ..report import check_formats

    names = [name.strip() for text in formats or [_DEFAULT_FORMATS] for name in text.split(",") if name.strip()]
    asked = check_formats(names)
    if output is None and len(asked) > 1:
        raise BadInput(f"{len(asked)} formats cannot share one stdout. Give -o DIR, or one format.")
    return asked


def _deliver(analysis: Analysis, output: Path | None, formats: tuple[str, ...], *, quiet: bool) -> None:
    if output is not None:
        from ..report import write_reports

        paths = write_reports(analysis, output, formats)
        if not quiet:
            emit(_summary(analysis) + "".join(f"{path}\n" for path in paths))
    elif formats:
        from ..report import render

        emit(render(analysis, formats[0]).rstrip("\n") + "\n")
    elif not quiet:
        emit(_summary(analysis))


def _summary(analysis: Analysis) -> str:
    from ..report.summary import to_summary

    return to_summary(analysis, colour=colour(), width=width())


def _status(analysis: Analysis, fail_on: FailOn) -> int:
    if fail_on is FailOn.never:
        return OK
    from ..report.labels import is_exception

    limit = _WEIGHT[fail_on.value]
    open_ones = [f for f in analysis.findings if is_exception(f) and f.accepted is None]
    return FOUND if any(_WEIGHT[f.severity] <= limit for f in open_ones) else OK
