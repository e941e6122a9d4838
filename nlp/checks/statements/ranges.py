"""Figures that two amounts make, or that one is made of: the ends of a range, the two of a move."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...amounts.read import find_amounts
from ...languages.late import late
from ..times import RULES
from . import cues
from .figures import Figure
from .printed import around, between, joined, point

_AROUND = late(r",?\s?\(?(?:plus\sor\sminus|plus/minus|give\sor\stake|\+/-|±|上下浮动|正负)\s?")
_BARE = late(r"[0-9.]+")
_DASH = late(r"\s?[-~]\s?")
_NEAR_END = 12
_MOST = late(r"最高|最多|至多|上限|顶格|\bup to\b|\bas (?:much|many|high) as\b|\bat most\b")
_LEAST = late(r"最低|最少|至少|起码|\bat least\b|\bas (?:little|few|low) as\b")


def is_end_of(said: Figure, ends: tuple[Decimal | None, ...], others: tuple[Decimal | None, ...]) -> bool:
    """Whether a number told as the most or the least is that end of a range: 最高增135% of 92%至135%."""
    if others[0] == others[1] or None in others or len(set(ends) - {None}) != 1:
        return False
    before = said.text.folded[max(said.clause_start, said.amount.start - _NEAR_END) : said.amount.start]
    most, least = _MOST.search(before) or ends[0] is None, _LEAST.search(before) or ends[1] is None
    return bool((most and ends[1] == others[1]) or (least and ends[0] == others[0]))


def put_together(rows: Sequence[Figure]) -> list[Figure]:
    """Ranges of two neighbours that nothing but a join parts; the second gives the unit when the first has none."""
    made = []
    for left, right in pairwise(rows):
        both = left.amount, right.amount
        gap = between(left.text.folded, *both)
        amount = around(*both) if _AROUND.fullmatch(gap) and left.line == right.line else None
        if amount is not None:
            made.append(Figure(left.text, amount, left.line, left.begin, right.until, both))
        if left.line != right.line or None in map(point, both) or not re.fullmatch(RULES[left.row.lang].joins, gap):
            continue
        if left.amount.unit in (right.amount.unit, "count"):
            made.append(Figure(left.text, joined(*both), left.line, left.begin, right.until, both))
    return made


def taken_apart(rows: Sequence[Figure]) -> list[Figure]:
    """The two figures of "fell $8 million to $90 million", which reads like a range."""
    made = []
    for row in rows:
        parted = re.search(r" to (?=\S*[0-9])", row.quote) if row.is_range and _moved(row) else None
        rates = row.amount.unit == "percent" and parted is not None and _BARE.fullmatch(row.quote[: parted.start()])
        if parted is None or rates or _is_told_as_range(row):
            continue  # "by 5 to 8 percent" is a range
        for start, end in ((0, parted.start()), (parted.end(), len(row.quote))):
            for amount in find_amounts(row.quote[start:end], "en"):
                shift = row.amount.start + start
                placed = replace(amount, start=amount.start + shift, end=amount.end + shift)
                made.append(Figure(row.text, placed, row.line, row.begin, row.until))
    return made


def _is_told_as_range(row: Figure) -> bool:
    """Whether the words before say so, or that of guidance behind; "shrank from 52 million to 5 million" moved."""
    before = row.text.folded[row.row.start : row.amount.start]
    after = row.text.folded[row.amount.end : row.amount.end + cues.NEAR_RANGE]
    if cues.GUIDANCE_BEHIND.match(after):
        return True
    rules = RULES[row.row.lang]
    from_ = cues.FROM.search(before)
    moved = f"(?:{rules.up}|{rules.down}|{cues.WENT})[^0-9]{{0,24}}$"
    if from_ is not None and re.search(moved, before[: from_.start()], re.IGNORECASE):
        return cues.EXPECTED.search(before) is not None
    own = row.begin - row.row.start  # "from 62% as costs fell 1 million to 54 million"
    return any(hit[0] != "from" or hit.start() >= own for hit in cues.RANGED.finditer(before))


def _moved(row: Figure) -> bool:
    rules, before = RULES[row.row.lang], row.text.folded[row.row.start : row.amount.start]
    return re.search(f"{rules.up}|{rules.down}|{cues.WENT}", before, re.IGNORECASE) is not None


def _is_move(left: Figure, right: Figure) -> bool:
    """Whether something moved by the one to the other: 增加270人至8420人."""
    kinds, times = {left.amount.kind, right.amount.kind}, (right.amount.value or 0) / (left.amount.value or 1)
    apart = kinds in ({"money"}, {"per_share"}, {"money", "per_share"}, {"percent", "count"})
    apart = apart or kinds == {"points", "count"} or (kinds == {"count"} and times > 2)
    return apart and _moved(left) and not _is_told_as_range(left) and (not left.is_guided or times > 2)


def one_range(left: Figure, right: Figure) -> bool:
    """Whether two neighbours of a statement are the ends of one range, and not two figures."""
    folded = left.text.folded
    gap = between(folded, left.amount, right.amount)
    by = folded[: left.amount.start].endswith(" by ") and not (
        _BARE.fullmatch(left.quote) and right.amount.unit == "percent"
    )
    if gap.strip() in ("to", "至", "到") and (by or _is_move(left, right)):
        return False  # "fell by 8 million to 90 million", 减少8亿元至90亿元
    if _AROUND.fullmatch(gap) or _DASH.fullmatch(gap) or gap.strip() in ("to", "至", "到"):
        return True
    return cues.BETWEEN.search(folded[max(0, left.amount.start - 30) : left.amount.start]) is not None and "and" in gap
