"""What a document prints around its speakers' names: learned from the names that it says elsewhere.

No list of formats is whole. Where lines of several people begin alike ("» ", a line's number) or go on alike (". ",
" {ID 1234}", a column's blanks), the likeness is the page's and no speaker's. Method: wrapper induction from known
entities (Kushmerick 1997), with the call's own hand-overs and introductions as the entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..languages.late import late
from .formats import Format
from .lines import Line
from .names import generic_kind, looks_like_name
from .people import People

_SAMPLE = 4000  # lines: a page's habits show at its beginning
_REACH = 160
_SHARE = 0.4  # a name that ends a sentence at the beginning of a line is seldom
_HEADS = 12  # the first row of a table stands among the first lines
_LINES, _PEOPLE = 3, 2  # so many lines of so many people make a habit
_WORD = (
    r"(?:(?:[A-ZÀ-ÞĀ-ɏ]\.)+|[A-ZÀ-ÞĀ-ɏ][\w'-]+|de|da|di|do|dos|du|van|von|der|den|del|della|la|le|bin|al|el|ter|ten|af)"
)
_NAME = rf"(?:(?:Mr|Ms|Mrs|Dr|MR|MS|MRS|DR|The|THE)\.? )?{_WORD}(?: {_WORD}){{0,5}}(?:,? (?:Jr|Sr)\b\.?)?"
_LABEL = rf"(?:[QA]|(?:(?:Mr|Ms|Mrs|Dr|MR|MS|MRS|DR|The|THE)\.? )?{_WORD}(?: {_WORD}){{0,5}}?(?:,? (?:Jr|Sr)\b\.?)?)"
_BEGIN = late(rf"(?P<prefix>[^A-Za-zÀ-ÞĀ-ɏ\u3400-\u9fff\[(<{{\"'【「『《〔〖]{{0,24}})(?P<name>{_NAME}|[QA]\b)")
# Words before the name: "Turn 12 - Ada Lind", "- speaker: Ada Lind".
_WORDED = late(
    rf"(?P<prefix>[^\w\[(<{{\"']{{0,6}}"
    rf"(?:[A-Za-z]{{2,12}}[ :#.=-]+(?:[0-9]{{1,4}}[^\w\s]*\s+)?[^\w\s]{{0,2}}\s*){{1,2}})(?P<name>{_NAME})"
)
_SPOKEN = late(
    r"\b(?:thanks?|you|hi|hello|yes|and|or|so|to|from|by|with|with|for|mr|ms|mrs|dr|the|our|q|a|question|answer)\b",
    re.IGNORECASE,
)
_SPEAKER_KEY = late(r"\b(?:speaker|name|who)\b", re.IGNORECASE)
_TEXT_KEYS = r"(?:text|speech|content|utterance|remarks|words)\s*[:=]\s*[\"']?"
_COLUMN_OF_NAMES = late(r"(?:speaker|name|who|participant|person|发言人|發言人|姓名)(?: name)?", re.IGNORECASE)
_COLUMN_OF_SPEECH = late(
    r"(?:text|speech|remarks?|content|transcript|utterance|statement|words|comments?|内容|內容|发言|發言)",
    re.IGNORECASE,
)
_POLITE = late(r"(?:Mr|Ms|Mrs|Dr)\.? [A-ZÀ-ÞĀ-ɏ][\w'-]+", re.IGNORECASE)
_DIVIDER = late(r"(?:\s?[^\w\s\"'(\[]+)*(?:\s+|\Z)")
_KNOWN = late(r"\s?(?:[:,|/;(\[<>]|-+|\Z|\t|[\[(<]?[0-9]{1,2}:[0-9])")  # what the formats know already
_NUMBERED = late(r"\s+\[[0-9]{1,4}\]")  # a format of its own
_BRACKETED = late(r" ?\([^()]{2,60}\)")
_DIGITS = late(r"0+")


class _Sight(NamedTuple):
    """A line that begins with a name: what stands before it, the name, and what stands behind."""

    prefix: str
    name: str
    rest: str


def learn(
    beginnings: Sequence[tuple[int, str]], people: People
) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, tuple[Format, ...]]:
    """(what stands before labels, what stands behind them, formats) that the lines with known names have in common."""
    sights = list(_sights(beginnings[:_SAMPLE], people))
    prefixes = _habits((sight.prefix, sight.name) for sight in _worded(beginnings[:_SAMPLE], people, sights))
    prefixes += _habits((sight.prefix, sight.name) for sight in sights if sight.prefix.strip())
    endings = _habits((sight.rest, sight.name) for sight in sights if _is_code(sight.rest))
    keys = "|" + _TEXT_KEYS if any(map(_SPEAKER_KEY.search, prefixes)) else ""
    rows = list(_rows(beginnings[:_SAMPLE]))
    prefixes = [prefix for prefix in prefixes if not any(mark in prefix for row in rows for mark in row.needs)]
    before = _pattern(prefixes, r"(?:{}" + keys + r")\s*")
    behind = _pattern(endings, r"\s*(?:{})\Z")
    return before, behind, (*rows, *_formats(sights))


def without_affixes(
    lines: Sequence[Line], before: re.Pattern[str] | None, behind: re.Pattern[str] | None
) -> list[Line]:
    """The lines with what was learned to stand around labels counted as decoration."""
    out = []
    for line in lines:
        lead = before.match(line.text) if before else None
        skip = lead.end() if lead and lead.end() < len(line.text) else 0
        text = line.text[skip:]
        tail = behind.search(text) if behind and len(text) < 200 else None
        kept = text[: tail.start()] if tail else text
        if kept == line.text:
            out.append(line)
        else:
            out.append(line._replace(lead=line.lead + skip, text=kept, plain=line.plain[skip : skip + len(kept)]))
    return out


def _sights(beginnings: Iterable[tuple[int, str]], people: People) -> Iterator[_Sight]:
    for _, text in beginnings:
        found = _BEGIN.match(text[:_REACH])
        if found is None:
            continue
        words = found["name"].split(" ")
        for cut in range(len(words), 0, -1):
            name = " ".join(words[:cut])
            if _is_anchor(name, people):
                end = found.start("name") + len(name) - (len(name) < 3 and name.endswith("."))  # "Q." is Q
                yield _Sight(found["prefix"], name.lower(), text[end:])
                break


def _worded(beginnings: Iterable[tuple[int, str]], people: People, sights: Sequence[_Sight]) -> Iterator[_Sight]:
    """Lines with a word or two before a known name, in a document where few lines begin with the name itself."""
    if len({sight.name for sight in sights if not sight.prefix.strip()}) > _PEOPLE:
        return
    for _, text in beginnings:
        found = _WORDED.match(text[:_REACH])
        if found is None or _SPOKEN.search(found["prefix"]):
            continue
        name = found["name"]
        if generic_kind(name) == "operator" or (" " in name and looks_like_name(name) and name in people):
            yield _Sight(found["prefix"], name.lower(), text[found.end() :])


def _rows(beginnings: Sequence[tuple[int, str]]) -> Iterator[Format]:
    """The format of a table's rows, where its first row names a column of speakers and one of what they say."""
    for _, text in beginnings[:_HEADS]:
        for mark in ("|", ";", "\t", '","', ","):
            cells = [cell.strip(' "') for cell in text.strip('|" ').split(mark)]
            if not 2 <= len(cells) <= 8 or not any(map(_COLUMN_OF_NAMES.fullmatch, cells)):
                continue
            at = next((i for i, cell in enumerate(cells) if _COLUMN_OF_SPEECH.fullmatch(cell)), 0)
            if at:
                divider, cell = re.escape(mark), rf"[^{re.escape(mark[1:2] or mark)}]{{0,90}}?"
                label = divider.join([cell] * at)
                pattern = rf"[|\" ]{{0,3}}(?P<label>{label})\s*{divider}\s*(?P<speech>.*)"
                yield Format(name="rows", needs=(mark,), pattern=re.compile(pattern), weight=2.5)
                return


def _is_anchor(name: str, people: People) -> bool:
    """Whether a line that begins with this surely names a speaker."""
    bare = name.rstrip(".")
    kind = generic_kind(bare)
    if kind:
        return kind == "operator" or len(bare) > 3 or bare in ("Q", "A")
    if _POLITE.fullmatch(bare) or people.calls(bare):
        return True
    return " " in bare and looks_like_name(bare) and bare in people


def _is_code(rest: str) -> bool:
    """Whether the rest of a line is a mark of the page's: a number or a code in brackets."""
    return (
        2 < len(rest) < 40
        and _NUMBERED.fullmatch(rest) is None
        and re.search(r"[0-9{}<>\[\]]", rest) is not None
        and re.search(r"[a-z]{2}|[.?!]\s*\Z", rest) is None
    )


def _habits(seen: Iterable[tuple[str, str]]) -> list[str]:
    """The shapes, digits as 0, that stand at the names of several people."""
    names: dict[str, list[str]] = {}
    for words, name in seen:
        names.setdefault(_shape(words), []).append(name)
    return [shape for shape, who in names.items() if len(who) >= _LINES and len(set(who)) >= _PEOPLE]


def _shape(words: str) -> str:
    return " ".join(re.sub("[0-9]+", "0", words).split())


def _pattern(shapes: Sequence[str], around: str) -> re.Pattern[str] | None:
    if not shapes:
        return None
    longest = sorted(shapes, key=len, reverse=True)
    ways = (_DIGITS.sub("[0-9]+", re.escape(shape)).replace(r"\ ", r"\s+") for shape in longest)
    return re.compile(around.format("|".join(ways)))


def _formats(sights: Sequence[_Sight]) -> Iterator[Format]:
    """A format for each divider between names and speech that no format of ours has."""
    dividers: dict[str, list[_Sight]] = {}
    for sight in sights:
        told = _BRACKETED.match(sight.rest)  # "ADA LIND (CFO). Thank you"
        rest = sight.rest[told.end() :] if told else sight.rest
        found = _DIVIDER.match(rest)
        if found is None or not rest.strip() or _KNOWN.match(rest) or found.end() == len(rest):
            continue
        wide = found[0].isspace() and len(found[0]) > 1
        mark = "" if found[0] == " " else "  " if wide else found[0].strip()
        if mark:
            dividers.setdefault(mark, []).append(sight)
    for mark, seen in dividers.items():
        if len(seen) < max(_LINES + 1, _SHARE * len(sights)) or len({sight.name for sight in seen}) < _PEOPLE:
            continue
        if 2 * sum(1 for sight in seen if _is_speech(sight.rest)) < len(seen):
            continue
        divider = r"\s{2,}" if mark == "  " else rf" ?{re.escape(mark)}\s+"
        yield Format(
            name=f"learned{len(mark)}{mark.strip()}",
            needs=(mark.strip() or "  ",),
            pattern=re.compile(rf"(?P<label>{_LABEL}(?: ?\([^()]{{2,60}}\))?){divider}(?P<speech>\S.*)"),
            weight=1.6,
        )


def _is_speech(rest: str) -> bool:
    return len(rest) > 60 or rest.rstrip(" \"')").endswith((".", "?", "!", ","))
