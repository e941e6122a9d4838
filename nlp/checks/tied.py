"""Statements tied by one figure: where the level is the release's, what is said beside it must be the release's too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..languages.twin_cues import CUES
from ..records import Claim
from ..text import fold, simplify
from .ends import may_agree
from .evidence import Evidence
from .facts import why_not_same
from .repairs import count_digits
from .translation.compare import is_slip

_TELLING = 3  # digits that two figures hardly share by chance
_WHOLE = ("level", "whole")


def is_tied(claim: Claim, other: Claim, filed: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether a rate of the call differs by a slip from the release's of the same, and is said of a level that ties.

    The level vouches for what is measured, so that a slip of few digits tells. Two versions of one measure (at constant
    rates, adjusted) would differ in the level, or in a word beside the rate.
    """
    plain = claim.role == "change" and claim.amount.kind == other.amount.kind == "percent"
    if not plain or claim.compared_period is None or claim.amount.modifier is not None:
        return False
    if _is_adjusted(claim, evidence) and (claim.definition is None or claim.definition != other.definition):
        return False  # of two rates that are adjusted alike the wording says so
    values = (claim.amount.value, other.amount.value)
    if values[0] is None or values[1] is None or not is_slip(values[0], values[1]):
        return False
    return any(True for level in _levels_beside(claim, evidence) for _ in _ties(level, filed, evidence))


def in_one_row(level: Claim, base: Claim, evidence: Evidence) -> bool:
    """Whether a level of the call ties to a figure that stands in one line or statement with `base`, a release's."""
    if level.document_id == base.document_id or evidence.document_by_id[base.document_id].kind != "release":
        return False
    filed = evidence.claims_of[base.document_id]
    mates = [row for row in filed if row.role in _WHOLE and _stand_together(row, base, evidence)]
    return any(True for _ in _ties(level, mates, evidence))


def _levels_beside(claim: Claim, evidence: Evidence) -> Iterator[Claim]:
    """The level that a change is said of: in its frame, else the last one of the paragraph about the same."""
    frame = evidence.frames.get(claim.frame, ()) if claim.frame is not None else ()
    beside = [row for row in frame if _is_level_of(row, claim)]
    if not any(row.role == "level" for row in frame):
        home = _paragraph(claim, evidence)
        said = evidence.claims_of[claim.document_id] if home is not None else ()
        before = [row for row in said if row.start < claim.start and _is_level_of(row, claim)]
        beside = [row for row in before[-1:] if _paragraph(row, evidence) == home]
    yield from beside


def _is_level_of(row: Claim, change: Claim) -> bool:
    alike = (row.metric, row.segment) == (change.metric, change.segment) and row.definition in (None, change.definition)
    return row.role == "level" and not row.restates and alike


def _paragraph(claim: Claim, evidence: Evidence) -> str | None:
    sentence = evidence.sentence_by_id.get(claim.sentence_id or "")
    return sentence.paragraph_id if sentence is not None else None


def _ties(level: Claim, filed: Iterable[Claim], evidence: Evidence) -> Iterator[Claim]:
    """The filed figures of the level's own fact that agree with it."""
    if count_digits(evidence.quote(level)) < _TELLING or level.amount.value is None:
        return
    for row in filed:
        same_unit = row.amount.unit == level.amount.unit and row.role in _WHOLE
        if row.metric == level.metric and same_unit and why_not_same(level, row) is None and may_agree(level, row):
            yield row


def _stand_together(one: Claim, other: Claim, evidence: Evidence) -> bool:
    if one.frame is not None and one.frame == other.frame:
        return True
    left, right = sorted((one, other), key=lambda row: row.start)
    gap = evidence.document_by_id[one.document_id].text[left.end : right.start]
    return one.by == other.by == "rule:table" and "\n" not in gap


def _is_adjusted(claim: Claim, evidence: Evidence) -> bool:
    sentence = evidence.sentence_by_id.get(claim.sentence_id or "")
    words = simplify(fold(evidence.quote(sentence))) if sentence is not None else ""
    return CUES["zh" if claim.language == "zh" else "en"].adjusted.search(words) is not None
