"""Characters of a page to lines: by their baselines, with blanks where gaps are, raised notes told apart.

A gap wider than a word's blank splits a line into segments: the cells of a table, a mark at the right, two columns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from ..amounts.cells import SYMBOL, read_cell
from ..languages.late import late
from ..text import fold
from .builder import raise_note

_BLANK = 0.17  # of the type size: a gap that is a blank
_WIDE = 1.4  # a gap that parts two columns
_NARROW = 0.75  # the same between two numbers
_BULLET = late(r"[•●○▪■◦·➢–*-]|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{2,4})[.)]|[（(][0-9一二三四五六七八九十]{1,3}[)）]")
_DATED = late(
    r"(?:19|20)[0-9]{2}(?:年度?|年.{0,5}[季日月度半年])?\Z|\b(?:[1-4]Q|Q[1-4]|FY|H[12])\s?'?(?:[0-9]{2}){1,2}[AE]?\Z"
)


class Glyph(NamedTuple):
    """A character drawn at `left..right` on a baseline, in points from the lower left corner."""

    char: str
    left: float
    right: float
    base: float
    size: float
    space: bool  # a blank was drawn before it


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text without a wide gap; `first` is the width of its first word.

    `gaps` are those wider than a blank, as (offset in the text, where the words before end, where those behind begin):
    in the heads of a table they part two columns.
    """

    left: float
    right: float
    text: str
    first: float
    gaps: tuple[tuple[int, float, float], ...] = ()

    def parted(self) -> tuple[Segment, ...]:
        """The pieces between the gaps."""
        starts = [(0, self.left), *((offset, begin) for offset, _, begin in self.gaps)]
        ends = [*((offset, end) for offset, end, _ in self.gaps), (len(self.text), self.right)]
        return tuple(
            Segment(left, right, self.text[first:last].strip(), right - left)
            for (first, left), (last, right) in zip(starts, ends, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A line of one column of the page: its segments from left to right. `column` is 0 where the page has one."""

    base: float
    size: float
    segments: tuple[Segment, ...]
    column: int = 0

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.segments[-1].right

    @property
    def text(self) -> str:
        """Its words, segments apart by two blanks."""
        return "  ".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order, with the page's width and height."""

    lines: tuple[Row, ...]
    width: float
    height: float


def read_page(glyphs: Sequence[Glyph], width: float, height: float) -> Page:
    """The lines of a page from its top, as they stand: what is side by side is in one line (see `pdf_columns`)."""
    lines = [line for line in map(_line, _baselines(glyphs)) if line is not None]
    return Page(tuple(lines), width, height)


def _baselines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters of one baseline together, from the top; a small raised character goes with the line it stands in."""
    ordered = sorted(glyphs, key=lambda glyph: (-glyph.base, glyph.left))
    groups: list[list[Glyph]] = []
    for glyph in ordered:
        last = groups[-1] if groups else None
        if last is not None and last[0].base - glyph.base <= 0.25 * max(last[-1].size, glyph.size):
            last.append(glyph)
        else:
            groups.append([glyph])
    return _with_notes(groups)


def _with_notes(groups: list[list[Glyph]]) -> list[list[Glyph]]:
    """Groups of raised notes joined to the line right below, whose type is larger."""
    out: list[list[Glyph]] = []
    for group in groups:
        above = out[-1] if out else None
        if above is not None and len(above) <= 12 and len(above) < len(group):
            size = median(glyph.size for glyph in group)
            near = above[0].base - group[0].base < 0.65 * size
            if near and all(glyph.size < 0.8 * size and _touches(glyph, group) for glyph in above):
                group.extend(glyph._replace(base=glyph.base) for glyph in above)
                out.pop()
        out.append(group)
    return out


def _touches(note: Glyph, line: Sequence[Glyph]) -> bool:
    return any(-1.0 < note.left - glyph.right < glyph.size for glyph in line)


def _line(group: Sequence[Glyph]) -> Row | None:
    glyphs = sorted(group, key=lambda glyph: (glyph.left, glyph.right))
    size = median(glyph.size for glyph in glyphs)
    if size <= 0:
        return None
    base = median(glyph.base for glyph in glyphs)
    runs: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        run = runs[-1]
        gap = glyph.left - run[-1].right if run else 0.0
        if gap > _WIDE * size or (gap > _NARROW * size and _ends_cell(_text(run, base, size))):
            runs.append([glyph])
        elif not (run and _doubles(run[-1], glyph)):
            run.append(glyph)
    segments = [_segment(run, base, size) for run in runs if run]
    kept = [segment for segment in segments if segment.text.strip()]
    return Row(base, size, tuple(_with_bullets(kept, size))) if kept else None


def _doubles(last: Glyph, glyph: Glyph) -> bool:
    """Bold type is sometimes the same character drawn twice, a hair apart."""
    return last.char == glyph.char and abs(last.left - glyph.left) < 0.12 * glyph.size


def _ends_cell(text: str) -> bool:
    """Whether a run of text is a figure, a currency, or the head of a column that ends in a year or quarter."""
    return _is_figure(text) or (len(text) <= 40 and _DATED.search(text) is not None)


def _is_figure(text: str) -> bool:
    return read_cell(text) is not None or SYMBOL.fullmatch(fold(text).lower().strip()) is not None


def _segment(run: Sequence[Glyph], base: float, size: float) -> Segment:
    text = _text(run, base, size)
    first = next((at for at in range(1, len(run)) if _may_break(run[at - 1], run[at], size)), len(run))
    gaps = [at for at in range(1, len(run)) if run[at].left - run[at - 1].right > _NARROW * size]
    places = tuple((len(_text(run[:at], base, size)), run[at - 1].right, run[at].left) for at in gaps)
    return Segment(run[0].left, run[-1].right, text, run[first - 1].right - run[0].left, places)


def _text(run: Sequence[Glyph], base: float, size: float) -> str:
    out: list[str] = []
    note: list[str] = []
    for at, glyph in enumerate(run):
        blank = at > 0 and _apart(run[at - 1], glyph, size)
        if glyph.size < 0.8 * size and glyph.base > base + 0.15 * size and glyph.char.isascii():
            note.append(glyph.char)
            continue
        if note:
            out.append(raise_note("".join(out[-4:]), "".join(note)))
            note = []
        out.append(f" {_plain(glyph.char)}" if blank else _plain(glyph.char))
    if note:
        out.append(raise_note("".join(out[-4:]), "".join(note)))
    return "".join(out)


def _plain(char: str) -> str:
    """Ligatures as their letters; everything else as drawn."""
    return unicodedata.normalize("NFKC", char) if "\ufb00" <= char <= "\ufb06" else char


def _apart(last: Glyph, glyph: Glyph, size: float) -> bool:
    gap = glyph.left - last.right
    return gap > _BLANK * size or (glyph.space and gap > 0.03 * size)


def _may_break(last: Glyph, glyph: Glyph, size: float) -> bool:
    return _apart(last, glyph, size) or _is_wide(last.char) or _is_wide(glyph.char)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")


def _with_bullets(segments: Sequence[Segment], size: float) -> list[Segment]:
    """A bullet, or the number of a list, goes with the text it opens."""
    if len(segments) > 1 and _BULLET.fullmatch(segments[0].text) and segments[1].left - segments[0].right < 5 * size:
        mark, after = segments[0], segments[1]
        return [Segment(mark.left, after.right, f"{mark.text} {after.text}", mark.first), *segments[2:]]
    return list(segments)
