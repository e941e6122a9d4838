"""G11 and G12: guidance said to be raised, lowered, narrowed or kept, and guidance told again.

What moved must stand in one sentence with what it was, of one metric, period and unit, one of the two told as the
earlier one. What was guided earlier is held against the document that gave it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..languages.guidance_words import EARLIER
from ..languages.relation_words import KEPT, LOWERED, NARROWED, RAISED, WAS_GUIDED
from ..records import Claim, Finding, Repair, Sentence
from ..text import fold, simplify
from .ends import is_range, may_agree, slipped_end
from .evidence import Evidence
from .facts import why_not_same
from .known import is_primary

_WORDS = (("raised", RAISED), ("lowered", LOWERED), ("narrowed", NARROWED), ("kept", KEPT))
_REACH = 60  # characters before a range that may tell it as the earlier one
_Ends = tuple[Decimal, Decimal]


def moved_guidance(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """One for each sentence that moves one guided figure from one value or range to another."""
    guided: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality == "guided" and claim.sentence_id is not None and _is_plain(claim):
            key = (claim.sentence_id, claim.metric, claim.segment, claim.basis, claim.amount.unit, claim.amount.kind)
            guided[key].append(claim)
    for rows in guided.values():
        if len(rows) == 2:
            yield from _judge(rows, evidence)


def repeated_guidance(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """G12: a range told as the guidance given before, beside the one that an earlier document gave."""
    kinds = {document.id: document.kind for document in evidence.documents}
    if "release" not in kinds.values():
        return
    given = [
        row for row in claims if kinds[row.document_id] == "release" and row.modality == "guided" and is_range(row)
    ]
    for claim in claims:
        if kinds[claim.document_id] != "transcript" or not is_range(claim) or not _is_told_as_earlier(claim, evidence):
            continue
        rivals = [row for row in given if _is_one_promise(claim, row)]
        same = next((row for row in rivals if may_agree(claim, row)), None)
        slipped = slipped_end(claim, rivals[0], evidence) if len(rivals) == 1 and same is None else None
        if same is not None:
            yield _told_again(claim, same, None, evidence)
        elif slipped is not None and slipped[0] is claim:
            yield _told_again(claim, rivals[0], slipped[2], evidence)


def _is_told_as_earlier(claim: Claim, evidence: Evidence) -> bool:
    sentence = evidence.sentence_by_id.get(claim.sentence_id or "")
    plain = is_primary(claim) and not claim.restates and claim.role in ("level", "base", "change")
    named = {"metric", "period"} <= {*claim.named}
    return plain and named and sentence is not None and EARLIER.search(_folded(sentence, evidence)) is not None


def _folded(sentence: Sentence, evidence: Evidence) -> str:
    return simplify(fold(evidence.quote(sentence)))


def _is_one_promise(claim: Claim, row: Claim) -> bool:
    changes = (claim.role == "change", row.role == "change")
    same_unit = claim.amount.unit == row.amount.unit and claim.metric == row.metric
    return same_unit and changes[0] == changes[1] and why_not_same(claim, row) is None


def _told_again(claim: Claim, given: Claim, end: Decimal | None, evidence: Evidence) -> Finding:
    return Finding(
        code="G12", verdict="supported" if end is None else "contradicted", severity="note" if end is None else "error",
        origin=None if end is None else "speaker", claims=(claim.id, given.id), evidence=(evidence.span(given),),
        message="So it was guided." if end is None else "The release that gave this guidance has another end.",
        formula=f"told {evidence.quote(claim)}; guided {evidence.quote(given)}",
        repairs=() if end is None else (Repair(value=end, text=evidence.quote(given), residual="none"),),
    )  # fmt: skip


def _is_plain(claim: Claim) -> bool:
    amount = claim.amount
    closed = amount.low is not None and amount.high is not None and amount.modifier in (None, "about")
    return is_primary(claim) and closed and claim.role in ("level", "base", "change") and not claim.restates


def _judge(rows: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    was = [row for row in rows if _is_earlier(row, evidence)]
    sentence = evidence.sentence_by_id[rows[0].sentence_id or ""]
    words = _folded(sentence, evidence)
    said = [name for name, pattern in _WORDS if pattern.search(words)]
    if len(was) != 1 or len(said) != 1:
        return
    old = was[0]
    new = next(row for row in rows if row is not old)
    holds = _holds(said[0], _ends(old), _ends(new))
    if holds is None:
        return
    yield Finding(
        code="G11", verdict="supported" if holds else "contradicted", severity="note" if holds else "warning",
        origin=None if holds else "speaker", claims=(new.id, old.id), evidence=(evidence.span(old),),
        message="The guidance moved as it is said to." if holds
        else f"Said to be {said[0]}, but the figures say otherwise.",
        formula=f"before {evidence.quote(old)}; now {evidence.quote(new)}",
    )  # fmt: skip


def _is_earlier(claim: Claim, evidence: Evidence) -> bool:
    if claim.role == "base":
        return True
    text = evidence.document_by_id[claim.document_id].text
    return WAS_GUIDED.search(simplify(fold(text[max(0, claim.start - _REACH) : claim.start]))) is not None


def _ends(claim: Claim) -> _Ends:
    return claim.amount.low or Decimal(0), claim.amount.high or Decimal(0)


def _holds(said: str, old: _Ends, new: _Ends) -> bool | None:
    """Whether two ranges go as said; None where they go both ways, or below zero, where more may be less."""
    if min(*old, *new) < 0:
        return None
    steps = [now - then for then, now in zip(old, new, strict=True)]
    if said == "kept":
        return not any(steps)
    if said == "narrowed":
        return new[1] - new[0] < old[1] - old[0]
    way = 1 if said == "raised" else -1
    if not any(steps) or all(step * way <= 0 for step in steps):
        return False
    return True if all(step * way >= 0 for step in steps) else None
