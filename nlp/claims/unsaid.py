"""What no sentence says by itself: settled by the translation, then by the same figure elsewhere in the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from ..records import Claim
from .changes import is_open
from .frames import join_frames
from .ties import settle_by_ties
from .translated import settle_by_twins
from .when import default_base_period


def settle_unsaid(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """All `claims`, twins known, in their order; only fields that the sentence itself does not name are filled."""
    settled = _by_convention(_in_frames(claims, settle_by_ties(settle_by_twins(claims))))
    changed = {new.sentence_id for old, new in zip(claims, settled, strict=True) if new is not old}
    result: list[Claim] = []
    for sentence_id, rows in groupby(map(_measured, settled), key=attrgetter("sentence_id")):
        found = list(rows)
        result += join_frames(found, sentence_id) if sentence_id in changed and sentence_id else found
    return tuple(result)


def _in_frames(claims: Sequence[Claim], settled: Sequence[Claim]) -> list[Claim]:
    """A part of the business that a level was found to be of is that of its base and its change as well."""
    found = {
        new.frame: new.segment
        for old, new in zip(claims, settled, strict=True)
        if old.segment is None and new.segment is not None and new.frame is not None
    }
    return [
        replace(row, segment=found[row.frame], filled=(*row.filled, "segment"))
        if row.segment is None and row.frame in found
        else row
        for row in settled
    ]


def _by_convention(claims: Sequence[Claim]) -> list[Claim]:
    """Changes in a document that measures none by the quarter before are from the year before, as reports have it."""
    quarterly = {row.document_id for row in claims if row.comparator == "qoq"}
    return [
        replace(row, comparator="yoy") if row.document_id not in quarterly and _is_plain_change(row) else row
        for row in claims
    ]


def _is_plain_change(row: Claim) -> bool:
    told = row.comparator or row.compared_period or row.restates or row.by.endswith(".cagr")
    # "still about 100%": a rounded rate in passing is not sure to be measured from the year before.
    loose = row.amount.modifier == "about" and row.amount.low is not None and row.amount.low % 10 == 0
    guessed = loose or is_open(row) or row.modality in ("hypothetical", "third_party")
    return row.role == "change" and not told and not guessed and row.period is not None


def _measured(row: Claim) -> Claim:
    """A change that has come to its comparator is measured from the period that this tells."""
    if row.role != "change" or row.compared_period or not row.comparator:
        return row
    return replace(row, compared_period=default_base_period(row.period, row.comparator))
