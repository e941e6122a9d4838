"""Names as running text says them: a hand-over or an introduction vouches for a speaker line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from ..languages.en.names import NICKNAMES
from ..languages.late import late
from ..languages.zh.names import NAME_END, NAMED_AFTER, NAMED_BEFORE, NAMED_BEHIND
from ..text import simplify
from .lines import Line
from .names import name_key, without_accents

_LABEL = 60  # characters: what is longer is no label, nor is what has more than 12 and ends a sentence
_SUFFIX = late(r"(?:Jr|Sr)\.?|I{2,3}|IV|JR\.?|SR\.?")
_INITIAL = late(r"[A-Z]\.")
_LONGER = late(r" (?!I\b)[A-ZÀ-ÞĀ-ɏ]|-[A-ZÀ-ÞĀ-ɏ]")
_BEFORE = late(r"\b[A-ZÀ-ÞĀ-ɏ][\w'-]* \Z|(?:\b[A-ZÀ-ÞĀ-ɏ]\.)+ ?\Z|-\Z")
_SHOUTED = late(r"\b[A-Z]{3,}|\A[A-Z\W]+\Z")
_WORDS_BEGIN = late(r"\W*")
_POLITE = late(r"(?:Mr|Ms|Mrs|Dr|Miss)\.? ([A-ZÀ-ÞĀ-ɏ][\w'-]+(?: [A-ZÀ-ÞĀ-ɏ][\w'-]+)?)", re.IGNORECASE)
_MR = late(r"\b(?:mr|ms|mrs|dr|miss)\.? \Z")
_WORD_EDGE = late(r"\b")
_SHORT_FOR = late(r"简称(?:为)?[:：]?[“\"「]([^”\"」]{2,12})[”\"」]")  # a firm's short name
_HAN = late(r"[\u3400-\u9fff]")
_HAN_LETTER = late(r"[^\W_]")
_LETTER = late(r"[^\W_\u3400-\u9fff]")  # Han characters stand beside a Latin name without a blank
# Small words of titles and names.
JOINS = r"(?:of|and|the|for|in|at|to|d[aeiou]|do|dos|des|e|y|van|von|der|den|del|della|la|le|bin|al|el|ter|ten|af)"
SMALL_WORD = late(rf"(?<!\S)(?!{JOINS}\b)[a-z]")
_LOWERED = late(r"(?<![\w'-])[a-z]{3,}(?![\w'-])")
_TAIL = 4  # characters
_JUST = 40  # characters
_AROUND, _PLACES = 80, 400  # characters, places of a word
_FIRST = late(r"\b([A-ZÀ-ÞĀ-ɏ][\w'-]*)\Z")
_OF_FIRM = late(r"[A-ZÀ-ÞĀ-ɏ][\w'-]+,? (?:with|from|of|at)(?: the)?\Z")
_MARKS = late(r"[\W_]+")
_STOPPED = late(r"(?:[?!:;。？！：；]|(?<!\b[A-Z])(?<!\b[MD][rs])\.)[\"')\]]{0,2}\Z")
_GOES_ON = late(r",? (?:who|which|is|are|was|will|has|and|our|with|from|joins?|runs?|leads?|heads?)\b")


class Mentions:
    """`name in mentions`: whether the name, or its first and last word, is said in running text.

    A name that begins a line counts only where a sentence goes on behind it: a speaker line must not vouch for itself.
    Han characters have no blanks between words: a Chinese name counts where the words around it say that it is one.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        pieces = list(_running(lines))
        self._text = "".join(pieces)
        self._begins = _line_begins(pieces)
        self._known: dict[str, bool] = {}
        chinese = simplify("\n".join(line.text for line in lines if line.language == "zh"))
        self._chinese = _named(chinese)
        self._firms = frozenset(_SHORT_FOR.findall(chinese))

    @cached_property
    def _lowered(self) -> str:
        return self._text.lower()

    def __contains__(self, name: str) -> bool:
        if not name.isascii():
            plain = simplify(name)
            if plain in self._firms or plain in self._chinese:
                return plain not in self._firms
        if name not in self._known:
            polite = _POLITE.fullmatch(name)
            if polite and " " in polite[1]:
                self._known[name] = polite[1] in self
            elif polite:  # "Mr. Hsu" is the Hsu of whom the call says the first name
                said = re.search(rf"\b[a-z][\w'-]+ {re.escape(polite[1].lower())}\b", self._lowered)
                self._known[name] = said is not None
            else:
                self._known[name] = any(self._said(wording) for wording in _wordings(name))
        return self._known[name]

    def politely(self, surname: str) -> bool:
        """Whether the call says "Mr." or "Ms." with this surname."""
        key = f"\t{surname}"
        if key not in self._known:
            self._known[key] = self._is_titled(surname.lower())
        return self._known[key]

    def _is_titled(self, surname: str) -> bool:
        text, place = self._lowered, self._lowered.find(surname)
        while place >= 0:
            if _MR.search(text, max(0, place - 6), place) and _WORD_EDGE.match(text, place + len(surname)):
                return True
            place = text.find(surname, place + 1)
        return False

    def shortened(self, first: str, last: str) -> bool:
        """Whether the call says the last name behind a short form of the first: "Tom Reyner" for Thomas Reyner."""
        key = f"{first}\t{last}"
        if key not in self._known:
            before = (_FIRST.search(text) for text in self._before(last))
            self._known[key] = any(hit is not None and _is_short(hit[1].lower(), first.lower()) for hit in before)
        return self._known[key]

    def house(self, word: str) -> bool:
        """Whether the call says that somebody is from a firm whose name begins with the word."""
        key = f"\t{word}\t"
        if key not in self._known:
            self._known[key] = any(_OF_FIRM.search(text) is not None for text in self._before(word))
        return self._known[key]

    def _before(self, word: str) -> Iterator[str]:
        """What is said just before each place of a word."""
        text, place = self._text, self._text.find(f" {word}")
        while place >= 0:
            end = place + 1 + len(word)
            if _WORD_EDGE.match(text, end):
                yield text[max(0, place - _JUST) : place]
            place = text.find(f" {word}", end)

    def around(self, word: str) -> Iterator[tuple[str, str, str]]:
        """What is said just before each place of a word, the word there, and what is said behind it; of a long call
        only at the first places. A label in capitals is looked for in any case.
        """
        text, seen = self._text, 0
        if word.isupper():
            text, word = self._lowered, word.lower()
        place = text.find(word)
        while place >= 0 and seen < _PLACES:
            end, seen = place + len(word), seen + 1
            inside = _LETTER.match(text, max(0, place - 1)) if place else None
            if not inside and not _LETTER.match(text, end):
                said = self._text
                yield said[max(0, place - _AROUND) : place], said[place:end], said[end : end + _AROUND]
            place = text.find(word, end)

    def as_said(self, word: str) -> str | None:
        """A word as the call says it, whatever its accents."""
        hit = re.search(rf"\b{re.escape(without_accents(word))}\b", self._without_accents)
        said = "" if hit is None else self._text[hit.start() : hit.end()]
        return said if said and name_key(said) == name_key(word) else None

    @cached_property
    def _without_accents(self) -> str:
        return without_accents(self._text)

    def belongs(self, person: str, firm: str) -> bool:
        """Whether the call says the person's name with "of" or "from" and the firm's behind it."""
        text, name = self._lowered, person.lower()
        behind = re.compile(rf",? (?:of|from|with|at|representing) (?:the )?{re.escape(firm.lower())}\b")
        place = text.find(name)
        while place >= 0:
            place += len(name)
            if behind.match(text, place):
                return True
            place = text.find(name, place)
        return False

    def whole(self, name: str) -> bool:
        """Whether the name is said and is no piece of a longer one: "Guillermo de la" is one, so is "Orbel Marine" of
        "Orbel Marine Group".
        """
        key = f"{name}\n"
        if key not in self._known:
            self._known[key] = any(self._said(wording, whole=True) for wording in _wordings(name)[::2])
        return self._known[key]

    def _said(self, wording: str, *, whole: bool = False) -> bool:
        if not wording:
            return False  # a label of nothing but brackets names nobody
        text = self._text
        if _SHOUTED.search(wording):
            text, wording = self._lowered, wording.lower()
        letter = _HAN_LETTER if _HAN.match(wording) else _LETTER
        place = text.find(wording)
        while place >= 0:
            end = place + len(wording)
            inside = place and place not in self._begins
            begun = not letter.match(text[place - 1]) if inside else _GOES_ON.match(text, end) is not None
            if begun and not letter.match(text[end : end + 1]) and not (whole and self._is_longer(place, end)):
                return True
            place = text.find(wording, end)
        return False

    def _is_longer(self, start: int, end: int) -> bool:
        """Whether words with a capital stand beside, so that a longer name is said here."""
        before = _BEFORE.search(self._text, max(0, start - 30), start)
        return _LONGER.match(self._text, end) is not None or before is not None


class Vocabulary:
    """The words that the lines have in lower case: "Customer" in "Customer Experience" is one, no name is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for line in self._lines for word in _LOWERED.findall(line.text))

    def is_strange(self, name: str) -> bool:
        """Whether no word of the name is a word of the call; a first name that is known may be ("Mark")."""
        words = name_key(name).split()
        return not any(word in self._words for word in words[words[0] in NICKNAMES :])


def _is_short(one: str, other: str) -> bool:
    """Whether two first names are forms of one: equal in three letters, or a nickname and its name."""
    return one[:3] == other[:3] or other in NICKNAMES.get(one, ()) or one in NICKNAMES.get(other, ())


def _wordings(name: str) -> list[str]:
    """The name as printed, its first and last word, and the name without initials in front and "Jr." behind."""
    words = [word.rstrip(",") for word in name.split(" ")]
    while len(words) > 2 and (_SUFFIX.fullmatch(words[-1]) or _INITIAL.fullmatch(words[0])):
        words = words[:-1] if _SUFFIX.fullmatch(words[-1]) else words[1:]
    return [name, f"{words[0]} {words[-1]}", " ".join(words)] if len(words) > 1 else [name]


def _running(lines: Sequence[Line]) -> Iterator[str]:
    """The lines that are no labels; a blank joins those that a margin has broken, a line end parts the others."""
    going = False  # the line before is running text and ends no sentence
    for line in lines:
        text, goes_on = line.text, going and not line.blank_before
        if (_is_running(text) and not _is_titled(text)) or (goes_on and len(text) > 2):
            yield " " if goes_on else "\n"
            yield text
            going = _STOPPED.search(text, max(0, len(text) - _TAIL)) is None
        else:
            going = False


def _is_running(text: str) -> bool:
    return len(text) > _LABEL or (len(text) > 12 and text.endswith((".", "?", "!", ",", "。")))


def _line_begins(pieces: Sequence[str]) -> frozenset[int]:
    """Where in the joined text the words of each line begin; every second piece is what joins two lines."""
    out, place = [], 0
    for index, piece in enumerate(pieces):
        if index % 2:
            begin = _WORDS_BEGIN.match(piece)
            out.append(place + (begin.end() if begin else 0))
        place += len(piece)
    return frozenset(out)


def _is_titled(text: str) -> bool:
    """Whether a line of some length has no small word but those of titles: a speaker line with firm and title."""
    return len(text) < 200 and text.isascii() and not SMALL_WORD.search(text) and not _STOPPED.search(text)


def _named(text: str) -> frozenset[str]:
    """Every run of two to four Han characters that the words around it may make a name; `text` is simplified."""
    out: set[str] = set()
    for hit in NAMED_BEHIND.finditer(text):
        out.update(hit["behind"][:length] for length in (2, 3, 4))
    for hit in NAMED_AFTER.finditer(text):
        out.update(hit["run"][-length:] for length in (2, 3, 4))
    for hit in NAMED_BEFORE.finditer(text):
        said = NAME_END.search(text[max(0, hit.start() - 4) : hit.start()])
        out.update(said[0][-length:] for length in (2, 3, 4) if said)
    return frozenset(out)


def squeezed(text: str) -> str:
    """Letters and digits only: "Ada Lind - Orbel - CFO" and "Ada Lind Orbel - CFO" are the same entry of a list."""
    return _MARKS.sub("", text.lower())
