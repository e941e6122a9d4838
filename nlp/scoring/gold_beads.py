"""Aligned texts with gold beads, in either of two forms.

A folder with `source.txt` and `target.txt` (a line each), `gold.jsonl` (a bead each) and `texts.toml`; or one JSON file
with `src` and `tgt` (lists of lines), `src_lang`, `tgt_lang` and `gold` (a list of beads, each a list of source and a
list of target indexes).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Pairing = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines of two texts, their languages, and the gold beads in order, as indexes."""

    name: str
    source: Sequence[str]
    target: Sequence[str]
    source_lang: str
    target_lang: str
    gold: tuple[Pairing, ...]
    split: str = ""


def read_texts(folder: Path) -> Iterator[Aligned]:
    """Every aligned text under a folder, in order of path."""
    for path in sorted([*folder.rglob("*.json"), *folder.rglob("texts.toml")]):
        yield _read_json(path) if path.suffix == ".json" else _read_folder(path.parent)


def read_gold(path: Path) -> tuple[Sequence[str], Sequence[str], str, str, tuple[Pairing, ...]]:
    """Source lines, target lines, their languages and the gold beads of one JSON file."""
    row = json.loads(path.read_text(encoding="utf-8"))
    return row["src"], row["tgt"], row["src_lang"], row["tgt_lang"], _pairings(row["gold"])


def _read_json(path: Path) -> Aligned:
    return Aligned(path.stem, *read_gold(path))


def _read_folder(folder: Path) -> Aligned:
    card = tomllib.loads((folder / "texts.toml").read_text(encoding="utf-8"))
    source, target = ((folder / name).read_text(encoding="utf-8").splitlines() for name in ("source.txt", "target.txt"))
    rows = map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    gold = _pairings((row["source"], row["target"]) for row in rows)
    return Aligned(folder.name, source, target, card["source_lang"], card["target_lang"], gold, card["split"])


def _pairings(rows: object) -> tuple[Pairing, ...]:
    return tuple((tuple(source), tuple(target)) for source, target in rows)  # type: ignore[attr-defined]
