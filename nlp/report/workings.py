"""The arithmetic of a finding as spreadsheet formulas over the sheet of claims, from templates of our own.

Only claims of the finding are used, told apart by what they are (role, unit, metric), because a settled finding names
the accused one first. Where that leaves a doubt there is no formula: the arithmetic stands as text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..amounts.intervals import cagr, divide, growth, margin, negate, scale_by, subtract, total
from ..checks.facts import magnitude
from ..records import Claim, Finding, Interval

_JUDGED = ("supported", "rounding", "contradicted")
Compute = Callable[[Sequence[Interval]], Interval]


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """One recomputation. `low` and `high` are formulas with {0l} and {0h} for the ends of the first input, and so on.

    `sign` is -1 where the words say "down" and the number is printed without a sign.
    """

    said: Claim
    inputs: tuple[Claim, ...]
    low: str
    high: str
    compute: Compute
    sign: int = 1

    def computed(self) -> Interval:
        """What the formulas give for the numbers as they were read."""
        return self.compute([magnitude(claim) for claim in self.inputs])

    def stated(self) -> Interval:
        """The interval said, signed."""
        interval = magnitude(self.said)
        return negate(interval) if self.sign < 0 else interval


def working_of(finding: Finding, claims: dict[str, Claim]) -> Working | None:
    """The recomputation a finding rests on; None where its code has no template or its claims do not fill it."""
    rows = [claims[key] for key in finding.claims if key in claims]
    make = _MAKERS.get(finding.code)
    if (
        make is None
        or len(rows) != len(finding.claims)
        or finding.verdict not in ("supported", "rounding", "contradicted")
    ):
        return None
    working = make(rows)
    if working is None or not all(map(_is_closed, (magnitude(row) for row in (working.said, *working.inputs)))):
        return None
    return working


def _is_closed(interval: Interval) -> bool:
    return interval.low is not None and interval.high is not None and interval.low > 0


def _growth(rows: Sequence[Claim]) -> Working | None:
    found = _pair(rows)
    if found is None or found[0].amount.unit != "percent":
        return None
    said, level, base = found
    return Working(
        said=said, inputs=(level, base), low="({0l}/{1h}-1)*100", high="({0h}/{1l}-1)*100",
        compute=lambda v: growth(v[1], v[0]), sign=_sign(said, level),
    )  # fmt: skip


def _compound(rows: Sequence[Claim]) -> Working | None:
    found = _pair(rows)
    years = _years(found[1], found[2]) if found else 0
    if found is None or years < 1:
        return None
    said, level, base = found
    return Working(
        said=said, inputs=(level, base), low=f"(({{0l}}/{{1h}})^(1/{years})-1)*100",
        high=f"(({{0h}}/{{1l}})^(1/{years})-1)*100", compute=lambda v: cagr(v[1], v[0], years), sign=_sign(said, level),
    )  # fmt: skip


def _difference(rows: Sequence[Claim]) -> Working | None:
    found = _pair(rows)
    if found is None:
        return None
    said, level, base = found
    factor = 100 if said.amount.unit == "basis_point" else 1
    return Working(
        said=said, inputs=(level, base), low=f"({{0l}}-{{1h}})*{factor}", high=f"({{0h}}-{{1l}})*{factor}",
        compute=lambda v: scale_by(subtract(v[0], v[1]), Decimal(factor)), sign=_sign(said, level),
    )  # fmt: skip


def _pair(rows: Sequence[Claim]) -> tuple[Claim, Claim, Claim] | None:
    """The change said, the level and its base."""
    changes = [row for row in rows if row.role == "change"]
    others = [row for row in rows if row.role != "change"]
    if len(changes) != 1 or len(others) != 2 or others[0].amount.unit != others[1].amount.unit:
        return None
    bases = [row for row in others if row.role == "base"]
    if len(bases) == 1:
        base = bases[0]
    elif others[0].period and others[1].period and others[0].period != others[1].period:
        base = min(others, key=lambda row: (row.period or "").removeprefix("FY"))
    else:
        return None
    level = others[0] if base is others[1] else others[1]
    return changes[0], level, base


def _years(level: Claim, base: Claim) -> int:
    years = [(row.period or "").removeprefix("FY") for row in (level, base)]
    return int(years[0]) - int(years[1]) if all(year.isdecimal() for year in years) else 0


def _sign(said: Claim, level: Claim) -> int:
    """A loss that "increased" went up though the quantity fell."""
    loss = level.amount.high is not None and level.amount.high < 0
    down = said.direction == ("up" if loss else "down")
    return -1 if down else 1


def _margin(rows: Sequence[Claim]) -> Working | None:
    said = [row for row in rows if row.amount.unit == "percent"]
    whole = [row for row in rows if row.metric == "revenue" and row.amount.unit != "percent"]
    part = [row for row in rows if row not in said and row not in whole]
    if not len(said) == len(whole) == len(part) == 1:
        return None
    return Working(
        said=said[0], inputs=(part[0], whole[0]), low="{0l}/{1h}*100", high="{0h}/{1l}*100",
        compute=lambda v: margin(v[0], v[1]),
    )  # fmt: skip


def _gross_profit(rows: Sequence[Claim]) -> Working | None:
    named = {row.metric: row for row in rows}
    if len(rows) != 3 or set(named) != {"gross_profit", "revenue", "cost_of_revenue"}:
        return None
    return Working(
        said=named["gross_profit"], inputs=(named["revenue"], named["cost_of_revenue"]), low="{0l}-{1h}",
        high="{0h}-{1l}", compute=lambda v: subtract(v[0], v[1]),
    )  # fmt: skip


def _sum_of(is_total: Callable[[Claim], bool]) -> Callable[[Sequence[Claim]], Working | None]:
    def make(rows: Sequence[Claim]) -> Working | None:
        totals = [row for row in rows if is_total(row)]
        parts = tuple(row for row in rows if not is_total(row))
        if len(totals) != 1 or len(parts) < 2 or len({row.amount.unit for row in rows}) != 1:
            return None
        ends = ["+".join(f"{{{at}{end}}}" for at in range(len(parts))) for end in "lh"]
        return Working(said=totals[0], inputs=parts, low=ends[0], high=ends[1], compute=lambda v: total(tuple(v)))

    return make


def _share(rows: Sequence[Claim]) -> Working | None:
    said = [row for row in rows if row.amount.unit == "percent"]
    whole = [row for row in rows if row.segment is None and row.amount.unit != "percent"]
    parts = tuple(row for row in rows if row not in said and row not in whole)
    if len(said) != 1 or len(whole) != 1 or not parts:
        return None
    last = len(parts)
    ends = [("+".join(f"{{{at}{end}}}" for at in range(last))) for end in "lh"]
    return Working(
        said=said[0], inputs=(*parts, whole[0]),
        low=f"({ends[0]})/{{{last}h}}*100", high=f"({ends[1]})/{{{last}l}}*100",
        compute=lambda v: margin(total(tuple(v[:-1])), v[-1]),
    )  # fmt: skip


def _conversion(rows: Sequence[Claim]) -> Working | None:
    """An amount over a stated rate. The rate is the one of its currency that belongs to no period."""
    for said in rows:
        others = [row for row in rows if row is not said]
        rates = [row for row in others if row.metric == "fx_rate" or row.period is None]
        amounts = [row for row in others if row not in rates]
        units = {row.amount.unit for row in others}
        if len(rates) == len(amounts) == len(units) == 1 and said.amount.unit not in units:
            return Working(
                said=said, inputs=(amounts[0], rates[0]), low="{0l}/{1h}", high="{0h}/{1l}",
                compute=lambda v: divide(v[0], v[1]),
            )  # fmt: skip
    return None


_MAKERS: dict[str, Callable[[Sequence[Claim]], Working | None]] = {
    "A01": _growth,
    "A02": _compound,
    "A03": _difference,
    "A05": _margin,
    "A06": _gross_profit,
    "A07": _sum_of(lambda row: row.metric == "operating_expenses"),
    "A08": _sum_of(lambda row: row.segment is None),
    "A09": _share,
    "A10": _conversion,
}


def fits(working: Working) -> bool:
    """Whether said and computed overlap, as the sheet's formula says it."""
    (low, high), (least, most) = (_ends(working.stated()), _ends(working.computed()))
    return least <= high and most >= low


def _ends(interval: Interval) -> tuple[Decimal, Decimal]:
    low, high = interval.low, interval.high
    if low is None or high is None:
        raise ValueError("an open interval has no ends")
    return low, high
