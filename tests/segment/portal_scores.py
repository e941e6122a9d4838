"""How much of a rendered call is found again: turns, roles, the start of the questions, pairs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from nlp.readers import read
from nlp.records import Turn
from nlp.segment import segment

from .calls import Said
from .portal_call import CHINESE, ENGLISH, PAIRS, PAIRS_ZH
from .portal_call_three import NORDIC, PAIRS_NORDIC, PAIRS_TAIWAN, TAIWAN
from .portal_call_two import AMERICAN, BOTH, LISTED, PAIRS_BOTH, PAIRS_LISTED, PAIRS_TWO
from .portal_pages import Style

_PAIRS = (
    (ENGLISH, PAIRS),
    (CHINESE, PAIRS_ZH),
    (AMERICAN, PAIRS_TWO),
    (LISTED, PAIRS_LISTED),
    (BOTH, PAIRS_BOTH),
    (NORDIC, PAIRS_NORDIC),
    (TAIWAN, PAIRS_TAIWAN),
)


@dataclass(frozen=True)
class Score:
    """F1 of turns (start within 60 characters, first and last name), share of right roles, Q&A start, F1 of pairs."""

    turns: float
    roles: float
    start: bool
    pairs: float

    @property
    def perfect(self) -> bool:
        return (self.turns, self.roles, self.start, self.pairs) == (1.0, 1.0, True, 1.0)


def _words(name: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    kept = bare.lower().translate(str.maketrans("ıłøđð", "ilodd")).replace(".", "").replace(",", "").split()
    return [word for word in kept if word not in ("jr", "mr", "ms", "dr", "phd", "cfa", "cpa", "mba")]


def same_name(found: str, name: str) -> bool:
    """Equal first and last word; a label with an honorific has the last alone."""
    a, b = _words(found), _words(name)
    return bool(a) and ((a[0], a[-1]) == (b[0], b[-1]) or (found[:3].title() in ("Mr.", "Ms.") and a[-1] == b[-1]))


def score(style: Style, *, near: int = 60) -> Score:
    """The score of one style; a turn may begin `near` characters beside its place."""
    call = [said for said in style.call if style.operator or said.role != "operator"]
    found = segment(read(style.render().encode(), name="call.txt"))
    text = found.document.text
    starts = _starts(text, call)
    match: dict[str, int] = {}
    for index, (start, said) in enumerate(zip(starts, call, strict=True)):
        for turn in found.turns:
            if abs(turn.start - start) <= near and turn.id not in match and _named(style, turn, said):
                match[turn.id] = index
                break
    turns = 2 * len(match) / (len(call) + len(found.turns)) if found.turns else 0.0
    right = sum(1 for turn in found.turns if turn.id in match and turn.role == call[match[turn.id]].role)
    first = next(i for i, said in enumerate(call) if said.section == "qa")
    begun = next((turn for turn in found.turns if turn.section == "qa"), None)
    gold = _pairs(style, call)
    pairs = {
        (tuple(match.get(t, -1) for t in pair.question_turns), tuple(match.get(t, -1) for t in pair.answer_turns))
        for exchange in found.exchanges
        for pair in exchange.pairs
    }
    return Score(
        turns,
        right / len(match) if match else 0.0,
        begun is not None and match.get(begun.id) == first,
        2 * len(pairs & gold) / (len(pairs) + len(gold)) if pairs else 0.0,
    )


def _named(style: Style, turn: Turn, said: Said) -> bool:
    return not style.named or said.role == "operator" or same_name(turn.speaker, said.name)


def _pairs(style: Style, call: list[Said]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    places = [call.index(said) if said in call else -1 for said in style.call]
    pairs = next(pairs for call_of, pairs in _PAIRS if call_of is style.call)
    return {(tuple(places[i] for i in asked), tuple(places[i] for i in answered)) for asked, answered in pairs}


def _starts(text: str, call: list[Said]) -> list[int]:
    """Where each speech begins, whatever line ends and blanks the page puts between its words."""
    bare, places = [], []
    for place, char in enumerate(text):
        if not char.isspace():
            bare.append(char)
            places.append(place)
    joined, reach, out = "".join(bare), 0, []
    for said in call:
        words = "".join(said.words[0].split())[:24]
        at = joined.find(words, reach)
        assert at >= 0, said.words[0]
        out.append(places[at])
        reach = at + 1
    return out
