"""Scores beads against gold: strict precision, recall and F1 as vecalign counts them, and the omissions found.

A gold file is JSON with `src`, `tgt` (lists of lines), `src_lang`, `tgt_lang` and `gold` (a list of beads, each a list
of source indexes and a list of target indexes). `python -m nlp.scoring.beads FOLDER... [--encoder NAME]` scores every
such file.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..align import align
from ..encoders import Encoder, load_encoder
from ..resources import shipped
from .gold_beads import Aligned, Pairing, read_texts
from .perturb import DAMAGES

DRAWS = 4


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


def score_text(text: Aligned, encoder: Encoder | None = None) -> BeadScore:
    """Align one text and compare with its gold."""
    langs = {"source_lang": text.source_lang, "target_lang": text.target_lang}
    beads = align(text.source, text.target, **langs, encoder=encoder)  # type: ignore[arg-type]
    return score_beads(((bead.source, bead.target) for bead in beads), text.gold)


def score_folder(folder: Path, encoder: Encoder | None = None) -> Iterator[tuple[str, BeadScore]]:
    """Align and score every text under `folder`, in order of path."""
    for text in read_texts(folder):
        yield text.name, score_text(text, encoder)


def held_out() -> list[Aligned]:
    """The texts shipped for measuring."""
    return with_split("heldout")


def with_split(split: str) -> list[Aligned]:
    """The shipped texts of one part: dev or heldout."""
    return [text for text in read_texts(shipped("corpora", "align")) if text.split == split]


def damaged(text: Aligned, damage: str, draws: int = DRAWS) -> Iterator[Aligned]:
    """The text damaged in one way, in seeded draws."""
    for seed in range(1 if damage == "as written" else draws):
        yield DAMAGES[damage](text, random.Random(seed))  # noqa: S311 -- a repeatable draw, no secret


def main(arguments: Sequence[str]) -> int:
    """Write the table that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m nlp.scoring.beads", description="Score the aligner.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--encoder", default="shipped")
    parser.add_argument("--damage", choices=[*DAMAGES, "all"], default="as written")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.curve:
        from .bead_curve import curve_rows

        sys.stdout.writelines(curve_rows())
        return 0
    if asked.speed:
        from .bead_speed import speed_rows

        sys.stdout.writelines(speed_rows())
        return 0
    encoder = None if asked.encoder == "none" else load_encoder(asked.encoder)
    texts = [text for folder in asked.folders for text in read_texts(folder)] or held_out()
    if asked.calibration:
        from .calibrate import table_rows

        sys.stdout.writelines(table_rows([] if asked.folders else with_split("dev"), texts, encoder))
        return 0
    for damage in DAMAGES if asked.damage == "all" else [asked.damage]:
        sys.stdout.writelines(_score_rows(texts, damage, encoder))
    return 0


def _score_rows(texts: Iterable[Aligned], damage: str, encoder: Encoder | None) -> Iterator[str]:
    yield f"{damage:40} {'precision':>9} {'recall':>9} {'f1':>9} {'null f1':>9}  nulls gold/found\n"
    total = BeadScore()
    for text in texts:
        score = sum((score_text(one, encoder) for one in damaged(text, damage)), BeadScore())
        yield _row(text.name, score)
        total += score
    yield _row("all", total)


def _row(name: str, score: BeadScore) -> str:
    figures = " ".join(f"{value:9.3f}" for value in (score.precision, score.recall, score.f1, score.null_f1))
    return f"{name[:40]:40} {figures}  {score.null_gold}/{score.null_found}\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
