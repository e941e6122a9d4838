"""The verdict on each figure of a statement: the best figure of the document that could be its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from ...amounts.intervals import growth, negate, overlaps
from ...languages.late import late
from ...records import Interval
from .figures import Figure, Text, one_range
from .match import Conflict, conflicts, factor, how_equal
from .times import Now, years_of
from .words import Weights, Words, overlap

# The share of the statement's known words that must stand around a figure. A number with three digits or more is
# hardly there by accident.
ENOUGH, ENOUGH_IF_LONG = 0.2, 0.12
SAME_THING = 0.6  # so much of the words that another number there contradicts
WELL_PLACED = 0.5  # so much of the words that no other number can be more to the point
NEARLY_BEST = 0.9  # where the best place of a number contradicts, a much poorer one does not save it
FAR_BETTER = 0.3
CROSSED = 0.5  # by so much two exchanged numbers must fit better than as said
_A_SUBJECT = 3  # words, or pairs of characters
_HELD = ("supported", "rounding")
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
                return _outdone(said, c, found, self.weights) or Judgement(said, c.equal or "", c.figure)
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


def _outdone(said: Figure, chosen: Candidate, found: Sequence[Candidate], weights: Weights) -> Judgement | None:
    """What speaks against an equal number: the same with its currency, or another one that is far more to the point."""
    if chosen.figure.amount.unit == "count" != said.amount.unit:
        typed = _other_unit(said, found, chosen.score / 2)
        if typed is not None:
            return typed
    other = _told_of_it(said, chosen, found, weights)
    if other is not None:
        return Judgement(said, "contradicted", other)
    there = chosen.figure.own_words & said.own_words
    for c in found if said.own_words else ():
        if chosen.score >= WELL_PLACED or c.score < max(SAME_THING, chosen.score + FAR_BETTER):
            return None
        if not c.equal and not c.conflicts and _same_kind(said, c.figure) and there <= c.figure.own_words:
            return Judgement(said, "contradicted", c.figure)
    return None


def _told_of_it(said: Figure, chosen: Candidate, found: Sequence[Candidate], weights: Weights) -> Figure | None:
    """Another figure that stands beside all the statement says of its own, where the equal one lacks the subject.

    "Azure revenue grew 56%", where the document has 56% of the cloud and "Azure revenue growth accelerated to 98%".
    """
    told = {word for word in said.bound_words if weights(word)}
    metrics = {word for word in told if word.startswith("m:")}
    subject = told - metrics - said.text.metric_words(said.line)
    line = chosen.figure.text.words(chosen.figure.line) | chosen.figure.own_words
    least = _A_SUBJECT if said.row.lang == "zh" else 1  # a pair of characters may be cut across two words
    if len(told) < 2 or len(subject) < least or subject & line:
        return None
    for c in found:
        if not c.equal and not c.conflicts and _same_kind(said, c.figure) and told <= c.figure.own_words:
            return c.figure
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
    found = [_recomputed(row, found) if row.verdict == "unchecked" else row for row in found]
    for one, two in combinations(range(len(found)), 2):
        if _exchanged(found[one], found[two], judge):
            conflict = Conflict("exchanged", "the document has these numbers the other way round")
            found[one] = replace(found[one], verdict="contradicted", conflict=conflict)
            found[two] = replace(found[two], verdict="contradicted", conflict=conflict)
    return found


def _recomputed(row: Judgement, found: Sequence[Judgement]) -> Judgement:
    """A rate of change that the document leaves unsaid and two of its figures give: the level and what it is from."""
    said = row.said
    levels = [other for other in found if other.verdict in _HELD and not other.said.is_base and other.evidence]
    if said.amount.unit != "percent" or said.is_range or said.direction is None:
        return row
    for level in levels:
        for base in _bases(level, found):
            if level.evidence is not None and _gives(said, level.evidence, base):
                return Judgement(said, "rounding", base)
    return row


def _bases(level: Judgement, found: Sequence[Judgement]) -> list[Figure]:
    """What a level is compared with: in the statement, else in the document's line of the level."""
    told = [row.evidence for row in found if row.verdict in _HELD and row.said.is_base and row.evidence is not None]
    place = level.evidence
    if told or place is None:
        return told
    return [row for row in place.text.figures if row.line == place.line and row.is_base and not row.ends]


def _gives(rate: Figure, level: Figure, base: Figure) -> bool:
    if level.amount.unit != base.amount.unit or level.amount.kind not in ("money", "count") or base.is_range:
        return False
    change = growth(_size(base), _size(level))
    if None in (change.low, change.high):
        return False
    said = rate.amount.value_interval
    return overlaps(change, negate(said) if rate.direction == "down" else said)


def _size(figure: Figure) -> Interval:
    interval = figure.amount.value_interval
    return negate(interval) if interval.high is not None and interval.high <= 0 else interval


def _exchanged(one: Judgement, two: Judgement, judge: Judge) -> bool:
    """Whether what sets two supported figures apart in the statement stands at each other's number in the document."""
    first, second = one.evidence, two.evidence
    if first is None or second is None or {one.verdict, two.verdict} - {"supported", "rounding"}:
        return False
    if factor(one.said, two.said) is None or one.said.amount.noun != two.said.amount.noun:
        return False
    if first.amount == second.amount:
        return False
    own, other = one.said.bound_words, two.said.bound_words
    mine = {word: judge.weights(word) for word in own - other if judge.weights(word)}
    theirs = {word: judge.weights(word) for word in other - own if judge.weights(word)}
    alone = not any(judge.weights(word) for word in other)
    if one.said.line == two.said.line and (alone or (one.said.is_base and not theirs)):
        mine = {}  # "from A to B", "fell 5 million to 9 million": one subject of both
    straight = overlap(mine, [(first.bound_words, 1.0)]) + overlap(theirs, [(second.bound_words, 1.0)])
    crossed = overlap(mine, [(second.bound_words, 1.0)]) + overlap(theirs, [(first.bound_words, 1.0)])
    straight += _alike_by(one.said, first, judge.now) + _alike_by(two.said, second, judge.now)
    crossed += _alike_by(one.said, second, judge.now) + _alike_by(two.said, first, judge.now)
    return crossed > straight + CROSSED


def _alike_by(said: Figure, other: Figure, now: Now) -> float:
    """How far two figures play the same part: moved the same way, compared with or not."""
    return 0.5 * (said.direction == other.direction) + 0.5 * (said.is_base == _is_earlier(other, now))


def _is_earlier(figure: Figure, now: Now) -> bool:
    """Whether a figure is what others are compared with, or is dated before the year reported on."""
    years = years_of(figure.times[0])
    return figure.is_base or (now.year is not None and bool(years) and max(years) < now.year)
