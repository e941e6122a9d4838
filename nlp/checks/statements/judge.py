"""The verdict on each figure of a statement: the best figure of the document that could be its evidence."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...languages.guidance_words import MIDDLE
from ...languages.late import late
from ...languages.measure_names import SHORT_NAMES
from ..times import Now, Time, agree
from .bare import in_its_unit
from .candidates import Candidate, digits, is_of_mate, is_timed_alike, same_kind, same_number, same_unit
from .dated import Conflict, period_conflicts
from .derived import names_of_sum
from .figures import Figure
from .match import are_paid_alike, factor, how_equal, is_adjusted, is_share, stands_for
from .measures import measure_of
from .names import is_short_for, name_before, name_behind, spelled_out
from .own_times import own_times
from .revisions import is_superseded
from .subjects import Subjects
from .texts import Text
from .words import Weights, Words, but_for_insertions, overlap, words_of

# The share of the statement's known words that must stand around a figure. A number with three digits or more is
# hardly there by accident.
ENOUGH, ENOUGH_IF_LONG, ENOUGH_OF_WORDS = 0.2, 0.12, 0.35  # "half" is met everywhere
SAME_THING = 0.6  # so much of the words that another number there contradicts
NEARLY_BEST = 0.9  # where the best place of a number contradicts, a much poorer one does not save it
OF_ANOTHER_TIME = 0.3  # unless the best is but of another time: one number is told of several
_MOSTLY, _NEAR_BEST = 0.5, 0.6  # what a number follows from is about the same, and may be told in other words
_LOOSE_NAMES = frozenset(("m:profit", "m:per_share"))  # every profit is called one
_BASES = frozenset(("gaap", "nongaap", "扣非", "扣除", "除非", "非经", "经常", "常性"))
_OF_SHARES = {"eps", "net_income"}
_BY_BASIS = late(r"[以按][\u3400-\u9fff]{2,6}口径|\bon an? (?:attributable|equity|pro forma) basis\b")
_SHORTENED = 2  # characters left out between two of a short name
_ALONE = 5  # digits of a number that no other thing has by chance
_NEARLY_ALL = 0.7
_SENTENCE = late(r"。")
_FIRST_CLAUSE = late(r"(?<=[\u3400-\u9fff])[,，:：(（。]")
_FEW = 6  # lines
_ACRONYM = late(r"[a-z]{3,5}")
_PARTITIVE = late(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten)|[0-9])\s"
    r"(?:out )?of (?:the|its|our|their|a total of)\s\Z"
)
_THE = late(
    r"\b(?:the|an?|our|its|this|that)(?:\s(?:current|new|existing|old|previous|first|second|total|original|same))?\s\Z"
)
_THING = late(
    r"(?:\s[a-z-]+)?\s(?:program(?:me)?|plan|authori[sz]ation|facility|revolver|loan|notes?|bonds?|project|contract|order|deal)\b"
)
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
        self.subjects = Subjects(document)
        titled = next((at for at in range(len(document.lines)) if document.words(at)), None)
        self.title = Words() if titled is None else document.words(titled)
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
                of_part = self._is_a_part(said, c.figure)
                other = c.figure if of_part else None if alike else self._of_another(said, c, found)
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

    def _is_a_part(self, said: Figure, other: Figure) -> bool:
        """Whether the document gives a number for a part of something, and the statement says no word of that part."""
        words = {word for word in self.subjects.part(other) if not word.startswith("m:")}
        words |= self.subjects.among(other)
        if words & said.text.all_words or not (words - self.title and self.subjects.is_part(other)):
            return False
        named = self.document.folded[other.row.start : other.amount.start]
        unknown = [word for word in said.own_words if not (word.isascii() or self.weights(word))]
        return not any(is_short_for(word, named, _SHORTENED) for word in unknown)  # 欧线 for 欧洲航线

    def _of_another(self, said: Figure, chosen: Candidate, found: Sequence[Candidate]) -> Figure | None:
        """Another figure of what the statement is about, where the equal one is said of something else.

        "Cargo revenue was 61 million, while ancillary revenue climbed to 75 million": the latter was not 61.
        """
        mine = Subjects(said.text)
        own = mine.of(said)
        told = {word for word in own if self.weights(word)} - self.title
        have = held = {word for word in self.subjects.of(chosen.figure) if self.weights(word)}
        one = any(word.startswith("m:") for word in (told & have) - _LOOSE_NAMES)
        measures = measure_of(said), measure_of(chosen.figure)
        one = one or (measures[0] is not None and measures[0] == measures[1]) or set(measures) == _OF_SHARES
        one = one or (measures[1] == "margin" and (measures[0] or "").endswith("_margin"))
        if said.amount.kind == "per_share":
            told.discard("m:per_share")
        bare = not any(word.startswith("m:") for word in have)  # it goes on about the last metric
        names = _names_of(said) if one or bare else Words()
        if one:
            told, have = told - names, have - _names_of(chosen.figure)  # "R&D", "research and development"
        have |= Words().union(*(spelled_out(word, said.text) for word in have if _ACRONYM.fullmatch(word)))
        missing, rival = but_for_insertions(told - have, have - own - self.title, have)
        missing -= (mine.owner(said) - mine.beside(said)) & self.document.words(chosen.figure.line)
        missing -= held
        if not missing or not any(not word.startswith("m:") for word in rival):
            return None
        if missing <= _BASES and not have & _BASES:
            return None  # of no basis said, the one told may be meant
        core = {word for word in missing if not word.startswith("m:")} - names
        earned = "m:profit" in told & have and measure_of(chosen.figure) is None  # "the bank earned 22.8 million"
        if not core and (bare or (earned and missing <= _names_of(said))):
            return None
        if self._is_called_otherwise(said, chosen.figure, core, told & have):
            return chosen.figure
        shared = self.subjects.head(chosen.figure)
        named_otherwise = not core and not one and bool(told - _LOOSE_NAMES)
        own_words = Words() if self.subjects.in_order(chosen.figure) else self._own_of_both(said, chosen.figure) - names
        for c in found:
            theirs = self.subjects.of(c.figure)
            near = c.figure.line == chosen.figure.line and self._share(told, theirs) > self._share(told, have)
            named = {word for word in told if not word.startswith("m:")} - names
            metrics = {word for word in theirs if word.startswith("m:")} <= told
            surer = (
                bool(core)
                and c.score >= chosen.score
                and (self._mostly(told, theirs) or (bool(named) and named <= theirs and metrics))
            ) or (named_otherwise and told <= theirs)
            absent = (missing - shared or missing) if near else missing
            if bare:  # a clause that goes on about the last metric does not name it
                absent = {word for word in absent if not word.startswith("m:")} - names
            if c.equal or is_superseded(c.figure) or rival <= self.subjects.beside(c.figure):
                continue
            if not self._mostly(absent, theirs) or not (near or surer):
                continue
            clause = self.document.words_in(c.figure.clause_start, c.figure.amount.start, c.figure.row.lang)
            if own_words - theirs - clause or self._is_no_rival(said, chosen.figure, c.figure, core):
                continue
            alike = all(conflict.kind == "direction" for conflict in c.conflicts)
            if same_unit(said, c.figure) and is_timed_alike(said, c.figure) and alike:
                return c.figure
        return None

    def _own_of_both(self, said: Figure, other: Figure) -> Words:
        """The words of a statement that stand in a figure's own stretch before it, but for measures and its mates'."""
        mates = [row for row in said.text.figures if row is not said and row.amount.unit == said.amount.unit]
        theirs = Words().union(*(row.own_words for row in mates)) - said.own_words
        shared = (said.text.all_words - theirs) & self.document.words_in(
            other.begin, other.amount.start, other.row.lang
        )
        return frozenset(word for word in shared if not word.startswith("m:") and self.weights(word))

    def _is_no_rival(self, said: Figure, chosen: Figure, rival: Figure, core: set[str]) -> bool:
        """Whether a rival is a whole, a change where a level is meant, or of no time that both others name.

        Nor is it one where the passage up to the chosen figure has the words of what the statement is about (`core`).
        """
        if self._is_told_around(core, chosen, rival):
            return True
        told = stands_for(said) or stands_for(chosen)
        moved = said.amount.kind != "percent" and (told == "change") != (stands_for(rival) == "change")
        parted = self.subjects.is_part(rival) and bool(self.subjects.among(rival) - said.text.all_words)
        adjusted = is_adjusted(rival) and is_adjusted(said) is None and is_adjusted(chosen) is None
        shared = is_share(rival) and not (is_share(said) or is_share(chosen))
        based = _is_on_basis(rival) and not (_is_on_basis(said) or _is_on_basis(chosen))
        if moved or parted or adjusted or shared or based or _is_whole_of(rival):
            return True
        named = [any(_names_time(time, row) for time in own_times(said)) for row in (chosen, rival)]
        return named[0] and not named[1]

    def _is_called_otherwise(self, said: Figure, other: Figure, core: set[str], shared: set[str]) -> bool:
        """Whether one metric has one name before it in the statement and another in the document, which knows both."""
        if not any(word.startswith("m:") for word in shared - _LOOSE_NAMES):
            return False
        if self.subjects.among(other) & said.text.all_words:
            return False  # 其中 begins a name of its own
        mine = (said.text.qualifiers(said.line) & core & (said.bound_words or core)) - self.said_before(other)
        theirs = other.text.qualifiers(other.line) - said.text.all_words - self.title
        there = self.subjects.of(other)
        return bool(mine & self.document.all_qualifiers) and bool(theirs & there)

    def said_before(self, other: Figure) -> Words:
        """The words of the two lines before a figure's in its paragraph."""
        lines, at = self.document.lines, other.line
        before = [line for line in range(max(0, at - 2), at) if lines[line].paragraph == other.row.paragraph]
        return Words().union(*(self.document.words(line) for line in before))

    def _is_told_around(self, words: set[str], figure: Figure, rival: Figure) -> bool:
        """Whether the passage up to a figure has the words, and a rival of it stands in none of its lines."""
        around = self.said_before(figure) | self.document.words(figure.line)
        return bool(words) and words <= around and not figure.line - 2 <= rival.line <= figure.line

    def _mostly(self, words: Collection[str], have: Collection[str]) -> bool:
        return bool(words) and self._share(words, have) >= _NEARLY_ALL * self._share(words, words)

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
            elif _ACRONYM.fullmatch(word) and not self.weights(word):
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


def _names_time(time: Time, figure: Figure) -> bool:
    """Whether a figure's line names the part of a year or month of a time."""
    told = [t for level in figure.times[:3] for t in level if agree(time, t)]
    parts, months = {t.part for t in told} - {None}, {t.month for t in told} - {None}
    return time.part in parts or time.month in months


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
        if same_kind(said, c.figure) and not c.conflicts and not _is_whole_of(c.figure):
            return Judgement(said, "contradicted", c.figure)
    return Judgement(said, "unchecked")


def _is_whole_of(figure: Figure) -> bool:
    """Whether a figure is what some are of, or the size of a thing: "two of the eleven plants", "the $3m program"."""
    folded, amount = figure.text.folded, figure.amount
    if _THE.search(folded[figure.row.start : amount.start]) and _THING.match(folded, amount.end):
        return True
    return _PARTITIVE.search(figure.text.folded[figure.row.start : figure.amount.start]) is not None


def _is_on_basis(figure: Figure) -> bool:
    """Whether a line says on which basis it counts, before a figure: 以权益口径计."""
    return _BY_BASIS.search(figure.text.folded, figure.row.start, figure.amount.start) is not None


def _names_of(figure: Figure) -> Words:
    """The words that metrics of the line are called by, but for the basis."""
    return frozenset(w for w in figure.text.metric_words(figure.line) if not w.startswith("m:")) - _BASES
