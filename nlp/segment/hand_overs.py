"""Whose question is announced, and to whom the floor is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import simplify
from .names import generic_kind, is_person, looks_like_name
from .titles import title_kind

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_RULES = (_EN, _ZH)
_SENTENCE_END = late(r"(?<=[\w)]{2})(?<!\bSt)(?<!\bSte)[.?!,;](?:\s|\Z)|\s-{1,2}\s")
REACH = 600


@dataclass(frozen=True, slots=True)
class HandOver:
    """The person a question is said to come from; `name` is None where it was not heard."""

    name: str | None
    firm: str | None


def hand_over(words: str) -> HandOver | None:
    """Whose question an operator announces at the end of `words`, or None.

    >>> hand_over("Our next question comes from the line of Bo Tran with Lakeside Bank. Please go ahead.")
    HandOver(name='Bo Tran', firm='Lakeside Bank')
    """
    tail = words[-REACH:]
    return _hand_over(tail) or (_hand_over(tail.replace("\n", " ")) if "\n" in tail else None)


@lru_cache(maxsize=1024)  # asked of a speech again and again: for its roles, names and exchanges
def _hand_over(tail: str) -> HandOver | None:
    """`hand_over` of words as they stand; a page may break a line within a name."""
    best: tuple[int, HandOver] | None = None
    for rules in (_EN,) if tail.isascii() else _RULES:
        text = tail if rules is _EN else simplify(tail)
        for pattern in rules.hand_over:
            for found in pattern.finditer(text):
                group = found.groupdict()
                name = cut_off(tail[found.start("name") : found.end("name")]) if group["name"] else None
                firm = cut_off(tail[found.start("firm") : found.end("firm")]) if group.get("firm") else None
                if (name is not None and not looks_like_name(name)) or _gives_the_floor(text, found.start()):
                    continue
                office = rules is _ZH and (
                    rules.executive_words.search(found[0]) or rules.relations_words.search(found[0])
                )
                if office or (firm and generic_kind(firm)):  # 有请董事会秘书纪云舒女士, 请发言人 纪云舒女士
                    continue
                if best is None or found.start() > best[0] or (best[1].firm is None and firm and name == best[1].name):
                    best = (found.start(), HandOver(name, firm))
        if best is not None:
            return best[1]
    return None


def _gives_the_floor(text: str, place: int) -> bool:
    """Whether the sentence at `place` hands the call to its host and speaks of no question."""
    start = max(text.rfind(mark, 0, place) for mark in (". ", "? ", "! ", "\n", "。")) + 1
    sentence = re.split(r"(?<=[a-z)])[.?!] |。|\n", text[start:])[0]
    given = any(rules.floor.search(sentence) for rules in _RULES)
    return given and not any(rules.question_word.search(sentence) for rules in _RULES)


def cut_off(text: str) -> str:
    """A name without the sentence that goes on behind it."""
    return _SENTENCE_END.split(text)[0].strip(" .,")


def introduced_to(words: str) -> tuple[str, str | None] | None:
    """(name, description) of the person to whom the floor is given at the end of `words`.

    >>> introduced_to("I'd now like to turn the call over to Ada Lind, Investor Relations. Please go ahead.")
    ('Ada Lind', 'Investor Relations')
    """
    tail = words[-REACH:]
    given = list(_EN.turn_over.finditer(tail))
    if given:
        rest = re.split(r",? (?:for|to|who|and|please)\b", (given[-1]["rest"] or "").strip(" ,"))[0].strip(" ,")
        name = cut_off(given[-1]["name"])
        if title_kind(name) and looks_like_name(rest):  # "pass it to our CFO, Ada Lind"
            return rest, name
        return name, rest or None
    given = list(_ZH.turn_over.finditer(simplify(tail)))
    if given:
        (start, end), (left, right) = given[-1].span("name"), given[-1].span("rest")
        while end - start > 2 and not is_person(
            tail[start:end]
        ):  # 秘书纪云舒: the title ends where a family name begins
            start, right = start + 1, start + 1
        known = is_person(tail[start:end]) or title_kind(tail[left:right]) is not None
        return (tail[start:end], tail[left:right].strip() or None) if known else None  # 有请这位
    return None
