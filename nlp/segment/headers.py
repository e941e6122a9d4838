"""A speaker line that has been read."""

from __future__ import annotations

from dataclasses import dataclass

from .label import Label


@dataclass(frozen=True, slots=True)
class Header:
    """A speaker line: `first..last` index the lines, `start:end` is its place, `speech` where speech begins."""

    first: int
    last: int
    start: int
    end: int
    speech: int
    label: Label
    format: str
    printed: str  # the label as it stands in the text
