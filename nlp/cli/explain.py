"""`tieout explain`: what a code means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from .app import Debug, app, examples
from .streams import emit


@app.command(epilog=examples("tieout explain A03", "tieout explain t20"))
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a finding, such as A03.")],
    debug: Debug = False,
) -> None:
    """Say what a finding's code means, with examples."""
    from .. import checks

    tell: Callable[[str], str] = checks.explain
    emit(tell(code.strip().upper()).rstrip("\n") + "\n")
