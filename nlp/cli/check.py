"""`tieout check`: one call against its translation, its releases and itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from ..errors import BadInput
from ..messages import translate
from .app import FOUND, OK, Debug, Folder, Lang, Quiet, app, examples, spoken
from .settings import read_options
from .streams import busy, colour, complain, emit, from_stdin, once, stdin_text, tell_left_out, width

if TYPE_CHECKING:
    from ..options import Options
    from ..records import Analysis
    from ..report.accepted import Decision

_DEFAULT_FORMATS = "html,json,md"
_WEIGHT = {"error": 0, "warning": 1, "note": 2}


class FailOn(StrEnum):
    """The least severity that makes `check` exit 1."""

    error = "error"
    warning = "warning"
    never = "never"


@app.command(
    epilog=examples(
        "tieout check call.txt --release q3.pdf -o out/",
        "tieout check call-en.txt --translation call-zh.txt --lang zh-Hans",
        "tieout check call.txt --format json | jq .findings",
        "curl -s ... | tieout check - --release q3.html --format sarif > call.sarif",
        "tieout check call.txt --accepted accepted.toml --fail-on warning",
    )
)
def check(
    transcript: Annotated[
        Path, typer.Argument(metavar="TRANSCRIPT", help="The call: English, Chinese or both; - reads stdin.")
    ],
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
    models: Annotated[
        str | None,
        typer.Option("--models", metavar="NAME", help="For tags, beads, answers: none, shipped, path:DIR, hub:NAME."),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="Options file [default: ./tieout.toml or pyproject]."),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODE", help="Only findings of this code or family.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="No findings of this code or family.")
    ] = None,
    accepted: Annotated[
        list[Path] | None, typer.Option("--accepted", metavar="FILE", help="Decisions about findings; repeat for more.")
    ] = None,
    lang: Lang = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Check the numbers of one call against its translation, its releases and themselves."""
    asked = _asked_formats(formats, output)
    options = read_options(config, encoding=encoding, models=models, select=select, ignore=ignore)
    language = spoken(lang)
    once((transcript, translation, *(release or ()), *(letter or ()), *(accepted or ())))
    decisions = _decisions(accepted or ())  # before any work is done
    inputs = Inputs(transcript, translation, tuple(release or ()), tuple(letter or ()))
    from ..pipeline import STAGES

    with busy(language, (*STAGES, "report"), quiet=quiet) as begin:
        inputs, left_out = _in_folder(inputs, options)
        analysis = _analysed(inputs, options, begin)
        begin("report")
        analysis, stale = _decided(analysis, decisions)
        told = _delivered(analysis, output, asked, lang=language, quiet=quiet)
    _warn((*stale, *_misread(analysis)), () if quiet else left_out, language)  # not while the bar is on the terminal
    emit(told)
    raise typer.Exit(_status(analysis, fail_on))


def _decisions(paths: Sequence[Path]) -> list[Decision]:
    from ..report.accepted import parse_decisions, read_decisions

    given = (parse_decisions(stdin_text(), "stdin") if str(path) == "-" else read_decisions(path) for path in paths)
    return [row for rows in given for row in rows]


class Inputs(NamedTuple):
    """The files of a call; one of them may be `-`."""

    transcript: Path
    translation: Path | None
    releases: tuple[Path, ...]
    letters: tuple[Path, ...]


def _in_folder(inputs: Inputs, options: Options) -> tuple[Inputs, list[str]]:
    """The documents of the one call in a folder, and a line for each file of it that was left out."""
    if not inputs.transcript.is_dir():
        return inputs, []
    from ..readers.discover import survey_calls

    found = survey_calls(inputs.transcript, options=options)
    if len(found.calls) > 1:
        return inputs, []  # analyze says so
    (call,) = found.calls
    around = (*call.releases, *inputs.releases), (*call.letters, *inputs.letters)
    chosen = Inputs(call.transcript, inputs.translation or call.translation, *around)
    return chosen, [row.told() for row in found.left_out]


def _warn(lines: Sequence[str], left_out: Sequence[str], lang: str) -> None:
    for line in lines:
        complain(translate(line, lang))
    tell_left_out(left_out, lang)


def _misread(analysis: Analysis) -> Iterator[str]:
    """Documents whose text is of another kind than they were given as: most likely a file in the wrong place."""
    for document in analysis.documents:
        for reason in document.because:
            kind = reason.rpartition("its text reads like ")[2]
            if reason.startswith("kind ") and kind not in (reason, "other"):
                told = f"{document.name}: given as {document.kind}, but it reads like {kind}."
                yield f"{told} Check which file goes where."


def _analysed(inputs: Inputs, options: Options, begin: Callable[[str], None]) -> Analysis:
    others = (inputs.translation,) if inputs.translation else ()
    given = from_stdin((inputs.transcript, *others, *inputs.releases, *inputs.letters), options)
    from ..pipeline import analyze

    return analyze(
        given[inputs.transcript],
        translation=given[inputs.translation] if inputs.translation else None,
        releases=tuple(given[path] for path in inputs.releases),
        letters=tuple(given[path] for path in inputs.letters),
        options=options,
        on_stage=begin,
    )


def _decided(analysis: Analysis, decisions: Sequence[Decision]) -> tuple[Analysis, list[str]]:
    """The analysis with the decisions on its findings, and what is to be said of those that fit none."""
    if not decisions:
        return analysis, []
    from ..report.accepted import apply_decisions, stale_decisions

    stale = stale_decisions(analysis, decisions)
    said = [f"decision about {row.fingerprint} ({row.reason}): no such finding any more" for row in stale]
    return apply_decisions(analysis, decisions), said


def _asked_formats(formats: list[str] | None, output: Path | None) -> tuple[str, ...]:
    """The formats asked for; empty means the summary. Raises BadInput before any work is done."""
    if not formats and output is None:
        return ()
    from ..report import BINARY, check_formats

    names = [name.strip() for text in formats or [_DEFAULT_FORMATS] for name in text.split(",") if name.strip()]
    asked = check_formats(names)
    if output is None and asked[0] in BINARY:
        raise BadInput(f"{asked[0]} is no text and cannot be printed. Give -o DIR.")
    if output is None and len(asked) > 1:
        raise BadInput(f"{len(asked)} formats cannot share one stdout. Give -o DIR, or one format.")
    return asked


def _delivered(analysis: Analysis, output: Path | None, formats: tuple[str, ...], *, lang: str, quiet: bool) -> str:
    """Writes the reports; returns what is to be printed."""
    if output is not None:
        from ..report import write_reports

        paths = write_reports(analysis, output, formats, lang=lang)
        return "" if quiet else _summary(analysis, lang) + "".join(f"{path}\n" for path in paths)
    if formats:
        from ..report import render

        return render(analysis, formats[0], lang).rstrip("\n") + "\n"
    return "" if quiet else _summary(analysis, lang)


def _summary(analysis: Analysis, lang: str) -> str:
    from ..report.summary import to_summary

    return to_summary(analysis, colour=colour(), width=width(), lang=lang)


def _status(analysis: Analysis, fail_on: FailOn) -> int:
    if fail_on is FailOn.never:
        return OK
    from ..report.labels import is_exception

    limit = _WEIGHT[fail_on.value]
    open_ones = [f for f in analysis.findings if is_exception(f) and f.accepted is None]
    return FOUND if any(_WEIGHT[f.severity] <= limit for f in open_ones) else OK
