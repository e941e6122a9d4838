"""Findings as cards: the claims concerned, the evidence, and links to both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...records import Claim, Finding
from ..labels import is_exception, told_period
from ..view import View
from .places import Places, cut_long
from .shapes import Card, Corner, FactRow
from .triangles import CORNERS, Triangle


class Cards:
    """The cards of an analysis; each finding has an element id that survives a second run."""

    def __init__(self, view: View, places: Places, triangles: Mapping[str, Triangle]) -> None:
        self._view = view
        self._places = places
        self._triangles = triangles
        self._ids = _card_ids(view.analysis.findings)

    def id_of(self, finding: Finding) -> str:
        """The element id of a finding's card."""
        return self._ids[id(finding)]

    def make(self, findings: Iterable[Finding]) -> tuple[Card, ...]:
        """A card for each finding. The text must have been laid out before, so that places have elements."""
        return tuple(self._card(finding) for finding in findings)

    def _card(self, finding: Finding) -> Card:
        view, places = self._view, self._places
        claims = [view.claims[row] for row in finding.claims if row in view.claims]
        seen = {(row.document_id, row.start, row.end) for row in claims}
        spans = [
            span
            for span in finding.evidence
            if span.document_id in view.documents and (span.document_id, span.start, span.end) not in seen
        ]
        return Card(
            id=self.id_of(finding),
            finding=finding,
            claims=tuple(places.quote(row, about=about(row)) for row in claims),
            evidence=tuple(places.quote(row) for row in spans),
            claims_at=" ".join(str(places.at[row.id]) for row in claims),
            fact=self._differing(claims) if is_exception(finding) else None,
        )

    def _differing(self, claims: Sequence[Claim]) -> FactRow | None:
        triangle = self._triangles.get(claims[0].id) if claims else None
        differs = triangle is not None and "contradicted" in triangle.edges.values()
        return fact_row(triangle, self._places) if triangle and differs else None


def fact_row(triangle: Triangle, places: Places) -> FactRow:
    """A fact as a row of its three places."""
    first = next(iter(triangle.claims.values()))
    return FactRow(
        about=about(first),
        verdict=triangle.verdict,
        corners=tuple(_corner(name, triangle, places) for name in CORNERS),
    )


def _corner(name: str, triangle: Triangle, places: Places) -> Corner:
    key = {"en": "page.english", "zh": "page.chinese"}.get(name, "page.release")
    claim = triangle.claims.get(name)
    if claim is None:
        return Corner(key=key, text="", lang="", href="", odd=False)
    text = cut_long(places.view.quote(claim))
    return Corner(key=key, text=text, lang=places.lang(claim), href=places.href(claim), odd=triangle.odd == name)


def about(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What a claim was read as, in short: segment, metric, role, period; each a key of words, or a text."""
    metric = ("", claim.metric.removeprefix("other:"))
    if not claim.metric.startswith("other:"):
        metric = (f"metric.{claim.metric}", claim.metric)
    role = (f"said.{claim.role}", claim.role) if claim.role != "level" else ("", "")
    parts = (("", claim.segment or ""), metric, role, ("", told_period(claim.period)))
    return tuple(part for part in parts if part[1])


def _card_ids(findings: tuple[Finding, ...]) -> dict[int, str]:
    """An element id for each finding object: its fingerprint, so that a link survives a second run; told apart."""
    ids: dict[int, str] = {}
    used: set[str] = set()
    for number, finding in enumerate(findings, 1):
        name = f"f-{finding.fingerprint}" if finding.fingerprint else f"f-{number}"
        while name in used:
            name = f"{name}-{number}"
        used.add(name)
        ids[id(finding)] = name
    return ids
