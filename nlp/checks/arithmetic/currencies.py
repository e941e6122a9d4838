"""Currency signs that the figures themselves refute: two of one comparison, and one that nothing else is counted in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, product

from ...amounts.intervals import cagr, growth, negate, overlaps
from ...languages.check_cues import RANGE_GAP
from ...records import Claim, Finding, Interval, Repair
from ..evidence import Evidence
from ..facts import magnitude
from ..known import is_primary
from ..repairs import significant_digits
from ..standing import is_one_place
from .growth import is_compound, years_apart

_MONEY = ("money", "per_share")
_RARE = 2  # amounts of a currency that the documents do not count in
_TELLING = 3
_WIDEST = 8  # characters between the ends of a range


def mixed_findings(evidence: Evidence) -> Iterator[Finding]:
    """A level and its base in two currencies, whose change holds if both are of one: one of the signs is wrong."""
    sentences: dict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        if claim.sentence_id is not None and is_primary(claim) and not claim.restates:
            sentences[claim.sentence_id].append(claim)
    usual = _usual(evidence)
    for rows in sentences.values():
        money = [row for row in rows if row.amount.kind in _MONEY and row.amount.value]
        rates = [row for row in rows if row.role == "change" and row.amount.kind == "percent" and row.amount.value]
        if len({row.amount.unit for row in money}) == 2 and rates:
            yield from _of_sentence(money, rates, evidence)
        if len({row.amount.unit for row in money}) == 2 and not rates:
            yield from _side_by_side(money, usual.most_common(1)[0][0], evidence)


def _of_sentence(money: Sequence[Claim], rates: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    levels, bases = ([row for row in money if row.role == role] for role in ("level", "base"))
    for level, base, rate in product(levels, bases, rates):
        one_measure = level.amount.unit != base.amount.unit and level.metric == base.metric == rate.metric
        if one_measure and any(_fits(change, rate) for change in _changes(level, base, rate)):
            yield _mixed(level, base, rate, evidence)
            return


def _side_by_side(money: Sequence[Claim], main: str, evidence: Evidence) -> Iterator[Finding]:
    """ "US$13,027 million, down from NT$13,936 million": a level right beside its base, of its size, which is in the
    currency that the documents count in; nobody compares two.
    """
    for one, two in pairwise(sorted(money, key=lambda row: row.start)):
        told = {one.role, two.role} == {"level", "base"} and (one.metric, one.segment) == (two.metric, two.segment)
        usual = {one.amount.unit == main, two.amount.unit == main} == {True, False}
        sizes = sorted(abs(row.amount.value or Decimal(0)) for row in (one, two))
        if told and usual and sizes[1] < 2 * sizes[0] and one.metric not in ("dividend", "fx_rate"):
            odd, other = (one, two) if two.amount.unit == main else (two, one)
            yield Finding(
                code="A10", verdict="contradicted", severity="warning", origin=_origin(odd, evidence),
                message="A figure is compared with one in another currency.", claims=(odd.id, other.id),
                formula=f"{evidence.said(one)}, {evidence.said(two)}", evidence=(evidence.span(other),),
            )  # fmt: skip


def _changes(level: Claim, base: Claim, rate: Claim) -> Iterator[Interval]:
    years = years_apart(level, base)
    if is_compound(rate) and years > 1:
        yield cagr(magnitude(base), magnitude(level), years)
    else:
        yield growth(magnitude(base), magnitude(level))


def _fits(change: Interval, rate: Claim) -> bool:
    if change.low is None or change.high is None:
        return False
    return overlaps(change, magnitude(rate)) or overlaps(negate(change), magnitude(rate))


def _mixed(level: Claim, base: Claim, rate: Claim, evidence: Evidence) -> Finding:
    odd = min((level, base), key=lambda row: _usual(evidence)[row.amount.unit])
    ids = (odd.id, *(row.id for row in (level, base, rate) if row is not odd))
    return Finding(
        code="A10", verdict="contradicted", severity="error", origin=_origin(odd, evidence), claims=ids,
        message="The change said holds between the two figures only if both are of one currency.",
        formula=f"{evidence.said(level)} / {evidence.said(base)} - 1; said {evidence.said(rate)}",
        evidence=(evidence.span(level), evidence.span(base)),
    )  # fmt: skip


def rare_findings(evidence: Evidence) -> Iterator[Finding]:
    """An amount whose value stands elsewhere in the currency that the documents count in, and not its own.

    An error where hardly another amount is in that other currency; a warning where more are.
    """
    usual = _usual(evidence)
    if not usual:
        return
    main = usual.most_common(1)[0][0]
    for claim in evidence.claims:
        amount = claim.amount
        foreign = amount.kind in _MONEY and amount.unit != main and is_primary(claim)
        if not foreign or not amount.value or claim.restates or claim.by == "rule:table" or claim.metric == "fx_rate":
            continue
        rare = usual[amount.unit] <= _RARE
        other = next((row for row in evidence.claims if _is_the_same(claim, row, main, evidence, rare=rare)), None)
        if other is not None:
            yield _in_another(claim, other, evidence, rare=rare)


def _is_the_same(claim: Claim, other: Claim, main: str, evidence: Evidence, *, rare: bool) -> bool:
    """The same value of the usual currency in another place: of the same measure, or of four digits.

    Where both currencies are used, four digits must stand in running text, and the claim be converted nowhere.
    """
    if other.amount.unit != main or other.amount.value is None or is_one_place(claim, other):
        return False
    if abs(other.amount.value) != abs(claim.amount.value or 0) or other.role != claim.role:
        return False
    digits = significant_digits(evidence.quote(claim))
    if rare:
        return digits > _TELLING or (digits == _TELLING and other.metric == claim.metric)
    return digits > _TELLING and other.by != "rule:table" and other.language == claim.language and not other.restates


def _in_another(odd: Claim, other: Claim, evidence: Evidence, *, rare: bool) -> Finding:
    few = f"The figure stands elsewhere in {other.amount.unit}, and hardly another one is in {odd.amount.unit}."
    return Finding(
        code="A10", verdict="contradicted", severity="error" if rare else "warning", origin=_origin(odd, evidence),
        message=few if rare else f"The figure stands elsewhere in {other.amount.unit}.", claims=(odd.id, other.id),
        formula=f"{evidence.quote(odd)}; elsewhere {evidence.quote(other)}", evidence=(evidence.span(other),),
        repairs=(Repair(value=other.amount.value or Decimal(0), text=evidence.quote(other), residual="none"),),
    )  # fmt: skip


def range_findings(evidence: Evidence) -> Iterator[Finding]:
    """The two ends of one range in two currencies: "US$7 billion to HK$8 billion"."""
    for document in evidence.documents:
        own = sorted(evidence.claims_of.get(document.id, ()), key=lambda row: row.start)
        for low, high in pairwise(own):
            gap = document.text[low.end : high.start]
            if len(gap) < _WIDEST and RANGE_GAP.fullmatch(gap) and _are_ends(low, high):
                odd, other = sorted((low, high), key=lambda row: _usual(evidence)[row.amount.unit])
                yield Finding(
                    code="A10", verdict="contradicted", severity="error", origin=_origin(odd, evidence),
                    message="The two ends of the range are in two currencies.", claims=(odd.id, other.id),
                    formula=f"{evidence.quote(low)}, {evidence.quote(high)}", evidence=(evidence.span(other),),
                )  # fmt: skip


def _are_ends(low: Claim, high: Claim) -> bool:
    """Amounts of like size in two currencies, of one measure, neither of them a rate of exchange."""
    if {low.amount.kind, high.amount.kind} != {"money"} or low.amount.unit == high.amount.unit:
        return False
    one, two = low.amount.value, high.amount.value
    if not one or not two or low.metric != high.metric or low.metric == "fx_rate" or high.restates or 1 in (one, two):
        return False
    return low.role == high.role and one < two < 2 * one


def _usual(evidence: Evidence) -> Counter[str]:
    return Counter(row.amount.unit for row in evidence.claims if row.amount.kind in _MONEY)


def _origin(claim: Claim, evidence: Evidence) -> str:
    return "release" if evidence.document_by_id[claim.document_id].kind == "release" else "speaker"
