"""Whether what stands around a place of a document has all that a statement without amounts says.

Chinese has no blanks: a statement is covered with what stands around the place and with plain words, and nothing may be
left over. Of an English one every telling word must stand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...languages.en.wire import PLAIN_WORDS as ENGLISH
from ...languages.late import late
from ...languages.spaced_words import stem_in
from ...languages.zh.wire import PLAIN_WORDS
from ..times import RULES
from .around import lines_around
from .judge import Judge
from .names import is_short_for
from .texts import Text
from .words import words_of

_RUN = late(r"[\u3400-\u9fff]+")
_LABEL = late(r"[^:,。]{2,16}[:：]")
_LATIN = late(r"(?<![a-z0-9&'])[a-z][a-z&']*[a-z](?![a-z&'])")
_ALIKE, _LEAST = 0.6, 4  # of a word's letters, for "operating" and "operations"
_TELLING = 2  # words that a statement must have
_LONGEST = 4  # characters of a plain word


@cache
def _plain() -> frozenset[str]:
    return frozenset(PLAIN_WORDS)


def left_uncovered(said: Text, near: str, begin: int) -> list[str]:
    """The words of a statement that the text around a place does not have, short or not."""
    rows = _left_over(said, near, begin)
    return [said.folded[start:end] for start, end in rows if not _is_shortened(said.folded, start, end, near)]


def label_end(said: Text) -> int:
    """Where what is said begins, behind the name of who says it: 某公司:回购1亿元."""
    label = _LABEL.match(said.folded)
    return label.end() if label else 0


def _left_over(said: Text, near: str, begin: int) -> Iterator[tuple[int, int]]:
    """The stretches that nothing covers."""
    taken = _taken(said)
    for hit in _RUN.finditer(said.folded, begin):
        pieces = _cover(said.folded, hit.start(), hit.end(), near, taken)
        edges = [hit.start(), *(edge for piece in pieces for edge in piece), hit.end()]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if end > start:
                yield start, end


def _cover(folded: str, start: int, end: int, near: str, taken: bytearray) -> list[tuple[int, int]]:
    """The pieces that leave the fewest characters of a run uncovered, and are the fewest then."""
    best: list[tuple[int, int, int]] = [(0, 0, end)]  # characters left, pieces, where the next place is; from the end
    for at in range(end - 1, start - 1, -1):
        left, pieces, _ = best[end - at - 1]
        chosen = (left + 1, pieces, -(at + 1))
        for until in [at + 1] if taken[at] else _piece_ends(folded, at, end, near):
            left, pieces, _ = best[end - until]
            chosen = min(chosen, (left, pieces + 1, until), key=lambda row: row[:2])
        best.append(chosen)
    found, at = [], start
    while at < end:
        until = best[end - at][2]
        if until > 0:
            found.append((at, until))
        at = abs(until)
    return found


def _taken(said: Text) -> bytearray:
    """The places of times and amounts."""
    taken = bytearray(len(said.folded))
    for line in range(len(said.lines)):
        for time in said.times(line):
            taken[time.start : time.end] = b"\x01" * (time.end - time.start)
    for figure in said.figures:
        taken[figure.amount.start : figure.amount.end] = b"\x01" * (figure.amount.end - figure.amount.start)
    return taken


def _piece_ends(folded: str, at: int, end: int, near: str) -> Iterator[int]:
    """Where the pieces end that begin at a place and are in the document or plain."""
    for length in range(1, end - at + 1):
        piece = folded[at : at + length]
        known = length > 1 and piece in near
        if known or piece in _plain():
            yield at + length
        elif length >= _LONGEST:
            return


def _is_shortened(folded: str, start: int, end: int, near: str) -> bool:
    """Whether a stretch is short for words of the document, alone or with the character beside it: 外储, 中票."""
    if end - start > 1:
        return is_short_for(folded[start:end], near)
    pairs = [folded[max(0, start - 1) : end], folded[start : end + 1]]
    return any(len(pair) == 2 and _RUN.fullmatch(pair) and is_short_for(pair, near) for pair in pairs)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text at `start:end` with its stem; `plain` where any text may say it in other words."""

    start: int
    end: int
    word: str
    stem: str
    plain: bool


@cache
def _plain_english() -> frozenset[str]:
    stems = words_of(" ".join(ENGLISH), "en", lambda folded, lang: ())
    return stems | frozenset(stem_in(word, "en") for word in ENGLISH) | ENGLISH


def _tokens(text: Text, line: int, begin: int = 0) -> list[Token]:
    """The words of a line from `begin` on, without times and the smallest."""
    row, rules, found = text.lines[line], RULES["en"], []
    times = text.times(line)
    for hit in _LATIN.finditer(text.folded, max(begin, row.start), row.end):
        word = hit[0].removesuffix("'s")
        if word in rules.stop or any(time.start <= hit.start() < time.end for time in times):
            continue
        stem = stem_in(word, "en")
        found.append(Token(hit.start(), hit.end(), word, stem, word in _plain_english() or stem in _plain_english()))
    return found


def is_all_said(said: Text, place: int, judge: Judge, begin: int) -> bool:
    """Whether the lines around a place have every telling word of a statement, of which there are two at least."""
    theirs = {token.word for line in lines_around(place, judge.document) for token in _tokens(judge.document, line)}
    stems = {token.stem for line in lines_around(place, judge.document) for token in _tokens(judge.document, line)}
    mine = [token for line in range(len(said.lines)) for token in _tokens(said, line, begin) if not token.plain]
    known = [token for token in mine if token.stem in stems or _is_like(token.word, theirs)]
    return len(mine) >= _TELLING and len(known) == len(mine)


def _is_like(word: str, words: set[str]) -> bool:
    """Whether a word shares its beginning with one of some: "Korea" and "Korean"."""
    least = max(_LEAST, int(len(word) * _ALIKE + 0.99))
    return any(other[:least] == word[:least] for other in words if len(other) >= least and len(word) >= least)


__all__ = ["is_all_said", "label_end", "left_uncovered"]
