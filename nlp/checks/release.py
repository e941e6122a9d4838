"""R: the call against the releases. The same fact must have the same value; a different fact is not comparable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..amounts.intervals import overlaps
from ..languages.metric_kinds import RATIO_METRICS, SIGNED_METRICS
from ..records import Claim, Finding, Repair, Severity
from .company import keep_company
from .dates import otherwise_dated
from .ends import is_far_below, is_range, may_agree, slipped_end
from .evidence import Evidence
from .facts import as_said, is_complement, magnitude, meant, why_not_same
from .known import is_primary
from .repairs import Slip, count_digits, reprint
from .standing import Standings, are_slips_apart, is_of_a_gain, likelier_size, lonelier, named_in_frame, slip_between
from .tied import is_tied
from .tongues import with_english_names
from .units import Places, is_in_another_currency, is_mixed, is_open, main_currency, same_digits

_VALUES = ("level", "base", "whole")


def check_against_releases(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Compare each claim of a call with the releases' figure of the same metric, segment, period, basis, definition."""
    kinds = {document.id: document.kind for document in evidence.documents}
    evidence = with_english_names(evidence)
    claims = [evidence.claim_by_id[claim.id] for claim in claims]
    filed = [
        claim for claim in claims if kinds[claim.document_id] == "release" and _may_tie(claim) and is_primary(claim)
    ]
    filed = [claim for claim in filed if not is_complement(claim, evidence)]
    places = Places(evidence, Standings(evidence), filed, main_currency(claims))
    for claim in claims:
        if kinds[claim.document_id] != "transcript" or not _may_tie(claim) or not is_primary(claim):
            continue
        if is_complement(claim, evidence):
            continue
        rivals = [other for other in filed if _same_question(claim, other)]
        finding = _compare(claim, rivals, places) if rivals else None
        if finding is not None:
            yield finding
        if finding is not None and finding.code == "R01":
            odd = next((other for other in rivals if is_in_another_currency(claim, other, places)), None)
            yield from () if odd is None else (blame_release(_other_unit(claim, odd, evidence), claim, odd, evidence),)


def _may_tie(claim: Claim) -> bool:
    """Own figures only: not an analyst's premise, not a third party's market."""
    return (
        claim.modality in ("reported", "guided")
        and claim.role in ("level", "base", "whole", "change", "share")
        and not claim.metric.startswith("other:")
        # A share needs its part, a per cent value a metric that is one: "14.5% of revenue" alone says neither.
        and (claim.role != "share" or claim.segment is not None)
        and (claim.role not in _VALUES or claim.amount.kind != "percent" or claim.metric in RATIO_METRICS)
    )


def _same_question(claim: Claim, other: Claim) -> bool:
    """Same metric in the same role and modality; a restated amount only answers one in its own currency."""
    values = claim.role in _VALUES and other.role in _VALUES
    kinds = {claim.amount.kind, other.amount.kind}
    same_kind = len(kinds) == 1 or kinds <= {"money", "per_share"} or kinds <= {"percent", "points"}
    return (
        claim.metric == other.metric
        and (values or claim.role == other.role)
        and claim.modality == other.modality
        and same_kind
        and (other.restates is None or other.amount.unit == claim.amount.unit or _is_converted(claim, other))
    )


def _is_converted(claim: Claim, other: Claim) -> bool:
    """Whether the very number, of four digits and more, is another currency's where it stands as a conversion."""
    value = claim.amount.value
    return value is not None and value == other.amount.value and len(value.normalize().as_tuple().digits) > _TELLING


def _compare(claim: Claim, rivals: Sequence[Claim], places: Places) -> Finding | None:
    evidence = places.evidence
    same = [other for other in rivals if _why_apart(claim, other) is None]
    if not same and claim.role not in _VALUES:
        return None
    if not same and (dated := otherwise_dated(claim, rivals, evidence)) is not None:
        return dated
    if not same:
        nearest = min(rivals, key=lambda other: _distance(claim, other))
        return Finding(
            code="R10", verdict="not_comparable", severity="note", claims=(claim.id,),
            evidence=(evidence.span(nearest),),
            message=f"The release states {evidence.quote(nearest)}, but of a {_why_apart(claim, nearest)}.",
        )  # fmt: skip
    unit = [other for other in same if other.amount.unit == claim.amount.unit or is_open(claim, other, places)]
    signs = [other for other in same if same_digits(claim, other) and not is_open(claim, other, places)]
    signs = [other for other in signs if not is_mixed(other, same)]
    printed = [other for other in unit if other.amount.unit == claim.amount.unit]
    if signs and not any(may_agree(claim, other) for other in printed):
        return _other_unit(claim, signs[0], evidence)
    if not unit:
        return _other_unit(claim, same[0], evidence)
    unit = [other for other in unit if not _says_nothing(claim, other)] or unit
    slipped = _slipped_end(claim, unit, evidence)
    if slipped is not None:
        return slipped
    agreeing = [other for other in unit if may_agree(claim, other) or _agree_as_said(claim, other, evidence)]
    misscaled = next((other for other in agreeing if is_far_below(claim, other, evidence)), None)
    if misscaled is not None and len(agreeing) == len(unit):
        return _contradicts_in_scale(claim, misscaled, evidence)
    if agreeing and all(_is_turned(claim, other, evidence) for other in agreeing):
        return _went_the_other_way(claim, agreeing[0], evidence)
    if agreeing:
        return _agrees(claim, agreeing[0], evidence)
    # The figure that stands beside the name of what it measures says the most.
    return _contradicts(claim, max(unit, key=lambda other: "metric" in other.named), places)


def _says_nothing(claim: Claim, other: Claim) -> bool:
    """Whether the other is a bound far below: "above 100,000" holds of every larger figure."""
    low, value = other.amount.low, claim.amount.value
    return other.amount.high is None and low is not None and value is not None and abs(value) > 2 * abs(low)


def _agree_as_said(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    if is_range(claim) or is_range(other):
        return False
    return overlaps(*(as_said(row, evidence.quote(row), meant(row)) for row in (claim, other)))


def _is_turned(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether one change went up and the other down; of results that may be losses the words say too little.

    Where no word tells the way ("so 180 basis points"), what the weights take it for accuses nobody.
    """
    if any("direction" in row.weighed for row in (claim, other)):
        return False
    ways = {claim.direction, other.direction}
    # "Organic growth was 5.4%": the words it is measured by name it as well.
    told = [named_in_frame(row, "metric", evidence) or row.definition is not None for row in (claim, other)]
    long = claim.segment is not None and count_digits(evidence.quote(claim)) >= _TELLING
    part = claim.segment is not None and not any("segment" in row.weighed for row in (claim, other))
    named = all(told) or (any(told) and long) or (part and count_digits(evidence.quote(claim)) >= _FEW)
    plain = claim.metric not in SIGNED_METRICS or all(is_of_a_gain(row, evidence) for row in (claim, other))
    return claim.role == "change" and ways == {"up", "down"} and named and plain


def _contradicts_in_scale(claim: Claim, other: Claim, evidence: Evidence) -> Finding:
    return Finding(
        code="R02", verdict="contradicted", severity="error", origin="speaker", claims=(claim.id, other.id),
        message=f"The release states {evidence.quote(other)} for the same {_words(claim)}. {_SLIPS['scale']}",
        formula=f"call {evidence.quote(claim)}; release {evidence.quote(other)}", evidence=(evidence.span(other),),
    )  # fmt: skip


def _slipped_end(claim: Claim, unit: Sequence[Claim], evidence: Evidence) -> Finding | None:
    for other in unit:
        found = slipped_end(claim, other, evidence)
        if found is not None:
            odd, fellow, end = found
            return Finding(
                code="R02", verdict="contradicted", severity="error", claims=(odd.id, fellow.id),
                origin="speaker" if odd is claim else "release",
                message=f"The release states {evidence.quote(other)} for the same {_words(claim)}. One end differs.",
                formula=f"call {evidence.quote(claim)}; release {evidence.quote(other)}",
                evidence=(evidence.span(fellow),),
                repairs=(Repair(value=end, text=evidence.quote(fellow), residual="none"),),
            )  # fmt: skip
    return None


def _went_the_other_way(claim: Claim, other: Claim, evidence: Evidence) -> Finding:
    return Finding(
        code="R02", verdict="contradicted", severity="error", origin="speaker", claims=(claim.id, other.id),
        message=f"The release states {evidence.quote(other)} for the same {_words(claim)}. It went the other way.",
        formula=f"call {evidence.quote(claim)}, {claim.direction}; release {evidence.quote(other)}, {other.direction}",
        evidence=(evidence.span(other),),
    )  # fmt: skip


_TELLING = 3  # digits that two figures hardly share by chance
_FEW = 2  # likewise, of one part of the business over one time


def _why_apart(claim: Claim, other: Claim) -> str | None:
    if claim.period is None or other.period is None:
        return "period that is not said"
    reason = why_not_same(claim, other)
    if reason is None and claim.role == "change" and claim.compared_period != other.compared_period:
        return f"different comparison ({claim.compared_period or 'not said'} / {other.compared_period or 'not said'})"
    return reason


def _distance(claim: Claim, other: Claim) -> int:
    return sum(
        (
            claim.segment != other.segment,
            claim.period != other.period,
            claim.basis != other.basis,
            claim.definition != other.definition,
        )
    )


def _agrees(claim: Claim, other: Claim, evidence: Evidence) -> Finding:
    equal = (claim.amount.low, claim.amount.high) == (other.amount.low, other.amount.high)
    return Finding(
        code="R01", verdict="supported" if equal else "rounding", severity="note", claims=(claim.id, other.id),
        message="Equal to the release as printed." if equal else "Equal to the release within rounding.",
        formula=f"call {evidence.quote(claim)}; release {evidence.quote(other)}", evidence=(evidence.span(other),),
    )  # fmt: skip


def _other_unit(claim: Claim, other: Claim, evidence: Evidence) -> Finding:
    same_number = same_digits(claim, other)
    return Finding(
        code="R06" if same_number else "R10",
        verdict="contradicted" if same_number else "not_comparable",
        severity=_unit_severity(claim, other) if same_number else "note",
        origin="speaker" if same_number else None,
        claims=(claim.id, other.id),
        evidence=(evidence.span(other),),
        formula=f"call {evidence.quote(claim)}; release {evidence.quote(other)}",
        message="The release has this number in another unit."
        if same_number
        else "The release states it in another unit.",
    )


def _unit_severity(claim: Claim, other: Claim) -> Severity:
    """Per cent for percentage points shifts the meaning; another currency is another value."""
    return "warning" if {claim.amount.kind, other.amount.kind} == {"percent", "points"} else "error"


def _contradicts(claim: Claim, other: Claim, places: Places) -> Finding:
    evidence = places.evidence
    elsewhere = _elsewhere(claim, other, places.filed)
    found = _slip(claim, other, evidence)
    if found is None and keep_company(claim, other, evidence):
        found = slip_between(claim, other, evidence, _IN_COMPANY)
    slip = found.kind if found is not None else None
    tied = elsewhere is None and slip != "sign" and is_tied(claim, other, places.filed, evidence)
    if not tied and not _is_sure(claim, other, elsewhere, slip, evidence):
        return Finding(
            code="R10", verdict="not_comparable", severity="note", claims=(claim.id,), evidence=(evidence.span(other),),
            message=f"The release states {evidence.quote(other)}, but the two may measure different things.",
        )  # fmt: skip
    message = f"The release states {evidence.quote(other)} for the same {_words(claim)}."
    code = "R02"
    if elsewhere is not None:
        code = "R03"
        message += f" The figure said is the release's for a {_why_apart(claim, elsewhere)}."
    elif slip:
        message += f" {_SLIPS[slip]}"
    finding = Finding(
        code=code, verdict="contradicted", severity=_severity(claim, elsewhere, slip), origin="speaker",
        message=message,
        formula=f"call {evidence.quote(claim)}; release {evidence.quote(other)}", claims=(claim.id, other.id),
        evidence=tuple(evidence.span(row) for row in (other, elsewhere) if row is not None),
        repairs=_repair(claim, found.value if found is not None and slip != "sign" else other.amount.value, evidence),
    )  # fmt: skip
    if slip and elsewhere is None and _is_odd(other, claim, slip, places):
        return blame_release(finding, claim, other, evidence)
    return finding


def _is_odd(other: Claim, claim: Claim, slip: str, places: Places) -> bool:
    """Whether the release's figure is the likelier slip: it stands alone, or is of a size that nothing else has."""
    lonely = lonelier(claim, other, places.standings)
    if lonely is not None or slip not in ("scale", "point"):
        return lonely is other
    return likelier_size(claim, other, places.evidence) is claim


def blame_release(finding: Finding, call: Claim, filed: Claim, evidence: Evidence) -> Finding:
    """The finding turned round: the call's figure stands elsewhere as well, and the release's stands alone."""
    message = (
        f"The call states {evidence.quote(call)} for the same figure, which stands elsewhere as well: the release's "
        f"{evidence.quote(filed)} is the odd one."
    )
    return replace(
        finding, message=message, origin="release", claims=(filed.id, call.id), evidence=(evidence.span(call),),
        repairs=_repair(filed, _as_printed(filed, call, evidence), evidence),
    )  # fmt: skip


def _severity(claim: Claim, elsewhere: Claim | None, slip: str | None) -> Severity:
    """An error where a slip or another period explains it; another segment's number may be rightly said of that."""
    if elsewhere is not None:
        return "error" if elsewhere.segment == claim.segment else "warning"
    return "error" if slip else "warning"


def _is_sure(claim: Claim, other: Claim, elsewhere: Claim | None, slip: str | None, evidence: Evidence) -> bool:
    """Whether two figures are surely one fact. What is measured must be named beside both numbers; then a slip of the
    tongue or pen, or the number of another period, is the likelier story than two measures; so is a small difference.
    """
    named = [named_in_frame(row, "metric", evidence) for row in (claim, other)]
    adjusted = claim.role == "change" and claim.definition is not None  # the words it is measured by name it as well
    bound = adjusted or are_slips_apart(claim, other, evidence)
    if not all(named) and not (any(named) and elsewhere is None and bound):
        return False
    if elsewhere is not None and not all("metric" in row.named for row in (claim, other)):
        return False
    if elsewhere is not None and elsewhere.basis != claim.basis and elsewhere.by == "rule:table":
        return False  # a table has both figures side by side: the speaker speaks of the other one
    if elsewhere is not None:
        # The number of another segment is more likely said of that segment, unless this one is named as well.
        return "period" in claim.named if elsewhere.segment == claim.segment else "segment" in claim.named
    if slip is not None:
        return True
    left, right = claim.amount.value, other.amount.value
    if "period" not in claim.named:
        return False
    return (
        left is not None and right is not None and abs(left - right) * 10 < abs(right) and claim.amount.kind == "money"
    )


def _words(claim: Claim) -> str:
    named = claim.metric.replace("_", " ")
    return f"{named}{f' of {claim.segment}' if claim.segment else ''} in {claim.period}"


def _elsewhere(claim: Claim, other: Claim, filed: Sequence[Claim]) -> Claim | None:
    """The same number, as printed or rounded, filed for another period, segment or basis of the metric."""
    for row in filed:
        here, there = row.amount, claim.amount
        same_number = (here.low, here.high, here.unit) == (there.low, there.high, there.unit)
        same_number = same_number or (here.unit == there.unit and _is_rounded(row, claim))
        if row is not other and row.metric == claim.metric and same_number and _why_apart(claim, row):
            return row
    return None


def _is_rounded(row: Claim, claim: Claim) -> bool:
    values = [one.amount.value for one in (row, claim) if one.amount.value]
    telling = len(values) == 2 and min(len(value.normalize().as_tuple().digits) for value in values) >= _TELLING
    exact = row.amount.modifier is None and row.modality == claim.modality  # "about 20.5%" is guidance, and not 20.8
    return telling and exact and row.role == claim.role and may_agree(claim, row)


# Digits a slip needs where one more figure of both statements is the same.
_IN_COMPANY = {"exchanged": 2, "dropped": 2, "extra": 2, "digit": 3}
_SLIPS = {
    "sign": "One is a loss and the other a profit.",
    "scale": "The two differ by a scale word.",
    "point": "The two differ by the place of the decimal point.",
    "exchanged": "Two digits are exchanged.",
    "dropped": "One digit is missing.",
    "extra": "One digit is too many.",
    "digit": "One digit differs.",
}


def _slip(claim: Claim, other: Claim, evidence: Evidence) -> Slip | None:
    ends = [(row.amount.low, row.amount.high) for row in (claim, other)]
    if None in (*ends[0], *ends[1]):
        return None
    if ends[0] == tuple(-end for end in reversed(ends[1]) if end is not None) and any(ends[0]):
        return Slip(value=ends[1][0] or Decimal(0), kind="sign", price=1)
    if _is_other_sign(claim, other, evidence):
        return Slip(value=other.amount.value or Decimal(0), kind="sign", price=1)
    return slip_between(claim, other, evidence, {"digit": 3})


def _is_other_sign(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether a loss is a profit elsewhere, within rounding, of three digits and more."""
    one, two = claim.amount.value, other.amount.value
    if not one or not two or (one < 0) == (two < 0) or claim.metric not in SIGNED_METRICS:
        return False
    long = all(count_digits(evidence.quote(row)) >= _TELLING for row in (claim, other))
    return long and overlaps(magnitude(claim), magnitude(other))


def _as_printed(odd: Claim, other: Claim, evidence: Evidence) -> Decimal | None:
    """The other figure's value as the odd one would print it."""
    slip = slip_between(odd, other, evidence, {"digit": 3})
    return slip.value if slip is not None else other.amount.value


def _repair(claim: Claim, right: Decimal | None, evidence: Evidence) -> tuple[Repair, ...]:
    value = claim.amount.value
    if value is None or right is None or not value:
        return ()
    shown = reprint(evidence.quote(claim), abs(value), abs(Decimal(right)))
    for key in claim.twins:
        twin = evidence.claim_by_id.get(key)
        if twin is not None and twin.amount.value:
            shown += " / " + reprint(evidence.quote(twin), abs(twin.amount.value), abs(right))
    return (Repair(value=right, text=shown, residual="none"),)
