"""Tags of the sentences, turns and exchanges of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..records import Document, Exchange, Sentence, Tag, Turn
from .sentiment import sentiment_tag, sentiment_tags
from .taggers import BY_WORDS, Taggers
from .topics import topic_tags

WHOLE_EDGE = 0.08  # the mean of many is smaller than one sentence's score: most sentences are neutral
WHOLE_SHARE = 0.1  # of its sentences must speak of a topic for a turn or an exchange to have it


def tag_rows(
    sentences: Sequence[Sentence],
    turns: Sequence[Turn],
    documents: Sequence[Document],
    exchanges: Sequence[Exchange] = (),
    taggers: Taggers = BY_WORDS,
) -> tuple[Tag, ...]:
    """Tags of every spoken sentence (one that belongs to a turn), then of every turn and exchange with such sentences.

    The sentiment of a turn or exchange is the mean of its sentences' scores; its topics are those of at least
    `WHOLE_SHARE` of its sentences, the share being the score.
    """
    texts = {document.id: document.text for document in documents}
    spoken = [row for row in sentences if row.turn_id is not None and row.document_id in texts]
    tags: list[Tag] = []
    for lang in ("en", "zh"):
        rows = [row for row in spoken if row.language == lang]
        said = [texts[row.document_id][row.start : row.end] for row in rows]
        ids = [row.id for row in rows]
        tags += sentiment_tags(ids, said, lang, taggers)
        tags += topic_tags(ids, said, lang, taggers)
    order = {row.id: at for at, row in enumerate(spoken)}
    tags.sort(key=lambda tag: order[tag.target_id])
    homes = {row.id: row.turn_id or "" for row in spoken}
    blocks = {turn: row.id for row in exchanges for turn in row.turns}
    inside = {row.id: blocks[row.turn_id] for row in spoken if row.turn_id in blocks}
    return (
        *tags,
        *_whole(homes, [row.id for row in turns], tags),
        *_whole(inside, [row.id for row in exchanges], tags),
    )


def _whole(homes: Mapping[str, str], wholes: Sequence[str], tags: Sequence[Tag]) -> Iterator[Tag]:
    """Tags of what sentences make up; `homes` tells of each sentence in what it stands."""
    size = Counter(homes.values())
    scores: dict[str, list[Tag]] = {}
    topics: dict[str, list[Tag]] = {}
    for tag in tags:
        if (home := homes.get(tag.target_id)) is not None:
            (scores if tag.kind == "sentiment" else topics).setdefault(home, []).append(tag)
    for name in wholes:
        if not size[name]:
            continue
        judged = scores[name]
        mean = round(sum(tag.score for tag in judged) / len(judged), 4)
        yield sentiment_tag(name, mean, edge=WHOLE_EDGE, by=_most(judged))
        found: dict[str, list[Tag]] = {}
        for tag in topics.get(name, []):
            found.setdefault(tag.label, []).append(tag)
        shares = {label: round(len(rows) / size[name], 4) for label, rows in found.items()}
        for label, share in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
            if share >= WHOLE_SHARE:
                yield Tag(target_id=name, kind="topic", label=label, score=share, by=_most(found[label]))


def _most(tags: Sequence[Tag]) -> str:
    """What decided most of them."""
    return max(sorted(Counter(tag.by for tag in tags).items()), key=lambda item: item[1])[0]
