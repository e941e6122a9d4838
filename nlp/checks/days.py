"""A20: a balance beside the right day of a wrong year: "as of June 30, 2032, cash was 438.2 million"; that is 2033's.

Who reads such a sentence takes the figure for this year's all the same, so that no date seems wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..amounts.intervals import overlaps
from ..records import Claim, Finding
from ..text import fold, simplify
from .evidence import Evidence
from .facts import magnitude
from .known import is_primary
from .relations import OTHER_YEAR
from .repairs import significant_digits
from .standing import is_one_place
from .times import Time, find_times

_TELLING = 3  # digits that two figures hardly share by chance


def check_days(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """One for each balance whose sentence has its day in another year, and which stands elsewhere under its own."""
    for claim in claims:
        other = _elsewhere(claim, evidence) if _has_other_year(claim, evidence) else None
        if other is not None:
            kind = evidence.document_by_id[claim.document_id].kind
            yield Finding(
                code="A20", verdict="contradicted", severity="warning", message=OTHER_YEAR,
                origin="release" if kind == "release" else "speaker", claims=(claim.id, other.id),
                formula=f"{evidence.quote(claim)}; elsewhere {evidence.quote(other)}, {other.period}",
                evidence=(evidence.span(other),),
            )  # fmt: skip


def _has_other_year(claim: Claim, evidence: Evidence) -> bool:
    """Whether the one day that the sentence has of the claim's month is of a year that none of its figures is of."""
    sentence = evidence.sentence_by_id.get(claim.sentence_id or "")
    if sentence is None or not (claim.period or "").startswith("asof:") or not is_primary(claim):
        return False
    if "period" not in claim.weighed or claim.modality != "reported":
        return False
    year, month, day = (int(part) for part in (claim.period or "")[5:].split("-"))
    lang = "zh" if claim.language == "zh" else "en"
    times = find_times(simplify(fold(evidence.quote(sentence))), lang)
    said = [time for time in times if (time.month, time.day) == (month, day) and _year(time) is not None]
    own = {row.period for row in evidence.claims_of[claim.document_id] if row.sentence_id == sentence.id}
    return len(said) == 1 and _year(said[0]) != year and f"asof:{_year(said[0])}-{month:02}-{day:02}" not in own


def _year(time: Time) -> int | None:
    return next(iter(time.years)) if time.years is not None and len(time.years) == 1 and not time.relative else None


def _elsewhere(claim: Claim, evidence: Evidence) -> Claim | None:
    """The same balance in another place, to three digits, under the date that it was read with here."""
    return next((row for row in evidence.claims if _is_the_same(row, claim, evidence)), None)


def _is_the_same(row: Claim, claim: Claim, evidence: Evidence) -> bool:
    same = (row.metric, row.segment, row.period, row.amount.unit)
    if same != (claim.metric, claim.segment, claim.period, claim.amount.unit) or is_one_place(row, claim):
        return False
    if not is_primary(row) or "period" in row.weighed or not overlaps(magnitude(row), magnitude(claim)):
        return False
    return min(significant_digits(evidence.quote(one)) for one in (row, claim)) >= _TELLING
