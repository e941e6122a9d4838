"""Comparators of changes, and the periods that a sentence leaves unsaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..languages.metric_kinds import BALANCE_METRICS
from ..records import Claim
from .mentions import end_of
from .periods import PeriodContext, comparator_of
from .roles import Role
from .scenes import Scene, cue
from .when import compared_period, default_base_period, sentence_period


def find_comparator(scene: Scene, at: int, role: Role) -> str | None:
    """yoy, qoq, vs_plan or cagr for a change, by the words around it: those after it first, then those before."""
    if role.role not in ("change", "driver"):
        return None
    if role.why == "cagr":
        return None
    around = (scene.after(at)[:60], scene.before(at)[-60:])
    # English says "5% year over year", Chinese 同比增长5%.
    reaches = (*(around if scene.rules.code == "en" else reversed(around)), scene.folded)
    for reach in reaches:
        for name in ("yoy", "qoq", "vs_plan"):
            if cue(getattr(scene.rules, name)).search(reach):
                return name
    return None


def settle_periods(scene: Scene, rows: Sequence[Claim], context: PeriodContext) -> list[Claim]:
    """Fill periods from the sentence's other claims, the comparator, and last the document."""
    rows = _from_start_to_end(rows)
    taken = {row.period for row in rows if row.role == "base"}
    first = sentence_period(scene, taken)
    if first is None and rows and rows[0].role != "base":
        first = rows[0].period
    compared = {row.id: compared_period(scene, at) for at, row in enumerate(rows) if row.role == "change"}
    settled: list[Claim] = []
    for row in rows:
        settled.append(_settle(row, settled, rows, first, context, compared))
    settled = _comparatives(settled)
    return [_with_base_period(row, settled, compared.get(row.id)) for row in settled]


def _comparatives(rows: Sequence[Claim]) -> list[Claim]:
    """Of two levels of one metric in a sentence the one a year or a quarter before is the base: 去年同期为29.9%."""
    marked: list[Claim] = []
    for row in rows:
        fresh = [c for c in marked if c.role == "level" and (c.metric, c.segment) == (row.metric, row.segment)]
        earlier = fresh and row.role == "level" and comparator_of(fresh[-1].period, row.period)
        marked.append(replace(row, role="base") if earlier else row)
    return marked


def _from_start_to_end(rows: Sequence[Claim]) -> list[Claim]:
    """Of two levels beside a compound rate the earlier year is the base."""
    if not any(row.by.endswith(".cagr") for row in rows):
        return list(rows)
    years = [row for row in rows if row.role == "level" and (row.period or "").startswith("FY")]
    if len(years) != 2 or years[0].metric != years[1].metric or years[0].period == years[1].period:
        return list(rows)
    first = min(years, key=lambda row: row.period or "")
    return [replace(row, role="base") if row is first else row for row in rows]


def _settle(
    row: Claim,
    before: Sequence[Claim],
    rows: Sequence[Claim],
    first: str | None,
    context: PeriodContext,
    compared: Mapping[str, str | None],
) -> Claim:
    current = next((c.period for c in reversed(before) if _is_current(c, row) and c.metric == row.metric), None)
    if row.role == "base":
        return (
            row
            if row.period is not None
            else replace(row, period=_base_period(row, rows, current or first, context, compared))
        )
    if row.role == "driver":
        return replace(row, period=first or context.reported)
    if row.role == "change" and row.period is not None and current and comparator_of(current, row.period):
        # "rose 5% from Q2": the period behind a change may be the base's.
        return replace(row, period=current, compared_period=row.period)
    if row.period is None:
        default = None if row.modality == "third_party" else _reported(row, context)
        return replace(row, period=current or first or default)
    return row


def _reported(row: Claim, context: PeriodContext) -> str | None:
    """The reported period; a balance is that of its last day."""
    is_day = row.metric in BALANCE_METRICS and row.role in ("level", "change") and row.modality == "reported"
    return end_of(context.reported, context) if is_day else context.reported


def _is_current(claim: Claim, row: Claim) -> bool:
    return claim.role != "base" and claim.period is not None and claim.segment == row.segment


def _base_period(
    row: Claim, rows: Sequence[Claim], current: str | None, context: PeriodContext, compared: Mapping[str, str | None]
) -> str | None:
    """The period before the current one, by the comparator of the change it belongs to; a year before by default."""
    changes = [c for c in rows if c.role == "change" and c.metric == row.metric and c.segment == row.segment]
    for change in changes:
        if compared.get(change.id):
            return compared[change.id]
    comparator = next((c.comparator for c in changes if c.comparator in ("yoy", "qoq")), "yoy")
    return default_base_period(current or context.reported, comparator)


def _with_base_period(row: Claim, rows: Sequence[Claim], named: str | None) -> Claim:
    if row.role != "change" or row.restates:
        return row
    base = next(
        (c.period for c in rows if c.role == "base" and c.metric == row.metric and c.segment == row.segment), None
    )
    if row.by.endswith(".cagr"):
        return _over_years(row, base)
    compared = row.compared_period or base or (named if named != row.period else None)
    compared = compared or default_base_period(row.period, row.comparator)
    return replace(row, compared_period=compared, comparator=comparator_of(row.period, compared) or row.comparator)


def _over_years(row: Claim, base: str | None) -> Claim:
    """A compound rate spans the years between its base and its level."""
    if base is None or row.period is None or not (base.startswith("FY") and row.period.startswith("FY")):
        return replace(row, compared_period=base)
    return replace(row, period=f"multi:{base[2:]}..{row.period[2:]}", compared_period=base)
