"""Family T: what a translation did to numbers and words of the original. Needs beads and `nlp.checks.twins`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import Claim, Finding
from ..evidence import Check, Evidence
from .meaning import check_meaning
from .missing import check_missing
from .numbers import check_numbers
from .periods import check_periods
from .roles import check_roles
from .segments import check_segments
from .terms import check_terms
from .text import check_text
from .tone import check_tone

CHECKS: tuple[Check, ...] = (
    check_numbers,
    check_missing,
    check_meaning,
    check_periods,
    check_segments,
    check_roles,
    check_text,
    check_terms,
    check_tone,
)


def check_translation(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Finding]:
    """Everything family T says, check by check. Claims must have their twins (`nlp.checks.twins.pair_twins`)."""
    for check in CHECKS:
        yield from check(claims, evidence)


__all__ = [
    "CHECKS",
    "check_meaning",
    "check_missing",
    "check_numbers",
    "check_periods",
    "check_roles",
    "check_segments",
    "check_terms",
    "check_text",
    "check_tone",
    "check_translation",
]
