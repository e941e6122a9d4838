"""A change of two figures that is told twice: where one of the two follows from them, the other is a slip of it, or
compares with something else.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...amounts.intervals import overlaps
from ...languages.twin_cues import CUES
from ...records import Claim, Finding, Repair
from ...text import fold, simplify
from ..evidence import Evidence
from ..facts import magnitude
from ..relations import TURNED, Relation
from ..standing import slip_between

_FAR_APART = 5  # points of growth between two rates that one digit tells apart


class Settled:
    """The relations that hold, by the figures they are of."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._holding = {_pair(row): row for row in relations if row.verdict() != "disjoint"}

    def other(self, relation: Relation) -> Relation | None:
        """The change of the same two figures that holds, where this one does not.

        A sentence that states both figures is held to its own change, whatever is told in another one.
        """
        if relation.code not in ("A01", "A03") or relation.verdict() != "disjoint":
            return None
        found = self._holding.get(_pair(relation))
        own = relation.is_one_statement() and (found is None or not found.is_one_statement())
        return None if own or found is relation else found


def _pair(relation: Relation) -> tuple[str, ...]:
    return (relation.code, *(part.claim.id if part.claim else part.shown for part in relation.inputs))


def told_otherwise(relation: Relation, other: Relation, evidence: Evidence, message: str, origin: str) -> Finding:
    """The finding on a change that does not follow where another one does: a slip of it, or of another comparison."""
    if _is_the_same(relation, other, evidence):
        here, there = relation.said.claim, other.said.claim
        if here is not None and there is not None and overlaps(magnitude(here), magnitude(there)):
            return turned(relation, evidence, message, origin)
        return _said_otherwise(relation, other, evidence, message, origin)
    return Finding(
        code=relation.code, verdict="not_comparable", severity="note", formula=relation.formula(),
        message=f"The two figures' change is said to be {other.said.shown}, and is; this one compares otherwise.",
        claims=tuple(claim.id for claim in relation.claims())[:1],
    )  # fmt: skip


def _is_the_same(relation: Relation, other: Relation, evidence: Evidence) -> bool:
    """Whether a change repeats another one of the two figures the other way round, or with a slip.

    A last digit that differs is no slip here: growth at constant rates is as near.
    """
    here, there = relation.said.claim, other.said.claim
    if here is None or there is None or here.amount.value is None or there.amount.value is None:
        return False
    if (here.comparator, here.definition, here.amount.unit) != (there.comparator, there.definition, there.amount.unit):
        return False
    if overlaps(magnitude(here), magnitude(there)):
        return True
    named = all({"comparator", "metric"} <= {*row.named} for row in (here, there))
    slip = slip_between(here, there, evidence, {"digit": 2 if named else 3})
    apart = abs(here.amount.value - there.amount.value)
    compared = all("comparator" in row.named or _goes_by_the_default(row, evidence) for row in (here, there))
    return compared and slip is not None and (slip.kind != "digit" or apart >= _FAR_APART)


def _goes_by_the_default(change: Claim, evidence: Evidence) -> bool:
    """Whether a change that names no comparison stands where none of another time or at other rates is spoken of."""
    sentence = evidence.sentence_by_id.get(change.sentence_id or "")
    home = evidence.paragraph_by_id.get(sentence.paragraph_id) if sentence is not None else None
    if home is None or "comparator" in change.weighed:
        return False
    words, cues = simplify(fold(evidence.quote(home))), CUES["zh" if change.language == "zh" else "en"]
    return not any(cue.search(words) for cue in (cues.qoq, cues.adjusted))


def turned(relation: Relation, evidence: Evidence, message: str, origin: str) -> Finding:
    """The finding on a change that follows once it goes the other way."""
    claims = relation.claims()
    return Finding(
        code=relation.code, verdict="contradicted", severity="error", origin=origin, message=f"{message} {TURNED}",
        formula=relation.formula(), claims=tuple(claim.id for claim in claims),
        evidence=tuple(evidence.span(claim) for claim in claims),
    )  # fmt: skip


def _said_otherwise(relation: Relation, other: Relation, evidence: Evidence, message: str, origin: str) -> Finding:
    claims, right = relation.claims(), other.said.claim
    value = right.amount.value if right is not None else None
    repairs = (Repair(value=value, text=other.said.shown, residual="none"),) if value is not None else ()
    return Finding(
        code=relation.code, verdict="contradicted", severity="error", origin=origin, repairs=repairs,
        message=f"{message} Elsewhere it is said to be {other.said.shown}, which does.",
        formula=relation.formula(), claims=tuple(claim.id for claim in claims),
        evidence=tuple(evidence.span(claim) for claim in claims),
    )  # fmt: skip
