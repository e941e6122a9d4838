"""What the speeches before one tell of its speaker, without a look through all of them for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages.late import late
from .names import name_key

if TYPE_CHECKING:
    from .speakers import Speech

_CHAIR = late(r"\bchair(?:man|woman|person)\b")


class Earlier:
    """The speeches so far: `named` and `block` hold, by the key of a label that names nobody, the first speech of who
    became known and the last one since an operator spoke; `asker` is the last with the mark Q.
    """

    def __init__(self) -> None:
        self.speeches: list[Speech] = []
        self.named: dict[str, Speech] = {}
        self.block: dict[str, Speech] = {}
        self.asker: Speech | None = None
        self._labels: set[str] = set()
        self._by_word: dict[str, str] = {}
        self._holders: dict[str, list[str]] = {}
        self._seen: set[tuple[str, str, str, str | None]] = set()

    def add(self, speech: Speech) -> None:
        """Remember one more."""
        label, speaker = speech.label, speech.speaker
        self.speeches.append(speech)
        if label.mark == "Q":
            self.asker = speech
        if label.kind == "operator":
            self.block.clear()
        elif speaker != label.name:
            self.block[label.key] = speech
        who = label.name, label.kind, speaker, speech.title
        if who not in self._seen:
            self._seen.add(who)
            self._learn(speech)

    def _learn(self, speech: Speech) -> None:
        label, speaker = speech.label, speech.speaker
        self._labels.add(label.key)
        if speaker != label.name:
            self.named.setdefault(label.key, speech)
        if label.kind != "operator":
            for word in name_key(speaker).split():
                self._by_word.setdefault(word, speaker)
        if label.kind == "person" and speech.title:
            for held in {f"as {name_key(speech.title)}", f"for {office(speech.title)}"}:
                holders = self._holders.setdefault(held, [])
                if speaker not in holders:
                    holders.append(speaker)

    def has_spoken(self, key: str) -> bool:
        """Whether somebody has spoken under a label of this key."""
        return key in self._labels

    def called(self, word: str) -> str | None:
        """Who spoke first, but the operator, with this word in his name."""
        return self._by_word.get(word)

    def holder(self, title: str) -> str | None:
        """The one person whom labels give this office."""
        for held in (f"as {name_key(title)}", f"for {office(title)}"):
            if held in self._holders:
                return self._holders[held][0] if len(self._holders[held]) == 1 else None
        return None


def office(title: str) -> str:
    """A title for comparing: "THE CHAIRMAN" is the "Chair"."""
    return _CHAIR.sub("chair", name_key(title).removeprefix("the ").removeprefix("mr ").removeprefix("madam "))
