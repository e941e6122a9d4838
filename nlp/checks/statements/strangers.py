"""Words of an English statement that stand where the document has another: "an Iowa accident" for one in Ohio."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...languages.en.wire import PLACES, PLAIN_WORDS
from ...languages.late import late
from ...languages.measure_names import SHORT_NAMES
from ...languages.spaced_words import stem_in
from ...languages.zh.wire import PLAIN_WORDS as CHINESE
from .around import lines_around
from .figures import Figure, Text
from .judge import Judge
from .subjects import Subjects
from .times import RULES
from .words import words_of

_WORD = late(r"(?<![a-z0-9&'])[a-z][a-z&']*[a-z](?![a-z&'])")
_VERB = late(r"(?:ed|ing|ly)\Z")
_GOES_ON = late(r"\s*(?:it|that|this|they|these|those|he|she)\b")
_PARTS = late(r"[,;:.()\n]|[0-9]")
_ALIKE, _LEAST = 0.6, 4  # of a word's letters, for "operating" and "operations"
_TELLING = 2  # words that a statement must have
_GAP = 24  # characters between two words that go together
_SHOUTED = 0.5  # so many words with a capital make a headline


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text at `start:end` with its stem; `plain` where any text may say it in other words."""

    start: int
    end: int
    word: str
    stem: str
    plain: bool


@cache
def _plain() -> frozenset[str]:
    stems = words_of(" ".join(PLAIN_WORDS), "en", lambda folded, lang: ())
    return stems | frozenset(stem_in(word, "en") for word in PLAIN_WORDS) | PLAIN_WORDS


def _tokens(text: Text, line: int, begin: int = 0) -> list[Token]:
    """The words of a line from `begin` on, without times and the smallest."""
    row, rules, found = text.lines[line], RULES["en"], []
    times = text.times(line)
    for hit in _WORD.finditer(text.folded, max(begin, row.start), row.end):
        word = hit[0].removesuffix("'s")
        if word in rules.stop or any(time.start <= hit.start() < time.end for time in times):
            continue
        stem = stem_in(word, "en")
        found.append(Token(hit.start(), hit.end(), word, stem, word in _plain() or stem in _plain()))
    return found


def stranger(said: Text, places: Sequence[int], judge: Judge, begin: int = 0) -> str | None:
    """The first word of a statement that stands around none of the places (offsets) of the document that support it.

    It must be the name of a place or another name that the document nowhere has, a word that the document has
    elsewhere, or one where the document has another word beside the same neighbour. `begin` is where what is said
    begins, behind who says it.
    """
    mine = [token for line in range(len(said.lines)) for token in _tokens(said, line, begin)]
    lines = sorted({line for place in places for line in lines_around(place, judge.document)})
    theirs = [_tokens(judge.document, line) for line in lines]
    known = {token.stem for row in theirs for token in row} | judge.title
    words = {token.word for row in theirs for token in row}
    named = _named(said, mine)
    measures = frozenset().union(*(said.metric_words(line) for line in range(len(said.lines))))
    spots = sorted({judge.document.line_at(place) for place in places})
    own = [_tokens(judge.document, line) for line in spots]
    near = {at for line in spots for at in (max(0, line - 1), line)}
    beside = {token.stem for at in near for token in _tokens(judge.document, at)}
    for at, token in enumerate(mine):
        apart = not token.plain and token.stem not in beside and judge.is_rare(token.stem)
        if apart and _has_rival(mine, at, own, said, judge.document):
            return token.word
        if token.plain or token.stem in known or _is_like(token.word, words) or _is_short(token.word, words, judge):
            continue
        elsewhere = judge.is_rare(token.stem) and token.stem not in measures
        if token.word in PLACES or (token in named and not elsewhere):
            return token.word
        if _is_itself(said, token) or _is_named_so(mine, at, theirs, judge.document):
            continue
        there = own if _has_neighbour(mine, at, own) else theirs
        if (elsewhere and not _VERB.search(token.word)) or _has_rival(mine, at, there, said, judge.document):
            return token.word
    return None


def is_all_said(said: Text, place: int, judge: Judge, begin: int) -> bool:
    """Whether the lines around a place have every telling word of a statement, of which there are two at least."""
    theirs = {token.word for line in lines_around(place, judge.document) for token in _tokens(judge.document, line)}
    stems = {token.stem for line in lines_around(place, judge.document) for token in _tokens(judge.document, line)}
    mine = [token for line in range(len(said.lines)) for token in _tokens(said, line, begin) if not token.plain]
    known = [token for token in mine if token.stem in stems or _is_like(token.word, theirs)]
    return len(mine) >= _TELLING and len(known) == len(mine)


def of_another(said: Figure, other: Figure, judge: Judge) -> bool:
    """Whether a figure is said of something that the document's sentence does not name, and that of something else."""
    told = {word for word in Subjects(said.text).of(said) if _tells(word, judge)}
    there = judge.subjects.of(other)
    english = said.row.lang == "en"
    line = judge.document.words(other.line) | there
    if english and other.line and _GOES_ON.match(judge.document.folded, other.row.start):
        line |= judge.document.words(other.line - 1)
    if english and told and not told & line:
        rivals = {word for word in there | judge.subjects.head(other) if _tells(word, judge)} - said.text.all_words
        return bool(rivals)
    before = judge.document.words_in(other.row.start, max(other.clause[1], other.amount.end), other.row.lang)
    if english and other.line:  # "a Lisbon studio. It has 640,000 users"
        before |= judge.document.words(other.line - 1)
    missing = told - before - there
    least = 1 if english else 2  # a pair of characters may be cut across two words
    rivals = {word for word in there if _tells(word, judge)} - said.text.all_words
    if len(missing) < least or not rivals:
        return False
    return any(_is_rather(missing, row, other, judge) for row in judge.document.figures)


def _is_rather(missing: set[str], row: Figure, other: Figure, judge: Judge) -> bool:
    """Whether another figure of the kind is said of what the document does not say of this one."""
    alike = (row.amount.unit, row.amount.kind) == (other.amount.unit, other.amount.kind) and row.amount != other.amount
    return alike and not row.ends and missing <= judge.subjects.beside(row)


def _tells(stem: str, judge: Judge) -> bool:
    return (
        judge.is_rare(stem)
        and stem not in judge.opened
        and not stem.startswith("m:")
        and stem not in _plain()
        and stem not in _plain_pairs()
    )


@cache
def _plain_pairs() -> frozenset[str]:
    return words_of(" ".join(CHINESE), "zh", lambda folded, lang: ())


def _named(said: Text, mine: Sequence[Token]) -> list[Token]:
    """The words with a capital inside a sentence; none in a headline."""
    capital = [token for token in mine if said.text[token.start].isupper()]
    if len(capital) > _SHOUTED * len(mine):
        return []
    begun = {row.start for row in said.lines}
    return [token for token in capital if token.start not in begun]


def _is_itself(said: Text, token: Token) -> bool:
    """Whether a statement begins with what kind of company it is of: "The airline"."""
    return said.folded[said.lines[0].start : token.start] == "the "


def _is_named_so(mine: Sequence[Token], at: int, theirs: Sequence[Sequence[Token]], document: Text) -> bool:
    """Whether the document has a word and its neighbour together elsewhere, and the neighbour here: "storm Ada"."""
    here = {token.word for row in theirs for token in row}
    for one, two in ((at, at + 1), (at - 1, at)):
        if not 0 <= one < two < len(mine):
            continue
        other = mine[two if one == at else one]
        if other.plain or other.word not in here:
            continue
        if re.search(rf"(?<![a-z]){re.escape(mine[one].word)} {re.escape(mine[two].word)}(?![a-z])", document.folded):
            return True
    return False


def _is_like(word: str, words: set[str]) -> bool:
    """Whether a word shares its beginning with one of some: "Korea" and "Korean"."""
    least = max(_LEAST, int(len(word) * _ALIKE + 0.99))
    return any(other[:least] == word[:least] for other in words if len(other) >= least and len(word) >= least)


def _is_short(word: str, words: set[str], judge: Judge) -> bool:
    """Whether a word stands for others by their first letters, or one of some words for it and others (capex)."""
    if word in SHORT_NAMES or any(word in SHORT_NAMES[other].split() for other in words if other in SHORT_NAMES):
        return True
    if not 2 <= len(word) <= 5:
        return False
    letters = r"\w*[ -](?:(?:and|of|to|in|the|for|&) )?".join(map(re.escape, word))
    return re.search(rf"(?<![\w-]){letters}\w*", judge.document.folded) is not None


def _has_neighbour(mine: Sequence[Token], at: int, rows: Sequence[Sequence[Token]]) -> bool:
    stems = {token.stem for row in rows for token in row}
    return any(0 <= near < len(mine) and mine[near].stem in stems for near in (at - 1, at + 1))


def _has_rival(mine: Sequence[Token], at: int, theirs: Sequence[Sequence[Token]], said: Text, document: Text) -> bool:
    """Whether the document has another word beside a neighbour of this one, and never beside one of the statement's."""
    own = {token.stem for token in mine}
    for step in (1, -1):
        beside = at + step
        if not 0 <= beside < len(mine) or _gap(said, mine[at], mine[beside]) is None:
            continue
        found = [
            row[where - step]
            for row in theirs
            for where in range(len(row))
            if row[where].stem == mine[beside].stem
            and 0 <= where - step < len(row)
            and _gap(document, row[where], row[where - step]) == _gap(said, mine[at], mine[beside])
        ]
        if found and not any(token.plain or token.stem in own for token in found):
            return True
    return False


def _gap(text: Text, one: Token, two: Token) -> str | None:
    """What stands between two words that go together; None where they do not."""
    start, end = min(one.end, two.end), max(one.start, two.start)
    apart = end - start > _GAP or _PARTS.search(text.folded, start, end) is not None
    return None if apart else text.folded[start:end]


__all__ = ["is_all_said", "of_another", "stranger"]
