"""Figures: amounts with what stands around each of them, read in the same way on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...languages.late import late
from ...records import Amount
from ..times import RULES, Time
from . import cues
from .cues import first, nearest
from .lines import Line
from .ordered import time_in_order
from .words import Words

if TYPE_CHECKING:
    from .texts import Text

_BOUND = late(r"\b(?:(?:more|less|fewer|greater|other) than|as (?:much|many|little|few|high|low) as)\s(?:an?\s)?$")
_JOINED = late(r"\b(?:and|while|but|whereas|plus|versus)\b|[,;，;、]|[和及而与]")
_NEGATIVE = late(r"\b(?:negative|(?<!plus or )minus)\s$|(?<!正)负的?$")
_MORE = ("more", "higher", "better", "greater", "longer", "wider")
_PLUS = late(r"(?:\+|(?<!or )\bplus\s.)\Z")
_GOES_ON = late(r"(?:\s(?:on|in|at|for|as)\s[a-z' -]{1,40}?)?,?\sand\s(?:by\s)?")
_SO = late(r",\sso\s(?!far\b|that\b)")
RATE_TO = late(  # 涨幅回落至
    r"(?P<rate>增速|[涨增升降跌减]幅)[^,，。;；0-9]{0,6}?"
    r"(?P<pace>放缓|回落|收窄|缩小|趋缓|减缓|下降|降低|降|加快|扩大|提高|提速|上升|回升|升)(?:了)?[至到为](?:约|近|逾|超)?\s?$"
)
_ONE_MORE = late(r"[和及与、]|以及|\sand\s")
_OF_A_MONTH = late(r"[,，]\s?[0-9]{1,2}月(?:份|末|底|初)?为(?:增长|下降|上升|增加|减少|[增降升跌涨])?\s?")
_BESIDE = late(  # "58% more than", "nine days longer"
    r"(?:\s[a-z]+)??\s(more|higher|better|greater|longer|wider|narrower|less|lower|fewer|worse|shorter)\b(?!\s(?:or|and)\b)"
)


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
        own = time_in_order(self)
        if own is not None:
            return (own,), (own,), (own,), ()
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
        rate, plus = self.amount.kind in ("percent", "points"), _PLUS.search(folded, 0, start + 1)
        if rate and (plus or (self.amount.high is not None and self.amount.high < 0)):
            return "up" if plus else "down"
        paced = RATE_TO.search(folded, self.row.start, start) if rate else None
        if paced is not None:
            return "down" if paced["rate"][0] in "降跌减" else "up"
        listed = self._listed_after(_ONE_MORE) if rate else None
        if listed is not None:
            return listed.direction
        told = (
            nearest(folded, max(begin, self._concluded), start, rules.up, rules.down, ("up", "down"))
            or first(folded, end, min(until, end + 40), rules.up, rules.down, ("up", "down"))
            or nearest(folded, max(self.opened, self._concluded), start, rules.up, rules.down, ("up", "down"))
        )
        listed = self._listed_after(_GOES_ON) if rate and told is None else None
        return told if listed is None or listed.is_base else listed.direction

    def _listed_after(self, goes_on: re.Pattern[str]) -> Figure | None:
        """The rate before, of which this is one more: 分别增长4.1%和30.6%, "rose by 3% in Asia and 5% in Europe"."""
        before = [row for row in self.text.by_line[self.line] if row.amount.end == self.begin and not row.ends]
        alike = bool(before) and before[-1].amount.unit == self.amount.unit
        return before[-1] if alike and goes_on.fullmatch(self.text.folded, self.begin, self.amount.start) else None

    @property
    def _concluded(self) -> int:
        """Where what follows from the clauses before it begins: "allowances shrink, so in 2031 we would pay 12"."""
        return max((hit.end() for hit in _SO.finditer(self.text.folded, self.begin, self.amount.start)), default=0)

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

    @property
    def is_guided_before(self) -> bool:
        """Whether its line speaks of what is expected up to it."""
        folded = self.text.folded[self.row.start : self.amount.start]
        return re.search(RULES[self.row.lang].guided, folded, re.IGNORECASE) is not None

    @cached_property
    def sign(self) -> str | None:
        """`gain` or `loss` by the printed sign, else by the nearest cue before the amount in its line, or after it."""
        rules = RULES[self.row.lang]
        folded, start, end = self.text.folded, self.amount.start, self.amount.end
        if any(end is not None and end < 0 for end in (self.amount.low, self.amount.high)):
            moved = self.amount.kind in ("percent", "points") and cues.SINCE.search(folded, self.row.start, start)
            return None if moved else "loss"  # 同比-3.4% went down
        names = ("gain", "loss")
        told = cues.SET_ASIDE.sub(lambda hit: " " * len(hit[0]), folded[self.row.start : start])
        return nearest(told, 0, len(told), rules.gain, rules.loss, names) or first(
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
        if self.begin == self.row.start and before.startswith("on "):
            before = before[3:]  # "on revenue of 4.2 billion we earned" compares with nothing
        if self.amount.modifier is not None:
            before = _BOUND.sub("", before)  # "more than half" is compared with nothing
        after = folded[self.amount.end : self.amount.end + 40]
        found = re.search(rules.base_before, before, re.IGNORECASE)
        if found is None and not (self.row.lang == "zh" and re.search(rules.moved_by, before)):  # 月减15亿 降至602亿
            found = re.search(rules.base_after, after, re.IGNORECASE)
        return found is not None or self._is_joined_base or self._says_base_again or self.is_month_before

    @property
    def is_month_before(self) -> bool:
        """The second of "出口增长6.3%，4月为增长8.1%": the first is of no month that its clause names."""
        told = _OF_A_MONTH.fullmatch(self.text.folded, self.begin, self.amount.start)
        before = [row for row in self.text.by_line[self.line] if row.amount.end == self.begin] if told else []
        clause = self.text.folded[before[0].clause_start : self.begin] if before else ""
        return bool(before) and before[0].amount.unit == self.amount.unit and "月" not in clause

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
        if not re.search(RULES[self.row.lang].each, folded[self.row.start : self.row.end]):
            return False
        before = [row for row in self.text.by_line[self.line] if row.amount.end <= self.amount.start and not row.ends]
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
        after = _JOINED.search(self.text.folded, end, self.until)
        until = after.start() if after and self.until < self.row.end else self.clause[1]
        return self.text.words_in(self.joined_at, start, lang) | self.text.words_in(end, max(end, until), lang)

    @property
    def joined_at(self) -> int:
        """Where the zone begins, or what joins the amount to the one before it in its line."""
        if self.begin == self.row.start:
            return self.begin
        joins = list(_JOINED.finditer(self.text.folded, self.begin, self.amount.start))
        return joins[-1].start() if joins else self.begin


def _clause_start(folded: str, row: Line, offset: int) -> int:
    """Where the clause that holds `offset` begins."""
    ends = (match.end() for match in re.compile(RULES[row.lang].clause).finditer(folded, row.start, offset))
    return max(ends, default=row.start)
