"""The words of a passage that carry its topic, so that two passages can be compared by what they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from .en.concepts import CONCEPTS as ENGLISH_CONCEPTS
from .en.questions import ENGLISH_QUESTIONS
from .question_rules import QuestionRules
from .zh.concepts import CONCEPTS as CHINESE_CONCEPTS
from .zh.questions import CHINESE_QUESTIONS

MATTER = "#"  # what the name of a matter begins with, so that no word is taken for one
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9&-]*+")
_NOTHING = frozenset({""})
_SUFFIX = re.compile(r"(?:ations?|ments?|ings?|ers?|ed|es|th|s|ly|e)\Z")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9][A-Za-z0-9&-]*+")


def content_words(words: str, lang: str) -> frozenset[str]:
    """What carries a topic. English words are cut to their stem: "growing" and "growth" meet in "grow"; Chinese is read
    in pairs of characters, since two speakers seldom cut a term alike.
    """
    return _carrying(_pairs(words), CHINESE_QUESTIONS) if lang == "zh" else frozenset(_stems(words)) - _NOTHING


def words_and_matters(words: str, lang: str) -> frozenset[str]:
    """Content words, and the matters that the words speak of with `MATTER` in front: "wages" and "the union" meet in
    "#pay".
    """
    if lang == "zh":
        pairs = _pairs(words)
        matters = (MATTER + name for pair in pairs for name in CHINESE_CONCEPTS.get(pair, ()))
        return _carrying(pairs, CHINESE_QUESTIONS).union(matters)
    stems = _stems(words)
    return frozenset(stems).union(*_matters(stems)) - _NOTHING


def _stems(words: str) -> list[str]:
    return [*map(_stem, _WORD.findall(words.lower()))]


def _matters(stems: Sequence[str]) -> list[tuple[str, ...]]:
    """The matters that words, and two words behind one another, stand for."""
    known, pairs = _by_stem()
    found = [known[stem] for stem in known.keys() & stems]
    if not pairs.isdisjoint(stems):
        kept = filter(None, stems)
        found += [known[key] for one, other in pairwise(kept) if one in pairs and (key := f"{one}|{other}") in known]
    return found


@cache
def _by_stem() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """The matters of each stem, and of each two with a bar between; with the stems that such a pair begins with."""
    known: dict[str, tuple[str, ...]] = {}
    for word, names in ENGLISH_CONCEPTS.items():
        key = "|".join(map(_stem, word.split("|")))
        known[key] = tuple(dict.fromkeys((*known.get(key, ()), *(MATTER + name for name in names))))
    known.pop("", None)  # words that carry no topic
    return known, frozenset(key.split("|")[0] for key in known if "|" in key)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The stem of an English word in small letters; empty for one that carries no topic."""
    rules = ENGLISH_QUESTIONS
    if len(word) < 3 or word in rules.stop_words:
        return ""
    word = rules.irregular.get(word, word)
    return _SUFFIX.sub("", word) if len(word) > 4 else word


def _pairs(words: str) -> set[str]:
    out: set[str] = set()
    for run in _HAN_RUN.findall(words):
        if run[0].isascii():
            out.add(run.lower())
        else:
            out.update(run[i : i + 2] for i in range(len(run) - 1))
    return out


def _carrying(pairs: Iterable[str], rules: QuestionRules) -> frozenset[str]:
    return frozenset(w for w in pairs if w not in rules.stop_words and not (rules.stop_characters & set(w)))
