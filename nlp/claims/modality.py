"""Who stands behind a number, and how: reported, guided, a third party's estimate, a premise, a hypothesis."""

from __future__ import annotations

import re
from functools import lru_cache

from .mentions import end_of
from .periods import PeriodContext, shift_years
from .scenes import Scene, cue


@lru_cache(maxsize=8)  # asked for each amount of a sentence
def _third_parties(pattern: str, folded: str) -> tuple[re.Match[str], ...]:
    return tuple(cue(pattern).finditer(folded))


def find_modality(
    scene: Scene,
    at: int,
    *,
    period: str | None,
    context: PeriodContext,
    asked: bool,
    ahead: bool = False,
    source: str | None = None,
) -> tuple[str, str | None]:
    """Modality and, for a third party, its name.

    `asked`: an analyst speaks; `ahead`: the section is an outlook; `source`: the third party of the sentence before.
    """
    if asked:
        return "premise", None
    start = scene.amounts[at].start
    sources = [match for match in _third_parties(scene.rules.third_party, scene.folded) if match.start() < start]
    if sources and not _ended(scene.folded[sources[-1].start() : start]):
        group = "who" if sources[-1]["who"] else "firm"
        return "third_party", scene.text[sources[-1].start(group) : sources[-1].end(group)].strip()
    if source is not None and cue(scene.rules.same_source).match(scene.folded):
        return "third_party", source
    if cue(scene.rules.hypothetical).search(scene.folded[:start]):
        return "hypothetical", None
    if cue(scene.rules.guidance_before).search(scene.before(at)) or cue(scene.rules.guidance_after).match(
        scene.after(at)
    ):
        return "guided", None
    if is_future(period, context):
        return "guided", None
    told = _PAST_GUIDANCE.sub(" ", scene.folded[:start])
    if (ahead or cue(scene.rules.guided).search(told)) and not is_past(period, context):
        return "guided", None
    return "reported", None


# "beyond the top of our guidance", "in line with our outlook": what was guided is only measured against.
_PAST_GUIDANCE = cue(
    r"\bas (?:we |previously |we had |was )?(?:expected|anticipated|guided|planned|forecast|projected)\b"
    r"|\b(?:above|below|exceed(?:ed|ing)|beat(?:ing)?|within|ahead of|in line with|short of"
    r"|compared (?:with|to)|versus|at|toward)\s+(?:the\s+)?"
    r"(?:(?:very\s+)?(?:high|low|upper|lower|top|bottom|mid|better)[\- ]?(?:end|point|half"
    r"|side)?\s+of\s+)?(?:(?:our|the|its)\s+(?:[a-z\-]+\s+){0,3})?"
    r"(?:guidance|outlook|forecast|expectations?|guided)(?:\s+range)?"
)


def _ended(gap: str) -> bool:
    """A dash that breaks off ends the reach of "according to": `according to the sorry -- Cost of ...`."""
    return " -- " in gap or "——" in gap


def is_future(period: str | None, context: PeriodContext) -> bool:
    """Whether a quarter, year or day ends after the reported period does."""
    return _last_day(period, context) > _last_day(context.reported, context) > ""


def is_past(period: str | None, context: PeriodContext) -> bool:
    """Whether a period is the reported one or earlier."""
    return "" < _last_day(period, context) <= _last_day(context.reported, context)


def _last_day(period: str | None, context: PeriodContext) -> str:
    """The ISO date on which a period ends; empty for none and for spans of several years."""
    if period is None or period.startswith("multi"):
        return ""
    if period.startswith(("asof:", "LTM@")):
        return period[5:] if period.startswith("asof:") else period[4:]
    return (end_of(period, context) or "").removeprefix("asof:")


_WILL = {
    "en": r"\b(?:expects?|anticipates?|plans?|will|should|targets?|targeting|aim|aiming|guid(?:e|ing)"
    r"|look(?:ing)? (?:for|to)|we see|wants?|would (?:like|love))\b",
    "zh": r"预计|预期|预估|计划|将|希望|目标|展望|力争|争取",
}


def to_come(scene: Scene, at: int, period: str | None, *, filed: PeriodContext, ahead: bool) -> str | None:
    """ "We plan to deliver 1.2 million for the full year", said when a year is over: the next one is meant."""
    unnamed = any(m.period == period and not m.named_year for m in scene.periods)
    if period is None or not unnamed or not re.match(r"asof:|FY|[0-9]{4}-H", period) or not is_past(period, filed):
        return period
    will = ahead or cue(_WILL[scene.rules.code]).search(scene.folded[: scene.amounts[at].start])
    return shift_years(period, 1) if will else period
