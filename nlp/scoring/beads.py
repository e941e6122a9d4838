"""Scores beads against gold: strict precision, recall and F1 as vecalign counts them, and the omissions found.

A gold file is JSON with `src`, `tgt` (lists of lines), `src_lang`, `tgt_lang` and `gold` (a list of beads, each a list
of source indexes and a list of target indexes). `python -m nlp.scoring.beads FOLDER... [--encoder NAME]` scores every
such file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..encoders import Encoder

Pairing = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeadScore:
    """Counts that add up over documents.

    Precision is over all beads found; recall over the gold beads with both sides (Thompson and Koehn 2019). `null_*`
    count single lines without counterpart.
    """

    found: int = 0
    found_right: int = 0
    gold: int = 0
    gold_found: int = 0
    null_found: int = 0
    null_right: int = 0
    null_gold: int = 0

    def __add__(self, other: BeadScore) -> BeadScore:
        names = self.__slots__
        return BeadScore(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def precision(self) -> float:
        """Share of the beads found that are gold beads."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the two-sided gold beads that were found."""
        return self.gold_found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def null_f1(self) -> float:
        """F1 over unmatched lines; 1 when there are none and none were found."""
        both = self.null_found + self.null_gold
        return 2 * self.null_right / both if both else 1.0


def score_beads(found: Iterable[Pairing], gold: Iterable[Pairing]) -> BeadScore:
    """Compare beads, given as index tuples, with gold beads of the same two lists."""
    ours = {bead for bead in found if bead[0] or bead[1]}
    theirs = {bead for bead in gold if bead[0] or bead[1]}
    paired = {bead for bead in theirs if bead[0] and bead[1]}
    nulls, gold_nulls = _nulls(ours), _nulls(theirs)
    return BeadScore(
        found=len(ours),
        found_right=len(ours & theirs),
        gold=len(paired),
        gold_found=len(ours & paired),
        null_found=len(nulls),
        null_right=len(nulls & gold_nulls),
        null_gold=len(gold_nulls),
    )


def _nulls(beads: Iterable[Pairing]) -> set[tuple[int, int]]:
    lines = set()
    for source, target in beads:
        if not source or not target:
            lines |= {(0, line) for line in source} | {(1, line) for line in target}
    return lines


def read_gold(path: Path) -> tuple[Sequence[str], Sequence[str], str, str, tuple[Pairing, ...]]:
    """Source lines, target lines, their languages and the gold beads of one file."""
    row = json.loads(path.read_text(encoding="utf-8"))
    gold = tuple((tuple(source), tuple(target)) for source, target in row["gold"])
    return row["src"], row["tgt"], row["src_lang"], row["tgt_lang"], gold


def score_folder(folder: Path, encoder: Encoder | None = None) -> Iterator[tuple[str, BeadScore]]:
    """Align and score every gold file under `folder`, in order of name."""
    from ..align import align

    for path in sorted(folder.rglob("*.json")):
        source, target, source_lang, target_lang, gold = read_gold(path)
        beads = align(source, target, source_lang=source_lang, target_lang=target_lang, encoder=encoder)
        yield path.stem, score_beads(((bead.source, bead.target) for bead in beads), gold)


def main(arguments: Sequence[str]) -> int:
    """Write one row a file and one row a folder."""
    parser = argparse.ArgumentParser(prog="nlp.scoring.beads", description="Score the aligner against gold beads.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--encoder", help="shipped, hashing, path:DIR or hub:NAME@REVISION; without it none is used")
    options = parser.parse_args(arguments)
    encoder = None if options.encoder is None else _load(options.encoder)
    sys.stdout.write(f"{'':40} {'precision':>9} {'recall':>9} {'f1':>9} {'null f1':>9}  nulls gold/found\n")
    for folder in options.folders:
        total = BeadScore()
        for stem, score in score_folder(folder, encoder):
            sys.stdout.write(_row(stem, score))
            total += score
        sys.stdout.write(_row(f"all of {folder}"[-40:], total))
    return 0


def _load(name: str) -> Encoder:
    from ..encoders import load_encoder

    return load_encoder(name)


def _row(name: str, score: BeadScore) -> str:
    figures = " ".join(f"{value:9.3f}" for value in (score.precision, score.recall, score.f1, score.null_f1))
    return f"{name[:40]:40} {figures}  {score.null_gold}/{score.null_found}\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
