"""What a margin tells of the profit beside it: that it is a loss (A05), was told as a change (A26), or in points (A13).

"Operating loss was 93 million, so our margin was 21.5%"; "EBITDA rose by 121.9 million, or 42.1% of revenue"; "gross
profit of 268.4 million, or 18.9 percentage points of revenue". In each the profit over the stated revenue is the rate
to its digits, which chance hardly offers; so the figures are read rightly, and one word beside them is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...amounts.intervals import margin, overlaps
from ...languages.twin_cues import CUES
from ...records import Claim, Finding
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import VALUE_ROLES, fact_of, magnitude
from ..known import Known, is_primary
from ..relations import IN_POINTS, OF_A_LOSS
from ..repairs import count_digits
from .identities import MARGINS

_FEWEST, _TELLING = 2, 5  # digits of the rate and of the profit, and of both together
_PROFITS = frozenset(MARGINS.values())


def sales_findings(evidence: Evidence, known: Known) -> Iterator[Finding]:
    """At most one for each rate of a sentence that tells a profit."""
    sentences: dict[str, list[Claim]] = defaultdict(list)
    for claim in known.claims:
        if claim.sentence_id is not None and claim.by != "rule:table" and _is_plain(claim, evidence):
            sentences[claim.sentence_id].append(claim)
    for rows in sentences.values():
        profits = [row for row in rows if row.amount.kind == "money" and row.metric in _PROFITS]
        for rate in rows if profits else ():
            if rate.amount.unit in ("percent", "percentage_point"):
                yield from _of_rate(rate, profits, evidence, known)


def _is_plain(claim: Claim, evidence: Evidence) -> bool:
    exact = claim.amount.value is not None and claim.amount.modifier is None and not claim.restates
    return exact and claim.modality == "reported" and count_digits(evidence.quote(claim)) >= _FEWEST


def _of_rate(rate: Claim, profits: Sequence[Claim], evidence: Evidence, known: Known) -> Iterator[Finding]:
    in_points = rate.amount.unit == "percentage_point"
    for profit in profits:
        named = MARGINS.get(rate.metric) == profit.metric
        if count_digits(evidence.quote(rate)) + count_digits(evidence.quote(profit)) < _TELLING:
            continue
        revenue = next((row for row in _revenues(profit, evidence, known) if _is_rate_of(rate, profit, row)), None)
        if revenue is None:
            continue
        if revenue.role not in VALUE_ROLES:
            if named and not in_points and profit.role == "level":
                yield _finding("A26", _CHANGE, (revenue, rate, profit), evidence)
        elif in_points and profit.role == "level":
            yield _finding("A13", IN_POINTS, (rate, profit, revenue), evidence)
        elif not in_points and named and profit.role == "change":
            yield _finding("A26", _CHANGE, (profit, rate, revenue), evidence)
        elif not in_points and named and profit.role == "level" and _is_loss_with_gain(profit, rate, evidence):
            yield _finding("A05", OF_A_LOSS, (profit, rate, revenue), evidence)
        else:
            continue
        return


def _is_rate_of(rate: Claim, profit: Claim, revenue: Claim) -> bool:
    return overlaps(magnitude(rate), margin(magnitude(profit), magnitude(revenue)))


def _revenues(profit: Claim, evidence: Evidence, known: Known) -> Sequence[Claim]:
    """The revenue of a profit; where none is stated, amounts by which it is said to have changed."""
    fact = replace(fact_of(profit), metric="revenue", basis=None, definition=None)
    if rows := known.near(fact, profit):
        return rows[:1]
    own = evidence.claims_of[profit.document_id]
    told = (row for row in own if row.role in ("change", "driver") and is_primary(row) and _is_plain(row, evidence))
    return [row for row in told if replace(fact_of(row), basis=None, definition=None) == fact]


def _is_loss_with_gain(profit: Claim, rate: Claim, evidence: Evidence) -> bool:
    """Whether a loss stands before a margin above zero that is named as one and not called a loss itself."""
    if (profit.amount.value or 0) >= 0 or (rate.amount.value or 0) <= 0 or profit.end > rate.start:
        return False
    if "metric" not in rate.named or profit.document_id != rate.document_id:
        return False
    words = simplify(fold(evidence.document_by_id[rate.document_id].text[profit.end : rate.end + 1]))
    cues = CUES["zh" if rate.language == "zh" else "en"]
    return cues.loss.search(words) is None and cues.negative.search(words[: rate.start - profit.end]) is None


_CHANGE = "The amount is told as a change; the margin said follows where it is what came of it."


def _finding(code: str, message: str, claims: Sequence[Claim], evidence: Evidence) -> Finding:
    rate = next(row for row in claims if row.amount.kind != "money")
    revenue, profit = sorted((row for row in claims if row is not rate), key=lambda row: row.metric != "revenue")
    return Finding(
        code=code, verdict="contradicted", severity="warning", claims=tuple(row.id for row in claims),
        origin="release" if evidence.document_by_id[profit.document_id].kind == "release" else "speaker",
        message=message, formula=f"{evidence.said(profit)} / {evidence.said(revenue)}; said {evidence.said(rate)}",
        evidence=tuple(evidence.span(row) for row in claims),
    )  # fmt: skip
