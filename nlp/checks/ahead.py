"""A25: a figure told as reached, of a quarter or half that lies behind the one its document reports on.

"Revenue in the fourth quarter was 120.4 million, up 12%" cannot stand in a report on the third: what is to come is
expected, guided or planned, in words that say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..languages.check_cues import REACHED, TO_COME
from ..languages.late import late
from ..records import Claim, Finding
from ..text import fold, simplify
from .ends import is_range
from .evidence import Evidence
from .known import is_primary
from .repairs import significant_digits

_PART = late(r"[0-9]{4}-(?P<kind>[QH])[1-4]")
_TELLING = 2  # digits of a figure that is no guess


def check_ahead(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """One for each level that names a later quarter or half than its document's, in words that tell no future."""
    for claim in claims:
        document = evidence.document_by_id[claim.document_id]
        behind = document.kind in ("transcript", "release") and _is_behind(claim, document.period)
        if behind and _counts(claim, evidence) and not _is_told_again(claim, evidence):
            yield Finding(
                code="A25", verdict="contradicted", severity="warning", claims=(claim.id,),
                origin="release" if document.kind == "release" else "speaker",
                message=f"A figure told as reached, of {claim.period}: the document reports on {document.period}.",
                formula=f"{evidence.said(claim)}, {claim.period}", evidence=(evidence.span(claim),),
            )  # fmt: skip


def _is_told_again(claim: Claim, evidence: Evidence) -> bool:
    """Whether another statement has a plain figure of that time: then the document reports on it as well."""
    return any(
        row.period == claim.period
        and row.modality == "reported"
        and (row.by == "rule:table" or ("period" in row.named and row.sentence_id != claim.sentence_id))
        for row in evidence.claims_of[claim.document_id]
    )


def _counts(claim: Claim, evidence: Evidence) -> bool:
    amount = claim.amount
    sure = "period" in claim.named and not {"period", "year", "role", "unit"} & {*claim.weighed}
    if not sure or not is_primary(claim) or claim.role != "level" or claim.restates is not None:
        return False
    if claim.modality not in ("reported", "guided") or claim.metric.startswith("other:"):
        return False
    exact = amount.value is not None and amount.modifier is None and not is_range(claim)
    return exact and significant_digits(evidence.quote(claim)) >= _TELLING and _is_reached(claim, evidence)


def _is_behind(claim: Claim, reported: str | None) -> bool:
    """Whether a claim's quarter, or half, comes after the one reported on; not the same one of another year."""
    one, two = (_PART.fullmatch(period or "") for period in (claim.period, reported))
    alike = one is not None and two is not None and one["kind"] == two["kind"]
    later = (claim.period or "") > (reported or "")
    return alike and later and (claim.period or "")[5:] != (reported or "")[5:]


def _is_reached(claim: Claim, evidence: Evidence) -> bool:
    """Whether the sentence tells of what was reached: a verb of the past, in Chinese a rate of growth to the digit."""
    sentence = evidence.sentence_by_id.get(claim.sentence_id or "")
    if sentence is None:
        return False
    words = simplify(fold(evidence.quote(sentence)))
    if TO_COME.search(words) is not None:
        return False
    if claim.language == "en":
        return REACHED.search(words) is not None
    own = (row for row in evidence.claims_of[claim.document_id] if row.sentence_id == claim.sentence_id)
    return any(_is_rate(row) and (row.metric, row.segment) == (claim.metric, claim.segment) for row in own)


def _is_rate(row: Claim) -> bool:
    """Whether a claim is a rate of growth to the digit."""
    exact = row.amount.value is not None and row.amount.modifier is None
    return row.role == "change" and row.amount.unit == "percent" and exact
