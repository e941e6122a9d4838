"""What a language says about questions and answers: where a sub-question begins, what it wants, what would give it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .hints import Hinted


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """Something a question asks for. `asks` finds it in a question, `gives` in an answer; `name` is how it is reported.

    `each`: it is wanted of every thing the question names; `least`: so many hits make an answer; `unless`: words near a
    hit that make it something else (a growth rate is no share). `soft`: it only tells which sentence answers, since it can be given
    in words that nobody can list; `exact`: its kind of figure tells more than figures as such.
    """

    name: str
    asks: Hinted
    gives: Hinted
    each: bool = False
    least: int = 1
    unless: Hinted | None = None
    soft: bool = False
    exact: bool = False

    @property
    def must_each(self) -> bool:
        """Whether a list must be given thing by thing: a total is no split, but it is an amount."""
        return self.least > 1 or self.name == "growth rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRules:
    """Patterns are used on folded text (Chinese: simplified).

    Of questions: `ordinal` opens a numbered one (groups `n1`..`n9`, or `last`); `asks` finds that something is asked;
    `announces` a topic only ("I was wondering about energy"); `adds` opens a further question ("also"); `remarks` want a
    comment ("I noticed that"); `goes_on` spells out the question before; `audible` asks whether the line works; `inside` divides a sentence; `back_to` refers to
    things listed before; `listing` has the group `items`, which `joint` divides ("for the north, the centre and the
    south"), behind `namely`; `before_item` are words in front of a member that are none of it. `conjoins` part two things that one question asks for
    (at the group `cut`); `before_question` are words before a question that say nothing of it.

    Of answers: `refers` names a numbered question (groups as in `ordinal`); `hands` gives one to the next speaker
    (neither without one of `number_hints`), and `passes` a topic; `reverse` announces the last one first; what `greets`, or
    `arranges` who answers what, answers nothing; `moves` begin a topic,
    `opens` an answer ("No, ...", "A bit, ..."), and `leans` go on with it, as do `points` ("that", 这), `connects` ("because"), `joins`
    ("and") and `anaphors` ("the rest"); `praises` and `besides` ("I would also mention") answer nothing that was asked;
    `declines` refuses, and `all_of_it` whatever was asked.
    """

    code: str
    ordinal: Hinted
    refers: Hinted
    number_hints: tuple[str, ...]
    asks: Hinted
    announces: Hinted
    adds: Hinted
    remarks: Hinted
    goes_on: Hinted
    small_talk: Hinted
    audible: Hinted
    inside: Hinted
    hands: Hinted
    passes: Hinted
    reverse: Hinted
    greets: Hinted
    arranges: Hinted
    moves: Hinted
    leans: Hinted
    points: Hinted
    connects: Hinted
    joins: Hinted
    anaphors: Hinted
    praises: Hinted
    besides: Hinted
    opens: Hinted
    declines: Hinted
    all_of_it: Hinted
    back_to: Hinted
    listing: Hinted
    joint: re.Pattern[str]
    namely: re.Pattern[str]
    before_item: re.Pattern[str]
    conjoins: tuple[Hinted, ...]
    before_question: re.Pattern[str]
    stop_words: frozenset[str]
    not_names: frozenset[str]
    wants: tuple[Want, ...]
    stop_characters: frozenset[str] = frozenset()
    irregular: Mapping[str, str] = field(default_factory=dict)
