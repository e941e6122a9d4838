"""Numbers that stand in a name ("fab 5", "seven-year") and words that a name is shortened from."""

from __future__ import annotations

import re

from ...languages.late import late
from ..times import RULES
from .figures import Figure
from .texts import Text
from .words import Words, words_of

_NEXT_WORD = late(r"[\s-]?(?:[a-z]{2,20}|[\u3400-\u9fff]{2})")
_WORD_BEFORE = late(r"[a-z]{2,20}[ -]$")
_ORDERED = frozenset("天日周年月届次轮期")
_HAN_RUN = late(r"[\u3400-\u9fff]+")
_SHORT = 3
_NUMERALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)


def name_before(said: Figure, document: Text) -> tuple[int, int] | None:
    """Where the document prints a number behind the same word, and reads it as no amount: "fab 5"."""
    before = _WORD_BEFORE.search(said.text.folded, said.row.start, said.amount.start)
    if before is None or said.amount.kind != "count" or not said.quote.isdigit():
        return None
    if before[0][:-1] in RULES["en"].stop:
        return None  # "of 12" is met in dates
    places = re.finditer(rf"(?<![a-z]){re.escape(before[0])}{said.quote}(?![0-9.,]*[0-9a-z%])", document.folded)
    taken = {row.amount.start for row in document.figures}
    return next((hit.span() for hit in places if hit.end() - len(said.quote) not in taken), None)


def name_behind(said: Figure, document: Text) -> tuple[int, int] | None:
    """Where the document prints a small number as part of a name, with the same word behind it: "seven-year"."""
    amount, folded = said.amount, said.text.folded
    if amount.noun in _ORDERED and said.quote.isdigit():  # 上映12天 of 上映第12天
        found = re.search(rf"第\s?{said.quote}\s?{amount.noun}", document.folded)
        if found is not None:
            return found.span()
    after = _NEXT_WORD.match(folded, amount.end)
    value = amount.low  # "over seven years" as well
    if amount.kind != "count" or after is None or value is None or value != int(value):
        return None
    if not said.quote.isdigit() and not 0 < value <= len(_NUMERALS):
        return None
    names = [str(int(value)), *_NUMERALS[int(value) - 1 : int(value)]]
    word = re.escape(after[0].strip(" -")).removesuffix("s")
    gap = r"[\s-]?" if said.row.lang == "zh" else r"[\s-]"
    some = r"(?:\sof\s(?:the|its|our|their)\s(?:[a-z]+|[0-9]+))?"  # "three of the fourteen depots"
    found = re.search(rf"(?<![0-9.,a-z])(?:{'|'.join(names)}){some}{gap}{word}", document.folded)
    return found and found.span()


def is_called_short(said: Figure, other: Figure) -> bool:
    """Whether a Chinese name before an amount ends as the short one there: 伦锌 of what a text on 伦敦 calls 期锌."""
    mine, theirs = (_run_before(row) for row in (said, other))
    if not 1 < len(theirs) <= _SHORT:
        return False
    at = mine.find(theirs[-1], 1, _SHORT)
    return at > 0 and all(char in other.text.folded for char in mine[:at])


def _run_before(figure: Figure) -> str:
    """The first Han characters of an amount's own stretch, without ways."""
    rules = RULES[figure.row.lang]
    told = re.sub(f"{rules.up}|{rules.down}", " ", figure.text.folded[figure.begin : figure.amount.start])
    run = _HAN_RUN.search(told)
    return run[0] if run else ""


def is_short_for(word: str, near: str, reach: int = 12) -> bool:
    """Whether all characters of a word stand in their order within some of a text, no two farther apart than `reach`.

    >>> is_short_for("外储", "我国外汇储备规模")
    True
    """
    if len(word) < 2:
        return False
    gap = f"[^,。;]{{0,{reach}}}?"
    return re.search(gap.join(map(re.escape, word)), near) is not None


def spelled_out(acronym: str, text: Text) -> Words:
    """The words of a text that begin with the letters of an acronym, side by side."""
    letters = r"\w*[ -](?:(?:and|of|to|in|the|&) )?".join(acronym)
    spelled = re.search(rf"(?<![\w-]){letters}\w*", text.folded)
    return words_of(spelled[0], "en", text.metrics) if spelled else Words()
