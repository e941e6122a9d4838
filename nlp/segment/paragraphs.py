"""Lines to paragraphs with a kind each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ..languages.call_rules import CallRules
from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import guess_language, simplify
from .labels import parse_label
from .lines import Line, closed_up
from .names import looks_like_name
from .stamps import STAMP
from .titles import title_kind

_EN, _ZH = CALL_RULES["en"], CALL_RULES["zh"]
_STOPS = late(r"[.?!。？！…:：;；][\"')\]”’」』）]{0,3}\Z")
_SPOKEN = late(r"\b(?:we|our|I)\b|我们|大家|各位|欢迎|谢谢")
_HEADING, _HEAD = 60, 170
_PRINTED = 500  # a notice or advert that a site prints into a call is shorter
_DIGITS = late(r"[0-9]+")
_STAMPED = late(rf"[\s,(\[<]+{STAMP}[)\]>]?:?\Z")
_BRACKETS = "[]【】<>()"
_ENOUGH, _LONG, _WIDEST = 3, 60, 260  # lines that another follows, and characters
_BROKEN = late(r"\n[a-z]|\b(?:of|in|the|and|was|were|is|to|for|by|from|with|at|or|an?|our|its)\n")  # within a sentence
_BARE = late(r"[\s.,;:!?。，；：！？\-*]*")
_BULLET = late(r"[•●○▪■◦·➢]\s*\S|[-*]\s+\S|\(?[0-9]{1,2}[.)、](?![0-9%])\s*\S|\([a-z]\)\s")


class Block(NamedTuple):
    """A paragraph before it has an id: `first..last` index the lines."""

    start: int
    end: int
    first: int
    last: int
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a document breaks its lines: `wrapped` when a line is no paragraph; `heads`: running heads, digits as 0.

    `kinds` keeps what was found of lines, by text and language: labels and marks stand in a document many times.
    """

    wrapped: bool
    width: int
    heads: frozenset[str]
    kinds: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)


def find_style(lines: Sequence[Line]) -> Style:
    """Whether lines are wrapped at a width, and which short lines return on every page."""
    adjacent = [line for line, after in pairwise(lines) if not after.blank_before and len(line.text) > 30]
    open_ended = sum(1 for line in adjacent if not _STOPS.search(line.text))
    lengths = sorted(line.end - line.start for line in lines if len(line.text) > 30)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    wrapped = (len(adjacent) >= _ENOUGH and open_ended * 2 > len(adjacent)) or _goes_on(lines, adjacent)
    return Style(wrapped and width <= _WIDEST, width, _heads(lines))


def _goes_on(lines: Sequence[Line], adjacent: Sequence[Line]) -> bool:
    """Of a short text: whether every long line that another follows breaks off within a sentence."""
    return bool(adjacent) and all(
        len(line.text) > _LONG
        and not _STOPS.search(line.text)
        and _BROKEN.search(f"{line.text}\n{after.text}") is not None
        for line, after in pairwise(lines)
        if not after.blank_before and len(line.text) > 30
    )


def _heads(lines: Sequence[Line]) -> frozenset[str]:
    shapes: Counter[str] = Counter()
    samples: dict[str, str] = {}
    shown: list[str] = []  # the shape of each line, of a long one nothing
    foot = False  # the line before ends a page, or stands at its foot
    known: dict[str, str] = {}
    for line in lines:
        shape = ""
        if 3 < len(line.text) < _HEAD and not (shape := known.get(line.text, "")):
            shape = known[line.text] = _shape(line)
        shown.append(shape)
        if shape:
            shapes[shape] += 2 if foot else 1
            samples[shape] = line.text
        foot = line.is_page_number or (foot and shapes[shape] > 1)
    found = {shape for shape, count in shapes.items() if count >= 3 and _furniture(samples[shape])}
    return frozenset(found | _feet(shown, shapes, samples))


def _feet(shown: Sequence[str], shapes: Counter[str], samples: Mapping[str, str]) -> set[str]:
    """Lines that return together, page after page, and are neither labels nor sentences."""
    often = {shape for shape, count in shapes.items() if count > 2}
    pairs = Counter(pair for pair in pairwise(shown) if pair[0] in often and pair[1] in often)
    alike = [pair for pair, count in pairs.items() if count > 2 and pair[0] != pair[1]]
    return {shape for pair in alike if all(_is_foot(samples[shape]) for shape in pair) for shape in pair}


def _is_foot(text: str) -> bool:
    """Whether a line that returns can stand at the foot of a page: it ends no sentence and describes nobody."""
    told = is_mark(text) or parse_label(text) is not None or title_kind(text) is not None
    return not told and not _STOPS.search(text)


def _shape(line: Line) -> str:
    text = line.text
    return text if _DIGITS.search(text) is None else _DIGITS.sub("0", text)


def _furniture(line: str) -> bool:
    """Whether a short line that returns is a running head: a site, a copyright, a date, a ticker; never a speaker."""
    if re.search(r"www\.|©|copyright|all rights|\bpage [0-9]+ (?:of|/) [0-9]", line, re.IGNORECASE):
        return True
    bare = _STAMPED.sub("", line)  # who speaks in a chat, with the minute
    bracketed = bare[:1] in _BRACKETS
    label = parse_label(bare.strip(_BRACKETS) if bracketed else bare)
    counted = bracketed and label is not None and label.kind == "analyst" and not label.mark  # [Question 3]
    if label is not None and not counted and (label.kind != "person" or looks_like_name(label.name)):
        return False
    dated = r"\b(?:19|20)[0-9]{2}\b|\bpage [0-9]|\btranscript\b|\([A-Z]{1,5}(?:\.[A-Z]{1,3})?\)"
    return re.search(dated, line, re.IGNORECASE) is not None


def blocks(text: str, lines: Sequence[Line], first: int, last: int, style: Style) -> list[Block]:
    """The paragraphs in lines `first..last` (last left out), in order. Every line is in exactly one."""
    kinds = [line_kind(line, style) for line in lines[first:last]]
    if not style.wrapped:
        return [
            Block(line.start + _stamp(line), line.end, index, index, line.language, kind)
            for index, (line, kind) in enumerate(zip(lines[first:last], kinds, strict=True), first)
        ]
    out: list[Block] = []
    begin = first
    for index in range(first, last):
        ends = index + 1 == last or _breaks(
            lines[index], lines[index + 1], kinds[index - first], kinds[index + 1 - first], style
        )
        if ends:
            start, end = lines[begin].start + _stamp(lines[begin]), lines[index].end
            kind = kinds[begin - first]
            language = lines[begin].language if begin == index else guess_language(text[start:end])
            out.append(Block(start, end, begin, index, language, kind))
            begin = index + 1
    return out


def _stamp(line: Line) -> int:
    """How many characters a time stamp takes before the words."""
    return line.lead if line.text and line.lead > 5 else 0


def _breaks(line: Line, after: Line, kind: str, kind_after: str, style: Style) -> bool:
    if after.blank_before or kind != kind_after or kind in ("heading", "mark", "page"):
        return True
    if line.language != after.language and min(len(line.text), len(after.text)) > 10:
        return True
    if _BULLET.match(after.text):
        return True
    return bool(_STOPS.search(line.text)) and line.end - line.start < 0.8 * style.width


def line_kind(line: Line, style: Style) -> str:
    """speech, mark, notice, advert, heading, page, for a line of a transcript."""
    if not line.text or (len(line.text) >= _PRINTED and not line.is_rule):
        return "page" if line.is_rule else "speech"
    known = line.text, line.language
    kind = style.kinds.get(known)
    if kind is None:
        kind = style.kinds[known] = _line_kind(line, style)
    return kind


def outside_kind(line: Line, style: Style) -> str | None:
    """page or heading for a line of a transcript that is no part of what somebody says, else None."""
    kind = line_kind(line, style)
    return kind if kind in ("page", "heading") else None


def _line_kind(line: Line, style: Style) -> str:
    if line.is_rule or _is_running_head(line, style):
        return "page"
    plain = line.plain if line.language == "zh" else line.text
    rules = _ZH if line.language == "zh" else _EN
    if len(plain) <= _HEADING and _is_heading(closed_up(plain.strip(" :-")), rules):
        return "heading"
    if is_mark(plain):
        return "mark"
    lowered = plain.lower()
    if not any(map(lowered.__contains__, rules.print_hints)):
        return "speech"
    if rules.advert.search(plain):
        return "advert"
    return "notice" if rules.notice.search(plain) and not _SPOKEN.search(plain) else "speech"


def _is_running_head(line: Line, style: Style) -> bool:
    """A page number, or a line that stands on every page."""
    if line.is_page_number:
        return True
    return bool(style.heads) and len(line.text) < _HEAD and _shape(line) in style.heads


def _is_heading(word: str, rules: CallRules) -> bool:
    both = (rules,) if rules is _EN else (rules, _EN)
    return any(known.questions_heading.fullmatch(word) or known.prepared_heading.fullmatch(word) for known in both)


def is_mark(text: str) -> bool:
    """Whether nothing but marks is there: "(foreign language)", "[解讀]"."""
    if len(text) > 80:
        return False
    if not any(mark in text for mark in "([{【"):
        return False
    plain = simplify(text)
    for rules in (_EN, _ZH):
        for pattern in (rules.interpreted_mark, rules.foreign_mark, rules.inline_mark):
            plain = pattern.sub("", plain)
    return _BARE.fullmatch(plain) is not None
