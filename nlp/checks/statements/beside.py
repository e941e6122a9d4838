"""What a statement says of a figure besides its number, held against what stands beside it in the document.

A change told right behind a level is of that level; what goes one way in the statement goes no other way in the
document; a name that the document knows must stand where the number does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...languages.late import late
from .derived import changes_of
from .figures import Figure
from .itself import way_told
from .judge import Judge, Judgement
from .match import arrives, how_equal, is_share
from .opposites import compared_with
from .subjects import Subjects
from .times import RULES

_VERB = late(r"(?:ed|ing|ly)\Z|\Asays?\Z|\Aplans?\Z")
_LATIN = late(r"[a-z][a-z&'-]*[a-z]")
# Who a wire lets speak: "spirit aerosystems holdings - ", "acme corp says".
_SPEAKER = late(
    r"[^0-9,]{1,60}?(?:\s-{1,2}\s|:\s|\b(?:inc|corp|ltd|plc|co|holdings|group|limited)\b\.?|"
    r"\s(?=(?:says?|reports?|posts?|sees|expects|announces|declares|raises|cuts|to)\s))"
)
_INSIDE = late(r"[a-z,'’] \Z")  # within a sentence
_OFTEN = 5  # lines that name it
_CLOSE = 40  # characters between a level and its change
_NEAR = 2  # lines of a paragraph before and behind


def of_another_level(found: Sequence[Judgement], judge: Judge) -> list[tuple[Judgement, Figure]]:
    """The changes told right behind a level, where the document tells another one beside that level's number.

    "Orders 51.4%, up 1.1 points" where the line has "orders 51.4%, up 1.7 points; output 52.3%, up 1.1 points".
    """
    out = []
    rows = sorted(found, key=lambda row: row.said.amount.start)
    for level, change in pairwise(rows):
        place = level.evidence
        if place is None or change.evidence is None or not _goes_on(level.said, change.said):
            continue
        beside = [row for spot in (place, *judge.again(place)) for row in _changes_beside(spot, judge.subjects)]
        alike = [row for row in beside if row.amount.unit == change.said.amount.unit and _from_alike(change.said, row)]
        told = any(change.evidence.line == spot.line for spot in (place, *judge.again(place)))
        other_line = not told or change.evidence not in beside
        if alike and other_line and not any(how_equal(change.said, row) for row in alike):
            out.append((change, alike[0]))
    return out


def _goes_on(level: Figure, change: Figure) -> bool:
    """Whether nothing but the way it went stands between a level and its change."""
    if level.line != change.line or change.is_base or level.amount.kind == change.amount.kind == "percent":
        return False
    if change.amount.kind not in ("percent", "points") or change.direction is None or is_share(change):
        return False
    gap = change.text.folded[level.amount.end : change.amount.start]
    return not Subjects(change.text).words(level.amount.end, change.amount.start, change) and len(gap) < _CLOSE


def _changes_beside(level: Figure, subjects: Subjects) -> list[Figure]:
    """The changes before or behind a level with nothing but the way it went, and from when, between the two."""
    found = []
    for row in changes_of(level):
        start, end = min(row.amount.end, level.amount.end), max(row.amount.start, level.amount.start)
        if end - start < _CLOSE and not subjects.words(start, end, level):
            found.append(row)
    return found


def _from_alike(said: Figure, other: Figure) -> bool:
    mine, theirs = compared_with(said), compared_with(other)
    return mine is None or theirs is None or mine == theirs


def turned_level(said: Figure, other: Figure, judge: Judge) -> bool:
    """Whether a statement lets a level come up to what the document says it came down to, or the other way round."""
    if said.is_base or other.is_base or not arrives(said):
        return False
    way = way_told(said)
    ways = {row.direction for row in _changes_beside(other, judge.subjects)} - {None}
    ways |= {_way_behind(other)} - {None}
    return way is not None and len(ways) == 1 and way not in ways


def _way_behind(figure: Figure) -> str | None:
    """The way from the base that stands right behind a level: "1.38, below the 1.52 of August" in any words."""
    following = [row for row in figure.text.by_line[figure.line] if row.amount.start >= figure.amount.end]
    base = following[0] if following and not following[0].ends else None
    if base is None or not base.is_base or base.amount.unit != figure.amount.unit:
        return None
    now, then = figure.amount.value, base.amount.value
    if now is None or then is None or now == then:
        return None
    return "up" if abs(now) > abs(then) else "down"


def strange_name(said: Figure, places: Sequence[Figure], judge: Judge) -> str | None:
    """A name of the statement that the document has elsewhere, and not around any place that supports the statement."""
    near = set(judge.title)
    for place in places:
        near |= _words_near(place, judge)
    rules = RULES[said.row.lang]
    words = said.text.words(said.line) - said.text.metric_words(said.line) - near
    qualifying = said.text.qualifiers(said.line) & judge.document.all_qualifiers
    spoken = _SPEAKER.match(said.text.folded, said.row.start)
    times = said.text.times(said.line)
    for hit in _LATIN.finditer(said.text.folded, spoken.end() if spoken else said.row.start, said.row.end):
        if any(time.start <= hit.start() < time.end for time in times):
            continue
        word = hit[0]
        stems = said.text.words_in(hit.start(), hit.end(), said.row.lang)
        cued = re.search(f"(?:{rules.up}|{rules.down}|{rules.gain}|{rules.loss})", f" {word} ", re.IGNORECASE)
        if _VERB.search(word) or cued or not stems & words:
            continue
        if stems & qualifying or _is_name(word, judge):
            return word
    return None


def _is_name(word: str, judge: Judge) -> bool:
    """Whether a document prints a word with a capital wherever it stands, and inside sentences too."""
    found = list(re.finditer(rf"(?<![a-z]){re.escape(word)}(?![a-z])", judge.document.folded))
    if len({judge.document.line_at(hit.start()) for hit in found}) > _OFTEN:
        return False  # the company, or what all of it is about
    inside = any(_INSIDE.search(judge.document.text, max(0, hit.start() - 2), hit.start()) for hit in found)
    return inside and all(judge.document.text[hit.start()].isupper() for hit in found)


def _words_near(place: Figure, judge: Judge) -> set[str]:
    text, at = judge.document, place.line
    paragraph = text.lines[at].paragraph
    found: set[str] = set()
    for line in range(max(0, at - _NEAR), min(len(text.lines), at + _NEAR + 1)):
        if line == at or (paragraph and text.lines[line].paragraph == paragraph):
            found |= text.words(line)
    return found


__all__ = ["of_another_level", "strange_name", "turned_level"]
