"""What is said where the page prints no name for it: an announcement in brackets or behind a time alone, a question
behind its number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..languages.calls import CALL_RULES
from ..languages.late import late
from ..text import simplify
from .hand_overs import hand_over, introduced_to
from .headers import Header
from .label import Label
from .lines import Line
from .paragraphs import is_mark

_RULES = tuple(CALL_RULES.values())
_OPERATOR = Label(name="Operator", kind="operator")
_ASKER = {"en": Label(name="Question", kind="analyst"), "zh": Label(name="提问", kind="analyst")}
_NUMBERED = late(r"[(]?(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:\)[.,、 ]?|[.,、](?![0-9]))\s*(?=\S)")
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
_QUESTIONS, _SHARE = 3, 0.6  # so many numbered questions make a page of them, so large a share of its answers
_STAMP = 5  # characters: what stands before the words of a line is a time if it is longer
_MOST = 5  # lines of one announcement


def with_unlabelled(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers with one for each announcement that has no label: who asks next, or that nobody does."""
    if not headers:
        return headers
    begun = {header.first for header in headers}
    found = [*_bracketed(lines, begun, headers[0].first), *_numbered_questions(headers, lines)]
    if not any(header.label.kind == "operator" for header in headers):
        found += _stamped(lines, begun, headers[0].first)
    return sorted([*headers, *found], key=lambda header: header.first) if found else headers


def _bracketed(lines: Sequence[Line], begun: set[int], first: int) -> Iterator[Header]:
    """ "[Our next question is from Bo Tran of Lakeside Bank.]" on lines of their own, with a label behind it."""
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if line.text[:1] != "[" or not line.blank_before or index in begun or is_mark(line.text):
            continue
        if "]" in line.text[:-1]:
            continue
        last = next((i for i in range(index, min(index + _MOST, len(lines))) if lines[i].text.endswith("]")), None)
        if last is None or not lines[last].blank_after or begun & set(range(index, last + 1)):
            continue
        if _announces(" ".join(row.text for row in lines[index : last + 1])[1:-1]):
            place = line.start + line.lead + 1
            yield Header(index, index, line.start, place, place, _OPERATOR, "", "")


def _numbered_questions(headers: Sequence[Header], lines: Sequence[Line]) -> list[Header]:
    """Questions that have a number and no label, where answers have one and no question has:

    1、产能何时投产？
    答：明年下半年。
    """
    answers = [header for header in headers if header.label.kind == "executive" or header.label.mark == "A"]
    if any(header.label.kind == "analyst" or header.label.mark == "Q" for header in headers):
        return []
    ends = {header.first for header in headers}
    found: list[Header] = []
    number = 0
    for above, answer in pairwise([-1, *(header.first for header in answers)]):
        rows = range(max(above + 1, answer - _MOST), answer)
        begun = ((i, _NUMBERED.match(lines[i].text)) for i in rows if i not in ends)
        index, hit = next(((i, hit) for i, hit in begun if hit and _value(hit["number"]) == number + 1), (0, None))
        if hit is not None:
            number, line = number + 1, lines[index]
            place = line.start + line.lead + hit.end()
            found.append(Header(index, index, line.start, place, place, _ASKER[line.language], "", ""))
    return found if len(found) >= max(_QUESTIONS, _SHARE * len(answers)) else []


def _value(number: str) -> int:
    """3 of "3", 12 of 十二."""
    if number.isdigit():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _stamped(lines: Sequence[Line], begun: set[int], first: int) -> Iterator[Header]:
    """Times without a name, with an announcement below and a label behind it."""
    stamps = [i for i, line in enumerate(lines) if not line.text and line.lead > _STAMP and i not in begun]
    ends = sorted([*stamps, *begun, len(lines)])
    for index in stamps:
        after = ends[bisect_right(ends, index)]
        words = " ".join(line.text for line in lines[index + 1 : after])
        opens = index < first and introduced_to(words) is not None
        if (after in begun and after - index <= 2 * _MOST and _announces(words)) or (after == first and opens):
            line = lines[index]
            yield Header(index, index, line.start, line.end, line.end, _OPERATOR, "", "")


def _announces(words: str) -> bool:
    plain = simplify(words)
    asked = hand_over(words) is not None and any(rules.opens_questions.is_in(plain) for rules in _RULES)
    return asked or any(rules.hosts.is_in(plain) for rules in _RULES)
