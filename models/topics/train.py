"""Trains the topics head: `python models/topics/train.py [--choose]`, in a checkout.

Learns from the sentences of `../sentiment/text/` and from the calls of `corpora/` that are marked `dev` and have
`topics.jsonl`; writes `config.json` and `weights.npz` beside this file. One regression a topic, on the sentence's
vector and on which topics' terms stand in it. `--choose` compares penalties, scales and thresholds with one of these
companies held out in turn. Calls marked `heldout` are never read here.
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
from nlp.languages.tag_rules import TOPICS
from nlp.scoring.topics import find_topic_calls, load_topics
from nlp.tags.features import Matrix, term_features
from nlp.tags.fit import Recipe, across, fit
from nlp.tags.heads import PROBES, Head, encode, save_head, sigmoid
from nlp.tags.terms import find_terms

HERE = Path(__file__).resolve().parent
RECIPE = Recipe(penalty=40.0, scale=1.5, single=False)
THRESHOLD = 0.25
PENALTIES = (10.0, 20.0, 40.0)
SCALES = (0.0001, 1.5, 3.0)
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


def read_text() -> list[dict[str, Any]]:
    """Sentences with text, lang, style (a company's call by its id), topics: written ones, then those of dev calls."""
    files = sorted((HERE.parent / "sentiment" / "text").glob("*.jsonl"))
    rows = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    for call in find_topic_calls("dev"):
        rows += [
            {"text": row.quote, "lang": row.language, "style": call.id, "topics": row.topics, "company": call.id}
            for row in load_topics(call.folder)
        ]
    return rows


def see(rows: Sequence[dict[str, Any]], encoder: Encoder) -> tuple[Matrix, Matrix, Matrix]:
    """Vectors, features and truth of the rows, in their order."""
    texts = [row["text"] for row in rows]
    found: list[dict[str, list[str]]] = [{} for _ in rows]
    for lang in sorted({row["lang"] for row in rows}):
        places = [number for number, row in enumerate(rows) if row["lang"] == lang]
        for place, terms in zip(places, find_terms([texts[place] for place in places], lang), strict=True):
            found[place] = terms
    truth = np.array([[float(name in row["topics"]) for name in TOPICS] for row in rows])
    return encode(encoder, texts), term_features(found), truth


def train(rows: Sequence[dict[str, Any]], encoder: Encoder, folder: Path = HERE) -> Head:
    """Fit on the rows and write the head into `folder`."""
    with threadpool_limits(1):  # the order of sums, and with it the last bits, depends on the threads
        weights = fit(*see(rows, encoder), RECIPE)
    head = Head(
        id="topics", classes=TOPICS, encoder=encoder.id, threshold=THRESHOLD, weights=weights,
        probes=np.round(encode(encoder, PROBES), 4),
    )  # fmt: skip
    save_head(head, folder, about={"sentences": len(rows), "penalty": RECIPE.penalty, "scale": RECIPE.scale})
    return head


def micro_f1(truth: Matrix, found: Matrix) -> float:
    """F1 over all pairs of sentence and topic."""
    return float(2 * (truth * found).sum() / max(1.0, truth.sum() + found.sum()))


def choose(rows: Sequence[dict[str, Any]], encoder: Encoder) -> dict[str, Any]:
    """Micro-F1 on held-out companies by recipe and threshold, by terms alone, and by topic."""
    vectors, features, truth = see(rows, encoder)
    companies = np.array(["company" in row for row in rows])
    table: list[dict[str, float]] = []
    topics: dict[str, float] = {}
    with threadpool_limits(1):
        for penalty in PENALTIES:
            for scale in SCALES:
                recipe = Recipe(penalty=penalty, scale=scale, single=False)
                chances = np.zeros_like(truth)
                for _, out in across([row["style"] for row in rows]):
                    if companies[out].all():
                        weights = fit(vectors[~out], features[~out], truth[~out], recipe)
                        chances[out] = sigmoid(np.hstack([vectors[out], features[out]]) @ weights[:-1] + weights[-1])
                asked, said = truth[companies], chances[companies]
                scores = {str(least): round(micro_f1(asked, said >= least), 3) for least in THRESHOLDS}
                table.append({"penalty": penalty, "scale": scale, **scores})
                print(table[-1])
                if recipe == RECIPE:
                    sure = (said >= THRESHOLD).astype(float)
                    topics = {name: round(micro_f1(asked[:, n], sure[:, n]), 3) for n, name in enumerate(TOPICS)}
    terms = features[companies][:, : len(TOPICS)]
    return {"by_terms": round(micro_f1(truth[companies], terms), 3), "recipes": table, "topics": topics}


if __name__ == "__main__":
    given, shipped = read_text(), load_encoder("shipped")
    if "--choose" in sys.argv:
        chosen = json.dumps(choose(given, shipped), indent=1)
        (HERE / "choosing.json").write_text(chosen + "\n", encoding="utf-8")
    print(len(train(given, shipped).classes), "topics,", len(given), "sentences")
