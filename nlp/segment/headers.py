"""A speaker line that has been read."""

from __future__ import annotations

from typing import NamedTuple

from .label import Label


class Header(NamedTuple):
    """A speaker line: `first..last` index the lines, `start:end` is its place, `speech` where speech begins."""

    first: int
    last: int
    start: int
    end: int
    speech: int
    label: Label
    format: str
    printed: str  # the label as it stands in the text
