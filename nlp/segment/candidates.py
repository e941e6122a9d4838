"""Speaker lines as each format finds them, before any is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, partial

from ..languages.late import late
from .formats import MOST, Format
from .headers import Header
from .label import Label
from .labels import parse_label, part_first, undecked
from .labels_zh import both_names
from .lines import Line
from .names import generic_kind, is_person, looks_like_name
from .paragraphs import is_mark
from .people import LAST_FIRST, People
from .titles import FIRM_WORD, split_description, title_kind
from .wraps import over_lines, wraps

_HEADS = 60  # lines: the first row of a table stands among the first ones
_BROKEN = (45, 130)  # characters of a line in which a label is broken
_INLINE = 150  # the label of a line that goes on with speech ends before this
_EMPHASIS = late(r"\*{1,3}|_{2,3}")
_BULLET = late(r"\A(?:(?:[•●○▪■◦➢·-]|[0-9]{1,3}[.)])\s+)+")
_MARKED = late(r"\A(?:Q|A|Question|Answer) ?[-:.] ?")
_ROW = late(r"\s*(?:[|;\t]|\",\"|,)[\s|;]*")
_COUNTER = late(
    r"[\[(#]?[0-9]{1,5}[\])]?|[\[(]?(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?[\])]?|"
)  # a cell with a row's number or clock
_CELLS = late(r"\t|\",\"")
_TALK = late(r"\b(?:I|we|our|you|my|it|[Tt]hanks?|[Yy]es|is|are|was|have)\b")  # no title, no firm has such words
_DESCRIBING = ("colon", "hyphen", "double_hyphen", "described")
_QA_MARK = late(r"(?:(?P<title>.*?)[ \t]+)?(?P<mark>[QA])")
_CRUMB = late(r"\A[^.?!。？！]{2,60} > |\A[^.?!。？！>]{2,60}\Z")
_HAN = late(r"[\u3400-\u9fff]")
_HAN_TITLED = late(r"[\u3400-\u9fff·]{2,9} [\u3400-\u9fffA-Za-z0-9.、]{2,16}")
_QUOTES = late(
    r"\b(?:commented|said|says|stated|remarked|added|noted|continued|concluded|explained|comments)[ ,]*\Z",
    re.IGNORECASE,
)
_ABBREVIATED = late(r"\b(?:Inc|Co|Corp|Ltd|LLC|Jr|Sr|Cos?|Bros|(?:[A-Z]\.){1,3}[A-Za-z])\.\Z")  # "S.p.A.", "N.V."
_ENDS_SENTENCE = late(r"[.?!。？！…;,，:]['\")\]”]{0,2}\Z")


def find_candidates(form: Format, lines: Sequence[Line], rows: Iterable[int], people: People) -> list[Header]:
    """Header lines of one format among the lines of which `rows` are the indexes."""
    out: list[Header] = []
    read = cache(partial(_read, form, people))  # who speaks often has the same line often
    for index in rows:
        known = read(lines[index].text)
        if known is None or _heads_table(form, lines, index) or (form.twice and out and out[-1].last == index):
            continue
        header = _candidate(form, lines, index, *known, people)
        if header is not None:
            out.append(header)
    return out


class Possible:
    """Tells which lines a look at their length and their marks does not rule out as speaker lines of a format;
    `beginnings` are the index and first characters of lines that may be any.
    """

    def __init__(self, lines: Sequence[Line], beginnings: Sequence[tuple[int, str]]) -> None:
        self._lines, self._short = lines, {MOST: [row for row in beginnings if len(lines[row[0]].text) <= MOST]}
        self._heads = [(index, text[:_INLINE]) for index, text in beginnings]
        self._said = "\n".join([text for _, text in beginnings])
        self._first: dict[str, list[tuple[int, str]]] = {}  # by the character that they begin with
        for row in self._heads:
            self._first.setdefault(row[1][0], []).append(row)

    def rows(self, form: Format) -> list[int]:
        """The indexes of the lines that may be speaker lines of a format."""
        lines = self._lines
        if form.begins:
            return sorted(self._holding(form.needs, [row for char in form.begins for row in self._first.get(char, ())]))
        inline = "speech" in form.pattern.groupindex
        rows = self._holding(form.needs, self._heads if inline else self._of_length(form.most))
        if form.twice:
            rows = [index for index in rows if index + 1 < len(lines) and lines[index + 1].text == lines[index].text]
        if form.tail:
            ends = [index for index, line in enumerate(lines) if line.text.endswith(("Q", "A"))]
            over = {end - above for end in ends for above in range(1, form.tail + 1)}
            rows = [index for index in rows if index in over] if over else []
        return rows

    def _of_length(self, most: int) -> list[tuple[int, str]]:
        """The lines of so many characters at most."""
        if most not in self._short:
            longer = self._short[min(known for known in self._short if known > most)]
            self._short[most] = [row for row in longer if len(row[1]) <= most]
        return self._short[most]

    def _holding(self, needs: Sequence[str], rows: Sequence[tuple[int, str]]) -> list[int]:
        """The indexes of those that hold one of the marks; most marks are nowhere in a document."""
        if not needs:
            return [index for index, _ in rows]
        marks = [mark for mark in needs if mark in self._said]
        if len(marks) < 2:
            return [index for index, text in rows if marks[0] in text] if marks else []
        holds = re.compile("|".join(map(re.escape, marks))).search
        return [index for index, text in rows if holds(text)]


def broken_labels(lines: Sequence[Line], beginnings: Sequence[tuple[int, str]], people: People) -> list[Header]:
    """Labels that the page breaks before the colon that ends them."""
    out = []
    for index, text in beginnings:
        found = over_lines(lines, index, people) if _BROKEN[0] <= len(text) <= _BROKEN[1] else None
        if found is not None:
            label, last, speech = found
            place = lines[last].start + lines[last].lead + speech
            out.append(Header(index, last, lines[index].start, place, place, label, "colon", label.name))
    return out


def firms_behind(headers: list[Header]) -> list[Header]:
    """A "name" with several people behind it is their firm: "Orbel / Ada Lind", "Orbel / Bo Tran"; where most firms
    stand before their people, all do.
    """
    behind: dict[str, set[str]] = {}
    before: dict[str, bool] = {}  # of each label with a firm: whether the firm stands first
    for header in headers:
        label = header.label
        if label.kind != "person" or not label.firm:
            continue
        before[header.printed] = header.printed.find(label.firm) < header.printed.find(label.name)
        if is_person(label.firm) and not before[header.printed]:
            behind.setdefault(label.key, set()).add(label.firm)
    if not any(len(names) > 1 for names in behind.values()) and 2 * sum(before.values()) <= len(before):
        return headers
    out = []
    for header in headers:
        label = header.label
        if label.firm and is_person(label.firm) and not before.get(header.printed):
            label = label._replace(name=label.firm, firm=label.name)
        out.append(header._replace(label=label))
    return out


def of_both_languages(headers: Sequence[Header], lines: Sequence[Line]) -> list[Header]:
    """Bare names with the name in the other language on the line below as one label, by the Latin one."""
    out: list[Header] = []
    for header in headers:
        above = out[-1] if out else None
        if above is not None and above.last + 1 == header.first and not lines[header.first].blank_before:
            one, other = bool(_HAN.search(above.printed)), bool(_HAN.search(header.printed))
            if one != other and above.label.kind == header.label.kind:
                label = header.label if one else above.label
                out[-1] = above._replace(label=label, last=header.last, end=header.end, speech=header.speech)
                continue
        out.append(header)
    return out


def over_firms(headers: Sequence[Header], lines: Sequence[Line]) -> list[Header]:
    """Bare names with a firm that could be a name, too, on the line below as one label."""
    out: list[Header] = []
    for header in headers:
        above, label = out[-1] if out else None, header.label
        below = above is not None and above.last + 1 == header.first and not lines[header.first].blank_before
        if above and below and _is_firm_of(label, above.label):
            label = above.label._replace(firm=label.name)
            out[-1] = above._replace(label=label, last=header.last, end=header.end, speech=header.speech)
            continue
        out.append(header)
    return out


def _is_firm_of(label: Label, above: Label) -> bool:
    """Whether what looks like a name is a firm below a person of whom no firm is told."""
    both = label.kind == above.kind == "person" and not (label.firm or above.firm)
    return both and FIRM_WORD.search(label.name) is not None and is_person(above.name)


def over_titles(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """Bare names with a title on the line below, where most names of the document have one."""
    below = {header.last + 1 for header in headers if _describes_below(lines, header.last + 1)}
    people = [header for header in headers if header.label.kind == "person" and header.first not in below]
    titled = {
        header.first
        for header in people
        if header.last + 1 < len(lines) and (header.last + 1 in below or _is_title(lines[header.last + 1]))
    }
    if len(titled) < 3 or len(titled) < 0.7 * len(people):
        return headers
    out = []
    for header in (header for header in headers if header.first not in below or header.first in titled):
        if header.first in titled:
            under = lines[header.last + 1]
            title, firm = split_description(undecked(under.text))
            label = header.label._replace(title=title, firm=firm)
            last = _behind_rules(lines, header.last + 1)  # a clock under the title
            if last + 1 < len(lines) and lines[last + 1].text in ("Q", "A"):
                last += 1
                label = label._replace(mark=lines[last].text)
            end = lines[last].end
            out.append(header._replace(label=label, last=last, end=end, speech=end))
        else:
            out.append(header)
    return out


def _describes_below(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index` ends a block of two lines, the first of them a name, and is no sentence."""
    if not 0 < index < len(lines) - 1 or lines[index].blank_before or not lines[index + 1].blank_before:
        return False
    text = lines[index].text
    return (
        lines[index - 1].blank_before and len(text) < 90 and not _ENDS_SENTENCE.search(text) and not generic_kind(text)
    )


def _is_title(line: Line) -> bool:
    text = line.text
    return len(text) < 120 and not _ENDS_SENTENCE.search(text) and title_kind(text) is not None


def _heads_table(form: Format, lines: Sequence[Line], index: int) -> bool:
    """Whether a row names the columns: a rule follows, or every cell is a word and the first a part in the call."""
    if form.name in ("tabbed", "quoted", "rows", "described", "hyphen", "said"):
        if index > _HEADS:
            return False
        cells = [cell for cell in _ROW.split(lines[index].text.strip('"')) if cell]
        return (
            len(cells) > 1
            and any(generic_kind(cell) == "unknown" for cell in cells)
            and all(len(cell) < 20 and " " not in cell.strip() for cell in cells)
        )
    return form.name == "cells" and index + 1 < len(lines) and lines[index + 1].is_rule


@lru_cache(maxsize=8192)  # every format asks for it
def _undecorated(text: str) -> str:
    return _BULLET.sub("", _EMPHASIS.sub("", text) if "*" in text or "_" in text else text)


def _matched(form: Format, text: str, people: People) -> re.Match[str] | None:
    """The format's match of a line that can be a label of its kind."""
    if "speech" in form.pattern.groupindex:
        found = form.pattern.match(text[:_INLINE])
    else:  # "**Ada Lind** -- *CFO*", "• Ada Lind"
        found = form.pattern.fullmatch(_undecorated(text))
    if found is None or (form.name == "bare" and not (people.calls(found["label"]) or _bare_label(found["label"]))):
        return None
    if form.name == "angles" and _CRUMB.search(found["speech"]):
        return None  # Investors > Reports
    if form.name == "bracketed" and (is_mark(found.string[: found.end("label") + 1]) or _labelled_again(found)):
        return None
    return found


def _read(form: Format, people: People, text: str) -> tuple[re.Match[str], Label] | None:
    """The format's match of a line and the label in it."""
    found = _matched(form, text, people)
    label = None if found is None else _read_label(form, found["label"], people)
    return None if found is None or label is None else (found, label)


def _candidate(
    form: Format, lines: Sequence[Line], index: int, found: re.Match[str], label: Label, people: People
) -> Header | None:
    line = lines[index]
    inline = "speech" in form.pattern.groupindex
    if inline and label.kind in ("analyst", "executive", "unknown"):
        named = _named_behind(lines, index, found, label, people)
        if named is not None:
            return named._replace(format=form.name)
    if not _fits(form, label, found["label"]):
        return None
    if (
        label.kind == "executive"
        and label.name == label.title
        and not (
            inline and (found["speech"] or form.name == "colon" or (line.text[0] in "【〖[" and line.blank_before))
        )
    ):
        return None  # "(Chief Executive)" under a name describes it
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
    if not inline and index + 1 < len(lines) and wraps(line, lines[index + 1], people):
        label, last = people.label(f"{line.text} {lines[index + 1].text}") or label, index + 1
    if inline and found["speech"]:
        speech = line.start + line.lead + found.start("speech")
        return Header(index, index, line.start, speech, speech, label, form.name, printed_label)
    last = _behind_rules(lines, last)
    end = lines[last].end
    return Header(index, last, line.start, lines[last].end, end, label, form.name, printed_label)


def _behind_rules(lines: Sequence[Line], last: int) -> int:
    """The last of the rules that follow a line."""
    while last + 1 < len(lines) and lines[last + 1].is_rule:
        last += 1
    return last


def _named_behind(
    lines: Sequence[Line], index: int, found: re.Match[str], part: Label, people: People
) -> Header | None:
    """The header of a line that names somebody behind a part in the call: "Q: Bo Tran, Lakeside", Q:(海港证券-李明)."""
    said, line = found["speech"], lines[index]
    bracketed = None if is_mark(said.split(")")[0] + ")") else re.match(r"\(([^()]{2,90})\)[: ]*", said)
    text, length = (bracketed[1], bracketed.end()) if bracketed else (said, len(said))
    ends = _ENDS_SENTENCE.search(text) and not _ABBREVIATED.search(text)
    label = people.label(text) if len(text) < 90 and not ends else None
    speaks = label is not None and (is_person(label.name) if label.kind == "person" else _is_staff(label, part))
    if label is None or not speaks:
        return None
    label = label._replace(mark={"analyst": "Q", "executive": "A"}.get(part.kind))
    speech = line.start + line.lead + found.start("speech") + length
    last = index if speech < line.end else _behind_rules(lines, index)
    end = max(speech, lines[last].end) if last > index else speech
    return Header(index, last, line.start, end, end, label, "", found["label"].strip())


def _is_staff(label: Label, part: Label) -> bool:
    """ "Speaker: Operator": who runs the call, behind a key that names nobody."""
    return part.kind == "unknown" and label.kind in ("operator", "interpreter")


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
    if bare[:1].islower() and bare.endswith("."):
        return False  # the last word of a sentence: "and our / shareholders."
    read = (_HAN_TITLED.fullmatch, LAST_FIRST.fullmatch, looks_like_name, both_names)
    if generic_kind(undecked(bare)) or any(told(bare) for told in read):
        return True
    led = part_first(bare) if bare[:1] in "[<" else None
    if led is not None and not led.mark:  # [Chief Financial Officer] Ada Lind
        return True
    label = parse_label(bare) if len(bare) < 16 and _HAN.match(bare) and _ENDS_SENTENCE.search(bare) is None else None
    return label is not None and label.title is not None and is_person(label.name)  # 李明总经理


def _read_label(form: Format, text: str, people: People) -> Label | None:
    if form.name == "said":
        return people.said(text)
    if form.name == "rows":
        cells = (cell for cell in _ROW.split(text) if not _COUNTER.fullmatch(cell))
        text = " | ".join(cells)
    return people.label(_CELLS.sub(" | ", text) if form.name in ("tabbed", "quoted") else text)


def _fits(form: Format, label: Label, printed: str) -> bool:
    """Formats with a loose pattern ask more of the label, or every sentence with a hyphen in it would be one."""
    if form.name == "bare" and label.title is not None:
        return title_kind(label.title) is not None
    if form.name == "clock" and label.kind == "person" and label.title is None:
        return looks_like_name(label.name)
    if form.name == "colon" and _QUOTES.search(printed):
        return False  # a release quotes: "Ada Lind, Chief Executive Officer of Orbel, commented:"
    if form.name in _DESCRIBING and _TALK.search(f"{label.title or ''} {label.firm or ''}"):
        return False
    if form.name in _DESCRIBING[1:]:
        if _ENDS_SENTENCE.search(printed) and not _ABBREVIATED.search(printed):
            return False
        dangling = printed.endswith("--") and is_person(label.name)  # the title was left out, its dash was not
        return dangling or bool(label.title or label.firm or label.mark or label.kind != "person")
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
        pieces.append((marked["title"] or "") if marked else text)
        if marked:
            found = parse_label(label.name + ", " + " ".join(pieces))
            if found is None:
                return None
            return found._replace(mark=marked["mark"]), last
    return None
