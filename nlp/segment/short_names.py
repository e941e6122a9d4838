"""Labels of a first name, a last name, initials or an office alone, for somebody whom other labels name whole: "Ada:
Yes, we will."
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..languages.late import late
from .headers import Header
from .label import Label
from .lines import Line
from .names import is_person

_STAMP = 5  # characters: what stands before the words of a line is a time if it is longer
_STAND_INS = 3  # so many lines of initials or offices are no accident
_PARTS = late(r"[A-ZÀ-ÞĀ-ɏ](?=[\w'])")
_HONORIFIC = late(r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\.?")
_LONE = late(r"[^\w\s]{0,2}(?P<word>[^\W\d_][\w'-]{2,})(?![\w'-])")


def lone_names(labels: Iterable[Label]) -> dict[str, Label]:
    """First and last names, in lower case, that belong to one person of the labels only."""
    owners: dict[str, dict[str, Label]] = {}
    for label in dict.fromkeys(labels):
        words = label.name.split(" ")
        if label.kind != "person" or len(words) < 2 or not is_person(label.name):
            continue
        for word in {words[0].lower(), words[-1].lower()}:
            owners.setdefault(word, {}).setdefault(label.key, label)
    return {word: next(iter(who.values()))._replace(mark=None) for word, who in owners.items() if len(who) == 1}


def beginning_with(
    rows: Iterable[tuple[int, str]], names: Mapping[str, Label], known: Sequence[int]
) -> list[tuple[int, str]]:
    """The lines but the `known` that begin with one of the names."""
    seen = frozenset(known)
    found = ((index, text, _LONE.match(text)) for index, text in rows if index not in seen)
    return [(index, text) for index, text, hit in found if hit and hit["word"].lower() in names]


def behind_times(lines: Sequence[Line], rows: Iterable[tuple[int, str]], names: Mapping[str, Label]) -> list[Header]:
    """The lines of which a time and one of the names are all: "[00:08:02] Ada"."""
    out = []
    for index, text in rows:
        line = lines[index]
        if line.lead > _STAMP and text.lower() in names:
            out.append(Header(index, index, line.start, line.end, line.end, names[text.lower()], "bare", text))
    return out


def stand_ins(labels: Iterable[Label]) -> dict[str, Label]:
    """Initials, in capitals, and offices, in lower case, that belong to one person of the labels only."""
    owners: dict[str, dict[str, Label]] = {}
    for label in dict.fromkeys(labels):
        if label.kind != "person" or not label.name.isascii() or not is_person(label.name):
            continue
        words = plain_words(label.name)
        short = {"".join(_PARTS.findall(" ".join(words))), "".join(word[0] for word in words).upper()}
        for word in {one for one in short if 2 <= len(one) <= 4} | {(label.title or "").lower()} - {""}:
            owners.setdefault(word, {}).setdefault(label.key, label)
    return {word: next(iter(who.values()))._replace(mark=None) for word, who in owners.items() if len(who) == 1}


def plain_words(name: str) -> list[str]:
    """The words of a name without "Sir" or "Dr." before them and without initials."""
    return [word for word in name.split(" ") if word[0].isupper() and not _HONORIFIC.fullmatch(word) and len(word) > 2]


def standing_in(lines: Sequence[Line], rows: Iterable[tuple[int, str]], names: Mapping[str, Label]) -> list[Header]:
    """The lines behind blank ones of which initials or an office are all."""
    out = []
    for index, text in rows:
        line = lines[index]
        label = names.get(text) or names.get(text.lower())
        if label is not None and line.blank_before and index + 1 < len(lines):
            out.append(Header(index, index, line.start, line.end, line.end, label, "bare", text))
    return out if len(out) >= _STAND_INS else []
