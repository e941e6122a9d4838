"""Sentences, words and terms in English and Chinese: the only module that imports jieba, when it is first used.

All offsets are half-open code points of the text given. Nothing here needs a trained model.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from ..text import fold, fold_width, simplify
from .en.sentences import ENGLISH_SENTENCES
from .english_words import count_words, cut, is_special, words_of
from .late import late
from .lean_imports import without
from .word_list import WordList
from .zh.sentences import CHINESE_SENTENCES

Range = tuple[int, int]

_BLANK_LINE = late(r"\r?\n[ \t\u3000]*+\r?\n|\n[ \t\u3000]*+\n|\r\r|\f")
# spaCy peels affixes off a run one by one, which is quadratic: no real word is this long, so it is masked, length kept.
_ENDLESS = late(r"[^\s\u3400-\u9fff]{300,}+")
_HAN = "\u3400-\u9fff\uf900-\ufaff"
# ASCII full stop in Chinese text: before Han or a blank, after Han or a word, never in "3.5" or "U.S.".
_DOT_ZH = late(rf"(?:(?<=[{_HAN}0-9)%])|(?<=[a-z][a-z]))\.(?=\s*+(?:[{_HAN}]|[A-Z][a-z]|$))")
# Of the dictionary of jieba 0.42.1: where its sorted part begins, and the sum of its frequencies.
_DICTIONARY, _SORTED_FROM, _TOTAL = 328468845, 725, 60101967  # the first is its CRC-32
_MARK_ZH = late(f"[{re.escape(CHINESE_SENTENCES.enders)}.；;（()）\n]")
_CLOSERS_ZH = late(f"[{re.escape(CHINESE_SENTENCES.closers)}]+")
_ENDERS_ZH = late(f"[{re.escape(CHINESE_SENTENCES.enders + CHINESE_SENTENCES.closers)}]+")
_RUN = late(r"\S+")
_MARK = late(r"[.!?](?<![0-9].(?=[0-9]))(?:[ \n](?=[A-Z]))?")  # one between two digits is in a number
# Most sentences end in a plain word: "... in the third quarter. We ..." needs no cutting of words. spaCy cuts "id".
_PLAIN_END = late(r"(?:(?!i[dm]\b|Im\b)[A-Za-z][a-z]++|[A-Z]{2,}+|[0-9]{4,}+|[0-9]++(?:\.[0-9]++)?%)[.!?]")
_LONGEST = 40  # characters of a plain word
_ABBREVIATED = frozenset(
    word if word.endswith(".") else f"{word}."
    for word in ENGLISH_SENTENCES.never_end | ENGLISH_SENTENCES.may_end | ENGLISH_SENTENCES.before_number
)
_MARKS, _CLOSING = ".!?", ".!?\"')]}''"
_LIST_NUMBER = late(r"\s*+[(（]?[0-9]{1,2}\Z")


def split_sentences(text: str, lang: str) -> list[Range]:
    """Sentences of `text`, in order, without blanks at their ends; together they hold every character that is not blank.

    A single line break does not end a sentence (PDF text wraps anywhere); an empty line does.

    >>> split_sentences("收入为3.5亿元。 2021年更好。", "zh")
    [(0, 9), (10, 18)]
    """
    ends = _ends_zh if lang == "zh" else _ends_en
    out: list[Range] = []
    for start, end in _blocks(text):
        block, left = text[start:end], 0
        for right in (*ends(block), len(block)):
            piece = block[left:right]
            if words := piece.strip():
                begin = start + left + piece.index(words[0])
                out.append((begin, begin + len(words)))
            left = right
    return out


def tokens(text: str, lang: str) -> list[Range]:
    """Words and marks of `text`, blanks left out. English by spaCy's rules, Chinese by jieba on simplified characters."""
    if lang == "zh":
        return [(s, e) for _, s, e in _jieba().tokenize(_plain_zh(text)) if not text[s:e].isspace()]
    return words_of(_masked(text))


class TermMatcher:
    """Finds listed terms. `terms` maps a label to its wordings.

    English: any case, any blanks between words. Chinese: either script; a term counts where it starts and ends on word
    boundaries, or when it has three characters or more, since a long term is hardly ever an accident of two words.
    Longest first, no overlaps; a wording that stands under several labels is reported once for each.
    """

    def __init__(self, terms: Mapping[str, Sequence[str]], lang: str) -> None:
        self._lang = lang
        wordings: dict[str, list[str]] = defaultdict(list)
        for label, group in terms.items():
            for wording in group:
                wordings[self._key(wording)].append(label)
        self._labels = {key: tuple(dict.fromkeys(labels)) for key, labels in wordings.items() if key}
        self._lengths = _lengths_by_first(self._labels, lang)

    def _key(self, wording: str) -> str:
        if self._lang == "zh":
            return _plain_zh(wording).strip().lower()
        if all(map(_is_plain, wording.split(" "))):
            return wording.lower()
        return " ".join(wording[s:e].lower() for s, e in tokens(fold(wording), "en"))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, label) of every term in `text`, in order."""
        hits = sorted(self._hits_zh(text) if self._lang == "zh" else self._hits_en(text), key=lambda h: (h[0], -h[1]))
        out: list[tuple[int, int, str]] = []
        reach = 0
        for start, end, key in hits:
            if start >= reach:
                out.extend((start, end, label) for label in self._labels[key])
                reach = end
        return out

    def _hits_en(self, text: str) -> Iterator[tuple[int, int, str]]:
        words, places = _words_and_places(text)
        for first, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                key = " ".join(words[first : first + length])
                if key in self._labels and first + length <= len(words):
                    yield places[first][0], places[first + length - 1][1], key
                    break

    def _hits_zh(self, text: str) -> Iterator[tuple[int, int, str]]:
        plain = _plain_zh(text).lower()
        for start, char in enumerate(plain):
            for length in self._lengths.get(char, ()):
                key = plain[start : start + length]
                if key in self._labels and _stands_alone(plain, start, start + length):
                    yield start, start + length, key
                    break


_PLAIN = late(r"[A-Za-z]+")
_CLAUSE_MARKS = "，。,；、 \n"  # jieba cuts what stands between them alone


def _is_plain(word: str) -> bool:
    """Whether spaCy keeps a word whole for certain, without being asked."""
    return _PLAIN.fullmatch(word) is not None and not is_special(word)


def _lengths_by_first(keys: Iterable[str], lang: str) -> dict[str, tuple[int, ...]]:
    """How many characters (English: words) the terms have that begin with each, the most first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for key in keys:
        units = key if lang == "zh" else key.split(" ")
        lengths[units[0]].add(len(units))
    return {first: tuple(sorted(group, reverse=True)) for first, group in lengths.items()}


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether the term at `start:end` is a word of its own, as TermMatcher promises."""
    if plain[start].isascii() and start and plain[start - 1].isascii() and plain[start - 1].isalnum():
        return False
    if plain[end - 1].isascii() and plain[end : end + 1].isascii() and plain[end : end + 1].isalnum():
        return False
    if end - start >= 3 or plain[start:end].isascii():
        return True
    # A window is enough: a word boundary depends on its own clause only. The terms of a clause share it.
    left = max(0, start - 30)
    left = max(left, *(plain.rfind(mark, left, start) + 1 for mark in _CLAUSE_MARKS))
    right = min((at for mark in _CLAUSE_MARKS if (at := plain.find(mark, end, end + 30)) >= 0), default=end + 30)
    return {start - left, end - left} <= _word_edges(plain[left:right])


@lru_cache(maxsize=4096)
def _word_edges(text: str) -> frozenset[int]:
    return frozenset(edge for _, s, e in _jieba().tokenize(text) for edge in (s, e))


def _plain_zh(text: str) -> str:
    return simplify(fold_width(text))


def _blocks(text: str) -> Iterator[Range]:
    start = 0
    if "\n" in text or "\r" in text or "\f" in text:
        for gap in _BLANK_LINE.finditer(text):
            yield start, gap.start()
            start = gap.end()
    yield start, len(text)


def _ends_zh(text: str) -> list[int]:
    """Offsets just behind each sentence end."""
    depth = 0
    ends: list[int] = []
    for mark in _MARK_ZH.finditer(text):
        char, i, begin = mark[0], mark.start(), ends[-1] if ends else 0
        if i < begin:  # it closes the sentence before
            continue
        if char in "\n（()）":
            depth = 0 if char == "\n" else max(0, depth + (1 if char in "（(" else -1))
        elif _ends_zh_at(text, i, begin, inside=depth > 0):
            found = (_CLOSERS_ZH if char in "；;" else _ENDERS_ZH).match(text, i + 1)
            ends.append(found.end() if found else i + 1)
    return ends


def _ends_zh_at(text: str, i: int, begin: int, *, inside: bool) -> bool:
    """Whether the mark at `i` ends the sentence that began at `begin`; `inside`: in brackets."""
    if text[i] in "；;":
        return not inside
    if text[i] == ".":
        return _DOT_ZH.match(text, i) is not None and _LIST_NUMBER.fullmatch(text, begin, i) is None
    return not _in_number(text, i)


def _in_number(text: str, i: int) -> bool:
    return text[i] in "。｡．" and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()


def _ends_en(text: str) -> list[int]:
    """Offsets of the first word of every sentence but the first.

    spaCy cuts words within a run of non-blanks only, so no more than the runs with a sentence's mark in them, and those
    behind, need to be cut: the places are those that its words of the whole text would give, much sooner.
    """
    masked = _masked(fold(text))
    out: list[int] = []
    first = end = 0
    for mark in _MARK.finditer(masked):
        place, behind = mark.span()
        if behind - place > 1 and _is_plain_end(masked, place):
            out.append(first := behind)
        elif end <= place < len(masked) - 1:  # nothing starts behind the last character
            start, end = _run_around(masked, place)
            for place in _starts_behind(masked, start, end, first):
                out.append(place)
                first = place
    return out


def _is_plain_end(masked: str, place: int) -> bool:
    """Whether the mark at `place` ends a run that is a plain word, and no abbreviation."""
    begin = place - _LONGEST if place > _LONGEST else 0
    word = masked[begin : place + 1].rsplit(maxsplit=1)[-1]
    return (len(word) <= place - begin or not begin) and _is_plain_word(word)


@lru_cache(maxsize=4096)
def _is_plain_word(word: str) -> bool:
    return _PLAIN_END.fullmatch(word) is not None and word.lower() not in _ABBREVIATED


def _run_around(masked: str, place: int) -> Range:
    """The run of non-blanks that holds `place`."""
    start = place
    while start and not masked[start - 1].isspace():
        start -= 1
    found = _RUN.match(masked, place)
    return start, found.end() if found else place + 1


def _starts_behind(masked: str, begin: int, end: int, first: int) -> Iterator[int]:
    """Where sentences start behind the marks in the run `begin:end`; the sentence it stands in began at `first`."""
    own = cut(masked[begin:end])
    after_run = _RUN.search(masked, end)
    behind = cut(after_run[0])[:1] if after_run else ()
    single = begin > 1 and masked[begin - 1] == " " and not masked[begin - 2].isspace()
    words = [masked[begin - 2] if single else " ", *own, *behind]
    spaced = [single, *[False] * (len(own) - 1), True, False]
    places = [*accumulate(map(len, own), initial=begin)]
    for i, after in _marks(words, spaced):
        if after >= len(words):
            return
        place = places[after - 1] if after <= len(own) or after_run is None else after_run.start()
        number = words[i - 1] if words[i] == "." else words[i][:-1]
        near = number.isdigit() and _few_words(masked, first, places[i - 1])
        if _ends_here(words, spaced, i, after, after, i if near else i - 2):
            yield place
            first = place


def _marks(words: Sequence[str], spaced: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """(index of a word that may end a sentence, index behind the quotes and brackets that close it)."""
    i = 1
    while i < len(words):
        if words[i][-1:] not in _MARKS:
            i += 1
            continue
        after = i + 1
        while after < len(words) and not spaced[after - 1] and words[after] in _CLOSING:
            after += 1
        yield i, after
        i = max(after, i + 1)


def _few_words(masked: str, first: int, place: int) -> bool:
    """Whether at most one word stands between `first` and `place`: "12." opens a list item."""
    return place - first < 40 and count_words(masked[first:place]) <= 1


def _masked(text: str) -> str:
    pieces = (text[i : i + 150] for i in range(0, len(text) - 149, 150))  # an endless run holds one whole
    kept = len(text) < 300 or all(" " in piece for piece in pieces)
    return text if kept else _ENDLESS.sub(lambda run: "x" * len(run[0]), text)


def _ends_here(words: Sequence[str], spaced: Sequence[bool], i: int, after: int, follows: int, first: int) -> bool:
    """Whether the mark at `i`, closed by `after`, ends a sentence that began at `first`; `follows` is the next word."""
    rules, word, upcoming = ENGLISH_SENTENCES, words[i].lower(), words[follows]
    gap = spaced[after - 1] or follows > after
    if word[-1] in "!?":
        return gap and not (after > i + 1 and upcoming[0].islower())
    if upcoming[0].islower() and not any(c.isupper() for c in upcoming):
        return False
    if not gap and not (upcoming[:1].isupper() and i and words[i - 1][-1:].islower()):
        return False
    stem = word if len(word) > 1 else (words[i - 1].lower() + "." if i and not spaced[i - 1] else "")
    written = words[i] if len(word) > 1 else words[i - 1]
    if stem in rules.never_end and written.isupper() and len(stem) > 2:  # "CA. We" is a name, "MR. LEE" a title
        return upcoming.lower() in rules.starters
    if stem in rules.never_end or (stem[:-1] in rules.before_number and upcoming[0].isdigit()):
        return False
    if stem in rules.may_end:
        return upcoming.lower() in rules.starters and upcoming[0].isupper()
    if len(stem) == 2 and stem[0].isalpha() and upcoming[0].isupper():  # "J. Smith", but "Plan B. We"
        return upcoming.lower() in rules.starters
    return not (stem[:-1].isdigit() and len(stem) <= 4 and i - first <= 1)  # "12." opens a list item


@lru_cache(maxsize=2)  # several lists of terms are looked for in the same text, one after the other
def _words_and_places(text: str) -> tuple[list[str], list[Range]]:
    """The English words in lower case, without blanks, so that "gross\\n  profit" matches, and where they stand."""
    text = _masked(fold(text))
    places = words_of(text)
    return [text[start:end].lower() for start, end in places], places


@cache
def _jieba() -> Any:
    """jieba's tokenizer on its own dictionary, without the cache that jieba makes of it and later trusts as code."""
    with warnings.catch_warnings(), without("pkg_resources"):
        warnings.simplefilter("ignore")  # invalid escapes in jieba's own source
        import jieba

    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        data = file.read()
    if zlib.crc32(data) == _DICTIONARY:
        words = WordList(data, sorted_from=_SORTED_FROM)
        tokenizer.FREQ, tokenizer.total = words.known, _TOTAL
        tokenizer.get_DAG = words.words_at
    else:  # another one than that of 0.42.1
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(io.BytesIO(data))
    tokenizer.initialized = True
    return tokenizer
