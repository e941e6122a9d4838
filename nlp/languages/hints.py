"""What a text must hold for a pattern to match anywhere in it, read off the pattern: most texts are then not searched.

>>> needed(r"(?:trailing|last|past) (?:\\d+|twelve) months?")
((' month',), ('last ', 'past ', 'trailing '))
>>> needed("I (?:also )?(?:like|love) it")
(('like it', 'love it'), ('i ',))
>>> needed("q[1-4]|[12]h|full year")
(('1h', '2h', 'full year', 'q1', 'q2', 'q3', 'q4'),)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, cast

from .ahead import compiled, worked_out

try:
    from re import _parser  # type: ignore[attr-defined]  # the only reader of patterns there is; not a public one
except ImportError:  # another Python has put it elsewhere: then every text is searched
    _parser = None

Words = frozenset[str]
Items = Sequence[tuple[Any, Any]]  # (kind, value) as Python's parser of patterns gives them
_NOTHING = Words([""])

# Many sentences hold one of them: the last to look for.
_COMMON = frozenset(
    "the and that this for are was were have has had will would can could our your you what how about with from".split()
)
_FEW = 4  # choices between words are spelt out with what stands beside them up to so many
_MOST = 96  # longer lists are not spelt out: more words take longer to look for than most patterns
_SENTENCE = 400  # characters; of longer texts only the last few are remembered


def needed(pattern: str, flags: int = 0) -> tuple[tuple[str, ...], ...]:
    """Groups of words in lower case: a text in which `pattern` matches holds a word of every group, as far as can be told.

    Groups that are hardest to find come first.
    """
    return read(pattern, flags)[0]


def _parsed(pattern: str, flags: int) -> Items:
    """The items of a pattern; none where there is no reader of patterns."""
    return () if _parser is None else _items(_parser.parse(pattern, flags))


def _items(parsed: Any) -> Items:
    """What a part of a parsed pattern consists of; going through the part itself takes three times as long."""
    return cast(Items, parsed.data)


def _shortest(words: Words) -> Words:
    """The words without those that hold another of them: a text with "thank you" has "thank"."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(map(word.__contains__, kept)):
            kept.append(word)
    return Words(kept)


def beginnings(pattern: str, first: str, most: int, flags: int = 0) -> Words:
    """What may follow `first` at the beginning of a match: `most` characters in lower case, fewer where any may go on.

    >>> sorted(beginnings("(?:net |gross )?profits?|na+|[nm]aus?", "n", 2))
    ['a', 'aa', 'au', 'et']
    """
    some = _begun(pattern, most + 1, flags)
    return Words(text[1:].rstrip(_ANY) for text in some if text[:1] in (first, _ANY, ""))


@lru_cache(maxsize=1024)  # asked for once for each character with which a pattern may begin
def _begun(pattern: str, most: int, flags: int) -> Words:
    return Words(worked_out(f"begun {most}", pattern, flags, lambda: begun(pattern, most, flags)))


def begun(pattern: str, most: int, flags: int = 0) -> list[str]:
    """The first `most` characters of what matches, in lower case; `_ANY` stands for those that are not listed."""
    return sorted(_begin(_parsed(pattern, flags), {""}, most))


_ANY = "\0"  # stands for a character that is not listed


def _look_ahead(items: Items) -> str:
    """A look at the first character, for patterns of which all that a match may begin with are known, else nothing.

    Most places are then passed at once; where case is ignored, Python tries every branch at every place.
    """
    begun = _begin(items, {""}, 1)
    if not all(len(text) == 1 and text != _ANY for text in begun):
        return ""
    first = "".join(map(re.escape, sorted(begun | {text.upper() for text in begun})))
    return f"(?=[{first}])"


def _is_anchored(items: Items) -> bool:
    return bool(items) and str(items[0][0]) == "AT" and str(items[0][1]) in ("AT_BEGINNING", "AT_BEGINNING_STRING")


def read(pattern: str, flags: int = 0) -> tuple[tuple[tuple[str, ...], ...], bool, str]:
    """What a pattern needs, whether nothing but the beginning of a text can match, and the look at a first character."""
    items = _parsed(pattern, flags)
    groups = sorted(set(map(_shortest, _groups(items))), key=_hardness, reverse=True)
    plain = not flags & re.MULTILINE and _FLAGS.match(pattern) is None
    anchored = plain and _is_anchored(items)
    needed = tuple(tuple(sorted(group)) for group in groups)
    return needed, anchored, _look_ahead(items) if plain and not anchored else ""


_REACHING = re.compile(r"[^{]*(?:\.|\[\^[^]]*\])\{0,[0-9]{2,}")
_FLAGS = re.compile(r"\(\?[a-zA-Z]+\)")  # they must stand first
_KEPT = re.compile(r"(\\.|\(\?P)|[A-Z]+", re.DOTALL)  # what a pattern in lower case keeps: classes, named groups
_ODD = str.maketrans("İıſ", "iis")  # a pattern that ignores case takes them for these


def _begin(items: Items, begun: set[str], most: int) -> set[str]:
    """The first characters of what matches `items` after what `begun` holds."""
    for kind, value in items:
        going_on = {text for text in begun if len(text) < most and not text.endswith(_ANY)}
        if not going_on:
            break
        begun = (begun - going_on) | _follow(kind.name, value, going_on, most)
    return begun


def _follow(name: str, value: Any, begun: set[str], most: int) -> set[str]:
    if name == "LITERAL":
        one = _literal(value)
        return {text + one for text in begun}
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return begun
    if name == "BRANCH":
        return set[str]().union(*(_begin(_items(branch), begun, most) for branch in value[1]))
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _begin(_items(value[-1] if name == "SUBPATTERN" else value), begun, most)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        found = set() if value[0] else begun
        for _ in range(min(value[1], most)):
            begun = _begin(_items(value[2]), begun, most)
            found = found | begun
        return found
    return {text + one for text in begun for one in _characters(name, value) or (_ANY,)}


def lowered(text: str) -> str:
    """The form of a text in which needed words are looked for: patterns that ignore case match no other characters."""
    return _lowered(text) if len(text) <= _SENTENCE else _lowered_long(text)


def _lower(text: str) -> str:
    return text.lower() if text.isascii() else text.casefold().replace("\u0131", "i").replace("\u0307", "")


_lowered = lru_cache(maxsize=1024)(_lower)  # many patterns are looked for in a text, one after the other
_lowered_long = lru_cache(maxsize=4)(_lower)


class Hinted:
    """A pattern that knows what it needs, compiled when a text first holds that. Used as a compiled pattern is."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags
        self.bit = self.doubt = 1  # by which a sentence tells whether it may match (`Hearing`)

    @cached_property
    def _read(self) -> tuple[tuple[tuple[str, ...], ...], bool, str]:
        # Not before it is asked for: many patterns of a language, or of tables, meet no text in a run.
        own = self._pattern, self._flags
        needed, anchored, first = worked_out("read", *own, lambda: read(*own))
        return tuple(map(tuple, needed)), anchored, first

    @cached_property
    def needed(self) -> tuple[tuple[str, ...], ...]:
        """Groups of words; a text without a word of each holds no match."""
        return self._read[0]

    @cached_property
    def _anchored(self) -> bool:
        """Whether nothing but the beginning of a text can match."""
        return self._read[1]

    @cached_property
    def _reaches(self) -> bool:
        """Whether a match looks far into the text: "^.{0,70}them"."""
        return self._anchored and _REACHING.match(self._pattern) is not None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compiled(self._behind(self._pattern), self._flags)

    @property
    def _plain(self) -> re.Pattern[str]:
        """The pattern for one place to try: what it needs is not read for that."""
        return self.__dict__.get("compiled") or compiled(self._pattern, self._flags)

    @cached_property
    def _in_lower_case(self) -> re.Pattern[str] | None:
        """The pattern for texts in lower case, if it ignores case and has no other letters than those of ASCII."""
        if not self._flags & re.IGNORECASE or "(?-" in self._pattern or not self._pattern.isascii():
            return None
        lower = _KEPT.sub(lambda found: found[1] or found[0].lower(), self._pattern)
        return compiled(self._behind(lower), self._flags & ~re.IGNORECASE)

    def _behind(self, pattern: str) -> str:
        first = self._read[2]
        return f"{first}(?:{pattern})" if first else pattern

    def may_match(self, text: str) -> bool:
        """Whether the text has what a match anywhere in it needs."""
        needed = self.needed
        if not needed:
            return True
        low = _lowered(text) if len(text) <= _SENTENCE else _lowered_long(text)
        for words in needed:
            for word in words:
                if word in low:
                    break
            else:
                return False
        return True

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As the pattern's own."""
        if self._anchored:  # there is one place to try
            found = self.__dict__["search"] = self.compiled.match  # from now on without this method
            return found(text, start, end)
        return self.compiled.search(text, start, end) if self.may_match(text) else None

    def is_in(self, text: str, may: int = -1) -> bool:
        """Whether the pattern matches anywhere in the text: sooner told than where. `may`: the bits that were heard."""
        if not may & self.bit:
            return False
        if self._anchored and not self._reaches:
            return self.search(text) is not None
        if may & self.doubt and not self.may_match(text):
            return False
        pattern, text = self._sooner(text)
        return (pattern.match if self._anchored else pattern.search)(text) is not None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the pattern matches, half-open: sooner told than by matches."""
        if self.may_match(text):
            pattern, text = self._sooner(text)
            for found in pattern.finditer(text):
                yield found.span()

    def _sooner(self, text: str) -> tuple[re.Pattern[str], str]:
        """A pattern and a text of the same length that match at the same places."""
        pattern = self._in_lower_case
        if pattern is None:
            return self.compiled, text
        return pattern, lowered(text) if text.isascii() else text.translate(_ODD).lower()

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As the pattern's own."""
        return self.compiled.finditer(text, start, end) if self.may_match(text) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As the pattern's own."""
        return self.compiled.sub(new, text) if self.may_match(text) else text

    def count(self, texts: Iterable[str]) -> int:
        """How many matches all texts have."""
        return sum(1 for text in texts for _ in self.finditer(text))

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As the pattern's own, and without looking first: there is one place to try."""
        found = self.__dict__["match"] = self._plain.match  # from now on without this method
        return found(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As the pattern's own, and without looking first."""
        found = self.__dict__["fullmatch"] = self._plain.fullmatch
        return found(text, start, end)


class ManyHinted:
    """Many patterns of which a text matches few: each word that some of them need is looked for once."""

    def __init__(self, patterns: Sequence[Hinted]) -> None:
        self.patterns = tuple(patterns)
        self._always = 0  # bits stand for patterns
        bits: dict[str, int] = {}
        for at, pattern in enumerate(self.patterns):
            for word in pattern.needed[0] if pattern.needed else ():
                bits[word] = bits.get(word, 0) | 1 << at
            self._always |= 0 if pattern.needed else 1 << at
        self._bits = tuple(bits.items())

    def finditer(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Each pattern's number with its matches, in the order of the patterns."""
        for at in self._that_may_match(text):
            for match in self.patterns[at].compiled.finditer(text):
                yield at, match

    def that_match(self, text: str) -> Iterator[int]:
        """The numbers of the patterns that match somewhere in the text."""
        return (at for at in self._that_may_match(text) if self.patterns[at].compiled.search(text))

    def _that_may_match(self, text: str) -> Iterator[int]:
        low, found = lowered(text), self._always
        for word, bits in self._bits:
            if word in low:
                found |= bits
        while found:
            lowest = found & -found
            at = lowest.bit_length() - 1
            if self.patterns[at].may_match(text):
                yield at
            found ^= lowest


def _groups(items: Items) -> Iterator[Words]:
    """What each part of a sequence that may not be left out needs."""
    runs = going_on = _NOTHING  # the texts that the characters up to here spell; with those that may follow them
    tail = ""  # characters behind them, one after the other
    for kind, value in items:
        name = kind.name
        if name == "LITERAL":
            tail += _literal(value)
            continue
        if tail:
            runs = going_on = Words([run + tail for run in going_on])
            tail = ""
        characters = _spelt(value) if name == "BRANCH" else _characters(name, value)
        if characters and len(going_on) * len(characters) <= (_FEW if name == "BRANCH" else _MOST):
            runs = going_on = Words(run + character for run in going_on for character in characters)
            continue
        optional = _optional(name, value) if runs != _NOTHING else _NOTHING
        if optional != _NOTHING and len(going_on) * len(optional) <= _MOST:  # "y[ -]?o"
            going_on = Words(run + character for run in going_on for character in optional)
            continue
        if runs != _NOTHING:
            yield runs
        runs = going_on = characters if characters and len(characters) <= _MOST else _NOTHING
        if name == "SUBPATTERN":
            yield from _groups(_items(value[-1]))
        elif name == "ATOMIC_GROUP":
            yield from _groups(_items(value))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
            yield from _groups(_items(value[2]))
        elif name == "BRANCH":
            hardest = [max(_groups(_items(branch)), key=_hardness, default=Words()) for branch in value[1]]
            words = Words().union(*hardest)
            if all(hardest) and len(words) <= _MOST:
                yield words
    runs = Words([run + tail for run in going_on]) if tail else runs
    if runs != _NOTHING:
        yield runs


@lru_cache(maxsize=4096)
def _literal(code: int) -> str:
    return _lower(chr(code))


def _characters(name: str, value: Any) -> Words:
    """The characters that one item stands for; none where they are not listed one by one."""
    if name == "LITERAL":
        return Words([_literal(value)])
    found: set[str] = set()
    for kind, content in value if name == "IN" else ():
        if kind.name == "LITERAL":
            found.add(lowered(chr(content)))
        elif kind.name == "RANGE" and content[1] - content[0] < 10:
            found |= {lowered(chr(code)) for code in range(content[0], content[1] + 1)}
        else:
            return Words()
    return Words(found)


def _spelt(branches: Any) -> Words:
    """What a choice between plain words may be ("like" or "love"); none where a branch is more than a word."""
    found = [_items(branch) for branch in branches[1]]
    if not all(items and all(kind.name == "LITERAL" for kind, _ in items) for items in found):
        return Words()
    return Words("".join(_literal(code) for _, code in items) for items in found)


def _optional(name: str, value: Any) -> Words:
    """What an item that may be one of a few characters, or be left out, stands for; `_NOTHING` for any other item."""
    if name != "MAX_REPEAT" or value[0] or value[1] != 1 or len(value[2]) != 1:
        return _NOTHING
    ((kind, content),) = _items(value[2])
    return _characters(kind.name, content) | _NOTHING


def _hardness(words: Words) -> tuple[int, int, list[str]]:
    return min(map(_rarity, words), default=0), -len(words), sorted(words)


def _rarity(word: str) -> int:
    bare = word.strip()
    return 2 if bare in _COMMON else len(bare)
