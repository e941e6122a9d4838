"""What an aligner must know of a language: how its words are spelled into concepts that both languages share.

A *concept* is a line of a lexicon, known by its first English form; each language lists the forms that say it. Two lines
that name the same concepts may say the same thing; no word is translated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignRules:
    """Forms by concept, and the numerals a language writes in letters.

    `spaced` tells whether blanks separate words; `forms` maps a form to the concepts it may say and, where no blanks
    separate words, `lengths` a first character to the lengths of its forms; `numerals` maps a numeral to its value;
    `irregular` an inflected form to its base; `density` is the number of UTF-8 bytes that say what one byte says in
    English.
    """

    code: str
    spaced: bool
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    numerals: Mapping[str, int] = field(default_factory=dict)
    irregular: Mapping[str, str] = field(default_factory=dict)
    density: float = 1.0


def read_forms(lexicon: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """English forms and Chinese forms of a lexicon, each with the concepts it may say.

    A line is `form, form = 形式 形式`; lines that begin with `#` are remarks.

    >>> read_forms("sale, sell = 卖 销售")
    ({'sale': ('sale',), 'sell': ('sale',)}, {'卖': ('sale',), '销售': ('sale',)})
    """
    english: dict[str, list[str]] = {}
    chinese: dict[str, list[str]] = {}
    for line in lexicon.splitlines():
        left, _, right = line.partition("=")
        names = [] if line.startswith("#") else [form.strip() for form in left.split(",") if form.strip()]
        _add(english, names, names[:1])
        _add(chinese, right.split() if names else (), names[:1])
    return _frozen(english), _frozen(chinese)


def _add(found: dict[str, list[str]], forms: Iterable[str], concepts: list[str]) -> None:
    for form in forms:
        here = found.setdefault(form, [])
        here.extend(concept for concept in concepts if concept not in here)


def _frozen(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {form: tuple(concepts) for form, concepts in found.items()}


def read_pairs(table: str) -> dict[str, str]:
    """Pairs from words written `inflected base inflected base`.

    >>> read_pairs("went go sold sell")
    {'went': 'go', 'sold': 'sell'}
    """
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))
