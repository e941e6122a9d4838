"""Which of many patterns a sentence may match, told by its words: each word is looked at once in a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

from .hints import Hinted
from .late import late

_RUN = late(r"[a-z0-9]+")
_SHORT = 3  # characters by which the pieces of words are looked up


class Hearing:
    """Gives each pattern its `bit`; a sentence without the bit has no match of the pattern, one without its `doubt` has
    all that the pattern needs.

    A word that a pattern needs is heard by the longest run of letters and digits in it, which stands within one word of a
    sentence; what has no run of two characters ("n't", "?") is looked for as it is.
    """

    def __init__(self, patterns: Iterable[Hinted]) -> None:
        self._always = 1  # the bit of patterns that nobody listens for
        self._doubts = 0
        self._odd: dict[str, int] = {}
        self._pieces: dict[str, dict[str, int]] = {}  # by their first characters
        for place, pattern in enumerate(dict.fromkeys(patterns)):
            pattern.bit, pattern.doubt = 2 << 2 * place, 4 << 2 * place
            self._doubts |= pattern.doubt
            if not pattern.needed:
                self._always |= pattern.bit
            for word in pattern.needed[0] if pattern.needed else ():
                self._listen(word, pattern)
        self._within = lru_cache(maxsize=65536)(self._heard_in)

    def _listen(self, word: str, pattern: Hinted) -> None:
        piece = max(_RUN.findall(word), key=len, default="")
        known, name = (self._pieces.setdefault(piece[:_SHORT], {}), piece) if len(piece) > 1 else (self._odd, word)
        whole = name == word and len(pattern.needed) == 1
        known[name] = known.get(name, 0) | pattern.bit | (pattern.doubt if whole else 0)

    def may(self, text: str, words: Sequence[str]) -> int:
        """The bits of the patterns that may match in `text`, of which `words` are the runs of letters and digits in lower
        case, "&" and "-" among them.
        """
        if not text.isascii():
            return -1
        found = reduce(or_, map(self._within, words), self._always)
        low = text.lower()
        for odd, bits in self._odd.items():
            if odd in low:
                found |= bits
        return found ^ self._doubts  # what was heard for certain takes the doubt away

    def _heard_in(self, word: str) -> int:
        found = 0
        for start in range(len(word) - 1):
            for end in (start + 2, start + _SHORT):
                for piece, bits in self._pieces.get(word[start:end], {}).items():
                    if word.startswith(piece, start):
                        found |= bits
        return found
