"""What stands side by side on a page, two columns of prose or two tables: each by itself, the left one first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ..amounts.cells import SYMBOL, read_cell, says_nothing
from ..languages.late import late
from ..text import fold
from .pdf_lines import Page, Row, Segment

_PROSE = 18  # characters a line of a text column has at least, on the average
_NAMES = 3  # lines in which a second table names its figures at one place
_INDENT = 30.0  # points that names are set in at most
_NAMED = late(r"[^\W\d_]{2}")
_PERIOD = late(r"(?:19|20)[0-9]{2}|\b[1-4]Q|\bQ[1-4]|\bH[12]\b|[0-9]年|季")
_HEADS = 6  # lines over two tables that belong to one of them


def by_columns(page: Page) -> Page:
    """The page with its lines in the order in which they are read."""
    gutter = _gutter(page.lines)
    lines = list(page.lines) if gutter is None else _parted(page.lines, gutter)
    return replace(page, lines=tuple(lines if gutter is not None else _tables_apart(lines)))


def _parted(lines: Sequence[Row], gutter: float) -> list[Row]:
    """Runs of lines that a gutter parts into two columns of prose are read left column first."""
    out: list[Row] = []
    run: list[Row] = []
    for line in lines:
        if _crosses(line, gutter):
            out += [*_left_first(run, gutter), line]
            run = []
        else:
            run.append(line)
    return [*out, *_left_first(run, gutter)]


def _crosses(line: Row, gutter: float) -> bool:
    return any(segment.left < gutter < segment.right for segment in line.segments)


def _left_first(run: Sequence[Row], gutter: float) -> list[Row]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for line in run:
        for right in (False, True):
            kept = tuple(segment for segment in line.segments if (segment.left > gutter) == right)
            if kept:
                sides[right].append(replace(line, segments=kept, column=1 + right))
    return [*sides[0], *sides[1]]


def _gutter(lines: Sequence[Row]) -> float | None:
    """The middle of the empty stripe between two columns of prose; None where the page has one column, or a table."""
    segments = [segment for line in lines for segment in line.segments]
    if not segments:
        return None
    middle = (min(segment.left for segment in segments) + max(segment.right for segment in segments)) / 2
    left = [segment for segment in segments if segment.right <= middle]
    right = [segment for segment in segments if segment.left >= middle]
    if not (_is_prose(left) and _is_prose(right)) or 3 * (len(left) + len(right)) < 2 * len(segments):
        return None
    low, high = max(segment.right for segment in left), min(segment.left for segment in right)
    return (low + high) / 2 if high - low > 0.8 * median(line.size for line in lines) else None


def _is_prose(segments: Sequence[Segment]) -> bool:
    figures = sum(1 for segment in segments if _is_figure(segment.text))
    letters = sum(len(segment.text) for segment in segments)
    return len(segments) >= 6 and letters >= _PROSE * len(segments) and figures * 5 < len(segments)


def _is_figure(text: str) -> bool:
    return read_cell(text) is not None or SYMBOL.fullmatch(fold(text).lower().strip()) is not None


# ----------------------------------------------------------------------------------------------- tables side by side


def _tables_apart(lines: Sequence[Row]) -> list[Row]:
    """The lines with tables that stand side by side one after the other.

    A second table shows by names in the middle of lines, at one place, with figures before and behind them.
    """
    names = [(at, segment.left) for at, line in enumerate(lines) if (segment := _second_name(line)) is not None]
    out: list[Row] = []
    done = 0
    for first, last, left in _runs(lines, names):
        gutter = left - 1.0
        top, foot = _top(lines, first, gutter, done), _foot(lines, last, gutter)
        out += [*lines[done:top], *_left_first(lines[top : foot + 1], gutter)]
        done = foot + 1
    return [*out, *lines[done:]]


def _second_name(line: Row) -> Segment | None:
    """The name in the middle of a line of figures that has figures of its own behind it."""
    kinds = [_kind(segment.text) for segment in line.segments]
    places = [
        at for at in range(2, len(kinds) - 1) if kinds[at - 1] == kinds[at + 1] == "figure" and kinds[at] == "name"
    ]
    return line.segments[places[0]] if len(places) == 1 and kinds[0] == "name" else None


def _kind(text: str) -> str:
    if _is_figure(text) or says_nothing(text):
        return "figure"
    return "name" if _NAMED.search(text) else "mark"


def _runs(lines: Sequence[Row], names: Sequence[tuple[int, float]]) -> Iterator[tuple[int, int, float]]:
    """First line, last line and left end of the names, of each run of lines that name a second row at one place."""
    run: list[tuple[int, float]] = []
    for at, left in [*names, (len(lines) + 99, 0.0)]:
        edge = min((place for _, place in run), default=left)
        far = bool(run) and (at - run[-1][0] > _HEADS or abs(left - edge) > _INDENT)
        if run and (far or any(_crosses(line, min(edge, left) - 1.0) for line in lines[run[-1][0] : at])):
            if len(run) >= _NAMES and _is_apart(lines, run):
                yield run[0][0], run[-1][0], min(place for _, place in run)
            run = []
        run.append((at, left))


def _is_apart(lines: Sequence[Row], run: Sequence[tuple[int, float]]) -> bool:
    """Whether the names begin where a table does: most of them at one place, every gap before them wide."""
    left = min(place for _, place in run)
    even = sum(1 for _, place in run if place - left < 2.0)
    before = [left - max(s.right for s in lines[at].segments if s.right < left) for at, _ in run]
    wide = min(before) > 1.2 * median(lines[at].size for at, _ in run)
    return wide and 2 * even >= len(run) and not any(_heads_names(line, left) for line in _above(lines, run[0][0]))


def _above(lines: Sequence[Row], first: int) -> Sequence[Row]:
    return lines[max(0, first - _HEADS) : first]


def _heads_names(line: Row, left: float) -> bool:
    """Whether a line heads the names as a column among others ("Area", "City", "Share"), none of which is a period."""
    over = [at for at, segment in enumerate(line.segments) if segment.right > left and segment.left < left + _INDENT]
    after = line.segments[over[0] + 1 :] if over else ()
    return bool(over and over[0] > 0 and after) and not any(_PERIOD.search(segment.text) for segment in after)


def _top(lines: Sequence[Row], first: int, gutter: float, least: int) -> int:
    """The first line above that has heads on both sides of the gutter."""
    top = first
    for at in range(first - 1, max(least, first - _HEADS) - 1, -1):
        line = lines[at]
        if _crosses(line, gutter) or line.column:
            break
        if line.left < gutter < line.right:
            top = at
    return top


def _foot(lines: Sequence[Row], last: int, gutter: float) -> int:
    """The last line below in which one of the two tables goes on alone."""
    foot = last
    for (above, line), at in zip(pairwise(lines[last:]), range(last + 1, len(lines)), strict=False):
        near = 0 < above.base - line.base < 2.6 * line.size
        if not near or _crosses(line, gutter) or len(line.segments) < 2:
            break
        foot = at
    return foot
