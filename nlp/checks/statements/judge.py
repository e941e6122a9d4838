"""The verdict on each figure of a statement: the best figure of the document that could be its evidence."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...languages.guidance_words import MIDDLE
from ...languages.late import late
from ...languages.measure_names import SHORT_NAMES
from ..times import Now
from .bare import in_its_unit
from .candidates import Candidate, digits, is_of_mate, same_kind, same_number
from .dated import Conflict, period_conflicts
from .derived import names_of_sum
from .figures import Figure
from .match import how_equal
from .names import name_before, name_behind, spelled_out
from .revisions import is_superseded
from .rivals import ACRONYM, Rivals, is_whole_of, names_of
from .subjects import Subjects
from .texts import Text
from .units import are_paid_alike, factor
from .words import Weights, Words, overlap, words_of

# The share of the statement's known words that must stand around a figure. A number with three digits or more is
# hardly there by accident.
ENOUGH, ENOUGH_IF_LONG, ENOUGH_OF_WORDS = 0.2, 0.12, 0.35  # "half" is met everywhere
SAME_THING = 0.6  # so much of the words that another number there contradicts
NEARLY_BEST = 0.9  # where the best place of a number contradicts, a much poorer one does not save it
OF_ANOTHER_TIME = 0.3  # unless the best is but of another time: one number is told of several
_MOSTLY, _NEAR_BEST = 0.5, 0.6  # what a number follows from is about the same, and may be told in other words
_ALONE = 5  # digits of a number that no other thing has by chance
_SENTENCE = late(r"。")
_FIRST_CLAUSE = late(r"(?<=[\u3400-\u9fff])[,，:：(（。]")
_FEW = 6  # lines
_NEAR = ((-1, 0.5), (1, 0.35), (-2, 0.35), (-3, 0.25), (2, 0.25))


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
        titled = next((at for at in range(len(document.lines)) if document.words(at)), None)
        self.title = Words() if titled is None else document.words(titled)
        self.rivals = Rivals(document, self.weights, self.title)
        self.subjects = self.rivals.subjects
        self.opened = self.title if titled is None else _opening(document, titled)

    def is_rare(self, word: str) -> bool:
        """Whether the document has a word, in few of its lines."""
        lines = len(self.document.lines)
        return self.weights(word) >= math.log(1 + (lines + 1) / _FEW)

    def candidates(self, said: Figure) -> list[Candidate]:
        """Every figure of the document that could be compared, most about the same thing first."""
        wanted, found = self.wanted(said), []
        for other in self.document.figures:
            if other.ends and not said.is_range:
                continue
            score, read = overlap(wanted, self._places(other)), in_its_unit(said, other)
            equal = how_equal(said, read) or how_equal(in_its_unit(other, said), other)
            found.append(Candidate(said, read, score, equal, self.now))
        return sorted(found, key=lambda c: (-c.score, -c.shared))

    def judge(self, said: Figure, mates: Sequence[Figure] = ()) -> Judgement:
        """The verdict on one figure; no other value of it is what the document gives for a base among its `mates`."""
        bases = [mate for mate in mates if mate.is_base and not said.is_base]
        name = name_before(said, self.document)
        if name is not None:
            return Judgement(said, "supported", start=name[0], end=name[1])
        found = [c for c in self.candidates(said) if c.equal or not any(how_equal(mate, c.figure) for mate in bases)]
        printed = digits(said.quote)
        enough = ENOUGH_IF_LONG if printed >= 3 else ENOUGH if printed else ENOUGH_OF_WORDS
        enough = 0.0 if printed >= _ALONE else enough
        equal = [c for c in found if c.equal and (c.score >= enough or are_paid_alike(said, c.figure))]
        others: list[Figure] = []
        untimely = bool(equal) and all(conflict.kind == "period" for conflict in equal[0].conflicts)
        least = equal[0].score * (OF_ANOTHER_TIME if untimely else NEARLY_BEST) if equal else 0.0
        for c in equal:
            if not c.conflicts and c.score >= least:
                alike = is_of_mate(said, c.figure, mates) or (is_superseded(said) and is_superseded(c.figure))
                of_part = self.rivals.is_a_part(said, c.figure)
                other = c.figure if of_part else None if alike else self.rivals.of_another(said, c, found)
                if other is None:
                    return _outdone(said, c, found) or Judgement(said, c.equal or "", c.figure)
                others.append(other)
        if others:
            own = any(c.figure is others[0] for c in equal)  # no other figure: the same one, of something else
            named = Conflict("metric", "the document says it of something else") if own else None
            return Judgement(said, "contradicted", others[0], named)
        if equal:
            conflict = equal[0].conflicts[0]
            verdict = "not_comparable" if conflict.kind == "period" else "contradicted"
            return Judgement(said, verdict, equal[0].figure, conflict)
        name = name_behind(said, self.document)
        if name is not None:
            return Judgement(said, "supported", start=name[0], end=name[1])
        return _other_unit(said, found, enough) or _other_value(said, found)

    def _share(self, told: Iterable[str], have: Collection[str]) -> float:
        return sum(self.weights(word) for word in told if word in have)

    def about(self, said: Figure) -> list[Figure]:
        """The figures of the document that are most about the same thing, of whatever unit, best first."""
        wanted = self.wanted(said)
        own = {word for word in Subjects(said.text).of(said) if self.weights(word)} - self.title - names_of(said)
        scored = []
        for other in self.document.figures:
            line = self.document.words(other.line) | self.subjects.of(other)
            covered = self.weights.shared(own, line) >= _MOSTLY * self.weights.shared(own, own)
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
        own |= self._spelled(own) | self._shortened(said)
        wanted = {word: self.weights(word) * (1.0 if word in own else 0.4) for word in own | said.text.all_words}
        return {word: weight for word, weight in wanted.items() if weight}

    def _shortened(self, said: Figure) -> Words:
        """The short names that the document has for what the statement spells out: capex."""
        words = said.text.folded[said.row.start : said.row.end]
        return frozenset(short for short, name in SHORT_NAMES.items() if self.weights(short) and name in words)

    def _spelled(self, words: Words) -> Words:
        """The words that acronyms unknown to the document stand for there: "TCE", "time charter equivalent"."""
        found = Words()
        for word in words:
            if word in SHORT_NAMES:
                found |= words_of(SHORT_NAMES[word], "en", self.document.metrics)
            elif ACRONYM.fullmatch(word) and not self.weights(word):
                found |= spelled_out(word, self.document)
        return found

    def _places(self, other: Figure) -> list[tuple[Words, float]]:
        text, line = self.document, other.line
        near = [(text.words(line + away), share) for away, share in _NEAR if 0 <= line + away < len(text.lines)]
        return [(other.own_words, 1.0), (text.words(line), 0.7), *near]

    def again(self, place: Figure) -> list[Figure]:
        """The other places of a figure's number, with a word of its own beside it."""
        same = (place.amount.low, place.amount.high, place.amount.unit)
        return [
            row
            for row in self.document.figures
            if (row.amount.low, row.amount.high, row.amount.unit) == same
            and row is not place
            and not row.ends
            and row.own_words & place.own_words
        ]

    def middles(self, said: Figure) -> Iterator[Figure]:
        """The ranges that a number said to be a midpoint is that of."""
        value = said.amount.value
        if value is None or MIDDLE.search(said.text.folded, said.row.start, said.row.end) is None:
            return
        wanted = self.wanted(said)
        for row in self.document.figures:
            low, high, by = row.amount.low, row.amount.high, factor(said, row)
            if not row.is_range or low is None or high is None or by is None:
                continue
            if any(period_conflicts(said, row, self.now)):
                continue
            near = abs((low + high) / 2 * by - value) <= said.amount.half_step
            if near and overlap(wanted, self._places(row)) >= ENOUGH:
                yield row


def _outdone(said: Figure, chosen: Candidate, found: Sequence[Candidate]) -> Judgement | None:
    """What speaks against an equal bare number: the same with its currency."""
    if chosen.figure.amount.unit == "count" != said.amount.unit:
        return _other_unit(said, found, chosen.score / 2)
    return None


def _opening(document: Text, line: int) -> Words:
    """The words of a title; of a whole sentence in its place, those of its first clause."""
    row = document.lines[line]
    end = _SENTENCE.search(document.folded, row.start, row.end) and _FIRST_CLAUSE.search(
        document.folded, row.start, row.end
    )
    return document.words_in(row.start, end.start(), row.lang) if end else document.words(line)


def _other_unit(said: Figure, found: Sequence[Candidate], enough: float) -> Judgement | None:
    """The same number in another unit or currency."""
    for c in found:
        if c.score >= enough and same_number(said, c.figure) and factor(said, c.figure) in (None, Decimal(100)):
            return Judgement(said, "contradicted", c.figure, Conflict("unit", "the document has it in another unit"))
    return None


def _other_value(said: Figure, found: Sequence[Candidate]) -> Judgement:
    """Another number for the same thing, else no answer."""
    for c in found:
        if c.score < SAME_THING:
            break  # the best come first
        if same_kind(said, c.figure) and not c.conflicts and not is_whole_of(c.figure):
            return Judgement(said, "contradicted", c.figure)
    return Judgement(said, "unchecked")
