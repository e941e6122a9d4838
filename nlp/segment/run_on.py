"""A whole call on one line: the names of those who speak are found first, then the places where they begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..languages.calls import CALL_RULES
from ..languages.late import late
from .lines import Line, make_line
from .names import looks_like_name

_EN = CALL_RULES["en"]
_LONG = 600
_BEHIND = r"(?:(?<=[.?!)\]] )|(?<=[.?!][\"')\]] )|\A)"
_WORD = r"(?:(?:[A-ZÀ-ÞĀ-ɏ]\.)+|St\.|[A-ZÀ-ÞĀ-ɏ][\w'-]+|(?:d[aeiou]|van|von|der|den|del|della|la|le|bin|al|el|ter|ten))"
_LAST = r"[A-ZÀ-ÞĀ-ɏ][\w'-]+(?: (?:Jr\.|Sr\.|III|II|IV))?"
_NAME = rf"(?P<name>(?:(?:[A-ZÀ-ÞĀ-ɏ]\.)+|[A-ZÀ-ÞĀ-ɏ][\w'-]+)(?: {_WORD}){{0,3}}"
_LABEL = late(_BEHIND + _NAME.replace("{0,3}", "{0,3}?") + rf" {_LAST}) (?=[A-Z(\[])")
_COLON = late(_BEHIND + _NAME + rf" {_LAST}): (?=[A-Z(\[])")  # a colon behind a name says enough
_ALONE = (
    r"(?:(?:The |Conference |Call |Event |Webcast ){0,2}(?:Operator|Moderator|Coordinator|Facilitator)|"
    r"Un(?:identified|known) \w+(?: \w+)?|Speaker [0-9]+)"
)


def split_run_on(lines: Sequence[Line]) -> list[Line]:
    """Lines in which a whole call runs on become a line for each label and each speech; others stay as they are."""
    total = sum(len(line.text) for line in lines)
    out: list[Line] = []
    for line in lines:
        whole = len(line.text) > _LONG and 2 * len(line.text) > total
        out.extend(_split(line) if whole else [line])
    return out


def _split(line: Line) -> list[Line]:
    names = _names(line.text)
    pattern = (
        _BEHIND + r"(?P<name>" + "|".join([_ALONE, *map(_with_middle, names)]) + r")(?P<gap> ?[:-]{0,2} )(?=[\w(\[\"'])"
    )
    found = [hit for hit in re.finditer(pattern, line.text) if not line.text[hit.end() :][:1].islower()]
    if len(found) < 3 or len({hit["name"] for hit in found}) < 2:
        return [line]
    base = line.start + line.lead
    out = [_piece(line, 0, found[0].start())] if found[0].start() else []
    for hit, end in zip(found, [*(h.start() for h in found[1:]), len(line.text)], strict=True):
        out.append(_piece(line, hit.start("name"), hit.end("name")))
        if hit.end() < end:
            out.append(_piece(line, hit.end(), end))
    return [piece for piece in out if piece.end > base]


def _piece(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    left, kept = len(text) - len(text.lstrip()), text.strip()
    place = line.start + line.lead + start + left
    return make_line(place, place + len(kept), 0, kept, True, True)


def _with_middle(name: str) -> str:
    """ "Tomas Reyner" is also printed "Tomas J. Reyner"."""
    words = [re.escape(word) for word in name.split(" ")]
    if len(words) != 2:
        return re.escape(name)
    return words[0] + r"(?: [A-ZÀ-ÞĀ-ɏ]\.?| [A-ZÀ-ÞĀ-ɏ][\w'-]+)? " + words[-1]


def _names(text: str) -> list[str]:
    """Persons announced or introduced, and those who begin speaking twice or more."""
    names: set[str] = set()
    for pattern in (*_EN.hand_over, *_EN.introduced):
        for hit in pattern.finditer(text):
            if hit["name"]:
                names.add(re.split(r"(?<=\w{2})[.,] ", hit["name"])[0].strip(" .,"))
    begun = Counter(hit["name"] for hit in _LABEL.finditer(text))
    names |= {name for name, count in begun.items() if count > 1}
    names |= {hit["name"] for hit in _COLON.finditer(text)}
    return sorted((name for name in names if looks_like_name(name) and len(name.split()) < 6), key=len, reverse=True)
