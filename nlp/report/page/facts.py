"""Amounts as the page's script wants them: how each was read, its triangle, and where the same fact stands again."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from ...amounts.intervals import overlaps
from ...records import Claim, Finding
from ..labels import visible
from ..marks import NO_STATE
from ..view import View
from .cards import Cards
from .places import Places

# A long call has tens of thousands of claims; the page's script puts these back.
USUAL: dict[str, Any] = {"doc": 0, "lang": "en", "s": "note", "role": "level", "modality": "reported"}
_TIES = ("supported", "rounding", "contradicted")


def claim_table(view: View, places: Places, cards: Cards) -> list[dict[str, Any]]:
    """One row a claim, in the analysis' order; what is unknown is left out, and so is what `USUAL` says."""
    facts = _same_facts(view)
    triangles = _triangles(view, places)
    topics = _topics(view)
    rows = []
    for claim in view.analysis.claims:
        more = {
            "fact": facts.get(claim.id),
            "tri": triangles.get(claim.id),
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
        "period": visible(claim.period or ""),
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


def _triangles(view: View, places: Places) -> dict[str, dict[str, Any]]:
    """Claim id -> its triangle: places in the table of claims by corner (en, zh, release) and a verdict by edge."""
    judged = _judged(view)
    found: dict[str, dict[str, Any]] = {}
    for claim in view.analysis.claims:
        document = view.documents[claim.document_id]
        if document.kind == "release" or claim.language != "en":
            continue
        chinese = next((view.claims[twin] for twin in claim.twins if twin in view.claims), None)
        filed = next((view.claims[other] for other in judged.get(claim.id, {}) if _is_filed(other, view)), None)
        corners = {"en": claim, "zh": chinese, "release": filed}
        if chinese is None and filed is None:
            continue
        triangle = {
            "corners": {name: places.at[row.id] for name, row in corners.items() if row},
            "edges": _edges(claim, chinese, filed, judged),
        }
        for row in corners.values():
            if row is not None:
                found.setdefault(row.id, triangle)
    return found


def _is_filed(claim_id: str, view: View) -> bool:
    claim = view.claims.get(claim_id)
    return claim is not None and view.documents[claim.document_id].kind == "release"


def _judged(view: View) -> dict[str, dict[str, Finding]]:
    """Claim id -> the claims a translation or release check set beside it, with the finding."""
    found: dict[str, dict[str, Finding]] = defaultdict(dict)
    for finding in view.analysis.findings:
        if finding.code[:1] in ("T", "R"):
            for one in finding.claims:
                for other in finding.claims:
                    if one != other:
                        found[one].setdefault(other, finding)
    return found


def _edges(
    english: Claim, chinese: Claim | None, filed: Claim | None, judged: dict[str, dict[str, Finding]]
) -> dict[str, str]:
    edges: dict[str, str] = {}
    for name, one, other in (("en-zh", english, chinese), ("en-release", english, filed)):
        finding = judged.get(one.id, {}).get(other.id) if other else None
        if finding:
            edges[name] = finding.verdict
    # Nobody judged the third side: where the release ties the English at all, the printed values decide.
    if chinese and filed and edges.get("en-release") in _TIES and chinese.amount.unit == filed.amount.unit:
        same = overlaps(chinese.amount.value_interval, filed.amount.value_interval)
        edges["zh-release"] = "supported" if same else "contradicted"
    return edges
