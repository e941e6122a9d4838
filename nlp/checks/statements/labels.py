"""The names of a table's rows as a statement may say them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...languages.late import late
from ...records import Claim
from ...text import fold, simplify
from .basis import is_adjusted
from .figures import Figure
from .subjects import Subjects
from .words import MetricReader, Words, words_of

_IN_BRACKETS = late(r"[(（][^()（）]*[)）]")
_GENERIC = frozenset(("total", "number", "averag", "consolidat", "group", "合计", "总计", "总额"))
_CLEAR = 2  # words that a name must have, or one that the statement has too, and no other name


class Labels:
    """The names of the rows that have cells: which of them a statement's figure is said of."""

    def __init__(self, cells: Sequence[Claim], metrics: MetricReader) -> None:
        self._metrics = metrics
        self._words = {label: self._read(label) for label in {cell.surface or "" for cell in cells}}
        self._parts = {cell.segment.lower(): cell.metric for cell in cells if cell.segment is not None}
        self._kinds = {(cell.metric, cell.segment, cell.basis) for cell in cells}

    def _read(self, label: str) -> Words:
        plain = _IN_BRACKETS.sub(" ", simplify(fold(label)).lower())
        lang = "zh" if re.search(r"[\u3400-\u9fff]", plain) else "en"
        found = words_of(plain, lang, self._metrics)
        return frozenset(word for word in found if not word.startswith("m:")) - _GENERIC

    def are_of(self, said: Figure, cell: Claim) -> bool:
        """Whether a statement says all words of a row's name of a figure, and of no name all words of more."""
        own = self._words[cell.surface or ""]
        if not own or (len(own) < _CLEAR and not (cell.metric or "").startswith("other:")):
            return False
        have = self._said_of(said)
        if not own <= have:
            return False
        return not any(own < other <= have for other in self._words.values())

    def is_closest(self, said: Figure, cell: Claim) -> bool:
        """Whether no other row of the measure fits the words better: a part that is named, the basis that is said."""
        folded = said.text.folded
        if cell.segment is None:
            parts = [name for name, metric in self._parts.items() if metric == cell.metric]
            if any(name in folded for name in parts):
                return False
        other = None if cell.basis == "non_gaap" else "non_gaap"
        twin = (cell.metric, cell.segment, other) in self._kinds
        told = is_adjusted(said)
        return not twin or (told is True) == (cell.basis == "non_gaap")

    def _said_of(self, said: Figure) -> Words:
        return Subjects(said.text).of(said) | said.own_words


__all__ = ["Labels"]
