"""What a sentence leaves unsaid, settled by the same figure where a table or another sentence says it.

"Margin was 15.1%, against 8.8%" names no period for its base; the statement of income has 8.8% for the quarter before.
A reader ticks the two figures and takes the period from the table. Only what a claim does not name itself is filled,
and only where all the figures it may be tied to agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..records import Amount, Claim

_FIELDS = ("metric", "segment", "period", "comparator")
_VALUES = frozenset(("level", "base"))
_SURE = 4  # digits that do not meet by chance
_MOST = 60  # figures of one value that are looked at


@dataclass(frozen=True, slots=True)
class _Tied:
    """A figure that may be the same one, and the fields it says for certain."""

    claim: Claim
    sure: frozenset[str]


def settle_by_ties(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """All `claims` in their order, with metric, segment, period and comparator where unsaid and found elsewhere."""
    book = _Book(claims)
    settled = {row.id: _settled(row, book) for row in claims}
    return tuple(_follow(settled[row.id], settled) for row in claims)


def _follow(row: Claim, settled: Mapping[str, Claim]) -> Claim:
    """A restatement in another currency says what its first amount says."""
    first = settled.get(row.restates or "")
    if first is None or (row.metric, row.segment, row.period) == (first.metric, first.segment, first.period):
        return row
    return replace(row, metric=first.metric, segment=first.segment, period=first.period)


def _knows(row: Claim, name: str) -> bool:
    """Whether a field is settled: the sentence names it, or the translation of the sentence does."""
    return name in row.named or name in row.filled


def _settled(row: Claim, book: _Book) -> Claim:
    open_fields = [name for name in _FIELDS if not _knows(row, name)]
    if row.role != "change" and "comparator" in open_fields:
        open_fields.remove("comparator")
    if not open_fields or row.by == "rule:table" or row.restates or row.role in ("driver", "ratio"):
        return row
    tied = [one for one in book.near(row) if _may_be(row, one)]
    if not tied:
        return row
    best = max(_likeness(row, one) for one in tied)
    tied = [one for one in tied if _likeness(row, one) == best]
    filled: dict[str, str | None] = {}
    for name in open_fields:
        telling = [one for one in tied if name in one.sure and _gives(row, one, name, book)]
        told = {getattr(one.claim, name) for one in telling}
        if len(told) == 1 and not (name == "period" and _is_one_word_against_another(row, telling)):
            filled[name] = told.pop()
    return replace(row, **filled) if any(getattr(row, k) != v for k, v in filled.items()) else row  # type: ignore[arg-type]


def _gives(row: Claim, one: _Tied, name: str, book: _Book) -> bool:
    told, sure = getattr(one.claim, name), digits_of(row.amount) >= _SURE
    if name == "segment":
        return row.language == one.claim.language and (sure or not _knows(row, "metric")) and book.knows(told)
    if name == "period" and not sure and row.role != "base":
        return _kind_of(told) == _kind_of(row.period)
    return told is not None


def _is_one_word_against_another(row: Claim, telling: Sequence[_Tied]) -> bool:
    """Whether one sentence of another document has a figure of another time than it would be of: one of them is wrong.

    A level is of what its document reports on; a base is of the year or of the quarter before, and no base of 2026 is
    one of 2025.
    """
    other = telling[0].claim
    if row.period is None or other.period == row.period or other.by == "rule:table":
        return False
    if any(one.claim.document_id == row.document_id for one in telling):
        return False
    if _kind_of(other.period) != _kind_of(row.period) or len({one.claim.sentence_id for one in telling}) > 1:
        return False
    return row.role == "level" or (row.role == "base" and _is_years_apart(row.period, other.period or ""))


def _is_years_apart(one: str, two: str) -> bool:
    """Whether two periods of one kind are of different years, and else alike."""
    rest = [re.sub("(?<![0-9])[0-9]{4}", "", period) for period in (one, two)]
    return one != two and rest[0] == rest[1]


def _kind_of(period: str | None) -> str:
    return re.sub(r"[0-9]{4,}(?:-[0-9]{2}-[0-9]{2})?|(?<=Q|H)[0-9]", "", period or "")


def _may_be(row: Claim, one: _Tied) -> bool:
    """Whether a figure may be the same: nothing that either says contradicts the other, and enough agrees."""
    other = one.claim
    if other.sentence_id == row.sentence_id or other.restates:
        return False
    if not _same_role(row, other) or (row.modality == "guided") != (other.modality == "guided"):
        return False
    if row.direction and other.direction and row.direction != other.direction:
        return False
    agree = 0
    for name in _FIELDS:
        if not _knows(row, name) or name not in one.sure:
            continue
        if name == "segment" and row.language != other.language:
            continue
        if not _same_field(name, row, other):
            return False
        agree += name != "comparator"
    if digits_of(row.amount) >= _SURE:
        return True
    if agree:
        return row.metric == other.metric or not _knows(row, "metric")
    return row.metric == other.metric and not row.metric.startswith("other:") and row.segment == other.segment


def _same_role(row: Claim, other: Claim) -> bool:
    if row.role in _VALUES:
        return other.role in _VALUES
    return row.role == other.role


def _same_field(name: str, row: Claim, other: Claim) -> bool:
    one, two = getattr(row, name), getattr(other, name)
    return (one or "").lower() == (two or "").lower()


def _likeness(row: Claim, one: _Tied) -> int:
    return sum(_same_field(name, row, one.claim) for name in _FIELDS)


def digits_of(amount: Amount) -> int:
    """Significant digits of an amount as printed, by its half-step."""
    value = amount.low if amount.low is not None else amount.high
    if value is None or not value:
        return 0
    step = amount.half_step * 2 or Decimal(1)
    return len(str(int(abs(value) / step)))


class _Book:
    """Figures by unit, in the order of their values."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        rows: dict[str, list[tuple[Decimal, _Tied]]] = defaultdict(list)
        for row in claims:
            if row.amount.low is not None and row.amount.low == row.amount.high:
                sure = frozenset(_FIELDS if row.by == "rule:table" else (*row.named, *row.filled))
                rows[row.amount.unit].append((row.amount.low, _Tied(row, sure)))
        often = Counter(row.segment for row in claims if row.segment and "segment" in row.named)
        tables = {row.segment for row in claims if row.by == "rule:table"}
        self._segments = {name for name, times in often.items() if times > 1} | tables | {None}
        self._rows = {unit: sorted(found, key=lambda pair: pair[0]) for unit, found in rows.items()}
        self._values = {unit: [value for value, _ in found] for unit, found in self._rows.items()}

    def knows(self, segment: str | None) -> bool:
        """Whether a segment is one of a table, or named more than once."""
        return segment in self._segments

    def near(self, row: Claim) -> list[_Tied]:
        """Figures of one value with the row's, as far as the rounder of the two was printed."""
        unit, value = row.amount.unit, row.amount.low
        if value is None or value != row.amount.high or unit not in self._rows:
            return []
        reach = row.amount.half_step if digits_of(row.amount) > 2 else Decimal(0)
        values = self._values[unit]
        first, last = bisect_left(values, value - reach), bisect_right(values, value + reach)
        return [one for _, one in self._rows[unit][first : min(last, first + _MOST)] if one.claim.id != row.id]
