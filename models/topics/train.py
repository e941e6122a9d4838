"""Trains the topics head: `python models/topics/train.py [--choose]`, in a checkout.

Learns from the passages of `text/`, the sentences of `../sentiment/text/` and the calls of `corpora/` that are marked
`dev` and have `topics.jsonl`; writes `config.json`, `weights.npz` and `tuning.npz` beside this file. Two heads whose
log odds are averaged: one regression a topic, on the sentence's vector, on which topics' terms stand in it, on what its
figures measure, and on its words; and the encoder's last layers tuned to the topics (`tune.py`), with the terms again.
`--choose` compares penalties, scales and thresholds of the first with the dev companies held out in turn, `--tuned`
both together in three folds. Calls marked `heldout` are never read here.

Passages and calls name every topic of a sentence and count twice; the sentences of `../sentiment/text/` name mostly the
main one, so a first head, learnt from the others alone, adds what both it and a term of the topic say.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits
from tune import Tuned, tune

from nlp.encoders import Encoder, load_encoder
from nlp.encoders.onnx import OnnxEncoder
from nlp.encoders.tuning import TunedEncoder
from nlp.languages.tag_rules import TOPICS
from nlp.scoring.topics import find_topic_calls, load_topics
from nlp.tags.features import Matrix, term_features
from nlp.tags.figures import FIGURES, figure_features
from nlp.tags.fit import Recipe, fit
from nlp.tags.heads import PROBES, Head, encode, save_head, sigmoid
from nlp.tags.terms import find_terms
from nlp.tags.wording import choose_words, word_features, wording_of

HERE = Path(__file__).resolve().parent
RECIPE = Recipe(penalty=40.0, scale=1.5, single=False, words=12.0)
THRESHOLD = 0.3
SHARE = 0.4  # of the tuned layers' log odds; the rest is the regression's
LEAST = 6  # texts in which a word must stand to be known
SURE = 0.5  # of the first head, to add a topic
FOLDS = 6
TUNED_FOLDS = 3
PENALTIES = (40.0,)
WORDS = (0.0001, 12.0)
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)

Mask = NDArray[np.bool_]


def read_text() -> list[dict[str, Any]]:
    """Sentences with text, lang, topics; `company` where they belong to a call, `passage` where to a written one."""
    folders = (HERE.parent / "sentiment" / "text", HERE / "text")
    files = [path for folder in folders for path in sorted(folder.glob("*.jsonl"))]
    rows = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    for call in find_topic_calls("dev"):
        rows += [
            {"text": row.quote, "lang": row.language, "topics": row.topics, "implied": row.implied, "company": call.id}
            for row in load_topics(call.folder)
        ]
    return rows


class Seen:
    """Vectors, features, words and truth of the rows, in their order; `full` marks those that name every topic."""

    def __init__(self, rows: Sequence[dict[str, Any]], encoder: Encoder) -> None:
        texts = [row["text"] for row in rows]
        found: list[dict[str, list[str]]] = [{} for _ in rows]
        figures = np.zeros((len(rows), len(FIGURES)))
        for lang in sorted({row["lang"] for row in rows}):
            places = [number for number, row in enumerate(rows) if row["lang"] == lang]
            for place, terms in zip(places, find_terms([texts[place] for place in places], lang), strict=True):
                found[place] = terms
            figures[places] = figure_features([texts[place] for place in places], lang)
        self.texts = texts
        self.vectors, self.terms = encode(encoder, texts), term_features(found)
        self.features = np.hstack([self.terms, figures])
        self.wordings = [wording_of(row["text"], row["lang"]) for row in rows]
        self.truth = np.array([[float(name in row["topics"]) for name in TOPICS] for row in rows])
        self.full = np.array(["company" in row or "passage" in row for row in rows])

    def learn(self, rows: Mask, recipe: Recipe = RECIPE) -> tuple[tuple[str, ...], Matrix]:
        """Words and weights from the rows of the mask, their missing topics added first."""
        words = choose_words([wording for wording, taken in zip(self.wordings, rows, strict=True) if taken], LEAST)
        wordings = word_features(self.wordings, words)
        places = np.concatenate([np.flatnonzero(rows), np.flatnonzero(rows & self.full)])
        truth = self.complete(rows, wordings, recipe)
        return words, fit(self.vectors[places], self.features[places], truth[places], recipe, words=wordings[places])

    def complete(self, rows: Mask, wordings: Matrix, recipe: Recipe) -> Matrix:
        """The truth, with the topics that a first head adds where only the main one is named."""
        sure = rows & self.full
        if not sure.any() or not (rows & ~self.full).any():
            return self.truth
        first = fit(self.vectors[sure], self.features[sure], self.truth[sure], recipe, words=wordings[sure])
        said = self.chances(first, wordings) >= SURE
        added = said & (self.terms[:, : len(TOPICS)] > 0) & ~self.full[:, None]
        return np.maximum(self.truth, added)

    def tune(self, rows: Mask) -> Tuned:
        """The last layers tuned on the rows of the mask."""
        words = choose_words([wording for wording, taken in zip(self.wordings, rows, strict=True) if taken], LEAST)
        truth = self.complete(rows, word_features(self.wordings, words), RECIPE)
        texts = [text for text, taken in zip(self.texts, rows, strict=True) if taken]
        return tune(texts, self.terms[rows], truth[rows], 1.0 + self.full[rows])

    def chances(self, weights: Matrix, wordings: Matrix) -> Matrix:
        """`[rows, topics]`."""
        known = np.hstack([self.vectors, self.features, wordings])
        return sigmoid(np.asarray(known @ weights[:-1] + weights[-1], np.float64))


def train(rows: Sequence[dict[str, Any]], encoder: Encoder, folder: Path = HERE) -> Head:
    """Fit on the rows and write the head into `folder`."""
    with threadpool_limits(1):  # the order of sums, and with it the last bits, depends on the threads
        seen = Seen(rows, encoder)
        everything = np.ones(len(rows), np.bool_)
        words, weights = seen.learn(everything)
        tuned = seen.tune(everything)
    tuning = folder / "tuning.npz"
    np.savez(tuning, **tuned.changes)  # type: ignore[arg-type]  # its stub takes them for other arguments
    head = Head(
        id="topics", classes=TOPICS, encoder=encoder.id, threshold=THRESHOLD, words=words, tuning=tuning,
        weights=joined(weights, tuned), probes=np.round(encode(encoder, PROBES), 4),
    )  # fmt: skip
    recipe = {"penalty": RECIPE.penalty, "scale": RECIPE.scale, "words": RECIPE.words, "known_words": len(words)}
    save_head(head, folder, about={"sentences": len(rows), **recipe, "share_of_tuned": SHARE})
    return head


def joined(weights: Matrix, tuned: Tuned) -> Matrix:
    """Both heads as one: `[vector + tuned vector + features + words + 1, classes]`."""
    size, terms = tuned.vectors.shape[0], tuned.features.shape[0]
    vector, features, rest, constants = np.split(weights, [size, size + terms, -1])
    own, other = 1 - SHARE, SHARE
    parts = [own * vector, other * tuned.vectors, own * features + other * tuned.features, own * rest]
    return np.round(np.vstack([*parts, own * constants + other * tuned.constants]), 5)


def micro_f1(truth: Matrix, found: Matrix) -> float:
    """F1 over all pairs of sentence and topic."""
    return float(2 * (truth * found).sum() / max(1.0, truth.sum() + found.sum()))


def choose(rows: Sequence[dict[str, Any]], encoder: Encoder) -> dict[str, Any]:
    """Micro-F1 on dev companies held out in turn, by recipe, threshold and language; by terms alone; by topic."""
    seen = Seen(rows, encoder)
    companies = sorted({row["company"] for row in rows if "company" in row})
    fold = np.array([companies.index(row["company"]) % FOLDS if "company" in row else -1 for row in rows])
    asked = np.array([[float(name not in row.get("implied", ())) for name in TOPICS] for row in rows])
    spoken = {lang: (fold >= 0) & np.array([row["lang"] == lang for row in rows]) for lang in ("en", "zh")}
    table: list[dict[str, Any]] = []
    topics: dict[str, float] = {}
    with threadpool_limits(1):
        for penalty in PENALTIES:
            for scale in WORDS:
                recipe = Recipe(penalty=penalty, scale=RECIPE.scale, single=False, words=scale)
                said = _held_out(seen, fold, recipe)
                for lang, mask in spoken.items():
                    found = {least: (said[mask] >= least) * asked[mask] for least in THRESHOLDS}
                    scores = {str(least): round(micro_f1(seen.truth[mask], found[least]), 3) for least in THRESHOLDS}
                    table.append({"language": lang, "penalty": penalty, "words": scale, **scores})
                    print(table[-1])
                if recipe == RECIPE:
                    mask = fold >= 0
                    sure = (said[mask] >= THRESHOLD) * asked[mask]
                    topics = {
                        name: round(micro_f1(seen.truth[mask][:, n], sure[:, n]), 3) for n, name in enumerate(TOPICS)
                    }
    return {"recipes": table, "topics": topics}


def _held_out(seen: Seen, fold: NDArray[np.int64], recipe: Recipe) -> Matrix:
    """The chances of the companies' sentences by heads that have not seen their company."""
    said = np.zeros_like(seen.truth)
    for number in range(FOLDS):
        words, weights = seen.learn(fold != number, recipe)
        out = fold == number
        said[out] = seen.chances(weights, word_features(seen.wordings, words))[out]
    return said


def choose_tuned(rows: Sequence[dict[str, Any]], encoder: Encoder) -> None:
    """Print micro-F1 of both heads together, on dev companies held out in three folds, as they run when shipped."""
    seen = Seen(rows, encoder)
    companies = sorted({row["company"] for row in rows if "company" in row})
    fold = np.array([companies.index(row["company"]) % TUNED_FOLDS if "company" in row else -1 for row in rows])
    asked = np.array([[float(name not in row.get("implied", ())) for name in TOPICS] for row in rows])
    said = np.zeros_like(seen.truth)
    for number in range(TUNED_FOLDS):
        with threadpool_limits(1), tempfile.TemporaryDirectory() as folder:
            words, weights = seen.learn(fold != number)
            tuned = seen.tune(fold != number)
            np.savez(Path(folder) / "tuning.npz", **tuned.changes)  # type: ignore[arg-type]  # as above
            vectors = encode(TunedEncoder(OnnxEncoder(), Path(folder) / "tuning.npz"), seen.texts)
        known = np.hstack([vectors, seen.features, word_features(seen.wordings, words)])
        out, whole = fold == number, joined(weights, tuned)
        said[out] = sigmoid(known[out] @ whole[:-1] + whole[-1])
        for lang in ("en", "zh"):
            mask = (fold >= 0) & (fold <= number) & np.array([row["lang"] == lang for row in rows])
            scores = {least: micro_f1(seen.truth[mask], (said[mask] >= least) * asked[mask]) for least in THRESHOLDS}
            print(lang, "folds", number + 1, {least: round(score, 3) for least, score in scores.items()})


if __name__ == "__main__":
    given, shipped = read_text(), load_encoder("shipped")
    if "--choose" in sys.argv:
        chosen = json.dumps(choose(given, shipped), indent=1)
        (HERE / "choosing.json").write_text(chosen + "\n", encoding="utf-8")
    if "--tuned" in sys.argv:
        choose_tuned(given, shipped)
    print(len(train(given, shipped).classes), "topics,", len(given), "sentences")
