"""Fits the maps that score beads: `python models/beads/train.py`, in about half a minute of CPU.

Writes `weights.json` and `scores.json` beside this file: the maps, fitted on the dev texts of `corpora/align`, and the
share of right beads by score, on dev texts by maps that have not seen the text, and on the texts held out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nlp.align.beads import Order
from nlp.align.calibration import map_name
from nlp.encoders import Encoder, load_encoder
from nlp.scoring.beads import held_out, with_split
from nlp.scoring.calibrate import Judged, fit_maps, judge_all, list_bins, scores_by_others, scores_of

HERE = Path(__file__).resolve().parent
ORDERS: tuple[Order, ...] = ("kept", "free")


def main() -> None:
    """Fit, measure, write."""
    maps, scores = {}, {}
    for encoder in (load_encoder("shipped"), None):
        for order in ORDERS:
            name = map_name(encoder=encoder is not None, order=order)
            maps[name], scores[name] = fit_one(encoder, order)
    write("weights.json", maps)
    write("scores.json", {"columns": ["low", "high", "beads", "distinct", "mean", "right", "off"], "bins": scores})


def fit_one(encoder: Encoder | None, order: Order) -> tuple[dict[str, list[float]], dict[str, Any]]:
    """The maps for one way to align, and how they do."""
    dev, measured = judge_all(with_split("dev"), encoder, order), judge_all(held_out(), encoder, order)
    maps = fit_maps(dev)
    return maps, {"dev": bins(dev, scores_by_others(dev)), "heldout": bins(measured, scores_of(measured, maps))}


def bins(beads: Sequence[Judged], scores: Any) -> list[list[float]]:
    """One row a bin."""
    return [[round(value, 3) for value in asdict(row).values()] for row in list_bins(beads, scores)]


def write(name: str, content: dict[str, Any]) -> None:
    """JSON with one list a line."""
    text = json.dumps(content, indent=1)
    lists = re.sub(r"\[[^\[\]{}]*\]", lambda found: " ".join(found[0].split()), text)
    (HERE / name).write_text(lists + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
