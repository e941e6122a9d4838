"""A24: what is said of the midpoint of a range: its value, its growth, how far it moved, and a margin made of two.

The range stands in the sentence of the midpoint, or it is the one range of the sentence before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ...amounts.intervals import growth, margin, subtract
from ...languages.relation_words import MIDDLE_AFTER, MIDDLE_BEFORE
from ...records import Claim, Interval, Sentence
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import fact_of, is_value
from ..known import Known, is_primary
from ..relations import Input, Relation, claim_input
from .identities import MARGINS

_REACH = 60  # characters on either side of an amount that may say it is of the midpoint


def midpoint_relations(evidence: Evidence, known: Known) -> Iterator[Relation]:
    """Every amount said of a midpoint, beside the range or ranges it is of."""
    told = {row.sentence_id: row for row in evidence.claims if is_range(row) and row.by != "rule:table"}
    for claim in evidence.claims if told else ():
        near = evidence.sentence_by_id.get(claim.sentence_id or "")
        if near is None or is_range(claim) or not _is_plain(claim) or not _is_of_middle(claim, evidence):
            continue
        ranges = [row for row in _claims_of(near, evidence) if is_range(row)]
        before = _sentence_before(near, evidence) if not ranges else None
        if before is not None:
            ranges = [row for row in _claims_of(before, evidence) if is_range(row)]
        yield from _of(claim, ranges, known, evidence)


def _is_plain(claim: Claim) -> bool:
    return is_primary(claim) and not claim.restates and claim.amount.value is not None and claim.by != "rule:table"


def is_range(claim: Claim) -> bool:
    """Whether a claim gives two different ends."""
    amount = claim.amount
    return None not in (amount.low, amount.high) and amount.low != amount.high and is_primary(claim)


def _is_of_middle(claim: Claim, evidence: Evidence) -> bool:
    text = evidence.document_by_id[claim.document_id].text
    before = simplify(fold(text[max(0, claim.start - _REACH) : claim.start]))
    after = simplify(fold(text[claim.end : claim.end + _REACH]))
    return MIDDLE_BEFORE.search(before) is not None or MIDDLE_AFTER.search(after) is not None


def _claims_of(sentence: Sentence, evidence: Evidence) -> Sequence[Claim]:
    rows = evidence.claims_of.get(sentence.document_id, ())
    return [row for row in rows if row.sentence_id == sentence.id and not row.restates]


def _sentence_before(sentence: Sentence, evidence: Evidence) -> Sentence | None:
    own = [row for row in evidence.sentences if row.paragraph_id == sentence.paragraph_id and row.end <= sentence.start]
    return max(own, key=lambda row: row.start, default=None)


def _of(claim: Claim, ranges: Sequence[Claim], known: Known, evidence: Evidence) -> Iterator[Relation]:
    alike = [row for row in ranges if (row.amount.unit, row.amount.kind) == (claim.amount.unit, claim.amount.kind)]
    now = [row for row in alike if row.role != "base"]
    was = [row for row in alike if row.role == "base"]
    if claim.metric in MARGINS and claim.role != "change":
        yield from _margin(claim, ranges, evidence)
    elif claim.role != "change" and len(now) == 1 and now[0].role == claim.role:
        yield _relation(claim, now, _only, "midpoint of {0}", evidence)
    elif claim.role == "change" and len(now) == len(was) == 1 and now[0].metric == was[0].metric:
        yield _relation(claim, (now[0], was[0]), _difference, "midpoint of {0} - midpoint of {1}", evidence)
    elif claim.role == "change" and claim.amount.kind == "percent" and not alike:
        yield from _growth_of(claim, ranges, known, evidence)


def _growth_of(claim: Claim, ranges: Sequence[Claim], known: Known, evidence: Evidence) -> Iterator[Relation]:
    """Growth at the midpoint of the one range of money, from what was reported for the year before."""
    levels = [row for row in ranges if row.role == "level" and row.amount.kind == "money"]
    if len(levels) != 1 or claim.comparator not in (None, "yoy") or claim.definition != levels[0].definition:
        return
    level = levels[0]
    fact = replace(fact_of(level), period=_year_before(level.period))
    bases = [row for row in known.stated.get(fact, ()) if is_value(row) and row.amount.value]
    if bases and claim.metric in (level.metric, "growth"):
        found = _relation(claim, (level, bases[0]), _growth, "midpoint of {0} / {1} - 1", evidence, unit="%")
        yield replace(found, careful=True)


def _year_before(period: str | None) -> str | None:
    year = (period or "").removeprefix("FY")[:4]
    return (period or "").replace(year, str(int(year) - 1), 1) if year.isdigit() else None


def _margin(claim: Claim, ranges: Sequence[Claim], evidence: Evidence) -> Iterator[Relation]:
    """A margin at the midpoint, of the two ranges told with it."""
    parts = [row for row in ranges if row.metric == MARGINS[claim.metric]]
    wholes = [row for row in ranges if row.metric == "revenue" and row.segment is None]
    if len(parts) == len(wholes) == 1 and parts[0].amount.unit == wholes[0].amount.unit:
        template = "midpoint of {0} / midpoint of {1}"
        yield _relation(claim, (parts[0], wholes[0]), _of_whole, template, evidence, unit="%")


def _relation(
    claim: Claim, rows: Sequence[Claim], compute: Callable[[Sequence[Interval]], Interval], template: str,
    evidence: Evidence, *, unit: str = "",
) -> Relation:  # fmt: skip
    said = claim_input(claim, evidence.said(claim))
    if claim.role == "change" and claim.direction == "down":
        low, high = said.interval.low, said.interval.high
        mirrored = Interval(low=None if high is None else -high, high=None if low is None else -low)
        said = replace(said, interval=mirrored, point=None, shown=f"-{said.shown}")
    inputs = tuple(_middle(row, claim, evidence) for row in rows)
    return Relation(code="A24", said=said, inputs=inputs, compute=compute, template=template, unit=unit)


def _middle(claim: Claim, said: Claim, evidence: Evidence) -> Input:
    """The midpoint of a range; a plain figure as it is.

    The ends of guidance are chosen and not measured: beside a midpoint that is printed no finer they are exact.
    """
    low, high = claim.amount.low, claim.amount.high
    if not is_range(claim) or low is None or high is None:
        return claim_input(claim, evidence.said(claim))
    middle, half = abs(low + high) / 2, claim.amount.half_step
    if claim.modality == "guided" and said.amount.unit == claim.amount.unit and said.amount.half_step >= half:
        half = Decimal(0)
    interval = Interval(low=middle - half, high=middle + half)
    return Input(interval=interval, shown=evidence.said(claim), point=middle, claim=claim)


def _only(values: Sequence[Interval]) -> Interval:
    return values[0]


def _difference(values: Sequence[Interval]) -> Interval:
    return subtract(values[0], values[1])


def _growth(values: Sequence[Interval]) -> Interval:
    return growth(values[1], values[0])


def _of_whole(values: Sequence[Interval]) -> Interval:
    return margin(values[0], values[1])
