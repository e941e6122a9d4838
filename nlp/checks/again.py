"""A20: one figure, met twice: of two periods or businesses, as level and change, up and down, or in two units.

The number itself is what ties the two places: to the digit or within rounding, of three digits and more, of one metric.
All else that is known of them must agree but one thing, and both places must name that. Of the two the one is accused
that stands alone; where either has company, both may be right, and nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from ..amounts.intervals import overlaps
from ..languages.late import late
from ..languages.metric_kinds import RATIO_METRICS, SIGNED_METRICS
from ..records import Claim, Finding, Severity
from .apart import are_told_apart, is_of_part, share_another
from .ends import is_range
from .evidence import Evidence
from .facts import is_complement, magnitude
from .known import is_primary
from .repairs import count_digits, significant_digits
from .standing import is_of_a_gain, is_one_place, named_in_frame, stand_in_one_company
from .tongues import with_english_names
from .translation.segments import are_alike

_VALUES = ("level", "base", "whole")
_TELLING = 3  # digits that two figures hardly share by chance
_FEWEST = 2  # likewise, beside one more figure that both places have
_LONG = 4  # likewise, where one of the two names no period
_MOST = 400  # claims of one metric: more are a data sheet, and every pair would be looked at
_HAN = late("[\u4e00-\u9fff]")
_TOLD = {
    "period": "The figure is told of {here} in one place and of {there} in another.",
    "segment": "The figure is told of {here} in one place and of {there} in another.",
    "role": "The figure is a level in one place and a change in another.",
    "direction": "The change goes up in one place and down in another.",
    "unit": "The figure is in per cent in one place and in percentage points in another.",
    "currency": "The figure is in {here} in one place and in {there} in another.",
}


@dataclass(frozen=True, slots=True)
class _Met:
    """A claim with what tells it apart from others of its number."""

    claim: Claim
    digits: int
    is_told: bool  # whether its own words, or those beside it, name what it measures

    @property
    def is_change(self) -> bool:
        return self.claim.role == "change"


def check_again(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Pairs of one number that differ in one thing; each claim is accused once."""
    by_metric: dict[str, list[_Met]] = defaultdict(list)
    evidence = with_english_names(evidence)
    for claim in (evidence.claim_by_id[row.id] for row in claims):
        if _counts(claim, evidence):
            told = claim.metric in RATIO_METRICS or named_in_frame(claim, "metric", evidence)
            by_metric[claim.metric].append(_Met(claim, count_digits(evidence.quote(claim)), told))
    for met in by_metric.values():
        if len(met) <= _MOST:
            yield from _of_metric(met, evidence)


def _counts(claim: Claim, evidence: Evidence) -> bool:
    amount = claim.amount
    return (
        is_primary(claim)
        and claim.role in (*_VALUES, "change")
        and claim.modality in ("reported", "guided", "premise")
        and claim.restates is None
        and not claim.metric.startswith("other:")
        and None not in (amount.low, amount.high)
        and amount.modifier in (None, "about")
        and not is_complement(claim, evidence)
    )


def _of_metric(met: Sequence[_Met], evidence: Evidence) -> Iterator[Finding]:
    pairs = [
        (left, right)
        for left, right in combinations(met, 2)
        if not is_one_place(left.claim, right.claim) and _is_one_number(left, right, evidence)
    ]
    company = {row.claim.id for left, right in pairs if _difference(left, right) == () for row in (left, right)}
    known = [row for row in met if row.is_told or not {"metric", "segment"} & {*row.claim.weighed}]
    accused: set[str] = set()
    for left, right in pairs:
        differing = _difference(left, right)
        if len(differing) != 1 or {left.claim.id, right.claim.id} <= company:
            continue
        what = differing[0]
        odd, other = _odd_first(left.claim, right.claim, company, evidence)
        if odd.id in accused or odd.by == "rule:table" or _is_told_of_both(what, odd, other, evidence):
            continue
        outvoted = what == "period" and other.id in company and _is_dated_alone(odd, other, evidence)
        outvoted = outvoted or (what == "role" and other.id in company and _moves_alone(odd, other))
        outvoted = outvoted or (what == "direction" and other.id in company and _turns_alone(odd, other, evidence))
        both_told = left.is_told and right.is_told
        if not outvoted and not (both_told and _is_sure(what, odd, other, known, evidence)):
            continue
        accused.add(odd.id)
        yield _finding(what, odd, other, evidence)


def _is_told_of_both(what: str, odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether a sentence gives the number for both times ("12.1% a year ago and 12.1% in the first quarter"), or two
    figures for one part: then a name was missed ("pumps, valves and other goods were 9, 7 and 2, respectively").
    """
    own = evidence.claims_of.get(odd.document_id, ()) if odd.sentence_id is not None else ()
    beside = [row for row in own if row.sentence_id == odd.sentence_id and row.id != odd.id]
    alike = [row for row in beside if (row.metric, row.amount.unit) == (odd.metric, odd.amount.unit)]
    if what == "period":
        return any(row.period == other.period and overlaps(magnitude(row), magnitude(odd)) for row in alike)
    same = [row for row in alike if (row.segment, row.period, row.role) == (odd.segment, odd.period, odd.role)]
    compared = [row for row in same if (row.compared_period, row.definition) == (odd.compared_period, odd.definition)]
    return what == "segment" and any(not overlaps(magnitude(row), magnitude(odd)) for row in compared)


def _is_one_number(left: _Met, right: _Met, evidence: Evidence) -> bool:
    one, two = left.claim.amount, right.claim.amount
    if min(left.digits, right.digits) < _TELLING and not (left.is_change and right.is_change):
        # "23.4 million, an increase of 5.7" and "23.4 million, compared with 5.7": the level tells.
        short = min(left.digits, right.digits) < _FEWEST or left.is_change == right.is_change or one.value != two.value
        if short or not stand_in_one_company(left.claim, right.claim, evidence, digits=_TELLING):
            return False
    if is_range(left.claim) != is_range(right.claim):
        return False
    exact = (one.low, one.high) == (two.low, two.high)
    if one.kind != two.kind or is_range(left.claim):
        return exact
    return exact or _rounds(left, right)


def _rounds(left: _Met, right: _Met) -> bool:
    """Whether the finer figure rounds to the coarser one, with three digits left; losses count by their size."""
    one, two = left.claim.amount, right.claim.amount
    gap = abs(abs(one.value or Decimal(0)) - abs(two.value or Decimal(0)))
    return min(left.digits, right.digits) >= _TELLING and gap <= max(one.half_step, two.half_step)


def _difference(left: _Met, right: _Met) -> tuple[str, ...]:
    """What differs of the two, in words of `_TOLD`; `nothing` stands for what is never accused."""
    one, two = left.claim, right.claim
    found = []
    if (one.basis == "non_gaap") != (two.basis == "non_gaap") or one.definition != two.definition:
        found.append("nothing")
    if _is_said_otherwise(left, right) or (one.amount.kind != two.amount.kind and not _are_rates(one, two)):
        found.append("nothing")
    if left.is_change != right.is_change and not _are_rates(one, two):
        found.append("role")
    if one.segment != two.segment:
        found.append("segment")
    if one.period != two.period and left.is_change == right.is_change:
        found.append("period")
    if left.is_change and right.is_change:
        if one.compared_period != two.compared_period and "period" not in found:
            found.append("nothing")
        if {one.direction, two.direction} == {"up", "down"}:
            found.append("direction")
    if one.amount.unit != two.amount.unit:
        found.append("unit" if _are_rates(one, two) else "currency" if one.amount.kind == "money" else "nothing")
    return tuple(dict.fromkeys(found))


def _is_said_otherwise(left: _Met, right: _Met) -> bool:
    """Whether one is expected and one reported; of a range or four digits the period alone tells that.

    An analyst who puts a number of three digits into his question repeats it.
    """
    one, two = left.claim, right.claim
    if (one.modality == "guided") == (two.modality == "guided"):
        return min(left.digits, right.digits) < _TELLING and one.modality != two.modality
    telling = is_range(one) or min(left.digits, right.digits) > _TELLING
    return not (telling and one.period != two.period and one.role == two.role)


def _are_rates(one: Claim, two: Claim) -> bool:
    return {one.amount.kind, two.amount.kind} == {"percent", "points"}


def _odd_first(left: Claim, right: Claim, company: set[str], evidence: Evidence) -> tuple[Claim, Claim]:
    """The one that stands alone; of two that do, running text before a table, the call before a release, the later."""

    def rank(row: Claim) -> tuple[bool, bool, bool, int]:
        kind = evidence.document_by_id[row.document_id].kind
        return row.id in company, row.by == "rule:table", kind == "release", -row.start

    odd, other = sorted((left, right), key=rank)
    return odd, other


def _is_sure(what: str, odd: Claim, other: Claim, met: Sequence[_Met], evidence: Evidence) -> bool:
    both = (odd, other)
    if what != "role" and not all(named_in_frame(row, "metric", evidence) for row in both):
        return False  # "19.5% of revenue" names a rate without a word for it; only of its role it tells enough
    if what == "period":
        named = all(named_in_frame(row, "period", evidence) for row in both)
        told = named and not _is_each_ones_own(odd, other, evidence)
        return _are_periods_apart(odd, other) and (told or _is_dated_otherwise(odd, other, evidence))
    if what == "segment":
        parts = all(row.segment and "+" not in row.segment for row in both)
        told = len({_tongue(row) for row in both}) == 1  # names of two languages may mean one business
        if not parts or not told or are_alike(odd.segment or "", other.segment or ""):
            return False
        if not all(named_in_frame(row, "segment", evidence) for row in both):
            return _is_of_the_one_before(odd, other, met, evidence) or _is_of_the_one_before(other, odd, met, evidence)
        tied = _is_long(odd, other, evidence) or share_another(odd, other, evidence)
        elsewhere = _has_other_figure(odd, met) or (tied and _has_other_figure(other, met))
        return elsewhere or _stand_together(odd, other, evidence) or are_told_apart(odd, other, evidence)
    if what == "role":
        # A rate that grew by per cent is a change as well; of a margin a change to the digit of its level is none.
        return odd.amount.kind in ("money", "count") or odd.metric in RATIO_METRICS
    if what == "direction":
        return _is_sure_of_way(odd, other, evidence)
    return what in ("unit", "currency")


def _tongue(claim: Claim) -> str:
    """The language of a part's name: a Chinese claim may go under the English one."""
    return "zh" if _HAN.search(claim.segment or "") else "en"


def _is_dated_otherwise(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether a call dates a number of four digits and more that the release has for what it reports on.

    What is past or to come a release dates; of a quarter that lies ahead nobody has figures, however they were read.
    """
    home = evidence.document_by_id[other.document_id]
    kinds = (evidence.document_by_id[odd.document_id].kind, home.kind)
    if kinds != ("transcript", "release") or "period" not in odd.named or "period" in other.named:
        return False
    levels = odd.role == other.role == "level" and other.modality == "reported"
    return levels and other.period == home.period and _is_long(odd, other, evidence)


def _is_dated_alone(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether a number of four digits and more, that two other places and more have for one period, names another."""
    long = _is_long(odd, other, evidence) or stand_in_one_company(odd, other, evidence)
    named = "period" in odd.named and named_in_frame(odd, "metric", evidence)
    return long and named and odd.modality == "reported" and _are_periods_apart(odd, other)


def _moves_alone(odd: Claim, other: Claim) -> bool:
    """Whether a sum of three digits is what two other places and more state, and here what that moved by."""
    sure = odd.role == "change" and other.role in _VALUES and "role" not in odd.weighed
    return sure and odd.amount.kind in ("money", "count") and odd.amount.value == other.amount.value


def _turns_alone(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether a named rate of three digits goes the other way than it does in two other places and more."""
    return named_in_frame(odd, "metric", evidence) and _is_sure_of_way(odd, other, evidence)


def _is_sure_of_way(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    if any("direction" in row.weighed for row in (odd, other)):
        return False  # "so 180 basis points": no word tells the way
    return odd.metric not in SIGNED_METRICS or all(is_of_a_gain(row, evidence) for row in (odd, other))


def _is_long(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether the two print one number of four digits and more."""
    long = min(significant_digits(evidence.quote(row)) for row in (odd, other)) >= _LONG
    return long and odd.amount.value is not None and odd.amount.value == other.amount.value


def _are_periods_apart(odd: Claim, other: Claim) -> bool:
    """Whether both are quarters, both halves, both years or both days."""
    if odd.period is None or other.period is None:
        return False
    return re.sub("[0-9]", "0", odd.period) == re.sub("[0-9]", "0", other.period)


def _is_each_ones_own(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether each is of the period that its own document reports on, or is rounded to three digits: two quarters of a
    business are often as near as 156 and 155.8.
    """
    if odd.amount.value != other.amount.value:
        return min(count_digits(evidence.quote(row)) for row in (odd, other)) <= _TELLING
    reported = [evidence.document_by_id[row.document_id].period for row in (odd, other)]
    return reported == [odd.period, other.period]


def _has_other_figure(odd: Claim, met: Sequence[_Met]) -> bool:
    """Whether the business named has a figure of its own elsewhere that this one is not."""
    return any(
        is_of_part(row.claim, odd.segment)
        and row.claim.period == odd.period
        and row.is_change == (odd.role == "change")
        and row.claim.amount.unit == odd.amount.unit
        and not is_one_place(row.claim, odd)
        and not overlaps(magnitude(row.claim), magnitude(odd))
        for row in met
    )


def _is_of_the_one_before(named: Claim, silent: Claim, met: Sequence[_Met], evidence: Evidence) -> bool:
    """Whether one names its business, which has another figure, and the other goes on about one just spoken of."""
    sure = "segment" not in silent.weighed and named_in_frame(named, "segment", evidence)
    return sure and _is_long(named, silent, evidence) and _has_other_figure(named, met)


def _stand_together(odd: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether one sentence, or one document's tables, tell the two businesses apart."""
    places: dict[str | None, set[tuple[str, str | None]]] = {odd.segment: set(), other.segment: set()}
    for row in evidence.claims:
        if row.segment in places and "segment" in row.named:
            places[row.segment].add((row.document_id, "table" if row.by == "rule:table" else row.sentence_id))
    mine, theirs = places.values()
    return bool(mine & theirs)


def _finding(what: str, odd: Claim, other: Claim, evidence: Evidence) -> Finding:
    kind = evidence.document_by_id[odd.document_id].kind
    names = {"period": "period", "segment": "segment"}.get(what)
    here, there = ((getattr(row, names) if names else row.amount.unit) or "" for row in (odd, other))
    severity: Severity = "error" if what == "currency" else "warning"
    return Finding(
        code="A20", verdict="contradicted", severity=severity, origin="release" if kind == "release" else "speaker",
        message=_TOLD[what].format(here=here, there=there),
        formula=f"{evidence.quote(odd)}; elsewhere {evidence.quote(other)}", claims=(odd.id, other.id),
        evidence=(evidence.span(other),),
    )  # fmt: skip
