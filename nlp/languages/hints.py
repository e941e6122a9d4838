"""What a text must hold for a pattern to match anywhere in it, read off the pattern: most texts are then not searched.

>>> needed(r"(?:trailing|last) (?:12|twelve) months?")
((' month',), ('last', 'trailing'), ('12', 'twelve'), (' ',))
>>> needed("q[1-4]|[12]h|full year")
(('1h', '2h', 'full year', 'q1', 'q2', 'q3', 'q4'),)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]  # the only reader of patterns there is; not a public one
except ImportError:  # another Python has put it elsewhere: then every text is searched
    _parser = None

Words = frozenset[str]
_NOTHING = Words([""])

_MOST = 24  # more words than this take longer to look for than the pattern


def needed(pattern: str, flags: int = 0) -> tuple[tuple[str, ...], ...]:
    """Groups of words in lower case: a text in which `pattern` matches holds a word of every group, as far as can be told.

    Groups that are hardest to find come first.
    """
    if _parser is None:
        return ()
    groups = sorted(set(_groups(_parser.parse(pattern, flags))), key=_hardness, reverse=True)
    return tuple(tuple(sorted(group)) for group in groups)


def lowered(text: str) -> str:
    """The form of a text in which needed words are looked for: patterns that ignore case match no other characters."""
    return text.lower() if text.isascii() else text.casefold().replace("\u0131", "i").replace("\u0307", "")


class Hinted:
    """A pattern that knows what it needs, compiled when a text first holds that."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._source, self._flags = pattern, flags
        self._needed = needed(pattern, flags)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self._source, self._flags)

    def finditer(self, text: str, low: str) -> Iterator[re.Match[str]]:
        """As the pattern's own; `low` is `lowered(text)`."""
        for words in self._needed:
            for word in words:
                if word in low:
                    break
            else:
                return iter(())
        return self.pattern.finditer(text)


def _groups(items: Sequence[tuple[Any, Any]]) -> Iterator[Words]:
    """What each part of a sequence that may not be left out needs."""
    runs = _NOTHING  # the texts that the literal characters up to here spell
    for kind, value in [*items, ("END", None)]:
        name = str(kind)
        characters = _characters(name, value)
        if characters and len(runs) * len(characters) <= _MOST:
            runs = Words(run + character for run in runs for character in characters)
            continue
        if runs != _NOTHING:
            yield runs
        runs = characters if characters and len(characters) <= _MOST else _NOTHING
        if name == "SUBPATTERN":
            yield from _groups(value[-1])
        elif name == "ATOMIC_GROUP":
            yield from _groups(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
            yield from _groups(value[2])
        elif name == "BRANCH":
            hardest = [max(_groups(branch), key=_hardness, default=Words()) for branch in value[1]]
            words = Words().union(*hardest)
            if all(hardest) and len(words) <= _MOST:
                yield words


def _characters(name: str, value: Any) -> Words:
    """The characters that one item stands for; none where they are not listed one by one."""
    if name == "LITERAL":
        return Words([lowered(chr(value))])
    found: set[str] = set()
    for kind, content in value if name == "IN" else ():
        if str(kind) == "LITERAL":
            found.add(lowered(chr(content)))
        elif str(kind) == "RANGE" and content[1] - content[0] < 10:
            found |= {lowered(chr(code)) for code in range(content[0], content[1] + 1)}
        else:
            return Words()
    return Words(found)


def _hardness(words: Words) -> tuple[int, int, list[str]]:
    return min(map(len, words), default=0), -len(words), sorted(words)
