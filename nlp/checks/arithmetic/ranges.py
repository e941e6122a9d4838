"""Ranges and differences that go over several statements: guided ends with one base, an analyst's subtraction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...amounts.intervals import overlaps, subtract
from ...languages.check_cues import FALLS, RANGE_GAP, RANGE_OPENS, RANGE_SAID
from ...languages.late import late
from ...languages.twin_cues import CUES
from ...records import Claim, Document, Finding, Repair
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import meant, short_money
from ..known import Known, is_primary, range_base
from ..repairs import find_slips, reprint

_NUMBERS = late(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SCALED = late(r"illion|[万亿萬億]")
_MINUS = late(
    r"\b(?:minus|less|subtract(?:ing|ed)?|deduct(?:ing)?|difference between|incremental)\b|减去|減去|扣掉|相减",
    re.IGNORECASE,
)


def range_findings(evidence: Evidence) -> Iterator[Finding]:
    """Guided "between A and B, up P% to Q%": both ends must imply one base."""
    for rows in evidence.frames.values():
        own = [row for row in rows if is_primary(row) and not row.restates]
        levels = [row for row in own if row.role == "level" and _is_range(row) and row.amount.kind == "money"]
        changes = [row for row in own if row.role == "change" and _is_range(row) and row.amount.kind == "percent"]
        if len(levels) != 1 or len(changes) != 1:
            continue
        level, change = levels[0], changes[0]
        if _is_measured_otherwise(level, change, evidence):
            continue
        base = range_base(level, change)
        ids = (change.id, level.id)
        said = f"{evidence.said(level)}, {evidence.said(change)}"
        if base is not None:
            yield Finding(
                code="A14", verdict="supported", severity="note", claims=ids, message="Both ends imply one base.",
                formula=f"{said}: base {short_money(base, level.amount.unit)}",
            )  # fmt: skip
        elif (mended := _mended_end(level, change, evidence)) is not None:
            yield Finding(
                code="A14", verdict="contradicted", severity="error", origin="speaker", claims=ids,
                message="The two ends of the range imply different bases.", formula=said, repairs=(mended,),
            )  # fmt: skip


def _mended_end(level: Claim, change: Claim, evidence: Evidence) -> Repair | None:
    """The end that a slip explains, with its right value; two ranges that differ otherwise measure two things."""
    for claim in (level, change):
        quote = evidence.quote(claim)
        parted = [hit.start() for hit in _NUMBERS.finditer(fold(quote))]
        for which, surface in (("low", quote[: parted[1]]), ("high", quote[parted[1] :])) if len(parted) == 2 else ():
            amount = claim.amount
            end = (amount.low if which == "low" else amount.high) or Decimal(0)
            for slip in find_slips(end, surface if which == "high" or _SCALED.search(surface) else quote):
                mended = replace(amount, low=slip.value) if which == "low" else replace(amount, high=slip.value)
                other = replace(claim, amount=mended)
                pair = (other, change) if claim is level else (level, other)
                if range_base(*pair) is not None:
                    return Repair(value=slip.value, text=reprint(surface, end, slip.value), residual="none")
    return None


def _is_measured_otherwise(level: Claim, change: Claim, evidence: Evidence) -> bool:
    """Whether growth is of another figure than the range beside it, or at other rates of exchange."""
    if (level.metric, level.segment, level.definition) != (change.metric, change.segment, change.definition):
        return True
    sentence = evidence.sentence_by_id.get(change.sentence_id or "")
    words = simplify(fold(evidence.quote(sentence))) if sentence is not None else ""
    return CUES["zh" if change.language == "zh" else "en"].adjusted.search(words) is not None


def _is_range(claim: Claim) -> bool:
    amount = claim.amount
    return amount.low is not None and amount.high is not None and amount.low != amount.high


def scale_findings(evidence: Evidence) -> Iterator[Finding]:
    """A range whose ends are near but for their scale words: "13.2 million to 13.8 billion"."""
    for claim in evidence.claims:
        low, high = claim.amount.low, claim.amount.high
        if not is_primary(claim) or low is None or high is None or low <= 0 or high < low * 900:
            continue
        if any(low.scaleb(power) <= high <= low.scaleb(power) * _NEAR for power in (3, 4)):
            yield Finding(
                code="A14", verdict="contradicted", severity="error", claims=(claim.id,),
                origin="release" if evidence.document_by_id[claim.document_id].kind == "release" else "speaker",
                message="The ends of the range differ by a scale word.", formula=evidence.quote(claim),
                evidence=(evidence.span(claim),),
            )  # fmt: skip


_NEAR = Decimal("1.5")  # times the lower end that a range goes to
_WORDS = 60  # characters before a range that say whether it is one


def order_findings(evidence: Evidence) -> Iterator[Finding]:
    """A guided range whose first end is not the lower one: "growth of 25% to 16%", "30% to 30%"."""
    for document in evidence.documents:
        own = sorted(evidence.claims_of.get(document.id, ()), key=lambda row: row.start)
        for first, second in pairwise(own):
            if _is_upside_down(first, second) and _is_meant_as_range(first, second, document, evidence):
                yield Finding(
                    code="A14", verdict="contradicted", severity="error", claims=(first.id, second.id),
                    origin="release" if document.kind == "release" else "speaker",
                    message="The ends of the range are in the wrong order, or one and the same.",
                    formula=f"{evidence.quote(first)}, {evidence.quote(second)}", evidence=(evidence.span(second),),
                )  # fmt: skip


def _is_upside_down(first: Claim, second: Claim) -> bool:
    """Two plain amounts of one unit above zero, the first not the smaller."""
    low, high = first.amount, second.amount
    plain = low.value is not None and high.value is not None and low.modifier is None and high.modifier is None
    return plain and low.unit == high.unit and low.kind != "count" and (low.value or 0) >= (high.value or 0) > 0


def _is_meant_as_range(first: Claim, second: Claim, document: Document, evidence: Evidence) -> bool:
    if first.sentence_id is None or first.sentence_id != second.sentence_id or first.by == "rule:table":
        return False
    gap = simplify(fold(document.text[first.end : second.start]))
    sentence = evidence.sentence_by_id[first.sentence_id]
    before = simplify(fold(document.text[max(sentence.start, first.start - _WORDS) : first.start]))
    between = RANGE_SAID.search(before) is not None
    if RANGE_GAP.fullmatch(gap) is None or (gap.strip().lower() == "and" and not between):
        return False
    guided = between or "guided" in (first.modality, second.modality)
    return guided and RANGE_OPENS.search(before) is not None and FALLS.search(before) is None


def premise_findings(evidence: Evidence, known: Known) -> Iterator[Finding]:
    """An analyst's "guidance minus revenue is about X", recomputed from the figures stated."""
    for claim in known.claims:
        if claim.modality != "premise" or claim.amount.kind != "money" or claim.sentence_id is None:
            continue
        sentence = evidence.sentence_by_id.get(claim.sentence_id)
        if sentence is None or not _MINUS.search(evidence.quote(sentence)):
            continue
        guided = [
            c
            for c in known.claims
            if c.modality == "guided"
            and c.metric == claim.metric
            and _is_range(c)
            and c.amount.unit == claim.amount.unit
        ]
        for after in guided[:1]:
            yield from _difference(evidence, known, claim, after)


def _difference(evidence: Evidence, known: Known, claim: Claim, guided: Claim) -> Iterator[Finding]:
    before = [
        c
        for fact, rows in known.stated.items()
        for c in rows
        if fact.metric == claim.metric
        and fact.segment is None
        and c.document_id == guided.document_id
        and c.role == "level"
        and c.period == _reported_before(guided)
    ]
    for current in before[:1]:
        computed = subtract(meant(guided), meant(current))
        holds = overlaps(meant(claim), computed)
        left = f"{evidence.said(guided)} - {evidence.said(current)} = {short_money(computed, claim.amount.unit)}"
        formula = f"{left}; said {evidence.said(claim)}"
        yield Finding(
            code="A15", verdict="rounding" if holds else "contradicted", severity="note" if holds else "warning",
            origin=None if holds else "speaker", formula=formula, claims=(claim.id, guided.id, current.id),
            message=f"The analyst's difference {'holds' if holds else 'does not follow from the figures stated'}.",
        )  # fmt: skip


def _reported_before(guided: Claim) -> str | None:
    """The quarter before a guided quarter."""
    found = re.fullmatch(r"(\d{4})-Q([1-4])", guided.period or "")
    if found is None:
        return None
    index = int(found[1]) * 4 + int(found[2]) - 2
    return f"{index // 4}-Q{index % 4 + 1}"
