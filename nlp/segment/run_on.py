"""A call, or a part of it, on one line: the names of those who speak are found first, then where they begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..languages.calls import CALL_RULES
from ..languages.en.names import NICKNAMES
from ..languages.en.openers import OPENERS
from ..languages.late import late
from .lines import Line, make_line
from .names import looks_like_name
from .titles import FIRM_WORD, title_kind

_EN = CALL_RULES["en"]
_LONG = 600  # characters
_BEHIND = r"(?:(?<=[.?!)\]…] )|(?<=[.?!…][\"')\]”’] )|(?<=Answers )|(?<=Answers: )|(?<=Session )|\A)"
_HEADING = late(
    r"(?P<said>.*?)\s*\b"
    r"(?P<heading>(?:(?:Questions? (?:and|&) Answers?|Question-and-Answer)(?: Session)?|Q&A Session):?)\Z",
    re.DOTALL,
)
_WORD = r"(?:(?:[A-ZÀ-ÞĀ-ɏ]\.)+|St\.|[A-ZÀ-ÞĀ-ɏ][\w'-]+|(?:d[aeiou]|van|von|der|den|del|della|la|le|bin|al|el|ter|ten))"
_LAST = r"[A-ZÀ-ÞĀ-ɏ][\w'-]+(?: (?:Jr\.|Sr\.|III|II|IV))?"
_NAME = rf"(?P<name>(?:(?:[A-ZÀ-ÞĀ-ɏ]\.)+|[A-ZÀ-ÞĀ-ɏ][\w'-]+)(?: {_WORD}){{0,3}}"
_OPENER = late(OPENERS)
_LABEL = late(_BEHIND + _NAME.replace("{0,3}", "{0,3}?") + rf" {_LAST}) (?=[A-Z(\[])")
_COLON = late(_BEHIND + _NAME + rf" {_LAST}): (?=[A-Z(\[$€£])")  # a colon behind a name says enough
_TOLD = r"[A-Z0-9À-ÞĀ-ɏ&][\w&.,'/-]*(?: (?:of|and|the|for|[A-Z0-9À-ÞĀ-ɏ&][\w&.,'/-]*)){0,9}?"
_PERSON = _NAME.replace("{0,3}", "{0,3}?") + rf" {_LAST})"
_DASHED = late(rf"(?<![\w-]){_PERSON}(?P<told>(?: --? {_TOLD}){{1,2}})(?: --?|:) ")
_UNPARTED = late(  # "Ada Lind -- Chief Financial Officer Thank you, Bo."
    rf"{_BEHIND}{_PERSON}(?P<told>(?: --? {_TOLD}){{1,2}})(?=(?<= Analyst) [A-Z(\[]| {OPENERS})"
)
_TITLED = late(_BEHIND + _PERSON + rf"(?P<told>, {_TOLD}| \([^()]{{2,60}}\)): ")
_TURN = late(r"(?<=\S)\s+(?=>>+ ?[A-Z\u3400-\u9fff][\w .,'-]{1,60}:\s)")
_DASH = late(r"( --? )")
_TOLD_BEHIND = late(r" --? [A-Z0-9À-ÞĀ-ɏ&]")  # in every label that `_DASHED` or `_UNPARTED` finds
_SMALL = ("of", "and", "the", "for")
_ALONE = (
    r"(?:(?:The |Conference |Call |Event |Webcast ){0,2}(?:Operator|Moderator|Coordinator|Facilitator)|"
    r"Un(?:identified|known) (?:(?:[Cc]ompany|[Cc]orporate|[Cc]all) )?"
    r"(?:[Ss]peaker|[Aa]nalyst|[Pp]articipant|[Rr]epresentative|[Ee]xecutive|[Aa]ttendee|[Pp]erson)|Speaker [0-9]+)"
)


def split_run_on(lines: Sequence[Line]) -> list[Line]:
    """Lines in which a call runs on become a line for each label and each speech; others stay as they are."""
    total = sum(len(line.text) for line in lines)
    out: list[Line] = []
    for line in lines:
        size = len(line.text)
        whole = size > _LONG and 2 * size > total
        described = _described(line.text) if size > _LONG else []
        pieces = _split(line, described) if whole or len(described) > 1 else [line]
        out.extend(_at_turns(line) if len(pieces) == 1 and ">> " in line.text else pieces)
    return out


def _at_turns(line: Line) -> list[Line]:
    """The pieces of a caption in which ">> BO TRAN:" stands behind what somebody else says."""
    starts = [0, *(hit.end() for hit in _TURN.finditer(line.text))]
    if len(starts) < 2:
        return [line]
    pieces = [_piece(line, *span) for span in pairwise([*starts, len(line.text)])]
    return [line._replace(end=pieces[0].end, text=pieces[0].text, plain=pieces[0].plain), *pieces[1:]]


def _split(line: Line, described: Sequence[str]) -> list[Line]:
    names = _names(line.text)
    known = "|".join(map(_with_middle, names)) or "(?!)"
    colons = _in_colons(line.text)
    # Who is interrupted ends no sentence.
    begun = rf"(?:{_BEHIND}|(?<=[\w,–—-] )(?=(?:{known}): ))" if colons else _BEHIND
    gap = " ?[:-]{0,2} " if colons else " (?:-{1,2} )?"
    pattern = begun + rf"(?P<name>{_ALONE}|{known})(?P<gap>{gap})(?=[\w(\[\"'$€£])"
    told = "|".join(map(re.escape, described)) or "(?!)"
    pattern = rf"(?<![\w-])(?P<label>{told})(?:(?: --?|:) (?=\S)| (?=[A-Z(\[]))|{pattern}"
    found = [hit for hit in re.finditer(pattern, line.text) if hit["label"] or not line.text[hit.end() :][:1].islower()]
    if len(found) < 3 or len({hit["label"] or hit["name"] for hit in found}) < 2:
        return [line]
    base = line.start + line.lead
    out = [*_said(line, 0, found[0].start())] if found[0].start() else []
    for hit, end in zip(found, [*(h.start() for h in found[1:]), len(line.text)], strict=True):
        out.append(_piece(line, *hit.span("label" if hit["label"] else "name")))
        if hit.end() < end:
            out.extend(_said(line, hit.end(), end))
    return [piece for piece in out if piece.end > base]


def _said(line: Line, start: int, end: int) -> list[Line]:
    """What is said, and a heading of the questions behind it as a line of its own."""
    headed = _HEADING.fullmatch(line.text[start:end].rstrip())
    if headed is None:
        return [_piece(line, start, end)]
    cut = start + headed.start("heading")
    return [*([_piece(line, start, cut)] if headed["said"].strip() else []), _piece(line, cut, end)]


def _piece(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    left, kept = len(text) - len(text.lstrip()), text.strip()
    place = line.start + line.lead + start + left
    return make_line(place, place + len(kept), 0, kept, True, True)


def _with_middle(name: str) -> str:
    """ "Tomas Reyner" is also printed "Tomas J. Reyner" and "Tom Reyner"."""
    words = name.split(" ")
    if len(words) != 2:
        return re.escape(name)
    firsts = {words[0], *(nick.capitalize() for nick in NICKNAMES.get(words[0].lower(), ()))}
    short = words[0][:3]  # "Aleks Reyner" is Aleksandra
    first = "|".join(map(re.escape, sorted(firsts))) + (rf"|{re.escape(short)}[\w'-]+" if len(short) == 3 else "")
    return rf"(?:{first})(?: [A-ZÀ-ÞĀ-ɏ]\.?| [A-ZÀ-ÞĀ-ɏ][\w'-]+)? " + re.escape(words[-1])


def _described(text: str) -> list[str]:
    """The labels that print a title or a firm between a name and speech: "Ada Lind -- Chief Financial Officer". Once it
    is known, such a label needs no end of a sentence before it: who is interrupted ends none.
    """
    found: set[str] = set()
    patterns = (_DASHED, _UNPARTED) if _TOLD_BEHIND.search(text) else ()
    for pattern in (*patterns, _TITLED) if _told_before_colon(text) else patterns:
        for hit in pattern.finditer(text):
            pieces = _DASH.split(hit["told"])  # what follows a title is speech: "-- CFO -- Rates -- if they"
            titled = next((i for i, piece in enumerate(pieces[::2]) if title_kind(piece.strip(" -,()"))), None)
            cut = len(hit["told"]) if titled is None else sum(map(len, pieces[: 2 * titled + 1]))
            told = hit["told"][:cut]
            if looks_like_name(hit["name"]) and (titled is not None or FIRM_WORD.search(told)):
                found.add(hit["name"] + told)
    return sorted(found, key=len, reverse=True)


def _told_before_colon(text: str) -> bool:
    """Whether a colon stands behind a word that can end a title or a firm."""
    before = (piece.rsplit(" ", maxsplit=1)[-1] for piece in text.split(": ")[:-1])
    return any(not word[:1].islower() or word[-1] == ")" or word in _SMALL for word in before)


def _begun(label: re.Pattern[str], text: str) -> tuple[Counter[str], Counter[str]]:
    """How often each name reads as a label, and how often somebody begins to speak right behind it."""
    counted: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    for hit in label.finditer(text):
        counted[hit["name"]] += 1
        opened[hit["name"]] += _OPENER.match(text, hit.end()) is not None
    return counted, opened


def _in_colons(text: str) -> bool:
    """Whether a colon ends the labels; else "Star Coast: The Game" is none."""
    return sum(_begun(_COLON, text)[1].values()) > sum(_begun(_LABEL, text)[1].values())


def _names(text: str) -> list[str]:
    """Persons announced or introduced, and those who begin speaking twice or more."""
    names: set[str] = set()
    for pattern in (*_EN.hand_over, *_EN.introduced):
        for hit in pattern.finditer(text):
            if hit["name"]:
                names.add(re.split(r"(?<=\w{2})[.,] ", hit["name"])[0].strip(" .,"))
    counted, opened = _begun(_LABEL, text)
    names |= {name for name, count in counted.items() if count > 1 and 2 * opened[name] >= count}
    if _in_colons(text):
        counted, opened = _begun(_COLON, text)
        no_labels = {name for name, count in counted.items() if count > 1 and 2 * opened[name] < count}
        names = (names | set(counted)) - no_labels
    return sorted((name for name in names if looks_like_name(name) and len(name.split()) < 6), key=len, reverse=True)
