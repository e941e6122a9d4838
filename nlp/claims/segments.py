"""Segments as the company itself names them, learned from the documents of the run.

A name whose head is an acronym or a brand ("cloud-based X solutions", X業務) is known by that token, so its
long and short forms, in either language, are one segment; any other is known by its words in lower case, or in Chinese
as it is first printed. A later short form ("transport" for "Chilled Transport") is the one segment that it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..languages.en.segments import (
    ACRONYM,
    BRAND,
    BRAND_METRIC,
    GENERIC,
    GIVES,
    GOES_ON,
    HEADED,
    LEADING,
    LISTED,
    NAMED,
    NOT_A_NAME,
    NOT_SEGMENTS,
    OF_BRAND,
    REVENUE_FROM,
    TRAILING,
)
from ..languages.zh.segments import (
    ZH_BREAKDOWN,
    ZH_CLAUSE,
    ZH_CUT,
    ZH_FROM,
    ZH_GIVES,
    ZH_LARGEST,
    ZH_NAMED,
    ZH_NO_NAME,
)
from ..text import fold, simplify
from .metrics import Mention, find_metrics


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentNames:
    """Known names: surface in lower case -> canonical name; `short` maps last words to the one name they end."""

    names: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str] | None
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
        hits = ((m, self.known.get(re.sub(r"\s+", " ", m[0].lower()))) for m in found)
        return tuple(Mention(start=m.start(), end=m.end(), name=name) for m, name in hits if name is not None)

    def is_known(self, name: str) -> bool:
        """Whether `name` is the canonical name of a segment."""
        return name in self.known.values()

    def resolve(self, words: str) -> str:
        """The known segment that `words` name or shorten; else the words themselves, in lower case."""
        key = simplify(re.sub(r"\s+", " ", words.strip().lower()))
        return self.known.get(key) or self.short.get(key) or re.sub(r"\s+", " ", words.strip().lower())


def learn_segments(texts: Iterable[tuple[str, str]]) -> SegmentNames:
    """Segment names from (text, language) pairs of all documents of one company."""
    surfaces: dict[str, str] = {}
    for text, lang in texts:
        for surface in _english(fold(text)) if lang == "en" else _chinese(text):
            canonical = _canonical(surface)
            if canonical is not None:
                surfaces.setdefault(simplify(surface.lower()), canonical)
                surfaces.setdefault(simplify(canonical.lower()), canonical)
    ordered = sorted(surfaces, key=len, reverse=True)
    if not ordered:
        return SegmentNames(names=(), pattern=None)
    body = "|".join(re.escape(surface).replace(r"\ ", r"\s+") for surface in ordered)
    pattern = re.compile(rf"(?<![A-Za-z0-9&\-])(?:{body})(?![A-Za-z0-9&])", re.IGNORECASE)
    return SegmentNames(names=tuple(sorted(surfaces.items())), pattern=pattern, known=surfaces, short=_short(surfaces))


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


def _english(text: str) -> list[str]:
    flat = re.sub(r"\s+", " ", text)
    found = [match[1] for match in HEADED.finditer(text)]
    for match in ACRONYM.finditer(flat):
        long_form = re.sub(r"^.*\b(?:from|of|our|the|and|for|based)\s", "", match[1])
        found += [match[2], f'{long_form} ("{match[2]}")', f"{long_form} ({match[2]})"]
    for match in NAMED.finditer(flat):
        found.append(match[1])
    for pattern in (REVENUE_FROM, OF_BRAND, BRAND_METRIC, GIVES):
        found += [match[1].strip() for match in pattern.finditer(flat)]
    for sentence in re.split(r"(?<=[a-z0-9%)])\.\s", flat):
        listed = [match[1] for match in LISTED.finditer(sentence)]
        found += listed if len(listed) > 1 else []
    return [name for name in map(_trim, found) if name]


def _trim(name: str) -> str:
    trimmed = re.sub(r"\s+(?:[a-z]+ly|also|again|has|have|had)$", "", LEADING.sub("", name.strip(" ,")))
    trimmed = TRAILING.sub("", trimmed)
    words = trimmed.lower().split()
    if not words or words[0] in NOT_SEGMENTS or words[-1] in NOT_SEGMENTS or NOT_A_NAME.search(trimmed):
        return ""
    named = find_metrics(trimmed, "en")
    is_metric = len(named) == 1 and named[0].end - named[0].start == len(trimmed)
    return trimmed if 2 <= len(trimmed) <= 60 and not is_metric else ""


def _chinese(text: str) -> list[str]:
    """Names as printed; they are found on a simplified copy of equal length."""
    folded = simplify(fold(text))
    places = [m.span(1) for pattern in (ZH_NAMED, ZH_FROM, ZH_LARGEST, ZH_GIVES) for m in pattern.finditer(folded)]
    for passage in ZH_BREAKDOWN.finditer(folded):
        places += [m.span(1) for m in ZH_CLAUSE.finditer(folded, passage.start(), passage.end())]
    names = []
    for first, end in places:
        cut = ZH_CUT.match(folded, first, end)
        start = cut.end() if cut else first
        if end - start >= 2 and not ZH_NO_NAME.match(folded[start:end]) and not find_metrics(folded[start:end], "zh"):
            names.append(fold(text[start:end]))
    return names


def _canonical(surface: str) -> str | None:
    brands = [brand for brand in re.findall(BRAND, surface) if brand.lower() not in NOT_SEGMENTS]
    words = re.sub(r"[\"()]", "", surface).strip().lower()
    if brands and not re.match(rf"{BRAND} (?!and\b|or\b)[a-z]", surface):
        return "+".join(dict.fromkeys(brands))
    return None if not words or words in NOT_SEGMENTS or words.isdigit() else words
