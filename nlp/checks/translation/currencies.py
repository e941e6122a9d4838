"""What a currency left unsaid stands for: a bare 元 of a translation is the currency that its other numbers have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from ...languages.late import late
from ...languages.twin_cues import CURRENCY_WORDS, DOLLARS
from ...records import Claim
from ..evidence import Evidence
from .compare import Said, is_money
from .context import said_of, twin_pairs

_BARE = late(r"[0-9万亿千百十]\s?元\s*$")
_FEWEST = 4  # amounts that show what 元 is
_MOST_OTHER = 10  # one in so many may be something else, and always one


def bare_currencies(claims: Iterable[Claim], evidence: Evidence) -> dict[str, str]:
    """By document: the currency that nearly every amount printed with 元 alone has in the other language.

    Documents that print 元 for several currencies, or too seldom to tell, are left out.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for english, chinese in twin_pairs(tuple(claims), evidence):
        if is_bare(said_of(chinese, evidence)) and is_money(english.amount):
            counts[chinese.document_id][english.amount.unit] += 1
    found = {key: counted.most_common(1)[0] for key, counted in counts.items()}
    return {
        key: unit
        for key, (unit, count) in found.items()
        if count >= _FEWEST and counts[key].total() - count <= max(1, counts[key].total() // _MOST_OTHER)
    }


def is_bare(chinese: Said) -> bool:
    """Whether an amount is printed with 元 and no word that says whose."""
    return _BARE.search(chinese.folded) is not None and CURRENCY_WORDS.search(chinese.folded) is None


def is_otherwise(english: Claim, said: Said, chinese: Claim, words: Said, known: Mapping[str, str]) -> bool:
    """Whether the English names a currency that the bare 元 of the Chinese does not stand for there."""
    unit = known.get(chinese.document_id)
    if unit is None or not is_money(english.amount) or english.amount.unit == unit or not is_bare(words):
        return False
    plain = "$" in said.words and not CURRENCY_WORDS.search(said.folded)
    return not (plain and unit in DOLLARS)
