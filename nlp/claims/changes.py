"""What a change is measured from, where its sentence leaves the comparator or the base period unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..records import Claim
from .periods import comparator_of
from .when import default_base_period


def usual_comparator(row: Claim, rows: Sequence[Claim], usual: str | None, compared: str | None) -> Claim:
    """A change that names no comparator has that of the sentence's other claims, or the one usual around it."""
    if row.role != "change" or row.comparator or row.compared_period or row.by.endswith(".cagr") or row.restates:
        return row
    if is_open(row) or row.modality in ("hypothetical", "third_party"):
        return row
    own = next(
        (c.period for c in rows if c.role == "base" and (c.metric, c.segment) == (row.metric, row.segment)), None
    )
    if own not in (None, row.period) or compared is not None:
        return row
    nearby = [c.comparator or comparator_of(row.period, c.period) for c in rows if c.role in ("change", "base")]
    told = next((name for name in nearby if name in ("yoy", "qoq")), None)
    # "still about 100%": a rounded rate in passing is not sure to be the one the document usually gives.
    rounded = row.amount.kind == "percent" and row.amount.modifier == "about" and row.modality != "guided"
    loose = rounded and ("metric" not in row.named or row.amount.low is None or row.amount.low % 10 == 0)
    if re.match(r"FY|[0-9]{4}-9M", row.period or ""):
        usual = "yoy"  # a year is compared with the year before
    told = told or (None if loose else usual)
    return replace(row, comparator=told) if told else row


def is_open(row: Claim) -> bool:
    """Whether a change is of something that no name of the field tells: only an English rate of it is by convention
    measured from the year before."""
    if row.by.endswith((".net", ".beat")):
        return True  # customers gained less those lost are of the period alone
    if not row.metric.startswith("other:"):
        return False
    of_leases = re.search(r"\b(?:rents?|leases?)\b", row.metric)  # a renewal is measured by the lease that ran out
    return bool(of_leases) or row.language != "en" or row.amount.kind not in ("percent", "points")


def with_base_period(row: Claim, rows: Sequence[Claim], named: str | None, *, is_near: bool) -> Claim:
    """A change with the period it is measured from.

    `rows` are the sentence's claims, `named` the period named beside the change; `is_near`: its comparator is, too.
    """
    if row.role != "change" or row.restates or row.comparator == "vs_plan":
        return row
    base = _own_base(row, rows)
    if row.by.endswith(".cagr"):
        return _over_years(row, base)
    compared = row.compared_period or base or (named if named != row.period else None)
    compared = compared or default_base_period(row.period, row.comparator)
    if row.comparator in ("yoy", "qoq") and "comparator" in row.named and (base is None or is_near):
        # "up 5% QoQ, against ... a year ago": what the change itself says of its base goes before what is near.
        compared = default_base_period(row.period, row.comparator) or compared
    told = comparator_of(row.period, compared)
    said = told is not None and bool(base or named or row.compared_period)
    fields = tuple(dict.fromkeys((*row.named, "comparator"))) if said else row.named
    return replace(row, compared_period=compared, comparator=told or row.comparator, named=fields)


def _own_base(row: Claim, rows: Sequence[Claim]) -> str | None:
    """The period of the base said after a change and before the next one, else of the first base of the sentence."""
    bases = [c for c in rows if c.role == "base" and c.metric == row.metric and c.segment == row.segment]
    following = next((c.start for c in rows if c.role == "change" and c.start > row.start), None)
    after = [c for c in bases if c.start > row.start and (following is None or c.start < following)]
    before = [c for c in bases if c.start < row.start]
    return next((c.period for c in (*after, *before[-1:], *bases)), None)


def _over_years(row: Claim, base: str | None) -> Claim:
    """A compound rate spans the years between its base and its level."""
    if base is None or row.period is None or not (base.startswith("FY") and row.period.startswith("FY")):
        return replace(row, compared_period=base)
    return replace(row, period=f"multi:{base[2:]}..{row.period[2:]}", compared_period=base)
