"""The words of a passage that carry its topic, so that two passages can be compared by what they share."""

from __future__ import annotations

import re
from functools import lru_cache

from .en.questions import ENGLISH_QUESTIONS
from .question_rules import QuestionRules
from .zh.questions import CHINESE_QUESTIONS

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9&-]*+")
_NOTHING = frozenset({""})
_SUFFIX = re.compile(r"(?:ations?|ments?|ings?|ers?|ed|es|th|s|ly|e)\Z")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9][A-Za-z0-9&-]*+")


def content_words(words: str, lang: str) -> frozenset[str]:
    """What carries a topic. English words are cut to their stem: "growing" and "growth" meet in "grow"; Chinese is read
    in pairs of characters, since two speakers seldom cut a term alike.
    """
    return _pairs(words, CHINESE_QUESTIONS) if lang == "zh" else _stems(words)


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(_stem, _WORD.findall(words.lower()))) - _NOTHING


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The stem of an English word in small letters; empty for one that carries no topic."""
    rules = ENGLISH_QUESTIONS
    if len(word) < 3 or word in rules.stop_words:
        return ""
    word = rules.irregular.get(word, word)
    return _SUFFIX.sub("", word) if len(word) > 4 else word


def _pairs(words: str, rules: QuestionRules) -> frozenset[str]:
    out: set[str] = set()
    for run in _HAN_RUN.findall(words):
        if run[0].isascii():
            out.add(run.lower())
        else:
            out.update(run[i : i + 2] for i in range(len(run) - 1))
    return frozenset(w for w in out if w not in rules.stop_words and not (rules.stop_characters & set(w)))
