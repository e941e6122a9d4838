"""Answers to a regulator's letter: where a response begins, whose comment it answers, what else speaks to a request.

Nothing here judges whether a request was met: the passages are data for whoever asks.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..followups import Followup, Item
from ..languages.content_words import content_words
from ..languages.letters import LETTERS
from ..records import Answer, Comment, Document, Segments, Span
from ..text import fold, simplify
from .heads import Cut
from .requests import Ask, find_asks

MetricNames = Callable[[str, str], Sequence[str]]  # folded text, language -> canonical metrics

_SPOKEN = ("speech", "text", "list_item", "footnote", "table")
_LEAST = 0.4  # of an ask's weight must stand in a sentence that speaks to it
_MOST = 8  # passages an ask
_TELLING = 12  # a topic of one word says something where fewer than one sentence in twelve has it
_NEAR = 0.75  # what a word of the topic weighs that stands only in the sentence before, or in the question
_RARE = {"en": 2, "zh": 3}  # words that an ask and a passage must share at least


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of a later document: its place and content words, with those of the sentence before and of the
    question it answers.
    """

    span: Span
    text: str
    words: frozenset[str]
    before: frozenset[str]


def response_start(document: Document, cuts: Sequence[Cut], first: int, last: int) -> int:
    """The line in `first:last` on which the company begins to answer; `last` where it does not."""
    pattern = LETTERS["zh" if document.language == "zh" else "en"].response
    for index in range(first, last):
        line = simplify(fold(document.text[cuts[index].start : cuts[index].end]))
        if not cuts[index].head and pattern.match(line):
            return index
    return last


def pair_responses(letter: Sequence[Comment], answer: Sequence[Comment]) -> tuple[tuple[Comment, Comment | None], ...]:
    """Every comment of a letter with the comment of the answer that has its number, None where it is not answered.

    The answer's `responses` hold what is said to the comment, running heads left out.
    """
    answered = {comment.number: comment for comment in answer if comment.responses}
    return tuple((comment, answered.get(comment.number)) for comment in letter)


def find_followups(
    letter: Segments, later: Iterable[Segments], *, metrics: MetricNames | None = None
) -> tuple[Followup, ...]:
    """For each ask of each comment in `letter`, the passages of the `later` documents that speak to it.

    Passages are sentences in the letter's language that the company says, operators and analysts left out. One speaks
    to an ask by the words of the topic they share, rare ones (in all these documents) counting more. `score` is the
    share of the topic's weight, 0..1. Offsets are the documents'. `metrics` reads the metric names of a folded text.
    """
    lang = "zh" if letter.document.language == "zh" else "en"
    passages = [passage for part in later for passage in _passages(part, lang)]
    weights = _weights([passage.words for passage in passages])
    out = []
    for comment in letter.comments:
        for ask in find_asks(letter.document, comment.pieces, comment.requests, LETTERS[lang]):
            named = [passage for passage in passages if _has_name(ask, passage)] if ask.names else passages
            hits = sorted(_hits(ask.topic, named, weights, lang), key=lambda h: (-h.score, h.document_id, h.start))
            names = metrics(ask.about, lang) if metrics else ()
            out.append(_followup(letter.document, comment, ask, hits, passages, tuple(dict.fromkeys(names))))
    return tuple(out)


def _followup(
    document: Document,
    comment: Comment,
    ask: Ask,
    hits: Sequence[Answer],
    passages: Sequence[_Passage],
    metrics: tuple[str, ...],
) -> Followup:
    return Followup(
        comment_id=comment.id,
        number=comment.number,
        heading=comment.heading,
        refers_to_page=comment.refers_to_page,
        language="zh" if document.language == "zh" else "en",
        request=Span(document_id=document.id, start=ask.start, end=ask.end),
        words=ask.words,
        wants=ask.wants,
        metrics=metrics,
        formal=ask.formal,
        passages=tuple(hits[:_MOST]),
        items=tuple(Item(name=name, passages=_naming(words, passages)) for name, words in ask.items),
    )


def _has_name(ask: Ask, passage: _Passage) -> bool:
    """A name in the ask must stand in the passage whole: "unit sales" say nothing of the United States."""
    return any(map(passage.text.__contains__, ask.names))


def _naming(words: frozenset[str], passages: Sequence[_Passage]) -> tuple[Span, ...]:
    """The passages that hold all words of a thing's name."""
    return tuple(passage.span for passage in passages if words <= passage.words)[:_MOST]


def _passages(part: Segments, lang: str) -> list[_Passage]:
    """The company's sentences in one language with their content words."""
    kinds = {row.id: row.kind for row in part.paragraphs}
    roles = {turn.id: turn.role for turn in part.turns}
    answers = _answers(part, lang)
    out: list[_Passage] = []
    before: frozenset[str] = frozenset()
    paragraph = None
    for row in part.sentences:
        if row.language != lang or kinds.get(row.paragraph_id) not in _SPOKEN:
            continue
        said = " ".join(simplify(fold(part.document.text[row.start : row.end])).split())
        words = content_words(said, lang)
        if roles.get(row.turn_id or "") not in ("analyst", "operator"):
            span = Span(document_id=part.document.id, start=row.start, end=row.end)
            asked = answers.get(row.start, frozenset())
            out.append(_Passage(span, said, words, (before if paragraph == row.paragraph_id else frozenset()) | asked))
        before, paragraph = words, row.paragraph_id
    return out


def _answers(part: Segments, lang: str) -> dict[int, frozenset[str]]:
    """The words of the question that a sentence answers, by the sentence's start: "Seventy four percent now"."""
    starts = sorted(row.start for row in part.sentences)
    out: dict[int, frozenset[str]] = {}
    for question in (one for row in part.exchanges for pair in row.pairs for one in pair.parts):
        words = content_words(simplify(fold(part.document.text[question.start : question.end])), lang)
        for answer in question.answers:
            for start in starts[bisect_left(starts, answer.start) : bisect_left(starts, answer.end)]:
                out[start] = out.get(start, frozenset()) | words
    return out


def _weights(passages: Sequence[frozenset[str]]) -> dict[str, float]:
    """Rare words weigh more: the logarithm of how many sentences there are for one with the word."""
    counts = Counter(word for found in passages for word in found)
    return {word: math.log((1 + len(passages)) / count) for word, count in counts.items()}


def _hits(
    topic: frozenset[str], passages: Sequence[_Passage], weights: dict[str, float], lang: str
) -> Iterable[Answer]:
    rare = max(weights.values(), default=1.0)  # a word that no passage has weighs as much as the rarest
    if len(topic) == 1 and math.exp(weights.get(min(topic), rare)) < min(_TELLING, (1 + len(passages)) / 2):
        return
    whole = sum(weights.get(word, rare) for word in topic)
    for passage in passages:
        if topic.isdisjoint(passage.words):
            continue
        shared = topic & passage.words
        if len(shared) < min(_RARE[lang], len(topic)):
            continue
        # What the sentence before or the question speaks of is still the topic: "We had 200 vans. Each drove 90 km."
        score = sum(weights[word] for word in shared)
        score += sum(weights.get(word, 0.0) for word in (topic - shared) & passage.before) * _NEAR
        if score >= _LEAST * whole:
            value = round(min(1.0, score / whole), 3) if whole else 0.0
            span = passage.span
            yield Answer(document_id=span.document_id, start=span.start, end=span.end, score=value)
