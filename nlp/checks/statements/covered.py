"""Words of a Chinese statement that stand where the document has others: 顾问费 for 终止费.

Chinese has no blanks: a statement is covered with what stands around the document's figures and with plain words, and
what is left over is strange.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...languages.late import late
from ...languages.zh.wire import PLAIN_WORDS
from .around import lines_around
from .figures import Text

_RUN = late(r"[\u3400-\u9fff]+")
_HOUSE = late(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{2}(?P<kind>证券|期货|银行|信托|资管|研究院|研究所|事务所|交易所|协会)"
)
_LABEL = late(r"[^:,。]{2,16}[:：]")
_CLAUSE = late(r"[,，。;；!?\n]|(?<=[^A-Za-z0-9])\s(?=\S)")
_LONGEST = 4  # characters of a plain word
_SHORTENED = 12  # characters in which those of a short name stand in order
_NOTHING = frozenset(
    "的了和与及或在为是于以之其该由从至到等均并且按将已对被把每各个约近逾超达有共年月日末底初时后前中内上下"
)


@cache
def _plain() -> frozenset[str]:
    return frozenset(PLAIN_WORDS)


def stranger_in(said: Text, places: Sequence[int], document: Text) -> str | None:
    """What is left over of a statement, where the document has other words around the places (offsets) that support it.

    A single character counts beside a neighbour that has another one there; so does what opens a statement, since a
    document need not name its company.
    """
    lines = sorted({0, *(line for place in places for line in lines_around(place, document))})
    near = "|".join(document.folded[document.lines[line].start : document.lines[line].end] for line in lines)
    found = _left_and_strange(said, near, document.folded) or _named_otherwise(said, document.folded)
    return found or _house_exchanged(said, near)


def _house_exchanged(said: Text, near: str) -> str | None:
    """A house (某某证券) that stands nowhere around the places, where another of its kind does."""
    for hit in _HOUSE.finditer(said.folded):
        others = re.findall(rf"[\u3400-\u9fff]{{2}}{hit['kind']}", near)
        if hit[0] not in near and others and not any(other in said.folded for other in others):
            return hit[0]
    return None


def _left_and_strange(said: Text, near: str, document: str) -> str | None:
    begin = label_end(said)
    for start, end, pieces in _left_over(said, document, begin):
        word = said.folded[start:end]
        if not _has_figure(said, start) or _is_shortened(said.folded, start, end, document):
            continue
        opens = not said.folded[:start].strip()  # the document need not name the company
        if (end - start > 1 and not opens) or _rival(said.folded, near, start, end, pieces):
            return word
    return None


def left_uncovered(said: Text, near: str, begin: int) -> list[str]:
    """The words of a statement that the text around a place does not have, short or not."""
    rows = [(start, end) for start, end, _ in _left_over(said, near, begin)]
    return [said.folded[start:end] for start, end in rows if not _is_shortened(said.folded, start, end, near)]


def _has_figure(said: Text, place: int) -> bool:
    """Whether an amount stands in the clause of a place."""
    start = max((hit.end() for hit in _CLAUSE.finditer(said.folded, 0, place)), default=0)
    after = _CLAUSE.search(said.folded, place)
    until = after.start() if after else len(said.folded)
    return any(start <= figure.amount.start < until for figure in said.figures)


def label_end(said: Text) -> int:
    """Where what is said begins, behind the name of who says it: 某公司:回购1亿元."""
    label = _LABEL.match(said.folded)
    return label.end() if label else 0


def _named_otherwise(said: Text, near: str) -> str | None:
    """The name before a colon, where the document has one that differs in a single character: 河东 for 河西."""
    name = said.folded[: label_end(said)].rstrip(" :")
    if not 2 <= len(name) <= 4 or name in near or not _RUN.fullmatch(name):
        return None
    forms = [
        "".join("[\u3400-\u9fff]" if at == other else char for other, char in enumerate(name))
        for at in range(len(name))
    ]
    found = any(re.search(rf"{form}[省市县区州国]", near) for form in forms)
    return name if found else None


def _left_over(said: Text, near: str, begin: int) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """The stretches that nothing covers, with the pieces of their run."""
    taken = _taken(said)
    for hit in _RUN.finditer(said.folded, begin):
        pieces = _cover(said.folded, hit.start(), hit.end(), near, taken)
        edges = [hit.start(), *(edge for piece in pieces for edge in piece), hit.end()]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if end > start:
                yield start, end, pieces


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
        return _is_short_for(folded[start:end], near)
    pairs = [folded[max(0, start - 1) : end], folded[start : end + 1]]
    return any(len(pair) == 2 and _RUN.fullmatch(pair) and _is_short_for(pair, near) for pair in pairs)


def _is_short_for(word: str, near: str) -> bool:
    """Whether all characters of a word stand in their order within some of the document."""
    if len(word) < 2:
        return False
    gap = f"[^,。;]{{0,{_SHORTENED}}}?"
    return re.search(gap.join(map(re.escape, word)), near) is not None


def _rival(folded: str, near: str, start: int, end: int, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether the document has something else beside a neighbour of a stretch, and nothing of the statement's."""
    telling = [piece for piece in pieces if folded[piece[0] : piece[1]] not in _plain()]
    after = next((piece for piece in telling if piece[0] == end), None)
    before = next((piece for piece in telling if piece[1] == start), None)
    if after is not None and (after[1] - after[0] > 1 or end - start > 1):
        beside = [
            near[hit.start() - 1] for hit in _hits(folded[after[0] : min(after[1], after[0] + 2)], near) if hit.start()
        ]
        if _others(beside, folded):
            return True
    if before is not None and before[1] - before[0] > 1:
        name = folded[max(before[0], before[1] - 2) : before[1]]
        beside = [near[hit.end()] for hit in _hits(name, near) if hit.end() < len(near)]
        if _others(beside, folded):
            return True
    return False


def _hits(word: str, near: str) -> Iterator[re.Match[str]]:
    return re.finditer(re.escape(word), near)


def _others(beside: Sequence[str], folded: str) -> bool:
    han = [char for char in beside if _RUN.fullmatch(char)]
    return bool(han) and not any(char in folded or char in _NOTHING for char in han)


__all__ = ["label_end", "left_uncovered", "stranger_in"]
