"""English words as spaCy cuts them: its tokenizer followed step by step, with its own rules, of which a copy is shipped.

Method: Honnibal and Montani, spaCy 3 (MIT), `Tokenizer`: affixes are cut off a run of characters without blanks until
none is left or the rest is a special case; a special case that this took apart is put together again, within the run.

To load spaCy took a quarter of a check's processor time, and all that was wanted of it were these words. The rules are
those of the version that is installed: what `data/patterns.bin` holds of that version, else what it says itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from types import MappingProxyType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from .ahead import worked_out
from .late import late
from .lean_imports import import_without_commands

if TYPE_CHECKING:
    import re

    from spacy.tokenizer import Tokenizer

Range = tuple[int, int]
RULES = "spacy"  # the kind of row of what was worked out ahead
_RUN = late(r"\S+")
_BLANKS = late(r"\A\s+|\s\s+|[^\S ]")  # that count as a word: all but one blank between two words


def words_of(text: str) -> list[Range]:
    """The places of the words and marks of a text, blanks left out."""
    found: list[Range] = []
    for run in _RUN.finditer(text):
        start = run.start()
        for word in cut(run[0]):
            found.append((start, start + len(word)))
            start += len(word)
    return found


def count_words(text: str) -> int:
    """How many words spaCy makes of a text, those that are nothing but blanks counted too."""
    return len(words_of(text)) + sum(1 for _ in _BLANKS.finditer(text))


@lru_cache(maxsize=65536)
def cut(run: str) -> tuple[str, ...]:
    """The words of a run of characters without blanks.

    >>> cut("(don't),")
    ('(', 'do', "n't", ')', ',')
    """
    rules = _rules()
    return tuple(rules.mend(list(rules.cut(run))))


def is_special(word: str) -> bool:
    """Whether spaCy cuts a word in a way of its own, as it does "cannot"."""
    return word in _rules().special


class Rules:
    """What spaCy knows of English: words cut in a way of their own, and what is cut off or cut at."""

    def __init__(
        self,
        patterns: Iterable[tuple[str, int]],
        special: Mapping[str, Sequence[str]] = MappingProxyType({}),
        parted: Iterable[Sequence[str]] = (),
    ) -> None:
        """`patterns`: source and flags of those for prefixes, suffixes, infixes and addresses. `special`: words with
        their parts; `parted`: those of them that affixes would part, as they would."""
        self.special = special
        self._prefix, self._suffix, self._infix, self._url = (late(*pattern) for pattern in patterns)
        self._parted: dict[str, list[list[str]]] = defaultdict(list)
        for parts in parted:
            self._parted[parts[0]].append(list(parts))

    def cut(self, run: str) -> Iterator[str]:
        """The words of a run; a special one with an affix within it is left in parts."""
        behind: list[str] = []
        while run and run not in self.special:
            prefix, suffix = self._affixes(run)
            if prefix:
                yield run[:prefix]
            if suffix:
                behind.append(run[-suffix:])
            if not prefix and not suffix:
                break
            run = run[prefix : len(run) - suffix]
        yield from self.special.get(run) or self._inner(run)
        yield from reversed(behind)

    def _affixes(self, run: str) -> Range:
        """How much is cut off at either side."""
        prefix = _size(self._prefix.search(run))
        if prefix and run[prefix:] in self.special:
            return prefix, 0
        suffix = _size(self._suffix.search(run[prefix:]))
        return (0 if suffix and run[:-suffix] in self.special else prefix), suffix

    def _inner(self, run: str) -> Iterator[str]:
        """The words of what is left between the affixes."""
        done = 0
        for infix in () if self._url.match(run) else self._infix.finditer(run):
            start, end = infix.span()
            if start:
                yield from filter(None, (run[done:start], run[start:end]))
                done = end
        if done < len(run):
            yield run[done:]

    def mend(self, words: list[str]) -> list[str]:
        """The words, parts of a special one cut as it is; of two that overlap the longer one counts, then the first."""
        found = [
            (at, at + len(parts))
            for at, word in enumerate(words)
            for parts in self._parted.get(word, ())
            if words[at : at + len(parts)] == parts
        ]
        taken: set[int] = set()
        chosen: list[Range] = []
        for start, end in sorted(found, key=lambda place: (place[0] - place[1], place[0])):
            if start not in taken and end - 1 not in taken:
                chosen.append((start, end))
            taken.update(range(start, end))
        for start, end in sorted(chosen, reverse=True):
            words[start:end] = self.special["".join(words[start:end])]
        return words


def _size(found: re.Match[str] | None) -> int:
    return found.end() - found.start() if found else 0


@cache
def _rules() -> Rules:
    return Rules(*worked_out(RULES, version("spacy"), 0, read_rules))


def read_rules() -> tuple[list[tuple[str, int]], dict[str, list[str]], list[list[str]]]:
    """What the installed spaCy knows, as `Rules` takes it."""
    tokenizer: Any = load_tokenizer()
    *affixes, url = (
        search.__self__
        for search in (tokenizer.prefix_search, tokenizer.suffix_search, tokenizer.infix_finditer, tokenizer.url_match)
    )
    patterns = [(found.pattern, int(found.flags)) for found in (*affixes, url)]
    special = {word: [token.text for token in tokenizer(word)] for word in tokenizer.rules if not word.isspace()}
    parted = [word for word in special if any(affix.search(word) for affix in affixes)]
    return patterns, special, [list(Rules(patterns).cut(word)) for word in parted]


def load_tokenizer() -> Tokenizer:
    """spaCy's tokenizer of a blank English pipeline. It costs a third of a second to import, and another half with its
    command line; a whole pipeline would load all that is installed for spaCy."""
    import_without_commands("spacy")
    from spacy.lang.en import EnglishDefaults
    from spacy.language import create_tokenizer
    from spacy.vocab import Vocab

    pipeline: Any = SimpleNamespace(vocab=Vocab(), Defaults=EnglishDefaults)
    return create_tokenizer()(pipeline)
