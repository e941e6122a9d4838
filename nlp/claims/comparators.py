"""Comparators that a sentence names for its changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .scenes import Scene, cue
from .spots import Role
from .when import compared_period


def find_comparator(scene: Scene, at: int, role: Role) -> str | None:
    """yoy, qoq, vs_plan or cagr for a change, by the words around it: those after it first, then those before."""
    if role.role not in ("change", "driver"):
        return None
    if role.why == "cagr":
        return None
    if role.why == "ahead of" and cue(_OF_PLAN).match(scene.after(at)):
        return "vs_plan"
    if (found := near_comparator(scene, at, ("yoy", "qoq", "vs_plan"))) is not None:
        return found
    # A period beside the change says more than a word elsewhere in the sentence, and a plan spoken of elsewhere is not
    # what the change is measured by.
    return None if compared_period(scene, at) is not None else _nearest(scene, at, ("yoy", "qoq"))


def near_comparator(scene: Scene, at: int, names: Sequence[str]) -> str | None:
    """The comparator that the words beside amount `at` name: English says "5% year over year", Chinese 同比增长5%."""
    after = re.split("[;；]", scene.after(at)[:60])[0]
    before = re.split("[;；]", scene.before(at)[-60:])[-1]
    for words, last in ((after, False), (before, True))[:: 1 if scene.rules.code == "en" else -1]:
        found = [place for name in names if (place := _named_in(scene, name, words, last=last)) is not None]
        if found:
            return (max if last else min)(found)[1]
    return None


def _nearest(scene: Scene, at: int, names: Sequence[str]) -> str | None:
    """Of the comparators that the sentence names the last one before amount `at`, else the first behind it."""
    found = [(m.start(), name) for name in names for m in cue(getattr(scene.rules, name)).finditer(scene.folded)]
    before = [place for place in found if place[0] < scene.amounts[at].start]
    return max(before)[1] if before else min(found)[1] if found else None


def _named_in(scene: Scene, name: str, words: str, *, last: bool) -> tuple[int, str] | None:
    """Where words name a comparator, for the last or the first time."""
    places = [match.start() for match in cue(getattr(scene.rules, name)).finditer(words)]
    return (places[-1 if last else 0], name) if places else None


_OF_PLAN = (
    r"\s*(?:ahead of|short of|shy of|above|over|below|under|better than|more than|less than)\s+(?:the |our |its )?"
    r"(?:(?:top|bottom|high|low|upper|lower|mid)[a-z\- ]*(?:end|point)?(?: of)?\s+(?:the |our "
    r"|its )?[a-z ]{0,24}(?:range|guidance|outlook|forecast|expectations?)"
    r"|(?:[a-z]+ ){0,3}(?:plan|guidance|budget|forecast|outlook))\b"
)
