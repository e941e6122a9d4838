"""Family T: what a translation did to numbers and words of the original. Needs beads and `nlp.checks.twins`."""

from __future__ import annotations

from ..evidence import Check
from .meaning import check_meaning
from .missing import check_missing
from .numbers import check_numbers
from .pages import PAGES
from .periods import check_periods
from .roles import check_roles
from .terms import check_terms
from .text import check_text

CHECKS: tuple[Check, ...] = (
    check_numbers,
    check_missing,
    check_meaning,
    check_periods,
    check_roles,
    check_text,
    check_terms,
)

__all__ = [
    "CHECKS",
    "PAGES",
    "check_meaning",
    "check_missing",
    "check_numbers",
    "check_periods",
    "check_roles",
    "check_terms",
    "check_text",
]
