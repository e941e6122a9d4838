"""How a language names fiscal periods: patterns with named groups, in the order in which they are tried at one place.

Groups: `q` quarter, `h` half, `y` year (two or four digits, or a word of `years`), `months` a duration, `month`/`day` of a
date. The kind of a pattern says how its groups are read (see `nlp.claims.mentions`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PeriodRules:
    """Patterns are matched, case ignored, on text folded by `text.fold` (simplified for Chinese)."""

    code: str
    patterns: tuple[tuple[str, str], ...]  # (kind, pattern)
    numbers: Mapping[str, int]  # "third" -> 3
    months: Mapping[str, int]
    years: Mapping[str, int]  # "last year" -> -1
