"""`tieout explain`: what a code means."""

from __future__ import annotations

from typing import Annotated

import typer

from .app import Debug, Lang, app, examples, spoken
from .streams import emit


@app.command(epilog=examples("tieout explain A03", "tieout explain e104 --lang zh-Hans", "tieout explain"))
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="The code of a finding or an error, such as A03.")
    ] = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Say what a code means, with examples; without a code, list them all."""
    from ..report.explain import explain as tell
    from ..report.explain import list_codes

    language = spoken(lang)
    emit((tell(code, language) if code else list_codes(language)).rstrip("\n") + "\n")
