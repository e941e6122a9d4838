"""Segments as the company itself names them, learned from the documents of the run.

A name whose head is an acronym or a brand ("cloud-based X solutions", X業務) is known by that token, so its
long and short forms, in either language, are one segment; any other is known by its words in lower case, or in Chinese
as it is first printed. A later short form ("transport" for "Chilled Transport") is the one segment that it ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..languages.en.segments import BRAND, GENERIC, GOES_ON, NOT_SEGMENTS, PLAIN_HEADS
from ..languages.hints import Hinted
from ..languages.late import late
from ..languages.regions import EN_MARKETS, MARKETS, is_region
from ..languages.zh.segments import ZH_GENERIC, ZH_OTHERS
from ..text import fold, simplify
from .acting_names import find_acting_names
from .metrics import Mention
from .naming import certain_names, possible_names
from .proper_names import find_proper_names


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentNames:
    """Known names: surface in lower case -> canonical name; `short` maps last words to the one name they end."""

    names: tuple[tuple[str, str], ...]
    pattern: Hinted | None
    known: dict[str, str] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)

    def find(self, folded: str) -> tuple[Mention, ...]:
        """Every segment named in a folded text, in order; a run joined by "and" is one mention "A+B"."""
        if self.pattern is None:
            return ()
        # "Acme" is not the segment in "Acme Core": a capitalised word after a capitalised name goes on with it.
        found = (
            m for m in self.pattern.finditer(folded) if not GOES_ON.match(folded, m.end()) or not m[0][:1].isupper()
        )
        found = (m for m in found if not (is_region(m[0]) and _OF_THE_COUNTRY.match(folded, m.end())))
        found = (m for m in found if _is_named(folded, m) and not _OUTSIDE.search(folded[: m.start()]))
        hits = ((m, self.known.get(re.sub(r"\s+", " ", m[0].lower()))) for m in found)
        return tuple(Mention(start=m.start(), end=m.end(), name=name) for m, name in hits if name is not None)

    def is_known(self, name: str) -> bool:
        """Whether `name` is the canonical name of a segment."""
        return name in self.known.values()

    def resolve(self, words: str) -> str:
        """The known segment that `words` name or shorten; else the words themselves, in lower case."""
        printed = " ".join(words.lower().split())
        key = simplify(printed)
        return self.known.get(key) or self.short.get(key) or printed


_FIGURE = late(r"[0-9](?:%| ?[mb]illion)")
# "U.S. dollars", "Hong Kong dollars", "the China tax office": of a country, not of the business there.
_OF_THE_COUNTRY = late(
    r"\s+(?:dollars?|GAAP|generally accepted|treasur|federal|government|tax\b|currency|securities|SEC\b)",
    re.IGNORECASE,
)
_TITLE = 160  # characters of a line that names the company
_COMMON = late(r"[a-z]+")
_POINTED = late(
    r"\b(?:in|for|from|of|our|by|on|and|within|(?:turn|turning|moving|switching|on) to)\s+(?:our |the )?$",
    re.IGNORECASE,
)
_OUTSIDE = late(r"\b(?:outside(?: of)?|excluding|ex|other than|apart from|except)[ \-](?:the )?$", re.IGNORECASE)
_METRIC_AFTER = late(
    r"'?s?\s+(?:net |total )?(?:revenues?|sales|margin|gross|business|segment|line|side|growth|arr\b"
    r"|(?:(?:was|were|is|are)\s+)?(?:up|down|plus|minus|flat)\b"
    r"|(?:was|were|came in at|stood at|at) (?:about )?[A-Z]{0,3}[$€£¥]?[0-9]"
    r"|(?:grew|rose|fell|declined|increased|decreased|recorded|contributed|generated|delivered|made up|accounted)\b)",
    re.IGNORECASE,
)


def _is_named(folded: str, match: re.Match[str]) -> bool:
    """Whether a common noun ("vehicle", "subscription") stands for the part of the business here, not for the thing."""
    if _COMMON.fullmatch(match[0]) is None and match[0].lower() not in GENERIC:
        return True
    return bool(
        _METRIC_AFTER.match(folded, match.end()) or _POINTED.search(folded[max(0, match.start() - 20) : match.start()])
    )


def learn_segments(texts: Iterable[tuple[str, str]], tabled: Iterable[str] = ()) -> SegmentNames:
    """Segment names from (text, language) pairs of all documents of one company, and from the lines of its tables."""
    listed = [name for name in tabled if _is_name(name)]
    certain: list[str] = [*listed]
    possible: dict[str, list[str]] = {}
    markets: dict[str, str] = {}
    english: list[str] = []
    for text, lang in texts:
        english += [text] if lang == "en" else []
        markets |= {name: printed for name, printed in _markets(text, lang) if name not in markets}
        certain += certain_names(text, lang)
        for name in possible_names(text) if lang != "en" else ():
            possible.setdefault(simplify(name.lower()), []).append(name)
    certain += [names[0] for key, names in possible.items() if len(names) > 1 or is_region(key)]
    certain += find_proper_names(english)
    surfaces: dict[str, str] = {}
    for surface in certain:
        canonical = _canonical(surface)
        if canonical is not None:
            surfaces.setdefault(simplify(surface.lower()), canonical)
            surfaces.setdefault(simplify(canonical.lower()), canonical)
    surfaces |= _by_their_lines(surfaces, listed)
    surfaces = _written_out(surfaces)
    short, title = _short(surfaces), _title(english)
    for name in (name for text in english for name in find_acting_names(fold(text))):
        if name.lower() not in short and name not in title:
            surfaces.setdefault(name.lower(), name.lower())
    for market, printed in markets.items():
        surfaces.setdefault(market, printed)
    for head, canonical in _heads(surfaces).items():
        surfaces.setdefault(head, canonical)
    ordered = sorted(surfaces, key=len, reverse=True)
    if not ordered:
        return SegmentNames(names=(), pattern=None)
    body = "|".join(re.escape(surface).replace(r"\ ", r"\s+") for surface in ordered)
    pattern = Hinted(rf"(?<![A-Za-z0-9&\-])(?:{body})(?![A-Za-z0-9&])", re.IGNORECASE)
    return SegmentNames(names=tuple(sorted(surfaces.items())), pattern=pattern, known=surfaces, short=_short(surfaces))


def _written_out(surfaces: Mapping[str, str]) -> dict[str, str]:
    """The names, those with a sign for "and" with the word as well: a call says "Pumps and Parts"."""
    signed = {name.replace(" & ", " and "): canonical for name, canonical in surfaces.items() if " & " in name}
    return {name: signed.get(canonical, canonical) for name, canonical in {**surfaces, **signed}.items()}


def _title(texts: Sequence[str]) -> str:
    """The first lines of a document, which name the company: the first, and short ones without figures behind it."""
    short = (text for text in texts[1:3] if len(text) < _TITLE and not _FIGURE.search(text))
    return " ".join([*(text[:_TITLE] for text in texts[:1]), *short])


def _is_name(name: str) -> bool:
    """Whether a line's name can be met in running text: "other" and the like are words of every sentence."""
    other = (
        name.lower() in NOT_SEGMENTS | {"others"}
        or simplify(name) in ZH_OTHERS
        or (not name.isascii() and name in GENERIC)
    )
    return not other and len(name) > 1


def _by_their_lines(surfaces: Mapping[str, str], listed: Iterable[str]) -> dict[str, str]:
    """Names that differ from a line's by a noun every business may bear (维修, 维修服务), with the line's name."""
    found = {}
    for name in listed:
        canonical = surfaces.get(simplify(name.lower()))
        head = _without_noun(simplify(name.lower()))
        if canonical is not None and head is not None and head in surfaces and _tells_apart(head):
            found[head] = canonical
    return found


def _without_noun(name: str) -> str | None:
    *head, last = name.split(" ")
    if head:
        return " ".join(head) if last in GENERIC else None
    end = next((end for end in ZH_GENERIC if name.endswith(end)), None)
    return name.removesuffix(end) if end is not None else None


def _markets(text: str, lang: str) -> list[tuple[str, str]]:
    """Words such as "overseas" and 海外 that name a market wherever they stand, with their first printed form."""
    if lang != "zh":
        folded = text.lower()
        return [(name, name) for name in EN_MARKETS if name in folded and _is_named_place(name, text)]
    plain = simplify(text)
    places = [(name, plain.find(name)) for name in MARKETS]
    return [(name, text[at : at + len(name)]) for name, at in places if at >= 0]


def _is_named_place(name: str, text: str) -> bool:
    """Whether a text writes a place as a name: "Turkey", not "turkey"."""
    return (
        name in ("overseas", "abroad")
        or re.search(rf"(?<!\w)(?:{re.escape(name.title())}|{re.escape(name.upper())})(?!\w)", text) is not None
    )


def _heads(surfaces: Mapping[str, str]) -> dict[str, str]:
    """What begins one name alone, before an ending that names share: "servo" of "servo systems", 低压 of 低压变频器."""
    ends = Counter(surface.split(" ")[-1] for surface in surfaces if " " in surface)
    found: dict[str, set[str]] = {}
    for surface, canonical in surfaces.items():
        *head, last = surface.split(" ")
        if len(head) > 1 and head[-1] == "and" and last in ("other", "others"):
            found.setdefault(" ".join(head[:-1]), set()).add(canonical)
            continue
        if head and (last in GENERIC or ends[last] > 1) and "and" not in head:
            found.setdefault(" ".join(head), set()).add(canonical)
        for shared in _han_endings(surface, surfaces):
            found.setdefault(surface.removesuffix(shared), set()).add(canonical)
    return {
        head: next(iter(names))
        for head, names in found.items()
        if len(names) == 1
        and (_tells_apart(head) or f"{head} and other" in surfaces)
        and not any(other.startswith(f"{head} ") and surfaces[other] not in names for other in surfaces)
    }


def _han_endings(surface: str, surfaces: Mapping[str, str]) -> list[str]:
    if not re.fullmatch(r"[\u4e00-\u9fff]{4,}", surface):
        return []
    generic = [end for end in ZH_GENERIC if surface.endswith(end)][:1]
    shared = [surface[2:] for other in surfaces if other != surface and other[2:] == surface[2:] and len(other) > 3][:1]
    return generic or shared


def _tells_apart(head: str) -> bool:
    """Whether a beginning can stand for its name: a word of its own kind, no adjective that fits anything."""
    words = head.split(" ")
    if head[-1] in "及与和的、":
        return False
    return len(head) >= (2 if re.match(r"[\u4e00-\u9fff]", head) else 5) and words[-1] not in NOT_SEGMENTS | PLAIN_HEADS


def _short(surfaces: Mapping[str, str]) -> dict[str, str]:
    """Last words (or characters) that end exactly one known name, and a brand that begins exactly one."""
    ends: dict[str, set[str]] = {}
    for surface, canonical in surfaces.items():
        words = surface.split(" ")
        parts = [" ".join(words[at:]) for at in range(1, len(words))]
        if len(words) == 1 and re.fullmatch(r"[\u4e00-\u9fff]{4,}", surface):
            parts = [surface[at:] for at in range(1, len(surface) - 1)]
        for part in parts:
            if (
                part not in GENERIC
                and part not in surfaces
                and re.match(r"(?!and\b|or\b|of\b|as\b|an?\b|for\b)\w[^()]*$", part)
            ):
                ends.setdefault(part, set()).add(canonical)
    return {part: next(iter(names)) for part, names in ends.items() if len(names) == 1}


def _canonical(surface: str) -> str | None:
    brands = [brand for brand in re.findall(BRAND, surface) if brand.lower() not in NOT_SEGMENTS]
    words = re.sub(r"[\"()]", "", surface).strip().lower()
    named = [
        word for word in surface.split() if word[0].isupper() and word.lower() not in GENERIC and word not in brands
    ]
    if brands and named and len(named) + len(brands) == len(surface.split()) and "(" not in surface:
        return words  # "Specialty DRAM" is a name of its own
    if brands and not re.match(rf"{BRAND} (?!and\b|or\b)[a-z]", surface):
        return "+".join(dict.fromkeys(brands))
    return None if not words or words in NOT_SEGMENTS or words.isdigit() else words
