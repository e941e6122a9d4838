"""`tieout score`: how good every stage is on gold, and which errors the checks find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..errors import BadInput
from .app import OK, Debug, Lang, app
from .streams import emit


class Split(StrEnum):
    """Which of the invented calls: those that may be looked at, or those kept for measuring."""

    dev = "dev"
    heldout = "heldout"


@app.command()
def score(
    parts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PART",
            help="claims, parts, letters, beads, topics; numbers, statements, turns, sentiment want --data.",
        ),
    ] = None,
    split: Annotated[Split, typer.Option("--split", help="Which invented calls.")] = Split.heldout,
    data: Annotated[
        list[Path] | None, typer.Option("--data", metavar="PATH", help="Your own gold: a file, or a folder of calls.")
    ] = None,
    calibration: Annotated[bool, typer.Option("--calibration", help="What a bead's score is worth.")] = False,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Put errors into clean calls; print which are found.")
    ] = False,
    count: Annotated[int, typer.Option("-n", "--count", min=1, help="Errors a class and corner, with --mutate.")] = 40,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Score the stages on gold: the shipped invented calls, or data of your own."""
    asked = _asked(parts or [], bool(data), calibration=calibration, mutate=mutate)
    for name in asked:
        emit(f"== {name}\n")
        _PARTS[name](split.value, [str(path) for path in data or ()], calibration)
    if mutate:
        from ..scoring.mutate import report

        emit("== mutations\n")
        for line in report(split.value, count):
            emit(line)
    raise typer.Exit(OK)


def _asked(names: Sequence[str], data: bool, *, calibration: bool, mutate: bool) -> list[str]:
    """The parts to score. Raises BadInput for an unknown one, or one that needs data which is not given."""
    for name in names:
        if name not in _PARTS:
            raise BadInput(f"score {name}: no such part. Known: {', '.join(_PARTS)}.")
        if name in _NEED_DATA and not data:
            raise BadInput(f"score {name}: it has no gold in the corpora. Give --data PATH; its module says what of.")
    if names:
        return list(names)
    if calibration:
        return ["beads"]
    return [] if mutate else [name for name in _PARTS if name not in _NEED_DATA]


def _claims(split: str, _data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import claims

    claims.main([split])


def _parts(split: str, _data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import parts

    parts.main([split])


def _letters(split: str, _data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import letters

    letters.main([split])


def _beads(_split: str, data: Sequence[str], calibration: bool) -> None:
    from ..scoring import beads

    beads.main([*data, *(["--calibration"] if calibration else [])])


def _numbers(_split: str, data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import numbers

    numbers.main(list(data))


def _statements(_split: str, data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import statements

    statements.main(data)


def _turns(_split: str, data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import turns

    for folder in data:
        turns.main([folder])


def _topics(split: str, _data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import topics

    topics.main([split])


def _sentiment(_split: str, data: Sequence[str], _calibration: bool) -> None:
    from ..scoring import sentiment

    for path in data:
        sentiment.main([path])


# A part more is one function above and one line here.
_PARTS: dict[str, Callable[[str, Sequence[str], bool], None]] = {
    "claims": _claims,
    "parts": _parts,
    "letters": _letters,
    "beads": _beads,
    "topics": _topics,
    "numbers": _numbers,
    "statements": _statements,
    "turns": _turns,
    "sentiment": _sentiment,
}
_NEED_DATA = ("numbers", "statements", "turns", "sentiment")
