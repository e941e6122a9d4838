"""Known values of facts: as stated anywhere in the documents, and as they follow from other stated figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ..amounts.intervals import add, implied_base, intersect, overlaps
from ..records import Claim, Interval
from .facts import Fact, fact_of, index_facts, magnitude, short_money
from .relations import Input


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A value nobody stated: its interval, the claims it follows from, and the arithmetic."""

    fact: Fact
    interval: Interval
    claims: tuple[Claim, ...]
    shown: str


class Known:
    """Stated and derived values by fact, over the primary claims of a run: a translation repeats, it does not state."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = tuple(claim for claim in claims if is_primary(claim))
        # A description that fits two figures of one document tells them apart too badly to compute with.
        # Where most places and the tables agree, the lone figure is of something else, or is the wrong one.
        self.facts = facts = index_facts(self.claims)
        doubtful = {fact: _agreed(rows) for fact, rows in facts.items() if is_ambiguous(rows)}
        self.ambiguous = frozenset(fact for fact, rows in doubtful.items() if not rows)
        self.contested = frozenset(doubtful) - self.ambiguous
        self.stated = {fact: doubtful.get(fact, rows) for fact, rows in facts.items() if fact not in self.ambiguous}
        self.derived: dict[Fact, tuple[Derived, ...]] = {}
        for row in (*_from_identities(self.stated), *_from_growth(self.claims)):
            self.derived[row.fact] = (*self.derived.get(row.fact, ()), row)
        self.derived = {fact: rows for fact, rows in self.derived.items() if _agree(rows)}

    def near(self, fact: Fact, claim: Claim) -> tuple[Claim, ...]:
        """The stated values of a fact, those of the claim's own document first: a document must fit itself."""
        rows = self.stated.get(fact, ())
        return tuple(sorted(rows, key=lambda row: row.document_id != claim.document_id))

    def derived_input(self, fact: Fact) -> tuple[Derived, Input] | None:
        """The first derived value of a fact as an input of a relation; all that are known agree."""
        rows = self.derived.get(fact, ())
        best = next((row for row in rows if row.interval.low is not None and row.interval.high is not None), None)
        return (best, Input(interval=best.interval, shown=f"({best.shown})")) if best else None


def is_ambiguous(claims: Sequence[Claim]) -> bool:
    """Whether one document gives two values that cannot be one figure."""
    return any(
        left.document_id == right.document_id and not overlaps(magnitude(left), magnitude(right))
        for left, right in combinations(claims, 2)
    )


def _agreed(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the value that a table states, and twice as many places as any other; none where there is none."""
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((rows for rows in groups if all(overlaps(magnitude(row), magnitude(claim)) for row in rows)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    groups.sort(key=_places, reverse=True)
    most, next_ = _places(groups[0]), _places(groups[1])
    tabled = any(claim.by == "rule:table" for claim in groups[0])
    return tuple(groups[0]) if tabled and most >= 2 * next_ else ()


def _places(claims: Sequence[Claim]) -> int:
    """In how many sentences and cells claims stand."""
    return len({(claim.document_id, claim.sentence_id or claim.start) for claim in claims})


def _agree(rows: Sequence[Derived]) -> bool:
    return all(overlaps(left.interval, right.interval) for left, right in combinations(rows, 2))


def is_primary(claim: Claim) -> bool:
    """A claim of the source side: English, or Chinese that translates nothing."""
    return claim.language == "en" or not claim.twins


def _from_identities(stated: dict[Fact, tuple[Claim, ...]]) -> Iterable[Derived]:
    """revenue = gross profit + cost of revenue."""
    for fact, claims in stated.items():
        if fact.metric != "gross_profit":
            continue
        for cost in stated.get(replace(fact, metric="cost_of_revenue"), ())[:1]:
            interval = add(magnitude(claims[0]), magnitude(cost))
            shown = f"gross profit + cost of revenue = {_short(interval, claims[0])}"
            yield Derived(
                fact=replace(fact, metric="revenue"), interval=interval, claims=(claims[0], cost), shown=shown
            )


def _from_growth(claims: Sequence[Claim]) -> Iterable[Derived]:
    """The base behind "120, up 20%", for ranges of guidance end by end."""
    frames: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.frame and not claim.restates:
            frames.setdefault(claim.frame, []).append(claim)
    for rows in frames.values():
        yield from _bases_of(rows)


def _bases_of(rows: Sequence[Claim]) -> Iterable[Derived]:
    levels = [row for row in rows if row.role == "level"]
    changes = [
        row for row in rows if row.role == "change" and row.amount.kind == "percent" and not row.by.endswith(".cagr")
    ]
    if len(levels) != 1 or len(changes) != 1 or any(row.role == "base" for row in rows):
        return
    level, change = levels[0], changes[0]
    if level.amount.kind not in ("money", "count") or change.compared_period is None or change.amount.modifier:
        return
    fact = replace(fact_of(level), period=change.compared_period)
    interval = range_base(level, change)
    if interval is not None:
        yield Derived(
            fact=fact,
            interval=interval,
            claims=(level, change),
            shown=f"base implied by growth = {_short(interval, level)}",
        )


def range_base(level: Claim, change: Claim) -> Interval | None:
    """The base that a level and its growth imply; for two ranges, what both ends imply (None: they imply two).

    The ends of a fall go either way: 2,600 to 3,800, down 86.3% to 90.6%, is less by more.
    """
    down = change.direction == "down" and (level.amount.low or 0) >= 0
    for ends in (("low", "high"), ("high", "low")) if down else (("low", "high"),):
        found = [_base_of_end(level, change, *pair, down) for pair in zip(("low", "high"), ends, strict=True)]
        if found[0] is None or found[1] is None:
            return None
        if (common := intersect(found[0], found[1])) is not None:
            return common
    return None


def _base_of_end(level: Claim, change: Claim, which: str, of_rate: str, down: bool) -> Interval | None:
    value, rate = getattr(level.amount, which), getattr(change.amount, of_rate)
    if value is None or rate is None:
        return None
    half, step = level.amount.half_step, change.amount.half_step
    rate = -rate if down else rate
    around = Interval(low=abs(value) - half, high=abs(value) + half)
    return implied_base(around, Interval(low=rate - step, high=rate + step))


def _short(interval: Interval, like: Claim) -> str:
    return short_money(interval, like.amount.unit)
