"""Speaker lines: candidates by every format, the format that carries the document, and the turns between its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from ..languages.calls import CALL_RULES
from ..languages.late import late
from .candidates import (
    Possible,
    broken_labels,
    find_candidates,
    firms_behind,
    of_both_languages,
    over_firms,
    over_titles,
)
from .entries import names_mended
from .formats import FORMATS, MOST, Format
from .headers import Header
from .headlines import without_headlines
from .keys import find_keys
from .label import Label
from .learned import learn, without_affixes
from .lines import Line
from .lone_names import called_alone
from .mentions import Mentions, Vocabulary
from .names import generic_kind, is_person, name_key
from .paragraphs import Style, line_kind, outside_kind
from .participants import Participant, find_participants
from .people import People
from .persons import misspelt
from .short_names import beginning_with, behind_times, lone_names, stand_ins, standing_in
from .titles import title_kind
from .unlabelled import with_unlabelled
from .wraps import past_descriptions

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_SURE = ("numbered", "name_then_title", "twice", "clock")  # such a line is no accident
_ANSWER = late(r"\A(?:our|the company'?s?'?) (?:answer|response|reply)\Z", re.IGNORECASE)
_OTHERWISE = {  # what reads as a description what the chosen form reads as speech
    "dash": ("hyphen", "double_hyphen"),
    "column": ("hyphen", "described", "said"),
}
_INLINE = ("colon", "bracketed", "angles", "tabbed", "column", "clock")
_APART, _STOP = 0.9, late(r"[.?!:;…\"')\]|-]\Z")
_MANY, _NEARLY_ALL = 4, 0.7  # so many lines of one form, so large a share of them speaker lines
_OFFICE = 60  # characters: no office that stands for a name is longer
_QA_END = late(r"\s+[QA]\Z")


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's layout: its headers in order, the people it lists, and the lines that belong to no speech."""

    headers: tuple[Header, ...] = ()
    participants: tuple[Participant, ...] = ()
    list_lines: frozenset[int] = frozenset()
    format: str = ""


def find_layout(text: str, lines: Sequence[Line], style: Style) -> Layout:
    """Find who speaks where. No headers means that the document shows no speakers."""
    mentions = Mentions(lines)
    entries, listed = find_participants(lines)
    participants = names_mended(entries, lines, mentions)
    keyed, parts, keys = find_keys(lines, participants)
    participants, listed = [*participants, *keyed], [*listed, *keys]
    skip = {*listed, *(i for i, line in enumerate(lines) if line_kind(line, style) == "page")}
    titles = {name_key(person.name): person.printed.split("\n")[1:] for person in participants}
    people = People(participants, mentions, parts)
    names = people.names
    beginnings = [(i, line.text[:MOST]) for i, line in enumerate(lines) if i not in skip and line.text]
    people.call(called_alone(beginnings, lines, mentions))
    before, behind, learned = learn(beginnings, people)
    if before or behind:
        lines = without_affixes(lines, before, behind)
        beginnings = [(i, lines[i].text[:MOST]) for i, _ in beginnings if lines[i].text]
    forms = (*FORMATS, *learned)
    possible = Possible(lines, beginnings)
    by_format = {form.name: firms_behind(find_candidates(form, lines, possible.rows(form), people)) for form in forms}
    by_format["colon"] = _without_notes(by_format["colon"]) + broken_labels(lines, beginnings, people)
    by_format["parts"] = _of_both_parts(by_format["parts"])
    by_format["bare"] = over_titles(over_firms(of_both_languages(by_format["bare"], lines), lines), lines)
    under = {i for header in by_format["bare"] for i in range(header.first + 1, header.last + 1)}
    for name, found in by_format.items():  # "Executives, CFO" under a name is no speaker
        by_format[name] = [h for h in found if h.first not in under or h.label.kind == "person" or h.label.mark]
    best, chosen = "", []
    best_score = 0.0
    for form in forms:
        found = _supported(by_format[form.name], names, mentions, lines)
        score = form.weight * sum(1.0 for header in found)
        speakers = {header.label.key for header in found}
        if len(speakers) >= 2 and len(found) >= 2 and score > best_score:
            best, chosen, best_score = form.name, found, score
    if not best:
        return Layout(participants=tuple(participants), list_lines=frozenset(listed))
    chosen = _with_alike(chosen, by_format[best], lines)
    chosen = _with_lone_names(chosen, next(form for form in forms if form.name == best), lines, beginnings, people)
    headers = _with_companions(best, chosen, by_format, names, mentions, lines)
    headers = [_past_title(header, lines, titles) for header in _begun(_without_overlaps(headers), lines)]
    headers = past_descriptions(headers, lines)
    headers = with_unlabelled(without_headlines(headers, lines, text, listed), lines)
    headers = _drop_lists_behind(_said_something(headers, lines, style), lines, text)
    return Layout(tuple(headers), tuple(participants), frozenset(listed), best)


def _without_notes(headers: Sequence[Header]) -> list[Header]:
    """The headers but a note on who spoke: "Speaker: Ada Lind, CEO" that stands once is no label."""
    printed = Counter(header.printed for header in headers)
    return [
        h for h in headers if printed[h.printed] > 1 or h.label.kind != "person" or generic_kind(h.printed) != "unknown"
    ]


def _of_both_parts(headers: list[Header]) -> list[Header]:
    """The headers if some ask and some answer: the "A." of "A. Lind" is no answer."""
    kinds = Counter(header.label.kind for header in headers)
    return headers if min(kinds["analyst"], kinds["executive"]) > 1 else []


def _supported(
    candidates: Sequence[Header], names: set[str], mentions: Mentions, lines: Sequence[Line]
) -> list[Header]:
    """The candidates with something that speaks for them besides their looks."""
    counts = Counter(header.label.key for header in candidates)
    parts = [h for h in candidates if h.label.kind in ("analyst", "executive")]
    if len(parts) > 2:  # "Q:" and "A:", and nobody has a name
        counts.update(h.label.key for h in parts)
    marked = [h for h in candidates if h.label.mark]
    if len(marked) > 2:  # "Question Ada Lind:"
        counts.update(h.label.key for h in marked)
    known = sorted(names | {key for key, count in counts.items() if count > 1})
    return [
        h
        for h in candidates
        if _support(h, counts, names)
        or h.label.name in mentions
        or _called(h, lines)
        or (h.label.kind == "person" and any(misspelt(h.label.key, key) for key in known))
    ]


def _support(header: Header, counts: Counter[str], names: set[str]) -> bool:
    label = header.label
    if label.kind == "operator" or label.key in names or header.format in _SURE:
        return True
    if label.kind != "person":
        more = label.kind == "analyst" and not label.name.isascii()  # 追问
        return more or len(label.name) > 2 or counts[label.key] > 1
    return counts[label.key] > 1 or bool(label.title and title_kind(label.title))


def _with_alike(chosen: list[Header], candidates: Sequence[Header], lines: Sequence[Line]) -> list[Header]:
    """The chosen headers and those printed just like them: where nearly all lines of a form are speaker lines, a person
    who speaks once and whom nobody names is a speaker, too, if a title or a firm stands beside his name or if its words
    are no words of the call.
    """
    if len(chosen) < _MANY or len(chosen) < _NEARLY_ALL * len(candidates):
        return chosen
    shapes = {_looks(header, lines) for header in chosen if header.label.kind == "person"}
    known = {header.first for header in chosen}
    alone = chosen[0].format in _INLINE and len(chosen) > 2 * _MANY
    words = Vocabulary(lines)
    return [
        h
        for h in candidates
        if h.first in known
        or (
            h.label.kind == "person"
            and is_person(h.label.name)
            and _looks(h, lines) in shapes
            and (h.label.title or h.label.firm or (alone and words.is_strange(h.label.name)))
        )
    ]


def _with_lone_names(
    chosen: list[Header], form: Format, lines: Sequence[Line], beginnings: Sequence[tuple[int, str]], people: People
) -> list[Header]:
    """The chosen headers and those whose label is the first or the last name of one of their persons alone."""
    short = stand_ins([*(header.label for header in chosen), *map(_entry_label, people.listed)])
    if "speech" not in form.pattern.groupindex and form.name != "clock":
        known = {header.first for header in chosen}
        apart = [(index, text) for index, text in beginnings if index not in known and len(text) <= _OFFICE]
        chosen = sorted([*chosen, *standing_in(lines, apart, short)], key=attrgetter("first"))
    names = lone_names(header.label for header in chosen)
    rows = beginning_with(beginnings, names, [header.first for header in chosen])
    if not rows:
        return chosen
    if "speech" in form.pattern.groupindex or form.name == "clock":
        people.call(names)
        more = find_candidates(form, lines, Possible(lines, rows).rows(form), people)
    else:
        more = behind_times(lines, rows, names)
    return sorted([*chosen, *more], key=attrgetter("first"))


def _entry_label(person: Participant) -> Label:
    return Label(name=person.name, title=person.title, firm=person.firm)


def _looks(header: Header, lines: Sequence[Line]) -> tuple[bool, ...]:
    """What a reader sees of a speaker line: what it gives, and where it stands."""
    label = header.label
    said = header.speech < lines[header.last].end
    return bool(label.title or label.firm), bool(label.mark), said, lines[header.first].blank_before


def _called(header: Header, lines: Sequence[Line]) -> bool:
    """Whether the lines just before call the speaker by his first or last name."""
    before = " ".join(line.text for line in lines[max(0, header.first - 3) : header.first])[-300:]
    words = [word for word in header.label.key.split() if len(word) > 3]
    return any(re.search(rf"\b{re.escape(word)}\b", before, re.IGNORECASE) for word in words)


def _with_companions(
    best: str,
    chosen: list[Header],
    by_format: dict[str, list[Header]],
    names: set[str],
    mentions: Mentions,
    lines: Sequence[Line],
) -> list[Header]:
    """Headers printed another way: `Operator` bare among full lines, a name without its title, a label of nobody."""
    if best in ("twice", "numbered"):
        return chosen
    known = names | {header.label.key for header in chosen} | _before_parts(chosen, by_format)
    out = list(chosen)
    apart = 2 * sum(header.speech >= lines[header.last].end for header in chosen) > len(chosen)
    speaking = {header.first for header in chosen if header.speech < lines[header.last].end}
    for name, candidates in by_format.items():
        if name == best or (name == "dash" and best != "dash") or name in _OTHERWISE.get(best, ()):
            continue  # what stands behind a dash is speech or it is a description, in all of a document
        for header in candidates:
            if header.first in speaking and header.speech >= lines[header.last].end:
                continue  # "**Ada Lind, chair** - (Foreign language)"
            named = len(header.label.name) > 3 or header.label.kind == "operator"
            full = named and header.label.kind in ("operator", "unknown", "analyst", "interpreter")
            titled = header.label.title is not None and title_kind(header.label.title) and is_person(header.label.name)
            titled = titled or (name == "bare" and header.label.kind == "person" and is_person(header.label.name))
            full = full or _ANSWER.search(header.label.name) is not None
            said = (titled or (apart and _with_house(header, lines))) and header.label.name in mentions
            if full or header.label.mark or header.label.key in known or said:
                out.append(header)
    return out


def _with_house(header: Header, lines: Sequence[Line]) -> bool:
    """A person with a firm on a line of his own, behind a blank one."""
    line, label = lines[header.first], header.label
    alone = header.speech >= line.end and line.blank_before and not line.blank_after and header.format != "said"
    return alone and label.firm is not None and label.kind == "person" and is_person(label.name)


def _before_parts(chosen: Sequence[Header], by_format: Mapping[str, Sequence[Header]]) -> set[str]:
    """Where the questions print "Q." and "A." alone: who speaks by name before them, when several do in one way."""
    parts = [header.first for header in chosen if header.label.kind != "operator"]
    if not parts or any(header.label.kind == "person" for header in chosen):
        return set()
    first = min(parts)
    out: set[str] = set()
    for name, found in by_format.items():
        people = {
            h.label.key for h in found if h.first < first and h.label.kind == "person" and is_person(h.label.name)
        }
        if len(people) > 1 and name not in ("bare", "said", "name_then_title"):
            out |= people
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


def _begun(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers but last names within a sentence that a margin has broken, where nearly all labels stand behind a
    blank line: "a holder, Mr. / Lind: how much is left?"
    """
    apart = sum(lines[header.first].blank_before for header in headers)
    if len(headers) < 2 * _MANY or apart < _APART * len(headers):
        return headers
    return [h for h in headers if not _goes_on(h, lines)]


def _goes_on(header: Header, lines: Sequence[Line]) -> bool:
    """Whether a label of one word and speech on its line goes on with the line above."""
    one, label = lines[header.first], header.label
    lone = label.kind == "person" and " " not in label.name and label.name.isascii()
    if not lone or one.blank_before or not header.first or header.speech >= one.end:
        return False
    above = lines[header.first - 1].text
    return len(above) > _OFFICE and _STOP.search(above) is None


def _past_title(header: Header, lines: Sequence[Line], titles: Mapping[str, Sequence[str]]) -> Header:
    """A bare name with the title under it that the list of participants gives: speech begins behind the title."""
    expected = " ".join(" ".join(titles.get(header.label.key, ())).split())
    if not expected or header.speech < lines[header.last].end or header.label.title:
        return header
    said, last = "", header.last
    for index in range(header.last + 1, min(header.last + 5, len(lines))):
        said = f"{said} {lines[index].text}".strip()
        if not expected.startswith(_QA_END.sub("", said)):
            break
        last = index
    return header._replace(last=last, end=lines[last].end, speech=lines[last].end)


def _said_something(headers: Sequence[Header], lines: Sequence[Line], style: Style) -> list[Header]:
    """Headers with words under them; one that a page break repeats has none."""
    out = []
    headers = _named_then_part(headers, lines)
    for header, after in zip(headers, [*(h.first for h in headers[1:]), len(lines)], strict=True):
        inline = header.speech < lines[header.last].end
        if (
            inline
            or header is headers[-1]
            or any(outside_kind(lines[i], style) is None for i in range(header.last + 1, after))
        ):
            out.append(header)
    return out


def _named_then_part(headers: Sequence[Header], lines: Sequence[Line]) -> list[Header]:
    """A line that names who asks with a line under it that says "Question:" is one header."""
    out: list[Header] = []
    for header in headers:
        part = header.label.kind in ("analyst", "executive") and header.label.title is None
        over = out[-1] if out else None
        silent = over is not None and over.last + 1 == header.first and over.speech >= lines[over.last].end
        if part and over and silent and over.label.kind == "person":
            mark = over.label.mark or ("Q" if header.label.kind == "analyst" else "A")
            out[-1] = over._replace(
                last=header.last, end=header.end, speech=header.speech, label=over.label._replace(mark=mark)
            )
        else:
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
    said = _last_that_speaks(headers, text)
    for line in lines[max(1, headers[said].first) :] if headers else ():
        if len(line.text) > 40:
            continue
        word = line.text.strip(" :▍*#")
        if (
            _EN.related_heading.fullmatch(word)
            or _ZH.related_heading.fullmatch(line.plain.strip(" :▍"))
            or _EN.company_list.fullmatch(word)
            or _EN.guest_list.fullmatch(word)
            or _ZH.company_list.fullmatch(line.plain.strip(" :"))
        ):
            behind = bisect_right(starts, line.start)
            if max(2, said + 1) <= behind < len(headers):
                return headers[:behind]
    return headers


def _last_that_speaks(headers: Sequence[Header], text: str) -> int:
    """The last header but the very last under which something is said; the first where none is."""
    for index in range(len(headers) - 2, 0, -1):
        if len(text[headers[index].speech : headers[index + 1].start].strip()) > 40:
            return index
    return 0
