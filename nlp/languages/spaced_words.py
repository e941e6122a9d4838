"""Concepts and numerals of a language that puts blanks between words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


def spaced_concepts(stems: Sequence[str], lang: str) -> Iterator[str]:
    """The concepts that a line of stems says, longest phrases first; a hyphenated word also says its parts."""
    forms, longest = _stemmed_forms(lang)
    place = 0
    while place < len(stems):
        for length in range(longest.get(stems[place], 0), 0, -1):
            concepts = forms.get(" ".join(stems[place : place + length]))
            if concepts:
                yield from concepts
                place += length - 1
                break
        else:
            if "-" in stems[place]:
                yield from (concept for part in stems[place].split("-") for concept in forms.get(part, ()))
        place += 1


def spoken_numbers(words: Sequence[str], numerals: Mapping[str, int]) -> Iterator[str]:
    """Numbers in words, as digits. Scale words are left out: they add no significant digit.

    >>> list(spoken_numbers(["twenty-five", "of", "thirty", "two", "and", "three", "hundred"], {"twenty": 20, "five": 5,
    ... "thirty": 30, "two": 2, "three": 3}))
    ['25', '32', '3']
    """
    tens = 0
    for part in (part for word in words for part in word.split("-")):
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
