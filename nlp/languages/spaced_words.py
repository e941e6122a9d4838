"""Concepts and numerals of a language that puts blanks between words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from .bilingual import align_rules

_ENDINGS = (
    ("sses", "ss", 6), ("ies", "y", 5), ("xes", "x", 5), ("ches", "ch", 6), ("shes", "sh", 6), ("ied", "y", 5),
    ("ss", "ss", 3), ("us", "us", 3), ("is", "is", 3), ("s", "", 4), ("ingly", "", 8), ("edly", "", 7),
    ("ing", "", 6), ("eed", "eed", 4), ("ed", "", 5), ("ly", "", 5),
)  # fmt: skip


def stem(word: str, irregular: Mapping[str, str]) -> str:
    """A crude English stem: what matters is that the forms of one word meet.

    >>> {stem(word, {}) for word in ("increases", "increased", "increasing", "increase")}
    {'increas'}
    """
    word = irregular.get(word, word)
    for ending, rest, least in _ENDINGS:
        if len(word) >= least and word.endswith(ending):
            word = word[: len(word) - len(ending)] + rest
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "y":
        word = word[:-1] + "i"
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


@lru_cache(maxsize=65536)
def stem_in(word: str, lang: str) -> str:
    """`stem` with the irregular forms of a language; remembered, since a text repeats its words."""
    return stem(word, align_rules(lang).irregular)


def bare(word: str) -> str:
    """A word without the possessive.

    >>> bare("company's")
    'company'
    """
    return word.removesuffix("'s")


@cache
def _stemmed_forms(lang: str) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """The language's forms with every word stemmed, and for each first word the length of its longest phrase."""
    rules = align_rules(lang)
    forms: dict[str, tuple[str, ...]] = {}
    longest: dict[str, int] = {}
    for form, concepts in rules.forms.items():
        stems = [stem(bare(word), rules.irregular) for word in form.split()]
        phrase = " ".join(stems)
        forms[phrase] = tuple(dict.fromkeys((*forms.get(phrase, ()), *concepts)))
        longest[stems[0]] = max(longest.get(stems[0], 0), len(stems))
    return forms, longest


@dataclass(frozen=True, slots=True)
class Word:
    """What one word says by itself: its stem, its concepts, and how many words the longest phrase it begins has."""

    stem: str
    concepts: tuple[str, ...]
    longest: int


@lru_cache(maxsize=65536)
def read_word(word: str, lang: str) -> Word:
    """The word in a language; remembered, since a text repeats its words. A hyphenated word also says its parts."""
    forms, longest = _stemmed_forms(lang)
    stemmed = stem_in(word, lang)
    concepts = forms.get(stemmed, ())
    if not concepts and "-" in stemmed:
        concepts = tuple(concept for part in stemmed.split("-") for concept in forms.get(part, ()))
    return Word(stemmed, concepts, longest.get(stemmed, 0))


def spaced_concepts(words: Sequence[str], lang: str) -> Iterator[str]:
    """The concepts that a line of words says, longest phrases first."""
    forms, _ = _stemmed_forms(lang)
    read = [read_word(word, lang) for word in words]
    place = 0
    while place < len(read):
        here = read[place]
        for length in range(min(here.longest, len(read) - place), 1, -1):
            phrase = forms.get(" ".join([word.stem for word in read[place : place + length]]))
            if phrase:
                yield from phrase
                place += length
                break
        else:
            yield from here.concepts
            place += 1


def spoken_numbers(words: Sequence[str], numerals: Mapping[str, int]) -> Iterator[str]:
    """Numbers in words, as digits. Scale words are left out: they add no significant digit.

    >>> list(spoken_numbers(["twenty-five", "of", "thirty", "two", "and", "three", "hundred"], {"twenty": 20, "five": 5,
    ... "thirty": 30, "two": 2, "three": 3}))
    ['25', '32', '3']
    """
    parts = [part for word in words for part in (word.split("-") if "-" in word else (word,))]
    tens = 0
    for part in parts if not numerals.keys().isdisjoint(parts) else ():
        value = numerals.get(part)
        if tens and value is not None and value < 10:
            yield str(tens + value)
            tens = 0
            continue
        if tens:
            yield str(tens)
        tens = value if value is not None and value >= 20 else 0
        if value is not None and not tens:
            yield str(value)
    if tens:
        yield str(tens)
