"""What stands around a place of a document: its paragraph with the heading or question before, or its table."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages.late import late
from .texts import Text

_ABOVE = 14  # lines of a table over a row of it
_PARAGRAPH = 8  # lines before and behind
_HEADING = 90  # characters
_ASKED = 4  # lines of a question
_EXCHANGE = 14  # lines of an analyst's questions and their answers
_HANDS_OVER = late(
    r"\b(?:next|first|last|final|following) question\b|\bline is (?:now )?open\b|\bgo ahead\b"
    r"|[下第最][一后]?(?:个|位|条)?(?:问题|提问)"
)


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


def lines_asked(place: int, document: Text) -> Iterator[int]:
    """The lines before a place's paragraph up to the operator's, where one asks: what an answer goes on about."""
    at = document.line_at(place)
    paragraph = document.lines[at].paragraph
    if not paragraph:
        return
    at = first_of(at, document)
    before: list[int] = []
    for line in range(at - 1, max(-1, at - 1 - _EXCHANGE), -1):
        row = document.lines[line]
        if _HANDS_OVER.search(document.folded, row.start, row.end):
            break
        before.append(line)
    if any("?" in document.folded[document.lines[line].start : document.lines[line].end] for line in before):
        yield from before


def first_of(line: int, document: Text) -> int:
    """The first line of a line's paragraph; itself where it stands in none."""
    paragraph = document.lines[line].paragraph
    while paragraph and line and document.lines[line - 1].paragraph == paragraph:
        line -= 1
    return line


def is_heading(words: str) -> bool:
    """A short line that is no sentence and no line of a table."""
    return bool(words) and len(words) <= _HEADING and words[-1] not in ".。:：;；,，!?" and "  " not in words


__all__ = ["first_of", "is_heading", "lines_around", "lines_asked"]
