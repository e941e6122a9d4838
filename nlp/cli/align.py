"""`tieout align`: two texts, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..messages import translate
from .app import Debug, Lang, Quiet, app, examples, spoken
from .streams import busy, complain, emit, from_stdin


@app.command(
    "align", epilog=examples("tieout align en.txt zh.txt", "tieout align en.txt zh.txt --format tmx -o tm.tmx")
)
def align_files(
    a: Annotated[Path, typer.Argument(metavar="A", help="A text; - reads stdin.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The same in the other language.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="tsv|tmx", help="What to write.")] = "tsv",
    order: Annotated[str, typer.Option("--order", metavar="auto|kept|free", help="Whether B is as A.")] = "auto",
    encoder: Annotated[
        str, typer.Option("--encoder", metavar="NAME", help="shipped, hashing, path:DIR, hub:NAME, or none.")
    ] = "shipped",
    encoding: Annotated[str | None, typer.Option("--encoding", help="Encoding of the text files.")] = None,
    lang: Lang = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Pair the lines of two texts that say the same, with scores; lines without counterpart are kept."""
    from ..options import Options
    from ..report.aligned import to_aligned, write_text

    language = spoken(lang)
    given = from_stdin((a, b), Options(encoding=encoding))
    with busy(language, quiet=quiet):
        text, said = to_aligned(given[a], given[b], form=form, order=order, encoder=encoder, encoding=encoding)
    if said and not quiet:
        complain(translate(said, language))
    if output is None:
        emit(text)
    else:
        write_text(output, text)
