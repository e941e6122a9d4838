"""Parts of questions linked to the passages that answer them, and what stays unanswered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..languages.content_words import words_and_matters
from ..records import Answer, Document, Exchange, Pair, Paragraph, Part, Turn
from .given import judge
from .links import Linked, Passage, link
from .questions import RULES, SubQuestion, split_question
from .sentences import Sentences


def with_parts(
    document: Document,
    exchange: Exchange,
    turns: Mapping[str, Turn],
    paragraphs: Mapping[str, Paragraph],
    sentences: Sentences,
) -> Exchange:
    """The exchange with the parts of every question, the passages that answer each, and what is missing."""
    pairs = tuple(replace(pair, parts=_parts(document, pair, turns, paragraphs, sentences)) for pair in exchange.pairs)
    return replace(exchange, pairs=pairs)


def _parts(
    document: Document,
    pair: Pair,
    turns: Mapping[str, Turn],
    paragraphs: Mapping[str, Paragraph],
    sentences: Sentences,
) -> tuple[Part, ...]:
    asked = [paragraphs[p] for t in pair.question_turns for p in turns[t].paragraphs if paragraphs[p].kind == "speech"]
    lang = "en" if any(p.language == "en" for p in asked) else "zh"
    questions: list[SubQuestion] = []
    for paragraph in asked:
        if paragraph.language == lang:
            shift = questions[-1].group if questions else 0
            found = split_question(document.text, sentences.of(paragraph), lang)
            questions.extend(replace(q, group=q.group + shift) for q in found)
    if not questions:
        return ()
    speakers = [turns[turn].speaker for turn in pair.answer_turns]
    linked = link(questions, _passages(document, pair, turns, paragraphs, sentences, lang), speakers, lang)
    words = [question.words for question in questions]
    return tuple(
        _part(document, question, linked[index], words[:index], lang) for index, question in enumerate(questions)
    )


def _passages(
    document: Document,
    pair: Pair,
    turns: Mapping[str, Turn],
    paragraphs: Mapping[str, Paragraph],
    sentences: Sentences,
    lang: str,
) -> list[Passage]:
    out = []
    for speech, turn_id in enumerate(pair.answer_turns):
        for number, paragraph_id in enumerate(turns[turn_id].paragraphs):
            paragraph = paragraphs[paragraph_id]
            if paragraph.kind == "speech" and paragraph.language == lang:
                for start, end in sentences.of(paragraph):
                    out.append(_passage(sentences, start, end, lang, speech, number))
    return out


def _passage(sentences: Sentences, start: int, end: int, lang: str, speech: int, number: int) -> Passage:
    words, rules = sentences.plain(start, end, lang), RULES[lang]
    refuses = any(map(words.__contains__, rules.declines_hints)) and rules.declines.search(words) is not None
    return Passage(
        start=start,
        end=end,
        plain=words,
        words=words_and_matters(words, lang),
        speech=speech,
        paragraph=1000 * speech + number,
        social=not refuses and rules.social.match(words) is not None,
        refuses=refuses,
    )


def _part(document: Document, question: SubQuestion, linked: Linked, before: Sequence[str], lang: str) -> Part:
    refused = [hit for hit in linked if hit[0].refuses]
    said = [passage.plain for passage, _ in linked]
    status, missing = judge(question, before, said, bool(refused), RULES[lang])
    kept = linked if status != "not_answered" else refused
    return Part(
        document_id=document.id,
        start=question.start,
        end=question.end,
        answers=tuple(_joined(document, kept)),
        status=status,
        missing=tuple(missing),
    )


def _joined(document: Document, linked: Sequence[tuple[Passage, float]]) -> list[Answer]:
    """Sentences that follow one another as one span with the best score among them."""
    out: list[Answer] = []
    last: Passage | None = None
    for passage, score in linked:
        if out and last is not None and last.paragraph == passage.paragraph and passage.start - last.end < 3:
            out[-1] = replace(out[-1], end=passage.end, score=max(out[-1].score, score))
        else:
            out.append(Answer(document_id=document.id, start=passage.start, end=passage.end, score=score))
        last = passage
    return out
