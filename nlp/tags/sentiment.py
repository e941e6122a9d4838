"""Sentiment of texts as investors take it: negative, neutral or positive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..records import Tag
from .match import names_of
from .taggers import Taggers, taggers_named
from .tone import Tone, read_tones

if TYPE_CHECKING:
    from .heads import Head

LABELS = ("negative", "neutral", "positive")
EDGE = 0.15  # by the word lists a smaller score is neutral
_SIGN = dict(zip(LABELS, (-1, 0, 1), strict=True))


def tag_sentiment(
    texts: Sequence[str], lang: str, *, target_ids: Sequence[str] | None = None, models: str = "shipped"
) -> tuple[Tag, ...]:
    """One tag a text, in order: `label` negative, neutral or positive, `score` in -1..1.

    `target_ids` names the texts, else their numbers do. `models` is `shipped` (a head on the shipped encoder, which
    stays loaded), `none` (word lists alone) or an encoder's name. With a head `score` is P(positive) - P(negative) and
    `label` the likeliest; `words` are those of the word lists that speak for the label. Raises BadInput for a language
    without a word list.
    """
    return sentiment_tags(names_of(texts, target_ids), texts, lang, taggers_named(models))


def sentiment_tags(ids: Sequence[str], texts: Sequence[str], lang: str, taggers: Taggers) -> tuple[Tag, ...]:
    """The same by loaded taggers; a classifier the user named for the language goes before the head."""
    tones = read_tones(texts, lang)
    if (named := taggers.classifiers.get(lang)) is not None:
        return tuple(
            _likeliest(target, [row[label] for label in LABELS], f"model:{named.id}", tone.judgements)
            for target, row, tone in zip(ids, named.classify(texts), tones, strict=True)
        )
    if not tones or taggers.encoder is None or taggers.sentiment is None:
        return tuple(sentiment_tag(target, tone.score, tone.words) for target, tone in zip(ids, tones, strict=True))
    rows = _by_head(texts, tones, taggers)
    by = f"model:{taggers.sentiment.id}"
    return tuple(
        _likeliest(target, row, by, tone.judgements) for target, row, tone in zip(ids, rows, tones, strict=True)
    )


def sentiment_tag(
    target: str, score: float, words: tuple[str, ...] = (), *, edge: float = EDGE, by: str = "lexicon"
) -> Tag:
    """A sentiment tag whose label follows from its score."""
    label = "neutral" if abs(score) < edge else "positive" if score > 0 else "negative"
    return Tag(target_id=target, kind="sentiment", label=label, score=score, by=by, words=words)


def _by_head(texts: Sequence[str], tones: Sequence[Tone], taggers: Taggers) -> list[list[float]]:
    from .features import tone_features
    from .heads import encode, softmax

    head: Head | None = taggers.sentiment
    assert head is not None and taggers.encoder is not None  # noqa: S101  sentiment_tags has looked
    found: list[list[float]] = softmax(
        head.logits(encode(taggers.encoder, texts), tone_features(texts, tones))
    ).tolist()
    return found


def _likeliest(target: str, chances: Sequence[float], by: str, judgements: Sequence[tuple[float, str]]) -> Tag:
    """The label of the largest chance (neutral among equals), with the words that speak for it."""
    negative, neutral, positive = chances
    label = "neutral" if neutral >= max(negative, positive) else "positive" if positive > negative else "negative"
    score = round(min(1.0, max(-1.0, positive - negative)), 4)
    words = tuple(dict.fromkeys(said for weight, said in judgements if weight * _SIGN[label] > 0))
    return Tag(target_id=target, kind="sentiment", label=label, score=score, by=by, words=words)
