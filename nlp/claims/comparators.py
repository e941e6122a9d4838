"""Comparators of changes, and the periods that a sentence leaves unsaid."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..languages.metric_kinds import BALANCE_METRICS, SPAN_METRICS, STOCK_METRICS
from ..records import Claim
from .mentions import end_of
from .modality import is_future
from .periods import PeriodContext, comparator_of, shift_years
from .scenes import Scene, cue
from .spots import Role
from .timeless import is_of_today, is_timeless
from .when import compared_period, default_base_period, sentence_period


def find_comparator(scene: Scene, at: int, role: Role) -> str | None:
    """yoy, qoq, vs_plan or cagr for a change, by the words around it: those after it first, then those before."""
    if role.role not in ("change", "driver"):
        return None
    if role.why == "cagr":
        return None
    if role.why == "ahead of" and cue(_OF_PLAN).match(scene.after(at)):
        return "vs_plan"
    if (found := _near(scene, at, ("yoy", "qoq", "vs_plan"))) is not None:
        return found
    # A period beside the change says more than a word elsewhere in the sentence, and a plan spoken of elsewhere is not
    # what the change is measured by.
    return None if compared_period(scene, at) is not None else _nearest(scene, at, ("yoy", "qoq"))


def _near(scene: Scene, at: int, names: Sequence[str]) -> str | None:
    """The comparator that the words beside amount `at` name: English says "5% year over year", Chinese 同比增长5%."""
    after = re.split("[;；]", scene.after(at)[:60])[0]
    before = re.split("[;；]", scene.before(at)[-60:])[-1]
    for words, last in ((after, False), (before, True))[:: 1 if scene.rules.code == "en" else -1]:
        found = [place for name in names if (place := _named_in(scene, name, words, last=last)) is not None]
        if found:
            return (max if last else min)(found)[1]
    return None


def _nearest(scene: Scene, at: int, names: Sequence[str]) -> str | None:
    """Of the comparators that the sentence names the last one before amount `at`, else the first behind it."""
    found = [(m.start(), name) for name in names for m in cue(getattr(scene.rules, name)).finditer(scene.folded)]
    before = [place for place in found if place[0] < scene.amounts[at].start]
    return max(before)[1] if before else min(found)[1] if found else None


def _named_in(scene: Scene, name: str, words: str, *, last: bool) -> tuple[int, str] | None:
    """Where words name a comparator, for the last or the first time."""
    places = [match.start() for match in cue(getattr(scene.rules, name)).finditer(words)]
    return (places[-1 if last else 0], name) if places else None


_OF_PLAN = (
    r"\s*(?:ahead of|short of|shy of|above|over|below|under|better than|more than|less than)\s+(?:the |our |its )?"
    r"(?:(?:top|bottom|high|low|upper|lower|mid)[a-z\- ]*(?:end|point)?(?: of)?\s+(?:the |our "
    r"|its )?[a-z ]{0,24}(?:range|guidance|outlook|forecast|expectations?)|(?:[a-z]+ ){0,3}(?:plan|guidance|budget|forecast|outlook))\b"
)
_OF_NOW = ("reported", "premise")
_STANDS = ("level", "share", "ratio")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a sentence's claims are settled by: all of them, its first period, what each change is measured from, and
    the period of guidance and the comparator of the sentences around, the period reported on, and which claims are of no
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
    )
    settled: list[Claim] = []
    for row in rows:
        settled.append(_settle(row, settled, known))
    settled = [_on_a_day(row, context) for row in settled]
    settled = _comparatives([_dated(row, settled, context) for row in settled])
    settled = [_usually(row, settled, usual, compared.get(row.id)) for row in settled]
    settled = [_to_come(row, replace(context, reported=filed)) for row in settled]
    near = {row.id for at, row in enumerate(rows) if row.role == "change" and _near(scene, at, ("yoy", "qoq"))}
    return [_with_base_period(row, settled, compared.get(row.id), is_near=row.id in near) for row in settled]


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
            and comparator_of(fresh[-1].period, row.period)
        )
        marked.append(replace(row, role="base") if earlier else row)
    return marked


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
    if row.role == "base" and current.startswith("FY") and not (context.reported or "").startswith("FY"):
        # "43% for the year, up from 41% a year ago": the year before, not the quarter of the year before.
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


def _usually(row: Claim, rows: Sequence[Claim], usual: str | None, compared: str | None) -> Claim:
    """A change that names no comparator has that of the sentence's other claims, or the one usual around it."""
    if row.role != "change" or row.comparator or row.compared_period or row.by.endswith(".cagr") or row.restates:
        return row
    if row.metric.startswith("other:") or row.modality in ("hypothetical", "third_party"):
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
    if row.metric == "fx_rate" and row.period is None and not row.surface:
        return row  # a pair of amounts, "RMB7.10 to US$1.00", is the rate of no period
    if row.id in known.timeless:
        return row
    first, context = known.first, known.context
    current = next((c.period for c in reversed(before) if _is_current(c, row) and c.metric == row.metric), None)
    if row.role == "base" and row.modality == "guided" and row.period is None:
        grows = next((c for c in reversed(before) if c.role == "change" and c.metric == row.metric), None)
        if grows is not None and grows.comparator in ("yoy", "qoq") and "comparator" in grows.named:
            # "growth of 8% year over year from 40 million": measured from what was reported.
            earlier = default_base_period(current or first or context.reported, grows.comparator)
            return replace(row, period=earlier, modality="reported")
        # "compared with its earlier range of ...": guidance is compared with guidance for the same period.
        return replace(row, period=current or first or context.reported)
    if row.role == "base":
        return row if row.period is not None else replace(row, period=_base_period(row, current or first, known))
    if row.role == "ratio":
        return replace(row, period=first or _reported(row, context))
    if row.modality == "guided" and row.period is None and not (current or first):
        ahead = _year_after_base(row, known.rows)
        if is_future(ahead, replace(context, reported=known.filed)):
            return replace(row, period=ahead)
    if row.modality == "guided" and row.period is None:
        # What is expected of no named time is not expected of the quarter that is over, unless it is held against it.
        held = row.by.endswith(".guidance") or context.reported != known.filed
        return replace(row, period=current or first or known.guided or (context.reported if held else None))
    if row.role == "driver":
        return replace(row, period=first or context.reported)
    if row.role == "change" and row.period is not None and current and comparator_of(current, row.period):
        # "rose 5% from Q2": the period behind a change may be the base's.
        return replace(row, period=current, compared_period=row.period)
    if row.period is None:
        default = None if row.modality == "third_party" else _reported(row, context)
        if row.id in known.of_today and default == context.reported:
            default = end_of(context.reported, context)
        if first is not None and first.startswith("asof:") and row.metric in SPAN_METRICS:
            first = None  # "118 at the end of December, and inventory days came down to 70"
        return replace(row, period=current or first or default)
    return row


def _year_after_base(row: Claim, rows: Sequence[Claim]) -> str | None:
    """ "8% above the 40 million of last year's third quarter": what is expected is of the same quarter a year on."""
    bases = [c for c in rows if c.role == "base" and c.metric == row.metric and c.period and "period" in c.named]
    return shift_years(bases[0].period, 1) if len(bases) == 1 and row.role in ("level", "change") else None


def _reported(row: Claim, context: PeriodContext) -> str | None:
    """The reported period; a balance is that of its last day."""
    days = STOCK_METRICS if row.role in ("share", "ratio") else BALANCE_METRICS
    is_day = row.metric in days and row.role in (*_STANDS, "change") and row.modality in _OF_NOW
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


def _with_base_period(row: Claim, rows: Sequence[Claim], named: str | None, *, is_near: bool) -> Claim:
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
