"""Parts of a business that a company tells of by a name of their own, capitalised wherever it stands.

A brand, product or plant counts as one where the documents of a run name it often, never in lower case, and
tell what it does or has; the company itself, persons, places of the calendar and houses that are quoted do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ..languages.company_words import LEGAL_EN
from ..languages.en.proper_names import ANYWHERE, COUNTED, DOES, EXPLAINED, MEASURED, NO_NAMES, QUOTED
from ..languages.late import late
from .metrics import find_metrics

_OFTEN = 3  # times a name is met
_TOLD = 2  # times something is told of it
_LEGAL = late(r"\b((?:[A-Z][\w&\-]*,? ){1,4}?)(?i:" + "|".join(sorted(map(re.escape, LEGAL_EN))) + r")\b\.?")


def find_proper_names(texts: Sequence[str]) -> list[str]:
    """Proper names of parts of the business in English paragraphs, as printed, once each."""
    flat = [re.sub(r"\s+", " ", text) for text in texts]
    told: Counter[str] = Counter()
    for text in flat:
        for pattern in (DOES, COUNTED, MEASURED):
            told.update(match[1] for match in pattern.finditer(text))
        told.update({match[1]: _TOLD for match in EXPLAINED.finditer(text)})
    names = {name for name, times in told.items() if times >= _TOLD and _is_own(name)}
    if not names:
        return []
    names -= {match[1] for text in flat for match in QUOTED.finditer(text)}
    often = names & _met_often(flat, names)
    nobody = _persons(texts) | _companies(texts)
    lower = " ".join(texts) if often else ""
    return [name for name in sorted(often) if not nobody & set(name.split()) and name.lower() not in lower]


def _met_often(texts: Sequence[str], names: set[str]) -> set[str]:
    """Those of the names that are met often, and not only at the head of a sentence, where any word is capitalised."""
    met: Counter[str] = Counter()
    inside: set[str] = set()
    for text in texts:
        for match in ANYWHERE.finditer(text):
            if match[0] in names:
                met[match[0]] += 1
                inside |= {match[0]} if _WITHIN.match(text, max(0, match.start() - 2)) else set()
    return {name for name in inside if met[name] >= _OFTEN}


_WITHIN = late(r"[\w,;)] ")


def _is_own(name: str) -> bool:
    return not NO_NAMES & set(name.lower().split()) and not find_metrics(name, "en")


def _persons(texts: Iterable[str]) -> set[str]:
    """Words of lines that are no more than a name, or a name and a title."""
    lines = (line for text in texts if len(text) < 120 for line in text.splitlines())
    named = (re.match(r"\W*((?:[A-Z][\w.'\-]*\s?){2,4})(?:$|\s*[,:(\-–—|])", line) for line in lines)
    return {word for match in named if match for word in match[1].split() if len(word) > 2}


def _companies(texts: Iterable[str]) -> set[str]:
    """First words of names that end as a company's does."""
    found = {match[1].split()[0].strip(",") for text in texts for match in _LEGAL.finditer(text)}
    return {name for name in found if len(name) > 2}
