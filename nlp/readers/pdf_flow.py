"""How the lines of a PDF go on: which stand together, and which go on with the next.

A line goes on with the next when the next one's first word would not have fitted behind it: then the page's margin
broke it, not the writer. Where even lines that end in the middle of a sentence had room left, the writer broke them
all: then every line stays one, and only the ends of pages must be bridged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..amounts.cells import read_cell, says_nothing
from ..languages.late import late
from ..text import guess_language
from .pdf_lines import Row

STOP = late(r"[.?!。？！…:：;；][\"')\]”’」』）]{0,3}\Z")
_ENDS = late(r"[.?!。？！…:：;；)）\]】][\"')\]”’」』）]{0,3}\Z")
_BULLET = late(
    r"(?:[•●○▪■◦·➢]|[-–*] |\(?(?:[0-9]{1,3}|[a-z]|[ivx]{2,4})[.)] |[（(][0-9一二三四五六七八九十]{1,3}[)）])"
)
_HAN = late(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LETTER = late(r"[^\W\d_]")
_OPEN = late(r"\b[a-z]+\Z")  # headings end in a capitalized word or a number
_WORD = late(r"[A-Za-z]{2,}")
_LONGEST_WORD = 64
_HYPHEN = late(r"(?P<left>[A-Za-z]+)-\Z")
_SHORT = 25  # characters of a line that shows nothing of margins
_ENOUGH = 8  # lines that show who broke them
_FULL = 0.9  # share of them that the margin breaks, where it breaks all (0.8 in letters, else 0.96 and more)
_LONG = 0.6  # of the margin: a line that may have another sentence behind its last


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page (from 1), the page's right margin, and how far the line is set in, in blanks."""

    row: Row
    page: int
    margin: float
    indent: int


class Flow:
    """What the lines of a document show of one another.

    `spacing` is the distance of two lines in type sizes; `broken`: the writer broke the lines; `goes_on`: a sentence
    that ends with its line, long or not, is mostly followed by another of its paragraph; `spaced`: blanks stand between
    Chinese characters and Latin letters.
    """

    def __init__(self, lines: Sequence[Placed]) -> None:
        self.spacing = _spacing(lines)
        self.broken = self._is_broken(lines)
        self.goes_on = {long: self._mostly_goes_on(lines, long) for long in (False, True)}
        self.words = Counter(word.lower() for line in lines for word in _WORD.findall(line.row.text))
        self.spaced = _spaces_han(lines)

    def blocks(self, lines: Sequence[Placed]) -> Iterator[list[Placed]]:
        """Lines that stand together: a wider gap, another size of type or another page parts them."""
        block: list[Placed] = []
        for at, line in enumerate(lines):
            if block and not self._together(block, line, lines[at : at + 4]):
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def joins(self, last: Placed, line: Placed, text: str) -> bool:
        """Whether a line is the rest of the one before, whose text so far is `text`."""
        if self.broken or _BULLET.match(line.row.text) or len(last.row.segments) > 1 or len(line.row.segments) > 1:
            return False
        lettered = _LETTER.search(line.row.text) is not None
        if lettered and _ENDS.search(last.row.text) and guess_language(last.row.text) != guess_language(line.row.text):
            return False  # two languages take turns by paragraphs; hardly ever in the middle of one
        indented = line.row.left - last.row.left > 0.8 * line.row.size and not _BULLET.match(text)
        return _is_full(last, line) and not (indented and STOP.search(last.row.text))

    def glue(self, text: str, after: str) -> tuple[bool, str]:
        """Whether a hyphen at the end of `text` goes, and what stands between it and `after`."""
        cut = self._hyphen(text, after)
        return cut, "" if cut or not _needs_blank(text, after, self.spaced) else " "

    # A full line is rarely the last of its paragraph, even with a full stop at its end: so a paragraph goes on over the
    # end of a page where the last line is full and nothing speaks against it.
    def _together(self, block: Sequence[Placed], line: Placed, ahead: Sequence[Placed]) -> bool:
        last = block[-1]
        if last.page == line.page and last.row.base > line.row.base:
            return _is_close(last, line, self.spacing)
        if _is_tabular(last) or _is_tabular(line) or _BULLET.match(line.row.text):
            return False
        heading = self._is_heading(ahead)
        if self.broken:
            return self._bridges(block, line, heading)
        return not heading and (self.joins(last, line, last.row.text) or _is_open(block))

    def _bridges(self, block: Sequence[Placed], line: Placed, heading: bool) -> bool:
        """Whether lines that their writer broke go on over the end of a page; `heading`: one begins the next.

        Only a short line by itself ends no sentence and is whole: a heading, and further ones may follow.
        """
        last = block[-1]
        if STOP.search(last.row.text):
            return not heading and not last.row.text.endswith((":", "：")) and self.goes_on[_is_long(last)]
        alone = len(block) == 1 and not _is_long(last) and not _OPEN.search(last.row.text)
        listed = heading and not last.row.text.endswith(",")  # "Sincerely," stands by itself
        return listed or not alone or line.row.text[:1].islower()

    def _is_heading(self, ahead: Sequence[Placed]) -> bool:
        """Whether a page begins with a line or two that stand alone and end no sentence."""
        for last, line in pairwise(ahead):
            if STOP.search(last.row.text) or ahead[0].row.text[:1].islower():
                return False
            if last.page != line.page or not _is_close(last, line, self.spacing):
                return self.broken or not _is_full(last, line)
            if not self.broken and _is_full(last, line):
                return False
        return False

    def _is_broken(self, lines: Sequence[Placed]) -> bool:
        """Whether lines end in the middle of sentences though the next word would have fitted."""
        open_ = [
            _is_full(last, line)
            for last, line in pairwise(lines)
            if self._follows(last, line) and len(last.row.text) >= _SHORT and _is_midway(last.row.text, line.row.text)
        ]
        return len(open_) >= _ENOUGH and sum(open_) < _FULL * len(open_)

    def _mostly_goes_on(self, lines: Sequence[Placed], long: bool) -> bool:
        ends = [
            self._follows(last, line)
            for last, line in pairwise(lines)
            if last.page == line.page
            and STOP.search(last.row.text)
            and not _BULLET.match(line.row.text)
            and _is_long(last) == long
        ]
        return 2 * sum(ends) > len(ends)

    def _follows(self, last: Placed, line: Placed) -> bool:
        """Whether two lines of words stand together on one page."""
        single = len(last.row.segments) == len(line.row.segments) == 1
        return (
            single and last.page == line.page and last.row.base > line.row.base and _is_close(last, line, self.spacing)
        )

    def _hyphen(self, text: str, after: str) -> bool:
        """Whether the hyphen was put there by the break: the joined word is known, or its parts are not."""
        left, right = _HYPHEN.search(text, max(0, len(text) - _LONGEST_WORD)), re.match(r"[a-z]+", after)
        if left is None or right is None:
            return False
        whole = self.words[(left["left"] + right[0]).lower()]
        return whole > 0 or not (self.words[left["left"].lower()] > 1 and self.words[right[0].lower()] > 1)


def _spacing(lines: Sequence[Placed]) -> float:
    """The distance of two lines in type sizes, learned where the margin broke the first."""
    gaps = [
        (last.row.base - line.row.base) / line.row.size
        for last, line in pairwise(lines)
        if last.page == line.page and last.row.base > line.row.base and _is_full(last, line)
    ]
    usual = [gap for gap in gaps if gap < 3]
    return median(usual) if usual else 1.25


def _is_close(last: Placed, line: Placed, spacing: float) -> bool:
    gap = (last.row.base - line.row.base) / min(last.row.size, line.row.size)
    larger = max(last.row.size, line.row.size) > 1.15 * min(last.row.size, line.row.size)
    return gap <= 1.3 * spacing and not larger


def _is_tabular(line: Placed) -> bool:
    """Whether a line has figures in columns; the number of a paragraph may stand far before it, too."""
    return any(read_cell(segment.text) is not None or says_nothing(segment.text) for segment in line.row.segments[1:])


def _is_long(line: Placed) -> bool:
    return line.row.right > _LONG * line.margin


def _is_open(block: Sequence[Placed]) -> bool:
    """Whether a page ends among lines that their writer broke: several of them, and the last ends no sentence."""
    if len(block) < 2 or STOP.search(block[-1].row.text):
        return False
    return not any(_is_full(last, line) for last, line in pairwise(block[-3:]))


def _is_midway(text: str, after: str) -> bool:
    """Whether a line surely goes on with the next."""
    if STOP.search(text):
        return False
    return after[:1].islower() or (_HAN.match(text[-1]) is not None and _HAN.match(after[0]) is not None)


def _is_full(last: Placed, line: Placed) -> bool:
    """Whether the next line's first word would not have fitted; Chinese may also break a few characters earlier."""
    room = last.margin - last.row.right
    loose = (_HAN.match(last.row.text[-1]) or _HAN.match(line.row.text[0])) and not STOP.search(last.row.text)
    slack = 2.0 if loose else 0.5
    return line.row.segments[0].first + slack * line.row.size > room


def _needs_blank(text: str, after: str, spaced: bool) -> bool:
    if text.endswith(("-", "–", "—", "/")) and not text.endswith((" -", " –", " —")):
        return False
    left, right = _HAN.match(text[-1]), _HAN.match(after[0])
    if left and right:
        return False
    if left or right:
        return spaced and (text[-1].isalnum() and after[0].isalnum())
    return True


def _spaces_han(lines: Sequence[Placed]) -> bool:
    """Whether the document puts blanks between Chinese characters and Latin letters or digits."""
    text = "\n".join(line.row.text for line in lines)
    apart = len(re.findall(r"[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9%] [\u4e00-\u9fff]", text))
    close = len(re.findall(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]", text))
    return apart > close
