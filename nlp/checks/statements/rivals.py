"""Whether an equal figure of the document is said of something else, and which figure is the statement's own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from ...languages.late import late
from ..times import Time, agree
from .basis import is_adjusted
from .candidates import Candidate, is_timed_alike, same_unit
from .figures import Figure
from .measures import measure_of
from .names import is_short_for, spelled_out
from .own_times import own_times
from .revisions import is_superseded
from .stands import is_share, stands_for
from .subjects import Subjects
from .texts import Text
from .words import Weights, Words, but_for_insertions

_LOOSE_NAMES = frozenset(("m:profit", "m:per_share"))  # every profit is called one
_BASES = frozenset(("gaap", "nongaap", "扣非", "扣除", "除非", "非经", "经常", "常性"))
_OF_SHARES = {"eps", "net_income"}
_BY_BASIS = late(r"[以按][\u3400-\u9fff]{2,6}口径|\bon an? (?:attributable|equity|pro forma) basis\b")
_SHORTENED = 2  # characters left out between two of a short name
_NEARLY_ALL = 0.7
ACRONYM = late(r"[a-z]{3,5}")
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


class Rivals:
    """The figures of one document, asked of what each is said; `title` has the words that name the whole of it."""

    def __init__(self, document: Text, weights: Weights, title: Words) -> None:
        self.document, self.weights, self.title = document, weights, title
        self.subjects = Subjects(document)

    def is_a_part(self, said: Figure, other: Figure) -> bool:
        """Whether the document gives a number for a part of something, and the statement says no word of that part."""
        words = {word for word in self.subjects.part(other) if not word.startswith("m:")}
        words |= self.subjects.among(other)
        if words & said.text.all_words or not (words - self.title and self.subjects.is_part(other)):
            return False
        named = self.document.folded[other.row.start : other.amount.start]
        unknown = [word for word in said.own_words if not (word.isascii() or self.weights(word))]
        return not any(is_short_for(word, named, _SHORTENED) for word in unknown)  # 欧线 for 欧洲航线

    def of_another(self, said: Figure, chosen: Candidate, found: Sequence[Candidate]) -> Figure | None:
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
        names = names_of(said) if one or bare else Words()
        if one:
            told, have = told - names, have - names_of(chosen.figure)  # "R&D", "research and development"
        have |= Words().union(*(spelled_out(word, said.text) for word in have if ACRONYM.fullmatch(word)))
        missing, rival = but_for_insertions(told - have, have - own - self.title, have)
        missing -= (mine.owner(said) - mine.beside(said)) & self.document.words(chosen.figure.line)
        missing -= held
        if not missing or not any(not word.startswith("m:") for word in rival):
            return None
        if missing <= _BASES and not have & _BASES:
            return None  # of no basis said, the one told may be meant
        core = {word for word in missing if not word.startswith("m:")} - names
        earned = "m:profit" in told & have and measure_of(chosen.figure) is None  # "the bank earned 22.8 million"
        if not core and (bare or (earned and missing <= names_of(said))):
            return None
        if self._is_called_otherwise(said, chosen.figure, core, told & have):
            return chosen.figure
        headed = self.subjects.head(chosen.figure)
        held_by = partial(self.weights.shared, told)
        named_otherwise = not core and not one and bool(told - _LOOSE_NAMES)
        own_words = Words() if self.subjects.in_order(chosen.figure) else self._own_of_both(said, chosen.figure) - names
        for c in self._not_beside(rival, found):
            theirs = self.subjects.of(c.figure)
            near = c.figure.line == chosen.figure.line and held_by(theirs) > held_by(have)
            named = {word for word in told if not word.startswith("m:")} - names
            metrics = {word for word in theirs if word.startswith("m:")} <= told
            surer = (
                bool(core)
                and c.score >= chosen.score
                and (self._mostly(told, theirs) or (bool(named) and named <= theirs and metrics))
            ) or (named_otherwise and told <= theirs)
            absent = (missing - headed or missing) if near else missing
            if bare:  # a clause that goes on about the last metric does not name it
                absent = {word for word in absent if not word.startswith("m:")} - names
            if not self._mostly(absent, theirs) or not (near or surer):
                continue
            clause = self.document.words_in(c.figure.clause_start, c.figure.amount.start, c.figure.row.lang)
            if own_words - theirs - clause or self._is_no_rival(said, chosen.figure, c.figure, core):
                continue
            alike = all(conflict.kind == "direction" for conflict in c.conflicts)
            if same_unit(said, c.figure) and is_timed_alike(said, c.figure) and alike:
                return c.figure
        return None

    def _not_beside(self, words: set[str], found: Sequence[Candidate]) -> Iterator[Candidate]:
        """The candidates of other numbers that still hold and do not have all of `words` beside them."""
        for c in found:
            if not (c.equal or is_superseded(c.figure) or words <= self.subjects.beside(c.figure)):
                yield c

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
        if moved or parted or adjusted or shared or based or is_whole_of(rival):
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
        return bool(words) and self.weights.shared(words, have) >= _NEARLY_ALL * self.weights.shared(words, words)


def _names_time(time: Time, figure: Figure) -> bool:
    """Whether a figure's line names the part of a year or month of a time."""
    told = [t for level in figure.times[:3] for t in level if agree(time, t)]
    parts, months = {t.part for t in told} - {None}, {t.month for t in told} - {None}
    return time.part in parts or time.month in months


def is_whole_of(figure: Figure) -> bool:
    """Whether a figure is what some are of, or the size of a thing: "two of the eleven plants", "the $3m program"."""
    folded, amount = figure.text.folded, figure.amount
    if _THE.search(folded[figure.row.start : amount.start]) and _THING.match(folded, amount.end):
        return True
    return _PARTITIVE.search(figure.text.folded[figure.row.start : figure.amount.start]) is not None


def _is_on_basis(figure: Figure) -> bool:
    """Whether a line says on which basis it counts, before a figure: 以权益口径计."""
    return _BY_BASIS.search(figure.text.folded, figure.row.start, figure.amount.start) is not None


def names_of(figure: Figure) -> Words:
    """The words that metrics of the line are called by, but for the basis."""
    return frozenset(w for w in figure.text.metric_words(figure.line) if not w.startswith("m:")) - _BASES
