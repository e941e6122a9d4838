"""Metric mentions: where a text names what a number may measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..languages.claim_rules import ClaimRules
from ..languages.en.claims import CLAIMS as EN
from ..languages.metric_kinds import COUNT_METRICS, PER_SHARE_METRICS, RATIO_METRICS
from ..languages.zh.claims import CLAIMS as ZH
from ..records import Amount

RULES: dict[str, ClaimRules] = {"en": EN, "zh": ZH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A metric (or segment) named at `start:end` of the text given."""

    start: int
    end: int
    name: str


def _phrase(phrase: str) -> str:
    """A blank outside a character class also matches a hyphen or a run of blanks."""
    parts = re.split(r"(\[[^\]]*\])", phrase)
    return "".join(part if part.startswith("[") else re.sub(" (\\??)", _blank, part) for part in parts)


def _blank(match: re.Match[str]) -> str:
    return r"[ \-]*" if match[1] else r"[ \-]+"


@cache
def _pattern(lang: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One alternation over all phrases, longest first by the phrase's own length, each in a numbered group."""
    rows = [(name, phrase) for name, phrases in RULES[lang].metrics.items() for phrase in phrases]
    rows.sort(key=lambda row: -len(re.sub(r"\(\?[:!][^)]*\)[?*]?", "", row[1])))
    # A footnote digit may be glued to the name ("net loss1"); "non-cash items" are no cash.
    edge = (r"(?<![A-Za-z0-9&])(?<!non-)", r"(?![A-Za-z]|[0-9]{2})") if lang == "en" else ("", "")
    body = "|".join(f"(?P<g{at}>{_phrase(phrase) if lang == 'en' else phrase})" for at, (_, phrase) in enumerate(rows))
    return re.compile(f"{edge[0]}(?:{body}){edge[1]}", re.IGNORECASE), tuple(name for name, _ in rows)


def find_metrics(folded: str, lang: str) -> tuple[Mention, ...]:
    """Every metric named in a folded (for Chinese: simplified) text, in order, without overlap."""
    pattern, names = _pattern(lang)
    found = []
    for match in pattern.finditer(folded):
        if match.lastgroup and match.end() > match.start():
            name = names[int(match.lastgroup[1:])]
            found.append(Mention(start=match.start(), end=match.end(), name=name))
    return tuple(found)


def suits(metric: str, amount: Amount, role: str) -> bool:
    """Whether an amount of this kind can be a value (or a change) of the metric."""
    if role in ("change", "share", "driver") and amount.kind in ("percent", "points"):
        return True
    if amount.kind in ("percent", "points"):
        return metric in RATIO_METRICS
    if amount.kind == "ratio":
        return metric in ("book_to_bill", "leverage", "growth")
    if amount.kind == "money":
        return metric not in RATIO_METRICS and (metric not in COUNT_METRICS or metric in ("orders",))
    if amount.kind == "per_share":
        return metric in PER_SHARE_METRICS or metric == "price"
    return metric in COUNT_METRICS or (amount.noun is None and metric in ("contract_value", "backlog", "bookings"))
