"""Names as running text says them: a hand-over or an introduction vouches for a speaker line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..languages.zh.names import NAME_END, NAMED_AFTER, NAMED_BEFORE, NAMED_BEHIND
from ..text import simplify
from .lines import Line

_RUNNING = re.compile(r".{61,}|.{12,60}[.?!,。]\Z", re.DOTALL)  # a label is shorter, and ends no sentence


class Mentions:
    """`name in mentions`: whether the name, or its first and last word, is said in running text.

    A name that begins a line is not counted: a speaker line must not vouch for itself. Han characters have no blanks
    between words: a Chinese name counts where the words around it say that it is one.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._text = "\n".join(line.text for line in lines if _RUNNING.match(line.text))
        self._known: dict[str, bool] = {}
        self._chinese = _named(simplify("\n".join(line.text for line in lines if line.language == "zh")))

    def __contains__(self, name: str) -> bool:
        if not name.isascii() and simplify(name) in self._chinese:
            return True
        if name not in self._known:
            words = name.split(" ")
            wordings = {name, f"{words[0]} {words[-1]}"} if len(words) > 1 else {name}
            self._known[name] = any(self._said(wording) for wording in wordings)
        return self._known[name]

    def _said(self, wording: str) -> bool:
        text, place = self._text, self._text.find(wording)
        while place >= 0:
            end = place + len(wording)
            begun = place and text[place - 1] != "\n" and not text[place - 1].isalnum()
            if begun and not text[end : end + 1].isalnum():
                return True
            place = text.find(wording, end)
        return False


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
