"""What an amount is said to be: a level, a change or a share, and whether for better or worse."""

from __future__ import annotations

import re

from ...languages.late import late
from ..times import RULES
from .figures import Figure

_PACE_TO = late(r"(?:加快|加速|提速|放缓|减速)[至到]\s?(?:约|近)?$")
_CAME_TO = late(r"\bto\s(?:about\s|around\s)?$|[至到]\s?$")
_EFFECT = late(
    r"\b(?:impact|effect|hit|headwind|tailwind|benefit|drag|contribution)\b|影响"
)  # one that is put at a sum
_ADDED = late(r"\b(?:net )?add(?:ition)?s\b|\badded\b|新增")  # such a number is a level and a change


def stands_for(figure: Figure) -> str | None:
    """`change` where the words beside an amount say by how much something moved, `level` where it stands."""
    rules, folded = RULES[figure.row.lang], figure.text.folded
    before = folded[max(figure.row.start, figure.amount.start - 80) : figure.amount.start]
    after = folded[figure.amount.end : min(figure.row.end, figure.amount.end + 40)]
    if figure.amount.kind == "percent":
        moved = re.search(f"{rules.up}|{rules.down}", folded[figure.clause[0] : figure.amount.start], re.IGNORECASE)
        if moved and _CAME_TO.search(before) and not re.search(rules.growth, before):
            return "change" if _PACE_TO.search(before) else "level"
        return "change" if re.search(rules.moved_by, before, re.IGNORECASE) else None
    if figure.amount.kind not in ("money", "count", "per_share") or _ADDED.search(f"{before}|{after}"):
        return None
    if re.search(rules.moved_by, before, re.IGNORECASE) or re.search(rules.moved_after, after, re.IGNORECASE):
        return "change"
    told = re.search(rules.stands_at, before, re.IGNORECASE) and not _EFFECT.search(before)
    return "level" if told else None


def arrives(figure: Figure) -> bool:
    """Whether a number is what something came to: "from 23% to 25%"."""
    rules, start = RULES[figure.row.lang], figure.amount.start
    before = figure.text.folded[max(figure.row.start, start - 80) : start]
    return re.search(rules.stands_at, before, re.IGNORECASE) is not None


def is_share(figure: Figure) -> bool:
    """Whether a rate is said to be of a whole: "9.5% of sales"."""
    rules, folded = RULES[figure.row.lang], figure.text.folded
    after = folded[figure.amount.end : min(figure.row.end, figure.amount.end + 60)]
    before = folded[max(figure.row.start, figure.amount.start - 60) : figure.amount.start]
    told = re.search(rules.share_after, after, re.IGNORECASE) or re.search(rules.share_before, before, re.IGNORECASE)
    return figure.amount.unit in ("percent", "multiple") and told is not None


def went(figure: Figure) -> str | None:
    """`better` or `worse`, by the words of the amount's clause before it."""
    rules = RULES[figure.row.lang]
    words = figure.text.folded[figure.clause[0] : figure.amount.start]
    found = [bool(re.search(cue, words, re.IGNORECASE)) for cue in (rules.better, rules.worse)]
    return None if found[0] == found[1] else ("better" if found[0] else "worse")


def is_headline(figure: Figure) -> bool:
    """Whether a metric's name and its amount stand together: "net sales $618 million", 存货4亿元."""
    folded, start = figure.text.folded, figure.amount.start
    named = figure.text.metrics(folded[figure.row.start : figure.row.end], figure.row.lang)
    whole = figure.amount.kind in ("money", "per_share")
    return whole and any(
        not folded[figure.row.start + name.end : start].strip()
        for name in named
        if figure.row.start + name.end <= start
    )
