"""What one language leaves unsaid, settled by the same claim in the other.

Chinese says 同店銷售 once for three figures, the English names the measure each time; or the other way round. Only what
a claim does not name itself is filled, and `Claim.filled` says so. Segments go through the names that stand for one
another in the same call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..records import Claim

_FIELDS = ("metric", "period", "comparator")


def settle_by_twins(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """All `claims` in their order, with metric, segment, period and comparator of their twins where unsaid."""
    by_id = {row.id: row for row in claims}
    names = _names_of_names(claims, by_id)
    return tuple(_settled(row, [by_id[key] for key in row.twins], names) for row in claims)


def _names_of_names(claims: Sequence[Claim], by_id: Mapping[str, Claim]) -> Mapping[str, str]:
    """The name in the other language of each segment, where twins name both and mostly so."""
    met: dict[str, Counter[str]] = {}
    for row in claims:
        for key in row.twins:
            other = by_id[key]
            if row.segment and other.segment and "segment" in row.named and "segment" in other.named:
                met.setdefault(row.segment, Counter())[other.segment] += 1
    best = {name: counts.most_common(1)[0] for name, counts in met.items()}
    return {name: other for name, (other, times) in best.items() if times * 2 > met[name].total()}


def _settled(row: Claim, twins: Sequence[Claim], names: Mapping[str, str]) -> Claim:
    if len(twins) != 1 or row.restates or row.role != twins[0].role:
        return row
    twin = twins[0]
    filled: dict[str, str | None] = {}
    for name in _FIELDS:
        told = getattr(twin, name)
        if name in row.named or name not in twin.named or told is None or told.startswith("other:"):
            continue
        if name == "period" and row.role == "change":
            continue  # the period beside a change may be its base's
        filled[name] = told
    segment = names.get(twin.segment or "") if "segment" in twin.named else None
    if "segment" not in row.named and segment is not None and ("metric" not in row.named or row.segment is None):
        filled["segment"] = segment
    changed = any(getattr(row, name) != told for name, told in filled.items())
    return replace(row, filled=tuple(filled), **filled) if changed else row  # type: ignore[arg-type]
