"""Who asks, told from what is said: where neither titles nor lists nor an operator's words say who the analysts are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..languages.calls import CALL_RULES
from ..text import simplify
from .names import name_key
from .speakers import Speech
from .titles import title_kind

_RULES = tuple(CALL_RULES.values())
_ENDING = 240  # characters: a question ends what its asker says, or the asker says little
_SHORT = 700
_HOST = 400  # who gives the floor to an asker says little else
_CALLED = 300
_ORDERED = ("first", "next", "last", "final", "following", "another")
# One of these is in every announcement.
_ABOUT_QUESTIONS = ("question", "caller", "q&a", "q &", "问", "提", "下一位", *(f"{word} up" for word in _ORDERED))
_THANKS = 60
_POINTS = 100
_NAMED = 80  # characters in which an asker says who he is
_PLEADS = 160  # characters in which somebody says that he has a question
_POLITE = "(?:先生|女士|小姐|总|博士|老师)"


def find_askers(speeches: Sequence[Speech]) -> tuple[set[str], int | None]:
    """(keys of the persons who ask, the first speech of the questions), or nobody and None.

    An asker speaks after two others, asks in most of what he says, holds no office of the company, and is called by
    somebody, says his own name, stands in no list of the company's people, belongs to a firm that no earlier speaker
    belongs to, begins as askers do ("Thank you for taking my question"), or says nothing before the questions where
    only names are told; the first one is answered by somebody else.
    """
    firms = {name_key(s.firm) for s in speeches[:2] if s.firm}
    own: dict[str, list[int]] = {}
    for index, speech in enumerate(speeches):
        own.setdefault(speech.key, []).append(index)
    keys = set()
    marked = prints_marks(speeches)
    opened = _opening(speeches)
    unlisted = sum(s.side == "company" for s in speeches) > len(speeches) // 3  # a list tells who is of the company
    for key, places in own.items():
        first = speeches[places[0]]
        if first.label.kind != "person" or first.side == "company" or _holds_office(first) or places[0] < 1:
            continue
        asking = sum(1 for place in places if asks(speeches[place].words, marked=marked))
        said = sum(1 for place in places if not only_thanks(speeches[place].words))
        called = names_person(speeches[places[0] - 1].words, key)
        stranger = bool(first.firm) and name_key(first.firm or "") not in firms
        stranger = stranger or unlisted or names_person(first.words[:_NAMED], key) or places[0] > opened
        if 2 * asking > said and (called or stranger or _pleads(first.words)):
            keys.add(key)
    start = min((own[key][0] for key in keys), default=None)
    if start is None or start + 1 >= len(speeches) or speeches[start + 1].key in keys:
        return set(), None
    host = speeches[start - 1]
    opens = any(s.key == host.key for s in speeches[: max(0, start - 1)])  # a host opens the call
    called = names_person(host.words, speeches[start].key) or (opens and announces(host.words))
    gives = start > 1 and len(host.words) < _HOST and called
    return keys, start - 1 if gives else start


def _opening(speeches: Sequence[Speech]) -> int:
    """The speech that opens the questions where nothing but names tells who is who; behind the last elsewhere.

    Who speaks first behind it, and asks, is none of the company.
    """
    told = any(s.label.kind == "operator" or s.side == "guest" or s.label.title or s.label.firm for s in speeches)
    opened = (index for index, speech in enumerate(speeches) if not told and index and announces(speech.words))
    return next(opened, len(speeches))


def _pleads(words: str) -> bool:
    """Whether a speech begins as only a question does."""
    plain = simplify(words[:_PLEADS])
    return any(rules.pleads.search(plain) for rules in _RULES)


def prints_marks(speeches: Sequence[Speech]) -> bool:
    """Whether a call prints question marks: what a machine wrote down has none, or one by chance."""
    return sum("?" in speech.words for speech in speeches) > len(speeches) // 12


def asks(words: str, *, marked: bool = True) -> bool:
    """Whether a speech is a question, or ends in one; `marked`: the call prints question marks."""
    plain = simplify(words)
    part = plain if len(plain) < _SHORT else plain[-_ENDING:]
    return any((rules.inquires if marked else rules.wonders).search(part) for rules in _RULES)


def announces(words: str) -> bool:
    """Whether the next question is announced at the end of a speech, or that questions may be asked."""
    tail = simplify(words[-_HOST:])
    lowered = tail.lower()
    return any(map(lowered.__contains__, _ABOUT_QUESTIONS)) and any(r.opens_questions.is_in(tail) for r in _RULES)


def points_on(words: str) -> bool:
    """Whether somebody points at the next asker in his last words: "Yes, the gentleman in the second row"."""
    tail = simplify(words[-_POINTS:])
    return any(rules.points_at.search(tail) for rules in _RULES)


def politely_called(called: str, name: str) -> bool:
    """Whether 何老师 can be 何清越."""
    return len(called) > 1 and called[0] == name[:1] and re.fullmatch(_POLITE, called[1:]) is not None


def only_thanks(words: str) -> bool:
    """Whether a speech is short, asks nothing, and thanks or agrees."""
    plain = simplify(words)
    return len(plain) < _THANKS and not asks(words) and any(rules.thanks.search(plain) for rules in _RULES)


def _holds_office(speech: Speech) -> bool:
    return bool(speech.title) and title_kind(speech.title or "") in ("executive", "investor_relations")


def names_person(words: str, key: str) -> bool:
    """Whether a person's last name, or a first name of some length, is said at the end of `words`."""
    plain, parts = simplify(words[-_CALLED:]).lower(), key.split()
    if key.isascii() and not plain.isascii():  # "Sjöberg" is also printed "Sjoberg"
        plain = name_key(plain)
    if len(parts) == 1 and not key.isascii():  # no blanks between Chinese words: 杜文君 is called 杜小姐, too
        return key in plain or re.search(rf"{re.escape(key[0])}{_POLITE}", plain) is not None
    said = set(re.findall(r"[\w'-]+", plain))
    return bool(parts) and (parts[-1] in said or (len(parts[0]) > 3 and parts[0] in said))
