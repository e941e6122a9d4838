"""Sentence-classification models a user names, as judges of sentiment: FinBERT, its Chinese kin, or one's own.

Any model folder or Hub name that transformers loads as a sequence classifier and whose labels can be told: by their
names (positive, bearish, 负面, ...). Weights are read from safetensors only and a model's own code is never run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import BadInput
from .transformer import check_folder, digest_of, fetch_model, most_tokens, need, quietly_load

_LABELS = {
    "negative": ("negative", "neg", "bearish", "负面", "消极", "利空", "負面", "消極"),
    "neutral": ("neutral", "neu", "none", "中性", "中立"),
    "positive": ("positive", "pos", "bullish", "正面", "积极", "利好", "積極"),
}
_MEANING = {name: label for label, names in _LABELS.items() for name in names}
_LONGEST = 512  # tokens read of a text
_MOST_CHARS = 16_384


def load_classifier(name: str) -> TransformerClassifier:
    """The classifier `path:DIR` or `hub:NAME@REVISION`. Raises BadInput saying what is wrong with it."""
    kind, _, rest = name.partition(":")
    if kind == "path" and rest.strip():
        return TransformerClassifier(Path(rest))
    if kind == "hub" and rest.strip():
        model, _, revision = rest.partition("@")
        folder, commit = fetch_model(model, revision or None)
        return TransformerClassifier(folder, name=f"hub:{model}@{commit}")
    raise BadInput(f"sentiment model {name[:80]!r}: no such kind. Give path:DIR or hub:NAME@REVISION.")


class TransformerClassifier:
    """A classifier folder; on a GPU where torch finds one. A text's chances do not depend on the others."""

    def __init__(self, folder: Path, *, name: str | None = None) -> None:
        """Load. Raises NotFound for a missing folder, BadInput for a model that cannot judge sentiment."""
        check_folder(folder)
        self._torch, transformers = need("torch"), need("transformers")
        self._device = "cuda" if self._torch.cuda.is_available() else "cpu"
        kind = "AutoModelForSequenceClassification"
        self._model, self._tokenizer = quietly_load(folder, transformers, self._torch, self._device, kind=kind)
        self._labels = read_labels(folder, self._model.config.id2label)
        self._window = min(_LONGEST, most_tokens(self._model, self._tokenizer))
        self._name = name or f"path:{folder.name}@{digest_of(folder)}"

    @property
    def id(self) -> str:
        """The model's name in run records: of a folder with a digest of its weights, of the Hub with its commit."""
        return self._name

    def classify(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """The chances of negative, neutral and positive for each text, in order; a blank text is neutral."""
        return [self._judge(text) for text in texts]

    def _judge(self, text: str) -> dict[str, float]:
        chances = dict.fromkeys(_LABELS, 0.0)
        if not text.strip():
            return chances | {"neutral": 1.0}
        said = text[:_MOST_CHARS].encode("utf-8", "replace").decode("utf-8")
        given = self._tokenizer(said, truncation=True, max_length=self._window, return_tensors="pt")
        with self._torch.inference_mode():
            logits = self._model(**given.to(self._device)).logits[0]
        for label, chance in zip(self._labels, logits.softmax(-1).tolist(), strict=True):
            chances[label] += chance
        return chances


def read_labels(folder: Path, names: Mapping[int, str]) -> tuple[str, ...]:
    """What each output of a model means. Raises BadInput where its names do not tell negative from positive.

    >>> read_labels(Path("m"), {0: "Positive", 1: "negative", 2: "Neutral"})
    ('positive', 'negative', 'neutral')
    """
    said = [str(names[number]).strip().lower() for number in sorted(names)]
    found = [_MEANING.get(name, "") for name in said]
    if not all(found) or not {"negative", "positive"} <= set(found):
        raise BadInput(
            f"{folder}: its labels are {', '.join(said)[:80]}, which do not tell negative from positive. "
            "Name them in id2label of its config.json (negative, neutral, positive)."
        )
    return tuple(found)
