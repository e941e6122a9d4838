"""Parts of questions linked to the passages that answer them, and what stays unanswered."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..languages.question_rules import QuestionRules, Want
from ..languages.tokenize import split_sentences, tokens
from ..records import Answer, Document, Exchange, Pair, Paragraph, Part, Turn
from .questions import RULES, SubQuestion, numbered, plain, split_question

_NAME = re.compile(
    r"\b(?:[0-9]+[A-Za-z][\w&-]*|[A-Z][a-z]*[A-Z0-9][\w&-]*|[A-Z]{2,}[\w&-]*|(?<=[a-z,] )[A-Z][a-z]{2,})\b"
)
_LEAST = 0.1  # of a question's weight must return in a sentence that answers it


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an answer; `words` are its content words, `speech` numbers the turn it stands in."""

    start: int
    end: int
    plain: str
    words: frozenset[str]
    speech: int
    paragraph: int


def with_parts(
    document: Document, exchange: Exchange, turns: Mapping[str, Turn], paragraphs: Mapping[str, Paragraph]
) -> Exchange:
    """The exchange with the parts of every question, the passages that answer each, and what is missing."""
    pairs = tuple(replace(pair, parts=_parts(document, pair, turns, paragraphs)) for pair in exchange.pairs)
    return replace(exchange, pairs=pairs)


def _parts(
    document: Document, pair: Pair, turns: Mapping[str, Turn], paragraphs: Mapping[str, Paragraph]
) -> tuple[Part, ...]:
    asked = [paragraphs[p] for t in pair.question_turns for p in turns[t].paragraphs if paragraphs[p].kind == "speech"]
    lang = "en" if any(p.language == "en" for p in asked) else "zh"
    questions: list[SubQuestion] = []
    for run in _runs([p for p in asked if p.language == lang]):
        shift = questions[-1].group if questions else 0
        found = split_question(document.text, run[0], run[1], lang)
        questions.extend(replace(q, group=q.group + shift) for q in found)
    passages = _passages(document, pair, turns, paragraphs, lang)
    linked = _link(questions, passages, lang)
    return tuple(
        _judged(document, question, linked[index], questions, index, RULES[lang])
        for index, question in enumerate(questions)
    )


def _runs(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in paragraphs]


def _passages(
    document: Document, pair: Pair, turns: Mapping[str, Turn], paragraphs: Mapping[str, Paragraph], lang: str
) -> list[Passage]:
    out = []
    for speech, turn_id in enumerate(pair.answer_turns):
        for number, paragraph_id in enumerate(turns[turn_id].paragraphs):
            paragraph = paragraphs[paragraph_id]
            if paragraph.kind != "speech" or paragraph.language != lang:
                continue
            piece = document.text[paragraph.start : paragraph.end]
            for start, end in split_sentences(piece, lang):
                words = plain(piece[start:end], lang)
                out.append(
                    Passage(
                        paragraph.start + start,
                        paragraph.start + end,
                        words,
                        frozenset(_content(words, lang)),
                        speech,
                        1000 * speech + number,
                    )
                )
    return out


def _content(words: str, lang: str) -> list[str]:
    """Words that carry a topic, cut to their stem: "growing" and "growth" meet in "grow"."""
    rules = RULES[lang]
    found = [words[s:e].lower() for s, e in tokens(words, lang)]
    if lang == "zh":
        return [w for w in found if len(w) > 1 and w not in rules.stop_words]
    kept = [w for w in found if len(w) > 2 and w not in rules.stop_words and w[0].isalnum()]
    return [re.sub(r"(?:ations?|ments?|ings?|ers?|ed|es|th|s|ly|e)\Z", "", w) if len(w) > 4 else w for w in kept]


def _link(
    questions: Sequence[SubQuestion], passages: Sequence[Passage], lang: str
) -> list[list[tuple[Passage, float]]]:
    """For every part, the passages that speak to it with a score.

    An answer that says "for the second question" is taken at its word until it says so of another; else shared words
    decide, and a sentence that shares none goes on with what stands around it.
    """
    out: list[list[tuple[Passage, float]]] = [[] for _ in questions]
    if not questions:
        return out
    told = _told(questions, passages, lang)
    scores = _scores(questions, passages, lang)
    hits = [
        _hits(
            row, [i for i, q in enumerate(questions) if said is None or q.group == said], 0.75 if said is None else 0.4
        )
        for row, said in zip(scores, told, strict=True)
    ]
    hits = _filled(hits, passages, told, questions)
    for passage, row, found, said in zip(passages, scores, hits, told, strict=True):
        base = 0.6 if said is not None else (0.4 if len(questions) == 1 else 0.2)
        for index in found:
            out[index].append((passage, round(min(1.0, base + row[index]), 3)))
    return out


def _told(questions: Sequence[SubQuestion], passages: Sequence[Passage], lang: str) -> list[int | None]:
    """For every passage, the numbered question that the answer says it is on; None where it does not say."""
    groups = max(question.group for question in questions)
    out: list[int | None] = []
    said: int | None = None
    speech = -1
    for passage in passages:
        said = said if passage.speech == speech else None
        refers = numbered(RULES[lang], passage.plain, groups) if groups > 1 else None
        said = refers if refers is not None and refers <= groups else said
        out.append(said)
        speech = passage.speech
    return out


def _scores(questions: Sequence[SubQuestion], passages: Sequence[Passage], lang: str) -> list[list[float]]:
    weights = _weights(passages)
    contents = [_asked_about(questions, index, lang) for index in range(len(questions))]
    return [[_overlap(content, passage.words, weights) for content in contents] for passage in passages]


def _filled(
    hits: list[list[int]], passages: Sequence[Passage], told: Sequence[int | None], questions: Sequence[SubQuestion]
) -> list[list[int]]:
    """Sentences without a hit of their own: between two hits of a part they belong to it, behind one for two sentences
    of its paragraph, and anywhere in a passage said to be on one question. An only question takes all if nothing hits.
    """
    if len(questions) == 1 and not any(hits):
        return [[0] for _ in hits]
    out = list(hits)
    for index, found in enumerate(hits):
        if found:
            continue
        before = next((i for i in range(index - 1, -1, -1) if hits[i]), None)
        after = next((i for i in range(index + 1, len(hits)) if hits[i]), None)
        same = before is not None and passages[before].speech == passages[index].speech
        if told[index] is not None:
            own = [i for i, q in enumerate(questions) if q.group == told[index]]
            out[index] = hits[before] if same and before is not None and told[before] == told[index] else own
        elif same and before is not None:
            ahead = hits[after] if after is not None and passages[after].speech == passages[index].speech else []
            near = index - before <= 2 and passages[before].paragraph == passages[index].paragraph
            out[index] = hits[before] if near else [i for i in hits[before] if i in ahead]
    return out


def _asked_about(questions: Sequence[SubQuestion], index: int, lang: str) -> frozenset[str]:
    """Content words of a part, with the names it takes from the part before: "growth of these three"."""
    rules = RULES[lang]
    names = " ".join(_things(questions[index], questions[:index], rules))
    return frozenset(_content(f"{questions[index].words} {names}", lang))


def _hits(scores: Sequence[float], open_to: Sequence[int], close: float) -> list[int]:
    """The parts a sentence speaks to: the best one and those close to it."""
    best = max((scores[i] for i in open_to), default=0.0)
    if best < _LEAST:
        return []
    return [i for i in open_to if scores[i] >= max(_LEAST / 2, close * best)]


def _weights(passages: Sequence[Passage]) -> dict[str, float]:
    """Rare words weigh more; a word of every sentence weighs nothing."""
    counts = Counter(word for passage in passages for word in passage.words)
    total = len(passages) + 1
    return {word: math.log(1 + total / (1 + count)) for word, count in counts.items()}


def _overlap(question: frozenset[str], answer: frozenset[str], weights: Mapping[str, float]) -> float:
    whole = sum(weights.get(word, 1.0) for word in question)
    return sum(weights.get(word, 1.0) for word in question & answer) / whole if whole else 0.0


def _judged(
    document: Document,
    question: SubQuestion,
    linked: Sequence[tuple[Passage, float]],
    questions: Sequence[SubQuestion],
    index: int,
    rules: QuestionRules,
) -> Part:
    """The part with its answers joined to spans, and its status by what it wants."""
    words = [passage.plain for passage, _ in linked]
    missing, given = _missing(question, words, questions[:index], rules)
    declined = any(rules.declines.search(sentence) for sentence in words)
    if not linked:
        status, missing = "not_answered", missing or ["no passage speaks to it"]
    elif declined and not given:
        status, missing = "not_answered", [*missing, "declined"]
    elif missing:
        status = "partly" if given else "not_answered"
    else:
        status = "answered"
    return Part(
        document_id=document.id,
        start=question.start,
        end=question.end,
        answers=tuple(_joined(document, linked)) if status != "not_answered" or declined else (),
        status=status,
        missing=tuple(missing),
    )


def _missing(
    question: SubQuestion, answer: Sequence[str], before: Sequence[SubQuestion], rules: QuestionRules
) -> tuple[list[str], bool]:
    """What the question wants and the answer does not give, and whether it gives anything of what is wanted."""
    missing: list[str] = []
    given = False
    wants = [want for want in rules.wants if want.asks.search(question.words)]
    for want in wants:
        things = _things(question, before, rules) if want.each else []
        if len(things) > 1:
            lacking = [thing for thing in things if not _given_of(thing, things, want, answer, rules)]
            if len(things) - len(lacking) < want.least:
                missing.append(f"{want.name}: not given")
            else:
                given = True
                missing.extend(f"{want.name} of {thing}: not given" for thing in lacking)
        elif sum(1 for sentence in answer for _ in _gifts(want, sentence)) >= want.least:
            given = True
        elif answer:
            missing.append(f"{want.name}: not given")
    plainly = not wants and any(not rules.declines.search(sentence) for sentence in answer)
    return missing, given or plainly


def _things(question: SubQuestion, before: Sequence[SubQuestion], rules: QuestionRules) -> list[str]:
    """The things a question lists; "these three" are those of the part before it."""
    named = _listed(question.words, rules)
    if len(named) > 1:
        return named
    if before and rules.back_to.search(question.words):
        earlier = _listed(before[-1].words, rules)
        return earlier if len(earlier) > 1 else []
    return []


def _listed(words: str, rules: QuestionRules) -> list[str]:
    """Names in the question, or the members of a list of three and more: "the north, the centre and the south"."""
    best: list[str] = []
    for hit in rules.listing.finditer(words):
        items = [_bare(item, rules) for item in rules.joint.split(hit["items"])]
        items = [item for item in items if item]
        best = items if len(items) > max(2, len(best)) else best
    names = list(dict.fromkeys(hit[0] for hit in _NAME.finditer(words) if hit[0] not in rules.not_names))
    return names if len(names) > 2 or len(names) > len(best) else best


def _bare(item: str, rules: QuestionRules) -> str:
    """A member of a list without the small words at its ends: "the south of" is "south"."""
    words = item.split()
    while words and words[0].lower() in rules.stop_words:
        words.pop(0)
    while words and words[-1].lower() in rules.stop_words:
        words.pop()
    return " ".join(words)


def _given_of(thing: str, things: Sequence[str], want: Want, answer: Sequence[str], rules: QuestionRules) -> bool:
    """Whether a sentence gives what is wanted of this thing: it is the one that stands closest before the figure."""
    for sentence in answer:
        lowered = sentence.lower()
        for hit in _gifts(want, sentence):
            reach = hit.start() + 2
            places = [
                (name.end(), name[0]) for name in _NAME.finditer(sentence[:reach]) if name[0] not in rules.not_names
            ]
            places += [
                (lowered.rfind(other.lower(), 0, reach) + len(other), other)
                for other in things
                if other.lower() in lowered[:reach]
            ]
            if places and max(places)[1] == thing:
                return True
    return False


def _gifts(want: Want, sentence: str) -> Iterator[re.Match[str]]:
    """Places of a sentence that give what is wanted."""
    for hit in want.gives.finditer(sentence):
        around = sentence[max(0, hit.start() - 70) : hit.end() + 15]
        if want.unless is None or not want.unless.search(around):
            yield hit


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
