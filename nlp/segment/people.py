"""The people of a call as its own words and lists name them, and whom of them a line names that reads as no label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ..languages.late import late
from .label import Label
from .labels import parse_label, undecked
from .lone_names import whole_name
from .mentions import JOINS, SMALL_WORD, Mentions, squeezed
from .names import is_firm, is_person, looks_like_name, name_key
from .participants import Participant
from .persons import misspelt, names_known, same_person
from .titles import FIRM_WORD, split_description, title_kind

_DIVIDERS = late(r"\s*(?:[^\w\s'&.,*$\"-]+|\s--?\s|--+|\s{2,}|\t)\s*")  # between a name and what describes it
_WEAK = late(r",\s*|(?<=\w\w)\.\s+")
_EDGES = " \t*_()[]{}|/;,~=<>•-.:"
_STOP = late(r"[?!。？！]")
_EMPHASIS = late(r"\*+|__+")
_MARK = late(r"(?:\[?([QA][0-9]{0,2})\]?|Question|Answer)(?: ?[-:)] ?|\. )(?=\S)")
_CAPITAL = late(rf"[A-Z0-9À-ÞĀ-ɏ\u3400-\u9fff&(\"'$*]|{JOINS}\b")
_SPOKEN = late(
    r"\b(?:thanks?|thank you|hi|hello|hey|yes|yeah|no|sure|okay|ok|good|great|and|so|but|well|right|dear|congrats|"
    r"welcome|morning|afternoon|now|next|first|with|from|by|i|we|you|our|your|is|are|was)\b",
    re.IGNORECASE,
)
_LONG = 200
_CUT, _LONGEST_NAME = 8, 60  # characters
_MARK_BEHIND = late(r"(?P<name>.+?) ?[\[(](?P<mark>[QAM])[\])]")
LAST_FIRST = late(r"(?P<last>[A-ZÀ-ÞĀ-ɏ][\w'-]+), (?P<initial>[A-ZÀ-ÞĀ-ɏ])\.?(?: ?[A-Z]\.)?")
_ADDRESSED = late(r"(?P<who>[^▸→➜⇒➤>]{1,30}?) ?[▸→➜⇒➤>] ?\S.{0,40}")  # 甲1▸乙2 00:01:02
_LONE = late(r"[A-ZÀ-ÞĀ-ɏ][\w'-]{2,}")


class People:
    """Who is listed and who is said: `name in people`."""

    def __init__(
        self, participants: Sequence[Participant], mentions: Mentions, parts: Mapping[str, Label] = MappingProxyType({})
    ) -> None:
        self.mentions = mentions
        self.names = set(names_known(name_key(person.name) for person in participants))
        self.called: Mapping[str, Label] = {}
        self._labels: dict[str, Label | None] = {}
        self._within: dict[str, Label | None] = {}
        self.parts = parts  # in the call, by the codes that stand for them
        self.short = {person.short: person for person in participants if person.short}
        self.listed = tuple({person.name: person for person in participants}.values())
        self.surnames: dict[str, list[Participant]] = {}
        for person in participants:
            self.surnames.setdefault(person.name.split(" ")[-1].lower(), []).append(person)
        self.printed = {squeezed(person.printed): person for person in participants}
        self.described: dict[str, list[tuple[str, Participant]]] = {}  # what stands behind the names, by its last part
        for person in participants:
            rest = person.printed.removeprefix(person.name)
            if "\n" not in rest and rest != person.printed and " - " in rest:
                self.described.setdefault(_last_part(rest), []).append((squeezed(rest), person))

    def __contains__(self, name: str) -> bool:
        return name_key(name) in self.names or name in self.mentions

    def call(self, names: Mapping[str, Label]) -> None:
        """Let names that stand alone, in lower case, be labels of these persons."""
        self.called = {**self.called, **names}
        self._labels.clear()

    def label(self, text: str) -> Label | None:
        """The label as a list of participants spells it out, else as the line itself reads, else with the name in it
        that the call says elsewhere: "Bo Tran Lakeside Bank - Director", "ADA LIND-CHIEF FINANCIAL OFFICER".
        """
        if text not in self._labels:
            self._labels[text] = self._label(text)
        return self._labels[text]

    def _label(self, text: str) -> Label | None:
        if (called := self._called(text)) is not None:
            return called
        if self.short and (coded := self._coded(text)) is not None:
            return coded
        if self.printed and len(text) > 12 and (person := self.printed.get(squeezed(text))) is not None:
            return Label(name=person.name, title=person.title, firm=person.firm)
        if self.described and (spelt := self._spelt_otherwise(text)) is not None:
            return spelt
        marked = _MARK_BEHIND.fullmatch(text) if text[-1:] in ("]", ")") else None  # "Kuramoto [A]"
        if marked is not None:
            named = self.label(marked["name"])
            if named is not None:
                return named._replace(mark=marked["mark"] if marked["mark"] in "QA" else None)
        label = self._firm_first(parse_label(text))
        if label is not None and label.kind in ("analyst", "executive") and (label.firm or label.title):
            last = (label.firm or label.title or "").strip()
            named = self._by_surname(last) or self._presented(last)  # "A1 (Onodera)"
            if named is not None:
                return named._replace(mark="Q" if label.kind == "analyst" else "A")
        if label is not None and (label.kind != "person" or label.name in self):
            return label
        if (person := self._cut_off(text)) is not None:
            return Label(name=person.name, title=person.title, firm=person.firm)
        if label is None and (person := self._with_initial(text)) is not None:
            return Label(name=person.name, title=person.title, firm=person.firm)
        if label is None and _LONE.fullmatch(text):
            return self._by_surname(text)
        named = self._named_in(text) or (self._named_in(label.name) if label is not None else None)
        return named if named is not None and (label is None or _holds(label, named)) else label

    def _coded(self, text: str) -> Label | None:
        """Initials or a code for a person, or for a part in the call with a number where several have it (乙2); who is
        spoken to may stand behind it.
        """
        if (person := self.short.get(text)) is not None:
            return Label(name=person.name, title=person.title, firm=person.firm)
        part = self.parts.get(text) or self.parts.get(text.rstrip("0123456789"))
        if part is not None:
            return part if part.kind == "operator" else part._replace(name=text)
        told = _ADDRESSED.fullmatch(text)
        return self.label(told["who"]) if told else None

    def calls(self, text: str) -> bool:
        """Whether a name that may stand alone, behind a mark or not, is a label."""
        return self._called(text) is not None

    def _called(self, text: str) -> Label | None:
        """A name that stands alone, or behind a mark: "Ada", "Q. Ada"."""
        text = undecked(text)
        mark = _MARK.match(text) if self.called else None
        label = self.called.get(text[mark.end() :].lower() if mark else text.lower())
        return label._replace(mark=mark[0][0]) if label and mark else label

    def _firm_first(self, label: Label | None) -> Label | None:
        """ "Harrow Wick - Ada Lind": the person is whom a list names, or who is said to be "of Harrow Wick"."""
        if label is None or label.kind != "person" or not label.firm or not is_person(label.firm):
            return label
        listed = name_key(label.firm) in self.names and name_key(label.name) not in self.names
        if listed or self.mentions.belongs(label.firm, label.name):
            return label._replace(name=label.firm, firm=label.name)
        return label

    def _spelt_otherwise(self, text: str) -> Label | None:
        """A line that describes a listed person as the list does and spells the name a little otherwise: "Ada Lind
        Orbel Co. - CFO" of "Ada M. Lind Orbel Co. - CFO".
        """
        for rest, person in self.described.get(_last_part(text), ()) if " - " in text else ():
            words = text.split(" ")
            cut = next((i for i in range(1, min(6, len(words))) if squeezed(" ".join(words[i:])) == rest), 0)
            name, key = " ".join(words[:cut]), name_key(person.name)
            if cut and (same_person(name_key(name), key) or misspelt(name_key(name), key)):
                return Label(name=name, title=person.title, firm=person.firm)
        return None

    def _cut_off(self, text: str) -> Participant | None:
        """The one listed person whose name a narrow column has cut off: "Montgomery Feather"."""
        if not _CUT <= len(text) < _LONGEST_NAME:
            return None
        begun = [person for person in self.listed if person.name.startswith(text) and person.name != text]
        return begun[0] if len(begun) == 1 else None

    def _presented(self, text: str) -> Label | None:
        """Whom the call presents by a whole name with this last name."""
        name = whole_name(text, self.mentions) if _LONE.fullmatch(text) else None
        return Label(name=name) if name is not None else None

    def _with_initial(self, text: str) -> Participant | None:
        """The one listed person whom a line names by last name and initial: "LIND, A."."""
        found = LAST_FIRST.fullmatch(text)
        if found is None:
            return None
        last, initial = found["last"].lower(), found["initial"].lower()
        same = []
        for person in self.listed:
            words = [word.strip("().").lower() for word in person.name.split(" ")]
            if last in words and any(word[:1] == initial for word in words if word != last):
                same.append(person)
        return same[0] if len(same) == 1 else None

    def _by_surname(self, text: str) -> Label | None:
        """ "Kuramoto": the one person listed with this last name, or somebody whom the call names "Mr. Kuramoto"."""
        same = self.surnames.get(text.lower(), [])
        if len(same) == 1:
            return Label(name=same[0].name, title=same[0].title, firm=same[0].firm)
        return Label(name=text) if self.mentions.politely(text) else None

    def said(self, text: str) -> Label | None:
        """The label of a line that is a name said in the call with a title or a firm beside it, however parted."""
        found = self._named_in(text.rstrip("."))
        return found if found is not None and (found.firm or (found.title and title_kind(found.title))) else None

    def _named_in(self, text: str) -> Label | None:
        if text not in self._within:
            self._within[text] = self._find_in(text)
        return self._within[text]

    def _find_in(self, text: str) -> Label | None:
        if not 8 < len(text) <= _LONG or SMALL_WORD.search(text) or _STOP.search(text):
            return None
        marked = _MARK.match(text)
        body = _EMPHASIS.sub("", text[marked.end() :] if marked else text).strip()
        place = self._glued(body) or self._parted(body)
        if place is None:
            return None
        start, end = place
        before, behind = body[:start].strip(_EDGES), body[end:].strip(_EDGES)
        if any(_SPOKEN.search(other) or not describes(other) for other in (before, behind)):
            return None
        if before and not behind and title_kind(before) and not FIRM_WORD.search(before):
            return Label(name=body[start:end], title=before, mark=marked[0].strip()[:1] if marked else None)
        title, firm = split_description(_DIVIDERS.sub(" - ", " - ".join(filter(None, (before, behind)))))
        return Label(name=body[start:end], title=title, firm=firm, mark=marked[0].strip()[:1] if marked else None)

    def _glued(self, text: str) -> tuple[int, int] | None:
        """The place of a name with a title behind a hyphen without blanks."""
        for hit in re.finditer(r"(?<=\w)-+(?=[A-ZÀ-ÞĀ-ɏ])", text[:60]):
            if self._is_name(text[: hit.start()]):
                return 0, hit.start()
            if self._is_name(text[hit.end() :]):
                return hit.end(), len(text)
        return None

    def _parted(self, text: str) -> tuple[int, int] | None:
        """The place of a name that begins what stands between two dividers, or ends the last of them."""
        pieces = [hit.span() for hit in re.finditer(r"\S(?:.*?\S)??(?=" + _DIVIDERS.pattern + r"|\s*\Z)", text)]
        if len(pieces) > 6:
            return None
        for start, end in pieces:
            head = _WEAK.split(text[start:end], maxsplit=1)[0]
            words = head.split(" ")
            for cut in range(min(len(words), 6), 1, -1):
                name = " ".join(words[:cut])
                if self._is_name(name) and not is_firm(" ".join(words[: cut + 1])):
                    return start, start + len(name)
        words = text.split(" ")
        for cut in range(max(1, len(words) - 5), len(words) - 1):
            name = " ".join(words[cut:])
            if self._is_name(name):
                return len(text) - len(name), len(text)
        return None

    def _is_name(self, text: str) -> bool:
        return looks_like_name(text) and is_person(text) and self.mentions.whole(text)


def _holds(label: Label, named: Label) -> bool:
    """Whether what was read as a name is a name with a firm glued to it."""
    more = set(name_key(label.name).split()) - set(named.key.split())
    firm = named.firm is not None and FIRM_WORD.search(named.firm) is not None
    return (firm or len(more) > 1) and named.key in name_key(label.name)


def describes(text: str) -> bool:
    """Whether every word is one of a title or a firm: it has a capital, or joins two that have."""
    return all(_CAPITAL.match(word) for word in text.split())


def _last_part(text: str) -> str:
    return squeezed(text.rsplit(" - ", maxsplit=1)[-1])
