"""Metric mentions: where a text names what a number may measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from ..languages.ahead import compiled
from ..languages.claim_rules import ClaimRules
from ..languages.en.claims import CLAIMS as EN
from ..languages.en.heads import MAY_FOLLOW, MODIFIERS, NOUN_BEHIND, PAYING, VERB_LIKE
from ..languages.hints import Hinted, beginnings
from ..languages.late import late
from ..languages.metric_kinds import COUNT_METRICS, MARGIN_OF, MONEY_OR_COUNT, PER_SHARE_METRICS, RATIO_METRICS
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


_INNERMOST = late(r"\((\?(?:[:=!]|<[=!]))?([^()]*)\)[?*+]*")


def _longest(phrase: str) -> int:
    """The length of the longest text a phrase spells out, repeats counted once and look-arounds not at all."""

    def widest(match: re.Match[str]) -> str:
        plain = match[1] in (None, "?:")
        return "x" * max(map(len, match[2].split("|"))) if plain else ""

    while (shorter := _INNERMOST.sub(widest, phrase)) != phrase:
        phrase = shorter
    return max(map(len, re.sub(r"\[[^\]]*\]|[?*+\\]", "x", phrase).split("|")))


def first_characters(pattern: str) -> frozenset[str]:
    """The characters (lower case) with which a text that matches may begin.

    >>> sorted(first_characters("(?:net |gross )?profits?|[md]aus?"))
    ['d', 'g', 'm', 'n', 'p']
    """
    return frozenset(_firsts(pattern)[0])


_ATOM = late(r"\((?P<look>\?<?[=!])?(?:\?:)?|\[(?P<set>[^\]]*)\]|(?P<one>\\.|[^()|])")


def _firsts(pattern: str) -> tuple[set[str], bool]:
    """First characters of an alternation, and whether it may be empty."""
    found: set[str] = set()
    may_be_empty = False
    for branch in _branches(pattern):
        characters, empty = _firsts_of_sequence(branch)
        found |= characters
        may_be_empty = may_be_empty or empty
    return found, may_be_empty


def _branches(pattern: str) -> list[str]:
    depth, last, branches = 0, 0, []
    in_set = False
    for at, character in enumerate(pattern):
        in_set = character == "[" or (in_set and character != "]")
        depth += 0 if in_set else {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0 and not in_set:
            branches.append(pattern[last:at])
            last = at + 1
    return [*branches, pattern[last:]]


def _firsts_of_sequence(branch: str) -> tuple[set[str], bool]:
    found: set[str] = set()
    at = 0
    while at < len(branch):
        match = _ATOM.match(branch, at)
        if match is None:
            return found, False
        if match[0].startswith("("):
            end = _closing(branch, at)
            inner, empty = (set(), True) if match["look"] else _firsts(branch[match.end() : end])
            at = end + 1
        else:
            inner, empty = set((match["set"] or match["one"] or "").lower()), False
            at = match.end()
        optional = re.compile(r"[?*]|\{0").match(branch, at) is not None
        found |= inner
        if not (empty or optional):
            return found, False
        at += 1 if optional and at < len(branch) else 0
    return found, True


def _closing(pattern: str, start: int) -> int:
    depth = 0
    for at in range(start, len(pattern)):
        depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        if depth == 0:
            return at
    return len(pattern)


class _Phrase(NamedTuple):
    """A wording of a metric; `most` is the length of the longest text it matches, runs of blanks counted as one."""

    name: str
    pattern: str
    most: float


@cache
def _phrases(lang: str) -> dict[str, list[_Phrase]]:
    """For each first character the phrases it may begin, longest first."""
    rows = [(_longest(phrase), name, phrase) for name, phrases in RULES[lang].metrics.items() for phrase in phrases]
    rows.sort(key=lambda row: -row[0])
    by_first: dict[str, list[_Phrase]] = {}
    for length, name, phrase in rows:
        row = _Phrase(name, phrase, inf if re.search(r"[*+{]", phrase) else length)
        for first in first_characters(phrase):
            by_first.setdefault(first, []).append(row)
    return by_first


_AHEAD = 3


@cache
def _together(lang: str, first: str) -> dict[str, list[_Phrase]]:
    """By what may follow `first`, up to `_AHEAD` characters, the phrases that may begin so or with less of it."""
    rows = [(row, beginnings(_pattern(lang, row.pattern), first, _AHEAD)) for row in _phrases(lang).get(first, ())]
    found = {}
    for begun in {""}.union(*(some for _, some in rows)):
        shorter = {begun[:end] for end in range(_AHEAD + 1)}
        if alike := [row for row, some in rows if some & shorter]:
            found[begun] = alike
    return found


@lru_cache(maxsize=16384)  # asked for at every place where a name may begin
def _alike(lang: str, begun: str) -> Sequence[_Phrase]:
    """The phrases that may begin with these characters, longest first."""
    together = _together(lang, begun[0])
    return next((together[begun[1:end]] for end in range(len(begun), 0, -1) if begun[1:end] in together), ())


def _pattern(lang: str, phrase: str) -> str:
    return _phrase(phrase) if lang == "en" else phrase


@cache
def _compiled(lang: str, phrase: str) -> re.Pattern[str]:
    # A footnote digit may be glued to the name ("net loss1").
    edge = r"(?![A-Za-z]|[0-9]{2})" if lang == "en" else ""
    return compiled(f"(?:{_pattern(lang, phrase)}){edge}", re.IGNORECASE)


def _phrase_at(folded: str, start: int, lang: str) -> tuple[int, str] | None:
    """Where the longest phrase at `start` ends, and its metric; of equal ones the first."""
    best: tuple[int, str] | None = None
    said = 0
    for row in _alike(lang, folded[start : start + 1 + _AHEAD].lower()):
        if row.most <= said or (match := _compiled(lang, row.pattern).match(folded, start)) is None:
            continue
        if best is None or match.end() > best[0]:
            said = said or len(_BLANKS.sub(" ", match[0]))
            best = match.end(), row.name
    return best


_COMPOUND = late(r"-[a-z]{3,}", re.IGNORECASE)  # "customer-owned rigs" are no customers
_BLANKS = late(r"[ \-]+")
# "Non-cash items" are no cash; in Chinese a name may begin anywhere.
_STARTS = {
    "en": late(r"(?<![A-Za-z0-9&])(?<!non-)[A-Za-z]", re.IGNORECASE),
    "zh": late(r"[A-Za-z\u4e00-\u9fff]"),
}


def find_metrics(folded: str, lang: str) -> tuple[Mention, ...]:
    """Every metric named in a folded (for Chinese: simplified) text, in order, without overlap."""
    found: list[Mention] = []
    end = 0
    for start in _STARTS[lang].finditer(folded):
        if start.start() >= end and (phrase := _phrase_at(folded, start.start(), lang)):
            end, name = phrase
            first = start.start()
            if name in _PER_UNIT and (each := _each(folded, first, end, lang)):
                first, end, name = each
            if lang == "en" and _COMPOUND.match(folded, end):
                continue
            if lang == "zh" or name not in MODIFIERS or not _is_modifier(folded, end):
                found.append(Mention(start=first, end=end, name=name))
    return tuple(found)


@cache
def _margins(lang: str) -> Hinted:
    names = (name for name in RULES[lang].metrics if name.endswith("_margin"))
    return Hinted(
        "|".join(_pattern(lang, phrase) for name in names for phrase in RULES[lang].metrics[name]), re.IGNORECASE
    )


def margin_named(folded: str, lang: str) -> str | None:
    """The margin that a text names last."""
    if not _margins(lang).may_match(folded):
        return None
    return next((m.name for m in reversed(find_metrics(folded, lang)) if m.name.endswith("_margin")), None)


def _is_modifier(folded: str, end: int) -> bool:
    """Whether a name only narrows the noun behind it: "debt collection costs" are no debt."""
    follower = NOUN_BEHIND.match(folded, end)
    if follower is not None and follower[1].startswith(PAYING) and folded[:end].endswith(("dividend", "dividends")):
        return False
    return follower is not None and follower[1] not in MAY_FOLLOW and not VERB_LIKE.fullmatch(follower[1])


_MILLION = 1_000_000
_COUNTED = late(r"(?!(?:day|week|month|quarter|year|hour)s?\b)[a-z][a-z \-]*")  # "backlog of 34 vessels"
_PER_UNIT = frozenset(
    "revenue gross_profit net_income operating_income cost_of_revenue capex volume ebitda debt".split()
)
_PER = late(r" per (?!share|ads|cent|annum|year|quarter|month|week)[a-z]+", re.IGNORECASE)
_HAN_PER = late(r"(?:单[车店吨客户月台瓦位件均]|每[辆家吨平台位人名单千][^，。；\d,]{0,4}|人均)(?:的|平均)?$")


def _each(folded: str, start: int, end: int, lang: str) -> tuple[int, int, str] | None:
    """ "Revenue per vehicle", 单车毛利: a measure of its own, as (start, end, name)."""
    if lang == "en":
        per = _PER.match(folded, end)
        return (start, per.end(), f"other:{folded[start : per.end()].lower()}") if per else None
    per = _HAN_PER.search(folded[max(0, start - 8) : start])
    return (start - len(per[0]), end, f"other:{per[0]}{folded[start:end]}") if per else None


def is_rate(metric: str) -> bool:
    """Whether per cent can be a level of the metric; one outside the vocabulary is told by its name."""
    return metric in RATIO_METRICS or (metric.startswith("other:") and metric.endswith((" rate", " ratio", " margin")))


def suits(metric: str, amount: Amount, role: str) -> bool:
    """Whether an amount of this kind can be a value (or a change) of the metric."""
    if role in ("change", "share", "driver") and amount.kind in ("percent", "points"):
        return True
    if amount.kind in ("percent", "points"):
        return is_rate(metric)
    if amount.kind == "ratio" and role == "ratio":
        return True  # anything may double
    if amount.kind == "ratio":
        return metric in ("book_to_bill", "leverage", "growth")
    if amount.kind == "money":
        if metric == "eps" and amount.low is not None and abs(amount.low) >= _MILLION:
            return False
        if metric in MARGIN_OF.values():
            return True  # a margin in money is the profit it is made of
        return not is_rate(metric) and (metric not in COUNT_METRICS or metric in MONEY_OR_COUNT)
    if amount.kind == "per_share":
        return metric in PER_SHARE_METRICS or metric == "price"
    bare_money = (
        amount.kind == "count" and amount.noun is None and amount.low is not None and abs(amount.low) >= _MILLION
    )
    if bare_money and role in ("change", "base") and metric not in RATIO_METRICS | PER_SHARE_METRICS:
        return True  # "the net loss improved by 23 million"
    return (
        metric in COUNT_METRICS
        or metric in ("other:members", "other:footfall", "backlog")
        or (metric in MONEY_OR_COUNT and amount.noun is not None and _COUNTED.fullmatch(amount.noun) is not None)
        or (amount.noun is None and metric in ("book_to_bill", "leverage"))
        or (amount.noun is None and metric in ("contract_value", "backlog", "bookings"))
    )
