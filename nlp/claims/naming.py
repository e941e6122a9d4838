"""Where a text names the parts of a business: what may be a name, for `segments` to settle.

A name is told for certain by its place ("revenue from X", a list item or table row with an amount of money, "the X
segment"), or in Chinese only perhaps, by being what moves; the second kind counts where it is met more than once. What
moves in English is left to `acting_names`.
"""

from __future__ import annotations

import re

from ..languages.en.qualifiers import PLAIN
from ..languages.en.segments import (
    ACRONYM,
    ACRONYM_END,
    BRAND_METRIC,
    GIVES,
    HEADED,
    ITEM,
    LEADING,
    LISTED,
    NAMED,
    NOT_A_NAME,
    NOT_SEGMENTS,
    OF_BRAND,
    QUALIFIED,
    RAN,
    REVENUE_FROM,
    ROW,
    RUNS,
    TABLE,
    TRAILING,
)
from ..languages.late import late
from ..languages.metric_kinds import NEVER_SEGMENTS
from ..languages.zh.segments import (
    ZH_BREAKDOWN,
    ZH_CLAUSE,
    ZH_CUT,
    ZH_FROM,
    ZH_GIVES,
    ZH_ITEM,
    ZH_LARGEST,
    ZH_LIST_NAMED,
    ZH_MOVES,
    ZH_NAMED,
    ZH_NO_NAME,
    ZH_QUOTED,
    ZH_ROW,
    ZH_TABLE,
)
from ..text import fold, simplify
from .metrics import find_metrics

_CERTAIN = (REVENUE_FROM, OF_BRAND, BRAND_METRIC, GIVES, RUNS, RAN)
_MARKED = late(r"[「」『』“”《》\"]|^是")
_ZH_CERTAIN = (ZH_NAMED, ZH_FROM, ZH_LARGEST, ZH_GIVES, ZH_ITEM)


def certain_names(text: str, lang: str) -> list[str]:
    """Names of parts of the business that stand where only such names stand, as printed."""
    return _english(fold(text)) if lang == "en" else _chinese(text)


def possible_names(text: str) -> list[str]:
    """What moves by an amount in a Chinese text: a part of the business, if it is met more than once."""
    folded = simplify(fold(text))
    return _han_names(text, folded, [m.span(1) for pattern in (ZH_MOVES, ZH_QUOTED) for m in pattern.finditer(folded)])


def _english(text: str) -> list[str]:
    flat = re.sub(r"\s+", " ", text)
    found = [match[1] for pattern in (HEADED, ITEM) for match in pattern.finditer(text)]
    for table in TABLE.finditer(text):
        found += [match[1] for match in ROW.finditer(table[1])]
    for match in ACRONYM.finditer(flat) if ACRONYM_END.search(flat) else ():
        long_form = re.sub(r"^.*\b(?:from|of|our|the|and|for|based)\s", "", match[1])
        found += [match[2], f'{long_form} ("{match[2]}")', f"{long_form} ({match[2]})"]
    for match in NAMED.finditer(flat):
        found.append(match[1])
    found += [match[1] for match in QUALIFIED.finditer(flat) if _narrows(flat, match)]
    for pattern in _CERTAIN:
        found += [match[1].strip() for match in pattern.finditer(flat)]
    for sentence in re.split(r"(?<=[a-z0-9%)])\.\s", flat):
        listed = [match[1] for match in LISTED.finditer(sentence)]
        found += listed if len(listed) > 1 else []
    return [name for name in map(_trim, found) if name]


def _narrows(flat: str, match: re.Match[str]) -> bool:
    """Whether what stands before "revenue" or "sales" is a name: no plain word, and no part of a metric's own name."""
    if (PLAIN - {"and"}) & set(match[1].lower().split()):
        return False
    return all(m.start >= len(match[1]) for m in find_metrics(flat[match.start(1) : match.end()], "en"))


def _trim(name: str) -> str:
    trimmed = re.sub(r"\s+(?:[a-z]+ly|also|again|has|have|had)$", "", LEADING.sub("", name.strip(" ,")))
    trimmed = TRAILING.sub("", trimmed)
    words = trimmed.lower().split()
    rest = len(words) > 2 and words[-2] == "and" and words[-1] in ("other", "others")  # "Services and other"
    plain = words[:1] and words[0] in NOT_SEGMENTS and not re.fullmatch(r"General(?: [A-Z][\w&'\-]*)+", trimmed)
    if not words or plain or (words[-1] in NOT_SEGMENTS and not rest) or NOT_A_NAME.search(trimmed):
        return ""
    named = find_metrics(trimmed, "en")
    is_metric = any(
        row.end == len(trimmed) and (row.start == 0 or row.name in NEVER_SEGMENTS) for row in named
    )  # "unit volumes" are a measure
    return trimmed if 2 <= len(trimmed) <= 60 and not is_metric else ""


def _chinese(text: str) -> list[str]:
    """Names as printed; they are found on a simplified copy of equal length."""
    folded = simplify(fold(text))
    places = [m.span(1) for pattern in _ZH_CERTAIN for m in pattern.finditer(folded)]
    for table in ZH_TABLE.finditer(folded):
        places += [m.span(1) for m in ZH_ROW.finditer(folded, *table.span(1))]
    lists = [fold(text[slice(*m.span(1))]) for m in ZH_LIST_NAMED.finditer(folded)]
    for passage in ZH_BREAKDOWN.finditer(folded):
        places += [m.span(1) for m in ZH_CLAUSE.finditer(folded, passage.start(), passage.end())]
    return [*lists, *_han_names(text, folded, places)]


def _han_names(text: str, folded: str, places: list[tuple[int, int]]) -> list[str]:
    names = []
    for first, end in places:
        cut = ZH_CUT.match(folded, first, end)
        start = cut.end() if cut else first
        words = folded[start:end]
        if (
            len(words) >= 2
            and words[-1] not in "及与和的"
            and not _MARKED.search(words)
            and not ZH_NO_NAME.match(words)
            and not find_metrics(words, "zh")
        ):
            names.append(fold(text[start:end]))
    return names
