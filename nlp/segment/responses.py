"""Answers to a regulator's letter: where a response begins, whose comment it answers, what else speaks to a request.

Nothing here judges whether a request was met: the passages are data for whoever asks.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..languages import documents as words
from ..languages.tokenize import split_sentences
from ..records import Answer, Comment, Document, Segments, Span
from ..text import fold
from .heads import Cut
from .links import content_words

_SPOKEN = ("speech", "text", "list_item", "footnote", "table")
_LEAST = 0.2  # of a request's weight must stand in a sentence that speaks to it
_MOST = 8  # passages a request
_RARE = 2  # words that a request and a passage must share at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Followup:
    """A request of a comment with the passages of later documents that speak to it, the likeliest first."""

    comment_id: str
    number: int
    request: Span
    passages: tuple[Answer, ...] = ()


def response_start(document: Document, cuts: Sequence[Cut], first: int, last: int) -> int:
    """The line in `first:last` on which the company begins to answer; `last` where it does not."""
    for index in range(first, last):
        line = fold(document.text[cuts[index].start : cuts[index].end])
        if not cuts[index].head and words.RESPONSE_HEAD.match(line):
            return index
    return last


def pair_responses(letter: Sequence[Comment], answer: Sequence[Comment]) -> tuple[tuple[Comment, Comment | None], ...]:
    """Every comment of a letter with the comment of the answer that has its number, None where it is not answered.

    The answer's `responses` hold what is said to the comment, running heads left out.
    """
    answered = {comment.number: comment for comment in answer if comment.responses}
    return tuple((comment, answered.get(comment.number)) for comment in letter)


def find_followups(letter: Segments, later: Iterable[Segments]) -> tuple[Followup, ...]:
    """For each request of each comment in `letter`, the passages of the `later` documents that speak to it.

    A sentence speaks to a request by the words they share, rare ones (in all these documents) counting more; words of
    the comment's heading and other sentences help a little. Scores lie between 0 and 1; offsets are the documents'.
    """
    passages = [passage for part in later for passage in _passages(part)]
    weights = _weights([found for _, found in passages])
    text = letter.document.text
    out = []
    for comment in letter.comments:
        around = content_words(f"{fold(comment.heading)} {_said(text, comment.pieces)}", "en")
        for request in comment.requests:
            asked = content_words(fold(text[request.start : request.end]), "en")
            hits = sorted(
                _hits(asked, around, passages, weights), key=lambda hit: (-hit.score, hit.document_id, hit.start)
            )
            out.append(
                Followup(comment_id=comment.id, number=comment.number, request=request, passages=tuple(hits[:_MOST]))
            )
    return tuple(out)


def _said(text: str, pieces: Sequence[Span]) -> str:
    return fold(" ".join(text[piece.start : piece.end] for piece in pieces))


def _passages(part: Segments) -> list[tuple[Span, frozenset[str]]]:
    """The English sentences of a document with their content words."""
    out = []
    text = part.document.text
    for row in part.paragraphs:
        if row.kind in _SPOKEN and row.language == "en":
            for left, right in split_sentences(text[row.start : row.end], "en"):
                start, end = row.start + left, row.start + right
                found = content_words(fold(text[start:end]), "en")
                if len(found) >= _RARE:
                    out.append((Span(document_id=part.document.id, start=start, end=end), found))
    return out


def _weights(passages: Sequence[frozenset[str]]) -> dict[str, float]:
    """Rare words weigh more: the logarithm of how many sentences there are for one with the word."""
    counts = Counter(word for found in passages for word in found)
    return {word: math.log((1 + len(passages)) / count) for word, count in counts.items()}


def _hits(
    asked: frozenset[str],
    around: frozenset[str],
    passages: Sequence[tuple[Span, frozenset[str]]],
    weights: dict[str, float],
) -> Iterable[Answer]:
    rare = max(weights.values(), default=1.0)  # a word that no passage has weighs as much as the rarest
    whole = sum(weights.get(word, rare) for word in asked)
    for span, found in passages:
        shared = asked & found
        if len(shared) < _RARE:
            continue
        score = sum(weights[word] for word in shared) + sum(weights[word] for word in (around - asked) & found) / 4
        if score >= _LEAST * whole:
            value = round(min(1.0, score / whole), 3)
            yield Answer(document_id=span.document_id, start=span.start, end=span.end, score=value)
