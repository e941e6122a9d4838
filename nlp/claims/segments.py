"""Segments as the company itself names them, learned from the documents of the run.

A name that holds an acronym or a brand ("cloud-based X solutions", "X business", X業務) is known by that token, so its
long and short forms, in either language, are one segment; any other is known by its words in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..languages.en.claims import CLAIMS as EN
from ..languages.zh.claims import CLAIMS as ZH
from ..text import fold, simplify
from .metrics import Mention

_BRAND = r"(?:[A-Z][\w&]*[A-Z&][\w&]*|[0-9]+[A-Za-z]{2,}[\w&]*|[A-Z]{2,}[\w&\-]*)"
_NAME = r"(?:[A-Z0-9][\w&'\-]*|[a-z]+-based|smart|cloud|retail|consumer|industrial|digital|international|domestic)"
_ACRONYM = re.compile(rf"((?:[\w&'\-]+ ){{1,7}}?[\w&'\-]+) \(\"?({_BRAND})\"?\) (?:{EN.segment_nouns})\b")
_NAMED = re.compile(rf"\b((?:{_NAME}(?: and | & | ))*?{_NAME}) (?:{EN.segment_nouns})\b")
_REVENUE_FROM = re.compile(
    r"\b[Rr]evenues? (?:generated )?(?:from|of|for) (?:our |the |its )?((?:[\w&\"()'\-]+ ){1,8}?)"
    r"(?:increased|decreased|grew|was|were|rose|declined|fell|reached|contributed|accounted|amounted)\b"
)
_OF_BRAND = re.compile(
    rf"\b(?:revenues?|margin|growth|increase|rates?) (?:from|for|of|in) (?:our |the |entire )*({_BRAND})\b"
)
_BRAND_METRIC = re.compile(rf"\b({_BRAND}) (?:revenues?|sales|gross margin|contributed|grew)\b")
# "• Cold Drinks. Revenue was ...": a list item headed by the segment's name.
_HEADED = re.compile(
    r"(?m)^\s*[•\-*–]\s+((?:[A-Z][\w&'\-]*)(?:\s+[\w&'\-]+){0,4})\.\s+(?:Revenues?|Sales|Net sales|Gross|Operating)\b"
)
_ZH_NAMED = re.compile(
    rf"([A-Za-z0-9&\-]{{2,20}}|[\u4e00-\u9fff]{{2,8}}?)\s*{ZH.segment_nouns}(?:的)?\s*(?:营业)?(?:收入|营收|毛利率|销售额)"
)
_ZH_FROM = re.compile(r"来自\s*([^，。；、的\s]{2,12}?)(?:业务|部门|事业)?的?(?:收入|营收)")
_NOT_SEGMENTS = frozenset(
    "ceo cfo coo cto ir gaap non-gaap ebitda rmb usd us hk nt eps ipo q1 q2 q3 q4 yoy qoq r&d s&m g&a sg&a covid-19 ai "
    "quarter quarters year years month months half period fiscal first second third fourth it by in as at on with from for to a an of no up down per our the its this these those new other total key core main overall entire whole general and financial company "
    "group cash net gross operating looking meanwhile however".split()
)
# "RMB12" is money, "the Company's" a possessive, a lone adjective ("cloud", "digital") no name of a segment.
_NOT_A_NAME = re.compile(r"'s\b|^(?:RMB|CNY|US|HK|NT|USD|EUR|S|A|C)?\$?[0-9.]+$|^(?:[a-z]+-based|smart|cloud|digital)$")
_LEADING = re.compile(r"^(?:our|the|its|total|overall|other|entire|new|core|key|main)\s+", re.IGNORECASE)
_TRAILING = re.compile(rf"\s+(?:{EN.segment_nouns})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentNames:
    """Known segment names: surface in lower case -> canonical name."""

    names: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str] | None

    def find(self, folded: str) -> tuple[Mention, ...]:
        """Every segment named in a folded text, in order; a run joined by "and" is one mention "A+B"."""
        if self.pattern is None:
            return ()
        names = dict(self.names)
        found = [
            Mention(start=m.start(), end=m.end(), name=names[re.sub(r"\s+", " ", m[0].lower())])
            for m in self.pattern.finditer(folded)
            if re.sub(r"\s+", " ", m[0].lower()) in names
        ]
        return tuple(found)


def learn_segments(texts: Iterable[tuple[str, str]]) -> SegmentNames:
    """Segment names from (text, language) pairs of all documents of one company."""
    surfaces: dict[str, str] = {}
    for text, lang in texts:
        for surface in _english(fold(text)) if lang == "en" else _chinese(simplify(fold(text))):
            canonical = _canonical(surface)
            if canonical is not None:
                surfaces.setdefault(surface.lower(), canonical)
                surfaces.setdefault(canonical.lower(), canonical)
    ordered = sorted(surfaces, key=len, reverse=True)
    if not ordered:
        return SegmentNames(names=(), pattern=None)
    body = "|".join(re.escape(surface).replace(r"\ ", r"\s+") for surface in ordered)
    pattern = re.compile(rf"(?<![A-Za-z0-9&\-])(?:{body})(?![A-Za-z0-9&])", re.IGNORECASE)
    return SegmentNames(names=tuple(sorted(surfaces.items())), pattern=pattern)


def _english(text: str) -> list[str]:
    flat = re.sub(r"\s+", " ", text)
    found = [match[1] for match in _HEADED.finditer(text)]
    for match in _ACRONYM.finditer(flat):
        long_form = re.sub(r"^.*\b(?:from|of|our|the|and|for|based)\s", "", match[1])
        found += [match[2], f'{long_form} ("{match[2]}")', f"{long_form} ({match[2]})"]
    for match in _NAMED.finditer(flat):
        found.append(match[1])
    for pattern in (_REVENUE_FROM, _OF_BRAND, _BRAND_METRIC):
        found += [match[1].strip() for match in pattern.finditer(flat)]
    return [name for name in map(_trim, found) if name]


def _trim(name: str) -> str:
    trimmed = _TRAILING.sub("", _LEADING.sub("", name.strip(" ,")))
    words = trimmed.lower().split()
    if not words or words[0] in _NOT_SEGMENTS or words[-1] in _NOT_SEGMENTS or _NOT_A_NAME.search(trimmed):
        return ""
    return trimmed if 2 <= len(trimmed) <= 60 else ""


def _chinese(text: str) -> list[str]:
    return [match[1] for pattern in (_ZH_NAMED, _ZH_FROM) for match in pattern.finditer(text)]


def _canonical(surface: str) -> str | None:
    brands = [brand for brand in re.findall(_BRAND, surface) if brand.lower() not in _NOT_SEGMENTS]
    if brands:
        return "+".join(dict.fromkeys(brands))
    words = re.sub(r"[\"()]", "", surface).strip().lower()
    return None if not words or words in _NOT_SEGMENTS or words.isdigit() else words
