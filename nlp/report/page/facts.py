"""Amounts as the page's script wants them: how each was read, its triangle, and where the same fact stands again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ...records import Claim
from ..labels import told_period, visible
from ..marks import NO_STATE
from ..view import View
from .cards import Cards
from .places import Places
from .triangles import Triangle

# A long call has tens of thousands of claims; the page's script puts these back.
USUAL: dict[str, Any] = {"doc": 0, "lang": "en", "s": "note", "role": "level", "modality": "reported"}


def claim_table(view: View, places: Places, cards: Cards, triangles: Mapping[str, Triangle]) -> list[dict[str, Any]]:
    """One row a claim, in the analysis' order; what is unknown is left out, and so is what `USUAL` says."""
    facts = _same_facts(view)
    topics = _topics(view)
    rows = []
    for claim in view.analysis.claims:
        more = {
            "fact": facts.get(claim.id),
            "tri": _drawn(triangles.get(claim.id), places),
            "topics": topics.get(claim.sentence_id or "", ()),
        }
        row = _row(claim, view, places, cards) | more
        rows.append(
            {key: value for key, value in row.items() if value not in (None, "", ()) and value != USUAL.get(key)}
        )
    return rows


def _row(claim: Claim, view: View, places: Places, cards: Cards) -> dict[str, Any]:
    state = view.states.get(claim.id, NO_STATE)
    interval = claim.amount.value_interval
    return {
        "id": f"m-{claim.id}",
        "doc": view.order[claim.document_id],
        "lang": places.lang(claim),
        "text": visible(view.quote(claim)[:200]),
        "at": "{}:{}".format(*view.line_and_column(claim)),
        "v": state.verdict,
        "s": state.severity,
        "metric": visible(claim.metric),
        "segment": visible(claim.segment or ""),
        "period": visible(told_period(claim.period)),
        "role": claim.role,
        "modality": claim.modality,
        "basis": visible(claim.basis or ""),
        "definition": visible(claim.definition or ""),
        "speaker": visible(view.speaker(claim) or ""),
        "unit": claim.amount.unit,
        "low": _number(claim.amount.low),
        "high": _number(claim.amount.high) if claim.amount.value is None else None,
        "bound": True if claim.amount.high is None and claim.amount.low is not None else None,
        "from": _number(interval.low),
        "upto": _number(interval.high),
        "cards": tuple(cards.id_of(finding) for finding in state.findings),
    }


def _number(value: Decimal | None) -> str | None:
    """A value in full with commas: exact, and read at a glance."""
    if value is None:
        return None
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return f"{value:,.{places}f}"


def _topics(view: View) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for tag in view.analysis.tags:
        if tag.kind == "topic":
            found[tag.target_id].append(tag.label)
    return {target: tuple(labels) for target, labels in found.items()}


def _same_facts(view: View) -> dict[str, int]:
    """Claim id -> a number that all claims about the same thing share; a claim alone has none.

    The same metric, segment, period, basis, definition, role and kind of amount, whatever the value: that is what one
    wants to see beside each other.
    """
    groups: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for claim in view.analysis.claims:
        if claim.period and not claim.metric.startswith("other:"):
            key = (claim.metric, claim.segment, claim.period, claim.basis, claim.definition, claim.role)
            groups[(*key, claim.comparator, claim.amount.kind)].append(claim.id)
    many = [ids for ids in groups.values() if len(ids) > 1]
    return {claim_id: number for number, ids in enumerate(many) for claim_id in ids}


def _drawn(triangle: Triangle | None, places: Places) -> dict[str, Any] | None:
    """A triangle as places in the table of claims by corner, a verdict by edge, and the odd corner."""
    if triangle is None:
        return None
    corners = {name: places.at[row.id] for name, row in triangle.claims.items()}
    return {"corners": corners, "edges": dict(triangle.edges)} | ({"odd": triangle.odd} if triangle.odd else {})
