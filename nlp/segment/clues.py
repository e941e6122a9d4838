"""What tells which part of a question a sentence of an answer speaks to: named clues with their strength.

Four kinds: what a sentence holds for a part (`for_part`), what makes it the beginning of another answer (`turning`,
`beginning`), what makes it speak to nothing that was asked (`aside`), and that a part has no answer (`unanswered`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from ..languages.content_words import MATTER, words_and_matters
from ..languages.question_rules import QuestionRules, Want
from ..text import simplify
from .given import gives
from .likeness import Likeness
from .listings import things_of
from .questions import RULES, SubQuestion, counts, number_in

Clue = tuple[str, float]

_STRONG = 2.0  # words shared beyond this add nothing: a long sentence is no better answer
_MATTER = 0.7
_ALIKE = 5.0  # brings cosines to the size of the other clues, or the penalty of the fit would keep their weight small
_HEAD = {"en": 60, "zh": 14}  # characters in which a sentence says what it turns to
_BRIEF = {"en": 35, "zh": 12}
_NOTHING: frozenset[str] = frozenset()
_TOKEN = re.compile(r"[\w&-]+")
_NAME = re.compile(r"(?<![.?!] )(?<!\A)\b(?:[A-Z][\w&-]+|[0-9]+[A-Za-z]\w*)")


class Passage(NamedTuple):
    """A sentence of an answer; `words` are its content words, `speech` numbers the turn it stands in.

    `social`: it answers nothing; `refuses`: it declines to answer.
    """

    start: int
    end: int
    plain: str
    words: frozenset[str]
    speech: int
    paragraph: int
    social: bool
    refuses: bool


# What a sentence gives of what a part wants: hard wants, those that no other part has, soft ones, figures of a kind.
_GIVES = ("gives hard", "gives own", "gives soft", "gives exact")


class Clues:
    """The clues in an answer. `kept` are its sentences without the social ones; `shared[i][part]` is how much sentence
    `i` shares with a part, words weighted by rarity; `alike` the same for what they mean, where an encoder told it.
    """

    def __init__(
        self,
        questions: Sequence[SubQuestion],
        passages: Sequence[Passage],
        speakers: Sequence[str],
        lang: str,
        likeness: Likeness | None = None,
    ) -> None:
        self.questions, self.rules, self.lang = questions, RULES[lang], lang
        self.kept = [passage for passage in passages if not passage.social]
        self.asked = [_asked_about(questions, index, self.rules, lang) for index in range(len(questions))]
        weights = _weights(
            self.asked, self.kept, 0.7 if lang == "zh" else 1.0
        )  # a word of three characters is two pairs
        self.shared = [[_shared(words, p.words, weights) for words in self.asked] for p in self.kept]
        self.alike = likeness.between(_places(self.kept), _places(questions)) if likeness else None
        wanted = [(question.words, _wanted(question, questions)) for question in questions]
        self.gives = [[_given(wants, p.plain, words) for words, wants in wanted] for p in self.kept]
        self.turns = [self.rules.moves.match(p.plain) is not None for p in self.kept]
        self.heads = [self._head(p) if turns else _NOTHING for p, turns in zip(self.kept, self.turns, strict=True)]
        self.reverse = len(questions) > 1 and any(self.rules.reverse.is_in(p.plain) for p in passages[:4])
        self._told = _told(questions, passages, self.rules)
        self._passed = _passed(self.asked, passages, speakers, weights, self.rules)
        named = [_named(question.words) for question in questions]
        self._names = [own.difference(*named[:i], *named[i + 1 :]) for i, own in enumerate(named)]
        several = len(set(speakers)) > 1
        self._called = [
            {i for i, name in enumerate(speakers) if addresses(question.words, name)} if several else set()
            for question in questions
        ]

    def tie(self, index: int, part: int) -> float:
        """How much sentence `index` says itself that it speaks to a part: by words, or by the part's number."""
        said = self._told.get(self.kept[index].start) == self._number(part)
        return min(_STRONG, self.shared[index][part]) + (_STRONG if said else 0.0)

    def for_part(self, index: int, part: int) -> Iterator[Clue]:
        """What sentence `index` holds for a part: words, what it wants, "on your second question", who was asked."""
        passage, share, gives = self.kept[index], self.shared[index][part], self.gives[index][part]
        if share:
            yield "shares", min(_STRONG, share)
            yield "shares any", 1.0
        if self.alike is not None:
            yield "alike", _ALIKE * self.alike[index][part]
        if self._names[part] and _is_named(self._names[part], passage.plain):
            yield "shares a name", 1.0
        if not self.heads[index].isdisjoint(self.asked[part]):
            yield "turns to it", 1.0
        for name in _GIVES:
            if name in gives:
                yield name, 1.0
        told = self._told.get(passage.start)
        if told is not None:
            yield ("says its number" if told == self._number(part) else "says another number"), 1.0
        if passage.speech in self._called[part]:
            yield "asked by name", 1.0
        if passed := self._passed.get(passage.start, {}).get(part, 0.0):
            yield "passed on", passed

    def turning(self, index: int) -> Iterator[Clue]:
        """What makes sentence `index`, behind another one, the first of another answer, whatever it is to."""
        before, here, rules = self.kept[index - 1], self.kept[index], self.rules
        if here.speech != before.speech:
            yield "new speaker", 1.0
        elif here.paragraph != before.paragraph:
            yield "new paragraph", 1.0
        words = here.plain
        marks = (
            ("points back", rules.points.search(words)),
            ("connects", rules.connects.search(words)),
            ("names what was said", rules.anaphors.search(words)),
            ("joins", rules.joins.search(words)),
            ("opens", rules.opens.search(words)),
            ("turns", self.turns[index]),
            ("refuses", here.refuses),
            ("behind a refusal", before.refuses),
            ("brief", _brief(here, self.lang)),
            ("behind a brief one", _brief(before, self.lang)),
        )
        for name, holds in marks:
            if holds:
                yield name, 1.0

    def beginning(self, index: int, part: int) -> Iterator[Clue]:
        """What makes sentence `index` the first of the answer to a part, beside what it holds for it."""
        if self.shared[index][part] > 0:
            yield "begins with a word", 1.0
            if self.turns[index]:
                yield "turns and shares", 1.0
        if "gives hard" in self.gives[index][part]:
            yield "begins with what is wanted", 1.0
        early = part / len(self.questions) - (index + 0.5) / len(self.kept)
        if early > 0:
            yield "early", early

    def aside(self, index: int) -> Iterator[Clue]:
        """What makes sentence `index` speak to no part."""
        here, rules = self.kept[index], self.rules
        shares = any(self.shared[index])
        yield "aside", 1.0
        if shares:
            yield "aside shares", 1.0
        if any("gives hard" in gives for gives in self.gives[index]):
            yield "aside gives", 1.0
        if rules.praises.is_in(here.plain):
            plain = not shares and not any(char.isdigit() for char in here.plain)
            yield ("praises" if plain else "praises what was asked"), 1.0
        if rules.besides.match(here.plain):
            yield "besides", 1.0
        if index + 1 == len(self.kept):
            yield "aside at the end", 1.0
        if index and here.speech != self.kept[index - 1].speech:
            yield "aside by another", 1.0
        if len(self.questions) == 1:
            yield "aside from one", 1.0

    def unanswered(self, part: int) -> Iterator[Clue]:
        """What it costs that a part has no sentence."""
        yield "unanswered", 1.0
        if not part:
            yield "first unanswered", 1.0
        if any(not want.soft for want in self.questions[part].wants):
            yield "want unanswered", 1.0

    def _head(self, passage: Passage) -> frozenset[str]:
        return words_and_matters(passage.plain[: _HEAD[self.lang]], self.lang)

    def _number(self, part: int) -> int:
        """The number an answer calls a part by: the asker's own numbers, or its place where he gave none."""
        group = self.questions[part].group
        return group if self.questions[-1].group > 1 else part + 1


def _places(rows: Sequence[SubQuestion] | Sequence[Passage]) -> list[tuple[int, int]]:
    return [(row.start, row.end) for row in rows]


def _named(words: str) -> frozenset[str]:
    """Names in a question; the first word of a sentence has its capital for another reason."""
    return frozenset(hit[0] for hit in _NAME.finditer(words))


def _brief(passage: Passage, lang: str) -> bool:
    return passage.end - passage.start < _BRIEF[lang]


def addresses(words: str, name: str) -> bool:
    """Whether a question speaks to the person: "And Noor, labor", 请问陆总.

    >>> addresses("And Noor, labor.", "Noor Castellane"), addresses("Noor said so.", "Noor Castellane")
    (True, False)
    """
    plain = simplify(name)
    if re.match(r"[\u3400-\u9fff]", plain):
        return re.search(rf"{plain[0]}(?:总|董|博士|先生|女士|老师)|{plain}", words) is not None
    names, lowered = name.split(" "), words.lower()
    said = {word for word in (names[0], names[-1]) if len(word) > 2 and word.lower() in lowered}
    called = "|".join(map(re.escape, said))
    before = r"(?:\A|[,.?!] |\b(?:for|to|and|so|then|maybe|perhaps) (?:you,? )?)(?:(?:Mr|Ms|Mrs|Dr)\. )?"
    pattern = rf"{before}(?:{called})(?:[,?:.]| - )"
    return bool(called) and re.search(pattern, words, re.IGNORECASE) is not None


def _is_named(names: frozenset[str], words: str) -> bool:
    return any(map(words.__contains__, names)) and not names.isdisjoint(_TOKEN.findall(words))


def _wanted(question: SubQuestion, questions: Sequence[SubQuestion]) -> list[tuple[Want, frozenset[str]]]:
    """What a part wants, with the clues that a sentence has which gives it."""
    others = {want.name for asked in questions if asked is not question for want in asked.wants}
    out = []
    for want in question.wants:
        if want.soft:
            clues = ["gives exact" if want.exact else "gives soft"]
        else:
            clues = ["gives hard"] if want.name in others else ["gives hard", "gives own"]
        out.append((want, frozenset(clues)))
    return out


def _given(wanted: Sequence[tuple[Want, frozenset[str]]], words: str, asked: str) -> frozenset[str]:
    """The clues in what a sentence gives of what is wanted by the part that says `asked`."""
    found = _NOTHING
    for want, clues in wanted:
        if not clues <= found and gives(want, words, asked):
            found |= clues
    return found


def _asked_about(questions: Sequence[SubQuestion], index: int, rules: QuestionRules, lang: str) -> frozenset[str]:
    """Content words of a part, with the names it takes from the part before: "growth of these three"."""
    words = questions[index].words
    if not index or not rules.back_to.is_in(words):
        return words_and_matters(words, lang)
    names = " ".join(things_of(words, [questions[index - 1].words], rules))
    return words_and_matters(f"{words} {names}", lang)


def _weights(asked: Sequence[frozenset[str]], passages: Sequence[Passage], whole: float) -> dict[str, float]:
    """A word of one part only weighs most; one of every other sentence of the answer weighs half."""
    number = Counter(word for words in asked for word in words)
    said = Counter(word for passage in passages for word in passage.words & number.keys())
    often = max(3.0, len(passages) / 2)
    return {
        word: (_MATTER if word[0] == MATTER else whole)
        * (1 - (count - 1) / len(asked))
        * (0.5 if said[word] >= often else 1.0)
        for word, count in number.items()
    }


def _shared(asked: frozenset[str], said: frozenset[str], weights: Mapping[str, float]) -> float:
    return fsum(weights[word] for word in asked & said)  # exact: the words of a set have no order


def _told(questions: Sequence[SubQuestion], passages: Sequence[Passage], rules: QuestionRules) -> dict[int, int]:
    """The numbered question, else the part by its place, that an answer says it is on, by the start of the passage,
    until it turns to something else.
    """
    most = max(question.group for question in questions)
    most = most if most > 1 else len(questions)
    counting = [most > 1 and counts(rules, passage.plain) for passage in passages]
    out: dict[int, int] = {}
    if not any(counting):
        return out
    said: int | None = None
    following: int | None = None  # "Anil can do the first": the next speech
    speech = -1
    for passage, counted in zip(passages, counting, strict=True):
        if passage.speech != speech:
            said, following, speech = following, None, passage.speech
        given, refers = _numbers(rules, passage.plain, most) if counted else (None, None)
        following = given if given is not None else following
        if refers is not None and refers <= most:
            said = refers
        elif said is not None and rules.moves.match(passage.plain):
            said = None
        if said is not None:
            out[passage.start] = said
    return out


def _numbers(rules: QuestionRules, words: str, count: int) -> tuple[int | None, int | None]:
    """Which of `count` numbered questions a sentence gives to the next speaker, and which it refers to itself."""
    hands, refers = rules.hands.search(words[:200]), rules.refers.search(words[:160])
    return hands and number_in(hands, count), refers and number_in(refers, count)


def _passed(
    asked: Sequence[frozenset[str]],
    passages: Sequence[Passage],
    speakers: Sequence[str],
    weights: Mapping[str, float],
    rules: QuestionRules,
) -> dict[int, dict[int, float]]:
    """ "I'll let Ines do the bridge": what her next speech begins with is on the bridge."""
    out: dict[int, dict[int, float]] = {}
    if len(speakers) < 2:
        return out
    for index, passage in enumerate(passages[:-1]):
        if not rules.passes.is_in(passage.plain):
            continue
        behind = [p for p in passages[index + 1 :] if not p.social and p.speech > passage.speech]
        named = (p for p in behind if speakers[p.speech].split(" ")[0] in passage.plain)
        after = next(named, behind[0] if behind else None)
        if after is not None:
            out[after.start] = {i: _shared(words, passage.words, weights) / 2 for i, words in enumerate(asked)}
    return out
