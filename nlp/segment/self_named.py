"""Who asks and says his own name: "Thanks, it's Bo Tran from Lakeside Bank", 我是云汀证券的樊亦舟."""

from __future__ import annotations

from functools import lru_cache

from ..languages.calls import CALL_RULES
from ..text import simplify
from .names import is_person, looks_like_name
from .titles import FIRM_WORD, title_kind

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_HEAD = {"en": 160, "zh": 60}  # characters in which an asker says who he is


@lru_cache(maxsize=1024)  # asked again for each label under which somebody goes on
def names_self(words: str) -> tuple[str, str | None] | None:
    """(name, firm) of who says them as he begins to speak, or None.

    >>> names_self("Morning, it's Bo Tran from Lakeside Bank. On the margin, please.")
    ('Bo Tran', 'Lakeside Bank')
    """
    for rules in (_EN,) if words[: _HEAD["en"]].isascii() else (_ZH, _EN):
        head = words[: _HEAD[rules.code]]
        text = head if rules is _EN else simplify(head)
        for index, pattern in enumerate(rules.introduces):
            for found in pattern.finditer(text):
                name = head[found.start("name") : found.end("name")].strip(" .,")
                firm = head[found.start("firm") : found.end("firm")].strip(" .,") if found["firm"] else None
                behind = found.string[found.end("name") : found.start("firm")] if firm else ""
                told = rules is _ZH or index == 0 or len(behind.strip(" ,")) > 1 or FIRM_WORD.search(firm or "")
                if told and _is_own(name):
                    return name, firm
    return None


def _is_own(name: str) -> bool:
    return looks_like_name(name) and is_person(name) and title_kind(name) is None
