"""`tieout align`: two texts, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .app import Debug, Lang, app
from .streams import complain, emit


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
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Pair the lines of two texts that say the same, with scores; lines without counterpart are kept."""
    from ..report.aligned import to_aligned, write_text

    text, said = to_aligned(a, b, form=form, order=order, encoder=encoder, encoding=encoding)
    if said:
        complain(said)
    if output is None:
        emit(text)
    else:
        write_text(output, text)
