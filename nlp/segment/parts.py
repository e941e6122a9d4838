"""Parts of questions linked to the passages that answer them, and what stays unanswered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from ..encoders import Encoder
from ..languages.content_words import english_words, matters_of, words_and_matters
from ..languages.question_rules import QuestionRules
from ..records import Answer, Document, Exchange, Pair, Paragraph, Part, Turn
from .clues import Passage
from .given import judge
from .likeness import Likeness
from .links import Link, link
from .questions import RULES, SubQuestion, hearing, split_question
from .sentences import Sentences


def with_parts(
    document: Document,
    exchanges: Sequence[Exchange],
    turns: Mapping[str, Turn],
    paragraphs: Mapping[str, Paragraph],
    sentences: Sentences,
    encoder: Encoder | None = None,
) -> list[Exchange]:
    """The exchanges with the parts of every question, the passages that answer each, and what is missing."""
    pairs = [pair for row in exchanges for pair in row.pairs]
    talks: Iterable[Talk] = (read_talk(document, pair, turns, paragraphs, sentences) for pair in pairs)
    likeness = None
    if encoder:  # what is said is compared with all that is said
        talks = list(talks)
        likeness = Likeness(encoder, document.text, [place for talk in talks for place in talk.places])
    filled = (replace(pair, parts=_parts(document, talk, likeness)) for pair, talk in zip(pairs, talks, strict=True))
    return [replace(row, pairs=tuple(islice(filled, len(row.pairs)))) for row in exchanges]


@dataclass(frozen=True, slots=True)
class Talk:
    """A pair as its language has it: the parts of the question, the sentences of the answer, who gave its speeches."""

    questions: list[SubQuestion]
    passages: list[Passage]
    speakers: list[str]
    lang: str

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where the parts and the sentences stand."""
        return [*((row.start, row.end) for row in self.questions), *((row.start, row.end) for row in self.passages)]


def read_talk(
    document: Document,
    pair: Pair,
    turns: Mapping[str, Turn],
    paragraphs: Mapping[str, Paragraph],
    sentences: Sentences,
) -> Talk:
    """What is asked and said in a pair; in English where the question has any."""
    asked = [paragraphs[p] for t in pair.question_turns for p in turns[t].paragraphs if paragraphs[p].kind == "speech"]
    lang = "en" if any(p.language == "en" for p in asked) else "zh"
    questions: list[SubQuestion] = []
    for paragraph in asked:
        if paragraph.language == lang:
            shift = questions[-1].group if questions else 0
            found = split_question(document.text, sentences.of(paragraph), lang)
            questions.extend(q._replace(group=q.group + shift) for q in found)
    passages = _passages(pair, turns, paragraphs, sentences, lang) if questions else []
    return Talk(questions, passages, [turns[turn].speaker for turn in pair.answer_turns], lang)


def _parts(document: Document, talk: Talk, likeness: Likeness | None) -> tuple[Part, ...]:
    linked = link(talk.questions, talk.passages, talk.speakers, talk.lang, likeness)
    words = [question.words for question in talk.questions]
    return tuple(
        _part(document, question, linked[index], words[:index], talk.lang)
        for index, question in enumerate(talk.questions)
    )


def _passages(
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
    words = sentences.plain(start, end, lang)
    carrying, social, refuses, may = _heard(words, lang)
    return Passage(start, end, words, carrying, speech, 1000 * speech + number, social, refuses, may)


@lru_cache(maxsize=4096)  # "Thank you.", "Let me start with the margin."
def _heard(words: str, lang: str) -> tuple[frozenset[str], bool, bool, int]:
    """Of a sentence of an answer: its content words, whether it answers nothing, whether it declines to answer, and the
    bits of the patterns that it may match.
    """
    rules, may = RULES[lang], -1
    if lang == "en":
        english = english_words(words)
        carrying, may = matters_of(english), hearing().may(words, english)
    else:
        carrying = words_and_matters(words, lang)
    refuses = rules.declines.is_in(words, may)
    return carrying, not refuses and _is_social(words, rules, may), refuses, may


def _is_social(words: str, rules: QuestionRules, may: int) -> bool:
    if rules.greets.match(words):
        return True
    arranges = rules.arranges
    return bool(may & arranges.bit) and arranges.may_match(words) and arranges.match(words) is not None


def _part(document: Document, question: SubQuestion, linked: Sequence[Link], before: Sequence[str], lang: str) -> Part:
    """The part with what was found for it. What neither shares a word with it nor gives what it wants is no answer."""
    refused = [hit for hit in linked if hit.passage.refuses]
    heard = [(hit.passage.plain, hit.passage.may) for hit in linked]
    status, missing = judge(question, before, heard, bool(refused), RULES[lang])
    tied = any(hit.tied for hit in linked)
    kept = linked if status != "not_answered" or (tied and not refused) else refused
    return Part(
        document_id=document.id,
        start=question.start,
        end=question.end,
        answers=tuple(_joined(document, kept)),
        status=status,
        missing=tuple(missing),
    )


def _joined(document: Document, linked: Sequence[Link]) -> list[Answer]:
    """Sentences that follow one another as one span with the best score among them."""
    spans: list[list[Link]] = []
    for hit in linked:
        last = spans[-1][-1].passage if spans else None
        if last and last.paragraph == hit.passage.paragraph and hit.passage.start - last.end < 3:
            spans[-1].append(hit)
        else:
            spans.append([hit])
    return [
        Answer(
            document_id=document.id,
            start=span[0].passage.start,
            end=span[-1].passage.end,
            score=max(hit.score for hit in span),
        )
        for span in spans
    ]
