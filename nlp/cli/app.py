"""The command line's root: what every command hangs on, its exit statuses and its shared options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from .streams import emit
from .usage import Group

OK, FOUND, UNUSABLE, BROKEN, INTERRUPTED = 0, 1, 2, 70, 130
EPILOG = """\b
Examples:
  tieout demo
  tieout check call.txt --release q3.txt -o out/
  tieout check call-en.txt --translation call-zh.txt
  tieout check call.txt --format json | jq .findings
  tieout explain A03
  tieout batch calls/ -o store
  tieout align en.txt zh.txt --format tmx -o memory.tmx

\b
Exit status: 0 nothing at or above --fail-on, 1 something, 2 bad usage or unreadable input,
3 a batch finished with failures, 130 interrupted; any other status is a failure of tieout itself."""


def examples(*lines: str) -> str:
    """The end of a command's help: how it is called."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


app = typer.Typer(
    name="tieout",
    cls=Group,
    help="Say of every number in an earnings call, in English and Chinese, whether it holds.",
    epilog=EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Debug = Annotated[bool, typer.Option("--debug", help="Print the traceback of an error.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what was asked for.")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="LANG", envvar="TIEOUT_LANG", help="Speak en, zh-Hans or zh-Hant [default: en]."),
]


def spoken(lang: str | None) -> str:
    """The language asked for, English where none is. Raises BadInput for one that is not spoken."""
    from ..words import check_lang

    return check_lang(lang or "en")


Folder = Annotated[Path | None, typer.Option("-o", "--output", metavar="DIR", help="Write the reports here.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        emit(f"tieout {__version__}\n")
        raise typer.Exit(OK)


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
    _lang: Lang = None,
) -> None:
    pass
