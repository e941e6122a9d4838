"""Speaker labels that the page breaks over two or three lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .labels import Label, generic_kind, looks_like_name, parse_label
from .lines import Line
from .people import People, describes, squeezed
from .titles import FIRM_WORD, title_kind

_OPEN = re.compile(r"(?:[,&/-]|\b(?:of|and|the|for|in|at|to))\Z")
_STOP = re.compile(r"[.?!:;。？！][\"')]?\Z")
_SHORT, _LONG = 45, 280
_MOST = 3  # lines


def wraps(line: Line, after: Line, people: People) -> bool:
    """Whether a label on a line of its own goes on in the next: together they are an entry of the list, or the next
    line only describes, too.
    """
    text, rest = line.text, after.text
    if people.printed and len(text) > 50 and len(rest) < 60 and squeezed(text + rest) in people.printed:
        return True
    if len(text) < _SHORT or len(rest) > 90 or after.blank_before or after.is_rule or _STOP.search(rest):
        return False
    if not describes(rest) or generic_kind(rest) or looks_like_name(rest):
        return False
    titled = title_kind(rest) is not None or FIRM_WORD.search(rest) is not None
    label = parse_label(rest)
    if label is not None and label.name in people:
        return False  # the next speaker's line
    return _OPEN.search(text) is not None or titled


def over_lines(lines: Sequence[Line], index: int, people: People) -> tuple[Label, int, int] | None:
    """(label, its last line, where speech begins in that line's text) of a label that ends in a colon further down."""
    joined = lines[index].text
    if ":" in joined or len(joined) < _SHORT or _STOP.search(joined) or not describes(joined):
        return None
    for last in range(index + 1, min(index + _MOST, len(lines))):
        line = lines[last]
        head, colon, _ = line.text.partition(":")
        if line.blank_before or len(joined) + len(head) > _LONG or not describes(head):
            return None
        joined = f"{joined} {head}"
        if colon:
            label = people.label(joined)
            named = label is not None and label.kind == "person" and label.name in people
            after = len(head) + 1
            return (label, last, after + len(line.text[after:]) - len(line.text[after:].lstrip())) if label and named else None
    return None
