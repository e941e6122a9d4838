"""The shipped English-Chinese lexicon and the aligner's rules of each language, read once."""

from __future__ import annotations

from functools import cache

from ..resources import data_text
from .align_rules import AlignRules, read_forms
from .en import align as en
from .han_words import form_lengths
from .zh import align as zh

LEXICONS = ("lexicon_finance.txt", "lexicon_general.txt", "lexicon_public.txt")


@cache
def align_rules(code: str) -> AlignRules:
    """The rules of a language; for one that is not known, words between blanks and no lexicon."""
    english, chinese = read_forms("\n".join(data_text(name) for name in LEXICONS))
    if code == "zh":
        lengths = form_lengths(chinese)
        return AlignRules(
            code=code, spaced=False, forms=chinese, lengths=lengths, numerals=zh.NUMERALS, density=zh.DENSITY
        )
    if code == "en":
        return AlignRules(code=code, spaced=True, forms=english, numerals=en.NUMERALS, irregular=en.IRREGULAR)
    return AlignRules(code=code, spaced=True)
