"""One name for one part of the business where a Chinese call goes with an English release, or the other way round; and
where a call shortens the name that its release has: 工控业务 of 工业控制.

Which names belong together is learned from the numbers that both documents have, and from a translation of the call:
two names that go with the numbers of two sentences and more, and each with no other name as often.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

from ..amounts.intervals import overlaps
from ..languages.late import late
from ..records import Claim
from ..text import simplify
from .evidence import Evidence
from .facts import VALUE_ROLES, magnitude
from .known import is_primary
from .repairs import significant_digits

_ANY = late("(?:业务|板块|分部|事业部|产品|收入)$")
_TELLING = 3  # digits that two figures hardly share by chance
_FEWEST = 2  # sentences whose numbers two names must share; one wrong name stands in one
_MOST = 200  # claims of one description: more are a data sheet, and every pair would be looked at


def with_english_names(evidence: Evidence) -> Evidence:
    """The tables, each Chinese claim that translates nothing under the English name of its part, where known, or under
    the full one.
    """
    names = {**full_names(evidence), **english_names(evidence)}
    if not names:
        return evidence
    claims = tuple(
        replace(row, segment=names[row.segment]) if is_untranslated(row) and row.segment in names else row
        for row in evidence.claims
    )
    return replace(evidence, claims=claims)


def is_untranslated(claim: Claim) -> bool:
    """Whether a claim is Chinese and repeats no English one."""
    return claim.language == "zh" and is_primary(claim)


def english_names(evidence: Evidence) -> dict[str, str]:
    """English names of parts by their Chinese ones."""
    groups: dict[tuple[object, ...], tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for row in evidence.claims:
        if _tells(row, evidence) and (row.language == "en" or is_untranslated(row)):
            groups[row.metric, row.amount.unit, row.period, row.role in VALUE_ROLES][row.language == "zh"].append(row)
    told = {
        (chinese.segment or "", english.segment or "", chinese.sentence_id or chinese.start)
        for rows in groups.values()
        if max(map(len, rows)) <= _MOST
        for english in rows[0]
        for chinese in rows[1]
        if overlaps(magnitude(english), magnitude(chinese))
    }
    told |= set(_translated(evidence))
    return _mutual(Counter((chinese, english) for chinese, english, _ in told))


def full_names(evidence: Evidence) -> dict[str, str]:
    """Full Chinese names of parts by the short ones of another document, which has a figure of each in common with it.

    A short name takes characters of the full one in their order; where both stand in one document they are two parts.
    """
    named: dict[str, dict[str, set[tuple[object, ...]]]] = defaultdict(lambda: defaultdict(set))
    for row in evidence.claims:
        if is_untranslated(row) and _tells(row, evidence):
            named[row.document_id][row.segment or ""].add((row.metric, row.period, row.amount.unit, row.amount.value))
    found: dict[str, set[str]] = defaultdict(set)
    for here, there in permutations(named, 2):
        short = named[here].keys() - named[there].keys()
        full = named[there].keys() - named[here].keys()
        for one, other in product(short, full):
            if _is_short_for(one, other) and named[here][one] & named[there][other]:
                found[one].add(other)
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}


def _is_short_for(short: str, full: str) -> bool:
    """Whether a name takes characters of another one in their order, names for any business left out."""
    bare, whole = (_ANY.sub("", simplify(name)) for name in (short, full))
    rest = iter(whole)
    return 1 < len(bare) < len(whole) and bare[0] == whole[0] and all(char in rest for char in bare)


def _translated(evidence: Evidence) -> Iterator[tuple[str, str, str | int]]:
    """The names that a call and its own translation give one figure, with the sentence."""
    for row in evidence.claims:
        for english in (evidence.claim_by_id[key] for key in row.twins if row.language == "zh"):
            named = all("segment" in side.named and side.segment for side in (row, english))
            if named and "+" not in f"{row.segment}{english.segment}":
                yield row.segment or "", english.segment or "", row.sentence_id or row.start


def _tells(row: Claim, evidence: Evidence) -> bool:
    plain = row.segment is not None and "+" not in row.segment and not row.metric.startswith("other:")
    return plain and row.amount.value is not None and significant_digits(evidence.quote(row)) >= _TELLING


def _mutual(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    """The pairs of which neither side shares numbers in as many sentences with another name."""
    return {
        chinese: english
        for (chinese, english), count in counts.items()
        if count >= _FEWEST
        and all(
            other < count
            for pair, other in counts.items()
            if pair != (chinese, english) and (pair[0] == chinese or pair[1] == english)
        )
    }
