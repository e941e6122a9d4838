"""What stands around a place of a document: its paragraph with the heading or question before, or its table."""

from __future__ import annotations

from collections.abc import Iterator

from .texts import Text

_ABOVE = 14  # lines of a table over a row of it
_PARAGRAPH = 8  # lines before and behind
_HEADING = 90  # characters
_ASKED = 4  # lines of a question


def lines_around(place: int, document: Text) -> Iterator[int]:
    """The lines of a place's paragraph with the heading over it, or those of its table."""
    at = document.line_at(place)
    paragraph = document.lines[at].paragraph
    if not paragraph:
        yield from range(max(0, at - _ABOVE), at + 1)
        return
    found = [
        line
        for line in range(max(0, at - _PARAGRAPH), min(len(document.lines), at + _PARAGRAPH + 1))
        if document.lines[line].paragraph == paragraph
    ]
    yield from found
    above = document.lines[found[0] - 1] if found[0] else None
    asked = above is not None and any(
        "?" in document.folded[row.start : row.end]
        for row in document.lines[max(0, found[0] - _ASKED) : found[0]]
        if row.paragraph == above.paragraph
    )
    if above is not None and (asked or above.end - above.start <= _HEADING):
        yield from range(max(0, found[0] - (_ASKED if asked else 1)), found[0])


__all__ = ["lines_around"]
