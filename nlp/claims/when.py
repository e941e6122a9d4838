"""When: the period of an amount, from the mentions in its sentence."""

from __future__ import annotations

from .periods import PeriodMention, shift_quarters, shift_years
from .scenes import Scene, cue
from .spots import Role


def pick_period(scene: Scene, at: int, role: Role) -> tuple[str | None, bool]:
    """The period of amount `at` and whether the sentence names it.

    English names it after the amount ("120 in Q2 from 100 in Q1"), Chinese before it; else the sentence's first.
    """
    start, limit = scene.gap_after(at)
    begin = scene.amounts[at - 1].end if at else 0
    # The bracketed restatement is part of the amount: what names the period stands behind it.
    after = [p for p in scene.periods if start <= p.start < limit]
    if role.why == "guidance" and cue(scene.rules.guidance_after).match(scene.after(at)):
        after = []  # "the 9 million we guided in March": when it was said, not what it is for
    between = [p for p in scene.periods if begin <= p.start and p.end <= scene.amounts[at].start]
    if role.why == "bracketed" and between:
        return between[-1].period, True
    if (
        between
        and cue(r"\b(?:had been|it was|they were)\s+(?:[a-z]+\s+)?$").search(scene.before(at))
        and role.role == "base"
    ):
        return between[-1].period, True
    if role.role == "ratio":
        # "three times that of last year": what follows a multiple is the base's.
        return None, False
    if scene.rules.code == "zh":
        if role.role == "share":
            between = [p for p in between if not any(p.end <= m.start <= p.end + 1 for m in scene.metrics)] or between
        own = [p for p in between if role.role == "base" or not _is_compared(scene, p.start)]
        return (own[-1].period, True) if own else (None, False)
    linked = [p for p in after if _links(scene.folded[start : p.start])]
    if linked:
        return _quarter_of(scene, at, linked[0].period) or linked[0].period, True
    # What a semicolon or a full stop closes off belongs to the amount before it.
    between = [p for p in between if not cue(r";|\.\s").search(scene.folded, p.end, scene.amounts[at].start)]
    own = [
        p
        for p in between
        if not _is_compared(scene, p.start) and not _consumed(scene, p, at) and not _is_aside(scene, p, at)
    ]
    if own and role.role != "base":
        return own[-1].period, True
    return None, False


def _quarter_of(scene: Scene, at: int, period: str) -> str | None:
    """ "First quarter sales fell to 190 in fiscal 2021 from 270 in fiscal 2020": the quarter of the year behind."""
    opened = [p for p in scene.periods if p.end <= scene.amounts[0].start]
    moved = cue(r"\b(?:to|from|against|versus|compared (?:to|with))\s+$").search(scene.before(at))
    if not (moved and period.startswith("FY") and len(opened) == 1 and "-Q" in opened[0].period):
        return None
    return None if opened[0].named_year else f"{period[2:]}-{opened[0].period.split('-')[1]}"


_ASIDE = (
    r",[^,;]{0,80}\b(?:excluding|excludes|ex|impact|effect|because|due|since|lapping|following|given"
    r"|despite|versus|against)\b[^,;]*$"
)


def _is_aside(scene: Scene, period: PeriodMention, at: int) -> bool:
    """Whether a period stands in an aside: ", without the charge of last year's spring quarter, for"."""
    head = scene.folded[max(0, period.start - 140) : period.start]
    closed = "," in scene.folded[period.end : scene.amounts[at].start]
    earlier = cue(
        r"\b(?:last|prior|previous|ago|earlier"
        r"|20[0-9]{2})\b"
    ).search(scene.folded, period.start, period.end)
    return closed and earlier is not None and scene.rules.code == "en" and cue(_ASIDE).search(head) is not None


def _is_compared(scene: Scene, start: int) -> bool:
    """Whether the period at `start` is what something is compared with: 较去年同期, "than in Q2"."""
    return cue(scene.rules.compares).search(scene.folded[max(0, start - 24) : start]) is not None


def compared_period(scene: Scene, at: int) -> str | None:
    """The period a change is measured from, where the sentence names it beside the change."""
    begin = scene.amounts[at - 1].end if at else 0
    start, limit = scene.gap_after(at)
    semicolons = [m.end() for m in cue(r"[;；]").finditer(scene.folded, begin, scene.amounts[at].start)]
    begin = semicolons[-1] if semicolons else begin
    stop = cue(r"[;；]").search(scene.folded, start, limit)
    limit = stop.start() if stop else limit
    near = [p for p in scene.periods if begin <= p.start < scene.amounts[at].start or start <= p.start < limit]
    named = [p for p in near if _is_compared(scene, p.start)]
    return named[0].period if named else None


def sentence_period(scene: Scene, taken: set[str | None]) -> str | None:
    """The first period the sentence names that is no base's and nothing is compared with."""
    first = scene.amounts[0].start
    early = [p for p in scene.periods if p.end <= first]
    own = [p.period for p in early if p.period not in taken and not _is_compared(scene, p.start)]
    return own[0] if own else None


def _consumed(scene: Scene, period: PeriodMention, at: int) -> bool:
    """Whether a period before amount `at` already belongs to the amount before it ("100 in Q1, and 120")."""
    if at == 0:
        return False
    gap_start = scene.amounts[at - 1].end
    return _links(scene.folded[gap_start : period.start])


def _links(gap: str) -> bool:
    return cue(
        r"[)）\s]*(?:(?:[\w&'\-]+\s+){0,6}?(?:in|for|during|of|at|on|as of|by)\s+)?(?:(?:the|our|its|a)\s+)?"
    ).fullmatch(gap) is not None and not cue(r"\b(?:from|compared|versus|than|vs)\b").search(gap)


def default_base_period(period: str | None, comparator: str | None) -> str | None:
    """The period a change is measured from, when only the comparator is known."""
    if comparator == "yoy":
        return shift_years(period, -1)
    return shift_quarters(period, -1) if comparator == "qoq" else None
