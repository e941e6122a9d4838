"""Speaker lines: candidates by every format, the format that carries the document, and the turns between its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..languages.calls import CALL_RULES
from .formats import FORMATS, Format
from .labels import (
    Label,
    generic_kind,
    is_person,
    looks_like_name,
    name_key,
    parse_label,
    split_description,
    title_kind,
)
from .lines import Line
from .mentions import Mentions
from .paragraphs import Style, is_mark, is_running_head, line_kind
from .participants import Participant, find_participants
from .persons import misspelt, names_known

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_MARKS = re.compile(r"[\W_]+")
_LABEL = 260  # no label is longer
_INLINE = 150  # the label of a line that goes on with speech ends before this
_SURE = ("numbered", "name_then_title", "twice", "clock")  # such a line is no accident
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}")
_BULLET = re.compile(r"\A(?:[•●○▪■◦➢·-]\s+)+")
_MARKED = re.compile(r"\A(?:Q|A|Question|Answer) ?[-:.] ?")
_QA_END = re.compile(r"\s+[QA]\Z")
_QA_MARK = re.compile(r"(?P<title>.*?)[ \t]+(?P<mark>[QA])")
_HAN_TITLED = re.compile(r"[\u3400-\u9fff·]{2,9} [\u3400-\u9fff]{2,12}")
_ENDS_SENTENCE = re.compile(r"[.?!。？！…;,，:]['\")\]”]{0,2}\Z")


@dataclass(frozen=True, slots=True)
class Header:
    """A speaker line: `first..last` index the lines, `start:end` is its place, `speech` where speech begins."""

    first: int
    last: int
    start: int
    end: int
    speech: int
    label: Label
    format: str
    printed: str  # the label as it stands in the text


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
    participants, listed = find_participants(lines, mentions)
    skip = {*listed, *(i for i, line in enumerate(lines) if line.is_rule or is_running_head(line, style))}
    titles = {name_key(person.name): person.printed.split("\n")[1:] for person in participants}
    names = set(names_known(name_key(person.name) for person in participants))
    printed = {_squeezed(person.printed): person for person in participants}
    beginnings = [(i, line.text[:_LABEL]) for i, line in enumerate(lines) if i not in skip and line.text]
    by_format = {form.name: _firms_behind(_candidates(form, lines, beginnings, printed)) for form in FORMATS}
    by_format["bare"] = _over_titles(by_format["bare"], lines)
    under = {i for header in by_format["bare"] for i in range(header.first + 1, header.last + 1)}
    for name, found in by_format.items():  # "Executives, CFO" under a name is no speaker
        by_format[name] = [h for h in found if h.first not in under or h.label.kind == "person" or h.label.mark]
    best, chosen = "", []
    best_score = 0.0
    for form in FORMATS:
        found = _supported(by_format[form.name], names, mentions, lines)
        score = form.weight * sum(1.0 for header in found)
        speakers = {header.label.key for header in found}
        if len(speakers) >= 2 and len(found) >= 2 and score > best_score:
            best, chosen, best_score = form.name, found, score
    if not best:
        return Layout(participants=tuple(participants), list_lines=frozenset(listed))
    headers = _with_companions(best, chosen, by_format, names, mentions)
    headers = [_past_title(header, lines, titles) for header in _without_overlaps(headers)]
    headers = _drop_lists_behind(_said_something(headers, lines, style), lines, text)
    return Layout(tuple(headers), tuple(participants), frozenset(listed), best)


def _candidates(
    form: Format, lines: Sequence[Line], beginnings: Sequence[tuple[int, str]], printed: Mapping[str, Participant]
) -> list[Header]:
    """Header lines of one format among `beginnings`: the index and first characters of lines that may be any."""
    out: list[Header] = []
    inline = "speech" in form.pattern.groupindex
    needs = re.compile("|".join(map(re.escape, form.needs)))
    for index, text in beginnings:
        if needs.search(text) is None or (not inline and len(lines[index].text) > _LABEL):
            continue
        if _heads_table(form, lines, index) or (index and form.twice and out and out[-1].last == index):
            continue
        header = _candidate(form, lines, index, printed)
        if header is not None:
            out.append(header)
    return out


def _firms_behind(headers: list[Header]) -> list[Header]:
    """A "name" with several people behind it is their firm: "Orbel / Ada Lind", "Orbel / Bo Tran"."""
    behind: dict[str, set[str]] = {}
    for header in headers:
        firm = header.label.firm
        if header.label.kind == "person" and firm and header.label.title is None and is_person(firm):
            behind.setdefault(header.label.key, set()).add(firm)
    if not any(len(names) > 1 for names in behind.values()):
        return headers
    out = []
    for header in headers:
        label = header.label
        if label.firm and label.title is None and is_person(label.firm):
            label = replace(label, name=label.firm, firm=label.name)
        out.append(replace(header, label=label))
    return out


def _over_titles(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """Bare names with a title on the line below, where most names of the document have one."""
    people = [header for header in headers if header.label.kind == "person"]
    titled = {header.first for header in people if header.last + 1 < len(lines) and _is_title(lines[header.last + 1])}
    if len(titled) < 3 or len(titled) < 0.7 * len(people):
        return headers
    out = []
    for header in headers:
        if header.first in titled:
            under = lines[header.last + 1]
            title, firm = split_description(under.text)
            label = replace(header.label, title=title, firm=firm)
            last = header.last + 1
            while last + 1 < len(lines) and lines[last + 1].is_rule:  # a clock under the title
                last += 1
            end = lines[last].end
            out.append(replace(header, label=label, last=last, end=end, speech=end))
        else:
            out.append(header)
    return out


def _is_title(line: Line) -> bool:
    text = line.text
    return len(text) < 120 and not _ENDS_SENTENCE.search(text) and title_kind(text) is not None


def _heads_table(form: Format, lines: Sequence[Line], index: int) -> bool:
    """Whether a row names the columns: a rule follows, or every cell is a word and the first a part in the call."""
    if form.name == "tabbed":
        cells = lines[index].text.split("\t")
        return generic_kind(cells[0]) == "unknown" and all(len(cell) < 20 and " " not in cell.strip() for cell in cells)
    return form.name == "cells" and index + 1 < len(lines) and lines[index + 1].is_rule


def _candidate(form: Format, lines: Sequence[Line], index: int, printed: Mapping[str, Participant]) -> Header | None:
    line = lines[index]
    inline = "speech" in form.pattern.groupindex
    text = line.text[:_INLINE] if inline else line.text
    if not inline:  # "**Ada Lind** -- *CFO*", "• Ada Lind"
        text = _BULLET.sub("", _EMPHASIS.sub("", text))
    found = form.pattern.fullmatch(text) if not inline else form.pattern.match(text)
    if found is None:
        return None
    if form.name == "bare" and not _bare_label(found["label"]):
        return None
    if form.name == "bracketed" and (is_mark(text[: found.end("label") + 1]) or _labelled_again(found)):
        return None
    label = _label(found["label"].replace("\t", " | ") if form.name == "tabbed" else found["label"], printed)
    if label is None or not _fits(form, label, found["label"]):
        return None
    last = index
    printed_label = found["label"].strip().strip("*_").strip()
    if form.twice:
        if index + 1 >= len(lines) or lines[index + 1].text != line.text:
            return None
        last = index + 1
    if form.tail:
        tailed = _read_tail(lines, index, label, form.tail)
        if tailed is None:
            return None
        label, last = tailed
    if not inline and index + 1 < len(lines) and _wraps(line.text, lines[index + 1].text, printed):
        label, last = _label(f"{line.text} {lines[index + 1].text}", printed) or label, index + 1
    if inline and found["speech"]:
        speech = line.start + line.lead + found.start("speech")
        return Header(index, index, line.start, speech, speech, label, form.name, printed_label)
    while last + 1 < len(lines) and lines[last + 1].is_rule:
        last += 1
    end = lines[last].end
    return Header(index, last, line.start, lines[last].end, end, label, form.name, printed_label)


def _labelled_again(found: re.Match[str]) -> bool:
    """Whether a label follows the one in brackets: 【提问】海棠证券 卢见微：文字."""
    after = re.match(r"([^:]{2,40}):", found["speech"])
    if after is None or not (generic_kind(found["label"]) or title_kind(found["label"])):
        return False
    label = parse_label(after[1])
    return label is not None and label.kind == "person"


def _bare_label(text: str) -> bool:
    """A name or a part in the call on a line of its own; 李明 財務長 is one, too."""
    bare = _MARKED.sub("", text)
    return bool(generic_kind(bare) or looks_like_name(bare) or _HAN_TITLED.fullmatch(bare))


def _squeezed(text: str) -> str:
    """Letters and digits only: "Ada Lind - Orbel - CFO" and "Ada Lind Orbel - CFO" are the same entry of a list."""
    return _MARKS.sub("", text.lower())


def _label(text: str, printed: Mapping[str, Participant]) -> Label | None:
    """The label as a list of participants spells it out, else as the line itself reads."""
    if printed and len(text) > 12 and (person := printed.get(_squeezed(text))) is not None:
        return Label(name=person.name, title=person.title, firm=person.firm)
    return parse_label(text)


def _wraps(text: str, after: str, printed: Mapping[str, Participant]) -> bool:
    """Whether a long label goes on in the next line: together they are an entry of the list."""
    return bool(printed) and len(text) > 50 and len(after) < 60 and _squeezed(text + after) in printed


def _fits(form: Format, label: Label, printed: str) -> bool:
    """Formats with a loose pattern ask more of the label, or every sentence with a hyphen in it would be one."""
    if form.name == "bare" and label.title is not None:
        return title_kind(label.title) is not None
    if form.name == "clock" and label.kind == "person" and label.title is None:
        return looks_like_name(label.name)
    if form.name in ("hyphen", "double_hyphen", "described"):
        if _ENDS_SENTENCE.search(printed) and not re.search(r"\b(?:Inc|Co|Corp|Ltd|LLC|Jr|Sr|L\.P|N\.A)\.\Z", printed):
            return False
        return bool(label.title or label.firm or label.mark or label.kind != "person")
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


def _supported(
    candidates: Sequence[Header], names: set[str], mentions: Mentions, lines: Sequence[Line]
) -> list[Header]:
    """The candidates with something that speaks for them besides their looks."""
    counts = Counter(header.label.key for header in candidates)
    parts = [h for h in candidates if h.label.kind in ("analyst", "executive")]
    if len(parts) > 2:  # "Q:" and "A:", and nobody has a name
        counts.update(h.label.key for h in parts)
    known = sorted(names | {key for key, count in counts.items() if count > 2})
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
        return len(label.name) > 2 or counts[label.key] > 1
    return counts[label.key] > 1 or bool(label.title and title_kind(label.title))


def _called(header: Header, lines: Sequence[Line]) -> bool:
    """Whether the lines just before call the speaker by his first or last name."""
    before = " ".join(line.text for line in lines[max(0, header.first - 3) : header.first])[-300:]
    words = [word for word in header.label.key.split() if len(word) > 3]
    return any(re.search(rf"\b{re.escape(word)}\b", before, re.IGNORECASE) for word in words)


def _with_companions(
    best: str, chosen: list[Header], by_format: dict[str, list[Header]], names: set[str], mentions: Mentions
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
            named = len(header.label.name) > 3 or header.label.kind == "operator"
            full = named and header.label.kind in ("operator", "unknown", "analyst", "interpreter")
            titled = header.label.title is not None and title_kind(header.label.title) and is_person(header.label.name)
            if full or header.label.mark or header.label.key in known or (titled and header.label.name in mentions):
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


def _past_title(header: Header, lines: Sequence[Line], titles: Mapping[str, Sequence[str]]) -> Header:
    """A bare name with the title under it that the list of participants gives: speech begins behind the title."""
    expected = " ".join(" ".join(titles.get(header.label.key, ())).split())
    if not expected or header.speech < header.end or header.label.title:
        return header
    said, last = "", header.last
    for index in range(header.last + 1, min(header.last + 5, len(lines))):
        said = f"{said} {lines[index].text}".strip()
        if not expected.startswith(_QA_END.sub("", said)):
            break
        last = index
    return replace(header, last=last, end=lines[last].end, speech=lines[last].end)


def _said_something(headers: Sequence[Header], lines: Sequence[Line], style: Style) -> list[Header]:
    """Headers with words under them; one that a page break repeats has none."""
    out = []
    for header, after in zip(headers, [*(h.first for h in headers[1:]), len(lines)], strict=True):
        inline = header.speech < lines[header.last].end
        if (
            inline
            or header is headers[-1]
            or any(line_kind(lines[i], style) not in ("page", "heading") for i in range(header.last + 1, after))
        ):
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
            if 2 <= behind < len(headers) and not _anything_said(headers, behind, text):
                return headers[:behind]
    return headers


def _anything_said(headers: Sequence[Header], first: int, text: str) -> bool:
    """Whether anybody says anything from the header `first` on."""
    behind = range(first, len(headers) - 1)
    return any(len(text[headers[i].speech : headers[i + 1].start].strip()) > 40 for i in behind)
