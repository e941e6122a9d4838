"""The verdict on each figure of a statement: the best figure of the document that could be its evidence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from ...languages.late import late
from .derived import adds_up, derived_from, names_of_sum
from .figures import Figure, Text, one_range
from .match import Conflict, conflicts, factor, how_equal, own_times, period_conflicts
from .subjects import Subjects
from .times import Now, years_of
from .words import Weights, Words, overlap, words_of

# The share of the statement's known words that must stand around a figure. A number with three digits or more is
# hardly there by accident.
ENOUGH, ENOUGH_IF_LONG, ENOUGH_OF_WORDS = 0.2, 0.12, 0.35  # "half" is met everywhere
SAME_THING = 0.6  # so much of the words that another number there contradicts
WELL_PLACED = 0.5  # so much of the words that no other number can be more to the point
NEARLY_BEST = 0.9  # where the best place of a number contradicts, a much poorer one does not save it
FAR_BETTER = 0.3
_FARTHEST = 1000  # times: a price is no other value of a sum
_MOSTLY, _NEAR_BEST = 0.5, 0.6  # what a number follows from is about the same, and may be told in other words
CROSSED = 0.5  # by so much two exchanged numbers must fit better than as said
_LOOSE_NAMES = frozenset(("m:profit", "m:per_share"))  # every profit is called one
_BASES = frozenset(("gaap", "nongaap"))
_A_SUBJECT = 3  # words, or pairs of characters
_HELD = ("supported", "rounding")
_HAN_NUMERAL = late(r"[一二三四五六七八九十两]{1,2}")
_NEXT_WORD = late(r"[\s-]?(?:[a-z]{2,20}|[\u3400-\u9fff]{2})")
_NEAR = ((-1, 0.5), (1, 0.35), (-2, 0.35), (-3, 0.25), (2, 0.25))


@dataclass(frozen=True)
class Candidate:
    """A figure of the document beside one of the statement; `score` says how much they are about the same thing."""

    said: Figure
    figure: Figure
    score: float
    equal: str | None
    now: Now

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What both say and say differently; asked of the few figures that could be evidence."""
        return tuple(conflicts(self.said, self.figure, self.now))


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
        self.subjects = Subjects(document)
        titled = next((at for at in range(len(document.lines)) if document.words(at)), None)
        self.title = Words() if titled is None else document.words(titled)

    def candidates(self, said: Figure) -> list[Candidate]:
        """Every figure of the document that could be compared, most about the same thing first."""
        wanted = self.wanted(said)
        found = []
        for other in self.document.figures:
            if other.ends and not said.is_range:
                continue
            score = overlap(wanted, self._places(other))
            found.append(Candidate(said, other, score, how_equal(said, other), self.now))
        return sorted(found, key=lambda c: -c.score)

    def judge(self, said: Figure) -> Judgement:
        """The verdict on one figure."""
        found = self.candidates(said)
        digits = _digits(said.quote)
        enough = ENOUGH_IF_LONG if digits >= 3 else ENOUGH if digits else ENOUGH_OF_WORDS
        equal = [c for c in found if c.equal and c.score >= enough]
        others: list[Figure] = []
        for c in equal:
            if not c.conflicts and c.score >= equal[0].score * NEARLY_BEST:
                other = self._of_another(said, c, found)
                if other is None:
                    return _outdone(said, c, found, self.weights, self.title) or Judgement(
                        said, c.equal or "", c.figure
                    )
                others.append(other)
        if others:
            return Judgement(said, "contradicted", others[0])
        if equal:
            conflict = equal[0].conflicts[0]
            verdict = "not_comparable" if conflict.kind == "period" else "contradicted"
            return Judgement(said, verdict, equal[0].figure, conflict)
        return self._alike(said) or _other_unit(said, found, enough) or _other_value(said, found)

    def _of_another(self, said: Figure, chosen: Candidate, found: Sequence[Candidate]) -> Figure | None:
        """Another figure of what the statement is about, where the equal one is said of something else.

        "Cargo revenue was 61 million, while ancillary revenue climbed to 75 million": the latter was not 61.
        """
        own = Subjects(said.text).of(said)
        told = {word for word in own if self.weights(word)} - self.title
        have = {word for word in self.subjects.of(chosen.figure) if self.weights(word)}
        one = any(word.startswith("m:") for word in (told & have) - _LOOSE_NAMES)
        bare = not any(word.startswith("m:") for word in have)  # it goes on about the last metric
        names = _names_of(said) if one or bare else Words()
        if one:
            told, have = told - names, have - _names_of(chosen.figure)  # "R&D", "research and development"
        missing, rival = told - have, have - own - self.title
        if not missing or not any(not word.startswith("m:") for word in rival):
            return None
        if missing <= _BASES and not have & _BASES:
            return None  # of no basis said, the one told may be meant
        core = {word for word in missing if not word.startswith("m:")} - names
        if not core and bare:
            return None
        if self._is_called_otherwise(said, chosen.figure, core, told & have):
            return chosen.figure
        shared = self.subjects.head(chosen.figure)
        for c in found:
            theirs = self.subjects.of(c.figure)
            near = c.figure.line == chosen.figure.line and self._share(told, theirs) > self._share(told, have)
            named = {word for word in told if not word.startswith("m:")} - names
            metrics = {word for word in theirs if word.startswith("m:")} <= told
            surer = (
                bool(core)
                and c.score >= chosen.score
                and (told <= theirs or (bool(named) and named <= theirs and metrics))
            )
            absent = (missing - shared or missing) if near else missing
            absent = absent - names if bare else absent
            if c.equal or not absent <= theirs or not (near or surer) or rival <= theirs:
                continue
            if _same_unit(said, c.figure) and _is_timed_alike(said, c.figure) and not c.conflicts:
                return c.figure
        return None

    def _is_called_otherwise(self, said: Figure, other: Figure, core: set[str], shared: set[str]) -> bool:
        """Whether one metric has one name before it in the statement and another in the document, which knows both."""
        if not any(word.startswith("m:") for word in shared - _LOOSE_NAMES):
            return False
        mine = said.text.qualifiers(said.line) & core
        theirs = other.text.qualifiers(other.line) - said.text.all_words - self.title
        there = self.subjects.of(other)
        return bool(mine & self.document.all_qualifiers) and bool(theirs & there)

    def _share(self, told: Iterable[str], have: Collection[str]) -> float:
        return sum(self.weights(word) for word in told if word in have)

    def about(self, said: Figure) -> list[Figure]:
        """The figures of the document that are most about the same thing, of whatever unit, best first."""
        wanted = self.wanted(said)
        own = {word for word in Subjects(said.text).of(said) if self.weights(word)} - self.title - _names_of(said)
        scored = []
        for other in self.document.figures:
            line = self.document.words(other.line) | self.subjects.of(other)
            covered = self._share(own, line) >= _MOSTLY * self._share(own, own)
            if not other.ends and covered and not any(period_conflicts(said, other, self.now)):
                scored.append((overlap(wanted, self._places(other)), other))
        best = max((score for score, _ in scored), default=0.0)
        kept = [row for row in scored if row[0] >= max(ENOUGH, best * _NEAR_BEST)]
        return [other for _, other in sorted(kept, key=lambda row: -row[0])]

    def parts(self, said: Figure) -> list[Figure]:
        """The figure of each name that a statement puts together; none where one of them has no figure."""
        found: list[Figure] = []
        for name in names_of_sum(said):
            words = {w for w in words_of(name, said.row.lang, said.text.metrics) if self.weights(w)} - self.title
            words = {word for word in words if not word.startswith("m:")}
            rows = [
                row for row in self.document.figures if words and words <= self.subjects.of(row) and not row.is_base
            ]
            rows = [row for row in rows if row.amount.unit == said.amount.unit and row.amount.kind == said.amount.kind]
            if not rows:
                return []
            found.append(rows[0])
        return found

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


def _outdone(
    said: Figure, chosen: Candidate, found: Sequence[Candidate], weights: Weights, title: Words
) -> Judgement | None:
    """What speaks against an equal number: the same with its currency, or another one that is far more to the point."""
    if chosen.figure.amount.unit == "count" != said.amount.unit:
        typed = _other_unit(said, found, chosen.score / 2)
        if typed is not None:
            return typed
    other = _told_of_it(said, chosen, found, weights, title)
    if other is not None:
        return Judgement(said, "contradicted", other)
    there = chosen.figure.own_words & said.own_words
    for c in found if said.own_words else ():
        if chosen.score >= WELL_PLACED or c.score < max(SAME_THING, chosen.score + FAR_BETTER):
            return None
        alike = not c.equal and there <= c.figure.own_words and _same_kind(said, c.figure)
        if alike and _is_timed_alike(said, c.figure) and not c.conflicts:
            return Judgement(said, "contradicted", c.figure)
    return None


def _told_of_it(
    said: Figure, chosen: Candidate, found: Sequence[Candidate], weights: Weights, title: Words
) -> Figure | None:
    """Another figure that stands beside all the statement says of its own, where the equal one lacks the subject.

    "Azure revenue grew 56%", where the document has 56% of the cloud and "Azure revenue growth accelerated to 98%".
    """
    told = {word for word in said.bound_words if weights(word)} - title
    metrics = {word for word in told if word.startswith("m:")}
    subject = told - metrics - said.text.metric_words(said.line)
    line = chosen.figure.text.words(chosen.figure.line) | chosen.figure.own_words
    least = _A_SUBJECT if said.row.lang == "zh" else 1  # a pair of characters may be cut across two words
    if len(told) < 2 or len(subject) < least or subject & line:
        return None
    for c in found:
        if not c.equal and told <= c.figure.own_words and _same_kind(said, c.figure) and not c.conflicts:
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
        if c.score < SAME_THING:
            break  # the best come first
        if _same_kind(said, c.figure) and not c.conflicts:
            return Judgement(said, "contradicted", c.figure)
    return Judgement(said, "unchecked")


def _names_of(figure: Figure) -> Words:
    """The words that metrics of the line are called by, but for the basis."""
    return frozenset(w for w in figure.text.metric_words(figure.line) if not w.startswith("m:")) - _BASES


def _same_unit(said: Figure, other: Figure) -> bool:
    alike = factor(said, other) is not None and said.amount.kind == other.amount.kind
    if not alike or said.is_range != other.is_range or said.is_base != other.is_base:
        return False
    sizes = [abs(row.amount.value or Decimal(0)) for row in (said, other)]
    return said.is_guided == other.is_guided and max(sizes) <= _FARTHEST * min(sizes)


def _is_timed_alike(said: Figure, other: Figure) -> bool:
    """Whether a figure is of the full year where the statement is: the document's own quarter is too weak a ground."""
    whole = any(time.part == "FY" for time in own_times(said))
    return not whole or any(time.part == "FY" for level in other.times[:3] for time in level)


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
    single = sorted((figure for figure in statement.figures if not figure.ends), key=lambda row: row.amount.start)
    moved = [row for row in single if row.is_range and any(_is_within(other, row) for other in single)]
    single = [row for row in single if row not in moved]  # "shrank by 11 million to 14 million" are two
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


def _is_of_one_kind(one: Figure, other: Figure) -> bool:
    return (one.amount.unit, one.amount.kind) == (other.amount.unit, other.amount.kind)


def _is_within(figure: Figure, other: Figure) -> bool:
    mine, theirs = figure.amount, other.amount
    return (
        theirs.start <= mine.start and mine.end <= theirs.end and (mine.start, mine.end) != (theirs.start, theirs.end)
    )


def judge_all(statement: Text, judge: Judge) -> list[Judgement]:
    """The verdicts on all figures of a statement, each against the others: exchanged ones are not supported."""
    found = [judge.judge(figure) for figure in figures_to_judge(statement)]
    found = [_recomputed(row, found, judge) if _is_open(row) else row for row in found]
    for one, two in combinations(range(len(found)), 2):
        if _exchanged(found[one], found[two], judge):
            conflict = Conflict("exchanged", "the document has these numbers the other way round")
            found[one] = replace(found[one], verdict="contradicted", conflict=conflict)
            found[two] = replace(found[two], verdict="contradicted", conflict=conflict)
    return found


def _is_open(row: Judgement) -> bool:
    """Whether no figure of the document has the number, or one that may be of something else."""
    loose = row.conflict is None or row.conflict.kind in ("role", "direction", "period")
    return row.verdict == "unchecked" or (row.verdict in ("contradicted", "not_comparable") and loose)


def _recomputed(row: Judgement, found: Sequence[Judgement], judge: Judge) -> Judgement:
    """A number that the document leaves unsaid and its figures give: a change, a base, a share."""
    held = [other for other in found if other.verdict in _HELD and other.evidence is not None]
    levels = [other.evidence for other in held if not other.said.is_base and other.evidence is not None]
    bases = [other.evidence for other in held if other.said.is_base and other.evidence is not None]
    place = None if row.said.is_range else derived_from(row.said, levels, judge.about, bases)
    parts = judge.parts(row.said) if place is None else ()
    if parts and adds_up(row.said, parts):
        place = parts[0]
    return row if place is None else Judgement(row.said, "rounding", place)


def _exchanged(one: Judgement, two: Judgement, judge: Judge) -> bool:
    """Whether what sets two supported figures apart in the statement stands at each other's number in the document."""
    first, second = one.evidence, two.evidence
    if first is None or second is None or {one.verdict, two.verdict} - {"supported", "rounding"}:
        return False
    nouns = {row.said.amount.noun for row in (one, two)} - {None}
    if factor(one.said, two.said) is None or len(nouns) > 1:
        return False
    if first.amount == second.amount:
        return False
    said = Subjects(one.said.text)
    own, other = (said.in_order(row.said) or row.said.bound_words for row in (one, two))
    told = [judge.subjects.in_order(row) or row.bound_words for row in (first, second)]
    mine = {word: judge.weights(word) for word in own - other if judge.weights(word)}
    theirs = {word: judge.weights(word) for word in other - own if judge.weights(word)}
    alone = not any(judge.weights(word) for word in other)
    if one.said.line == two.said.line and (alone or (one.said.is_base and not theirs)):
        mine = {}  # "from A to B", "fell 5 million to 9 million": one subject of both
    straight = overlap(mine, [(told[0], 1.0)]) + overlap(theirs, [(told[1], 1.0)])
    crossed = overlap(mine, [(told[1], 1.0)]) + overlap(theirs, [(told[0], 1.0)])
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
