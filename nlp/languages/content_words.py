"""The words of a passage that carry its topic, so that two passages can be compared by what they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import add

from .en.concepts import CONCEPTS as ENGLISH_CONCEPTS
from .en.questions import ENGLISH_QUESTIONS
from .late import late
from .zh.concepts import CONCEPTS as CHINESE_CONCEPTS
from .zh.questions import CHINESE_QUESTIONS

MATTER = "#"  # what the name of a matter begins with, so that no word is taken for one
_WORD = late(r"[A-Za-z0-9][A-Za-z0-9&-]*+")
_APART = "".join(char if char.isalnum() or char in "&-" else " " for char in map(chr, range(128)))  # for `translate`
_IN_FRONT = "&-"  # no word begins with one of them
_NOTHING: frozenset[str] = frozenset()
_SUFFIX = late(r"(?:ations?|ments?|ings?|ers?|ed|es|th|s|ly|e)\Z")
_HAN_RUN = late(r"[\u3400-\u9fff]+|[A-Za-z0-9][A-Za-z0-9&-]*+")


def content_words(words: str, lang: str) -> frozenset[str]:
    """What carries a topic. English words are cut to their stem: "growing" and "growth" meet in "grow"; Chinese is read
    in pairs of characters, since two speakers seldom cut a term alike.

    >>> sorted(content_words("Our R&D staff-ing, & -growing US$5m plants' costs?", "en"))
    ['cost', 'grow', 'plant', 'r&d', 'staff-']
    """
    if lang == "zh":
        return frozenset(filter(_carries, _pairs(words)))
    return frozenset(map(_stem, english_words(words))) - {""}


def words_and_matters(words: str, lang: str) -> frozenset[str]:
    """Content words, and the matters that the words speak of with `MATTER` in front: "wages" and "the union" meet in
    "#pay".
    """
    if lang == "zh":
        return _NOTHING.union(*map(_carried_by_pair, _pairs(words)))
    return matters_of(english_words(words))


def matters_of(english: Sequence[str]) -> frozenset[str]:
    """The same for a text of which `english` are the words."""
    found = _NOTHING.union(*map(_carried, english))
    _, behind, first_words = _by_stem()
    firsts = first_words & found
    if not firsts or all(behind[first].keys().isdisjoint(found) for first in firsts):
        return found
    kept = list(filter(None, map(_stem, english)))
    pairs = (behind[one].get(other, ()) for one, other in pairwise(kept) if one in firsts)
    return found.union(*pairs)


def english_words(words: str) -> list[str]:
    """The words of an English text in lower case, those that carry nothing among them."""
    small = words.lower()
    return small.translate(_APART).split() if small.isascii() else _WORD.findall(small)


@lru_cache(maxsize=65536)
def _carried(word: str) -> frozenset[str]:
    """The stem of an English word with the matters that it stands for."""
    stem = _stem(word)
    return frozenset((stem, *_by_stem()[0].get(stem, ()))) if stem else _NOTHING


@cache
def _by_stem() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, Mapping[str, tuple[str, ...]]], frozenset[str]]:
    """The matters of each stem; those of each two stems, the second by the first; the first ones."""
    known: dict[str, tuple[str, ...]] = {}
    for word, names in ENGLISH_CONCEPTS.items():
        key = "|".join(map(_stem, word.split("|")))
        known[key] = tuple(dict.fromkeys((*known.get(key, ()), *(MATTER + name for name in names))))
    known.pop("", None)  # words that carry no topic
    behind: dict[str, dict[str, tuple[str, ...]]] = {}
    for key in [key for key in known if "|" in key]:
        first, second = key.split("|")
        behind.setdefault(first, {})[second] = known.pop(key)
    return known, behind, frozenset(behind)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The stem of an English word in small letters; empty for one that carries no topic."""
    rules, word = ENGLISH_QUESTIONS, word.lstrip(_IN_FRONT)
    if len(word) < 3 or word in rules.stop_words:
        return ""
    word = rules.irregular.get(word, word)
    return _SUFFIX.sub("", word) if len(word) > 4 else word


def _pairs(words: str) -> set[str]:
    out: set[str] = set()
    for run in _HAN_RUN.findall(words):
        out.update((run.lower(),) if run[0].isascii() else map(add, run, run[1:]))
    return out


@lru_cache(maxsize=65536)
def _carried_by_pair(pair: str) -> frozenset[str]:
    """A pair of characters, or a word, that carries a topic, with the matters that it stands for."""
    matters = (MATTER + name for name in CHINESE_CONCEPTS.get(pair, ()))
    return frozenset((pair, *matters) if _carries(pair) else matters)


@lru_cache(maxsize=65536)
def _carries(pair: str) -> bool:
    return pair not in CHINESE_QUESTIONS.stop_words and CHINESE_QUESTIONS.stop_characters.isdisjoint(pair)
