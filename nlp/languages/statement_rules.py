"""What a language knows of statements about a document: when, which way, gain or loss, and what is compared with.

All patterns are matched, case ignored, on text folded by `text.fold` (and simplified for Chinese); equal length is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class StatementRules:
    """Cues around a number.

    `times` are (kind, pattern) in the order in which they are tried at one place, with named groups: `y` year, `y1` and
    `y2` the ends of a run of years, `q` quarter, `h` half, `m` month, `d` day, `n` how many months; a group may carry a
    digit, which is dropped. `base_before` ends directly before an amount that something is compared with, `base_after`
    begins directly after one. `ordinal` finds a numbered thing: groups `number` and `scale`.
    """

    code: str
    times: tuple[tuple[str, str], ...]
    numbers: Mapping[str, int]  # "third" -> 3
    months: Mapping[str, int]
    years: Mapping[str, int]  # "last year" -> -1
    up: str
    down: str
    gain: str
    loss: str
    base_before: str
    base_after: str
    compares: str  # ends before a time that something is compared with
    restates: str  # in a clause that says the amount before it in another way: "representing", 占
    guided: str
    moved_by: str  # ends before an amount that says by how much something moved
    moved_after: str  # begins directly after such an amount
    growth: str  # the name of a rate of change: "growth", 增速
    sequential: str  # compared with the period before
    half_year: str  # half a year told otherwise than by its name
    stands_at: str  # ends before an amount that says where something stands
    each: str  # "respectively": the amounts before (or after) it belong to as many names in their order
    share_before: str  # ends before a rate that is of a whole
    share_after: str
    better: str
    worse: str
    counted: str  # a number that is no amount: groups `kind`, `number` (in digits) and `number2` (in words)
    clause: str  # where a clause ends
    joins: str  # all there is between the two ends of a range, or between amounts that share their words
    ordinal: str
    stop: frozenset[str]  # words that say nothing of what a number is about
