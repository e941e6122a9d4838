"""A09: shares of one whole in one sentence, of different parts: together they are no more than all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ...records import Claim, Finding, Repair
from ..evidence import Evidence
from ..facts import is_share_of_another
from ..known import is_primary
from ..relations import IN_POINTS
from ..repairs import find_slips, reprint

_ALL = Decimal(100)
_FEWEST = 3  # shares: of two the parts may overlap, large customers and old ones


def whole_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each sentence whose shares make more than the whole, and one slip less makes exactly that."""
    lists: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        if claim.role == "share" and claim.segment and claim.sentence_id and is_primary(claim) and _is_plain(claim):
            lists[claim.sentence_id, claim.metric, claim.period].append(claim)
    yield from _in_points(lists, evidence)
    for rows in lists.values():
        if len({row.segment for row in rows}) == len(rows) >= _FEWEST and not any(
            is_share_of_another(row, evidence) for row in rows
        ):
            yield from _of_list(rows, evidence)


def _in_points(lists: Mapping[tuple[object, ...], Sequence[Claim]], evidence: Evidence) -> Iterator[Finding]:
    """A13: the last share of a list that makes up the whole, told in percentage points."""
    for (sentence, *_), shares in lists.items():
        own = [row for row in evidence.claims_of[shares[0].document_id] if row.sentence_id == sentence]
        points = [row for row in own if row.amount.unit == "percentage_point" and row.amount.value is not None]
        told = [row for row in points if row.role == "share" or "role" in row.weighed]
        if len(shares) < _FEWEST - 1 or len(points) != 1 or len(told) != 1 or not is_primary(told[0]):
            continue
        rows = [*shares, told[0]]
        if sum((row.amount.value or Decimal(0) for row in rows), Decimal(0)) == _ALL:
            yield Finding(
                code="A13", verdict="contradicted", severity="warning", claims=tuple(row.id for row in reversed(rows)),
                origin="release" if evidence.document_by_id[told[0].document_id].kind == "release" else "speaker",
                message=IN_POINTS, formula=f"{' + '.join(evidence.quote(row).strip() for row in rows)} = 100%",
                evidence=(evidence.span(told[0]),),
            )  # fmt: skip


def _is_plain(claim: Claim) -> bool:
    amount = claim.amount
    return amount.unit == "percent" and amount.value is not None and amount.modifier is None and not claim.restates


def _of_list(rows: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    sum_ = sum((row.amount.value or Decimal(0) for row in rows), Decimal(0))
    slack = sum((row.amount.half_step for row in rows), Decimal(0))
    ids = tuple(row.id for row in rows)
    formula = f"{' + '.join(evidence.quote(row).strip() for row in rows)} = {sum_}%"
    if abs(sum_ - _ALL) <= slack:
        exact = sum_ == _ALL
        yield Finding(
            code="A09", verdict="supported" if exact else "rounding", severity="note", formula=formula, claims=ids,
            message="The shares make up the whole." if exact else "The shares make up the whole within rounding.",
        )  # fmt: skip
        return
    if sum_ < _ALL:
        return  # one may be unlisted
    found = [
        (slip.price, row, slip.value)
        for row in rows
        for slip in find_slips(row.amount.value or Decimal(0), evidence.quote(row))
        if abs(sum_ - (row.amount.value or Decimal(0)) + slip.value - _ALL) <= slack
    ]
    found.sort(key=lambda each: (each[0], each[1].start))
    if found:
        odd = found[0][1]
        yield Finding(
            code="A09", verdict="contradicted", severity="error", formula=formula,
            origin="release" if evidence.document_by_id[odd.document_id].kind == "release" else "speaker",
            message="The shares make more than the whole; with one slip less they make it up.",
            claims=(odd.id, *(key for key in ids if key != odd.id)),
            evidence=tuple(evidence.span(row) for row in rows),
            repairs=tuple(_repair(row, value, evidence) for _, row, value in found[:3]),
        )  # fmt: skip


def _repair(row: Claim, value: Decimal, evidence: Evidence) -> Repair:
    return Repair(value=value, text=reprint(evidence.quote(row), row.amount.value or value, value), residual="none")
