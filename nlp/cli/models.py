"""`tieout models`: what is shipped, and the encoder as an ordinary model folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ..errors import BadInput
from ..messages import translate
from .app import Debug, Lang, app, spoken
from .streams import emit
from .usage import Group

group = typer.Typer(
    cls=Group, help="List the models that travel with tieout, or export the encoder.", no_args_is_help=True
)
app.add_typer(group, name="models")


@group.callback()
def _models(_lang: Lang = None) -> None:
    pass


@group.command("list")
def list_models(lang: Lang = None, debug: Debug = False) -> None:
    """Say which models travel with tieout: name, size, digest, what for."""
    from ..resources import shipped

    for folder in sorted(shipped("models").iterdir()):
        weights = [*folder.glob("weights.*")]
        if weights and (folder / "config.json").is_file():
            emit(_line(folder, weights[0], spoken(lang)))


def _line(folder: Path, weights: Path, lang: str) -> str:
    table = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    digest = table["sha256"] if isinstance(table["sha256"], str) else table["sha256"][weights.name]
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    said = f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} KB"
    card = (folder / "card.md").read_text(encoding="utf-8").split("\n\n")
    purpose = " ".join(card[1].split()).partition(". ")[0]  # the first sentence under the title
    told = translate(f"{purpose.rstrip('.')}.", lang)
    return f"{folder.name}@{digest[:8]}  {said}  {told}\n"


@group.command("export")
def export_models(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Write the shipped encoder as a folder that transformers and sentence-transformers load (about 160 MB)."""
    from ..encoders.export import export

    try:
        export(folder)
    except OSError as error:
        raise BadInput(f"{folder}: cannot be written ({error}). Give a new folder on a disk with room.") from None
    emit(f"{folder}\n")
