"""Periods that a sentence leaves unsaid: from its other claims, from the sentences around, last from the document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..languages.late import late
from ..languages.metric_kinds import BALANCE_METRICS, SPAN_METRICS, STOCK_METRICS
from ..records import Claim
from .changes import usual_comparator, with_base_period
from .comparators import near_comparator
from .mentions import end_of
from .modality import is_future
from .periods import PeriodContext, comparator_of, shift_years
from .scenes import Scene, cue
from .timeless import is_flow, is_of_today, is_timeless
from .when import compared_period, default_base_period, sentence_period

_LET = late(r"\b(?:leased|let|committed)\b", re.IGNORECASE)
_OF_NOW = ("reported", "premise")
_STANDS = ("level", "share", "ratio")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a sentence's claims are settled by: all of them, its first period, what each change is measured from, the
    period of guidance and the comparator of the sentences around, the period reported on, and which claims are of no
    time or of the last day."""

    rows: Sequence[Claim]
    first: str | None
    context: PeriodContext
    compared: Mapping[str, str | None]
    guided: str | None
    usual: str | None
    filed: str | None
    timeless: frozenset[str]
    of_today: frozenset[str]
    flows: frozenset[str]
    guides: bool


def settle_periods(
    scene: Scene,
    rows: Sequence[Claim],
    context: PeriodContext,
    usual: str | None = None,
    guided: str | None = None,
    filed: str | None = None,
) -> list[Claim]:
    """Fill periods from the sentence's other claims, the comparator, and last the document.

    `usual` is the comparator of the sentences around, for a change that names none, `guided` the
    period of the guidance just given, `filed` the period that the document reports on.
    """
    if usual == "qoq" and "-Q" not in (context.reported or ""):
        usual = None  # only a quarter is measured by the quarter before without a word
    rows = _from_start_to_end(rows)
    taken = {row.period for row in rows if row.role == "base"}
    first = sentence_period(scene, taken)
    if first is None and rows and rows[0].role != "base":
        first = rows[0].period
    compared = {row.id: compared_period(scene, at) for at, row in enumerate(rows) if row.role == "change"}
    known = _Known(
        rows=rows,
        first=first,
        context=context,
        compared=compared,
        guided=guided,
        usual=usual,
        filed=filed,
        timeless=frozenset(row.id for at, row in enumerate(rows) if is_timeless(scene, at, row)),
        of_today=frozenset(row.id for at, row in enumerate(rows) if is_of_today(scene, at, row)),
        guides=cue(scene.rules.guides).search(scene.folded) is not None,
        flows=frozenset(row.id for at, row in enumerate(rows) if is_flow(scene, at, row)),
    )
    settled: list[Claim] = []
    for row in rows:
        settled.append(_settle(row, settled, known))
    settled = [row if row.id in known.flows else _on_a_day(row, context) for row in settled]
    settled = _comparatives([_dated(row, settled, context) for row in settled])
    settled = [usual_comparator(row, settled, usual, compared.get(row.id)) for row in settled]
    settled = [_to_come(row, replace(context, reported=filed)) for row in settled]
    near = {
        row.id for at, row in enumerate(rows) if row.role == "change" and near_comparator(scene, at, ("yoy", "qoq"))
    }
    return [with_base_period(row, settled, compared.get(row.id), is_near=row.id in near) for row in settled]


def _comparatives(rows: Sequence[Claim]) -> list[Claim]:
    """Of two levels of one metric in a sentence the one a year or a quarter before is the base: 去年同期为29.9%."""
    marked: list[Claim] = []
    for row in rows:
        fresh = [
            c for c in marked if c.role in ("level", "share") and (c.metric, c.segment) == (row.metric, row.segment)
        ]
        earlier = (
            fresh
            and row.role in ("level", "share")
            and row.amount.kind == fresh[-1].amount.kind
            and (comparator_of(fresh[-1].period, row.period) or _is_before(row.period, fresh[-1].period))
        )
        marked.append(replace(row, role="base") if earlier else row)
    return marked


def _is_before(period: str | None, other: str | None) -> bool:
    """Whether a day, or a span, is one before another of its kind: the start of the year, the year before last."""
    if period is None or other is None or period.startswith("multi:"):
        return False
    return re.sub("[0-9]", "", period) == re.sub("[0-9]", "", other) and period < other


def _on_a_day(row: Claim, context: PeriodContext) -> Claim:
    """A balance named with a quarter is that of the quarter's last day."""
    if (
        row.metric not in STOCK_METRICS
        or row.role not in ("level", "base", "share", "ratio")
        or row.modality not in _OF_NOW
    ):
        return row
    is_span = row.period is not None and re.fullmatch(r"[0-9]{4}-Q[1-4]|FY[0-9]{4}", row.period)
    return replace(row, period=end_of(row.period, context)) if is_span else row


def _to_come(row: Claim, filed: PeriodContext) -> Claim:
    """What is told of a period that is not over is expected."""
    expected = row.modality == "reported" and row.role != "base" and is_future(row.period, filed)
    return replace(row, modality="guided") if expected else row


def _dated(row: Claim, rows: Sequence[Claim], context: PeriodContext) -> Claim:
    """A balance, and what is compared with twelve months, is of the same kind of period a year before."""
    if row.period is None or row.role not in ("base", "level") or row.period.startswith(("LTM@", "multi:")):
        return row
    current = next((c.period for c in rows if c.role == "level" and c.metric == row.metric and c.period), None)
    if current is None or end_of(context.reported, context) is None:
        return row
    if row.period.startswith("asof:"):
        # "114% versus 113% at the end of October": twelve months that end on another day.
        return replace(row, period="LTM@" + row.period[5:]) if current.startswith("LTM@") else row
    other_span = re.match(r"FY|[0-9]{4}-(?:Q|H|9M)", current) and current[4:6] != (context.reported or "")[4:6]
    ahead = current[5:] != (context.reported or "")[5:] and re.match(r"[0-9]{4}-", current) is not None
    if row.role == "base" and (other_span or (ahead and _is_guided(rows, current))):
        # "43% for the year, up from 41% a year ago": the year before, not the quarter of the year before. "For the
        # fourth quarter we expect 1.3 billion, up from 1.2 last year" is told when the third is reported.
        year_ago = row.period == shift_years(context.reported, -1)
        return replace(row, period=shift_years(current, -1)) if year_ago else row
    if not current.startswith(("asof:", "LTM@")):
        return row
    same_day = end_of(context.reported, context) == "asof:" + re.split("[:@]", current)[1]
    if not same_day:
        return row
    for years in (1, 2):
        if row.period == shift_years(context.reported, -years):
            return replace(row, period=shift_years(current, -years))
    return row


def _is_guided(rows: Sequence[Claim], period: str) -> bool:
    return any(row.role == "level" and row.period == period and row.modality == "guided" for row in rows)


def _from_start_to_end(rows: Sequence[Claim]) -> list[Claim]:
    """Of two levels beside a compound rate the earlier year is the base."""
    if not any(row.by.endswith(".cagr") for row in rows):
        return list(rows)
    years = [row for row in rows if row.role == "level" and (row.period or "").startswith("FY")]
    if len(years) != 2 or years[0].metric != years[1].metric or years[0].period == years[1].period:
        return list(rows)
    first = min(years, key=lambda row: row.period or "")
    return [replace(row, role="base") if row is first else row for row in rows]


def _settle(row: Claim, before: Sequence[Claim], known: _Known) -> Claim:
    """A claim with its period, given the claims `before` it in the sentence, which are settled."""
    pair = row.metric == "fx_rate" and row.period is None and not row.surface
    if pair or row.id in known.timeless:
        return row  # a pair of amounts, "RMB7.10 to US$1.00", is the rate of no period
    current = next((c.period for c in reversed(before) if _is_current(c, row) and c.metric == row.metric), None)
    said = current or known.first
    if row.role == "base":
        return _settle_base(row, before, said, known)
    if row.role == "ratio":
        return replace(row, period=known.first or _reported(row, known.context))
    if row.modality == "guided" and row.period is None:
        return replace(row, period=said or _expected(row, known))
    if row.role == "driver":
        return replace(row, period=known.first or known.context.reported)
    if row.role == "change" and row.period is not None and current and comparator_of(current, row.period):
        # "rose 5% from Q2": the period behind a change may be the base's.
        return replace(row, period=current, compared_period=row.period)
    return row if row.period is not None else _settle_level(row, current, known)


def _settle_base(row: Claim, before: Sequence[Claim], said: str | None, known: _Known) -> Claim:
    if row.period is not None:
        return row
    if row.modality != "guided":
        return replace(row, period=_base_period(row, said, known))
    period = said or known.context.reported
    grows = next((c for c in reversed(before) if c.role == "change" and c.metric == row.metric), None)
    if grows is not None and grows.comparator in ("yoy", "qoq") and "comparator" in grows.named:
        # "growth of 8% year over year from 40 million": measured from what was reported.
        return replace(row, period=default_base_period(period, grows.comparator), modality="reported")
    # "compared with its earlier range of ...": guidance is compared with guidance for the same period.
    return replace(row, period=period)


def _expected(row: Claim, known: _Known) -> str | None:
    """The period of guidance that names none: not the one that is over, unless it is held against it."""
    ahead = _year_after_base(row, known.rows)
    if is_future(ahead, replace(known.context, reported=known.filed)):
        return ahead
    held = row.by.endswith(".guidance") or known.context.reported != known.filed
    return known.guided or (known.context.reported if held else _year_guided(known))


def _year_guided(known: _Known) -> str | None:
    """The fiscal year that guidance without a period is for: the running one, or the next where it is over."""
    reported = known.filed or ""
    if not known.guides or reported[5:] not in ("Q1", "Q2", "Q3", "H1", "9M"):
        return None
    return f"FY{reported[:4]}"


def _settle_level(row: Claim, current: str | None, known: _Known) -> Claim:
    first, context = known.first, known.context
    default = None if row.modality == "third_party" else _reported(row, context)
    default = context.reported if row.id in known.flows and default else default
    if row.id in known.of_today and default == context.reported:
        default = end_of(context.reported, context)
    if first is not None and first.startswith("asof:") and row.metric in SPAN_METRICS:
        first = None  # "118 at the end of December, and inventory days came down to 70"
    return replace(row, period=current or first or default)


def _year_after_base(row: Claim, rows: Sequence[Claim]) -> str | None:
    """ "8% above the 40 million of last year's third quarter": what is expected is of the same quarter a year on."""
    bases = [c for c in rows if c.role == "base" and c.metric == row.metric and c.period and "period" in c.named]
    return shift_years(bases[0].period, 1) if len(bases) == 1 and row.role in ("level", "change") else None


def _reported(row: Claim, context: PeriodContext) -> str | None:
    """The reported period; a balance is that of its last day."""
    days = STOCK_METRICS if row.role in ("share", "ratio") else BALANCE_METRICS
    of_space = row.metric == "occupancy" and _LET.search(row.surface)  # "92% leased": a count of the day
    is_day = (row.metric in days or of_space) and row.role in (*_STANDS, "change") and row.modality in _OF_NOW
    return end_of(context.reported, context) if is_day else context.reported


def _is_current(claim: Claim, row: Claim) -> bool:
    return claim.role != "base" and claim.period is not None and claim.segment == row.segment


def _base_period(row: Claim, current: str | None, known: _Known) -> str | None:
    """The period before the current one: by the change it belongs to, else by the usual comparator, else by a year."""
    changes = [c for c in known.rows if c.role == "change" and c.metric == row.metric and c.segment == row.segment]
    for change in changes:
        if known.compared.get(change.id):
            return known.compared[change.id]
    comparator = next((c.comparator for c in changes if c.comparator in ("yoy", "qoq")), known.usual or "yoy")
    return default_base_period(current or known.context.reported, comparator)
