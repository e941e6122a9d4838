"""Labels to persons: name, role, title and firm of every turn, from the line, the lists and what others say of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from ..languages.call_rules import CallRules
from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import simplify
from .earlier import Earlier, office
from .hand_overs import REACH, cut_off, hand_over, introduced_to
from .label import Label
from .names import generic_kind, is_numbered, looks_like_name, name_key
from .participants import Participant, listed
from .persons import canonical_names
from .self_named import names_self
from .titles import split_description, title_kind

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_RULES = (_EN, _ZH)
_SHORT_NAME = late(r"[\u4e00-\u9fff](?:总|總|董|先生|女士|小姐|博士)")
_FAMILY = late(
    r"(?P<han>[\u4e00-\u9fff])(?:总|總|董|先生|女士|小姐|博士|老师|老師)|[A-Z][a-z]+ (?P<last>[\u4e00-\u9fff])"
)
_TITLE_WORDS = late(r"\b(?:Senior |Executive |Assistant )*Vice President\b|\b(?:Managing|Senior|Executive) Director\b")
# "Further question" by who asked before.
_FURTHER = late(r"\b(?:further|follow|another)|追问|继续|补充|再次", re.IGNORECASE)
_SURNAME = late(r"[A-ZÀ-ÞĀ-ɏ][\w'-]{2,}")
_POLITE_NAME = late(r"(?:Mr|Ms|Mrs|Dr|Miss)\.? [A-ZÀ-ÞĀ-ɏ]", re.IGNORECASE)
_COUNTED = late(r"[^\W_]{2}.*[0-9一二三四五六七八九十]\Z")  # a label that stands for one person: 现场提问一, "Caller 3"
_NICKNAMED = late(r"(?<=\w) \([A-Z][a-z]+\)\Z")  # Lin Anda (Ada)
_NAMELESS = {"Q": "Unidentified Analyst", "A": "Unidentified Executive"}  # among labels that mark and name
_POINTING = 200  # characters: who points at the next asker says little else
GREETING = 60  # characters: who greets an asker before the question says no more
Told = tuple[str | None, str | None, str | None]  # title, firm and side
_UNTOLD: Told = (None, None, None)
_OPENING = 3  # speeches in which people are introduced


class Speech(NamedTuple):
    """A turn in the making: the label, the folded words, and what has been found of the speaker so far."""

    label: Label
    words: str
    speaker: str = ""
    role: str = "unknown"
    title: str | None = None
    firm: str | None = None
    section: str = "prepared"
    foreign_only: bool = False
    side: str | None = None  # company, guest or host

    @property
    def key(self) -> str:
        """The speaker's name for comparing."""
        return name_key(self.speaker or self.label.name)


def changed(speech: Speech, **fields: Any) -> Speech:
    """The speech with other fields, itself where they are as they were: most lines say nothing new of a speaker."""
    for name, value in fields.items():
        if getattr(speech, name) != value:
            return speech._replace(**fields)
    return speech


def resolve(speeches: Sequence[Speech], people: Sequence[Participant]) -> list[Speech]:
    """Name, title and firm for every speech; roles come in `roles.py`."""
    known = listed(people)
    earlier = Earlier()
    for speech in speeches:
        earlier.add(_resolved(speech, known, earlier))
    out = earlier.speeches
    if any(speech.label.mark and speech.label.kind == "person" for speech in speeches):
        out = [changed(s, speaker=_NAMELESS.get(s.speaker, s.speaker)) for s in out]
    return _share(_introduced(_one_name_each(out, people)))


def _introduced(speeches: Sequence[Speech]) -> list[Speech]:
    """The title that the first speeches give a person of the company, where neither line nor list has one."""
    titles: dict[str, str] = {}
    for speech in speeches[:_OPENING]:
        for rules in _RULES:
            plain = simplify(speech.words)
            for hit in (hit for pattern in rules.introduced for hit in pattern.finditer(plain)):
                name, title = (speech.words[hit.start(group) : hit.end(group)] for group in ("name", "title"))
                if title_kind(title) in ("executive", "investor_relations") and looks_like_name(cut_off(name)):
                    titles.setdefault(name_key(cut_off(name)), _whole_title(title))
    whole = _whole_names(speeches, titles) | _polite_names(speeches)
    speeches = [s._replace(speaker=whole[s.speaker]) if s.speaker in whole else s for s in speeches]
    return [
        changed(s, title=titles[s.key])
        if (s.title is None or generic_kind(s.title)) and s.side != "guest" and s.key in titles
        else s
        for s in speeches
    ]


def _whole_title(title: str) -> str:
    """ "Vice President, Investor Relations" whole, without the next person of a list."""
    first, *others = title.split(", ")
    return ", ".join([cut_off(first), *takewhile(lambda piece: title_kind(piece) is not None, others)])


def _whole_names(speeches: Sequence[Speech], introduced: Iterable[str]) -> dict[str, str]:
    """邱总 by the one whole name with that family name among those who speak and those introduced."""
    short = {s.speaker for s in speeches if _SHORT_NAME.fullmatch(s.speaker)}
    names = {s.speaker for s in speeches if s.label.kind == "person" and s.speaker not in short} if short else set()
    out = {}
    for name in short:
        same = {other for other in (*names, *introduced) if len(other) > 1 and other[0] == name[0]}
        if len(same) == 1:
            out[name] = same.pop()
    return out


def _polite_names(speeches: Sequence[Speech]) -> dict[str, str]:
    """ "Ms. O'Dwyer" by the one whole name that the call says with this last name."""
    out = {}
    polite = {s.speaker for s in speeches if _POLITE_NAME.match(s.speaker)}
    alone = {s.speaker for s in speeches if s.label.kind == "person" and _SURNAME.fullmatch(s.speaker)}
    for name in polite | alone:
        last = name.split(" ", 1)[-1]
        pattern = re.compile(
            rf"\b(?!(?:Mr|Ms|Mrs|Dr)\b)(?:[A-ZÀ-ÞĀ-ɏ][\w'-]+ |[A-ZÀ-ÞĀ-ɏ]\. ){{1,3}}{re.escape(last)}(?![\w-])",
            re.IGNORECASE,
        )
        said = Counter(hit[0] for s in speeches for hit in pattern.finditer(s.words) if looks_like_name(hit[0]))
        if len({name_key(whole) for whole in said}) == 1:
            out[name] = said.most_common(1)[0][0]
    return out


def _one_name_each(speeches: Sequence[Speech], people: Sequence[Participant]) -> list[Speech]:
    """Speakers by the one name of each person, with the title and firm that a list gives for it."""
    named = [not is_numbered(s.speaker) and looks_like_name(s.speaker) for s in speeches]
    labels = [s.speaker for s, yes in zip(speeches, named, strict=True) if yes]
    names = canonical_names(labels, [person.name for person in people], [s.words for s in speeches])
    by_name = {person.name: person for person in people}
    out = []
    for speech, yes in zip(speeches, named, strict=True):
        name = names.get(speech.speaker, speech.speaker) if yes else speech.speaker
        name = _NICKNAMED.sub("", name) if yes else name
        if speech.label.kind == "operator" and name.isupper() and name.isascii():
            name = name.capitalize()
        out.append(changed(_described(speech, by_name.get(name)), speaker=name))
    return out


def _described(speech: Speech, person: Participant | None) -> Speech:
    """The speech with what the list says of its speaker where his line says nothing."""
    if person is None:
        return speech
    title, firm, side = speech.title or person.title, speech.firm or person.firm, speech.side or person.side
    return changed(speech, title=title, firm=firm, side=side)


def _resolved(speech: Speech, known: Mapping[str, Participant], earlier: Earlier) -> Speech:
    """The speech with its speaker; one who is not called by name may say who he is."""
    found = _named_by_others(speech, known, earlier)
    if found.label.kind not in ("analyst", "unknown"):
        return found
    told = names_self(found.words)
    before = earlier.speeches[-1] if earlier.speeches else None
    called = before is not None and found.speaker != found.label.name and _called_by(before, found.speaker)
    if told is not None and (not called or _is_short_for(found.speaker, told[0])):
        return changed(found, speaker=told[0], firm=told[1] or (found.firm if called else None))
    if found.speaker != found.label.name:
        return found
    same = earlier.named.get(found.label.key) if _COUNTED.search(found.label.name) else None  # 现场提问一
    return changed(found, speaker=same.speaker, firm=same.firm) if same is not None else found


def _is_short_for(name: str, whole: str) -> bool:
    """Whether 封先生 or Leo 封 can be 封敬之."""
    family = _FAMILY.fullmatch(name)
    return family is not None and whole.startswith(family["han"] or family["last"])


def _called_by(before: Speech, name: str) -> bool:
    """Whether the speech before announces this person's question."""
    hand = hand_over(before.words)
    return hand is not None and hand.name == name


def _announced(before: Speech) -> bool:
    """Whether a host says whose question is next."""
    hand, tail = hand_over(before.words), simplify(before.words[-REACH:])
    named = hand is not None and hand.name is not None
    return named and any(rules.opens_questions.is_in(tail) for rules in _RULES)


def _points_on(before: Speech) -> bool:
    """Whether somebody but an operator says little more than who asks next."""
    words = simplify(before.words[-_POINTING:])
    return len(before.words) < _POINTING and any(rules.points_at.search(words) for rules in _RULES)


def _fuller(told: str | None, listed: str | None) -> str | None:
    """The title of a label, or the one of a list that says more: 處長 is 投資人關係處處長."""
    return listed if told and listed and not told.isascii() and told in listed else told or listed


def _named_by_others(speech: Speech, known: Mapping[str, Participant], earlier: Earlier) -> Speech:
    label, before = speech.label, earlier.speeches[-1] if earlier.speeches else None
    person = find_person(label.name, known) or _office_holder(label, known)
    title, firm = (
        _fuller(label.title, person.title if person else None),
        label.firm or (person.firm if person else None),
    )
    named = person.name if person and label.kind == "executive" else _holder_before(label, earlier) or label.name
    speech = changed(speech, speaker=named, title=title, firm=firm, side=person.side if person else None)
    numbered = is_numbered(label.name)
    if (label.kind in ("person", "operator") and not numbered) or before is None:
        return speech
    if numbered:
        same = earlier.named.get(label.key)
        if same is not None:
            return changed(speech, speaker=same.speaker, firm=same.firm, side=same.side)
    if before.label.kind != "operator":
        if numbered and introduced_to(before.words) is not None:  # "I pass it to our CFO, Ada Lind"
            return _named_by_operator(speech, before, earlier)
        if numbered and _greets(before, earlier.speeches):
            return _named_by_operator(speech, earlier.speeches[-2], earlier)
        if label.kind == "analyst" and _FURTHER.search(simplify(label.name)):
            asker = earlier.asker or speech
            return changed(speech, speaker=asker.speaker, title=asker.title, firm=asker.firm, side=asker.side)
        if label.kind == "analyst" and _announced(before):  # "The next caller is Bo Tran from Lakeside."
            return _named_by_operator(speech, before, earlier)
        within = label.kind == "analyst" and not _points_on(before)
        return _named_in_block(speech, earlier) if within else speech
    return _named_by_operator(speech, before, earlier)


def _greets(before: Speech, earlier: Sequence[Speech]) -> bool:
    """Whether `before` only greets whom an operator has just announced: "Good morning, Ada." """
    caller = earlier[-2] if len(earlier) > 1 and len(before.words) < GREETING else None
    called = hand_over(caller.words) if caller is not None and caller.label.kind == "operator" else None
    return called is not None and called.name is not None and called.name.split()[0] in before.words


def _named_in_block(speech: Speech, earlier: Earlier) -> Speech:
    """A label of no analyst by name, which the operator has named when it stood before in the same block."""
    other = earlier.block.get(speech.label.key)
    return speech if other is None else changed(speech, speaker=other.speaker, firm=other.firm, side=other.side)


def _named_by_operator(speech: Speech, before: Speech, earlier: Earlier) -> Speech:
    """A label that names nobody, right after the operator has said who is next."""
    numbered = is_numbered(speech.label.name)
    spoken_before = numbered and earlier.has_spoken(speech.label.key)
    if (speech.label.kind in ("analyst", "unknown") or numbered) and not spoken_before:
        asked = hand_over(before.words)
        company = speech.label.kind == "unknown" and re.search(
            r"company|corporate|representative|公司|代表", simplify(speech.label.name).lower()
        )
        if asked is not None and not company:
            return changed(speech, speaker=asked.name or speech.speaker, firm=speech.firm or asked.firm, side="guest")
    given = introduced_to(before.words)
    unnamed = speech.label.kind in ("unknown", "executive") or (numbered and speech.label.kind == "person")
    if given is not None and unnamed and not spoken_before:
        name, described = given
        full = earlier.called(name_key(name))
        if full is None and not looks_like_name(name) and (described is None or title_kind(name)):
            return speech
        title, _ = split_description(described.split("'s ")[-1]) if described else (None, None)
        return changed(speech, speaker=full or name, title=speech.title or title, side="company")
    return speech


def _office_holder(label: Label, known: Mapping[str, Participant]) -> Participant | None:
    """The one listed person who holds the office that a label gives in place of a name."""
    if label.kind != "executive" or not label.title:
        return None
    for spelt in (name_key, office):
        held = spelt(label.title)
        holders = [person for person in known.values() if person.title and spelt(person.title) == held]
        if holders:
            return holders[0] if len(holders) == 1 else None
    return None


def _holder_before(label: Label, earlier: Earlier) -> str | None:
    """The one person whom earlier labels give the office that stands in place of a name."""
    stands = label.kind == "executive" and label.title and label.title == label.name
    return earlier.holder(label.name) if stands else None


def find_person(name: str, known: Mapping[str, Participant]) -> Participant | None:
    """The listed person of this name: equal, or equal in first and last word."""
    key = name_key(name)
    if key in known:
        return known[key]
    words = key.split()
    if len(words) < 2:
        return None
    for other, person in known.items():
        if person.printed.startswith(name + " "):
            return person
        parts = other.split()
        if len(parts) > 1 and parts[-1] == words[-1] and parts[0][:3] == words[0][:3]:
            return person
    return None


def _share(speeches: list[Speech]) -> list[Speech]:
    """What one line says of a person holds for his other lines."""
    keys = [s.key if s.label.kind == "person" or s.speaker != s.label.name else None for s in speeches]
    told: dict[str | None, Told] = {}  # what is said first of each
    for speech, key in zip(speeches, keys, strict=True):
        title, firm, side = told.get(key, _UNTOLD)
        if key is not None and not (title and firm and side):
            told[key] = title or speech.title, firm or speech.firm, side or speech.side
    out = []
    for speech, key in zip(speeches, keys, strict=True):
        own = speech.title, speech.firm, speech.side
        title, firm, side = told.get(key, own)
        whole = own[0] or title, own[1] or firm, own[2] or side
        out.append(speech if whole == own else speech._replace(title=whole[0], firm=whole[1], side=whole[2]))
    return out


def mentions_relations(words: str, name: str, rules: CallRules = _EN) -> bool:
    """Whether somebody calls `name` an investor-relations person: "Ada Lind, our Head of Investor Relations"."""
    for found in re.finditer(re.escape(name), words, re.IGNORECASE):
        after = words[found.end() : found.end() + 90].split(". ", maxsplit=1)[0].split(";", maxsplit=1)[0]
        if rules.relations_words.search(after) and not re.search(
            r"\b[A-Z][a-z]+ [A-Z][a-z]+,", _TITLE_WORDS.sub("", after[2:].split("elations")[0])
        ):
            return True
        before = re.split(r"[,、,。;及和]", simplify(words[max(0, found.start() - 14) : found.start()]))[-1]
        if _ZH.relations_words.search(before):  # 请投资者关系总监梁若溪女士发言
            return True
    return False
