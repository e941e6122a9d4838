"""One person, one name: the labels of a call that name the same man or woman in different ways.

Equal but for middle names and initials; short for one another (Bob, Robert); part of one another (Ke Lin, Steven Ke
Lin); shown to be one by the text ("Ke Lin (Steven Lin)"); a slip of the pen. A list of participants spells the name,
else the form used most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ..languages.en.names import NICKNAMES
from ..languages.late import late
from ..languages.zh.names import SURNAMES
from .names import looks_like_name, name_key

_ALIAS = late(
    r"(?P<one>[A-ZÀ-ÞĀ-ɏ][\w'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.'-]*){1,3}),? (?:\(|also known as |or )[\"']?"
    r"(?P<two>[A-ZÀ-ÞĀ-ɏ][\w'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w.'-]*){0,3})[\"']?"
)
_SLIP = 0.8  # letters in common that a name and its misspelling have
_SMALL = frozenset("de da di do dos du van von der den del della la le bin al el y e ter ten af".split())


def canonical_names(labels: Sequence[str], listed: Iterable[str], words: Iterable[str]) -> dict[str, str]:
    """For every label that names a person, the name of that person; `words` is the running text of the call.

    >>> canonical_names(["Bob Dorn", "BO TRAN"], ["Robert A. Dorn"], ["Our question is from Bo Tran."])
    {'Bob Dorn': 'Robert A. Dorn', 'BO TRAN': 'Bo Tran'}
    """
    known = list(dict.fromkeys(listed))
    counts = Counter(labels)
    names = [*known, *(label for label in counts if label not in known)]
    spelt = _Spelling(words)
    joined = _joined(names, frozenset(known), counts, _aliases(words), spelt)
    out = {}
    for group in joined:
        best = max(
            group,
            key=lambda name: (name in known, counts[name], spelt.says(name) if len(group) > 1 else False, len(name)),
        )
        out.update({name: spelt.normal(best) for name in group if name in counts})
    return out


def _aliases(words: Iterable[str]) -> set[frozenset[str]]:
    """Pairs of name keys that the text gives as one person's."""
    out = set()
    for piece in words:
        if "(" in piece or "also known as" in piece:
            for hit in _ALIAS.finditer(piece):
                one, two = name_key(hit["one"]), name_key(hit["two"])
                if two.split()[-1:] == one.split()[-1:] or len(two.split()) == 1:
                    two = two if len(two.split()) > 1 else f"{two} {one.split()[-1]}"
                    out.add(frozenset((one, two)))
    return out


def _joined(
    names: Sequence[str], known: frozenset[str], counts: Counter[str], aliases: set[frozenset[str]], spelt: _Spelling
) -> list[list[str]]:
    """The names in groups, one group a person. Only names that share a first or last word, or a Chinese family name,
    are compared.
    """
    groups: list[list[str]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for name in names:
        words = name_key(name).split()
        words = [*words[:1], *words[-1:]] if name.isascii() else [*words[:1], *words[-1:], *name[:1]]
        near = {index for word in words for index in by_word[word]}
        found = next((i for i in sorted(near) if _fits(name, groups[i], known, counts, aliases, spelt)), None)
        if found is None:
            found = len(groups)
            groups.append([])
        groups[found].append(name)
        for word in words:
            by_word[word].append(found)
    return groups


def _fits(
    name: str,
    group: Sequence[str],
    known: frozenset[str],
    counts: Counter[str],
    aliases: set[frozenset[str]],
    spelt: _Spelling,
) -> bool:
    """Whether a name belongs to the person of `group`; two that a list tells apart are two persons."""
    key = name_key(name)
    for other in group:
        kin = name_key(other)
        if same_person(key, kin) or frozenset((key, kin)) in aliases:
            return not (name in known and other in known and key != kin)
        slip = name not in known and counts[name] <= 2 and misspelt(key, kin)
        if slip or (name not in known and counts[name] == 1 and _miswritten(key, kin) and not spelt.says(name)):
            return True
    return False


def _miswritten(one: str, other: str) -> bool:
    """Whether two Chinese names differ in one character of the given name, as 江可辰 and 江可晨, which sound alike."""
    if len(one) != 3 or len(other) != 3 or one[0] != other[0] or one[0] not in SURNAMES:
        return False
    return (one[1] == other[1]) != (one[2] == other[2])


@lru_cache(maxsize=65536)
def same_person(one: str, other: str) -> bool:
    """Whether two name keys can be one person's by their words alone."""
    a, b = one.split(), other.split()
    if one == other:
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    first, second = a[0], b[0]
    if first == second:
        return not _other_initial(a, b)
    if second in NICKNAMES.get(first, ()) or (min(len(first), len(second)) > 2 and _prefix(first, second)):
        return True
    return set(a) < set(b) or set(b) < set(a) or _initials(a, b) or _initials(b, a)


def _initials(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether one name has the initials of the other's first names: A.R. Lind is Ada-Ruth Lind."""
    letters = short[:-1]
    return len(letters) > 1 and len(short) == len(whole) and letters == [word[0] for word in whole[:-1]]


def _other_initial(a: Sequence[str], b: Sequence[str]) -> bool:
    """John A. Smith and John B. Smith are two."""
    return len(a) == 3 and len(b) == 3 and a[1][0] != b[1][0]


def _prefix(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


@lru_cache(maxsize=65536)
def misspelt(one: str, other: str) -> bool:
    """Whether two name keys differ by a slip of the pen in one of their words: "bo tran", "bo tren"."""
    a, b = one.split(), other.split()
    if len(a) < 2 or len(b) < 2 or (a[0] != b[0] and a[-1] != b[-1]):
        return False
    left, right = (a[-1], b[-1]) if a[0] == b[0] else (a[0], b[0])
    if min(len(left), len(right)) < 4:
        return False
    near = _exchanged(left, right) or SequenceMatcher(None, left, right, autojunk=False).ratio() >= _SLIP
    return near and left != right and left[0] == right[0]


def _exchanged(one: str, other: str) -> bool:
    """Whether two words differ by two letters that have changed places: "shui", "shiu"."""
    apart = [index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    swapped = len(one) == len(other) and len(apart) == 2 and apart[1] == apart[0] + 1
    return swapped and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


class _Spelling:
    """Names in capitals as the running text spells them, else with capital initials."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words
        self._said: dict[str, str] | None = None

    def says(self, name: str) -> bool:
        """Whether the running text has the name as it stands."""
        return any(name in piece for piece in self._words)

    def normal(self, name: str) -> str:
        """The name as it would stand in a sentence; one that is not in capitals stays."""
        letters = [char for char in name if char.isalpha()]
        if len(letters) < 4 or not name.isupper():
            return name
        return self._forms().get(name.lower()) or " ".join(map(_capitalised, name.split(" ")))

    def _forms(self) -> dict[str, str]:
        if self._said is None:
            found = re.compile(r"[A-ZÀ-ÞĀ-ɏ][a-z][\w'-]*(?: [A-ZÀ-ÞĀ-ɏ][\w.'-]*){1,3}?(?=[ ,.;:?!)]|\Z)")
            self._said = {hit.lower(): hit for piece in self._words for hit in found.findall(piece)}
        return self._said


def _capitalised(word: str) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    if re.fullmatch(r"(?:[A-Z]\.)+|[A-Z]|I{2,3}|IV", word):
        return word
    whole = re.sub(r"[^\W\d_]+", lambda run: run[0].capitalize(), word)
    return re.sub(r"\b(Mc|O')([a-z])", lambda hit: hit[1] + hit[2].upper(), whole)


def names_known(names: Iterable[str]) -> frozenset[str]:
    """Name keys with the shorter forms in which a list's longer ones are said: first and last word, second and last."""
    out = set()
    for name in names:
        words = name.split()
        out.add(name)
        if len(words) > 2 and looks_like_name(" ".join(word.capitalize() for word in words)):
            out |= {f"{words[0]} {words[-1]}", f"{words[-2]} {words[-1]}"}
        out |= {" ".join([nick, *words[1:]]) for nick in NICKNAMES.get(words[0], ())} if len(words) > 1 else set()
    return frozenset(out)
