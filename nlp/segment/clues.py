"""What tells which part of a question a sentence of an answer speaks to: named clues with their strength.

Four kinds: what a sentence holds for a part (`for_part`), what makes it the beginning of another answer (`turning`,
`beginning`), what makes it speak to nothing that was asked (`aside`), and that a part has no answer (`unanswered`).
Clues that a sentence has or has not are bits in the order of their names: most sentences have the same few sets, and
each set is weighed once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import fsum
from typing import NamedTuple

from ..languages.content_words import MATTER, words_and_matters
from ..languages.late import late
from ..languages.question_rules import QuestionRules, Want
from ..text import simplify
from .given import gives
from .likeness import Likeness
from .listings import things_of
from .questions import RULES, SubQuestion, counts, number_in
from .weighing import Clue, Seen, bits

_STRONG = 2.0  # words shared beyond this add nothing: a long sentence is no better answer
_MATTER = 0.7
_ALIKE = 5.0  # brings cosines to the size of the other clues, or the penalty of the fit would keep their weight small
_HEAD = {"en": 60, "zh": 14}  # characters in which a sentence says what it turns to
_SHORT = {"en": 35, "zh": 12}
_NOTHING: frozenset[str] = frozenset()
_TOKEN = late(r"[\w&-]+")
# A character that is looked for before what stands in front of it: most places are passed sooner.
_NAME = late(r"[A-Z0-9](?<![.?!] .)(?<!\A.)(?<!\w.)(?:(?<=[A-Z])[\w&-]+|(?<=[0-9])[0-9]*[A-Za-z]\w*)")


class Passage(NamedTuple):
    """A sentence of an answer; `words` are its content words, `speech` numbers the turn it stands in.

    `social`: it answers nothing; `refuses`: it declines to answer; `may`: the bits of the patterns that it may match.
    """

    start: int
    end: int
    plain: str
    words: frozenset[str]
    speech: int
    paragraph: int
    social: bool
    refuses: bool
    may: int = -1


# What a sentence gives of what a part wants: hard wants, those that no other part has, soft ones, figures of a kind.
FOR_PART = ("gives hard", "gives own", "gives soft", "gives exact", "shares any", "shares a name", "turns to it",
            "says its number", "says another number", "asked by name")  # fmt: skip
_HARD, _OWN, _SOFT, _EXACT, _SHARES, _NAMES, _TURNS_TO, _ITS_NUMBER, _OTHER_NUMBER, _CALLED = bits(FOR_PART)
TURNING = ("new speaker", "new paragraph", "points back", "connects", "names what was said", "joins", "opens", "turns",
           "refuses", "behind a refusal", "brief", "behind a brief one")  # fmt: skip
_NEW_SPEAKER, _NEW_PARAGRAPH, _POINTS, _CONNECTS, _ANAPHORS, _JOINS, _OPENS, _MOVES, *_REST = bits(TURNING)
_REFUSES, _REFUSED, _BRIEF, _BRIEFLY = _REST
BEGINNING = ("begins with a word", "turns and shares", "begins with what is wanted")
_BY_WORD, _BY_TURN, _BY_WANT = bits(BEGINNING)
ASIDE = ("aside", "aside shares", "aside gives", "praises", "praises what was asked", "besides", "aside at the end",
         "aside by another", "aside from one")  # fmt: skip
_ASIDE, _ASIDE_SHARES, _ASIDE_GIVES, _PRAISES, _PRAISES_ASKED, _BESIDES, _AT_END, _BY_ANOTHER, _FROM_ONE = bits(ASIDE)


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
        self.gives = [[_given(wants, p, words) for words, wants in wanted] for p in self.kept]
        self.turns = [self.rules.moves.match(p.plain) is not None for p in self.kept]
        self.heads = [self._head(p) if turns else _NOTHING for p, turns in zip(self.kept, self.turns, strict=True)]
        self.reverse = len(questions) > 1 and any(self.rules.reverse.is_in(p.plain, p.may) for p in passages[:4])
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

    def for_part(self, index: int, part: int) -> Seen:
        """What sentence `index` holds for a part: words, what it wants, "on your second question", who was asked."""
        passage, share, held = self.kept[index], self.shared[index][part], self.gives[index][part]
        measured: list[Clue] = []
        if share:
            held |= _SHARES
            measured.append(("shares", min(_STRONG, share)))
        if self.alike is not None:
            measured.append(("alike", _ALIKE * self.alike[index][part]))
        if self._names[part] and _is_named(self._names[part], passage.plain):
            held |= _NAMES
        if self.heads[index] and not self.heads[index].isdisjoint(self.asked[part]):
            held |= _TURNS_TO
        told = self._told.get(passage.start)
        if told is not None:
            held |= _ITS_NUMBER if told == self._number(part) else _OTHER_NUMBER
        if passage.speech in self._called[part]:
            held |= _CALLED
        if passed := self._passed.get(passage.start, {}).get(part, 0.0):
            measured.append(("passed on", passed))
        return held, measured

    def turning(self, index: int) -> int:
        """What makes sentence `index`, behind another one, the first of another answer, whatever it is to."""
        before, here = self.kept[index - 1], self.kept[index]
        held = _opening(here.plain, self.lang, here.may, refuses=here.refuses)
        if here.speech != before.speech:
            held |= _NEW_SPEAKER
        elif here.paragraph != before.paragraph:
            held |= _NEW_PARAGRAPH
        if before.refuses:
            held |= _REFUSED
        return held | _BRIEFLY if _brief(before.plain, self.lang) else held

    def beginning(self, index: int, part: int) -> Seen:
        """What makes sentence `index` the first of the answer to a part, beside what it holds for it."""
        held = 0
        if self.shared[index][part] > 0:
            held = _BY_WORD | _BY_TURN if self.turns[index] else _BY_WORD
        if self.gives[index][part] & _HARD:
            held |= _BY_WANT
        early = part / len(self.questions) - (index + 0.5) / len(self.kept)
        return held, (("early", early),) if early > 0 else ()

    def aside(self, index: int) -> int:
        """What makes sentence `index` speak to no part."""
        here, rules, held = self.kept[index], self.rules, _ASIDE
        shares = any(self.shared[index])
        if shares:
            held |= _ASIDE_SHARES
        if any(gives & _HARD for gives in self.gives[index]):
            held |= _ASIDE_GIVES
        if rules.praises.is_in(here.plain, here.may):
            plain = not shares and not any(char.isdigit() for char in here.plain)
            held |= _PRAISES if plain else _PRAISES_ASKED
        if rules.besides.match(here.plain):
            held |= _BESIDES
        if index + 1 == len(self.kept):
            held |= _AT_END
        if index and here.speech != self.kept[index - 1].speech:
            held |= _BY_ANOTHER
        return held | _FROM_ONE if len(self.questions) == 1 else held

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


def _brief(words: str, lang: str) -> bool:
    return len(words) < _SHORT[lang]


@lru_cache(maxsize=4096)
def _opening(words: str, lang: str, may: int, *, refuses: bool) -> int:
    """How a sentence opens, whatever stands before it; `may`: the bits heard in it."""
    rules, held = RULES[lang], 0
    if rules.points.search(words):
        held |= _POINTS
    if rules.connects.search(words):
        held |= _CONNECTS
    if rules.anaphors.is_in(words, may):
        held |= _ANAPHORS
    if rules.joins.search(words):
        held |= _JOINS
    if rules.opens.search(words):
        held |= _OPENS
    if rules.moves.match(words):
        held |= _MOVES
    if refuses:
        held |= _REFUSES
    return held | _BRIEF if _brief(words, lang) else held


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
    if not said:
        return False
    called = "|".join(map(re.escape, said))
    before = r"(?:\A|[,.?!] |\b(?:for|to|and|so|then|maybe|perhaps) (?:you,? )?)(?:(?:Mr|Ms|Mrs|Dr)\. )?"
    pattern = rf"{before}(?:{called})(?:[,?:.]| - )"
    return re.search(pattern, words, re.IGNORECASE) is not None


def _is_named(names: frozenset[str], words: str) -> bool:
    return any(map(words.__contains__, names)) and not names.isdisjoint(_TOKEN.findall(words))


def _wanted(question: SubQuestion, questions: Sequence[SubQuestion]) -> list[tuple[Want, int]]:
    """What a part wants, with the clues that a sentence has which gives it."""
    others = {want.name for asked in questions if asked is not question for want in asked.wants}
    out = []
    for want in question.wants:
        if want.soft:
            out.append((want, _EXACT if want.exact else _SOFT))
        else:
            out.append((want, _HARD if want.name in others else _HARD | _OWN))
    return out


def _given(wanted: Sequence[tuple[Want, int]], passage: Passage, asked: str) -> int:
    """The clues in what a sentence gives of what is wanted by the part that says `asked`."""
    held = 0
    for want, clues in wanted:
        if clues & ~held and gives(want, passage.plain, asked, passage.may):
            held |= clues
    return held


def _asked_about(questions: Sequence[SubQuestion], index: int, rules: QuestionRules, lang: str) -> frozenset[str]:
    """Content words of a part, with the names it takes from the part before: "growth of these three"."""
    words = questions[index].words
    if not index or not rules.back_to.is_in(words):
        return words_and_matters(words, lang)
    names = " ".join(things_of(words, [questions[index - 1].words], rules))
    return words_and_matters(f"{words} {names}", lang)


def _weights(asked: Sequence[frozenset[str]], passages: Sequence[Passage], whole: float) -> dict[str, float]:
    """A word of one part only weighs most; one of every other sentence of the answer weighs half."""
    number = Counter(chain.from_iterable(asked))
    said = Counter(chain.from_iterable([passage.words & number.keys() for passage in passages]))
    often = max(3.0, len(passages) / 2)
    return {
        word: (_MATTER if word[0] == MATTER else whole)
        * (1 - (count - 1) / len(asked))
        * (0.5 if said[word] >= often else 1.0)
        for word, count in number.items()
    }


def _shared(asked: frozenset[str], said: frozenset[str], weights: Mapping[str, float]) -> float:
    both = asked & said
    return fsum([weights[word] for word in both]) if both else 0.0  # exact: the words of a set have no order


def _told(questions: Sequence[SubQuestion], passages: Sequence[Passage], rules: QuestionRules) -> dict[int, int]:
    """The numbered question, else the part by its place, that an answer says it is on, by the start of the passage,
    until it turns to something else.
    """
    most = max(question.group for question in questions)
    most = most if most > 1 else len(questions)
    either = rules.hands.bit | rules.refers.bit
    counting = [most > 1 and passage.may & either and counts(rules, passage.plain) for passage in passages]
    out: dict[int, int] = {}
    if not any(counting):
        return out
    said: int | None = None
    following: int | None = None  # "Anil can do the first": the next speech
    speech = -1
    for passage, counted in zip(passages, counting, strict=True):
        if passage.speech != speech:
            said, following, speech = following, None, passage.speech
        given, refers = _numbers(rules, passage, most) if counted else (None, None)
        following = given if given is not None else following
        if refers is not None and refers <= most:
            said = refers
        elif said is not None and rules.moves.match(passage.plain):
            said = None
        if said is not None:
            out[passage.start] = said
    return out


def _numbers(rules: QuestionRules, passage: Passage, count: int) -> tuple[int | None, int | None]:
    """Which of `count` numbered questions a sentence gives to the next speaker, and which it refers to itself."""
    words, may = passage.plain, passage.may
    hands = rules.hands.search(words[:200]) if may & rules.hands.bit else None
    refers = rules.refers.search(words[:160]) if may & rules.refers.bit else None
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
        if not rules.passes.is_in(passage.plain, passage.may):
            continue
        behind = [p for p in passages[index + 1 :] if not p.social and p.speech > passage.speech]
        named = (p for p in behind if speakers[p.speech].split(" ")[0] in passage.plain)
        after = next(named, behind[0] if behind else None)
        if after is not None:
            out[after.start] = {i: _shared(words, passage.words, weights) / 2 for i, words in enumerate(asked)}
    return out
