"""`tieout schema`: the JSON Schemas of what `--format json` writes and of what `tieout.toml` may hold."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .app import Debug, Lang, app, examples
from .streams import emit


class Of(StrEnum):
    """What a schema describes."""

    analysis = "analysis"
    settings = "settings"


@app.command(epilog=examples("tieout schema > analysis.schema.json", "tieout schema settings > tieout.schema.json"))
def schema(
    of: Annotated[
        Of, typer.Argument(metavar="OF", help="analysis (what check writes) or settings (tieout.toml).")
    ] = Of.analysis,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Print a JSON Schema: of the JSON that check writes, or of tieout.toml."""
    from ..report.schema import analysis_schema, to_text
    from ..report.settings_schema import settings_schema

    emit(to_text(analysis_schema() if of is Of.analysis else settings_schema()))
