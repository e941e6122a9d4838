"""Names as running text says them: a hand-over or an introduction vouches for a speaker line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from ..languages.zh.names import NAME_END, NAMED_AFTER, NAMED_BEFORE, NAMED_BEHIND
from ..text import simplify
from .lines import Line

_RUNNING = re.compile(r".{61,}|.{12,60}[.?!,。]\Z", re.DOTALL)  # a label is shorter, and ends no sentence
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|JR\.?|SR\.?")
_INITIAL = re.compile(r"[A-Z]\.")
_STOPPED = re.compile(r"[.?!:;。？！：；][\"')\]]{0,2}\Z")
_GOES_ON = re.compile(r",? (?:who|which|is|are|was|will|has|and|our|with|from|joins?|runs?|leads?|heads?)\b")


class Mentions:
    """`name in mentions`: whether the name, or its first and last word, is said in running text.

    A name that begins a line counts only where a sentence goes on behind it: a speaker line must not vouch for itself.
    Han characters have no blanks between words: a Chinese name counts where the words around it say that it is one.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._text = "".join(_running(lines))
        self._known: dict[str, bool] = {}
        self._chinese = _named(simplify("\n".join(line.text for line in lines if line.language == "zh")))

    @cached_property
    def _lowered(self) -> str:
        return self._text.lower()

    def __contains__(self, name: str) -> bool:
        if not name.isascii() and simplify(name) in self._chinese:
            return True
        if name not in self._known:
            words = [word.rstrip(",") for word in name.split(" ")]
            while len(words) > 2 and (_SUFFIX.fullmatch(words[-1]) or _INITIAL.fullmatch(words[0])):
                words = words[:-1] if _SUFFIX.fullmatch(words[-1]) else words[1:]
            wordings = {name, f"{words[0]} {words[-1]}", " ".join(words)} if len(words) > 1 else {name}
            self._known[name] = any(self._said(wording) for wording in wordings)
        return self._known[name]

    def _said(self, wording: str) -> bool:
        text, wording = (self._lowered, wording.lower()) if wording.isupper() else (self._text, wording)
        place = text.find(wording)
        while place >= 0:
            end = place + len(wording)
            inside = place and text[place - 1] != "\n"
            begun = not text[place - 1].isalnum() if inside else _GOES_ON.match(text, end) is not None
            if begun and not text[end : end + 1].isalnum():
                return True
            place = text.find(wording, end)
        return False


def _running(lines: Sequence[Line]) -> Iterator[str]:
    """The lines that are no labels; a blank joins those that a margin has broken, a line end parts the others."""
    going = False  # the line before is running text and ends no sentence
    for line in lines:
        if _RUNNING.match(line.text) or (going and not line.blank_before and len(line.text) > 2):
            yield " " if going and not line.blank_before else "\n"
            yield line.text
            going = _STOPPED.search(line.text) is None
        else:
            going = False


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
