"""Damage done to aligned texts on purpose, with gold that follows it: lines dropped, merged, cut, a run left out.

Every draw is seeded, so a figure can be had again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .gold_beads import Aligned, Pairing

_STOP = re.compile(r"[.!?;,。！？；，](?=.)")


@dataclass(slots=True)
class _Group:
    """The lines of one gold bead: source lines, target lines."""

    sides: tuple[list[str], list[str]]


def drop_lines(text: Aligned, draw: random.Random, share: float = 0.05) -> Aligned:
    """Each side loses `share` of its lines, drawn one by one."""
    groups = _groups(text)
    for side in (0, 1):
        places = [(group, line) for group in groups for line in range(len(group.sides[side]))]
        for group, line in sorted(draw.sample(places, round(share * len(places))), key=lambda item: -item[1]):
            del group.sides[side][line]
    return _text(text, groups)


def leave_run_out(text: Aligned, draw: random.Random, share: float = 0.08) -> Aligned:
    """One side, drawn, loses one run of `share` of the beads."""
    groups = _groups(text)
    count, side = max(1, round(share * len(groups))), draw.randrange(2)
    start = draw.randrange(len(groups) - count + 1)
    for group in groups[start : start + count]:
        group.sides[side].clear()
    return _text(text, groups)


def ruffle(
    text: Aligned, draw: random.Random, *, lost: float = 0.05, merged: float = 0.1, cut: float = 0.05
) -> Aligned:
    """What happens to texts on the way: on one side of a bead a line is lost, joined with the next, or cut in two.

    No bead of one line on each side is touched twice, and no other bead at all, so that gold stays beyond dispute.
    """
    groups, place = _groups(text), 0
    while place < len(groups):
        side, chance = draw.randrange(2), draw.random()
        following = groups[place + 1 : place + 2]
        if _is_pair(groups[place]):
            if chance < 2 * lost:
                groups[place].sides[side].clear()
            elif chance < 2 * lost + merged and following and _is_pair(following[0]):
                _merge(groups, place, side)
            elif 2 * lost + merged <= chance < 2 * lost + merged + 2 * cut:
                _cut(groups[place].sides[side], draw)
        place += 1
    return _text(text, groups)


def _is_pair(group: _Group) -> bool:
    return len(group.sides[0]) == len(group.sides[1]) == 1


def _merge(groups: list[_Group], place: int, side: int) -> None:
    """Two beads become one: on one side two lines, on the other their join."""
    first, second = groups[place : place + 2]
    sides = ([*first.sides[0], *second.sides[0]], [*first.sides[1], *second.sides[1]])
    sides[side][:] = [_join(*sides[side])]
    groups[place : place + 2] = [_Group(sides)]


def _cut(lines: list[str], draw: random.Random) -> None:
    marks = [mark.end() for mark in _STOP.finditer(lines[0])]
    if marks:
        place = draw.choice(marks)
        lines[:] = [lines[0][:place].strip(), lines[0][place:].strip()]


def ruffle_with_gap(text: Aligned, draw: random.Random) -> Aligned:
    """As `ruffle`, and one run left out."""
    return leave_run_out(ruffle(text, draw), draw)


def cut_ends(text: Aligned, draw: random.Random) -> Aligned:
    """A side, drawn anew for each end, loses one to eight beads at the beginning and at the end."""
    groups = _groups(text)
    for end in (groups[: draw.randint(1, 8)], groups[-draw.randint(1, 8) :]):
        side = draw.randrange(2)
        for group in end:
            group.sides[side].clear()
    return _text(text, groups)


def leave_gaps(text: Aligned, draw: random.Random) -> Aligned:
    """Every 5 to 14 beads either side, drawn, loses one to eight beads."""
    groups, place = _groups(text), draw.randint(2, 8)
    while place < len(groups):
        side, count = draw.randrange(2), draw.choice((1, 1, 1, 2, 3, 5, 8))
        for group in groups[place : place + count]:
            group.sides[side].clear()
        place += count + draw.randint(5, 14)
    return _text(text, groups)


def lose_beside(text: Aligned, draw: random.Random, share: float = 0.4) -> Aligned:
    """Lines are joined and cut, and beside such beads a line of `share` of the neighbours is lost."""
    groups = _groups(ruffle(text, draw, lost=0.0, merged=0.15))
    for place, group in enumerate(groups):
        other = place + draw.choice((-1, 1))
        joined = all(group.sides) and not _is_pair(group)
        if joined and 0 <= other < len(groups) and _is_pair(groups[other]) and draw.random() < share:
            groups[other].sides[draw.randrange(2)].clear()
    return _text(text, groups)


def strangers(text: Aligned, other: Aligned, lines: int) -> Aligned:
    """The first lines of a text beside those of another: nothing belongs together."""
    source, target = text.source[:lines], other.target[:lines]
    gold = [*(((line,), ()) for line in range(len(source))), *(((), (line,)) for line in range(len(target)))]
    return Aligned(text.name, source, target, text.source_lang, other.target_lang, tuple(gold))


def trailing_off(text: Aligned, other: Aligned) -> Aligned:
    """A text whose target breaks off in the middle and goes on as another's."""
    groups = _groups(text)
    for group in groups[len(groups) // 2 :]:
        group.sides[1].clear()
    return _text(text, [*groups, *(_Group(([], [line])) for line in other.target[:15])])


def shuffle_target(text: Aligned, draw: random.Random) -> Aligned:
    """The beads' target sides in another order."""
    order, place = list(text.gold), 0
    draw.shuffle(order)
    moved: dict[int, int] = {}
    for _, lines in order:
        for line in lines:
            moved[line], place = place, place + 1
    target = [line for _, line in sorted((moved[number], line) for number, line in enumerate(text.target))]
    gold = tuple((source, tuple(moved[line] for line in lines)) for source, lines in text.gold)
    return Aligned(text.name, text.source, target, text.source_lang, text.target_lang, gold)


DAMAGES: dict[str, Callable[[Aligned, random.Random], Aligned]] = {
    "as written": lambda text, draw: text,
    "5% dropped": drop_lines,
    "run left out": leave_run_out,
    "ruffled": ruffle,
    "ruffled, gap": ruffle_with_gap,
    "ends cut": cut_ends,
    "gaps": leave_gaps,
    "lost beside n-m": lose_beside,
}
GAPS = ("run left out", "ruffled, gap", "ends cut", "gaps")
"""The damages that leave whole runs without counterpart."""


def _groups(text: Aligned) -> list[_Group]:
    return [
        _Group(([text.source[line] for line in source], [text.target[line] for line in target]))
        for source, target in text.gold
    ]


def _text(like: Aligned, groups: Sequence[_Group]) -> Aligned:
    source: list[str] = []
    target: list[str] = []
    gold: list[Pairing] = []
    for group in groups:  # of a bead that lost both sides nothing is left
        here = range(len(source), len(source) + len(group.sides[0]))
        there = range(len(target), len(target) + len(group.sides[1]))
        source.extend(group.sides[0])
        target.extend(group.sides[1])
        if here and there:
            gold.append((tuple(here), tuple(there)))
        else:
            gold.extend([*(((line,), ()) for line in here), *(((), (line,)) for line in there)])
    return Aligned(like.name, source, target, like.source_lang, like.target_lang, tuple(gold))


def _join(one: str, other: str) -> str:
    return one + other if one[-1:] > "\u2e7f" else f"{one} {other}"
