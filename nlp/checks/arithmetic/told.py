"""A26: an amount told as a change that is the level or the base: then the growth said beside it follows; and one told
as a level that is the difference of the two figures beside it.

"Costs fell 6.4% by 97.2 million from 103.8 million": 97.2 is what they fell to. "641 million, down 5.7%, an increase of
680 million": 680 is what they fell from. "47.3 million, down to 1.6 million from 48.9 million" is down by that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from ...amounts.intervals import add, growth, margin, negate, overlaps, subtract
from ...languages.check_cues import LED_TO
from ...languages.late import late
from ...records import Claim, Finding, Interval
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import magnitude
from ..known import is_primary
from ..repairs import significant_digits

_TELLING = 2  # digits of both amounts
_BY = late(r"\s+by\s+")
_LED = 16  # characters before an amount in which "down to" stands
_OF_A_SIZE = 3  # times that two figures are more than what they differ by
_WIDEST = 2  # points between which the growth of the two must lie


def told_findings(evidence: Evidence) -> Iterator[Finding]:
    """One for each sentence with one amount that changed, one that did not, and a rate that only two levels give."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for row in evidence.claims:
        if row.sentence_id is not None and is_primary(row) and row.restates is None:
            groups[row.sentence_id, row.metric, row.segment, row.basis].append(row)
    for rows in groups.values():
        yield from _moved_to(rows, evidence)
        amounts = [row for row in rows if row.role == "change" and row.amount.kind in ("money", "count")]
        values = [row for row in rows if row.role in ("level", "base") and row.amount.kind in ("money", "count")]
        rates = [row for row in rows if row.role == "change" and row.amount.unit == "percent"]
        if len(amounts) == len(values) == 1 and not any(_follows(amounts[0], values[0], rate) for rate in rates):
            found = (row for rate in rates for row in _of_three(amounts[0], values[0], rate, evidence))
            yield from islice(found, 1)
        else:
            yield from (found for amount in amounts for rate in rates for found in _grown_by(amount, rate, evidence))


def _grown_by(amount: Claim, rate: Claim, evidence: Evidence) -> Iterator[Finding]:
    """ "Revenue grew 19% by 88.4 million": as a change, it would be of more than any amount that is told."""
    between = evidence.document_by_id[rate.document_id].text[rate.end : amount.start]
    if not _BY.fullmatch(between) or not all(_is_plain(row, evidence) for row in (amount, rate)):
        return
    if {"role", "unit"} & {*amount.weighed, *rate.weighed}:
        return
    own = [row for row in evidence.claims_of[amount.document_id] if row.amount.unit == amount.amount.unit]
    largest = max((abs(row.amount.value) for row in own if row.amount.value and row.id != amount.id), default=None)
    whole = margin(magnitude(amount), magnitude(rate)).low
    if largest is None or whole is None or whole <= largest:
        return
    yield Finding(
        code="A26", verdict="contradicted", severity="warning", claims=(amount.id, rate.id),
        origin="release" if evidence.document_by_id[amount.document_id].kind == "release" else "speaker",
        message="The amount is told as a change of more than any amount that is told: it is what came of it.",
        formula=f"{evidence.said(amount)} / {evidence.said(rate)} is more than any other amount",
        evidence=tuple(evidence.span(row) for row in (amount, rate)),
    )  # fmt: skip


def _moved_to(rows: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """A figure that "down to" leads to, and that is but the difference of a level and a base of its sentence."""
    levels = [row for row in rows if row.role == "level" and row.amount.kind in ("money", "count")]
    bases = [row for row in rows if row.role == "base" and row.amount.kind in ("money", "count")]
    if len(levels) != 2 or len(bases) != 1 or len({row.amount.unit for row in (*levels, *bases)}) > 1:
        return
    if not all(_is_plain(row, evidence) and not {"role", "unit"} & {*row.weighed} for row in (*levels, *bases)):
        return
    amount, level = sorted(levels, key=lambda row: row.amount.value or 0)
    values = [magnitude(row) for row in (level, *bases)]
    moved = any(overlaps(subtract(one, two), magnitude(amount)) for one, two in (values, values[::-1]))
    words = simplify(fold(evidence.document_by_id[amount.document_id].text[max(0, amount.start - _LED) : amount.start]))
    small = (amount.amount.value or 0) * _OF_A_SIZE < min(row.amount.value or 0 for row in (level, *bases))
    if moved and small and LED_TO.search(words):
        yield Finding(
            code="A26", verdict="contradicted", severity="warning", claims=(amount.id, level.id, bases[0].id),
            origin="release" if evidence.document_by_id[amount.document_id].kind == "release" else "speaker",
            message="The amount is told as what the figure moved to; it is by how much the two beside it differ.",
            formula=f"{evidence.said(level)} and {evidence.said(bases[0])}; said {evidence.said(amount)}",
            evidence=tuple(evidence.span(row) for row in (amount, level, *bases)),
        )  # fmt: skip


def _of_three(amount: Claim, value: Claim, rate: Claim, evidence: Evidence) -> Iterator[Finding]:
    if amount.amount.unit != value.amount.unit or not all(_is_plain(row, evidence) for row in (amount, value, rate)):
        return
    said = magnitude(rate)
    signed = negate(said) if rate.direction == "down" else said
    is_base = value.role == "level"
    level, base = (value, amount) if is_base else (amount, value)
    found = growth(magnitude(base), magnitude(level))
    if not _is_narrow(found) or not overlaps(found, signed):
        return
    what = "what was before" if is_base else "what came of it"
    yield Finding(
        code="A26", verdict="contradicted", severity="warning", claims=(amount.id, value.id, rate.id),
        origin="release" if evidence.document_by_id[amount.document_id].kind == "release" else "speaker",
        message=f"The amount is told as a change; the growth said follows where it is {what}.",
        formula=f"{evidence.said(level)} / {evidence.said(base)} - 1; said {evidence.said(rate)}",
        evidence=tuple(evidence.span(row) for row in (amount, value, rate)),
    )  # fmt: skip


def _follows(amount: Claim, value: Claim, rate: Claim) -> bool:
    """Whether a rate is that of the amount as the change it is told as."""
    rates = _as_change(magnitude(amount), magnitude(value), is_base=value.role == "base")
    return any(overlaps(other, magnitude(rate)) for other in rates)


def _as_change(amount: Interval, value: Interval, *, is_base: bool) -> Iterator[Interval]:
    """The rates that the amount makes as a change of the value, or towards it, up or down."""
    yield margin(amount, value)
    if not is_base:
        for before in (subtract(value, amount), add(value, amount)):
            if before.low is not None and before.low > 0:
                yield margin(amount, before)


def _is_plain(row: Claim, evidence: Evidence) -> bool:
    exact = row.amount.value is not None and row.amount.value > 0 and row.amount.modifier is None
    return exact and (row.amount.unit == "percent" or significant_digits(evidence.quote(row)) >= _TELLING)


def _is_narrow(found: Interval) -> bool:
    return None not in (found.low, found.high) and (found.high or 0) - (found.low or 0) <= _WIDEST
