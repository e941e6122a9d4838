"""Roles and sections: who is operator, executive, analyst or interpreter, and where the questions begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ..languages.calls import CALL_RULES
from ..text import simplify
from .askers import announces, asks, find_askers, names_person, only_thanks, points_on, politely_called, prints_marks
from .hand_overs import HandOver, hand_over
from .names import generic_kind, is_numbered, name_key
from .speakers import GREETING, Speech, changed, mentions_relations
from .titles import title_kind

_RULES = tuple(CALL_RULES.values())
_EN = CALL_RULES["en"]
_ANSWERING = ("analyst", "executive", "investor_relations")  # behind one of these an answer is given
_FLOOR = 120  # characters: who hands the call to its host says it last
_HOST = 400  # characters: who only announces the questions says little


def assign(speeches: Sequence[Speech], heading: int | None) -> tuple[list[Speech], int | None]:
    """Roles and sections for every speech, and the index of the first speech of the questions (None: there are none).

    `heading` is the index of the first speech behind a heading such as "Questions and Answers", where there is one.
    """
    asked = [hand_over(s.words) if s.label.kind == "operator" or announces(s.words) else None for s in speeches]
    analysts = _analyst_keys(speeches, asked)
    first = _questions_start(speeches, heading, asked, analysts)
    begun = _begins_asking(speeches, first, analysts) if heading is None else None
    if begun is not None:
        analysts, first = analysts | {speeches[begun].key}, begun
    more, start = find_askers(speeches)
    sooner = start is not None and first is not None and start < first
    if first is None or (sooner and (not analysts or _in_a_room(speeches[: (start or 0) + 1], speeches, more))):
        analysts, first = analysts | more, start
    company = _company_keys(speeches, first, analysts)
    analysts |= _strangers(speeches, first, company) | {s.key for s in speeches if s.side == "host"}
    out = [_with_role(s, i, first, analysts, company, asked) for i, s in enumerate(speeches)]
    out = _unnamed_askers(out, first)
    if first is not None:
        out[first:] = [s._replace(section="qa") for s in out[first:]]
    return _firms_shared(_relations(_one_role_each(_by_place(_one_role_each(out))))), first


def _begins_asking(speeches: Sequence[Speech], first: int | None, analysts: set[str]) -> int | None:
    """The first speech before `first` of somebody new who asks right behind words that open the questions, and whom
    somebody answers who has spoken before: nobody announces the first asker.
    """
    spoken: set[str] = set()
    for index, speech in enumerate(speeches[: first or 0]):
        new = speech.label.kind == "person" and speech.key not in spoken and speech.side != "company"
        if index and new and announces(speeches[index - 1].words) and asks(speech.words):
            answered = index + 1 < len(speeches) and speeches[index + 1].key in spoken - analysts
            if answered and title_kind(speech.title or "") not in ("executive", "investor_relations"):
                return index
        spoken.add(speech.key)
    return None


def _in_a_room(before: Sequence[Speech], speeches: Sequence[Speech], askers: set[str]) -> bool:
    """Whether no operator has spoken before the first question, and all who ask have a firm beside their names, or
    the last before them says that questions may be asked.
    """
    given = askers <= {s.key for s in speeches if s.label.firm} or announces(before[-1].words)
    return given and not any(s.label.kind == "operator" for s in before)


def _firms_shared(speeches: Sequence[Speech]) -> list[Speech]:
    """An analyst's firm, once announced, holds for all his turns."""
    firms = {s.key: s.firm for s in speeches if s.role == "analyst" and s.firm and not generic_kind(s.speaker)}
    return [changed(s, firm=firms[s.key]) if s.firm is None and s.key in firms else s for s in speeches]


def _analyst_keys(speeches: Sequence[Speech], asked: Sequence[HandOver | None]) -> set[str]:
    """Persons who ask, by title, by list, by the mark Q, or because a question was announced as theirs."""
    marks: dict[str, Counter[str]] = {}
    keys: set[str] = set()
    opened = next((i for i, hand in enumerate(asked) if hand is not None), len(speeches))
    spoken = {speech.key for speech in speeches[:opened]}
    marked = prints_marks(speeches)
    for index, speech in enumerate(speeches):
        first = speech.key not in marks
        marks.setdefault(speech.key, Counter())[speech.label.mark or ""] += 1
        kind = title_kind(speech.title) if speech.title else None
        if speech.side == "company" or speech.label.kind == "interpreter":
            continue
        if kind == "analyst" or speech.side == "guest" or speech.label.kind == "analyst":
            keys.add(speech.key)
            continue
        before = asked[_announcing(speeches, asked, index)] if index else None
        new = index > 1 and before is None and kind is None and first
        if new and _is_called(speeches[index - 1], speech, marked=marked):
            keys.add(speech.key)
        if before is None or not before.name or not _same_person(before.name, speech.speaker):
            continue
        # A director of a bank asks, too; one of the company has spoken before.
        if kind is None or (before.firm and kind == "executive" and speech.key not in spoken):
            keys.add(speech.key)
    for key, counted in marks.items():
        if counted["Q"] > counted["A"]:
            keys.add(key)
        elif counted["A"]:
            keys.discard(key)
    return keys


def _announcing(speeches: Sequence[Speech], asked: Sequence[HandOver | None], index: int) -> int:
    """The speech that calls the speaker of speech `index`, if any does: the one before, or the one before a greeting of
    a few words by somebody else ("Good morning, Ada.").
    """
    greets = index > 1 and len(speeches[index - 1].words) < GREETING and speeches[index - 1].label.kind != "operator"
    greets = greets and _calls(asked[index - 2], speeches[index])
    return index - 2 if greets else max(0, index - 1)


def _is_called(before: Speech, speech: Speech, *, marked: bool) -> bool:
    """Whether an operator who announces a question names this speaker, in words that no pattern reads; somebody told by
    a number need not be named.
    """
    if before.label.kind != "operator" or speech.label.kind != "person":
        return False
    announced = announces(before.words)
    if not is_numbered(speech.label.name):
        return announced and names_person(before.words, speech.key)
    given = any(rules.floor.search(before.words[-_FLOOR:]) for rules in _RULES)
    return (announced and not given) or asks(speech.words, marked=marked)


def _same_person(one: str, other: str) -> bool:
    if politely_called(one, other):
        return True
    a, b = name_key(one).split(), name_key(other).split()
    return bool(a and b) and (a == b or a[-1] == b[-1] or (a[0] == b[0] and len(a[0]) > 2))


def _questions_start(
    speeches: Sequence[Speech], heading: int | None, asked: Sequence[HandOver | None], analysts: set[str]
) -> int | None:
    """The first speech of the questions: behind the heading, or the operator's who calls the first analyst."""
    if heading is not None and heading < len(speeches):
        return heading
    for index, speech in enumerate(speeches):
        if speech.key in analysts or speech.label.kind == "analyst":
            place = _announcing(speeches, asked, index)
            before = speeches[place]
            brief = len(before.words) < (_HOST if before.words.isascii() else _HOST // 4)
            brief = brief and any(s.key == before.key for s in speeches[:place])  # a host opens the call
            opens = announces(before.words) or points_on(before.words)
            announced = _calls(asked[place], speech) or (brief and opens)
            named = len(before.words) < _HOST and announced
            called = (before.label.kind == "operator" or named) and (index > 1 or (index and named))
            return place if called else index
    for index, speech in enumerate(speeches[1:], 1):
        if speech.label.kind == "operator" and asked[index] is not None and index + 1 < len(speeches):
            return index
    return None


def _calls(hand: HandOver | None, speech: Speech) -> bool:
    """Whether an announcement is of this speaker's question."""
    return hand is not None and hand.name is not None and _same_person(hand.name, speech.speaker)


def _company_keys(speeches: Sequence[Speech], first: int | None, analysts: set[str]) -> set[str]:
    """Persons of the company: those who speak before the questions, their firm's others, and those listed as such."""
    keys = {s.key for s in speeches if s.side == "company"}
    for speech in speeches[: first if first is not None else len(speeches)]:
        if speech.label.kind == "person" and speech.key not in analysts and speech.side != "host":
            keys.add(speech.key)
    firms = {_firm_key(s.firm) for s in speeches if s.key in keys and s.firm}
    for speech in speeches:
        alike = speech.firm and any(_alike(_firm_key(speech.firm), firm) for firm in firms)
        if alike and speech.key not in analysts:
            keys.add(speech.key)
    return keys


def _strangers(speeches: Sequence[Speech], first: int | None, company: set[str]) -> set[str]:
    """Persons of another firm than the company's who speak among the questions: a director of a bank asks too."""
    firms = {_firm_key(s.firm) for s in speeches if s.key in company and s.firm}
    if first is None or not firms:
        return set()
    return {
        s.key
        for s in speeches[first:]
        if s.firm
        and s.label.kind == "person"
        and s.side != "company"
        and s.key not in company
        and not any(_alike(_firm_key(s.firm), firm) for firm in firms)
    }


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> bool:
    """Equal but for a slip of the pen: "orbell" and "orbel"."""
    a, b = one.split(), other.split()
    return bool(a and b) and (a[0] == b[0] or SequenceMatcher(None, a[0], b[0]).ratio() > 0.85)


@lru_cache(maxsize=8192)
def _firm_key(firm: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", firm.lower()).split()[:2])


def _with_role(
    speech: Speech,
    index: int,
    first: int | None,
    analysts: set[str],
    company: set[str],
    asked: Sequence[HandOver | None],
) -> Speech:
    kind = title_kind(speech.title) if speech.title else None
    if speech.label.kind in ("operator", "interpreter"):
        return changed(speech, role=speech.label.kind)
    if speech.key in company:
        return changed(speech, role="investor_relations" if kind == "investor_relations" else "executive")
    if speech.key in analysts:
        before = asked[index - 1] if index else None
        firm = speech.firm or (
            before.firm if before and (before.name is None or _same_person(before.name, speech.speaker)) else None
        )
        return changed(speech, role="analyst", firm=firm)
    if speech.label.kind == "executive":
        return changed(speech, role="executive")
    if speech.label.kind == "unknown" and speech.speaker == speech.label.name:
        return changed(speech, role=_unnamed_role(speech, index, first, asked))
    if kind in ("executive", "investor_relations"):
        return changed(speech, role=kind)
    called = index > 0 and first is not None and index > first and asked[index - 1] is not None
    if speech.label.kind == "person" and first is not None and index >= first:
        return changed(speech, role="analyst" if called or speech.firm else "unknown")
    return changed(speech, role="executive" if speech.label.kind == "person" else "unknown")


def _by_place(speeches: Sequence[Speech]) -> list[Speech]:
    """Persons of whom nothing else is known: one whom the operator has just named asks, so does one who asks and is
    answered by the company; one who speaks after an analyst or somebody of the company, or whom the operator names to
    close the call, answers.
    """
    named: set[str] = set()
    answers: set[str] = set()
    for before, speech, after in zip(speeches, speeches[1:], [*speeches[2:], None], strict=False):
        if speech.role != "unknown" or speech.label.kind != "person":
            continue
        asked = asks(speech.words) and after is not None and after.role in ("executive", "investor_relations")
        called = before.role == "operator" and names_person(before.words, speech.key)
        closing = called and any(rules.closes.is_in(simplify(before.words)) for rules in _RULES)
        if asked or (called and not closing):
            named.add(speech.key)
        elif closing or before.role in _ANSWERING or before.key in named:
            answers.add(speech.key)
    roles = dict.fromkeys(answers, "executive") | dict.fromkeys(named, "analyst")
    return [changed(s, role=roles.get(s.key, s.role)) if s.role == "unknown" else s for s in speeches]


def _unnamed_role(speech: Speech, index: int, first: int | None, asked: Sequence[HandOver | None]) -> str:
    name = simplify(speech.label.name).lower()
    if re.search(r"company|corporate|representative|executive|公司|代表", name):
        return "executive"
    called = index > 0 and first is not None and index > first and asked[index - 1] is not None
    asking = re.search(r"\bquestions?\b|\?|问", simplify(speech.words)) is not None
    guest = re.search(r"participant|audience|attendee|参会|提问", name) is not None and asks(speech.words)
    return "analyst" if asking and (called or (guest and first is not None and index > first)) else "unknown"


def _of_questions(speech: Speech) -> bool:
    plain = simplify(speech.words)
    return any(rules.question_word.search(plain) for rules in _RULES)


def _unnamed_askers(speeches: Sequence[Speech], first: int | None) -> list[Speech]:
    """Labels of nobody under which somebody asks whom the operator could not name, or goes on asking or thanks."""
    out = list(speeches)
    asking: dict[str, Speech] = {}  # since the operator has spoken
    for index in range(first + 1 if first is not None else len(out), len(out)):
        speech, before = out[index], out[index - 1]
        if speech.role == "operator":
            asking = {}
        elif speech.label.kind == "unknown":
            known = asking.get(speech.label.key)
            if speech.role == "unknown" and (asks(speech.words) or (known and only_thanks(speech.words))):
                if known is not None:
                    out[index] = changed(speech, role="analyst", speaker=known.speaker, firm=known.firm)
                elif before.role == "operator" and _of_questions(before):
                    out[index] = changed(speech, role="analyst")
            if out[index].role == "analyst":
                asking[speech.label.key] = out[index]
    return out


def _one_role_each(speeches: Sequence[Speech]) -> list[Speech]:
    """One person, one role: the one he has most, unless the label names nobody."""
    counts: dict[str, Counter[str]] = {}
    for speech in speeches:
        if speech.label.kind == "person" and speech.role != "unknown":
            counts.setdefault(speech.key, Counter())[speech.role] += 1
    most = {key: counted.most_common(1)[0][0] for key, counted in counts.items()}
    out = []
    for speech in speeches:
        role = most.get(speech.key) if speech.label.kind == "person" else None
        out.append(speech if role in (None, speech.role) else speech._replace(role=role))
    return out


def _relations(speeches: Sequence[Speech]) -> list[Speech]:
    """Executives who are introduced as investor relations, where their own line does not say it."""
    out = []
    said = "\n".join(s.words for s in speeches[:3])
    introduced = lru_cache(maxsize=None)(lambda name: mentions_relations(said, name))
    for speech in speeches:
        relations = speech.role == "executive" and (
            title_kind(speech.title or "") == "investor_relations"
            or (speech.label.kind == "person" and not speech.title and introduced(speech.speaker))
        )
        out.append(speech._replace(role="investor_relations") if relations else speech)
    return out
