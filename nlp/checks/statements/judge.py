"""The verdict on each figure of a statement: the best figure of the document that could be its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from ...languages.late import late
from .figures import Figure, Text, one_range
from .match import Conflict, conflicts, factor, how_equal
from .times import Now
from .words import Weights, Words, overlap

# The share of the statement's known words that must stand around a figure. A number with three digits or more is
# hardly there by accident.
ENOUGH, ENOUGH_IF_LONG = 0.2, 0.12
SAME_THING = 0.6  # so much of the words that another number there contradicts
WELL_PLACED = 0.5  # so much of the words that no other number can be more to the point
NEARLY_BEST = 0.9  # where the best place of a number contradicts, a much poorer one does not save it
FAR_BETTER = 0.3
CROSSED = 0.5  # by so much two exchanged numbers must fit better than as said
_HAN_NUMERAL = late(r"[一二三四五六七八九十两]{1,2}")
_NEXT_WORD = late(r"[\s-]?(?:[a-z]{2,20}|[\u3400-\u9fff]{2})")
_NEAR = ((-1, 0.5), (1, 0.35), (-2, 0.35), (-3, 0.25), (2, 0.25))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the document beside one of the statement; `score` says how much they are about the same thing."""

    figure: Figure
    score: float
    equal: str | None
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A figure of the statement with its verdict, the place in the document that decided, and what is against it."""

    said: Figure
    verdict: str
    evidence: Figure | None = None
    conflict: Conflict | None = None
    start: int | None = None  # of evidence that is no figure
    end: int | None = None


class Judge:
    """One document, ready to be asked about figures."""

    def __init__(self, document: Text, now: Now) -> None:
        self.document, self.now = document, now
        self.weights = Weights([document.words(line) for line in range(len(document.lines))])

    def candidates(self, said: Figure) -> list[Candidate]:
        """Every figure of the document that could be compared, most about the same thing first."""
        wanted = self.wanted(said)
        found = []
        for other in self.document.figures:
            if other.ends and not said.is_range:
                continue
            score = overlap(wanted, self._places(other))
            found.append(Candidate(other, score, how_equal(said, other), tuple(conflicts(said, other, self.now))))
        return sorted(found, key=lambda c: -c.score)

    def judge(self, said: Figure) -> Judgement:
        """The verdict on one figure."""
        found = self.candidates(said)
        enough = ENOUGH_IF_LONG if _digits(said.quote) >= 3 else ENOUGH
        equal = [c for c in found if c.equal and c.score >= enough]
        for c in equal:
            if not c.conflicts and c.score >= equal[0].score * NEARLY_BEST:
                return _outdone(said, c, found) or Judgement(said, c.equal or "", c.figure)
        if equal:
            conflict = equal[0].conflicts[0]
            verdict = "not_comparable" if conflict.kind == "period" else "contradicted"
            return Judgement(said, verdict, equal[0].figure, conflict)
        return self._alike(said) or _other_unit(said, found, enough) or _other_value(said, found)

    def wanted(self, said: Figure) -> dict[str, float]:
        """The words of the statement with their weights, those around the figure first."""
        own = said.own_words
        wanted = {word: self.weights(word) * (1.0 if word in own else 0.4) for word in own | said.text.all_words}
        return {word: weight for word, weight in wanted.items() if weight}

    def _places(self, other: Figure) -> list[tuple[Words, float]]:
        text, line = self.document, other.line
        near = [(text.words(line + away), share) for away, share in _NEAR if 0 <= line + away < len(text.lines)]
        return [(other.own_words, 1.0), (text.words(line), 0.7), *near]

    def _alike(self, said: Figure) -> Judgement | None:
        """A bare number that the document prints as part of a name, with the same word behind it."""
        amount, folded = said.amount, said.text.folded
        after = _NEXT_WORD.match(folded, amount.end)
        if amount.kind != "count" or not said.quote.isdigit() or after is None:
            return None
        printed = re.escape(folded[amount.start : after.end()])
        found = re.search(rf"(?<![0-9.,]){printed}", self.document.folded)
        return found and Judgement(said, "supported", start=found.start(), end=found.end())


def _outdone(said: Figure, chosen: Candidate, found: Sequence[Candidate]) -> Judgement | None:
    """What speaks against an equal number: the same with its currency, or another one that is far more to the point."""
    if chosen.figure.amount.unit == "count" != said.amount.unit:
        typed = _other_unit(said, found, chosen.score / 2)
        if typed is not None:
            return typed
    there = chosen.figure.own_words & said.own_words
    for c in found if said.own_words else ():
        if chosen.score >= WELL_PLACED or c.score < max(SAME_THING, chosen.score + FAR_BETTER):
            return None
        if not c.equal and not c.conflicts and _same_kind(said, c.figure) and there <= c.figure.own_words:
            return Judgement(said, "contradicted", c.figure)
    return None


def _digits(quote: str) -> int:
    return len(re.sub(r"[^0-9]", "", quote).strip("0"))


def _other_unit(said: Figure, found: Sequence[Candidate], enough: float) -> Judgement | None:
    """The same number in another unit or currency."""
    for c in found:
        if c.score >= enough and _same_number(said, c.figure) and factor(said, c.figure) in (None, Decimal(100)):
            return Judgement(said, "contradicted", c.figure, Conflict("unit", "the document has it in another unit"))
    return None


def _same_number(said: Figure, other: Figure) -> bool:
    """A bound prints the number it sets."""
    mine, theirs = said.amount, other.amount
    if None in (mine.low, mine.high, theirs.low, theirs.high):
        return bool({mine.low, mine.high} & {theirs.low, theirs.high} - {None})
    return (mine.low, mine.high) == (theirs.low, theirs.high)


def _other_value(said: Figure, found: Sequence[Candidate]) -> Judgement:
    """Another number for the same thing, else no answer."""
    for c in found:
        if c.score >= SAME_THING and not c.conflicts and _same_kind(said, c.figure):
            return Judgement(said, "contradicted", c.figure)
    return Judgement(said, "unchecked")


def _same_kind(said: Figure, other: Figure) -> bool:
    return (
        factor(said, other) is not None
        and said.amount.kind == other.amount.kind
        and said.is_range == other.is_range
        and said.is_base == other.is_base
        and (said.direction is None) == (other.direction is None)
    )


def figures_to_judge(statement: Text) -> list[Figure]:
    """The figures of a statement: two amounts that are the ends of one range count as one, 两大 and 三家 as none."""
    made = {figure.ends[0].start: figure for figure in statement.figures if figure.ends}
    single = [figure for figure in statement.figures if not figure.ends]
    out: list[Figure] = []
    reach = -1
    for at, figure in enumerate(single):
        if figure.amount.start < reach:
            continue
        joined = made.get(figure.amount.start)
        is_one = joined is not None and at + 1 < len(single) and one_range(figure, single[at + 1])
        out.append(joined if joined is not None and is_one else figure)
        reach = out[-1].amount.end
    telling = [f for f in out if not (f.amount.kind == "count" and _HAN_NUMERAL.fullmatch(f.quote))]
    return telling or out


def judge_all(statement: Text, judge: Judge) -> list[Judgement]:
    """The verdicts on all figures of a statement, each against the others: exchanged ones are not supported."""
    found = [judge.judge(figure) for figure in figures_to_judge(statement)]
    for one, two in combinations(range(len(found)), 2):
        if _exchanged(found[one], found[two], judge):
            conflict = Conflict("exchanged", "the document has these numbers the other way round")
            found[one] = replace(found[one], verdict="contradicted", conflict=conflict)
            found[two] = replace(found[two], verdict="contradicted", conflict=conflict)
    return found


def _exchanged(one: Judgement, two: Judgement, judge: Judge) -> bool:
    """Whether what sets two supported figures apart in the statement stands at each other's number in the document."""
    first, second = one.evidence, two.evidence
    if first is None or second is None or {one.verdict, two.verdict} - {"supported", "rounding"}:
        return False
    if factor(one.said, two.said) is None or one.said.amount.noun != two.said.amount.noun:
        return False
    if first.amount == second.amount:
        return False
    own, other = one.said.own_words, two.said.own_words
    mine = {word: judge.weights(word) for word in own - other if judge.weights(word)}
    theirs = {word: judge.weights(word) for word in other - own if judge.weights(word)}
    straight = overlap(mine, [(first.own_words, 1.0)]) + overlap(theirs, [(second.own_words, 1.0)])
    crossed = overlap(mine, [(second.own_words, 1.0)]) + overlap(theirs, [(first.own_words, 1.0)])
    straight += _alike_by(one.said, first) + _alike_by(two.said, second)
    crossed += _alike_by(one.said, second) + _alike_by(two.said, first)
    return crossed > straight + CROSSED


def _alike_by(said: Figure, other: Figure) -> float:
    """How far two figures play the same part: moved the same way, compared with or not."""
    return 0.5 * (said.direction == other.direction) + 0.5 * (said.is_base == other.is_base)
