"""Topics of texts: zero or more of the taxonomy in `nlp.languages.tag_rules`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..languages.tag_rules import TOPICS
from ..records import Tag
from .match import names_of
from .taggers import Taggers, taggers_named
from .terms import find_terms

Found = Mapping[str, Sequence[str]]


def tag_topics(
    texts: Sequence[str], lang: str, *, target_ids: Sequence[str] | None = None, models: str = "shipped"
) -> tuple[Tag, ...]:
    """The topics of each text, in the order of the texts, then of the taxonomy; a text may have none.

    `words` are the topic's terms that stand in the text. `by` says what decided: `lexicon` where it takes the terms,
    `model:...` where the head finds the topic in the sentence's meaning, whether or not a term stands there. `score` is
    the head's probability; without a model hits / (hits + 1). `models` is as for `tag_sentiment`. Raises BadInput for a
    language without a list.
    """
    return topic_tags(names_of(texts, target_ids), texts, lang, taggers_named(models))


def topic_tags(ids: Sequence[str], texts: Sequence[str], lang: str, taggers: Taggers) -> tuple[Tag, ...]:
    """The same by loaded taggers."""
    found = find_terms(texts, lang)
    if not found or taggers.encoder is None or taggers.topics is None:
        return tuple(tag for target, row in zip(ids, found, strict=True) for tag in _by_terms(target, row))
    return tuple(_by_head(ids, texts, lang, found, taggers))


def _by_terms(target: str, found: Found) -> list[Tag]:
    return [_tag(target, label, len(terms) / (len(terms) + 1), "lexicon", terms) for label, terms in found.items()]


def _by_head(
    ids: Sequence[str], texts: Sequence[str], lang: str, found: Sequence[Found], taggers: Taggers
) -> list[Tag]:
    import numpy as np

    from .features import term_features
    from .figures import figure_features
    from .heads import sigmoid
    from .wording import word_features, wording_of

    head = taggers.topics
    assert head is not None and taggers.encoder is not None  # noqa: S101  topic_tags has looked
    vectors, features = head.vectors_of(taggers.encoder, texts), term_features(found)
    figures = figure_features(texts, lang)
    words = word_features([wording_of(text, lang) for text in texts], head.words)
    with_terms = sigmoid(head.logits(vectors, np.hstack([features, figures, words]))).tolist()
    without = sigmoid(head.logits(vectors, np.hstack([features * 0, figures, words]))).tolist()
    tags = []
    for target, chances, bare, terms in zip(ids, with_terms, without, found, strict=True):
        for label, chance, alone in zip(head.classes, chances, bare, strict=True):
            if chance >= head.threshold:
                by = f"model:{head.id}" if alone >= head.threshold or not terms.get(label) else "lexicon"
                tags.append(_tag(target, label, round(chance, 4), by, terms.get(label, ())))
    return tags


def _tag(target: str, label: str, score: float, by: str, terms: Sequence[str]) -> Tag:
    return Tag(target_id=target, kind="topic", label=label, score=score, by=by, words=tuple(dict.fromkeys(terms)))


__all__ = ["TOPICS", "tag_topics", "topic_tags"]
