"""Keys of speakers: what initials, letters or numbers before speech stand for.

AL   Ada Lind, Chief Executive Officer
甲1 = 董事长 林安达
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..languages.late import late
from .label import Label
from .lines import Line
from .names import DEGREE, generic_kind
from .participants import Participant, read_entry, stands_for

_KEY = late(
    r"(?P<code>[A-Z]{2,4}|[A-Z〇\u4e00-\u9fff][0-9]{0,2})(?P<mark> *= *| *: *| +-{1,2} +| {2,}|\t+)(?P<who>\S.{1,90})"
)
_PIECE = late(r"[,;(，；（]")
_LEAST = 3  # so many lines begin with one of the codes


def find_keys(
    lines: Sequence[Line], listed: Sequence[Participant]
) -> tuple[list[Participant], dict[str, Label], list[int]]:
    """(the people of keys, each with his code, the parts in the call that codes stand for, the lines of the keys);
    nothing where a list of participants has given initials.
    """
    people: list[Participant] = []
    parts: dict[str, Label] = {}
    used: list[int] = []
    for first, last in [] if any(person.short for person in listed) else _runs(lines):
        found = [(index, _read(lines[index].text)) for index in range(first, last)]
        named = [row for _, row in found if isinstance(row, Participant)]
        codes = [row.short for row in named]
        if len(set(codes)) < 2 or not _begin(lines, codes, range(first, last)):
            continue
        people += named
        parts |= {code: label for _, row in found if isinstance(row, tuple) for code, label in [row]}
        used += [index for index, row in found if row is not None]
    return people, parts, used


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where lines that may be keys stand next to one another."""
    out: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if len(line.text) > 100 or _KEY.fullmatch(line.text) is None:
            continue
        if out and out[-1][1] == index and not line.blank_before:
            out[-1] = (out[-1][0], index + 1)
        else:
            out.append((index, index + 1))
    return [(first, last) for first, last in out if last - first > 1]


def _read(text: str) -> Participant | tuple[str, Label] | None:
    """A line of a key: a person with his code, or a code and the part in the call that it stands for."""
    found = _KEY.fullmatch(text)
    if found is None:
        return None
    code, who = found["code"], found["who"]
    equal = "=" in found["mark"]
    part = _PIECE.split(who)[0].strip()
    if equal and (kind := generic_kind(part)) is not None:
        return code, Label(name=part, kind=kind)
    person = read_entry(who, "both")
    if person is None or not (person.title or person.firm):
        return None
    initials = code.isascii() and code.isalpha() and len(code) > 1
    name = DEGREE.sub("", person.name)
    if not equal and not (initials and stands_for(code, name)):
        return None
    return replace(person, name=name, short=code, printed=text)


def _begin(lines: Sequence[Line], codes: Sequence[str], but: range) -> bool:
    """Whether lines outside the key begin with its codes."""
    label = re.compile(rf"[^\w]?(?:{'|'.join(map(re.escape, codes))})(?![A-Za-z0-9])")
    begun = (index for index, line in enumerate(lines) if index not in but and label.match(line.text))
    return sum(1 for _, _ in zip(begun, range(_LEAST), strict=False)) == _LEAST
