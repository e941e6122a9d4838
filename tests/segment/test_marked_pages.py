"""Invented calls on invented pages (`pages/`), each scored before anybody looked at how it is read.

The gold stands in the page: `{{Name|role|marks}}` where a speech begins (role by its first letter, `T` an interpreter, `U` unknown;
marks: `s` the questions begin, `q1` asks and `a1` answers pair 1), `{{x}}...{{/x}}` around what nobody says.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from nlp.readers import read
from nlp.records import Segments, Turn
from nlp.segment import segment

PAGES = sorted((Path(__file__).parent / "pages").iterdir())
ROLES = {
    "O": "operator",
    "E": "executive",
    "I": "investor_relations",
    "A": "analyst",
    "T": "interpreter",
    "U": "unknown",
}
# What is not read yet: turns that should be there, pairs that are wrong.
MISSED = {"zh_record.txt": (1, 0)}
_MARK = re.compile(r"\{\{([^{}]*)\}\}")
_NEAR = 60
_POLITE = ("mr", "ms", "mrs", "dr", "the", "dipl-kfm", "dato'", "sri", "encik")


@dataclass(frozen=True)
class Spoken:
    name: str
    role: str
    marks: tuple[str, ...]
    start: int


def _parse(raw: str) -> tuple[str, list[Spoken], list[tuple[int, int]]]:
    """The page without its marks, who speaks where, and what nobody says."""
    text, spoken, outside, opened = "", [], [], 0
    for index, piece in enumerate(_MARK.split(raw)):
        if index % 2 == 0:
            text += piece
        elif piece == "x":
            opened = len(text)
        elif piece == "/x":
            outside.append((opened, len(text)))
        else:
            name, role, marks = (*piece.split("|"), "")[:3]
            spoken.append(Spoken(name, ROLES[role], tuple(re.findall(r"[qa][0-9]+|s", marks)), len(text)))
    return text, spoken, outside


def _words(name: str) -> set[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return {word for word in re.split(r"[\s,]+", bare.replace(".", "")) if word not in _POLITE}


def _is(turn: Turn, one: Spoken) -> bool:
    """Whether a turn has the speaker; "Q" and "A" name nobody, a label may give the last name alone."""
    told = _words(one.name)
    last = one.name.casefold().split()[-1]
    found = [_words(turn.speaker), _words(turn.label)]
    return len(one.name) == 1 or any(name == told or (name <= told and last in name) for name in found if name)


def _matched(found: Segments, spoken: list[Spoken], outside: list[tuple[int, int]]) -> dict[str, int]:
    match: dict[str, int] = {}
    for turn in found.turns:
        for index, one in enumerate(spoken):
            foot = any(turn.start <= a + 3 and b >= one.start - 2 for a, b in outside if a < one.start)
            near = abs(turn.start - one.start) <= _NEAR or (turn.start < one.start and foot)
            if near and index not in match.values() and _is(turn, one):
                match[turn.id] = index
                break
    return match


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_marked(path: Path) -> None:
    text, spoken, outside = _parse(path.read_text(encoding="utf-8"))
    found = segment(read(text.encode(), name=path.with_suffix(".txt").name))
    match = _matched(found, spoken, outside)
    turns, pairs = MISSED.get(path.name, (0, 0))
    assert len(match) == len(found.turns) == len(spoken) - turns
    assert [t.role for t in found.turns] == [spoken[match[t.id]].role for t in found.turns]
    before = list(takewhile(lambda turn: turn.section == "prepared", found.turns))
    assert "s" in spoken[match[found.turns[len(before)].id]].marks
    ours = {
        (tuple(match[t] for t in pair.question_turns), tuple(match[t] for t in pair.answer_turns))
        for exchange in found.exchanges
        for pair in exchange.pairs
    }
    assert len(ours ^ _pairs(spoken)) == 2 * pairs


def _pairs(spoken: list[Spoken]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    numbers = {mark[1:] for one in spoken for mark in one.marks if mark != "s"}

    def places(mark: str) -> tuple[int, ...]:
        return tuple(index for index, one in enumerate(spoken) if mark in one.marks)

    return {(places(f"q{number}"), places(f"a{number}")) for number in numbers}
