"""Figures: the amounts of a text with what stands around each of them, read in the same way on both sides."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ...amounts.read import find_amounts
from ...languages.late import late
from ...records import Amount
from ...text import fold, simplify
from ..times import RULES, Now, Time, find_times
from . import cues
from .lines import Line
from .printed import all_amounts, around, between, joined, point
from .words import MetricReader, Named, Words, words_of

_RANGE_DASH = late(r"\s?[-~]\s?")
_BEFORE = late(r"(?:(?:[a-z][a-z&'-]+\s){1,2}|[\u3400-\u9fff]{2,6})$")
_BOUND = late(r"\b(?:more|less|fewer|greater|other) than\s(?:an?\s)?$")
_AROUND = late(r",?\s?\(?(?:plus\sor\sminus|plus/minus|give\sor\stake|\+/-|±|上下浮动|正负)\s?")
_JOINED = late(r"\b(?:and|while|but|whereas|plus|versus)\b|[,;，;、]|[和及而与]")
_NEGATIVE = late(r"\b(?:negative|(?<!plus or )minus)\s$|(?<!正)负的?$")
_SMALL = late("[一二三四五六七八九十两]{1,2}")  # part of a name: 一线四城
_MORE = ("more", "higher", "better", "greater", "longer", "wider")
_BESIDE = late(  # "58% more than", "nine days longer"
    r"(?:\s[a-z]+)??\s(more|higher|better|greater|longer|wider|narrower|less|lower|fewer|worse|shorter)\b(?!\s(?:or|and)\b)"
)


class Text:
    """A text with its lines, folded for matching; what is derived from a line is worked out once, when asked for."""

    def __init__(self, text: str, lines: Sequence[Line], now: Now, metrics: MetricReader) -> None:
        self.text, self.lines, self.now, self._reader = text, tuple(lines), now, metrics
        self.folded = simplify(fold(text)).lower()
        self._starts = [line.start for line in self.lines]
        self._words: dict[int, Words] = {}
        self._times: dict[int, tuple[Time, ...]] = {}

    def metrics(self, folded: str, lang: str) -> Iterable[Named]:
        """The metrics named in a folded stretch; a name may go on in the next line of print."""
        return self._reader(folded.replace("\n", " "), lang)

    def line_at(self, offset: int) -> int:
        """The index of the line that holds `offset`, or of the last one before it."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def words(self, line: int) -> Words:
        """The content words of a line."""
        if line not in self._words:
            row = self.lines[line]
            self._words[line] = self.words_in(row.start, row.end, row.lang)
        return self._words[line]

    def words_in(self, start: int, end: int, lang: str) -> Words:
        """The content words of `start:end`."""
        return words_of(self.folded[start:end], lang, self.metrics)

    def metric_words(self, line: int) -> Words:
        """The content words of a line that are part of a metric's name."""
        row = self.lines[line]
        found = self.metrics(self.folded[row.start : row.end], row.lang)
        return frozenset().union(*(self.words_in(row.start + m.start, row.start + m.end, row.lang) for m in found))

    def qualifiers(self, line: int) -> Words:
        """The words directly before the metrics of a line: "wireless segment" of "wireless segment EBITDA"."""
        row = self.lines[line]
        found = Words()
        for metric in self.metrics(self.folded[row.start : row.end], row.lang):
            start = row.start + metric.start
            before = _BEFORE.search(self.folded, max(row.start, start - 24), start)
            found |= self.words_in(before.start(), start, row.lang) if before else Words()
        return found

    @cached_property
    def all_qualifiers(self) -> Words:
        """The same of the whole text."""
        return frozenset().union(*(self.qualifiers(line) for line in range(len(self.lines))))

    def times(self, line: int) -> tuple[Time, ...]:
        """The times a line names, with offsets into the text."""
        if line not in self._times:
            row = self.lines[line]
            found = find_times(self.folded[row.start : row.end], row.lang, self.now)
            self._times[line] = tuple(replace(t, start=t.start + row.start, end=t.end + row.start) for t in found)
        return self._times[line]

    @cached_property
    def all_words(self) -> Words:
        """The content words of the whole text."""
        return frozenset().union(*(self.words(line) for line in range(len(self.lines))))

    def is_compared(self, time: Time) -> bool:
        """Whether something is compared with what was at `time`."""
        row = self.lines[self.line_at(time.start)]
        before = self.folded[max(row.start, time.start - 40) : time.start]
        ahead = time.years and self.now.year is not None and min(time.years) > self.now.year
        if ahead or (time.run and before.endswith("over ")):
            return False  # "10 million a year from 2046", "invest 5 billion over 2030 to 2034"
        told = re.search(RULES[row.lang].compares, before, re.IGNORECASE)
        begun = told is not None and told[0] in "自从" and self.folded.startswith("起", time.end)  # 自11月20日起
        return (told is not None and not begun) or self.folded.startswith("以来", time.end)

    def _is_time(self, amount: Amount) -> bool:
        """Whether what was read as an amount is a time: "9M"."""
        times = self.times(self.line_at(amount.start)) if amount.kind == "count" and amount.noun is None else ()
        return any(time.start <= amount.start and amount.end <= time.end for time in times)

    @cached_property
    def by_line(self) -> dict[int, list[Figure]]:
        """The figures of each line that has any, in order."""
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.line, []).append(figure)
        return found

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every amount of the text in order, then the ranges that two of them make."""
        amounts = all_amounts(self.text, self.folded, self.lines[0].lang if self.lines else "en")
        amounts = [amount for amount in amounts if not self._is_time(amount)]
        rows = [Figure(self, amount, *_zone(self, amounts, at)) for at, amount in enumerate(amounts)]
        return tuple(rows + _ranges(self, rows) + _moves(self, rows))


@dataclass(frozen=True)
class Figure:
    """An amount with its zone `begin:until`: from the amount before it to the one after it, within its line."""

    text: Text
    amount: Amount
    line: int
    begin: int
    until: int
    ends: tuple[Amount, ...] = ()  # the two amounts of a range put together

    @property
    def row(self) -> Line:
        """The line of the amount."""
        return self.text.lines[self.line]

    @property
    def quote(self) -> str:
        """The amount as printed."""
        return self.text.text[self.amount.start : self.amount.end]

    @property
    def is_range(self) -> bool:
        """Whether two different ends were said."""
        return self.amount.low is not None and self.amount.high is not None and self.amount.low != self.amount.high

    @cached_property
    def clause(self) -> tuple[int, int]:
        """The part of the zone that lies in the amount's own clause."""
        after = re.compile(RULES[self.row.lang].clause).search(self.text.folded, self.amount.end, self.until)
        begin = max(self.begin, _clause_start(self.text.folded, self.row, self.amount.start))
        return begin, after.start() if after else self.until

    @property
    def clause_start(self) -> int:
        """Where the amount's clause begins, other amounts in it or not."""
        return _clause_start(self.text.folded, self.row, self.amount.start)

    @cached_property
    def times(self) -> tuple[tuple[Time, ...], ...]:
        """Times by how near they are: in the clause, before in the zone, before in the line, after in the zone."""
        begin, until = self.clause[0], self._told_until
        if self.row.lang == "zh" and any(begin <= t.start < self.amount.start for t in self.text.times(self.line)):
            until = self.amount.end  # "由3月末的41天降到6月末的28天"
        between = self.text.folded[self.amount.end : self.until] if self.until < self.row.end else ""
        if between.rfind("(") > between.rfind(")"):  # what stands in a bracket with another amount is of that one
            until = min(until, self.amount.end + between.rfind("("))
        times = [time for time in self.text.times(self.line) if self.is_base or not self.text.is_compared(time)]
        return (
            tuple(t for t in times if t.start >= begin and t.end <= until),
            tuple(t for t in times if t.start >= self.begin and t.end <= self.amount.start),
            tuple(t for t in times if t.end <= self.amount.start),
            tuple(t for t in times if t.start >= self.amount.end and t.end <= self.until),
        )

    @property
    def _told_until(self) -> int:
        """Where the clause ends; what says the amount again ("or $1.05 a share, in the second quarter") goes on it, and
        what stands with it does ("against $34 million and $0.25 in the third quarter").
        """
        until = self.clause[1]
        for row in self.text.by_line[self.line]:
            if row.amount.start >= self.amount.end and not row.ends:
                gap = self.text.folded[self.amount.end : row.amount.start]
                again = re.fullmatch(rf",?\s?(?:{RULES[self.row.lang].restates})\s?", gap)
                beside = gap == " and " and {self.amount.kind, row.amount.kind} == {"money", "per_share"}
                return row.clause[1] if again or beside else until
        return until

    @cached_property
    def direction(self) -> str | None:
        """`up` or `down` by the nearest cue: before the amount in its clause, right after it, before it in its zone."""
        rules = RULES[self.row.lang]
        begin, until = self.clause
        folded, start, end = self.text.folded, self.amount.start, self.amount.end
        beside = _BESIDE.match(folded, end)
        if beside is not None:
            return "up" if beside[1] in _MORE else "down"
        rate, plus = self.amount.kind in ("percent", "points"), folded[start] == "+"
        if rate and (plus or (self.amount.high is not None and self.amount.high < 0)):
            return "up" if plus else "down"
        return (
            cues.nearest(folded, begin, start, rules.up, rules.down, ("up", "down"))
            or cues.first(folded, end, min(until, end + 40), rules.up, rules.down, ("up", "down"))
            or cues.nearest(folded, self.opened, start, rules.up, rules.down, ("up", "down"))
        )

    @property
    def is_judged(self) -> bool:
        """Whether it is said to be better or worse, which is no way to go: an efficiency ratio betters by falling."""
        beside = _BESIDE.match(self.text.folded, self.amount.end)
        return beside is not None and beside[1] in ("better", "worse")

    @property
    def opened(self) -> int:
        """Where the zone begins; an amount said again ("cut 4.1 million (1.2%)", 占) shares the words before it."""
        before = self.text.folded[self.begin : self.amount.start]
        is_again = "(" in before and ")" not in before[before.rindex("(") :]
        is_again = is_again or re.search(RULES[self.row.lang].restates, before, re.IGNORECASE) is not None
        return self.row.start if is_again else self.begin

    @cached_property
    def is_guided(self) -> bool:
        """Whether the line speaks of what is expected."""
        folded = self.text.folded[self.row.start : self.row.end]
        return re.search(RULES[self.row.lang].guided, folded, re.IGNORECASE) is not None

    @cached_property
    def sign(self) -> str | None:
        """`gain` or `loss` by the printed sign, else by the nearest cue before the amount in its line, or after it."""
        if any(end is not None and end < 0 for end in (self.amount.low, self.amount.high)):
            return "loss"
        rules = RULES[self.row.lang]
        folded, start, end = self.text.folded, self.amount.start, self.amount.end
        names = ("gain", "loss")
        told = cues.SET_ASIDE.sub(lambda hit: " " * len(hit[0]), folded[self.row.start : start])
        return cues.nearest(told, 0, len(told), rules.gain, rules.loss, names) or cues.first(
            folded, end, min(self.until, end + 40), rules.gain, rules.loss, names
        )

    @cached_property
    def is_negative(self) -> bool:
        """Whether a level is told to be below zero, by its sign or by "negative" before it; changes may be, too."""
        if self.direction is not None or self.amount.kind not in ("money", "per_share"):
            return False
        before = self.text.folded[max(self.row.start, self.amount.start - 20) : self.amount.start]
        below = all(end is not None and end < 0 for end in (self.amount.low, self.amount.high))
        return below or _NEGATIVE.search(before) is not None

    @cached_property
    def is_base(self) -> bool:
        """Whether the amount is what something else is compared with."""
        rules, folded = RULES[self.row.lang], self.text.folded
        before = folded[max(self.begin, self.amount.start - 80) : self.amount.start]
        if self.amount.modifier is not None:
            before = _BOUND.sub("", before)  # "more than half" is compared with nothing
        after = folded[self.amount.end : self.amount.end + 40]
        found = re.search(rules.base_before, before, re.IGNORECASE) or re.search(rules.base_after, after, re.IGNORECASE)
        return found is not None or self._is_joined_base or self._says_base_again

    @property
    def _says_base_again(self) -> bool:
        """The second of "compared to $81 million, or $1.38 a share"."""
        if self.begin == self.row.start or self.amount.kind != "per_share":
            return False
        gap = self.text.folded[self.begin : self.amount.start]
        before = [row for row in self.text.by_line[self.line] if row.amount.end == self.begin]
        again = re.fullmatch(rf",?\s?(?:{RULES[self.row.lang].restates})\s?", gap, re.IGNORECASE) is not None
        return again and bool(before) and before[0].is_base

    @property
    def _is_joined_base(self) -> bool:
        """The second of "versus 498 million and 152 million respectively"."""
        folded = self.text.folded
        if not re.match(rf",?\s?{RULES[self.row.lang].each}", folded[self.amount.end : self.amount.end + 20]):
            return False
        before = [row for row in self.text.by_line[self.line] if row.amount.end <= self.amount.start]
        return bool(before) and folded[before[-1].amount.end : self.amount.start] == " and " and before[-1].is_base

    @cached_property
    def own_words(self) -> Words:
        """The content words of the zone; where none stand before the amount ("or", "an increase of"), those they go on.

        They go on the clause, or where the clause has said no other number either, the line.
        """
        start, until, lang = self.amount.start, self.clause[1], self.row.lang
        begin = self.begin
        if not self.text.words_in(begin, start, lang):
            opened = _clause_start(self.text.folded, self.row, start)
            begin = opened if opened < self.begin else self.row.start
        return self.text.words_in(begin, until, lang)

    @cached_property
    def bound_words(self) -> Words:
        """The content words that are the amount's alone: what joins two amounts parts the words between them.

        "Dividends were 4 million and repurchases 6 million": nobody repurchases for 4.
        """
        start, end, lang = self.amount.start, self.amount.end, self.row.lang
        joins = list(_JOINED.finditer(self.text.folded, self.begin, start)) if self.begin > self.row.start else []
        after = _JOINED.search(self.text.folded, end, self.until)
        begin = joins[-1].start() if joins else self.begin
        until = after.start() if after and self.until < self.row.end else self.clause[1]
        return self.text.words_in(begin, start, lang) | self.text.words_in(end, max(end, until), lang)


def _clause_start(folded: str, row: Line, offset: int) -> int:
    """Where the clause that holds `offset` begins."""
    ends = (match.end() for match in re.compile(RULES[row.lang].clause).finditer(folded, row.start, offset))
    return max(ends, default=row.start)


def _zone(text: Text, amounts: Sequence[Amount], at: int) -> tuple[int, int, int]:
    line = text.line_at(amounts[at].start)
    row = text.lines[line]
    places = (amounts[n] for n in range(at - 1, -1, -1))
    before = next((a.end for a in places if not _SMALL.fullmatch(text.folded, a.start, a.end)), 0)
    begin = max(row.start, before)
    following = amounts[at + 1].start if at + 1 < len(amounts) else len(text.text)
    return line, min(begin, amounts[at].start), max(amounts[at].end, min(row.end, following))


def _ranges(text: Text, rows: Sequence[Figure]) -> list[Figure]:
    """Ranges of two neighbours that nothing but a join parts; the second gives the unit when the first has none."""
    made = []
    for left, right in pairwise(rows):
        both = left.amount, right.amount
        gap = between(text.folded, *both)
        amount = around(*both) if _AROUND.fullmatch(gap) and left.line == right.line else None
        if amount is not None:
            made.append(Figure(text, amount, left.line, left.begin, right.until, both))
        if left.line != right.line or None in map(point, both) or not re.fullmatch(RULES[left.row.lang].joins, gap):
            continue
        if left.amount.unit in (right.amount.unit, "count"):
            made.append(Figure(text, joined(*both), left.line, left.begin, right.until, both))
    return made


def _moves(text: Text, rows: Sequence[Figure]) -> list[Figure]:
    """The two figures of "fell $8 million to $90 million", which reads like a range."""
    made = []
    for row in rows:
        parted = re.search(r" to (?=\S*[0-9])", row.quote) if row.is_range and _moved(row) else None
        if parted is None or _is_told_as_range(row):
            continue
        for start, end in ((0, parted.start()), (parted.end(), len(row.quote))):
            for amount in find_amounts(row.quote[start:end], "en"):
                shift = row.amount.start + start
                placed = replace(amount, start=amount.start + shift, end=amount.end + shift)
                made.append(Figure(text, placed, row.line, row.begin, row.until))
    return made


def _is_told_as_range(row: Figure) -> bool:
    """Whether the words before say so, or that of guidance behind; "shrank from 52 million to 5 million" moved."""
    before = row.text.folded[row.row.start : row.amount.start]
    after = row.text.folded[row.amount.end : row.amount.end + cues.NEAR_RANGE]
    if cues.GUIDANCE_BEHIND.match(after):
        return True
    rules = RULES[row.row.lang]
    from_ = cues.FROM.search(before)
    moved = f"(?:{rules.up}|{rules.down}|{cues.WENT})[^0-9]{{0,24}}$"
    if from_ is not None and re.search(moved, before[: from_.start()], re.IGNORECASE):
        return cues.EXPECTED.search(before) is not None
    own = row.begin - row.row.start  # "from 62% as costs fell 1 million to 54 million"
    return any(hit[0] != "from" or hit.start() >= own for hit in cues.RANGED.finditer(before))


def _moved(row: Figure) -> bool:
    rules, before = RULES[row.row.lang], row.text.folded[row.row.start : row.amount.start]
    return re.search(f"{rules.up}|{rules.down}|{cues.WENT}", before, re.IGNORECASE) is not None


def _is_move(left: Figure, right: Figure) -> bool:
    """Whether something moved by the one to the other: 增加270人至8420人."""
    kinds, times = {left.amount.kind, right.amount.kind}, (right.amount.value or 0) / (left.amount.value or 1)
    apart = kinds in ({"money"}, {"per_share"}, {"money", "per_share"}, {"percent", "count"})
    apart = apart or (kinds == {"count"} and times > 2)
    return apart and _moved(left) and not _is_told_as_range(left) and not left.is_guided


def one_range(left: Figure, right: Figure) -> bool:
    """Whether two neighbours of a statement are the ends of one range, and not two figures."""
    folded = left.text.folded
    gap = between(folded, left.amount, right.amount)
    if gap.strip() in ("to", "至", "到") and (folded[: left.amount.start].endswith(" by ") or _is_move(left, right)):
        return False  # "fell by 8 million to 90 million", 减少8亿元至90亿元
    if _AROUND.fullmatch(gap) or _RANGE_DASH.fullmatch(gap) or gap.strip() in ("to", "至", "到"):
        return True
    return cues.BETWEEN.search(folded[max(0, left.amount.start - 30) : left.amount.start]) is not None and "and" in gap
