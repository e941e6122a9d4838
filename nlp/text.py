"""Folding of equal length, offsets and stable ids. A hit in a folded copy is a place in the text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from .resources import data_text

_NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_QUOTES = {ord(a): b for a, b in zip("‘’‚‛“”„‟‐‑‒–—―−\u00a0\u2009\u202f", "''''\"\"\"\"-------   ", strict=True)}
_SENTENCE = 400  # characters; of longer texts only the last few are remembered
_FOLD = _NARROW | _QUOTES
_FOLD_TEXT = {chr(k): v if isinstance(v, str) else chr(v) for k, v in _FOLD.items()}
_FOLDED = re.compile("[" + re.escape("".join(map(chr, _FOLD))) + "]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")


def fold_width(text: str) -> str:
    """Full-width forms as ASCII, one character for one.

    >>> fold_width("同比增长１２．５％")
    '同比增长12.5%'
    """
    return text if text.isascii() else text.translate(_NARROW)


_LINE_ENDS = str.maketrans("\n\r\t", "   ")


def unwrap(text: str) -> str:
    """Equal-length copy with blanks for line ends and tabs: a line that ends within a name ends nothing."""
    return text.translate(_LINE_ENDS)


def fold(text: str) -> str:
    """Width, quotes, hyphens and blanks folded to ASCII; the length never changes.

    >>> fold("“net loss” – １２．５％")
    '"net loss" - 12.5%'
    """
    if text.isascii():
        return text
    return _fold(text) if len(text) <= _SENTENCE else _fold_long(text)


@lru_cache(maxsize=4096)  # every stage folds the same sentences again
def _fold(text: str) -> str:
    # `translate` looks at every character, `sub` at those that change: few in English, most marks in Chinese.
    if len(text) < 16 * len(_FOLDED.findall(text, 0, 2000)):
        return text.translate(_FOLD)
    return _FOLDED.sub(_folded, text)


_fold_long = lru_cache(maxsize=8)(_fold.__wrapped__)


def _folded(hit: re.Match[str]) -> str:
    return _FOLD_TEXT[hit[0]]


@cache
def _to_simplified() -> dict[int, int]:
    hant, hans = data_text("hant_hans.txt").split("\n")[-3:-1]
    return {ord(a): ord(b) for a, b in zip(hant, hans, strict=True)}


def simplify(text: str) -> str:
    """Traditional characters as Simplified, one for one (OpenCC's character table).

    >>> simplify("營收達到 2.8 億元")
    '营收达到 2.8 亿元'
    """
    if text.isascii():
        return text
    return _simplified(text) if len(text) <= _SENTENCE else _simplified_long(text)


@lru_cache(maxsize=4096)  # every stage folds the same sentences again
def _simplified(text: str) -> str:
    # `translate` looks every character up; most text has none to change, and a search says so sooner.
    return text.translate(_to_simplified()) if _changeable().search(text) else text


_simplified_long = lru_cache(maxsize=8)(_simplified.__wrapped__)


@cache
def _changeable() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(map(chr, _to_simplified()))) + "]")


def traditional_pairs() -> tuple[tuple[str, str], ...]:
    """Every Traditional character that `simplify` changes, with its Simplified form."""
    return tuple((chr(one), chr(other)) for one, other in sorted(_to_simplified().items()))


def count_han(text: str) -> int:
    """How many Han characters `text` has."""
    return 0 if text.isascii() else _many(_HAN, text)


def _many(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def guess_language(text: str) -> str:
    """`zh` when Han characters carry the text, else `en`. A Han character weighs as much as two Latin letters.

    >>> guess_language("营收 RMB 2.8 亿元"), guess_language("so-called 荣联 brand"), guess_language("12.5%")
    ('zh', 'en', 'en')
    """
    han = count_han(text)
    return "zh" if han and 2 * han >= _many(_LATIN, text) else "en"


@cache
def _script_evidence() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Traditional, and only Simplified text has.

    Being in the table is not enough: 升 is the Simplified form of 昇 and good Traditional too, 著 the reverse. So a
    character must be in its own script's national character set and missing from the other's.
    """
    table = _to_simplified()
    traditional = frozenset(c for c in map(chr, table) if _encodes(c, "big5") and not _encodes(c, "gb2312"))
    simplified = frozenset(c for c in map(chr, table.values()) if _encodes(c, "gb2312") and not _encodes(c, "big5"))
    return traditional, simplified


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def guess_script(text: str) -> str:
    """`hant`, `hans`, `both` or `none`, by characters that exist in one script only.

    >>> guess_script("營收增長"), guess_script("营收增长"), guess_script("上升 12%")
    ('hant', 'hans', 'none')
    """
    only_traditional, only_simplified = _script_evidence()
    found = set() if text.isascii() else set(text)
    traditional, simplified = (_count(found & evidence, text) for evidence in (only_traditional, only_simplified))
    if not traditional and not simplified:
        return "none"
    if min(traditional, simplified) * 10 > max(traditional, simplified):
        return "both"
    return "hant" if traditional > simplified else "hans"


def _count(characters: set[str], text: str) -> int:
    """How many of these characters `text` has: sooner told than how many of each."""
    return _many(re.compile(f"[{''.join(sorted(characters))}]+"), text) if characters else 0


def stable_id(prefix: str, *parts: object) -> str:
    """An id derived from content: the same parts give the same id in every run.

    >>> stable_id("c", "release.txt", 1, 2) == stable_id("c", "release.txt", 1, 2)
    True
    """
    return _digest(prefix, _framed(parts))


def _framed(parts: Iterable[object]) -> str:
    """Each part with its length, so that ("ab", "c") and ("a", "bc") differ whatever characters the parts hold."""
    framed = ""
    for part in parts:
        text = str(part)
        framed += f"{len(text)}:{text}"
    return framed


def _digest(prefix: str, framed: str) -> str:
    return f"{prefix}-{hashlib.sha256(framed.encode('utf-8', 'surrogatepass')).digest()[:6].hex()}"


class IdMaker:
    """Stable ids for rows of one kind; equal content is told apart by its ordinal. `first` is what all of them begin
    with: `IdMaker("s", "d-1")("We grew.")` is `IdMaker("s")("d-1", "We grew.")`.
    """

    def __init__(self, prefix: str, *first: object) -> None:
        self._prefix, self._first = prefix, _framed(first)
        self._seen: dict[str, int] = {}

    def __call__(self, *parts: object) -> str:
        """The next id for this content."""
        framed = self._first + _framed(parts)
        ordinal = self._seen.get(framed, 0)
        self._seen[framed] = ordinal + 1
        return _digest(self._prefix, f"{framed}{len(str(ordinal))}:{ordinal}" if ordinal else framed + "1:0")


def lines_with_offsets(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line as (start, end, line), the newline characters left out.

    >>> list(lines_with_offsets("a\\r\\nb"))
    [(0, 1, 'a'), (3, 4, 'b')]
    """
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        yield start, start + len(bare), bare
        start += len(line)
