"""One fact in its three places: what the English, the Chinese and the release say, and which is the odd one out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...amounts.intervals import overlaps
from ...records import Claim, Finding
from ..view import View

CORNERS = ("en", "zh", "release")
_TIES = ("supported", "rounding", "contradicted")
_WORST_FIRST = ("contradicted", "not_comparable", "rounding", "supported")


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangle:
    """The claims at the corners (`en`, `zh`, `release`) and the verdicts of the edges (`en-zh`, `en-release`, ...)."""

    claims: Mapping[str, Claim]
    edges: Mapping[str, str]

    @property
    def odd(self) -> str:
        """The corner that differs from two others that agree; empty where there is none."""
        differ = {name for name, verdict in self.edges.items() if verdict == "contradicted"}
        for corner in CORNERS:
            own = {name for name in self.edges if corner in name.split("-")}
            if len(self.edges) == 3 and len(own) == 2 and differ == own:
                return corner
        return ""

    @property
    def verdict(self) -> str:
        """The worst verdict of an edge."""
        return next((verdict for verdict in _WORST_FIRST if verdict in self.edges.values()), "unchecked")


def triangles_of(view: View) -> dict[str, Triangle]:
    """Claim id -> its triangle, for every claim that stands in one; in the order of the claims."""
    judged = _judged(view)
    found: dict[str, Triangle] = {}
    for claim in view.analysis.claims:
        if view.documents[claim.document_id].kind == "release" or (claim.language == "zh" and claim.twins):
            continue
        triangle = _triangle(claim, view, judged)
        if len(triangle.claims) > 1:
            for row in triangle.claims.values():
                found.setdefault(row.id, triangle)
    return found


def facts_told(triangles: Mapping[str, Triangle]) -> Iterator[Triangle]:
    """The triangles worth a row in a table: tied to a release, or with sides that differ; the odd ones first."""
    once = {id(triangle): triangle for triangle in triangles.values()}.values()
    rows = [row for row in once if "contradicted" in row.edges.values() or _is_tied(row)]
    yield from sorted(rows, key=lambda row: _WORST_FIRST.index(row.verdict))


def _is_tied(triangle: Triangle) -> bool:
    return any(name.endswith("release") and verdict in _TIES for name, verdict in triangle.edges.items())


def _triangle(claim: Claim, view: View, judged: Mapping[str, Mapping[str, Finding]]) -> Triangle:
    """Begins at the English, or at Chinese that translates nothing."""
    filed = next((view.claims[other] for other in judged.get(claim.id, {}) if _is_filed(other, view)), None)
    if claim.language == "zh":
        corners = {"zh": claim, "release": filed}
    else:
        chinese = next((view.claims[twin] for twin in claim.twins if twin in view.claims), None)
        corners = {"en": claim, "zh": chinese, "release": filed}
    claims = {name: row for name, row in corners.items() if row is not None}
    return Triangle(claims=claims, edges=_edges(claims, judged))


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


def _edges(claims: Mapping[str, Claim], judged: Mapping[str, Mapping[str, Finding]]) -> dict[str, str]:
    edges: dict[str, str] = {}
    for name in ("en-zh", "en-release", "zh-release"):
        one, other = (claims.get(corner) for corner in name.split("-"))
        finding = judged.get(one.id, {}).get(other.id) if one and other else None
        if finding:
            edges[name] = finding.verdict
    third = _third(claims, edges)
    return edges | ({"zh-release": third} if third and "zh-release" not in edges else {})


def _third(claims: Mapping[str, Claim], edges: Mapping[str, str]) -> str:
    """Chinese and release, which nobody judged: what the Chinese carries over ties as the English does.

    Chinese that differs is held against the release by the values as printed.
    """
    told, filed = edges.get("en-zh", ""), edges.get("en-release", "")
    if told in ("supported", "rounding") and filed in _TIES:
        return filed if filed == "contradicted" else "rounding" if "rounding" in (told, filed) else "supported"
    if told != "contradicted" or filed not in _TIES or claims["zh"].amount.unit != claims["release"].amount.unit:
        return ""
    same = overlaps(claims["zh"].amount.value_interval, claims["release"].amount.value_interval)
    return "supported" if same else "contradicted"
