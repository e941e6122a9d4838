"""G: what was guided against what came, and the words that say so ("beat", "in line")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..amounts.intervals import overlaps
from ..languages.guidance_words import ABOVE, BELOW, EARLIER, INSIDE, WITHIN
from ..records import Claim, Finding, Interval
from ..text import fold, simplify
from .evidence import Evidence
from .facts import meant
from .guidance_moves import moved_guidance, repeated_guidance
from .known import is_primary

_WORDING = (("above", ABOVE), ("within", WITHIN), ("below", BELOW))


def check_guidance(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Each guided figure against the reported one of the same fact, and the wording about guidance against both."""
    own = [
        claim for claim in claims if is_primary(claim) and not claim.restates and not claim.metric.startswith("other:")
    ]
    guided = [claim for claim in own if claim.modality == "guided" and claim.role in ("level", "change")]
    judged: set[str] = set()
    for promise in guided:
        actuals = [claim for claim in own if _is_actual(claim, promise) and _was_before(promise, claim, evidence)]
        for actual in actuals:
            yield _judge(promise, actual, evidence)
        for actual in _worded(actuals, promise):
            for finding in _judge_words(promise, actual, evidence):
                if actual.id not in judged:
                    judged.add(actual.id)
                    yield finding
    yield from moved_guidance(own, evidence)
    yield from repeated_guidance(own, evidence)


def _is_actual(claim: Claim, promise: Claim) -> bool:
    return (
        claim.modality == "reported"
        and claim.role == promise.role
        and claim.amount.unit == promise.amount.unit
        and (claim.metric, claim.segment, claim.period) == (promise.metric, promise.segment, promise.period)
        and (claim.basis == "non_gaap") == (promise.basis == "non_gaap")
        and (claim.role != "change" or claim.compared_period == promise.compared_period)
    )


def _was_before(promise: Claim, actual: Claim, evidence: Evidence) -> bool:
    """Whether a guided figure was given before the actual one came.

    What a call guides in passing is for the period to come; one it says of the period reported stands in the actual's
    own sentence, or is told as guidance given earlier.
    """
    if promise.document_id != actual.document_id or promise.sentence_id == actual.sentence_id:
        return True
    sentence = evidence.sentence_by_id.get(promise.sentence_id or "")
    said = simplify(fold(evidence.quote(sentence))) if sentence is not None else ""
    return "period" in promise.named and EARLIER.search(said) is not None


def _side(actual: Interval, promise: Interval) -> str:
    if overlaps(actual, promise):
        return "within"
    if actual.low is not None and promise.high is not None and actual.low >= promise.high:
        return "above"
    return "below"


def _judge(promise: Claim, actual: Claim, evidence: Evidence) -> Finding:
    side = _side(meant(actual), meant(promise))
    code = {"within": "G01", "above": "G02", "below": "G03"}[side]
    return Finding(
        code=code, verdict="supported", severity="note", claims=(actual.id, promise.id),
        message=f"The figure lies {side} what was guided for {promise.period}.",
        formula=f"guided {evidence.quote(promise)}; came {evidence.quote(actual)}", evidence=(evidence.span(promise),),
    )  # fmt: skip


def _worded(actuals: Sequence[Claim], promise: Claim) -> list[Claim]:
    """One actual for each sentence, levels only: the wording is about the figure, not about its growth."""
    seen: dict[str | None, Claim] = {}
    for claim in actuals:
        if promise.role == "level":
            seen.setdefault(claim.sentence_id, claim)
    return list(seen.values())


def _was_given(promise: Claim, actual: Claim) -> bool:
    """Whether a guided figure is surely the earlier promise: a range, or one from another document."""
    return promise.amount.low != promise.amount.high or promise.document_id != actual.document_id


def _judge_words(promise: Claim, actual: Claim, evidence: Evidence) -> Iterator[Finding]:
    sentence = evidence.sentence_by_id.get(actual.sentence_id or "")
    if sentence is None or not _was_given(promise, actual):
        return
    words = evidence.quote(sentence)
    if INSIDE.search(words):
        return
    side = _side(meant(actual), meant(promise))
    said = next((name for name, pattern in _WORDING if pattern.search(words)), None)
    if said is None or said == side or ((said, side) == ("within", "above") and "high end" in words):
        return
    yield Finding(
        code="G10", verdict="contradicted", severity="error", origin="speaker", claims=(actual.id, promise.id),
        message=f"Said to be {said} guidance, but the figure lies {side} the range given for {promise.period}.",
        formula=f"guided {evidence.quote(promise)}; came {evidence.quote(actual)}",
        evidence=(evidence.span(promise), evidence.span(sentence)),
    )  # fmt: skip
