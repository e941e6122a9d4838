"""Tags of the sentences and turns of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..records import Document, Sentence, Tag, Turn
from .sentiment import sentiment_tag, tag_sentiment
from .topics import tag_topics

TURN_EDGE = 0.08  # a turn's mean is smaller than a sentence's score: most sentences are neutral
TURN_SHARE = 0.1  # of a turn's sentences must speak of a topic for the turn to have it


def tag_rows(sentences: Sequence[Sentence], turns: Sequence[Turn], documents: Sequence[Document]) -> tuple[Tag, ...]:
    """Tags of every spoken sentence (one that belongs to a turn), then of every turn that has such sentences.

    A turn's sentiment is the mean of its sentences' scores; its topics are those of at least `TURN_SHARE` of its
    sentences, the share being the score.
    """
    texts = {document.id: document.text for document in documents}
    spoken = [row for row in sentences if row.turn_id is not None and row.document_id in texts]
    tags: list[Tag] = []
    for lang in ("en", "zh"):
        rows = [row for row in spoken if row.language == lang]
        said = [texts[row.document_id][row.start : row.end] for row in rows]
        ids = [row.id for row in rows]
        tags += tag_sentiment(said, lang, target_ids=ids)
        tags += tag_topics(said, lang, target_ids=ids)
    order = {row.id: at for at, row in enumerate(spoken)}
    tags.sort(key=lambda tag: order[tag.target_id])
    return (*tags, *_turn_tags(spoken, turns, tags))


def _turn_tags(spoken: Sequence[Sentence], turns: Sequence[Turn], tags: Sequence[Tag]) -> list[Tag]:
    home = {row.id: row.turn_id for row in spoken}
    size = Counter(home.values())
    scores: dict[str | None, list[float]] = {}
    topics: dict[str | None, Counter[str]] = {}
    for tag in tags:
        turn = home[tag.target_id]
        if tag.kind == "sentiment":
            scores.setdefault(turn, []).append(tag.score)
        else:
            topics.setdefault(turn, Counter())[tag.label] += 1
    found: list[Tag] = []
    for row in turns:
        if not size[row.id]:
            continue
        mean = round(sum(scores[row.id]) / size[row.id], 4)
        found.append(sentiment_tag(row.id, mean, edge=TURN_EDGE))
        shares = {label: round(count / size[row.id], 4) for label, count in topics.get(row.id, Counter()).items()}
        found += [
            Tag(target_id=row.id, kind="topic", label=label, score=share, by="lexicon")
            for label, share in sorted(shares.items(), key=lambda item: (-item[1], item[0]))
            if share >= TURN_SHARE
        ]
    return found
