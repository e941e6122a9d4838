"""A21: what a longer period adds up to: a half is its quarters, nine months a half and a quarter, a year its parts.

Parts and whole are often told in different reports, and what was reported may have been restated since. So only what
holds is said, or what one slip explains beyond such a restatement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ...amounts.intervals import total
from ...languages.late import late
from ...languages.metric_kinds import ADDITIVE_METRICS
from ...records import Claim, Interval
from ..facts import meant
from ..known import Known
from ..relations import Input, Relation, claim_input

Quote = Callable[[Claim], str]

_SPAN = late(r"(?:FY)?(\d{4})(?:-(H[12]|9M))?")
_PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "H1": (("Q1", "Q2"),),
    "H2": (("Q3", "Q4"),),
    "9M": (("H1", "Q3"), ("Q1", "Q2", "Q3")),
    "FY": (("H1", "H2"), ("9M", "Q4"), ("Q1", "Q2", "Q3", "Q4")),
}


def parts_of(period: str | None) -> Iterator[tuple[str, ...]]:
    """The sets of shorter periods that a period is made of, the fewest parts first.

    >>> list(parts_of("2031-9M"))
    [('2031-H1', '2031-Q3'), ('2031-Q1', '2031-Q2', '2031-Q3')]
    """
    found = _SPAN.fullmatch(period or "")
    if found is not None and (found[2] or (period or "").startswith("FY")):
        yield from (tuple(f"{found[1]}-{part}" for part in parts) for parts in _PARTS[found[2] or "FY"])


def span_relations(known: Known, quote: Quote) -> Iterator[Relation]:
    """Every stated figure of a longer period beside the stated figures of all of its parts."""
    for fact, claims in known.stated.items():
        if fact.metric not in ADDITIVE_METRICS or claims[0].amount.kind not in ("money", "count"):
            continue
        for parts in parts_of(fact.period):
            for claim in _one_of_each_value(claims):
                rows = [known.near(replace(fact, period=part), claim) for part in parts]
                if all(rows) and not any(_is_open(row[0]) for row in rows):
                    yield _sum([row[0] for row in rows], claim, quote)


def _one_of_each_value(claims: Sequence[Claim]) -> Iterator[Claim]:
    yield from {(row.amount.low, row.amount.high): row for row in reversed(claims) if not _is_open(row)}.values()


def _is_open(claim: Claim) -> bool:
    """A bound, a range, or a figure with "about": too little to add up with."""
    return claim.amount.value is None or claim.amount.modifier is not None


def _sum(parts: Sequence[Claim], whole: Claim, quote: Quote) -> Relation:
    return Relation(
        code="A21", said=_signed(whole, quote), inputs=tuple(_signed(part, quote) for part in parts),
        compute=_total, template=" + ".join("{" + str(at) + "}" for at in range(len(parts))), careful=True,
    )  # fmt: skip


def _signed(claim: Claim, quote: Quote) -> Input:
    """A figure with its sign: a profit and a loss make less than either."""
    part = claim_input(claim, quote(claim))
    if not _is_negative(claim):
        return part
    return replace(part, interval=meant(claim), point=claim.amount.value, shown=f"-{quote(claim).lstrip('-(')}")


def _is_negative(claim: Claim) -> bool:
    return claim.amount.high is not None and claim.amount.high < 0


def _total(values: Sequence[Interval]) -> Interval:
    return total(tuple(values))
