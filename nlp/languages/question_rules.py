"""What a language says about questions and answers: where a sub-question begins, what it wants, what would give it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """Something a question asks for. `asks` finds it in a question, `gives` in an answer; `name` is how it is reported.

    `each`: it is wanted of every thing the question names; `least`: so many hits make an answer; `unless`: words near a
    hit that make it something else (a growth rate is no share).
    """

    name: str
    asks: re.Pattern[str]
    gives: re.Pattern[str]
    each: bool = False
    least: int = 1
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRules:
    """Patterns are used on folded text (Chinese: simplified). `ordinals` have the number as one of the named groups
    `n1`..`n9`, or `last`; `refers` is the same in an answer; `listing` has the
    group `items`, which `joint` divides ("for the north, the centre and the south").
    """

    code: str
    ordinal: re.Pattern[str]
    refers: re.Pattern[str]
    asks: re.Pattern[str]
    goes_on: re.Pattern[str]
    small_talk: re.Pattern[str]
    inside: re.Pattern[str]
    declines: re.Pattern[str]
    back_to: re.Pattern[str]
    listing: re.Pattern[str]
    joint: re.Pattern[str]
    stop_words: frozenset[str]
    not_names: frozenset[str]
    wants: tuple[Want, ...]
