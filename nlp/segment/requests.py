"""What a comment of a letter asks for: its asking sentences, each split into single asks, and what each wants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..languages.content_words import content_words
from ..languages.late import late
from ..languages.letter_rules import LetterRules
from ..languages.tokenize import split_sentences
from ..records import Document, Span
from ..text import fold, simplify

_NAME = late(r"(?<=[a-z,] )[A-Z][A-Za-z&-]*[A-Za-z](?: [A-Z][A-Za-z&-]*[A-Za-z])*")  # "the United States"
_DIVIDES = {
    "en": late(r"(?!)"),
    "zh": late(r"(?<=[；;])|(?<=[。；;，,：:])(?=[（(][0-9一二三四五六七八九十]{1,2}[）)])"),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked for at `start:end` of the letter: the names of what is wanted and the words of its topic.

    `words` are the ask in one line, running heads left out, `about` those and the words it refers back to; `names` are
    places, people and products in it, `items` things to be shown one by one, with their words; `formal`: only a filing
    can answer it.
    """

    start: int
    end: int
    words: str
    about: str
    wants: tuple[str, ...]
    topic: frozenset[str]
    names: tuple[str, ...]
    items: tuple[tuple[str, frozenset[str]], ...]
    formal: bool


def find_requests(document: Document, pieces: Sequence[Span], rules: LetterRules) -> list[Span]:
    """Sentences that ask for something, found on a copy in which running heads are blanks."""
    start, text = pieces[0].start, _without_heads(document, pieces)
    out = []
    for left, right in _sentences(text, rules):
        sentence = simplify(fold(text[left:right]))
        sentence = rules.numbers[-1].sub("", sentence, count=1) if left == 0 else sentence
        told = rules.tells.match(sentence.lstrip()) and not re.search(r"\bplease\b|请", sentence, re.IGNORECASE)
        if rules.requests.search(sentence) and not told:
            out.append(Span(document_id=document.id, start=start + left, end=start + right))
    return out


def _without_heads(document: Document, pieces: Sequence[Span]) -> str:
    start, end = pieces[0].start, pieces[-1].end
    copy = [" "] * (end - start)
    for piece in pieces:
        copy[piece.start - start : piece.end - start] = document.text[piece.start : piece.end]
    text = re.sub(r"[^\S\n]", " ", "".join(copy))
    for hit in re.finditer(r"\n[ \n]*\n", text):  # blanks that a head left would end the sentence it interrupts
        if any(p.end - start <= hit.start() + 1 and q.start - start >= hit.end() - 1 for p, q in pairwise(pieces)):
            text = text[: hit.start()] + " " * (hit.end() - hit.start()) + text[hit.end() :]
    return text


def _sentences(text: str, rules: LetterRules) -> list[tuple[int, int]]:
    """Sentences; in Chinese each numbered item and each clause before a semicolon by itself."""
    out = []
    for left, right in split_sentences(text, rules.code):
        cuts = [left, *(left + hit.start() for hit in _DIVIDES[rules.code].finditer(text[left:right])), right]
        out += [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    return out


def find_asks(document: Document, pieces: Sequence[Span], requests: Sequence[Span], rules: LetterRules) -> list[Ask]:
    """The single asks of a comment's requests, in order."""
    if not pieces:
        return []
    start = pieces[0].start
    whole = re.sub(r"\s", " ", simplify(fold(_without_heads(document, pieces))))
    out: list[Ask] = []
    for request in requests:
        told = whole[: max(0, request.start - start)]
        for left, right in _divide(whole[request.start - start : request.end - start], rules):
            place = (request.start + left, request.start + right)
            words = " ".join(whole[place[0] - start : place[1] - start].split())
            out.append(_ask(place, words, _last_sentences(told), out, rules))
    return out


def _divide(sentence: str, rules: LetterRules) -> list[tuple[int, int]]:
    """Where single asks stand in a sentence: from each asking verb to the next, purposes left out."""
    begins = rules.begins.search(sentence)
    first = begins.start() if begins else 0
    hits = [hit for hit in rules.ask.finditer(sentence, first) if not _is_purpose(hit, sentence, rules)]
    places = sorted(
        {hit.start("verb") for hit in hits} | {hit.end() for hit in rules.further.finditer(sentence, first) if hits}
    )
    places = [a for a, b in pairwise([*places, len(sentence)]) if len(sentence[a:b].split()) > 2 or rules.code == "zh"]
    if not places:
        return [(0, len(sentence.rstrip()))]
    if rules.code == "zh":  # the object may stand before the verb: 就...说明
        places[0] = 0
    out = []
    for a, b in pairwise([*places, len(sentence)]):
        tail = rules.tail.search(sentence, a, b)
        end = tail.start() if tail and (rules.code == "zh" or len(sentence[a : tail.start()].split()) > 2) else b
        dangling = rules.dangling.search(sentence[a:end].rstrip(" ,;，；"))
        out.append((a, a + len(sentence[a : a + dangling.start() if dangling else end].rstrip(" ,;，；"))))
    return [(a, b) for a, b in out if b > a]


def _is_purpose(hit: re.Match[str], sentence: str, rules: LetterRules) -> bool:
    """ "to provide context" asks for nothing, "revise it to disclose" does."""
    return rules.to.match(hit[0]) is not None and not rules.revises.search(sentence[: hit.start()])


def _ask(place: tuple[int, int], words: str, told: Sequence[str], before: Sequence[Ask], rules: LetterRules) -> Ask:
    items = _items(words, rules)
    own = rules.parts.sub("", words) if items else words
    topic, wants, about = _topic(own, rules), _wants(words, rules), own
    if rules.accordingly.search(words) and told:  # what to do was told in the sentence before
        wants, about = _wants(told[-1], rules), f"{' '.join(told[-2:])}"
        topic = _topic(about, rules)
    elif not topic or rules.back.search(own):
        # "show it separately" is about what was asked for just before, else about what the comment tells.
        source = before[-1].about if before and rules.back.search(own) and not topic else (told[-1] if told else "")
        about = f"{own} {source}"
        topic = _topic(about, rules)
    return Ask(
        start=place[0],
        end=place[1],
        words=words,
        about=about,
        wants=wants,
        topic=topic,
        names=tuple(_NAME.findall(own)),
        items=items if {"split", "factors"} & {*wants} else (),
        formal=rules.formal.search(words) is not None,
    )


def _wants(words: str, rules: LetterRules) -> tuple[str, ...]:
    found = tuple(want.name for want in rules.wants if want.asks.search(words))
    # A definition of a rate, or reasons of an amount, ask for no figure of their own.
    return tuple(
        name for name in found if name != "figure" or not {"factors", "split", "definition", "reason"} & {*found}
    )


def _topic(words: str, rules: LetterRules) -> frozenset[str]:
    if rules.code == "zh":  # cut out whole: pairs across a word's edge carry no topic
        return content_words(_letter_words(rules).sub(" ", words), "zh")
    return content_words(words, rules.code) - _asked(rules)


@cache
def _asked(rules: LetterRules) -> frozenset[str]:
    return frozenset(stem for word in rules.stop_words for stem in content_words(word, rules.code))


@cache
def _letter_words(rules: LetterRules) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, rules.stop_words), key=len, reverse=True)))


def _last_sentences(told: str) -> list[str]:
    parts = (" ".join(part.split()) for part in re.split(r"(?<=[.。;；?!])\s+|(?<=[。；])", told))
    return [part for part in parts if len(part) > 8][-2:]


def _items(words: str, rules: LetterRules) -> tuple[tuple[str, frozenset[str]], ...]:
    found = rules.parts.search(words)
    if found is None:
        return ()
    items = [item.strip(" .,;，。；") for item in rules.joint.split(found["items"])]
    named = [(item, _topic(item, rules)) for item in items if item]
    return tuple(row for row in named if row[1]) if len(named) > 1 else ()
