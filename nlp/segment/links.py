"""Which passages of an answer speak to which part of a question.

The sentences of an answer are read in order, and each is given to the part it most likely speaks to (Viterbi, 1967):
words it shares with a part, what the part wants ("when", "how much") and what the answer says of itself ("on your
second question", "I'll do the second") speak for a part; staying with it, or going on to the next, is likelier than
leaping.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from ..languages.content_words import MATTER, words_and_matters
from ..languages.question_rules import QuestionRules, Want
from ..text import simplify
from .given import gives
from .in_order import Case, in_order
from .listings import things_of
from .questions import RULES, SubQuestion, counts, number_in, numbered

_DRIFT = 1  # so many sentences behind the last that shares a word still belong to an answer
_SHORT = 2  # an answer of so many sentences without a word in common speaks of something else
_FEW = {"en": 30, "zh": 10}
_STRONG = 2.0  # words shared beyond this add nothing: a long sentence is no better answer
_TOLD = 3.0
_MATTER = 0.7
_WANTED, _WANTED_TOO, _EXACT = 0.2, 0.3, 0.2
_ADDRESSED = 0.4
_START, _NEXT, _LEAP, _BACK = 0.65, 0.45, 0.6, 1.2
_EASE = 0.35  # a new paragraph, or "as for", makes going on likelier


@dataclass(frozen=True, slots=True)
class Passage:
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


Linked = list[tuple[Passage, float]]


def link(
    questions: Sequence[SubQuestion], passages: Sequence[Passage], speakers: Sequence[str], lang: str
) -> list[Linked]:
    """For every part the passages that speak to it, each with a score between 0 and 1; `speakers` are those of the
    speeches.
    """
    out: list[Linked] = [[] for _ in questions]
    rules = RULES[lang]
    kept = [p for p in passages if not p.social]
    if not questions or not kept:
        return out
    scores = _evidence(questions, kept, passages, speakers, lang)
    _add_addressed(scores, questions, kept, speakers)
    if len(questions) == 1 and len(kept) <= _SHORT and not any(map(any, scores)) and not _leaning(kept[0], rules):
        return out
    path = _best_path(scores, kept, rules, reverse=any(rules.reverse.search(p.plain) for p in passages[:4]))
    path = _covering(path, scores)
    path = _with_refusals(path, scores, kept, questions, rules)
    case = Case(path, scores, kept, questions, rules)
    path = in_order(case) or _with_unanswered(path, scores, kept, questions, rules)
    refused = [i for i, p in enumerate(kept) if p.refuses and rules.all_of_it.search(p.plain)]
    for index in sorted(_near_evidence(path, scores)):
        for part in _also(path[index], scores[index], path):
            out[part].append((kept[index], _as_score(scores[index][part], len(questions))))
    _share_lists(out, questions, kept, scores, rules)
    for part in range(len(questions)):
        if not out[part]:  # "we don't comment on matters like that" refuses every question that nothing answers
            out[part] = [(kept[index], _as_score(0.0, len(questions))) for index in refused]
    return out


def _add_addressed(
    scores: list[list[float]], questions: Sequence[SubQuestion], kept: Sequence[Passage], speakers: Sequence[str]
) -> None:
    """Where several people answer, what is asked of one of them by name is likelier answered by him."""
    if len(set(speakers)) < 2:
        return
    for part, question in enumerate(questions):
        asked = {speech for speech, name in enumerate(speakers) if addresses(question.words, name)}
        for passage, row in zip(kept, scores, strict=True):
            row[part] += _ADDRESSED if passage.speech in asked else 0.0


def addresses(words: str, name: str) -> bool:
    """Whether a question speaks to the person: "And Noor, labor", 请问陆总.

    >>> addresses("And Noor, labor.", "Noor Castellane"), addresses("Noor said so.", "Noor Castellane")
    (True, False)
    """
    plain = simplify(name)
    if re.match(r"[\u3400-\u9fff]", plain):
        return re.search(rf"{plain[0]}(?:总|董|博士|先生|女士|老师)|{plain}", words) is not None
    names = name.split(" ")
    called = "|".join(re.escape(word) for word in {names[0], names[-1]} if len(word) > 2)
    before = r"(?:\A|[,.?!] |\b(?:for|to|and|so|then|maybe|perhaps) (?:you,? )?)(?:(?:Mr|Ms|Mrs|Dr)\. )?"
    pattern = rf"{before}(?:{called})(?:[,?:.]| - )"
    return bool(called) and re.search(pattern, words, re.IGNORECASE) is not None


def _leaning(passage: Passage, rules: QuestionRules) -> bool:
    """Whether an answer needs no word of its question: "They do", or one of a few words."""
    if rules.leans.match(passage.plain) is not None or passage.refuses:
        return True
    return passage.end - passage.start < _FEW[rules.code]


def _share_lists(
    out: list[Linked],
    questions: Sequence[SubQuestion],
    kept: Sequence[Passage],
    scores: Sequence[Sequence[float]],
    rules: QuestionRules,
) -> None:
    """A part on things listed by the part before ("growth of these three") shares the sentences that give it."""
    for part in range(1, len(questions)):
        words, before = questions[part].words, questions[part - 1].words
        wants = [want for want in questions[part].wants if want.each and not want.soft]
        if not wants or len(things_of(words, (), rules)) > 1 or len(things_of(words, (before,), rules)) < 2:
            continue
        taken = {passage.start for passage, _ in out[part]}
        for passage, row in zip(kept, scores, strict=True):
            here = any(passage is other for other, _ in out[part - 1]) and passage.start not in taken
            if here and any(gives(want, passage.plain, words) for want in wants):
                out[part].append((passage, _as_score(row[part], len(questions))))
        out[part].sort(key=lambda hit: hit[0].start)


def _near_evidence(path: Sequence[int], scores: Sequence[Sequence[float]]) -> set[int]:
    """Sentences that share something with their part, and those near one: an answer that drifts off ends there."""
    sure = {i for i, part in enumerate(path) if scores[i][part] > _WANTED}
    out: set[int] = set()
    for part in set(path):
        own = [i for i, p in enumerate(path) if p == part]
        marks = [i for i in own if i in sure]
        out |= {i for i in own if not marks or i <= marks[-1] + _DRIFT}
    return out


def _covering(path: Sequence[int], scores: Sequence[Sequence[float]]) -> list[int]:
    """A part without a sentence takes the one that fits it nearly as well as the part it was given to."""
    out = list(path)
    for part in range(len(scores[0])):
        if part in out:
            continue
        fits = [i for i, row in enumerate(scores) if row[part] >= 0.8 and row[out[i]] - row[part] <= 0.3]
        spare = [i for i in fits if out.count(out[i]) > 1]
        if spare:
            best = max(spare, key=lambda i: scores[i][part] - scores[i][out[i]])
            out[best] = part
    return out


def _as_score(evidence: float, parts: int) -> float:
    return round(min(1.0, (0.4 if parts == 1 else 0.2) + evidence / 3), 3)


def _also(index: int, row: Sequence[float], path: Sequence[int]) -> list[int]:
    """The part of a sentence, and those it answers at the same time: as close, and with no sentence of their own."""
    taken = set(path)
    close = [i for i, x in enumerate(row) if i not in taken and x >= 1 and x >= 0.6 * row[index]]
    return [index, *close]


def _evidence(
    questions: Sequence[SubQuestion],
    kept: Sequence[Passage],
    passages: Sequence[Passage],
    speakers: Sequence[str],
    lang: str,
) -> list[list[float]]:
    rules = RULES[lang]
    asked = [_asked_about(questions, index, rules, lang) for index in range(len(questions))]
    weights = _weights(asked, kept, 0.7 if lang == "zh" else 1.0)  # a word of three characters is two pairs
    told = _told(questions, passages, rules)
    passed = _passed(asked, passages, speakers, weights, rules)
    out = []
    for passage in kept:
        said = told.get(passage.start)
        row = [_shared(words, passage.words, weights) for words in asked]
        if len(questions) > 1 or not row[0]:  # an only question with a word in common needs no more evidence
            row = [x + _wanted(q, passage, x > 0) for x, q in zip(row, questions, strict=True)]
        row = [x + passed.get(passage.start, {}).get(i, 0.0) for i, x in enumerate(row)]
        out.append([x + (_TOLD if said == q.group else 0.0) for x, q in zip(row, questions, strict=True)])
    return out


def _asked_about(questions: Sequence[SubQuestion], index: int, rules: QuestionRules, lang: str) -> frozenset[str]:
    """Content words of a part, with the names it takes from the part before: "growth of these three"."""
    words = questions[index].words
    if not index or not rules.back_to.search(words):
        return words_and_matters(words, lang)
    names = " ".join(things_of(words, [questions[index - 1].words], rules))
    return words_and_matters(f"{words} {names}", lang)


def _weights(asked: Sequence[frozenset[str]], passages: Sequence[Passage], whole: float) -> dict[str, float]:
    """A word of one part only weighs most; one of every other sentence of the answer weighs half."""
    counts = Counter(word for words in asked for word in words)
    said = Counter(word for passage in passages for word in passage.words & counts.keys())
    often = max(3.0, len(passages) / 2)
    return {
        word: (_MATTER if word[0] == MATTER else whole)
        * (1 - (count - 1) / len(asked))
        * (0.5 if said[word] >= often else 1.0)
        for word, count in counts.items()
    }


def _shared(asked: frozenset[str], said: frozenset[str], weights: Mapping[str, float]) -> float:
    return min(_STRONG, fsum(weights[word] for word in asked & said))  # exact: the words of a set have no order


def _wanted(question: SubQuestion, passage: Passage, shares: bool) -> float:
    """What a sentence is worth for giving what is wanted: more where it shares a word with the question, too."""
    given = [want for want in question.wants if gives(want, passage.plain, question.words)]
    exactly = _EXACT if any(want.exact for want in given) else 0.0
    for want in given:
        if not want.exact:
            return exactly + (_WANTED_TOO if shares and not want.soft else _WANTED)
    return exactly


def _told(questions: Sequence[SubQuestion], passages: Sequence[Passage], rules: QuestionRules) -> dict[int, int]:
    """The numbered question that the answer says it is on, by the start of the passage, until it says so of another."""
    groups = max(question.group for question in questions)
    out: dict[int, int] = {}
    if groups < 2:
        return out
    said: int | None = None
    following: int | None = None  # "Anil can do the first": the next speech
    speech = -1
    for passage in passages:
        if passage.speech != speech:
            said, following, speech = following, None, passage.speech
        given = _handed(rules, passage.plain, groups)
        following = given if given is not None else following
        refers = numbered(rules, passage.plain, groups)
        said = refers if refers is not None and refers <= groups else said
        if said is not None:
            out[passage.start] = said
    return out


def _handed(rules: QuestionRules, words: str, count: int) -> int | None:
    hit = rules.hands.search(words[:200]) if counts(rules, words) else None
    return number_in(hit, count) if hit else None


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
        if not rules.passes.search(passage.plain):
            continue
        behind = [p for p in passages[index + 1 :] if not p.social and p.speech > passage.speech]
        named = (p for p in behind if speakers[p.speech].split(" ")[0] in passage.plain)
        after = next(named, behind[0] if behind else None)
        if after is not None:
            out[after.start] = {i: _shared(words, passage.words, weights) / 2 for i, words in enumerate(asked)}
    return out


def _best_path(
    scores: Sequence[Sequence[float]], passages: Sequence[Passage], rules: QuestionRules, *, reverse: bool
) -> list[int]:
    """One part a sentence, so that evidence less the cost of moving is greatest."""
    count, forward = len(scores[0]), -1 if reverse else 1
    if count == 1:
        return [0] * len(scores)
    first = count - 1 if reverse else 0
    total = [x - (0.0 if i == first else _START) for i, x in enumerate(scores[0])]
    visited = [1 << i for i in range(count)]  # the parts on the best path to each
    back: list[list[int]] = []
    for index in range(1, len(scores)):
        ease = _EASE if _moves(passages[index - 1], passages[index], rules) else 0.0
        costs = [[_cost(a, b, forward, ease, visited[a]) for a in range(count)] for b in range(count)]
        links = [max(range(count), key=lambda a: (total[a] - cost[a], a != b)) for b, cost in enumerate(costs)]
        total = [total[a] - costs[b][a] + scores[index][b] for b, a in enumerate(links)]
        visited = [visited[a] | 1 << b for b, a in enumerate(links)]
        back.append(links)
    path = [max(range(count), key=lambda i: total[i])]
    for links in reversed(back):
        path.append(links[path[-1]])
    return path[::-1]


def _cost(a: int, b: int, forward: int, ease: float, visited: int) -> float:
    """What it costs to go from part `a` to `b`: little to the next, much to one that was answered before."""
    if a == b:
        return 0.0
    if visited >> b & 1:
        return _BACK - ease
    return (_NEXT if (b - a) * forward == 1 else _LEAP) - ease


def _moves(before: Passage, passage: Passage, rules: QuestionRules) -> bool:
    """Whether a new topic would be no surprise here."""
    return before.paragraph != passage.paragraph or rules.moves.match(passage.plain) is not None or passage.refuses


def _with_refusals(
    path: Sequence[int],
    scores: Sequence[Sequence[float]],
    passages: Sequence[Passage],
    questions: Sequence[SubQuestion],
    rules: QuestionRules,
) -> list[int]:
    """A refusal that shares nothing with the part it was given to is of one that nothing answers."""
    out = list(path)
    for index, passage in enumerate(passages):
        open_parts = [part for part in range(len(questions)) if part not in out]
        if not open_parts:
            break
        loose = scores[index][out[index]] <= _WANTED and out.count(out[index]) > 1
        if loose and passage.refuses and (index or not rules.all_of_it.search(passage.plain)):
            out[index] = min(open_parts, key=lambda part: (-scores[index][part], part < out[index], part))
    return out


def _with_unanswered(
    path: Sequence[int],
    scores: Sequence[Sequence[float]],
    passages: Sequence[Passage],
    questions: Sequence[SubQuestion],
    rules: QuestionRules,
) -> list[int]:
    """A part without a sentence takes those at the end of the part before it that share nothing with any part.

    "We extended slightly, to 3.9 years" answers a question about duration without a word of it. A sentence that leans
    on the one before ("It shows that...") stays where it is.
    """
    out = list(path)
    for part in range(1, len(questions)):
        if part in out or part - 1 not in out:
            continue
        last = max(i for i, p in enumerate(out) if p == part - 1)
        first = last + 1
        while first - 1 > 0 and out[first - 1] == part - 1 and _free(first - 1, part, scores, passages, rules):
            first -= 1
        kept = [i for i in range(first) if out[i] == part - 1]
        runs = (range(start, last + 1) for start in range(last, first - 1, -1))
        run = next((r for r in runs if kept and _may_change(kept, r, part, passages, questions, rules)), range(0))
        for index in run:
            out[index] = part
    return out


def _may_change(
    kept: Sequence[int],
    moved: Sequence[int],
    part: int,
    passages: Sequence[Passage],
    questions: Sequence[SubQuestion],
    rules: QuestionRules,
) -> bool:
    """Whether the sentences `moved` give what the part wants, and the part before keeps what it wants in `kept`."""
    if any(passages[i].refuses for i in moved):
        return True

    def given(want: Want, places: Sequence[int], words: str) -> bool:
        return any(gives(want, passages[i].plain, words) for i in places)

    own, before, wants = questions[part].words, questions[part - 1].words, questions[part].wants
    hard = [want for want in wants if not want.soft]
    enough = all(given(want, moved, own) for want in hard) if hard else any(given(want, moved, own) for want in wants)
    needed = [want for want in questions[part - 1].wants if not want.soft]
    return enough and all(given(want, kept, before) or not given(want, moved, before) for want in needed)


def _free(
    index: int, part: int, scores: Sequence[Sequence[float]], passages: Sequence[Passage], rules: QuestionRules
) -> bool:
    row = scores[index]
    return max((x for i, x in enumerate(row) if i != part), default=0.0) <= _WANTED and not rules.leans.match(
        passages[index].plain
    )
