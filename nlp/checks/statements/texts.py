"""A text, line by line, with the words, times and figures that it names."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from ...languages.late import late
from ...records import Amount
from ...text import fold, simplify
from ..times import RULES, Now, Time, find_times
from .figures import Figure
from .lines import Line
from .printed import all_amounts
from .ranges import put_together, taken_apart
from .words import MetricReader, Named, Words, words_of

_BEFORE = late(r"(?:(?:[a-z][a-z&'-]+\s){1,2}|[\u3400-\u9fff]{2,6})$")
_CHANGED = late(r"(?:%|per ?cent|points|higher|lower|up|down)\s$")  # "up 2.6 percent since March"
_THAN_BEHIND = late("[^,。;]{0,30}相?比")  # 与2030年的4亿元相比
_DUE = late(r"\b(?:due|maturing|matures?|expir(?:es|ing))\s(?:in\s|on\s)?(?:the\s)?\Z")
_DEBT = late(r"\s(?:[a-z]+\s)?(?:notes?|bonds?|converts?|convertibles?|debentures?|maturit(?:y|ies))\b")
_SMALL = late("[一二三四五六七八九十两]{1,2}")  # part of a name: 一线四城


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
        with_it = before.endswith("与") and _THAN_BEHIND.match(self.folded, time.end) is not None
        begun = told is not None and told[0] in "自从" and self.folded.startswith("起", time.end)  # 自11月20日起
        since = self.folded.startswith(("since ", "from "), time.start) and _CHANGED.search(before) is not None
        return (told is not None and not begun) or with_it or since or self.folded.startswith("以来", time.end)

    def is_due(self, time: Time) -> bool:
        """Whether a time is that in which a debt falls due: "senior notes due 2035", "the 2035 notes"."""
        return self.is_name(time) or _DUE.search(self.folded, max(0, time.start - 24), time.start) is not None

    def is_name(self, time: Time) -> bool:
        """Whether a debt is called by a year: "the 2035 notes"."""
        return _DEBT.match(self.folded, time.end) is not None

    def without_due(self, times: Sequence[Time]) -> tuple[Time, ...]:
        """The times that are not those."""
        return tuple(time for time in times if not self.is_due(time))

    def _is_time(self, amount: Amount) -> bool:
        """Whether what was read as an amount is a time: "9M"."""
        times = self.times(self.line_at(amount.start)) if amount.kind == "count" and amount.noun is None else ()
        return any(time.start <= amount.start and amount.end <= time.end for time in times)

    @cached_property
    def currencies(self) -> frozenset[str]:
        """Those that its sums are printed in."""
        return frozenset(row.amount.unit for row in self.figures if row.amount.kind in ("money", "per_share"))

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
        return tuple(rows + put_together(rows) + taken_apart(rows))


def _zone(text: Text, amounts: Sequence[Amount], at: int) -> tuple[int, int, int]:
    line = text.line_at(amounts[at].start)
    row = text.lines[line]
    places = (amounts[n] for n in range(at - 1, -1, -1))
    before = next((a.end for a in places if not _SMALL.fullmatch(text.folded, a.start, a.end)), 0)
    begin = max(row.start, before)
    following = amounts[at + 1].start if at + 1 < len(amounts) else len(text.text)
    return line, min(begin, amounts[at].start), max(amounts[at].end, min(row.end, following))
