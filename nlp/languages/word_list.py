"""A dictionary of words with their frequencies, looked up where it lies instead of loaded.

jieba makes a table of half a million words and their beginnings before it cuts its first sentence: half a second and
60 MB, to look up a few thousand. Its dictionary is sorted by first characters, so the words that begin with one are
found by halving, and a word among them by a search in their lines.
"""

from __future__ import annotations

_NOT_MET = -1
_MOST_REMEMBERED = 300_000  # half of what the whole table would hold


class WordList:
    """`data`: lines "word frequency kind" in UTF-8, in the order of their first characters from byte `sorted_from` on.

    `known` holds what was looked up: a word's frequency, 0 for what words merely begin with, None for anything else.
    """

    def __init__(self, data: bytes, *, sorted_from: int) -> None:
        self._data = data
        self._sorted_from = sorted_from
        self._head = data[:sorted_from].decode("utf-8").splitlines()
        self._groups: dict[str, str] = {}
        self.known: dict[str, int | None] = {}

    def words_at(self, sentence: str) -> dict[int, list[int]]:
        """For each place, where the words that begin there have their last character; the place itself if there is none."""
        if len(self.known) > _MOST_REMEMBERED:
            self.known.clear()
        return {place: self._lasts(sentence, place) or [place] for place in range(len(sentence))}

    def _lasts(self, sentence: str, start: int) -> list[int]:
        known = self.known
        found = []
        for last in range(start, len(sentence)):
            piece = sentence[start : last + 1]
            frequency = known.get(piece, _NOT_MET)
            if frequency == _NOT_MET:
                frequency = self._look_up(piece)
            if frequency is None:
                break
            if frequency:
                found.append(last)
        return found

    def _look_up(self, piece: str) -> int | None:
        lines = self._lines(piece[0])
        line = lines.rfind(f"\n{piece} ")  # a word listed twice has the frequency of its last line
        if line >= 0:
            start = line + len(piece) + 2
            frequency: int | None = int(lines[start : lines.index(" ", start)])
        else:
            frequency = 0 if f"\n{piece}" in lines else None
        self.known[piece] = frequency
        return frequency

    def _lines(self, first: str) -> str:
        """All lines that begin with a character, each behind a line break."""
        if first not in self._groups:
            key = first.encode("utf-8", "surrogatepass")
            start, end = self._first_from(key), self._first_from(key[:-1] + bytes([key[-1] + 1]))
            before = "".join(f"\n{line}" for line in self._head if line.startswith(first))
            self._groups[first] = f"{before}\n{self._data[start:end].decode('utf-8')}"
        return self._groups[first]

    def _first_from(self, key: bytes) -> int:
        """Where the first line begins that is not before `key`."""
        low, high, data = self._sorted_from, len(self._data), self._data
        while low < high:
            middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if data[middle : middle + len(key)] < key:
                low = data.find(b"\n", middle) + 1 or high
            else:
                high = middle
        return low
