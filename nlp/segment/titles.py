"""Titles and firms: what the words behind a speaker's name say."""

from __future__ import annotations

import re
from functools import lru_cache

from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import simplify

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
FIRM_WORD = late(
    r"\b(?:Inc|Corp|Corporation|LLC|LLP|Ltd|Limited|Co|Company|Group|Holdings?|PLC|AG|SE|NV|SA|Bank|Securities|Capital|"
    r"Markets?|Partners|Research|Advisors|Advisers|Management|Asset|Equity|Financial|Investments?|Division|Technologies|"
    r"Systems|Trust|Associates|Global|International|Brothers|Sons|Brokers|Stockbrokers)\b"
)


_AT = late(r"\A(?:at|of|from|with) (?=[A-Z0-9])")


@lru_cache(maxsize=16384)
def title_kind(text: str) -> str | None:
    """investor_relations, analyst or executive by the words of a title, in either language; else None."""
    plain = simplify(text)
    for rules in (_EN, _ZH):
        if rules.relations_words.search(plain):
            return "investor_relations"
    for rules in (_EN, _ZH):
        if rules.analyst_words.search(plain):
            return "analyst"
    for rules in (_EN, _ZH):
        if rules.executive_words.search(plain):
            return "executive"
    return None


def split_description(text: str) -> tuple[str | None, str | None]:
    """(title, firm) of what stands behind a name.

    >>> split_description("Lakeside Bank, Research Division - Senior Analyst")
    ('Senior Analyst', 'Lakeside Bank, Research Division')
    >>> split_description("Analyst, Lakeside Securities LLC")
    ('Analyst', 'Lakeside Securities LLC')
    """
    text = _AT.sub("", text.strip(" -,"))
    if not text:
        return None, None
    parts = re.split(r"\s+-+\s+|\s*\|\s*|\s*;\s+|\s+/\s+", text)
    if len(parts) > 1:
        first, rest = parts[0].strip(), " - ".join(parts[1:]).strip()
        return (
            (first, rest)
            if title_kind(first) and not title_kind(rest) and not FIRM_WORD.search(first)
            else (rest, first)
        )
    head, comma, tail = text.partition(", ")
    if comma and _title_only(head):
        cut = text.rfind(", ")
        last = text[cut + 2 :]
        if (
            FIRM_WORD.search(last)
            and not _title_only(last)
            and last.strip(".") in ("Inc", "LLC", "Ltd", "LLP", "Co", "Corp")
        ):
            cut = text.rfind(", ", 0, cut)
            last = text[cut + 2 :]
        return (text[:cut], last) if cut > 0 and not _title_only(last) else (text, None)
    if comma and not title_kind(head) and title_kind(tail):
        return tail, head
    return (text, None) if title_kind(text) and not _firm_like(text) else (None, text)


def _title_only(text: str) -> bool:
    return title_kind(text) is not None and not FIRM_WORD.search(text.replace("Management", "").replace("Markets", ""))


def _firm_like(text: str) -> bool:
    """ "Lakeside Capital Management" holds a word of titles and is a firm; "Head of Capital Markets" is a title."""
    return bool(FIRM_WORD.search(text.rsplit(" ", maxsplit=1)[-1])) and title_kind(text) is None
