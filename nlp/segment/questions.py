"""A question split into its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..languages.content_words import english_words
from ..languages.en.questions import ENGLISH_QUESTIONS
from ..languages.hearing import Hearing
from ..languages.question_rules import QuestionRules, Want
from ..languages.zh.questions import CHINESE_QUESTIONS
from ..text import fold, simplify

Range = tuple[int, int]

RULES: dict[str, QuestionRules] = {"en": ENGLISH_QUESTIONS, "zh": CHINESE_QUESTIONS}
_REMARK = {"en": 12, "zh": 6}  # a shorter remark between two questions leads up to nothing


class SubQuestion(NamedTuple):
    """A part of a question: offsets in the document, the folded words, which of the asker's numbered questions it
    belongs to (1, 2, ...), and what it wants.
    """

    start: int
    end: int
    words: str
    group: int
    wants: tuple[Want, ...]


def plain(text: str, lang: str) -> str:
    """The copy that the rules of a language are matched on."""
    return simplify(fold(text)) if lang == "zh" else fold(text)


def split_question(text: str, sentences: Sequence[Range], lang: str) -> list[SubQuestion]:
    """The parts of the question whose sentences stand at `sentences`: each asks one thing and carries what was said to
    lead up to it.

    Greetings, thanks and "I have two questions" belong to no part. A numbered question needs no question mark, and
    neither has a remark in front of "could you also".
    """
    splitter = _Splitter(text, sentences, lang)
    for index in range(len(splitter.clauses)):
        splitter.take(index)
    return splitter.finished()


class _Splitter:
    """Goes through the clauses of a question. `lead` is where the remarks begin that lead up to the next part, `group`
    numbers the questions that the asker numbers.
    """

    def __init__(self, text: str, sentences: Sequence[Range], lang: str) -> None:
        self.text, self.lang, self.rules = text, lang, RULES[lang]
        self.clauses = _clauses(text, sentences, lang)
        self.words = [plain(text[left:right], lang) for left, right in self.clauses]
        self.asks = [_asks(words, lang) for words in self.words]
        self.out: list[SubQuestion] = []
        self.lead: int | None = None
        self.group, self.numbered = 0, False
        self.last = sentences[-1][1] if sentences else 0

    def take(self, index: int) -> None:
        """Read the clause at `index`."""
        (left, right), words, rules = self.clauses[index], self.words[index], self.rules
        ordinal = rules.ordinal.match(words)
        asks = self.asks[index] and not _only_announces(index, self.words, self.asks, rules)
        if ordinal is not None and _opens(ordinal, rules, self.group):
            self._end_group(index, first=bool(ordinal["n1"]))
            if self.out and not self.group:  # "second" behind a question without a number
                self.group = 1
            self.group, self.numbered, self.lead = self.group + 1, True, left
        elif (rules.small_talk.match(words) and "?" not in words) or rules.audible.is_in(words):
            return
        elif asks and rules.adds.match(words) and self._remarked(index):
            self._close_lead()
        if asks:
            lead = self.lead if self.lead is not None else left
            _add(self.out, self.text, lead, left, right, self.lang, max(self.group, 1))
            self.lead = None
        elif self.lead is None and (not self.out or len(words) > _REMARK[self.lang]):
            self.lead = left
        self.last = right

    def _end_group(self, index: int, *, first: bool) -> None:
        """Before the next numbered question: what led up to nothing was the question before it."""
        unsaid = not self.out and not first  # "second" without a first: what stands before was the first
        if self.numbered or unsaid or self._remarked(index):
            self._close_lead()

    def _remarked(self, index: int) -> bool:
        """Whether the lead asks for a comment of its own: "I noticed that ..."."""
        said = " ".join(
            words
            for words, (left, _) in zip(self.words[:index], self.clauses[:index], strict=True)
            if self.lead is not None and left >= self.lead
        )
        return self.rules.remarks.is_in(said)

    def _close_lead(self) -> None:
        answered = self.numbered and self.out and self.out[-1].group == self.group
        if self.lead is not None and not answered:
            self.out.append(_part(self.text, self.lead, self.last, self.lang, max(self.group, 1)))
        self.lead = None

    def finished(self) -> list[SubQuestion]:
        """The parts; a numbered question without a question mark, or an only remark, is one too."""
        if self.numbered or not self.out:
            self._close_lead()
        return self.out


def _opens(ordinal: re.Match[str], rules: QuestionRules, group: int) -> bool:
    """Whether an ordinal opens the next question: "the first one is" said twice opens only one."""
    return not (ordinal["n1"] and group >= 1)


def _only_announces(index: int, words: Sequence[str], asks: Sequence[bool], rules: QuestionRules) -> bool:
    """ "I was wondering about energy." leads up to the question behind it, if that is not announced as another."""
    if not rules.announces.is_in(words[index]) or index + 1 >= len(words):
        return False
    after = words[index + 1]
    if rules.ordinal.match(after) or rules.adds.match(after):
        return False
    following = next((w for w, yes in zip(words[index + 1 :], asks[index + 1 :], strict=True) if yes), None)
    return following is not None and not rules.ordinal.match(following) and not rules.adds.match(following)


def _clauses(text: str, sentences: Sequence[Range], lang: str) -> list[Range]:
    """Sentences, cut once more where the next numbered question begins within one."""
    rules, least = RULES[lang], 4 if lang == "zh" else 12
    out = []
    for start, end in sentences:
        words = plain(text[start:end], lang)
        cuts = [0, *(hit.end() for hit in rules.inside.finditer(words) if hit.start() > least), len(words)]
        for a, b in pairwise(cuts):
            piece = text[start + a : start + b]
            begin = start + a + len(piece) - len(piece.lstrip())
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
    words = plain(text[start:end], lang)
    return SubQuestion(start, end, words, group, _wants(words, lang))


@lru_cache(maxsize=1024)  # "How should we think about margins?"
def _wants(words: str, lang: str) -> tuple[Want, ...]:
    may = hearing().may(words, english_words(words)) if lang == "en" else -1
    return tuple([want for want in RULES[lang].wants if want.asks.is_in(words, may)])


@lru_cache(maxsize=4096)  # "Thanks for taking my question."
def _asks(words: str, lang: str) -> bool:
    return "?" in words or RULES[lang].asks.is_in(words)


@cache
def hearing() -> Hearing:
    """Listens to English questions and answers."""
    rules = RULES["en"]
    of_answers = (rules.declines, rules.arranges, rules.praises, rules.anaphors, rules.passes, rules.reverse)
    numbered = (rules.hands, rules.refers)
    return Hearing((*of_answers, *numbered, *(pattern for want in rules.wants for pattern in (want.asks, want.gives))))


def counts(rules: QuestionRules, words: str) -> bool:
    """Whether a sentence of an answer has a word that counts: most have none, and need no pattern."""
    head = words[:200].lower()
    return any(map(head.__contains__, rules.number_hints))


def number_in(hit: re.Match[str], count: int) -> int | None:
    """The number that a match of `refers` or `hands` names; the last is `count`."""
    groups = hit.groupdict()
    for number in range(1, 6):
        if any(groups.get(f"{prefix}{number}") for prefix in "nmk"):
            return number
    return count if any(groups.get(name) for name in ("last", "mlast", "klast")) else None
