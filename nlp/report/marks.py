"""What is known of each claim, and a paragraph's text cut into plain and marked pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..checks.coverage import states_of
from ..records import Claim, Finding
from .labels import SEVERITIES, VERDICTS

_RANK = {verdict: rank for rank, verdict in enumerate(VERDICTS)}
_WEIGHT = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimState:
    """The verdict that counts for one claim, its severity, and the findings about it, the deciding one first."""

    verdict: str
    severity: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """`text[start:end]` of a document, under the claims that cover all of it (none: plain text).

    `opens` are the claims that begin here, so that each is pointed at once.
    """

    start: int
    end: int
    claims: tuple[Claim, ...] = ()
    opens: tuple[Claim, ...] = ()


NO_STATE = ClaimState(verdict="unchecked", severity="note")


def claim_states(claims: Sequence[Claim], findings: Sequence[Finding]) -> dict[str, ClaimState]:
    """The state of every claim by id, as coverage counts it; a claim no finding names is unchecked."""
    about: dict[str, list[Finding]] = {claim.id: [] for claim in claims}
    for finding in findings:
        for claim_id in dict.fromkeys(finding.claims):
            if claim_id in about:
                about[claim_id].append(finding)
    verdicts = states_of(claims, findings)
    return {claim_id: _decide(verdicts[claim_id], rows) for claim_id, rows in about.items()}


def rank(state: ClaimState) -> tuple[int, int]:
    """Sorts states, the one that counts most first."""
    return _RANK[state.verdict], _WEIGHT[state.severity]


def _decide(verdict: str, rows: list[Finding]) -> ClaimState:
    """A finding that only uses the claim in its proof stands behind those that decided its verdict."""
    rows = sorted(rows, key=lambda row: (row.verdict != verdict, _RANK[row.verdict], _WEIGHT[row.severity]))
    decided = rows and rows[0].verdict == verdict
    return ClaimState(verdict=verdict, severity=rows[0].severity if decided else "note", findings=tuple(rows))


def cut(start: int, end: int, claims: Sequence[Claim]) -> list[Piece]:
    """`start:end` of a document as adjoining pieces at every claim's ends; claims may nest, overlap or reach outside.

    The pieces' texts, joined, are the paragraph; empty claims and those elsewhere are left out.
    """
    inside = [c for c in claims if max(c.start, start) < min(c.end, end)]
    ends = {max(c.start, start) for c in inside} | {min(c.end, end) for c in inside}
    edges = sorted({start, end} | ends)
    opened: set[str] = set()
    pieces = []
    at = 0
    active: list[Claim] = []
    waiting = sorted(inside, key=lambda c: (c.start, -c.end))
    for left, right in pairwise(edges):
        active = [c for c in active if c.end > left]
        while at < len(waiting) and waiting[at].start <= left:
            active.append(waiting[at])
            at += 1
        opens = tuple(c for c in active if c.id not in opened)
        opened.update(c.id for c in opens)
        pieces.append(Piece(start=left, end=right, claims=tuple(active), opens=opens))
    return pieces
