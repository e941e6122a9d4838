"""The command line, one file a command. What is heavy is imported when it is needed.

A new command is one file with a function under `@app.command()`, and its name in the import below.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import typer

from ..errors import TieoutError
from . import (  # noqa: F401  their functions are the commands
    align,
    batch,
    check,
    config,
    decisions,
    demo,
    explain,
    models,
    schema,
    score,
)
from .app import BROKEN, INTERRUPTED, OK, UNUSABLE, app
from .streams import complain, flush
from .usage import WRONG_USAGE, retold


def main() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(500_000, 20, 20)  # nearly all that a command makes it keeps to its end: look for garbage seldom
    status = run(sys.argv[1:])
    gc.freeze()  # all of it goes with the process: to look through it before that took a tenth of a check's time
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; returns the exit status and never raises."""
    lang = "en"
    try:
        lang = _lang(arguments)
        status = _called(list(arguments), lang)
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else OK if stop.code is None else UNUSABLE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except TieoutError as error:
        status = _refuse(error, lang, debug="--debug" in arguments)
    except Exception:  # a bug: told as one, and never taken for "findings"
        status = _report_bug()
    return flush(status)


def _called(arguments: list[str], lang: str) -> int:
    command = typer.main.get_command(app)
    if lang != "en":
        from .spoken import speak

        speak(command, lang)
    try:
        status = command.main(args=arguments, prog_name="tieout", standalone_mode=False)
    except WRONG_USAGE as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            complain(str(error))
            return UNUSABLE
        raise retold(error) from None
    except typer.Abort:
        return INTERRUPTED
    return status if isinstance(status, int) else OK


def _lang(arguments: Sequence[str]) -> str:
    """The language of --lang or TIEOUT_LANG. Raises BadInput for one that is not spoken."""
    asked = os.environ.get("TIEOUT_LANG") or "en"
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    if asked == "en":
        return asked
    from ..words import check_lang

    return check_lang(asked)


def _refuse(error: TieoutError, lang: str, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    message = " ".join(str(error).split())
    if lang != "en":
        from ..messages import translate

        message = translate(message, lang)
    complain(f"{error.code} {type(error).__name__}: {message}")
    return UNUSABLE


def _report_bug() -> int:
    import traceback

    complain(traceback.format_exc() + "E999 this is a fault of tieout; please report it with the lines above.")
    return BROKEN
