"""`tieout schema`: the JSON Schema of what `--format json` writes."""

from __future__ import annotations

from .app import Debug, app, examples
from .streams import emit


@app.command(epilog=examples("tieout schema > analysis.schema.json"))
def schema(debug: Debug = False) -> None:
    """Print the JSON Schema of the JSON that check writes."""
    from ..report.schema import analysis_schema, to_text

    emit(to_text(analysis_schema()))
