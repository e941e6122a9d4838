"""Relations between stated numbers: one figure `said` and the same figure computed from others.

Every relation computes on intervals, so that any of its inputs can be replaced when a repair is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..amounts.intervals import agreement, exactly, negate, text
from ..records import Claim, Interval
from .facts import as_said, magnitude, short_money

TURNED = "The figures went the other way."  # what a finding says whose growth follows once its way is turned

IN_POINTS = "Percentage points of an amount: per cent is meant."
OF_A_LOSS = "The figure is called a loss; the margin said beside it is above zero."
OTHER_YEAR = "The date beside the figure is of another year than the figure is elsewhere."

Compute = Callable[[Sequence[Interval]], Interval]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A number of a relation: a claim, or a value derived elsewhere (`shown` says how)."""

    interval: Interval
    shown: str
    point: Decimal | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`said` should equal `compute(inputs)`. `template` shows the arithmetic with {0}, {1}... for the inputs.

    `loose`: an input was found by what it measures, not put beside the others by the speaker. `careful`: figures that
    differ a little may rightly do so (a restatement, another count of shares), so that only a plain slip accuses.
    `paired`: one sentence puts two of its figures together, and the third goes by its plain name: any slip accuses.
    """

    code: str
    said: Input
    inputs: tuple[Input, ...]
    compute: Compute
    template: str
    unit: str = ""
    loose: bool = False
    careful: bool = False
    paired: bool = False

    def computed(self, replaced: Mapping[str, Interval] | None = None) -> Interval:
        """The interval the inputs give, some claims' intervals replaced by id."""
        return self.compute([_value(part, replaced) for part in self.inputs])

    def point(self) -> Decimal | None:
        """The result as if every print were exact; None when some input is a range."""
        points = [part.point for part in self.inputs]
        if any(point is None for point in points):
            return None
        result = self.compute([exactly(point) for point in points if point is not None])
        return None if result.low is None or result.high is None else (result.low + result.high) / 2

    def verdict(self, replaced: Mapping[str, Interval] | None = None) -> str:
        """`equal`, `rounding` or `disjoint`."""
        point = None if replaced else self.point()
        return agreement(_value(self.said, replaced), self.computed(replaced), point)

    def claims(self) -> tuple[Claim, ...]:
        """Every claim that takes part, the said one first."""
        claims = (part.claim for part in (self.said, *self.inputs))
        return tuple({claim.id: claim for claim in claims if claim is not None}.values())

    def has(self, claim_id: str) -> bool:
        """Whether a claim takes part."""
        return any(part.claim is not None and part.claim.id == claim_id for part in (self.said, *self.inputs))

    def is_one_statement(self) -> bool:
        """Whether one sentence states all its numbers, so that they are meant to fit."""
        if self.loose:
            return False
        sentences = {claim.sentence_id for claim in self.claims()}
        return len(sentences) == 1 and None not in sentences and all(part.claim for part in self.inputs)

    def is_far(self) -> bool:
        """Whether said and computed differ so much (five times and more) that they hardly speak of the same thing."""
        sizes = [_size(self.computed()), _size(self.said.interval)]
        if sizes[0] is None or sizes[1] is None:
            return False
        return min(sizes[0], sizes[1]) * 5 < max(sizes[0], sizes[1])

    def is_tight(self, times: int = 200) -> bool:
        """Whether the computed interval is so narrow (0.5% of its value) that a wrong digit rarely fits by chance."""
        computed = self.computed()
        if computed.low is None or computed.high is None:
            return False
        return (computed.high - computed.low) * times <= abs(computed.low + computed.high) / 2

    def formula(self) -> str:
        """The arithmetic with numbers in: `120 / 100 - 1 = 19.4..20.6%; said 20%`."""
        left = self.template.format(*(part.shown for part in self.inputs))
        return f"{left} = {self.shown(self.computed())}; said {self.said.shown}"

    def shown(self, interval: Interval) -> str:
        """An interval of the relation's result, money in millions or billions."""
        claim = self.said.claim
        if claim is not None and claim.amount.kind == "money" and not self.unit:
            return short_money(interval, claim.amount.unit)
        return text(interval) + self.unit


def claim_input(claim: Claim, shown: str, interval: Interval | None = None) -> Input:
    """An input from a claim; a loss counts by its size. A sharp `point` exists only for a plain printed value."""
    amount = claim.amount
    plain = amount.value is not None and amount.modifier is None
    point = abs(amount.value) if plain and amount.value is not None else None
    return Input(interval=interval or as_said(claim, shown, magnitude(claim)), shown=shown, point=point, claim=claim)


def _value(part: Input, replaced: Mapping[str, Interval] | None) -> Interval:
    if replaced and part.claim is not None and part.claim.id in replaced:
        below = part.interval.high is not None and part.interval.high < 0
        return negate(replaced[part.claim.id]) if below else replaced[part.claim.id]
    return part.interval


def _size(interval: Interval) -> Decimal | None:
    """Twice the distance of an interval's middle from zero; None for an open end."""
    return None if interval.low is None or interval.high is None else abs(interval.low + interval.high)
