"""R05: the very number of the call, filed for another period: one of the two dates is wrong.

Both places name their period; or one does and the other speaks of what the documents report on, and the number prints
so many digits, or stands beside so much else that is the same, that it is no chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..languages.late import late
from ..records import Claim, Finding
from ..text import fold
from .ends import is_range, may_agree
from .evidence import Evidence
from .facts import why_not_same
from .repairs import count_digits, significant_digits
from .standing import named_in_frame, stand_in_one_company

_PART = late(r"(?P<year>[0-9]{4})-(?P<kind>[QH])(?P<number>[1-4])")
_TELLING = 3  # digits that two figures hardly share by chance
_LONG = 4  # likewise, where one of the two leaves its period to the document


def otherwise_dated(claim: Claim, rivals: Sequence[Claim], evidence: Evidence) -> Finding | None:
    """The finding on the first figure of a release that is the call's number under another date; None where none is."""
    for other in rivals:
        if _is_one_number(claim, other, evidence) and (
            _both_named(claim, other, evidence) or _one_named(claim, other, rivals, evidence)
        ):
            return Finding(
                code="R05", verdict="contradicted", severity="warning", claims=(claim.id, other.id),
                origin=None, evidence=(evidence.span(other),),
                message=f"The release states this figure for {other.period}, the call for {claim.period}.",
                formula=f"{evidence.quote(claim)}, {claim.period}; release {evidence.quote(other)}, {other.period}",
            )  # fmt: skip
    return None


def _is_one_number(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    ends = [(row.amount.low, row.amount.high, row.amount.unit) for row in (claim, other)]
    if ends[0] != ends[1] or _digits(claim, evidence) < _TELLING:
        return False
    alike = claim.period and other.period and _shape(claim.period) == _shape(other.period)
    # What a wrong year dates back is no longer read as expected: of a range the two ends tell enough.
    reported = is_range(claim) or claim.modality == other.modality == "reported"
    return bool(alike and reported) and why_not_same(replace(claim, period=None), replace(other, period=None)) is None


def _digits(claim: Claim, evidence: Evidence) -> int:
    """How many digits a figure prints, a range at both its ends."""
    quote = evidence.quote(claim)
    return sum(char.isdigit() for char in fold(quote)) if is_range(claim) else count_digits(quote)


def _shape(period: str) -> str:
    """What kind of period it is: a quarter, half, year or day."""
    return re.sub("[0-9]", "0", period)


def _both_named(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether both places name measure and period; of two ranges that are alike to both ends the call's may do."""
    if is_range(claim) and "guided" in (claim.modality, other.modality):
        named = [{"metric", "period"} & {*row.named} for row in (claim, other)]
        return all(named) and "period" in claim.named and "metric" in (*claim.named, *other.named)
    if not all("period" in row.named for row in (claim, other)):
        return False
    if all("metric" in row.named for row in (claim, other)):
        return True
    long = min(significant_digits(evidence.quote(row)) for row in (claim, other)) >= _LONG
    return long and all(named_in_frame(row, "metric", evidence) for row in (claim, other))


def _one_named(claim: Claim, other: Claim, rivals: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether one of the two names its period and the other goes without, and they are surely one figure."""
    if ("period" in claim.named) == ("period" in other.named):
        return False
    if claim.role != other.role or not all(named_in_frame(row, "metric", evidence) for row in (claim, other)):
        return False
    silent = claim if "period" in other.named else other
    if silent.role == "base":
        dated = claim if silent is other else other
        return _levels_tie(claim, other, evidence) and not _may_be_compared(dated, evidence)
    own = evidence.document_by_id[silent.document_id].period
    if silent.role != "level" or not (silent.period == own or _is_day(silent)):
        return False
    long = min(significant_digits(evidence.quote(row)) for row in (claim, other)) >= _LONG
    if not long and not stand_in_one_company(claim, other, evidence):
        return False
    # Where the measure stands for the silent one's period as well, it is that of the other.
    return not any(row.period == claim.period and row is not other for row in rivals)


def _may_be_compared(base: Claim, evidence: Evidence) -> bool:
    """Whether a base is of a quarter or half that its level may well be compared with: a year before it, or next to it.

    "Rose from 3.51 to 3.62 billion" leaves open which of the two, and is of the one that another place names.
    """
    level = next((row for row in evidence.frames.get(base.frame or "", ()) if row.role == "level"), None)
    found = [_PART.fullmatch((row.period if row is not None else None) or "") for row in (base, level)]
    if found[0] is None or found[1] is None or found[0]["kind"] != found[1]["kind"]:
        return False
    parts = {"Q": 4, "H": 2}[found[0]["kind"]]
    at = [int(hit["year"]) * parts + int(hit["number"]) for hit in found if hit is not None]
    return at[1] - at[0] in (1, parts)


def _is_day(claim: Claim) -> bool:
    return (claim.period or "").startswith("asof:")


def _levels_tie(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether the figures that the two are compared with are one figure of one period."""
    here, there = (
        [row for row in evidence.frames.get(base.frame or "", ()) if row.role == "level" and not row.restates]
        for base in (claim, other)
    )
    if len(here) != 1 or len(there) != 1 or here[0].amount.unit != there[0].amount.unit:
        return False
    long = all(count_digits(evidence.quote(row)) >= _TELLING for row in (here[0], there[0]))
    same = here[0].metric == there[0].metric and why_not_same(here[0], there[0]) is None
    return long and same and may_agree(here[0], there[0])
