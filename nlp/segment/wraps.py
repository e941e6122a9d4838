"""Speaker labels of two or three lines: broken by the page, or with title and firm on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ..languages.late import late
from .headers import Header
from .label import Label
from .labels import parse_label
from .lines import Line
from .mentions import squeezed
from .names import generic_kind, looks_like_name
from .people import People, describes
from .titles import FIRM_WORD, split_description, title_kind

_OPEN = late(r"(?:[,&/-]|\b(?:of|and|the|for|in|at|to))\Z")
_STOP = late(r"[.?!:;。？！][\"')]?\Z")
_CLOCK = late(r"[(\[<]?(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?[)\]>]?:?")
_HAN = late(r"[\u3400-\u9fff]")
_SHORT, _LONG = 45, 280
_MOST = 3  # lines


def wraps(line: Line, after: Line, people: People) -> bool:
    """Whether a label on a line of its own goes on in the next: together they are an entry of the list, or the next
    line only describes, too.
    """
    text, rest = line.text, after.text
    if people.printed and len(text) > 50 and len(rest) < 60 and squeezed(text + rest) in people.printed:
        return True
    apart = after.blank_before or after.is_rule or _STOP.search(rest) or ":" in rest
    if len(text) < _SHORT or len(rest) > 90 or apart:
        return False
    if not describes(rest) or generic_kind(rest) or looks_like_name(rest):
        return False
    titled = title_kind(rest) is not None or FIRM_WORD.search(rest) is not None
    label = parse_label(rest)
    if label is not None and label.name in people:
        return False  # the next speaker's line
    return _OPEN.search(text) is not None or titled


def over_lines(lines: Sequence[Line], index: int, people: People) -> tuple[Label, int, int] | None:
    """(label, its last line, where speech begins in that line's text) of a label that ends in a colon further down."""
    joined = lines[index].text
    if ":" in joined or len(joined) < _SHORT or _STOP.search(joined) or not describes(joined):
        return None
    for last in range(index + 1, min(index + _MOST, len(lines))):
        line = lines[last]
        head, colon, _ = line.text.partition(":")
        if line.blank_before or len(joined) + len(head) > _LONG or not describes(head):
            return None
        joined = f"{joined} {head}"
        if colon:
            label = people.label(joined)
            named = label is not None and label.kind == "person" and label.name in people
            after = len(head) + 1
            return (
                (label, last, after + len(line.text[after:]) - len(line.text[after:].lstrip()))
                if label and named
                else None
            )
    return None


def past_descriptions(headers: Sequence[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers with what most have under or behind the name counted to the label: a clock, a title, a firm."""
    out = list(headers)
    for _ in range(_MOST):
        places = [i for i, header in enumerate(out) if header.label.kind == "person" or header.label.key]
        begun = {header.first for header in out}
        under = {i: _first_words(out[i], lines, begun) for i in places}
        sure = [i for i in places if _is_description(under[i][0])]
        people = {out[i].label.key for i in sure}
        named = sum(1 for i in places if out[i].label.kind == "person")
        if len(sure) < _MOST or len(people) < 2:
            break
        if len(sure) < 0.6 * named:  # only the titles that stand alone behind a label: "Ada Lind: CFO"
            places = sure = [i for i in sure if out[i].speech < lines[out[i].last].end]
        for i in places:
            text, line = under[i]
            if i in sure or (_may_describe(text) and out[i].label.kind == "person"):
                out[i] = _with_description(out[i], text, lines[line].end, line)
    return out


def _first_words(header: Header, lines: Sequence[Line], begun: Container[int]) -> tuple[str, int]:
    """(what stands first under a label, its line): the rest of the label's line, else the next line, unless
    another label begins there.
    """
    line = lines[header.last]
    if header.speech < line.end:
        return line.text[header.speech - line.start - line.lead :].strip(), header.last
    after = header.last + 1
    return (lines[after].text, after) if after < len(lines) and after not in begun else ("", header.last)


def _is_description(text: str) -> bool:
    if _CLOCK.fullmatch(text):
        return True
    return _may_describe(text) and (title_kind(text) is not None or FIRM_WORD.search(text) is not None)


def _may_describe(text: str) -> bool:
    """Whether a line can be a title or a firm: no sentence, every word with a capital; in Chinese few characters."""
    if (
        not 2 <= len(text) <= 100
        or _STOP.search(text)
        or generic_kind(text) == "operator"
        or text.startswith(("(", "["))
    ):
        return False
    return re.fullmatch(r"[^,。，；]{2,24}", text) is not None if _HAN.search(text) else describes(text)


def _with_description(header: Header, text: str, end: int, last: int) -> Header:
    label = header.label
    if not _CLOCK.fullmatch(text):
        title, firm = split_description(text)
        label = label._replace(title=label.title or title, firm=label.firm or firm)
    return header._replace(label=label, last=last, end=end, speech=end)
