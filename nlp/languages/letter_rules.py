"""What a language says in a regulator's letter: where a comment begins, what is asked for, and what would give it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .hints import Hinted


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing a letter can ask for. `asks` finds it in an ask; `gives` finds it in a passage, and None means that an
    amount gives it. `words` say it in a message: "quantify each factor".
    """

    name: str
    words: str
    asks: Hinted
    gives: Hinted | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LetterRules:
    """Patterns are used on folded text (Chinese: simplified).

    Of structure: `numbers` are ways to number comments, tried in this order (group `number`); `restarts` is a heading of a filing, under which they may begin anew; `answered` the number of
    a comment in an answer (groups `number`, `answered`); `dear` the line before the text; `closing` ends the last
    comment; `filing_page` has the group `page`; `response` opens what the company says.

    Of asks: `requests` finds that a sentence asks and `tells` that it only tells; asks begin with `begins` where it
    occurs, else anywhere; `ask` begins one within a sentence (group `verb`), `further` ends before the next object of the
    same verb; `to` verbs are purposes unless `revises` stands before them; `tail` ends an ask before its purpose, and
    `dangling` is what is left hanging at its end; `accordingly`: what to do stands in the sentence before; `wants` in the order they are tried; `formal` asks are answered by a
    filing alone; `back` refers to what was asked before; `parts` opens the things to be shown one by one (group
    `items`), which `joint` divides. `stop_words` are words of letters that carry no topic; `reasons` opens an
    explanation in a document, `factor` one named reason in it.
    """

    code: str
    numbers: tuple[re.Pattern[str], ...]
    restarts: re.Pattern[str]
    answered: re.Pattern[str]
    dear: re.Pattern[str]
    closing: re.Pattern[str]
    filing_page: re.Pattern[str]
    response: re.Pattern[str]
    requests: re.Pattern[str]
    tells: re.Pattern[str]
    begins: Hinted
    ask: Hinted
    further: Hinted
    to: Hinted
    revises: Hinted
    dangling: Hinted
    accordingly: Hinted
    tail: Hinted
    wants: tuple[Wanted, ...]
    formal: Hinted
    back: Hinted
    parts: Hinted
    joint: re.Pattern[str]
    stop_words: frozenset[str]
    reasons: Hinted
    factor: Hinted
