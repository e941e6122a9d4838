"""Money named by what it is paid for, or by the noun right behind it."""

from __future__ import annotations

from .binding import Binding
from .metrics import suits
from .phrases import name_what
from .scenes import Scene, cue

_KIND = cue(
    r"\s(?:of\s+(?=(?:[a-z\-]+\s+){0,3}(?:charges?|benefits?|headwinds?|tailwinds?|savings|impairments?)\b)"
    r"(?:(?:our|the|additional|expected)\s+)?)?((?:u\.s\.\s+)?(?:(?!of\b|in\b|and\b|for\b|to\b|on\b|was\b|were\b|is\b|at\b|from\b"
    r"|by\b)[a-z][a-z\-]+\s+){0,2}(?:offerings?|placements?|settlements?|fines?|charges?|benefits?|headwinds?"
    r"|tailwinds?|notes?|bonds?"
    r"|deals?|write-?(?:offs?|downs?)|acquisitions?|penalt(?:y|ies)|investments?"
    r"|bonus(?:es)?|facilit(?:y|ies)|revolvers?|credit lines?|lines? of credit|term loans?"
    r"|programs?|programmes?|impairments?|savings|refunds?|rebates?|grants?|subsid(?:y|ies)))\b(?!\s+(?:income|expenses?))"
)


def of_kind(scene: Scene, at: int) -> Binding | None:
    """ "the 90 million bond offering", "a 6 million tax benefit": money that the noun behind it names."""
    if scene.rules.code != "en" or scene.amounts[at].kind not in ("money", "per_share"):
        return None
    start, limit = scene.gap_after(at)
    found = _KIND.match(" " + scene.folded[start:limit])
    if (
        found is None
        or scene.folded[start - 1 : start] == ","
        or any(
            m.start >= start and m.end >= start + found.end() - 1 and m.start < start + found.end()
            for m in scene.metrics
        )
    ):
        return None
    return Binding(metric=f"other:{name_what(found[1])}", surface=found[1])


_SPENT_ON = cue(
    r"\b(?:spent|spend|spending|invest(?:ed|ing)?|paid|pay(?:ing)?|incurred|recorded|accrued|booked|made"
    r"|released|built|donated|announced|deployed|deploy|devoted|allocated|committed)\b[^,;.]{0,40}$"
)


_SPENT_FOR = cue(
    r"\s*(?:of|on|in|for|into|toward)\s+(?:(?:our|the|its|a|an|regular"
    r"|various)\s+){0,2}((?:[a-z][\w&'\-]*)(?:\s+(?:and\s+)?[a-z][\w&'\-]*){0,3}?)(?=\s*(?:[,.;:)]|$)|\s+(?:and"
    r"|in|to|for|as|during|of|on|from|with|at|by|that|which|this|over|throughout|to-date)\b)"
)


_OF_WHAT = cue(
    r"\s*(?:of|in)\s+((?:[a-z][\w&'\-]*)(?:\s+(?:and\s+)?[a-z][\w&'\-]*){0,3}?)(?=\s*(?:[,.;:)]|$)|\s+(?:and|in|to|for|as|during|of"
    r"|on|from|with|at|by|that|which|this|over|throughout|associated|related|due|offset|partially)\b)"
)
_NOT_WHAT = cue(r"(?:which|the|this|that|it|them|these|those|total|all|our|its|a|an|addition|line|part|each|cash)\b.*")


def of_what(scene: Scene, at: int) -> Binding | None:
    """ "Included 16 million of pre-tax gains": money that nothing before it names is of the noun behind it."""
    if scene.rules.code != "en" or scene.amounts[at].kind not in ("money", "count"):
        return None
    start, limit = scene.gap_after(at)
    what = _OF_WHAT.match(scene.folded, start, limit)
    if what is None or _NOT_WHAT.fullmatch(what[1]) or scene.names_within(what.start(1), what.end(1)):
        return None
    if any(m.start < what.end(1) and what.start(1) < m.end for m in scene.segments):
        return None
    return Binding(metric=f"other:{name_what(what[1])}", surface=what[1])


def spent_on(scene: Scene, at: int) -> Binding | None:
    """ "We spent 12 million on trucks": money that is paid is named by what it is paid for."""
    if scene.rules.code != "en" or scene.amounts[at].kind != "money":
        return None
    spent = _SPENT_ON.search(scene.before(at))
    start, limit = scene.gap_after(at)
    what = _SPENT_FOR.match(scene.folded, start, limit) if spent else None
    if what is None or scene.names_within(what.start(1), what.end(1), metrics=False, amounts=False):
        return None
    named = [
        m
        for m in scene.metrics
        if what.start(1) <= m.start and m.end <= what.end(1) and suits(m.name, scene.amounts[at], "level")
    ]
    if named:
        return Binding(
            metric=named[-1].name,
            surface=scene.text[named[-1].start : named[-1].end],
            place=(named[-1].start, named[-1].end),
        )
    return Binding(metric=f"other:{name_what(what[1])}", surface=what[1])
