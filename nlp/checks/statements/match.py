"""Whether two figures state the same number, and what keeps them from being the same statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...languages.late import late
from ..times import RULES, Now
from .basis import basis_of, is_recurring
from .dated import Conflict, compared_conflicts, period_conflicts
from .figures import Figure
from .measures import called_otherwise, counts_otherwise
from .opposites import opposed
from .paces import paced_otherwise
from .ranges import is_end_of
from .revisions import is_superseded, revised_otherwise, way_of_forecast
from .sizes import equal_bound, fits, loosened, scaled, upright
from .stands import is_headline, is_share, stands_for, went
from .units import factor

_INFLATION = late(r"\b(?:inflation|cpi|ppi)\b|通胀|cpi|ppi|物价|价格指数")  # its level is a change
_RANKS = late("居首|居前|居次|位居|位列|领先|排名")
_REVISED = {"up": "raised", "down": "lowered", "kept": "kept"}
_NARROWS = late(r"\bnarrow|\btighten|收窄|缩窄")


def how_equal(said: Figure, other: Figure) -> str | None:
    """`supported` when the same number is printed, `rounding` when the statement prints it coarser, else None."""
    by = factor(said, other)
    if by is None:
        return None
    mine, theirs = upright(said.amount), scaled(upright(other.amount), by)
    ends, others = (mine.low, mine.high), (theirs.low, theirs.high)
    if ends == others:
        return "supported"
    if is_end_of(said, ends, others):
        return "rounding"
    if None in ends or None in others:
        return equal_bound(mine, theirs)
    mine = loosened(mine)
    # Only a coarser print is a rounding: 13 is not 14, though the intervals of both touch.
    return "rounding" if mine.half_step > theirs.half_step and fits(mine, theirs) else None


def conflicts(said: Figure, other: Figure, now: Now) -> Iterator[Conflict]:
    """Everything both sides say and say differently: direction, gain or loss, period."""
    revised = revised_otherwise(said, other)
    if revised is not None:
        yield Conflict("direction", f"the document has the forecast {_REVISED[revised]}")
    yield from _outdated(said, other)
    yield from _turned(said, other)
    if said.sign and other.sign and said.sign != other.sign:
        yield Conflict("sign", f"a {said.sign} in the statement, a {other.sign} in the document")
    elif said.is_negative and other.sign is None and not other.is_negative:
        yield Conflict("sign", "negative in the statement and not in the document")
    elif other.is_negative and said.sign is None and not said.is_negative:
        yield Conflict("sign", "negative in the document and not in the statement")
    named = None if is_share(said) or is_share(other) else called_otherwise(said, other)
    if named is not None:
        yield Conflict("metric", f"the document calls it {named.replace('_', ' ')}")
    counted = counts_otherwise(said, other)
    if counted is not None:
        yield Conflict("unit", f"the document counts {counted} with it")
    parts = stands_for(said) or ("level" if is_headline(said) else None), stands_for(other)
    clause = said.text.folded[said.clause_start : said.amount.start]
    grows = re.search(RULES[said.row.lang].growth, clause)  # its level is a change
    if None not in parts and parts[0] != parts[1] and not grows and not _INFLATION.search(clause):
        yield Conflict("role", f"a {parts[0]} in the statement, a {parts[1]} in the document")
    if is_share(said) and other.direction is not None and not is_share(other) and not _RANKS.match(*_behind(other)):
        yield Conflict("role", "a share in the statement, a change in the document")
    bases = basis_of(said), basis_of(other)
    if None not in bases and bases[0] != bases[1]:
        yield Conflict("basis", f"{bases[0]} in the statement, {bases[1]} in the document")
    recurring = is_recurring(said), is_recurring(other)
    if None not in recurring and recurring[0] != recurring[1]:
        yield Conflict("basis", "the one is a recurring profit (扣非) and the other is not")
    yield from opposed(said, other)
    yield from compared_conflicts(said, other)
    yield from period_conflicts(said, other, now)


def _turned(said: Figure, other: Figure) -> Iterator[Conflict]:
    """What went another way: up or down, faster or slower, for better or worse."""
    forecast = (way_of_forecast(said) is not None and other.is_guided) or _is_narrowed(said)
    forecast = forecast or (said.is_base and said.amount.kind != "percent")  # "fewer than the 3 million of last year"
    if said.direction and other.direction and said.direction != other.direction and not forecast:
        yield Conflict("direction", f"{said.direction} in the statement, {other.direction} in the document")
    paced = paced_otherwise(said, other)
    if paced is not None:
        yield Conflict("direction", f"the growth became {paced} in the document")
    ways = went(said), went(other)
    if None not in ways and ways[0] != ways[1]:
        yield Conflict("direction", f"{ways[0]} in the statement, {ways[1]} in the document")


def _outdated(said: Figure, other: Figure) -> Iterator[Conflict]:
    forecast = not said.is_base and said.is_guided
    if forecast and is_superseded(other) and not is_superseded(said):
        yield Conflict("period", "the document gives it as the earlier forecast")


def _is_narrowed(said: Figure) -> bool:
    """Whether a range is told to be narrower, which is no way to go."""
    return said.is_range and _NARROWS.search(said.text.folded, said.row.start, said.row.end) is not None


def _behind(figure: Figure) -> tuple[str, int]:
    return figure.text.folded, figure.amount.end
