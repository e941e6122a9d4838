"""Per cent or percentage points: a margin that "narrowed by 10%" may mean either; both readings are computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...amounts.intervals import divide, growth, overlaps, scale_by, subtract, text
from ...languages.check_cues import OF_SOMETHING_ELSE
from ...languages.metric_kinds import RATIO_METRICS
from ...records import Claim, Finding, Interval
from ..evidence import Evidence
from ..facts import Fact, fact_of, magnitude
from ..known import Known
from ..relations import IN_POINTS
from .asides import words_beside
from .growth import word_direction
from .identities import MARGINS

_HUNDRED = Decimal(100)
_ZERO = Decimal(0)
_SIZES = ("money", "count", "per_share")


def point_findings(evidence: Evidence, known: Known) -> Iterator[Finding]:
    """Changes of a ratio said in per cent, read both ways."""
    for claim in known.claims:
        if claim.role != "change" or claim.amount.kind != "percent" or claim.restates or claim.compared_period is None:
            continue
        fact = replace(fact_of(claim), unit="percent")
        if claim.metric not in MARGINS or claim.direction is None:  # "against guidance of 32% to 33%" is no change
            continue
        if OF_SOMETHING_ELSE.search(words_beside(evidence, claim)) is not None:
            continue  # "up from 41.5%, due to a 23% decrease in cost per sample"
        current, base = _ratio(fact, known), _ratio(replace(fact, period=claim.compared_period), known)
        if current is not None and base is not None:
            yield _read_both(evidence, claim, current, base)


def money_in_points(evidence: Evidence, known: Known) -> Iterator[Finding]:
    """A change of money said in percentage points, where level and base give it in per cent."""
    for claim in known.claims:
        if claim.role != "change" or claim.amount.unit != "percentage_point" or claim.restates:
            continue
        if claim.frame is None and (claim.metric in MARGINS or claim.metric in RATIO_METRICS):
            continue
        found = next(
            ((level, base) for level, base in _pairs(claim, evidence, known) if _fits(claim, level, base)), None
        )
        if found is not None:
            level, base = found
            left = f"{evidence.said(level)} / {evidence.said(base)} - 1 = {text(_growth(level, base))}%"
            yield Finding(
                code="A13", verdict="contradicted", severity="warning", origin="speaker",
                formula=f"{left}; said {evidence.said(claim)}", claims=(claim.id, level.id, base.id),
                message=IN_POINTS,
            )  # fmt: skip


def _pairs(claim: Claim, evidence: Evidence, known: Known) -> Iterator[tuple[Claim, Claim]]:
    """The level that a change stands beside, with each base of it: in the frame, in the sentence, or elsewhere."""
    rows = [row for row in evidence.claims_of[claim.document_id] if _is_beside(row, claim)]
    levels = [row for row in rows if row.role == "level"]
    levels = [row for row in levels if row.frame == claim.frame is not None] or levels
    if len(levels) != 1:
        return
    period = claim.compared_period
    filed = known.near(replace(fact_of(levels[0]), period=period), claim) if period is not None else ()
    for base in (*(row for row in rows if row.role == "base"), *filed):
        if base.amount.unit == levels[0].amount.unit:
            yield levels[0], base


def _is_beside(row: Claim, change: Claim) -> bool:
    framed = row.frame == change.frame is not None
    alike = (row.sentence_id, row.metric, row.segment) == (change.sentence_id, change.metric, change.segment)
    return row.amount.kind in _SIZES and not row.restates and (framed or (alike and row.sentence_id is not None))


def _growth(level: Claim, base: Claim) -> Interval:
    return growth(magnitude(base), magnitude(level))


def _fits(claim: Claim, level: Claim, base: Claim) -> bool:
    computed = _growth(level, base)
    return overlaps(magnitude(claim), computed) or overlaps(_mirror(magnitude(claim)), computed)


def shares_in_points(evidence: Evidence, known: Known) -> Iterator[Finding]:
    """ "Made up 34 points of revenue": a share said in points, where part and whole give it in per cent."""
    for claim in known.claims:
        if (
            claim.amount.unit != "percentage_point"
            or claim.segment is None
            or claim.metric in MARGINS
            or claim.restates
        ):
            continue
        for fact, wholes in known.stated.items():
            if fact.metric != claim.metric or fact.segment is not None or fact.period != claim.period:
                continue
            parts = known.stated.get(replace(fact, segment=claim.segment), ())
            if parts and wholes[0].amount.kind == "money":
                share = scale_by(divide(magnitude(parts[0]), magnitude(wholes[0])), _HUNDRED)
                if overlaps(magnitude(claim), share):
                    yield _share_in_points(claim, parts[0], wholes[0], share, evidence)
                    break


def _share_in_points(claim: Claim, part: Claim, whole: Claim, share: Interval, evidence: Evidence) -> Finding:
    formula = f"{evidence.said(part)} / {evidence.said(whole)} = {text(share)}%; said {evidence.said(claim)}"
    return Finding(
        code="A13", verdict="contradicted", severity="warning", origin="speaker", formula=formula,
        claims=(claim.id, part.id, whole.id), message=IN_POINTS,
    )  # fmt: skip


def _ratio(fact: Fact, known: Known) -> tuple[Interval, tuple[Claim, ...]] | None:
    """A margin in points: as stated, else profit over revenue, stated or derived."""
    stated = known.stated.get(fact, ())
    if stated:
        return magnitude(stated[0]), stated[:1]
    for other, profits in known.stated.items():
        if other != replace(fact, metric=MARGINS[fact.metric], unit=other.unit):
            continue
        revenue_fact = replace(other, metric="revenue", basis=None)
        revenues = known.stated.get(revenue_fact, ())
        if revenues:
            whole = magnitude(revenues[0])
            claims: tuple[Claim, ...] = (profits[0], revenues[0])
        elif found := known.derived_input(revenue_fact):
            whole, claims = found[1].interval, (profits[0], *found[0].claims)
        else:
            continue
        return scale_by(divide(magnitude(profits[0]), whole), _HUNDRED), claims
    return None


def _read_both(
    evidence: Evidence,
    claim: Claim,
    current: tuple[Interval, tuple[Claim, ...]],
    base: tuple[Interval, tuple[Claim, ...]],
) -> Finding:
    points, relative = subtract(current[0], base[0]), growth(base[0], current[0])
    said = magnitude(claim)
    if word_direction(claim, claim) == "down":
        points, relative = _mirror(points), _mirror(relative)
    fits_points, fits_relative = overlaps(said, points), overlaps(said, relative)
    formula = (
        f"{text(base[0])}% -> {text(current[0])}%: {text(points)} points, or {text(relative)}% of the base; "
        f"said {evidence.said(claim)}"
    )
    ids = tuple(dict.fromkeys(row.id for row in (claim, *current[1], *base[1])))
    if fits_relative:
        return Finding(
            code="A13",
            verdict="supported",
            severity="note",
            formula=formula,
            claims=ids,
            message="Holds as per cent of the base.",
        )
    message = "Neither per cent of the base nor percentage points give the figure said."
    if fits_points:
        message = "Said in per cent, but only percentage points fit."
    # "around" leaves room for taste, so a miss of both readings is a doubt about the words, not a proven wrong number.
    return Finding(
        code="A13",
        verdict="contradicted",
        severity="warning",
        origin="speaker",
        formula=formula,
        claims=ids,
        message=message,
    )


def _mirror(interval: Interval) -> Interval:
    return subtract(Interval(low=_ZERO, high=_ZERO), interval)
