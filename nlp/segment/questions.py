"""A question split into its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..languages.en.questions import ENGLISH_QUESTIONS
from ..languages.question_rules import QuestionRules
from ..languages.tokenize import split_sentences
from ..languages.zh.questions import CHINESE_QUESTIONS
from ..text import fold, simplify

RULES: dict[str, QuestionRules] = {"en": ENGLISH_QUESTIONS, "zh": CHINESE_QUESTIONS}


@dataclass(frozen=True, slots=True)
class SubQuestion:
    """A part of a question: offsets in the document, the folded words, and which of the asker's numbered questions it
    belongs to (1, 2, ...).
    """

    start: int
    end: int
    words: str
    group: int


def plain(text: str, lang: str) -> str:
    """The copy that the rules of a language are matched on."""
    return simplify(fold(text)) if lang == "zh" else fold(text)


def split_question(text: str, start: int, end: int, lang: str) -> list[SubQuestion]:
    """The parts of the question in `text[start:end]`: each asks one thing and carries what was said to lead up to it.

    Greetings, thanks and "I have two questions" belong to no part. A numbered question needs no question mark.
    """
    rules = RULES[lang]
    out: list[SubQuestion] = []
    lead: int | None = None
    group, numbered, last = 0, False, end
    for left, right in _clauses(text, start, end, lang):
        words = plain(text[left:right], lang)
        ordinal = rules.ordinal.match(words)
        asks = rules.asks.search(words) is not None
        if ordinal is not None and _opens(ordinal, rules, group):
            if numbered and lead is not None and not (out and out[-1].group == group):
                out.append(_part(text, lead, last, lang, group))
            group, numbered, lead = group + 1, True, left
        elif rules.small_talk.match(words) and "?" not in words:
            continue
        if asks:
            _add(out, text, lead if lead is not None else left, left, right, lang, max(group, 1))
            lead = None
        elif lead is None and (not out or len(words) > 30):
            lead = left
        last = right
    if numbered and lead is not None and not (out and out[-1].group == group):
        out.append(_part(text, lead, last, lang, group))
    if not out and lead is not None:
        out.append(_part(text, lead, last, lang, 1))
    return out


def _opens(ordinal: re.Match[str], rules: QuestionRules, group: int) -> bool:
    """Whether an ordinal opens the next question: "the first one is" said twice opens only one."""
    return not (ordinal["n1"] and group >= 1)


def _clauses(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """Sentences, cut once more where the next numbered question begins within one."""
    rules, least = RULES[lang], 4 if lang == "zh" else 12
    out = []
    for left, right in split_sentences(text[start:end], lang):
        words = plain(text[start + left : start + right], lang)
        cuts = [0, *(hit.end() for hit in rules.inside.finditer(words) if hit.start() > least), len(words)]
        for a, b in pairwise(cuts):
            piece = text[start + left + a : start + left + b]
            begin = start + left + a + len(piece) - len(piece.lstrip())
            if piece.strip():
                out.append((begin, begin + len(piece.strip())))
    return out


def _add(out: list[SubQuestion], text: str, lead: int, left: int, right: int, lang: str, group: int) -> None:
    """A new part, or more of the last one when the sentence only spells it out: "Is it price or volume?"."""
    words = plain(text[left:right], lang)
    if out and lead == left and out[-1].group == group and RULES[lang].goes_on.match(words):
        before = out.pop()
        out.append(_part(text, before.start, right, lang, group))
    else:
        out.append(_part(text, lead, right, lang, group))


def _part(text: str, start: int, end: int, lang: str, group: int) -> SubQuestion:
    return SubQuestion(start, end, plain(text[start:end], lang), group)


def numbered(rules: QuestionRules, words: str, count: int) -> int | None:
    """Which numbered question a sentence of an answer refers to, of `count`; None when it refers to none."""
    hit = rules.refers.search(words[:160])
    if hit is None:
        return None
    groups = hit.groupdict()
    for number in range(1, 6):
        if groups.get(f"n{number}") or groups.get(f"m{number}"):
            return number
    return count if groups.get("last") or groups.get("mlast") else None


def languages(parts: Sequence[str]) -> str:
    """The language that parts are read in: English where there is any, since Chinese beside it is its translation."""
    return "en" if "en" in parts or not parts else "zh"
