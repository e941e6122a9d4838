"""Running heads of a letter: the addressee, company, date and page that break into its text at every page.

In text made from a form they come doubled and merged into one another ("FirstName LastName..."), sometimes into the
lines of the text itself. They are found by what they are made of, and left out without moving an offset.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..languages.late import late
from .lines import Line

# Field names that a form prints with their values; the third is misspelt in the form itself.
_FIELDS = ("FirstName", "LastName", "Comapany", "CompanyName", "Company", "Name", "Page")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = late(rf"\b(?P<month>{_MONTHS}) (?P<day>[0-9]{{1,2}}), (?P<year>[0-9]{{4}})")
_PAGE = late(r"\bPage ([0-9]{1,3})\b")
_NEAR = 8
_SIGN = late(r"FirstName|LastName")


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a line that are text: `start:end`, empty for a running head; `page` is the page it stands on."""

    start: int
    end: int
    page: int
    head: bool


def cut_heads(lines: Sequence[Line], *, names: Sequence[str]) -> list[Cut]:
    """For every line, what of it is text. `names` are the addressee's and the company's as the letter begins."""
    pattern = _vocabulary(lines, names)
    whole = [not pattern.sub("", line.text).strip(" ,.") for line in lines]
    zone = _zones(lines, whole)
    cuts: list[Cut] = []
    page = 1
    for index, line in enumerate(lines):
        found = _PAGE.search(line.text)
        if zone[index] and found:
            page = int(found[1])
        if zone[index] and whole[index]:
            cuts.append(Cut(line.start, line.start, page, True))
        elif zone[index] == 2:
            cuts.append(Cut(*_trimmed(line, pattern), page, False))
        else:
            cuts.append(Cut(line.start + line.lead, line.end, page, False))
    return cuts


def _vocabulary(lines: Sequence[Line], names: Sequence[str]) -> re.Pattern[str]:
    words = {word.strip(".,") for name in names for word in name.split()}
    words |= {
        part for word in words if len(word) > 3 for part in word.split("-")
    }  # a form prints "ChiaWen" for Chia-Wen
    found = next((m for m in (_DATE.search(line.text) for line in lines[:40]) if m), None)
    if found:
        words |= {found["month"], found["day"], found["year"]}
    words |= set(_FIELDS) | {"Mr", "Ms", "Dr"}
    ordered = sorted((word for word in words if word), key=len, reverse=True)
    spelt = [rf"(?<![0-9]){word}(?![0-9])" if word.isdigit() else re.escape(word) for word in ordered]
    return re.compile(r"(?:" + "|".join(spelt) + r"|(?<=Page )[0-9]{1,3})[.,]?")


def _zones(lines: Sequence[Line], whole: Sequence[bool]) -> list[int]:
    """1 where a page turns, 2 where the merged form breaks into lines of text; 0 elsewhere."""
    zone = [0] * len(lines)
    index = 0
    while index < len(lines):
        if not whole[index]:
            index += 1
            continue
        last = index
        while last + 1 < len(lines) and whole[last + 1]:
            last += 1
        run = range(index, last + 1)
        if any(_PAGE.search(lines[i].text) for i in run) or any(_SIGN.search(lines[i].text) for i in run):
            for i in run:
                zone[i] = 1
        index = last + 1
    return _merged_zones(lines, whole, zone)


def _merged_zones(lines: Sequence[Line], whole: Sequence[bool], zone: list[int]) -> list[int]:
    """From a form's first sign to its closing one, where text lines stand between: all of it may be merged."""
    signs = [i for i, line in enumerate(lines) if _SIGN.search(line.text)]
    for first, last in pairwise(signs):
        between = range(first + 1, last)
        if len(between) <= 2 * _NEAR and any(not whole[i] for i in between) and any(_form(lines[i]) for i in between):
            for i in range(first, last + 1):
                zone[i] = 1 if whole[i] else 2
    return zone


def _form(line: Line) -> bool:
    return "Comapany" in line.text or _PAGE.search(line.text) is not None


def _trimmed(line: Line, pattern: re.Pattern[str]) -> tuple[int, int]:
    """The line without the head's words at its beginning and end."""
    text = line.text
    start, end = 0, len(text)
    while True:
        found = pattern.match(text, start)
        if found is None or found.end() == start:
            break
        start = found.end()
        start += len(text[start:]) - len(text[start:].lstrip())
    for found in reversed(list(pattern.finditer(text))):
        if found.start() < start or text[found.end() : end].strip():
            break
        end = len(text[: found.start()].rstrip())
    base = line.start + line.lead
    return base + start, base + max(start, end)
