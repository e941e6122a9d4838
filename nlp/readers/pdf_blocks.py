"""Lines of a PDF to paragraphs: running heads left out, wrapped lines joined, tables kept in their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from unicodedata import east_asian_width

from ..amounts.cells import read_cell, says_nothing
from ..languages.late import late
from .builder import TextBuilder
from .pdf_flow import STOP, Flow, Placed
from .pdf_lines import Page, Row
from .pdf_repeats import without_repeats

_DIGITS = late(r"[0-9]+")
_NUMBER = late(r"(?:page )?[-–— ]*[0-9]{1,4}[-–— ]*(?:(?:of|/) *[0-9]{1,4})?", re.IGNORECASE)
_FURNITURE = late(r"www\.|©|copyright|all rights|\bpage 0", re.IGNORECASE)
_EDGE = 4  # lines at the top and bottom of a page among which running heads are looked for
_SENTENCE = late(r"[.?!。？！；;]\Z")
_FEW = 6  # lines of prose; fewer do not show where a page breaks them
_WIDEST = 220  # characters of a table's line


def write_pages(pages: Sequence[Page], builder: TextBuilder) -> None:
    """Add the blocks of all pages to `builder`, a paragraph that runs over a page's end as one."""
    heads = _heads(pages)
    bodies = without_repeats([_body(page, heads) for page in pages])
    lines = [line for at, page in enumerate(pages) for line in _placed(bodies[at], page.width, at + 1)]
    flow = Flow(lines)
    blocks = [
        _with_parted_heads(block) if _is_table(block) else block for block in _tables_joined(list(flow.blocks(lines)))
    ]
    for alike in _alike(blocks):
        if _is_table(alike[0]):
            _write_tables(alike, builder)
        else:
            _write_text(alike[0], builder, flow)


# --------------------------------------------------------------------------------------------------- running heads


def _heads(pages: Sequence[Page]) -> frozenset[str]:
    """What stands at the same height at the edge of most pages, digits as 0."""
    seen = Counter(key for page in pages for key in {_head_key(row, page) for row in _edges(page)})
    if len(pages) < 3:  # on two pages only what is plainly no text
        return frozenset(key for key, count in seen.items() if count > 1 and _FURNITURE.search(key))
    return frozenset(key for key, count in seen.items() if count >= max(3, (len(pages) + 1) // 2))


def _edges(page: Page) -> list[Row]:
    rows = sorted(page.lines, key=lambda row: -row.base)
    return rows if len(rows) <= 2 * _EDGE else [*rows[:_EDGE], *rows[-_EDGE:]]


def _head_key(row: Row, page: Page) -> str:
    side = "top" if row.base > page.height / 2 else "foot"
    height = page.height - row.base if side == "top" else row.base
    return f"{side} {round(height / 4)} {_DIGITS.sub('0', row.text)}"


def _body(page: Page, heads: frozenset[str]) -> list[Row]:
    edges = {id(row) for row in _edges(page)}
    lowest = min((row.base for row in page.lines), default=0.0)
    highest = max((row.base for row in page.lines), default=0.0)
    return [
        row
        for row in page.lines
        if not (id(row) in edges and _head_key(row, page) in heads)
        and not (row.base in (lowest, highest) and len(page.lines) > 1 and _NUMBER.fullmatch(row.text.strip()))
    ]


def _placed(rows: Sequence[Row], width: float, page: int) -> list[Placed]:
    ends = {at: _margins([row for row in rows if row.column == at], width) for at in {row.column for row in rows}}
    out = []
    for row in rows:
        left, right = ends[row.column]
        out.append(Placed(row, page, right, round(4 * (row.left - left) / row.size)))
    return out


def _margins(rows: Sequence[Row], width: float) -> tuple[float, float]:
    """Where lines of prose begin and end: the right end is the furthest that an eighth reach; marks may hang over."""
    left = min((row.left for row in rows), default=0.0)
    long = sorted((row.right for row in rows if len(row.segments) == 1 and len(row.text) >= 25), reverse=True)
    if len(long) < _FEW and rows and rows[0].column == 0:
        return left, max([width - left, *(row.right for row in rows)])  # margins are alike at both sides
    if not long:
        return left, max((row.right for row in rows), default=0.0)
    near = 0.6 * median(row.size for row in rows)
    least = max(1, len(long) // 8)
    return left, next(
        (right for right in long if sum(1 for other in long if right - near <= other <= right) >= least), long[0]
    )


# ----------------------------------------------------------------------------------------------------------- tables


def _is_table(block: Sequence[Placed]) -> bool:
    rows = [line for line in block if len(line.row.segments) > 1]
    figures = sum(1 for line in rows if any(_is_figure(segment.text) for segment in line.row.segments[1:]))
    return figures >= 2 or (figures == 1 and len(rows) * 2 > len(block)) or (bool(rows) and len(rows) == len(block))


def _is_figure(text: str) -> bool:
    return read_cell(text) is not None or says_nothing(text)


def _tables_joined(blocks: Sequence[list[Placed]]) -> list[list[Placed]]:
    """Rows of one table that stand further apart than lines of prose, with the heads of its columns above them."""
    out: list[list[Placed]] = []
    for block in blocks:
        last = out[-1] if out else None
        begun = last is not None and (_in_columns(last) or (last[-1].page < block[0].page and _is_heads(last)))
        if last is not None and begun and _in_columns(block) and _is_near(last, block):
            last.extend(block)
        else:
            out.append(list(block))
    return out


def _in_columns(block: Sequence[Placed]) -> bool:
    """Whether a block is tabular, or a lone short line such as the head of some columns or of a group of rows."""
    if any(len(line.row.segments) > 1 for line in block):
        return _is_table(block)
    return len(block) == 1 and len(block[0].row.text) <= 60 and not STOP.search(block[0].row.text)


def _is_heads(block: Sequence[Placed]) -> bool:
    """Whether a block may be the heads of columns, with the name of a group below: short pieces, far from the left."""
    rows = [line.row for line in block]
    pieces = [segment.text for row in rows for segment in row.segments]
    if not any(len(row.segments) > 1 for row in rows) or any(
        len(text) > 60 or _SENTENCE.search(text) for text in pieces
    ):
        return False
    return all(line.indent >= 12 for line in block if len(line.row.segments) > 1)


def _is_near(last: Sequence[Placed], block: Sequence[Placed]) -> bool:
    """Close enough for one table; one of the two must have columns."""
    above, below = last[-1], block[0]
    if above.page + 1 == below.page:  # a table goes on over the end of a page
        return _ends_in_columns(last) and any(len(line.row.segments) > 1 for line in block)
    if above.page != below.page or not any(len(line.row.segments) > 1 for line in (*last[-3:], *block)):
        return False
    gap = above.row.base - below.row.base
    alone = min(len(above.row.segments), len(below.row.segments)) == 1
    if alone and above.row.left <= _left_edge(block) + 1 and len(above.row.segments) == 1:
        return False  # a heading over the table, not over its columns
    most = 2.6 * min(above.row.size, below.row.size)
    if alone and len(last) > 1:  # a line of words under a table is one of its rows where it stands as close as they do
        most = min(most, 1.2 * (last[-2].row.base - above.row.base))
    return 0 < gap <= most


def _ends_in_columns(block: Sequence[Placed]) -> bool:
    """Whether a page ends among the lines of a table; the names of groups of lines may stand last."""
    named = [line for line in block[-2:] if len(line.row.segments) == 1 and len(line.row.text) <= 60]
    above = block[: len(block) - len(named)]
    return len(block[-1].row.segments) > 1 or (bool(above) and len(above[-1].row.segments) > 1)


def _left_edge(block: Sequence[Placed]) -> float:
    return min(line.row.left for line in block)


def _alike(blocks: Sequence[list[Placed]]) -> Iterator[list[list[Placed]]]:
    """Tables that follow one another with their figures in the same columns together, any other block by itself."""
    run: list[list[Placed]] = []
    for block in blocks:
        if run and not (_is_table(run[-1]) and _is_table(block) and _in_same_columns(run[-1], block)):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _in_same_columns(above: Sequence[Placed], below: Sequence[Placed]) -> bool:
    ends = _ends(above)
    return all(any(abs(end - other) < 3 for other in ends) for end in _ends(below))


def _ends(block: Sequence[Placed]) -> list[float]:
    """Where figures end."""
    return sorted({segment.right for line in block for segment in line.row.segments if _is_figure(segment.text)})


def _write_tables(blocks: Sequence[Sequence[Placed]], builder: TextBuilder) -> None:
    """Tables in common columns, so that one that goes on behind a blank line stands under its heads."""
    left = min(_left_edge(block) for block in blocks)
    scale = _scale([line for block in blocks for line in block])
    ends = [end for block in blocks for end in _ends(block)]
    for block in blocks:
        for at, line in enumerate(block):
            text = _aligned(line.row, left, scale, ends)
            if at == 0:
                builder.add_block([text], page=line.page)
            else:
                builder.add_line(text, page=line.page)


def _with_parted_heads(block: Sequence[Placed]) -> list[Placed]:
    """The lines with their segments cut at the gaps, the label at the left aside: heads stand close together."""
    left = _left_edge(block)
    out = []
    for line in block:
        segments = line.row.segments
        whole = 1 if segments[0].left - left < 40 else 0
        pieces = (*segments[:whole], *(piece for segment in segments[whole:] for piece in segment.parted()))
        out.append(replace(line, row=replace(line.row, segments=pieces)))
    return out


def _scale(block: Sequence[Placed]) -> float:
    """Characters a point, so many that no segment runs into the next column, by its left or by its right end."""
    pairs = [pair for line in block for pair in pairwise(line.row.segments)]
    needed = [(_wide(segment.text) + 2) / max(after.left - segment.left, 1.0) for segment, after in pairs]
    needed += [(_wide(after.text) + 2) / max(after.right - segment.right, 1.0) for segment, after in pairs]
    width = max(line.row.right for line in block) - min(line.row.left for line in block)
    return min(max(needed, default=0.2), _WIDEST / max(width, 1.0))


def _wide(text: str) -> int:
    """Columns of a fixed type: a Chinese character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _aligned(row: Row, left: float, scale: float, ends: Sequence[float]) -> str:
    """The segments at the columns of a fixed type: what ends where figures end, ends there; heads keep their middle."""
    out = ""
    for segment in row.segments:
        column = round((segment.left - left) * scale)
        if any(abs(segment.right - end) < 3 for end in ends):
            column = round((segment.right - left) * scale) - _wide(segment.text)
        elif segment.left - left > 40:
            column = round(((segment.left + segment.right) / 2 - left) * scale - _wide(segment.text) / 2)
        gap = column - _wide(out)
        out += " " * (max(gap, 2) if out else max(gap, 0)) + segment.text
    return out


# ------------------------------------------------------------------------------------------------------------- text


def _write_text(block: Sequence[Placed], builder: TextBuilder, flow: Flow) -> None:
    first = block[0]
    builder.add_block([" " * first.indent + first.row.text], page=first.page)
    text = first.row.text
    for last, line in pairwise(block):
        if not flow.joins(last, line, text):
            builder.add_line(" " * line.indent + line.row.text, page=line.page)
            text = line.row.text
            continue
        cut, glue = flow.glue(text, line.row.text)
        if cut:
            builder.trim(1)
        builder.extend_line(glue + line.row.text, page=line.page)
        text = f"{text[:-1] if cut else text}{glue}{line.row.text}"
