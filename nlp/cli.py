"""The command line. stdout holds results, stderr what went wrong; what is heavy is imported when it is needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import __version__
from .errors import BadInput, TieoutError
from .resources import find_sample as _sample

if TYPE_CHECKING:
    from .options import Options
    from .records import Analysis
    from .report.accepted import Decision

OK, FOUND, UNUSABLE, BROKEN, INTERRUPTED = 0, 1, 2, 70, 130
_DEFAULT_FORMATS = "html,json,md"
_WEIGHT = {"error": 0, "warning": 1, "note": 2}
_EPILOG = """\b
Examples:
  tieout check call.txt --release q3.txt -o out/
  tieout check call-en.txt --translation call-zh.txt
  tieout check call.txt --format json | jq .findings
  tieout explain A03
  tieout align en.txt zh.txt --format tmx -o memory.tmx
  tieout demo

\b
Exit status: 0 nothing at or above --fail-on, 1 something, 2 bad usage or unreadable input, 130 interrupted;
any other status is a failure of tieout itself."""

app = typer.Typer(
    name="tieout",
    help="Say of every number in an earnings call, in English and Chinese, whether it holds.",
    epilog=_EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


class FailOn(StrEnum):
    """The least severity that makes `check` exit 1."""

    error = "error"
    warning = "warning"
    never = "never"


def main() -> None:
    """Run the command line and exit with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; returns the exit status and never raises."""
    try:
        app(args=list(arguments), prog_name="tieout")
        status = OK
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else OK if stop.code is None else UNUSABLE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except TieoutError as error:
        status = _refuse(error, debug="--debug" in arguments)
    except Exception:  # a bug: told as one, and never taken for "findings"
        status = _report_bug()
    return _flush(status)


def _refuse(error: TieoutError, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    message = " ".join(str(error).split())
    _complain(f"{error.code} {type(error).__name__}: {message}")
    return UNUSABLE


def _report_bug() -> int:
    import traceback

    _complain(traceback.format_exc() + "E999 this is a fault of tieout; please report it with the lines above.")
    return BROKEN


def _complain(message: str) -> None:
    if sys.stderr is not None:
        typer.echo(message, err=True)


def _emit(text: str) -> None:
    """Write a result to stdout. A reader that went away, or a closed stdout, ends the writing quietly."""
    if sys.stdout is None:
        return
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()


def _flush(status: int) -> int:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        _silence()
    return status


def _silence() -> None:
    # The interpreter flushes stdout once more at exit; without this that would print an error of its own.
    with open(os.devnull, "w") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def _show_version(wanted: bool) -> None:
    if wanted:
        _emit(f"tieout {__version__}\n")
        raise typer.Exit(OK)


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


_Debug = Annotated[bool, typer.Option("--debug", help="Print the traceback of an error.")]
_Folder = Annotated[Path | None, typer.Option("-o", "--output", metavar="DIR", help="Write the reports here.")]


@app.command(epilog=_EPILOG)
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
    output: _Folder = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="LIST", help=f"Formats, by commas: {_DEFAULT_FORMATS} (the default with -o)."),
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
    debug: _Debug = False,
) -> None:
    """Check the numbers of one call against its translation, its releases and themselves."""
    asked = _asked_formats(formats, output)
    options = _options(config, encoding=encoding, select=select, ignore=ignore)
    from .report.accepted import read_decisions

    decisions = read_decisions(accepted) if accepted else ()  # before any work is done
    from .pipeline import analyze

    analysis = analyze(
        transcript, translation=translation, releases=tuple(release or ()), letters=tuple(letter or ()), options=options
    )
    analysis = _decided(analysis, decisions)
    _deliver(analysis, output, asked, quiet=quiet)
    raise typer.Exit(_status(analysis, fail_on))


def _decided(analysis: Analysis, decisions: Sequence[Decision]) -> Analysis:
    if not decisions:
        return analysis
    from .report.accepted import apply_decisions, stale_decisions

    for row in stale_decisions(analysis, decisions):
        _complain(f"decision about {row.fingerprint} ({row.reason}): no such finding any more")
    return apply_decisions(analysis, decisions)


def _asked_formats(formats: list[str] | None, output: Path | None) -> tuple[str, ...]:
    """The formats asked for; empty means the summary. Raises BadInput before any work is done."""
    if not formats and output is None:
        return ()
    from .report import check_formats

    names = [name.strip() for text in formats or [_DEFAULT_FORMATS] for name in text.split(",") if name.strip()]
    asked = check_formats(names)
    if output is None and len(asked) > 1:
        raise BadInput(f"{len(asked)} formats cannot share one stdout. Give -o DIR, or one format.")
    return asked


def _options(config: Path | None, **given: Any) -> Options:
    """Options of the file, overruled by what the command line gives."""
    from dataclasses import replace

    from .options import Options, load_options

    path = config or (Path("tieout.toml") if Path("tieout.toml").is_file() else None)
    options = load_options(path) if path else Options()
    codes = {name: _codes(given[name]) for name in ("select", "ignore") if given[name]}
    if given["encoding"]:
        codes["encoding"] = given["encoding"]
    return replace(options, **codes)


def _codes(texts: Sequence[str]) -> Any:
    return tuple(code.strip().upper() for text in texts for code in text.split(",") if code.strip())


def _deliver(analysis: Analysis, output: Path | None, formats: tuple[str, ...], *, quiet: bool) -> None:
    if output is not None:
        from .report import write_reports

        paths = write_reports(analysis, output, formats)
        if not quiet:
            _emit(_brief(analysis) + "".join(f"{path}\n" for path in paths))
    elif formats:
        from .report import render

        _emit(render(analysis, formats[0]).rstrip("\n") + "\n")
    elif not quiet:
        from .report.summary import to_summary

        _emit(to_summary(analysis, colour=_colour(), width=_width()))


def _brief(analysis: Analysis) -> str:
    from .report.summary import headline
    from .report.view import View

    view = View(analysis)
    return f"{headline(view)}\n{view.counts_text()}\n"


def _colour() -> bool:
    return bool(sys.stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def _width() -> int:
    import shutil

    return max(60, shutil.get_terminal_size((110, 24)).columns)


def _status(analysis: Analysis, fail_on: FailOn) -> int:
    if fail_on is FailOn.never:
        return OK
    from .report.labels import is_exception

    limit = _WEIGHT[fail_on.value]
    open_ones = [f for f in analysis.findings if is_exception(f) and f.accepted is None]
    return FOUND if any(_WEIGHT[f.severity] <= limit for f in open_ones) else OK


@app.command("align")
def align_files(
    a: Annotated[Path, typer.Argument(metavar="A", help="A text.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The same in the other language.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="tsv|tmx", help="What to write.")] = "tsv",
    order: Annotated[str, typer.Option("--order", metavar="auto|kept|free", help="Whether B is as A.")] = "auto",
    encoder: Annotated[
        str, typer.Option("--encoder", metavar="NAME", help="shipped, hashing, path:DIR, hub:NAME, or none.")
    ] = "shipped",
    encoding: Annotated[str | None, typer.Option("--encoding", help="Encoding of the text files.")] = None,
    debug: _Debug = False,
) -> None:
    """Pair the lines of two texts that say the same, with scores; lines without counterpart are kept."""
    from .report.aligned import to_aligned, write_text

    text, said = to_aligned(a, b, form=form, order=order, encoder=encoder, encoding=encoding)
    if said:
        _complain(said)
    if output is None:
        _emit(text)
    else:
        write_text(output, text)


@app.command()
def demo(output: _Folder = None, debug: _Debug = False) -> None:
    """Check the sample call that travels with tieout, and say where its report is."""
    from .pipeline import analyze
    from .report import write_reports
    from .report.summary import to_summary

    files = _sample()
    folder = output or Path("tieout-demo")
    translation = next(iter(files["translation"]), None)
    analysis = analyze(
        files["transcript"][0], translation=translation, releases=files["release"], letters=files["letter"]
    )
    paths = write_reports(analysis, folder)
    report = next(path for path in paths if path.suffix == ".html")
    _emit(to_summary(analysis, colour=_colour(), width=_width()) + f"\nReport: {report.resolve()}\n")


@app.command()
def accept(
    fingerprint: Annotated[str, typer.Argument(help="The finding's fingerprint, as a report prints it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it is accepted.")],
    who: Annotated[str, typer.Option("--who", help="Who decides.")],
    status: Annotated[str, typer.Option("--status", help="accepted, false_positive or wont_fix.")] = "accepted",
    file: Annotated[Path, typer.Option("--file", metavar="FILE")] = Path("accepted.toml"),
    debug: _Debug = False,
) -> None:
    """Write a decision about a finding into the file that `check --accepted` reads."""
    import datetime

    from .report.accepted import STATUSES, Decision, add_decision

    if status not in STATUSES:
        raise BadInput(f"--status {status}: not one of {', '.join(STATUSES)}.")
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    add_decision(file, Decision(fingerprint=fingerprint, status=status, reason=reason, who=who, when=today))
    _emit(f"{file}: {fingerprint} {status}\n")


@app.command()
def diff(
    earlier: Annotated[Path, typer.Argument(metavar="A.json", help="An analysis written with --format json.")],
    later: Annotated[Path, typer.Argument(metavar="B.json", help="Another one.")],
    notes: Annotated[bool, typer.Option("--notes", help="Compare notes as well.")] = False,
    debug: _Debug = False,
) -> None:
    """Say which findings are new, which are gone, and how many stayed. Exit 1 when there are new ones."""
    from .report.diff import diff_findings, read_analysis, to_text

    difference = diff_findings(read_analysis(earlier), read_analysis(later), notes=notes)
    _emit(to_text(difference))
    raise typer.Exit(FOUND if difference.new else OK)


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a finding, such as A03.")],
    debug: _Debug = False,
) -> None:
    """Say what a finding's code means, with examples."""
    from . import checks

    tell: Callable[[str], str] = checks.explain
    _emit(tell(code.strip().upper()).rstrip("\n") + "\n")


if __name__ == "__main__":
    main()
