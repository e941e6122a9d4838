"""The lists of people that pages print above or below a call."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, takewhile

from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import simplify
from .labels import parse_label
from .lines import Line, closed_up
from .names import describes, generic_kind, is_person, looks_like_name, name_key
from .titles import FIRM_WORD, split_description, title_kind

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_LONG, _LONGEST = 170, 600  # characters: of an entry, of a list on one line
_EVERYBODY = late(r"participants|会议(?:参与|参会|与会)", re.IGNORECASE)
_HAN = late(r"[\u3400-\u9fff]")
_INITIALS = late(r"(?P<short>[A-Z]{2,4})\s*(?:[-:=,|]|\t)+\s*")
_TWICE = late(r"(?:[\u3400-\u9fff]{2,10} )?(?P<latin>[A-Za-z][A-Za-z ]+)(?: [\u3400-\u9fff]{2,8})?")
_INITIALS_BEHIND = late(r"\s*\((?P<short>[A-Z]{2,4})\)")
_COLUMNS = late(r"\s*\.{4,}\s*|\s{2,}|\s*\t\s*|\s*\|\s*")
_DASH = late(r" -+ ")
_APART = late(r"\s{3,}")
_ASKED = late(r"[?!。？！]")
_CALLS = late(r"\b(?:you|your|please|is|are|go ahead)\b")  # "Operator: Bo Tran, your line is open."
_TIMED = late(r"[\s(\[]+[0-9]{1,2}(?::[0-9]{2}){1,2}[)\]]?\Z")
_BETWEEN = late(r"(?<=\))\s*[,;、]\s*(?:and )?|\s*;\s*")
_HAN_APART = late(r"\s*[;；]\s*")
_HAN_BETWEEN = late(r"\s*[、,;，；]\s*")
_OFFICER = late(r"\b(?:chief|c[efo]o|president|chair\w*|relations|ir|treasurer)\b", re.IGNORECASE)
_HEAD = 40
_SEVERAL = ("s", "management", "present", "attendance", "team", "board")
_TOP = 60  # lines: a list, or the line that names the host, stands among the first
_BULLET = late(r"^[*•·\-]+\s*")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody listed. `side` is company or guest, by the heading of the list, or host, by his own line; `printed` is
    the entry as it stands; `short` are the initials that the list says stand for the name.
    """

    name: str
    side: str | None
    title: str | None = None
    firm: str | None = None
    printed: str = ""
    short: str = ""


def find_participants(lines: Sequence[Line]) -> tuple[list[Participant], list[int]]:
    """People listed under headings such as "Corporate Participants", and the indexes of the lines that list them."""
    people: list[Participant] = []
    used: list[int] = []
    bare: set[str] = set()  # names of the people listed so far, of whom their entries say more
    index = 0
    while index < len(lines):
        side = _heading(lines[index])
        if side is None:
            index += 1
            continue
        if side == "guest" and _EVERYBODY.search(lines[index].plain) and not people:
            side = "both"  # the only list: everybody took part in the call
        first = _first_entries(lines[index].text)
        found, end = _read_list(lines, index + 1, side, bare, one_block=bool(first))
        found = [*(replace(entry, side=_side(side, entry.title)) for entry in first), *found]
        if side == "both" and _EN.guest_list.fullmatch(lines[index].text.strip(" :")) and not _has_officer(found):
            found = [replace(person, side="guest") for person in found]
        if found:
            people.extend(found)
            used.extend(range(index, end))
            bare.update(person.name for person in found if person.printed != person.name)
        index = max(end, index + 1)
    if not people:
        people, used = _in_columns(lines)
    for place, line in enumerate(lines[:_TOP]):
        host = _host(line.text) if place not in used else None
        if host is not None:
            people.append(host)
            used.append(place)
    return people, used


def _has_officer(people: Sequence[Participant]) -> bool:
    """Whether somebody of the company's head is listed: a director of a bank is none."""
    return any(person.title and _OFFICER.search(person.title) for person in people)


def _in_columns(lines: Sequence[Line]) -> tuple[list[Participant], list[int]]:
    """People listed under no heading that we know: lines next to one another that have a name in one column and a
    title or a firm in another.
    """
    people: list[Participant] = []
    used: list[int] = []
    run: list[tuple[int, Participant]] = []
    for index, line in enumerate([*lines, None]):
        entry = _row(line.text) if line is not None and len(line.text) < _LONG else None
        if entry is not None:
            run.append((index, entry))
            continue
        if len(run) > 1 and len({person.name for _, person in run}) == len(run):
            people.extend(person for _, person in run)
            used.extend(range(_head(lines, run[0][0]), run[-1][0] + 1))
        run = []
    return people, used


def _row(text: str) -> Participant | None:
    if not any(divider in text for divider in ("  ", "|", "\t", "....")):
        return None
    cells = [cell for cell in _COLUMNS.split(text.strip("| ")) if cell]
    if not 2 <= len(cells) <= 4 or any(len(cell) > 60 or cell.endswith((".", "?", ":")) for cell in cells):
        return None
    named = [cell for cell in cells if is_person(cell) and not describes(cell)]
    if len(named) != 1:
        return None
    others = cells[cells.index(named[0]) + 1 :]
    told = [cell for cell in others if title_kind(cell) or FIRM_WORD.search(cell)]
    if not told or not all(cell[0].isupper() or cell[0].isdigit() for cell in others):
        return None
    title, firm = split_description(" - ".join(others))
    return Participant(named[0], _side("both", title), title, firm, text)


def _head(lines: Sequence[Line], first: int) -> int:
    """The first of the short lines directly over a list that head it."""
    while (
        first and len(lines[first - 1].text) < _HEAD and not lines[first - 1].text.endswith((".", "?", "!", ":", ","))
    ):
        first -= 1
        if lines[first].blank_before and not lines[first + 1].blank_before:
            continue
        if lines[first].blank_before:
            break
    return first


def _first_entries(text: str) -> list[Participant]:
    """The people of a list that begins on the line of its heading: "Management: Ada Lind (CEO), Bo Tran (CFO)"."""
    heading, _, rest = text.partition(":")
    han = _HAN.search(heading) is not None
    several = heading.lower().endswith(_SEVERAL) or han  # "Speaker: Ada Lind" is a label
    if not rest or not several or len(text) > _LONGEST:
        return []
    rest = rest.rstrip(";,。 ")
    between = (_HAN_APART if ";" in rest else _HAN_BETWEEN) if han else _BETWEEN
    entries = [read_entry(piece.strip(), "both") for piece in between.split(rest)]
    known = [entry for entry in entries if entry is not None and (entry.title or entry.firm)]
    return known if len(known) == len(entries) else []


def _heading(line: Line) -> str | None:
    """Whom the list is of that a line heads: company, guest or both; None where it heads none."""
    text = line.text
    if len(text) > _HEAD and ":" not in text and text[1:2] != " ":  # long, and not printed with blanks between letters
        return None
    return _headed(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _headed(text: str) -> str | None:
    word = closed_up(text.strip(" :"))
    listing = ":" in word and len(_first_entries(text)) > 0
    if listing:
        word = word.split(":")[0].strip()
    if not (2 if listing else 4) <= len(word) <= 40:
        return None
    if both := _TWICE.fullmatch(word):  # in both languages: "Participants 出席者"
        word = both["latin"]
    han = simplify(text[: len(word) + 1]).strip(" :")
    if _EN.guest_list.fullmatch(word) or _ZH.guest_list.fullmatch(han):
        return "guest"
    if _EN.company_list.fullmatch(word) or _ZH.company_list.fullmatch(han):
        return "both" if word.lower().startswith(("call", "conference", "participant", "speaker")) else "company"
    return None


def _read_list(
    lines: Sequence[Line], index: int, side: str, known: Container[str], *, one_block: bool = False
) -> tuple[list[Participant], int]:
    """The people from line `index` on, and the line behind them. A bare name `known` from a list above begins the call;
    `one_block`: a blank line ends the list.
    """
    people: list[Participant] = []
    bulleted = False
    column, behind = _two_columns(lines, index)
    if column:
        return _read_list(column, 0, side, known)[0], behind
    while index < len(lines):
        line = lines[index]
        if (one_block and line.blank_before) or line.text in known:
            break
        if line.is_rule or line.is_page_number:
            if people and line.is_rule and index + 1 < len(lines) and _heading(lines[index + 1]) is None:
                break
            index += 1
            continue
        host = _host(line.text)
        if host is None and _ends_list(line):
            break
        if host is not None:
            people.append(host)
            index += 1
            continue
        text = _BULLET.sub("", line.text)
        below = people and (people[-1].printed.endswith(",") or _goes_on(text) or (bulleted and not _is_bulleted(line)))
        entry = None if below else read_entry(text, side)
        bulleted = _is_bulleted(line) if not people else bulleted
        if entry is not None:
            people.append(entry)
        elif people and len(text) < 130 and (_goes_on(text) or not _said(text)):
            people[-1] = _continued(people[-1], text)
        else:
            break
        index += 1
    return people, index


def _two_columns(lines: Sequence[Line], index: int) -> tuple[list[Line], int]:
    """The lines from `index` on as one column, and the line below them, where two names stand side by side on the first
    and a title or another name below; nothing otherwise.
    """
    names = _APART.split(lines[index].text) if index < len(lines) else []
    if len(names) != 2 or not all(map(is_person, names)):
        return [], index
    rows = list(takewhile(lambda row: not (row.is_rule or _ends_list(row)), islice(lines, index, None)))
    pieces = [(row, _APART.split(row.text, maxsplit=1)) for row in rows]
    columns = [
        [row._replace(text=piece[side], plain=simplify(piece[side])) for row, piece in pieces if piece[side:]]
        for side in (0, 1)
    ]
    return [*columns[0], *columns[1]], index + len(rows)


def _host(text: str) -> Participant | None:
    """Who is listed as host of the call: "MODERATOR: MS. ADA LIND - LAKESIDE BROKERS"."""
    part, _, rest = text.partition(":")
    if not rest or _ASKED.search(rest) or _CALLS.search(rest) or generic_kind(part) != "operator":
        return None
    entry = read_entry(rest.strip(), "host") or _named(rest.strip())
    if entry is not None and not is_person(entry.name):
        return None
    if entry is None or not (entry.firm or entry.title) or len(text) >= _LONG:
        return entry if entry is not None and entry.side is None else None
    of_company = title_kind(entry.title or "") in ("executive", "investor_relations") and not entry.firm
    return replace(entry, side="company") if of_company else entry


def _named(text: str) -> Participant | None:
    """A person behind a part in the call, in the list of those present: 发言人 李明."""
    label = parse_label(text) if " " in text and len(text) < _HEAD else None
    return Participant(label.name, None, printed=text) if label and label.kind == "person" and label.mark else None


def _is_bulleted(line: Line) -> bool:
    return line.lead > 0 or _BULLET.match(line.text) is not None


def _goes_on(text: str) -> bool:
    """Whether a line of a list begins with a title, and so belongs to the name above it."""
    if _HAN.search(text):
        label = parse_label(text)
        return label is not None and label.kind == "executive"
    head = text.split(",", maxsplit=1)[0]
    return title_kind(head) is not None and not looks_like_name(head) and not _DASH.search(text)


def _ends_list(line: Line) -> bool:
    word = _TIMED.sub("", closed_up(line.text.strip(" :-")).strip("[]<>"))
    if _heading(line) is not None or len(line.text) > _LONG:
        return True
    both = _TWICE.fullmatch(word)
    kind = generic_kind(both["latin"] if both else word.split(":")[0])
    heading = _EN.prepared_heading.fullmatch(word) or _EN.questions_heading.fullmatch(word)
    return (
        kind == "operator" or heading is not None or _ZH.questions_heading.fullmatch(line.plain.strip(" :")) is not None
    )


def _said(text: str) -> bool:
    return text.endswith((".", "?", "!", "。")) and len(text) > 60


def read_entry(text: str, side: str) -> Participant | None:
    """Whom a line of a list names."""
    initials = _INITIALS.match(text)
    if initials:
        found = read_entry(text[initials.end() :], side)
        if found is not None and stands_for(initials["short"], found.name):
            return replace(found, short=initials["short"], printed=text)
    behind = _INITIALS_BEHIND.search(text)
    if behind and behind.end() == len(text):
        found = read_entry(text[: behind.start()], side)
        if found is not None and stands_for(behind["short"], found.name):
            return replace(found, short=behind["short"], printed=text)
    glued = re.match(r"(?P<head>[^-]{2,120}?(?:-[^ -][^-]{0,40}){0,3}) -+ (?P<title>.{2,120})", text)
    if glued and title_kind(glued["title"]) and len(glued["head"].split()) > 3 and not _DASH.search(glued["title"]):
        return Participant(glued["head"], _side(side, glued["title"]), glued["title"], None, text)
    label = parse_label(text)
    if label is not None and label.kind == "person" and (label.title or label.firm or looks_like_name(text)):
        return Participant(label.name, _side(side, label.title), label.title, label.firm, text)
    return None


def stands_for(short: str, name: str) -> bool:
    """Whether the letters are those with which the words of a name begin, some left out."""
    letters = iter(word[0].upper() for word in re.split(r"[\s.-]+", name) if word)
    return all(letter in letters for letter in short)


def _side(side: str, title: str | None) -> str | None:
    if side != "both":
        return side
    return "guest" if title and title_kind(title) == "analyst" else ("company" if title and title_kind(title) else None)


def _continued(person: Participant, text: str) -> Participant:
    printed = person.printed + "\n" + text
    described = " ".join(part for part in printed.split("\n")[1:]) or text
    title, firm = split_description(described)
    side = person.side or _side("both", title)
    return replace(person, side=side, title=title or person.title, firm=firm or person.firm, printed=printed)


def listed(people: Sequence[Participant]) -> dict[str, Participant]:
    """Participants by `name_key`."""
    return {name_key(person.name): person for person in people}
