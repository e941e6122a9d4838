"""What a language says about calls: who speaks, where questions begin, how a floor is handed over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .hints import Hinted


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRules:
    """Words and patterns of one language. Patterns are used on folded text (Chinese: simplified) of equal length.

    `*_labels` are matched against a whole label in lower case; `*_words` are patterns searched in a title;
    `hand_over` has the groups `name` and `firm`; `introduced` the groups `name` and `title`; `turn_over` (the floor
    goes to somebody of the company) `name` and `rest`; `floor` are the words of such a sentence, `question_word`
    those of a hand-over; a line without any of `print_hints` (lower case) is neither a notice nor an advert; `hosts`
    is what only an operator says; `closes` ends the questions; `inquires` is what only somebody who asks says;
    under a `related_heading` a site lists what else it has; who asks `introduces` himself as he begins (`name`, `firm`); `office_labels` are offices that stand for who holds them; `farewell` takes leave of everybody; a speech that
    `nods` lets another go on, who `asks_who` is asking says so at the end; a host `points_at` the next asker; who asks `wonders`, where
    no question marks are printed, and `pleads` as he begins; `preface` announces a transcript printed
    below; of `title_words` alone no name is made ("Senior Director").
    """

    code: str
    operator_labels: re.Pattern[str]
    unknown_labels: re.Pattern[str]
    analyst_labels: re.Pattern[str]
    executive_labels: re.Pattern[str]
    interpreter_words: re.Pattern[str]
    analyst_words: re.Pattern[str]
    executive_words: re.Pattern[str]
    relations_words: re.Pattern[str]
    never_in_name: frozenset[str]
    title_words: frozenset[str] = frozenset()
    company_list: re.Pattern[str]
    guest_list: re.Pattern[str]
    related_heading: re.Pattern[str]
    prepared_heading: re.Pattern[str]
    questions_heading: re.Pattern[str]
    hand_over: tuple[Hinted, ...]
    opens_questions: Hinted
    introduced: tuple[Hinted, ...]
    introduces: tuple[Hinted, ...]
    foreign_mark: re.Pattern[str]
    interpreted_mark: re.Pattern[str]
    inline_mark: re.Pattern[str]
    closing_words: re.Pattern[str]
    thanks: re.Pattern[str]
    notice: re.Pattern[str]
    advert: re.Pattern[str]
    print_hints: tuple[str, ...]
    turn_over: Hinted
    floor: re.Pattern[str]
    preface: re.Pattern[str]
    question_word: re.Pattern[str]
    hosts: Hinted
    closes: Hinted
    inquires: re.Pattern[str]
    farewell: re.Pattern[str]
    nods: re.Pattern[str]
    asks_who: re.Pattern[str]
    points_at: re.Pattern[str]
    wonders: re.Pattern[str]
    pleads: re.Pattern[str]
    office_labels: re.Pattern[str] | None = None
