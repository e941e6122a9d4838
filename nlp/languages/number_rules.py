"""What a language knows of numbers: the record that `amounts` reads. All words are lower-case; Chinese is Simplified."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRules:
    """Number words, units, modifiers and the company a number keeps when it is none of an amount.

    `scales` and `marks` map a word or an abbreviation to a power of ten; `subunits` maps to (currency, power of ten).
    `before` and `after` map a phrase beside the number to the modifier of `records.Amount`.
    """

    code: str
    digits: Mapping[str, int] = field(default_factory=dict)
    tens: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[str, int] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    subunits: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    points: tuple[str, ...] = ()
    basis_points: tuple[str, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    range_words: tuple[str, ...] = ()  # "to"
    range_openers: tuple[str, ...] = ()  # "between", "from"
    range_closers: tuple[str, ...] = ()
    changes: frozenset[str] = frozenset()  # "increased": a following "from A to B" tells two levels, no range
    months: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()  # "note", "item": the number after it is a name
    id_cues: frozenset[str] = frozenset()  # "passcode": a long bare number nearby is an id
    times: frozenset[str] = frozenset()  # words of a point in time after the number: "am", "点"
    periods: frozenset[str] = frozenset()  # calendar units: "years"
    spans_before: frozenset[str] = frozenset()  # "past", "within": a duration that only says when
    spans_after: frozenset[str] = frozenset()  # "ago", "ended"
    measures: frozenset[str] = frozenset()  # "mw": counted units written close to the number
    counters: tuple[str, ...] = ()  # "家", "个"
    stops: frozenset[str] = frozenset()  # words that end a counted noun phrase
    plurals: frozenset[str] = frozenset()  # counted nouns without -s
    per_share_before: tuple[str, ...] = ()
    per_share_after: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()  # words in which a numeral counts nothing: "统一", "one another"
