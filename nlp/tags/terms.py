"""The terms of topics in a text: zero or more topics of the taxonomy in `nlp.languages.tag_rules`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..errors import BadInput
from ..languages.en.topics import TOPICS_EN
from ..languages.tag_rules import TOPICS
from ..languages.tokenize import TermMatcher
from ..languages.zh.topics import TOPICS_ZH
from .match import find_in_all

_RULES = {"en": TOPICS_EN, "zh": TOPICS_ZH}
_ORDER = {topic: at for at, topic in enumerate(TOPICS)}


def find_terms(texts: Sequence[str], lang: str) -> list[dict[str, list[str]]]:
    """Topic -> the terms that speak of it, as they stand in the text, for each text; topics in the taxonomy's order.

    Raises BadInput for a language without a list.
    """
    out = []
    for text, hits in zip(texts, find_in_all(_matcher(lang), texts), strict=True):
        found: dict[str, list[str]] = {}
        for start, end, label in hits:
            found.setdefault(label, []).append(text[start:end])
        out.append({label: found[label] for label in sorted(found, key=_ORDER.__getitem__)})
    return out


@cache
def _matcher(lang: str) -> TermMatcher:
    if lang not in _RULES:
        raise BadInput(f"no topic terms for language {lang!r}; known: {', '.join(_RULES)}.")
    return TermMatcher(_RULES[lang].topics, lang)
