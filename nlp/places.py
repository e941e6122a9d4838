"""Where extracted text stands in its source: pages and elements, and the cells of tables. Offsets are half-open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where `text[start:end]` of an extracted text stands in the source: a page from 1, or an element.

    `element` is an XPath for HTML (`(//p)[12]`), a part with the number of its paragraph for Word (`body/p[12]`), the
    time of a cue for subtitles (`00:01:02.000`).
    """

    start: int
    end: int
    page: int | None = None
    element: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """`text[start:end]` in row `row` of a table, over the columns `column` to `column + span - 1` (all from 0)."""

    start: int
    end: int
    row: int
    column: int
    span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A grid of cells in the text at `start:end`; empty cells are left out. Column 0 holds the names of the rows."""

    start: int
    end: int
    cells: tuple[Cell, ...]


def place_at(places: Sequence[Place], offset: int) -> Place | None:
    """The place of one character among places in order; None where nothing is known of it."""
    at = bisect_right(places, offset, key=attrgetter("start")) - 1
    return places[at] if at >= 0 and offset < places[at].end else None
