"""Tables of aligned text to cells: lines whose figures stand under one another, with the heads of their columns.

Works on any text with columns kept by blanks, tabs or bars: plain text, Markdown, and PDFs as they are read. A wide
(Chinese) character counts two columns. Figures of one column overlap from line to line; what stands above a column, or
over several, is its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from unicodedata import east_asian_width

from ..amounts.cells import SYMBOL, is_note, read_cell, says_nothing
from ..languages.late import late
from ..places import Cell, Table
from ..text import fold, lines_with_offsets, simplify

# A wide blank is as wide as two: it keeps words apart but where letters are spaced out ("合　计").
_PIECE = late(r"[^\s|]+(?:(?:[ \u00a0]|(?<![^\s|][^\s|])\u3000)(?![ \u3000\u00a0|])[^\s|]+)*")
_BAR = late(r"\s*\|.*\|.*\|\s*")
_BARRED = late(r"[^|]+")
_APART = 1000  # display columns from one barred cell to the next
_YEAR = late(r"(?:19|20)[0-9]{2}")
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# A year, or a day of any: "September 30", "Ended June 30", 6月30日.
_DATED = late(rf"(?:19|20)[0-9]{{2}}|\b{_MONTH} [0-9]{{1,2}}\b|[0-9]{{1,2}} ?月 ?[0-9]{{1,2}} ?日")
_NEXT_DATE = late(r"(?<=\b(?:19|20)[0-9]{2}) (?=[A-Z0-9])|(?<=[年日]) (?=(?:19|20)[0-9]{2} ?年)")
_RULE = late(r"[\s\-=_|+:.]+")
_STOP = late(r"[.?!。？！;；]\Z")
_LONGEST = 400  # characters of a table's line
_BETWEEN = 3  # lines of words between two lines of figures of one table
_ABOVE = 8  # lines above the first figures in which heads of columns are looked for


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words at `start:end` of the text; `left..right` are display columns."""

    start: int
    end: int
    left: int
    right: int
    text: str

    @property
    def is_figure(self) -> bool:
        """A number, a dash, or "n.m."."""
        return read_cell(self.text) is not None or says_nothing(self.text)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank with its pieces; `gap`: blank lines above it."""

    pieces: tuple[_Piece, ...]
    gap: int

    @property
    def figures(self) -> tuple[_Piece, ...]:
        """The figures at the line's end, behind its label; none where they are all years."""
        found: list[_Piece] = []
        for piece in reversed(self.pieces):
            if not piece.is_figure:
                break
            found.append(piece)
        if len(found) == len(self.pieces) and len(found) > 1 and self.pieces[0].left < 8:
            found.pop()  # a figure where labels stand
        years = all(_YEAR.fullmatch(piece.text) for piece in found)
        return () if years else tuple(reversed(found))


def find_tables(text: str) -> tuple[Table, ...]:
    """Every table of a text, in order."""
    if "   " not in text and "\t" not in text and "|" not in text and "\u3000" not in text:
        return ()
    lines = list(_lines(text))
    return tuple(table for first, last in _runs(lines) if (table := _table(lines, first, last)) is not None)


def _lines(text: str) -> Iterator[_Line]:
    gap = 0
    for start, end, line in lines_with_offsets(text):
        if not line.strip() or (_RULE.fullmatch(line) and not any(read_cell(piece) for piece in line.split())):
            gap += not line.strip()
            continue
        yield _Line(tuple(_pieces(line, start)) if end - start <= _LONGEST else (), gap)
        gap = 0


def _barred(line: str, start: int) -> Iterator[_Piece]:
    """The cells of a line between bars, as Markdown has them: a column is told by counting, not by where it stands."""
    for hit in _BARRED.finditer(line, line.index("|")):
        body = hit[0].strip(" \t*_`")
        if body:
            begin = start + hit.start() + hit[0].index(body)
            left = _APART * (line.count("|", 0, hit.start()) - 1)
            yield _Piece(begin, begin + len(body), left, left + len(body), " ".join(body.split()))


def _pieces(line: str, start: int) -> Iterator[_Piece]:
    if _BAR.fullmatch(line):
        yield from _barred(line, start)
        return
    columns = [0]
    for char in line:
        step = 2 if east_asian_width(char) in "WF" else 8 - columns[-1] % 8 if char == "\t" else 1
        columns.append(columns[-1] + step)
    found = list(_PIECE.finditer(line))
    at = 0
    while at < len(found):
        hit = found[at]
        begin, stop, words = hit.start(), hit.end(), hit[0]
        after = found[at + 1] if at + 1 < len(found) else None
        if after is not None and SYMBOL.fullmatch(simplify(fold(words)).lower()) and read_cell(after[0]) is not None:
            stop, words, at = after.end(), line[begin : after.end()], at + 1
        yield _Piece(start + begin, start + stop, columns[begin], columns[stop], " ".join(words.split()))
        at += 1


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """First and last line of figures of each table."""
    rows = [at for at, line in enumerate(lines) if line.figures and line.pieces[0] is not line.figures[0]]
    run: list[int] = []
    for at in rows:
        if run and not _same_table(lines, run[-1], at):
            if _is_table(lines, run):
                yield run[0], run[-1]
            run = []
        run.append(at)
    if run and _is_table(lines, run):
        yield run[0], run[-1]


def _same_table(lines: Sequence[_Line], last: int, at: int) -> bool:
    between = lines[last + 1 : at]
    if len(between) > _BETWEEN or lines[at].gap > 1 or any(line.gap > 1 for line in between):
        return False
    if _shifted(lines[last].figures, lines[at].figures):
        return False
    headed = any(len(line.pieces) > 1 or _is_period(line) for line in between)
    return not headed and not any(_is_prose(line) for line in between)


def _shifted(above: Sequence[_Piece], below: Sequence[_Piece]) -> bool:
    """Whether two lines have as many figures, none near its fellow: columns of another width begin here."""
    pairs = list(zip(above, below, strict=False))
    same = len(above) == len(below) > 1
    near = (upper.left < lower.right + 3 and lower.left < upper.right + 3 for upper, lower in pairs[:-1])
    return same and not any(near)


def _is_period(line: _Line) -> bool:
    return bool(line.pieces) and all(_YEAR.search(piece.text) for piece in line.pieces) and line.pieces[0].left > 8


def _is_prose(line: _Line) -> bool:
    return not line.pieces or len(line.pieces[0].text) > 90 or _STOP.search(line.pieces[-1].text) is not None


def _is_table(lines: Sequence[_Line], run: Sequence[int]) -> bool:
    several = sum(1 for at in run if len(lines[at].figures) > 1)
    apart = all(lines[at].figures[0].left - lines[at].pieces[-len(lines[at].figures) - 1].right >= 2 for at in run)
    return apart and (several >= 1 or len(run) >= 3)


def _table(lines: Sequence[_Line], first: int, last: int) -> Table | None:
    body = range(first, last + 1)
    columns = _columns([lines[at].figures for at in body if lines[at].figures])
    if not columns:
        return None
    top = _top(lines, first, columns)
    cells: list[Cell] = []
    broken = {at for at in range(max(first - 1, 0), last) if _goes_on(lines, at)}
    for row, at in enumerate(range(top, last + 1)):
        if at < first or at not in broken:
            name = next((line for line in range(at, first - _ABOVE, -1) if line - 1 not in broken), at)
            cells += _cells(lines[at], row, columns, head=at < first, name=lines[name].pieces if name < at else ())
    start = min(cell.start for cell in cells)
    return Table(start=start, end=max(cell.end for cell in cells), cells=tuple(cells))


def _columns(rows: Sequence[Sequence[_Piece]]) -> list[tuple[int, int]]:
    """The stretch of display columns that each column of figures takes, from the rows with most figures outwards."""
    most = max(len(row) for row in rows)
    columns = [(piece.left, piece.right) for piece in next(row for row in rows if len(row) == most)]
    for row in rows:
        for piece in row:
            at = _nearest(piece, columns)
            left, right = columns[at]
            if len(row) == most or (piece.left < right and left < piece.right):
                columns[at] = min(left, piece.left), max(right, piece.right)
    clash = any(after[0] < before[1] for before, after in pairwise(columns))
    return [] if clash else columns


def _nearest(piece: _Piece, columns: Sequence[tuple[int, int]]) -> int:
    """The column a figure overlaps most, else the one that ends nearest to its end."""
    overlaps = [min(piece.right, right) - max(piece.left, left) for left, right in columns]
    best = max(range(len(columns)), key=lambda at: overlaps[at])
    if overlaps[best] > 0:
        return best
    return min(range(len(columns)), key=lambda at: abs(columns[at][1] - piece.right))


def _goes_on(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line is the beginning of the name below, which takes two lines or more and has its figures at the end.

    Names in small letters that follow one another are rows of their own: "basic", "diluted".
    """
    line, below = lines[at], lines[at + 1]
    if len(line.pieces) != 1 or line.figures or below.gap or line.pieces[0].text.endswith((":", "：")):
        return False
    after = lines[at + 2] if at + 2 < len(lines) else None
    again = after is not None and bool(after.figures) and after.pieces[0].text[:1].islower()
    return bool(below.pieces) and below.pieces[0].text[:1].islower() and not again


def _top(lines: Sequence[_Line], first: int, columns: Sequence[tuple[int, int]]) -> int:
    """The first line that is a head of columns: it stands over them, not over the labels."""
    top = first
    for at in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        line = lines[at]
        gap = lines[at + 1].gap
        if gap > 1 or not line.pieces or line.figures or _is_prose(line):
            break
        over = line.pieces[-1].right > columns[0][0] - 6 and (len(line.pieces) > 1 or line.pieces[0].left > 12)
        label = len(line.pieces) == 1 and line.pieces[0].left < 8
        if over and not label:
            top = at
        elif not label or gap:
            break
    return top


def _cells(
    line: _Line, row: int, columns: Sequence[tuple[int, int]], *, head: bool, name: Sequence[_Piece] = ()
) -> Iterator[Cell]:
    """The cells of a line; `name` is the beginning of its name on a line above."""
    figures = () if head else line.figures
    words = line.pieces[: len(line.pieces) - len(figures)]
    if head:
        heads = [piece for piece in words if piece.right > columns[0][0] - 6 and piece.left > 0]
        labels = [piece for piece in words if piece not in heads]
        over = [part for piece in heads for part in _dates_apart(piece, columns)]
    else:
        over, labels = [], list(words)
    while len(labels) > 1 and is_note(labels[-1].text):
        labels.pop()
    if labels:
        yield Cell(start=(name or labels)[0].start, end=labels[-1].end, row=row, column=0)
    for piece, (column, span) in zip(over, _spans(over, columns), strict=True):
        yield Cell(start=piece.start, end=piece.end, row=row, column=column + 1, span=span)
    for piece in figures:
        yield Cell(start=piece.start, end=piece.end, row=row, column=_nearest(piece, columns) + 1)


def _dates_apart(head: _Piece, columns: Sequence[tuple[int, int]]) -> Iterator[_Piece]:
    """Heads of two columns that stand a single blank apart: "Mar 31, 2031 Dec 31, 2030"."""
    cuts = [hit.start() for hit in _NEXT_DATE.finditer(head.text)]
    under = sum(1 for left, right in columns if left < head.right and head.left < right)
    if not cuts or len(cuts) >= under or head.end - head.start != len(head.text):
        yield head
        return
    for first, last in pairwise([0, *cuts, len(head.text)]):
        begin = first + (head.text[first] == " ")
        yield _Piece(head.start + begin, head.start + last, head.left + begin, head.left + last, head.text[begin:last])


def _spans(heads: Sequence[_Piece], columns: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """(first column, count) of each head: every column belongs to the head whose middle is nearest to its own."""
    if not heads:
        return []
    middles = [(head.left + head.right) / 2 for head in heads]
    owner = [min(range(len(heads)), key=lambda at: abs(middles[at] - (left + right) / 2)) for left, right in columns]
    years = len(columns) >= 2 * len(heads) and all(_DATED.search(head.text) for head in heads)
    out = []
    for at, head in enumerate(heads):
        mine = [column for column, nearest in enumerate(owner) if nearest == at]
        near = min(range(len(columns)), key=lambda c: abs((columns[c][0] + columns[c][1]) / 2 - middles[at]))
        if len(heads) == 1:
            out.append(_centred(head, mine, columns))
        elif not mine or (not years and _is_over(head, columns[near], _pitch(columns))):
            out.append((near, 1))
        else:
            out.append((mine[0], len(mine)))
    return out


def _pitch(columns: Sequence[tuple[int, int]]) -> float:
    """How far apart columns usually are."""
    return median(after[1] - before[1] for before, after in pairwise(columns)) if len(columns) > 1 else 0.0


def _is_over(head: _Piece, column: tuple[int, int], pitch: float) -> bool:
    """Whether a head is a word of one column's head: not wider than the column, and set in its middle or at its end."""
    off = abs(head.left + head.right - column[0] - column[1]) / 2
    return head.right - head.left <= 1.15 * pitch and (off <= min(pitch / 8, 2) or abs(head.right - column[1]) <= 1)


def _centred(head: _Piece, mine: Sequence[int], columns: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The run of columns whose middle is the head's; all of them where it is theirs by and large."""
    runs = [(first, last) for first in mine for last in mine if first <= last]

    def off(run: tuple[int, int]) -> float:
        return abs(columns[run[0]][0] + columns[run[1]][1] - head.left - head.right) / 2

    width = columns[mine[-1]][1] - columns[mine[0]][0]
    whole = (mine[0], mine[-1])
    best = whole if off(whole) <= 4 + width / 8 else min(runs, key=lambda run: (off(run), run[0] - run[1]))
    return best[0], best[1] - best[0] + 1
