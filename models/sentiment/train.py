"""Trains the sentiment head from the sentences in `text/`: `python models/sentiment/train.py [--choose]`.

Writes `config.json` and `weights.npz` beside this file. `--choose` first compares penalties and feature scales with one
style of writing held out in turn, and prints and keeps the table; without it the recipe below is used. Needs nothing
but the package itself.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from nlp.encoders import Encoder, load_encoder
from nlp.tags.features import TONE_FEATURES, Matrix, tone_features
from nlp.tags.fit import Recipe, across, fit
from nlp.tags.heads import PROBES, Head, encode, save_head
from nlp.tags.sentiment import LABELS
from nlp.tags.tone import read_tones

HERE = Path(__file__).resolve().parent
RECIPE = Recipe(penalty=60.0, scale=2.0, single=True)
PENALTIES = (10.0, 30.0, 60.0)
SCALES = (0.0001, 2.0, 4.0)


def read_text(folder: Path = HERE / "text") -> list[dict[str, Any]]:
    """The sentences, in the order of the files: text, lang, style, tone, topics."""
    return [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


def see(rows: Sequence[dict[str, Any]], encoder: Encoder) -> tuple[Matrix, Matrix, Matrix]:
    """Vectors, features and truth of the rows, in their order."""
    texts = [row["text"] for row in rows]
    features = np.zeros((len(rows), len(TONE_FEATURES)))
    for lang in sorted({row["lang"] for row in rows}):
        places = [number for number, row in enumerate(rows) if row["lang"] == lang]
        said = [texts[place] for place in places]
        features[places] = tone_features(said, read_tones(said, lang))
    truth = np.array([[float(row["tone"] == label) for label in LABELS] for row in rows])
    return encode(encoder, texts), features, truth


def train(rows: Sequence[dict[str, Any]], encoder: Encoder, folder: Path = HERE) -> Head:
    """Fit on the rows and write the head into `folder`."""
    with threadpool_limits(1):  # the order of sums, and with it the last bits, depends on the threads
        weights = fit(*see(rows, encoder), RECIPE)
    head = Head(
        id="sentiment", classes=LABELS, encoder=encoder.id, threshold=0.0, weights=weights,
        probes=np.round(encode(encoder, PROBES), 4),
    )  # fmt: skip
    about = {"features": list(TONE_FEATURES), "sentences": len(rows), "penalty": RECIPE.penalty, "scale": RECIPE.scale}
    save_head(head, folder, about=about)
    return head


def macro_f1(truth: Sequence[int], found: Sequence[int]) -> float:
    """The mean over the classes of their F1."""
    scores = []
    for label in range(len(LABELS)):
        both = sum(1 for a, b in zip(truth, found, strict=True) if a == b == label)
        scores.append(2 * both / max(1, list(truth).count(label) + list(found).count(label)))
    return sum(scores) / len(scores)


def held_out(rows: Sequence[dict[str, Any]], seen: tuple[Matrix, Matrix, Matrix], recipe: Recipe) -> list[int]:
    """What is said of each row by a head that never saw its style of writing."""
    vectors, features, truth = seen
    found = np.zeros(len(rows), int)
    for _, out in across([row["style"] for row in rows]):
        weights = fit(vectors[~out], features[~out], truth[~out], recipe)
        found[out] = (np.hstack([vectors[out], features[out]]) @ weights[:-1] + weights[-1]).argmax(axis=1)
    return [int(number) for number in found]


def choose(rows: Sequence[dict[str, Any]], encoder: Encoder) -> dict[str, Any]:
    """Macro-F1 on held-out styles for each recipe, and for the one used also style by style."""
    seen = see(rows, encoder)
    truth = [int(number) for number in seen[2].argmax(axis=1)]
    table, styles = [], {}
    with threadpool_limits(1):
        for penalty in PENALTIES:
            for scale in SCALES:
                recipe = Recipe(penalty=penalty, scale=scale, single=True)
                found = held_out(rows, seen, recipe)
                row = {"penalty": penalty, "scale": scale, "macro_f1": round(macro_f1(truth, found), 3)}
                for lang in ("en", "zh"):
                    of = [number for number, given in enumerate(rows) if given["lang"] == lang]
                    row[lang] = round(macro_f1([truth[n] for n in of], [found[n] for n in of]), 3)
                table.append(row)
                print(row)
                if recipe == RECIPE:
                    names = sorted({given["style"] for given in rows})
                    of_style = {name: [n for n, given in enumerate(rows) if given["style"] == name] for name in names}
                    styles = {
                        name: round(macro_f1([truth[n] for n in of], [found[n] for n in of]), 3)
                        for name, of in of_style.items()
                    }
    return {"recipes": table, "styles": styles}


if __name__ == "__main__":
    given, shipped = read_text(), load_encoder("shipped")
    if "--choose" in sys.argv:
        chosen = json.dumps(choose(given, shipped), indent=1)
        (HERE / "choosing.json").write_text(chosen + "\n", encoding="utf-8")
    print(train(given, shipped).classes, len(given), "sentences")
