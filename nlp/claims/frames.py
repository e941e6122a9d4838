"""Frames: the claims of one statement (level, base, change, drivers) get one frame id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..records import Claim
from ..text import stable_id

_SINGLE = ("level", "base")


def join_frames(rows: Sequence[Claim], sentence_id: str) -> list[Claim]:
    """Group a sentence's claims into statements about one metric, segment and basis."""
    groups: list[list[Claim]] = []
    for row in rows:
        if row.restates:
            continue
        group = _group_for(row, groups)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    frame_of = {row.id: stable_id("f", sentence_id, group[0].id) for group in groups if len(group) > 1 for row in group}
    parts = _parts(rows)
    return [replace(row, frame=frame_of.get(row.restates or row.id), part_of=parts.get(row.id)) for row in rows]


def _group_for(row: Claim, groups: list[list[Claim]]) -> list[Claim] | None:
    if row.role == "driver":
        return _explained(groups)
    if row.role in ("share", "ratio", "whole"):
        return None
    for group in reversed(groups):
        if _same_fact(group[0], row) and _fits(group, row):
            return group
    return None


def _explained(groups: list[list[Claim]]) -> list[Claim] | None:
    """Drivers join the statement they explain: the last one that holds a level with a base or change, or a level."""
    for group in reversed(groups):
        if any(row.role in ("level", "change", "base") for row in group):
            return group
    return None


def _same_fact(first: Claim, row: Claim) -> bool:
    same_basis = first.basis == row.basis or None in (first.basis, row.basis)
    return first.metric == row.metric and first.segment == row.segment and same_basis


def _fits(group: Sequence[Claim], row: Claim) -> bool:
    if row.role in _SINGLE:
        levels = [c for c in group if c.role == row.role and c.role != "driver"]
        return not levels and _same_kind(group, row) and not _was_promised(group, row)
    if row.role == "change":
        return not any(c.role == "change" and c.amount.kind == row.amount.kind for c in group)
    return False


def _was_promised(group: Sequence[Claim], row: Claim) -> bool:
    """ "Up 21.8%, above the 13.9 to 14.5 billion we had guided": what came grew so much, not what was guided."""
    came = any(c.role == "change" and c.modality == "reported" for c in group)
    return row.role == "level" and row.modality == "guided" and came


def _same_kind(group: Sequence[Claim], row: Claim) -> bool:
    like = (row.amount.unit, row.amount.kind)
    return all((c.amount.unit, c.amount.kind) == like for c in group if c.role in _SINGLE)


def _parts(rows: Sequence[Claim]) -> dict[str, str]:
    """A driver listed after "including" is part of the driver before the list."""
    parts: dict[str, str] = {}
    whole: Claim | None = None
    for row in rows:
        if row.role == "driver" and not row.restates:
            if row.by.endswith("breakdown") and whole is not None:
                parts[row.id] = whole.id
            else:
                whole = row
    return parts
