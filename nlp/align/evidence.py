"""What a line offers to an aligner: numbers, Latin words, concepts and marks, as keys that both languages share.

A number is known by its significant digits, not by its value: "61.7 billion" and a Chinese text that says 6.17 where it
should say 617 must still meet, or no check could ever see the slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..languages.bilingual import align_rules
from ..languages.han_words import han_concepts, han_numbers
from ..languages.late import late
from ..languages.spaced_words import bare, spaced_concepts, spoken_numbers
from ..text import fold, simplify

Kind = Literal["number", "small", "latin", "concept", "mark"]
Key = tuple[Kind, str]
Ending = Literal["stop", "open", "bare", "aside"]

_WORD = late(r"[a-z\u00c0-\u024f0-9]++(?:['&./-][a-z\u00c0-\u024f0-9]++){0,8}+")
_DIGITS = late(r"[0-9]++(?:,[0-9]{3}+)*+(?:\.[0-9]++)?+")
_MARKS = {"?": "?", "!": "!", "(": "(", "[": "[", "【": "[", "%": "%", "…": "...", "...": "..."}
# A single quotation mark counts only where a blank or a line end stands beside it: "don't" quotes nothing.
_QUOTES = {
    "quote": late(r"[\"「『]|(?:^|\s)'"),
    "quote opens": late(r"^\s{0,9}+[\"'「『]"),
    "quote closes": late(r"[\"'」』][.,]?\s{0,9}+$"),
}
_QUOTED = late(r"[\"'「『」』]")
_LONGEST_WORD = 40
_ASIDE = late(r"[(\[【〔][^()\[\]【】〔〕]{1,60}+[)\]】〕][.!]?")
_OPENS_ASIDE = frozenset("([【〔")
_CLOSING = " \t\"'”’」』)]】〕》"
_STOPS, _OPEN = frozenset(".!?:。…"), frozenset(",;、—–-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line's evidence: its keys, its length in UTF-8 bytes, and how it ends."""

    keys: frozenset[Key]
    size: int
    ending: Ending


def read_line(text: str, lang: str) -> Line:
    """The evidence of one line written in `lang`."""
    rules = align_rules(lang)
    folded = simplify(fold(text)).lower()
    words = [bare(word) for word in _WORD.findall(folded) if len(word) <= _LONGEST_WORD]
    keys: set[Key] = {("mark", name) for mark, name in _MARKS.items() if mark in folded}
    if _QUOTED.search(folded):
        keys.update([("mark", name) for name, quote in _QUOTES.items() if quote.search(folded)])
    keys.update([_key("latin", word) for word in words if word.islower()])
    numbers = _DIGITS.findall(folded)
    if rules.spaced:
        numbers.extend(spoken_numbers(words, rules.numerals))
        concepts = spaced_concepts(words, lang)
    else:
        numbers.extend(han_numbers(folded, rules.numerals))
        concepts = han_concepts(folded, rules.forms, rules.lengths)
    keys.update([number_key(number) for number in numbers])
    keys.update([_key("concept", concept) for concept in concepts])
    size = max(1, len(text.strip().encode("utf-8", "surrogatepass")))
    return Line(keys=frozenset(keys), size=size, ending=ending_of(folded))


def ending_of(folded: str) -> Ending:
    """How a line ends: with a stop, with a mark after which a sentence goes on, with a word; or all of it in brackets.

    >>> ending_of("we grew, too."), ending_of("if so,"), ending_of("outlook"), ending_of("(applause)")
    ('stop', 'open', 'bare', 'aside')
    """
    said = folded.strip()
    if said[:1] in _OPENS_ASIDE and _ASIDE.fullmatch(said):
        return "aside"
    last = said.rstrip(_CLOSING)[-1:]
    return "stop" if last in _STOPS else "open" if last in _OPEN else "bare"


@lru_cache(maxsize=65536)
def _key(kind: Kind, name: str) -> Key:
    # One tuple for all lines that say it: tens of thousands of new ones keep the garbage collector busy.
    return kind, name


@lru_cache(maxsize=65536)
def number_key(digits: str) -> Key:
    """The key of a number: its significant digits, of the class `small` when there is but one.

    >>> number_key("12,500"), number_key("0.0125"), number_key("70")
    (('number', '125'), ('number', '125'), ('small', '7'))
    """
    significant = digits.replace(",", "").replace(".", "").strip("0") or "0"
    return ("small" if len(significant) == 1 else "number", significant)
