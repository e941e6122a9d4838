"""A23: cash at the end of a period as cash at its beginning and what flowed in and out, told in one paragraph.

Tables are added up by their lines (A17). In running text the three flows must all be told, and where cash began; what
rates of exchange moved is often left out, so that only what holds is said, or what one slip explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...amounts.intervals import total
from ...languages.late import late
from ...languages.relation_words import OPENED
from ...records import Claim, Interval
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import meant
from ..known import is_primary
from ..relations import Input, Relation, claim_input

_FLOWS = ("operating_cash_flow", "investing_cash_flow", "financing_cash_flow")
_END = late(r"[;；。]|\.(?!\d)|[0-9][0-9,.]*")
_REACH = 80  # characters on either side of an amount that may tell when it was


def cash_relations(evidence: Evidence) -> Iterator[Relation]:
    """One for each paragraph that tells where cash began and ended and the three flows between."""
    paragraphs: dict[str, list[Claim]] = {}
    for claim in evidence.claims:
        named = claim.metric == "cash" or claim.metric in _FLOWS
        if named and claim.paragraph_id is not None and claim.by != "rule:table" and _is_plain(claim):
            paragraphs.setdefault(claim.paragraph_id, []).append(claim)
    for rows in paragraphs.values():
        yield from _of_paragraph(rows, evidence)


def _is_plain(claim: Claim) -> bool:
    amount = claim.amount
    return (
        is_primary(claim) and claim.modality == "reported" and claim.segment is None and not claim.restates
        and claim.role in ("level", "base") and amount.kind == "money" and amount.value is not None
        and amount.modifier is None and claim.definition is None
    )  # fmt: skip


def _of_paragraph(rows: Sequence[Claim], evidence: Evidence) -> Iterator[Relation]:
    flows = [[row for row in rows if row.metric == name] for name in _FLOWS]
    cash = [row for row in rows if row.metric == "cash"]
    opened = [row for row in cash if _is_opening(row, evidence)]
    closed = [row for row in cash if row not in opened and row.role == "level"]
    every = [opened, closed, *flows]
    if any(len(found) != 1 for found in every) or len({found[0].amount.unit for found in every}) > 1:
        return
    if len({found[0].period for found in flows}) > 1:
        return
    parts = (opened[0], *(found[0] for found in flows))
    yield Relation(
        code="A23", said=claim_input(closed[0], evidence.said(closed[0])), compute=_total, careful=True,
        inputs=tuple(_signed(row, evidence) for row in parts), template="{0} + {1} + {2} + {3}",
    )  # fmt: skip


def _is_opening(claim: Claim, evidence: Evidence) -> bool:
    text = evidence.document_by_id[claim.document_id].text
    before = _END.split(simplify(fold(text[max(0, claim.start - _REACH) : claim.start])))[-1]
    after = _END.split(simplify(fold(text[claim.end : claim.end + _REACH])))[0]
    return OPENED.search(f"{before}|{after}") is not None


def _signed(claim: Claim, evidence: Evidence) -> Input:
    part = claim_input(claim, evidence.said(claim))
    if (claim.amount.value or 0) >= 0:
        return part
    return replace(part, interval=meant(claim), point=claim.amount.value, shown=f"-{part.shown}")


def _total(values: Sequence[Interval]) -> Interval:
    return total(tuple(values))
