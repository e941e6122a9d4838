"""What the words of a sentence settle of a figure's time: there the weights, which know the usual one, have no say.

They have learned that a forecast is of the quarter to come, and would read the wrong quarter of one back to that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...languages.late import late
from ...languages.metric_kinds import SPAN_METRICS
from .readings import Reading
from .views import View

_BESIDE = 12  # characters between a figure and its time
_PART = late(r"[0-9]{4}-(?:Q[1-4]|H[12])")
_SPAN = late(r"[0-9]{4}-(?:Q[1-4]|H[12]|9M)|FY[0-9]{4}")
_LONG_SPAN = late(r"[0-9]{4}-(?:H[12]|9M)|FY[0-9]{4}")
_NUMBERED = late(r"[1-4]|\b(?:first|second|third|fourth)\b|[一二三四]季|[上下]半年", re.IGNORECASE)


def is_dated_beside(view: View, at: int) -> bool:
    """Whether a time is named with its year right beside a figure: "$4 million in the second quarter of 2031"."""
    (_, start), (end, _) = view.gaps[at]
    return any(
        mention.named_year
        and mention.period == view.rows[at].period
        and (0 <= mention.start - end <= _BESIDE or 0 <= start - mention.end <= _BESIDE)
        for mention in view.scene.periods
    )


def is_of_opening_span(view: View, at: int) -> bool:
    """Whether a level is of the half, nine months or year that its sentence opens with, and names no other time.

    "For the six months ended June 30, 2031, revenue was 41 million and net loss 3 million", both of the half.
    """
    row, times = view.rows[at], view.scene.periods
    if row.role != "level" or row.metric not in SPAN_METRICS or len(times) != 1 or times[0].period != row.period:
        return False
    opened = times[0].named_year and times[0].end <= view.scene.amounts[0].start
    return opened and _LONG_SPAN.fullmatch(times[0].period) is not None


def within_named(view: View, at: int, readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings; of a level behind the one quarter or half that its sentence numbers none of another such part.

    "For Q2 we expect revenue of 294 million" may leave open of which year, and of a stock a day may be meant.
    """
    row, times = view.rows[at], view.scene.periods
    if "period" not in row.named or row.role != "level" or len(times) != 1 or times[0].period != row.period:
        return readings
    words = view.scene.folded[times[0].start : times[0].end]
    behind = times[0].end <= view.scene.amounts[0].start
    if not (behind and _PART.fullmatch(times[0].period) and _NUMBERED.search(words)):
        return readings
    part = times[0].period[4:]
    return [row for row in readings if not _SPAN.fullmatch(row.value or "") or (row.value or "").endswith(part)]


def is_but_years_apart(one: str | None, other: str | None) -> bool:
    """Whether two periods are one quarter or half of two years."""
    parts = [_PART.fullmatch(period or "") for period in (one, other)]
    return all(parts) and (one or "")[4:] == (other or "")[4:] and one != other
