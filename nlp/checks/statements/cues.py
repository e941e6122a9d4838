"""What tells a range from a move, what is set aside, and which of two cues stands nearest to a number."""

from __future__ import annotations

import re

from ...languages.late import late

BETWEEN = late(r"\b(?:between|from|range of)\s(?:negative,?\s|minus\s|a loss of\s)?$|介于|[在于从]\s?$", re.IGNORECASE)
RANGED = late(
    r"\b(?:between|range|views?|guid(?:ance|e[ds]?|ing)|from|expect(?:s|ed)?|forecasts?|outlook|sees?|targets?|will|should)\b",
    re.IGNORECASE,
)
WENT = r"\b(?:went|gone|moved)\b"
SET_ASIDE = late(r"\b(?:exclud(?:e[sd]?|ing)|before|after|without)\s[^,;]{1,80}(?=,)")
NEAR_RANGE = 30
FROM = late(r"\bfrom\s$")
SINCE = late(r"(?:[同环]比|按[年月季周]|[年月季周](?:增|减|变动)?)\s?(?:增速)?$")
EXPECTED = late(r"\b(?:between|range|views?|guid(?:ance|e|ed|ing)|expect|forecast|outlook)\b")
GUIDANCE_BEHIND = late(r"\s(?:[a-z]+\s){0,2}(?:guidance|guided|range|forecast|outlook|target)\b")
_OTHER_CLAUSE = late(r"[,，;；。]|\s(?:and|while|but)\s(?=[a-z/]+\s[a-z]+)")


def nearest(folded: str, start: int, end: int, one: str, other: str, names: tuple[str, str]) -> str | None:
    """The name of the cue that ends last in `start:end`."""
    reach = [
        max((m.end() for m in re.finditer(cue, folded[start:end], re.IGNORECASE)), default=-1) for cue in (one, other)
    ]
    if max(reach) < 0:
        return None
    return names[0] if reach[0] > reach[1] else names[1]


def first(folded: str, start: int, end: int, one: str, other: str, names: tuple[str, str]) -> str | None:
    """The name of the cue that begins first in `start:end`, up to a comma."""
    piece = _OTHER_CLAUSE.split(folded[start:end], maxsplit=1)[0]
    places = [m.start() if (m := re.search(cue, piece, re.IGNORECASE)) else len(piece) + 1 for cue in (one, other)]
    if min(places) > len(piece):
        return None
    return names[0] if places[0] < places[1] else names[1]
