"""Speaker lines: candidates by every format, the format that carries the document, and the turns between its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..languages.calls import CALL_RULES
from ..text import fold
from .formats import FORMATS, Format
from .labels import Label, generic_kind, looks_like_name, name_key, parse_label, title_kind
from .lines import Line
from .participants import Participant, find_participants

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_QA_MARK = re.compile(r"(?P<title>.*?)[ \t]+(?P<mark>[QA])")
_ENDS_SENTENCE = re.compile(r"[.?!。？！…;,，:]['\")\]”]{0,2}\Z")


@dataclass(frozen=True, slots=True)
class Header:
    """A speaker line found: `first..last` are indexes into the lines, `start:end` its place, `speech` where speech begins."""

    first: int
    last: int
    start: int
    end: int
    speech: int
    label: Label
    format: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What was found of a document's layout: its headers in order, the people it lists, and the lines of those lists."""

    headers: tuple[Header, ...] = ()
    participants: tuple[Participant, ...] = ()
    list_lines: frozenset[int] = frozenset()
    format: str = ""


def find_layout(text: str, lines: Sequence[Line]) -> Layout:
    """Find who speaks where. No headers means that the document shows no speakers."""
    participants, listed = find_participants(lines)
    names = {name_key(person.name) for person in participants}
    by_format = {format.name: _candidates(format, lines, listed, names) for format in FORMATS}
    mentions = _Mentions(lines)
    best, chosen = "", []
    best_score = 0.0
    for format in FORMATS:
        found = _supported(by_format[format.name], names, mentions)
        score = format.weight * sum(1.0 for header in found)
        speakers = {header.label.key for header in found}
        if len(speakers) >= 2 and len(found) >= 2 and score > best_score:
            best, chosen, best_score = format.name, found, score
    if not best:
        return Layout(participants=tuple(participants), list_lines=frozenset(listed))
    headers = _with_companions(best, chosen, by_format, names)
    headers = _drop_lists_behind(_without_overlaps(headers), lines, text)
    return Layout(tuple(headers), tuple(participants), frozenset(listed), best)


def _candidates(format: Format, lines: Sequence[Line], listed: Iterable[int], names: set[str]) -> list[Header]:
    skip = set(listed)
    out = []
    for index, line in enumerate(lines):
        if index in skip or line.is_rule or (index and format.twice and out and out[-1].last == index):
            continue
        header = _candidate(format, lines, index, names)
        if header is not None:
            out.append(header)
    return out


def _candidate(format: Format, lines: Sequence[Line], index: int, names: set[str]) -> Header | None:
    line = lines[index]
    inline = "speech" in format.pattern.groupindex
    text = line.text[:300] if inline else line.text
    if not inline and len(text) > 260:
        return None
    found = format.pattern.fullmatch(text) if not inline else format.pattern.match(text)
    if found is None:
        return None
    if format.name == "bare" and not (generic_kind(found["label"]) or looks_like_name(found["label"])):
        return None
    label = parse_label(found["label"])
    if label is None or not _fits(format, label, found["label"]):
        return None
    last = index
    if format.twice:
        if index + 1 >= len(lines) or lines[index + 1].text != line.text:
            return None
        last = index + 1
    if format.tail:
        tailed = _read_tail(lines, index, label, format.tail)
        if tailed is None:
            return None
        label, last = tailed
    if inline and found["speech"]:
        speech = line.start + line.lead + found.start("speech")
        return Header(index, index, line.start, speech, speech, label, format.name)
    while last + 1 < len(lines) and lines[last + 1].is_rule:
        last += 1
    end = lines[last].end
    return Header(index, last, line.start, lines[last].end, end, label, format.name)


def _fits(format: Format, label: Label, printed: str) -> bool:
    """Formats with a loose pattern ask more of the label, or every sentence with a hyphen in it would be one."""
    if format.name in ("hyphen", "double_hyphen", "described"):
        if _ENDS_SENTENCE.search(printed) and not re.search(r"\b(?:Inc|Co|Corp|Ltd|LLC|Jr|Sr|L\.P|N\.A)\.\Z", printed):
            return False
        return bool(label.title or label.firm or label.kind != "person")
    return True


def _read_tail(lines: Sequence[Line], index: int, label: Label, most: int) -> tuple[Label, int] | None:
    """The title lines under a name: up to the line that ends in Q or A."""
    if label.kind != "person" or label.title or label.firm:
        return None
    pieces: list[str] = []
    for last in range(index + 1, min(index + 1 + most, len(lines))):
        text = lines[last].text
        if len(text) > 130 or lines[last].is_rule:
            return None
        marked = _QA_MARK.fullmatch(text)
        pieces.append(marked["title"] if marked else text)
        if marked:
            found = parse_label(label.name + ", " + " ".join(pieces))
            if found is None:
                return None
            return replace(found, mark=marked["mark"]), last
    return None


class _Mentions:
    """Whether a name is said somewhere in running text, as a hand-over or an introduction does."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._text = "\n".join(line.text for line in lines if len(line.text) > 60)
        self._known: dict[str, bool] = {}

    def __contains__(self, name: str) -> bool:
        if name not in self._known:
            words = name.split(" ")
            self._known[name] = name in self._text or (len(words) > 1 and f"{words[0]} {words[-1]}" in self._text)
        return self._known[name]


def _supported(candidates: Sequence[Header], names: set[str], mentions: _Mentions) -> list[Header]:
    """The candidates with something that speaks for them besides their looks."""
    counts = Counter(header.label.key for header in candidates)
    return [header for header in candidates if _support(header, counts, names, mentions)]


def _support(header: Header, counts: Counter[str], names: set[str], mentions: _Mentions) -> bool:
    label = header.label
    if label.kind == "operator" or label.key in names or header.format in ("numbered", "name_then_title"):
        return True
    if label.kind != "person":
        return len(label.name) > 2 or counts[label.key] > 1
    if label.title and title_kind(label.title):
        return True
    if header.format == "twice":
        return True
    return counts[label.key] > 1 or label.name in mentions


def _with_companions(
    best: str, chosen: list[Header], by_format: dict[str, list[Header]], names: set[str]
) -> list[Header]:
    """Headers printed another way: `Operator` bare among full lines, a name without its title, a label of nobody."""
    if best in ("twice", "numbered"):
        return chosen
    known = names | {header.label.key for header in chosen}
    out = list(chosen)
    for name, candidates in by_format.items():
        if name == best:
            continue
        for header in candidates:
            full = header.label.kind in ("operator", "unknown", "analyst", "interpreter") and len(header.label.name) > 3
            if full or header.label.key in known:
                out.append(header)
    return out


def _without_overlaps(headers: Iterable[Header]) -> list[Header]:
    """One header a line: the one that says most of the speaker wins, then the one found first."""
    by_line: dict[int, Header] = {}
    for header in headers:
        other = by_line.get(header.first)
        if other is None or _says(header) > _says(other):
            by_line[header.first] = header
    out: list[Header] = []
    for _, header in sorted(by_line.items()):
        if not out or header.first > out[-1].last:
            out.append(header)
    return out


def _says(header: Header) -> tuple[int, int]:
    return (
        header.last - header.first,
        sum(x is not None for x in (header.label.title, header.label.firm, header.label.mark)),
    )


def _drop_lists_behind(headers: list[Header], lines: Sequence[Line], text: str) -> list[Header]:
    """Leave out the list of participants some pages print behind the call: headers with nothing said under them."""
    starts = [header.start for header in headers]
    for index, line in enumerate(lines):
        if len(line.text) > 40 or index == 0:
            continue
        word = line.text.strip(" :")
        if (
            _EN.company_list.fullmatch(word)
            or _EN.guest_list.fullmatch(word)
            or _ZH.company_list.fullmatch(line.plain.strip(" :"))
        ):
            behind = bisect_right(starts, line.start)
            if behind >= 2 and behind < len(headers) and not _anything_said(headers[behind:], text):
                return headers[:behind]
    return headers


def _anything_said(headers: Sequence[Header], text: str) -> bool:
    ends = [header.start for header in headers[1:]]
    return any(len(text[header.speech : end].strip()) > 40 for header, end in zip(headers, ends, strict=False))
