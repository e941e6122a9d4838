"""The people of a call as its own words and lists name them, and whom of them a line names that reads as no label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .labels import Label, is_person, looks_like_name, name_key, parse_label
from .mentions import Mentions
from .participants import Participant
from .persons import names_known
from .titles import split_description, title_kind

_MARKS = re.compile(r"[\W_]+")
_BETWEEN = r"[^\w\s'&.*$\"-]+|\s--?\s|--+|(?<=\w\w)\.\s|\s{2,}|\t"
# Between a name and what describes it; a hyphen without blanks parts them only behind the whole name.
_PIECES = tuple(re.compile(rf"\s*(?:{between})\s*") for between in (_BETWEEN + r"|-(?=[A-Z][a-zA-Z]+\b)", _BETWEEN))
_EMPHASIS = re.compile(r"\*+|__+")
_MARK = re.compile(r"(?:\[?(Q|A)\]?|Question|Answer)(?: ?[-:)] ?|\. )(?=\S)")
_CAPITAL = re.compile(r"[A-Z0-9\u00c0-\u00de\u3400-\u9fff&(\"'$*]|(?:of|and|the|for|in|at|to|de|e|y|du|des)\b")
_SPOKEN = re.compile(
    r"\b(?:thanks?|thank you|hi|hello|hey|yes|yeah|no|sure|okay|ok|good|great|and|so|but|well|right|dear|congratulations|"
    r"welcome|morning|afternoon|now|next|first|with|from|by|i|we|you|our|your|is|are|was)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?<!\S)(?!(?:of|and|the|for|in|at|to|de|da|di|do|dos|du|des|e|y|van|von|der|den|del|della|la|le|bin|al|el|ter|ten|af)\b)[a-z]")
_LONG = 200


class People:
    """Who is listed and who is said: `name in people`."""

    def __init__(self, participants: Sequence[Participant], mentions: Mentions) -> None:
        self.mentions = mentions
        self.names = set(names_known(name_key(person.name) for person in participants))
        self.short = {person.short: person for person in participants if person.short}
        self.printed = {squeezed(person.printed): person for person in participants}

    def __contains__(self, name: str) -> bool:
        return name_key(name) in self.names or name in self.mentions

    def label(self, text: str) -> Label | None:
        """The label as a list of participants spells it out, else as the line itself reads, else with the name in it
        that the call says elsewhere: "Bo Tran Lakeside Bank - Director", "ADA LIND-CHIEF FINANCIAL OFFICER".
        """
        if (person := self.short.get(text)) is not None:
            return Label(name=person.name, title=person.title, firm=person.firm)
        if self.printed and len(text) > 12 and (person := self.printed.get(squeezed(text))) is not None:
            return Label(name=person.name, title=person.title, firm=person.firm)
        label = parse_label(text)
        if label is not None and (label.kind != "person" or label.name in self):
            return label
        named = self._named_in(text)
        return named if named is not None and (label is None or _holds(label, named)) else label

    def said(self, text: str) -> Label | None:
        """The label of a line that is a name said in the call with a title or a firm beside it, however they are parted."""
        found = self._named_in(text.rstrip("."))
        return found if found is not None and (found.firm or (found.title and title_kind(found.title))) else None

    def _named_in(self, text: str) -> Label | None:
        if not 8 < len(text) <= _LONG:
            return None
        if _SMALL.search(text):
            return None
        marked = _MARK.match(text)
        body = _EMPHASIS.sub("", text[marked.end() :] if marked else text).strip()
        for glued, pattern in enumerate(_PIECES):
            pieces = [piece for piece in pattern.split(body) if piece]
            if not 1 <= len(pieces) <= 6 or not all(_CAPITAL.match(piece) for piece in pieces):
                return None
            for place, piece in enumerate(pieces):
                cuts = _cuts(piece, last=place == len(pieces) - 1) if glued else [(piece, "")]
                for name, rest in cuts:
                    if (place == 0 or glued) and self.mentions.whole(name) and is_person(name):
                        others = [*pieces[:place], *([rest] if rest else []), *pieces[place + 1 :]]
                        return _described(name, others, marked[0].strip()[:1] if marked else None)
        return None


def _described(name: str, others: Sequence[str], mark: str | None) -> Label | None:
    """The label of a name among words that describe it; None where they say something else."""
    if any(_SPOKEN.search(other) for other in others) or not all(map(describes, others)):
        return None
    title, firm = split_description(" - ".join(others)) if others else (None, None)
    return Label(name=name, title=title, firm=firm, mark=mark)


def _holds(label: Label, named: Label) -> bool:
    """Whether what was read as a name is a name with a firm glued to it."""
    more = set(name_key(label.name).split()) - set(named.key.split())
    return len(more) > 0 and named.key in name_key(label.name)


def describes(text: str) -> bool:
    """Whether every word is one of a title or a firm: it has a capital, or joins two that have."""
    return all(_CAPITAL.match(word) for word in text.split())


def _cuts(piece: str, *, last: bool) -> Iterator[tuple[str, str]]:
    """(name, rest) for each way in which a name may begin a piece, or end the last one."""
    words = piece.split(" ")
    if len(words) > 12:
        return
    for cut in range(min(len(words), 6), 1, -1):
        name = " ".join(words[:cut])
        if looks_like_name(name):
            yield name, " ".join(words[cut:])
    if last or len(words) < 8:
        for cut in range(1, len(words) - 1):
            name = " ".join(words[cut:])
            if looks_like_name(name):
                yield name, " ".join(words[:cut])


def squeezed(text: str) -> str:
    """Letters and digits only: "Ada Lind - Orbel - CFO" and "Ada Lind Orbel - CFO" are the same entry of a list."""
    return _MARKS.sub("", text.lower())
